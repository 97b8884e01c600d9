"""The words by which a note says that it is a call, a good practice or a failure: "iyi uygulama: …"."""

from collections.abc import Mapping

from bot.domain.notes import NoteKind

NOTE_KINDS: Mapping[str, NoteKind] = {
    **dict.fromkeys(("note", "not"), NoteKind.NOTE),
    **dict.fromkeys(
        (
            "call", "phone call", "telephone call", "called", "we called", "they called", "they called us", "phoned",
            "we phoned", "spoke on the phone", "telefon", "telefon gorusmesi", "telefonla gorusme",
            "telefonla gorustuk", "telefonda gorustuk", "aradik", "aradilar", "bizi aradilar", "aradi", "arandi",
            "gorusme", "video call", "goruntulu gorusme",
        ),
        NoteKind.CALL,
    ),
    **dict.fromkeys(
        ("lesson", "lesson learned", "lesson learnt", "lessons learned", "ders", "cikarilan ders", "cikardigimiz ders"),
        NoteKind.LESSON,
    ),
    **dict.fromkeys(("good practice", "best practice", "iyi uygulama", "iyi ornek"), NoteKind.GOOD_PRACTICE),
    **dict.fromkeys(
        ("failure", "what went wrong", "went wrong", "mistake", "aksayan yon", "aksayan", "aksaklik", "hata"),
        NoteKind.FAILURE,
    ),
}  # fmt: skip
"""By folded phrase; the word for a plain note is only for putting one right."""

CALL_PHRASES = frozenset(phrase for phrase, kind in NOTE_KINDS.items() if kind is NoteKind.CALL)
"""In a sentence, these say that somebody was called."""
LABELS: Mapping[str, NoteKind] = {
    phrase: kind for phrase, kind in NOTE_KINDS.items() if kind not in (NoteKind.NOTE, NoteKind.CALL)
}
"""Before a colon, these say what kind of lesson follows."""
