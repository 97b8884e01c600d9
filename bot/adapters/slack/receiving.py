"""From a request of Slack to the desk. It is acknowledged when it is committed; after two seconds before that."""

import asyncio
import logging
from collections.abc import Coroutine, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.adapters.base import Desk
from bot.adapters.slack.adapter import Slack
from bot.adapters.slack.parse import parse_command, parse_event, parse_press
from bot.adapters.slack.words import people_in
from bot.message import Message

_log = logging.getLogger(__name__)

IN_TIME = 2.0
"""Seconds: Slack waits for three (docs.slack.dev, "Acknowledging")."""

Json = Mapping[str, Any]


class Receiver:
    """Hands requests to the desk. ``commands`` are the names that may follow /dragoman."""

    def __init__(self, slack: Slack, desk: Desk, commands: frozenset[str], in_time: float = IN_TIME) -> None:
        self.slack = slack
        self.desk = desk
        self._commands = commands
        self._in_time = in_time
        self._working: set[asyncio.Task[Any]] = set()

    async def event(self, body: Json) -> bool:
        """A mention, or a message in a direct chat. Whether it is done with: committed, or nothing for us."""
        return await self.in_time(self._event(body))

    async def _event(self, body: Json) -> bool:
        event = body["event"]
        mentioned = (user for user in people_in(event.get("text") or "") if user != self.slack.workspace.user)
        names = {user: person.name for user in mentioned if (person := await self.slack.people.find(user))}
        message = parse_event(body, self.slack.workspace, names)
        if message is None:
            return True
        # An event tells the id alone; the name is a member's, if they become one.
        sender = await self.slack.people.find(message.sender.id) or message.sender
        return await self.desk.receive(replace(message, sender=sender))

    async def command(self, body: Json) -> bool:
        """A slash command."""
        message = parse_command(body, self.slack.workspace, self._commands, datetime.now(UTC))
        self._keep_door(message, body.get("response_url"))
        return await self.in_time(self.desk.receive(message))

    async def press(self, body: Json) -> bool:
        """A pressed button."""
        pressed = parse_press(body, self.slack.workspace, datetime.now(UTC))
        if pressed is None:
            return True
        self._keep_door(pressed.message, pressed.response_url)
        return await self.in_time(self.desk.receive(pressed.message))

    def _keep_door(self, message: Message, response_url: str | None) -> None:
        if response_url:
            self.slack.doors.keep(message.chat.chat, message.sender.id, response_url)
            if message.post_id:
                self.slack.doors.keep(message.chat.chat, message.post_id, response_url)

    async def in_time(self, work: Coroutine[Any, Any, bool]) -> bool:
        """What ``work`` comes to; True where it takes longer than Slack waits, and goes on."""
        task = asyncio.get_running_loop().create_task(work)
        self._working.add(task)
        task.add_done_callback(self._done)
        done, _ = await asyncio.wait((task,), timeout=self._in_time)
        return task.result() if done else True

    def _done(self, task: "asyncio.Task[Any]") -> None:
        self._working.discard(task)
        if not task.cancelled() and (error := task.exception()):
            # Nothing that the desk has not caught itself can be put right by delivering it again.
            _log.error("a request of slack was dropped: %s", type(error).__name__, exc_info=error)

    async def done(self) -> None:
        """Wait until nothing goes on."""
        while self._working:
            await asyncio.wait(self._working)
