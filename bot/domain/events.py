"""An event: culture days with a guest and a host, a conference, an assembly, a meeting."""

from dataclasses import dataclass
from enum import StrEnum


class EventKind(StrEnum):
    """CULTURE_DAYS has a guest and a host; everything else is told by its title."""

    CULTURE_DAYS = "culture_days"
    OTHER = "other"


class Attendance(StrEnum):
    """How our city took part."""

    HOSTED = "hosted"
    ATTENDED = "attended"
    ONLINE = "online"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """``guest`` and ``host`` are names as shown; where one is a partner, the record links it in that role.

    The side without a linked partner is our own city. ``place`` is that of other events: culture days are at the
    host's. ``network`` is the organisation whose event it is.
    """

    title: str
    kind: EventKind = EventKind.OTHER
    guest: str = ""
    host: str = ""
    place: str = ""
    attendance: Attendance | None = None
    network: str = ""
