"""Bolt's app: whose a request is, and which listener takes it. The same for HTTP and for Socket Mode."""

import logging
import re
from collections.abc import Awaitable, Callable
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.context.async_context import AsyncBoltContext
from slack_bolt.response import BoltResponse

from bot.adapters.slack.client import LIBRARY
from bot.adapters.slack.receiving import Receiver
from bot.adapters.slack.render import PRESS
from bot.adapters.slack.views import FORM, LOG_THIS, SEARCH
from bot.adapters.slack.workspaces import Workspace, Workspaces

_log = logging.getLogger(__name__)

_ANY = re.compile("")
_OPEN_TO_ALL = ("url_verification", "ssl_check")
Body = dict[str, Any]
Taking = Callable[[Body], Awaitable[bool]]


def make_bolt(receiver: Receiver, workspaces: Workspaces, removed: Callable[[Workspace], None]) -> AsyncApp:
    """The app. ``removed`` hears that we were taken away from a workspace."""

    async def is_ours(body: Body, context: AsyncBoltContext, next: Callable[[], Awaitable[Any]]) -> BoltResponse | None:  # noqa: A002 - Bolt's name
        if body.get("type") in _OPEN_TO_ALL or _workspace(body, context, workspaces):
            await next()
            return None
        _log.warning("slack: a request from workspace %s was refused: the app is not installed there", context.team_id)
        return BoltResponse(status=403, body="")

    async def authorize(context: AsyncBoltContext, enterprise_id: str | None, team_id: str | None) -> AuthorizeResult:
        ours = receiver.slack.workspace
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_user_id=ours.user,
            bot_id=ours.bot,
            bot_token=receiver.slack.client.token,
        )

    app = AsyncApp(
        name="dragoman",
        logger=LIBRARY,
        # The listener runs before the answer: Bolt would look every 10 ms whether it was acknowledged.
        process_before_response=True,
        request_verification_enabled=False,  # done before a request comes here, see signing.py; sockets need none
        before_authorize=is_ours,
        authorize=authorize,
    )

    def taking(take: Taking) -> Callable[..., Awaitable[BoltResponse | None]]:
        async def listener(body: Body, ack: AsyncAck) -> BoltResponse | None:
            return await _answer(ack, await take(body))

        return listener

    async def submit(body: Body, ack: AsyncAck) -> BoltResponse | None:
        taken = await receiver.submit(body)
        if isinstance(taken, bool):
            return await _answer(ack, taken)
        await ack(response_action="errors", errors=dict(taken))
        return None

    async def suggest(body: Body, ack: AsyncAck) -> None:
        await ack(options=await receiver.suggest(body))

    async def gone(body: Body, ack: AsyncAck) -> None:
        event = body["event"]
        if event["type"] == "app_uninstalled" or (event.get("tokens") or {}).get("bot"):
            workspaces.close(receiver.slack.workspace)
            removed(receiver.slack.workspace)
        await ack()

    async def changed(body: Body, ack: AsyncAck) -> None:
        receiver.slack.people.learn(body["event"]["user"])
        await ack()

    app.command(_ANY)(taking(receiver.command))
    app.event("app_mention")(taking(receiver.event))
    app.event("message")(taking(receiver.event))
    app.event("app_uninstalled")(gone)
    app.event("tokens_revoked")(gone)
    app.event("user_change")(changed)
    app.event("app_home_opened")(taking(receiver.home))
    app.action(re.compile(f"^({PRESS}|{SEARCH}$)"))(taking(receiver.press))
    app.shortcut(LOG_THIS)(taking(receiver.shortcut))
    app.options(SEARCH)(suggest)
    app.view(FORM)(submit)
    return app


async def _answer(ack: AsyncAck, taken: bool) -> BoltResponse | None:
    """Acknowledge what is committed. What is not comes again, if it is an event; else a person sees that it failed."""
    if not taken:
        return BoltResponse(status=503, body="")
    await ack()
    return None


def _workspace(body: Body, context: AsyncBoltContext, workspaces: Workspaces) -> Workspace | None:
    """Whose request it is. In a shared channel a button of ours may be pressed by people of other workspaces."""
    found = workspaces.find(context.enterprise_id, context.team_id)
    return found or workspaces.of_bot((body.get("message") or {}).get("bot_id"))
