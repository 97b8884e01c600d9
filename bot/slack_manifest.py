"""``dragoman slack-manifest``: the Slack app's manifest for this installation's settings."""

from bot.adapters.slack.manifest import SlackCommand, make_manifest, to_yaml
from bot.i18n import LANGUAGES, translator
from bot.router import Router


def manifest_of(router: Router, names: str, url: str = "") -> str:
    """The manifest, in YAML. ``names`` are the commands with a name of their own; those that the desk has count.

    Each is described in the language that it is a word of.
    """
    return to_yaml(make_manifest([found for name in names.split() if (found := _command(router, name))], url))


def _command(router: Router, name: str) -> SlackCommand | None:
    command = router.find(name)
    if command is None:
        return None
    language = next((code for code in LANGUAGES if name in command.names.get(code, ())), "en")
    t = translator(language)
    usage = t(command.usage).split("\n")[0].partition(" ")[2]
    return SlackCommand(name, t(command.help), usage)
