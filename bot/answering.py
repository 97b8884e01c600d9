"""Answers on their way: committed with their message, sent in the order of their chat, then marked as sent.

What a crash, a broken line or a platform's pause kept from being sent is sent later, within an hour.
"""

import asyncio
import logging
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.adapters.base import Adapter, Delivery, Gone, Moved, PlatformStopped, Retry, Sent, Uncertain
from bot.adapters.lanes import Lanes
from bot.app import App
from bot.cards.problems import unstored_reply
from bot.handlers.forms import form_errors, opens_form, suggestions, visit_arguments, visit_form
from bot.handlers.home import home, stranger_home
from bot.handlers.inline import Found
from bot.i18n import translator
from bot.message import ChatKind, ChatRef, Invocation, Message, Sender
from bot.refusals import new_incident
from bot.reply import Form, Reply
from bot.router import UMBRELLA
from bot.storage.inbox import Answer
from bot.storage.outbox import LEASE, Unsent

_log = logging.getLogger(__name__)

MOVES = 3
"""How often a chat may be called anew while one answer is sent to it."""


class Answering:
    """The desk, as one adapter sees it. ``attach`` the adapter before the first message."""

    def __init__(self, app: App) -> None:
        self._app = app
        self._adapter: Adapter | None = None
        self.lanes = Lanes(self._failed)
        # The answers that are on their way, and until when (seconds of the loop) no other process will send them.
        self._going: dict[int, float] = {}
        self._begun: dict[int, tuple[str, ...]] = {}
        self._sent: list[tuple[Answer, tuple[str, ...]]] = []
        self._something_sent = asyncio.Event()
        self._is_stopping = False
        self.stopped: asyncio.Future[PlatformStopped] = asyncio.get_running_loop().create_future()

    def attach(self, adapter: Adapter) -> None:
        """Where answers go."""
        self._adapter = adapter

    # What comes in -------------------------------------------------------------------------------------------------

    async def receive(self, message: Message) -> bool:
        """Commit what the message asks, and send the answer afterwards; whether the message may be confirmed.

        Raises ``TryAgain`` where the platform cannot tell who a stranger is.
        """
        until = _lease_from_now()
        answer = await self._app.handle(message)
        if answer.stranger and answer.kept and self._adapter and (known := await self._vouch(message)):
            answer = await self._app.handle(known)
        if not answer.kept:
            return False
        if self._is_stopping:
            return True  # what is committed now is sent at the next start: nobody would mark it here
        if answer.reply is not None and not answer.sent and answer.id not in self._going:
            if answer.id and not answer.claimed and not await self._app.claim(answer):
                return True  # it was brought to another process before, which is at it
            pressed = isinstance(message.content, Invocation)
            delivery = _delivery(message.chat, message.post_id, answer, pressed, message.sender.id, message.sent_at)
            again = bool(answer.id) and not answer.claimed
            self._queue(message.chat, answer, answer.reply, replace(delivery, is_again=again), until)
        return True

    async def _vouch(self, message: Message) -> Message | None:
        """The message of somebody whom the platform knows for one of the house, where the answer was for a stranger."""
        sender = await self._adapter.vouch(message.chat, message.sender) if self._adapter else None
        return replace(message, sender=sender) if sender else None

    async def failed(self, chat: ChatRef, sender: Sender) -> Reply:
        """What somebody is told whose message was confirmed, and could not be stored after all."""
        incident = new_incident()
        _log.error("incident %s: what was confirmed in chat %s could not be stored", incident, chat.chat)
        try:
            language = await self._app.read(chat, sender, lambda request: request.t.language)
        except Exception:  # the database is out of reach, which may be why
            language = None
        return unstored_reply(incident, translator(language or sender.language or "en"))

    async def look(self, chat: ChatRef, sender: Sender, text: str) -> Sequence[Found]:
        """Cards that fit what a member is typing."""
        return await self._app.look(chat, sender, text)

    async def form(self, message: Message) -> Form | None:
        """The form that a command or button opens; None for what is simply received."""
        if not opens_form(message.content, self._app.router):
            return None
        return await self._app.read(message.chat, message.sender, visit_form)

    async def form_about(self, chat: ChatRef, sender: Sender, text: str) -> Form | None:
        """The form to log what somebody wrote; None for a stranger."""
        return await self._app.read(chat, sender, lambda request: visit_form(request, text))

    async def read_form(
        self, chat: ChatRef, sender: Sender, command: str, values: Mapping[str, str]
    ) -> Invocation | Mapping[str, str]:
        """What a form calls, or what is wrong with it, by field."""
        wrong = await self._app.read(chat, sender, lambda request: form_errors(request, values))
        return wrong or Invocation(UMBRELLA, visit_arguments(values))

    async def suggest(self, chat: ChatRef, sender: Sender, text: str) -> Sequence[tuple[str, str]]:
        """Partners and places that a member may mean."""
        return await self._app.read(chat, sender, lambda request: suggestions(request, text)) or ()

    async def home(self, chat: ChatRef, sender: Sender) -> Reply:
        """What a person sees first."""
        return await self._app.read(chat, sender, home) or stranger_home(translator(sender.language or "en"))

    async def moved(self, chat: ChatRef, new: str) -> bool:
        """The platform gave the chat another id; whether that may be confirmed."""
        return await self._app.moved(chat, new)

    async def reachable(self, chat: ChatRef, reachable: bool) -> bool:
        """Whether the platform lets us write in the chat; whether that may be confirmed."""
        return await self._app.reachable(chat, reachable)

    # What goes out -------------------------------------------------------------------------------------------------

    def _queue(self, chat: ChatRef, answer: Answer, reply: Reply, delivery: Delivery, until: float) -> None:
        if answer.id:
            self._going[answer.id] = until

        async def send() -> None:
            marked = False
            try:
                marked = await self._send(chat, answer, reply, delivery)
            finally:
                if not marked:
                    self._going.pop(answer.id, None)

        self.lanes.put(lane_of(chat), send)

    async def _send(self, chat: ChatRef, answer: Answer, reply: Reply, delivery: Delivery) -> bool:
        """Whether nothing is left to be done but to mark it."""
        if self._adapter is None:
            raise RuntimeError("no adapter is attached")
        moves = 0
        while True:
            if answer.id and self._going[answer.id] < asyncio.get_running_loop().time():
                # We stood still for longer than the lease: another process may have sent it, or may be about to.
                until = _lease_from_now()
                if not await self._app.claim(answer):
                    return False
                self._going[answer.id] = until
                delivery = replace(delivery, is_again=True)
            outcome = await self._adapter.send(chat, reply, delivery)
            match outcome:
                case Sent():
                    self._mark(answer, outcome.post_ids)
                    return True
                case Retry():
                    delivery = replace(delivery, sent=outcome.sent)
                    await asyncio.sleep(outcome.after)
                case Moved() if moves < MOVES:
                    moves += 1
                    await self._app.moved(chat, outcome.to)
                    chat = replace(chat, chat=outcome.to)
                    delivery = replace(
                        delivery, replaces=None, answers=None, pressed=None, said=None
                    )  # the posts count anew there
                case Gone():
                    _log.warning("answer %s cannot be sent: %s", answer.id, outcome.why)
                    if outcome.whole_chat:
                        await self._app.reachable(chat, False)
                    self._mark(answer, ())
                    return True
                case Moved() | Uncertain():
                    if answer.id and isinstance(outcome, Uncertain):
                        self._begun[answer.id] = outcome.sent
                    _log.warning("answer %s may not have been sent: %s", answer.id, outcome)
                    return False  # the row stays unanswered: it is sent again in a minute

    def _mark(self, answer: Answer, post_ids: tuple[str, ...]) -> None:
        if answer.id:
            self._begun.pop(answer.id, None)
            self._sent.append((answer, post_ids))
            self._something_sent.set()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, PlatformStopped):
            if not self.stopped.done():
                self.stopped.set_result(error)
            return
        _log.error("an answer was not sent: %s", type(error).__name__, exc_info=error)

    # Afterwards ----------------------------------------------------------------------------------------------------

    async def keep_marking(self) -> None:
        """Mark answers as sent, as many as there are at a time in one transaction, until cancelled."""
        while True:
            await self._something_sent.wait()
            try:
                await self.mark_sent()
            except Exception:
                _log.exception("answers that were sent could not be marked")
                await asyncio.sleep(1)

    async def mark_sent(self) -> None:
        """Mark the answers that were sent so far. What this raises leaves them to be marked."""
        self._something_sent.clear()
        sent, self._sent = self._sent, []
        if not sent:
            return
        try:
            await self._app.all_answered(sent)
        except BaseException:
            self._sent = sent + self._sent
            self._something_sent.set()
            raise
        for answer, _ in sent:
            self._going.pop(answer.id, None)

    async def resend(self, *, alone: bool) -> None:
        """Send what was committed within the last hour, was never sent, and is no other process's to send.

        ``alone`` says that no other process sends for this account. What is on its way stays ours.
        """
        if self._adapter is None:
            return
        platform, account = self._adapter.platform, self._adapter.account
        until = _lease_from_now()
        now = asyncio.get_running_loop().time()
        # As it was before the database is asked: what is marked meanwhile is among the unsent still.
        going = frozenset(self._going)
        held = [answer for answer, its_until in self._going.items() if its_until > now]
        unsent = await self._app.claim_unsent(platform, account, alone=alone, going=held)
        self._going.update((answer, until) for answer in held if answer in self._going)
        for left in unsent:
            if left.id not in going and left.id not in self._going:
                delivery = replace(_again(left), sent=self._begun.get(left.id, ()))
                self._queue(left.chat, Answer(left.id, left.reply), left.reply, delivery, until)

    async def done(self) -> None:
        """Wait until everything is sent and marked."""
        await self.lanes.done()
        await self.mark_sent()

    async def stop(self, seconds: float) -> None:
        """Give what is on its way so long, and mark what was sent."""
        self._is_stopping = True
        await self.lanes.stop(seconds)
        await self.mark_sent()


def _lease_from_now() -> float:
    """Until when what is about to be claimed is ours: by our own clock, which nobody sets, and rather too early."""
    return asyncio.get_running_loop().time() + LEASE.total_seconds()


def lane_of(chat: ChatRef) -> tuple[str, str, str]:
    """What is sent to the chat goes one after the other in this lane."""
    return chat.platform, chat.account, chat.chat


def _delivery(
    chat: ChatRef, post_id: str | None, answer: Answer, pressed: bool, sender: str, since: datetime
) -> Delivery:
    """A pressed button's post gives way where the answer says so; in a group it is seen whom a typed one is for."""
    key = str(answer.id) if answer.id else ""
    if pressed:
        replaces = post_id if answer.reply and answer.reply.replaces else None
        return Delivery(replaces=replaces, pressed=post_id, sender=sender, key=key, since=since)
    answers = post_id if chat.kind is ChatKind.GROUP else None
    return Delivery(answers=answers, said=post_id, sender=sender, key=key, since=since)


def _again(unsent: Unsent) -> Delivery:
    answer = Answer(unsent.id, unsent.reply)
    delivery = _delivery(unsent.chat, unsent.post_id, answer, unsent.pressed, unsent.sender, unsent.received_at)
    return replace(delivery, is_again=True)
