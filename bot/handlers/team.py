"""``/team``: the city, country, language, zone and date order of the desk, and the labels of its partners."""

from dataclasses import replace
from typing import assert_never

from bot.cards.approvals import STEPS
from bot.cards.team import (
    chain_words,
    country_words,
    label_words,
    language_words,
    order_words,
    team_lines,
    usual_words,
)
from bot.cards.values import partner_line, place_line
from bot.domain.country_labels import label_in, shipped_label
from bot.domain.partners import Partner
from bot.domain.places import PlaceKind
from bot.domain.teams import follows_city
from bot.handlers.team_themes import set_themes, show_themes
from bot.i18n import N_, Translator, translator
from bot.message import Invocation
from bot.parsing.new_partners import partner_at
from bot.parsing.places import country_name
from bot.parsing.team import (
    SetCity,
    SetCountry,
    SetDates,
    SetLabel,
    SetLanguage,
    ShowTeam,
    TeamChange,
    read_team,
)
from bot.parsing.team_approvals import SetApprovals, ShowApprovals
from bot.parsing.team_themes import SetThemes, ShowThemes
from bot.parsing.timezones import SetTimezone
from bot.parsing.usual_tasks import SetTasks
from bot.permissions import NotPermitted, Permission
from bot.reply import Button, Buttons, Reply, bold, lines
from bot.request import Request
from bot.router import Command
from bot.storage.agreements import count_lacking_approval
from bot.storage.approvals import derive_lacking
from bot.storage.partners import list_partners, set_country
from bot.storage.schedules import look_again
from bot.storage.tasks import set_usual_tasks, usual_tasks
from bot.storage.teams import change_team


def team(request: Request, change: TeamChange) -> Reply:
    """Show the settings, or change one and say what was changed. Raises ``NotPermitted``."""
    t = request.t
    if isinstance(change, ShowTeam):
        own = usual_tasks(request.db, request.team_id)
        return Reply((team_lines(request.team, _labelled(request), usual_words(own, t), t),))
    if isinstance(change, ShowApprovals):
        return _show_approvals(request)
    if isinstance(change, SetLabel) and not change.asked:
        label = label_in(t.language, change.partner.country, change.label) if change.label else change.label
        return _said(t("{partner}: {label}", partner=_bare(change.partner, t), label=label_words(label, t)))
    if isinstance(change, ShowThemes):
        return show_themes(request, change.theme)
    if not request.actor.may(Permission.ADMIN):
        raise NotPermitted(command=TEAM.name_in(t.language))
    match change:
        case SetCity():
            return _set_city(request, change)
        case SetCountry():
            change_team(request.db, request.team_id, country=change.code)
            look_again(request.db, request.team_id, request.now)
            derive_lacking(request.db, replace(request.team, country=change.code))
            return _said(
                t("✓ Country: {country}", country=country_words(change.code, t)), *_relabel(request, change.code)
            )
        case SetLanguage():
            return _set_language(request, change.language)
        case SetTimezone():
            change_team(request.db, request.team_id, timezone=change.timezone)
            look_again(request.db, request.team_id, request.now)
            return _said(t("✓ Time zone: {zone}", zone=change.timezone))
        case SetDates():
            change_team(request.db, request.team_id, date_order=change.order)
            return _said(t("✓ Dates: {order}", order=order_words(change.order, t)))
        case SetApprovals():
            return _set_approvals(request, change.chain)
        case SetLabel():
            return _set_label(request, change)
        case SetThemes():
            return set_themes(request, change)
        case SetTasks():
            set_usual_tasks(request.db, request.team_id, change.texts)
            return _said(t("✓ After a visit: {tasks}", tasks=usual_words(change.texts, t)))
        case _:
            assert_never(change)


def _said(*rows: str) -> Reply:
    first, *others = rows
    return Reply((lines([bold(first), *others]),))


def _set_city(request: Request, change: SetCity) -> Reply:
    t, place = request.t, change.place
    values: dict[str, str | None] = {"home_city": place.name_in(request.team.language), "home_place_id": place.id}
    rows = [t("✓ City: {city}", city=place_line(place, t))]
    if place.country and place.country != request.team.country:
        values["country"] = place.country
        rows.append(t("Country: {country}", country=country_name(place.country, t.language)))
        rows.extend(_relabel(request, place.country))
        derive_lacking(request.db, replace(request.team, country=place.country))
    before = request.places.get(request.team.home_place_id or "")
    zone_followed = follows_city(request.team.timezone, before.timezone if before else None)
    if place.timezone and place.timezone != request.team.timezone and zone_followed:
        values["timezone"] = place.timezone
        rows.append(t("Time zone: {zone}", zone=place.timezone))
    change_team(request.db, request.team_id, **values)
    look_again(request.db, request.team_id, request.now)
    return _said(*rows)


def _show_approvals(request: Request) -> Reply:
    t = request.t
    usual = request.team.approval_chain is None
    steps = chain_words(request.team, t)
    rows = [t("{steps} (as usual in your country)", steps=steps) if usual else steps]
    own = [step for step in request.team.approval_steps if step not in STEPS]
    rows += [t("To file “{step}”: /permission A7 {step}: 1 July 2011 no 171", step=step) for step in own]
    rows.append(t("To change: /team approvals council decision, governor's consent. Or: none, usual."))
    return _said(t("What agreements and memberships need"), *rows)


def _set_approvals(request: Request, chain: tuple[str, ...] | None) -> Reply:
    t, team = request.t, replace(request.team, approval_chain=chain)
    change_team(request.db, request.team_id, approval_chain=None if chain is None else list(chain))
    derive_lacking(request.db, team)
    lacking = count_lacking_approval(request.db, request.team_id)
    rows = [t("Approval not on record: {n}", n=lacking)] if lacking else []
    return _said(t("✓ Approvals: {steps}", steps=chain_words(team, t)), *rows)


def _relabel(request: Request, country: str) -> list[str]:
    """What ships for the team's country is for the partners that are there already, too; what the desk set stays."""
    t, team = request.t, replace(request.team, country=country)
    changed = []
    for partner, _ in list_partners(request.db, request.team_id):
        place = request.places.get(partner.place_id or "")
        if place is None:
            continue
        before, after = partner_at(place, request.team), partner_at(place, team)
        if (partner.country, partner.label) != (before.country, before.label) or before == after:
            continue
        labelled = replace(partner, country=after.country, label=after.label, names=after.names)
        set_country(request.db, request.team_id, labelled)
        changed.append(partner_line(labelled, t))
    return [t("Cards write now: {partners}", partners="; ".join(changed))] if changed else []


def _set_language(request: Request, language: str) -> Reply:
    change_team(request.db, request.team_id, language=language)
    # The answer is in the new language, unless the chat keeps another one anyway.
    t = translator(language) if request.language == request.team.language else request.t
    return _said(t("✓ Language: {language}", language=language_words(language)))


def _set_label(request: Request, change: SetLabel) -> Reply:
    t = request.t
    label = _usual(request, change.partner) if change.label is None else change.label
    request.changes.set_label(change.partner, label)
    shown = partner_line(replace(change.partner, label=label), t)
    undo = Button(t("Undo"), Invocation("undo", str(request.changes.id)))
    return Reply((lines([bold(t("✓ Cards write: {partner}", partner=shown))]), Buttons((undo,))))


def _bare(partner: Partner, t: Translator) -> str:
    return partner.name_in(t.language)


def _labelled(request: Request) -> list[Partner]:
    """Those whose label is not the one that comes with their country."""
    return [
        partner
        for partner, _ in list_partners(request.db, request.team_id)
        if partner.label not in (None, _usual(request, partner))
    ]


def _usual(request: Request, partner: Partner) -> str | None:
    """The label that ships for the team, None for the country's name; a country needs none behind its name."""
    return None if partner.kind is PlaceKind.COUNTRY else shipped_label(request.team.country, partner.country)


TEAM = Command(
    name="team",
    names={"tr": ("ekip",)},
    help=N_("Our city, language, time zone"),
    usage=N_(
        "/team\n/team city Ankara\n/team country TR\n/team language Türkçe\n/team timezone Istanbul\n"
        "/team dates day\n/team label Jerusalem = Palestine\n"
        "/team tasks thank-you letter, minutes\n/team approvals\n/team themes environment = nature"
    ),
    parse=lambda text, request: read_team(text, request.context),
    handle=team,
)
