"""Records under what goes wrong: two writers of one record, an error that is logged, rows that are too old."""

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError

from bot.domain.notes import Note
from bot.domain.records import Record
from bot.permissions import Role
from bot.storage.inbox import sweep
from bot.storage.records import ChangedMeanwhile, load_record, replace_record
from bot.storage.teams import add_member
from tests.desk import Desk


def test_a_record_that_was_changed_meanwhile_is_not_overwritten(desk: Desk) -> None:
    desk.say("/note the first text")

    team = desk.stored_team.id

    def late(db: Connection) -> None:
        read = load_record(db, team, 1)
        replace_record(db, team, read, Record(details=Note(text="second")), names=())
        replace_record(db, team, read, Record(details=Note(text="third")), names=())

    with pytest.raises(ChangedMeanwhile, match="N1"):
        desk.write(late)
    assert [stored.record.title for stored in desk.records()] == ["the first text"]


def test_what_people_wrote_is_in_no_error(desk: Desk) -> None:
    with pytest.raises(IntegrityError) as refused:
        desk.write(lambda db: add_member(db, 99, "Secret Person", Role.MEMBER, desk.clock.now))
    assert "Secret" not in str(refused.value)


def test_messages_are_forgotten_after_a_week_and_records_are_not(desk: Desk) -> None:
    desk.say("/visit from Tirana 3 May 2026")
    desk.later(days=8)
    desk.say("/visit from Skopje 4 May 2026")
    desk.write(lambda db: sweep(db, now=desk.clock.now))
    assert (len(desk.rows("inbox")), len(desk.records())) == (1, 2)
