"""A problem that a person can put right, in their language: the one edge where errors become sentences."""

from collections.abc import Sequence

from bot.cards.values import describe
from bot.errors import BotError
from bot.i18n import Translator
from bot.reply import Block, Button, Buttons, Reply, Visibility, lines


def problem_reply(error: BotError, t: Translator, buttons: Sequence[Button] = (), *, asked: bool = False) -> Reply:
    """The sentence, the advice, and the likeliest answers as buttons; ``asked`` adds how to leave an open question."""
    texts = problem_texts(error, t)
    if asked:
        texts.append(t("To leave the question: /cancel."))
    blocks: list[Block] = [lines(texts)]
    if buttons:
        blocks.append(Buttons(tuple(buttons)))
    return Reply(tuple(blocks), visibility=Visibility.SENDER)


def problem_texts(error: BotError, t: Translator) -> list[str]:
    """What happened, and what to type instead."""
    parameters = {name: describe(value, t, weekday=False) for name, value in error.parameters.items()}
    return [t(text, **parameters) for text in (error.text, error.advice) if text]


def incident_reply(incident: str, t: Translator) -> Reply:
    """Our own fault: nothing was stored, and the log has the rest under the same number."""
    advice = t("Incident {incident}. Please try again; if it stays, tell your admin this number.", incident=incident)
    return Reply(
        (lines([t("Something went wrong here, not with you. Nothing was stored."), advice]),),
        visibility=Visibility.SENDER,
    )


def unstored_reply(incident: str, t: Translator) -> Reply:
    """What was confirmed to the platform could not be stored after all; as ``incident_reply``."""
    return Reply(
        (
            lines(
                [
                    t("That could not be stored. Please send it again."),
                    t("Incident {incident}: if it stays, tell your admin this number.", incident=incident),
                ]
            ),
        ),
        visibility=Visibility.SENDER,
    )
