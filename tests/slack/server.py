"""A small honest Slack: what Slack refuses is refused, in its words. It counts, and waits for nothing but events.

The Web API with its scopes, limits and errors, response_urls, files, and Socket Mode. What Slack brings to us over HTTP
is in ``tests/slack/requests.py``.
"""

import asyncio
import json
import re
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Self

from aiohttp import web

from tests.slack.rules import Json, Refused, check_message, check_view
from tests.slack.scopes import HISTORY, NEEDED
from tests.slack.sockets import Sockets

TEAM = "T0DESK"
BOT_USER, BOT = "U0DRAGOMAN", "B0DRAGOMAN"
EPOCH = 1777874400  # 4 May 2026, 06:00 UTC


@dataclass
class Channel:
    """A channel, or a direct chat (D…), and everything in it."""

    id: str
    is_private: bool = False
    is_shared_by_several: bool = False  # a direct chat of more than two
    has_us: bool = True
    archived: bool = False
    posts: dict[str, Json] = field(default_factory=dict)
    limited: int = 0  # so many posts get a 429 still
    retry_after: int = 1
    drops: str = ""  # "before" or "after": the next post's connection breaks before or after it is there
    hangs: str = ""  # "before" or "after": a post is never answered, and is not there, or is

    @property
    def kind(self) -> str:
        """As the scopes of its history are told apart."""
        if self.id.startswith("D"):
            return "im"
        return "mpim" if self.is_shared_by_several else "private" if self.is_private else "public"


@dataclass
class Held:
    """Calls, or those about one user only, that are not answered until it is ``over``."""

    only: str = ""
    reached: asyncio.Event = field(default_factory=asyncio.Event)
    over: asyncio.Event = field(default_factory=asyncio.Event)


class FakeSlack:
    """The server. ``sent`` hears every message, ephemeral ones too."""

    def __init__(self, scopes: frozenset[str] | None = None) -> None:
        self.url = ""
        self.token, self.app_token = "xoxb-0-desk", "xapp-1-desk"
        self.scopes = scopes if scopes is not None else frozenset(filter(None, NEEDED.values()))
        self.judges = True  # whether blocks are looked at, which takes time that Slack's own server does not cost us
        self.refuses_files = ""  # file_uploads_disabled …; "upload" is that the content is not taken
        self.error = ""  # what every call gets: token_revoked, account_inactive …
        self.errors: dict[str, str] = {}  # what the calls of one method get
        self.held: dict[str, Held] = {}  # methods whose calls are not answered yet
        self.epoch = EPOCH
        self.channels: dict[str, Channel] = {}
        self.users: dict[str, Json] = {}
        self.triggers: dict[str, str] = {}
        self.hooks: dict[str, Json] = {}
        self.views: list[Json] = []
        self.homes: dict[str, Json] = {}
        self.ephemerals: list[Json] = []
        self.files: dict[str, Json] = {}
        self.contents: dict[str, bytes] = {}
        self.calls: Counter[str] = Counter()
        self.sent: list[Callable[[Json], None]] = []
        self.sockets = Sockets()
        self.hanging = threading.Event()  # somebody waits for what never comes
        self._numbers = 0
        self._stopped = asyncio.Event()
        self._runner: web.AppRunner | None = None

    # Set-up --------------------------------------------------------------------------------------------------------

    async def start(self) -> None:
        """Listen on a free port."""
        server = web.Application(client_max_size=64 * 1024 * 1024)
        server.router.add_route("*", "/api/{method}", self._call)
        server.router.add_post("/hook/{id}", self._hook)
        server.router.add_post("/upload/{id}", self._upload)
        server.router.add_get("/files/{id}", self._file)
        server.router.add_get("/socket", self.sockets.connect)
        self._runner = web.AppRunner(server, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"

    async def stop(self) -> None:
        """Stop listening; whoever waits for ever hears so."""
        self._stopped.set()
        await self.sockets.stop()
        if self._runner:
            await self._runner.cleanup()

    @classmethod
    @contextmanager
    def in_thread(cls) -> Iterator[Self]:
        """A server on a thread of its own, for tests that do not run a loop; its time is that of programs."""
        slack = cls()
        slack.epoch = int(time.time())
        loop = asyncio.new_event_loop()
        thread = threading.Thread(target=loop.run_forever)
        thread.start()
        asyncio.run_coroutine_threadsafe(slack.start(), loop).result()
        try:
            yield slack
        finally:
            asyncio.run_coroutine_threadsafe(slack.stop(), loop).result()
            loop.call_soon_threadsafe(loop.stop)
            thread.join()
            loop.close()

    def number(self) -> int:
        """A number that was not used yet."""
        self._numbers += 1
        return self._numbers

    def ts(self) -> str:
        """The id of a new message."""
        number = self.number()
        return f"{self.epoch + number // 1000}.{number % 1000:03}000"

    def channel(self, id_: str) -> Channel:
        """A channel, made at its first mention."""
        return self.channels.setdefault(id_, Channel(id_, is_private=id_.startswith("D")))

    def user(self, id_: str, name: str = "", **flags: Any) -> Json:
        """Somebody; a full member of the workspace if nothing else is said."""
        profile = {"display_name": name or id_, "real_name": name or id_}
        user = {"id": id_, "team_id": TEAM, "name": id_.lower(), "profile": profile, "locale": "en-US", **flags}
        return self.users.setdefault(id_, user)

    def trigger(self) -> str:
        """A trigger id, good until ``expire``."""
        id_ = f"{self.number()}.{EPOCH}.{'0' * 32}"
        self.triggers[id_] = ""
        return id_

    def expire(self, trigger: str) -> None:
        """Three seconds are over."""
        self.triggers[trigger] = "expired_trigger_id"

    def hook(self, channel: str, user: str, ephemeral: str = "", post: str = "") -> str:
        """A response_url, for five answers."""
        id_ = str(self.number())
        self.hooks[id_] = {"channel": channel, "user": user, "uses": 5, "ephemeral": ephemeral, "post": post}
        return f"{self.url}/hook/{id_}"

    # Web API -------------------------------------------------------------------------------------------------------

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        data = await _parameters(request)
        self.calls[method] += 1
        token = request.headers.get("Authorization", "").removeprefix("Bearer ")
        try:
            held = self.held.get(method)
            if held and held.only in ("", data.get("user")):
                held.reached.set()
                await held.over.wait()
            if refused := self.error or self.errors.get(method):
                raise Refused(refused, int(refused) if refused.isdecimal() else 200)
            wanted = self.app_token if method == "apps.connections.open" else self.token
            if token != wanted:
                raise Refused("invalid_auth")
            if method not in NEEDED:
                raise Refused("unknown_method")
            if NEEDED[method] and method != "apps.connections.open" and NEEDED[method] not in self.scopes:
                raise Refused("missing_scope")
            handler = getattr(self, f"_{_snake(method)}")
            result = await handler(data)
        except Refused as refused:
            if refused.status >= 500:  # a gateway in front of Slack
                return web.Response(status=refused.status, text="<html>Bad Gateway</html>")
            answer = {"ok": False, "error": refused.error}
            return web.json_response(answer, status=refused.status, headers=refused.headers)
        except ConnectionAbortedError:
            assert request.transport
            request.transport.abort()
            return web.Response()
        return web.json_response({"ok": True, **result})

    async def _auth_test(self, _data: Json) -> Json:
        return {
            "url": self.url,
            "team": "Desk",
            "team_id": TEAM,
            "user_id": BOT_USER,
            "bot_id": BOT,
            "user": "dragoman",
        }

    async def _users_info(self, data: Json) -> Json:
        if data["user"] not in self.users:
            raise Refused("user_not_found")
        return {"user": self.users[data["user"]]}

    async def _chat_post_message(self, data: Json) -> Json:
        channel = self._writable(data["channel"])
        if self.judges:
            check_message(data)
        if data.get("thread_ts") and data["thread_ts"] not in channel.posts:
            raise Refused("thread_not_found")
        if channel.drops == "before":
            channel.drops = ""
            raise ConnectionAbortedError
        if channel.hangs == "before":
            await self._hang()
        post = self._post(channel, data)
        if channel.hangs == "after":
            await self._hang()
        if channel.drops == "after":
            channel.drops = ""
            raise ConnectionAbortedError
        return {"channel": channel.id, "ts": post["ts"], "message": post}

    async def _hang(self) -> None:
        self.hanging.set()
        await self._stopped.wait()

    def _writable(self, id_: str) -> Channel:
        if id_.startswith(("U", "W")):  # a person: our direct chat with them
            if id_ not in self.users:
                raise Refused("channel_not_found")
            return self.channel(f"D{id_[1:]}")
        channel = self.channels.get(id_)
        if channel is None or (channel.is_private and not channel.has_us):
            raise Refused("channel_not_found")
        if channel.archived:
            raise Refused("is_archived")
        if not channel.has_us and "chat:write.public" not in self.scopes:
            raise Refused("not_in_channel")
        if channel.limited:
            channel.limited -= 1
            raise Refused("ratelimited", 429, **{"Retry-After": str(channel.retry_after)})
        return channel

    def _post(self, channel: Channel, data: Json) -> Json:
        kept = ("text", "blocks", "metadata", "thread_ts")
        post = {
            "type": "message",
            "ts": self.ts(),
            "bot_id": BOT,
            "user": BOT_USER,
            "team": TEAM,
            "channel": channel.id,
        }
        post |= {key: data[key] for key in kept if data.get(key)}
        channel.posts[post["ts"]] = post
        self._tell(post)
        return post

    def _tell(self, post: Json) -> None:
        for hear in self.sent:
            hear(post)

    async def _chat_post_ephemeral(self, data: Json) -> Json:
        channel = self._writable(data["channel"])
        if not channel.has_us:
            raise Refused("not_in_channel")
        check_message(data)
        return {"message_ts": self.whisper(channel.id, data["user"], data)["ts"]}

    def whisper(self, channel: str, user: str, data: Json) -> Json:
        """A message that one person sees."""
        kept = ("text", "blocks", "thread_ts")
        post = {"ts": self.ts(), "channel": channel, "for": user, **{key: data[key] for key in kept if data.get(key)}}
        self.ephemerals.append(post)
        self._tell(post)
        return post

    async def _chat_update(self, data: Json) -> Json:
        channel = self._writable(data["channel"])
        post = channel.posts.get(data["ts"])
        if post is None:
            raise Refused("message_not_found")
        if post.get("bot_id") != BOT:
            raise Refused("cant_update_message")
        check_message(data)
        if channel.hangs:
            await self._hang()
        post |= {"text": data["text"], "blocks": data["blocks"], "edited": True}
        if data.get("metadata"):
            post["metadata"] = data["metadata"]
        self._tell(post)
        return {"channel": channel.id, "ts": post["ts"], "text": data["text"]}

    async def _conversations_open(self, data: Json) -> Json:
        if data["users"] not in self.users:
            raise Refused("user_not_found")
        return {"channel": {"id": self.channel(f"D{data['users'][1:]}").id}}

    async def _conversations_history(self, data: Json) -> Json:
        """Newest first."""
        posts = [post for post in self._readable(data).posts.values() if not post.get("thread_ts")]
        return _page(data, [post for post in posts[::-1] if _is_within(post, data)])

    async def _conversations_replies(self, data: Json) -> Json:
        """Oldest first, the head of the thread before all, whatever is asked for."""
        posts = self._readable(data).posts
        if data["ts"] not in posts:
            raise Refused("thread_not_found")
        replies = [post for post in posts.values() if post.get("thread_ts") == data["ts"] != post["ts"]]
        return _page(data, [posts[data["ts"]], *(post for post in replies if _is_within(post, data))])

    def _readable(self, data: Json) -> Channel:
        channel = self.channels.get(data["channel"])
        if channel is None or (channel.is_private and not channel.has_us):
            raise Refused("channel_not_found")
        if not channel.has_us:
            raise Refused("not_in_channel")
        if HISTORY[channel.kind] not in self.scopes:
            raise Refused("missing_scope")
        return channel

    # Views and files -----------------------------------------------------------------------------------------------

    async def _views_open(self, data: Json) -> Json:
        state = self.triggers.get(data["trigger_id"], "invalid_trigger_id")
        if state:
            raise Refused(state)
        check_view(data["view"])
        self.triggers[data["trigger_id"]] = "exchanged_trigger_id"
        view = {"id": f"V{self.number()}", "team_id": TEAM, "hash": "h", "bot_id": BOT, **data["view"]}
        self.views.append(view)
        return {"view": view}

    async def _views_publish(self, data: Json) -> Json:
        check_view(data["view"])
        self.homes[data["user_id"]] = {"id": f"V{self.number()}", "team_id": TEAM, **data["view"]}
        return {"view": self.homes[data["user_id"]]}

    async def _files_get_upload_urlexternal(self, data: Json) -> Json:
        id_ = f"F{self.number()}"
        self.files[id_] = {"id": id_, "name": data["filename"], "size": int(data["length"]), "alt": data.get("alt_txt")}
        return {"upload_url": f"{self.url}/upload/{id_}", "file_id": id_}

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        if self.refuses_files == "upload":
            return web.Response(status=503, text="upload failed")
        self.contents[request.match_info["id"]] = await request.read()
        return web.Response(text=f"OK - {len(self.contents[request.match_info['id']])}")

    async def _files_complete_upload_external(self, data: Json) -> Json:
        channel = self.channels.get(data["channel_id"])
        if channel is None or (channel.is_private and not channel.has_us):
            raise Refused("channel_not_found")
        if not channel.has_us:  # chat:write.public is for posts alone
            raise Refused("not_in_channel")
        channel = self._writable(channel.id)
        if self.refuses_files:
            raise Refused(self.refuses_files)
        if data.get("thread_ts") and data["thread_ts"] not in channel.posts:
            raise Refused("thread_not_found")
        if any(file["id"] not in self.contents for file in data["files"]):
            raise Refused("file_not_found")
        files: list[Json] = [{**self.files[file["id"]], "title": file["title"]} for file in data["files"]]
        post: Json = {"ts": self.ts(), "channel": channel.id, "bot_id": BOT, "user": BOT_USER, "files": files}
        post |= {"thread_ts": data["thread_ts"]} if data.get("thread_ts") else {}
        if channel.drops == "before upload":
            channel.drops = ""
            raise ConnectionAbortedError
        channel.posts[post["ts"]] = post
        self._tell(post)
        if channel.drops == "after upload":
            channel.drops = ""
            raise ConnectionAbortedError
        return {"files": files}

    async def _files_info(self, data: Json) -> Json:
        file = self.files.get(data["file"])
        if file is None:
            raise Refused("file_not_found")
        return {"file": {"url_private_download": f"{self.url}/files/{file['id']}", **file}}

    async def _file(self, request: web.Request) -> web.StreamResponse:
        if request.headers.get("Authorization") != f"Bearer {self.token}":
            raise web.HTTPFound(f"{self.url}/login")
        return web.Response(body=self.contents[request.match_info["id"]])

    async def _hook(self, request: web.Request) -> web.StreamResponse:
        hook = self.hooks.get(request.match_info["id"])
        data = await request.json()
        if hook is None or hook["uses"] == 0:
            return web.Response(status=404, text="used_url")
        hook["uses"] -= 1
        if data.get("delete_original"):
            self.ephemerals = [post for post in self.ephemerals if post["ts"] != hook["ephemeral"]]
            return web.Response(text="ok")
        try:
            check_message(data)
        except Refused as refused:
            return web.Response(status=400, text=refused.error)
        if data.get("replace_original"):
            own = [post for post in self.ephemerals if post["ts"] == hook["ephemeral"]]
            post = own[0] if own else self.channels[hook["channel"]].posts[hook["post"]]
            post |= {"text": data["text"], "blocks": data["blocks"], "edited": True}
            self._tell(post)
        elif data.get("response_type") == "in_channel":
            known = Channel(hook["channel"], is_private=True, has_us=False)
            self._post(self.channels.setdefault(hook["channel"], known), data)
        else:
            self.whisper(hook["channel"], hook["user"], data)
        return web.Response(text="ok")

    async def _apps_connections_open(self, _data: Json) -> Json:
        return {"url": self.url.replace("http", "ws") + f"/socket?ticket={self.sockets.ticket()}"}


def _is_within(post: Json, data: Json) -> bool:
    oldest, latest, ts = float(data.get("oldest") or 0), float(data.get("latest") or "inf"), float(post["ts"])
    return oldest <= ts <= latest if data.get("inclusive") else oldest < ts < latest


def _page(data: Json, posts: list[Json]) -> Json:
    start, limit = int(data.get("cursor") or 0), int(data["limit"])
    page = posts[start : start + limit]
    if not data.get("include_all_metadata"):
        page = [{key: value for key, value in post.items() if key != "metadata"} for post in page]
    more = str(start + limit) if len(posts) > start + limit else ""
    return {"messages": page, "has_more": bool(more), "response_metadata": {"next_cursor": more}}


async def _parameters(request: web.Request) -> Json:
    data: Json = {key: json.loads(value) if value[:1] in "[{" else value for key, value in request.query.items()}
    if request.content_type == "application/json":
        return data | (await request.json() if request.can_read_body else {})
    for key, value in (await request.post()).items():
        assert isinstance(value, str)
        data[key] = json.loads(value) if value[:1] in "[{" else value
    return data


def _snake(method: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", method).replace(".", "_").lower()
