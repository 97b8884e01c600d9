"""How relationships stand, as conversations: who is quiet, who came to whom, and what would help."""

from typing import Any

import pytest
from sqlalchemy import Connection

from bot.digests.quiet import gone_quiet
from bot.digests.section import Edition
from bot.i18n import translator
from tests.desk import NOW, Desk

FILED = (
    "/visit from Tirana 3 May 2022",
    "/visit from Tirana 4 June 2023",
    "/visit from Tirana 4 June 2024",
    "/visit to Skopje 8 March 2026",
    "/visit from Skopje 8 March 2024",
    "/agreement Skopje town twinning 1995",
    "/visit from Prishtina 2016",
    "/visit to Seoul undated",
    "/note Bishkek: to be asked",
)


@pytest.fixture
def filed(desk: Desk) -> Desk:
    for line in FILED:
        assert "✓" in desk.say(line), line
    desk.later(minutes=11)
    return desk


def test_all_partners_the_worst_first(filed: Desk) -> None:
    filed.chat("""
        > /health
        Relationships · 5 partners
        2 quiet · 1 active · 2 not known
        Tirana · quiet: no contact for 23 months
        Pristina · quiet: last contact 2016
        Skopje · active: last contact 8 weeks ago
        Bishkek · not known: no contact is recorded
        Seoul · not known: 1 contact without a date
    """)


def test_one_partner_woken(filed: Desk) -> None:
    filed.chat("""
        > /health Tirana
        Tirana · Tiran, Albania
        Relationship: quiet
        no contact for 23 months · less often: 0 in 12 months, 3 in the 4 years before · in 5 years only they came (3×) · no agreement
        Last contact: V3 · 4 June 2024 · Visit · incoming
        → A visit, a letter or a call would wake it.
        → It is our turn to go there.
        [1] Log a visit  [2] Tirana

        > /visit to Tirana 20 May 2026
        ✓ V8 · Visit · outgoing
        Tirana, Albania
        Wednesday, 20 May 2026
        [1] Undo  [2] Edit

        > /health Tirana
        Tirana · Tiran, Albania
        Relationship: quiet
        no contact for 23 months · less often: 0 in 12 months, 3 in the 4 years before · in 5 years only they came (3×) · no agreement
        Last contact: V3 · 4 June 2024 · Visit · incoming
        Next: V8 · 20 May 2026 · Visit · outgoing
        → It is our turn to go there.
        [1] Log a visit  [2] Tirana

        > /call Tirana: they expect us
        ✓ N2 · Call
        Tirana, Albania
        Monday, 4 May 2026
        they expect us
        [1] Undo  [2] Edit

        > /health Tirana
        Tirana · Tiran, Albania
        Relationship: steady
        last contact today · 1 in 12 months, 3 in the 4 years before · in 5 years only they came (3×) · no agreement
        Last contact: N2 · 4 May 2026 · Call: they expect us
        Next: V8 · 20 May 2026 · Visit · outgoing
        → It is our turn to go there.
        [1] Log a visit  [2] Tirana

        > /edit v3 4 June 2023
        ✓ V3: Tuesday, 4 June 2024 → Sunday, 4 June 2023
        V3 · Visit · incoming
        Tirana, Albania
        Sunday, 4 June 2023
        [1] Undo  [2] Edit

        > /void n2
        ✓ N2 · Call
        Void: kept for the audit, but it no longer counts.
        [1] Undo

        > /quiet
        No contact for 12 months · 4 partners
        Pristina · V6 · 2016 · 10 years ago
        Tirana · V3 · 4 June 2023 · 2 years ago · the next is planned
        Bishkek · no dated contact
        Seoul · no dated contact
        [1] Pristina  [2] Tirana  [3] Bishkek  [4] Seoul
    """)


def test_what_nobody_dated_is_said_so(filed: Desk) -> None:
    filed.chat("""
        > /health Seoul
        Seoul · Seul, South Korea
        Relationship: not known
        1 contact without a date · no agreement
        → A date would tell: /edit V7 date: 2016
        [1] Log a visit  [2] Seoul

        > /edit V7 date: 2016
        ✓ V7: undated → 2016
        V7 · Visit · outgoing
        Seoul, South Korea
        2016
        [1] Undo  [2] Edit

        > /health Seoul
        Seoul · Seul, South Korea
        Relationship: quiet
        last contact 2016 · no agreement
        Last contact: V7 · 2016 · Visit · outgoing
        → A visit, a letter or a call would wake it.
        [1] Log a visit  [2] Seoul

        > /last Seoul
        Seoul · Seul, South Korea
        Last contact: 10 years ago
          V7 · 2016 · Visit · outgoing
        Nothing is planned.
        [1] V7  [2] Log a visit
    """)


def test_quiet_for_so_long(filed: Desk) -> None:
    assert filed.say("/quiet 2 years").splitlines()[:2] == [
        "No contact for 24 months · 3 partners",
        "Pristina · V6 · 2016 · 10 years ago",
    ]
    assert filed.say("/quiet 1").splitlines()[0] == "No contact for 1 month · 5 partners"
    filed.chat("""
        > /quiet soon
        “soon” is no number of months.
        For example: /quiet, /quiet 6, /quiet 2 years.

        > /quiet 0
        “0” is no number of months.
        For example: /quiet, /quiet 6, /quiet 2 years.
    """)
    for line in ("call Bishkek", "call Pristina", "call Tirana", "call Seoul", "call Skopje"):
        assert "✓" in filed.say(f"/log {line}")
    assert filed.say("/quiet").splitlines()[1] == "None: every partner was in touch."


def test_who_came_to_whom(filed: Desk) -> None:
    filed.say("/visit Skopje 9 March 2026")
    filed.say("/event Skopje Days in Ankara, 10–13 September 2025")
    filed.later(minutes=11)
    filed.chat("""
        > /reciprocity
        Reciprocity, 2022–2026
        Tirana: they came 3×, we went 0×
        Skopje: they came 1×, we went 1×, 1 not said
        In all: they came 4×, we went 1×, 1 not said
        [1] 2026  [2] 2025  [3] 2024

        > [2026]
        Reciprocity, 2026
        Skopje: they came 0×, we went 1×, 1 not said
        [1] 2025  [2] 2024  [3] 2023

        > /reciprocity Seoul
        Reciprocity, Seoul, South Korea
        undated: they came 0×, we went 1×
        [1] Seoul

        > /reciprocity 1999
        Reciprocity, 1999
        No visit and no culture days.
        [1] 2026  [2] 2025  [3] 2024
    """)


def test_in_turkish(desk: Desk) -> None:
    desk.team(city="Ankara", language="tr")
    for line in (
        "/ziyaret tiran'dan 3 mayıs 2022",
        "/ziyaret tiran'dan 4 haziran 2024",
        "/ziyaret üsküp'e 8 mart 2026",
        "/protokol üsküp kardeş şehir 1995",
        "/ziyaret priştine'den 2016",
        "/etkinlik ankara'da üsküp günleri 10-13 eylül 2025",
    ):
        assert "✓" in desk.say(line), line
    desk.later(minutes=11)
    desk.chat("""
        > /durum
        İlişki durumu · 3 kent
        2 hareketsiz · 1 canlı
        Tiran · hareketsiz: 23 aydır temas yok
        Priştine · hareketsiz: son temas 2016
        Üsküp · canlı: son temas 8 hafta önce

        > /durum üsküp
        Üsküp · Skopje, Kuzey Makedonya
        İlişki durumu: canlı
        son temas 8 hafta önce · son 12 ayda 2, önceki 4 yılda 0 temas · 5 yılda 1 gelen, 1 giden · protokol var
        Son temas: V3 · 8 Mart 2026 · Ziyaret · giden heyet
        [1] Ziyaret ekle  [2] Üsküp

        > /temassiz
        12 aydır temas yok · 2 kent
        Priştine · V4 · 2016 · 10 yıl önce
        Tiran · V2 · 4 Haziran 2024 · 23 ay önce
        [1] Priştine  [2] Tiran

        > /temassız 3 yıl
        36 aydır temas yok · 1 kent
        Priştine · V4 · 2016 · 10 yıl önce
        [1] Priştine

        > /karşılıklılık
        Karşılıklılık, 2022–2026
        Tiran: 2 gelen, 0 giden
        Üsküp: 1 gelen, 1 giden
        Toplam: 3 gelen, 1 giden
        [1] 2026  [2] 2025  [3] 2024

        > tiran'ı aradık: programı gönderecekler
        Telefon görüşmesi olarak kaydedeyim mi?
        Tiran, Arnavutluk · 4 Mayıs 2026 Pazartesi
        [1] Evet  [2] Hayır

        > evet
        ✓ N1 · Telefon görüşmesi
        Tiran, Arnavutluk
        4 Mayıs 2026 Pazartesi
        programı gönderecekler
        [1] Geri al  [2] Düzelt

        > /kent tiran
        Tiran · Tirana, Arnavutluk
        Orada saat 08.11 (1 saat geri)
        Son temas: N1 · bugün
        İlişki durumu: düzenli
        Son kayıtlar:
          V2 · 4 Haziran 2024 · Ziyaret · gelen heyet
          V1 · 3 Mayıs 2022 · Ziyaret · gelen heyet
        Not: N1 · 4 Mayıs 2026 · Telefon görüşmesi: programı gönderecekler
        [1] Ziyaret ekle  [2] Tümü
    """)


def test_many_partners_come_in_pages(desk: Desk) -> None:
    for number in range(17):
        desk.say(f"/visit from new:Town_{number:02} 2020")
    assert len(desk.say("/health").splitlines()) == 2 + 15 + 2
    assert desk.press("More").splitlines()[-2:] == [
        "Town 15 · quiet: last contact 2020",
        "Town 16 · quiet: last contact 2020",
    ]
    assert "… and 2 more" in desk.say("/quiet")
    assert desk.press("More").splitlines()[1] == "Town 15 · V16 · 2020 · 6 years ago"


def test_the_digest_counts_them_once_a_month(filed: Desk) -> None:
    def said(**values: Any) -> str:
        def build(db: Connection) -> str:
            of_chat = Edition(db=db, team=filed.stored_team, now=NOW, today=NOW.date(), t=translator("en"), **values)
            part = gone_quiet(of_chat)
            return " ".join([*part.lines, *(button.label for button in part.buttons)]) if part else ""

        return filed.read(build)

    assert said(first_of_month=True) == "Quiet for a year: 2 partners Who is quiet"
    filed.say("/visit to Tirana 20 May 2026")
    assert said(first_of_month=True) == "Quiet for a year: 1 partner Who is quiet"
    assert said() == ""
    assert said(first_of_month=True, member_id=1) == ""


def test_nothing_is_said_where_there_is_nothing(desk: Desk) -> None:
    desk.chat("""
        > /health
        No partners yet.
        Logging a visit or an event adds one: /visit Tirana 3 May 2025

        > /quiet
        No contact for 12 months
        No partners yet.

        > /reciprocity
        Reciprocity, 2022–2026
        No visit and no culture days.
        [1] 2026  [2] 2025  [3] 2024
    """)
