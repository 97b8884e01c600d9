"""``/team [city | country | language | timezone | dates VALUE] [label PARTNER = LABEL]``, and the same in Turkish."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.partners import Partner
from bot.domain.places import Place
from bot.domain.teams import DateOrder
from bot.errors import BotError, Choice, Question
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.partner_filters import find_country
from bot.parsing.partner_lookup import read_partner
from bot.parsing.pieces import unquote
from bot.parsing.places import look_up
from bot.parsing.team_approvals import SetApprovals, ShowApprovals, read_chain
from bot.parsing.team_themes import ThemesChange, read_team_themes
from bot.parsing.timezones import SetTimezone, read_timezone
from bot.parsing.usual_tasks import SetTasks, read_usual_tasks

LONGEST_LABEL = 60


class Setting(StrEnum):
    """What a team can change about itself."""

    CITY = "city"
    COUNTRY = "country"
    LANGUAGE = "language"
    TIMEZONE = "timezone"
    DATES = "dates"
    LABEL = "label"
    THEMES = "themes"
    TASKS = "tasks"
    APPROVALS = "approvals"


_SETTINGS: Mapping[str, Setting] = {
    "time zone": Setting.TIMEZONE,
    "saat dilimi": Setting.TIMEZONE,
    **dict.fromkeys(("city", "belediye", "sehir", "kent", "municipality"), Setting.CITY),
    **dict.fromkeys(("country", "ulke"), Setting.COUNTRY),
    **dict.fromkeys(("language", "dil"), Setting.LANGUAGE),
    **dict.fromkeys(("timezone", "zone", "saat"), Setting.TIMEZONE),
    **dict.fromkeys(("dates", "date", "tarih", "tarihler"), Setting.DATES),
    **dict.fromkeys(("label", "etiket"), Setting.LABEL),
    **dict.fromkeys(("themes", "theme", "konular", "konu"), Setting.THEMES),
    **dict.fromkeys(("tasks", "takip", "isler", "takipler"), Setting.TASKS),
    **dict.fromkeys(("approvals", "approval", "onay", "onaylar"), Setting.APPROVALS),
}
_LANGUAGES = {"en": "en", "english": "en", "ingilizce": "en", "tr": "tr", "turkish": "tr", "turkce": "tr"}
_ORDERS: Mapping[str, DateOrder] = {
    **dict.fromkeys(("day", "day first", "day month", "gun", "once gun", "gun ay", "dd mm yyyy", "d m y"), "day"),
    **dict.fromkeys(("month", "month first", "month day", "ay", "once ay", "ay gun", "mm dd yyyy", "m d y"), "month"),
}
_NO_LABEL = frozenset({"–", "—", "none", "yok"})
_USUAL_LABEL = frozenset({"", "-", "usual", "default", "olağan", "olagan"})


class NoSuchSetting(BotError):
    """A word that is no setting of a team."""

    text = N_("“{text}” is no setting. Nothing was changed.")
    advice = N_(
        "There are: /team city, country, language, timezone, dates, label, tasks, approvals, themes. /team shows them."
    )


class MissingSetting(Question):
    """Which setting is known, and not its value."""

    field = "value"
    text = N_("What should it be? For example: {example}")


class UnknownCity(Question):
    """A city that the index does not have."""

    field = "value"
    text = N_("I do not know a city called “{text}”. Nothing was changed.")
    advice = N_("Check the spelling, or write it with its country: Ankara, Türkiye.")


class NotACountry(BotError):
    """No country has this name or code."""

    text = N_("“{text}” is no country that I know. Nothing was changed.")
    advice = N_("Write its name or its code, for example: /team country Türkiye, /team country TR.")


class NotALanguage(BotError):
    """A language that the desk does not speak."""

    text = N_("I do not speak “{text}”. Nothing was changed.")
    advice = N_("/team language English, or /team language Türkçe.")


class NotAnOrder(BotError):
    """Neither day nor month."""

    text = N_("“{text}” is no order of dates. Nothing was changed.")
    advice = N_("/team dates day reads 3/5 as 3 May, /team dates month as 5 March.")


class LongLabel(BotError):
    """A label that is too long for the first line of a card."""

    text = N_("That label is too long. Nothing was changed.")
    advice = N_("For example: /team label Jerusalem = Palestine")


@dataclass(frozen=True, slots=True)
class ShowTeam:
    """No change."""


@dataclass(frozen=True, slots=True)
class SetCity:
    """A city of the index."""

    place: Place


@dataclass(frozen=True, slots=True)
class SetCountry:
    """An ISO 3166-1 alpha-2 code, or KKTC."""

    code: str


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """A language of the product."""

    language: str


@dataclass(frozen=True, slots=True)
class SetDates:
    """What comes first in 3/5."""

    order: DateOrder


@dataclass(frozen=True, slots=True)
class SetLabel:
    """What cards write behind a partner: None is the usual country, "" nothing. ``asked`` False only shows it."""

    partner: Partner
    label: str | None
    asked: bool = True


TeamChange = (
    ShowTeam
    | SetCity
    | SetCountry
    | SetLanguage
    | SetTimezone
    | SetDates
    | SetLabel
    | SetTasks
    | ShowApprovals
    | SetApprovals
    | ThemesChange
)


def read_team(text: str, context: Context) -> TeamChange:
    """Raises the errors above and, for places and partners, what looking them up raises."""
    words = text.split()
    if not words:
        return ShowTeam()
    for count in (2, 1):
        setting = _SETTINGS.get(fold(" ".join(words[:count])))
        if setting and len(words) >= count:
            value = text.split(None, count)[count:]
            rest = value[0].strip().lstrip(":=").strip() if value else ""
            offset = text.rindex(rest) if rest else len(text)
            if not rest and setting is Setting.APPROVALS:
                return ShowApprovals()
            if not rest and setting is not Setting.THEMES:
                raise MissingSetting(choices=_CHOICES.get(setting, ()), example=_EXAMPLES[setting])
            try:
                return _READERS[setting](rest, context)
            except Question as question:
                start, end = question.hole or (0, len(rest))
                question.hole = (start + offset, end + offset)
                raise
    raise NoSuchSetting(text=words[0][:40])


def _city(text: str, context: Context) -> TeamChange:
    """Also "Ankara Büyükşehir Belediyesi" and "Municipality of Ankara": the index knows what such words mean."""
    place = look_up(
        context.partners.places, unquote(text), language=context.language, home_country=context.team.country
    )
    if place is None:
        raise UnknownCity(text=text[:60])
    return SetCity(place)


def _country(text: str, context: Context) -> TeamChange:
    by_code = context.partners.places.get(f"country:{text.upper()}")
    code = by_code.country if by_code else find_country(unquote(text), context)
    if not code:
        raise NotACountry(text=text[:60])
    return SetCountry(code)


def read_language(text: str) -> str | None:
    """A language of the product by its code or its name in either; None for any other."""
    return _LANGUAGES.get(fold(text))


def _language(text: str, _context: Context) -> TeamChange:
    if language := read_language(text):
        return SetLanguage(language)
    raise NotALanguage(text=text[:60])


def _dates(text: str, _context: Context) -> TeamChange:
    if order := _ORDERS.get(fold(text)):
        return SetDates(order)
    raise NotAnOrder(text=text[:60])


def _label(text: str, context: Context) -> TeamChange:
    before, sign, after = text.partition("=")
    partner = read_partner(before.strip(), context)
    label = unquote(after)
    if not sign:
        return SetLabel(partner, partner.label, asked=False)
    if len(label) > LONGEST_LABEL or "\n" in label:
        raise LongLabel()
    if label.casefold() in _NO_LABEL:
        return SetLabel(partner, "")
    return SetLabel(partner, None if label.casefold() in _USUAL_LABEL else label)


_READERS: Mapping[Setting, Callable[[str, Context], TeamChange]] = {
    Setting.CITY: _city,
    Setting.COUNTRY: _country,
    Setting.LANGUAGE: _language,
    Setting.TIMEZONE: lambda text, context: SetTimezone(read_timezone(text, context)),
    Setting.DATES: _dates,
    Setting.LABEL: _label,
    Setting.THEMES: read_team_themes,
    Setting.TASKS: lambda text, context: read_usual_tasks(text),
    Setting.APPROVALS: lambda text, _context: SetApprovals(read_chain(text)),
}
_EXAMPLES: Mapping[Setting, str] = {
    Setting.CITY: "Ankara",
    Setting.COUNTRY: "TR",
    Setting.LANGUAGE: "English",
    Setting.TIMEZONE: "Europe/Istanbul",
    Setting.DATES: "day",
    Setting.LABEL: "Kudüs = Filistin",
    Setting.TASKS: "teşekkür mektubu, tutanak",
    Setting.APPROVALS: "council decision, ministry permission",
}
_CHOICES: Mapping[Setting, tuple[Choice, ...]] = {
    Setting.LANGUAGE: (Choice("English", "en"), Choice("Türkçe", "tr")),
    Setting.DATES: (Choice(N_("3/5 is 3 May"), "day"), Choice(N_("3/5 is 5 March"), "month")),
}
