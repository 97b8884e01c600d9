"""The desk of the scenario tests, in Telegram: a typed line is an update, an answer goes over HTTP to the fake server.

What arrives there is compared with what the desk answered: every line of text, every button and what it carries.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Any

from telegram import Update

from bot.adapters.console import plain_text
from bot.adapters.pace import Rate
from bot.adapters.telegram.adapter import Telegram, make_bot, who_am_i
from bot.adapters.telegram.pace import Limits, Pace
from bot.adapters.telegram.receiving import Receiver
from bot.answering import Answering
from bot.fetching import Fetching
from bot.message import ChatKind, ChatRef, Invocation, Message, Sender
from bot.reply import Buttons, File, Image, Reply
from bot.storage.inbox import Answer
from tests.desk import Said, World
from tests.telegram.people import Person
from tests.telegram.server import BotApi, Chat, Json

AT_ONCE = Rate(0.0, 1_000_000)
UNLIMITED = Limits(10**9, AT_ONCE, AT_ONCE)


@dataclass
class TelegramWorld(World):
    """Messages reach the desk through the adapter."""

    api: BotApi = field(default_factory=BotApi)
    posts: list[Json] = field(default_factory=list)
    updates: dict[str, Json] = field(default_factory=dict)
    waited: list[float] = field(default_factory=list)
    answer: Answer | None = None

    def __post_init__(self) -> None:
        self.bot = self.api.bot()
        self.api.sent.append(self.posts.append)
        self.runner.run(self._open())

    async def _open(self) -> None:
        await self.api.start()
        self.client = make_bot(self.bot.token, self.api.url, Pace(UNLIMITED, sleep=self._sleep))
        self.telegram = Telegram(self.client, await who_am_i(self.client), self.app.file)
        self.answering = Answering(self.app)
        self.answering.attach(self.telegram)
        self.receiver = Receiver(self.telegram, self.answering)
        self._handle = self.app.handle
        self.app.handle = self._handle_and_keep  # type: ignore[method-assign]

    async def _handle_and_keep(self, message: Message) -> Answer:
        self.answer = await self._handle(message)
        return self.answer

    async def _sleep(self, seconds: float) -> None:
        self.waited.append(seconds)

    def tell(self, update: Json) -> list[Json]:
        """An update as it is; what the bot said to it."""
        before = len(self.posts)
        self.runner.run(self._receive({"update_id": self.api.number(), **update}))
        return self.posts[before:]

    def fetch(self) -> None:
        """Fetch the files that are due."""
        self.runner.run(Fetching(self.database, self.telegram, self.clock).fetch_due())

    def hand_of(self, name: str = "Fatma", *, chat: Chat | None = None, topic: int = 0) -> Person:
        """Somebody whose updates a test makes itself."""
        sender, own = self.person(name)
        return Person(self.api, self.bot, int(sender.id), name, chat or self.api.chat(int(own.chat)), topic)

    def close(self) -> None:
        """Stop the server."""
        self.runner.run(self.client.shutdown())
        self.runner.run(self.api.stop())

    def person(self, name: str, language: str = "") -> tuple[Sender, ChatRef]:
        """Somebody with a number."""
        number = _number(name)
        self.api.chat(number)
        return Sender(str(number), name, language), ChatRef("telegram", str(self.bot.id), str(number))

    def group(self, chat: str, thread: str) -> ChatRef:
        """A supergroup; a thread is a topic in it."""
        number = -1_000_000_000_000 - _number(chat)
        topic = str(_number(thread)) if thread else ""
        known = self.api.chat(number, "supergroup")
        known.topics |= {int(topic)} if topic else set()
        return ChatRef("telegram", str(self.bot.id), str(number), ChatKind.GROUP, topic)

    def deliver(self, message: Message) -> Said:
        """As an update, the same for the same message; what cannot be said in Telegram comes directly."""
        if isinstance(message.content, str) and not message.content.strip() and not message.attachments:
            return super().deliver(message)
        update = self.updates.setdefault(message.id, self._update(message))
        before = len(self.posts)
        self.answer = None
        self.runner.run(self._receive(update))
        posts = self.posts[before:]
        reply = self.answer.reply if self.answer else None
        if self.answer and reply and not self.answer.sent:
            if not posts and reply.replaces:  # nothing changed about the post
                posts = [self.api.chat(int(message.chat.chat)).posts[int(message.post_id or 0)]]
            _compare(reply, posts)
        post_id = str(posts[-1]["message_id"]) if posts else ""
        return Said.of(reply, post_id, message)

    async def _receive(self, update: Json) -> None:
        assert await self.receiver.receive(Update.de_json(update, self.client))
        await self.receiver.done()
        await self.answering.done()

    def _update(self, message: Message) -> Json:
        sender, chat = message.sender, message.chat
        known = self.api.chat(int(chat.chat))
        person = Person(self.api, self.bot, int(sender.id), sender.name, known, int(chat.thread or 0))
        if isinstance(message.content, Invocation):
            shown = known.posts.get(int(message.post_id or 0)) or {
                "message_id": 1,
                "date": 0,
                "chat": known.shown,
                "from": {"id": self.bot.id, "is_bot": True, "first_name": "Dragoman"},
            }
            body = person.press_update(shown, message.content.encode())
        else:
            more: dict[str, Any] = {"language": sender.language}
            for file in message.attachments:
                more["document"] = {
                    "file_id": file.reference,
                    "file_unique_id": file.reference,
                    "file_name": file.name,
                    "mime_type": file.media_type,
                    "file_size": file.size,
                }
            reply_to = int(message.reply_to) if message.reply_to else None
            text = {"caption": message.content} if message.attachments else {"text": message.content}
            date = int(self.clock.now.timestamp())
            body = person.update(reply_to=reply_to, date=date, **{k: v for k, v in text.items() if v}, **more)
            body["message"]["from"]["language_code"] = sender.language
        return {"update_id": self.api.number(), **body}


def _compare(reply: Reply, posts: list[Json]) -> None:
    """What arrived is what was answered."""
    texts = [post for post in posts if "text" in post]
    shown = [line.rstrip() for post in texts for line in post["text"].splitlines() if line.strip()]
    words = tuple(block for block in reply.blocks if not isinstance(block, Buttons | Image | File))
    meant = [line.rstrip() for line in plain_text(Reply(words)).splitlines() if line.strip()]
    assert shown == [line.strip() if n == 0 else line for n, line in enumerate(meant)]
    rows = (texts[-1].get("reply_markup") or {}).get("inline_keyboard", []) if texts else []
    buttons = [button for row in rows for button in row]
    assert [button["callback_data"] for button in buttons] == [button.invocation.encode() for button in reply.buttons]
    for button, whole in zip(buttons, reply.buttons, strict=True):
        assert " ".join(whole.label.split()).startswith(button["text"].removesuffix("…"))


def _number(name: str) -> int:
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) + 1
