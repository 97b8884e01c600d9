"""A partner on one phone screen: what did we do with them, what is next?"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.cards.approvals import gaps_of
from bot.cards.elapsed import elapsed
from bot.cards.health import GRADES, reason_words
from bot.cards.records import line_of
from bot.cards.terms import TERMS
from bot.cards.values import View, country_line
from bot.domain.agreement_terms import OVER, is_past_its_end, status_on, turn_on
from bot.domain.agreements import Agreement, AgreementKind
from bot.domain.approvals import Problem
from bot.domain.contacts import Contact
from bot.domain.health import Frequency, Grade, Health
from bot.domain.local_time import LocalTime, local_time
from bot.domain.partners import Partner
from bot.domain.records import StoredRecord
from bot.folding import fold
from bot.i18n import LANGUAGES, Translator
from bot.message import Invocation
from bot.parsing.dates import format_day
from bot.parsing.references import reference_of
from bot.reply import Block, Button, Buttons, Reply, bold, lines

CONTACTS = 3
_LINE = 80
ENDS_SOON = timedelta(days=180)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerFile:
    """What the card shows of a partner. ``latest`` are the last visits and events, the newest first.

    ``note`` is the newest of its notes, ``record_count`` how many records of any kind there are.
    ``last`` is the newest contact that has begun, ``next`` the first visit or event that has not; ``contacts`` the
    first few of ``contact_count``; ``late_tasks`` are some of the ``open_tasks``. All are records that count.
    ``health`` is None where no contact has a date.
    """

    partner: Partner
    agreements: Sequence[StoredRecord] = ()
    next: StoredRecord | None = None
    last: StoredRecord | None = None
    latest: Sequence[StoredRecord] = ()
    contacts: Sequence[StoredRecord] = ()
    contact_count: int = 0
    note: StoredRecord | None = None
    record_count: int = 0
    health: Health | None = None
    open_tasks: int = 0
    late_tasks: int = 0


def partner_card(file: PartnerFile, view: View, now: datetime) -> Reply:
    """The screen; ``now`` is aware."""
    t = view.t
    alone = replace(view, partners={})  # whose records these are is in the first line
    rows = [*relation_lines(file.agreements, view.today, t)]
    if file.partner.timezone:
        rows.append(time_line(local_time(now, file.partner.timezone, view.team.timezone), t))
    if file.next:
        rows.append(t("Next: {record}", record=line_of(file.next, alone)))
    if file.last and file.last.record.period:
        ago = elapsed(file.last.record.period, view.today, t)
        rows.append(t("Last contact: {record}", record=" · ".join(filter(None, [file.last.short_id, ago]))))
    if file.health:
        rows.append(t("Relationship: {grade}", grade=_standing(file.health, view.today, t)))
    if file.latest:
        rows.append(t("Latest:"))
        rows.extend(f"  {line_of(stored, alone)}" for stored in file.latest)
    elif not file.next:
        rows.append(t("No visits or events recorded yet."))
    if file.contacts:
        rows.append(t("Contacts: {names}", names=_contact_names(file)))
    if file.open_tasks:
        late = t.plural("{n} overdue", "{n} overdue", file.late_tasks) if file.late_tasks else ""
        rows.append(" · ".join(filter(None, [t("Open tasks: {n}", n=file.open_tasks), late])))
    if file.note:
        rows.append(_short(t("Note: {record}", record=" ".join(line_of(file.note, alone).split()))))
    rows.extend(_warnings(file.agreements, view))
    blocks: list[Block] = [lines([bold(title_of(file.partner, t)), *rows])]
    blocks.append(Buttons(tuple(_buttons(file, t))))
    return Reply(tuple(blocks))


def _standing(health: Health, today: date, t: Translator) -> str:
    """The last contact, agreements and tasks have lines of their own; that it was oftener is said here."""
    grade = t(GRADES[health.grade])
    rarer = next((reason for reason in health.reasons if isinstance(reason, Frequency) and reason.weight < 0), None)
    if health.grade is Grade.QUIET or rarer is None:
        return grade
    return t("{grade}: {reason}", grade=grade, reason=reason_words(rarer, today, t))


def _short(text: str) -> str:
    return text if len(text) <= _LINE else text[: _LINE - 1] + "…"


def title_of(partner: Partner, t: Translator) -> str:
    """ "Skopje · Üsküp, North Macedonia": its name, what the other language calls it, the country."""
    name = partner.name_in(t.language)
    others = [*(partner.names[language] for language in LANGUAGES if language in partner.names), partner.name]
    other = next((other for other in others if fold(other) != fold(name)), "")
    names = " · ".join(filter(None, [name, other]))
    return ", ".join(filter(None, [names, country_line(partner, t)]))


def relation_lines(agreements: Sequence[StoredRecord], today: date, t: Translator) -> list[str]:
    """One line a kind of agreement: "Town twinning agreement · in force · since 1995".

    The newest of a kind says where it stands, the oldest since when.
    """
    by_kind: dict[AgreementKind, list[tuple[StoredRecord, Agreement]]] = {}
    for stored in agreements:
        if isinstance(stored.record.details, Agreement):
            by_kind.setdefault(stored.record.details.kind, []).append((stored, stored.record.details))
    rows = []
    for kind in AgreementKind:
        if found := by_kind.get(kind):
            found.sort(key=lambda pair: (_signed(pair[0]), pair[0].id))
            newest = found[-1][1]
            years = [stored.record.period.start.year for stored, _ in found if stored.record.period]
            parts = [t(TERMS[kind])]
            status = status_on(newest, today)
            if status:
                parts.append(t(TERMS[status]))
            if years and status not in OVER:
                parts.append(t("since {year}", year=min(years)))
            rows.append(" · ".join(parts))
    return rows


def _signed(stored: StoredRecord) -> date:
    return stored.record.period.start if stored.record.period else date.min


def time_line(time: LocalTime, t: Translator) -> str:
    """ "11:42 there (1 hour behind)"; with the day where it is another one there."""
    there = {"hour": f"{time.hour:02}", "minute": f"{time.minute:02}", "difference": _difference(time.ahead, t)}
    if time.days > 0:
        return t("{hour}:{minute} tomorrow there ({difference})", **there)
    if time.days < 0:
        return t("{hour}:{minute} yesterday there ({difference})", **there)
    return t("{hour}:{minute} there ({difference})", **there)


def _difference(ahead: int, t: Translator) -> str:
    hours, minutes = divmod(abs(ahead), 60)
    if ahead == 0:
        return t("the same time")
    if minutes:
        if ahead > 0:
            return t("{hours} h {minutes} min ahead", hours=hours, minutes=minutes)
        return t("{hours} h {minutes} min behind", hours=hours, minutes=minutes)
    if ahead > 0:
        return t.plural("{n} hour ahead", "{n} hours ahead", hours)
    return t.plural("{n} hour behind", "{n} hours behind", hours)


def _contact_names(file: PartnerFile) -> str:
    names = []
    for stored in file.contacts[:CONTACTS]:
        if isinstance(stored.record.details, Contact):
            contact = stored.record.details
            names.append(f"{contact.name} ({contact.title})" if contact.title else contact.name)
    more = file.contact_count - len(names)
    return ", ".join([*names, f"+{more}"] if more > 0 else names)


def _warnings(agreements: Sequence[StoredRecord], view: View) -> list[str]:
    """Ends and last days of notice that have passed or are near, and which approvals have no record."""
    t, today = view.t, view.today
    rows = []
    for stored in agreements:
        agreement = stored.record.details
        turn = turn_on(agreement, today) if isinstance(agreement, Agreement) else None
        if not isinstance(agreement, Agreement) or turn is None:
            continue
        day = format_day(turn.ends_on, t.language, weekday=False)
        notice = turn.notice_on if turn.notice_on and turn.notice_on >= today else None
        if is_past_its_end(agreement, today):
            rows.append(t("⚠ {id}: its term ended on {date}", id=stored.short_id, date=day))
        elif notice and notice <= today + ENDS_SOON:
            last = format_day(notice, t.language, weekday=False)
            rows.append(t("⚠ {id}: last day to give notice {date}", id=stored.short_id, date=last))
        elif turn.ends_on <= today + ENDS_SOON and not agreement.renews:
            rows.append(t("⚠ {id}: its term ends on {date}", id=stored.short_id, date=day))
    missing = (Problem.MISSING, Problem.AWAITED)
    ordered = sorted(agreements, key=lambda stored: stored.number)
    lacking = [stored for stored in ordered if any(gap.problem in missing for gap in gaps_of(stored, view))]
    if lacking:
        rows.append(t("⚠ Approval not on record: {ids}", ids=", ".join(stored.short_id for stored in lacking)))
    return rows


def _buttons(file: PartnerFile, t: Translator) -> list[Button]:
    reference = reference_of(file.partner)
    buttons = [visit_button(reference, t)]
    if file.agreements:
        buttons.append(Button(t("Agreements"), Invocation("agreement", reference)))
    if file.contacts:
        buttons.append(Button(t("Contacts"), Invocation("who", reference)))
    if file.record_count:
        buttons.append(Button(t("All"), Invocation("find", reference)))
    return buttons


def visit_button(reference: str, t: Translator) -> Button:
    """Logs a visit with a partner or place, and asks when."""
    return Button(t("Log a visit"), Invocation("log", f"visit {reference}"))
