"""One message, from its arrival to the durable commit of what it did and what is answered."""

import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.cards.learnt import with_learnt
from bot.cards.problems import incident_reply, problem_reply
from bot.cards.values import describe
from bot.conversation import candidates, failed_to_answer, for_us, is_addressed
from bot.errors import BotError, Question
from bot.handlers.joining import WELCOME, join_stranger
from bot.i18n import N_, Translator, translator
from bot.message import Invocation, Message
from bot.parsing.context import Context
from bot.parsing.dates import DateContext
from bot.parsing.partners import PartnerFinder
from bot.parsing.places import PlaceIndex
from bot.permissions import NotPermitted, Permission
from bot.reply import Button, Reply, lines
from bot.request import Request
from bot.router import Call, DidYouMean, Router
from bot.storage import inbox
from bot.storage.arrivals import Arrival, find_arrival
from bot.storage.changes import Changes
from bot.storage.engine import Database
from bot.storage.inbox import Answer, Unsent
from bot.storage.questions import OpenQuestion, close_question, open_question
from bot.storage.teams import add_chat

_log = logging.getLogger(__name__)
_INCIDENT_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"

Clock = Callable[[], datetime]


class OtherTeam(BotError):
    """The chat belongs to another team."""

    text = N_("This chat belongs to another team.")


class _Refused(Exception):
    """A ``BotError`` on its way out of the transaction, with the call that caused it, if one was found."""

    def __init__(self, error: BotError, call: Call | None = None, answers: OpenQuestion | None = None) -> None:
        super().__init__()
        self.error = error
        self.call = call
        self.answers = answers


@dataclass(frozen=True, slots=True)
class _Outcome:
    """``row`` is None for a stranger, of whom nothing is stored."""

    row: int | None
    reply: Reply | None


class App:
    """The desk. ``language`` overrules every other for this process; ``clock`` gives aware instants."""

    def __init__(
        self,
        database: Database,
        router: Router,
        places: Callable[[], PlaceIndex],
        *,
        clock: Clock = lambda: datetime.now(UTC),
        language: str | None = None,
    ) -> None:
        self.database = database
        self.router = router
        self._places = places
        self._clock = clock
        self._language = language

    async def handle(self, message: Message) -> Answer:
        """Do what the message asks, once. The answer is stored; send it, then call ``answered``.

        An ``Answer`` whose ``id`` is 0 is not stored: that of a stranger, or one that could not be. Never raises for
        what a person wrote.
        """
        now = self._clock()
        try:
            outcome = await self.database.write(lambda db: self._work(db, message, now))
        except _Refused as refused:
            outcome = await self._refuse(message, now, refused)
        except Exception:
            outcome = await self._incident(message, now)
        return Answer(outcome.row or 0, outcome.reply)

    async def answered(self, answer: Answer, post_id: str | None = None) -> None:
        """The answer was sent, as the platform's ``post_id``."""
        if not answer.id:
            return
        record_id = answer.reply.record_id if answer.reply else None
        now = self._clock()
        await self.database.write(
            lambda db: inbox.mark_answered(db, answer.id, post_id=post_id, record_id=record_id, now=now)
        )

    async def unsent(self, platform: str, account: str) -> list[Unsent]:
        """Answers that a crash kept from being sent."""
        now = self._clock()
        return await self.database.read(lambda db: inbox.unsent(db, platform, account, now=now))

    async def sweep(self) -> None:
        """Forget what is too old to be delivered again."""
        now = self._clock()
        await self.database.write(lambda db: inbox.sweep(db, now=now))

    # One unit of work ------------------------------------------------------------------------------------------

    def _work(self, db: Connection, message: Message, now: datetime) -> _Outcome:
        arrival = find_arrival(db, message)
        if arrival is None:
            return _Outcome(None, self._meet(db, message, now))
        if arrival.answer:
            return _Outcome(arrival.answer.id, arrival.answer.reply)
        request = self._request(db, message, now, arrival)
        reply = self._answer(request)
        if reply is not None:
            reply = inbox.store_long_buttons(db, request.team_id, reply, now)
        self._keep(request, reply)
        return _Outcome(request.changes.id, reply)

    def _request(self, db: Connection, message: Message, now: datetime, arrival: Arrival) -> Request:
        team, chat = arrival.team, arrival.chat
        if chat is not None and chat.team_id != team.id:
            raise _Refused(OtherTeam())
        chat_id = chat.id if chat else add_chat(db, team.id, message.chat)
        language = self._language or (chat.language if chat else None) or team.language
        places = self._places()
        dates = DateContext(now.astimezone(ZoneInfo(team.timezone)).date(), language, team.date_order)
        return Request(
            message=message,
            actor=arrival.actor,
            team=team,
            chat_id=chat_id,
            now=now,
            t=translator(language),
            db=db,
            changes=Changes(db, inbox.new_id(now), arrival.actor, chat_id, now),
            places=places,
            context=Context(dates, team, language, PartnerFinder(db, team, places, language)),
        )

    def _answer(self, request: Request) -> Reply | None:
        content = request.message.content
        if isinstance(content, str) and not for_us(content, request):
            return None
        first: _Refused | None = None
        call: Call | None = None
        try:
            for candidate in candidates(content, request, self.router):
                call = candidate.call
                self._permit(request, call)
                try:
                    arguments = call.parse(request)
                except BotError as error:
                    first = first or _Refused(error, call, candidate.answers)
                    if candidate.leads_on(error):
                        raise first from None
                    continue
                reply = with_learnt(call.command.handle(request, arguments), request.changes.learnt, request.t)
                if candidate.answers:
                    close_question(request.db, request.chat_id, request.message.chat, request.actor.member_id)
                return reply
        except BotError as error:
            raise (first or _Refused(error, call)) from None
        raise first or LookupError("no candidate, and none was refused")

    @staticmethod
    def _permit(request: Request, call: Call) -> None:
        needed = Permission.WRITE if call.logging else call.command.permission
        if not request.actor.may(needed):
            raise NotPermitted(command=call.command.name_in(request.language))

    @staticmethod
    def _keep(request: Request, reply: Reply | None) -> None:
        inbox.add_message(
            request.db,
            row_id=request.changes.id,
            team_id=request.team_id,
            chat_id=request.chat_id,
            message=request.message,
            reply=reply,
            now=request.now,
        )

    # What did not work: the first transaction is rolled back, a second one keeps the answer -------------------------

    async def _refuse(self, message: Message, now: datetime, refused: _Refused) -> _Outcome:
        def work(db: Connection) -> _Outcome:
            return self._keep_refusal(db, message, now, refused)

        try:
            return await self.database.write(work)
        except _Refused as again:  # the chat itself is refused
            return _Outcome(None, problem_reply(again.error, self._translator_for(message)))
        except Exception:
            return await self._incident(message, now)

    def _keep_refusal(self, db: Connection, message: Message, now: datetime, refused: _Refused) -> _Outcome:
        arrival = find_arrival(db, message)
        if arrival is None:
            return _Outcome(None, problem_reply(refused.error, self._translator_for(message)))
        if arrival.answer:
            return _Outcome(arrival.answer.id, arrival.answer.reply)
        request = self._request(db, message, now, arrival)
        buttons: list[Button] = []
        error = refused.error
        asked = failed_to_answer(request, error, refused.answers)
        if isinstance(error, Question) and refused.call:
            labels = tuple((describe(choice.label, request.t), choice.text) for choice in error.choices)
            question = replace(_open_question(error, refused.call), choices=labels, message_id=request.changes.id)
            if refused.answers and question.field == refused.answers.field and error.hole is None:
                question = refused.answers  # asked again: the hole is where it was
            open_question(
                db, request.team_id, request.chat_id, message.chat, arrival.actor.member_id, question, now=now
            )
            buttons = [Button(label, Invocation(question.command, question.answered(text))) for label, text in labels]
        elif isinstance(error, DidYouMean):
            typed = f"/{error.closest} {error.arguments}".strip()
            label = typed if len(typed) <= 40 else typed[:39] + "…"
            buttons = [Button(label, Invocation(error.closest, error.arguments))]
        reply = inbox.store_long_buttons(
            db,
            request.team_id,
            problem_reply(error, request.t, buttons, asked=asked),
            now,
        )
        self._keep(request, reply)
        return _Outcome(request.changes.id, reply)

    async def _incident(self, message: Message, now: datetime) -> _Outcome:
        incident = new_incident()
        # The words of the message stay out of the log: they are personal data.
        _log.exception("incident %s: platform=%s message=%s", incident, message.chat.platform, message.id)

        def keep(db: Connection) -> _Outcome:
            arrival = find_arrival(db, message)
            if arrival is None or arrival.answer:
                return _Outcome(None, incident_reply(incident, self._translator_for(message)))
            request = self._request(db, message, now, arrival)
            reply = incident_reply(incident, request.t)
            self._keep(request, reply)
            return _Outcome(request.changes.id, reply)

        try:
            return await self.database.write(keep)
        except Exception:
            _log.exception("incident %s: the answer could not be stored", incident)
            return _Outcome(None, incident_reply(incident, self._translator_for(message)))

    def _meet(self, db: Connection, message: Message, now: datetime) -> Reply | None:
        t = self._translator_for(message)
        try:
            joined = join_stranger(db, message, t, now)
            return joined or (Reply((lines([t(WELCOME)]),)) if is_addressed(message) else None)
        except BotError as error:
            return problem_reply(error, t)

    def _translator_for(self, message: Message) -> Translator:
        return translator(self._language or message.sender.language or "en")


def _open_question(question: Question, call: Call) -> OpenQuestion:
    """What has to be remembered until the answer comes."""
    name, prefix = call.invocation
    text = call.arguments
    if question.hole is None:
        return OpenQuestion(name, prefix + (f"{text}, " if text else ""), "", question.field)
    start, end = question.hole
    before, after = text[:start], text[end:]
    if start == end:  # something is put in, not replaced
        before = f"{before.rstrip(' ,')}, " if before.strip(" ,") else ""
        after = f" {after}" if after else ""
    return OpenQuestion(name, prefix + before, after, question.field)


def new_incident() -> str:
    """A number to tell an admin: 7F3K-2Q."""
    letters = "".join(secrets.choice(_INCIDENT_ALPHABET) for _ in range(6))
    return f"{letters[:4]}-{letters[4:]}"
