"""The manifest is fresh, asks for nothing that is not used, and has nothing that Slack would refuse."""

import ast
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.adapters.slack.manifest import EVENTS, SCOPES, SlackCommand, make_manifest
from bot.handlers.commands import make_router
from bot.slack_manifest import manifest_of
from config.settings import SLACK_COMMANDS, SLACKS_OWN
from tests.slack import scopes
from tests.slack.scopes import FEATURES, NEEDED

ROOT = Path(__file__).parents[3]
FILE = ROOT / "config" / "slack-manifest.yaml"
MANIFEST: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))


def test_the_file_is_fresh() -> None:
    assert FILE.read_text(encoding="utf-8") == manifest_of(make_router(), SLACK_COMMANDS)


def called() -> set[str]:
    """The methods of the Web API that the adapter calls."""
    names = {
        node.attr
        for path in (ROOT / "bot" / "adapters" / "slack").glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }
    methods = {method for method in NEEDED if method.replace(".", "_") in names}
    if "files_upload_v2" in names:
        methods |= {"files.getUploadURLExternal", "files.completeUploadExternal"}
    return methods


def test_every_scope_is_used_and_every_use_has_its_scope() -> None:
    assert called() == set(NEEDED)
    used = {NEEDED[method] for method in called()} | {scopes.EVENTS[event] for event in EVENTS} | set(FEATURES.values())
    assert set(SCOPES) == used - {""}
    assert MANIFEST["oauth_config"]["scopes"]["bot"] == list(SCOPES)


def test_no_command_is_slack_s_own() -> None:
    names = [command["command"].removeprefix("/") for command in MANIFEST["features"]["slash_commands"]]
    assert names[0] == "dragoman"
    assert not SLACKS_OWN & set(names)
    assert len(names) == len(set(names)) <= 50
    assert all(make_router().find(name) for name in names[1:])


def test_at_most_fifty_commands() -> None:
    assert make_manifest([SlackCommand(f"c{n}", "help", "") for n in range(49)])
    with pytest.raises(ValueError, match="50"):
        make_manifest([SlackCommand(f"c{n}", "help", "") for n in range(50)])


def test_over_http_everything_has_the_address() -> None:
    url = "https://desk.example.org/slack/events"
    manifest = yaml.safe_load(manifest_of(make_router(), "log", url))
    assert [command["url"] for command in manifest["features"]["slash_commands"]] == [url, url]
    settings = manifest["settings"]
    assert settings["event_subscriptions"]["request_url"] == url
    assert settings["interactivity"] == {"is_enabled": True, "request_url": url, "message_menu_options_url": url}
    assert not settings["socket_mode_enabled"]
    assert MANIFEST["settings"]["socket_mode_enabled"]
