"""One message, from its arrival to the durable commit of what it did and what is answered."""

import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.cards.learnt import with_learnt
from bot.cards.problems import incident_reply, problem_reply
from bot.conversation import candidates, for_us, is_addressed, pressed_before
from bot.errors import BotError
from bot.handlers.files import keep_attachments
from bot.handlers.inline import Found, find_cards
from bot.handlers.joining import WELCOME, enrol, is_joining, join_stranger
from bot.i18n import Translator, translator
from bot.message import ChatKind, ChatRef, Message, Sender
from bot.parsing.context import Context
from bot.parsing.dates import DateContext
from bot.parsing.partners import PartnerFinder
from bot.parsing.places import PlaceIndex
from bot.permissions import NotPermitted, Permission
from bot.refusals import OtherTeam, Refused, new_incident, refusal_reply
from bot.reply import Reply, Visibility, lines
from bot.request import Request
from bot.router import Call, Router
from bot.storage import chats, files, inbox, outbox
from bot.storage.arrivals import Arrival, find_arrival
from bot.storage.changes import Changes
from bot.storage.engine import Database
from bot.storage.files import FileContent
from bot.storage.inbox import Answer
from bot.storage.outbox import Shown, Unsent
from bot.storage.questions import close_question
from bot.storage.schedules import add_scheduled_chat

_log = logging.getLogger(__name__)

Clock = Callable[[], datetime]
Ids = Collection[int]
Result = TypeVar("Result")


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
            return await self.database.write(lambda db: self._work(db, message, now))
        except Refused as refused:
            return await self._refuse(message, now, refused)
        except Exception:
            return await self._incident(message, now)

    async def answered(self, answer: Answer, *post_ids: str) -> None:
        """The answer was sent, as these posts of the platform."""
        await self.all_answered([(answer, post_ids)])

    async def all_answered(self, sent: Sequence[tuple[Answer, tuple[str, ...]]]) -> None:
        """As ``answered``, for several at once in one transaction."""
        now = self._clock()

        shown = [Shown(answer.id, ids, answer.reply.record_id if answer.reply else None) for answer, ids in sent]
        await self.database.write(lambda db: outbox.mark_answered(db, shown, now=now))

    async def claim_unsent(self, platform: str, account: str, *, alone: bool, going: Ids = ()) -> list[Unsent]:
        """As ``outbox.claim_unsent``; what is ``going`` stays ours."""
        now = self._clock()

        def work(db: Connection) -> list[Unsent]:
            outbox.renew(db, going, now=now)
            return outbox.claim_unsent(db, platform, account, now=now, alone=alone)

        return await self.database.write(work)

    async def claim(self, answer: Answer) -> bool:
        """Whether an answer that we did not store just now, or hold no longer, is ours to send."""
        now = self._clock()
        return await self.database.write(lambda db: outbox.claim(db, answer.id, now=now))

    async def look(self, chat: ChatRef, sender: Sender, text: str) -> list[Found]:
        """Cards that fit what a member is typing, to be shown in any chat. Reads only; nothing for a stranger."""
        shared = replace(chat, kind=ChatKind.GROUP)
        return await self.read(shared, sender, lambda request: find_cards(request, text)) or []

    async def read(self, chat: ChatRef, sender: Sender, work: Callable[[Request], Result]) -> Result | None:
        """What ``work`` finds out for a member, without changing anything; None for a stranger."""
        now = self._clock()

        def read(db: Connection) -> Result | None:
            message = Message("", chat, sender, now, "")
            arrival = find_arrival(db, message)
            return work(self._request(db, message, now, replace(arrival, chat=None), 0)) if arrival else None

        return await self.database.read(read)

    async def file(self, chat: ChatRef, file_id: int) -> FileContent | None:
        """A file of the team that the chat belongs to."""
        return await self.database.read(lambda db: files.load_content(db, chat, file_id))

    async def moved(self, chat: ChatRef, new: str) -> bool:
        """The platform gave the chat another id; False where that should be told again."""
        return await self._note(lambda db: chats.move_chat(db, chat, new))

    async def reachable(self, chat: ChatRef, reachable: bool) -> bool:
        """Whether the platform lets us write in the chat; False where that should be told again."""
        now = self._clock()
        return await self._note(lambda db: chats.set_unreachable(db, chat, None if reachable else now))

    async def _note(self, work: Callable[[Connection], None]) -> bool:
        try:
            await self.database.write(work)
        except Exception:
            _log.exception("what the platform told of a chat could not be stored")
            return await self.database.is_in_reach()
        return True

    async def sweep(self) -> None:
        """Forget what is too old to be delivered again."""
        now = self._clock()
        await self.database.write(lambda db: inbox.sweep(db, now=now))

    # One unit of work ------------------------------------------------------------------------------------------

    def _work(self, db: Connection, message: Message, now: datetime) -> Answer:
        arrival = find_arrival(db, message)
        if arrival is None and (is_joining(message) or not (arrival := enrol(db, message, now))):
            met = self._meet(db, message, now)
            return replace(met, stranger=find_arrival(db, message) is None)
        if arrival.answer:
            return arrival.answer
        if not is_addressed(message) and (arrival.chat is None or arrival.chat.team_id != arrival.team.id):
            return Answer(0, None)  # a group becomes a team's by a command only
        request = self._request(db, message, now, arrival)
        reply = self._answer(request)
        if reply is None:
            return Answer(0, None)
        reply = inbox.store_long_buttons(db, request.team_id, reply, now)
        return self._keep(request, reply)

    def _request(
        self, db: Connection, message: Message, now: datetime, arrival: Arrival, chat_id: int | None = None
    ) -> Request:
        team, chat = arrival.team, arrival.chat
        if chat is not None and chat.team_id != team.id:
            raise Refused(OtherTeam())
        if chat_id is None:
            chat_id = chat.id if chat else add_scheduled_chat(db, team, message.chat, now)
        if chat is not None and chat.is_unreachable:
            chats.set_unreachable(db, message.chat, None)
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
            context=Context(dates, team, language, PartnerFinder(db, team, places, language), arrival.actor.member_id),
        )

    def _answer(self, request: Request) -> Reply | None:
        content = request.message.content
        if isinstance(content, str) and not for_us(content, request):
            return None
        if earlier := pressed_before(request):
            return earlier
        first: Refused | None = None
        call: Call | None = None
        try:
            for candidate in candidates(content, request, self.router):
                call = candidate.call
                self._permit(request, call)
                try:
                    arguments = call.parse(request)
                except BotError as error:
                    first = first or Refused(error, call, candidate.answers)
                    if candidate.leads_on(error):
                        raise first from None
                    continue
                reply = with_learnt(call.command.handle(request, arguments), request.changes.learnt, request.t)
                if candidate.answers:
                    close_question(request.db, request.chat_id, request.message.chat, request.actor.member_id)
                    reply = replace(reply, replaces=True)  # the question gives way, if it was a button
                first = None  # from here on it is only about the files
                return keep_attachments(request, reply, candidate.answers)
        except BotError as error:
            raise (first or Refused(error, call)) from None
        raise first or LookupError("no candidate, and none was refused")

    @staticmethod
    def _permit(request: Request, call: Call) -> None:
        call.check_place(request.message, request.language)
        needed = Permission.WRITE if call.logging else call.command.permission
        if not request.actor.may(needed):
            raise NotPermitted(command=call.command.name_in(request.language))

    @staticmethod
    def _keep(request: Request, reply: Reply) -> Answer:
        inbox.add_message(
            request.db,
            row_id=request.changes.id,
            team_id=request.team_id,
            chat_id=request.chat_id,
            message=request.message,
            reply=reply,
            now=request.now,
            sending_until=request.now + outbox.LEASE,
        )
        return Answer(request.changes.id, reply, claimed=True)

    # What did not work: the first transaction is rolled back, a second one keeps the answer -------------------------

    async def _refuse(self, message: Message, now: datetime, refused: Refused) -> Answer:
        try:
            return await self.database.write(lambda db: self._keep_refusal(db, message, now, refused))
        except Refused as again:  # the chat itself is refused
            return Answer(0, problem_reply(again.error, self._translator_for(message)))
        except Exception:
            return await self._incident(message, now)

    def _keep_refusal(self, db: Connection, message: Message, now: datetime, refused: Refused) -> Answer:
        arrival = find_arrival(db, message)
        if arrival is None:
            return Answer(0, problem_reply(refused.error, self._translator_for(message)))
        if arrival.answer:
            return arrival.answer
        request = self._request(db, message, now, arrival)
        reply = inbox.store_long_buttons(db, request.team_id, refusal_reply(request, refused), now)
        return self._keep(request, reply)

    async def _incident(self, message: Message, now: datetime) -> Answer:
        incident = new_incident()
        # The words of the message stay out of the log: they are personal data.
        _log.exception("incident %s: platform=%s message=%s", incident, message.chat.platform, message.id)

        def keep(db: Connection) -> Answer:
            arrival = find_arrival(db, message)
            if arrival is None or arrival.answer:
                return Answer(0, incident_reply(incident, self._translator_for(message)))
            request = self._request(db, message, now, arrival)
            return self._keep(request, incident_reply(incident, request.t))

        try:
            return await self.database.write(keep)
        except Exception:
            _log.exception("incident %s: the answer could not be stored", incident)
            reply = incident_reply(incident, self._translator_for(message))
            return Answer(0, reply, kept=await self.database.is_in_reach())

    def _meet(self, db: Connection, message: Message, now: datetime) -> Answer:
        t = self._translator_for(message)
        try:
            welcome = join_stranger(db, message, t, now)
        except BotError as error:
            return Answer(0, problem_reply(error, t))
        if welcome is None:
            sentence = Reply((lines([t(WELCOME)]),), visibility=Visibility.SENDER) if is_addressed(message) else None
            return Answer(0, sentence)
        arrival = find_arrival(db, message)
        if arrival is None or (arrival.chat and arrival.chat.team_id != arrival.team.id):
            return Answer(0, welcome)
        return self._keep(self._request(db, message, now, arrival), welcome)

    def _translator_for(self, message: Message) -> Translator:
        return translator(self._language or message.sender.language or "en")
