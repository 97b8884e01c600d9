"""Settings: where they come from, and what is said of those that cannot be used."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from config.settings import Settings, SettingsError, example_file, load_settings


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for key in Settings.model_fields:
        monkeypatch.delenv(f"DRAGOMAN_{key.upper()}", raising=False)
    monkeypatch.delenv("DRAGOMAN_CONFIG", raising=False)


def faults(config: Path | None = None, database_url: str | None = None) -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load_settings(config, database_url=database_url)
    return caught.value.faults


def test_defaults() -> None:
    settings = load_settings()
    assert settings.model_dump(exclude={"database_url"}) == {
        "language": "en",
        "timezone": "Europe/Istanbul",
        "home_city": "",
        "telegram_token": SecretStr(""),
        "telegram_api_url": "",
        "telegram_webhook_url": "",
        "telegram_webhook_secret": SecretStr(""),
        "slack_bot_token": SecretStr(""),
        "slack_app_token": SecretStr(""),
        "slack_signing_secret": SecretStr(""),
        "slack_api_url": "",
        "slack_commands": "log partner upcoming digest kayit kent takvim gundem",
        "http_host": "127.0.0.1",
        "http_port": 8080,
        "log_format": "text",
        "log_level": "warning",
    }
    assert settings.database_url.startswith("sqlite:////")
    assert settings.database_url.endswith("/dragoman.db")


def test_the_environment_comes_before_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("dragoman.toml").write_text('language = "tr"\nhome_city = "Ankara"\n')
    monkeypatch.setenv("DRAGOMAN_HOME_CITY", "İzmir")
    settings = load_settings()
    assert (settings.language, settings.home_city) == ("tr", "İzmir")


def test_which_file(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("dragoman", "second", "third"):
        Path(f"{name}.toml").write_text(f'home_city = "{name}"\n')
    assert load_settings().home_city == "dragoman"
    monkeypatch.setenv("DRAGOMAN_CONFIG", "second.toml")
    assert load_settings().home_city == "second"
    assert load_settings(Path("third.toml")).home_city == "third"


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("sqlite:////tmp/desk.db", "sqlite:////tmp/desk.db"),
        ("postgresql://me@host/desk", "postgresql+psycopg://me@host/desk"),
        ("postgres://me@host/desk", "postgresql+psycopg://me@host/desk"),
        ("postgresql+psycopg://me@host/desk", "postgresql+psycopg://me@host/desk"),
    ],
)
def test_the_database(given: str, used: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings(database_url=given).database_url == used
    monkeypatch.setenv("DRAGOMAN_DATABASE_URL", given)
    assert load_settings().database_url == used
    assert load_settings(database_url="sqlite:////other.db").database_url == "sqlite:////other.db"


def test_a_wrong_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DRAGOMAN_LANGUAGE", "de")
    monkeypatch.setenv("DRAGOMAN_DATABASE_URL", "mysql://desk")
    assert faults() == [
        "DRAGOMAN_DATABASE_URL: must begin with sqlite:/// and a file, or with postgresql://; "
        "for example: DRAGOMAN_DATABASE_URL=sqlite:////var/lib/dragoman/dragoman.db",
        "DRAGOMAN_LANGUAGE: must be 'en' or 'tr'; for example: DRAGOMAN_LANGUAGE=tr",
    ]


def test_a_wrong_line_in_the_file() -> None:
    Path("dragoman.toml").write_text('timezone = "Ankara"\nlog_level = 3\ncolour = "red"\n')
    known = ", ".join(Settings.model_fields)
    assert faults() == [
        'timezone: is not the name of a time zone; for example: timezone = "Europe/Istanbul"',
        "log_level: must be 'debug', 'info', 'warning' or 'error'; for example: log_level = \"info\"",
        f"colour: there is no such setting; the settings are: {known}",
    ]


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    assert faults(Path("none.toml")) == ["none.toml: there is no such file (from --config or DRAGOMAN_CONFIG)"]
    broken = Path("broken.toml")
    broken.write_text("language = \n")
    assert faults(broken)[0].startswith("broken.toml: cannot be read: Invalid value")
    broken.write_bytes(b'home_city = "\xff"')
    assert faults(broken)[0].startswith("broken.toml: cannot be read: 'utf-8' codec")
    assert faults(tmp_path) == [f"{tmp_path}: cannot be read: [Errno 21] Is a directory: '{tmp_path}'"]


def test_a_wrong_database_on_the_command_line() -> None:
    assert faults(database_url="sqlite://") == [
        "--database: must begin with sqlite:/// and a file, or with postgresql://; for example: sqlite:////tmp/desk.db"
    ]


def test_the_example_is_fresh() -> None:
    path = Path(__file__).parents[2] / "config" / "example.toml"
    assert path.read_text(encoding="utf-8") == example_file()


def test_every_example_is_good() -> None:
    for key, field in Settings.model_fields.items():
        for example in field.examples or []:
            Settings(**{key: example})


BAD = [
    ("slack_bot_token", "xoxp-0-a-persons-own", "must begin with xoxb-"),
    ("slack_app_token", "xoxb-0-the-bots", "must begin with xapp-"),
    ("slack_signing_secret", "short", "must be the 32 digits of Basic Information"),
    ("slack_api_url", "slack.invalid/api", "must begin with https:// or http:// and a host"),
    ("slack_commands", "log who join", "may not have Slack's own commands (join, who)"),
    ("slack_commands", "Günlük", "must be at most 49 names of a-z 0-9 _ - with blanks between them"),
    ("telegram_token", "a-wrong-token", "is not a bot's token"),
    ("telegram_webhook_url", "http://desk.invalid", "must begin with https:// and a host"),
    ("telegram_api_url", "desk.invalid", "must begin with https:// or http:// and a host"),
    ("telegram_webhook_secret", "short", "must be 16 to 256 of A-Z a-z 0-9 _ -"),
]


@pytest.mark.parametrize(("key", "value", "problem"), BAD)
def test_what_a_platform_would_refuse(key: str, value: str, problem: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"DRAGOMAN_{key.upper()}", value)
    (fault,) = faults()
    assert fault.startswith(f"DRAGOMAN_{key.upper()}: {problem}; for example: ")
    assert value not in fault


def test_a_token_is_not_shown() -> None:
    token = f"7000001:AA{'t' * 33}"
    settings = load_settings().model_copy(update={"telegram_token": SecretStr(token)})
    assert token not in repr(settings)
