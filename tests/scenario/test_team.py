"""The desk's own settings, as conversations."""

from bot.permissions import Role
from tests.desk import Desk


def test_a_city_brings_its_country_and_zone(desk: Desk) -> None:
    desk.chat("""
        > /team
        Our desk
        City: not set
        Country: not set
        Language: English
        Time zone: Europe/Istanbul
        Dates: asked when 3/5 has two meanings
        After a visit: thank-you letter, minutes, gift entry
        To change one: /team city Ankara, /team dates day …

        > /team city Municipality of Seoul
        ✓ City: Seoul, South Korea
        Country: South Korea
        Time zone: Asia/Seoul

        > /team city Ankara Büyükşehir Belediyesi
        ✓ City: Ankara, Türkiye
        Country: Türkiye
        Time zone: Europe/Istanbul

        > /team dates day
        ✓ Dates: 3/5 is 3 May

        > /team
        Our desk
        City: Ankara
        Country: Türkiye
        Language: English
        Time zone: Europe/Istanbul
        Dates: 3/5 is 3 May
        After a visit: thank-you letter, minutes, gift entry
        Approvals: council decision → ministry permission
        To change one: /team city Ankara, /team dates day …
    """)
    team = desk.stored_team
    assert (team.home_city, team.home_place_id, team.country) == ("Ankara", "geo:323786", "TR")


def test_a_zone_that_was_chosen_stays_when_the_city_changes(desk: Desk) -> None:
    desk.chat("""
        > /team timezone Berlin
        ✓ Time zone: Europe/Berlin

        > /team city Seoul
        ✓ City: Seoul, South Korea
        Country: South Korea
    """)
    assert desk.stored_team.timezone == "Europe/Berlin"


def test_settings_in_turkish(desk: Desk) -> None:
    desk.chat("""
        > /ekip belediye Ankara Büyükşehir Belediyesi
        ✓ City: Ankara, Türkiye
        Country: Türkiye

        > /ekip ülke Türkiye
        ✓ Country: Türkiye

        > /ekip saat Londra
        ✓ Time zone: Europe/London

        > /ekip tarih gün
        ✓ Dates: 3/5 is 3 May
    """)
    desk.say("/ekip dil Türkçe")
    assert desk.stored_team.language == "tr"
    desk.say("/team language English")
    assert desk.stored_team.language == "en"


def test_what_is_missing_is_asked(desk: Desk) -> None:
    desk.chat("""
        > /team dates
        What should it be? For example: day
        [1] 3/5 is 3 May  [2] 3/5 is 5 March

        > [3/5 is 5 March]
        ✓ Dates: 3/5 is 5 March

        > /team country
        What should it be? For example: TR

        > Albania
        ✓ Country: Albania

        > /team city Hanover
        Which Hanover?
        [1] Hannover, Germany  [2] Hanover, MD, United States  [3] Hanover, PA, United States  [4] Hanover, MA, United States

        > [Hannover, Germany]
        ✓ City: Hannover, Germany
        Country: Germany
        Time zone: Europe/Berlin

        > /team colour blue
        “colour” is no setting. Nothing was changed.
        There are: /team city, country, language, timezone, dates, label, tasks, approvals, themes. /team shows them.
    """)


def test_only_admins_change_the_team_and_everybody_reads_it(desk: Desk) -> None:
    ayse, viewer = desk.as_("Ayşe"), desk.as_("Veli", Role.VIEWER)
    refused = "Your role does not allow /team.\nAsk an admin of your team."
    assert ayse.say("/team city Ankara") == refused
    assert viewer.say("/ekip dil tr") == refused
    assert ayse.say("/team").startswith("Our desk\nCity: not set")
    assert viewer.say("/ekip").startswith("Our desk\nCity: not set")
    assert desk.stored_team.country == ""


def test_a_label_of_the_desks_own(desk: Desk) -> None:
    desk.say("/visit from Skopje 3 May 2025")
    desk.chat("""
        > /team label Skopje = Makedonya
        ✓ Cards write: Skopje, Makedonya
        [1] Undo

        > v1
        V1 · Visit · incoming
        Skopje, Makedonya
        Saturday, 3 May 2025
        [1] Edit

        > /team
        Our desk
        City: not set
        Country: not set
        Language: English
        Time zone: Europe/Istanbul
        Dates: asked when 3/5 has two meanings
        Labels: Skopje → Makedonya
        After a visit: thank-you letter, minutes, gift entry
        To change one: /team city Ankara, /team dates day …

        > /undo
        ✓ Undone
        Skopje has its former country line again.

        > /ekip etiket üsküp = –
        ✓ Cards write: Skopje
        [1] Undo

        > /ekip etiket üsküp
        Skopje: no country

        > /ekip etiket üsküp = -
        ✓ Cards write: Skopje, North Macedonia
        [1] Undo

        > /team label Madrid = x
        Madrid, Spain is not among your partners yet.
        Logging a visit or an event there adds it, for example: /visit Madrid 3 May 2025.
    """)
