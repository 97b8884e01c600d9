"""Every setting: typed, flat, with its default, help and example.

Read from the environment (``DRAGOMAN_DATABASE_URL``), else from a TOML file with the same names in lower case
without the prefix (``database_url``): ``--config``, ``DRAGOMAN_CONFIG``, else ``./dragoman.toml``.
"""

import os
import sys
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict

PREFIX = "DRAGOMAN_"
CONFIG_FILE = "dragoman.toml"


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
    written = f"{variable}={example}" if name == variable else f'{key} = "{example}"'
    return f"{name}: {problem}; for example: {written}"


def example_file() -> str:
    """The commented example, as it stands in ``config/example.toml``."""
    parts = [
        "# Settings of Dragoman. Each can be given in the environment instead, in capitals with DRAGOMAN_ before it.\n"
        "# Generated from config/settings.py: python -m config.settings > config/example.toml\n"
    ]
    for key, field in Settings.model_fields.items():
        default = "a file in your data folder" if key == "database_url" else repr(field.default).replace("'", '"')
        examples = field.examples or [""]
        parts.append(
            f"\n# {field.description}\n# {PREFIX}{key.upper()}; default: {default}\n"
            + "".join(f'# {key} = "{example}"\n' for example in examples)
        )
    return "".join(parts)


if __name__ == "__main__":
    sys.stdout.write(example_file())
