"""A note: what somebody wanted the desk to remember; also a call that was made, and what was learnt."""

from dataclasses import dataclass
from enum import StrEnum


class NoteKind(StrEnum):
    """CALL is a contact with the partner. A LESSON is a good practice or a failure of which nobody said which."""

    NOTE = "note"
    CALL = "call"
    LESSON = "lesson"
    GOOD_PRACTICE = "good_practice"
    FAILURE = "failure"


LESSONS = (NoteKind.LESSON, NoteKind.GOOD_PRACTICE, NoteKind.FAILURE)
"""What ``/lessons`` lists."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """``about`` is the short id of the record that it was said of ("V12"), if it answered one.

    Only a CALL may be without ``text``: that it was made is enough.
    """

    text: str
    about: str = ""
    kind: NoteKind = NoteKind.NOTE
