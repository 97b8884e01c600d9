"""Words of dates that are towns, dates that are no towns, and everyday words beside a date."""

from tests.desk import Desk


def test_a_word_of_a_date_that_is_the_town(desk: Desk) -> None:
    desk.chat("""
        > /visit to Of 3 June 2025
        ✓ V1 · Visit · outgoing
        Of, Türkiye
        Tuesday, 3 June 2025
        [1] Undo  [2] Edit

        > /visit to March 3 May 2025
        ✓ V2 · Visit · outgoing
        March, United Kingdom
        Saturday, 3 May 2025
        [1] Undo  [2] Edit
    """)


def test_and_in_turkish(desk: Desk) -> None:
    desk.language = "tr"
    desk.chat("""
        > /ziyaret Çarşamba'ya 3 haziran 2025
        ✓ V1 · Ziyaret · giden heyet
        Çarşamba, Türkiye
        3 Haziran 2025 Salı
        [1] Geri al  [2] Düzelt

        > /ziyaret Of'tan 3 haziran 2025
        ✓ V2 · Ziyaret · gelen heyet
        Of, Türkiye
        3 Haziran 2025 Salı
        [1] Geri al  [2] Düzelt

        > /ziyaret Çarşamba 3 haziran 2026
        Hangi kent? Örneğin: Tiran.
        [1] Çarşamba, Türkiye

        > tiran
        ✓ V3 · Ziyaret
        Tiran, Arnavutluk
        3 Haziran 2026 Çarşamba
        Kim gitti, kim geldi?
        [1] Onlar gelecek  [2] Biz gideceğiz
        [3] Geri al  [4] Düzelt
    """)


def test_a_date_alone_is_no_town(desk: Desk) -> None:
    assert desk.say("/visit 3 March 2025") == "Which city? For example: Tirana."
    assert desk.say("/visit March 2025") == "Which city? For example: Tirana."


def test_everyday_words_are_not_asked_as_places(desk: Desk) -> None:
    desk.chat("""
        > /visit 3 June 2025 okay
        Which city? For example: Tirana.

        > Tirana
        ✓ V1 · Visit
        Tirana, Albania
        Tuesday, 3 June 2025
        Purpose: okay
        Who went where?
        [1] They came to us  [2] We went there
        [3] Undo  [4] Edit
    """)
    desk.language = "tr"
    desk.chat("""
        > /ziyaret 4 haziran 2025 tamam
        Hangi kent? Örneğin: Tiran.

        > /ziyaret 4 haziran 2025 toplantı
        Hangi kent? Örneğin: Tiran.

        > tiran
        ✓ V2 · Ziyaret
        Tiran, Arnavutluk
        4 Haziran 2025 Çarşamba
        Amaç: toplantı
        Kim gitti, kim geldi?
        [1] Onlar geldi  [2] Biz gittik
        [3] Geri al  [4] Düzelt
    """)


def test_numbers_behind_a_name_are_no_part_of_it(desk: Desk) -> None:
    assert desk.say("/visit Hanover 77/77 3 June 2025").startswith("Which Hanover?")
    assert "“Hanover” is Hannover, Germany from now on." in desk.press("Hannover, Germany")
    desk.language = "tr"
    assert desk.say("/ziyaret Tirrna 77/77 3 haziran 2025").startswith("Hangi Tirrna?")
