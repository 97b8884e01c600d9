"""From an update to the desk. An update is taken when this returns True; until then Telegram keeps it."""

import asyncio
import logging
from functools import partial
from typing import Any

from telegram import Bot, Update

from bot.adapters.base import Desk
from bot.adapters.telegram.adapter import Telegram
from bot.adapters.telegram.parse import Access, Me, Migrated, Said, Typing, parse

_log = logging.getLogger(__name__)


def read_update(data: dict[str, Any], bot: Bot) -> Update:
    """An update from its JSON. Raises ``KeyError`` without a number.

    One that the library cannot read (a server older or newer than it) is logged and left out: it would come again
    and again, and hold up all others.
    """
    number = int(data["update_id"])
    try:
        return Update.de_json(data, bot)
    except Exception as error:
        _log.error("update %s cannot be read and was left out (%s)", number, type(error).__name__)
        return Update(number)


class Receiver:
    """Hands updates to the desk: those of one chat in the order in which they come, different chats side by side."""

    def __init__(self, telegram: Telegram, desk: Desk) -> None:
        self._telegram = telegram
        self._desk = desk
        self._last: dict[str, asyncio.Task[bool]] = {}
        self._taking: set[asyncio.Task[bool]] = set()
        self._aside: set[asyncio.Task[None]] = set()

    @property
    def me(self) -> Me:
        """The bot that hears."""
        return self._telegram.me

    async def receive(self, update: Update) -> bool:
        """Whether the update is done with: committed, or nothing for us.

        Who is cancelled while waiting leaves the unit of work to go on: ``done`` waits for it.
        """
        key = str(update.effective_chat.id) if update.effective_chat else f"update {update.update_id}"
        task = asyncio.get_running_loop().create_task(self._after(self._last.get(key), update))
        self._last[key] = task
        self._taking.add(task)
        task.add_done_callback(partial(self._taken, key))
        return await asyncio.shield(task)

    def _taken(self, key: str, task: "asyncio.Task[bool]") -> None:
        self._taking.discard(task)
        if self._last.get(key) is task:
            del self._last[key]

    async def _after(self, before: "asyncio.Task[bool] | None", update: Update) -> bool:
        if before is not None:
            await asyncio.wait((before,))
            if before.cancelled() or not before.result():
                return False  # it comes again, and this one after it
        try:
            return await self._take(update)
        except Exception:
            # Nothing that the desk has not caught itself can be put right by delivering it again.
            _log.exception("update %s was dropped", update.update_id)
            return True

    async def _take(self, update: Update) -> bool:
        incoming = parse(update, self.me)
        match incoming:
            case None:
                return True
            case Said():
                if incoming.callback_id:
                    self._do_aside(self._telegram.confirm_press(incoming.callback_id))
                return await self._desk.receive(incoming.message)
            case Typing():
                self._do_aside(self._show_cards(incoming))
                return True
            case Migrated():
                return await self._desk.moved(incoming.chat, incoming.new)
            case Access():
                if not await self._desk.reachable(incoming.chat, incoming.reachable):
                    return False
                return await self._desk.receive(incoming.greets) if incoming.greets else True

    async def _show_cards(self, typing: Typing) -> None:
        cards = await self._desk.look(typing.chat, typing.sender, typing.text)
        await self._telegram.show_cards(typing.query_id, cards)

    def _do_aside(self, work: "asyncio._CoroutineLike[None]") -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._aside.add(task)
        task.add_done_callback(self._done_aside)

    def _done_aside(self, task: "asyncio.Task[None]") -> None:
        self._aside.discard(task)
        if not task.cancelled() and (error := task.exception()):
            _log.error("an inline query or a button was not answered: %s", error, exc_info=error)

    async def done(self) -> None:
        """Wait until every update that was begun is done with, and nothing goes on aside."""
        while going := self._taking | self._aside:
            await asyncio.wait(going)
