"""Dates and numbers of approvals, as they are typed and as registers have them."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.domain.approvals import COUNCIL, PERMISSION, Approval, ApprovalState
from bot.domain.durations import Duration
from bot.errors import BotError, WhichOrder
from bot.parsing.agreement_renewal import cut_notice, cut_renewal
from bot.parsing.agreements import read_agreement
from bot.parsing.approvals import NotAnApproval, cut_approvals, read_approval
from bot.parsing.context import Context
from bot.parsing.pieces import Pieces
from tests.unit.parsing.context import TEAM, opened

RECORDED, REQUESTED = ApprovalState.RECORDED, ApprovalState.REQUESTED
JULY = date(2011, 7, 1)


@pytest.fixture(scope="module")
def context() -> Iterator[Context]:
    with opened(replace(TEAM, date_order="day")) as context:
        yield context


@pytest.mark.parametrize(
    ("text", "state", "day", "number"),
    [
        ("01.07.2011 171", RECORDED, JULY, "171"),
        ("1 July 2011 no 171", RECORDED, JULY, "171"),
        ("1 Temmuz 2011, 171", RECORDED, JULY, "171"),
        ("01.07.2011 tarihli ve 171 sayılı", RECORDED, JULY, "171"),
        ("171, 01.07.2011", RECORDED, JULY, "171"),
        ("2011-07-01 171", RECORDED, JULY, "171"),
        ("1 July 2011 2020/75", RECORDED, JULY, "2020/75"),
        ("1 July 2011 2020-93", RECORDED, JULY, "2020-93"),
        ("2020-93 1 July 2011", RECORDED, JULY, "2020-93"),
        ("01.07.2011 12301/50000", RECORDED, JULY, "12301/50000"),
        ("01.07.2011 E-12345678-000-9876", RECORDED, JULY, "E-12345678-000-9876"),
        ("12301/50000", RECORDED, None, "12301/50000"),
        ("1 July 2011", RECORDED, JULY, ""),
        ("no 2011", RECORDED, None, "2011"),
        ("requested", REQUESTED, None, ""),
        ("requested 3 May 2026 no E-1", REQUESTED, date(2026, 5, 3), "E-1"),
        ("istendi 3 mayıs E-12345678-000-9876", REQUESTED, date(2026, 5, 3), "E-12345678-000-9876"),
        ("izin istendi", REQUESTED, None, ""),
        ("on file", ApprovalState.ON_FILE, None, ""),
        ("dosyada", ApprovalState.ON_FILE, None, ""),
        ("not required", ApprovalState.NOT_REQUIRED, None, ""),
        ("gerekmez", ApprovalState.NOT_REQUIRED, None, ""),
    ],
)
def test_a_step(context: Context, text: str, state: ApprovalState, day: date | None, number: str) -> None:
    assert read_approval(text, COUNCIL, context) == Approval(step=COUNCIL, state=state, day=day, number=number)


@pytest.mark.parametrize("text", ["–", "none", "yok"])
def test_no_record_any_longer(context: Context, text: str) -> None:
    assert read_approval(text, COUNCIL, context) is None


@pytest.mark.parametrize("text", ["hello", "2011", "2011 171", "1 July 2011 171 172 173", "1 July 2011 " + "9" * 61])
def test_nothing_is_guessed(context: Context, text: str) -> None:
    with pytest.raises(NotAnApproval):
        read_approval(text, COUNCIL, context)


def test_an_order_of_day_and_month_that_is_not_settled_is_asked() -> None:
    with opened(replace(TEAM, country="", home_city="")) as context, pytest.raises(WhichOrder) as asked:
        read_approval("03/05/2011 171", COUNCIL, context)
    assert asked.value.hole == (0, 10)


@pytest.mark.parametrize(
    "text",
    [
        "council decision 2011-07-01 no 171, permission 2011-12-23 no 31750/50000",
        "permission 23 December 2011 no 31750/50000; council decision: 1 July 2011, no 171",
        "meclis kararı 01.07.2011 sayı 171, bakanlık izni 23.12.2011 sayı 31750/50000",
        "01.07.2011 tarihli ve 171 sayılı meclis kararı; 23.12.2011 tarihli ve 31750/50000 sayılı bakanlık izni",
        "karar 01.07.2011 171 izin 23.12.2011 31750/50000",
    ],
)
def test_a_line_of_a_register(context: Context, text: str) -> None:
    read = read_agreement(f"Tirana twinning 23 November 2011, {text}", context)
    assert sorted(read.agreement.approvals, key=lambda approval: approval.step) == [
        Approval(step=COUNCIL, state=RECORDED, day=JULY, number="171"),
        Approval(step=PERMISSION, state=RECORDED, day=date(2011, 12, 23), number="31750/50000"),
    ]
    assert (read.period and read.period.start, read.agreement.reason) == (date(2011, 11, 23), "")


@pytest.mark.parametrize(
    "text",
    [
        "cancelled 15 March 2017: council decision 2017-03-15 no 5",
        "cancelled 15 March 2017 council decision 2017-03-15 no 5",
        "15 mart 2017'de meclis kararıyla iptal edildi",
        "cancelled: permission was refused",
    ],
)
def test_a_decision_that_ended_it_is_its_reason(context: Context, text: str) -> None:
    assert read_agreement(f"Rotterdam twinning 24 June 2005 {text}", context).agreement.approvals == ()


@pytest.mark.parametrize(
    ("text", "renews", "term", "notice"),
    [
        ("for 5 years, renews by itself, 3 months' notice", True, Duration(60), Duration(3)),
        ("5 yıllığına, kendiliğinden uzar, 3 ay önceden bildirim", True, Duration(60), Duration(3)),
        ("5 yıllığına, birer yıl kendiliğinden uzar, fesih bildirimi 3 ay önceden", True, Duration(12), Duration(3)),
        ("for 5 years, automatic renewal for 1 year, notice period 90 days", True, Duration(12), Duration(days=90)),
        ("for 5 years, automatically renewed every year, notice period: 6 months", True, Duration(12), Duration(6)),
        ("for 5 years with a notice period of three months", False, Duration(60), Duration(3)),
        ("until 24 June 2030, otomatik uzar", True, Duration(60), None),
        ("3 months prior written notice", False, None, Duration(3)),
        ("süre: 5 yıl, bildirim süresi: 6 ay", False, Duration(60), Duration(6)),
    ],
)
def test_renewal_and_notice(
    context: Context, text: str, renews: bool, term: Duration | None, notice: Duration | None
) -> None:
    agreement = read_agreement(f"Tirana MoU 25 June 2025 {text}", context).agreement
    assert (agreement.renews, agreement.term, agreement.notice) == (renews, term, notice)
    assert agreement.reason in ("", "with a")
    assert (agreement.ends_on == date(2030, 6, 24)) is (term is not None)


def test_place_and_signatories(context: Context) -> None:
    text = "Tirana MoU 25 June 2025, place: Ankara, signatories: Mansur Yavaş, Erion Veliaj; in force"
    agreement = read_agreement(text, context).agreement
    assert (agreement.place, agreement.signatories) == ("Ankara", ("Mansur Yavaş", "Erion Veliaj"))


@given(st.text(max_size=60) | st.from_regex(r"(council decision|izin|no|sayılı|[0-9./ -]|tarihli|,|A){0,12}"))
@example("council decision no no no 1")
@example("permission requested,,, no")
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_is_read_or_refused(context: Context, text: str) -> None:
    for read in (
        lambda: read_approval(text, COUNCIL, context),
        lambda: cut_approvals(Pieces(text), context),
        lambda: cut_notice(Pieces(text)),
        lambda: cut_renewal(Pieces(text)),
    ):
        with suppress(BotError):
            read()
