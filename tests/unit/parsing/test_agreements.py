"""What ``/log agreement`` understands."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.agreements import Agreement, AgreementKind, AgreementStatus
from bot.domain.durations import Duration
from bot.domain.periods import Period, Precision
from bot.errors import BotError, EndBeforeStart, NotADate, Question
from bot.parsing.agreements import LogAgreement, MissingKind, MissingSigning, read_agreement
from bot.parsing.context import Context
from bot.parsing.cut_partners import MissingPartner
from bot.parsing.vocabulary import AGREEMENT_KINDS, AGREEMENT_STATUSES
from tests.unit.parsing.context import opened

TWINNING = AgreementKind.TOWN_TWINNING
CANCELLED = AgreementStatus.CANCELLED
IN_FORCE = AgreementStatus.IN_FORCE
SIGNED = Period.day(date(2024, 3, 14))
END = date(2029, 3, 13)


@pytest.fixture(scope="module")
def context() -> Iterator[Context]:
    with opened() as context:
        yield context


def year(number: int) -> Period:
    return Period(date(number, 1, 1), date(number, 12, 31), Precision.YEAR)


@pytest.mark.parametrize(
    "text",
    [
        "Bishkek sister city 14 March 2024",
        "14 March 2024 sister city agreement with Bishkek",
        "Bishkek, town twinning, 14.03.2024",
        "Bishkek\ntown twinning agreement\n2024-03-14",
        "twinning: Bishkek, signed on 14 March 2024",
        "Bishkek: twinning, 14 March 2024",
        "partner: Bishkek, kind: twinning, date: 14 March 2024",
        "bişkek kardeş şehir 14 mart 2024",
        "Bişkek'le kardeş şehir protokolü, 14 Mart 2024",
        "Bişkek ile 14 Mart 2024 tarihli kardeş kent protokolü",
        "14 mart 2024'te bişkek kardeş şehir protokolü imzalandı",
        "bişkek kardeş şehir anlaşması imza: 14 mart 2024",
        "bişkek kardeş şehir 14 mart 2024 süresiz",
        "Bishkek twinning 14 March 2024, open-ended",
        "Bishkek twinning 14 March 2024 until further notice",
    ],
)
def test_partner_kind_and_signing_in_any_order(context: Context, text: str) -> None:
    read = read_agreement(text, context)
    assert (read.partner.name, read.period, read.agreement) == ("Bishkek", SIGNED, Agreement(kind=TWINNING))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("town twinning agreement", TWINNING),
        ("town_twinning", TWINNING),
        ("kardeş", TWINNING),
        ("cooperation protocol", AgreementKind.COOPERATION_PROTOCOL),
        ("iş birliği protokolü", AgreementKind.COOPERATION_PROTOCOL),
        ("işbirliği anlaşması", AgreementKind.COOPERATION_PROTOCOL),
        ("MoU", AgreementKind.MEMORANDUM),
        ("memorandum_of_understanding", AgreementKind.MEMORANDUM),
        ("mutabakat zaptı", AgreementKind.MEMORANDUM),
        ("mutabakat muhtırası", AgreementKind.MEMORANDUM),
        ("letter of goodwill", AgreementKind.LETTER_OF_GOODWILL),
        ("iyi niyet protokolü", AgreementKind.LETTER_OF_GOODWILL),
        ("letter of intent", AgreementKind.LETTER_OF_INTENT),
        ("niyet mektubu", AgreementKind.LETTER_OF_INTENT),
        ("dostluk protokolü", AgreementKind.FRIENDSHIP),
        ("proje ortaklığı", AgreementKind.PROJECT_PARTNERSHIP),
    ],
)
def test_kinds(context: Context, words: str, kind: AgreementKind) -> None:
    assert read_agreement(f"Bishkek {words} 14 March 2024", context).agreement == Agreement(kind=kind)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1988", year(1988)),
        ("2019-01", Period(date(2019, 1, 1), date(2019, 1, 31), Precision.MONTH)),
        ("Ocak 2019", Period(date(2019, 1, 1), date(2019, 1, 31), Precision.MONTH)),
        ("undated", None),
        ("tarihsiz", None),
    ],
)
def test_signing_is_as_exact_as_stated(context: Context, text: str, period: Period | None) -> None:
    read = read_agreement(f"Bishkek twinning {text}", context)
    assert (read.period, read.agreement) == (period, Agreement(kind=TWINNING))


@pytest.mark.parametrize(
    ("text", "signed", "end"),
    [
        ("14 March 2024 for 5 years", SIGNED, END),
        ("for 5 years, 14 March 2024", SIGNED, END),
        ("14 mart 2024, 5 yıllığına", SIGNED, END),
        ("14 mart 2024 süre: 5 yıl", SIGNED, END),
        ("14 March 2024 until 13 March 2029", SIGNED, END),
        ("until 13 March 2029, signed 14 March 2024", SIGNED, END),
        ("14 March 2024, ends: 13 March 2029", SIGNED, END),
        ("14 March 2024 expires on 13 March 2029", SIGNED, END),
        ("from 14 March 2024 to 13 March 2029", SIGNED, END),
        ("14 March 2024 – 13 March 2029", SIGNED, END),
        ("14 mart 2024, 13 mart 2029'a kadar", SIGNED, END),
        ("14 mart 2024'ten 13 mart 2029'a kadar", SIGNED, END),
        ("14 mart 2024, 13 mart 2029 tarihine kadar", SIGNED, END),
        ("14 mart 2024, bitiş: 13 mart 2029", SIGNED, END),
        ("14 mart 2024, 2029 sonuna kadar", SIGNED, date(2029, 12, 31)),
        ("14 mart 2024 2029 sonuna kadar", SIGNED, date(2029, 12, 31)),
        ("14 March 2024 until the end of 2029", SIGNED, date(2029, 12, 31)),
        ("14 March 2024 until June 2029", SIGNED, date(2029, 6, 30)),
        ("2024 for 5 years", year(2024), date(2028, 12, 31)),
        ("2014-2019", year(2014), date(2019, 12, 31)),
    ],
)
def test_term(context: Context, text: str, signed: Period, end: date) -> None:
    read = read_agreement(f"Bishkek twinning {text}", context)
    term = Duration(60) if "5" in text.split() else None
    assert (read.period, read.agreement) == (signed, Agreement(kind=TWINNING, ends_on=end, term=term))


@pytest.mark.parametrize(
    ("text", "status", "day", "reason"),
    [
        ("in force", IN_FORCE, None, ""),
        ("in force since 1 May 2024", IN_FORCE, date(2024, 5, 1), ""),
        ("yürürlükte", IN_FORCE, None, ""),
        ("cancelled", CANCELLED, None, ""),
        ("cancelled: political tension", CANCELLED, None, "political tension"),
        ("cancelled 15 March 2027: political tension, says the council", CANCELLED, date(2027, 3, 15),
         "political tension, says the council"),
        ("cancelled 15 March 2027 unanimously", CANCELLED, date(2027, 3, 15), "unanimously"),
        ("cancelled on 15 March 2027 after 5 years of silence", CANCELLED, date(2027, 3, 15),
         "after 5 years of silence"),
        ("cancelled in 2027 unanimously", CANCELLED, None, "in 2027 unanimously"),
        ("iptal edildi: gerekçe", CANCELLED, None, "gerekçe"),
        ("15 mart 2027'de iptal edildi: oybirliğiyle", CANCELLED, date(2027, 3, 15), "oybirliğiyle"),
        ("15 Mart 2027 tarihinde feshedildi", AgreementStatus.TERMINATED, date(2027, 3, 15), ""),
        ("status: expired", AgreementStatus.EXPIRED, None, ""),
        ("status: cancelled, reason: no answer", CANCELLED, None, "no answer"),
        ("askıda, gerekçe: seçim", AgreementStatus.SUSPENDED, None, "seçim"),
        ("protokol süreci devam ediyor", AgreementStatus.NEGOTIATING, None, ""),
    ],
)  # fmt: skip
def test_status(context: Context, text: str, status: AgreementStatus, day: date | None, reason: str) -> None:
    read = read_agreement(f"Bishkek twinning 14 March 2024, {text}", context)
    expected = Agreement(kind=TWINNING, status=status, status_date=day, reason=reason)
    assert (read.partner.name, read.period, read.agreement) == ("Bishkek", SIGNED, expected)


def test_the_reason_is_not_taken_for_the_partner(context: Context) -> None:
    text = "cancelled 15 March 2017 by Istanbul, Rotterdam, twinning, 24 June 2005"
    read = read_agreement(text, context)
    assert (read.partner.name, read.agreement.reason) == ("Rotterdam", "by Istanbul")


def test_words_that_are_nothing_else_are_kept(context: Context) -> None:
    read = read_agreement("Bishkek sister city 14 March 2024 #health: signed in Ankara", context)
    assert read == LogAgreement(read.partner, SIGNED, Agreement(kind=TWINNING, reason="signed in Ankara"), ("health",))


@pytest.mark.parametrize(
    ("text", "question", "hole"),
    [
        ("", MissingPartner, None),
        ("sister city 14 March 2024", MissingPartner, None),
        ("Bishkek 14 March 2024", MissingKind, None),
        ("Bishkek sister city", MissingSigning, None),
        ("Bishkek sister city for 5 years", MissingSigning, None),
        ("Bishkek sister city cancelled 15 March 2017", MissingSigning, None),
        ("Bishkek sister city cancelled: no answer", MissingSigning, (29, 29)),
    ],
)
def test_what_is_missing_is_asked(
    context: Context, text: str, question: type[Question], hole: tuple[int, int] | None
) -> None:
    with pytest.raises(question) as raised:
        read_agreement(text, context)
    assert raised.value.hole == hole


def test_the_four_kinds_of_the_law_are_offered(context: Context) -> None:
    with pytest.raises(MissingKind) as raised:
        read_agreement("Bishkek 14 March 2024", context)
    offered = [(choice.label, AGREEMENT_KINDS[choice.text]) for choice in raised.value.choices]
    assert offered == [(kind, kind) for kind in list(AgreementKind)[:4]]


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("Bishkek twinning 14 March 2024 until 2020", EndBeforeStart),
        ("Bishkek twinning 14 March 2024 until 13 March 2024", EndBeforeStart),
        ("Bishkek twinning 14 March 2024 for 99999 years", NotADate),
    ],
)
def test_an_end_that_cannot_be(context: Context, text: str, error: type[BotError]) -> None:
    with pytest.raises(error):
        read_agreement(text, context)


_WORDS = st.sampled_from(
    [
        "Bishkek", "Tiran'la", "14 March 2024", "2019", "undated", "until", "kadar", "'a", "2029", "for 5 years",
        "signed", "5 yıllığına", "sonuna", ":", ",", "\n", "imza", "status:", "reason:", "#theme", "in force",
        "31.02.2024", "(", '"',
        *AGREEMENT_KINDS, *AGREEMENT_STATUSES,
    ]
)  # fmt: skip


@given(st.text(max_size=80) | st.lists(_WORDS | st.text(max_size=5), max_size=12).map(" ".join))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_an_agreement_or_a_known_problem(context: Context, text: str) -> None:
    try:
        read: Any = read_agreement(text, context)
    except BotError as error:
        hole = getattr(error, "hole", None)
        assert hole is None or 0 <= hole[0] <= hole[1] <= len(text)
        return
    agreement = read.agreement
    assert not (read.period and agreement.ends_on and agreement.ends_on < read.period.start)
