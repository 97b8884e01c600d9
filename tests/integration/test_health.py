"""What the database counts of partners is what counting their contacts one by one gives; and what it costs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, event, func, select

from bot.domain.events import Event, EventKind
from bot.domain.health import Dealings, as_of, health_of, months_before
from bot.domain.letters import Letter
from bot.domain.notes import Note, NoteKind
from bot.domain.partners import Partner
from bot.domain.periods import Period
from bot.domain.places import PlaceKind
from bot.domain.reciprocity import Sides, in_all
from bot.domain.records import Details, Link, Record, Role
from bot.domain.tasks import Task
from bot.domain.teams import Team
from bot.domain.visits import Direction, Visit
from bot.permissions import Role as MemberRole
from bot.storage import contacts_made, health, models, teams
from bot.storage.engine import Database
from bot.storage.partners import insert_partner
from bot.storage.records import insert_record, load_record, set_voided
from tests.unit.domain.health_contacts import CONTACTS, TODAY, Made, dealings_of

NOW = datetime(2026, 5, 4, 9, tzinfo=UTC)


class SomeTeam:
    """A team of its own, to put records into."""

    def __init__(self, db: Connection) -> None:
        self.db = db
        name = f"team {db.execute(select(func.count()).select_from(models.teams)).scalar_one()}"
        self.id = teams.add_team(db, Team(0, name, "en", "Europe/Istanbul"), NOW).id
        self.member = teams.add_member(db, self.id, "Fatma", MemberRole.ADMIN, NOW)

    def partner(self, name: str) -> Partner:
        return insert_partner(
            self.db,
            self.id,
            name=name,
            kind=PlaceKind.CITY,
            names={},
            place_id=None,
            country=None,
            label=None,
            timezone=None,
        )

    def record(self, details: Details, period: Period | None, *links: Link) -> int:
        record = Record(details=details, period=period, links=links)
        return insert_record(self.db, self.id, self.member, record, names=(), now=NOW)[0]

    def contact(self, partner: Partner, made: Made, sort: int) -> int:
        """As a visit; without a direction it may also be a call or an event, with one culture days."""
        undirected = (
            Visit(),
            Note(text="", kind=NoteKind.CALL),
            Event(title="A fair"),
            Letter(direction=Direction.OUTGOING),
        )
        if made.direction is None and sort % 4:
            details: Details = undirected[sort % 4]
        elif made.direction and sort % 2:
            role = Role.GUEST if made.direction is Direction.INCOMING else Role.HOST
            return self.record(Event(title="Days", kind=EventKind.CULTURE_DAYS), made.period, Link(partner.id, role))
        else:
            details = Visit(direction=made.direction)
        return self.record(details, made.period, Link(partner.id))


@contextmanager
def a_team(database: Database) -> Iterator[SomeTeam]:
    with database.transaction() as db:
        yield SomeTeam(db)


def stated(team: SomeTeam, partner: Partner) -> Dealings:
    found = health.gather(team.db, team.id, [partner.id], TODAY)[partner.id]
    last = health.last_contact(team.db, team.id, partner.id, TODAY)
    day = as_of(last.record.period, TODAY) if last and last.record.period else None
    assert found.last == (Period.day(day) if day else None)
    return replace(found, last=last.record.period if last else None)


@given(mine=CONTACTS, others=CONTACTS, sorts=st.lists(st.integers(0, 5), min_size=24, max_size=24))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_number_is_true(database: Database, mine: list[Made], others: list[Made], sorts: list[int]) -> None:
    with a_team(database) as team:
        partners = [team.partner("Tirana"), team.partner("Skopje")]
        for partner, contacts in zip(partners, (mine, others), strict=True):
            for made, sort in zip(contacts, sorts, strict=False):
                team.contact(partner, made, sort)
            # None of these is a contact.
            team.record(Task(text="minutes"), Period.day(date(2026, 5, 1)), Link(partner.id))
            team.record(Task(text="photos"), Period.day(TODAY), Link(partner.id))
            team.record(Task(text="a gift"), None, Link(partner.id))
            team.record(Task(text="done", done_on=TODAY), Period.day(date(2026, 5, 1)), Link(partner.id))
            team.record(Note(text="to be asked"), Period.day(TODAY), Link(partner.id))
            set_voided(
                team.db, team.id, load_record(team.db, team.id, team.contact(partner, Made(Period.day(TODAY)), 0)), NOW
            )
        assert stated(team, partners[0]) == dealings_of(mine, open_tasks=3, overdue=1)
        ids = [partner.id for partner in partners]
        gathered = health.gather(team.db, team.id, ids, TODAY)
        for partner, contacts in zip(partners, (mine, others), strict=True):
            grade = health_of(dealings_of(contacts, open_tasks=3, overdue=1), TODAY).grade
            assert health_of(gathered[partner.id], TODAY).grade is grade
        for months in (6, 12, 40):
            after = months_before(TODAY, months)
            quiet = contacts_made.quiet_partners(team.db, team.id, after=after, today=TODAY)
            expected = [
                partner.id
                for partner, contacts in zip(partners, (mine, others), strict=True)
                if not any(made.day and made.day > after for made in contacts)
            ]
            assert quiet == expected


@given(contacts=CONTACTS, sorts=st.lists(st.integers(0, 5), min_size=12, max_size=12))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_who_came_to_whom_by_year(database: Database, contacts: list[Made], sorts: list[int]) -> None:
    with a_team(database) as team:
        partner = team.partner("Tirana")
        for made, sort in zip(contacts, sorts, strict=False):
            team.contact(partner, made, sort)
        counted = contacts_made.count_sides(team.db, team.id, None, TODAY, partner_id=partner.id)
        begun = [made for made in contacts if made.period is None or made.period.start <= TODAY]
        for (_, year), sides in counted.items():
            of_year = [made for made in begun if (made.period.start.year if made.period else None) == year]
            assert sides.incoming == sum(made.direction is Direction.INCOMING for made in of_year)
            assert sides.outgoing == sum(made.direction is Direction.OUTGOING for made in of_year)
        said = in_all(counted.values())
        assert said.incoming + said.outgoing == sum(made.direction is not None for made in begun)
        one_year = contacts_made.count_sides(team.db, team.id, date(2025, 1, 1), date(2025, 12, 31))
        assert one_year.get((partner.id, 2025), Sides()) == counted.get((partner.id, 2025), Sides())


def test_days_of_two_partners_are_no_ones_visit_to_us(database: Database) -> None:
    with a_team(database) as team:
        seoul, paris = team.partner("Seoul"), team.partner("Paris")
        days = Event(title="Seoul Days in Paris", kind=EventKind.CULTURE_DAYS)
        team.record(days, Period.day(TODAY), Link(seoul.id, Role.GUEST), Link(paris.id, Role.HOST))
        found = health.gather(team.db, team.id, [seoul.id, paris.id], TODAY)
        assert [(one.recent, one.incoming, one.outgoing) for one in found.values()] == [(1, 0, 0), (1, 0, 0)]


def test_another_teams_contacts_do_not_count(database: Database) -> None:
    with database.transaction() as db:
        ours, theirs = SomeTeam(db), SomeTeam(db)
        tirana, other = ours.partner("Tirana"), theirs.partner("Tirana")
        theirs.contact(other, Made(Period.day(TODAY), Direction.INCOMING), 0)
        assert health.gather(db, ours.id, [tirana.id], TODAY)[tirana.id] == Dealings()
        assert contacts_made.quiet_partners(db, ours.id, after=date(2025, 5, 4), today=TODAY) == [tirana.id]
        assert contacts_made.quiet_partners(db, theirs.id, after=date(2025, 5, 4), today=TODAY) == []
        assert contacts_made.count_sides(db, ours.id, None, TODAY) == {}


@pytest.mark.parametrize("partner_count", [1, 2])
def test_no_record_is_looked_through_for_what_is_recent(database: Database, partner_count: int) -> None:
    """SQLite says how it would go about it: by an index of days, never through the table."""
    if not database.is_sqlite:
        pytest.skip("another planner, which decides by the sizes of tables")
    with a_team(database) as team:
        ids = [team.partner(f"P{n}").id for n in range(partner_count)]
        plans: list[str] = []
        _explain(team.db, plans)
        health.gather(team.db, team.id, ids, TODAY)
        contacts_made.quiet_partners(team.db, team.id, after=date(2025, 5, 4), today=TODAY)
        contacts_made.count_sides(team.db, team.id, date(2025, 1, 1), TODAY)
    assert [plan for plan in plans if plan.startswith("SCAN") and "others" not in plan] == []
    assert any("ix_records_team_id_ends_on" in plan for plan in plans)


def _explain(db: Connection, plans: list[str]) -> None:
    def before(connection: Connection, cursor: object, statement: str, parameters: object, *_: object) -> None:
        if statement.lstrip().upper().startswith("SELECT"):
            raw = connection.connection.cursor()
            raw.execute("EXPLAIN QUERY PLAN " + statement, parameters)  # type: ignore[arg-type]
            plans.extend(str(row[3]) for row in raw.fetchall())
            raw.close()

    event.listen(db, "before_cursor_execute", before)
