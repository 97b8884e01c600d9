"""``/snooze A7 [30 days | until 3 June | off]``."""

import re
from dataclasses import dataclass
from datetime import date

from bot.domain.reminders import SNOOZE
from bot.errors import BotError, NotADate
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.dates import read_date, read_term

_ID = re.compile(r"\s*([^\W\d_]\s?-?\d+)[\s,:]*(.*)", re.DOTALL)
_OFF = frozenset(("off", "no", "now", "again", "kapat", "iptal", "simdi", "hatirlat"))
_UNTIL = re.compile(r"^(?:until|till|for|to)\s+|(?:\s*['’]?(?:ye|ya|e|a))?\s+kadar$", re.IGNORECASE)


class SnoozeIsPast(BotError):
    """A snooze that would be over already."""

    text = N_("{date} is not ahead. Nothing was changed.")
    advice = N_("For example: /snooze {id} 30 days, /snooze {id} until 3 June 2027")


@dataclass(frozen=True, slots=True)
class Snoozing:
    """``id`` is as it was typed; ``until`` None is "speak again"."""

    id: str
    until: date | None


def read_snooze(text: str, context: Context) -> Snoozing:
    """Thirty days where nothing is said. Raises ``SnoozeIsPast`` and what ``read_date`` raises."""
    found = _ID.match(text)
    if found is None:
        return Snoozing(text.strip(), context.dates.today + SNOOZE)
    record_id, rest = found[1], found[2].strip()
    if fold(rest) in _OFF:
        return Snoozing(record_id, None)
    until = _until(_UNTIL.sub("", rest), context) if rest else context.dates.today + SNOOZE
    if until <= context.dates.today:
        raise SnoozeIsPast(date=until, id=record_id.upper())
    return Snoozing(record_id, until)


def _until(text: str, context: Context) -> date:
    today = context.dates.today
    try:
        return read_term(text).end_after(today) + (today.resolution)
    except NotADate:
        period = read_date(text, context.dates)
    except ValueError:
        raise NotADate(text=text[:40]) from None
    if period is None:
        raise NotADate(text=text[:40])
    return period.start
