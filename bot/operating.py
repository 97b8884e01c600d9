"""``dragoman deliveries``: what was not sent, and what an operator decides. No name, no word of a digest is shown."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from bot.launching import CONFIG, DATABASE, load, one_line_a_fault, opened_database, stop

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from bot.storage.operating import Listed

_STATES = click.Choice(["pending", "sending", "sent", "uncertain", "dead"])
_NUMBERS = click.argument("numbers", metavar="ID...", type=int, nargs=-1, required=True)


@click.group()
def deliveries() -> None:
    """Look after digests and reminders that could not be sent."""


@deliveries.command(name="list")
@DATABASE
@CONFIG
@click.option("--state", type=_STATES, multiple=True, help="Only these; otherwise all that were not sent.")
@click.option("--limit", type=click.IntRange(1), default=50, show_default=True, help="So many, the newest first.")
@click.pass_context
def list_(context: click.Context, database: str | None, state: tuple[str, ...], limit: int) -> None:
    """List deliveries that were not sent: ID, state, when due (UTC), tries, platform, key, what happened."""
    from bot.storage.operating import count_deliveries, list_deliveries

    settings = load(context, database)
    opened = opened_database(settings)
    try:
        with one_line_a_fault(settings), opened.reading() as db:
            rows = list_deliveries(db, state or ("pending", "sending", "uncertain", "dead"), limit)
            counts = count_deliveries(db)
    finally:
        opened.close()
    for line in _lines(rows):
        click.echo(line)
    click.echo(", ".join(f"{count} {name}" for name, count in sorted(counts.items())) or "No deliveries yet.")


def _lines(rows: "Iterable[Listed]") -> Iterable[str]:
    for row in rows:
        due = f"{row.due_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        line = f"{row.id:>6}  {row.state:<9}  {due}  {row.attempts:>3}  {row.platform:<8}  {row.key}  {row.error}"
        yield line.rstrip()


@deliveries.command()
@_NUMBERS
@DATABASE
@CONFIG
@click.pass_context
def retry(context: click.Context, database: str | None, numbers: tuple[int, ...]) -> None:
    """Send what is uncertain or dead (again): it may be there twice then."""
    from bot.storage.operating import retry_deliveries

    _decide(context, database, numbers, lambda db, ids: retry_deliveries(db, ids, datetime.now(UTC)), "To be sent")


@deliveries.command()
@_NUMBERS
@DATABASE
@CONFIG
@click.pass_context
def drop(context: click.Context, database: str | None, numbers: tuple[int, ...]) -> None:
    """Never send what is pending, uncertain or dead."""
    from bot.storage.operating import drop_deliveries

    _decide(context, database, numbers, drop_deliveries, "Dropped")


def _decide(
    context: click.Context,
    url: str | None,
    numbers: tuple[int, ...],
    decide: "Callable[[Connection, Sequence[int]], list[int]]",
    done: str,
) -> None:
    settings = load(context, url)
    opened = opened_database(settings)
    try:
        with one_line_a_fault(settings), opened.transaction() as db:
            decided = decide(db, numbers)
    finally:
        opened.close()
    if decided:
        click.echo(f"{done}: {' '.join(map(str, decided))}")
    if left := [number for number in numbers if number not in decided]:
        raise stop([f"Not in a state for that, or unknown: {' '.join(map(str, left))}; see: dragoman deliveries list"])
