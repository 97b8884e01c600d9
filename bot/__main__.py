"""The command line: ``dragoman chat``, ``run``, ``slack-manifest``, ``check``, ``invite``, ``when`` and the others.

Each command imports what it needs when it runs, so that every one starts at once.
"""

import asyncio
import gc
import getpass
import os
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import click

from bot.instants import Instant
from bot.launching import CONFIG, DATABASE, load, one_line_a_fault, opened_database, stop
from bot.operating import deliveries

gc.set_threshold(50_000)  # importing makes many objects and little garbage: looking for it is a tenth of the start

_LANGUAGES = click.Choice(["en", "tr"])
_JSONL = click.option("--jsonl", is_flag=True, help="Answer lines of JSON from standard input instead of TEXT.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dragoman")
@CONFIG
def main() -> None:
    """Dragoman, the international-relations desk of a city hall, in chat."""


@main.command()
@DATABASE
@CONFIG
@click.option("--language", type=_LANGUAGES, help="The language of this run only.")
@click.option("--as", "name", metavar="NAME", help="Who speaks; your login name otherwise.")
@click.option("--now", type=Instant(), help="A fixed clock.")
@click.pass_context
def chat(
    context: click.Context, database: str | None, language: str | None, name: str | None, now: datetime | None
) -> None:
    """Talk to the desk here: at a prompt, or with one message a line from a pipe."""
    from bot.bootstrap import prepare_chat, run_chat

    settings = load(context, database)
    opened = opened_database(settings)
    with one_line_a_fault(settings):
        sender = prepare_chat(opened, settings, language=language, name=name or getpass.getuser(), now=now)
    asyncio.run(run_chat(opened, settings, sender, language=language, now=now))


@main.command()
@DATABASE
@CONFIG
@click.pass_context
def run(context: click.Context, database: str | None) -> None:
    """Serve the configured chat platforms: Telegram, Slack, or both."""
    from bot.faults import NO_PLATFORM, find_faults, platform_faults

    settings = load(context, database)
    if faults := platform_faults(settings):
        raise stop(faults)
    if not (settings.telegram_token.get_secret_value() or settings.slack_bot_token.get_secret_value()):
        raise stop([*find_faults(settings), NO_PLATFORM])
    from bot.adapters.base import PlatformStopped
    from bot.serving import run as serve

    opened = opened_database(settings)
    try:
        asyncio.run(serve(opened, settings, say=click.echo))
    except PlatformStopped as stopped:
        raise stop([str(stopped)]) from None
    except OSError as error:
        raise stop([f"http: {settings.http_host}:{settings.http_port}: {error.strerror or error}"]) from None


@main.command()
@DATABASE
@CONFIG
@click.pass_context
def migrate(context: click.Context, database: str | None) -> None:
    """Make the tables of a new database, or bring an older one up to date."""
    from bot.faults import shown
    from bot.storage.engine import Database
    from bot.storage.schema import migrate as migrate_database

    settings = load(context, database)
    with one_line_a_fault(settings):
        opened = Database(settings.database_url)
        try:
            changed = migrate_database(opened)
        finally:
            opened.close()
    where = shown(settings.database_url)
    click.echo(f"Migrated: {where}" if changed else f"Up to date already: {where}")


@main.command()
@DATABASE
@CONFIG
@click.pass_context
def check(context: click.Context, database: str | None) -> None:
    """Look whether everything is in place: settings, database, index of places, catalogues."""
    from bot.faults import find_faults, find_setting_faults

    settings = load(context, database)
    if faults := [*find_setting_faults(settings, os.environ), *find_faults(settings)]:
        raise stop(faults)
    click.echo("All is well.")


@main.command()
@DATABASE
@CONFIG
@click.option("--role", type=click.Choice(["viewer", "member", "admin"]), default="member", show_default=True)
@click.option("--team", metavar="NAME", help="Another team than the first one; a new name makes a new team.")
@click.pass_context
def invite(context: click.Context, database: str | None, role: str, team: str | None) -> None:
    """Make a code that lets one person in."""
    from bot.bootstrap import invite as make_code
    from bot.permissions import Role

    settings = load(context, database)
    opened = opened_database(settings)
    try:
        with one_line_a_fault(settings):
            code, found = make_code(opened, settings, Role(role), team, datetime.now(UTC))
    finally:
        opened.close()
    click.echo(f"/join {code}")
    if settings.telegram_token.get_secret_value():
        from bot.serving import invitation_link

        if link := asyncio.run(invitation_link(settings, code)):
            click.echo(link)
    article = "an" if role == "admin" else "a"
    click.echo(f"Whoever sends this to the desk first, within 7 days, is {article} {role} of the team {found.name}.")


@main.command()
@CONFIG
@click.option("--url", metavar="URL", default="", help="Where Slack brings requests: https://HOST/slack/events.")
@click.pass_context
def slack_manifest(context: click.Context, url: str) -> None:
    """Print the manifest of the Slack app; without --url it uses Socket Mode."""
    from bot.handlers.commands import make_router
    from bot.slack_manifest import manifest_of

    settings = load(context)
    click.echo(manifest_of(make_router(), settings.slack_commands, url), nl=False)


@main.command()
@click.argument("text", nargs=-1)
@CONFIG
@click.option(
    "--language", metavar="CODE", help="The language of TEXT, any that CLDR knows; the configured one otherwise."
)
@click.option("--now", type=Instant(), help="Another now.")
@_JSONL
@click.pass_context
def when(
    context: click.Context, text: tuple[str, ...], language: str | None, now: datetime | None, jsonl: bool
) -> None:
    """Explain which date is read in TEXT."""
    from functools import partial

    from bot.bootstrap import place_index
    from bot.explaining import explain_date
    from bot.parsing.date_or_town import town_named
    from bot.parsing.dates import DateContext

    settings = load(context)
    with one_line_a_fault(settings):
        index = place_index()
    if jsonl:
        from bot.parsing.dates.jsonl import answers

        _answer_lines(answers(sys.stdin, partial(town_named, index)))
        return
    _need_text(text)
    today = (now or datetime.now(UTC)).astimezone(ZoneInfo(settings.timezone)).date()
    try:
        explained = explain_date(" ".join(text), DateContext(today, language or settings.language), index)
    except LookupError:
        raise click.BadParameter(f"CLDR has no language {language!r}.", param_hint="--language") from None
    _print_explanation(*explained)


@main.command()
@click.argument("text", nargs=-1)
@CONFIG
@click.option("--language", type=_LANGUAGES, help="The language of the chat; the configured one otherwise.")
@_JSONL
@click.pass_context
def place(context: click.Context, text: tuple[str, ...], language: str | None, jsonl: bool) -> None:
    """Explain which place is read in TEXT."""
    from bot.bootstrap import home_country, place_index
    from bot.explaining import explain_place

    settings = load(context)
    with one_line_a_fault(settings):
        index = place_index()
    if jsonl:
        from bot.parsing.places.jsonl import answers

        _answer_lines(answers(index, sys.stdin))
        return
    _need_text(text)
    _print_explanation(
        *explain_place(" ".join(text), index, language or settings.language, home_country(settings) or None)
    )


def _need_text(text: tuple[str, ...]) -> None:
    if not text:
        raise click.UsageError("Missing argument 'TEXT...'.")


def _answer_lines(lines: Iterable[str]) -> None:
    for line in lines:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()  # a program on the other side waits for each


def _print_explanation(lines: list[str], read: bool) -> None:
    if not read:
        raise stop(lines)
    for line in lines:
        click.echo(line)


main.add_command(deliveries)


if __name__ == "__main__":
    main()
