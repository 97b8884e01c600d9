"""How long something lasts or how far ahead something must be said: so many months and days."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta


@dataclass(frozen=True, slots=True)
class Duration:
    """Whole months, then days. Neither is negative."""

    months: int = 0
    days: int = 0

    def before(self, day: date) -> date | None:
        """The day that lies so long before: three months before 31 May is 28 (29) February. None before the year 1."""
        return _shifted(day, -self.months, -self.days)

    def end_after(self, end: date, times: int = 1) -> date | None:
        """The last day of the ``times``-th such term that follows one ending on ``end``; None beyond the year 9999.

        A year that ends on 29 February is followed by one that ends on 28 February: terms begin on the day after.
        """
        if end == date.max:
            return None
        start = end + timedelta(days=1)
        following = _shifted(start, self.months * times, 0)
        if following is None:
            return None
        # a month from 31 January ends with February, since that has no such day
        is_last = following.day != start.day
        return _shifted(following, 0, self.days * times - (not is_last))


def _shifted(day: date, months: int, days: int) -> date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= MAXYEAR:
        return None
    try:
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1])) + timedelta(days=days)
    except OverflowError:
        return None
