"""What a person can put right: one class a failure, a text of the catalogue and its parameters, never a sentence.

The text is translated, with its parameters, at one edge (``bot/cards/problems.py``). Anything that is not a
``BotError`` is our fault and gets an incident id instead.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from bot.i18n import N_, MessageId


@dataclass(frozen=True, slots=True)
class Choice:
    """One likely answer to a question. ``label`` is shown (any value that cards can describe), ``text`` is what
    choosing it puts into the hole of the question."""

    label: object
    text: str


class BotError(Exception):
    """Something a person can put right. Nothing was stored.

    ``text`` says what happened, ``advice`` what to type instead; both take ``parameters``.
    """

    text: ClassVar[MessageId]
    advice: ClassVar[MessageId | None] = None

    def __init__(self, **parameters: object) -> None:
        super().__init__(type(self).__name__)
        self.parameters = parameters


class Question(BotError):
    """Something is missing or has several readings: asked once, with the likeliest answers first.

    ``field`` names the missing part ("date", "partner"). ``hole`` is where in the arguments the answer goes:
    [start, end) in characters, or None for "after everything else".
    """

    field: ClassVar[str]

    def __init__(
        self, *, hole: tuple[int, int] | None = None, choices: Sequence[Choice] = (), **parameters: object
    ) -> None:
        super().__init__(**parameters)
        self.hole = hole
        self.choices = tuple(choices)


# Dates -----------------------------------------------------------------------------------------------------


class ImpossibleDate(Question):
    """A day that no calendar has (31 February). The right date alone, sent next, takes its place."""

    field = "date"
    text = N_("There is no {date}. Nothing was stored.")
    advice = N_("Send the date alone, for example {example}.")


class EndBeforeStart(Question):
    """A range that ends before it starts. The right one alone, sent next, takes its place."""

    field = "date"
    text = N_("The end ({end}) is before the start ({start}). Nothing was stored.")
    advice = N_("Send it alone, for example 10–13 September 2026.")


class WhichDate(Question):
    """A date with several readings ("next Friday" early in the week)."""

    field = "date"
    text = N_("Which date is {text}?")


class WhichOrder(WhichDate):
    """03/05/2025 where the team has set no order."""

    advice = N_("To settle it for good: /team dates day or /team dates month.")


class DateOfEvent(WhichDate):
    """A date that only the person knows ("after the bayram")."""

    advice = N_("Send the date alone, for example 12 June 2026.")


class MissingDate(Question):
    """No date was found."""

    field = "date"
    text = N_("When is it? For example: 10–13 September 2026, October 2026, undated.")


class NotADate(BotError):
    """A text in the place of a date that is none."""

    text = N_("I cannot read “{text}” as a date.")
    advice = N_("For example: 3 May 2025, 10–13 September 2026, October 2026, 2026, undated.")


# Places ----------------------------------------------------------------------------------------------------


class WhichPlace(Question):
    """Several places of that name are about as likely."""

    field = "partner"
    text = N_("Which {text}?")


# People ----------------------------------------------------------------------------------------------------


class NotAnEmail(BotError):
    """A word with @ that no mail could reach."""

    text = N_("“{text}” cannot be an e-mail address. Nothing was stored.")
    advice = N_("For example: ayse.demir@example.org")


class NotAPhone(BotError):
    """A number in the place of a phone number that nobody could call."""

    text = N_("“{text}” cannot be a phone number. Nothing was stored.")
    advice = N_("Write it with its country code, for example +90 312 507 10 00, or leave it out.")


class MissingName(Question):
    """A contact without a name."""

    field = "name"
    text = N_("Who is it? For example: Ayşe Demir, Tirana, protocol officer, ayse@example.org")
