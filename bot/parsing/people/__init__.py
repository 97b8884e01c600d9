"""People as they are written: on one line, or in the signature of an e-mail that somebody pasted."""

from bot.parsing.people.person import PersonText, read_person

__all__ = ["PersonText", "read_person"]
