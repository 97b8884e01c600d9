"""Terms, notice, renewal and end of agreements, as conversations. It is 4 May 2026."""

import pytest

from bot.domain.agreements import Agreement
from tests.desk import Desk


def test_a_term_a_notice_and_a_renewal_by_itself(desk: Desk) -> None:
    desk.chat("""
        > /agreement Tirana MoU 25 June 2021 for 5 years, renews by itself, 3 months' notice
        ✓ A1 · Memorandum of understanding
        Tirana, Albania
        Until 24 June 2026, renews by itself · signed 25 June 2021
        Last day to give notice was 24 March 2026 (3 months ahead)
        [1] Undo  [2] Edit

        > /agreement Skopje MoU 25 June 2011 for 5 years, renews by itself; place: Ankara; signatories: Ana Kola, Ayşe Demir
        ✓ A2 · Memorandum of understanding
        Skopje, North Macedonia
        Until 24 June 2026, renews by itself · signed 25 June 2011
        Place of signing: Ankara
        Signed by: Ana Kola, Ayşe Demir
        [1] Undo  [2] Edit

        > /agreement Osh cooperation 3 May 2015 for 5 years
        ✓ A3 · Cooperation protocol
        Osh, Kyrgyzstan
        Expired, 2 May 2020 · signed 3 May 2015
        [1] Undo  [2] Edit

        > /agreement Bishkek MoU 1 November 2023 for 3 years, 3 months' notice
        ✓ A4 · Memorandum of understanding
        Bishkek, Kyrgyzstan
        Until 31 October 2026 · signed 1 November 2023
        Last day to give notice: 31 July 2026 (3 months ahead)
        [1] Undo  [2] Edit

        > /agreements expiring
        Ends and last days of notice until 31 October 2026
        A1 · 25 June 2021 · Tirana: Memorandum of understanding · ends 24 June 2026
        A2 · 25 June 2011 · Skopje: Memorandum of understanding · ends 24 June 2026
        A4 · 1 November 2023 · Bishkek: Memorandum of understanding · last day to give notice 31 July 2026
        [1] A1  [2] A2  [3] A4

        > /edit a4 6 months' notice
        ✓ A4: notice: 3 months → 6 months
        A4 · Memorandum of understanding
        Bishkek, Kyrgyzstan
        Until 31 October 2026 · signed 1 November 2023
        Last day to give notice was 30 April 2026 (6 months ahead)
        [1] Undo  [2] Edit

        > /edit a4 renews by itself for 1 year
        ✓ A4: term: 3 years → 1 year; renewal: by itself
        A4 · Memorandum of understanding
        Bishkek, Kyrgyzstan
        Until 31 October 2026, renews by itself · signed 1 November 2023
        Last day to give notice was 30 April 2026 (6 months ahead)
        [1] Undo  [2] Edit
    """)


def test_renewed_and_ended(desk: Desk) -> None:
    desk.chat("""
        > /agreement Osh cooperation 3 May 2015 for 5 years
        ✓ A1 · Cooperation protocol
        Osh, Kyrgyzstan
        Expired, 2 May 2020 · signed 3 May 2015
        [1] Undo  [2] Edit

        > /renew a1 5 years from 3 May 2020
        ✓ A1: until: Saturday, 2 May 2020 → Friday, 2 May 2025; status: renewed, 3 May 2020
        A1 · Cooperation protocol
        Osh, Kyrgyzstan
        Expired, 2 May 2025 · signed 3 May 2015
        [1] Undo  [2] Edit

        > /renew a1 until 2030
        ✓ A1: until: Friday, 2 May 2025 → Tuesday, 31 December 2030; status: renewed, 3 May 2020 → renewed, 4 May 2026; term: 5 years → –
        A1 · Cooperation protocol
        Osh, Kyrgyzstan
        Renewed, 4 May 2026 · until 31 December 2030 · signed 3 May 2015
        [1] Undo  [2] Edit

        > /agreement Osh twinning 1 May 2026
        ✓ A2 · Town twinning agreement
        Osh, Kyrgyzstan
        Open-ended · signed 1 May 2026
        [1] Undo  [2] Edit

        > /renew a1 by a2
        ✓ A1: status: renewed, 4 May 2026 → renewed, 1 May 2026; renewed by: A2
        A1 · Cooperation protocol
        Osh, Kyrgyzstan
        Renewed, 1 May 2026 · until 31 December 2030 · signed 3 May 2015
        Renewed by A2
        [1] Undo  [2] Edit

        > /agreement a2
        A2 · Town twinning agreement
        Osh, Kyrgyzstan
        Open-ended · signed 1 May 2026
        Supersedes A1
        [1] Edit  [2] Papers

        > /end a1 no contact
        A1 was renewed by A2. Nothing was changed.
        Renew or end A2.

        > /end a2 cancelled 2 May 2026: by the council
        ✓ A2: status: cancelled, 2 May 2026; reason: by the council
        A2 · Town twinning agreement
        Osh, Kyrgyzstan
        Cancelled, 2 May 2026 · signed 1 May 2026
        Reason: by the council
        Supersedes A1
        [1] Undo  [2] Edit

        > /end a2 once more
        A2 is “cancelled”: that cannot become “ended”. Nothing was changed.
        If the status itself is wrong: /edit A2 status: in force.
    """)


def test_a_renewal_by_another_is_undone_on_both(desk: Desk) -> None:
    desk.say("/agreement Osh cooperation 3 May 2015")
    desk.say("/agreement Osh twinning 1 May 2026")
    desk.say("/renew a1 a2")
    desk.press("Undo")
    for short_id in ("A1", "A2"):
        details = desk.record(short_id).record.details
        assert isinstance(details, Agreement)
        assert (details.supersedes, details.renewed_by, details.status) == ((), None, None)


def test_what_is_void_follows_nothing(desk: Desk) -> None:
    desk.say("/agreement Osh cooperation 3 May 2015")
    desk.say("/agreement Osh twinning 1 May 2026")
    desk.say("/renew a1 a2")
    desk.say("/void a2")
    assert "Renewed by" not in desk.say("/agreement a1")
    desk.say("/undo")
    assert "Renewed by A2" in desk.say("/agreement a1")
    assert "Supersedes A1" in desk.say("/agreement a2")


def test_in_turkish(desk: Desk) -> None:
    desk.team(language="tr")
    desk.chat("""
        > /protokol kuala lumpur mutabakat zaptı 25 haziran 2022 5 yıllığına, kendiliğinden uzar, 3 ay önceden bildirim
        ✓ A1 · Mutabakat zaptı
        Kuala Lumpur, Malezya
        24 Haziran 2027 tarihine kadar, kendiliğinden uzar · imza: 25 Haziran 2022
        Bildirim için son gün: 24 Mart 2027 (3 ay önceden)
        [1] Geri al  [2] Düzelt

        > /protokol tiran iş birliği protokolü 1 ocak 2025 2 yıllığına, 3 ay önceden bildirim
        ✓ A2 · İş birliği protokolü
        Tiran, Arnavutluk
        31 Aralık 2026 tarihine kadar · imza: 1 Ocak 2025
        Bildirim için son gün: 30 Eylül 2026 (3 ay önceden)
        [1] Geri al  [2] Düzelt

        > /protokoller süresi dolan
        31 Ekim 2026 tarihine kadar süresi dolan ya da bildirimi gereken
        A2 · 1 Ocak 2025 · Tiran: İş birliği protokolü · bildirim için son gün: 30 Eylül 2026
        [1] A2

        > /uzat a2 5 yıl
        ✓ A2: bitiş: 31 Aralık 2026 Perşembe → 31 Aralık 2031 Çarşamba; durum: süresi uzatıldı, 4 Mayıs 2026; süre: 2 yıl → 5 yıl
        A2 · İş birliği protokolü
        Tiran, Arnavutluk
        Süresi uzatıldı, 4 Mayıs 2026 · 31 Aralık 2031 tarihine kadar · imza: 1 Ocak 2025
        Bildirim için son gün: 30 Eylül 2031 (3 ay önceden)
        [1] Geri al  [2] Düzelt

        > /fesih a2 1 mayıs 2026: karşı tarafın yazısıyla
        ✓ A2: durum: süresi uzatıldı, 4 Mayıs 2026 → feshedildi, 1 Mayıs 2026; gerekçe: karşı tarafın yazısıyla
        A2 · İş birliği protokolü
        Tiran, Arnavutluk
        Feshedildi, 1 Mayıs 2026 · imza: 1 Ocak 2025
        Gerekçe: karşı tarafın yazısıyla
        [1] Geri al  [2] Düzelt

        > /bitir a1 iptal 15 mart 2026: meclis kararıyla
        ✓ A1: durum: iptal edildi, 15 Mart 2026; gerekçe: meclis kararıyla
        A1 · Mutabakat zaptı
        Kuala Lumpur, Malezya
        İptal edildi, 15 Mart 2026 · imza: 25 Haziran 2022
        Gerekçe: meclis kararıyla
        [1] Geri al  [2] Düzelt

        > /uzat a1
        A1 şu anda “iptal edildi”: bundan “süresi uzatıldı” olamaz. Hiçbir şey değişmedi.
        Durumun kendisi yanlışsa: /duzelt A1 durum: yürürlükte.

        > /protokoller süresi dolan
        31 Ekim 2026 tarihine kadar süresi dolan ya da bildirimi gereken
        Burada kayıt yok.
    """)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/renew", "Which record?"),
        ("/renew a1", "For how long is A1 renewed?"),
        ("/renew a1 gladly", "I cannot read “gladly” as a new term."),
        ("/renew a1 by a1", "A1 cannot take its own place."),
        ("/renew a1 by a9", "There is no A9."),
        ("/renew a2 until 2026", "The new end (31 December 2026) is not after the present one (24 June 2030)."),
        ("/end v1", "There is no v1."),
        ("/end m1", "M1 is no agreement."),
        ("/edit a1 renewed by: A2", "That is set by /renew"),
        ("/edit a1 notice: often", "I cannot read “often” as a length of time."),
    ],
)
def test_what_is_missing_or_wrong_is_said(desk: Desk, typed: str, said: str) -> None:
    desk.say("/agreement Osh twinning 3 May 2015")
    desk.say("/agreement Bishkek MoU 25 June 2025 for 5 years")
    desk.say("/membership ICLEI")
    assert desk.say(typed).startswith(said)
    assert [stored.version for stored in desk.records()] == [1, 1, 1]


@pytest.mark.parametrize(
    ("typed", "status", "reason"),
    [
        ("/end a1 no contact for years", "ended, 4 May 2026", "no contact for years"),
        ("/end a1 15 March 2017 unanimous decision", "ended, 15 March 2017", "unanimous decision"),
        ("/end a1 terminated 1 March 2026: by their letter", "terminated, 1 March 2026", "by their letter"),
        ("/bitir a1 fesih 1 mart 2026: mektupla", "terminated, 1 March 2026", "mektupla"),
        ("/fesih a1 mektupla", "terminated, 4 May 2026", "mektupla"),
        ("/bitir a1 iptal", "cancelled, 4 May 2026", ""),
        ("/bitir a1 15.03.2017 meclis kararıyla iptal", "cancelled, 15 March 2017", "meclis kararıyla iptal"),
        ("/bitir a1 sona erdi", "ended, 4 May 2026", ""),
    ],
)
def test_the_fixed_words_for_an_end(desk: Desk, typed: str, status: str, reason: str) -> None:
    desk.say("/agreement Osh twinning 3 May 2015")
    expected = f"✓ A1: status: {status}" + (f"; reason: {reason}" if reason else "")
    assert desk.say(typed).splitlines()[0] == expected


def test_lists_with_pages(desk: Desk) -> None:
    for day in range(1, 11):
        desk.say(f"/agreement Osh twinning {day} May 2015")
    desk.chat("""
        > /agreements
        Agreements · 10
        A10 · 10 May 2015 · Osh: Town twinning agreement
        A9 · 9 May 2015 · Osh: Town twinning agreement
        A8 · 8 May 2015 · Osh: Town twinning agreement
        A7 · 7 May 2015 · Osh: Town twinning agreement
        A6 · 6 May 2015 · Osh: Town twinning agreement
        A5 · 5 May 2015 · Osh: Town twinning agreement
        A4 · 4 May 2015 · Osh: Town twinning agreement
        A3 · 3 May 2015 · Osh: Town twinning agreement
        … and 2 more
        [1] A10  [2] A9  [3] A8  [4] A7  [5] More  [6] Ending soon  [7] Approval missing

        > [More]
        Agreements · 10
        A2 · 2 May 2015 · Osh: Town twinning agreement
        A1 · 1 May 2015 · Osh: Town twinning agreement
        [1] A2  [2] A1  [3] Ending soon  [4] Approval missing

        > [Approval missing]
        Approval not on record: 0
        Nothing here.

        > /agreements osh page 2
        Agreements · Osh
        A2 · 2 May 2015 · Osh: Town twinning agreement
        A1 · 1 May 2015 · Osh: Town twinning agreement
        [1] A2  [2] A1
    """)


def test_who_gave_notice_ended_it_by_notice(desk: Desk) -> None:
    desk.language = "tr"
    desk.say("/protokol seul mutabakat zaptı 1 ocak 2022 5 yıllığına")
    assert "durum: feshedildi" in desk.say("/bitir a1 karşı taraf feshetti")
