"""From a request of Slack to the desk. It is acknowledged when it is committed.

What a person waits for is acknowledged after two seconds at the latest; if it fails then, they are told. An event is
never acknowledged early: Slack brings it again. What one person asks is done in the order in which it came.
"""

import asyncio
import logging
from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from bot.adapters.base import Delivery, Desk, Sent, TryAgain
from bot.adapters.slack.adapter import Slack
from bot.adapters.slack.parse import (
    Submission,
    chat_of,
    parse_command,
    parse_event,
    parse_press,
    parse_shortcut,
    parse_submission,
)
from bot.adapters.slack.surfaces import open_view, publish_home
from bot.adapters.slack.views import form_view, home_view, metadata_of, options
from bot.adapters.slack.words import people_in
from bot.adapters.turns import Turns
from bot.i18n import LANGUAGES, N_, translator
from bot.message import ChatKind, ChatRef, Invocation, Message, Sender
from bot.reply import Form, Reply, Visibility, lines

_log = logging.getLogger(__name__)

IN_TIME = 2.0
"""Seconds: Slack waits for three (docs.slack.dev, "Acknowledging")."""
_WHO = N_("I cannot find out who you are just now. Nothing was stored; please try again in a minute.")
_JOINING = ("/join ", "/katil ")

Json = Mapping[str, Any]
Taken = TypeVar("Taken", bound=bool | Mapping[str, str])


class Receiver:
    """Hands requests to the desk. ``commands`` are the names that may follow /dragoman."""

    def __init__(self, slack: Slack, desk: Desk, commands: frozenset[str], in_time: float = IN_TIME) -> None:
        self.slack = slack
        self.desk = desk
        self._commands = commands
        self._in_time = in_time
        self._working: set[asyncio.Task[Any]] = set()
        self._turns = Turns()

    async def event(self, body: Json) -> bool:
        """A mention, or a message in a direct chat. Whether it is done with: committed, or nothing for us."""
        try:
            return await self._begin(self._event(body))
        except TryAgain:
            return False  # Slack brings it again

    async def _event(self, body: Json) -> bool:
        async with self._turns.of(body["event"].get("user")):
            message = parse_event(body, self.slack.workspace, await self._names(body["event"].get("text") or ""))
            if message is None:
                return True
            # An event tells the id alone; the name is a member's, if they become one.
            message = await self._told(message)
            if not message.sender.name and str(message.content).startswith(_JOINING):
                raise TryAgain("the name of a new member")
            return await self.desk.receive(message)

    async def _told(self, message: Message) -> Message:
        """A message, with what Slack says of its sender."""
        return replace(message, sender=await self.slack.people.known(message.sender))

    async def _names(self, text: str) -> dict[str, str]:
        """The names of the people who are mentioned in a text."""
        mentioned = [user for user in people_in(text) if user != self.slack.workspace.user]
        known = [await self.slack.people.known(Sender(user, "")) for user in mentioned]
        return {person.id: person.name for person in known if person.name}

    async def command(self, body: Json) -> bool:
        """A slash command."""
        message = parse_command(body, self.slack.workspace, self._commands, datetime.now(UTC))
        self._keep_door(message.chat, message.sender.id, body)
        return await self.in_time(self._receive(message, body["trigger_id"]), message.chat, message.sender)

    async def press(self, body: Json) -> bool:
        """A pressed button, or what was chosen in App Home."""
        message = parse_press(body, self.slack.workspace, datetime.now(UTC))
        if message is None:
            return True
        self._keep_door(message.chat, message.sender.id, body)
        if message.post_id:
            self._keep_door(message.chat, message.post_id, body)
        return await self.in_time(self._receive(message, body["trigger_id"]), message.chat, message.sender)

    async def _receive(self, message: Message, trigger_id: str) -> bool:
        """Open the form that is asked for; where there is none, or Slack does not open it, the desk answers."""
        async with self._turns.of(message.sender.id):
            message = await self._told(message)
            form = await self.desk.form(message)
            if form and await self._open(form, message.chat, message.post_id, trigger_id):
                return True
            return await self.desk.receive(message)

    async def _open(self, form: Form, chat: ChatRef, post_id: str | None, trigger_id: str) -> bool:
        return await open_view(self.slack.client, trigger_id, form_view(form, chat.chat, post_id or ""))

    async def shortcut(self, body: Json) -> bool:
        """ "Log this" on a message: the form, with what can be read of it."""
        asked = parse_shortcut(body, self.slack.workspace, {})
        return await self.in_time(self._log_this(body), asked.chat, asked.sender)

    async def _log_this(self, body: Json) -> bool:
        names = await self._names(body["message"].get("text") or "")
        shared = parse_shortcut(body, self.slack.workspace, names)
        self._keep_door(shared.chat, shared.sender.id, body)
        content = Invocation("log", f"visit {shared.text}")
        message = Message(shared.id, shared.chat, shared.sender, datetime.now(UTC), content, post_id=shared.post_id)
        async with self._turns.of(shared.sender.id):
            message = await self._told(message)
            form = await self.desk.form_about(shared.chat, message.sender, shared.text)
            if form and await self._open(form, shared.chat, shared.post_id, shared.id):
                return True
            return await self.desk.receive(message)

    async def submit(self, body: Json) -> bool | Mapping[str, str]:
        """A form that was filled in: whether it is committed, or what is wrong, by field."""
        filled = parse_submission(body, self.slack.workspace)
        return await self.in_time(self._submit(filled), filled.chat, filled.sender)

    async def _submit(self, filled: Submission) -> bool | Mapping[str, str]:
        async with self._turns.of(filled.sender.id):
            sender = await self.slack.people.known(filled.sender)
            read = await self.desk.read_form(filled.chat, sender, filled.command, filled.values)
            if not isinstance(read, Invocation):
                return read
            message = Message(filled.id, filled.chat, sender, datetime.now(UTC), read, post_id=filled.post_id)
            return await self.desk.receive(message)

    async def suggest(self, body: Json) -> list[dict[str, Any]]:
        """What fits the letters typed into a search."""
        sender = await self.slack.people.known(Sender(body["user"]["id"], ""))
        chat = chat_of(self.slack.workspace, metadata_of(body.get("view") or {}).get("chat", ""))
        return options(await self.desk.suggest(chat, sender, body.get("value") or ""))

    async def home(self, body: Json) -> bool:
        """Somebody looks at App Home."""
        return await self._begin(self._home(body))

    async def _home(self, body: Json) -> bool:
        event = body["event"]
        if event.get("tab") == "home":
            sender = await self.slack.people.known(Sender(event["user"], ""))
            chat = chat_of(self.slack.workspace, event["channel"])
            home = self.slack.slashes.suit(await self.desk.home(chat, sender), ChatKind.GROUP)
            view = home_view(home, chat.chat)
            await publish_home(self.slack.client, sender.id, view)
        return True

    def _keep_door(self, chat: ChatRef, whose: str, body: Json) -> None:
        if url := body.get("response_url"):
            self.slack.doors.keep(chat.chat, whose, url)

    async def in_time(self, work: Coroutine[Any, Any, Taken], chat: ChatRef, sender: Sender) -> Taken | bool:
        """What ``work`` comes to; True where it goes on for longer than Slack waits, or has to be asked for again."""
        task = self._begin(work)
        done, _ = await asyncio.wait((task,), timeout=self._in_time)
        if done and not isinstance(task.exception(), TryAgain):
            return task.result()
        self._begin(self._follow(task, chat, sender))
        return True

    def _begin(self, work: Coroutine[Any, Any, Taken]) -> "asyncio.Task[Taken]":
        task = asyncio.get_running_loop().create_task(work)
        self._working.add(task)
        task.add_done_callback(self._done)
        return task

    async def _follow(self, task: "asyncio.Task[Taken]", chat: ChatRef, sender: Sender) -> bool:
        """Tell a person whose request was acknowledged that it failed after all; whether it did not."""
        await asyncio.wait((task,))
        taken = False if task.cancelled() or task.exception() else task.result()
        if taken is True:
            return True
        if isinstance(taken, Mapping):
            reply = _alone(list(taken.values()))
        elif not task.cancelled() and isinstance(task.exception(), TryAgain):
            reply = _alone(
                [translator(language)(_WHO) for language in LANGUAGES]
            )  # whose language it is, we cannot know
        else:
            reply = await self.desk.failed(chat, await self.slack.people.known(sender))
        outcome = await self.slack.send(chat, reply, Delivery(sender=sender.id))
        if not isinstance(outcome, Sent):
            _log.error("a person in channel %s could not be told: %s", chat.chat, outcome)
        return False

    def _done(self, task: "asyncio.Task[Any]") -> None:
        self._working.discard(task)
        if not task.cancelled() and (error := task.exception()) and not isinstance(error, TryAgain):
            # Nothing that the desk has not caught itself can be put right by delivering it again.
            _log.error("a request of slack was dropped: %s", type(error).__name__, exc_info=error)

    async def done(self) -> None:
        """Wait until nothing goes on."""
        while self._working:
            await asyncio.wait(self._working)


def _alone(texts: Sequence[str]) -> Reply:
    return Reply((lines(texts),), visibility=Visibility.SENDER)
