"""``/upcoming [period] [page N]``."""

from dataclasses import dataclass

from bot.domain.periods import Period
from bot.errors import BotError, NotADate
from bot.parsing.context import Context
from bot.parsing.dates import read_date
from bot.parsing.pages import cut_page


@dataclass(frozen=True, slots=True)
class Upcoming:
    """``period`` None is the default; ``text`` is how the period was typed."""

    period: Period | None = None
    text: str = ""
    page: int = 1


def read_upcoming(text: str, context: Context) -> Upcoming:
    """Raises what ``read_date`` raises; "undated" is no time to look at."""
    text, page = cut_page(text)
    if not text:
        return Upcoming(page=page)
    period = read_date(text, context.dates)
    if period is None:
        raise NotADate(text=text)
    if period.end < context.dates.today and (coming := _a_year_later(text, period, context)):
        return Upcoming(coming, f"{text} {coming.start.year}", page)
    return Upcoming(period, text, page)


def _a_year_later(text: str, period: Period, context: Context) -> Period | None:
    """The coming "October" of somebody who looks ahead; None where a year was stated, or cannot be ("last month")."""

    def in_year(year: int) -> Period | None:
        try:
            return read_date(f"{text} {year}", context.dates)
        except BotError:
            return None

    year = period.start.year
    return in_year(year + 1) if in_year(year) == period and in_year(year + 1) != period else None
