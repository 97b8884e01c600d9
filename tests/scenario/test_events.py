"""Events, memberships and projects as conversations."""

from tests.desk import Desk


def test_culture_days_from_logging_to_taking_back(desk: Desk) -> None:
    desk.team(city="Ankara").chat("""
        > /log event Budapest Days in Ankara
        When is it? For example: 10–13 September 2026, October 2026, undated.

        > 10–13 September 2015
        ✓ E1 · Culture days
        Budapest Days in Ankara
        Thursday–Sunday, 10–13 September 2015
        Host: Ankara (us)
        Guest: Budapest, Hungary
        [1] Undo  [2] Edit

        > no, October 2015
        ✓ E1: Thursday–Sunday, 10–13 September 2015 → October 2015
        [1] Undo  [2] Add as note instead

        > /edit e1 host: Budapest
        ✓ E1: guest: Budapest → Ankara; host: Ankara → Budapest
        E1 · Culture days
        Budapest Days in Ankara
        October 2015
        Host: Budapest, Hungary
        Guest: Ankara (us)
        [1] Undo  [2] Edit

        > [Undo]
        ✓ Undone
        E1: guest: Ankara → Budapest; host: Budapest → Ankara

        > /etkinlik budapeşte
        E1 · Culture days
        Budapest Days in Ankara
        October 2015
        Host: Ankara (us)
        Guest: Budapest, Hungary
        [1] Edit
    """)


def test_culture_days_of_a_place_with_namesakes(desk: Desk) -> None:
    asked = desk.team(city="Ankara").say("/log event Hanover Days in Ankara, 2024")
    assert asked.startswith("Which Hanover?\n[1] Hannover, Germany")
    assert desk.press("Hannover, Germany").splitlines() == [
        "✓ E1 · Culture days",
        "Hannover Days in Ankara",
        "2024",
        "Host: Ankara (us)",
        "Guest: Hannover, Germany",
        "“Hanover” is Hannover, Germany from now on.",
        "[1] Undo  [2] Edit",
    ]


def test_event_of_a_network(desk: Desk) -> None:
    desk.chat("""
        > /log event General Assembly of OICC, 2006
        ✓ E1 · Event
        General Assembly of OICC
        2006
        [1] Undo  [2] Edit

        > /log membership Organization of Islamic Capitals and Cities (OICC)
        ✓ M1 · Membership
        Organization of Islamic Capitals and Cities
        Acronym: OICC
        [1] Undo  [2] Edit

        > /log event General Assembly of OICC, online, 2007
        ✓ E2 · Event · online
        General Assembly of OICC
        2007
        Network: Organization of Islamic Capitals and Cities
        [1] Undo  [2] Edit

        > /edit e2 attended
        ✓ E2: attendance: online → attended
        E2 · Event · attended
        General Assembly of OICC
        2007
        Network: Organization of Islamic Capitals and Cities
        [1] Undo  [2] Edit
    """)


def test_event_needs_a_title(desk: Desk) -> None:
    desk.chat("""
        > /event 2024
        What is it called? For example: Budapest Days in Ankara.

        > Youth Forum in Hanover
        ✓ E1 · Event
        Youth Forum in Hanover
        2024
        [1] Undo  [2] Edit
    """)


def test_membership_is_logged_once(desk: Desk) -> None:
    desk.chat("""
        > /uyelik ICLEI
        ✓ M1 · Membership
        Local Governments for Sustainability
        Acronym: ICLEI
        [1] Undo  [2] Edit

        > /log membership Local Governments for Sustainability since 2005
        You are a member already.
        Nothing was stored.
        M1 · Membership
        Local Governments for Sustainability
        Acronym: ICLEI
        [1] Edit  [2] Papers  [3] Add: since 2005

        > [Add: since 2005]
        ✓ M1: undated → 2005
        M1 · Membership
        Local Governments for Sustainability
        Acronym: ICLEI
        Since: 2005
        [1] Undo  [2] Edit

        > /log membership iclei
        You have been a member since 2005.
        Nothing was stored.
        M1 · Membership
        Local Governments for Sustainability
        Acronym: ICLEI
        Since: 2005
        [1] Edit  [2] Papers

        > /membership ICLEI
        M1 · Membership
        Local Governments for Sustainability
        Acronym: ICLEI
        Since: 2005
        [1] Edit  [2] Papers
    """)


def test_project_and_its_fields(desk: Desk) -> None:
    desk.chat("""
        > /log project Clean Rivers, funded by IPA, €250,000, with Skopje, Prizren, 2026–2028
        ✓ P1 · Project
        Clean Rivers
        2026–2028
        Funder: IPA
        Budget: €250,000
        With: Skopje, Prizren
        [1] Undo  [2] Edit

        > /edit p1 budget: 40000 EUR
        ✓ P1: budget: €250,000 → €40,000
        P1 · Project
        Clean Rivers
        2026–2028
        Funder: IPA
        Budget: €40,000
        With: Skopje, Prizren
        [1] Undo  [2] Edit

        > /edit p1 with: Tirana, Skopje
        ✓ P1: Skopje, Prizren → Skopje, Tirana
        P1 · Project
        Clean Rivers
        2026–2028
        Funder: IPA
        Budget: €40,000
        With: Skopje, Tirana
        [1] Undo  [2] Edit

        > /proje üsküp
        P1 · Project
        Clean Rivers
        2026–2028
        Funder: IPA
        Budget: €40,000
        With: Skopje, Tirana
        [1] Edit
    """)
