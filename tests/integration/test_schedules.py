"""Who gets the digest without asking, and what the planner makes of schedules."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, select

from bot.domain.schedules import Schedule
from bot.domain.teams import Team
from bot.message import ChatKind, ChatRef
from bot.storage.chats import move_chat, set_unreachable
from bot.storage.deliveries import DIGEST, add_delivery
from bot.storage.engine import Database
from bot.storage.models import chats, deliveries
from bot.storage.planning import plan_due
from bot.storage.schedules import add_scheduled_chat, load_schedule, look_again, save_schedule
from bot.storage.teams import add_team, change_team
from tests.torture.scenarios import planned

SUNDAY = datetime(2026, 5, 3, 12, tzinfo=UTC)
MONDAY = datetime(2026, 5, 4, 6, tzinfo=UTC)
"""Nine o'clock in Istanbul."""


@pytest.fixture
def team(database: Database) -> Team:
    with database.transaction() as db:
        return add_team(db, Team(0, "Ankara", "tr", "Europe/Istanbul", "TR"), SUNDAY)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def direct(number: int) -> ChatRef:
    return ChatRef("telegram", "1", str(number))


def group(number: int) -> ChatRef:
    return ChatRef("telegram", "1", str(-number), ChatKind.GROUP)


def is_on(db: Connection, team: Team, chat: ChatRef) -> bool:
    schedule = load_schedule(db, team.id, add_scheduled_chat(db, team, chat, SUNDAY))
    assert schedule
    return schedule.is_on


def test_who_gets_it_unasked(database: Database, team: Team) -> None:
    with database.transaction() as db:
        assert is_on(db, team, ChatRef("console", "local", "fatma"))
        assert is_on(db, team, direct(1))
        assert not is_on(db, team, direct(2))
        assert is_on(db, team, group(1))
        assert is_on(db, team, group(2))
        assert not is_on(db, team, direct(3))


def test_a_new_chat_gets_the_next_one(database: Database, team: Team) -> None:
    with database.transaction() as db:
        chat = add_scheduled_chat(db, team, group(1), SUNDAY)
        assert load_schedule(db, team.id, chat) == Schedule(
            team.id,
            chat,
            last_week="2026-W18",
            next_at=MONDAY,
            default_timezone="Europe/Istanbul",
            default_language="tr",
        )
        assert load_schedule(db, team.id + 1, chat) is None


@pytest.fixture
def chat(database: Database, team: Team) -> int:
    with database.transaction() as db:
        return add_scheduled_chat(db, team, group(1), SUNDAY)


Plan = Callable[[str], list[str]]


@pytest.fixture
def plan(database: Database, chat: int) -> Plan:
    """Plan at an instant: the keys of all deliveries so far, without the chat."""

    def plan(text: str) -> list[str]:
        with database.transaction() as db:
            plan_due(db, now=at(text))
            return [
                key.split(":")[2] for key in db.execute(select(deliveries.c.key).order_by(deliveries.c.id)).scalars()
            ]

    return plan


def test_a_week_is_planned_once(plan: Plan) -> None:
    assert plan("2026-05-04T05:59Z") == []
    assert plan("2026-05-04T06:00Z") == ["2026-W19"]
    assert plan("2026-05-04T06:00Z") == ["2026-W19"]
    assert plan("2026-05-11T06:00Z") == ["2026-W19", "2026-W20"]


def test_after_a_down_time_the_newest_comes_and_what_waits_is_given_up(plan: Plan, database: Database) -> None:
    plan("2026-05-04T06:00Z")
    assert plan("2026-06-03T12:00Z") == ["2026-W19", "2026-W23"]
    with database.reading() as db:
        rows = db.execute(select(deliveries.c.state, deliveries.c.due_at).order_by(deliveries.c.id)).all()
    assert [tuple(row) for row in rows] == [("dead", at("2026-05-04T06:00Z")), ("pending", at("2026-06-01T06:00Z"))]


def test_a_public_holiday_of_the_country(plan: Plan) -> None:
    """29 October 2029, the Republic Day, is a Monday."""
    assert plan("2029-10-28T12:00Z")[-1] == "2029-W43"
    assert plan("2029-10-29T12:00Z")[-1] == "2029-W43"
    assert plan("2029-10-30T05:59Z")[-1] == "2029-W43"
    assert plan("2029-10-30T06:00Z")[-1] == "2029-W44"


def test_an_unreachable_chat_is_tried_once_a_week(plan: Plan, database: Database) -> None:
    with database.transaction() as db:
        set_unreachable(db, group(1), SUNDAY)
    assert plan("2026-05-04T06:00Z") == ["2026-W19"]
    with database.transaction() as db:
        assert db.execute(select(chats.c.unreachable_since)).scalars().all() == [None]
        set_unreachable(db, group(1), MONDAY)
    assert plan("2026-05-04T07:00Z") == ["2026-W19"]
    assert plan("2026-05-11T06:00Z") == ["2026-W19", "2026-W20"]


def changed(database: Database, team: Team, chat: int, now: str, **values: object) -> Schedule:
    with database.transaction() as db:
        schedule = load_schedule(db, team.id, chat)
        assert schedule
        return save_schedule(db, replace(schedule, **values), now=at(now))  # type: ignore[arg-type]


def test_changes_keep_one_a_week(database: Database, team: Team, chat: int, plan: Plan) -> None:
    plan("2026-05-04T06:00Z")
    saved = changed(database, team, chat, "2026-05-04T08:00Z", weekday=4, timezone="Asia/Tokyo", at_time="18:30")
    assert saved.next_at == at("2026-05-15T09:30Z")
    assert plan("2026-05-14T00:00Z") == ["2026-W19"]
    changed(database, team, chat, "2026-05-14T00:00Z", weekday=0)
    assert plan("2026-05-14T00:00Z") == ["2026-W19", "2026-W20"]
    assert plan("2026-05-15T12:00Z") == ["2026-W19", "2026-W20"]


def test_a_chat_that_begins_in_the_week_gets_this_week_s_on_a_day_that_is_ahead(
    database: Database, team: Team, plan: Plan
) -> None:
    plan("2026-05-04T06:00Z")
    with database.transaction() as db:
        begun = add_scheduled_chat(db, team, group(7), at("2026-05-05T07:00Z"))
    saved = changed(database, team, begun, "2026-05-05T07:00Z", weekday=4, at_time="17:00")
    assert saved.next_at == at("2026-05-08T14:00Z")
    assert changed(database, team, begun, "2026-05-09T07:00Z", weekday=0).next_at != saved.next_at
    assert plan("2026-05-08T14:00Z")[-1] == "2026-W19"


def test_off_and_on(database: Database, team: Team, chat: int, plan: Plan) -> None:
    assert changed(database, team, chat, "2026-05-03T12:00Z", is_on=False).next_at is None
    assert plan("2026-06-03T12:00Z") == []
    saved = changed(database, team, chat, "2026-06-03T12:00Z", is_on=True, sections=("culture",), lead_days=(90, 7))
    assert (saved.next_at, saved.last_week) == (at("2026-06-08T06:00Z"), "2026-W23")
    with database.reading() as db:
        assert load_schedule(db, team.id, chat) == saved


def test_a_new_zone_of_the_team(database: Database, team: Team, plan: Plan) -> None:
    with database.transaction() as db:
        change_team(db, team.id, timezone="America/New_York")
        look_again(db, team.id, SUNDAY)
    assert plan("2026-05-04T06:00Z") == []
    assert plan("2026-05-04T12:59Z") == []
    assert plan("2026-05-04T13:00Z") == ["2026-W19"]


def test_a_chat_that_becomes_another_goes_on_as_it_was_set(database: Database, team: Team, chat: int) -> None:
    changed(database, team, chat, "2026-05-03T12:00Z", weekday=4, language="en")
    with database.transaction() as db:
        known = add_scheduled_chat(db, team, group(9), SUNDAY)
        move_chat(db, group(1), "-9")
        moved = load_schedule(db, team.id, known)
        assert load_schedule(db, team.id, chat) is None
    assert moved is not None
    assert (moved.weekday, moved.language, moved.last_week) == (4, "en", "2026-W18")


def test_a_chat_that_becomes_another_on_a_monday_gets_it_once(plan: Plan, database: Database, team: Team) -> None:
    with database.transaction() as db:
        known = add_scheduled_chat(db, team, group(9), SUNDAY)
    assert plan("2026-05-04T06:00Z") == ["2026-W19", "2026-W19"]
    with database.transaction() as db:
        move_chat(db, group(1), "-9")
        rows = db.execute(select(deliveries.c.chat_id, deliveries.c.state).order_by(deliveries.c.id)).all()
    assert [tuple(row) for row in rows] == [(known, "pending"), (known, "dead")]
    assert plan("2026-05-11T06:00Z")[2:] == ["2026-W20"]


def test_a_key_is_stored_once(database: Database, team: Team, chat: int) -> None:
    with database.transaction() as db:
        for is_new in (True, False):
            assert is_new is add_delivery(
                db, team_id=team.id, chat_id=chat, key="reminder:1:7:2026-05-04", due_at=MONDAY, kind=DIGEST, now=SUNDAY
            )


def test_two_planners_race(database_url: str) -> None:
    is_passed, seen = planned(database_url, chats=24, weeks=10, hours=12)
    assert is_passed, seen
