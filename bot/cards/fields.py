"""The fields of a record in words, and what changed about them."""

from bot.cards.agreements import duration_words, status_line
from bot.cards.approvals import approval_words, step_name
from bot.cards.contacts import PRIVATE as PRIVATE_OF_CONTACTS
from bot.cards.gifts import PRIVATE as PRIVATE_OF_GIFTS
from bot.cards.terms import LABELS
from bot.cards.values import View, describe
from bot.domain.agreements import Agreement
from bot.domain.contacts import Contact
from bot.domain.edits import Field, fields_of
from bot.domain.gifts import Gift
from bot.domain.memberships import Membership
from bot.domain.projects import Project
from bot.domain.records import Record, Role
from bot.i18n import Translator

PRIVATE = PRIVATE_OF_CONTACTS | PRIVATE_OF_GIFTS


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
            case Field.VALUE if isinstance(record.details, Gift):
                gift = record.details
                value = t.money(gift.value, gift.currency) if gift.value is not None else None
            case Field.OWNER:
                value = view.members.get(record.owner_id or 0)
            case Field.STATUS if isinstance(record.details, Agreement):
                value = status_line(record.details, t)
            case Field.TERM | Field.NOTICE:
                length = getattr(record.details, field.value)
                value = duration_words(length, t) if length else ""
            case Field.RENEWS if isinstance(record.details, Agreement):
                value = t("by itself") if record.details.renews else ""
            case Field.APPROVALS if isinstance(record.details, Agreement | Membership):
                value = "; ".join(
                    f"{step_name(approval.step, t)}: {approval_words(approval, view)}"
                    for approval in record.details.approvals
                )
            case Field.SUPERSEDES if isinstance(record.details, Agreement):
                value = [f"A{number}" for number in record.details.supersedes]
            case Field.RENEWED_BY if isinstance(record.details, Agreement):
                value = f"A{record.details.renewed_by}" if record.details.renewed_by else ""
            case Field.TERM_OF_OFFICE if isinstance(record.details, Contact):
                value = record.details.term
            case Field.LANGUAGES if isinstance(record.details, Contact):
                value = [t.language_name(code) for code in record.details.languages]
            case _:
                value = getattr(record.details, field.value)
        values[field] = "" if value is None else describe(value, t)
    return values


def _approvals(before: Record, after: Record, view: View) -> list[str]:
    """A text a step that has changed: "council decision: 1 July 2011, no 171"."""
    old, new = (
        {approval.step: approval_words(approval, view) for approval in record.details.approvals}
        for record in (before, after)
        if isinstance(record.details, Agreement | Membership)
    )
    return [
        f"{step_name(step, view.t)}: " + (f"{old[step]} → {new.get(step, '–')}" if step in old else new[step])
        for step in dict.fromkeys((*old, *new))
        if old.get(step) != new.get(step)
    ]


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
        if field is Field.APPROVALS:
            texts.extend(_approvals(before, after, view))
            continue
        told = f"{old[field]} → {value or '–'}" if old[field] else value
        texts.append(told if field in (Field.DATE, Field.PARTNER) else f"{t(LABELS[field])}: {told}")
    return texts
