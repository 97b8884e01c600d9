"""A membership of an international body."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """``network`` is its full name, ``acronym`` what people call it (ICLEI). The record's period is since when."""

    network: str
    acronym: str = ""
