"""Where the time of one logged line goes: the same work once more, with a watch on its parts.

The watches cost time themselves, so the parts are shares to compare, not what the measurement measured.
"""

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from typing import Any
from unittest import mock

from sqlalchemy import Connection
from sqlalchemy.engine.default import DefaultDialect

from benchmarks.desks import log_once
from bot import app as desk
from bot.router import Call
from bot.storage import inbox
from bot.storage.engine import Database

_PARTS = (
    "waiting for the worker thread and back",
    "begin",
    "look-ups",
    "parsing",
    "inserts and updates",
    "card and stored reply",
    "commit (on disk)",
    "all the rest",
)
_WAITING, _BEGIN, _LOOK_UPS, _PARSING, _WRITING, _REPLY, _COMMIT, _REST = _PARTS


class Watch:
    """Sums up the time of each part, without that of the parts inside it, for one message at a time."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self.counted: dict[str, int] = defaultdict(int)
        self._inner = [0.0]

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """The time inside is that of ``name``."""
        start = time.perf_counter()
        self._inner.append(0.0)
        try:
            yield
        finally:
            spent = time.perf_counter() - start
            self.spent[name] += (spent - self._inner.pop()) * 1000
            self._inner[-1] += spent
            self.counted[name] += 1

    def around(self, function: Callable[..., Any], name: Callable[..., str]) -> Callable[..., Any]:
        """``function``, watched."""

        def watched(*arguments: Any, **named: Any) -> Any:
            with self.part(name(*arguments)):
                return function(*arguments, **named)

        return watched


def _of_statement(_connection: object, statement: Any, *_: object) -> str:
    is_look_up = getattr(statement, "is_select", False)
    return _LOOK_UPS if is_look_up else _WRITING


async def breakdown(app: desk.App, rounds: int) -> list[str]:
    """Lines of a table: the median milliseconds and the number of calls of each part."""
    watch = Watch()
    seen: dict[str, list[float]] = {part: [] for part in _PARTS}
    counted: dict[str, int] = {}
    plain_run = Database._run

    def run(engine: Any, work: Any) -> Any:
        with watch.part(_REST):
            return plain_run(engine, work)

    patches: list[Any] = [
        mock.patch.object(Database, "_run", staticmethod(run)),
        mock.patch.object(Connection, "execute", watch.around(Connection.execute, _of_statement)),
        mock.patch.object(Connection, "exec_driver_sql", watch.around(Connection.exec_driver_sql, lambda *_: _BEGIN)),
        mock.patch.object(DefaultDialect, "do_commit", watch.around(DefaultDialect.do_commit, lambda *_: _COMMIT)),
        mock.patch.object(Call, "parse", watch.around(Call.parse, lambda *_: _PARSING)),
        mock.patch.object(inbox, "add_message", watch.around(inbox.add_message, lambda *_: _REPLY)),
    ]
    for patch in patches:
        patch.start()
    try:
        for _ in range(rounds):
            watch.spent.clear()
            watch.counted.clear()
            total = await log_once(app)
            watch.spent[_WAITING] = total - sum(watch.spent.values())
            counted = dict(watch.counted)
            for part in _PARTS:
                seen[part].append(watch.spent[part])
    finally:
        for patch in patches:
            patch.stop()
    lines = []
    for part, times in seen.items():
        calls = f"({counted[part]})" if counted.get(part, 0) > 1 else ""
        lines.append(f"{median(times):7.3f} ms  {part} {calls}".rstrip())
    return lines
