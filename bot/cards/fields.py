"""The fields of a record in words, and what changed about them."""

from bot.cards.agreements import status_line
from bot.cards.contacts import PRIVATE
from bot.cards.terms import LABELS
from bot.cards.values import View, describe
from bot.domain.agreements import Agreement
from bot.domain.contacts import Contact
from bot.domain.edits import Field, fields_of
from bot.domain.projects import Project
from bot.domain.records import Record, Role
from bot.i18n import Translator


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
            case Field.STATUS if isinstance(record.details, Agreement):
                value = status_line(record.details, t)
            case Field.TERM if isinstance(record.details, Contact):
                value = record.details.term
            case Field.LANGUAGES if isinstance(record.details, Contact):
                value = [t.language_name(code) for code in record.details.languages]
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
        if view.shared and field in PRIVATE:
            texts.append(t("{field}: changed", field=t(LABELS[field])))
            continue
        told = f"{old[field]} → {value or '–'}" if old[field] else value
        texts.append(told if field in (Field.DATE, Field.PARTNER) else f"{t(LABELS[field])}: {told}")
    return texts
