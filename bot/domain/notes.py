"""A note: what somebody wanted the desk to remember."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """``about`` is the short id of the record that it was said of ("V12"), if it answered one."""

    text: str
    about: str = ""
