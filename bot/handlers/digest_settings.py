"""What ``/digest`` does: the weekly agenda now, and how this chat gets it."""

from dataclasses import replace
from functools import lru_cache
from typing import assert_never

from bot.cards.digest_settings import empty_words, mine_line, next_line, sections_card, settings_card, when_line
from bot.digests.content import build_digest
from bot.digests.editions import edition_of, sections_of
from bot.digests.sections import SECTIONS
from bot.domain.reminders import LEAD_DAYS
from bot.domain.schedules import Schedule
from bot.errors import BotError
from bot.folding import fold
from bot.handlers.digest import DIGEST
from bot.i18n import N_, MessageId, Translator, translator
from bot.message import ChatKind, Invocation
from bot.parsing.digest import read_digest
from bot.parsing.digest_settings import (
    SetDigestLanguage,
    SetEmpty,
    SetLead,
    SetMine,
    SetSections,
    SetWhen,
    SetZone,
    ShowDigest,
    ShowSections,
    ShowSettings,
    Switch,
    Wanted,
)
from bot.permissions import NotPermitted, Permission
from bot.reply import Button, Buttons, Reply, Visibility, bold, lines
from bot.request import Request
from bot.storage.schedules import as_planned, load_schedule, save_schedule

TITLES: tuple[tuple[str, MessageId], ...] = tuple((section.name, section.title) for section in SECTIONS)


class MineInGroups(BotError):
    """Only what is theirs, in a chat that many read."""

    text = N_("In a group the weekly agenda is everybody's. Nothing was changed.")
    advice = N_("Write to me alone: /digest mine on")


class NoSectionLeft(BotError):
    """The last section would be switched off."""

    text = N_("Then nothing would be left of it. Nothing was changed.")
    advice = N_("To get none at all: /digest off")


def digest(request: Request, wanted: Wanted) -> Reply:
    """The digest, what is set, or what was changed. Raises ``NotPermitted``, ``MineInGroups``, ``NoSectionLeft``."""
    schedule = load_schedule(request.db, request.team_id, request.chat_id)
    if schedule is None:
        schedule = Schedule(request.team_id, request.chat_id, is_on=False, default_timezone=request.team.timezone)
    match wanted:
        case ShowDigest():
            return _show(request, schedule, wanted)
        case ShowSettings():
            t = _language_of(request, schedule)
            schedule = as_planned(request.db, schedule, request.now)
            return settings_card(schedule, LEAD_DAYS, TITLES, t, direct=not _shared(request))
        case ShowSections():
            return sections_card(schedule, TITLES, _language_of(request, schedule))
        case _:
            return _change(request, schedule, wanted)


def _show(request: Request, schedule: Schedule, wanted: ShowDigest) -> Reply:
    member_id = request.actor.member_id if wanted.is_mine else schedule.member_id if wanted.is_mine is None else None
    edition = edition_of(request.db, request.team, schedule, request.now, shared=_shared(request))
    edition = replace(
        edition,
        t=_language_of(request, schedule),
        member_id=member_id,
        is_whole=wanted.is_whole,
        first_of_month=wanted.is_whole or edition.first_of_month,
        most=WHOLE if wanted.is_whole else edition.most,
    )
    reply = build_digest(edition, sections=SECTIONS if wanted.is_whole else sections_of(schedule))
    if reply is None:
        raise LookupError("a digest that was asked for says at least one line")
    return replace(reply, visibility=Visibility.SENDER) if wanted.is_mine and edition.shared else reply


WHOLE = 30
"""Lines a section, where everything is wanted."""


def _change(request: Request, schedule: Schedule, wanted: Wanted) -> Reply:
    if _shared(request) and not request.actor.may(Permission.WRITE):
        raise NotPermitted(command=DIGEST.name_in(request.language))
    changed = _changed(request, schedule, wanted)
    saved = save_schedule(request.db, changed, now=request.now)
    t = _language_of(request, saved)
    if isinstance(wanted, SetSections):
        return replace(sections_card(saved, TITLES, t), replaces=True)
    settings = Button(t("Settings"), Invocation("digest", "settings"))
    first, *others = _said(saved, wanted, t)
    return Reply((lines([bold("✓ " + first), *others]), Buttons((settings,))))


def _changed(request: Request, schedule: Schedule, wanted: Wanted) -> Schedule:
    match wanted:
        case Switch():
            return replace(schedule, is_on=wanted.is_on)
        case SetWhen():
            return replace(
                schedule,
                weekday=schedule.weekday if wanted.weekday is None else wanted.weekday,
                at_time=wanted.at_time or schedule.at_time,
            )
        case SetZone():
            return replace(schedule, timezone=wanted.timezone)
        case SetDigestLanguage():
            return replace(schedule, language=wanted.language)
        case SetLead():
            return replace(schedule, lead_days=wanted.days)
        case SetEmpty():
            return replace(schedule, says_empty=wanted.says)
        case SetMine():
            if wanted.is_on and _shared(request):
                raise MineInGroups()
            return replace(schedule, member_id=request.actor.member_id if wanted.is_on else None)
        case SetSections():
            return replace(schedule, sections=_switched_off(schedule, wanted))
        case ShowDigest() | ShowSettings() | ShowSections():
            return schedule
        case _:
            assert_never(wanted)


def _switched_off(schedule: Schedule, wanted: SetSections) -> tuple[str, ...]:
    every = [section.name for section in SECTIONS]
    off = set(schedule.sections)
    if wanted.is_on is None:
        off = set(every) - set(wanted.names)
    elif wanted.is_on:
        off -= set(wanted.names)
    else:
        off |= set(wanted.names)
    if off.issuperset(every):
        raise NoSectionLeft()
    return tuple(name for name in every if name in off)


def _said(schedule: Schedule, wanted: Wanted, t: Translator) -> list[str]:
    """What was changed, and when the next one comes where that may have moved."""
    match wanted:
        case SetDigestLanguage():
            return [t("The weekly agenda is in this language from now on.")]
        case SetLead():
            days = ", ".join(map(str, schedule.lead_days or LEAD_DAYS))
            return [t("Last days: {days} days ahead", days=days)]
        case SetEmpty():
            return [empty_words(schedule.says_empty, t)]
        case SetMine():
            return [mine_line(schedule, t)]
        case _:
            return [when_line(schedule, t), next_line(schedule, t)]


def _language_of(request: Request, schedule: Schedule) -> Translator:
    """The digest's own language, where it was given one."""
    return translator(schedule.language) if schedule.language else request.t


def _shared(request: Request) -> bool:
    return request.message.chat.kind is ChatKind.GROUP


@lru_cache(maxsize=1)
def _section_names() -> dict[str, str]:
    return {fold(name): section.name for section in SECTIONS for name in (section.name, *section.names.values())}


def read(text: str, request: Request) -> Wanted:
    """What is wanted. Raises the errors of ``parsing.digest_settings``."""
    listed = [section.names.get(request.language, section.name) for section in SECTIONS]
    return read_digest(text, request.context, _section_names(), listed)
