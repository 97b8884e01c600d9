"""The door for HTTP: Slack's signature and its five-minute window, checked by the SDK; nothing comes in twice.

Slack signs a retry anew, so the same signature once more is somebody else's copy (a replay). Copies that another
process or an earlier one took find their message in the inbox, and store nothing.
"""

import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response, to_bolt_request
from slack_bolt.async_app import AsyncApp
from slack_sdk.signature import Clock, SignatureVerifier

_log = logging.getLogger(__name__)

SIGNATURE = "X-Slack-Signature"
TIMESTAMP = "X-Slack-Request-Timestamp"
REMEMBERED = 2 * 5 * 60
"""Seconds: a time stamp may lie five minutes ahead, and is good for five more."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Gate:
    """Says why a request is refused, or lets it in."""

    def __init__(self, secret: str, clock: Clock | None = None) -> None:
        self._verifier = SignatureVerifier(secret, clock or Clock())
        self._seen: OrderedDict[str, float] = OrderedDict()

    def refuses(self, body: bytes, headers: Mapping[str, str]) -> str | None:
        """Why; None lets it in."""
        signature, timestamp = headers.get(SIGNATURE, ""), headers.get(TIMESTAMP, "")
        if not (timestamp.isascii() and timestamp.isdigit() and signature.isascii()):
            return "it is not signed"
        try:
            text = body.decode()
        except UnicodeDecodeError:
            return "it is no text"
        if not self._verifier.is_valid(text, timestamp, signature):
            return "its signature is wrong or older than five minutes"
        now = time.monotonic()
        while self._seen and next(iter(self._seen.values())) < now - REMEMBERED:
            self._seen.popitem(last=False)
        if signature in self._seen:
            return "it came before (replayed)"
        self._seen[signature] = now
        return None

    def forget(self, headers: Mapping[str, str]) -> None:
        """The request was not taken: it may come again within the same second, and so with the same signature."""
        self._seen.pop(headers.get(SIGNATURE, ""), None)


def http_handler(app: AsyncApp, gate: Gate) -> Handler:
    """Handles the POST of everything that Slack sends; what is not Slack's gets 401 and a line in the log."""

    async def handle(request: web.Request) -> web.StreamResponse:
        if why := gate.refuses(await request.read(), request.headers):
            _log.warning("slack: a request from %s was refused: %s", request.remote, why)
            return web.Response(status=401)
        response = await app.async_dispatch(await to_bolt_request(request))
        if response.status != 200:
            gate.forget(request.headers)
        return await to_aiohttp_response(response)

    return handle
