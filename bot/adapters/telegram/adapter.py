"""Telegram as a platform: sends replies through one bot, and says what became of each."""

import contextlib
import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from typing import assert_never

from telegram import (
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputTextMessageContent,
    LinkPreviewOptions,
    MessageEntity,
    ReplyParameters,
)
from telegram import Message as Post
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.ext import ExtBot

from bot.adapters.base import (
    Card,
    Delivery,
    FileLike,
    Gone,
    Moved,
    Outcome,
    PlatformStopped,
    Retry,
    Sent,
    TooLarge,
    Uncertain,
)
from bot.adapters.telegram.client import AiohttpRequest, Refused, Repeatable
from bot.adapters.telegram.pace import Pace, seconds_of
from bot.adapters.telegram.parse import PLATFORM, Me
from bot.adapters.telegram.patience import REVOKED, patiently
from bot.adapters.telegram.render import Document, Text, render
from bot.message import ChatKind, ChatRef, Sender
from bot.reply import Reply

_log = logging.getLogger(__name__)

API_URL = "https://api.telegram.org"
CONNECTIONS = 64
PICTURE_BYTES = 10 * 1024 * 1024
"""The largest photo (Bot API, sendPhoto); a larger one goes as a document."""
AGAIN = 3.0
"""Seconds until a call that may be repeated is made again."""
_NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
# What the Bot API server calls it when we may not write in a chat at all.
_SHUT = re.compile(
    "chat not found|not enough rights|need administrator rights|CHAT_WRITE_FORBIDDEN|have no rights|"
    "CHAT_RESTRICTED|CHAT_SEND_\\w+_FORBIDDEN|user is deactivated|bot is not a member|group chat was deactivated",
    re.IGNORECASE,
)
_SAME = "message is not modified"
_NOT_TO_EDIT = re.compile("message to edit not found|message can't be edited|MESSAGE_ID_INVALID", re.IGNORECASE)
_NO_THREAD = "message thread not found"

FileOf = Callable[[ChatRef, int], Awaitable[FileLike | None]]


def make_bot(token: str, api_url: str = "", pace: Pace | None = None) -> ExtBot[int]:
    """The library's client, with our own pace."""
    url = api_url.rstrip("/") or API_URL
    return ExtBot(
        token,
        base_url=f"{url}/bot",
        base_file_url=f"{url}/file/bot",
        request=AiohttpRequest(CONNECTIONS),
        get_updates_request=AiohttpRequest(1, read=10),
        rate_limiter=pace or Pace(),
    )


class Telegram:
    """One bot. ``file_of`` gives the stored files that replies show."""

    platform = PLATFORM
    finds_posts = False  # a bot cannot read what is in a chat

    def __init__(self, bot: ExtBot[int], me: Me, file_of: FileOf) -> None:
        self.bot = bot
        self.me = me
        self.account = me.account
        self._file_of = file_of

    async def send(self, chat: ChatRef, reply: Reply, delivery: Delivery) -> Outcome:
        """The port's ``send``; a file that Telegram does not take is named instead."""
        posts = list(delivery.sent)
        try:
            await self._send(chat, reply, delivery, posts)
            return Sent(tuple(posts))
        except ChatMigrated as moved:
            return Moved(str(moved.new_chat_id))
        except RetryAfter as limited:
            return Retry(seconds_of(limited), tuple(posts))
        except InvalidToken:
            raise PlatformStopped(REVOKED) from None
        except Forbidden as error:
            return Gone(error.message)
        except BadRequest as error:
            if _SHUT.search(error.message):
                return Gone(error.message)
            _log.error("telegram refused an answer: %s", error.message)
            return Gone(error.message, whole_chat=False)
        except (Repeatable, Refused):
            return Retry(AGAIN, tuple(posts))
        except NetworkError as error:  # a time-out too: the message may be there
            return Uncertain(type(error).__name__, tuple(posts))

    async def _send(self, chat: ChatRef, reply: Reply, delivery: Delivery, posts: list[str]) -> None:
        """Send the parts that are not in ``posts`` yet, one post each, and put them there."""
        parts = render(reply, chat.kind)
        first, *others = parts
        edited = delivery.replaces if not others and not posts else None
        # A question in a group asks the person's client to answer it, which only a new post can.
        if edited and isinstance(first, Text) and not first.forces_reply and await self._edit(chat, first, edited):
            posts.append(edited)
        for part in parts[len(posts) :]:
            match part:
                case Text():
                    posts.append(await self._send_text(chat, part, None if posts else delivery.answers))
                case Document():
                    posts.append(await self._send_document(chat, part))
                case _:
                    assert_never(part)

    async def _edit(self, chat: ChatRef, part: Text, post_id: str) -> bool:
        """Put a text in the place of a post; False where the post is gone or too old to be changed."""
        try:
            await self.bot.edit_message_text(
                part.text,
                chat_id=int(chat.chat),
                message_id=int(post_id),
                entities=_entities(part),
                reply_markup=_keyboard(part),
                link_preview_options=_NO_PREVIEW,
            )
        except BadRequest as error:
            if _SAME in error.message.lower():
                return True
            if _NOT_TO_EDIT.search(error.message):
                return False
            raise
        except NetworkError as error:
            raise Repeatable(error.message) from None  # now, not in a minute: the post may have changed by then
        return True

    async def _send_text(self, chat: ChatRef, part: Text, answers: str | None) -> str:
        post = await self._in_thread(
            chat,
            lambda thread: self.bot.send_message(
                int(chat.chat),
                part.text,
                entities=_entities(part),
                message_thread_id=thread,
                reply_parameters=_answering(answers),
                # Selective is for whom the post answers; who pressed a button is answered by no post.
                reply_markup=ForceReply(selective=answers is not None) if part.forces_reply else _keyboard(part),
                link_preview_options=_NO_PREVIEW,
            ),
        )
        return str(post.message_id)

    async def _send_document(self, chat: ChatRef, part: Document) -> str:
        """Send a file; where it is not here or Telegram does not take it, name it."""
        file = await self._file_of(chat, part.file_id)
        content = file.content if file else None
        if file is not None and content is not None:
            if part.is_picture and len(content) <= PICTURE_BYTES:
                # Odd sizes and formats are no photo for Telegram, but a document.
                with contextlib.suppress(BadRequest):
                    return await self._send_file(chat, self.bot.send_photo, file.name, content, part.caption)
            try:
                return await self._send_file(chat, self.bot.send_document, file.name, content, part.caption)
            except BadRequest as error:
                _log.error("telegram refused a file: %s", error.message)
        return await self._send_text(chat, Text(f"⚠ {part.caption}"), None)

    async def _send_file(
        self, chat: ChatRef, send: Callable[..., Awaitable[Post]], name: str, content: bytes, caption: str
    ) -> str:
        post = await self._in_thread(
            chat,
            lambda thread: send(int(chat.chat), content, caption=caption, filename=name, message_thread_id=thread),
        )
        return str(post.message_id)

    @staticmethod
    async def _in_thread(chat: ChatRef, call: Callable[[int | None], Awaitable[Post]]) -> Post:
        """In the chat's topic; where that was deleted meanwhile, in the chat itself."""
        try:
            return await call(int(chat.thread) if chat.thread else None)
        except BadRequest as error:
            if not chat.thread or _NO_THREAD not in error.message.lower():
                raise
            return await call(None)

    async def confirm_press(self, callback_id: str) -> None:
        """Take the waiting sign off a pressed button."""
        # One that is older than a few seconds is refused: the sign is gone by itself then.
        with contextlib.suppress(TelegramError):
            await self.bot.answer_callback_query(callback_id)

    async def show_cards(self, query_id: str, cards: Sequence[Card]) -> None:
        """Answer an inline query. Nobody else gets the list from Telegram's cache."""
        results = []
        for card in cards:
            part = render(card.reply, ChatKind.GROUP)[0]
            if isinstance(part, Text):
                content = InputTextMessageContent(part.text, entities=_entities(part), link_preview_options=_NO_PREVIEW)
                results.append(InlineQueryResultArticle(card.id, card.title, content, description=card.description))
        with contextlib.suppress(TelegramError):
            await self.bot.answer_inline_query(query_id, results, cache_time=10, is_personal=True)

    async def vouch(self, chat: ChatRef, sender: Sender) -> Sender | None:
        """Telegram knows of no house that people belong to."""
        return None

    async def download(self, reference: str, largest: int) -> bytes:
        """The content of an attachment. Raises as the port says."""
        try:
            file = await self.bot.get_file(reference)
            if (file.file_size or 0) > largest:
                raise TooLarge
            content = bytes(await file.download_as_bytearray())
        except BadRequest as error:
            if "too big" in error.message.lower():
                raise TooLarge from None
            if "invalid file_id" in error.message.lower():
                raise LookupError(error.message) from None
            raise  # "wrong file_id or the file is temporarily unavailable" and the like
        if len(content) > largest:
            raise TooLarge
        return content


async def link_to(bot: ExtBot[int], code: str) -> str:
    """The address that opens a chat with the bot and sends it a code; "" where Telegram does not answer."""
    try:
        async with bot:
            return f"https://t.me/{bot.username}?start={code}"
    except TelegramError:
        return ""


async def who_am_i(bot: ExtBot[int]) -> Me:
    """Our name and rights. Raises ``PlatformStopped`` for a bad token; tries again while the network is down."""
    await patiently(bot.initialize)
    user = bot.bot
    return Me(user.id, user.username or "", bool(user.can_read_all_group_messages))


def _entities(part: Text) -> list[MessageEntity] | None:
    return [
        MessageEntity(entity.type, entity.offset, entity.length, url=entity.url) for entity in part.entities
    ] or None


def _keyboard(part: Text) -> InlineKeyboardMarkup | None:
    if not part.keyboard:
        return None
    return InlineKeyboardMarkup(
        [[InlineKeyboardButton(key.label, callback_data=key.data) for key in row] for row in part.keyboard]
    )


def _answering(post_id: str | None) -> ReplyParameters | None:
    return ReplyParameters(int(post_id), allow_sending_without_reply=True) if post_id else None
