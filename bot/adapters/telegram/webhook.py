"""Updates that Telegram brings by itself: 200 only when the update is committed; anything else, and it comes again."""

import asyncio
import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime
from urllib.parse import urlsplit

from aiohttp import web
from telegram.error import BadRequest, InvalidToken, TelegramError
from telegram.ext import ExtBot

from bot.adapters.base import PlatformStopped
from bot.adapters.telegram.parse import ALLOWED_UPDATES
from bot.adapters.telegram.patience import REVOKED, patiently
from bot.adapters.telegram.receiving import Receiver, read_update

_log = logging.getLogger(__name__)
WATCH_EVERY = 180
"""Seconds between two looks at the webhook."""
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - the header's name

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def webhook_handler(bot: ExtBot[int], receiver: Receiver, secret: str) -> Handler:
    """Handles the POST of an update (Bot API, setWebhook). Others than Telegram get 403, nonsense gets 400."""

    async def handle(request: web.Request) -> web.StreamResponse:
        told = request.headers.get(SECRET_HEADER, "")
        # Bytes that are no UTF-8 come as surrogates.
        if not hmac.compare_digest(told.encode(errors="surrogateescape"), secret.encode()):
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


async def watch_webhook(bot: ExtBot[int], url: str) -> None:
    """Look every few minutes whether Telegram still brings updates to us, until cancelled.

    Raises ``PlatformStopped`` where it brings them elsewhere or nowhere, and for a revoked token: nobody would tell us.
    """
    told: datetime | None = None
    while True:
        await asyncio.sleep(WATCH_EVERY)
        try:
            info = await bot.get_webhook_info()
        except InvalidToken:
            raise PlatformStopped(REVOKED) from None
        except TelegramError as error:
            _log.warning("telegram: the webhook could not be looked at: %s", error.message)
            continue
        if info.url != url:
            where = f"is at {urlsplit(info.url).hostname} now" if info.url else "was removed"
            raise PlatformStopped(f"telegram: the webhook {where}: another program uses this bot; stop that one")
        if info.last_error_date and info.last_error_date != told:
            told = info.last_error_date
            waiting = info.pending_update_count
            _log.warning("telegram: the webhook failed at %s: %s (%s wait)", told, info.last_error_message, waiting)
