import pytest

from bot.parsing.places import Case, CaseSuffix, split_case, suffix_of


@pytest.mark.parametrize(
    ("word", "stem", "case"),
    [
        ("Tiran'dan", "Tiran", Case.ABLATIVE),
        ("Bordeaux'ya", "Bordeaux", Case.DATIVE),
        ("Belediyesi'ne", "Belediyesi", Case.DATIVE),
        ("Tiran'daki", "Tiran", Case.LOCATIVE),
        ("Ankara’nın", "Ankara", Case.GENITIVE),
        ("bişkekten", "bişkek", Case.ABLATIVE),
        ("konyaya", "konya", Case.DATIVE),
        ("bursayla", "bursa", Case.INSTRUMENTAL),
    ],
)
def test_suffix_is_read(word: str, stem: str, case: Case) -> None:
    reading = suffix_of(word)
    assert reading
    assert (reading.stem, reading.case) == (stem, case)


@pytest.mark.parametrize("word", ["Berlin'x", "at", "tirantan", "konyaden", "Xi'an"])
def test_what_breaks_the_rules_is_no_such_suffix(word: str) -> None:
    assert not [reading for reading in split_case(word) if len(reading.suffix) > 1]


def test_apostrophe_leaves_one_reading() -> None:
    assert split_case("Üsküp'ü") == (CaseSuffix("Üsküp", Case.ACCUSATIVE, "ü", True),)
