"""What is said ahead of its day: to whom, when, how often, and how it is silenced. It is Monday, 4 May 2026, nine."""

from datetime import datetime

import pytest
from sqlalchemy import Connection, select, update

from bot.adapters.console import plain_text
from bot.digests.building import build_delivery
from bot.domain.records import read_short_id
from bot.storage.deliveries import REMINDER, mark_sent, next_delivery
from bot.storage.models import chats, deliveries, members, records
from bot.storage.reminding import direct_chats, plan_reminders
from tests.desk import Desk

PROTOCOL = "/log agreement Kuala Lumpur cooperation protocol 26 June 2021 until 25 June 2026, notice 1 month"


@pytest.fixture
def ankara(desk: Desk) -> Desk:
    """The desk of Ankara; what it is told is stored, not compared."""
    return desk.team(city="Ankara")


def logged(desk: Desk, *lines: str) -> None:
    for line in lines:
        said = desk.say(line)
        assert said.startswith("✓"), said


def at(desk: Desk, day: str, hour: str = "09:00") -> list[str]:
    """What is sent at an hour of a day, wherever: plain text, in the order in which it was planned."""
    desk.clock.now = now = datetime.fromisoformat(f"{day}T{hour}+03:00")

    def work(db: Connection) -> list[str]:
        plan_reminders(db, now=now)
        texts = []
        for platform, account in set(map(tuple, db.execute(select(chats.c.platform, chats.c.account)))):
            while due := next_delivery(db, platform, account, now=now):
                if reply := build_delivery(db, due, now):
                    texts.append(plain_text(reply))
                mark_sent(db, due, (f"r{due.id}",), reply.record_id if reply else None, now)
        return texts

    return desk.write(work)


def give(desk: Desk, short_id: str, owner: str) -> None:
    """Let a member look after a record."""
    kind, number = read_short_id(short_id) or ("", 0)

    def work(db: Connection) -> None:
        owner_id = db.execute(select(members.c.id).where(members.c.name == owner)).scalar_one()
        here = (records.c.kind == kind) & (records.c.number == number)
        db.execute(update(records).where(here).values(owner_id=owner_id))

    desk.write(work)


def test_an_agreement_is_reminded_of_with_what_to_know(ankara: Desk) -> None:
    logged(
        ankara,
        PROTOCOL,
        "/visit from Kuala Lumpur 8 March 2026, 4 people: metro",
        "/visit to Kuala Lumpur 20 July 2026",
        "/note Kuala Lumpur: their mayor changes in June",
    )
    assert at(ankara, "2026-05-15") == []
    (said,) = at(ankara, "2026-05-18")
    assert said == (
        "Reminder: A1 · Cooperation protocol\n"
        "Kuala Lumpur, Malaysia\n"
        "Notice by 25 May, ends 25 June (in 7 days)\n"
        "Last visit: V1 · 8 March 2026 · Visit · incoming, metro\n"
        "Note: N1 · their mayor changes in June\n"
        "[1] Renewal started  [2] Show  [3] Snooze  [4] Take over"
    )


def test_a_visit_is_reminded_of_a_month_and_a_week_before(ankara: Desk) -> None:
    logged(ankara, "/visit to Skopje 16-17 June 2026 technical visit: buses", "/visit from Skopje 2 March 2026")
    assert [day for day in range(4, 31) if at(ankara, f"2026-05-{day:02}")] == [18]  # the 17th is a Sunday
    (said,) = at(ankara, "2026-06-09")
    assert said == (
        "Reminder: V1 · Technical visit · outgoing\n"
        "Skopje, North Macedonia\n"
        "Tuesday–Wednesday, 16–17 June 2026\n"
        "Purpose: buses\n"
        "In 7 days\n"
        "Last visit: V2 · 2 March 2026 · Visit · incoming\n"
        "[1] Show  [2] Snooze  [3] Take over"
    )


def test_in_turkish(ankara: Desk) -> None:
    ankara.language = "tr"
    logged(ankara, "/protokol kuala lumpur iş birliği protokolü 26 haziran 2021, 25 haziran 2026'ya kadar")
    (said,) = at(ankara, "2026-05-26")
    assert said == (
        "Hatırlatma: A1 · İş birliği protokolü\n"
        "Kuala Lumpur, Malezya\n"
        "Bitiş 25 Haziran (4 hafta sonra)\n"
        "[1] Uzatma başladı  [2] Göster  [3] Ertele  [4] Üstlen"
    )


def test_never_twice_on_one_day_and_what_a_holiday_delays_is_made_up_for(ankara: Desk) -> None:
    logged(ankara, "/log agreement Skopje cooperation protocol 1 May 2021 until 18 June 2026")
    assert at(ankara, "2026-05-18", "09:05") == []
    assert at(ankara, "2026-05-19", "09:05") == []  # 30 days before, and a public holiday of Türkiye
    assert len(at(ankara, "2026-05-20", "09:05")) == 1
    assert at(ankara, "2026-05-20", "17:00") == []
    ankara.say("/digest time 18:00")
    assert at(ankara, "2026-05-20", "18:00") == []
    assert at(ankara, "2026-05-21", "18:00") == []


def test_what_fell_into_a_down_time_is_said_once(ankara: Desk) -> None:
    logged(ankara, "/log agreement Skopje cooperation protocol 1 May 2021 until 1 September 2026")
    at(ankara, "2026-05-05")
    assert len(at(ankara, "2026-08-27")) == 1
    assert at(ankara, "2026-08-28") == []


def test_a_renewal_that_has_started_and_a_snooze_keep_it_silent(ankara: Desk) -> None:
    logged(ankara, PROTOCOL, "/log agreement Skopje cooperation protocol 1 May 2021 until 25 May 2026")
    ankara.say("/renewing A1")
    ankara.say("/snooze A2 until 20 May")
    assert at(ankara, "2026-05-18") == []
    (said,) = at(ankara, "2026-05-20")
    assert said.startswith("Reminder: A2")


def test_what_is_renewed_or_void_by_then_is_not_said(ankara: Desk) -> None:
    logged(ankara, "/log agreement Skopje cooperation protocol 1 May 2021 until 25 May 2026")
    ankara.clock.now = now = datetime.fromisoformat("2026-05-18T09:00+03:00")
    ankara.write(lambda db: plan_reminders(db, now=now))
    ankara.say("/void A1")
    assert len(ankara.rows("deliveries")) == 1
    assert at(ankara, "2026-05-18", "09:01") == []


def test_an_owner_is_told_alone_and_the_rest_where_the_agenda_is_on(ankara: Desk) -> None:
    group = ankara.in_group()
    ayse = ankara.as_("Ayşe")
    for line in ("/visit to Skopje 18 May 2026", "/visit to Tirana 18 May 2026"):
        logged(group, line)
    ayse.say("/upcoming")
    ayse.say("/visit to Sofia 1 January 2020")
    give(ankara, "V2", "Ayşe")

    def where(db: Connection) -> dict[int, set[int]]:
        plan_reminders(db, now=datetime.fromisoformat("2026-05-11T09:00+03:00"))
        query = select(deliveries.c.chat_id, deliveries.c.record_id).where(deliveries.c.kind == REMINDER)
        found: dict[int, set[int]] = {}
        for chat_id, record_id in db.execute(query):
            found.setdefault(chat_id, set()).add(record_id)
        return found

    told = ankara.write(where)
    own = ankara.read(lambda db: direct_chats(db, ankara.world.team_id))
    names = {row["id"]: row["name"] for row in ankara.rows("members")}
    ids = {stored.short_id: stored.id for stored in ankara.records()}
    (of_ayse,) = [chat_id for chat_id, member_id in own.items() if names[member_id] == "Ayşe"]
    assert told[of_ayse] >= {ids["V2"]}
    for chat_id, record_ids in told.items():
        assert (ids["V2"] in record_ids) == (chat_id == of_ayse)
    assert any(ids["V1"] in record_ids for record_ids in told.values())


def test_an_answer_to_a_reminder_finds_its_record(ankara: Desk) -> None:
    logged(ankara, PROTOCOL)
    at(ankara, "2026-05-18")
    (post,) = [row for row in ankara.rows("posts") if row["external_id"].startswith("r")]
    assert post["record_id"] == ankara.record("A1").id


def test_many_on_one_day_are_one_message(ankara: Desk) -> None:
    for town in ("Skopje", "Tirana", "Sofia", "Bucharest", "Prizren", "Sarajevo"):
        logged(ankara, f"/log agreement {town} cooperation protocol 1 May 2021 until 25 May 2026")
    (said,) = at(ankara, "2026-05-18")
    assert said.splitlines()[:3] == [
        "Reminders",
        "Signatures and last days",
        "  A1 Skopje: ends 25 May",
    ]
    assert len([line for line in said.splitlines() if "ends 25 May" in line]) == 6
