"""Any text at all gives an answer, never an incident, and leaves the database consistent."""

from collections import Counter

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.domain.records import Kind
from bot.handlers.commands import make_router
from tests.desk import Desk

NAMES = sorted({f"/{name}" for command in make_router().commands for name in command.aliases})
PIECES = [
    *"visit from to with until undated today tomorrow yesterday haftaya ziyaret heyet dün pardon yok no sorry".split(),
    *"Tirana tiran'dan Üsküp'e Hanover Kudüs Lefkoşa KKTC Prizren Nowhereville geo:3183875 country:AL new:X".split(),
    *"3.5.2025 03/05/2025 2025-05-03 31.02.2026 mayıs 2016 Ekim 2015-10-01..2015-10-03 99.99.9999 0000-00-00".split(),
    *"V1 v1 V2 E1 A1 C1 M1 P1 N1 V0 V99999999999 v-1 #waste # +6 +0 6 people kişi konu: theme: purpose: date:".split(),
    *"T1 G1 L1 owner: sorumlu: @Fatma @ member:1 member:99 for friday cuma program: sonuç: value mine".split(),
    *"a@b.c a@@b +90 312 507 10 00 €250,000 technical incoming outgoing Budapest Days in Ankara ICLEI since".split(),
    *"on off aç kapat sections bölümler lead 180,90 zone language mine empty all 08:30 monday salı saat kadar".split(),
    *(
        ": , ; . / - – — \n \u2028 \t \" ' ’ “ ” « ( ) [ ] { } {0} %s %(a)s \\ \x00 \u202e \u200f \ue000 🇦🇱 İ ı ß ﬁ"
    ).split(" "),
]
ANY = st.text(max_size=60) | st.text(alphabet="Vv0123456789 -#+:/.,'\"\n", max_size=40)
COMPOSED = st.lists(st.sampled_from(PIECES) | ANY, max_size=12).map(" ".join)
COMMANDS = st.tuples(st.sampled_from([*NAMES, "/log visit", "/log", "/edit v1", "/"]), COMPOSED).map(" ".join)
LONG = st.tuples(st.sampled_from(["", "/visit Tirana 3 May 2025: ", "/edit v1 "]), ANY).map(
    lambda parts: (parts[0] + (parts[1] or "x") * 4000)[:4000]
)
MESSAGES = st.lists(COMMANDS | COMPOSED | ANY | LONG, min_size=1, max_size=4)

DETAILS = [f"{kind.value}s" for kind in Kind]


@settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(messages=MESSAGES)
@example(messages=["/log visit Tirana 2025-05-03", "/undo", "/undo", "/undo"])
@example(messages=["/find " + " ".join(map(str, range(800))), "/contact " + "ş, " * 1300, "v1 " * 1300])
@example(messages=['/visit "Tirana 3 May 2025', "‏‮/ziyaret", "\x00", "\ud800"])
def test_any_text(desk: Desk, messages: list[str]) -> None:
    for message in messages:
        answer = desk.say(message)
        assert answer.reply is not None, message
        assert answer, message
        assert "Incident" not in answer, message
        assert desk.redeliver().reply == answer.reply, message
        for button in answer.reply.buttons[:2]:
            pressed = desk.invoke(button.invocation.command, button.invocation.arguments)
            assert "Incident" not in pressed, (message, button)
    check(desk)


def check(desk: Desk) -> None:
    """Every record is whole, its audit has no gap, and nothing points nowhere."""
    records = {row["id"]: row for row in desk.rows("records")}
    details = Counter(row["record_id"] for table in DETAILS for row in desk.rows(table))
    assert details == Counter(list(records))
    versions: dict[int, list[int]] = {}
    for row in desk.rows("audit"):
        if row["record_id"] is not None:
            versions.setdefault(row["record_id"], []).append(row["version"])
    assert versions == {key: list(range(1, row["version"] + 1)) for key, row in records.items()}
    for kind in {row["kind"] for row in records.values()}:
        numbers = sorted(row["number"] for row in records.values() if row["kind"] == kind)
        assert numbers == list(range(1, len(numbers) + 1))
    shown = {row["id"] for row in desk.rows("partners") if row["voided_at"] is None}
    counting = {key for key, row in records.items() if row["voided_at"] is None}
    linked = {row["partner_id"] for row in desk.rows("record_partners") if row["record_id"] in counting}
    assert linked <= shown
    assert len(desk.records()) == len(records)
    assert desk.orphans() == []
