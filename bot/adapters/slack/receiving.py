"""From a request of Slack to the desk. It is acknowledged when it is committed.

What a person waits for is acknowledged after two seconds at the latest; if it fails then, they are told. An event is
never acknowledged early: Slack brings it again.
"""

import asyncio
import logging
from collections.abc import Coroutine, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar

from bot.adapters.base import Delivery, Desk, Sent
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
from bot.adapters.slack.views import form_view, home_view, metadata_of, options
from bot.adapters.slack.words import people_in
from bot.i18n import translator
from bot.message import ChatKind, ChatRef, Invocation, Message, Sender
from bot.refusals import new_incident
from bot.reply import Form, Reply, Visibility, lines

_log = logging.getLogger(__name__)

IN_TIME = 2.0
"""Seconds: Slack waits for three (docs.slack.dev, "Acknowledging")."""

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

    async def event(self, body: Json) -> bool:
        """A mention, or a message in a direct chat. Whether it is done with: committed, or nothing for us."""
        return await self._begin(self._event(body))

    async def _event(self, body: Json) -> bool:
        message = parse_event(body, self.slack.workspace, await self._names(body["event"].get("text") or ""))
        if message is None:
            return True
        # An event tells the id alone; the name is a member's, if they become one.
        sender = await self.slack.people.find(message.sender.id) or message.sender
        return await self.desk.receive(replace(message, sender=sender))

    async def _names(self, text: str) -> dict[str, str]:
        """The names of the people who are mentioned in a text."""
        mentioned = (user for user in people_in(text) if user != self.slack.workspace.user)
        return {user: person.name for user in mentioned if (person := await self.slack.people.find(user))}

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
        form = await self.desk.form(message)
        if form and await self._open(form, message.chat, message.post_id, trigger_id):
            return True
        return await self.desk.receive(message)

    async def _open(self, form: Form, chat: ChatRef, post_id: str | None, trigger_id: str) -> bool:
        return await self.slack.open_view(trigger_id, form_view(form, chat.chat, post_id or ""))

    async def shortcut(self, body: Json) -> bool:
        """ "Log this" on a message: the form, with what can be read of it."""
        asked = parse_shortcut(body, self.slack.workspace, {})
        return await self.in_time(self._log_this(body), asked.chat, asked.sender)

    async def _log_this(self, body: Json) -> bool:
        names = await self._names(body["message"].get("text") or "")
        shared = parse_shortcut(body, self.slack.workspace, names)
        self._keep_door(shared.chat, shared.sender.id, body)
        form = await self.desk.form_about(shared.chat, shared.sender, shared.text)
        if form and await self._open(form, shared.chat, shared.post_id, shared.id):
            return True
        content = Invocation("log", f"visit {shared.text}")
        message = Message(shared.id, shared.chat, shared.sender, datetime.now(UTC), content, post_id=shared.post_id)
        return await self.desk.receive(message)

    async def submit(self, body: Json) -> bool | Mapping[str, str]:
        """A form that was filled in: whether it is committed, or what is wrong, by field."""
        filled = parse_submission(body, self.slack.workspace)
        return await self.in_time(self._submit(filled), filled.chat, filled.sender)

    async def _submit(self, filled: Submission) -> bool | Mapping[str, str]:
        read = await self.desk.read_form(filled.chat, filled.sender, filled.command, filled.values)
        if not isinstance(read, Invocation):
            return read
        message = Message(filled.id, filled.chat, filled.sender, datetime.now(UTC), read, post_id=filled.post_id)
        return await self.desk.receive(message)

    async def suggest(self, body: Json) -> list[dict[str, Any]]:
        """What fits the letters typed into a search."""
        sender = Sender(body["user"]["id"], "")
        chat = chat_of(self.slack.workspace, metadata_of(body.get("view") or {}).get("chat", ""))
        return options(await self.desk.suggest(chat, sender, body.get("value") or ""))

    async def home(self, body: Json) -> bool:
        """Somebody looks at App Home."""
        return await self._begin(self._home(body))

    async def _home(self, body: Json) -> bool:
        event = body["event"]
        if event.get("tab") == "home":
            sender = await self.slack.people.find(event["user"]) or Sender(event["user"], "")
            chat = chat_of(self.slack.workspace, event["channel"])
            home = self.slack.slashes.suit(await self.desk.home(chat, sender), ChatKind.GROUP)
            view = home_view(home, chat.chat)
            await self.slack.publish_home(sender.id, view)
        return True

    def _keep_door(self, chat: ChatRef, whose: str, body: Json) -> None:
        if url := body.get("response_url"):
            self.slack.doors.keep(chat.chat, whose, url)

    async def in_time(self, work: Coroutine[Any, Any, Taken], chat: ChatRef, sender: Sender) -> Taken | bool:
        """What ``work`` comes to; True where it takes longer than Slack waits, and goes on."""
        task = self._begin(work)
        done, _ = await asyncio.wait((task,), timeout=self._in_time)
        if done:
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
            texts = list(taken.values())
        else:
            incident = new_incident()
            _log.error("incident %s: what was acknowledged in channel %s could not be stored", incident, chat.chat)
            person = await self.slack.people.find(sender.id)
            t = translator(person.language if person else "en")
            again = t(
                "Incident {incident}. Please try again; if it stays, tell your admin this number.", incident=incident
            )
            texts = [t("Something went wrong here, not with you. Nothing was stored."), again]
        reply = Reply((lines(texts),), visibility=Visibility.SENDER)
        outcome = await self.slack.send(chat, reply, Delivery(sender=sender.id))
        if not isinstance(outcome, Sent):
            _log.error("a person in channel %s could not be told: %s", chat.chat, outcome)
        return False

    def _done(self, task: "asyncio.Task[Any]") -> None:
        self._working.discard(task)
        if not task.cancelled() and (error := task.exception()):
            # Nothing that the desk has not caught itself can be put right by delivering it again.
            _log.error("a request of slack was dropped: %s", type(error).__name__, exc_info=error)

    async def done(self) -> None:
        """Wait until nothing goes on."""
        while self._working:
            await asyncio.wait(self._working)
