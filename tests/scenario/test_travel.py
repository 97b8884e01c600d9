"""When to travel: holidays and weekends on either side are pointed out where a visit or event is planned."""

import pytest

from tests.desk import Desk


@pytest.fixture
def ankara(desk: Desk) -> Desk:
    return desk.team(city="Ankara")


def test_a_visit_on_holidays_and_moved_with_a_button(ankara: Desk) -> None:
    ankara.chat("""
        > /visit from Tirana 27–29 November 2026
        ✓ V1 · Visit · incoming
        Tirana, Albania
        Friday–Sunday, 27–29 November 2026
        ⚠ 28–29 November · Türkiye: weekend
        ⚠ 28 November · Albania: public holiday (Flag and Independence Day)
        ⚠ 29 November · Albania: public holiday (Liberation Day)
        [1] Undo  [2] Edit  [3] Move to 25–27 November  [4] Move to 2–4 December

        > [Move to 2–4 December]
        ✓ V1: Friday–Sunday, 27–29 November 2026 → Wednesday–Friday, 2–4 December 2026
        V1 · Visit · incoming
        Tirana, Albania
        Wednesday–Friday, 2–4 December 2026
        [1] Undo  [2] Edit

        > no, 30 November
        ✓ V1: Wednesday–Friday, 2–4 December 2026 → Monday, 30 November 2026
        ⚠ 30 November · Albania: public holiday (Flag and Independence Day, observed)
        [1] Undo  [2] Add as note instead  [3] Move to 27 November  [4] Move to 2 December
    """)


def test_in_turkish(ankara: Desk) -> None:
    ankara.team(language="tr").chat("""
        > /ziyaret riyad'a 15-17 mayıs 2027
        ✓ V1 · Ziyaret · giden heyet
        Riyad, Suudi Arabistan
        15–17 Mayıs 2027 Cumartesi–Pazartesi
        ⚠ 15 Mayıs · Türkiye: hafta sonu
        ⚠ 15 Mayıs · Suudi Arabistan: resmî tatil (Arefe Günü, tahminî)
        ⚠ 16–17 Mayıs · Türkiye: resmî tatil (Kurban Bayramı)
        ⚠ 16–17 Mayıs · Suudi Arabistan: resmî tatil (Kurban Bayramı, tahminî)
        [1] Geri al  [2] Düzelt  [3] 11–13 Mayıs olsun  [4] 24–26 Mayıs olsun

        > /ziyaret prizren'den 17 şubat 2027
        ✓ V2 · Ziyaret · gelen heyet
        Prizren, Kosova
        17 Şubat 2027 Çarşamba
        ⚠ 17 Şubat · Kosova: millî gün (Bağımsızlık Günü)
        Kosova: resmî tatillerini bilmiyorum
        [1] Geri al  [2] Düzelt  [3] 16 Şubat olsun  [4] 18 Şubat olsun
    """)


def test_culture_days_are_for_a_public_that_has_time_at_the_weekend(ankara: Desk) -> None:
    ankara.chat("""
        > /event Oslo Days in Ankara, 14–17 May 2026
        ✓ E1 · Culture days
        Oslo Days in Ankara
        Thursday–Sunday, 14–17 May 2026
        Host: Ankara (us)
        Guest: Oslo, Norway
        ⚠ 14 May · Norway: public holiday (Ascension Day)
        ⚠ 17 May · Norway: public holiday (Constitution Day)
        [1] Undo  [2] Edit  [3] Move to 10–13 May  [4] Move to 20–23 May

        > /event Smart Cities Forum in Barcelona, attended, 16 May 2026
        ✓ E2 · Event · attended
        Smart Cities Forum
        Saturday, 16 May 2026
        Place: Barcelona
        ⚠ 16 May: weekend
        [1] Undo  [2] Edit  [3] Move to 15 May  [4] Move to 18 May
    """)


@pytest.mark.parametrize(
    "typed",
    [
        "/visit from Tirana 28 November 2025",  # it has been
        "/visit from Tirana November 2026",  # no days yet
        "/visit from Tirana undated",
        "/visit from Tirana 5 November 2026",  # an ordinary day
        "/visit from Tirana 2–13 November 2026",  # a weekend cannot be avoided
    ],
)
def test_where_there_is_nothing_to_point_out(ankara: Desk, typed: str) -> None:
    assert "⚠" not in ankara.say(typed)
    assert "Move to" not in ankara.said[-1]


def test_a_weekend_is_the_countrys_own(ankara: Desk) -> None:
    said = ankara.say("/visit to Cairo 5 June 2026")  # a Friday
    assert "⚠ 5 June · Egypt: weekend" in said.splitlines()


def test_a_void_visit_points_at_nothing(ankara: Desk) -> None:
    ankara.say("/visit from Tirana 28 November 2026")
    ankara.say("/void v1")
    assert "⚠ 28 November" not in ankara.say("/show v1")
