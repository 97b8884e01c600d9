"""Slack as a platform: sends replies in one workspace, and says what became of each."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import replace
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
from bot.adapters.slack.history import find_parts, is_overtaken, metadata
from bot.adapters.slack.pace import Pace
from bot.adapters.slack.parse import PLATFORM, Place
from bot.adapters.slack.people import People
from bot.adapters.slack.render import Post, Upload, body_of, post_of, render
from bot.adapters.slack.sharing import Shared, Sharing
from bot.adapters.slack.slashes import Slashes
from bot.adapters.slack.workspaces import Workspace, Workspaces
from bot.i18n import translator
from bot.message import ChatKind, ChatRef, Sender
from bot.reply import Reply, Visibility

_log = logging.getLogger(__name__)

MOMENT = 1.0
"""Seconds after a broken connection before that."""
_NOT_TO_EDIT = frozenset({"message_not_found", "cant_update_message", "edit_window_closed"})
_DROPPED = (aiohttp.ClientConnectionError, aiohttp.ClientPayloadError)

FileOf = Callable[[ChatRef, int], Awaitable[FileLike | None]]


class Slack:
    """One workspace. ``file_of`` gives the stored files that replies show, ``slashes`` the commands that they name."""

    platform = PLATFORM
    finds_posts = True  # by the metadata that each carries

    def __init__(
        self,
        client: AsyncWebClient,
        workspace: Workspace,
        workspaces: Workspaces,
        file_of: FileOf,
        pace: Pace | None = None,
        slashes: Slashes = Slashes(),  # noqa: B008 - a frozen value
    ) -> None:
        self.client = client
        self.workspace = workspace
        self.account = workspace.account
        self.people = People(client, workspace)
        self.doors = Doors()
        self.slashes = slashes
        self._workspaces = workspaces
        self._file_of = file_of
        self._pace = pace or Pace()

    async def send(self, chat: ChatRef, reply: Reply, delivery: Delivery) -> Outcome:
        """The port's ``send``; what Slack refuses for good is left out and logged."""
        if not self._workspaces.is_open(self.workspace):
            return Gone("the app was removed", whole_chat=False) if delivery.sender else Retry(MOMENT, delivery.sent)
        sent = list(delivery.sent)
        try:
            await self._send(chat, reply, delivery, sent)
        except SlackApiError as error:
            return await self._doubted(chat, delivery, _outcome(error, chat, tuple(sent)))
        except (aiohttp.ClientError, TimeoutError, SlackRequestError) as error:
            return await self._doubted(chat, delivery, Uncertain(type(error).__name__, tuple(sent)))
        posts = [ts for ts in sent if ts]
        if posts and not delivery.pressed and (asked := delivery.answers or delivery.said):
            posts.append(asked)  # who answers the message itself, or goes on in its thread, is about what it led to
        return Sent(tuple(posts))

    async def vouch(self, chat: ChatRef, sender: Sender) -> Sender | None:
        """Full members of the workspace are of the house; guests and people of other workspaces are not."""
        return await self.people.vouch(sender.id)

    async def download(self, reference: str, largest: int) -> bytes:
        """The content of an attachment. Raises as the port says."""
        return await download(self.client, reference, largest)

    # Posts ---------------------------------------------------------------------------------------------------------

    async def _send(self, chat: ChatRef, reply: Reply, delivery: Delivery, sent: list[str]) -> None:
        """Send the parts that are not in ``sent`` yet, and put them there; "" for what has no id, or none of ours."""
        parts = render(self.slashes.suit(reply, chat.kind))
        alone = reply.visibility is Visibility.SENDER and chat.kind is ChatKind.GROUP and bool(delivery.sender)
        there = await self._find(chat, delivery) if delivery.is_again and not alone else {}
        only, old = parts[0], Place.read(delivery.replaces)
        gives_way = bool(old.ts) and not sent and not there and len(parts) == 1
        if gives_way and isinstance(only, Post) and await self._replace(chat, only, delivery, alone):
            sent.append("" if old.is_ephemeral else old.ts)
        sharing: Sharing | None = None
        for number, part in enumerate(parts[len(sent) :], len(sent)):
            if isinstance(part, Upload):
                sharing = sharing or self._sharing(chat, delivery, alone)
                if told := await self._share(chat, part, sharing, with_words=there is not None):
                    await self._tell(chat, told, delivery, number)
                sent.append("")
            elif alone:
                await self._whisper(chat, part, delivery)
                sent.append("")
            elif there is None and delivery.sender:
                await self._send_directly(part, delivery)
                sent.append("")
            else:
                sent.append((there or {}).get(number) or await self._post(chat, part, delivery, number))

    async def _post(self, chat: ChatRef, post: Post, delivery: Delivery, number: int) -> str:
        """The new post's id; "" where it could not go to the channel itself and went another way."""
        send = partial(
            self.client.chat_postMessage,
            thread_ts=_thread(delivery),
            metadata=metadata(delivery.key, number),
            **body_of(post),
        )
        await self._pace.wait(chat.chat)
        try:
            response = await send(channel=chat.chat)
        except SlackApiError as error:
            if error_of(error) == "thread_not_found":  # somebody has deleted what we answer
                return str((await send(channel=chat.chat, thread_ts=None))["ts"])
            if error_of(error) not in NO_WAY_IN or not delivery.sender:
                raise
            # A direct chat that is not ours is one of two other people: what is for one stays with them.
            seen = "ephemeral" if chat.kind is ChatKind.DIRECT else "in_channel"
            if not await self._respond(chat.chat, delivery.sender, post, response_type=seen):
                await self._send_directly(post, delivery)
            return ""
        except _DROPPED:
            await asyncio.sleep(MOMENT)
            there = await self._find(chat, delivery)
            if there is None and not delivery.sender:
                raise  # nobody asked whom it could go to instead, and the channel must not have it twice
            if there is None:
                await self._send_directly(post, delivery)
                return ""
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
        if alone:
            return False  # everybody sees that card: what is for one person is not put there
        where = (chat.chat, old.thread or None, old.ts)
        # Only what comes late can be overtaken: a first answer goes in the order of its chat.
        if delivery.is_again and await is_overtaken(self.client, *where, delivery.key):
            return False  # the card shows something newer by now, which stays
        await self._pace.wait(chat.chat)
        try:
            await self.client.chat_update(
                channel=chat.chat, ts=old.ts, metadata=metadata(delivery.key, 0), **body_of(post)
            )
        except SlackApiError as error:
            if error_of(error) in NO_WAY_IN:  # the card came by a response_url, and so does what takes its place
                return await self._respond(chat.chat, old.id, post, replace_original=True)
            if error_of(error) not in _NOT_TO_EDIT:
                raise
            return False
        return True

    async def _whisper(self, chat: ChatRef, post: Post, delivery: Delivery) -> None:
        """To one person in a channel; where Slack does not let us, directly."""
        await self._pace.wait(chat.chat)
        try:
            await self.client.chat_postEphemeral(
                channel=chat.chat, user=delivery.sender, thread_ts=_thread(delivery), **body_of(post)
            )
        except SlackApiError as error:
            if error_of(error) not in NO_WAY_IN:
                raise
            if not await self._respond(chat.chat, delivery.sender, post, response_type="ephemeral"):
                await self._send_directly(post, delivery)

    async def _send_directly(self, post: Post, delivery: Delivery) -> None:
        await self._pace.wait(delivery.sender)
        await self.client.chat_postMessage(channel=delivery.sender, **body_of(post))

    async def _respond(self, channel: str, whose: str, post: Post | None, **how: Any) -> bool:
        """Answer through a response_url; whether there was one that was still good."""
        if not self.doors.is_open(channel, whose):
            return False
        await self._pace.wait(f"{channel} by response_url")  # what is posted there has been waited for already
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

    async def _find(self, chat: ChatRef, delivery: Delivery) -> dict[int, str] | None:
        """The posts that are there already, by part. None where we may not look, as in a public channel that we were
        not invited to: the channel must not have it twice, and who asked must not be left without."""
        return await find_parts(self.client, chat.chat, _thread(delivery), delivery.key, delivery.since)

    async def _doubted(self, chat: ChatRef, delivery: Delivery, outcome: Outcome) -> Outcome:
        """What nobody asked for, and may be there or not, with whether it can be looked for."""
        if not isinstance(outcome, Uncertain) or delivery.sender:
            return outcome
        try:
            is_findable = await self._find(chat, delivery) is not None
        except (SlackApiError, aiohttp.ClientError, TimeoutError, SlackRequestError):
            return outcome  # Slack does not answer: it is looked for when it does
        return replace(outcome, is_findable=is_findable)

    async def _tell(self, chat: ChatRef, post: Post, delivery: Delivery, number: int) -> None:
        """Tell a person what became of a file; in a channel nobody else."""
        if chat.kind is ChatKind.GROUP and delivery.sender:
            await self._whisper(chat, post, delivery)
        else:
            await self._post(chat, post, delivery, number)

    def _sharing(self, chat: ChatRef, delivery: Delivery, alone: bool) -> Sharing:
        where = {"channel": None if alone else chat.chat, "thread": _thread(delivery)}
        return Sharing(self.client, self.workspace, self._pace, delivery, **where)

    async def _share(self, chat: ChatRef, part: Upload, sharing: Sharing, *, with_words: bool) -> Post | None:
        """Put a file where the answer is, or to the person directly; what is told to them where it is not there.

        ``with_words`` says that the words of the answer are in the chat; else they went to the person before.
        """
        file = await self._file_of(chat, part.file_id)
        t = translator(file.language if file else "en")
        shared = Shared.NOT
        if file and file.content is not None:
            shared = await sharing.share(file.name, file.content, part.description)
        if shared is Shared.HERE or (shared is Shared.DIRECTLY and not with_words):
            return None
        if shared is Shared.DIRECTLY:
            text = t("{name}: sent to you in a direct message.", name=part.description)
        else:
            text = t(
                "⚠ {name} could not be sent. Ask for it again later, or in a direct message.", name=part.description
            )
        return post_of(text)


def _thread(delivery: Delivery) -> str | None:
    """The head of the thread that an answer belongs to."""
    place = Place.read(delivery.answers or delivery.pressed or delivery.said)
    return place.thread or (place.ts if delivery.answers else "") or None


def _outcome(error: SlackApiError, chat: ChatRef, sent: tuple[str, ...]) -> Outcome:
    """What an error of the Web API comes to. Raises ``PlatformStopped``."""
    what = error_of(error)
    if what in SHUT_OUT:
        raise PlatformStopped(REVOKED) from None
    if what == "ratelimited":
        return Retry(float(error.response.headers.get("Retry-After", 1)), sent)
    if what in UNSURE or not what:
        return Uncertain(what or "no answer of Slack's", sent)
    if what in NO_WAY_IN:
        return Gone(what)
    _log.error("slack refused an answer in channel %s: %s", chat.chat, what)
    return Gone(what, whole_chat=False)
