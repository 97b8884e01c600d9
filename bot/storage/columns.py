"""The kinds of column that the tables share."""

from datetime import UTC, datetime

from sqlalchemy import BigInteger, Column, DateTime, Dialect, ForeignKey, Integer, Text, TypeDecorator


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


KEY = BigInteger().with_variant(Integer, "sqlite")
"""The type of a number that is a key by itself: 64 bits on both; as INTEGER, SQLite needs no index for it."""


def id_column() -> Column[int]:
    """A number that the database gives."""
    return Column("id", KEY, primary_key=True, autoincrement=True)


def team_column(*, primary_key: bool = False) -> Column[int]:
    """The team that a row belongs to; every table but that of the teams has it."""
    return Column(
        "team_id", BigInteger, ForeignKey("teams.id"), nullable=False, primary_key=primary_key, autoincrement=False
    )


def record_key() -> Column[int]:
    """The record that a row is part of, as (part of) its key."""
    return Column("record_id", KEY, ForeignKey("records.id"), primary_key=True, autoincrement=False)


def texts(*names: str) -> list[Column[str]]:
    """Columns of text that are empty rather than null."""
    return [Column(name, Text, nullable=False) for name in names]
