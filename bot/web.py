"""The one HTTP server: what platforms bring by themselves, and whether we are alive."""

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager

from aiohttp import web

LARGEST = 1024 * 1024
"""Bytes of a request: an update is a few kilobytes, files come by reference."""

CLOSING = 2.0
"""Seconds that requests on their way are given at the end."""

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@asynccontextmanager
async def serving(host: str, port: int, posts: Mapping[str, Handler]) -> AsyncIterator[int]:
    """Serve ``posts`` (handlers of POST by path) and GET /health; the port, of which 0 is any that is free.

    What is put among ``posts`` later is served from then on. Raises ``OSError`` where the port is taken.
    """
    server = web.Application(client_max_size=LARGEST)
    server.router.add_get("/health", _health)

    async def post(request: web.Request) -> web.StreamResponse:
        handler = posts.get(request.path)
        return await handler(request) if handler else web.Response(status=404)

    server.router.add_post("/{path:.*}", post)
    runner = web.AppRunner(server, access_log=None, handle_signals=False, shutdown_timeout=CLOSING)
    await runner.setup()
    try:
        await web.TCPSite(runner, host, port).start()
        yield int(runner.addresses[0][1])
    finally:
        await runner.cleanup()


async def _health(_request: web.Request) -> web.StreamResponse:
    return web.Response(text="ok\n")
