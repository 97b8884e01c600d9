"""The desk of the scenario tests, in Slack: what is typed is a signed request over HTTP, or an envelope on a socket;
an answer goes over HTTP to the fake server.

What arrives there is compared with what the desk answered: every line of text, every button and what it carries.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from bot.adapters.console import plain_text
from bot.adapters.pace import Rate
from bot.adapters.slack.adapter import Slack
from bot.adapters.slack.bolt import make_bolt
from bot.adapters.slack.client import close_client, make_client, who_am_i
from bot.adapters.slack.pace import Pace
from bot.adapters.slack.receiving import Receiver
from bot.adapters.slack.render import SECTION
from bot.adapters.slack.signing import Gate, http_handler
from bot.adapters.slack.slashes import Slashes
from bot.adapters.slack.sockets import Socket
from bot.adapters.slack.workspaces import Workspaces
from bot.answering import Answering
from bot.message import ChatKind, ChatRef, Invocation, Message, Sender
from bot.parsing.command_line import split_command
from bot.reply import Buttons, File, Image, Reply
from bot.storage.inbox import Answer
from bot.web import serving
from tests.desk import Said, World
from tests.slack.requests import SECRET, Http, Payloads
from tests.slack.rules import Json
from tests.slack.scopes import ALL
from tests.slack.server import BOT, BOT_USER, TEAM, FakeSlack

UNLIMITED = Rate(0.0, 1_000_000)
COMMANDS = ("log", "partner", "upcoming", "kayit", "kent", "takvim")


@dataclass
class SlackWorld(World):
    """Messages reach the desk through the adapter, over HTTP."""

    slack: FakeSlack = field(default_factory=lambda: FakeSlack(ALL))
    posts: list[Json] = field(default_factory=list)
    requests: dict[str, tuple[str, Json]] = field(default_factory=dict)
    asked: dict[tuple[ChatRef, str], bool] = field(default_factory=dict)
    answer: Answer | None = None

    def __post_init__(self) -> None:
        self.slack.sent.append(lambda post: self.posts.append(dict(post)))
        self.payloads = Payloads(self.slack)
        self.runner.run(self._open())

    async def _open(self) -> None:
        await self.slack.start()
        self.client = make_client(self.slack.token, f"{self.slack.url}/api/")
        self.workspace = await who_am_i(self.client)
        self.workspaces = Workspaces([self.workspace])
        slashes = Slashes(self.app.router.names, frozenset(COMMANDS))
        self.adapter = Slack(self.client, self.workspace, self.workspaces, self.app.file, Pace(UNLIMITED), slashes)
        self.adapter.people.asking = 30.0  # no test depends on speed
        self.answering = Answering(self.app)
        self.answering.attach(self.adapter)
        self.receiver = Receiver(self.adapter, self.answering, self.app.router.names)
        self.bolt = make_bolt(self.receiver, self.workspaces, lambda workspace: None)
        self._handle = self.app.handle
        self.app.handle = self._handle_and_keep  # type: ignore[method-assign]
        await self._listen()

    async def _listen(self) -> None:
        self.server = serving("127.0.0.1", 0, {"/slack/events": http_handler(self.bolt, Gate(SECRET))})
        port = await self.server.__aenter__()
        self.http = Http(f"http://127.0.0.1:{port}/slack/events", aiohttp.ClientSession())

    async def _deaf(self) -> None:
        await self.http.session.close()
        await self.server.__aexit__(None, None, None)

    async def _handle_and_keep(self, message: Message) -> Answer:
        self.answer = await self._handle(message)
        return self.answer

    def close(self) -> None:
        """Stop both servers."""
        self.runner.run(self._deaf())
        self.runner.run(close_client(self.client))
        self.runner.run(self.slack.stop())

    def person(self, name: str, language: str = "") -> tuple[Sender, ChatRef]:
        """Somebody in the workspace: a guest, so that they are nobody until they are invited."""
        number = _number(name)
        self.slack.user(f"U{number}", name, is_restricted=True, locale=f"{language or 'en'}-XX")
        self.slack.channel(f"D{number}")
        return Sender(f"U{number}", name, language), ChatRef("slack", TEAM, f"D{number}")

    def group(self, chat: str, thread: str) -> ChatRef:
        """A channel."""
        channel = f"C{_number(chat)}"
        self.slack.channel(channel)
        return ChatRef("slack", TEAM, channel, ChatKind.GROUP, thread)

    def deliver(self, message: Message) -> Said:
        """As a request, the same for the same message; what Slack would not bring us comes directly."""
        if message.id not in self.requests and not self._is_brought(message):
            return super().deliver(message)
        way, body = self.requests.setdefault(message.id, self._request(message))
        before = len(self.posts)
        self.answer = None
        self.runner.run(self.bring(way, body))
        posts = self.posts[before:]
        reply = self.answer.reply if self.answer else None
        if self.answer and reply and not self.answer.sent:
            _compare(self.adapter.slashes.suit(reply, message.chat.kind), posts)
        shown = [post for post in posts if "blocks" in post]
        if reply and reply.asks:
            self.asked[message.chat, message.sender.id] = True
        return Said.of(reply, shown[-1]["ts"] if shown else "", message)

    def _is_brought(self, message: Message) -> bool:
        """A channel's talk is not for us: without a mention Slack keeps it. Nothing empty is ever sent.

        Who answers a card or a question of ours mentions us; who talks to others does not.
        """
        if isinstance(message.content, Invocation):
            return message.post_id is not None
        if not message.content.strip() and not message.attachments:
            return False
        group = message.chat.kind is ChatKind.GROUP
        asked = self.asked.pop((message.chat, message.sender.id), False)
        return not group or asked or bool(message.reply_to) or split_command(message.content) is not None

    async def bring(self, way: str, body: Json) -> None:
        """Bring a request, until everything is done."""
        status: Any = await getattr(self.http, way)(body)
        assert status in (200, (200, ""))
        await self.receiver.done()
        await self.answering.done()

    def _post(self, channel: str, ts: str) -> Json:
        own = [post for post in self.slack.ephemerals if post["ts"] == ts]
        return self.slack.channel(channel).posts.get(ts) or next(iter(own), {"ts": ts})

    def _request(self, message: Message) -> tuple[str, Json]:
        user, channel = message.sender.id, message.chat.chat
        if isinstance(message.content, Invocation):
            post = self._post(channel, message.post_id or "")
            return "interact", self.payloads.press(user, {"channel": channel, **post}, message.content.encode())
        text = message.content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        command = split_command(message.content)
        if command and command[0] in COMMANDS and not message.reply_to and not message.attachments:
            name, _, arguments = text.partition(" ")
            if name == f"/{command[0]}":
                body = self.payloads.command(user, channel, name, arguments)
                self.slack.expire(body["trigger_id"])  # a form that Slack does not open is asked in words
                return "command", body
        more: dict[str, Any] = {}
        if message.attachments:
            files = [
                {"id": file.reference, "name": file.name, "mimetype": file.media_type, "size": file.size}
                for file in message.attachments
            ]
            more = {"files": files, **({} if message.chat.kind is ChatKind.GROUP else {"subtype": "file_share"})}
        mention = message.chat.kind is ChatKind.GROUP
        said = self.payloads.said(
            *(user, channel, f"<@{BOT_USER}> {text}" if mention else text),
            mention=mention,
            thread=self._post(channel, message.reply_to).get("thread_ts", message.reply_to) if message.reply_to else "",
            **more,
        )
        return "event", said


@dataclass
class SocketWorld(SlackWorld):
    """The same over Socket Mode."""

    async def _listen(self) -> None:
        self.socket = Socket(self.bolt, self.client, self.slack.app_token)
        await self.socket.open()
        await self.slack.sockets.until_connected(1)

    async def _deaf(self) -> None:
        await self.socket.close()

    async def bring(self, way: str, body: Json) -> None:
        """Bring an envelope, until everything is done."""
        type_ = {"event": "events_api", "command": "slash_commands", "interact": "interactive"}[way]
        id_ = await self.slack.sockets.send(type_, body)
        assert await self.slack.sockets.until_acked(id_) is None
        await self.receiver.done()
        await self.answering.done()


def _compare(reply: Reply, posts: list[Json]) -> None:
    """What arrived is what was answered."""
    blocks = [block for post in posts for block in post.get("blocks", [])]
    shown = [line for block in blocks for line in lines_of(block) if line.strip()]
    words = tuple(block for block in reply.blocks if not isinstance(block, Buttons | Image | File))
    meant = [line for line in plain_text(Reply(words)).splitlines() if line.strip()]
    if any(len(line) > SECTION for line in meant):  # a line that is longer than a block goes on in the next
        shown, meant = "".join(shown).split(" "), "".join(meant).split(" ")
    assert shown == meant or not words
    elements = [element for block in blocks if block["type"] == "actions" for element in block["elements"]]
    assert [element["value"] for element in elements] == [button.invocation.encode() for button in reply.buttons]
    for element, whole in zip(elements, reply.buttons, strict=True):
        assert " ".join(whole.label.split()).startswith(element["text"]["text"].removesuffix("…"))
    assert all(post.get("text") for post in posts if "blocks" in post)


def lines_of(block: Json) -> list[str]:
    """The lines of text in a block."""
    if block["type"] == "table":
        return [" · ".join(cell["text"] for cell in row if cell["text"].strip()) for row in block["rows"]]
    sections = block["elements"] if block["type"] == "rich_text" else []
    return "".join(element["text"] for section in sections for element in section["elements"]).split("\n")


def _number(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8].upper()


__all__ = ["BOT", "COMMANDS", "SlackWorld", "SocketWorld"]
