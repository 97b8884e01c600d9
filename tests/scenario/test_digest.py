"""``/digest``: the weekly agenda now, and how a chat gets it, as conversations on Monday, 4 May 2026, at nine."""

import pytest

from bot.domain.schedules import Schedule
from bot.permissions import Role
from bot.storage.schedules import load_schedule
from tests.desk import Desk


def schedule_of(desk: Desk) -> Schedule:
    """How the desk's only chat gets it."""
    (row,) = desk.rows("schedules")
    found = desk.read(lambda db: load_schedule(db, desk.world.team_id, row["chat_id"]))
    assert found
    return found


def agreement_lines(desk: Desk) -> list[str]:
    """What the agenda says of agreements."""
    return [line for line in desk.say("/digest").splitlines() if line.startswith(("  A", "  ⚠ A"))]


def test_the_agenda_and_what_can_be_done_about_it(desk: Desk) -> None:
    desk.as_("Ayşe")
    desk.chat("""
        > /visit from Tirana 5 May 2026, 6 people
        ✓ V1 · Visit · incoming
        Tirana, Albania
        Tuesday, 5 May 2026 · 6 people
        [1] Undo  [2] Edit

        > /digest
        Weekly agenda · 4–10 May 2026
        This week
          Tue 5 · V1 Tirana, incoming, 6 people
        [1] Mine only  [2] Settings

        > /gundem
        Weekly agenda · 4–10 May 2026
        This week
          Tue 5 · V1 Tirana, incoming, 6 people
        [1] Mine only  [2] Settings

        > Ayşe: /digest mine
        Weekly agenda · 4–10 May 2026 · mine
        Nothing this week, and nothing is due.
        [1] Everybody's  [2] Settings
    """)


def test_settings_of_a_chat(desk: Desk) -> None:
    desk.chat("""
        > /digest settings
        Weekly agenda: settings
        On: Monday 09:00, Europe/Istanbul
        Next: Monday, 11 May 2026
        Language: English
        Sections: all
        Last days: 180, 90, 30, 7 days ahead
        An empty week: one line
        Whose: everybody's
        [1] Turn off  [2] Day  [3] Hour  [4] Sections  [5] Lead times  [6] Language  [7] An empty week: nothing  [8] Mine only

        > [Hour]
        What should it be? For example: 08:30
        [1] 07:30  [2] 08:00  [3] 08:30  [4] 09:00  [5] 10:00

        > 8.15
        ✓ On: Monday 08:15, Europe/Istanbul
        Next: Monday, 11 May 2026
        [1] Settings

        > /digest off
        ✓ Off. /digest shows it at any time.
        [1] Settings

        > /digest tuesday 17:30
        ✓ Off. /digest shows it at any time.
        [1] Settings

        > /digest on
        ✓ On: Tuesday 17:30, Europe/Istanbul
        Next: Tuesday, 12 May 2026
        [1] Settings
    """)


def test_in_turkish(desk: Desk) -> None:
    desk.language = "tr"
    desk.chat("""
        > /gundem salı 08.30
        ✓ Açık: Salı 08:30, Europe/Istanbul
        Sırada: 5 Mayıs 2026 Salı
        [1] Ayarlar

        > gündem kaç gün önceden 180,90
        ✓ Son günler: 180, 90 gün önceden
        [1] Ayarlar

        > /gundem bölümler kapat kültür
        Haftalık gündem: bölümler
        ✓ Bu hafta
        ✓ İmzalar ve son günler
        ✓ Günü gelen takip işleri
        ✓ Önümüzdeki 3 hafta
        – Yaklaşan kültür günleri
        ✓ Millî günler ve yıl dönümleri
        ✓ Eksik onay kayıtları
        ✓ Evrakı eksik ziyaretler
        ✓ Uzun süredir temas yok
        [1] Gizle: Bu hafta  [2] Gizle: İmzalar ve son günler  [3] Gizle: Günü gelen takip işleri  [4] Gizle: Önümüzdeki 3 hafta  [5] Göster: Yaklaşan kültür günleri  [6] Gizle: Millî günler ve yıl dönümleri  [7] Gizle: Eksik onay kayıtları  [8] Gizle: Evrakı eksik ziyaretler  [9] Gizle: Uzun süredir temas yok

        > /gundem boş yazma
        ✓ Boş hafta: hiçbir şey yazılmaz
        [1] Ayarlar

        > /gundem benim aç
        ✓ Kapsam: yalnız benim
        [1] Ayarlar

        > /gundem saat 25
        “25” bir saat değil. Hiçbir şey değiştirilmedi.
        Örneğin: /gundem saat 08.30

        > /gundem ayarlar
        Haftalık gündem: ayarlar
        Açık: Salı 08:30, Europe/Istanbul
        Sırada: 5 Mayıs 2026 Salı
        Dil: Türkçe
        Şunlar olmadan: Yaklaşan kültür günleri
        Son günler: 180, 90 gün önceden
        Boş hafta: hiçbir şey yazılmaz
        Kapsam: yalnız benim
        [1] Kapat  [2] Gün  [3] Saat  [4] Bölümler  [5] Kaç gün önceden  [6] Dil  [7] Boş hafta: bir satır yazılır  [8] Tüm ekip
    """)


@pytest.mark.parametrize(
    ("typed", "changed"),
    [
        ("on", {}),
        ("kapat", {"is_on": False}),
        ("weekday Friday", {"weekday": 4}),
        ("gün çarşamba", {"weekday": 2}),
        ("cuma", {"weekday": 4}),
        ("time 8:30", {"at_time": "08:30"}),
        ("at 5 pm", {"at_time": "17:00"}),
        ("saat 9", {"at_time": "09:00"}),
        ("saat 17.45'te", {"at_time": "17:45"}),
        ("07:05", {"at_time": "07:05"}),
        ("Sunday at 24:00", {"weekday": 6, "at_time": "00:00"}),
        ("zone Berlin", {"timezone": "Europe/Berlin"}),
        ("saat dilimi Bakü", {"timezone": "Asia/Baku"}),
        ("language Türkçe", {"language": "tr"}),
        ("dil ingilizce", {"language": "en"}),
        ("lead 180,90,30", {"lead_days": (180, 90, 30)}),
        ("lead 7 30 days", {"lead_days": (30, 7)}),
        ("kaç gün önceden: 60 ve 15 gün", {"lead_days": (60, 15)}),
        ("lead usual", {"lead_days": None}),
        ("empty nothing", {"says_empty": False}),
        ("boş yaz", {"says_empty": True}),
        (
            "sections week, deadlines",
            {"sections": ("tasks", "ahead", "culture", "occasions", "approvals", "papers", "quiet")},
        ),
        ("bölümler son günler kapat", {"sections": ("deadlines",)}),
        ("sections off ahead culture", {"sections": ("ahead", "culture")}),
        ("sections all", {"sections": ()}),
    ],
)
def test_each_setting_in_the_words_of_both_languages(desk: Desk, typed: str, changed: dict[str, object]) -> None:
    desk.say("/digest settings")
    before = schedule_of(desk)
    assert "✓" in desk.say(f"/digest {typed}")
    after = schedule_of(desk)
    assert {name: getattr(after, name) for name in changed} == changed
    kept = {"is_on", "weekday", "at_time", "timezone", "language", "lead_days", "says_empty", "sections"} - set(changed)
    assert {name: getattr(after, name) for name in kept} == {name: getattr(before, name) for name in kept}


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("someday", "There are: /digest on, off, sections, weekday, time, zone, language, lead, empty, mine."),
        ("weekday someday", "For example: /digest weekday Monday"),
        ("time 25:00", "For example: /digest time 08:30"),
        ("time 9:75", "For example: /digest time 08:30"),
        ("zone Mars", "Write a city or the zone's name, for example: /digest zone Istanbul"),
        ("language Klingon", "/digest language English, or /digest language Türkçe."),
        ("lead soon", "Up to 8 numbers from 1 to 1000, for example: /digest lead 180, 90, 30"),
        ("lead 0", "Up to 8 numbers from 1 to 1000, for example: /digest lead 180, 90, 30"),
        ("lead 99999", "Up to 8 numbers from 1 to 1000, for example: /digest lead 180, 90, 30"),
        ("lead 1 2 3 4 5 6 7 8 9", "Up to 8 numbers from 1 to 1000, for example: /digest lead 180, 90, 30"),
        ("empty maybe", "For example: /digest empty on, /digest empty off"),
        ("mine perhaps", "For example: /digest mine on, /digest mine off"),
        (
            "sections weather",
            "There are: week, deadlines, tasks, ahead, culture, occasions, approvals, papers, quiet. For example: /digest sections off quiet",
        ),
        ("sections off all", "To get none at all: /digest off"),
    ],
)
def test_what_cannot_be_read_changes_nothing_and_says_what_to_type(desk: Desk, typed: str, advice: str) -> None:
    desk.say("/digest settings")
    before = schedule_of(desk)
    said = desk.say(f"/digest {typed}")
    assert said.splitlines()[0].endswith("Nothing was changed.")
    assert said.splitlines()[1] == advice
    assert schedule_of(desk) == before


def test_a_group_reads_what_is_everybodys(desk: Desk) -> None:
    group = desk.in_group()
    group.say("/visit from Tirana 5 May 2026")
    assert "Whose" not in group.say("/digest settings")
    assert group.say("/digest mine on") == (
        "In a group the weekly agenda is everybody's. Nothing was changed.\nWrite to me alone: /digest mine on"
    )


def test_a_viewer_looks_and_changes_nothing_in_a_group(desk: Desk) -> None:
    viewer = desk.in_group().as_("Deniz", Role.VIEWER, here=True)
    assert viewer.say("/digest").startswith("Weekly agenda")
    assert viewer.say("/digest off").startswith("Your role does not allow /digest.")


def test_snoozed_and_renewing_agreements_are_left_out_until_their_end_moves(desk: Desk) -> None:
    desk.team(city="Ankara")
    desk.say("/log agreement Skopje cooperation protocol 1 June 2021 until 31 May 2026")
    line = "  A1 Skopje: ends 31 May"
    assert line in desk.say("/digest").splitlines()
    assert desk.press("A1: renewal started") == (
        "✓ A1 · Skopje\nThe renewal has started: no more reminders until its end moves.\n[1] Remind again  [2] Show A1"
    )
    assert line not in desk.say("/digest").splitlines()
    desk.say("/edit A1 until 30 September 2026")
    assert "  A1 Skopje: ends 30 September" in desk.say("/digest").splitlines()
    assert desk.say("/ertele a1 2 hafta") == (
        "✓ A1 · Skopje\n"
        "No reminders and no line in the agenda until Monday, 18 May 2026.\n"
        "[1] Remind again  [2] Show A1"
    )
    assert "Skopje" not in desk.say("/digest")
    desk.press("Remind again")
    assert "  A1 Skopje: ends 30 September" in desk.say("/digest").splitlines()
    desk.say("/snooze A1 until 10 May")
    desk.later(days=7)
    assert "  A1 Skopje: ends 30 September" in desk.say("/digest").splitlines()


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("/snooze V1 3 May 2026", "3 May 2026 is not ahead. Nothing was changed."),
        ("/snooze V9", "There is no V9."),
        ("/snooze V2", "V2 has no last day or visit ahead, so there is nothing to remind of."),
        ("/renewing V1", "V1 is no agreement."),
        ("/snooze V1 whenever", "I cannot read “whenever” as a date."),
    ],
)
def test_what_cannot_be_snoozed(desk: Desk, typed: str, answer: str) -> None:
    desk.say("/visit from Tirana 20 May 2026")
    desk.say("/visit from Tirana 20 April 2026")
    assert desk.say(typed).splitlines()[0] == answer
    assert desk.rows("snoozes") == []


def test_what_renews_by_itself_never_ends(desk: Desk) -> None:
    desk.team(city="Ankara")
    desk.say("/agreement Tirana MoU 25 June 2021 for 5 years, renews by itself, 1 month's notice")
    desk.say("/agreement Skopje MoU 1 May 2025 for 1 year, renews by itself")
    desk.say("/agreement Sofia MoU 1 May 2025 for 1 year")
    desk.say("/agreement Oslo MoU 1 September 2025 for 1 year, renews by itself")
    assert agreement_lines(desk) == [
        "  ⚠ A3 Sofia: ended 30 April",
        "  A1 Tirana: notice by 24 May, else renewed 24 June",
        "  A4 Oslo: renewed by itself 31 August",
    ]


def test_what_is_to_be_signed_and_what_is_over(desk: Desk) -> None:
    desk.team(city="Ankara")
    desk.say("/agreement Baku town twinning 15 June 2026, negotiating")
    desk.say("/agreement Osh town twinning 16 June 2026, cancelled")
    assert agreement_lines(desk) == ["  A1 Baku: to be signed 15 June"]


def test_a_month_is_counted_until_its_last_week_and_vaguer_times_are_not(desk: Desk) -> None:
    desk.say("/visit from Tirana May 2026")
    desk.say("/visit from Skopje 2026")
    desk.say("/visit to Seoul 20 February - 6 May 2026")
    desk.say("/visit from Oslo 6 May 2026")
    desk.say("/void V4")
    assert desk.say("/digest").splitlines()[:4] == [
        "Weekly agenda · 4–10 May 2026",
        "This week",
        "  to Wed 6 · V3 Seoul, outgoing",
        "Next three weeks: 1 visit",
    ]
    desk.later(days=21)
    assert desk.say("/digest").splitlines()[:3] == [
        "Weekly agenda · 25–31 May 2026",
        "This week",
        "  May 2026 · V1 Tirana, incoming",
    ]


def test_mine_is_what_somebody_looks_after_or_has_logged(desk: Desk) -> None:
    desk.say("/visit from Tirana 5 May 2026")
    desk.as_("Ayşe").say("/visit from Skopje 6 May 2026")
    assert desk.say("/digest mine").splitlines()[1:3] == ["This week", "  Tue 5 · V1 Tirana, incoming"]
    assert desk.as_("Ayşe").say("/gundem benim").splitlines()[1:3] == ["This week", "  Wed 6 · V2 Skopje, incoming"]
    desk.say("/digest mine on")
    assert "Skopje" not in desk.say("/digest")
    assert "Skopje" in desk.press("Everybody's")


def test_approvals_are_counted_in_the_first_week_of_a_month(desk: Desk) -> None:
    desk.team(city="Ankara")
    desk.say("/agreement Tirana town twinning 2019")
    assert "Approval records missing: 1" in desk.say("/digest").splitlines()
    desk.later(days=7)
    assert "Approval records missing" not in desk.say("/digest")
    assert "Approval records missing: 1" in desk.say("/digest all").splitlines()


def test_a_task_is_marked_done_from_the_agenda(desk: Desk) -> None:
    desk.say("/task thank-you letter to Tirana, due 1 May 2026")
    assert "Tasks due and overdue" in desk.say("/digest")
    assert desk.press("Done: T1").startswith("✓")
    assert "Tasks due and overdue" not in desk.say("/digest")
