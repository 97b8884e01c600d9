"""``/digest [settings | on | off | sections … | weekday | time | zone | language | lead | empty | mine]``.

In both languages. A day and an hour are understood alone: "/digest Monday 08:30", "/gundem salı 9".
"""

import re
from collections.abc import Callable, Mapping, Sequence

from bot.errors import Choice
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.context import Context
from bot.parsing.digest_settings import (
    MissingDigestSetting,
    NoSuchDigestSetting,
    NoSuchSection,
    NotADigestLanguage,
    NotADigestZone,
    NotATime,
    NotAWeekday,
    NotLeadTimes,
    NotOnOrOff,
    SetDigestLanguage,
    SetEmpty,
    SetLead,
    SetMine,
    SetSections,
    Setting,
    SetWhen,
    SetZone,
    ShowDigest,
    ShowSections,
    ShowSettings,
    Switch,
    Wanted,
)
from bot.parsing.team import read_language
from bot.parsing.timezones import NotATimezone, read_timezone

LONGEST_LEAD = 1000
"""Days; an agreement that is renewed years ahead is no reminder but a plan."""
MOST_LEADS = 8


_SETTINGS: Mapping[str, Setting] = {
    **dict.fromkeys(("kac gun onceden", "lead times", "lead time", "lead", "onceden"), Setting.LEAD),
    **dict.fromkeys(("time zone", "saat dilimi", "timezone", "zone"), Setting.ZONE),
    **dict.fromkeys(("empty week", "bos hafta", "empty", "bos"), Setting.EMPTY),
    **dict.fromkeys(("mine only", "yalniz benim", "mine", "benim"), Setting.MINE),
    **dict.fromkeys(("sections", "section", "bolumler", "bolum"), Setting.SECTIONS),
    **dict.fromkeys(("weekday", "day", "gun"), Setting.WEEKDAY),
    **dict.fromkeys(("time", "hour", "at", "saat"), Setting.TIME),
    **dict.fromkeys(("language", "dil"), Setting.LANGUAGE),
}
_ON = frozenset(("on", "ac", "acik", "yes", "evet"))
_OFF = frozenset(("off", "kapat", "kapali", "no", "hayir"))
_SAYS = _ON | frozenset(("line", "one line", "say", "yaz", "soyle"))
_SILENT = _OFF | frozenset(("nothing", "none", "silent", "yazma", "sus", "hicbir sey"))
_ALL = frozenset(("all", "whole", "tumu", "hepsi", "tamami"))
_EVERYBODY = frozenset(("everybody", "everyone", "ours", "herkes", "ekip", "ekibin"))
_SHOW_SETTINGS = frozenset(("settings", "ayarlar", "ayar"))
_USUAL = frozenset(("usual", "default", "olagan", "varsayilan"))
_WEEKDAYS: Mapping[str, int] = {
    name: day
    for day, names in enumerate(
        (
            "monday mon pazartesi pzt",
            "tuesday tue sali sal",
            "wednesday wed carsamba car",
            "thursday thu persembe per",
            "friday fri cuma cum",
            "saturday sat cumartesi cmt",
            "sunday sun pazar paz",
        )
    )
    for name in names.split()
}
_TIME = re.compile(r"([01]?\d|2[0-4])(?:[:.]?([0-5]\d))?\s*(am|pm|a\.m\.|p\.m\.)?(?:['’]?[dt][ae])?", re.IGNORECASE)
_HOUR_AND_MINUTES = re.compile(r"\d{1,2}[:.]\d\d|\d{1,2}\s*(?:am|pm)", re.IGNORECASE)
_NOT_DAYS = re.compile(r"[\s,;/+]+|\b(?:and|ve|days?|gün|gun|before|önceden|önce)\b", re.IGNORECASE)


def read_digest(text: str, context: Context, sections: Mapping[str, str], listed: Sequence[str] = ()) -> Wanted:
    """``sections`` are the names of the sections by what they may be called, folded; ``listed`` what they are called in
    the language of the chat. Raises the errors of ``digest_settings``."""
    words = fold(text).split()
    phrase = " ".join(words)
    if not words:
        return ShowDigest()
    if phrase in _SHOW_SETTINGS:
        return ShowSettings()
    if phrase in _ON | _OFF:
        return Switch(phrase in _ON)
    if shown := _shown(words):
        return shown
    for count in (3, 2, 1):
        setting = _SETTINGS.get(" ".join(words[:count]).strip(",:="))
        if setting and len(words) >= count:
            rest = text.split(None, count)[count:]
            return _set(setting, rest[0].strip(" ,:=") if rest else "", context, sections, listed)
    if when := _when(words, text):
        return when
    raise NoSuchDigestSetting(text=text[:40])


def _shown(words: list[str]) -> ShowDigest | None:
    """ "mine", "all", "all mine", "everybody"."""
    mine = [word for word in words if word in ("mine", "benim", "only", "yalniz")]
    whole = [word for word in words if word in _ALL]
    everybody = [word for word in words if word in _EVERYBODY]
    if len(mine) + len(whole) + len(everybody) != len(words) or (mine and everybody):
        return None
    return ShowDigest(is_mine=True if mine else False if everybody else None, is_whole=bool(whole))


def _set(setting: Setting, text: str, context: Context, sections: Mapping[str, str], listed: Sequence[str]) -> Wanted:
    if setting is Setting.SECTIONS:
        return _sections(text, sections, listed)
    if not text:
        choices, example = _CHOICES[setting]
        raise MissingDigestSetting(choices=choices, example=example)
    if setting is Setting.ZONE:
        try:
            return SetZone(read_timezone(text, context))
        except NotATimezone:
            raise NotADigestZone(text=text[:60]) from None
    return _READERS[setting](text)


def _language(text: str) -> Wanted:
    if language := read_language(text):
        return SetDigestLanguage(language)
    raise NotADigestLanguage(text=text[:60])


def _weekday(text: str) -> Wanted:
    day = _WEEKDAYS.get(fold(text))
    if day is None:
        raise NotAWeekday(text=text[:40])
    return SetWhen(weekday=day)


def _time(text: str) -> Wanted:
    at_time = _read_time(text)
    if at_time is None:
        raise NotATime(text=text[:40])
    return SetWhen(at_time=at_time)


def _when(words: list[str], text: str) -> SetWhen | None:
    """ "Monday", "08:30", "salı 9": the day, the hour or both without saying which."""
    if (day := _WEEKDAYS.get(words[0].strip(","))) is not None:
        rest = text.split(None, 1)[1:]
        if not rest:
            return SetWhen(weekday=day)
        at_time = _read_time(re.sub(r"^(?:at|saat)\s+", "", rest[0].strip(), flags=re.IGNORECASE))
        return SetWhen(day, at_time) if at_time else None
    return SetWhen(at_time=_read_time(text)) if _HOUR_AND_MINUTES.match(text) and _read_time(text) else None


def _read_time(text: str) -> str | None:
    found = _TIME.fullmatch(text.strip())
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower().replace(".", "")
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    if hour == 24:
        hour = 0 if minute == 0 else 24
    return f"{hour:02}:{minute:02}" if hour < 24 else None


def _lead(text: str) -> Wanted:
    if fold(text) in _USUAL:
        return SetLead(None)
    numbers = [number for number in _NOT_DAYS.split(text) if number]
    days = {int(number) for number in numbers if re.fullmatch(r"\d{1,4}", number, re.ASCII)}
    if len(numbers) > MOST_LEADS or not days or any(not number.isdecimal() for number in numbers):
        raise NotLeadTimes(text=text[:40])
    if min(days) < 1 or max(days) > LONGEST_LEAD:
        raise NotLeadTimes(text=text[:40])
    return SetLead(tuple(sorted(days, reverse=True)))


def _empty(text: str) -> Wanted:
    word = fold(text)
    if word not in _SAYS | _SILENT:
        raise NotOnOrOff(text=text[:40], setting=N_("empty"))
    return SetEmpty(word in _SAYS)


def _mine(text: str) -> Wanted:
    word = fold(text)
    if word not in _ON | _OFF:
        raise NotOnOrOff(text=text[:40], setting=N_("mine"))
    return SetMine(word in _ON)


def _sections(text: str, sections: Mapping[str, str], listed: Sequence[str]) -> Wanted:
    """ "off culture", "culture off", "all", or the names of those that are wanted."""
    words = fold(text).replace(",", " ").split()
    if not words:
        return ShowSections()
    if " ".join(words) in _ALL:
        return SetSections(tuple(dict.fromkeys(sections.values())))
    is_on: bool | None = None
    for at in (0, -1):
        if words[at] in _ON | _OFF:
            is_on = words.pop(at) in _ON
            break
    names = tuple(sections.values()) if " ".join(words) in _ALL else _names(words, sections)
    if not names:
        raise NoSuchSection(text=text[:40], sections=", ".join(listed), example=listed[-1] if listed else "")
    return SetSections(names, is_on)


def _names(words: list[str], sections: Mapping[str, str]) -> tuple[str, ...]:
    """The sections that all of ``words`` name, the longest names first; () where one names none."""
    found, at = [], 0
    while at < len(words):
        for count in (3, 2, 1):
            name = sections.get(" ".join(words[at : at + count]))
            if name and at + count <= len(words):
                found.append(name)
                at += count
                break
        else:
            return ()
    return tuple(dict.fromkeys(found))


_READERS: Mapping[Setting, Callable[[str], Wanted]] = {
    Setting.WEEKDAY: _weekday,
    Setting.TIME: _time,
    Setting.LANGUAGE: _language,
    Setting.LEAD: _lead,
    Setting.EMPTY: _empty,
    Setting.MINE: _mine,
}
DAYS = (N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"))
"""The days of the week, from 0 on."""
_DAYS = tuple(Choice(name, name.lower()) for name in DAYS)
_HOURS = tuple(Choice(hour, hour) for hour in ("07:30", "08:00", "08:30", "09:00", "10:00"))
_ON_OFF = (Choice(N_("On"), "on"), Choice(N_("Off"), "off"))
_CHOICES: Mapping[Setting, tuple[tuple[Choice, ...], str]] = {
    Setting.WEEKDAY: (_DAYS, "Monday"),
    Setting.TIME: (_HOURS, "08:30"),
    Setting.ZONE: ((), "Europe/Istanbul"),
    Setting.LANGUAGE: ((Choice("English", "en"), Choice("Türkçe", "tr")), "English"),
    Setting.LEAD: ((Choice("180, 90, 30, 7", "usual"), Choice("90, 30", "90, 30"), Choice("30, 7", "30, 7")), "90, 30"),
    Setting.EMPTY: ((Choice(N_("One line"), "line"), Choice(N_("Nothing"), "nothing")), "nothing"),
    Setting.MINE: (_ON_OFF, "on"),
}
