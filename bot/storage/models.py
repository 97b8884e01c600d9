"""The whole schema in one place, as Core tables: units of work are statements, there are no mapped entities.

Every table carries its team, and every query is bound to it. Times are UTC. A change here needs a migration
(a test compares the two).
"""

from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    String,
    Table,
    Text,
    UniqueConstraint,
    and_,
    false,
    literal_column,
    or_,
    text,
)

from bot.domain.visits import AUDITED
from bot.storage.columns import KEY, UtcDateTime, id_column, record_key, team_column, texts

SCHEMA_VERSION = "0011"
"""The revision of the newest migration; compared at start without importing Alembic."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

LACKING: dict[str, Any] = {"sqlite_where": text("lacks_approval = 1"), "postgresql_where": text("lacks_approval")}


# Who: teams, the people in them, and where they speak --------------------------------------------------------

teams = Table(
    "teams",
    metadata,
    id_column(),
    Column("name", Text, nullable=False, unique=True),
    Column("home_place_id", String(64)),
    Column("home_city", Text, nullable=False, default=""),
    Column("country", String(8), nullable=False, default=""),
    Column("language", String(8), nullable=False),
    Column("timezone", String(64), nullable=False),
    Column("date_order", String(8)),
    # What follows a visit or event; null is the usual list.
    Column("usual_tasks", JSON(none_as_null=True)),
    # The steps of an approval, in their order; null is the usual chain of the country.
    Column("approval_chain", JSON(none_as_null=True)),
    Column("created_at", UtcDateTime, nullable=False),
)
members = Table(
    "members",
    metadata,
    id_column(),
    team_column(),
    Column("name", Text, nullable=False),
    Column("role", String(16), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Index(None, "team_id"),
)
identities = Table(
    "identities",
    metadata,
    id_column(),
    team_column(),
    Column("member_id", BigInteger, ForeignKey("members.id"), nullable=False),
    Column("platform", String(16), nullable=False),
    Column("account", String(64), nullable=False),
    Column("external_id", String(128), nullable=False),
    # They are a member by the platform's word alone, for as long as it stands; whoever had a code stays one.
    Column("is_vouched", Boolean, nullable=False, server_default=false()),
    UniqueConstraint("platform", "account", "external_id"),
)
invitations = Table(
    "invitations",
    metadata,
    id_column(),
    team_column(),
    # A hash, so that a copy of the database lets nobody in.
    Column("code_hash", String(64), nullable=False, unique=True),
    Column("role", String(16), nullable=False),
    # Set for a code of /link: it adds an identity to this member.
    Column("member_id", BigInteger, ForeignKey("members.id")),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
)
chats = Table(
    "chats",
    metadata,
    id_column(),
    team_column(),
    Column("platform", String(16), nullable=False),
    Column("account", String(64), nullable=False),
    Column("external_id", String(128), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("language", String(8)),
    # Set while we are blocked, removed or muted there: nothing is sent on our own account.
    Column("unreachable_since", UtcDateTime),
    UniqueConstraint("platform", "account", "external_id"),
)

# What: partners and records ----------------------------------------------------------------------------------

partners = Table(
    "partners",
    metadata,
    id_column(),
    team_column(),
    Column("name", Text, nullable=False),
    Column("names", JSON, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("place_id", String(64)),
    Column("country", String(8)),
    Column("label", Text),
    Column("timezone", String(64)),
    Column("voided_at", UtcDateTime),
    UniqueConstraint("team_id", "place_id"),
)
partner_aliases = Table(
    "partner_aliases",
    metadata,
    id_column(),
    team_column(),
    Column("partner_id", BigInteger, ForeignKey("partners.id"), nullable=False, index=True),
    *texts("name", "folded"),
    UniqueConstraint("team_id", "folded"),
)
records = Table(
    "records",
    metadata,
    id_column(),
    team_column(),
    Column("kind", String(16), nullable=False),
    Column("number", Integer, nullable=False),
    Column("version", Integer, nullable=False),
    Column("starts_on", Date),
    Column("ends_on", Date),
    Column("precision", String(8)),
    # Folded title, purpose, names and themes: what /find reads.
    Column("search", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("created_by", BigInteger, ForeignKey("members.id"), nullable=False),
    # Who looks after it.
    Column("owner_id", BigInteger, ForeignKey("members.id")),
    Column("voided_at", UtcDateTime),
    UniqueConstraint("team_id", "kind", "number"),
    # With the last day, so that what is over is passed without being read (see ``ahead``).
    Index(None, "team_id", "starts_on", "ends_on"),
    Index(None, "team_id", "ends_on"),
    Index(None, "owner_id"),
)
record_partners = Table(
    "record_partners",
    metadata,
    record_key(),
    Column("partner_id", BigInteger, ForeignKey("partners.id"), primary_key=True, autoincrement=False),
    Column("role", String(16), primary_key=True),
    team_column(),
    Index(None, "partner_id", "record_id"),
    sqlite_with_rowid=False,
)
record_themes = Table(
    "record_themes",
    metadata,
    record_key(),
    Column("folded", Text, primary_key=True),
    Column("theme", Text, nullable=False),
    team_column(),
    Index(None, "team_id", "folded"),
    sqlite_with_rowid=False,
)
visits = Table(
    "visits",
    metadata,
    record_key(),
    team_column(),
    Column("direction", String(16)),
    Column("kind", String(16)),
    Column("purpose", Text, nullable=False),
    Column("people", Integer),
    Column("participants", JSON, nullable=False),
    *texts("programme", "outcome"),
)
_NONE: ColumnElement[str] = literal_column("''")
LACKING_PAPERS = and_(
    visits.c.kind.in_([literal_column(f"'{kind}'") for kind in AUDITED]),
    or_(visits.c.programme == _NONE, visits.c.purpose == _NONE, visits.c.outcome == _NONE),
)
"""Without parameters: only a query that says it word for word is answered by the index."""
Index(
    "ix_visits_lacks_papers",
    visits.c.team_id,
    visits.c.record_id,
    sqlite_where=LACKING_PAPERS,
    postgresql_where=LACKING_PAPERS,
)
events = Table(
    "events",
    metadata,
    record_key(),
    team_column(),
    Column("title", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    *texts("guest", "host", "place"),
    Column("attendance", String(16)),
    Column("network", Text, nullable=False),
)
agreements = Table(
    "agreements",
    metadata,
    record_key(),
    team_column(),
    Column("kind", String(32), nullable=False),
    Column("ends_on", Date),
    Column("status", String(16)),
    Column("status_date", Date),
    *texts("reason", "place"),
    Column("signatories", JSON, nullable=False),
    Column("term", JSON(none_as_null=True)),
    Column("renews", Boolean, nullable=False),
    Column("notice", JSON(none_as_null=True)),
    Column("supersedes", JSON, nullable=False),
    Column("renewed_by", Integer),
    Column("approvals", JSON, nullable=False),
    # Derived, so that a range of days and a count cost no more than what they find.
    Column("notice_on", Date),
    Column("lacks_approval", Boolean, nullable=False),
    Index(None, "team_id", "ends_on"),
    Index(None, "team_id", "notice_on"),
    Index(None, "team_id", "renews", "ends_on"),
    Index("ix_agreements_lacks_approval", "team_id", **LACKING),
)
contacts = Table(
    "contacts",
    metadata,
    record_key(),
    team_column(),
    *texts("name", "title", "organisation"),
    Column("emails", JSON, nullable=False),
    Column("phones", JSON, nullable=False),
    Column("languages", JSON, nullable=False),
    Column("form_of_address", Text, nullable=False),
    # The term of office; 0001-01-01 and 9999-12-31 stand for a side that is not known.
    Column("term_starts_on", Date),
    Column("term_ends_on", Date),
    Column("term_precision", String(8)),
    Index(None, "team_id", "term_ends_on"),
)
memberships = Table(
    "memberships",
    metadata,
    record_key(),
    team_column(),
    *texts("network", "acronym", "representative"),
    Column("fee_due", Date),
    Column("approvals", JSON, nullable=False),
    Column("lacks_approval", Boolean, nullable=False),
    Index(None, "team_id", "fee_due"),
    Index("ix_memberships_lacks_approval", "team_id", **LACKING),
)
projects = Table(
    "projects",
    metadata,
    record_key(),
    team_column(),
    *texts("title", "funder"),
    # Text on SQLite: it has no exact decimal.
    Column("budget", Numeric(18, 2).with_variant(String(24), "sqlite")),
    Column("currency", String(3), nullable=False),
)
notes = Table(
    "notes",
    metadata,
    record_key(),
    team_column(),
    Column("text", Text, nullable=False),
    Column("about", String(16), nullable=False),
    Column("kind", String(16), nullable=False, server_default="note"),
    Index(None, "team_id", "kind"),
)
theme_names = Table(
    "theme_names",
    metadata,
    team_column(primary_key=True),
    # What the team says for a theme, and the theme's own key: that of a shipped one, or another folded name.
    Column("folded", String(128), primary_key=True),
    Column("name", Text, nullable=False),
    Column("theme", String(128), nullable=False),
)
tasks = Table(
    "tasks",
    metadata,
    record_key(),
    team_column(),
    Column("text", Text, nullable=False),
    Column("about", String(16), nullable=False),
    Column("done_on", Date),
    Column("done_by", Text, nullable=False),
)
# The open ones are few, and looked for every day.
Index(
    "ix_tasks_open",
    tasks.c.team_id,
    sqlite_where=tasks.c.done_on.is_(None),
    postgresql_where=tasks.c.done_on.is_(None),
)
gifts = Table(
    "gifts",
    metadata,
    record_key(),
    team_column(),
    Column("direction", String(16), nullable=False),
    *texts("what", "who"),
    # Text on SQLite: it has no exact decimal.
    Column("value", Numeric(18, 2).with_variant(String(24), "sqlite")),
    Column("currency", String(3), nullable=False),
    Column("about", String(16), nullable=False),
    Column("returned_on", Date),
)
letters = Table(
    "letters",
    metadata,
    record_key(),
    team_column(),
    Column("direction", String(16), nullable=False),
    Column("occasion", Text, nullable=False),
    Column("kind", String(16)),
)
snoozes = Table(
    "snoozes",
    metadata,
    record_key(),
    team_column(),
    # Null is for good: the renewal has started.
    Column("until", Date),
    # The day that was ahead: where it moves, the snooze is over.
    Column("counted_to", Date, nullable=False),
    Column("member_id", BigInteger, ForeignKey("members.id"), nullable=False),
)
# The next election at a partner; and the letters for occasions that a team has written itself.
elections = Table(
    "elections",
    metadata,
    Column("partner_id", KEY, ForeignKey("partners.id"), primary_key=True, autoincrement=False),
    team_column(),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("precision", String(8), nullable=False),
    Index(None, "team_id", "ends_on"),
)
letter_templates = Table(
    "letter_templates",
    metadata,
    team_column(primary_key=True),
    Column("occasion", String(16), primary_key=True),
    Column("language", String(8), primary_key=True),
    Column("text", Text, nullable=False),
)

# How it came about: audit, messages and answers --------------------------------------------------------------

audit = Table(
    "audit",
    metadata,
    id_column(),
    team_column(),
    # One message changes one set; its number is the message's row in the inbox, which lives only days.
    Column("change_set", BigInteger, nullable=False, index=True),
    Column("chat_id", BigInteger, ForeignKey("chats.id"), nullable=False),
    Column("member_id", BigInteger, ForeignKey("members.id"), nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Column("action", String(16), nullable=False),
    Column("record_id", BigInteger, ForeignKey("records.id"), index=True),
    Column("partner_id", BigInteger, ForeignKey("partners.id")),
    # The record's version that this change made.
    Column("version", Integer),
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    # The change set that this one undoes.
    Column("reverts", BigInteger),
    Index(None, "chat_id", "member_id", "id"),
)
inbox = Table(
    "inbox",
    metadata,
    # Grows with the time of arrival (see ``inbox.new_id``), so that recent rows are found without another index.
    Column("id", KEY, primary_key=True, autoincrement=False),
    team_column(),
    Column("chat_id", BigInteger, ForeignKey("chats.id"), nullable=False),
    Column("thread", String(128), nullable=False),
    # The delivery's id, unique for a platform and account: a message delivered again finds its answer.
    Column("key", String(255), nullable=False, unique=True),
    Column("received_at", UtcDateTime, nullable=False),
    Column("reply", Text),
    Column("answered_at", UtcDateTime),
    # Until then one process may send the answer, and no other.
    Column("sending_until", UtcDateTime),
    # The platform's id of the message itself, or of the post whose button was pressed; and what the button carried.
    Column("post_id", String(128)),
    Column("button", Text),
    # The platform's id of who sent it: an answer that concerns one person has to find them.
    Column("sender", String(128)),
)
Index(
    "ix_inbox_chat_id_post_id_button",
    inbox.c.chat_id,
    inbox.c.post_id,
    inbox.c.button,
    sqlite_where=inbox.c.button.is_not(None),
    postgresql_where=inbox.c.button.is_not(None),
)
posts = Table(
    "posts",
    metadata,
    Column("chat_id", BigInteger, ForeignKey("chats.id"), primary_key=True, autoincrement=False),
    Column("external_id", String(128), primary_key=True),
    team_column(),
    Column("record_id", BigInteger, ForeignKey("records.id"), nullable=False),
)
questions = Table(
    "questions",
    metadata,
    Column("chat_id", BigInteger, ForeignKey("chats.id"), primary_key=True, autoincrement=False),
    Column("thread", String(128), primary_key=True),
    Column("member_id", BigInteger, ForeignKey("members.id"), primary_key=True, autoincrement=False),
    team_column(),
    Column("command", String(32), nullable=False),
    # The arguments around the hole that the answer fills.
    *texts("before", "after"),
    Column("field", String(32), nullable=False),
    Column("message_id", BigInteger, nullable=False),
    Column("choices", JSON, nullable=False),
    # References of the files that belong to the record which the answer makes.
    Column("attachments", JSON, nullable=False, server_default="[]"),
    Column("asked_at", UtcDateTime, nullable=False),
)
tokens = Table(
    "tokens",
    metadata,
    Column("id", String(32), primary_key=True),
    team_column(),
    Column("command", String(32), nullable=False),
    Column("arguments", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False, index=True),
)
files = Table(
    "files",
    metadata,
    id_column(),
    team_column(),
    Column("record_id", BigInteger, ForeignKey("records.id"), nullable=False, index=True),
    # The platform's reference, stored with the message; the content follows.
    Column("platform", String(16), nullable=False),
    Column("account", String(64), nullable=False),
    *texts("reference", "name"),
    Column("media_type", String(128), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha256", String(64)),
    Column("attempts", Integer, nullable=False),
    # When the content is fetched next; null once it is here, or given up.
    Column("due_at", UtcDateTime, index=True),
    Column("voided_at", UtcDateTime),
)
contents = Table(
    "contents",
    metadata,
    team_column(primary_key=True),
    Column("sha256", String(64), primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
schedules = Table(
    "schedules",
    metadata,
    id_column(),
    team_column(),
    Column("chat_id", BigInteger, ForeignKey("chats.id"), nullable=False, unique=True),
    # When the planner looks next; null while the digest is off.
    Column("next_at", UtcDateTime, index=True),
    Column("weekday", Integer, nullable=False),
    Column("at_time", String(5), nullable=False),
    Column("timezone", String(64)),
    Column("language", String(8)),
    # The names of the sections that are switched off.
    Column("sections", JSON, nullable=False),
    Column("lead_days", JSON(none_as_null=True)),
    Column("says_empty", Boolean, nullable=False),
    Column("member_id", BigInteger, ForeignKey("members.id")),
    # The last ISO week that nothing is owed for: a week has one digest, whatever is changed.
    Column("last_week", String(8)),
    # When reminders are looked for next (null: never), and the day up to which they have been.
    Column("reminders_at", UtcDateTime, index=True),
    Column("reminded_on", Date),
)
deliveries = Table(
    "deliveries",
    metadata,
    id_column(),
    team_column(),
    Column("chat_id", BigInteger, ForeignKey("chats.id"), nullable=False),
    Column("key", String(255), nullable=False, unique=True),
    Column("kind", String(16), nullable=False),
    # The record that it is about.
    Column("record_id", BigInteger, ForeignKey("records.id")),
    # Moves on with every try that failed; ``planned_at`` stays.
    Column("due_at", UtcDateTime, nullable=False),
    Column("planned_at", UtcDateTime, nullable=False),
    Column("state", String(16), nullable=False),
    Column("lease_until", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    # Stored when it is built, so that it is sent again as it was; forgotten once it was sent.
    Column("reply", Text),
    # The platform's ids of the parts that are there.
    Column("posts", JSON, nullable=False),
    Column("error", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("sent_at", UtcDateTime),
    Index(None, "state", "due_at"),
    Index(None, "chat_id", "state"),
)
