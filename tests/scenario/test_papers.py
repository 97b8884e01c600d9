"""Programme and outcome: what an auditor asks for of a technical or study visit."""

from bot.domain.visits import Direction, Visit, VisitKind
from tests.desk import Desk


def test_logged_with_the_visit(desk: Desk) -> None:
    desk.chat("""
        > /visit from Skopje 1 March 2026 technical visit: waste plant, programme: day 1: plant, outcome: a pilot
        ✓ V1 · Technical visit · incoming
        Skopje, North Macedonia
        Sunday, 1 March 2026
        Purpose: waste plant
        Programme: day 1: plant
        Outcome: a pilot
        [1] Undo  [2] Edit
    """)
    assert desk.record("V1").record.details == Visit(
        direction=Direction.INCOMING,
        kind=VisitKind.TECHNICAL,
        purpose="waste plant",
        programme="day 1: plant",
        outcome="a pilot",
    )


def test_added_later(desk: Desk) -> None:
    desk.chat("""
        > /visit to Skopje 1 March 2026 study visit: waste
        ✓ V1 · Study visit · outgoing
        Skopje, North Macedonia
        Sunday, 1 March 2026
        Purpose: waste
        ⚠ Not on record: programme, outcome
        [1] Undo  [2] Edit

        > /tasks papers
        Papers not on record · 1
        V1 · 1 March 2026 · Skopje: Study visit · outgoing, waste
          Not on record: programme, outcome
        [1] V1

        > /tasks
        Open tasks
        Nothing is open.
        To log one: /task thank-you letter friday
        1 visit lacks papers
        [1] Papers

        > /edit V1 programme day 1 plant, day 2 city hall
        ✓ V1: programme: day 1 plant, day 2 city hall
        V1 · Study visit · outgoing
        Skopje, North Macedonia
        Sunday, 1 March 2026
        Purpose: waste
        Programme: day 1 plant, day 2 city hall
        ⚠ Not on record: outcome
        [1] Undo  [2] Edit

        > ↪ V1: outcome: agreed on a pilot
        ✓ V1: outcome: agreed on a pilot
        [1] Undo  [2] Add as note instead

        > /tasks papers
        Papers not on record
        No technical or study visit that ended by 24 April 2026 lacks papers.
    """)


def test_in_turkish(desk: Desk) -> None:
    desk.team(city="Ankara", language="tr")
    desk.chat("""
        > /ziyaret üsküp'e 1 mart teknik ziyaret: katı atık, program: 1. gün tesis gezisi
        ✓ V1 · Teknik ziyaret · giden heyet
        Üsküp, Kuzey Makedonya
        1 Mart 2026 Pazar
        Amaç: katı atık
        Program: 1. gün tesis gezisi
        ⚠ Kaydı yok: sonuç
        [1] Geri al  [2] Düzelt

        > /isler evrak
        Evrakı eksik ziyaretler · 1
        V1 · 1 Mart 2026 · Üsküp: Teknik ziyaret · giden heyet, katı atık
          Kaydı yok: sonuç
        [1] V1

        > ↪ V1: sonuç: ön protokol imzalandı
        ✓ V1: sonuç: ön protokol imzalandı
        [1] Geri al  [2] Not olarak ekle
    """)


def test_no_warning_too_early_nor_for_a_courtesy_call(desk: Desk) -> None:
    assert "⚠" not in desk.say("/visit from Skopje 25 April 2026 technical visit: waste")
    assert "⚠" not in desk.say("/visit from Skopje 1 March 2026 courtesy call")
    desk.later(days=1)
    assert "⚠ Not on record: programme, outcome" in desk.say("V1")
    assert "⚠" not in desk.say("V2")


def test_an_exchange_programme_is_no_programme(desk: Desk) -> None:
    desk.say("/visit from Skopje 1 March 2026: exchange programme: waste")
    details = desk.record("V1").record.details
    assert isinstance(details, Visit)
    assert (details.purpose, details.programme) == ("exchange programme: waste", "")


def test_a_visit_of_last_week_is_not_said_to_have_its_papers(desk: Desk) -> None:
    desk.say("/visit from Tirana 30 April 2026 technical visit")
    assert desk.say("/tasks papers").endswith("No technical or study visit that ended by 24 April 2026 lacks papers.")
