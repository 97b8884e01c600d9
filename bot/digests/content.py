"""The weekly digest, put together: what each section has to say, on one screen of a phone."""

from collections.abc import Sequence

from bot.cards.digest import digest_title
from bot.digests.layout import INDENT, SCREEN, Fitted, fit, height
from bot.digests.section import Edition, Part, Section
from bot.digests.sections import SECTIONS
from bot.i18n import Translator
from bot.message import Invocation
from bot.reply import Block, Button, Buttons, Reply, Span, bold, lines

WHOLE = 200
"""Lines of a digest that was asked for as a whole."""
MOST_BUTTONS = 8


def build_digest(
    edition: Edition, *, sections: Sequence[Section] = SECTIONS, says_empty: bool = True, title: str = ""
) -> Reply | None:
    """The digest of ``edition``, from these ``sections``, those with nothing to say left out.

    An empty week is one line, or nothing at all (None) where ``says_empty`` is not set. ``title`` is the usual one
    unless another is given.
    """
    t = edition.t
    built = [(section, part) for section in sections if (part := section.build(edition)) is not None]
    parts = [part for _, part in built]
    leading = [at for at, (section, _) in enumerate(built) if section.leads]
    if not parts and not says_empty:
        return None
    title = title or digest_title(edition.today, edition.until, t)
    if edition.member_id is not None:
        title += " · " + t("mine")
    if not parts:
        return Reply((lines([bold(title), t("Nothing this week, and nothing is due.")]), _footer(edition, [])))
    fitted = fit(parts, WHOLE if edition.is_whole else SCREEN - height(title), leading)
    rows: list[str | Span] = [bold(title)]
    for one in fitted:
        rows.extend(_rows(one, t))
    blocks: list[Block] = [lines(rows)]
    if buttons := _buttons(parts):
        blocks.append(Buttons(buttons))
    return Reply((*blocks, _footer(edition, fitted)))


def _rows(fitted: Fitted, t: Translator) -> list[str | Span]:
    part = fitted.part
    if fitted.is_count:
        return [t("{heading}: {n}", heading=part.heading, n=fitted.total)]
    if not part.heading:
        return list(part.lines)
    rows: list[str | Span] = [bold(part.heading), *(INDENT + line for line in part.lines)]
    if part.more:
        rows.append(INDENT + t.plural("… and {n} more", "… and {n} more", part.more))
    return rows


def _buttons(parts: Sequence[Part]) -> tuple[Button, ...]:
    """Those of the sections: of each its first ones, so that none takes the place of all others."""
    kept: list[Button] = []
    for rank in range(MOST_BUTTONS):
        kept.extend(part.buttons[rank] for part in parts if rank < len(part.buttons))
    first = kept[:MOST_BUTTONS]
    return tuple(button for part in parts for button in part.buttons if button in first)


def _footer(edition: Edition, fitted: Sequence[Fitted]) -> Buttons:
    t = edition.t
    buttons = []
    if any(one.is_count or one.part.more for one in fitted) and not edition.is_whole:
        words = "all mine" if edition.member_id is not None else "all"
        buttons.append(Button(t("All"), Invocation("digest", words)))
    if edition.member_id is None:
        buttons.append(Button(t("Mine only"), Invocation("digest", "mine")))
    else:
        buttons.append(Button(t("Everybody's"), Invocation("digest", "everybody")))
    buttons.append(Button(t("Settings"), Invocation("digest", "settings")))
    return Buttons(tuple(buttons))
