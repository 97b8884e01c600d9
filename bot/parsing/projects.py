"""``/log project TITLE [funder] [budget] [with PARTNER, …] [DATE]``, in any order."""

import re
from dataclasses import dataclass

from bot.domain.partners import PartnerRef
from bot.domain.periods import Period
from bot.domain.projects import Project
from bot.errors import Question
from bot.folding import fold
from bot.i18n import N_
from bot.parsing.amounts import find_amount
from bot.parsing.context import Context
from bot.parsing.dates import find_date
from bot.parsing.events import title_of
from bot.parsing.partner_lists import cut_partners
from bot.parsing.pieces import CUT, Pieces, unquote
from bot.parsing.themes import cut_themes

_STOP = rf"(?=[,;\n{CUT}]|\s+(?:with|budget|bütçe|butce|partners?|ortak(?:lar)?)\b|$)"
_FUNDED_BY = re.compile(
    rf"(?:\b(?:co-?)?(?:funded|financed|supported) by|\b(?:funder|funding|fund|fon|finansman|hibe) ?:)\s*"
    rf"(?P<funder>[^,;\n{CUT}]+?){_STOP}",
    re.IGNORECASE,
)
_FUND = re.compile(
    r"\s(?:hibesi(?:yle|nden)?|fonu(?:ndan|yla)?|hibe programı|desteğiyle"
    rf"|tarafından (?:finanse|desteklen)\w*|grant|fund)(?=[\s,;.]*(?:[,;\n{CUT}]|$))",
    re.IGNORECASE,
)
_PIECE_BEFORE = re.compile(rf"[^,;\n{CUT}]*\Z")
_PIECE = re.compile(r"[^,;\n]+")
_NO_FUNDER = re.compile(r"^\s*with\b|\b(?:phase|stage|part|faz|etap|aşama|asama|bölüm|bolum)\w*\b", re.IGNORECASE)
_BUDGET_WORD = re.compile(
    rf"(?:\b(?:with )?(?:an? )?(?:total )?(?:budget|bütçe(?:si)?|butce(?:si)?|hibe tutarı)(?: of)?\s*:?\s*(?={CUT}))"
    rf"|(?<={CUT})\s*(?:budget|bütçe(?:li|yle)?|butce(?:li)?)\b",
    re.IGNORECASE,
)
_LOOK_BACK = 200
_LONGEST_FUNDER = 4  # words of a piece between commas that is a funder as a whole


class MissingProjectTitle(Question):
    """No words are left that could be a title."""

    field = "title"
    text = N_("What is the project called? For example: Clean Rivers.")


@dataclass(frozen=True, slots=True)
class LogProject:
    """What ``/log project`` was given."""

    project: Project
    period: Period | None = None
    partners: tuple[PartnerRef, ...] = ()
    themes: tuple[str, ...] = ()


def read_project(text: str, context: Context) -> LogProject:
    """Read the arguments. Raises ``MissingProjectTitle`` and what dates raise."""
    pieces = Pieces(text)
    themes = cut_themes(pieces)
    amount = None
    if found := find_amount(pieces.left, currency=None):
        amount, span = found
        pieces.cut(*span)
        pieces.cut_match(_BUDGET_WORD)
    dated = find_date(pieces.left, context.dates)
    if dated:
        pieces.cut(*dated.span)
    funder = _cut_funder(pieces)
    partners = cut_partners(pieces, context)
    if found and not funder:
        funder = _cut_piece_before(pieces, found[1][0])
    title = title_of(pieces)
    if not fold(title):
        raise MissingProjectTitle()
    project = Project(
        title=title,
        funder=funder,
        budget=amount.value if amount else None,
        currency=amount.currency if amount else "",
    )
    return LogProject(project, dated.period if dated else None, partners, themes)


def _cut_piece_before(pieces: Pieces, budget: int) -> str:
    """ "Clean Rivers, IPA, €250,000": the piece between the title and the budget, which begins at ``budget``."""
    before = pieces.left[:budget].replace(CUT, " ")
    names = [match for match in _PIECE.finditer(before) if fold(match[0])]
    if len(names) < 2 or _NO_FUNDER.search(names[-1][0]) or len(names[-1][0].split()) > _LONGEST_FUNDER:
        return ""
    pieces.cut(*names[-1].span())
    return unquote(names[-1][0])


def _cut_funder(pieces: Pieces) -> str:
    if found := pieces.cut_match(_FUNDED_BY):
        return unquote(found["funder"])
    for found in _FUND.finditer(pieces.left):
        before = _PIECE_BEFORE.search(pieces.left[max(0, found.start() - _LOOK_BACK) : found.start()])
        words = before[0].split() if before else []
        start = found.start() - len(before[0].lstrip()) if before else found.start()
        edges = f" \t\n,;.{CUT}"
        alone = not pieces.left[:start].strip(edges) and not pieces.left[found.end() :].strip(edges)
        if alone or len(words) > _LONGEST_FUNDER:
            if len(words) < 2:
                continue  # "Sosyal Fonu" may well be the title
            # Nothing shows where the title ends: the funder is the last word of it ("… Projesi AB hibesi").
            start = found.start() - len(words[-1])
        if not words:
            continue
        pieces.cut(start, found.end())
        return unquote(pieces.text[start : found.start()].strip())
    return ""
