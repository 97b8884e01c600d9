"""A contact: a person of a partner or an organisation."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """``languages`` are ISO 639-1 codes; ``form_of_address`` is how a letter begins."""

    name: str
    title: str = ""
    organisation: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    form_of_address: str = ""
