"""Visits, from logging to taking back, as conversations."""

from datetime import date, datetime

from bot.domain.periods import Period
from bot.domain.records import Link, Record, StoredRecord
from bot.domain.visits import Direction, Visit, VisitKind
from bot.permissions import Role
from tests.desk import NOW, Desk


def test_log_direction_and_back(desk: Desk) -> None:
    desk.chat("""
        > /log visit Tirana 2025-05-03
        ✓ V1 · Visit
        Tirana, Albania
        Saturday, 3 May 2025
        Who went where?
        [1] They came to us  [2] We went there
        [3] Undo  [4] Edit

        > [They came to us]
        ✓ V1: direction: incoming
        V1 · Visit · incoming
        Tirana, Albania
        Saturday, 3 May 2025
        [1] Undo  [2] Edit

        > /undo
        ✓ Undone
        V1: direction: incoming → –

        > /undo
        ✓ Undone
        No longer counts: V1 · 3 May 2025 · Tirana: Visit
        Tirana is no longer among your partners.

        > /undo
        There is nothing of yours to undo in this chat.

        > /show v1
        V1 · Visit
        Tirana, Albania
        Saturday, 3 May 2025
        ⚠ Void: kept, but it does not count.

        > /history v1
        History of V1
        4 May 2026, 09:00 · Fatma: undone
        4 May 2026, 09:00 · Fatma: undone
        4 May 2026, 09:00 · Fatma: direction: incoming
        4 May 2026, 09:00 · Fatma: logged
    """)


def test_what_is_stored(desk: Desk) -> None:
    desk.say(
        "/visit from Tirana 3–5 June 2025 technical visit, 6 people, with Ayşe Demir, Can Er #waste: recycling plant"
    )
    assert desk.records() == [
        StoredRecord(
            id=1,
            number=1,
            version=1,
            record=Record(
                details=Visit(
                    direction=Direction.INCOMING,
                    kind=VisitKind.TECHNICAL,
                    purpose="recycling plant",
                    people=6,
                    participants=("Ayşe Demir", "Can Er"),
                ),
                period=Period(date(2025, 6, 3), date(2025, 6, 5)),
                links=(Link(1),),
                themes=("waste",),
            ),
            created_by="Fatma",
            created_at=NOW,
        )
    ]


def test_the_noun_alone_shows_and_lists(desk: Desk) -> None:
    desk.say("/visit from Tirana 3 May 2025")
    desk.say("/visit to Skopje undated courtesy call")
    desk.chat("""
        > /visit
        Visits
        V1 · 3 May 2025 · Tirana: Visit · incoming
        V2 · undated · Skopje: Courtesy call · outgoing
        [1] V1  [2] V2

        > [V2]
        V2 · Courtesy call · outgoing
        Skopje, North Macedonia
        undated
        [1] Edit

        > visit tirana
        V1 · Visit · incoming
        Tirana, Albania
        Saturday, 3 May 2025
        [1] Edit

        > v1
        V1 · Visit · incoming
        Tirana, Albania
        Saturday, 3 May 2025
        [1] Edit

        > /ziyaret V3
        There is no V3.
        /find looks through everything, for example /find tirana.
    """)


def test_turkish_words_in_an_english_setting(desk: Desk) -> None:
    desk.chat("""
        > /ziyaret tiran'dan 3-5 haziran teknik ziyaret: katı atık tesisi
        ✓ V1 · Technical visit · incoming
        Tirana, Albania
        Wednesday–Friday, 3–5 June 2026
        Purpose: katı atık tesisi
        [1] Undo  [2] Edit

        > pardon 4 haziran
        ✓ V1: Wednesday–Friday, 3–5 June 2026 → Thursday, 4 June 2026
        [1] Undo  [2] Add as note instead

        > ↪ V1: yok, üsküp
        ✓ V1: Tirana → Skopje
        [1] Undo  [2] Add as note instead

        > /gerial
        ✓ Undone
        V1: Skopje → Tirana
        Skopje is no longer among your partners.

        > /geçersiz v1
        ✓ V1 · Technical visit · incoming
        Void: kept for the audit, but it no longer counts.
        [1] Undo

        > /geri_al
        ✓ Undone
        Counts again: V1 · 4 June 2026 · Tirana: Technical visit · incoming, katı atık tesisi

        > /göster v1
        V1 · Technical visit · incoming
        Tirana, Albania
        Thursday, 4 June 2026
        Purpose: katı atık tesisi
        [1] Edit
    """)


def test_a_turkish_desk(desk: Desk) -> None:
    desk.team(language="tr", city="Ankara")
    desk.chat("""
        > /ziyaret tiran'dan 3-5 haziran teknik ziyaret: katı atık tesisi
        ✓ V1 · Teknik ziyaret · gelen heyet
        Tiran, Arnavutluk
        3–5 Haziran 2026 Çarşamba–Cuma
        Amaç: katı atık tesisi
        [1] Geri al  [2] Düzelt

        > pardon 4 haziran
        ✓ V1: 3–5 Haziran 2026 Çarşamba–Cuma → 4 Haziran 2026 Perşembe
        [1] Geri al  [2] Not olarak ekle

        > ↪ V1: yok, üsküp
        ✓ V1: Tiran → Üsküp
        [1] Geri al  [2] Not olarak ekle

        > /duzelt v1 konu: su arıtma
        ✓ V1: konu: su arıtma
        V1 · Teknik ziyaret · gelen heyet
        Üsküp, Kuzey Makedonya
        4 Haziran 2026 Perşembe
        Amaç: katı atık tesisi
        Konu: su arıtma
        [1] Geri al  [2] Düzelt

        > v1
        V1 · Teknik ziyaret · gelen heyet
        Üsküp, Kuzey Makedonya
        4 Haziran 2026 Perşembe
        Amaç: katı atık tesisi
        Konu: su arıtma
        [1] Düzelt

        > ziyaret üsküp 12 mayıs
        ✓ V2 · Ziyaret
        Üsküp, Kuzey Makedonya
        12 Mayıs 2026 Salı
        Kim gitti, kim geldi?
        [1] Onlar gelecek  [2] Biz gideceğiz
        [3] Geri al  [4] Düzelt

        > [Biz gideceğiz]
        ✓ V2: yön: giden heyet
        V2 · Ziyaret · giden heyet
        Üsküp, Kuzey Makedonya
        12 Mayıs 2026 Salı
        [1] Geri al  [2] Düzelt

        > /gerial
        ✓ Geri alındı
        V2: yön: giden heyet → –

        > /gerial
        ✓ Geri alındı
        Artık sayılmıyor: V2 · 12 Mayıs 2026 · Üsküp: Ziyaret

        > /gerial
        ✓ Geri alındı
        V1: konu: su arıtma → –

        > /gerial
        ✓ Geri alındı
        V1: Üsküp → Tiran
        Üsküp artık kentleriniz arasında değil.

        > /gerial
        ✓ Geri alındı
        V1: 4 Haziran 2026 Perşembe → 3–5 Haziran 2026 Çarşamba–Cuma

        > /geçmiş v1
        V1 geçmişi
        4 Mayıs 2026, 09:00 · Fatma: geri aldı
        4 Mayıs 2026, 09:00 · Fatma: geri aldı
        4 Mayıs 2026, 09:00 · Fatma: geri aldı
        4 Mayıs 2026, 09:00 · Fatma: konu: su arıtma
        4 Mayıs 2026, 09:00 · Fatma: Tiran → Üsküp
        4 Mayıs 2026, 09:00 · Fatma: 3–5 Haziran 2026 Çarşamba–Cuma → 4 Haziran 2026 Perşembe
        4 Mayıs 2026, 09:00 · Fatma: kaydetti

        > /ziyaret kudüs 31.02.2026
        31.02.2026 diye bir gün yok. Hiçbir şey kaydedilmedi.
        Yalnızca tarihi yazın, örneğin 28 Şubat 2026.

        > /vizit tiran
        Bunu bilmiyorum: /vizit. /ziyaret mi demek istediniz?
        [1] /ziyaret tiran
    """)


def test_english_words_in_a_turkish_setting(desk: Desk) -> None:
    desk.team(language="tr", city="Ankara")
    desk.say("/log visit from Tirana 03/05/2025, technical visit")
    desk.say("no, 4 May 2025")
    assert desk.record("V1").record == Record(
        details=Visit(direction=Direction.INCOMING, kind=VisitKind.TECHNICAL),
        period=Period.day(date(2025, 5, 4)),
        links=(Link(1),),
    )


def test_what_cannot_be(desk: Desk) -> None:
    desk.chat("""
        > /visit Tirana 31.02.2025
        There is no 31.02.2025. Nothing was stored.
        Send the date alone, for example 28 February 2025.

        > /visit Tirana 5 May 2025 - 3 May 2025
        The end (3 May 2025) is before the start (5 May 2025). Nothing was stored.
        Send it alone, for example 10–13 September 2026.

        > /visit Nowhereville 3 May 2025
        I do not know a place called “Nowhereville”. Nothing was stored.
        Check the spelling, or write it with its country: Hanover, Germany.
        [1] Keep “Nowhereville” as it is

        > /vizit Tirana 3 May 2025
        I do not know /vizit. Did you mean /visit?
        [1] /visit Tirana 3 May 2025

        > [/visit Tirana 3 May 2025]
        ✓ V1 · Visit
        Tirana, Albania
        Saturday, 3 May 2025
        Who went where?
        [1] They came to us  [2] We went there
        [3] Undo  [4] Edit
    """)


def test_the_day_is_that_of_the_team(desk: Desk) -> None:
    desk.clock.now = datetime.fromisoformat("2026-05-04T22:30:00+00:00")
    desk.say("/visit from Tirana today")
    assert desk.record("V1").record.period == Period.day(date(2026, 5, 5))


def test_strangers_and_viewers_change_nothing(desk: Desk) -> None:
    assert desk.stranger().say("/visit Tirana 3 May 2025") == (
        "I work for the members of a team. If you have a code, send: /join CODE."
    )
    assert desk.as_("Can", Role.VIEWER).say("/visit Tirana 3 May 2025") == (
        "Your role does not allow /visit.\nAsk an admin of your team."
    )
    assert desk.records() == []


def test_an_answer_goes_in_front_of_the_purpose(desk: Desk) -> None:
    desk.chat("""
        > /log visit from Tirana: waste plant
        When is it? For example: 10–13 September 2026, October 2026, undated.

        > 3 May 2025
        ✓ V1 · Visit · incoming
        Tirana, Albania
        Saturday, 3 May 2025
        Purpose: waste plant
        [1] Undo  [2] Edit

        > /log visit 4 May 2025 incoming: cemetery
        Which city? For example: Tirana.

        > Skopje
        ✓ V2 · Visit · incoming
        Skopje, North Macedonia
        Sunday, 4 May 2025
        Purpose: cemetery
        [1] Undo  [2] Edit
    """)


def test_the_umbrella_without_a_noun_keeps_what_was_typed(desk: Desk) -> None:
    assert desk.say("/log tirana 3 May 2025").startswith("What should I log?")
    assert desk.press("/visit").splitlines()[:3] == ["✓ V1 · Visit", "Tirana, Albania", "Saturday, 3 May 2025"]
    desk.say("/log")
    assert desk.press("/event").startswith("/event – ")
