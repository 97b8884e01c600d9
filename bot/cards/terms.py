"""The words on cards for kinds, directions and statuses; the Turkish ones follow registers and the law (5393)."""

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.agreements import AgreementKind, AgreementStatus
from bot.domain.edits import Field
from bot.domain.events import Attendance, EventKind
from bot.domain.records import Kind
from bot.domain.visits import Direction, VisitKind
from bot.i18n import N_, MessageId

LABELS: Mapping[StrEnum, MessageId] = {
    Field.DATE: N_("date"),
    Field.PARTNER: N_("partner"),
    Field.GUEST: N_("guest"),
    Field.HOST: N_("host"),
    Field.THEMES: N_("themes"),
    Field.DIRECTION: N_("direction"),
    Field.KIND: N_("kind"),
    Field.PURPOSE: N_("purpose"),
    Field.PEOPLE: N_("people"),
    Field.PARTICIPANTS: N_("with"),
    Field.TITLE: N_("title"),
    Field.PLACE: N_("place"),
    Field.ATTENDANCE: N_("attendance"),
    Field.NETWORK: N_("network"),
    Field.ENDS_ON: N_("until"),
    Field.STATUS: N_("status"),
    Field.REASON: N_("reason"),
    Field.TERM: N_("term"),
    Field.RENEWS: N_("renewal"),
    Field.NOTICE: N_("notice"),
    Field.SIGNATORIES: N_("signatories"),
    Field.APPROVALS: N_("approvals"),
    Field.SUPERSEDES: N_("supersedes"),
    Field.RENEWED_BY: N_("renewed by"),
    Field.FEE_DUE: N_("fee due"),
    Field.REPRESENTATIVE: N_("representative"),
    Field.NAME: N_("name"),
    Field.ORGANISATION: N_("organisation"),
    Field.EMAILS: N_("e-mail"),
    Field.PHONES: N_("phone"),
    Field.LANGUAGES: N_("languages"),
    Field.FORM_OF_ADDRESS: N_("form of address"),
    Field.ACRONYM: N_("acronym"),
    Field.FUNDER: N_("funder"),
    Field.BUDGET: N_("budget"),
    Field.TEXT: N_("text"),
}
"""The labels of fields, as they stand on cards and are understood by ``/edit``."""

TERMS: Mapping[StrEnum, MessageId] = {
    **LABELS,
    Kind.VISIT: N_("Visit"),
    Kind.EVENT: N_("Event"),
    Kind.AGREEMENT: N_("Agreement"),
    Kind.CONTACT: N_("Contact"),
    Kind.MEMBERSHIP: N_("Membership"),
    Kind.PROJECT: N_("Project"),
    Kind.NOTE: N_("Note"),
    VisitKind.SITE: N_("Site visit"),
    VisitKind.TECHNICAL: N_("Technical visit"),
    VisitKind.DELEGATION: N_("Delegation visit"),
    VisitKind.STUDY: N_("Study visit"),
    VisitKind.EXCHANGE: N_("Personnel exchange"),
    VisitKind.COURTESY: N_("Courtesy call"),
    VisitKind.SIGNING: N_("Signing ceremony"),
    Direction.INCOMING: N_("incoming"),
    Direction.OUTGOING: N_("outgoing"),
    EventKind.CULTURE_DAYS: N_("Culture days"),
    EventKind.OTHER: N_("Event"),
    Attendance.HOSTED: N_("hosted by us"),
    Attendance.ATTENDED: N_("attended"),
    Attendance.ONLINE: N_("online"),
    AgreementKind.TOWN_TWINNING: N_("Town twinning agreement"),
    AgreementKind.COOPERATION_PROTOCOL: N_("Cooperation protocol"),
    AgreementKind.MEMORANDUM: N_("Memorandum of understanding"),
    AgreementKind.LETTER_OF_GOODWILL: N_("Letter of goodwill"),
    AgreementKind.LETTER_OF_INTENT: N_("Letter of intent"),
    AgreementKind.FRIENDSHIP: N_("Friendship agreement"),
    AgreementKind.PROJECT_PARTNERSHIP: N_("Project partnership"),
    AgreementStatus.IDEA: N_("idea"),
    AgreementStatus.NEGOTIATING: N_("under negotiation"),
    AgreementStatus.APPROVED: N_("approved"),
    AgreementStatus.SIGNED: N_("signed"),
    AgreementStatus.IN_FORCE: N_("in force"),
    AgreementStatus.DORMANT: N_("dormant"),
    AgreementStatus.SUSPENDED: N_("suspended"),
    AgreementStatus.EXPIRED: N_("expired"),
    AgreementStatus.RENEWED: N_("renewed"),
    AgreementStatus.ENDED: N_("ended"),
    AgreementStatus.TERMINATED: N_("terminated"),
    AgreementStatus.CANCELLED: N_("cancelled"),
}
"""Every member of these enumerations has its word (a test looks)."""

LISTS: Mapping[Kind, MessageId] = {
    Kind.VISIT: N_("Visits"),
    Kind.EVENT: N_("Events"),
    Kind.AGREEMENT: N_("Agreements"),
    Kind.CONTACT: N_("Contacts"),
    Kind.MEMBERSHIP: N_("Memberships"),
    Kind.PROJECT: N_("Projects"),
    Kind.NOTE: N_("Notes"),
}
"""The heads of lists."""
