"""How long to wait before something is tried again: twice as long each time, not in step with others, to a limit."""

import random

FIRST = 2.0
LONGEST = 600.0
ACCOUNT_LONGEST = 60.0
IN_A_ROW = 3
"""So many chats must fail one after the other before the whole platform is left alone for a while."""

_chance = random.SystemRandom()


def back_off(attempts: int, at_least: float = 0.0) -> float:
    """Seconds before the next try, after so many; at least what the platform asked for."""
    seconds: float = min(LONGEST, FIRST * 2 ** min(attempts - 1, 30))
    return max(at_least * _chance.uniform(1.0, 1.1), seconds * _chance.uniform(0.75, 1.25))


class Breaker:
    """Leaves a platform alone that fails for everybody. One chat that fails again and again stops nobody else."""

    def __init__(self, longest: float = ACCOUNT_LONGEST) -> None:
        self._longest = longest
        self._failed: set[int] = set()
        self._pauses = 0
        self._until = 0.0

    def failed(self, chat_id: int, now: float) -> None:
        """Nothing reached this chat; ``now`` is in seconds."""
        self._failed.add(chat_id)
        if len(self._failed) >= IN_A_ROW:
            seconds = min(self._longest, 2.0 ** min(self._pauses, 30))
            self._until = now + seconds * _chance.uniform(0.75, 1.0)
            self._pauses += 1

    def worked(self) -> None:
        """The platform answers."""
        self._failed.clear()
        self._pauses, self._until = 0, 0.0

    def wait(self, now: float) -> float:
        """Seconds until the next try."""
        return max(0.0, self._until - now)
