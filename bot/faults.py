"""What an operator can put right: one line a fault, for ``check`` and for a start that fails."""

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import DBAPIError

from bot.domain.places import Place
from bot.errors import WhichPlace
from bot.i18n import LANGUAGES, LOCALE_FOLDER
from bot.parsing.places import PlaceIndex, PlacesMissing, look_up
from bot.storage.engine import Database
from bot.storage.models import SCHEMA_VERSION
from bot.storage.schema import SchemaTooNew, known_versions, version_of
from config.settings import PREFIX, Settings

_CITY = "home_city"
_LOCKED = "database is locked"  # so SQLite calls it
NO_PLATFORM = (
    "platform: none is configured; for Telegram: DRAGOMAN_TELEGRAM_TOKEN=TOKEN (from @BotFather); "
    "for Slack: DRAGOMAN_SLACK_BOT_TOKEN and DRAGOMAN_SLACK_APP_TOKEN (from api.slack.com/apps); "
    "in the terminal: dragoman chat"
)


def fault_line(error: Exception, database_url: str) -> str | None:
    """The line for an error at the start; None for one that is the program's own."""
    match error:
        case PlacesMissing():
            return f"place index: {error}"
        case SchemaTooNew():
            return (
                f"database: it is at revision {error}, which this program ({SCHEMA_VERSION}) does not know: "
                "a newer version has migrated it; install that one"
            )
        case DBAPIError() if _LOCKED in str(error.orig):
            return f"database: {shown(database_url)} is locked: another program writes to it; stop that one, or wait"
        case DBAPIError():
            return f"database: {shown(database_url)} cannot be used: {_first_line(error.orig)}"
        case sqlite3.Error() | OSError():
            return f"database: {shown(database_url)} cannot be used: {_first_line(error)}"
        case _:
            return None


def shown(database_url: str) -> str:
    """The URL without its password."""
    return make_url(database_url).render_as_string(hide_password=True).replace("+psycopg", "", 1)


def _first_line(error: BaseException | None) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]


def find_faults(settings: Settings) -> list[str]:
    """What is wrong with this installation: the database, the index of places, the catalogues; [] if nothing is."""
    faults = [_database_fault(settings.database_url), _places_fault()]
    faults += [_catalogue_fault(language) for language in LANGUAGES]
    return [fault for fault in faults if fault]


def find_setting_faults(settings: Settings, environment: Mapping[str, str]) -> list[str]:
    """What is wrong with settings that a start gets along with: a city that is none, variables that are none."""
    names = {PREFIX + key.upper() for key in Settings.model_fields}
    faults = [
        f"{variable}: there is no such setting; the settings are: {', '.join(sorted(names))}"
        for variable in sorted(environment)
        if variable.startswith(PREFIX)
        and not variable.startswith(PREFIX + "TEST_")
        and variable not in (*names, PREFIX + "CONFIG")
    ]
    city = _city_fault(settings.home_city, environment)
    return [*faults, *([city] if city else []), *platform_faults(settings)]


def platform_faults(settings: Settings) -> list[str]:
    """What a platform lacks that is configured by halves."""
    return [fault for fault in (_webhook_fault(settings), _slack_fault(settings)) if fault]


def _slack_fault(settings: Settings) -> str | None:
    """A way in has to be there, and the token to answer with."""
    ways = (settings.slack_app_token, settings.slack_signing_secret)
    is_reached = any(way.get_secret_value() for way in ways)
    if settings.slack_bot_token.get_secret_value() and not is_reached:
        return (
            f"{PREFIX}SLACK_APP_TOKEN: Slack has no way to us; set it for Socket Mode, "
            f"or {PREFIX}SLACK_SIGNING_SECRET for requests over HTTP"
        )
    if is_reached and not settings.slack_bot_token.get_secret_value():
        return f"{PREFIX}SLACK_BOT_TOKEN: nothing can be answered in Slack without it (OAuth & Permissions: xoxb-…)"
    return None


def _webhook_fault(settings: Settings) -> str | None:
    """What is wrong with a webhook's address and secret: one needs the other."""
    url, secret = settings.telegram_webhook_url, settings.telegram_webhook_secret.get_secret_value()
    if url and not secret:
        variable = PREFIX + "TELEGRAM_WEBHOOK_SECRET"
        return f"{variable}: a webhook needs a secret, else anybody could speak for Telegram; openssl rand -hex 32"
    return None


def _city_fault(city: str, environment: Mapping[str, str]) -> str | None:
    if not city:
        return None
    variable = PREFIX + "HOME_CITY"
    named, example = (variable, f"{variable}=Ankara") if variable in environment else (_CITY, f'{_CITY} = "Ankara"')
    try:
        with PlaceIndex.open() as places:
            if look_up(places, city):
                return None
    except PlacesMissing:
        return None  # that is a fault of its own
    except WhichPlace as question:
        if question.choices and isinstance(place := question.choices[0].label, Place):
            full = ", ".join(filter(None, [place.name, place.region, place.country]))
            return f'{named}: it is not clear which place "{city}" is; write it with its country, for example: {full}'
    return f'{named}: "{city}" is no place that the index knows; for example: {example}'


def _database_fault(url: str) -> str | None:
    path = make_url(url).database if url.startswith("sqlite") else None
    if path and Path(path).expanduser().is_dir():
        return f"database: {shown(url)} is a folder; it must be a file, for example: {shown(url).rstrip('/')}/desk.db"
    if path and not Path(path).expanduser().is_file():
        return f"database: {shown(url)} does not exist yet; make it with: dragoman migrate"
    try:
        database = Database(url)
        try:
            with database.reading() as connection:
                version = version_of(connection)
        finally:
            database.close()
    except Exception as error:
        if line := fault_line(error, url):
            return line
        raise
    if version is None:
        return f"database: {shown(url)} has no tables yet; make them with: dragoman migrate"
    if version not in known_versions():
        return fault_line(SchemaTooNew(version), url)
    if version != SCHEMA_VERSION:
        return f"database: it is at revision {version}, this program needs {SCHEMA_VERSION}; run: dragoman migrate"
    return None


def _places_fault() -> str | None:
    try:
        PlaceIndex.open().close()
    except PlacesMissing as missing:
        return fault_line(missing, "")
    return None


def _catalogue_fault(language: str) -> str | None:
    path = LOCALE_FOLDER / language / "LC_MESSAGES" / "bot.mo"
    return None if path.is_file() else f"language {language}: {path} is missing; run make"
