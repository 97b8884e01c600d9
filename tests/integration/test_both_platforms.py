"""``dragoman run`` with Telegram and Slack in one process, on the same data: one person, two platforms."""

import re
import threading
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path

from tests.databases import Databases
from tests.slack.process import Program, free_port
from tests.slack.requests import SECRET
from tests.slack.rules import Json
from tests.slack.scopes import ALL
from tests.slack.server import FakeSlack
from tests.telegram.people import Person
from tests.telegram.server import BotApi


class Heard:
    """The newest text that was sent, waited for."""

    def __init__(self, texts: Callable[[Json], str]) -> None:
        self._texts = texts
        self.said: list[str] = []
        self._changed = threading.Condition()

    def __call__(self, post: Json) -> None:
        """A post."""
        with self._changed:
            self.said.append(self._texts(post))
            self._changed.notify_all()

    def after(self, work: Callable[[], object]) -> str:
        """What is said next."""
        with self._changed:
            count = len(self.said)
        work()
        with self._changed:
            assert self._changed.wait_for(lambda: len(self.said) > count, timeout=60)
            return self.said[count]


def test_logged_in_telegram_and_seen_in_slack(databases: Databases, tmp_path: Path) -> None:
    with ExitStack() as stack:
        url = stack.enter_context(databases.fresh("sqlite", tmp_path))
        slack, api = stack.enter_context(FakeSlack.in_thread()), stack.enter_context(BotApi.in_thread())
        slack.scopes = ALL
        slack.user("U1", "Ayşe", is_admin=True)
        slack.channel("D1")
        bot, phone = api.bot(), Heard(lambda post: str(post["text"]))
        desk = Heard(lambda post: str(post["text"]))
        api.sent.append(phone)
        slack.sent.append(desk)
        more = {
            "DRAGOMAN_LOG_LEVEL": "debug",
            "DRAGOMAN_TELEGRAM_TOKEN": bot.token,
            "DRAGOMAN_TELEGRAM_API_URL": api.url,
        }
        program = Program(slack, url, {**more, "DRAGOMAN_SLACK_APP_TOKEN": slack.app_token})
        stack.enter_context(closing(program))
        running = program.start()
        hand = Person(api, bot, 42, "Ayşe")
        api.chat(42)

        def in_slack(text: str) -> str:
            return desk.after(lambda: program.bring(lambda http, slack: http.event(slack.said("U1", "D1", text))))

        assert in_slack("/partners").startswith("No partners yet.")
        code = re.match(r"/join \S+", in_slack("/link"))
        assert code
        assert phone.after(lambda: hand.say(code[0])).startswith("✓ Welcome, Ayşe.")
        logged = phone.after(lambda: hand.say("/log visit from Tirana 2025-05-03"))
        assert logged.startswith("✓ V1 · Visit · incoming")
        assert in_slack("v1").startswith("V1 · Visit · incoming\nTirana, Albania")
        assert phone.after(lambda: hand.say("no, 4 May")).startswith("✓ V1: Saturday, 3 May 2025 → Sunday, 4 May 2025")
        assert "4 May 2025" in in_slack("v1")
        # Slack takes the app away: Telegram goes on.
        event: Json = {"type": "app_uninstalled", "event_ts": "1.0"}
        assert program.bring(lambda http, slack: http.event(slack.event(event))) == 200
        assert phone.after(lambda: hand.say("/undo")).startswith("✓ Undone")
        said = program.end(running)
        assert running.returncode == 0
        assert "DRAGOMAN_SLACK_BOT_TOKEN" in said
        for secret in (slack.token, slack.app_token, SECRET, "Tirana", "ticket="):
            assert secret not in said


def test_slack_alone_ends_with_its_app(databases: Databases, tmp_path: Path) -> None:
    with databases.fresh("sqlite", tmp_path) as url, FakeSlack.in_thread() as slack:
        with closing(Program(slack, url)) as program:
            running = program.start()
            event: Json = {"type": "app_uninstalled", "event_ts": "1.0"}
            program.bring(lambda http, slack: http.event(slack.event(event)))
            said = running.communicate(timeout=30)[0]
        assert running.returncode == 1
        assert said.splitlines()[-1].startswith("slack: the token is not valid, or the app was removed; take a new one")


def test_one_platform_does_not_wait_for_the_other(databases: Databases, tmp_path: Path) -> None:
    """Slack where Telegram cannot be reached, and Telegram where Slack refuses us; the end where both do."""
    with ExitStack() as stack:
        url = stack.enter_context(databases.fresh("sqlite", tmp_path))
        slack, api = stack.enter_context(FakeSlack.in_thread()), stack.enter_context(BotApi.in_thread())
        bot, nowhere = api.bot(), f"http://127.0.0.1:{free_port()}"
        unreachable = {"DRAGOMAN_TELEGRAM_TOKEN": bot.token, "DRAGOMAN_TELEGRAM_API_URL": nowhere}
        program = stack.enter_context(closing(Program(slack, url, unreachable)))
        running = program.start()
        program.end(running)
        assert running.returncode == 0
        slack.error = "account_inactive"
        program.more["DRAGOMAN_TELEGRAM_API_URL"] = api.url
        running = program.process()
        said = program.until(running, "is at work, by")
        if "DRAGOMAN_SLACK_BOT_TOKEN" not in said:
            program.until(running, "DRAGOMAN_SLACK_BOT_TOKEN")
        program.end(running)
        assert running.returncode == 0
        said = refused(program, DRAGOMAN_TELEGRAM_TOKEN="123456789:AAExampleExampleExampleExampleExample")
        assert "DRAGOMAN_SLACK_BOT_TOKEN" in said
        assert "DRAGOMAN_TELEGRAM_TOKEN" in said


def refused(program: Program, **environment: str) -> str:
    """What it says when it cannot start."""
    program.more |= environment
    running = program.process()
    said = running.communicate(timeout=60)[0]
    assert running.returncode == 1
    return str(said)


def test_what_keeps_slack_from_starting(databases: Databases, tmp_path: Path) -> None:
    with databases.fresh("sqlite", tmp_path) as url, FakeSlack.in_thread() as slack:
        half = Program(slack, url, {"DRAGOMAN_SLACK_SIGNING_SECRET": ""})
        assert refused(half).startswith("DRAGOMAN_SLACK_APP_TOKEN: Slack has no way to us; set it for Socket Mode, or ")
        other = Program(slack, url)
        assert refused(other, DRAGOMAN_SLACK_BOT_TOKEN="").startswith("DRAGOMAN_SLACK_BOT_TOKEN: nothing can be ans")
        app = Program(slack, url, {"DRAGOMAN_SLACK_APP_TOKEN": "xapp-1-other"})
        assert refused(app).startswith("slack: the app-level token is not valid; make one with the scope connections:")
        slack.error = "account_inactive"
        assert refused(Program(slack, url)).startswith("slack: the token is not valid, or the app was removed; take a ")
