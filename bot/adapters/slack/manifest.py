"""The app's manifest, from the desk's own commands: what a person pastes at api.slack.com/apps to have the app.

Source: docs.slack.dev, app manifest reference. At most 50 commands; one that is Slack's own would make it refuse all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.adapters.slack.parse import EVERYTHING
from bot.adapters.slack.views import LOG_THIS

MOST_COMMANDS = 50
SCOPES = {
    "app_mentions:read": "mentions",
    "channels:history": "looking whether an answer is there already, in public channels",
    "chat:write": "answers",
    "chat:write.public": "answers to commands in public channels that the app was not invited to",
    "commands": "slash commands and the shortcut",
    "files:read": "files that are shared with a mention or in a direct message",
    "files:write": "files of records",
    "groups:history": "looking whether an answer is there already, in private channels",
    "im:history": "direct messages",
    "im:write": "files for one person, and from channels that the app is not in",
    "mpim:history": "looking whether an answer is there already, in direct messages of several people",
    "users:read": "who is a member of the workspace, and who a guest",
}
"""Every scope, and what it is used for; no other is asked for."""
EVENTS = ("app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked", "user_change")


@dataclass(frozen=True, slots=True)
class SlackCommand:
    """A command with a name of its own: one line of help, and what may follow it."""

    name: str
    help: str
    usage: str


def make_manifest(commands: Sequence[SlackCommand], url: str = "") -> Mapping[str, Any]:
    """The manifest. ``url`` is where Slack brings everything; without one it is Socket Mode.

    Raises ``ValueError`` for too many commands.
    """
    if len(commands) + 1 > MOST_COMMANDS:
        raise ValueError(f"Slack takes {MOST_COMMANDS} commands of an app, /{EVERYTHING} among them")
    everything = SlackCommand(EVERYTHING, "The international-relations desk: every command", "log visit Tirana 3 May")
    to = {"url": url} if url else {}
    request = {"request_url": url} if url else {}
    options = {"message_menu_options_url": url} if url else {}
    return {
        "display_information": {
            "name": "Dragoman",
            "description": "The international-relations desk of a city hall",
            "background_color": "#1f3a5f",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "Dragoman", "always_online": True},
            "shortcuts": [
                {
                    "name": "Log this",
                    "type": "message",
                    "callback_id": LOG_THIS,
                    "description": "Log a message as a visit",
                }
            ],
            "slash_commands": [
                {
                    "command": f"/{command.name}",
                    **to,
                    "description": command.help[:2000],
                    **({"usage_hint": command.usage[:1000]} if command.usage else {}),
                    "should_escape": False,
                }
                for command in (everything, *commands)
            ],
        },
        "oauth_config": {"scopes": {"bot": list(SCOPES)}},
        "settings": {
            "event_subscriptions": {**request, "bot_events": list(EVENTS)},
            "interactivity": {"is_enabled": True, **request, **options},
            "org_deploy_enabled": False,
            "socket_mode_enabled": not url,
            "token_rotation_enabled": False,
        },
    }


def to_yaml(manifest: Mapping[str, Any]) -> str:
    """As it is pasted."""
    import yaml  # only where a manifest is printed

    return str(yaml.safe_dump(dict(manifest), sort_keys=False, allow_unicode=True, width=120))
