"""Units of work that wait for the one thread that writes, committed together: a durable commit costs the same for one
and for many.

Each has a savepoint of its own: what one raises takes back what it did, and nothing of the others. Whoever waits for
one hears of it when all of them are on the disk.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Executor
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import IntegrityError

Result = TypeVar("Result")
Work = Callable[[Connection], Result]

MOST = 16
"""Units in one commit: the first of them waits for the last."""


class WorkAgain(Exception):
    """A unit of work met what another process did at the same time: nothing of it is kept, and it is run once more."""


AGAIN = (IntegrityError, WorkAgain)
"""Another process stored the same thing first (a message delivered twice at once, a chat's first message). Nothing of
ours was kept; done again, the work finds what is there."""


class Outcome(NamedTuple):
    """What a unit of work came to."""

    value: Any = None
    error: BaseException | None = None


@dataclass(frozen=True, slots=True)
class _Unit:
    work: Work[Any]
    done: "asyncio.Future[Any]"

    def tell(self, outcome: Outcome) -> None:
        if self.done.done():  # whoever waited for it was cancelled
            return
        if outcome.error is not None:
            self.done.set_exception(outcome.error)
        else:
            self.done.set_result(outcome.value)


class Batches:
    """Runs units of work on ``thread``, in order; ``alone`` runs one in a transaction of its own."""

    def __init__(self, thread: Executor, engine: Engine, alone: Callable[[Work[Any]], Any]) -> None:
        self._thread = thread
        self._engine = engine
        self._alone = alone
        self._waiting: deque[_Unit] = deque()
        self._is_working = False
        self._lock = Lock()

    async def run(self, work: Work[Result]) -> Result:
        """What ``work`` returns, once it is committed; what it raises, once it is taken back."""
        unit = _Unit(work, asyncio.get_running_loop().create_future())
        with self._lock:
            if not self._is_working:
                self._thread.submit(self._work)
                self._is_working = True
            self._waiting.append(unit)
        result: Result = await unit.done
        return result

    def _work(self) -> None:
        while units := self._next():
            outcomes = self._together(units)
            with suppress(RuntimeError):  # their loop is closed: nobody waits for them any more
                units[0].done.get_loop().call_soon_threadsafe(_tell, units, outcomes)

    def _next(self) -> Sequence[_Unit]:
        """What waits by now, of one loop."""
        with self._lock:
            units: list[_Unit] = []
            while self._waiting and len(units) < MOST:
                if units and self._waiting[0].done.get_loop() is not units[0].done.get_loop():
                    break
                unit = self._waiting.popleft()
                if not unit.done.cancelled():
                    units.append(unit)
            self._is_working = bool(units)
            return units

    def _together(self, units: Sequence[_Unit]) -> Sequence[Outcome]:
        if len(units) > 1:
            try:
                with self._engine.begin() as connection:
                    return [_in_savepoint(connection, unit.work) for unit in units]
            except BaseException:  # noqa: S110 - the whole of it came to nothing: each tells for itself what is wrong
                pass
        return [self._by_itself(unit.work) for unit in units]

    def _by_itself(self, work: Work[Any]) -> Outcome:
        try:
            return Outcome(self._alone(work))
        except BaseException as error:
            return Outcome(error=error)


def _tell(units: Sequence[_Unit], outcomes: Sequence[Outcome]) -> None:
    for unit, outcome in zip(units, outcomes, strict=True):
        unit.tell(outcome)


def _in_savepoint(connection: Connection, work: Work[Any]) -> Outcome:
    """Raises where the whole transaction is lost."""
    driver: Any = connection.connection.driver_connection
    error: Exception | None = None
    for _ in range(2):
        driver.execute("SAVEPOINT unit")
        try:
            value = work(connection)
        except Exception as raised:
            driver.execute("ROLLBACK TO unit")
            driver.execute("RELEASE unit")
            error = raised
            if not isinstance(raised, AGAIN):
                break
        else:
            driver.execute("RELEASE unit")
            return Outcome(value)
    return Outcome(error=error)
