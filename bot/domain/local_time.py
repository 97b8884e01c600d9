"""What time it is at a partner's, and how far their clock is from ours."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class LocalTime:
    """``ahead`` are the minutes that their clock is ahead of ours (negative: behind), ``days`` the calendar days."""

    hour: int
    minute: int
    ahead: int
    days: int = 0


def local_time(now: datetime, there: str, here: str) -> LocalTime:
    """The time in the zone ``there`` for a reader in the zone ``here`` (IANA names); ``now`` is aware."""
    theirs, ours = now.astimezone(ZoneInfo(there)), now.astimezone(ZoneInfo(here))
    offset, own = theirs.utcoffset(), ours.utcoffset()
    if offset is None or own is None:
        raise ValueError(f"{now} has no offset")
    days = (theirs.date() - ours.date()).days
    return LocalTime(theirs.hour, theirs.minute, int((offset - own).total_seconds()) // 60, days)
