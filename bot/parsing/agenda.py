"""``/upcoming [period] [page N]``."""

from dataclasses import dataclass

from bot.domain.periods import Period
from bot.errors import NotADate
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
    return Upcoming(period, text, page)
