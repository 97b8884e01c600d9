"""All sections of the digest, in the order in which they are read. A new one is one function and one line here."""

from bot.digests.quiet import gone_quiet
from bot.digests.section import Section
from bot.i18n import N_

SECTIONS: tuple[Section, ...] = (
    Section("quiet", {"en": "quiet", "tr": "temassız"}, N_("Partners gone quiet"), gone_quiet),
)
