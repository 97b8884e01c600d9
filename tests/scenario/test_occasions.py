"""What calls for a letter: listed, said once in the weekly agenda, and elections and terms of office as they are told."""

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.digests.occasions import build_occasions
from bot.digests.section import Edition, Part
from bot.i18n import translator
from bot.permissions import Role
from tests.desk import Desk

OSLO = "17 May · Norway: Constitution Day (Oslo)"


@pytest.fixture
def ankara(desk: Desk) -> Desk:
    return desk.team(city="Ankara")


def _part(desk: Desk, member_id: int | None = None) -> Part | None:
    """The section of the agenda as of the desk's day."""
    team, now = desk.stored_team, desk.clock.now
    today = now.astimezone(ZoneInfo(team.timezone)).date()
    t = translator(team.language)
    return desk.read(lambda db: build_occasions(Edition(db, team, now, today, t, member_id=member_id)))


def _lines(desk: Desk) -> tuple[str, ...]:
    part = _part(desk)
    return part.lines if part else ()


def test_what_is_ahead(ankara: Desk) -> None:
    for typed in (
        "/visit Oslo 2020",
        "/visit Bergen 2019",
        "/agreement Skopje twinning 1 July 2001",
        "/agreement Skopje MoU 20 May 2003",
        "/agreement Rotterdam twinning 2005 cancelled 15 March 2017",
        "/visit Managua 2018",
        "/visit London 2018",
        "/contact Vidar Berg, mayor, Bergen",
        "/edit c1 term until June 2026",
        "/election Skopje 21 June 2026",
    ):
        ankara.say(typed)
    ankara.chat("""
        > /occasions
        Occasions · until 2 August 2026
        17 May · Norway: Constitution Day (Bergen, Oslo)
        June · Bergen: end of term, Vidar Berg, mayor (C1)
        21 June · Skopje: election
        1 July · Skopje: signed 25 years ago (A1)
        2 August · North Macedonia: Republic Day (Ilinden) (Skopje)
        National day not known: United Kingdom
        [1] Draft: Bergen · National day  [2] Draft: Oslo · National day  [3] Draft: Bergen · End of term  [4] Draft: Skopje · Election

        > /occasions Oslo
        Occasions · Oslo, Norway
        17 May · Norway: Constitution Day (Oslo)
        [1] Draft: Oslo · National day

        > /occasions London
        Occasions · London, United Kingdom
        Nothing is ahead.
        United Kingdom: King's Official Birthday is set anew each year; its date is not known to me.

        > /occasions 2028
        Occasions · 2028
        27 April 2028 · Netherlands: King's Day (Rotterdam)
        17 May 2028 · Norway: Constitution Day (Bergen, Oslo)
        20 May 2028 · Skopje: signed 25 years ago (A2)
        2 August 2028 · North Macedonia: Republic Day (Ilinden) (Skopje)
        15 September 2028 · Nicaragua: Independence Day (Managua)
        National day not known: United Kingdom
        [1] Draft: Rotterdam · National day  [2] Draft: Bergen · National day  [3] Draft: Oslo · National day  [4] Draft: Skopje · Anniversary of signing
    """)


def test_in_turkish(ankara: Desk) -> None:
    ankara.team(language="tr").chat("""
        > /protokol üsküp kardeş şehir 1 temmuz 2001
        ✓ A1 · Kardeş şehir protokolü
        Üsküp, Kuzey Makedonya
        Süresiz · imza: 1 Temmuz 2001
        ⚠ Meclis kararı kaydı yok
        ⚠ Bakanlık izni kaydı yok
        [1] Geri al  [2] Meclis kararını işle  [3] İzni işle  [4] Düzelt

        > /secim üsküp 21 haziran 2026
        ✓ Üsküp, Kuzey Makedonya: seçim 21 Haziran 2026 Pazar
        Bir ay önceden ve seçimin ertesi günü haber veririm.
        [1] Geri al

        > millî günler
        Millî günler ve yıl dönümleri · 2 Ağustos 2026 tarihine kadar
        21 Haziran · Üsküp: seçim
        1 Temmuz · Üsküp: imzanın 25. yıl dönümü (A1)
        2 Ağustos · Kuzey Makedonya: Cumhuriyet Günü (İlinden) (Üsküp)
        [1] Taslak: Üsküp · Seçim  [2] Taslak: Üsküp · İmza yıl dönümü  [3] Taslak: Üsküp · Millî gün

        > /gerial
        ✓ Geri alındı
        Üsküp: seçim eski hâlinde.

        > /secim üsküp
        Üsküp, Kuzey Makedonya: bilinen bir seçim yok.
        Yazmak için: /secim Üsküp 14 mart 2027

        > /milligun lefkoşa
        Lefkoşa, KKTC henüz kentleriniz arasında değil.
        Ziyaret ya da etkinlik kaydı ekler, örneğin: /ziyaret Lefkoşa 3 mayıs 2025.
    """)


def test_northern_cyprus_has_its_own_day(ankara: Desk) -> None:
    ankara.say("/visit lefkoşa 2020")
    said = ankara.say("/occasions lefkoşa").splitlines()
    assert said[1:3] == [
        "15 November · Turkish Republic of Northern Cyprus: Republic Day (North Nicosia)",
        "The public holidays of Turkish Republic of Northern Cyprus are not known to me.",
    ]


def test_an_agenda_says_a_national_day_two_weeks_ahead_once(ankara: Desk) -> None:
    ankara.say("/visit Oslo 2020")  # 17 May 2026 is a Sunday
    ankara.clock.now -= timedelta(weeks=3)
    said = []
    for _ in range(8):
        said.append(_lines(ankara))
        ankara.later(days=7)
    assert said == [(), (), (OSLO,), (), (), (), (), ()]


def test_an_agenda_prepares_a_jubilee_from_a_year_ahead(ankara: Desk) -> None:
    ankara.say("/agreement Almaty twinning 3 June 1977")
    ankara.say("/agreement Almaty MoU 3 June 1997")
    said: list[tuple[str, int]] = []
    for week in range(60):
        part = _part(ankara)
        said += [(line, week) for line in (part.lines if part else ()) if "signed" in line]
        ankara.later(days=7)
    jubilee = "3 June 2027 · Almaty: signed 50 years ago (A1)"
    near, plain = "3 June · Almaty: signed 50 years ago (A1)", "3 June · Almaty: signed 30 years ago (A2)"
    assert said == [(jubilee, 4), (jubilee, 30), (near, 47), (plain, 47), (near, 54), (plain, 54)]


def test_an_agenda_says_an_election_a_month_ahead_and_the_day_after(ankara: Desk) -> None:
    ankara.say("/visit Oslo 2020")
    ankara.say("/election Oslo 14 June 2026")
    said = []
    for week in range(9):
        said += [(line, week) for line in _lines(ankara) if "election" in line]
        ankara.later(days=7)
    assert said == [("14 June · Oslo: election", 1), ("14 June · Oslo: election", 6)]


def test_mine_only_is_what_i_look_after(ankara: Desk) -> None:
    ankara.say("/visit Oslo 2020")
    ankara.clock.now -= timedelta(days=1)
    assert _part(ankara, member_id=1) is None


def test_an_agenda_without_occasions_says_nothing(desk: Desk) -> None:
    assert _part(desk) is None


def test_an_agenda_offers_the_letters(ankara: Desk) -> None:
    for city in ("Oslo", "Bergen", "Trondheim", "Stavanger"):
        ankara.say(f"/visit {city} 2020")
    ankara.clock.now -= timedelta(days=1)
    part = _part(ankara)
    assert part is not None
    assert part.heading == "National days and anniversaries"
    assert part.lines == ("17 May · Norway: Constitution Day (Bergen, Oslo, Stavanger, +1)",)
    assert [button.label for button in part.buttons] == [
        "Draft: Bergen · National day",
        "Draft: Oslo · National day",
        "Draft: Stavanger · National day",
    ]


def test_an_election_is_told_changed_and_forgotten(ankara: Desk) -> None:
    ankara.say("/visit Oslo 2020")
    ankara.chat("""
        > /election Oslo September 2027
        ✓ Election in Oslo, Norway: September 2027
        I shall say so a month ahead, and the day after.
        [1] Undo

        > /election Oslo
        Election in Oslo, Norway: September 2027

        > /election Oslo none
        ✓ Oslo, Norway: election forgotten
        [1] Undo

        > [Undo]
        ✓ Undone
        Oslo: the election is as it was.

        > /election Oslo
        Election in Oslo, Norway: September 2027

        > /election Oslo spring 2027
        I cannot read “spring 2027” as a date.
        For example: 3 May 2025, 10–13 September 2026, October 2026, 2026, undated.

        > /history Oslo
        History of Oslo
        4 May 2026, 09:00 · Fatma: undone
        4 May 2026, 09:00 · Fatma: election: –
        4 May 2026, 09:00 · Fatma: election: September 2027
        4 May 2026, 09:00 · Fatma: became a partner
    """)


def test_a_viewer_only_looks(ankara: Desk) -> None:
    ankara.say("/visit Oslo 2020")
    ankara.say("/election Oslo September 2027")
    viewer = ankara.as_("Can", Role.VIEWER)
    assert viewer.say("/election Oslo") == "Election in Oslo, Norway: September 2027"
    assert "✓" not in viewer.say("/election Oslo May 2027")


def test_another_team_knows_nothing_of_it(ankara: Desk) -> None:
    ankara.say("/visit Oslo 2020")
    ankara.say("/election Oslo September 2027")
    other = ankara.of_another_team("Ayşe")
    other.say("/visit Oslo 2021")
    assert other.say("/election Oslo").splitlines()[0] == "Oslo, Norway: no election is known."


@pytest.mark.parametrize(
    ("typed", "term"),
    [
        ("term until March 2029", "until March 2029"),
        ("term: 2024–2029", "2024–2029"),
        ("term of office: April 2024 – March 2029", "April 2024 – March 2029"),
        ("until: 31 March 2029", "until 31 March 2029"),
        ("term since April 2024", "from April 2024 on"),
        ("until 2029", "until 2029"),
        ("Mart 2029'a kadar", "until March 2029"),
        ("term 2024", "from 2024 on"),
        ("in office: 2029", "until 2029"),
        ("görev dönemi: 2024 – 2029", "2024–2029"),
        ("görev dönemi 2029", "until 2029"),
    ],
)
def test_a_term_of_office(ankara: Desk, typed: str, term: str) -> None:
    ankara.say("/contact Vidar Berg, mayor, Bergen")
    assert ankara.say(f"/edit c1 {typed}").splitlines()[0] == f"✓ C1: term of office: {term}"
    assert f"Term of office: {term}" in ankara.in_group().say("/show c1").splitlines()
    assert ankara.say("/edit c1 term: none").splitlines()[0] == f"✓ C1: term of office: {term} → –"
    assert ankara.say("/undo").splitlines()[1] == f"C1: term of office: {term}"


def test_a_term_of_office_in_turkish(ankara: Desk) -> None:
    ankara.team(language="tr").say("/kisi Vidar Berg, Belediye Başkanı, Bergen")
    said = ankara.say("/duzelt c1 görev dönemi Mart 2029'a kadar")
    assert said.splitlines()[0] == "✓ C1: görev dönemi: Mart 2029'a kadar"
    assert "Görev dönemi: Mart 2029'a kadar" in said.splitlines()


def test_a_term_is_not_found_by_how_exactly_it_is_known(ankara: Desk) -> None:
    ankara.say("/contact Vidar Berg, mayor, Bergen")
    ankara.say("/edit c1 term until March 2029")
    assert "C1" not in ankara.say("/find month")


def test_a_term_ends_on_a_day_or_in_a_month_or_year(ankara: Desk) -> None:
    ankara.say("/contact Vidar Berg, mayor, Bergen")
    assert ankara.say("/edit c1 term: spring 2029").splitlines()[0] == "I cannot read “spring 2029” as a date."


def test_of_an_election_that_is_over_nothing_is_promised(ankara: Desk) -> None:
    ankara.say("/visit Tirana 3 May 2025")
    assert "I shall say so" not in ankara.say("/election Tirana yesterday")
    assert "I shall say so" in ankara.say("/election Tirana 14 March 2027")


def test_the_anniversary_of_what_i_logged_and_nobody_owns_is_mine(ankara: Desk) -> None:
    ankara.say("/agreement Skopje twinning 18 May 2001")
    assert "25" in ankara.say("/digest mine")
    assert "25" not in ankara.as_("Ayşe").say("/digest mine").partition("mine")[2]
