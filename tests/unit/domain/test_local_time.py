"""What time it is there."""

from datetime import datetime

import pytest

from bot.domain.local_time import LocalTime, local_time

ISTANBUL = "Europe/Istanbul"


@pytest.mark.parametrize(
    ("now", "there", "expected"),
    [
        ("2026-03-08T12:42:00+03:00", "Europe/Skopje", LocalTime(10, 42, -120)),
        ("2026-05-04T12:42:00+03:00", "Europe/Skopje", LocalTime(11, 42, -60)),  # summer time there, none here
        ("2026-05-04T12:42:00+03:00", "Europe/Istanbul", LocalTime(12, 42, 0)),
        ("2026-05-04T12:42:00+03:00", "Asia/Kabul", LocalTime(14, 12, 90)),
        ("2026-05-04T19:30:00+03:00", "Asia/Seoul", LocalTime(1, 30, 360, days=1)),
        ("2026-05-04T03:30:00+03:00", "America/New_York", LocalTime(20, 30, -420, days=-1)),
        ("2026-05-04T09:42:00+00:00", "Asia/Kathmandu", LocalTime(15, 27, 165)),
    ],
)
def test_the_clock_there_and_its_distance(now: str, there: str, expected: LocalTime) -> None:
    assert local_time(datetime.fromisoformat(now), there, ISTANBUL) == expected
