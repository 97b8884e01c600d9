"""Updates that Telegram brings by itself: 200 only when the update is committed; anything else, and it comes again."""

import hmac
import json
from collections.abc import Awaitable, Callable

from aiohttp import web
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.adapters.base import PlatformStopped
from bot.adapters.telegram.parse import ALLOWED_UPDATES
from bot.adapters.telegram.patience import patiently
from bot.adapters.telegram.receiving import Receiver, read_update

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def webhook_handler(bot: ExtBot[int], receiver: Receiver, secret: str) -> Handler:
    """Handles the POST of an update (Bot API, setWebhook). Others than Telegram get 403, nonsense gets 400."""

    async def handle(request: web.Request) -> web.StreamResponse:
        told = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(told.encode(), secret.encode()):
            return web.Response(status=403)
        try:
            update = read_update(json.loads(await request.read()), bot)
        except (ValueError, KeyError, TypeError):
            return web.Response(status=400)
        taken = await receiver.receive(update)
        return web.Response(status=200 if taken else 503)

    return handle


async def set_webhook(bot: ExtBot[int], url: str, secret: str) -> None:
    """Tell Telegram where to bring updates. Raises ``PlatformStopped`` where it refuses the address."""
    allowed = list(ALLOWED_UPDATES)
    try:
        await patiently(lambda: bot.set_webhook(url, secret_token=secret, allowed_updates=allowed))
    except BadRequest as error:
        raise PlatformStopped(f"telegram: the webhook was refused: {error.message}") from None
