"""What stands on the card of a lesson besides."""

from bot.cards.terms import TERMS
from bot.cards.values import View
from bot.domain.notes import NoteKind
from bot.domain.records import StoredRecord
from bot.message import Invocation
from bot.reply import Button


def lesson_buttons(stored: StoredRecord, view: View) -> list[Button]:
    """Was it a good practice, or did something go wrong?"""
    words = {NoteKind.GOOD_PRACTICE: "good practice", NoteKind.FAILURE: "failure"}
    return [
        Button(view.t(TERMS[kind]), Invocation("edit", f"{stored.short_id} kind: {said}"))
        for kind, said in words.items()
    ]
