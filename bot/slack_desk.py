"""The desk in Slack: one workspace, over Socket Mode, over HTTP, or both."""

import logging
from collections.abc import AsyncIterator, Callable, MutableMapping
from contextlib import AsyncExitStack, asynccontextmanager

from bot.adapters.base import PlatformStopped
from bot.adapters.slack.adapter import Slack
from bot.adapters.slack.bolt import make_bolt
from bot.adapters.slack.client import REVOKED, close_client, make_client, who_am_i
from bot.adapters.slack.pace import Pace
from bot.adapters.slack.receiving import Receiver
from bot.adapters.slack.signing import Gate, http_handler
from bot.adapters.slack.slashes import Slashes
from bot.adapters.slack.sockets import Socket
from bot.adapters.slack.workspaces import Workspaces
from bot.answering import Answering
from bot.app import App
from bot.bootstrap import ensure_team, system_clock
from bot.jobs import delivering_of, finish, jobs_of, working
from bot.web import Handler
from config.settings import Settings

_log = logging.getLogger(__name__)

PATH = "/slack/events"
"""Where Slack brings everything: events, commands, buttons and forms."""


@asynccontextmanager
async def slack_desk(
    app: App,
    settings: Settings,
    posts: MutableMapping[str, Handler],
    say: Callable[[str], object] = _log.info,
    *,
    pace: Pace | None = None,
) -> AsyncIterator[Answering]:
    """The desk in Slack, for as long as the block runs. A failure inside cancels the block and is raised, also when
    Slack takes the app away."""
    secret = settings.slack_signing_secret.get_secret_value()
    app_token = settings.slack_app_token.get_secret_value()
    client = make_client(settings.slack_bot_token.get_secret_value(), settings.slack_api_url)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(close_client, client)
        workspace = await who_am_i(client)
        await app.database.write(lambda db: ensure_team(db, settings, system_clock()))  # whose colleagues are members
        workspaces = Workspaces([workspace])
        answering = Answering(app)
        slashes = Slashes(app.router.names, frozenset(settings.slack_commands.split()))
        slack = Slack(client, workspace, workspaces, app.file, pace, slashes)
        answering.attach(slack)
        receiver = Receiver(slack, answering, app.router.names)
        delivering = delivering_of(app, answering, slack)
        stack.push_async_callback(delivering.finish)
        stack.push_async_callback(finish, receiver, answering)
        stack.callback(delivering.stop)

        def stop(why: PlatformStopped) -> None:
            if not answering.stopped.done():
                answering.stopped.set_result(why)

        bolt = make_bolt(receiver, workspaces, lambda _: stop(PlatformStopped(REVOKED)))
        await answering.resend(alone=app.database.is_alone())
        jobs = [*jobs_of(app, answering, slack), delivering.keep_delivering()]
        if secret:
            posts[PATH] = http_handler(bolt, Gate(secret))
            stack.callback(posts.pop, PATH, None)
        if app_token:
            socket = Socket(bolt, client, app_token, refused=stop)
            stack.push_async_callback(socket.close)
            await socket.open()
        ways = [way for way, is_open in (("Socket Mode", app_token), ("HTTP", secret)) if is_open]
        say(f"slack: workspace {workspace.account} is served, by {' and '.join(ways)}")
        async with working(jobs):
            yield answering
