"""What is asked about agreements across a team: right, and by an index."""

from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import event

from bot.domain.agreement_terms import day_between
from bot.domain.agreements import Agreement, AgreementKind, AgreementStatus
from bot.domain.durations import Duration
from bot.domain.records import Record
from bot.permissions import Role
from bot.storage.agreements import agreements_ending, count_lacking_approval, lacking_approval
from bot.storage.engine import Database
from bot.storage.records import insert_record, load_record, set_voided
from bot.storage.teams import add_member, add_team
from tests.desk import NEW_TEAM, NOW

MOU = Agreement(kind=AgreementKind.MEMORANDUM)
FROM, UNTIL = date(2026, 5, 4), date(2026, 10, 31)


def test_what_ends_is_found_as_by_looking_at_each(database: Database) -> None:
    with database.transaction() as db:
        team = add_team(db, NEW_TEAM, NOW)
        member = add_member(db, team.id, "Fatma", Role.ADMIN, NOW)
        other = add_team(db, replace(NEW_TEAM, name="Another"), NOW)
        agreements = [
            replace(MOU, ends_on=FROM + timedelta(days=ahead), term=term, renews=renews, notice=notice, status=status)
            for ahead in (-4000, -1, 0, 30, 180, 181, 300)
            for term, renews in ((Duration(60), False), (Duration(12), True), (None, True))
            for notice in (None, Duration(3))
            for status in (None, AgreementStatus.IN_FORCE, AgreementStatus.CANCELLED)
        ]
        agreements += [MOU, replace(MOU, ends_on=FROM, renewed_by=1)]
        ids = [
            insert_record(db, team.id, member, Record(details=agreement), names=(), now=NOW)[0]
            for agreement in agreements
        ]
        insert_record(db, other.id, member, Record(details=replace(MOU, ends_on=FROM)), names=(), now=NOW)
        voided = insert_record(db, team.id, member, Record(details=replace(MOU, ends_on=FROM)), names=(), now=NOW)
        set_voided(db, team.id, load_record(db, team.id, voided[0]), NOW)
        expected = {
            record_id: days
            for record_id, agreement in zip(ids, agreements, strict=True)
            if (days := day_between(agreement, FROM, UNTIL))
        }
        found = agreements_ending(db, team.id, FROM, UNTIL)
    assert {ending.record_id: (ending.day, ending.is_notice) for ending in found} == expected
    assert [ending.day for ending in found] == sorted(ending.day for ending in found)
    assert len(expected) > 20


def test_each_question_follows_an_index(database: Database) -> None:
    if not database.is_sqlite:
        return
    plans: list[str] = []
    with database.transaction() as db:
        team = add_team(db, NEW_TEAM, NOW)

        def explain(connection, cursor, statement, parameters, context, executemany):  # type: ignore[no-untyped-def]
            if statement.startswith("SELECT"):
                plan = cursor.connection.execute("EXPLAIN QUERY PLAN " + statement, parameters).fetchall()
                plans.extend(row[3] for row in plan)

        event.listen(db, "before_cursor_execute", explain)
        agreements_ending(db, team.id, FROM, UNTIL)
        count_lacking_approval(db, team.id)
        lacking_approval(db, team.id, limit=8)
    used = [plan.partition(" USING ")[2] for plan in plans if " USING " in plan and "records" not in plan]
    assert used == [
        "INDEX ix_agreements_team_id_ends_on (team_id=? AND ends_on>? AND ends_on<?)",
        "INDEX ix_agreements_team_id_notice_on (team_id=? AND notice_on>? AND notice_on<?)",
        "INDEX ix_agreements_team_id_renews_ends_on (team_id=? AND renews=? AND ends_on<?)",
        *("INDEX ix_agreements_lacks_approval (team_id=?)", "INDEX ix_memberships_lacks_approval (team_id=?)") * 2,
    ]
