"""Where a person can be answered without our being in the channel: the response_urls of the last half hour.

Slack takes five answers to each within 30 minutes (docs.slack.dev, "Handling user interaction"). They live in memory:
after a restart an answer goes to the channel, or to the person directly.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

SECONDS = 29 * 60
USES = 5


@dataclass(slots=True)
class _Door:
    url: str
    until: float
    uses: int = USES


class Doors:
    """By channel and person, or by channel and a post that only one person sees."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._doors: dict[tuple[str, str], _Door] = {}

    def keep(self, channel: str, whose: str, url: str) -> None:
        """A way to answer; what is over is forgotten."""
        now = self._clock()
        while self._doors and next(iter(self._doors.values())).until < now:  # the oldest comes first
            del self._doors[next(iter(self._doors))]
        self._doors.pop((channel, whose), None)
        self._doors[channel, whose] = _Door(url, now + SECONDS)

    def is_open(self, channel: str, whose: str) -> bool:
        """Whether there is a way."""
        door = self._doors.get((channel, whose))
        return door is not None and door.until >= self._clock() and door.uses > 0

    def take(self, channel: str, whose: str) -> str | None:
        """A way that is open still; one use less is left of it."""
        if not self.is_open(channel, whose):
            return None
        door = self._doors[channel, whose]
        door.uses -= 1
        return door.url
