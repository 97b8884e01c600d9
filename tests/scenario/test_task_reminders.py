"""Who is reminded of a task, when and how often; visits that are asked for their papers. It is Monday, 4 May 2026."""

import pytest

from tests.desk import Desk
from tests.scenario.test_reminders import at, give, logged


@pytest.fixture
def ankara(desk: Desk) -> Desk:
    """The desk of Ankara."""
    return desk.team(city="Ankara")


def test_on_its_day_the_day_after_and_then_weekly(ankara: Desk) -> None:
    logged(ankara, "/task minutes 8 May")
    said = {day: at(ankara, f"2026-05-{day:02}") for day in range(5, 30)}
    assert [day for day, texts in said.items() if texts] == [8, 11, 18, 25]  # the 9th and 16th are Saturdays
    assert said[8] == ["Due today:\nT1 · Task\nminutes\nDue: Friday, 8 May 2026\nOwner: Fatma\n[1] Done  [2] Edit"]
    assert said[11] == [
        "Overdue:\nT1 · Task\nminutes\nDue: Friday, 8 May 2026 · 3 days late\nOwner: Fatma\n[1] Done  [2] Edit"
    ]


def test_never_twice_on_a_day_and_not_once_it_is_done(ankara: Desk) -> None:
    logged(ankara, "/task minutes 8 May")
    assert len(at(ankara, "2026-05-08")) == 1
    assert at(ankara, "2026-05-08", "17:00") == []
    ankara.say("/done T1")
    assert at(ankara, "2026-05-11") == []


def test_to_its_owner_alone(ankara: Desk) -> None:
    ayse = ankara.as_("Ayşe")
    logged(ayse, "/note I am here")
    logged(ankara, "/task minutes 8 May owner: ayşe")
    assert len(at(ankara, "2026-05-08")) == 1
    rows = [row for row in ankara.rows("deliveries") if row["kind"] == "reminder"]
    chats = {row["id"]: row["external_id"] for row in ankara.rows("chats")}
    assert [chats[row["chat_id"]] for row in rows] == [ayse.chat_ref.chat]


def test_papers_are_asked_for_twice_and_can_be_answered(ankara: Desk) -> None:
    logged(ankara, "/visit to Skopje 5-6 May 2026 technical visit: waste plant")
    said = {day: at(ankara, f"2026-05-{day:02}") for day in range(7, 30)}
    assert [day for day, texts in said.items() if texts] == [8, 15]
    assert said[8] == [
        "V1 · Technical visit · outgoing · Skopje · 5–6 May 2026\n"
        "Could you add: programme, outcome? An auditor will ask for it.\n"
        "Answer this message, for example: outcome: we agreed on a pilot\n"
        "[1] Show"
    ]
    logged(ankara, "/edit V1 programme plant and city hall", "/edit V1 outcome a pilot")
    assert "⚠" not in ankara.say("V1")


def test_in_turkish(ankara: Desk) -> None:
    ankara.language = "tr"
    logged(ankara, "/takip tutanak 8 mayıs", "/ziyaret üsküp'e 5-6 mayıs teknik ziyaret: katı atık")
    give(ankara, "V1", "Fatma")
    assert sorted(at(ankara, "2026-05-08")) == [
        "Bugün son gün:\nT1 · Takip işi\ntutanak\nSon gün: 8 Mayıs 2026 Cuma\nSorumlu: Fatma\n[1] Tamamlandı  [2] Düzelt",
        "V1 · Teknik ziyaret · giden heyet · Üsküp · 5–6 Mayıs 2026\n"
        "Şunları ekler misiniz: program, sonuç? Denetimde sorulur.\n"
        "Bu mesajı yanıtlayın, örneğin: sonuç: pilot proje kararlaştırıldı\n"
        "[1] Göster",
    ]


def test_in_the_digest(ankara: Desk) -> None:
    logged(
        ankara,
        "/task minutes friday",
        "/task flags 1 May",
        "/task later 30 May",
        "/visit to Skopje 1 March 2026 technical visit: waste",
    )
    said = ankara.say("/digest")
    assert "Tasks due and overdue\n  T2 · flags · 3 days late · Fatma\n  T1 · minutes · 8 May 2026 · Fatma" in said
    assert "Visits without programme, purpose or outcome: 1" in said
