"""What was learnt: logged, told apart, found again by theme in either language; and calls, which are notes, too."""

from bot.domain.notes import Note, NoteKind
from bot.domain.periods import Period
from bot.domain.records import Link, Record
from tests.desk import NOW, Desk


def test_a_lesson_and_what_it_is(desk: Desk) -> None:
    desk.chat("""
        > /log lesson Prizren: a second interpreter is a must #environment
        ✓ N1 · Lesson
        Prizren, Kosovo
        a second interpreter is a must
        Themes: environment
        What is it?
        [1] Good practice  [2] What went wrong
        [3] Undo  [4] Edit

        > [Good practice]
        ✓ N1: kind: Lesson → Good practice
        N1 · Good practice
        Prizren, Kosovo
        a second interpreter is a must
        Themes: environment
        [1] Undo  [2] Edit

        > /lesson failure: nobody had the keys
        ✓ N2 · What went wrong
        nobody had the keys
        [1] Undo  [2] Edit
        [3] #environment

        > [#environment]
        ✓ N2: themes: environment
        N2 · What went wrong
        nobody had the keys
        Themes: environment
        [1] Undo  [2] Edit

        > /lesson Prizren
        N1 · Good practice
        Prizren, Kosovo
        a second interpreter is a must
        Themes: environment
        [1] Edit

        > /lesson
        Lessons
        N2 · What went wrong: nobody had the keys
        N1 · Good practice · Prizren: a second interpreter is a must
        [1] N2  [2] N1

        > /log lesson Prizren:
        What should be noted? For example: a second interpreter is a must.
    """)
    assert desk.record("N1").record == Record(
        details=Note(text="a second interpreter is a must", kind=NoteKind.GOOD_PRACTICE),
        links=(Link(1),),
        themes=("environment",),
    )


def test_about_a_visit(desk: Desk) -> None:
    desk.say("/visit from Tirana 3 May 2025")
    desk.chat("""
        > /lesson V1: what went wrong: the bus was late #sdg11
        ✓ N1 · What went wrong
        V1 · Tirana, Albania
        the bus was late
        Themes: SDG 11 Sustainable Cities and Communities
        [1] Undo  [2] Edit

        > ↪ V1: iyi uygulama: menü önceden gönderildi
        ✓ N2 · Good practice
        V1 · Tirana, Albania
        menü önceden gönderildi
        [1] Undo  [2] Edit
    """)


def test_found_by_any_name_of_the_theme(desk: Desk) -> None:
    desk.say("/lesson good practice: one, konu: çevre")
    desk.say("/lesson good practice: two #environment")
    desk.say("/lesson failure: Tirana: three #ska11")
    desk.say("/note four #cevre")
    desk.say("/visit from Tirana 3 May 2025: waste plant, SDG 11")
    for asked in ("#çevre", "environment", "theme: environment", "çevre", "konu: Çevre"):
        assert [line[:2] for line in desk.say(f"/lessons {asked}").splitlines()[1:3]] == ["N2", "N1"], asked
    for asked in ("#sdg11", "SDG 11", "SKA 11", "#sdg-11", "sürdürülebilir şehirler ve topluluklar", "Tirana"):
        assert desk.say(f"/lessons {asked}").splitlines()[1].startswith("N3"), asked
    desk.chat("""
        > /lessons good practices
        Lessons · good practices
        N2 · Good practice: two
        N1 · Good practice: one
        [1] N2  [2] N1

        > /lessons nonsense
        “nonsense” is no partner and no theme of yours.
        For example: /lessons #environment, /lessons Tirana, /lessons good practice.

        > /lessons tourism
        Lessons · tourism
        No lesson yet. To log one: /lesson Tirana: a second interpreter is a must

        > /find #environment
        “#environment” · 3 records
        N4 · four
        N2 · Good practice: two
        N1 · Good practice: one
        [1] N4  [2] N2  [3] N1

        > /find #sdg11
        “#sdg11” · 2 records
        V1 · 3 May 2025 · Tirana: Visit · incoming, waste plant
        N3 · What went wrong · Tirana: three
        [1] V1  [2] N3

        > /find #environment two
        N2 · Good practice
        two
        Themes: environment
        [1] Edit

        > /find #plant
        V1 · Visit · incoming
        Tirana, Albania
        Saturday, 3 May 2025
        Purpose: waste plant
        Themes: SDG 11 Sustainable Cities and Communities
        [1] Edit
    """)


def test_the_teams_own_names(desk: Desk) -> None:
    desk.say("/lesson good practice: one #doğa")
    desk.say("/lesson good practice: two #environment")
    assert "N2" not in desk.say("/lessons #doğa")
    desk.chat("""
        > /team themes environment = nature, doğa
        ✓ One theme: environment = nature = doğa

        > /lessons #nature
        Lessons · nature
        N2 · Good practice: two
        N1 · Good practice: one
        [1] N2  [2] N1

        > /team themes çevre
        environment = çevre = environmental protection = çevre koruma = doğa = nature
        To add a name: /team themes environment = nature

        > /team themes environment = none
        ✓ environment: no names of your own

        > /lessons #doğa
        Lessons · doğa
        N1 · Good practice: one
        [1] N1

        > /team themes sister schools = kardeş okul
        ✓ One theme: sister schools = kardeş okul

        > /team themes a =
        ✓ a: no names of your own

        > /team themes a = b,c,d,e,f,g,h,i,j,k,l,m,n
        I cannot read which names are one theme. Nothing was changed.
        For example: /team themes environment = nature, doğa. Without names: /team themes environment = none.
    """)
    shown = desk.say("/team themes").splitlines()
    assert shown[0] == "Themes and their names"
    assert "environment = çevre" in shown
    assert "sister schools = kardeş okul" in shown
    assert "Used most: doğa (1), environment (1)" in shown
    assert desk.as_("Ayşe").say("/team themes x = y").startswith("Your role does not allow")


def test_calls(desk: Desk) -> None:
    desk.chat("""
        > /log call Tirana 2 May: they will send the programme #culture
        ✓ N1 · Call
        Tirana, Albania
        Saturday, 2 May 2026
        they will send the programme
        Themes: culture
        [1] Undo  [2] Edit

        > /call Tirana
        ✓ N2 · Call
        Tirana, Albania
        Monday, 4 May 2026
        [1] Undo  [2] Edit

        > no, 3 May
        ✓ N2: Monday, 4 May 2026 → Sunday, 3 May 2026
        [1] Undo  [2] Add as note instead

        > /call
        Calls
        N2 · 3 May 2026 · Call · Tirana
        N1 · 2 May 2026 · Call · Tirana: they will send the programme
        [1] N2  [2] N1

        > /call Tirana 20 May: the programme
        A call is noted when it has been made. Nothing was stored.
        Without a day it was today: /call Tirana: they will send the programme.

        > /call
        Calls
        N2 · 3 May 2026 · Call · Tirana
        N1 · 2 May 2026 · Call · Tirana: they will send the programme
        [1] N2  [2] N1

        > we called Skopje about the visit on 20 May
        ✓ N3 · Call
        Skopje, North Macedonia
        Monday, 4 May 2026
        about the visit on 20 May
        [1] Undo  [2] Edit

        > /log call
        Which city? For example: Tirana.

        > Seoul
        ✓ N4 · Call
        Seoul, South Korea
        Monday, 4 May 2026
        [1] Undo  [2] Edit

        > /note Tirana: we called the mayor: no answer
        ✓ N5 · Note
        Tirana, Albania
        we called the mayor: no answer
        [1] Undo  [2] Edit
    """)
    assert desk.record("N3").record == Record(
        details=Note(text="about the visit on 20 May", kind=NoteKind.CALL),
        period=Period.day(NOW.date()),
        links=(Link(2),),
    )


def test_which_hanover_was_called(desk: Desk) -> None:
    desk.chat("""
        > /log call Hanover yesterday: the fair
        Which Hanover?
        [1] Hannover, Germany  [2] Hanover, MD, United States  [3] Hanover, PA, United States  [4] Hanover, MA, United States  [5] Keep “Hanover” as it is

        > [Hannover, Germany]
        ✓ N1 · Call
        Hannover, Germany
        Sunday, 3 May 2026
        the fair
        “Hanover” is Hannover, Germany from now on.
        [1] Undo  [2] Edit
    """)


def test_in_turkish(desk: Desk) -> None:
    desk.team(city="Ankara", language="tr")
    desk.chat("""
        > /ders prizren: yedek tercüman şart, konu: çevre
        ✓ N1 · Çıkarılan ders
        Prizren, Kosova
        yedek tercüman şart
        Konu: çevre
        Hangisi?
        [1] İyi uygulama  [2] Aksayan yön
        [3] Geri al  [4] Düzelt

        > [İyi uygulama]
        ✓ N1: tür: Çıkarılan ders → İyi uygulama
        N1 · İyi uygulama
        Prizren, Kosova
        yedek tercüman şart
        Konu: çevre
        [1] Geri al  [2] Düzelt

        > aksayan yön: anahtar kimsede yoktu #ska11
        Çıkarılan ders olarak kaydedeyim mi?
        [1] Evet  [2] Hayır

        > evet
        ✓ N2 · Aksayan yön
        anahtar kimsede yoktu
        Konu: SKA 11 Sürdürülebilir Şehirler ve Topluluklar
        [1] Geri al  [2] Düzelt

        > /dersler environment
        Çıkarılan dersler · environment
        N1 · İyi uygulama · Prizren: yedek tercüman şart
        [1] N1

        > dersler aksayan yönler
        Çıkarılan dersler · aksayan yönler
        N2 · Aksayan yön: anahtar kimsede yoktu
        [1] N2

        > /ara konu: çevre
        N1 · İyi uygulama
        Prizren, Kosova
        yedek tercüman şart
        Konu: çevre
        [1] Düzelt

        > aradık tiran: programı gönderecekler
        ✓ N3 · Telefon görüşmesi
        Tiran, Arnavutluk
        4 Mayıs 2026 Pazartesi
        programı gönderecekler
        [1] Geri al  [2] Düzelt

        > /not tiran'la telefon görüşmesi 2 mayıs: iyi geçti
        ✓ N4 · Telefon görüşmesi
        Tiran, Arnavutluk
        2 Mayıs 2026 Cumartesi
        iyi geçti
        [1] Geri al  [2] Düzelt

        > /ekip konular çevre = doğa
        ✓ Tek konu: çevre = doğa

        > /dersler doğa
        Çıkarılan dersler · doğa
        N1 · İyi uygulama · Prizren: yedek tercüman şart
        [1] N1
    """)
