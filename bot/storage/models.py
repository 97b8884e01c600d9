"""The whole schema in one place, as Core tables: units of work are statements, there are no mapped entities.

Every table carries its team, and every query is bound to it. Times are UTC. A change here needs a migration
(a test compares the two).
"""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    BigInteger,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Numeric,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)

SCHEMA_VERSION = "0001"
"""The revision of the newest migration; compared at start without importing Alembic."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcDateTime(TypeDecorator[datetime]):
    """An aware instant, kept as UTC; a naive one is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; SQLite keeps no zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a stored instant needs a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Aware again."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


def _id() -> Column[int]:
    # SQLite counts up only an INTEGER PRIMARY KEY; PostgreSQL gets 64 bits.
    return Column("id", BigInteger().with_variant(Integer, "sqlite"), primary_key=True, autoincrement=True)


def _team() -> Column[int]:
    return Column("team_id", BigInteger, ForeignKey("teams.id"), nullable=False)


def _record() -> Column[int]:
    return Column("record_id", BigInteger, ForeignKey("records.id"), primary_key=True, autoincrement=False)


# Who: teams, the people in them, and where they speak --------------------------------------------------------

teams = Table(
    "teams",
    metadata,
    _id(),
    Column("name", Text, nullable=False, unique=True),
    Column("home_place_id", String(64)),
    Column("home_city", Text, nullable=False, default=""),
    Column("country", String(8), nullable=False, default=""),
    Column("language", String(8), nullable=False),
    Column("timezone", String(64), nullable=False),
    Column("date_order", String(8)),
    Column("created_at", UtcDateTime, nullable=False),
)
members = Table(
    "members",
    metadata,
    _id(),
    _team(),
    Column("name", Text, nullable=False),
    Column("role", String(16), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Index(None, "team_id"),
)
identities = Table(
    "identities",
    metadata,
    _id(),
    _team(),
    Column("member_id", BigInteger, ForeignKey("members.id"), nullable=False),
    Column("platform", String(16), nullable=False),
    Column("account", String(64), nullable=False),
    Column("external_id", String(128), nullable=False),
    UniqueConstraint("platform", "account", "external_id"),
)
invitations = Table(
    "invitations",
    metadata,
    _id(),
    _team(),
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
    _id(),
    _team(),
    Column("platform", String(16), nullable=False),
    Column("account", String(64), nullable=False),
    Column("external_id", String(128), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("language", String(8)),
    UniqueConstraint("platform", "account", "external_id"),
)

# What: partners and records ----------------------------------------------------------------------------------

partners = Table(
    "partners",
    metadata,
    _id(),
    _team(),
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
    _id(),
    _team(),
    Column("partner_id", BigInteger, ForeignKey("partners.id"), nullable=False, index=True),
    Column("name", Text, nullable=False),
    Column("folded", Text, nullable=False),
    UniqueConstraint("team_id", "folded"),
)
numbers = Table(
    "numbers",
    metadata,
    Column("team_id", BigInteger, ForeignKey("teams.id"), primary_key=True, autoincrement=False),
    Column("kind", String(16), primary_key=True),
    Column("last", Integer, nullable=False),
)
records = Table(
    "records",
    metadata,
    _id(),
    _team(),
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
    Column("voided_at", UtcDateTime),
    UniqueConstraint("team_id", "kind", "number"),
    Index(None, "team_id", "starts_on"),
)
record_partners = Table(
    "record_partners",
    metadata,
    _record(),
    Column("partner_id", BigInteger, ForeignKey("partners.id"), primary_key=True, autoincrement=False),
    Column("role", String(16), primary_key=True),
    _team(),
    Index(None, "partner_id", "record_id"),
)
record_themes = Table(
    "record_themes",
    metadata,
    _record(),
    Column("folded", Text, primary_key=True),
    Column("theme", Text, nullable=False),
    _team(),
    Index(None, "team_id", "folded"),
)
visits = Table(
    "visits",
    metadata,
    _record(),
    _team(),
    Column("direction", String(16)),
    Column("kind", String(16)),
    Column("purpose", Text, nullable=False),
    Column("people", Integer),
    Column("participants", JSON, nullable=False),
)
events = Table(
    "events",
    metadata,
    _record(),
    _team(),
    Column("title", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("guest", Text, nullable=False),
    Column("host", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("attendance", String(16)),
    Column("network", Text, nullable=False),
)
agreements = Table(
    "agreements",
    metadata,
    _record(),
    _team(),
    Column("kind", String(32), nullable=False),
    Column("ends_on", Date, index=True),
    Column("status", String(16)),
    Column("status_date", Date),
    Column("reason", Text, nullable=False),
)
contacts = Table(
    "contacts",
    metadata,
    _record(),
    _team(),
    Column("name", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("organisation", Text, nullable=False),
    Column("emails", JSON, nullable=False),
    Column("phones", JSON, nullable=False),
    Column("languages", JSON, nullable=False),
    Column("form_of_address", Text, nullable=False),
)
memberships = Table(
    "memberships",
    metadata,
    _record(),
    _team(),
    Column("network", Text, nullable=False),
    Column("acronym", Text, nullable=False),
)
projects = Table(
    "projects",
    metadata,
    _record(),
    _team(),
    Column("title", Text, nullable=False),
    Column("funder", Text, nullable=False),
    # Text on SQLite: it has no exact decimal.
    Column("budget", Numeric(18, 2).with_variant(String(24), "sqlite")),
    Column("currency", String(3), nullable=False),
)
notes = Table(
    "notes",
    metadata,
    _record(),
    _team(),
    Column("text", Text, nullable=False),
    Column("about", String(16), nullable=False),
)

# How it came about: audit, messages and answers --------------------------------------------------------------

audit = Table(
    "audit",
    metadata,
    _id(),
    _team(),
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
    # Grows with the time of arrival (see ``inbox.new_id``), so that old rows are found without another index.
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    _team(),
    Column("chat_id", BigInteger, ForeignKey("chats.id"), nullable=False),
    Column("thread", String(128), nullable=False),
    # The delivery's id, unique for a platform and account: a message delivered again finds its answer.
    Column("key", String(255), nullable=False, unique=True),
    Column("received_at", UtcDateTime, nullable=False),
    Column("reply", Text),
    Column("answered_at", UtcDateTime),
)
posts = Table(
    "posts",
    metadata,
    Column("chat_id", BigInteger, ForeignKey("chats.id"), primary_key=True, autoincrement=False),
    Column("external_id", String(128), primary_key=True),
    _team(),
    Column("record_id", BigInteger, ForeignKey("records.id"), nullable=False),
)
questions = Table(
    "questions",
    metadata,
    Column("chat_id", BigInteger, ForeignKey("chats.id"), primary_key=True, autoincrement=False),
    Column("thread", String(128), primary_key=True),
    Column("member_id", BigInteger, ForeignKey("members.id"), primary_key=True, autoincrement=False),
    _team(),
    Column("command", String(32), nullable=False),
    # The arguments around the hole that the answer fills.
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("field", String(32), nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
)
tokens = Table(
    "tokens",
    metadata,
    Column("id", String(32), primary_key=True),
    _team(),
    Column("command", String(32), nullable=False),
    Column("arguments", Text, nullable=False),
    Column("created_at", UtcDateTime, nullable=False, index=True),
)
files = Table(
    "files",
    metadata,
    _id(),
    _team(),
    Column("record_id", BigInteger, ForeignKey("records.id"), index=True),
    # The platform's reference, stored with the message; the content follows and is kept once a hash.
    Column("reference", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("media_type", String(128), nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("sha256", String(64)),
    Column("content", LargeBinary),
    UniqueConstraint("team_id", "sha256"),
)
deliveries = Table(
    "deliveries",
    metadata,
    _id(),
    _team(),
    Column("chat_id", BigInteger, ForeignKey("chats.id"), nullable=False),
    Column("key", String(255), nullable=False, unique=True),
    Column("due_at", UtcDateTime, nullable=False),
    Column("state", String(16), nullable=False),
    Column("lease_until", UtcDateTime),
    Column("attempts", Integer, nullable=False),
    Column("reply", Text),
    Column("external_id", String(128)),
    Index(None, "state", "due_at"),
)
