"""A contact: a person of a partner or an organisation."""

from dataclasses import dataclass
from datetime import date

from bot.domain.periods import Period, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """``languages`` are ISO 639-1 codes; ``form_of_address`` is how a letter begins.

    The term of office is kept as ``Period`` has it: a side that is not known is ``date.min`` or ``date.max``.
    """

    name: str
    title: str = ""
    organisation: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    form_of_address: str = ""
    term_starts_on: date | None = None
    term_ends_on: date | None = None
    term_precision: Precision | None = None

    @property
    def term(self) -> Period | None:
        """The term of office."""
        if self.term_starts_on is None or self.term_ends_on is None or self.term_precision is None:
            return None
        return Period(self.term_starts_on, self.term_ends_on, self.term_precision)

    def holds_office(self, day: date) -> bool:
        """Whether nothing says that the term is over, or has not begun, on that day."""
        return self.term is None or self.term.start <= day <= self.term.end


def term_values(term: Period | None) -> dict[str, date | Precision | None]:
    """The attributes of a contact that say its term of office."""
    return {
        "term_starts_on": term.start if term else None,
        "term_ends_on": term.end if term else None,
        "term_precision": term.precision if term else None,
    }
