"""Agreements, as conversations, and a register of real ones."""

import csv
from datetime import date
from pathlib import Path

import pytest

from bot.domain.agreements import Agreement, AgreementKind, AgreementStatus
from bot.domain.approvals import COUNCIL, PERMISSION, Approval, ApprovalState
from bot.domain.durations import Duration
from bot.domain.periods import Period, Precision
from bot.domain.records import Link, Record
from bot.parsing.dates import format_day, format_period
from bot.storage.agreements import count_lacking_approval
from tests.desk import Desk

REGISTER = Path(__file__).parents[1] / "data" / "agreements_tr.csv"
STEP_WORDS = {
    "en": ("council decision", "ministry permission", "no"),
    "tr": ("meclis kararı", "bakanlık izni", "sayı"),
}
KINDS = {
    "town_twinning": AgreementKind.TOWN_TWINNING,
    "memorandum_of_understanding": AgreementKind.MEMORANDUM,
}


def test_log_look_up_and_cancel(desk: Desk) -> None:
    desk.chat("""
        > /log agreement Bishkek sister city 14 March 2024
        ✓ A1 · Town twinning agreement
        Bishkek, Kyrgyzstan
        Open-ended · signed 14 March 2024
        [1] Undo  [2] Edit

        > /agreement Bishkek MoU 25 June 2025 for 5 years, in force
        ✓ A2 · Memorandum of understanding
        Bishkek, Kyrgyzstan
        In force · until 24 June 2030 · signed 25 June 2025
        [1] Undo  [2] Edit

        > /agreement bishkek
        Agreements · Bishkek
        A2 · 25 June 2025 · Bishkek: Memorandum of understanding, in force
        A1 · 14 March 2024 · Bishkek: Town twinning agreement
        [1] A2  [2] A1

        > /edit a1 cancelled
        ✓ A1: status: cancelled
        A1 · Town twinning agreement
        Bishkek, Kyrgyzstan
        Cancelled · signed 14 March 2024
        [1] Undo  [2] Edit

        > no, cancelled 15 March 2026: unanimous decision
        ✓ A1: status: cancelled → cancelled, 15 March 2026; reason: unanimous decision
        [1] Undo  [2] Add as note instead

        > /agreement a1
        A1 · Town twinning agreement
        Bishkek, Kyrgyzstan
        Cancelled, 15 March 2026 · signed 14 March 2024
        Reason: unanimous decision
        [1] Edit  [2] Papers

        > [Undo]
        ✓ Undone
        A1: status: cancelled, 15 March 2026 → cancelled; reason: unanimous decision → –
    """)


def test_what_is_missing_is_asked_one_after_the_other(desk: Desk) -> None:
    desk.chat("""
        > /log agreement
        Which city? For example: Tirana.

        > Tirana
        Which kind of agreement is it?
        [1] Town twinning agreement  [2] Cooperation protocol  [3] Memorandum of understanding  [4] Letter of goodwill

        > [Cooperation protocol]
        When was it signed? For example: 14 March 2024, 2019, undated.

        > 2019
        ✓ A1 · Cooperation protocol
        Tirana, Albania
        Open-ended · signed 2019
        [1] Undo  [2] Edit

        > /log agreement Osh twinning cancelled: no answer
        When was it signed? For example: 14 March 2024, 2019, undated.

        > undated
        ✓ A2 · Town twinning agreement
        Osh, Kyrgyzstan
        Cancelled · signed, date not recorded
        Reason: no answer
        [1] Undo  [2] Edit

        > /log agreement Tirana twinning 14 March 2024 until 2020
        The end (31 December 2020) is before the start (14 March 2024). Nothing was stored.
        Send it alone, for example 10–13 September 2026.
    """)


def test_in_turkish_words(desk: Desk) -> None:
    desk.chat("""
        > /protokol bişkek kardeş şehir 14 mart 2024, 2029 sonuna kadar
        ✓ A1 · Town twinning agreement
        Bishkek, Kyrgyzstan
        Until 31 December 2029 · signed 14 March 2024
        [1] Undo  [2] Edit

        > anlaşma rotterdam kardeş kent 24 haziran 2005, 15 mart 2017'de iptal edildi: oybirliğiyle
        ✓ A2 · Town twinning agreement
        Rotterdam, Netherlands
        Cancelled, 15 March 2017 · signed 24 June 2005
        Reason: oybirliğiyle
        [1] Undo  [2] Edit

        > /duzelt a1 süresiz
        ✓ A1: until: Monday, 31 December 2029 → –
        A1 · Town twinning agreement
        Bishkek, Kyrgyzstan
        Open-ended · signed 14 March 2024
        [1] Undo  [2] Edit
    """)


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        ("until 2029-03-14", {"ends_on": date(2029, 3, 14)}),
        ("until: 14 March 2029", {"ends_on": date(2029, 3, 14)}),
        ("for 5 years", {"ends_on": date(2029, 3, 13), "term": Duration(60)}),
        ("süre: 5 yıl", {"ends_on": date(2029, 3, 13), "term": Duration(60)}),
        ("2029 sonuna kadar", {"ends_on": date(2029, 12, 31)}),
        ("cancelled", {"status": AgreementStatus.CANCELLED}),
        ("status: cancelled", {"status": AgreementStatus.CANCELLED}),
        ("durum: iptal", {"status": AgreementStatus.CANCELLED}),
        ("iptal edildi", {"status": AgreementStatus.CANCELLED}),
        (
            "status: cancelled 15 March 2025 unanimously",
            {"status": AgreementStatus.CANCELLED, "status_date": date(2025, 3, 15), "reason": "unanimously"},
        ),
        ("reason: see the minutes", {"reason": "see the minutes"}),
        ("MoU", {"kind": AgreementKind.MEMORANDUM}),
    ],
)
def test_edit(desk: Desk, edit: str, expected: dict[str, object]) -> None:
    desk.say("/agreement Bishkek sister city 14 March 2024")
    desk.say(f"/edit a1 {edit}")
    assert desk.record("A1").record.details == Agreement(**{"kind": AgreementKind.TOWN_TWINNING, **expected})  # type: ignore[arg-type]


@pytest.mark.parametrize("edit", ["until 2020", "until: 13 March 2024"])
def test_an_end_before_the_signing_is_refused(desk: Desk, edit: str) -> None:
    desk.say("/agreement Bishkek sister city 14 March 2024")
    assert desk.say(f"/edit a1 {edit}").startswith("The end (")
    assert desk.record("A1").version == 1


def rows() -> list[dict[str, str]]:
    with REGISTER.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def period(text: str) -> Period | None:
    """The register's dates: 2011-11-23, 2019-01, 1988, or nothing."""
    numbers = [int(part) for part in filter(None, text.split("-"))]
    match numbers:
        case [year, month, day]:
            return Period.day(date(year, month, day))
        case [year, month]:
            return Period(date(year, month, 1), date(year, month, 31), Precision.MONTH)
        case [year]:
            return Period(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)
        case _:
            return None


def line(row: dict[str, str], language: str) -> str:
    """A row as somebody would type it."""
    signed = format_period(period(row["signed"]), language, weekday=False)
    words = f"{row['partner']}, {row['partner_country']} {row['kind'].replace('_', ' ')} {signed}"
    if row["council_decision"]:
        words += f", {STEP_WORDS[language][0]} {row['council_decision']}"
    if row["ministry_permission"]:
        words += (
            f", {STEP_WORDS[language][1]} {row['ministry_permission']} {STEP_WORDS[language][2]} {row['permission_no']}"
        )
    if row["status"]:
        words += f" {row['status']} {format_day(date.fromisoformat(row['status_date']), language, weekday=False)}"
    return f"/log agreement {words}: {row['reason']}" if row["reason"] else f"/log agreement {words}"


def approvals(row: dict[str, str]) -> tuple[Approval, ...]:
    """The two steps of a row; "1997-02-07 no 521", or the day alone."""
    day, _, number = row["council_decision"].partition(" no ")
    steps = ((COUNCIL, day, number), (PERMISSION, row["ministry_permission"], row["permission_no"]))
    return tuple(
        Approval(step=step, state=ApprovalState.RECORDED, day=date.fromisoformat(day), number=number)
        for step, day, number in steps
        if day
    )


@pytest.mark.parametrize("language", ["en", "tr"])
def test_a_register_is_logged_without_a_question(desk: Desk, language: str) -> None:
    desk.team(city="Istanbul", language=language)
    asked = {}
    for row in rows():
        said = desk.say(line(row, language))
        if not said.startswith("✓"):
            asked[row["partner"]] = str(said).splitlines()[0]
            desk.press(next(button.label for button in said.reply.buttons) if said.reply else "")
    assert asked == {}
    stored = [stored.record for stored in desk.records()]
    assert [(record.details, record.period) for record in stored] == [
        (
            Agreement(
                kind=KINDS[row["kind"]],
                status=AgreementStatus(row["status"]) if row["status"] else None,
                status_date=date.fromisoformat(row["status_date"]) if row["status_date"] else None,
                reason=row["reason"],
                approvals=approvals(row),
            ),
            period(row["signed"]),
        )
        for row in rows()
    ]
    assert all(len(record.links) == 1 for record in stored)
    assert len({record.links for record in stored}) == len({row["partner"] for row in rows()}) - 1  # Nicosia, twice


@pytest.mark.parametrize("language", ["en", "tr"])
def test_the_register_lacks_what_its_rows_lack(desk: Desk, language: str) -> None:
    desk.team(city="Istanbul", language=language)
    for row in rows():
        desk.say(line(row, language))
    assert len(desk.records()) == 46
    complete = sum(len(approvals(row)) == 2 for row in rows())
    assert desk.read(lambda db: count_lacking_approval(db, desk.stored_team.id)) == 46 - complete
    late = desk.say(f"/show A{[row['partner'] for row in rows()].index('Beit Hanoun') + 1}")
    assert late.splitlines()[-2] in (
        "⚠ Ministry permission: dated after the signing",
        "⚠ Bakanlık izni imzadan sonra alınmış",
    )


def test_two_agreements_of_one_partner(desk: Desk) -> None:
    desk.say("/agreement Kuala Lumpur twinning 1984-02-01")
    desk.say("/agreement Kuala Lumpur memorandum of understanding 1990-06-25")
    assert [stored.record for stored in desk.records()] == [
        Record(
            details=Agreement(kind=AgreementKind.TOWN_TWINNING), period=Period.day(date(1984, 2, 1)), links=(Link(1),)
        ),
        Record(
            details=Agreement(kind=AgreementKind.MEMORANDUM), period=Period.day(date(1990, 6, 25)), links=(Link(1),)
        ),
    ]


def test_an_agreement_of_several_partners(desk: Desk) -> None:
    desk.chat("""
        > /agreement with Tirana and Skopje, friendship protocol, 3 May 2024
        ✓ A1 · Friendship agreement
        Tirana, Albania
        Skopje, North Macedonia
        Open-ended · signed 3 May 2024
        [1] Undo  [2] Edit

        > /agreement Skopje
        A1 · Friendship agreement
        Tirana, Albania
        Skopje, North Macedonia
        Open-ended · signed 3 May 2024
        [1] Edit  [2] Papers
    """)


def test_an_agreement_of_several_partners_in_turkish(desk: Desk) -> None:
    desk.say("/team language tr")
    desk.chat("""
        > /protokol Tiran ve Üsküp, işbirliği protokolü, 3 Mayıs 2024
        ✓ A1 · İş birliği protokolü
        Tiran, Arnavutluk
        Üsküp, Kuzey Makedonya
        Süresiz · imza: 3 Mayıs 2024
        [1] Geri al  [2] Düzelt
    """)
