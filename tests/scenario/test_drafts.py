"""Letters for occasions: drafted from the desk's words or the team's, with blanks where something is not known."""

import pytest

from bot.permissions import Role
from tests.desk import Desk


@pytest.fixture
def ankara(desk: Desk) -> Desk:
    desk.team(city="Ankara")
    desk.say("/agreement Skopje twinning 1 July 2001")
    return desk


def _mayor(desk: Desk) -> None:
    desk.say("/contact Ana Petrova, mayor, Skopje")
    desk.say("/edit c1 form of address: Dear Ms Mayor")


def test_a_letter_with_blanks_that_fill_up(ankara: Desk) -> None:
    ankara.chat("""
        > /draft Skopje national day
        Draft · National day · Skopje
        English
        _____,
        On the occasion of your national day (Republic Day (Ilinden), 2 August 2026) I congratulate you and the people of Skopje, in the name of the people of Ankara.
        I trust that the friendship of our cities will go on growing, and wish you and your fellow citizens peace and prosperity.
        Yours sincerely,
        Mayor of Ankara
        Left blank: form of address
        No contact is known to lead the house: /contact adds one.
        [1] Turkish  [2] Sent: log it  [3] The letter's text

        > /contact Ana Petrova, mayor, Skopje
        ✓ C1 · Contact
        Ana Petrova
        mayor
        Skopje, North Macedonia
        [1] Undo  [2] Edit

        > /draft Skopje anniversary
        Draft · Anniversary of signing · Skopje
        English · A1 · to Ana Petrova (C1)
        _____,
        25 years have passed since Ankara and Skopje signed the agreement that ties our cities (anniversary: 1 July 2026).
        I thank you and all who have kept this friendship alive, and look forward to what we shall do together.
        Yours sincerely,
        Mayor of Ankara
        Left blank: form of address
        To add it: /edit C1 form of address: …
        [1] Turkish  [2] Sent: log it  [3] The letter's text

        > /edit c1 form of address: Dear Ms Mayor
        ✓ C1: form of address: Dear Ms Mayor
        C1 · Contact
        Ana Petrova
        mayor
        Skopje, North Macedonia
        Form of address: Dear Ms Mayor
        [1] Undo  [2] Edit

        > /draft Skopje
        Draft · Anniversary of signing · Skopje
        English · A1 · to Ana Petrova (C1)
        Dear Ms Mayor,
        25 years have passed since Ankara and Skopje signed the agreement that ties our cities (anniversary: 1 July 2026).
        I thank you and all who have kept this friendship alive, and look forward to what we shall do together.
        Yours sincerely,
        Mayor of Ankara
        [1] Turkish  [2] Sent: log it  [3] The letter's text

        > [Turkish]
        Draft · Anniversary of signing · Skopje
        Turkish · A1 · to Ana Petrova (C1)
        Dear Ms Mayor,
        Ankara ile Üsküp arasındaki protokolün imzalanışının 25. yıl dönümünü (1 Temmuz 2026) kutluyoruz.
        Bu dostluğu yaşatan herkese ve size teşekkür eder, birlikte yapacağımız nice çalışmaya vesile olmasını dilerim.
        Saygılarımla
        Ankara Belediye Başkanı
        [1] English  [2] Sent: log it  [3] The letter's text
    """)


def test_in_turkish(ankara: Desk) -> None:
    _mayor(ankara)
    ankara.team(language="tr").chat("""
        > /duzelt c1 hitap: Sayın Başkanım
        ✓ C1: hitap: Dear Ms Mayor → Sayın Başkanım
        C1 · İrtibat kişisi
        Ana Petrova
        mayor
        Üsküp, Kuzey Makedonya
        Hitap: Sayın Başkanım
        [1] Geri al  [2] Düzelt

        > /milligun üsküp
        Millî günler ve yıl dönümleri · Üsküp, Kuzey Makedonya
        1 Temmuz · Üsküp: imzanın 25. yıl dönümü (A1)
        2 Ağustos · Kuzey Makedonya: Cumhuriyet Günü (İlinden) (Üsküp)
        [1] Taslak: Üsküp · İmza yıl dönümü  [2] Taslak: Üsküp · Millî gün

        > [Taslak: Üsküp · Millî gün]
        Taslak · Millî gün · Üsküp
        İngilizce · kime: Ana Petrova (C1)
        Sayın Başkanım,
        On the occasion of your national day (Republic Day (Ilinden), 2 August 2026) I congratulate you and the people of Skopje, in the name of the people of Ankara.
        I trust that the friendship of our cities will go on growing, and wish you and your fellow citizens peace and prosperity.
        Yours sincerely,
        Mayor of Ankara
        [1] Türkçe  [2] Gönderildi: kaydet  [3] Mektup metni

        > /taslak üsküp millî gün türkçe
        Taslak · Millî gün · Üsküp
        Türkçe · kime: Ana Petrova (C1)
        Sayın Başkanım,
        Millî gününüz (Cumhuriyet Günü (İlinden), 2 Ağustos 2026) vesilesiyle, Ankara halkı adına sizi ve Üsküp halkını en içten dileklerimle kutlarım.
        Kentlerimizin dostluğunun güçlenerek süreceğine inanıyor, size ve hemşehrilerinize esenlik ve refah diliyorum.
        Saygılarımla
        Ankara Belediye Başkanı
        [1] İngilizce  [2] Gönderildi: kaydet  [3] Mektup metni

        > /sablon millî gün: [hitap], [ülke] [gün] kutlu olsun.
        ✓ Millî gün · Türkçe: bundan sonra sizin metniniz
        [1] Geri al

        > /taslak üsküp millî gün türkçe
        Taslak · Millî gün · Üsküp
        Türkçe · kime: Ana Petrova (C1)
        Sayın Başkanım, Kuzey Makedonya Cumhuriyet Günü (İlinden) kutlu olsun.
        [1] İngilizce  [2] Gönderildi: kaydet  [3] Mektup metni

        > [Geri al]
        ✓ Geri alındı
        Millî gün (Türkçe): mektup eski hâlinde.
    """)


def test_a_partner_reads_its_own_language_where_the_team_has_written_one(ankara: Desk) -> None:
    _mayor(ankara)
    ankara.chat("""
        > /template national day Macedonian: [form of address],⏎Среќен празник, [partner]! [date], [country] ([day])
        ✓ National day · Macedonian: yours from now on
        [1] Undo

        > /draft Skopje national day
        Draft · National day · Skopje
        Macedonian · to Ana Petrova (C1)
        Dear Ms Mayor,
        Среќен празник, Skopje! 2 август 2026 г., Северна Македонија (_____)
        Left blank: name of the day
        [1] English  [2] Turkish  [3] Sent: log it  [4] The letter's text

        > /draft Skopje national day in French
        Draft · National day · Skopje
        English · to Ana Petrova (C1)
        Dear Ms Mayor,
        On the occasion of your national day (Republic Day (Ilinden), 2 August 2026) I congratulate you and the people of Skopje, in the name of the people of Ankara.
        I trust that the friendship of our cities will go on growing, and wish you and your fellow citizens peace and prosperity.
        Yours sincerely,
        Mayor of Ankara
        There is no letter in French yet: this is the English one.
        [1] Macedonian  [2] Turkish  [3] Sent: log it  [4] The letter's text

        > /template
        Letters
        National day: English, Turkish, Macedonian (yours)
        Anniversary of signing: English, Turkish
        Election: English, Turkish
        End of term: English, Turkish
        To see one: /template national day English

        > /template national day Macedonian: usual
        ✓ National day · Macedonian: the usual one again
        [1] Undo
    """)


def test_whom_a_letter_is_for(ankara: Desk) -> None:
    _mayor(ankara)
    ankara.say("/contact Ivo Kostov, deputy mayor, Skopje")
    assert ankara.say("/draft Skopje national day").splitlines()[1] == "English · to Ana Petrova (C1)"
    ankara.say("/contact Petar Ilic, mayor, Skopje")
    said = ankara.say("/draft Skopje national day").splitlines()
    assert said[1] == "English"
    assert said[-2:] == [
        "To whom? Several lead the house.",
        "[1] Petar Ilic  [2] Ana Petrova  [3] Turkish  [4] Sent: log it  [5] The letter's text",
    ]
    assert ankara.press("Petar Ilic").splitlines()[1] == "English · to Petar Ilic (C3)"
    ankara.say("/edit c1 term until January 2026")
    assert ankara.say("/draft Skopje national day").splitlines()[1] == "English · to Petar Ilic (C3)"


def test_after_an_election_nobody_is_guessed(ankara: Desk) -> None:
    _mayor(ankara)
    ankara.say("/election Skopje 3 May 2026")
    said = ankara.say("/draft Skopje election").splitlines()
    assert said[1:4] == [
        "English",
        "_____,",
        "I congratulate you on your election as _____ in Skopje, and wish you success in serving its people.",
    ]
    ankara.say("/contact Petar Ilic, mayor, Skopje")
    ankara.say("/edit c2 term since May 2026")
    assert ankara.say("/draft Skopje election").splitlines()[1] == "English"  # of May, not from the 3rd on
    assert ankara.say("/draft Skopje election C2").splitlines()[1] == "English · to Petar Ilic (C2)"
    ankara.say("/edit c2 term since 4 May 2026")
    assert ankara.say("/draft Skopje election").splitlines()[1] == "English · to Petar Ilic (C2)"


def test_a_term_that_ends(ankara: Desk) -> None:
    _mayor(ankara)
    ankara.say("/edit c1 term until June 2026")
    ankara.say("/occasions Skopje")
    said = ankara.press("Draft: Skopje · End of term").splitlines()
    assert said[1:4] == [
        "English · to Ana Petrova (C1)",
        "Dear Ms Mayor,",
        "As your term of office in Skopje comes to its end (June 2026), I thank you for what you have done for the friendship of our cities.",
    ]


def test_a_group_does_not_read_a_form_of_address(ankara: Desk) -> None:
    _mayor(ankara)
    said = ankara.in_group().say("/draft Skopje national day")
    assert "Ms Mayor" not in said
    assert said.splitlines()[-3:-1] == [
        "Left blank: form of address",
        "The form of address is filled in in a direct chat.",
    ]


def test_what_is_not_known_of_an_occasion_is_blank(ankara: Desk) -> None:
    ankara.say("/visit London 2018")
    said = ankara.say("/draft London national day").splitlines()
    assert said[3].startswith("On the occasion of your national day (King's Official Birthday, _____) I congratulate")
    assert "Left blank: form of address, date" in said
    ankara.say("/visit Maseru 2018")
    assert "Left blank: form of address, years, date" in ankara.say("/draft Maseru anniversary").splitlines()


def test_where_nothing_is_near_it_is_asked(ankara: Desk) -> None:
    ankara.say("/visit Ottawa 2018")
    ankara.later(days=70)
    ankara.chat("""
        > /draft Ottawa
        Which occasion? Nothing is near for Ottawa, Canada.
        [1] National day  [2] Anniversary of signing  [3] Election  [4] End of term

        > [National day]
        Draft · National day · Ottawa
        English
        _____,
        On the occasion of your national day (Canada Day, 1 July 2027) I congratulate you and the people of Ottawa, in the name of the people of Ankara.
        I trust that the friendship of our cities will go on growing, and wish you and your fellow citizens peace and prosperity.
        Yours sincerely,
        Mayor of Ankara
        Left blank: form of address
        No contact is known to lead the house: /contact adds one.
        [1] Turkish  [2] Sent: log it  [3] The letter's text
    """)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("/template foo: hello", "Which letter? “foo” names none. Nothing was changed."),
        ("/template national day: [foo]", "I cannot fill in “[foo]”. Nothing was changed."),
        (
            f"/template national day: {'x' * 2001}",
            "That letter is too long: 2001 characters, and 2000 fit. Nothing was changed.",
        ),
    ],
)
def test_a_letter_that_cannot_be(ankara: Desk, typed: str, said: str) -> None:
    assert ankara.say(typed).splitlines()[0] == said
    assert ankara.rows("letter_templates") == []


def test_a_letter_is_its_teams_and_no_markup(ankara: Desk) -> None:
    ankara.say("/template national day English: <b>*Hello*</b> {name}")
    assert "<b>*Hello*</b> _____" in ankara.say("/draft Skopje national day").splitlines()
    other = ankara.of_another_team("Ayşe")
    other.say("/visit Skopje 2020")
    assert "Hello" not in other.say("/draft Skopje national day")


def test_a_viewer_changes_no_letter(ankara: Desk) -> None:
    viewer = ankara.as_("Can", Role.VIEWER)
    assert viewer.say("/draft Skopje national day").splitlines()[0] == "Draft · National day · Skopje"
    assert "✓" not in viewer.say("/template national day: hello")
    assert ankara.rows("letter_templates") == []


@pytest.mark.parametrize(
    ("language", "typed", "label", "occasion"),
    [
        (
            "en",
            "/draft Skopje national day",
            "Sent: log it",
            "Letter sent · congratulation, National day congratulation",
        ),
        ("tr", "/taslak üsküp millî gün", "Gönderildi: kaydet", "Giden mektup · kutlama, Millî gün kutlaması"),
    ],
)
def test_a_draft_that_was_sent_is_logged_with_one_tap(
    ankara: Desk, language: str, typed: str, label: str, occasion: str
) -> None:
    ankara.team(language=language)
    ankara.say(typed)
    ankara.later(minutes=2 * 24 * 60)
    logged = ankara.press(label)
    head, text = occasion.split(", ")
    assert logged.splitlines()[0] == f"✓ L1 · {head}"
    assert text in logged.splitlines()
    assert "6 May" in logged, "of the day on which it was pressed"


def test_a_viewer_is_not_offered_to_log_a_draft(ankara: Desk) -> None:
    viewer = ankara.as_("Vera", role=Role.VIEWER)
    assert "Sent: log it" not in viewer.say("/draft Skopje national day")
