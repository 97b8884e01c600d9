"""The shape of the index: one SQLite file of places, their folded names and what can follow a name as a hint."""

import sys
from enum import IntEnum
from pathlib import Path

DEFAULT_PATH = Path(sys.prefix) / "share" / "dragoman" / "places.sqlite"

# Raised whenever the tables or the way of folding change: an older file is then refused instead of misread.
VERSION = 5

DEGREE = 100_000  # degrees are stored as whole hundred-thousandths (about a metre): half the size of a float


class Feature(IntEnum):
    """What a row of ``places`` is."""

    CITY = 0
    CAPITAL = 1
    COUNTRY = 2
    REGION = 3


class How(IntEnum):
    """How a name belongs to its place, best first."""

    COUNTRY = 0  # a country's name in English, in Turkish or in a language of the country
    MAIN = 1  # the name the data shows, or the CLDR's name of a zone's city
    ALIAS = 2  # curated, with a source
    SHARED = 3  # curated, and also the name of places too small for the data: always asked
    ALTERNATE = 4  # one of the data's alternate names, of unknown language


# ``names`` is kept in the order of the folded name, so that an exact look-up and "begins with" are one walk of a
# tree. A language stands only beside names of a known language. ``hints`` has what people put after a place: a
# country by any of its names and codes (region ""), or a state or province of it. ``buckets`` has packed names to
# compare a mistyped one with (``fuzzy`` says which).
TABLES = """
CREATE TABLE zones (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE places (
    id INTEGER PRIMARY KEY, feature INTEGER NOT NULL, code TEXT, name TEXT NOT NULL, country TEXT, region TEXT,
    latitude INTEGER, longitude INTEGER, zone INTEGER, population INTEGER NOT NULL, names TEXT
);
CREATE TABLE names (
    folded TEXT NOT NULL, place INTEGER NOT NULL, how INTEGER NOT NULL, language TEXT, weight INTEGER NOT NULL,
    PRIMARY KEY (folded, place)
) WITHOUT ROWID;
CREATE TABLE buckets (key TEXT PRIMARY KEY, names BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE hints (
    folded TEXT NOT NULL, country TEXT NOT NULL, region TEXT NOT NULL, PRIMARY KEY (folded, country, region)
) WITHOUT ROWID;
"""
INDEXES = "CREATE UNIQUE INDEX places_by_code ON places (code) WHERE code IS NOT NULL;"
