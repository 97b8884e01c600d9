"""A year of a desk, from May to May: a relationship is watched, prepared, woken, renewed, and accounted for.

A delegation that was announced for a holiday is moved, received, followed up and thanked; a partner gone quiet is woken; a
golden jubilee is prepared; an agreement that ends is renewed; an auditor asks.
"""

from tests.desk import Desk
from tests.story import SCREEN, screens, tell

FILED = (
    "/agreement Almaty twinning 3 June 1977, council decision 1 April 1977 no 12, permission on file",
    "/agreement Tirana cooperation protocol 1 March 2022 until 28 February 2027, notice 3 months, council decision 4 January 2022 no 8, permission 9 February 2022 no 12301/50000",
    "/agreement Bishkek MoU 14 March 2024",
    "/visit from Bishkek 10 June 2024 technical visit: trams",
    "/visit to Skopje 20 October 2025 technical visit: solid waste; programme: plant and city hall; outcome: pilot agreed",
    "/visit from Sarajevo 2 June 2025",
    "/visit to Sarajevo 3 May 2024",
    "/contact Kairat Nurlan, mayor, Almaty",
    "/edit C1 form of address: Dear Mr Nurlan",
    "/lesson failure: Bishkek: the interpreter knew no word for tram #public-transport",
)


def test_a_year(desk: Desk) -> None:
    desk.team(city="Ankara")
    for member in ("Ayşe", "Mehmet"):
        desk.as_(member)
    for line in FILED:
        assert desk.say(line).startswith("✓"), line
    tell(
        desk,
        """
        -- Monday 2026-06-01 09:00
        Weekly agenda · 1–7 June 2026
        …
          A2 Tirana: notice by 28 November, ends 28 February 2027
        …
          3 June 2027 · Almaty: signed 50 years ago (A1)
        Approval records missing: 1
        …
        Quiet for a year: 1 partner
        …
        Reminder: A2 · Cooperation protocol
        Tirana, Albania
        Notice by 28 November, ends 28 February 2027 (in 5 months)
        [1] Renewal started  [2] Show  [3] Snooze  [4] Take over

        > /draft Almaty anniversary
        Draft · Anniversary of signing · Almaty
        English · A1 · to Kairat Nurlan (C1)
        Dear Mr Nurlan,
        50 years have passed since Ankara and Almaty signed the agreement that ties our cities (anniversary: 3 June 2027).
        I thank you and all who have kept this friendship alive, and look forward to what we shall do together.
        Yours sincerely,
        Mayor of Ankara
        …

        > /task letter for Almaty's jubilee, Mehmet, 1 March 2027 for A1
        ✓ T1 · Task
        letter for Almaty's jubilee
        A1 · Almaty, Kazakhstan
        Due: Monday, 1 March 2027
        Owner: Mehmet
        …

        > /event Almaty Days in Ankara, 10-13 June 2027
        ✓ E1 · Culture days
        Almaty Days in Ankara
        Thursday–Sunday, 10–13 June 2027
        Host: Ankara (us)
        Guest: Almaty, Kazakhstan
        …

        > /visit to Almaty 3 June 2027: 50 years
        ✓ V5 · Visit · outgoing
        Almaty, Kazakhstan
        Thursday, 3 June 2027
        Purpose: 50 years
        …

        > [A2: renewal started]
        ✓ A2 · Tirana
        The renewal has started: no more reminders until its end moves.
        …

        > [Who is quiet]
        No contact for 12 months · 3 partners
        Bishkek · V1 · 10 June 2024 · 23 months ago
        Almaty · no dated contact · the next is planned
        Tirana · no dated contact
        …

        -- Monday 2026-07-06 09:00
        Weekly agenda · 6–12 July 2026
        Nothing this week, and nothing is due.
        …

        > /health Sarajevo
        Sarajevo · Saraybosna, Bosnia & Herzegovina
        Relationship: quiet
        no contact for 13 months · less often: 0 in 12 months, 2 in the 4 years before · in 5 years they came 1×, we went 1× · no agreement
        Last contact: V3 · 2 June 2025 · Visit · incoming
        → A visit, a letter or a call would wake it.
        …

        > /call Sarajevo: they would gladly see us in autumn
        ✓ N2 · Call
        Sarajevo, Bosnia & Herzegovina
        Monday, 6 July 2026
        they would gladly see us in autumn
        …

        > /health Sarajevo
        Sarajevo · Saraybosna, Bosnia & Herzegovina
        Relationship: active
        last contact today · 1 in 12 months, 2 in the 4 years before · in 5 years they came 1×, we went 1× · no agreement
        Last contact: N2 · 6 July 2026 · Call: they would gladly see us in autumn
        …

        > /visit to Sarajevo 7 September 2026 courtesy call
        ✓ V6 · Courtesy call · outgoing
        Sarajevo, Bosnia & Herzegovina
        Monday, 7 September 2026
        …

        -- Monday 2026-08-10 09:00
        Weekly agenda · 10–16 August 2026
        Nothing this week, and nothing is due.
        …
        Reminder: V6 · Courtesy call · outgoing
        Sarajevo, Bosnia & Herzegovina
        Monday, 7 September 2026
        In 4 weeks
        Last visit: V3 · 2 June 2025 · Visit · incoming
        Note: N2 · 6 July 2026 · Call: they would gladly see us in autumn
        [1] Show  [2] Snooze  [3] Take over

        > Ayşe: /visit from Tirana 27–29 November 2026 technical visit: trams, 6 people, owner: ayşe
        ✓ V7 · Technical visit · incoming
        Tirana, Albania
        Friday–Sunday, 27–29 November 2026 · 6 people
        Purpose: trams
        Owner: Ayşe
        ⚠ 28–29 November · Türkiye: weekend
        ⚠ 28 November · Albania: public holiday (Flag and Independence Day)
        ⚠ 29 November · Albania: public holiday (Liberation Day)
        [1] Undo  [2] Edit  [3] Move to 25–27 November  [4] Move to 2–4 December

        > Ayşe: no, 1 December
        ✓ V7: Friday–Sunday, 27–29 November 2026 → Tuesday, 1 December 2026
        ⚠ 1 December · Albania: public holiday (Liberation Day, observed)
        [1] Undo  [2] Add as note instead  [3] Move to 27 November  [4] Move to 2 December

        > Ayşe: [Move to 2 December]
        ✓ V7: Tuesday, 1 December 2026 → Wednesday, 2 December 2026
        V7 · Technical visit · incoming
        Tirana, Albania
        Wednesday, 2 December 2026 · 6 people
        Purpose: trams
        Owner: Ayşe
        …

        > Ayşe: /lessons #transport
        Lessons · transport
        N1 · What went wrong · Bishkek: the interpreter knew no word for tram
        …

        -- Monday 2026-09-07 09:00
        Weekly agenda · 7–13 September 2026
        …
          Mon 7 · V6 Sarajevo, courtesy call, outgoing
        …

        -- Tuesday 2026-09-08 10:00

        > /health Sarajevo
        Sarajevo · Saraybosna, Bosnia & Herzegovina
        Relationship: active
        last contact yesterday · 2 in 12 months, 2 in the 4 years before · in 5 years they came 1×, we went 2× · no agreement
        Last contact: V6 · 7 September 2026 · Courtesy call · outgoing
        …

        -- Monday 2026-11-02 09:00
        Weekly agenda · 2–8 November 2026
        Approval records missing: 1
        …
        Quiet for a year: 2 partners
        …
        to Ayşe:
        Reminder: V7 · Technical visit · incoming
        Tirana, Albania
        Wednesday, 2 December 2026 · 6 people
        Purpose: trams
        Owner: Ayşe
        In 4 weeks
        [1] Show  [2] Snooze

        -- Monday 2026-11-30 09:00
        Weekly agenda · 30 November – 6 December 2026
        …
          Wed 2 · V7 Tirana, technical visit, incoming, 6 people (Ayşe)
        …
          3 June 2027 · Almaty: signed 50 years ago (A1)
        Approval records missing: 1
        …
        Quiet for a year: 2 partners
        …

        > Ayşe: /me
        My visits and events
        V7 · 2 December 2026 · Tirana: Technical visit · incoming, trams

        > Ayşe: ↪ V7: programme: tram depot, control room, city hall
        ✓ V7: programme: tram depot, control room, city hall
        …

        -- Thursday 2026-12-03 17:00

        > Ayşe: ↪ V7: outcome: two engineers come to Tirana in May
        ✓ V7: outcome: two engineers come to Tirana in May
        [1] Undo  [2] Add as note instead  [3] Add follow-ups

        > Ayşe: [Add follow-ups]
        ✓ 3 follow-ups of V7
        T2 · thank-you letter · V7 Tirana · 10 December 2026 · Ayşe
        T3 · minutes · V7 Tirana · 10 December 2026 · Ayşe
        T4 · gift entry · V7 Tirana · 10 December 2026 · Ayşe
        …

        > Ayşe: /gift from Tirana: silver tray
        ✓ G1 · Gift received
        silver tray
        From: Tirana, Albania
        Thursday, 3 December 2026
        Value not assessed
        Law 3628 art. 3: if above TRY280,750 (2026), to the institution by 3 January 2027
        Valuation by 13 December 2026
        …

        > Ayşe: /done T4
        ✓ T4 · gift entry
        Done: 3 December 2026 · Ayşe
        …

        -- Thursday 2026-12-10 09:00
        to Ayşe:
        Due today:
        T2 · Task
        thank-you letter
        V7 · Tirana, Albania
        Due: Thursday, 10 December 2026
        Owner: Ayşe
        [1] Done  [2] Edit
        to Ayşe:
        Due today:
        T3 · Task
        minutes
        V7 · Tirana, Albania
        Due: Thursday, 10 December 2026
        Owner: Ayşe
        [1] Done  [2] Edit

        > Ayşe: /letter to Tirana: thanks for the visit, today
        ✓ L1 · Letter sent · thanks
        Tirana, Albania
        thanks for the visit
        Thursday, 10 December 2026
        …

        > Ayşe: /done T2
        ✓ T2 · thank-you letter
        Done: 10 December 2026 · Ayşe
        …

        -- Friday 2026-12-11 09:00
        to Ayşe:
        Overdue:
        T3 · Task
        minutes
        V7 · Tirana, Albania
        Due: Thursday, 10 December 2026 · 1 day late
        Owner: Ayşe
        [1] Done  [2] Edit

        > Ayşe: /done T3
        ✓ T3 · minutes
        Done: 11 December 2026 · Ayşe
        …

        -- Monday 2026-12-14 09:00
        Weekly agenda · 14–20 December 2026
        Nothing this week, and nothing is due.
        …

        > /agreement Tirana cooperation protocol 1 March 2027 for 5 years, notice 3 months
        ✓ A4 · Cooperation protocol
        Tirana, Albania
        Until 29 February 2032 · to be signed 1 March 2027
        Last day to give notice: 29 November 2031 (3 months ahead)
        ⚠ Council decision: no record
        ⚠ Ministry permission: no record
        …

        > /council A4 11 December 2026 no 171
        ✓ A4: council decision: 11 December 2026, no 171
        …
        Council decision: 11 December 2026, no 171
        ⚠ Ministry permission: no record
        …

        > /permission A4 requested today no E-12345678-000-9876
        ✓ A4: ministry permission: requested 14 December 2026, no E-12345678-000-9876
        …
        Council decision: 11 December 2026, no 171
        Ministry permission: requested 14 December 2026, no E-12345678-000-9876
        ⚠ Not in force yet, permission awaited
        …

        -- Monday 2027-01-04 09:00
        Weekly agenda · 4–10 January 2027
        …
          A4 Tirana: to be signed 1 March
        Approval records missing: 2
        …
        Quiet for a year: 2 partners
        …

        > /agreements missing
        Approval not on record: 2
        A4 · 1 March 2027 · Tirana: Cooperation protocol
        A3 · 14 March 2024 · Bishkek: Memorandum of understanding
        …

        -- Tuesday 2027-02-09 11:00

        > [Record permission]
        A4, ministry permission: when, and under which number? For example: 1 July 2011 no 171.
        …

        > 8 February 2027 no 31750/50000
        ✓ A4: ministry permission: requested 14 December 2026, no E-12345678-000-9876 → 8 February 2027, no 31750/50000
        …
        Council decision: 11 December 2026, no 171
        Ministry permission: 8 February 2027, no 31750/50000 (Ministry of Environment, Urbanisation and Climate Change)
        …

        > /renew A2 by A4
        ✓ A2: status: renewed, 1 March 2027; renewed by: A4
        …
        Renewed, 1 March 2027 · until 28 February 2027 · signed 1 March 2022
        Renewed by A4
        Council decision: 4 January 2022, no 8
        Ministry permission: 9 February 2022, no 12301/50000 (Ministry of Environment, Urbanisation and Climate Change)
        …

        > A2
        A2 · Cooperation protocol
        …
        Renewed, 1 March 2027 · until 28 February 2027 · signed 1 March 2022
        Renewed by A4
        Council decision: 4 January 2022, no 8
        Ministry permission: 9 February 2022, no 12301/50000 (Ministry of Environment, Urbanisation and Climate Change)
        …

        -- Monday 2027-03-01 09:00
        Weekly agenda · 1–7 March 2027
        …
          A4 Tirana: to be signed 1 March
        …
          T1 · letter for Almaty's jubilee · A1 Almaty · 1 March 2027 · Mehmet
        Approval records missing: 1
        …
        Quiet for a year: 2 partners
        …
        Due today:
        T1 · Task
        letter for Almaty's jubilee
        A1 · Almaty, Kazakhstan
        Due: Monday, 1 March 2027
        Owner: Mehmet
        [1] Done  [2] Edit
        …

        > /draft Almaty
        Draft · Anniversary of signing · Almaty
        English · A1 · to Kairat Nurlan (C1)
        Dear Mr Nurlan,
        50 years have passed since Ankara and Almaty signed the agreement that ties our cities (anniversary: 3 June 2027).
        I thank you and all who have kept this friendship alive, and look forward to what we shall do together.
        Yours sincerely,
        Mayor of Ankara
        …

        > Mehmet: /done T1
        ✓ T1 · letter for Almaty's jubilee
        Done: 1 March 2027 · Mehmet
        …

        > /letter to Almaty: 50 years of twinning, today
        ✓ L2 · Letter sent
        Almaty, Kazakhstan
        50 years of twinning
        Monday, 1 March 2027
        …

        -- Monday 2027-03-08 09:00
        Weekly agenda · 8–14 March 2027
        Nothing this week, and nothing is due.
        …

        > /tasks papers
        Papers not on record · 1
        V1 · 10 June 2024 · Bishkek: Technical visit · incoming, trams
          Not on record: programme, outcome
        …

        > ↪ V1: programme: none was kept
        ✓ V1: programme: none was kept
        …

        > ↪ V1: outcome: they ordered our tram tickets
        ✓ V1: outcome: they ordered our tram tickets
        …

        > V2
        V2 · Technical visit · outgoing
        Skopje, North Macedonia
        Monday, 20 October 2025
        Purpose: solid waste
        Programme: plant and city hall
        Outcome: pilot agreed
        …

        > /history V2
        History of V2
        4 May 2026, 09:00 · Fatma: logged

        > /history A2
        History of A2
        9 February 2027, 11:00 · Fatma: status: renewed, 1 March 2027; renewed by: A4
        4 May 2026, 09:00 · Fatma: logged

        > /agreements missing
        Approval not on record: 1
        A3 · 14 March 2024 · Bishkek: Memorandum of understanding
        …

        > /partner Tirana
        Tirana · Tiran, Albania
        Cooperation protocol · since 2022
        07:00 there (2 hours behind)
        Last contact: L1 · 2 months ago
        Relationship: active
        Latest:
          V7 · 2 December 2026 · Technical visit · incoming, trams
        …

        > /health
        Relationships · 5 partners
        2 quiet · 1 steady · 2 active
        Skopje · quiet: no contact for 16 months
        Bishkek · quiet: no contact for 2 years
        Sarajevo · steady: last contact 6 months ago
        Tirana · active: last contact 2 months ago
        Almaty · active: last contact 7 days ago

        > /reciprocity 2026
        Reciprocity, 2026
        Sarajevo: they came 0×, we went 1×
        Tirana: they came 1×, we went 0×
        In all: they came 1×, we went 1×
        …

        > /occasions
        Occasions · until 6 June 2027
        3 June · Almaty: signed 50 years ago (A1)
        …

        -- Monday 2027-05-03 09:00
        Weekly agenda · 3–9 May 2027
        …
          10–13 June · E1 Almaty Days
        Approval records missing: 1
        Quiet for a year: 2 partners
        …

        -- Monday 2027-05-31 09:00
        Weekly agenda · 31 May – 6 June 2027
        …
          Thu 3 · V5 Almaty, outgoing
        …
          10–13 June · E1 Almaty Days
        Approval records missing: 1
        Quiet for a year: 2 partners
        …
        """,
    )
    assert {screens(said) > SCREEN for said in desk.said} == {False}
