"""A place and a date on one line, in every form in which people tell a date."""

from datetime import date

import pytest

from bot.domain.periods import Period
from bot.domain.visits import Visit
from tests.desk import Desk

# Of a Monday, 4 May 2026.
TURKISH = [
    ("tiran'dan bu cuma", "2026-05-08"),
    ("tiran'dan önümüzdeki cuma", "2026-05-08"),
    ("tiran'dan geçen hafta", "2026-04-27..2026-05-03"),
    ("üsküp'ten bu ay", "2026-05-01..2026-05-31"),
    ("seul'den bu hafta sonu", "2026-05-09..2026-05-10"),
    ("üsküpe haftaya salı", "2026-05-12"),
    ("tirandan öbür gün", "2026-05-06"),
    ("tiran'dan yarın 10.30", "2026-05-05"),
    ("tiran'dan 3'ünde teknik ziyaret", "2026-05-03"),
    ("tiran'dan ayın 15'i", "2026-05-15"),
    ("tiran'dan mayıs sonu", "2026-05-21..2026-05-31"),
    ("tiran'dan kasım başı", "2026-11-01..2026-11-10"),
    ("tiran'dan mayıs ikinci yarısı", "2026-05-16..2026-05-31"),
    ("tiran'dan 2026'nın ikinci yarısı", "2026-07-01..2026-12-31"),
    ("tiran'dan iki hafta sonra", "2026-05-18"),
    ("tiran'dan iki hafta sonra cuma", "2026-05-22"),
    ("tiran'dan 2026 ilkbaharı", "2026-03-01..2026-05-31"),
    ("tiran'dan 12.5.26", "2026-05-12"),
    ("tiran'dan 3, 4, 5 haziran", "2026-06-03..2026-06-05"),
    ("tiran'dan 4 temmuzda gidiş 9 temmuzda dönüş", "2026-07-04..2026-07-09"),
    ("tiran'dan ilk gün 20 haziran", "2026-06-20"),
    ("tiran'dan 30 eylülden 2 ekime kadar", "2026-09-30..2026-10-02"),
    ("berlin'den 3. bis 5. Oktober 2026", "2026-10-03..2026-10-05"),
]
ENGLISH = [
    ("from Tirana this Friday", "2026-05-08"),
    ("to Tirana in two weeks", "2026-05-18"),
    ("from Tirana tomorrow 10.30", "2026-05-05"),
    ("from Tirana 10 – 13 September 2015", "2015-09-10..2015-09-13"),
    ("from Tirana from 30 Sept to 2 Oct", "2026-09-30..2026-10-02"),
    ("from Tirana autumn 2026", "2026-09-01..2026-11-30"),
    ("from Tirana, last day 20 June", "2026-06-20"),
    ("to Lyon du 3 au 5 mai 2026", "2026-05-03..2026-05-05"),
    ("to Lyon 1er mai 2026", "2026-05-01"),
    ("to Tirana arriving 4 July, leaving 9 July 2026", "2026-07-04..2026-07-09"),
    ("to Tirana the Monday after 23 April 2026", "2026-04-27"),
    ("to Tirana 13.05.2026", "2026-05-13"),
]
REFUSED = [
    "from Tirana 10 May - 3 May 2026",
    "from Tirana 20 Nov - 10 Nov",
    "from Tirana 32.05.2026",
    "from Tirana 13/13/2026",
    "from Tirana 3 or 5 June",
    "from Tirana 5-8 June or 12-15 June",
    "from Tirana 3 June 2026 (Monday)",
    "from Tirana 3 June 20266",
    "from Tirana after Easter",
    "from Tirana Easter 2027",
    "from Tirana 3 May and 10 May 2026",
]


def period(text: str) -> Period:
    start, _, end = text.partition("..")
    return Period(date.fromisoformat(start), date.fromisoformat(end or start))


@pytest.mark.parametrize(("line", "days"), [*TURKISH, *ENGLISH])
def test_a_visit_has_its_date_and_its_place(desk: Desk, line: str, days: str) -> None:
    turkish = (line, days) in TURKISH
    desk.language = "tr" if turkish else "en"
    desk.say(f"/ziyaret {line}" if turkish else f"/visit {line}")
    visit = desk.record("V1").record
    assert visit.period is not None
    assert (visit.period.start, visit.period.end) == (period(days).start, period(days).end)
    assert len(visit.links) == 1
    assert isinstance(visit.details, Visit)
    assert visit.details.purpose in ("", "last day", "ilk gün")  # nothing of the date is left over


@pytest.mark.parametrize("line", REFUSED)
def test_what_has_two_readings_or_none_is_asked(desk: Desk, line: str) -> None:
    answer = desk.say(f"/visit {line}")
    assert not answer.startswith("✓"), answer
    assert desk.records() == []
