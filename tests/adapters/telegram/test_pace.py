"""How fast we send, on a clock of the test's own."""

import asyncio
import random
from collections.abc import Callable
from typing import Any

import pytest
from telegram.error import RetryAfter

from bot.adapters.pace import Bucket, Rate, Window
from bot.adapters.telegram.pace import PATIENCE, Limits, Pace


class Time:
    """Time that passes only by sleeping; a call is noted with the time at which it was made."""

    def __init__(self) -> None:
        self.now = 0.0
        self.calls: list[tuple[float, int]] = []
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []

    async def sleep(self, seconds: float) -> None:
        """Until so much later."""
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.now + seconds, waiting))
        await waiting

    async def run(self, *work: Any) -> None:
        """Let time pass, from one sleeper to the next, until all is done."""
        tasks = [asyncio.ensure_future(one) for one in work]
        while not all(task.done() for task in tasks):
            for _ in range(20):
                await asyncio.sleep(0)
            if self._sleepers and not all(task.done() for task in tasks):
                self._sleepers.sort(key=lambda pair: pair[0])
                self.now, waiting = self._sleepers.pop(0)
                waiting.set_result(None)
        for task in tasks:
            task.result()


@pytest.fixture
def time() -> Time:
    return Time()


def sender(time: Time, limits: Limits | None = None, fails: Callable[[int], int] = lambda _: 0) -> Any:
    """A function that sends to a chat through a pace; ``fails`` says how many seconds a 429 asks for, 0 for none."""
    pace = Pace(limits, clock=lambda: time.now, sleep=time.sleep)

    async def send(chat: int) -> None:
        async def call() -> bool:
            time.calls.append((round(time.now, 3), chat))
            if after := fails(chat):
                raise RetryAfter(after)
            return True

        await pace.process_request(call, (), {}, "sendMessage", {"chat_id": chat}, None)

    return send


def at(time: Time, chat: int) -> list[float]:
    return [when for when, to in time.calls if to == chat]


def most(times: list[float], window: float) -> int:
    """The most calls in any span of so many seconds."""
    return max(sum(start <= when < start + window - 1e-6 for when in times) for start in times)


async def test_a_chat_gets_one_a_second(time: Time) -> None:
    send = sender(time)
    await time.run(*(send(1) for _ in range(5)))
    assert at(time, 1) == [0, 1, 2, 3, 4]


async def test_a_group_gets_a_burst_and_twenty_a_minute(time: Time) -> None:
    send = sender(time)
    await time.run(*(send(-1) for _ in range(60)))
    assert at(time, -1)[:7] == [0, 0.033, 0.067, 0.1, 0.133, 4, 8]
    assert most(at(time, -1), 60) <= 20


async def test_the_bot_sends_thirty_a_second(time: Time) -> None:
    send = sender(time)
    await time.run(*(send(chat) for chat in range(1, 91)))
    assert most([when for when, _ in time.calls], 1) == 30
    assert max(when for when, _ in time.calls) < 90 / 30


async def test_every_limit_holds_while_all_are_busy(time: Time) -> None:
    send = sender(time)

    async def talk(chat: int) -> None:
        for _ in range(8):
            await send(chat)

    chats = [*range(1, 40), *range(-10, 0)]
    await time.run(*map(talk, chats))
    assert most([when for when, _ in time.calls], 1) <= 30
    for chat in chats:
        assert most(at(time, chat), 60 if chat < 0 else 1) <= (20 if chat < 0 else 1)


async def test_a_429_holds_back_only_the_chat_that_got_it(time: Time) -> None:
    limited = [20]
    send = sender(time, fails=lambda chat: limited.pop() if chat == 1 and limited else 0)
    await time.run(send(1), send(2), send(1), send(3))
    assert at(time, 1) == [0, 20, 21]
    assert at(time, 2) + at(time, 3) == [0.033, 0.067]


async def test_no_second_has_more_calls_however_long_each_is_underway(time: Time) -> None:
    """A call may arrive at any moment between its start and its answer."""
    window = Window(10, clock=lambda: time.now, sleep=time.sleep)
    chance = random.Random(20260504)
    arrived: list[float] = []

    async def call() -> None:
        async with window.place():
            before, after = chance.uniform(0, 0.4), chance.uniform(0, 0.4)
            await time.sleep(before)
            arrived.append(time.now)
            await time.sleep(after)

    await time.run(*(call() for _ in range(200)))
    assert most(arrived, 1) <= 10


async def test_calls_without_an_answer_do_not_hold_up_the_others(time: Time) -> None:
    window = Window(10, clock=lambda: time.now, sleep=time.sleep)
    begun: list[float] = []

    async def call(seconds: float) -> None:
        async with window.place():
            begun.append(time.now)
            await time.sleep(seconds)

    await time.run(*(call(60.0) for _ in range(9)), *(call(0.01) for _ in range(60)))
    assert begun[-1] < 12


async def test_patience_ends(time: Time) -> None:
    send = sender(time, fails=lambda _: 7)
    with pytest.raises(RetryAfter):
        await time.run(send(1))
    assert at(time, 1) == [7.0 * n for n in range(PATIENCE + 1)]


async def test_other_calls_do_not_wait(time: Time) -> None:
    pace = Pace(Limits(1, Rate(9, 1), Rate(9, 1)), clock=lambda: time.now, sleep=time.sleep)
    heard = []

    async def call() -> bool:
        heard.append(time.now)
        return True

    for endpoint, data in (("answerCallbackQuery", {}), ("getChat", {"chat_id": 1})) * 3:
        await time.run(pace.process_request(call, (), {}, endpoint, data, None))
    assert heard == [0] * 6


def test_an_idle_bucket_is_as_a_new_one() -> None:
    bucket = Bucket(Rate(1, 2))
    assert [bucket.take(0), bucket.take(0), bucket.take(0)] == [0, 0, 1]
    assert not bucket.is_idle(2)
    assert bucket.is_idle(3)
    assert [bucket.take(10), bucket.take(10), bucket.take(10)] == [0, 0, 1]
