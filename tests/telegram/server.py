"""A Bot API server that keeps Telegram's rules: what it refuses is refused, an update is kept until its offset is
passed or its webhook has said 200, a second poller gets 409. It counts, and waits for nothing but events."""

import asyncio
import json
import re
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web

from tests.telegram.rules import Refused, bad_request, check_commands, check_keyboard, check_text

Json = dict[str, Any]
DATE = 1777874400  # 4 May 2026, 06:00 UTC


@dataclass
class Chat:
    """A chat, and everything that was said in it."""

    id: int
    type: str = "private"
    posts: dict[int, Json] = field(default_factory=dict)
    topics: set[int] = field(default_factory=set)
    blocked: str = ""
    moved_to: int = 0
    limited: int = 0  # so many sends get a 429 still
    retry_after: int = 1
    hangs: bool = False  # a send to it is never answered
    no_files: set[str] = field(default_factory=set)  # kinds that nobody may send here
    breaks: int = 0  # so many sends end without an answer still, and nothing is there

    @property
    def shown(self) -> Json:
        """As it stands in a message."""
        more = {"title": f"Group {self.id}"} if self.type != "private" else {"first_name": "Fatma"}
        return {"id": self.id, "type": self.type, **more} | ({"is_forum": True} if self.topics else {})


@dataclass
class Bot:
    """One bot and what waits for it."""

    id: int
    token: str
    updates: list[Json] = field(default_factory=list)
    webhook: Json = field(default_factory=dict)
    webhook_error: Json = field(default_factory=dict)
    menus: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    hears_all: bool = False
    is_revoked: bool = False
    poller: object = None
    arrived: asyncio.Event = field(default_factory=asyncio.Event)


class Broken(Exception):
    """The line breaks in the middle of a call."""


class BotApi:
    """The server. ``sent`` hears every message of a bot."""

    def __init__(self) -> None:
        self.url = ""
        self.bots: dict[str, Bot] = {}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, bytes] = {}
        self.file_errors: list[str] = []
        self.hangs_at_presses = False
        self.calls: Counter[str] = Counter()
        self.sent: list[Callable[[Json], None]] = []
        self.pressed: dict[str, bool] = {}
        self.shown: dict[str, list[Json]] = {}
        self.edits: list[Json] = []
        self._numbers = 0
        self._loop: asyncio.AbstractEventLoop | None = None
        self._runner: web.AppRunner | None = None
        self._delivering: set[asyncio.Task[None]] = set()

    # Set-up --------------------------------------------------------------------------------------------------------

    def bot(self, id_: int = 7000001) -> Bot:
        """A new bot."""
        token = f"{id_}:AA{'t' * 33}"
        self.bots[token] = Bot(id_, token)
        return self.bots[token]

    def chat(self, id_: int, type_: str = "private") -> Chat:
        """A chat, made at its first mention."""
        return self.chats.setdefault(id_, Chat(id_, type_))

    def number(self) -> int:
        """A number that was not used yet."""
        self._numbers += 1
        return self._numbers

    def push(self, bot: Bot, update: Json) -> Json:
        """Let an update arrive, from any thread; with its number."""
        update = {"update_id": self.number() + 500_000, **update}
        assert self._loop
        self._loop.call_soon_threadsafe(self._arrive, bot, update)
        return update

    def _arrive(self, bot: Bot, update: Json) -> None:
        bot.updates.append(update)
        bot.arrived.set()
        if bot.webhook:
            self._start_delivering(bot)

    # The server ----------------------------------------------------------------------------------------------------

    async def start(self, port: int = 0) -> None:
        """Listen on a port of this machine, a free one by default."""
        self._loop = asyncio.get_running_loop()
        server = web.Application(client_max_size=64 * 1024 * 1024)
        server.router.add_route("*", "/bot{token}/{method}", self._call)
        server.router.add_get("/file/bot{token}/{path:.*}", self._file)
        self._runner = web.AppRunner(server, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", port)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"

    async def stop(self) -> None:
        """Stop listening; whoever waits for updates hears so."""
        self.end_polls()
        for task in self._delivering:
            task.cancel()
        if self._runner:
            await self._runner.cleanup()

    def end_polls(self) -> None:
        """Nobody waits for updates any longer."""
        for bot in self.bots.values():
            bot.poller = None
            bot.arrived.set()

    async def poll_once(self, bot: Bot) -> None:
        """Another program asks for the bot's updates."""
        url = f"{self.url}/bot{bot.token}/getUpdates"
        async with aiohttp.ClientSession() as session, session.post(url) as response:
            await response.read()

    @classmethod
    @contextmanager
    def in_thread(cls) -> Iterator["BotApi"]:
        """A server on a thread of its own, for tests that do not run a loop."""
        api = cls()
        loop = asyncio.new_event_loop()
        thread = threading.Thread(target=loop.run_forever)
        thread.start()
        asyncio.run_coroutine_threadsafe(api.start(), loop).result()
        try:
            yield api
        finally:
            asyncio.run_coroutine_threadsafe(api.stop(), loop).result()
            loop.call_soon_threadsafe(loop.stop)
            thread.join()
            loop.close()

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        data, files = await _parameters(request)
        self.calls[method] += 1
        bot = self.bots.get(request.match_info["token"])
        try:
            if bot is None or bot.is_revoked:
                raise Refused(401, "Unauthorized")
            handler = getattr(self, f"_{_snake(method)}", None)
            if handler is None:
                raise Refused(404, "Not Found: method not found")
            result = await handler(bot, data, files)
        except Broken:
            if request.transport:
                request.transport.abort()
            return web.Response()
        except Refused as refused:
            answer: Json = {"ok": False, "error_code": refused.code, "description": refused.description}
            if refused.parameters:
                answer["parameters"] = refused.parameters
            return web.json_response(answer, status=refused.code)
        return web.json_response({"ok": True, "result": result})

    # Methods -------------------------------------------------------------------------------------------------------

    async def _get_me(self, bot: Bot, _data: Json, _files: Json) -> Json:
        return {
            "id": bot.id,
            "is_bot": True,
            "first_name": "Dragoman",
            "username": "desk_bot",
            "can_join_groups": True,
            "can_read_all_group_messages": bot.hears_all,
            "supports_inline_queries": True,
        }

    async def _get_updates(self, bot: Bot, data: Json, _files: Json) -> list[Json]:
        if bot.webhook:
            raise Refused(409, "Conflict: can't use getUpdates method while webhook is active")
        offset, timeout = int(data.get("offset", 0)), float(data.get("timeout", 0))
        if offset:
            bot.updates = [update for update in bot.updates if update["update_id"] >= offset]
        mine = bot.poller = object()
        bot.arrived.set()  # an older poll hears of the new one
        bot.arrived = asyncio.Event()
        with suppress(TimeoutError):
            async with asyncio.timeout(timeout):
                while not bot.updates and bot.poller is mine:
                    await bot.arrived.wait()
                    if bot.poller is mine:
                        bot.arrived.clear()
        if bot.poller is not mine:
            other = "setWebhook" if bot.webhook else "other getUpdates"
            raise Refused(409, f"Conflict: terminated by {other} request")
        bot.poller = None
        return bot.updates[: int(data.get("limit", 100))]

    async def _delete_webhook(self, bot: Bot, _data: Json, _files: Json) -> bool:
        bot.webhook = {}
        return True

    async def _set_webhook(self, bot: Bot, data: Json, _files: Json) -> bool:
        if not data["url"].startswith("https://"):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        bot.webhook = data
        self._start_delivering(bot)
        return True

    async def _get_webhook_info(self, bot: Bot, _data: Json, _files: Json) -> Json:
        url = bot.webhook.get("url", "")
        info = {"url": url, "has_custom_certificate": False, "pending_update_count": len(bot.updates)}
        return info | bot.webhook_error

    async def _set_my_commands(self, bot: Bot, data: Json, _files: Json) -> bool:
        check_commands(data["commands"])
        bot.menus[data["scope"]["type"], data.get("language_code", "")] = data["commands"]
        return True

    async def _send_message(self, bot: Bot, data: Json, _files: Json) -> Json:
        chat = await self._writable(data)
        check_text(data["text"], data.get("entities", []))
        check_keyboard(data.get("reply_markup"))
        return self._post(bot, chat, data, {"text": data["text"], "entities": data.get("entities", [])})

    async def _edit_message_text(self, bot: Bot, data: Json, _files: Json) -> Json:
        chat = await self._writable(data)
        post = chat.posts.get(int(data["message_id"]))
        if post is None or post["from"]["id"] != bot.id:
            raise bad_request("message to edit not found")
        check_text(data["text"], data.get("entities", []))
        check_keyboard(data.get("reply_markup"))
        new = {"text": data["text"], "entities": data.get("entities", []), "reply_markup": data.get("reply_markup")}
        if all(post.get(key) == value for key, value in new.items()):
            raise bad_request("message is not modified")
        post |= new
        self.edits.append(post)
        self._tell(post)
        return in_an_update(post)

    async def _send_document(self, bot: Bot, data: Json, files: Json) -> Json:
        return await self._send_file(bot, data, files["document"], "document")

    async def _send_photo(self, bot: Bot, data: Json, files: Json) -> Json:
        if not files["photo"][1].startswith((b"\xff\xd8", b"\x89PNG")):
            raise bad_request("IMAGE_PROCESS_FAILED")
        return await self._send_file(bot, data, files["photo"], "photo")

    async def _send_file(self, bot: Bot, data: Json, file: tuple[str, bytes], kind: str) -> Json:
        chat = await self._writable(data)
        check_text(data.get("caption", ""), [], 1024)
        if kind in chat.no_files:
            raise bad_request(f"not enough rights to send {kind}s to the chat")
        id_ = f"file{self.number()}"
        self.files[id_] = file[1]
        size = {"file_id": id_, "file_unique_id": id_, "file_size": len(file[1])}
        what: Any = [{**size, "width": 1, "height": 1}] if kind == "photo" else {**size, "file_name": file[0]}
        return self._post(bot, chat, data, {kind: what, "caption": data.get("caption", "")})

    async def _answer_callback_query(self, _bot: Bot, data: Json, _files: Json) -> bool:
        while self.hangs_at_presses:
            await asyncio.sleep(3600)
        if data["callback_query_id"] not in self.pressed or self.pressed[data["callback_query_id"]]:
            raise bad_request("query is too old and response timeout expired or query ID is invalid")
        self.pressed[data["callback_query_id"]] = True
        return True

    async def _answer_inline_query(self, _bot: Bot, data: Json, _files: Json) -> bool:
        for result in data["results"]:
            if not 1 <= len(result["id"].encode()) <= 64 or not result["title"]:
                raise bad_request("RESULT_ID_INVALID")
            content = result["input_message_content"]
            check_text(content["message_text"], content.get("entities", []))
        self.shown[data["inline_query_id"]] = data["results"]
        return True

    async def _get_file(self, _bot: Bot, data: Json, _files: Json) -> Json:
        content = self.files.get(data["file_id"])
        if self.file_errors:
            raise bad_request(self.file_errors.pop())
        if content is None:
            raise bad_request("invalid file_id")
        if len(content) > 20 * 1024 * 1024:
            raise bad_request("file is too big")
        id_ = data["file_id"]
        return {"file_id": id_, "file_unique_id": id_, "file_size": len(content), "file_path": f"documents/{id_}"}

    async def _file(self, request: web.Request) -> web.StreamResponse:
        return web.Response(body=self.files[request.match_info["path"].rpartition("/")[2]])

    # Posts ---------------------------------------------------------------------------------------------------------

    async def _writable(self, data: Json) -> Chat:
        chat = self.chats.get(int(data["chat_id"]))
        if chat is None:
            raise bad_request("chat not found")
        if chat.moved_to:
            what = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Refused(400, what, migrate_to_chat_id=chat.moved_to)
        if chat.blocked:
            code = 400 if "rights" in chat.blocked else 403
            raise Refused(code, f"{'Bad Request' if code == 400 else 'Forbidden'}: {chat.blocked}")
        if chat.limited:
            chat.limited -= 1
            after = chat.retry_after
            raise Refused(429, f"Too Many Requests: retry after {after}", retry_after=after)
        if chat.breaks:
            chat.breaks -= 1
            raise Broken
        while chat.hangs:
            await asyncio.sleep(3600)
        thread = data.get("message_thread_id")
        if thread is not None and int(thread) not in chat.topics:
            raise bad_request("message thread not found")
        answered = (data.get("reply_parameters") or {}).get("message_id")
        if (
            answered is not None
            and answered not in chat.posts
            and not data["reply_parameters"].get("allow_sending_without_reply")
        ):
            raise bad_request("message to be replied not found")
        return chat

    def _post(self, bot: Bot, chat: Chat, data: Json, content: Json) -> Json:
        me = {"id": bot.id, "is_bot": True, "first_name": "Dragoman", "username": "desk_bot"}
        post = {"message_id": self.number(), "date": DATE, "chat": chat.shown, "from": me, **content}
        for key in ("reply_markup", "message_thread_id", "reply_parameters"):
            if data.get(key) is not None:
                post[key] = data[key]
        if "message_thread_id" in post:
            post["is_topic_message"] = True
        chat.posts[post["message_id"]] = post
        self._tell(post)
        return in_an_update(post)

    def _tell(self, post: Json) -> None:
        for hear in self.sent:
            hear(post)

    # Webhooks ------------------------------------------------------------------------------------------------------

    def _start_delivering(self, bot: Bot) -> None:
        for task in self._delivering:
            if task.get_name() == bot.token and not task.done():
                return
        task = asyncio.get_running_loop().create_task(self._deliver(bot), name=bot.token)
        self._delivering.add(task)
        task.add_done_callback(self._delivering.discard)

    async def _deliver(self, bot: Bot) -> None:
        """One after the other until each is taken, as Telegram does it for one chat."""
        async with aiohttp.ClientSession() as session:
            while bot.updates and bot.webhook:
                # The proxy that takes TLS off, as in front of every such desk.
                url, secret = bot.webhook["url"].replace("https:", "http:"), bot.webhook.get("secret_token", "")
                headers = {"X-Telegram-Bot-Api-Secret-Token": secret}
                with suppress(aiohttp.ClientError):
                    async with session.post(url, json=bot.updates[0], headers=headers) as response:
                        if response.status == 200:
                            bot.updates.pop(0)
                            continue
                await asyncio.sleep(0.05)


def in_an_update(post: Json) -> Json:
    """A post as Telegram shows it to a bot: of the markup only inline keyboards."""
    forced = "force_reply" in (post.get("reply_markup") or {})
    hidden = {"reply_parameters", "reply_markup"} if forced else {"reply_parameters"}
    return {key: value for key, value in post.items() if key not in hidden and value is not None}


async def _parameters(request: web.Request) -> tuple[Json, dict[str, tuple[str, bytes]]]:
    """The parameters, those in JSON read, and the files."""
    data: Json = {}
    files: dict[str, tuple[str, bytes]] = {}
    if request.content_type == "multipart/form-data":
        async for part in await request.multipart():
            assert isinstance(part, aiohttp.BodyPartReader)
            # As it stands there: Telegram decodes nothing in it.
            named = re.fullmatch(
                r'form-data; name="([^";]*)"(?:; filename="([^";]*)")?', part.headers["Content-Disposition"]
            )
            assert named, part.headers["Content-Disposition"]
            if named[2] is None:
                data[named[1]] = _read(named[1], await part.text())
            else:
                files[named[1]] = (named[2], bytes(await part.read()))
    else:
        data = {key: _read(key, str(value)) for key, value in (await request.post()).items()}
    # The library puts a file under a name of its own and refers to it: attach://NAME.
    for key, value in list(data.items()):
        if isinstance(value, str) and value.startswith("attach://"):
            files[key] = files[value.removeprefix("attach://")]
    return data, files


_IN_JSON = ("entities", "reply_markup", "commands", "scope", "results", "reply_parameters", "allowed_updates")


def _read(key: str, value: str) -> Any:
    if key in (*_IN_JSON, "link_preview_options"):
        return json.loads(value)
    return int(value) if key in ("message_thread_id", "chat_id", "message_id") else value


def _snake(method: str) -> str:
    return "".join(f"_{c.lower()}" if c.isupper() else c for c in method)
