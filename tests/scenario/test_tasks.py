"""Tasks: logged, handed to somebody, listed, done; and what usually follows a visit."""

from datetime import date

import pytest

from bot.domain.periods import Period
from bot.domain.records import Link, Record
from bot.domain.tasks import Task
from bot.permissions import Role
from tests.desk import Desk


@pytest.fixture
def desk(desk: Desk) -> Desk:
    desk.as_("Ayşe")
    desk.as_("Mehmet")
    return desk


def test_log_list_and_done(desk: Desk) -> None:
    desk.say("/visit from Skopje 20 March 2026")
    desk.chat("""
        > /log task thank-you letter @ayşe 1 May for V1
        ✓ T1 · Task
        thank-you letter
        V1 · Skopje, North Macedonia
        Due: Friday, 1 May 2026 · 3 days late
        Owner: Ayşe
        [1] Done  [2] Undo  [3] Edit

        > /task minutes friday
        ✓ T2 · Task
        minutes
        Due: Friday, 8 May 2026
        Owner: Fatma
        [1] Done  [2] Undo  [3] Edit

        > /task book the hall, Mehmet, undated
        ✓ T3 · Task
        book the hall
        undated
        Owner: Mehmet
        [1] Done  [2] Undo  [3] Edit

        > /tasks
        Open tasks · 3
        T1 · thank-you letter · V1 Skopje · 3 days late · Ayşe
        T2 · minutes · 8 May 2026 · Fatma
        T3 · book the hall · Mehmet
        [1] Done: T1  [2] Done: T2  [3] Done: T3

        > /tasks mine
        My tasks · 1
        T2 · minutes · 8 May 2026
        [1] Done: T2

        > /task overdue
        Overdue tasks · 1
        T1 · thank-you letter · V1 Skopje · 3 days late · Ayşe
        [1] Done: T1

        > [Done: T1]
        ✓ T1 · thank-you letter
        Done: 4 May 2026 · Fatma
        [1] Undo

        > /done T1
        T1 is done already.

        > T1
        T1 · Task
        thank-you letter
        V1 · Skopje, North Macedonia
        Due: Friday, 1 May 2026
        Done: 4 May 2026 · Fatma
        Owner: Ayşe
        [1] Edit

        > /undo
        ✓ Undone
        T1: done: Monday, 4 May 2026 → –

        > /tasks overdue
        Overdue tasks · 1
        T1 · thank-you letter · V1 Skopje · 3 days late · Ayşe
        [1] Done: T1

        > /partner skopje
        Skopje · Üsküp, North Macedonia
        08:00 there (1 hour behind)
        Last contact: V1 · 6 weeks ago
        Relationship: steady
        Latest:
          V1 · 20 March 2026 · Visit · incoming
        Open tasks: 1 · 1 overdue
        [1] Log a visit  [2] All
    """)
    assert desk.record("T1").record == Record(
        details=Task(text="thank-you letter", about="V1"),
        period=Period.day(date(2026, 5, 1)),
        links=(Link(1),),
        owner_id=2,
    )


def test_in_turkish(desk: Desk) -> None:
    desk.team(city="Ankara", language="tr")
    desk.chat("""
        > /ziyaret üsküp'ten 1-3 mayıs nezaket ziyareti, sorumlu: ayşe
        ✓ V1 · Nezaket ziyareti · gelen heyet
        Üsküp, Kuzey Makedonya
        1–3 Mayıs 2026 Cuma–Pazar
        Sorumlu: Ayşe
        [1] Geri al  [2] Düzelt  [3] Takip işlerini ekle

        > /takip V1 için tutanak sorumlu: mehmet 12 haziran
        ✓ T1 · Takip işi
        tutanak
        V1 · Üsküp, Kuzey Makedonya
        Son gün: 12 Haziran 2026 Cuma
        Sorumlu: Mehmet
        [1] Tamamlandı  [2] Geri al  [3] Düzelt

        > /görev teşekkür mektubu, cumaya kadar
        ✓ T2 · Takip işi
        teşekkür mektubu
        Son gün: 8 Mayıs 2026 Cuma
        Sorumlu: Fatma
        [1] Tamamlandı  [2] Geri al  [3] Düzelt

        > /takip
        Açık takip işleri · 2
        T2 · teşekkür mektubu · 8 Mayıs 2026 · Fatma
        T1 · tutanak · V1 Üsküp · 12 Haziran 2026 · Mehmet
        [1] Tamam: T2  [2] Tamam: T1

        > /takip benim
        Takip işlerim · 1
        T2 · teşekkür mektubu · 8 Mayıs 2026
        [1] Tamam: T2

        > /takip geciken
        Geciken takip işleri
        Açık takip işi yok.
        Kaydetmek için: /takip teşekkür mektubu cuma

        > /tamam t2
        ✓ T2 · teşekkür mektubu
        Tamamlandı: 4 Mayıs 2026 · Fatma
        [1] Geri al

        > [Takip işlerini ekle]
        ✓ V1 için 2 takip işi
        T3 · teşekkür mektubu · V1 Üsküp · 11 Mayıs 2026 · Ayşe
        T4 · hediye kaydı · V1 Üsküp · 11 Mayıs 2026 · Ayşe
        [1] Geri al  [2] Takip işleri

        > /yardim takip
        /takip – Takip işi kaydet, açık olanları listele
        /takip teşekkür mektubu cuma
        /takip V12 için tutanak sorumlu: ayşe 12 haziran
        /takip benim, /takip geciken ya da açık işlerin hepsi için /takip
        /tamam T9
        Şunlar da olur: /task, /is, /yapilacak

        > /gorew
        Bunu bilmiyorum: /gorew. /takip mi demek istediniz?
        [1] /takip
    """)


def test_an_answer_to_its_card_says_that_it_is_done(desk: Desk) -> None:
    desk.say("/task minutes friday")
    desk.chat("""
        > ↪ T1: done
        ✓ T1 · minutes
        Done: 4 May 2026 · Fatma
        [1] Undo
    """)


def test_alone_the_word_says_nothing(desk: Desk) -> None:
    desk.say("/task minutes friday")
    for word in ("tamam", "done"):
        assert desk.say(word).startswith("I did not understand that.")


def test_who_and_when_are_asked(desk: Desk) -> None:
    desk.as_("Ayşe Demir")
    desk.chat("""
        > /task flags @zeynep friday
        Who is “zeynep”? I know these members.
        [1] Ayşe  [2] Ayşe Demir  [3] Fatma  [4] Mehmet

        > [Mehmet]
        ✓ T1 · Task
        flags
        Due: Friday, 8 May 2026
        Owner: Mehmet
        [1] Done  [2] Undo  [3] Edit

        > /task call the embassy
        By when? For example: Friday, 12 June, undated.
        [1] Tuesday, 5 May 2026  [2] Monday, 11 May 2026  [3] Monday, 18 May 2026  [4] undated

        > Friday
        ✓ T2 · Task
        call the embassy
        Due: Friday, 8 May 2026
        Owner: Fatma
        [1] Done  [2] Undo  [3] Edit

        > /task minutes @ayşe demir friday
        ✓ T3 · Task
        minutes
        Due: Friday, 8 May 2026
        Owner: Ayşe Demir
        [1] Done  [2] Undo  [3] Edit

        > /log task
        What is to be done? For example: thank-you letter.

        > minutes, tomorrow
        ✓ T4 · Task
        minutes
        Due: Tuesday, 5 May 2026
        Owner: Fatma
        [1] Done  [2] Undo  [3] Edit

        > /task minutes friday for V9
        There is no V9. Nothing was stored.
        A record's number is on its card. Leave it out for a task on its own.

        > /tasks soon
        “soon” is no list of tasks.
        There are: /tasks, /tasks mine, /tasks overdue, /tasks papers.
    """)


def test_what_follows_a_visit_by_the_teams_own_list(desk: Desk) -> None:
    desk.say("/event Skopje Days in Ankara 1-2 May 2026")
    desk.chat(
        """
        > /team tasks press cuttings, report
        ✓ After a visit: press cuttings, report

        > [Add follow-ups]
        ✓ 2 follow-ups of E1
        T1 · press cuttings · E1 Skopje · 11 May 2026 · Fatma
        T2 · report · E1 Skopje · 11 May 2026 · Fatma
        [1] Undo  [2] Tasks

        > /undo
        ✓ Undone
        No longer counts: T2 · report · E1 Skopje · 3 days late · Fatma
        No longer counts: T1 · press cuttings · E1 Skopje · 3 days late · Fatma
    """.replace("3 days late", "11 May 2026")
    )
    assert desk.say("/team tasks usual") == "✓ After a visit: thank-you letter, minutes, gift entry"
    assert desk.say("/team tasks none") == "✓ After a visit: nothing"
    assert "After a visit: nothing" in desk.say("/team")
    assert desk.as_("Ayşe").say("/team tasks minutes").startswith("Your role does not allow /team.")


def test_follow_ups_are_logged_once(desk: Desk) -> None:
    desk.say("/visit from Skopje 2 May 2026")
    assert desk.invoke("follow_up", "V1").startswith("✓ 3 follow-ups of V1")
    assert desk.say("/follow_up V1").startswith("The follow-ups of V1 are there already.")
    assert desk.invoke("follow_up", "T1").startswith("Only a visit or an event has follow-ups of its own.")
    assert "Add follow-ups" not in desk.say("/visit from Skopje 2 March 2026")


def test_a_viewer_looks_and_does_nothing(desk: Desk) -> None:
    desk.say("/task minutes friday")
    viewer = desk.as_("Lena", Role.VIEWER)
    assert viewer.say("/tasks").startswith("Open tasks · 1")
    assert viewer.say("/done T1").startswith("Your role does not allow /done.")
    assert viewer.say("/task minutes friday").startswith("Your role does not allow /task.")


def test_a_void_task_is_not_open(desk: Desk) -> None:
    desk.say("/task minutes friday")
    desk.say("/void T1")
    assert desk.say("/tasks").startswith("Open tasks\nNothing is open.")
    assert desk.say("/done T1").startswith("T1 is void.")
    assert desk.say("/done V1").startswith("There is no V1.")


def test_tasks_of_another_team_are_not_seen(desk: Desk) -> None:
    desk.say("/task minutes friday")
    other = desk.of_another_team("Nina")
    assert other.say("/tasks").startswith("Open tasks\nNothing is open.")
    assert other.say("/task flags @ayşe friday").startswith("Who is “ayşe”?")
