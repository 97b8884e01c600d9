"""A step of approval in words: "01.07.2011 171", "1 July 2011 no 2020/75", "istendi 3 mayıs E-12345678-000-9876".

Numbers are text, as they stand on the paper. In the line of a register the steps stand one after the other, each with
its word: "council decision 2011-07-01 no 171, permission 2011-12-23 no 31750/50000".
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.approvals import COUNCIL, PERMISSION, Approval, ApprovalState, with_approval
from bot.errors import BotError, Question
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.adjacent_dates import date_before, date_behind
from bot.parsing.context import Context
from bot.parsing.pieces import CUT, Pieces
from bot.parsing.vocabulary import find_phrase

LONGEST_NUMBER = 60

STATES: Mapping[str, ApprovalState] = {
    **dict.fromkeys(
        ("requested", "asked for", "applied for", "applied", "awaited", "pending", "istendi", "izin istendi",
         "talep edildi", "basvuruldu", "bekleniyor", "izin bekleniyor"),
        ApprovalState.REQUESTED,
    ),
    **dict.fromkeys(("on file", "in the file", "dosyada", "dosyasinda", "dosyada var"), ApprovalState.ON_FILE),
    **dict.fromkeys(
        ("not required", "not needed", "no need", "gerekmez", "gerekmiyor", "gerek yok", "gerekli degil"),
        ApprovalState.NOT_REQUIRED,
    ),
}  # fmt: skip
_REMOVED = frozenset({"", "-", "–", "—", "none", "no record", "yok", "kaydi yok"})

STEP_NAMES: Mapping[str, str] = {
    **dict.fromkeys(("council decision", "council", "meclis karari", "karar", "meclis"), COUNCIL),
    **dict.fromkeys(
        ("ministry permission", "permission", "bakanlik izni", "izin", "bakanlik onayi", "bakanlik oluru"), PERMISSION
    ),
}
"""What the two steps of the law are called, folded."""

_COUNCIL_WORDS = (
    r"(?:(?:municipal |city )?council(?:['’]s)? decision|decision of the (?:municipal )?council"
    r"|(?:belediye )?meclis(?:i)? karar[ıi]|karar)"
)
_PERMISSION_WORDS = (
    r"(?:(?:the )?(?:ministry(?:['’]s)?|ministerial) (?:permission|approval)|permission"
    r"|bakanl[ıi][ğkg][ıi]?n?[ıi]? (?:izni|onay[ıi]|oluru)|izin)"
)
_STEP = re.compile(
    rf"(?<!\w)(?:(?P<council>{_COUNCIL_WORDS})|(?P<permission>{_PERMISSION_WORDS}))(?!\w)", re.IGNORECASE
)
_NUMBER = r"[^\s,;()" + CUT + r"]*\d[^\s,;()" + CUT + "]*"
_MARKED = re.compile(
    rf"(?:(?<!\w)(?:no|nr|num|number(?:ed)?|sayı(?:sı)?|sayi(?:si)?|numara(?:sı)?)(?!\w)|[№#])\.?\s*:?\s*({_NUMBER})"
    rf"|({_NUMBER})\s+(?:sayılı|sayili|numaralı|numarali|nolu|no['’]lu)(?!\w)",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"(?<![\w.])(?:tarihli|tarihinde|tarih|ve|dated|of|on|with|and|under|the|no|number|sayılı|sayı|our letter"
    r"|yazımız|yazı|ile|recorded|given|alındı|verildi)(?!\w)\.?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLAUSE_END = re.compile(rf"[;\n{CUT}]|,(?!\s*(?:no|nr|number|sayı|sayi|№)\b)|\.(?=\s|$)", re.IGNORECASE)
_BEFORE = re.compile(rf"(?<!\w)[^;\n,{CUT}]*?\d[^;\n,{CUT}]*?\b(?:tarihli|sayılı|sayili)\s+$", re.IGNORECASE)


class NotAnApproval(BotError):
    """No day, no number and none of the words that say how it stands."""

    text = N_("I cannot read “{text}” as a date and a number. Nothing was stored.")
    advice = N_(
        "For example: 1 July 2011 no 171. Or: requested 3 May 2026 no E-12345678-000-9876; on file; not required."
    )


def read_approval(text: str, step: str, context: Context) -> Approval | None:
    """What ``text``, all of it, says of a step; None where it says that there is no record.

    Raises ``NotAnApproval`` and what dates raise; the hole of a question is in ``text``.
    """
    if fold(text.strip(" .:;,")) in _REMOVED and not any(char.isdigit() for char in text):
        return None
    pieces = Pieces(text)
    state = None
    if found := find_phrase(pieces.left, STATES):
        state = STATES[found[0]]
        pieces.cut(*found[1])
    number = ""
    if marked := _MARKED.search(pieces.left):
        number = (marked[1] or marked[2]).strip(".:'’\"“”")
        pieces.cut(*marked.span())
    day = _cut_day(pieces, context)
    while pieces.cut_match(_FILLER):
        pass
    rest = pieces.rest().strip(" .:()'’\"“”")
    if not number:
        number, rest = rest, ""
    unreadable = rest or len(number) > LONGEST_NUMBER or (number and not any(char.isdigit() for char in number))
    if number and not marked:  # several words are no number, and a year alone would be a date
        unreadable = unreadable or " " in number or (day is None and _YEAR.fullmatch(number) is not None)
    if unreadable or not (state or day or number):
        raise NotAnApproval(text=text.strip()[:60])
    return Approval(step=step, state=state or ApprovalState.RECORDED, day=day, number=number)


def _cut_day(pieces: Pieces, context: Context) -> date | None:
    """The day at the head or at the end of what is left; the whole of it first. A year alone is no day."""
    for start, end in pieces.fragments():
        fragment = pieces.text[start:end]
        head = _FILLER.match(fragment)
        at = start + (head.end() if head else 0)
        for beside in (date_behind(pieces.left, at, context.dates), date_before(pieces.left, end, context.dates)):
            if beside and beside.period and beside.period.is_one_day:
                pieces.cut(*beside.span)
                return beside.period.start
    return None


def cut_approvals(pieces: Pieces, context: Context) -> tuple[Approval, ...]:
    """Take the steps with their dates and numbers out of what is left. A step's word with neither is left alone."""
    approvals: tuple[Approval, ...] = ()
    at = 0
    while marker := _STEP.search(pieces.left, at):
        at = marker.end()
        step = COUNCIL if marker["council"] else PERMISSION
        for start, end, said in _clauses(pieces, marker):
            if approval := _readable(pieces, said, step, context):
                approvals = with_approval(approvals, approval)
                pieces.cut(start, end)
                at = end
                break
    return approvals


def _clauses(pieces: Pieces, marker: re.Match[str]) -> Sequence[tuple[int, int, tuple[int, int]]]:
    """What may say it: the words behind the step's, up to a comma or the next step; or those before it, in Turkish."""
    stops = [match.start() for match in (_CLAUSE_END.search(pieces.left, marker.end()),) if match]
    following = _STEP.search(pieces.left, marker.end())
    end = min([*stops, following.start() if following else len(pieces.left)])
    start_of_line = pieces.left[: marker.start()]
    clauses = []
    if before := _BEFORE.search(start_of_line):
        clauses.append((before.start(), marker.end(), before.span()))
    clauses.append((marker.start(), end, (marker.end(), end)))
    return clauses


def _readable(pieces: Pieces, span: tuple[int, int], step: str, context: Context) -> Approval | None:
    start, end = span
    said = pieces.text[start:end]
    words = said.strip(" :,")
    if not words or not (any(char.isdigit() for char in words) or find_phrase(words, STATES)):
        return None
    try:
        return read_approval(said, step, context)
    except NotAnApproval:
        return None
    except Question as question:
        first, last = question.hole or (0, len(said))
        question.hole = (start + first, start + last)
        raise


def read_named_step(text: str, chain: Sequence[str]) -> tuple[str, str] | None:
    """The step whose name ``text`` begins with, and the rest; None for others. The team's own names come first."""
    names = {**STEP_NAMES, **{fold(step): step for step in chain if step not in (COUNCIL, PERMISSION)}}
    for name in sorted(names, key=len, reverse=True):
        words = text.split()
        size = len(name.split())
        if len(words) >= size and fold(" ".join(words[:size]).rstrip(":")) == name:
            rest = text.split(None, size)[size:]
            return names[name], (rest[0] if rest else "").lstrip(": ")
    return None
