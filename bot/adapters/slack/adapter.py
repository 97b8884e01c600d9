"""Slack as a platform: sends replies in one workspace, and says what became of each."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Any

import aiohttp
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

from bot.adapters.base import Delivery, FileLike, Gone, Outcome, PlatformStopped, Retry, Sent, Uncertain
from bot.adapters.slack.client import LIBRARY, NO_WAY_IN, REVOKED, SHUT_OUT, TIMEOUT, UNSURE, error_of
from bot.adapters.slack.doors import Doors
from bot.adapters.slack.files import download
from bot.adapters.slack.pace import Pace
from bot.adapters.slack.parse import PLATFORM, Place
from bot.adapters.slack.people import People
from bot.adapters.slack.render import Post, Upload, render
from bot.adapters.slack.workspaces import Workspace, Workspaces
from bot.message import ChatKind, ChatRef, Sender
from bot.reply import Reply, Visibility

_log = logging.getLogger(__name__)

METADATA = "dragoman_answer"
LOOKED_BACK = 200
"""Posts of a channel among which an uncertain one is looked for."""
MOMENT = 1.0
"""Seconds after a broken connection before that."""
_NOT_TO_EDIT = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
_DROPPED = (aiohttp.ClientConnectionError, aiohttp.ClientPayloadError)

FileOf = Callable[[ChatRef, int], Awaitable[FileLike | None]]


class Slack:
    """One workspace. ``file_of`` gives the stored files that replies show."""

    platform = PLATFORM

    def __init__(
        self,
        client: AsyncWebClient,
        workspace: Workspace,
        workspaces: Workspaces,
        file_of: FileOf,
        pace: Pace | None = None,
    ) -> None:
        self.client = client
        self.workspace = workspace
        self.account = workspace.account
        self.people = People(client, workspace)
        self.doors = Doors()
        self._workspaces = workspaces
        self._file_of = file_of
        self._pace = pace or Pace()

    async def send(self, chat: ChatRef, reply: Reply, delivery: Delivery) -> Outcome:
        """The port's ``send``; what Slack refuses for good is left out and logged."""
        if not self._workspaces.is_open(self.workspace):
            return Gone("the app was removed", whole_chat=False)
        try:
            return Sent(await self._send(chat, reply, delivery))
        except SlackApiError as error:
            return _outcome(error, chat)
        except (aiohttp.ClientError, TimeoutError, SlackRequestError) as error:
            return Uncertain(type(error).__name__)

    async def vouch(self, chat: ChatRef, sender: Sender) -> Sender | None:
        """Full members of the workspace are of the house; guests and people of other workspaces are not."""
        return await self.people.vouch(sender.id)

    async def download(self, reference: str, largest: int) -> bytes:
        """The content of an attachment. Raises as the port says."""
        return await download(self.client, reference, largest)

    # Posts ---------------------------------------------------------------------------------------------------------

    async def _send(self, chat: ChatRef, reply: Reply, delivery: Delivery) -> tuple[str, ...]:
        parts = render(reply)
        posts = [part for part in parts if isinstance(part, Post)]
        alone = reply.visibility is Visibility.SENDER and chat.kind is ChatKind.GROUP and bool(delivery.sender)
        old = Place.read(delivery.replaces)
        if old.ts and len(parts) == len(posts) == 1 and await self._replace(chat, posts[0], delivery, alone):
            return () if old.is_ephemeral else (old.ts,)
        there = await self._find(chat, delivery) if delivery.is_again and not alone else {}
        sent = []
        for number, post in enumerate(posts):
            if alone:
                await self._whisper(chat, post, delivery)
            elif number in there:
                sent.append(there[number])
            elif ts := await self._post(chat, post, delivery, number):
                sent.append(ts)
        for part in parts:
            if isinstance(part, Upload):
                await self._upload(chat, part, delivery)
        if sent and delivery.answers:
            sent.append(delivery.answers)  # the thread is about what was shown in it
        return tuple(sent)

    async def _post(self, chat: ChatRef, post: Post, delivery: Delivery, number: int) -> str | None:
        """The new post's id; None where it could not go to the channel itself and went another way."""
        send = partial(
            self.client.chat_postMessage,
            thread_ts=_thread(delivery),
            metadata=_metadata(delivery.key, number),
            **_body(post),
        )
        await self._pace.wait(chat.chat)
        try:
            response = await send(channel=chat.chat)
        except SlackApiError as error:
            if error_of(error) not in NO_WAY_IN or not delivery.sender:
                raise
            # A direct chat that is not ours is one of two other people: what is for one stays with them.
            seen = "ephemeral" if chat.kind is ChatKind.DIRECT else "in_channel"
            if not await self._respond(chat.chat, delivery.sender, post, response_type=seen):
                await self._send_directly(post, delivery)
            return None
        except _DROPPED:
            await asyncio.sleep(MOMENT)
            there = await self._find(chat, delivery)
            if number in there:
                return there[number]
            response = await send(channel=chat.chat)
        return str(response["ts"])

    async def _replace(self, chat: ChatRef, post: Post, delivery: Delivery, alone: bool) -> bool:
        """Put a post in the place of another; False where that one is gone, or is not for everybody's eyes."""
        old = Place.read(delivery.replaces)
        if old.is_ephemeral:
            if alone:
                return await self._respond(chat.chat, old.id, post, replace_original=True)
            await self._respond(chat.chat, old.id, None, delete_original=True)
            return False
        await self._pace.wait(chat.chat)
        try:
            await self.client.chat_update(
                channel=chat.chat, ts=old.ts, metadata=_metadata(delivery.key, 0), **_body(post)
            )
        except SlackApiError as error:
            if error_of(error) not in _NOT_TO_EDIT:
                raise
            return False
        return True

    async def _whisper(self, chat: ChatRef, post: Post, delivery: Delivery) -> None:
        """To one person in a channel; where Slack does not let us, directly."""
        await self._pace.wait(chat.chat)
        try:
            await self.client.chat_postEphemeral(
                channel=chat.chat, user=delivery.sender, thread_ts=_thread(delivery), **_body(post)
            )
        except SlackApiError as error:
            if error_of(error) not in NO_WAY_IN:
                raise
            if not await self._respond(chat.chat, delivery.sender, post, response_type="ephemeral"):
                await self._send_directly(post, delivery)

    async def _send_directly(self, post: Post, delivery: Delivery) -> None:
        await self.client.chat_postMessage(channel=delivery.sender, **_body(post))

    async def _respond(self, channel: str, whose: str, post: Post | None, **how: Any) -> bool:
        """Answer through a response_url; whether there was one that was still good."""
        url = self.doors.take(channel, whose)
        if url is None:
            return False
        hook = AsyncWebhookClient(
            *(url, TIMEOUT),
            session=self.client.session,
            proxy=self.client.proxy,
            logger=LIBRARY,
            retry_handlers=[],
        )
        what: dict[str, Any] = {"text": post.text, "blocks": list(post.blocks)} if post else {}
        response = await hook.send_dict({**what, **how})
        return response.status_code == 200

    async def _find(self, chat: ChatRef, delivery: Delivery) -> dict[int, str]:
        """The posts of an answer that are there already, by part: found by the metadata that they carry."""
        if not delivery.key:
            return {}
        thread = _thread(delivery)
        history = partial(self.client.conversations_replies, ts=thread) if thread else self.client.conversations_history
        try:
            found = await history(channel=chat.chat, limit=LOOKED_BACK, include_all_metadata=True)
        except SlackApiError as error:
            if error_of(error) in SHUT_OUT:
                raise
            _log.info("posts in channel %s cannot be looked through: %s", chat.chat, error_of(error))
            return {}
        there = {}
        for post in found["messages"]:
            metadata = post.get("metadata") or {}
            payload = metadata.get("event_payload") or {}
            if metadata.get("event_type") == METADATA and payload.get("key") == delivery.key:
                there[int(payload.get("part", 0))] = str(post["ts"])
        return there

    async def _upload(self, chat: ChatRef, part: Upload, delivery: Delivery) -> None:
        file = await self._file_of(chat, part.file_id)
        if file is None or file.content is None:
            return
        await self._pace.wait(chat.chat)
        await self.client.files_upload_v2(
            channel=chat.chat,
            thread_ts=_thread(delivery),
            content=file.content,
            filename=file.name,
            title=file.name,
            alt_txt=part.description,
        )

    # What needs a person's client ----------------------------------------------------------------------------------

    async def open_view(self, trigger_id: str, view: dict[str, Any]) -> bool:
        """Open a modal; False where Slack does not, since a trigger is good for three seconds only."""
        try:
            await self.client.views_open(trigger_id=trigger_id, view=view)
        except SlackApiError as error:
            _log.warning("slack did not open a form: %s", error_of(error))
            return False
        except (aiohttp.ClientError, TimeoutError) as error:
            _log.warning("slack did not open a form: %s", type(error).__name__)
            return False
        return True

    async def publish_home(self, user: str, view: dict[str, Any]) -> None:
        """Show App Home."""
        try:
            await self.client.views_publish(user_id=user, view=view)
        except SlackApiError as error:
            _log.warning("App Home was not shown: %s", error_of(error))
        except (aiohttp.ClientError, TimeoutError) as error:
            _log.warning("App Home was not shown: %s", type(error).__name__)


def _body(post: Post) -> dict[str, Any]:
    """What every post has: no previews of links, and nothing in the plain text that Slack would turn into a link."""
    blocks: Sequence[dict[str, Any]] = post.blocks
    return {
        "text": post.text,
        "blocks": blocks,
        "parse": "none",
        "link_names": False,
        "unfurl_links": False,
        "unfurl_media": False,
    }


def _thread(delivery: Delivery) -> str | None:
    """The head of the thread that an answer belongs to."""
    return delivery.answers or Place.read(delivery.pressed).thread or None


def _metadata(key: str, part: int) -> dict[str, Any] | None:
    return {"event_type": METADATA, "event_payload": {"key": key, "part": part}} if key else None


def _outcome(error: SlackApiError, chat: ChatRef) -> Outcome:
    """What an error of the Web API comes to. Raises ``PlatformStopped``."""
    what = error_of(error)
    if what in SHUT_OUT:
        raise PlatformStopped(REVOKED) from None
    if what == "ratelimited":
        return Retry(float(error.response.headers.get("Retry-After", 1)))
    if what in UNSURE or not what:
        return Uncertain(what or "no answer of Slack's")
    if what in NO_WAY_IN:
        return Gone(what)
    _log.error("slack refused an answer in channel %s: %s", chat.chat, what)
    return Gone(what, whole_chat=False)
