"""What the commands of the command line share: settings, the database, and one line a fault."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from config.settings import Settings, SettingsError, load_settings

if TYPE_CHECKING:
    from bot.storage.engine import Database


def _remember(context: click.Context, _parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.find_root().obj = value


CONFIG = click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    expose_value=False,
    callback=_remember,
    help="A TOML file with settings; DRAGOMAN_CONFIG or ./dragoman.toml otherwise.",
)
DATABASE = click.option(
    "--database", metavar="URL", help="Another database than the configured one: sqlite:///FILE or postgresql://…"
)


def load(context: click.Context, database: str | None = None) -> Settings:
    """The settings of this run, with the log set up; what is wrong with them ends it, one line each."""
    from bot.logs import configure_logs

    try:
        settings = load_settings(context.find_root().obj, database_url=database)
    except SettingsError as error:
        raise stop(error.faults) from None
    configure_logs(settings.log_format, settings.log_level)
    return settings


def stop(faults: list[str]) -> SystemExit:
    """What ends the program with these lines and exit status 1."""
    for fault in faults:
        click.echo(fault, err=True)
    return SystemExit(1)


@contextmanager
def one_line_a_fault(settings: Settings) -> Iterator[None]:
    """What an operator can put right is one line and exit status 1; anything else is ours, with its traceback."""
    try:
        yield
    except Exception as error:
        from bot.faults import fault_line

        if line := fault_line(error, settings.database_url):
            raise stop([line]) from None
        raise


def opened_database(settings: Settings) -> "Database":
    """The database of the settings, migrated. The caller closes it."""
    from bot.bootstrap import open_database, place_index

    with one_line_a_fault(settings):
        place_index()
        return open_database(settings)
