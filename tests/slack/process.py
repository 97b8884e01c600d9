"""``dragoman run`` as a process, at a small Slack on a thread of its own."""

import asyncio
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from tests.slack.requests import SECRET, Http, Payloads
from tests.slack.rules import Json
from tests.slack.server import FakeSlack

ROOT = Path(__file__).parents[2]


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@dataclass
class Program:
    """The program, started and killed as often as a test likes."""

    slack: FakeSlack
    database_url: str
    more: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    started: list["subprocess.Popen[str]"] = field(default_factory=list)

    def start(self) -> "subprocess.Popen[str]":
        """A process that is ready."""
        running = self.process()
        self.until(running, "is served, by")
        return running

    def process(self) -> "subprocess.Popen[str]":
        """A process that has just been started."""
        environment = {
            **os.environ,
            "DRAGOMAN_DATABASE_URL": self.database_url,
            "DRAGOMAN_SLACK_BOT_TOKEN": self.slack.token,
            "DRAGOMAN_SLACK_SIGNING_SECRET": SECRET,
            "DRAGOMAN_SLACK_API_URL": f"{self.slack.url}/api",
            "DRAGOMAN_HTTP_PORT": str(self.port),
            "DRAGOMAN_LOG_LEVEL": "info",
            **self.more,
        }
        command = [sys.executable, "-m", "bot", "run"]
        running = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.started.append(running)
        return running

    def close(self) -> None:
        """End what a test that failed has left."""
        for running in self.started:
            running.kill()

    @staticmethod
    def until(running: "subprocess.Popen[str]", words: str) -> str:
        """What it said until these words."""
        assert running.stdout
        said = ""
        for line in running.stdout:
            said += line
            if words in line:
                return said
        raise AssertionError(f"{words!r} was not said, but: {said}")

    @staticmethod
    def end(running: "subprocess.Popen[str]") -> str:
        """What it said until its end, which it is told to come to."""
        running.terminate()
        try:
            return running.communicate(timeout=30)[0]
        finally:
            running.kill()

    @staticmethod
    def kill(running: "subprocess.Popen[str]") -> None:
        """kill -9."""
        running.kill()
        running.communicate(timeout=30)

    def bring(self, work: Callable[[Http, Payloads], Coroutine[Any, Any, Any]]) -> Any:
        """Bring it something over HTTP."""

        async def run() -> Any:
            async with aiohttp.ClientSession() as session:
                http = Http(f"http://127.0.0.1:{self.port}/slack/events", session)
                return await work(http, Payloads(self.slack))

        return asyncio.run(run())


def values_of(post: Json) -> dict[str, str]:
    """What the buttons of a post carry, by label."""
    return {
        element["text"]["text"]: element["value"]
        for block in post.get("blocks", [])
        if block["type"] == "actions"
        for element in block["elements"]
    }
