"""The settings of a desk in words."""

from collections.abc import Sequence

from bot.cards.approvals import step_name
from bot.cards.tasks import USUAL
from bot.domain.partners import Partner
from bot.domain.teams import DateOrder, Team
from bot.i18n import LANGUAGES, Translator
from bot.parsing.places import country_name
from bot.reply import Paragraph, bold, lines

LABELS = 5


def team_lines(team: Team, labelled: Sequence[Partner], usual: str, t: Translator) -> Paragraph:
    """Every setting, one a line. ``labelled`` are the partners with a label of their own,
    ``usual`` is what follows a visit.
    """
    labels = ", ".join(
        f"{partner.name_in(t.language)} → {label_words(partner.label, t)}" for partner in labelled[:LABELS]
    )
    if len(labelled) > LABELS:
        labels += f", +{len(labelled) - LABELS}"
    return lines(
        [
            bold(t("Our desk")),
            t("City: {city}", city=team.home_city or t("not set")),
            t("Country: {country}", country=country_words(team.country, t)),
            t("Language: {language}", language=language_words(team.language)),
            t("Time zone: {zone}", zone=team.timezone),
            t("Dates: {order}", order=order_words(effective_order(team), t)),
            t("Labels: {labels}", labels=labels) if labels else "",
            t("After a visit: {tasks}", tasks=usual),
            t("Approvals: {steps}", steps=chain_words(team, t)) if team.approval_steps else "",
            t("To change one: /team city Ankara, /team dates day …"),
        ]
    )


def effective_order(team: Team) -> DateOrder | None:
    """The order in which dates are read: nobody writes the month first in Turkish."""
    return "day" if team.date_order is None and team.language == "tr" else team.date_order


def country_words(code: str, t: Translator) -> str:
    """A country, or that none is set."""
    return country_name(code, t.language) if code else t("not set")


def language_words(language: str) -> str:
    """A language by its own name, so that whoever cannot read this one finds it."""
    return {"en": "English", "tr": "Türkçe"}.get(language, language) if language in LANGUAGES else language


def order_words(order: DateOrder | None, t: Translator) -> str:
    """ "3/5 is 3 May"."""
    if order is None:
        return t("asked when 3/5 has two meanings")
    return t("3/5 is 3 May") if order == "day" else t("3/5 is 5 March")


def usual_words(texts: Sequence[str] | None, t: Translator) -> str:
    """What follows a visit or event; None is the usual list."""
    if texts is None:
        return ", ".join(t(text) for text in USUAL.values())
    return ", ".join(texts) or t("nothing")


def chain_words(team: Team, t: Translator) -> str:
    """The steps that agreements and memberships need, in their order; that none is."""
    return " → ".join(step_name(step, t) for step in team.approval_steps) or t("no approval needed")


def label_words(label: str | None, t: Translator) -> str:
    """A label, or what stands there without one."""
    if label is None:
        return t("its country as usual")
    return label or t("no country")
