"""All sections of the digest, in the order in which they are read. A new one is one function and one line here."""

from bot.digests.occasions import OCCASIONS
from bot.digests.section import Section

SECTIONS: tuple[Section, ...] = (OCCASIONS,)
