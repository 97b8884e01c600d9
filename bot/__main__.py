"""The command line: ``dragoman chat``, ``run``, ``migrate``, ``check``, ``invite``, ``when``, ``place``."""

import asyncio
import getpass
from datetime import UTC, datetime
from pathlib import Path

import click

from config.settings import Settings, SettingsError, load_settings

_DATABASE = click.option(
    "--database", metavar="URL", help="Another database than the configured one: sqlite:///FILE or postgresql://…"
)


class Instant(click.ParamType[datetime]):
    """An instant as ISO 8601; without an offset it is UTC."""

    name = "ISO-INSTANT"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The aware instant."""
        try:
            instant = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not an instant; for example: 2026-05-04T09:00:00+03:00", param, ctx)
        return instant if instant.tzinfo else instant.replace(tzinfo=UTC)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="dragoman")
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE", help="A TOML file with settings.")
@click.pass_context
def main(context: click.Context, config: Path | None) -> None:
    """Dragoman, the international-relations desk of a city hall, in chat."""
    context.obj = config


def _settings(context: click.Context, database: str | None = None) -> Settings:
    try:
        return load_settings(context.find_root().obj, database_url=database)
    except SettingsError as error:
        for fault in error.faults:
            click.echo(fault, err=True)
        raise SystemExit(1) from None


@main.command()
@_DATABASE
@click.option("--language", type=click.Choice(["en", "tr"]), help="The language of this run only.")
@click.option("--as", "name", metavar="NAME", help="Who speaks; your login name otherwise.")
@click.option("--now", type=Instant(), help="A fixed clock.")
@click.pass_context
def chat(
    context: click.Context, database: str | None, language: str | None, name: str | None, now: datetime | None
) -> None:
    """Talk to the desk here: at a prompt, or with one message a line from a pipe."""
    from bot.bootstrap import run_chat

    settings = _settings(context, database)
    asyncio.run(run_chat(settings, language=language, name=name or getpass.getuser(), now=now))


if __name__ == "__main__":
    main()
