"""What reading arguments depends on, for tests: a team in Türkiye with no partner yet, on 4 May 2026."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

from sqlalchemy import create_engine

from bot.bootstrap import place_index
from bot.domain.teams import Team
from bot.parsing.context import Context
from bot.parsing.dates import DateContext
from bot.parsing.partners import PartnerFinder
from bot.storage import models, teams

TODAY = date(2026, 5, 4)
TEAM = Team(id=0, name="Desk", language="en", timezone="Europe/Istanbul", country="TR", home_city="Ankara")


@contextmanager
def opened(team: Team = TEAM) -> Iterator[Context]:
    """A context on an empty database in memory."""
    engine = create_engine("sqlite://")
    with engine.begin() as db:
        models.metadata.create_all(db)
        team = teams.add_team(db, team, datetime(2026, 5, 4, tzinfo=UTC))
        finder = PartnerFinder(db, team, place_index(), team.language)
        yield Context(DateContext(TODAY, team.language, team.date_order), team, team.language, finder)
    engine.dispose()
