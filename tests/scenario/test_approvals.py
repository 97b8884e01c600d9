"""The approval chain, as conversations: what is missing, what is awaited, what came late."""

import pytest

from bot.permissions import Role
from bot.storage.agreements import count_lacking_approval
from tests.desk import Desk


def lacking(desk: Desk) -> int:
    return desk.read(lambda db: count_lacking_approval(db, desk.stored_team.id))


def test_a_missing_record_is_called_so_and_not_in_force_only_when_it_is_awaited(desk: Desk) -> None:
    desk.team(city="Ankara", date_order="day")
    desk.chat("""
        > /agreement Bishkek sister city 14 March 2024
        ✓ A1 · Town twinning agreement
        Bishkek, Kyrgyzstan
        Open-ended · signed 14 March 2024
        ⚠ Council decision: no record
        ⚠ Ministry permission: no record
        [1] Undo  [2] Record council decision  [3] Record permission  [4] Edit

        > [Record permission]
        A1, ministry permission: when, and under which number? For example: 1 July 2011 no 171.
        [1] Requested  [2] On file, number not known  [3] Not required

        > [Requested]
        ✓ A1: ministry permission: requested
        A1 · Town twinning agreement
        Bishkek, Kyrgyzstan
        Open-ended · signed 14 March 2024
        Ministry permission: requested
        ⚠ Council decision: no record
        ⚠ Not in force yet, permission awaited
        [1] Undo  [2] Record council decision  [3] Record permission  [4] Edit

        > /council a1 01.03.2024 171
        ✓ A1: council decision: 1 March 2024, no 171
        A1 · Town twinning agreement
        Bishkek, Kyrgyzstan
        Open-ended · signed 14 March 2024
        Council decision: 1 March 2024, no 171
        Ministry permission: requested
        ⚠ Not in force yet, permission awaited
        [1] Undo  [2] Record permission  [3] Edit

        > /permission a1 20.03.2024 12301/50000
        ✓ A1: ministry permission: requested → 20 March 2024, no 12301/50000
        A1 · Town twinning agreement
        Bishkek, Kyrgyzstan
        Open-ended · signed 14 March 2024
        Council decision: 1 March 2024, no 171
        Ministry permission: 20 March 2024, no 12301/50000 (Ministry of Environment, Urbanisation and Climate Change)
        ⚠ Ministry permission: dated after the signing
        [1] Undo  [2] Edit

        > /edit a1 permission: not required
        ✓ A1: ministry permission: 20 March 2024, no 12301/50000 → not required
        A1 · Town twinning agreement
        Bishkek, Kyrgyzstan
        Open-ended · signed 14 March 2024
        Council decision: 1 March 2024, no 171
        Ministry permission: not required
        [1] Undo  [2] Edit

        > [Undo]
        ✓ Undone
        A1: ministry permission: not required → 20 March 2024, no 12301/50000

        > /council a1 none
        ✓ A1: council decision: 1 March 2024, no 171 → –
        A1 · Town twinning agreement
        Bishkek, Kyrgyzstan
        Open-ended · signed 14 March 2024
        Ministry permission: 20 March 2024, no 12301/50000 (Ministry of Environment, Urbanisation and Climate Change)
        ⚠ Council decision: no record
        ⚠ Ministry permission: dated after the signing
        [1] Undo  [2] Record council decision  [3] Edit
    """)


def test_in_turkish(desk: Desk) -> None:
    desk.team(city="Ankara", language="tr")
    desk.chat("""
        > /protokol bişkek kardeş şehir 14 mart 2024
        ✓ A1 · Kardeş şehir protokolü
        Bişkek, Kırgızistan
        Süresiz · imza: 14 Mart 2024
        ⚠ Meclis kararı kaydı yok
        ⚠ Bakanlık izni kaydı yok
        [1] Geri al  [2] Meclis kararını işle  [3] İzni işle  [4] Düzelt

        > /izin a1 istendi 3 mayıs 2026 E-12345678-000-9876
        ✓ A1: bakanlık izni: istendi 3 Mayıs 2026, sayı E-12345678-000-9876
        A1 · Kardeş şehir protokolü
        Bişkek, Kırgızistan
        Süresiz · imza: 14 Mart 2024
        Bakanlık izni: istendi 3 Mayıs 2026, sayı E-12345678-000-9876
        ⚠ Meclis kararı kaydı yok
        ⚠ Yürürlüğe girmedi, izin bekleniyor
        [1] Geri al  [2] Meclis kararını işle  [3] İzni işle  [4] Düzelt

        > /karar a1 dosyada
        ✓ A1: meclis kararı: dosyada, sayısı bilinmiyor
        A1 · Kardeş şehir protokolü
        Bişkek, Kırgızistan
        Süresiz · imza: 14 Mart 2024
        Meclis kararı: dosyada, sayısı bilinmiyor
        Bakanlık izni: istendi 3 Mayıs 2026, sayı E-12345678-000-9876
        ⚠ Yürürlüğe girmedi, izin bekleniyor
        [1] Geri al  [2] İzni işle  [3] Düzelt

        > /protokol Beit Hanoun, Filistin kardeş şehir 23.11.2011, karar 01.07.2011 sayı 171, izin 23.12.2011 sayı 31750/50000
        ✓ A2 · Kardeş şehir protokolü
        Beyt Hanun, Filistin
        Süresiz · imza: 23 Kasım 2011
        Meclis kararı: 1 Temmuz 2011, sayı 171
        Bakanlık izni: 23 Aralık 2011, sayı 31750/50000 (İçişleri Bakanlığı)
        ⚠ Bakanlık izni imzadan sonra alınmış
        [1] Geri al  [2] Düzelt

        > /protokol a2
        A2 · Kardeş şehir protokolü
        Beyt Hanun, Filistin
        Süresiz · imza: 23 Kasım 2011
        Meclis kararı: 1 Temmuz 2011, sayı 171
        Bakanlık izni: 23 Aralık 2011, sayı 31750/50000 (İçişleri Bakanlığı)
        ⚠ Bakanlık izni imzadan sonra alınmış
        [1] Düzelt  [2] Evrak

        > [Evrak]
        A2 kaydında evrak yok.
        Kartına yanıt olarak fotoğraf veya PDF gönderin.

        > /protokoller onayı eksik
        Onay kaydı eksik: 1
        A1 · 14 Mart 2024 · Bişkek: Kardeş şehir protokolü
        [1] A1
    """)


def test_two_municipalities_of_one_country_need_no_ministry(desk: Desk) -> None:
    desk.team(city="Ankara")
    desk.chat("""
        > /agreement Bursa sister city 2001, council decision 1 February 2001 no 55
        ✓ A1 · Town twinning agreement
        Bursa, Türkiye
        Open-ended · signed 2001
        Council decision: 1 February 2001, no 55
        [1] Undo  [2] Edit
    """)
    assert lacking(desk) == 0


def test_what_is_only_talked_about_misses_nothing(desk: Desk) -> None:
    desk.team(city="Ankara")
    said = desk.say("/agreement Rome twinning 2027 negotiating")
    assert "⚠" not in said
    assert lacking(desk) == 0
    assert "⚠ Council decision: no record" in desk.say("/edit a1 status: approved")
    assert lacking(desk) == 1


def test_memberships_need_the_same(desk: Desk) -> None:
    desk.team(city="Ankara")
    desk.chat("""
        > /membership ICLEI since 2005
        ✓ M1 · Membership
        Local Governments for Sustainability
        Acronym: ICLEI
        Since: 2005
        ⚠ Council decision: no record
        ⚠ Ministry permission: no record
        [1] Undo  [2] Record council decision  [3] Record permission  [4] Edit

        > /permission m1 1 June 2006 no 2020/75
        ✓ M1: ministry permission: 1 June 2006, no 2020/75
        M1 · Membership
        Local Governments for Sustainability
        Acronym: ICLEI
        Since: 2005
        Ministry permission: 1 June 2006, no 2020/75 (Ministry of the Interior)
        ⚠ Council decision: no record
        ⚠ Ministry permission: dated after joining
        [1] Undo  [2] Record council decision  [3] Edit

        > /edit m1 fee due: 31 March 2027
        ✓ M1: fee due: Wednesday, 31 March 2027
        M1 · Membership
        Local Governments for Sustainability
        Acronym: ICLEI
        Since: 2005
        Fee due: 31 March 2027
        Ministry permission: 1 June 2006, no 2020/75 (Ministry of the Interior)
        ⚠ Council decision: no record
        ⚠ Ministry permission: dated after joining
        [1] Undo  [2] Record council decision  [3] Edit
    """)
    desk.say("/edit m1 representative: Ayşe Demir")
    assert "Representative: Ayşe Demir" in desk.say("/membership ICLEI")


def test_a_team_has_its_own_chain(desk: Desk) -> None:
    desk.say("/agreement Bishkek sister city 14 March 2024")
    assert lacking(desk) == 0, "no country, no chain"
    desk.chat("""
        > /team approvals
        What agreements and memberships need
        no approval needed (as usual in your country)
        To change: /team approvals council decision, governor's consent. Or: none, usual.

        > /team approvals council decision, governor's consent
        ✓ Approvals: council decision → governor's consent
        Approval not on record: 1

        > /team approvals
        What agreements and memberships need
        council decision → governor's consent
        To file “governor's consent”: /permission A7 governor's consent: 1 July 2011 no 171
        To change: /team approvals council decision, governor's consent. Or: none, usual.

        > /permission a1 governor's consent: 1 March 2024 no 5
        ✓ A1: governor's consent: 1 March 2024, no 5
        A1 · Town twinning agreement
        Bishkek, Kyrgyzstan
        Open-ended · signed 14 March 2024
        Governor's consent: 1 March 2024, no 5
        ⚠ Council decision: no record
        [1] Undo  [2] Record council decision  [3] Edit

        > /edit a1 council: 2 March 2024 no 171
        ✓ A1: council decision: 2 March 2024, no 171
        A1 · Town twinning agreement
        Bishkek, Kyrgyzstan
        Open-ended · signed 14 March 2024
        Council decision: 2 March 2024, no 171
        Governor's consent: 1 March 2024, no 5
        ⚠ Governor's consent: dated before the council decision
        [1] Undo  [2] Edit

        > /team approvals none
        ✓ Approvals: no approval needed
    """)
    assert lacking(desk) == 0
    assert desk.as_("Ayşe", Role.MEMBER).say("/team approvals usual").startswith("Your role does not allow")


def test_the_chain_follows_the_country_and_void_records_do_not_count(desk: Desk) -> None:
    desk.say("/agreement Bishkek sister city 14 March 2024")
    desk.say("/agreement Osh sister city 14 March 2025")
    desk.say("/membership ICLEI")
    assert lacking(desk) == 0
    desk.say("/team city Ankara")
    assert lacking(desk) == 3
    desk.say("/void a2")
    assert lacking(desk) == 2
    desk.say("/undo")
    assert lacking(desk) == 3
    desk.say("/team country AL")
    assert lacking(desk) == 0


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/permission", "Which record?"),
        ("/council 1 July 2011 no 171", "Which record?"),
        ("/council a7 1 July 2011 no 171", "There is no a7."),
        ("/council a1", "A1, council decision: when, and under which number?"),
        ("/council a1 soon", "I cannot read “soon” as a date and a number."),
        ("/council v1 on file", "V1 is neither an agreement nor a membership."),
        ("/permission a2 on file", "A2 is void."),
    ],
)
def test_what_is_missing_or_wrong_is_said(desk: Desk, typed: str, said: str) -> None:
    desk.say("/visit Tirana 3 May 2025")
    desk.say("/agreement Bishkek sister city 14 March 2024")
    desk.say("/agreement Osh sister city 14 March 2024")
    desk.say("/void a2")
    assert desk.say(typed).startswith(said)
    assert all(stored.record.details.approvals == () for stored in desk.records()[1:])  # type: ignore[union-attr]


def test_the_record_that_was_forgotten_is_asked_and_put_in_front(desk: Desk) -> None:
    desk.say("/agreement Bishkek sister city 14 March 2024")
    desk.say("/council 1 July 2011 no 171")
    assert desk.say("a1").startswith("✓ A1: council decision: 1 July 2011, no 171")


def test_a_number_is_found(desk: Desk) -> None:
    desk.say("/agreement Bishkek sister city 14 March 2024, permission 23 December 2011 no 31750/50000")
    assert desk.say("/find 31750/50000").startswith("A1 · Town twinning agreement")
