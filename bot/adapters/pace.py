"""How fast something may be done: so often on average, so many at once (a bucket a chat)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rate:
    """``each`` seconds a message on average, ``burst`` of them at once."""

    each: float
    burst: int


class Bucket:
    """When the next message may go (generic cell rate algorithm, ITU-T I.371)."""

    def __init__(self, rate: Rate) -> None:
        self._rate = rate
        self._full_at = 0.0

    def take(self, now: float) -> float:
        """Seconds to wait for the place that is taken by this call."""
        self._full_at = max(self._full_at, now) + self._rate.each
        return max(0.0, self._full_at - now - self._rate.each * self._rate.burst)

    def postpone(self, seconds: float) -> None:
        """The message of the last ``take`` goes so much later: so do those after it."""
        self._full_at += seconds

    def hold(self, until: float) -> None:
        """Let nothing go before ``until``, and no burst then."""
        self._full_at = max(self._full_at, until + self._rate.each * (self._rate.burst - 1))

    def is_idle(self, now: float) -> bool:
        """Whether it is as a new one."""
        return self._full_at <= now
