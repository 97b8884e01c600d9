"""What did not work, as it is answered: the sentence, the likeliest answers, and the question that is left open."""

import secrets
from dataclasses import replace

from bot.cards.problems import problem_reply
from bot.cards.values import describe
from bot.conversation import failed_to_answer
from bot.errors import BotError, Question
from bot.handlers.files import keep_for_answer, not_kept_any_more
from bot.i18n import N_
from bot.message import Invocation
from bot.reply import Button, Reply
from bot.request import Request
from bot.router import Call, DidYouMean
from bot.storage.questions import OpenQuestion, find_question, open_question

_INCIDENT_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class Refused(Exception):
    """A ``BotError`` on its way out of the transaction, with the call that caused it, if one was found."""

    def __init__(self, error: BotError, call: Call | None = None, answers: OpenQuestion | None = None) -> None:
        super().__init__()
        self.error = error
        self.call = call
        self.answers = answers


class OtherTeam(BotError):
    """The chat belongs to another team."""

    text = N_("This chat belongs to another team.")


def refusal_reply(request: Request, refused: Refused) -> Reply:
    """The answer; a question is left open, and a file that came along is accounted for."""
    reply = _reply(request, refused)
    question = find_question(
        request.db, request.chat_id, request.message.chat, request.actor.member_id, now=request.now
    )
    is_asked = question is not None and question.message_id == request.changes.id
    awaited = is_asked or failed_to_answer(request, refused.error, refused.answers)
    return keep_for_answer(request, refused.error, reply, question if awaited else None)


def _reply(request: Request, refused: Refused) -> Reply:
    error = refused.error
    asked = failed_to_answer(request, error, refused.answers)
    if isinstance(error, Question) and refused.call:
        labels = tuple((describe(choice.label, request.t), choice.text) for choice in error.choices)
        carried = refused.answers.attachments if refused.answers else ()
        question = replace(
            _open_question(error, refused.call), choices=labels, message_id=request.changes.id, attachments=carried
        )
        if refused.answers and question.field == refused.answers.field and error.hole is None:
            question = refused.answers  # asked again: the hole is where it was
        replaced = open_question(
            *(request.db, request.team_id, request.chat_id, request.message.chat, request.actor.member_id, question),
            now=request.now,
        )
        buttons = [Button(label, Invocation(question.command, question.answered(text))) for label, text in labels]
        reply = replace(problem_reply(error, request.t, buttons, asked=asked), asks=True)
        return reply if refused.answers else not_kept_any_more(request, reply, replaced)
    buttons = []
    if isinstance(error, DidYouMean):
        typed = f"/{error.closest} {error.arguments}".strip()
        label = typed if len(typed) <= 40 else typed[:39] + "…"
        buttons = [Button(label, Invocation(error.closest, error.arguments))]
    return problem_reply(error, request.t, buttons, asked=asked)


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
