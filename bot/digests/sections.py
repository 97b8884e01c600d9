"""All sections of the digest, in the order in which they are read. A new one is one function and one line here."""

from bot.digests.approvals import approvals_missing
from bot.digests.culture import culture_days
from bot.digests.deadlines import last_days
from bot.digests.occasions import OCCASIONS
from bot.digests.quiet import gone_quiet
from bot.digests.section import Section
from bot.digests.tasks import papers_lacking, tasks_due
from bot.digests.week import this_week
from bot.digests.weeks_ahead import next_weeks
from bot.i18n import N_

SECTIONS: tuple[Section, ...] = (
    Section("week", {"en": "week", "tr": "hafta"}, N_("This week"), this_week, leads=True),
    Section(
        "deadlines", {"en": "deadlines", "tr": "son günler"}, N_("Signatures and last days"), last_days, leads=True
    ),
    Section("tasks", {"en": "tasks", "tr": "takip"}, N_("Tasks due and overdue"), tasks_due),
    Section("ahead", {"en": "ahead", "tr": "ileri"}, N_("Next three weeks"), next_weeks),
    Section("culture", {"en": "culture", "tr": "kültür"}, N_("Culture days ahead"), culture_days),
    OCCASIONS,
    Section("approvals", {"en": "approvals", "tr": "onaylar"}, N_("Missing approvals"), approvals_missing),
    Section("papers", {"en": "papers", "tr": "evrak"}, N_("Papers not on record"), papers_lacking),
    Section("quiet", {"en": "quiet", "tr": "temassız"}, N_("Partners gone quiet"), gone_quiet),
)
