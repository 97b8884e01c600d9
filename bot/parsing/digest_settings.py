"""What ``/digest`` can be asked for, and what is wrong with what was typed instead."""

from dataclasses import dataclass
from enum import StrEnum

from bot.errors import BotError, Question
from bot.i18n import N_


class Setting(StrEnum):
    """What a chat can change about its digest, besides switching it on and off."""

    SECTIONS = "sections"
    WEEKDAY = "weekday"
    TIME = "time"
    ZONE = "zone"
    LANGUAGE = "language"
    LEAD = "lead"
    EMPTY = "empty"
    MINE = "mine"


class NoSuchDigestSetting(BotError):
    """A word that is no setting of a digest."""

    text = N_("“{text}” is no setting of the weekly agenda. Nothing was changed.")
    advice = N_("There are: /digest on, off, sections, weekday, time, zone, language, lead, empty, mine.")


class MissingDigestSetting(Question):
    """Which setting is known, and not its value."""

    field = "value"
    text = N_("What should it be? For example: {example}")


class NotADigestZone(BotError):
    """No time zone has this name, and no city."""

    text = N_("“{text}” is no time zone. Nothing was changed.")
    advice = N_("Write a city or the zone's name, for example: /digest zone Istanbul")


class NotADigestLanguage(BotError):
    """A language that the desk does not speak."""

    text = N_("I do not speak “{text}”. Nothing was changed.")
    advice = N_("/digest language English, or /digest language Türkçe.")


class NotAWeekday(BotError):
    """No day of the week."""

    text = N_("“{text}” is no day of the week. Nothing was changed.")
    advice = N_("For example: /digest weekday Monday")


class NotATime(BotError):
    """No time of day."""

    text = N_("“{text}” is no time of day. Nothing was changed.")
    advice = N_("For example: /digest time 08:30")


class NotLeadTimes(BotError):
    """No numbers of days, or none that make sense."""

    text = N_("“{text}” are no numbers of days. Nothing was changed.")
    advice = N_("Up to 8 numbers from 1 to 1000, for example: /digest lead 180, 90, 30")


class NotOnOrOff(BotError):
    """Neither on nor off."""

    text = N_("“{text}” is neither on nor off. Nothing was changed.")
    advice = N_("For example: /digest {setting} on, /digest {setting} off")


class NoSuchSection(BotError):
    """No section of that name."""

    text = N_("There is no section “{text}”. Nothing was changed.")
    advice = N_("There are: {sections}. For example: /digest sections off {example}")


@dataclass(frozen=True, slots=True)
class ShowDigest:
    """The digest now. ``is_mine`` None is as the chat has set it; ``is_whole`` shows everything."""

    is_mine: bool | None = None
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class ShowSettings:
    """What is set."""


@dataclass(frozen=True, slots=True)
class ShowSections:
    """Which sections there are, each with its switch."""


@dataclass(frozen=True, slots=True)
class Switch:
    """On or off."""

    is_on: bool


@dataclass(frozen=True, slots=True)
class SetWhen:
    """A weekday (0 is Monday), a time ("HH:MM"), or both; None stays as it is."""

    weekday: int | None = None
    at_time: str | None = None


@dataclass(frozen=True, slots=True)
class SetZone:
    """An IANA name."""

    timezone: str


@dataclass(frozen=True, slots=True)
class SetDigestLanguage:
    """A language of the product."""

    language: str


@dataclass(frozen=True, slots=True)
class SetLead:
    """Days, the longest first; None are the usual ones."""

    days: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class SetEmpty:
    """Whether an empty week says one line."""

    says: bool


@dataclass(frozen=True, slots=True)
class SetMine:
    """Whether only what is theirs is wanted."""

    is_on: bool


@dataclass(frozen=True, slots=True)
class SetSections:
    """Names of sections. ``is_on`` None: these and no others."""

    names: tuple[str, ...]
    is_on: bool | None = None


Wanted = (
    ShowDigest
    | ShowSettings
    | ShowSections
    | Switch
    | SetWhen
    | SetZone
    | SetDigestLanguage
    | SetLead
    | SetEmpty
    | SetMine
    | SetSections
)
