"""A desk to talk to in tests, as at the terminal: what is typed goes in, what the console would print comes out.

    desk.say("/log visit Tirana 2025-05-03")      the answer as plain text
    desk.press("Undo")                            the button with that label on the last answer that had it
    desk.reply_to(card, "no, 4 May")              an answer to an earlier answer
    desk.as_("Ayşe").say("/show v1")              another member, in her own chat; here=True: in this one
    desk.later(minutes=11)                        the clock moves only when it is told to
    desk.chat('''                                 a whole conversation, compared as one text
        > /visit Tirana 3 May 2025
        ✓ V1 · Visit
        …
    ''')

In ``chat`` a line "> …" is typed; what stands below it is the whole answer. Typed forms with a meaning of their own:
``> [Undo]`` presses a button, ``> ↪ V1: no, 4 May`` answers the last card of V1, ``> Ayşe: /undo`` is typed by
Ayşe in her own chat, and ⏎ stands for a line break. ``-- 11 minutes later`` moves the clock.
"""

import asyncio
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from difflib import unified_diff
from textwrap import dedent
from typing import Any, Self, TypeVar

import pytest
from sqlalchemy import Connection, select

from bot.adapters.console import plain_text
from bot.app import App
from bot.bootstrap import place_index
from bot.domain.records import StoredRecord
from bot.domain.teams import Team
from bot.handlers.commands import make_router
from bot.message import Attachment, ChatKind, ChatRef, Invocation, Message, Sender
from bot.parsing.places import look_up
from bot.permissions import Role
from bot.reply import Button, Reply
from bot.storage import models, records, teams
from bot.storage.engine import Database

Result = TypeVar("Result")

NOW = datetime.fromisoformat("2026-05-04T09:00:00+03:00")
"""A Monday, in Istanbul."""
NEW_TEAM = Team(id=0, name="Dragoman", language="en", timezone="Europe/Istanbul")
"""A team as the program makes it without any setting."""

_PRESSED = re.compile(r"\[(.+)\]")
_ANSWERED = re.compile(r"↪ (\w+): (.*)")
_SPOKEN = re.compile(r"([A-ZÇĞİÖŞÜ]\w+): (.*)")
_LATER = re.compile(r"-- (\d+) minutes? later")


class Said(str):
    """An answer as the console prints it, "" for none; with the reply itself and the id of its post."""

    __slots__ = ("message", "post_id", "reply")

    reply: Reply | None
    post_id: str
    message: Message

    @classmethod
    def of(cls, reply: Reply | None, post_id: str, message: Message) -> Self:
        """What a reply looks like."""
        said = cls(plain_text(reply) if reply else "")
        said.reply, said.post_id, said.message = reply, post_id, message
        return said


@dataclass
class Clock:
    """A clock that stands still until it is moved."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        """The time that it shows."""
        return self.now


@dataclass
class World:
    """What the members of one team share in a test, and the way by which messages reach the desk: here, directly."""

    app: App
    database: Database
    clock: Clock
    runner: asyncio.Runner
    team_id: int
    sent: int = 0
    members: dict[str, Sender] = field(default_factory=dict)
    heard: dict[ChatRef, list["Said"]] = field(default_factory=dict)

    def person(self, name: str, language: str = "") -> tuple[Sender, ChatRef]:
        """Somebody, member or not, and the chat of their own."""
        return Sender(name, name, language), ChatRef("console", "local", name)

    def group(self, chat: str, thread: str) -> ChatRef:
        """A group."""
        return ChatRef("console", "local", chat, ChatKind.GROUP, thread)

    def deliver(self, message: Message) -> "Said":
        """Bring a message to the desk; the answer, as the console prints it."""
        answer = self.runner.run(self.app.handle(message))
        post_id = f"p{message.id}"
        self.runner.run(self.app.answered(answer, post_id))
        return Said.of(answer.reply, post_id, message)

    def member(self, name: str, role: Role) -> tuple[Sender, ChatRef]:
        """A member, made at the first mention."""
        sender, chat = self.person(name)
        if name not in self.members:
            with self.database.transaction() as db:
                member_id = teams.add_member(db, self.team_id, name, role, self.clock.now)
                teams.add_identity(db, self.team_id, member_id, chat, sender)
            self.members[name] = sender
        return sender, chat

    def close(self) -> None:
        """Give back what was opened."""


class Desk:
    """One member in one chat."""

    def __init__(self, world: World, sender: Sender, chat: ChatRef) -> None:
        self.world = world
        self.sender = sender
        self.chat_ref = chat
        # What was answered here, also to those who came before: buttons are pressed and cards answered on it.
        self.said = world.heard.setdefault(chat, [])

    @classmethod
    @contextmanager
    def opened(
        cls, database: Database, *, name: str = "Fatma", role: Role = Role.ADMIN, world_type: type[World] = World
    ) -> Iterator[Self]:
        """A desk with a team of its own and its first member, on a migrated database."""
        clock = Clock()
        with database.transaction() as db:
            team = teams.find_team(db) or teams.add_team(db, NEW_TEAM, clock.now)
        app = App(database, make_router(), place_index, clock=clock)
        with asyncio.Runner() as runner:
            world = world_type(app, database, clock, runner, team.id)
            yield cls(world, *world.member(name, role))
            world.close()

    # Talking ---------------------------------------------------------------------------------------------------

    def say(self, text: str, *attachments: Attachment) -> Said:
        """Type a line, or send files with it."""
        return self._send(text, attachments=attachments)

    def press(self, label: str) -> Said:
        """Press the button with this label on the latest answer that has one."""
        said, button = self._with_button(label)
        return self._send(button.invocation, post_id=said.post_id)

    def invoke(self, command: str, arguments: str = "") -> Said:
        """Press a button that carries this."""
        return self._send(Invocation(command, arguments))

    def reply_to(self, card: Said, text: str, attachments: tuple[Attachment, ...] = ()) -> Said:
        """Answer the post of an earlier answer."""
        return self._send(text, reply_to=card.post_id, attachments=attachments)

    def redeliver(self) -> Said:
        """The last message once more, as a platform delivers it that heard no confirmation."""
        return self._deliver(self.said[-1].message)

    def _send(self, content: str | Invocation, **more: Any) -> Said:
        self.world.sent += 1
        message = Message(f"m{self.world.sent}", self.chat_ref, self.sender, self.world.clock.now, content, **more)
        return self._deliver(message)

    def _deliver(self, message: Message) -> Said:
        said = self.world.deliver(message)
        self.said.append(said)
        return said

    def button(self, label: str) -> Button:
        """The button with this label on the latest answer that has one."""
        return self._with_button(label)[1]

    def _with_button(self, label: str) -> tuple[Said, Button]:
        for said in reversed(self.said):
            for button in said.reply.buttons if said.reply else ():
                if button.label == label:
                    return said, button
        raise LookupError(f"no button {label!r} on: {self.said[-1] if self.said else 'nothing'}")

    def chat(self, transcript: str) -> None:
        """Type every "> " line, and compare the whole conversation with the transcript."""
        __tracebackhide__ = True
        expected = dedent(transcript).strip()
        heard: list[str] = []
        for line in expected.splitlines():
            if line.startswith("> "):
                answer = self._typed(line.removeprefix("> "))
                heard.append("\n".join(filter(None, [line, answer])))
            elif later := _LATER.fullmatch(line):
                self.later(minutes=int(later[1]))
                heard.append(line)
        blocks = [block.strip() for block in re.split(r"\n(?=> |-- )", expected)]
        wanted, got = ("\n\n".join(texts).splitlines() for texts in (blocks, heard))
        if difference := list(unified_diff(wanted, got, "transcript", "heard", n=99, lineterm="")):
            pytest.fail("\n".join(difference))

    def _typed(self, line: str) -> str:
        line = line.replace("⏎", "\n")
        if pressed := _PRESSED.fullmatch(line):
            return self.press(pressed[1])
        if answered := _ANSWERED.fullmatch(line):
            return self.reply_to(self.card_of(answered[1]), answered[2])
        if (spoken := _SPOKEN.fullmatch(line)) and spoken[1] in self.world.members:
            return self.as_(spoken[1])._typed(spoken[2])
        return self.say(line)

    def card_of(self, short_id: str) -> Said:
        """The latest answer that shows a record."""
        wanted = self.record(short_id).id
        return next(said for said in reversed(self.said) if said.reply and said.reply.record_id == wanted)

    # Who, where, when ------------------------------------------------------------------------------------------

    def as_(self, name: str, role: Role = Role.MEMBER, *, here: bool = False) -> Self:
        """Another member of the team (made at the first mention), in their own chat or ``here``."""
        sender, own = self.world.member(name, role)
        return type(self)(self.world, sender, self.chat_ref if here else own)

    def in_group(self, chat: str = "group", thread: str = "") -> Self:
        """The same member in a group."""
        return type(self)(self.world, self.sender, self.world.group(chat, thread))

    def stranger(self, name: str = "Nobody", language: str = "") -> Self:
        """Somebody who is no member, in their own chat."""
        return type(self)(self.world, *self.world.person(name, language))

    def of_another_team(self, name: str) -> Self:
        """A member of a team of their own, in their own chat."""
        sender, chat = self.world.person(name)
        with self.world.database.transaction() as db:
            team = teams.add_team(db, replace(NEW_TEAM, name=f"{name}'s team"), self.world.clock.now)
            member_id = teams.add_member(db, team.id, name, Role.ADMIN, self.world.clock.now)
            teams.add_identity(db, team.id, member_id, chat, sender)
        return type(self)(self.world, sender, chat)

    @property
    def clock(self) -> Clock:
        """The clock of the desk."""
        return self.world.clock

    def later(self, **time: float) -> None:
        """Let time pass: minutes=11, days=1."""
        self.world.clock.now += timedelta(**time)

    def team(self, *, city: str | None = None, **values: str | None) -> Self:
        """Change the team as its settings would: country="TR", city="Ankara", language="tr", date_order="day"."""
        if city is not None:
            home = look_up(place_index(), city)
            values |= {"home_city": city, "home_place_id": home.id if home else None}
            if home and home.country:
                values.setdefault("country", home.country)
        with self.world.database.transaction() as db:
            teams.change_team(db, self.world.team_id, **values)
        return self

    @property
    def language(self) -> str:
        """The language of the team."""
        return self.stored_team.language

    @language.setter
    def language(self, language: str) -> None:
        self.team(language=language)

    @property
    def stored_team(self) -> Team:
        """The team as it is stored."""
        team = self.read(lambda db: teams.find_team(db))
        assert team is not None
        return team

    # What is stored --------------------------------------------------------------------------------------------

    def read(self, work: Callable[[Connection], Result]) -> Result:
        """What ``work`` reads from the database."""
        with self.world.database.reading() as db:
            return work(db)

    def write(self, work: Callable[[Connection], Result]) -> Result:
        """What ``work`` does to the database behind the desk's back."""
        with self.world.database.transaction() as db:
            return work(db)

    def records(self) -> list[StoredRecord]:
        """All records of the team, void ones too, oldest first."""

        def load(db: Connection) -> list[StoredRecord]:
            ids = db.execute(select(models.records.c.id).order_by(models.records.c.id)).scalars().all()
            return records.load_records(db, self.world.team_id, ids)

        return self.read(load)

    def record(self, short_id: str) -> StoredRecord:
        """The record with this short id."""
        return next(stored for stored in self.records() if stored.short_id == short_id.upper())

    def rows(self, table: str) -> list[Mapping[str, Any]]:
        """All rows of a table, as mappings, in the order of their key."""
        found = models.metadata.tables[table]
        query = select(found).order_by(*found.primary_key.columns)
        return self.read(lambda db: [dict(row) for row in db.execute(query).mappings()])

    def orphans(self) -> list[Any]:
        """Rows that refer to what is not there (PostgreSQL never lets one in)."""
        if not self.world.database.is_sqlite:
            return []
        return self.read(lambda db: list(db.exec_driver_sql("PRAGMA foreign_key_check")))
