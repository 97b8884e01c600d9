"""Every setting: typed, flat, with its default, help and example.

Read from the environment (``DRAGOMAN_DATABASE_URL``), else from a TOML file with the same names in lower case
without the prefix (``database_url``): ``--config``, ``DRAGOMAN_CONFIG``, else ``./dragoman.toml``.
"""

import os
import re
import sys
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

PREFIX = "DRAGOMAN_"
CONFIG_FILE = "dragoman.toml"
_TOKEN = re.compile(r"[0-9]{3,20}:[A-Za-z0-9_-]{30,60}")
_SECRET = re.compile(r"[A-Za-z0-9_-]{16,256}")
_SLACK = {
    "slack_bot_token": (re.compile(r"xoxb-[A-Za-z0-9-]{4,300}"), "must begin with xoxb-"),
    "slack_app_token": (re.compile(r"xapp-[A-Za-z0-9-]{4,300}"), "must begin with xapp-"),
    "slack_signing_secret": (re.compile(r"[0-9a-f]{32}"), "must be the 32 digits of Basic Information"),
}
_NAME = re.compile(r"[a-z0-9_-]{1,31}")
SLACK_COMMANDS = "log partner upcoming digest kayit kent takvim gundem"
MOST_SLACK_COMMANDS = 50
"""Of an app (docs.slack.dev, app manifest); /dragoman is one of them."""
SLACKS_OWN = frozenset(
    "active apps archive away call canvas clear close collapse dm dnd expand feed feedback giphy groups help huddle "
    "invite invite_people join keys kick leave list me msg mute open part prefs remind remove rename search shortcuts "
    "shrug star status topic who".split()
)
"""Commands that Slack has itself: one of them in a manifest makes it refuse all."""


def default_database_url() -> str:
    """A SQLite file in the user's data folder."""
    import platformdirs

    return f"sqlite:///{Path(platformdirs.user_data_dir('dragoman')) / 'dragoman.db'}"


def database_url_of(value: str) -> str:
    """The URL that SQLAlchemy takes. Raises ``ValueError`` for any other database."""
    if value.startswith(("postgresql://", "postgresql+psycopg://", "postgres://")):
        return "postgresql+psycopg://" + value.partition("://")[2]
    if value.startswith("sqlite:///") and len(value) > len("sqlite:///"):
        return value
    raise ValueError("must begin with sqlite:/// and a file, or with postgresql://")


class SettingsError(Exception):
    """Settings that cannot be used: one line a fault, each with the name, what is wrong, and an example."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class Settings(BaseSettings):
    """All settings. A team may change language, zone, city and date order for itself, in the chat."""

    model_config = SettingsConfigDict(frozen=True, extra="forbid", env_prefix=PREFIX)

    database_url: Annotated[
        str,
        Field(
            description="Where records are kept: a SQLite file or a PostgreSQL database.",
            examples=["sqlite:////var/lib/dragoman/dragoman.db", "postgresql://dragoman@localhost/dragoman"],
        ),
    ] = Field(default_factory=default_database_url)
    language: Annotated[Literal["en", "tr"], Field(description="The language of a new team.", examples=["tr"])] = "en"
    timezone: Annotated[str, Field(description="The time zone of a new team.", examples=["Europe/Istanbul"])] = (
        "Europe/Istanbul"
    )
    home_city: Annotated[
        str,
        Field(description="The city of a new team; it decides who is guest and who is host.", examples=["Ankara"]),
    ] = ""
    telegram_token: Annotated[
        SecretStr,
        Field(
            description="The Telegram bot's token, from @BotFather.",
            examples=["123456789:AAExampleExampleExampleExampleExample"],
        ),
    ] = SecretStr("")
    telegram_api_url: Annotated[
        str,
        Field(description="A Bot API server of your own.", examples=["http://localhost:8081"]),
    ] = ""
    telegram_webhook_url: Annotated[
        str,
        Field(
            description="Where Telegram brings messages; without it they are fetched, without a public address.",
            examples=["https://desk.example.org/telegram"],
        ),
    ] = ""
    telegram_webhook_secret: Annotated[
        SecretStr,
        Field(
            description="What Telegram has to say there: 16 to 256 of A-Z a-z 0-9 _ -.",
            examples=["what-openssl-rand-hex-32-prints"],
        ),
    ] = SecretStr("")
    slack_bot_token: Annotated[
        SecretStr,
        Field(description="The Slack app's bot token (OAuth & Permissions).", examples=["xoxb-0-0-example"]),
    ] = SecretStr("")
    slack_app_token: Annotated[
        SecretStr,
        Field(
            description="Its app-level token, for Socket Mode: no public address is needed.",
            examples=["xapp-1-A0-0-example"],
        ),
    ] = SecretStr("")
    slack_signing_secret: Annotated[
        SecretStr,
        Field(
            description="Its signing secret, for requests that Slack brings to /slack/events.",
            examples=["0123456789abcdef0123456789abcdef"],
        ),
    ] = SecretStr("")
    slack_api_url: Annotated[
        str, Field(description="The Web API of a compatible server.", examples=["http://localhost:8082/api"])
    ] = ""
    slack_commands: Annotated[
        str,
        Field(
            description="Commands with a name of their own in Slack, beside /dragoman; those that the desk has count.",
            examples=["log partner upcoming"],
        ),
    ] = SLACK_COMMANDS
    http_host: Annotated[
        str, Field(description="The address that webhooks are served on.", examples=["0.0.0.0"])  # noqa: S104
    ] = "127.0.0.1"
    http_port: Annotated[
        int, Field(description="The port that webhooks are served on.", ge=1, le=65535, examples=[8080])
    ] = 8080
    log_format: Annotated[
        Literal["text", "json"], Field(description="How log lines are written.", examples=["json"])
    ] = "text"
    log_level: Annotated[
        Literal["debug", "info", "warning", "error"],
        Field(description="The least serious line that is logged.", examples=["info"]),
    ] = "warning"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """The environment, then the file's values (which are handed to the constructor)."""
        return env_settings, init_settings

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        return database_url_of(value)

    @field_validator("timezone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (OSError, ValueError, KeyError):
            raise ValueError("is not the name of a time zone") from None
        return value

    @field_validator("telegram_token")
    @classmethod
    def _token(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("is not a bot's token")
        return value

    @field_validator("slack_bot_token", "slack_app_token", "slack_signing_secret")
    @classmethod
    def _slack(cls, value: SecretStr, info: ValidationInfo) -> SecretStr:
        shape, problem = _SLACK[info.field_name or ""]
        if value.get_secret_value() and not shape.fullmatch(value.get_secret_value()):
            raise ValueError(problem)
        return value

    @field_validator("slack_commands")
    @classmethod
    def _names(cls, value: str) -> str:
        names = value.split()
        if taken := sorted(SLACKS_OWN.intersection(names)):
            raise ValueError(f"may not have Slack's own commands ({', '.join(taken)})")
        if len(names) >= MOST_SLACK_COMMANDS or not all(map(_NAME.fullmatch, names)):
            raise ValueError("must be at most 49 names of a-z 0-9 _ - with blanks between them")
        return " ".join(dict.fromkeys(names))

    @field_validator("telegram_api_url", "telegram_webhook_url", "slack_api_url")
    @classmethod
    def _url(cls, value: str, info: ValidationInfo) -> str:
        schemes = ("https",) if info.field_name == "telegram_webhook_url" else ("https", "http")
        parts = urlsplit(value)
        if value and (parts.scheme not in schemes or not parts.hostname or parts.query or parts.fragment):
            raise ValueError(f"must begin with {' or '.join(f'{scheme}://' for scheme in schemes)} and a host")
        return value.rstrip("/")

    @field_validator("telegram_webhook_secret")
    @classmethod
    def _secret(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value() and not _SECRET.fullmatch(value.get_secret_value()):
            raise ValueError("must be 16 to 256 of A-Z a-z 0-9 _ -")
        return value


def load_settings(config: Path | None = None, *, database_url: str | None = None) -> Settings:
    """The settings of this process; ``database_url`` overrules all other places. Raises ``SettingsError``."""
    named = config or (Path(os.environ[PREFIX + "CONFIG"]) if os.environ.get(PREFIX + "CONFIG") else None)
    values = _read_file(named or Path(CONFIG_FILE), required=named is not None)
    try:
        if database_url is None:
            return Settings(**values)
        # The environment comes before what is handed over, so this one is checked and put in last.
        checked = database_url_of(database_url)
        return Settings(**values).model_copy(update={"database_url": checked})
    except ValueError as error:
        if not isinstance(error, ValidationError):
            raise SettingsError([f"--database: {error}; for example: sqlite:////tmp/desk.db"]) from None
        raise SettingsError([_fault(fault) for fault in error.errors()]) from None


def _read_file(path: Path, *, required: bool) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if required:
            raise SettingsError([f"{path}: there is no such file (from --config or {PREFIX}CONFIG)"]) from None
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise SettingsError([f"{path}: cannot be read: {error}"]) from None


def _fault(fault: Any) -> str:
    key = str(fault["loc"][0])
    variable = PREFIX + key.upper()
    name = variable if variable in os.environ else key
    field = Settings.model_fields.get(key)
    if field is None:
        return f"{name}: there is no such setting; the settings are: {', '.join(Settings.model_fields)}"
    problem = str(fault["msg"]).removeprefix("Value error, ").replace("Input should be", "must be")
    example = (field.examples or [""])[0]
    written = f"{variable}={example}" if name == variable else f"{key} = {_toml(example)}"
    return f"{name}: {problem}; for example: {written}"


def _toml(example: object) -> str:
    return str(example) if isinstance(example, int) else f'"{example}"'


def example_file() -> str:
    """The commented example, as it stands in ``config/example.toml``."""
    parts = [
        "# Settings of Dragoman. Each can be given in the environment instead, in capitals with DRAGOMAN_ before it.\n"
        "# Generated from config/settings.py: python -m config.settings > config/example.toml\n"
    ]
    for key, field in Settings.model_fields.items():
        plain = field.default.get_secret_value() if isinstance(field.default, SecretStr) else field.default
        default = "a file in your data folder" if key == "database_url" else repr(plain).replace("'", '"')
        parts.append(
            f"\n# {field.description}\n# {PREFIX}{key.upper()}; default: {default}\n"
            + "".join(f"# {key} = {_toml(example)}\n" for example in field.examples or [""])
        )
    return "".join(parts)


if __name__ == "__main__":
    sys.stdout.write(example_file())
