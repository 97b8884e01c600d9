"""``dragoman run`` as a process: how it ends, and what it never says."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.databases import Databases
from tests.telegram.server import Bot, BotApi

ROOT = Path(__file__).parents[2]


@pytest.fixture
def api() -> Iterator[BotApi]:
    with BotApi.in_thread() as api:
        yield api


@pytest.fixture
def bot(api: BotApi) -> Bot:
    return api.bot()


@pytest.fixture
def environment(api: BotApi, bot: Bot, databases: Databases, tmp_path: Path) -> Iterator[dict[str, str]]:
    with databases.fresh("sqlite", tmp_path) as url:
        yield {
            **os.environ,
            "DRAGOMAN_DATABASE_URL": url,
            "DRAGOMAN_TELEGRAM_TOKEN": bot.token,
            "DRAGOMAN_TELEGRAM_API_URL": api.url,
            "DRAGOMAN_LOG_LEVEL": "debug",
        }


def process(environment: dict[str, str]) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "bot", "run"]
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def until(running: "subprocess.Popen[str]", words: str) -> str:
    """What it said until these words."""
    assert running.stdout
    said = ""
    for line in running.stdout:
        said += line
        if words in line:
            return said
    raise AssertionError(f"{words!r} was not said, but: {said}")


def end(running: "subprocess.Popen[str]") -> str:
    """What it wrote to its log until its end."""
    try:
        return running.communicate(timeout=60)[1]
    finally:
        running.kill()


def test_it_ends_when_it_is_told_to_and_says_no_token(bot: Bot, environment: dict[str, str]) -> None:
    running = process(environment)
    said = until(running, "group privacy is on")
    assert "@desk_bot is at work, by polling" in said
    running.terminate()
    said += end(running)
    assert running.returncode == 0
    assert bot.token.partition(":")[2] not in said


def test_it_ends_while_the_network_is_down(api: BotApi, environment: dict[str, str]) -> None:
    running = process({**environment, "DRAGOMAN_TELEGRAM_API_URL": "http://127.0.0.1:9", "DRAGOMAN_LOG_LEVEL": "info"})
    assert running.stderr
    assert "again in 1 s" in running.stderr.readline()
    running.terminate()
    end(running)
    assert running.returncode == 0


def test_a_revoked_token(bot: Bot, environment: dict[str, str]) -> None:
    bot.is_revoked = True
    running = process({**environment, "DRAGOMAN_LOG_LEVEL": "warning"})
    assert end(running) == (
        "telegram: the token is not valid, or was revoked; take a new one from @BotFather and set "
        "DRAGOMAN_TELEGRAM_TOKEN\n"
    )
    assert running.returncode == 1


def test_a_second_poller(api: BotApi, bot: Bot, environment: dict[str, str]) -> None:
    first = process(environment)
    until(first, "is at work")
    while api.calls["getUpdates"] == 0:
        threading.Event().wait(0.01)
    second = process({**environment, "DRAGOMAN_DATABASE_URL": environment["DRAGOMAN_DATABASE_URL"]})
    said = end(first)
    assert said.endswith(
        "telegram: another program asks for this bot's updates (409); stop that one: "
        "two would each get a part of the messages\n"
    )
    assert first.returncode == 1
    second.terminate()
    end(second)
    assert second.returncode == 0


def test_a_webhook_needs_a_secret(environment: dict[str, str]) -> None:
    running = process({**environment, "DRAGOMAN_TELEGRAM_WEBHOOK_URL": "https://desk.example.org/telegram"})
    assert end(running) == (
        "DRAGOMAN_TELEGRAM_WEBHOOK_SECRET: a webhook needs a secret, else anybody could speak for Telegram; "
        "openssl rand -hex 32\n"
    )
    assert running.returncode == 1


def invited(environment: dict[str, str]) -> list[str]:
    command = [sys.executable, "-m", "bot", "invite"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_an_invitation_has_a_link(bot: Bot, environment: dict[str, str]) -> None:
    join, link, _ = invited(environment)
    assert link == f"https://t.me/desk_bot?start={join.removeprefix('/join ')}"
    bot.is_revoked = True
    join, explained = invited(environment)
    assert join.startswith("/join ")
    assert explained.startswith("Whoever sends this")
