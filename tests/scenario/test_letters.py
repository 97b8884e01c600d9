"""Letters to and from partners."""

from datetime import date

from bot.domain.letters import Letter, LetterKind
from bot.domain.periods import Period
from bot.domain.records import Link, Record
from bot.domain.visits import Direction
from tests.desk import Desk


def test_sent_and_received(desk: Desk) -> None:
    desk.chat("""
        > /log letter to Skopje: national day congratulations 2 August
        ✓ L1 · Letter sent · congratulation
        Skopje, North Macedonia
        national day congratulations
        Sunday, 2 August 2026
        [1] Undo  [2] Edit

        > /letter from Tirana: thanks for the visit
        Of which day is the letter? For example: 2 August 2026, undated.
        [1] Monday, 4 May 2026  [2] Sunday, 3 May 2026

        > 2 May
        ✓ L2 · Letter received · thanks
        Tirana, Albania
        thanks for the visit
        Saturday, 2 May 2026
        [1] Undo  [2] Edit

        > no, 1 May
        ✓ L2: Saturday, 2 May 2026 → Friday, 1 May 2026
        [1] Undo  [2] Add as note instead

        > /letter
        Letters
        L1 · 2 August 2026 · Skopje: Letter sent · congratulation, national day congratulations
        L2 · 1 May 2026 · Tirana: Letter received · thanks, thanks for the visit
        [1] L1  [2] L2

        > /letter Skopje: invitation, today
        Was the letter sent, or received?
        [1] Sent  [2] Received

        > [Sent]
        ✓ L3 · Letter sent
        Skopje, North Macedonia
        invitation
        Monday, 4 May 2026
        [1] Undo  [2] Edit
    """)
    assert desk.record("L1").record == Record(
        details=Letter(
            direction=Direction.OUTGOING, occasion="national day congratulations", kind=LetterKind.CONGRATULATION
        ),
        period=Period.day(date(2026, 8, 2)),
        links=(Link(1),),
    )


def test_in_turkish(desk: Desk) -> None:
    desk.team(language="tr")
    desk.chat("""
        > /mektup üsküp'e: millî gün kutlaması 2 ağustos
        ✓ L1 · Giden mektup · kutlama
        Üsküp, Kuzey Makedonya
        millî gün kutlaması
        2 Ağustos 2026 Pazar
        [1] Geri al  [2] Düzelt

        > /mektup tiran'dan: başsağlığı dün
        ✓ L2 · Gelen mektup · taziye
        Tiran, Arnavutluk
        başsağlığı
        3 Mayıs 2026 Pazar
        [1] Geri al  [2] Düzelt

        > /mektup gelen tiran: davet bugün
        ✓ L3 · Gelen mektup
        Tiran, Arnavutluk
        davet
        4 Mayıs 2026 Pazartesi
        [1] Geri al  [2] Düzelt
    """)
