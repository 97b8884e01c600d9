"""A chat platform that is nothing but a list of posts, with every way to fail that real ones have."""

import asyncio
import random
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from aiohttp import web

CHANCE = random.Random(20260504)


@dataclass
class Receiver:
    """Posts by key, each with when it arrived (monotonic seconds). ``faults`` says how a chat fails, by its name.

    A fault is "429", "500", "drop" (nothing is kept), "keep" (the post is kept, the connection drops), "hang", "gone".
    It is used up where ``times`` has a number for the chat. ``latency`` are the most seconds before and after a post.
    """

    latency: float = 0.0
    faults: dict[str, str] = field(default_factory=dict)
    times: Counter[str] = field(default_factory=Counter)
    retry_after: float = 1.0
    is_down: bool = False
    arrived: list[tuple[float, str]] = field(default_factory=list)
    calls: list[tuple[float, str]] = field(default_factory=list)
    asked: int = 0
    url: str = ""
    heard: threading.Condition = field(default_factory=threading.Condition)

    @property
    def counts(self) -> Counter[str]:
        """How often each key was posted."""
        return Counter(key for _, key in list(self.arrived))

    def wait_for(self, count: int, seconds: float = 120.0) -> bool:
        """Until so many different posts are there."""
        with self.heard:
            return self.heard.wait_for(lambda: len(self.counts) >= count, timeout=seconds)

    def wait_for_more(self, count: int, seconds: float = 60.0) -> bool:
        """Until so many more posts have come."""
        with self.heard:
            wanted = len(self.arrived) + count
            return self.heard.wait_for(lambda: len(self.arrived) >= wanted, timeout=seconds)

    def _keep(self, key: str) -> None:
        with self.heard:
            self.arrived.append((time.monotonic(), key))
            self.heard.notify_all()

    async def _post(self, request: web.Request) -> web.StreamResponse:
        told = await request.json()
        chat, key = str(told["chat"]), str(told["key"])
        self.calls.append((time.monotonic(), chat))
        if self.is_down:
            return self._drop(request)
        fault = self.faults.get(chat, "")
        if fault and chat in self.times:
            self.times[chat] -= 1
            if not self.times[chat]:
                del self.faults[chat]
        match fault:
            case "429":
                return web.Response(status=429, headers={"Retry-After": str(self.retry_after)})
            case "500":
                return web.Response(status=500)
            case "gone":
                return web.Response(status=403)
            case "hang":
                await asyncio.sleep(3600)
            case "drop":
                return self._drop(request)
            case "keep":
                self._keep(key)
                return self._drop(request)
        if self.latency:
            await asyncio.sleep(CHANCE.uniform(0, self.latency))
        self._keep(key)
        if self.latency:
            await asyncio.sleep(CHANCE.uniform(0, self.latency))
        return web.Response(text=f"post {len(self.arrived)}")

    @staticmethod
    def _drop(request: web.Request) -> web.StreamResponse:
        if request.transport:
            request.transport.abort()
        return web.Response()

    async def _find(self, request: web.Request) -> web.StreamResponse:
        self.asked += 1
        return web.Response(status=200 if request.query["key"] in self.counts else 404)

    @staticmethod
    async def _end(runner: web.AppRunner) -> None:
        await runner.cleanup()
        hanging = asyncio.all_tasks() - {asyncio.current_task()}
        for task in hanging:
            task.cancel()
        await asyncio.gather(*hanging, return_exceptions=True)

    @contextmanager
    def serving(self) -> Iterator["Receiver"]:
        """Receive on a thread of its own."""
        loop = asyncio.new_event_loop()
        application = web.Application()
        application.router.add_post("/posts", self._post)
        application.router.add_get("/posts", self._find)
        runner = web.AppRunner(application, access_log=None, shutdown_timeout=0.1)

        async def start() -> None:
            await runner.setup()
            await web.TCPSite(runner, "127.0.0.1", 0).start()
            self.url = f"http://127.0.0.1:{runner.addresses[0][1]}/posts"

        loop.run_until_complete(start())
        thread = threading.Thread(target=loop.run_forever)
        thread.start()
        try:
            yield self
        finally:
            asyncio.run_coroutine_threadsafe(self._end(runner), loop).result(10)
            loop.call_soon_threadsafe(loop.stop)
            thread.join()
            loop.close()
