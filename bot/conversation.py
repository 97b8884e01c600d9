"""What a message may call for, likeliest first: a command, an answer, a correction, a note, a look-up.

Plain text is read in a direct chat; in a group only text that answers us is.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot import card_talk
from bot.domain.partners import PartnerRef
from bot.domain.places import PlaceKind
from bot.domain.records import read_short_id
from bot.errors import BotError, NotADate, Question
from bot.folding import fold
from bot.handlers.corrections import CORRECTED_WITHIN, is_correction
from bot.handlers.files import FileNotKept, OnlyFiles, takes_files
from bot.handlers.sentences import NotUnderstood
from bot.i18n import N_
from bot.message import ChatKind, Invocation, Message
from bot.parsing.command_line import clean, split_command
from bot.parsing.dates import find_date, read_date
from bot.parsing.edits import without_lead
from bot.parsing.references import Reference
from bot.reply import Reply
from bot.request import Request
from bot.router import Call, Router
from bot.storage import inbox, records
from bot.storage.audit import RecentChange, has_logged, recent_change
from bot.storage.questions import OpenQuestion, find_question

YES_WORDS = frozenset({"yes", "y", "ok", "okay", "evet", "tamam", "olur"})
NO_WORDS = frozenset({"no", "n", "hayir", "yok", "olmaz"})
CANCEL_WORDS = frozenset({"cancel", "vazgec", "never mind", "nevermind", "bos ver"})


class AnswerFirst(FileNotKept):
    """A file that comes while a question is open that is about no new record."""

    text = N_("The file was not kept: I have asked you something first.")
    advice = N_("Answer that, then send the file as an answer to the card.")


class NoCard(FileNotKept):
    """A file that answers no card."""

    text = N_("I keep a file with a record, and I cannot tell with which. Nothing was stored.")
    advice = N_("Send it as an answer to a card, or with /log in its caption.")


class ButtonExpired(BotError):
    """A button whose stored arguments were swept."""

    text = N_("This button is too old.")
    advice = N_("Please type the command again.")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A call that the message may mean. ``answers`` is the open question that it would answer."""

    call: Call
    answers: OpenQuestion | None = None

    def leads_on(self, error: BotError) -> bool:
        """Whether ``error`` is the next question: then the message was the right answer to the one before."""
        return self.answers is not None and isinstance(error, Question) and error.field != self.answers.field


def is_addressed(message: Message) -> bool:
    """Whether somebody of whom nothing is known speaks to us: in a direct chat, or with a command or button."""
    if message.chat.kind is ChatKind.DIRECT or message.is_addressed or isinstance(message.content, Invocation):
        return True
    return split_command(message.content) is not None


def for_us(text: str, request: Request) -> bool:
    """Whether the chat's text is meant for us at all: always in a direct chat; in a group if it answers us."""
    if is_addressed(request.message):
        return True
    return card_talk.post_answered(request) is not None or _question(request) is not None


def failed_to_answer(request: Request, error: BotError, answers: OpenQuestion | None) -> bool:
    """Whether plain text met an open question and did not lead on: then how to leave the question has to be said."""
    content = request.message.content
    if isinstance(content, Invocation) or split_command(content) or _question(request) is None:
        return False
    return answers is None or not isinstance(error, Question) or error.field == answers.field


def pressed_before(request: Request) -> Reply | None:
    """The answer to the same button, pressed before, if what it logged still stands: a second tap logs nothing."""
    message = request.message
    if not isinstance(message.content, Invocation) or message.post_id is None:
        return None
    for answer in inbox.pressed_before(request.db, request.chat_id, message.post_id, message.content):
        if answer.reply and has_logged(request.db, request.team_id, answer.id):
            return replace(answer.reply, replaces=True)
    return None


def candidates(content: str | Invocation, request: Request, router: Router) -> Iterator[Candidate]:
    """What to try, in order: the first whose arguments can be read is meant. Raises ``BotError``."""
    if isinstance(content, Invocation):
        invocation = inbox.read_token(request.db, request.team_id, content)
        if invocation is None:
            raise ButtonExpired()
        question = _question(request)
        answers = question and question.is_answered_by(invocation.command, invocation.arguments)
        call = router.resolve(invocation.command, invocation.arguments, request.language)
        yield Candidate(call, question if answers else None)
        return
    text = clean(content)
    if command := split_command(text):
        name, _, arguments = command
        yield Candidate(router.resolve(name, arguments, request.language))
        return
    yield from _plain(text, request, router)


def _plain(text: str, request: Request, router: Router) -> Iterator[Candidate]:
    if request.message.left_out and not text and not request.message.attachments:
        raise OnlyFiles()
    if request.message.attachments and not text:
        yield Candidate(router.resolve("attach", _file_goes_to(request), request.language))
        return
    if fold(text) in CANCEL_WORDS:
        yield Candidate(router.resolve("cancel", "", request.language))
        return
    if short_id := card_talk.card_meant(request, _question(request), _recent(request)):
        yield from map(Candidate, card_talk.calls(text, short_id, request, router))
        return
    question = _question(request)
    recent = _recent(request)
    asks_day = question and question.field == "date" and not (recent and _is_older(question, recent))
    if question is None and (short_id := card_talk.thread_of(request)) and without_lead(text)[1]:
        yield Candidate(router.resolve("correct", f"{short_id} {text}", request.language))
        return
    if (
        recent
        and (question is None or _is_older(question, recent))
        and (corrected := _corrected(text, recent, request))
    ):
        yield Candidate(router.resolve("correct", f"{corrected} {text}", request.language))
    if question:
        if is_addressed(request.message) and (anew := _begins_anew(question, text, request, router)):
            yield Candidate(anew)
        if not (recent and _is_older(question, recent)) or _is_offered(question, text, request):
            yield from _answers(question, text, request, router)
    if is_addressed(request.message):
        yield from _sentence(text, request, router)
        if not asks_day:
            yield Candidate(router.resolve("offer", text, request.language))
    if asks_day:
        raise NotADate(text=text[:60])
    raise NotUnderstood()


def _file_goes_to(request: Request) -> str:
    """The record of the card that a file answers, else the one that the speaker has just logged; "" where the answer
    to a newer question logs one.

    Raises ``AnswerFirst`` where it logs none, and ``NoCard``.
    """
    if short_id := card_talk.card_meant(request, _question(request), _recent(request)):
        return short_id
    if _question(request) is None and (short_id := card_talk.thread_of(request)):
        return short_id
    recent = _recent(request) if request.message.chat.kind is ChatKind.DIRECT else None
    question = _question(request)
    if question and (recent is None or not _is_older(question, recent)):
        if takes_files(question):
            return ""
        raise AnswerFirst()
    if recent is None:
        raise NoCard()
    return records.load_record(request.db, request.team_id, recent.record_id).short_id


def _is_older(question: OpenQuestion, recent: RecentChange) -> bool:
    """What was said last is what a plain text is about: the record, or the question."""
    return question.message_id < recent.change_set


def _is_offered(question: OpenQuestion, text: str, request: Request) -> bool:
    """Whether the words alone show that they answer the question: a choice of it, a bare day where one was asked for.

    Where something else was logged after the question, only these answer it: any other words are about something new.
    """
    said, _ = without_lead(text)
    return question.chosen(said) != said or (question.field == "date" and _is_date(said, request))


def _corrected(text: str, recent: RecentChange, request: Request) -> str | None:
    """The record that ``text`` corrects: after "no" or "pardon" any time soon, a bare value only as next message."""
    _, led = without_lead(text)
    if read_short_id(text):
        return None  # "A2" shows a record; that it is a name of Ann Arbor as well is not meant
    if not led and not inbox.is_newest(request.db, request.chat_id, recent.change_set):
        return None
    short_id = records.load_record(request.db, request.team_id, recent.record_id).short_id
    return short_id if is_correction(text, request, short_id) else None


def _begins_anew(question: OpenQuestion, text: str, request: Request, router: Router) -> Call | None:
    """Help, a command alone in the place of a name or day, or a whole sentence that logs something with its date, is no
    answer to what was asked before."""
    call = router.resolve_words(text, request.language)
    if call is None or call.command.name == "help":
        return call
    if not call.arguments and question.field in ("partner", "date") and question.chosen(text) == text:
        return call
    may_be_a_text = question.field in ("title", "text", "name")
    return call if not may_be_a_text and _has_date(call.arguments, request) else None


def _answers(question: OpenQuestion, text: str, request: Request, router: Router) -> Iterator[Candidate]:
    """``text`` as the answer to the open question, if it can be one."""
    said, _ = without_lead(text)
    match question.field:
        case "confirm":
            if fold(text) in YES_WORDS:
                yield Candidate(_answer(question, "", request, router), question)
            elif fold(text) in NO_WORDS:
                yield Candidate(router.resolve("cancel", "", request.language))
        case "date":
            if question.chosen(said) != said or _is_date(said, request):
                yield Candidate(_answer(question, said, request, router), question)
        case "partner":
            if not _has_date(said, request):  # a whole sentence is no name
                yield Candidate(_answer(question, said, request, router), question)
        case "title" | "text" | "name":
            yield Candidate(_answer(question, text, request, router), question)
        case _:
            yield Candidate(_answer(question, said, request, router), question)


def _sentence(text: str, request: Request, router: Router) -> Iterator[Candidate]:
    """An id, a sentence that begins with a command's name, the name of a partner."""
    if read_short_id(text):
        yield Candidate(router.resolve("show", text, request.language))
    if call := router.resolve_words(text, request.language):
        yield Candidate(call)
    if request.context.partners.is_named(text):
        yield Candidate(router.resolve("partner", text, request.language))


def _question(request: Request) -> OpenQuestion | None:
    return find_question(request.db, request.chat_id, request.message.chat, request.actor.member_id, now=request.now)


def _is_date(text: str, request: Request) -> bool:
    try:
        read_date(text, request.context.dates)
    except NotADate:
        return False
    except BotError:
        return True  # impossible or with two readings: the command itself says so
    return True


def _answer(question: OpenQuestion, text: str, request: Request, router: Router) -> Call:
    return router.resolve(question.command, question.answered(_chosen(question, text, request)), request.language)


def _chosen(question: OpenQuestion, text: str, request: Request) -> str:
    """What ``text`` puts into the hole: a place that was offered may be named otherwise, or by its country."""
    chosen = question.chosen(text)
    if chosen != text or question.field != "partner" or not question.choices:
        return chosen
    try:
        named = request.context.partners.look_up(text)
    except Question:
        return text
    offered = [(choice, read) for _, choice in question.choices if (read := Reference.read(choice))]
    fitting = [choice for choice, read in offered if named and _means(named, read, request)]
    return fitting[0] if len(fitting) == 1 else text


def _means(named: PartnerRef, offered: Reference, request: Request) -> bool:
    if named.kind is not PlaceKind.COUNTRY:
        return named.place_id is not None and named.place_id == offered.id
    place = request.places.get(offered.id)
    return place is not None and place.country == named.country


def _recent(request: Request) -> RecentChange | None:
    """What the speaker logged or changed here within the last ten minutes."""
    since = request.now - CORRECTED_WITHIN
    return recent_change(request.db, request.team_id, request.chat_id, request.actor.member_id, since=since)


def _has_date(text: str, request: Request) -> bool:
    try:
        return find_date(text, request.context.dates) is not None
    except BotError:
        return True
