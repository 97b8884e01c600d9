"""``dragoman run``: the configured platforms on one migrated database, until a signal or until all refuse us."""

import asyncio
import logging
import signal
import sys
from collections.abc import AsyncIterator, Callable, MutableMapping, Sequence
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from urllib.parse import urlsplit

from bot.adapters.base import MenuEntry, PlatformStopped
from bot.adapters.telegram.adapter import Telegram, link_to, make_bot, who_am_i
from bot.adapters.telegram.menus import set_menus
from bot.adapters.telegram.pace import Pace
from bot.adapters.telegram.polling import HANDING_OVER, poll
from bot.adapters.telegram.receiving import Receiver
from bot.adapters.telegram.webhook import set_webhook, watch_webhook, webhook_handler
from bot.answering import Answering
from bot.app import App
from bot.bootstrap import make_app, system_clock
from bot.i18n import LANGUAGES, translator
from bot.jobs import Job, delivering_of, finish, jobs_of, keep_sweeping, working
from bot.planning import keep_planning
from bot.router import Router
from bot.slack_desk import slack_desk
from bot.storage.engine import Database
from bot.taking_turns import in_turn
from bot.web import Handler, serving
from config.settings import Settings

_log = logging.getLogger(__name__)

ASKING = 5.0
"""Seconds that an invitation waits for Telegram to tell the bot's name."""


async def run(
    database: Database, settings: Settings, pace: Pace | None = None, say: Callable[[str], object] = _log.info
) -> None:
    """Serve until SIGINT or SIGTERM; ``say`` hears that we are at work. Closes the database.

    Raises ``PlatformStopped``, and ``OSError`` for a taken port.
    """
    task = asyncio.current_task()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel if task else sys.exit)
    try:
        app, posts = make_app(database), dict[str, Handler]()
        async with AsyncExitStack() as stack:
            if settings.telegram_webhook_url or settings.slack_signing_secret.get_secret_value():
                await stack.enter_async_context(serving(settings.http_host, settings.http_port, posts))
            await stack.enter_async_context(working([keep_sweeping(app), keep_planning(database, system_clock)]))
            desks: list[AbstractAsyncContextManager[Answering]] = []
            if settings.telegram_token.get_secret_value():
                desks.append(telegram_desk(app, settings, pace, say, posts))
            if settings.slack_bot_token.get_secret_value():
                desks.append(slack_desk(app, settings, posts, say))
            await _keep_open(desks)
    except asyncio.CancelledError:
        pass  # told to stop: what was on its way is sent and marked
    finally:
        database.close()


async def _keep_open(desks: Sequence[AbstractAsyncContextManager[Answering]]) -> None:
    """Each desk for itself, until cancelled: whom a platform refuses, or keeps waiting, keeps no other.

    Raises ``PlatformStopped`` when none is left, and what else one of them raises at once.
    """
    left = len(desks)

    async def keep(desk: AbstractAsyncContextManager[Answering]) -> None:
        nonlocal left
        try:
            async with desk:
                await asyncio.Event().wait()
        except PlatformStopped as why:
            left -= 1
            if not left:
                raise
            _log.error("%s", why)

    try:
        async with asyncio.TaskGroup() as group:
            for desk in desks:
                group.create_task(keep(desk))
    except BaseExceptionGroup as failed:
        raise failed.exceptions[0] from None


@asynccontextmanager
async def telegram_desk(
    app: App,
    settings: Settings,
    pace: Pace | None = None,
    say: Callable[[str], object] = _log.info,
    posts: MutableMapping[str, Handler] | None = None,
) -> AsyncIterator[Answering]:
    """The desk in Telegram, for as long as the block runs. A failure inside cancels the block and is raised.

    Its webhook is put among ``posts``, which are served.
    """
    bot = make_bot(settings.telegram_token.get_secret_value(), settings.telegram_api_url, pace)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(bot.shutdown)
        me = await who_am_i(bot)
        answering = Answering(app)
        telegram = Telegram(bot, me, app.file)
        answering.attach(telegram)
        receiver = Receiver(telegram, answering)
        delivering = delivering_of(app, answering, telegram)
        stack.push_async_callback(delivering.finish)
        stack.push_async_callback(finish, receiver, answering)
        stack.callback(delivering.stop)
        url, secret = settings.telegram_webhook_url, settings.telegram_webhook_secret.get_secret_value()
        one_machine = app.database.is_sqlite
        await answering.resend(alone=app.database.is_alone())
        jobs = [*jobs_of(app, answering, telegram), set_menus(bot, menu_of(app.router), LANGUAGES)]
        # Telegram lets one process poll, and what is sent unasked keeps to the bot's pace in one process.
        alone: list[Callable[[], Job]] = [delivering.keep_delivering]
        if url and posts is not None:
            posts[urlsplit(url).path or "/"] = webhook_handler(bot, receiver, secret)
            await set_webhook(bot, url, secret)
            jobs.append(watch_webhook(bot, url))
        else:
            alone.append(lambda: poll(bot, receiver, patience=0.0 if one_machine else HANDING_OVER))
        jobs.append(in_turn(app.database, f"telegram {me.account}", lambda: [job() for job in alone]))
        say(f"telegram: @{me.username} is at work, by {'webhook' if url else 'polling'}")
        if not me.hears_all:
            say("telegram: group privacy is on: in groups the bot gets commands and answers to it only")
        async with working(jobs):
            yield answering


def menu_of(router: Router) -> list[MenuEntry]:
    """The listed commands, by language, as a platform shows them."""
    return [
        MenuEntry(
            {language: command.name_in(language) for language in LANGUAGES},
            {language: translator(language)(command.help) for language in LANGUAGES},
            command.private,
        )
        for command in router.commands
        if command.listed
    ]


async def invitation_link(settings: Settings, code: str) -> str:
    """The address by which a phone joins with a code; "" where Telegram is not configured or does not answer."""
    token = settings.telegram_token.get_secret_value()
    if not token:
        return ""
    try:
        return await asyncio.wait_for(link_to(make_bot(token, settings.telegram_api_url), code), ASKING)
    except TimeoutError:
        return ""
