"""Gifts: received and given, with what the law asks for; what they are worth is for nobody who reads along."""

from datetime import date
from decimal import Decimal

from bot.domain.gifts import Gift, GiftDirection
from bot.domain.periods import Period
from bot.domain.records import Link, Record
from tests.desk import Desk


def test_received_and_given(desk: Desk) -> None:
    desk.chat(
        """
        > /log gift from Skopje: silver tray
        ✓ G1 · Gift received
        silver tray
        From: Skopje, North Macedonia
        Monday, 4 May 2026
        Value not assessed
        [1] Undo  [2] Edit

        > /gift to the mayor of Tirana: İznik plate, worth €150, yesterday
        ✓ G2 · Gift given
        İznik plate
        To: the mayor of Tirana; Tirana, Albania
        Sunday, 3 May 2026
        Value: €150
        [1] Undo  [2] Edit

        > /gift Tirana: book
        Was it received, or given?
        [1] Received  [2] Given

        > [Received]
        ✓ G3 · Gift received
        book
        From: Tirana, Albania
        Monday, 4 May 2026
        Value not assessed
        [1] Undo  [2] Edit

        > /gift tirana
        Tirana: Gifts
    """.replace("        > /gift tirana\n        Tirana: Gifts\n", "")
    )
    assert desk.record("G2").record == Record(
        details=Gift(
            direction=GiftDirection.GIVEN,
            what="İznik plate",
            who="the mayor of Tirana",
            value=Decimal(150),
            currency="EUR",
        ),
        period=Period.day(date(2026, 5, 3)),
        links=(Link(2),),
    )


def test_the_law_in_turkiye(desk: Desk) -> None:
    desk.team(city="Ankara", language="tr")
    desk.chat("""
        > /hediye üsküp'ten: gümüş tepsi
        ✓ G1 · Kabul edilen hediye
        gümüş tepsi
        Kimden: Üsküp, Kuzey Makedonya
        4 Mayıs 2026 Pazartesi
        Değeri takdir edilmedi
        3628 sayılı Kanun m. 3: ₺280.750 (2026) üzerindeyse kuruma teslim için son gün 4 Haziran 2026
        Değer takdiri için son gün: 14 Mayıs 2026
        [1] Geri al  [2] Düzelt

        > /duzelt G1 değer 300.000 TL
        ✓ G1: değer: ₺300.000
        G1 · Kabul edilen hediye
        gümüş tepsi
        Kimden: Üsküp, Kuzey Makedonya
        4 Mayıs 2026 Pazartesi
        Değeri: ₺300.000
        ⚠ Kuruma teslim için son gün: 4 Haziran 2026
        3628 sayılı Kanun m. 3: ₺280.750 (2026) üzerinde
        [1] Geri al  [2] Düzelt

        > /hediye üsküp'e: İznik çinisi, değeri 5000 TL
        ✓ G2 · Takdim edilen hediye
        İznik çinisi
        Kime: Üsküp, Kuzey Makedonya
        4 Mayıs 2026 Pazartesi
        Değeri: ₺5.000
        [1] Geri al  [2] Düzelt

        > /hediye valiliğe: plaket
        ✓ G3 · Takdim edilen hediye
        plaket
        Kime: valiliğe
        4 Mayıs 2026 Pazartesi
        Değeri takdir edilmedi
        [1] Geri al  [2] Düzelt
    """)


def test_received_abroad_counts_from_the_return(desk: Desk) -> None:
    desk.team(city="Ankara")
    desk.say("/visit to Skopje 20-24 April 2026")
    desk.chat("""
        > /gift from Skopje: silver tray, 1000 TL, 21 April for V1
        ✓ G1 · Gift received
        silver tray
        From: Skopje, North Macedonia · V1
        Tuesday, 21 April 2026
        Value: TRY1,000
        Law 3628 art. 3: not above TRY280,750 (2026)
        [1] Undo  [2] Edit

        > /gift from Skopje: book, 21 April for V1
        ✓ G2 · Gift received
        book
        From: Skopje, North Macedonia · V1
        Tuesday, 21 April 2026
        Value not assessed
        Law 3628 art. 3: if above TRY280,750 (2026), to the institution by 21 May 2026
        Valuation by 4 May 2026
        [1] Undo  [2] Edit
    """)


def test_nothing_of_the_value_in_a_group(desk: Desk) -> None:
    desk.team(city="Ankara")
    group = desk.in_group()
    group.chat("""
        > /gift from Skopje: silver tray, 300000 TL
        ✓ G1 · Gift received
        silver tray
        From: Skopje, North Macedonia
        Monday, 4 May 2026
        Its value is shown in a direct message only.
        Law 3628 art. 3: if above TRY280,750 (2026), to the institution by 4 June 2026
        [1] Undo  [2] Edit
    """)
    group.say("/edit G1 value: 400000 TL")
    for look in ("/history G1", "/gift", "/gift skopje", "/find tray", "/show G1", "/partner skopje"):
        said = group.say(look)
        assert not any(number in said.replace(",", "").replace(".", "") for number in ("300000", "400000")), look
    assert group.say("/find 400000").startswith("Nothing has")
    assert "TRY400,000" in desk.say("/show G1")


def test_what_is_missing_is_asked(desk: Desk) -> None:
    desk.chat("""
        > /log gift
        Who is it from, or to? For example: from Skopje.

        > from Skopje
        What was the gift? For example: a silver tray.

        > silver tray
        ✓ G1 · Gift received
        silver tray
        From: Skopje, North Macedonia
        Monday, 4 May 2026
        Value not assessed
        [1] Undo  [2] Edit
    """)


def test_a_bare_number_at_the_end_is_a_value_that_no_group_reads(desk: Desk) -> None:
    desk.team(city="Ankara")
    assert "Value: TRY777" in desk.say("/gift from Skopje: tray, 777")
    assert desk.say("/gift to Skopje: vase, 2").splitlines()[1] == "vase, 2"
