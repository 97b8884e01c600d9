"""What deliveries must stand. Each scenario answers (whether it passed, what was seen)."""

import threading
import time
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from bot.domain.schedules import first_day, week_key
from bot.storage.engine import Database
from bot.storage.planning import plan_due
from tests.torture.desks import add_due, add_schedules, most_in_a_second, processes, states, weeks_of
from tests.torture.postbox import Work
from tests.torture.receiver import Receiver

Seen = tuple[bool, str]
LATENCY = 0.02


def killed(url: str, *, due: int, count: int, finds_posts: bool, kill: bool, every: float = 1.0) -> Seen:
    """So many deliveries, so many processes, one of which is ended every second (by count in tests: ``every`` 0)."""
    database = Database(url)
    keys = add_due(database, due)
    with Receiver(latency=LATENCY).serving() as receiver:
        work = Work(url, receiver.url, finds_posts=finds_posts, lease=5.0 if every else 3.0)
        with processes(work, count) as running:
            while not receiver.wait_for(due, every or 0.01):
                if every or receiver.wait_for_more(10, 5):
                    running.end_one(kill=kill)
                if running.kills > due:
                    break
            ends = running.kills
        settled = _settle(database, work, receiver)
    counts = receiver.counts
    left = Counter(states(database).values())
    database.close()
    lost = [key for key in keys if counts[key] == 0]
    doubled = sum(number - 1 for number in counts.values())
    allowed = 0 if finds_posts or not kill else ends
    seen = f"{due} due, {ends} {'kills' if kill else 'ended'}: {len(lost)} lost, {doubled} doubled (at most {allowed})"
    return not lost and doubled <= allowed and settled, seen if settled else f"{seen}, but they are {left}"


def _settle(database: Database, work: Work, receiver: Receiver) -> bool:
    """Whether all is marked as sent in the end, by a process that lives, after the leases of those that do not."""
    with processes(work, 1):
        until = time.monotonic() + 60
        while time.monotonic() < until:
            if set(states(database).values()) == {"sent"}:
                return True
            receiver.wait_for_more(1, 0.2)
    return False


def planned(url: str, *, chats: int, weeks: int, hours: int = 6) -> Seen:
    """Two planners race through so many weeks, one of them sometimes down, while people change their schedules."""
    start = datetime(2026, 2, 1, tzinfo=UTC)  # through the changes of the clocks of both hemispheres
    database = Database(url)
    ids = add_schedules(database, chats, start)
    steps = [start + timedelta(hours=hours) * step for step in range(weeks * 7 * 24 // hours + 1)]
    meeting = threading.Barrier(2)
    failed: list[BaseException] = []

    def plan() -> None:
        own = Database(url)
        try:
            for now in steps:
                meeting.wait(120)
                while True:
                    with own.transaction() as db:
                        if not plan_due(db, now=now, limit=50):
                            break
        except BaseException as error:
            failed.append(error)
            meeting.abort()
        finally:
            own.close()

    planners = [threading.Thread(target=plan) for _ in range(2)]
    for planner in planners:
        planner.start()
    for planner in planners:
        planner.join()
    found = weeks_of(database)
    database.close()
    wrong = [chat for chat in ids if not _is_every_week(found.get(chat, []), weeks)]
    total = sum(map(len, found.values()))
    seen = f"{chats} chats, {weeks} weeks: {total} digests, {len(wrong)} chats without exactly one a week"
    return not wrong and not failed, seen if not failed else f"{seen}; {failed[0]!r}"


def _is_every_week(found: list[str], weeks: int) -> bool:
    if not weeks - 1 <= len(found) <= weeks + 1:
        return False
    monday = first_day(found[0])
    return found == [week_key(monday + timedelta(weeks=number)) for number in range(len(found))]


def fast(url: str, *, chats: int, count: int, least: float) -> Seen:
    """So many chats through so many processes: posts a second."""
    database = Database(url)
    keys = add_due(database, chats)
    database.close()
    with Receiver().serving() as receiver:
        with processes(Work(url, receiver.url), count):
            receiver.wait_for(chats, 600)
        times = [at for at, _ in receiver.arrived]
        rate = (len(times) - 1) / (times[-1] - times[0])
        exact = receiver.counts == Counter(keys)
    seen = f"{chats} chats, {count} processes: {rate:.0f} a second (at least {least:.0f}); each once: {exact}"
    return rate >= least and exact, seen


def paced(url: str, *, chats: int, count: int, pace: int) -> Seen:
    """A pace is kept in any second, and used."""
    database = Database(url)
    keys = add_due(database, chats)
    database.close()
    with Receiver().serving() as receiver:
        with processes(Work(url, receiver.url, pace=pace), count):
            receiver.wait_for(chats, 600)
        times = [at for at, _ in receiver.arrived]
        used = (len(times) - 1) / (times[-1] - times[0]) / pace
        most, exact = most_in_a_second(times), receiver.counts == Counter(keys)
    seen = f"{chats} chats at {pace} a second: {used:.1%} used, at most {most} in any second; each once: {exact}"
    return used >= 0.95 and most <= pace and exact, seen


Scenario = Callable[[str], Seen]
