"""The composition root: the only module that names concrete classes and puts them together."""

import sys
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from bot.adapters.console import Console
from bot.app import App, Clock
from bot.domain.places import Place
from bot.domain.teams import Team
from bot.errors import BotError
from bot.handlers.commands import make_router
from bot.i18n import translator
from bot.message import ChatRef, Sender
from bot.parsing.places import PlaceIndex, look_up
from bot.permissions import Role
from bot.storage.engine import Database
from bot.storage.inbox import Answer
from bot.storage.invitations import new_invitation
from bot.storage.schema import migrate
from bot.storage.teams import add_identity, add_member, add_team, find_team, is_member
from config.settings import Settings

if TYPE_CHECKING:
    from bot.storage.deliveries import Build


@lru_cache(maxsize=1)
def place_index() -> PlaceIndex:
    """The gazetteer of this installation, opened at its first use. Raises ``PlacesMissing``."""
    return PlaceIndex.open()


def system_clock() -> datetime:
    """Now."""
    return datetime.now(UTC)


def make_app(database: Database, *, clock: Clock = system_clock, language: str | None = None) -> App:
    """The desk on a migrated database."""
    return App(database, make_router(), place_index, clock=clock, language=language)


def building(clock: Clock = system_clock) -> "Build":
    """What deliveries say, at the time that ``clock`` shows."""
    from bot.digests.building import build_delivery  # a start needs nothing of it

    return lambda db, due: build_delivery(db, due, clock())


def ensure_team(db: Connection, settings: Settings, now: datetime, name: str | None = None) -> Team:
    """The team called ``name`` (the first one, without a name); where there is none it is made from the settings."""
    if found := find_team(db, name):
        return found
    home = home_place(settings)
    team = Team(
        id=0,
        name=name or settings.home_city or "Dragoman",
        language=settings.language,
        timezone=settings.timezone,
        country=home_country(settings),
        home_city=settings.home_city,
        home_place_id=home.id if home else None,
    )
    return add_team(db, team, now)


def home_country(settings: Settings) -> str:
    """The country of a team that is made from the settings; "" where they do not tell."""
    home = home_place(settings)
    return (home.country if home else None) or ("TR" if settings.language == "tr" else "")


def home_place(settings: Settings) -> Place | None:
    """The city of the settings in the gazetteer; None where it is not there or not the only one."""
    try:
        return look_up(place_index(), settings.home_city) if settings.home_city else None
    except BotError:
        return None


def ensure_terminal_member(db: Connection, settings: Settings, chat: ChatRef, sender: Sender, now: datetime) -> None:
    """Whoever has the terminal has the database as well: they are an admin of the first team."""
    if not is_member(db, chat, sender):
        team = ensure_team(db, settings, now)
        add_identity(db, team.id, add_member(db, team.id, sender.name, Role.ADMIN, now), chat, sender)


def open_database(settings: Settings) -> Database:
    """The database of the settings, migrated. Raises what connecting raises, and ``SchemaTooNew``."""
    database = Database(settings.database_url)
    try:
        migrate(database)
    except BaseException:
        database.close()
        raise
    return database


def invite(database: Database, settings: Settings, role: Role, team: str | None, now: datetime) -> tuple[str, Team]:
    """A code for a new member of the team called ``team`` (without a name the first one), and that team."""
    with database.transaction() as db:
        found = ensure_team(db, settings, now, team)
        return new_invitation(db, found.id, role, now=now), found


def prepare_chat(
    database: Database, settings: Settings, *, language: str | None, name: str, now: datetime | None
) -> Sender:
    """Whoever speaks at the terminal, made a member if need be. What it raises closes the database."""
    sender = Sender(name, name, language or settings.language)
    try:
        with database.transaction() as db:
            ensure_terminal_member(db, settings, Console.chat_of(sender), sender, now or system_clock())
    except BaseException:
        database.close()
        raise
    return sender


async def run_chat(
    database: Database, settings: Settings, sender: Sender, *, language: str | None, now: datetime | None
) -> None:
    """The terminal chat on a migrated database, until the end of its input. Closes the database."""
    try:

        def clock() -> datetime:
            return now or system_clock()

        app = make_app(database, clock=clock, language=language)
        if sys.stdin.isatty() and sys.stdout.isatty():
            await _run_terminal(app, sender, clock, language or settings.language)
        else:
            piped: Console[Answer] = Console(app.handle, app.answered, clock, sender)
            await piped.run_piped(sys.stdin.buffer, sys.stdout)
        await app.sweep()
    finally:
        database.close()


async def _run_terminal(app: App, sender: Sender, clock: Clock, language: str) -> None:
    import platformdirs

    from bot.showing import Due, due_here, mark_shown

    async def answered(answer: Answer | Due, post_id: str) -> None:
        if isinstance(answer, Due):
            await mark_shown(app.database, answer, post_id, clock())
        else:
            await app.answered(answer, post_id)

    console: Console[Answer | Due] = Console(app.handle, answered, clock, sender)
    chat = Console.chat_of(sender)
    left = await app.claim_unsent(chat.platform, chat.account, alone=True)
    waiting = [unsent for unsent in left if unsent.chat.chat == chat.chat]
    answers = [Answer(unsent.id, unsent.reply) for unsent in waiting]
    due = await due_here(app.database, chat, building(clock), clock())
    history = Path(platformdirs.user_state_dir("dragoman")) / "history"
    await console.run_terminal(translator(language), history, [*answers, *due])
