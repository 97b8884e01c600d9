"""The labels of fields, as they stand on cards and are understood by ``/edit``, and a field's value in words."""

from collections.abc import Mapping

from bot.cards.values import View, describe
from bot.domain.edits import Field, fields_of
from bot.domain.projects import Project
from bot.domain.records import Record, Role
from bot.i18n import N_, MessageId, Translator

LABELS: Mapping[Field, MessageId] = {
    Field.DATE: N_("date"),
    Field.PARTNER: N_("partner"),
    Field.GUEST: N_("guest"),
    Field.HOST: N_("host"),
    Field.THEMES: N_("themes"),
    Field.DIRECTION: N_("direction"),
    Field.KIND: N_("kind"),
    Field.PURPOSE: N_("purpose"),
    Field.PEOPLE: N_("people"),
    Field.PARTICIPANTS: N_("with"),
    Field.TITLE: N_("title"),
    Field.PLACE: N_("place"),
    Field.ATTENDANCE: N_("attendance"),
    Field.NETWORK: N_("network"),
    Field.ENDS_ON: N_("until"),
    Field.STATUS: N_("status"),
    Field.REASON: N_("reason"),
    Field.NAME: N_("name"),
    Field.ORGANISATION: N_("organisation"),
    Field.EMAILS: N_("e-mail"),
    Field.PHONES: N_("phone"),
    Field.LANGUAGES: N_("languages"),
    Field.FORM_OF_ADDRESS: N_("form of address"),
    Field.ACRONYM: N_("acronym"),
    Field.FUNDER: N_("funder"),
    Field.BUDGET: N_("budget"),
    Field.TEXT: N_("text"),
}


def field_values(record: Record, view: View) -> dict[Field, str]:
    """Every field of a record in words; an empty one is ""."""
    t = view.t
    values: dict[Field, str] = {}
    for field in fields_of(record.kind):
        match field:
            case Field.DATE:
                value: object = record.period or t("undated")
            case Field.THEMES:
                value = record.themes
            case Field.PARTNER:
                value = _partners(record, Role.PARTNER, view)
            case Field.GUEST | Field.HOST:
                value = _partners(record, Role(field.value), view) or getattr(record.details, field.value)
            case Field.BUDGET:
                value = _budget(record, t)
            case _:
                value = getattr(record.details, field.value)
        values[field] = "" if value is None else describe(value, t)
    return values


def _budget(record: Record, t: Translator) -> str:
    project = record.details
    if not isinstance(project, Project) or project.budget is None:
        return ""
    return t.money(project.budget, project.currency)


def _partners(record: Record, role: Role, view: View) -> tuple[str, ...]:
    return tuple(
        view.partners[link.partner_id].name_in(view.t.language)
        for link in record.links
        if link.role is role and link.partner_id in view.partners
    )


def differences(before: Record, after: Record, view: View) -> list[str]:
    """What changed, a text a field: "3 May 2025 → 4 May 2025"; with the label where the value does not tell."""
    t = view.t
    old, new = field_values(before, view), field_values(after, view)
    texts = []
    for field, value in new.items():
        if value == old[field]:
            continue
        told = f"{old[field]} → {value or '–'}" if old[field] else value
        texts.append(told if field in (Field.DATE, Field.PARTNER) else f"{t(LABELS[field])}: {told}")
    return texts
