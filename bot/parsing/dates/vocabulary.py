"""The words of dates in English and Turkish, folded, and what each can mean.

Months and weekdays come from CLDR; the rest is grammar (prepositions, units, "undated"). A chat in either language
understands both, so there is one table.
"""

from functools import lru_cache
from typing import Any

from bot.folding import fold
from bot.i18n import CLDR_LOCALES
from bot.parsing.dates.suffixes import SOFTENED

Senses = dict[str, dict[str, Any]]


def _words(words: str) -> dict[str, None]:
    return dict.fromkeys(words.split())


_WORDS: dict[str, dict[str, Any]] = {
    # kind: {words separated by |: value}
    "to": _words("to until till through thru ile ila"),
    "and": _words("and ve"),
    "from": {"from": None, "starting": None},
    "between": {"between": None},
    "among": _words("arasi arasinda"),
    "until": _words("kadar dek degin"),
    "of": {"of": None, "in": None},
    "the": {"the": None},
    "on": _words("on at during for by"),
    "inside": _words("in during by"),
    "within": _words("within over"),
    "day_word": _words("gunu gun tarihi"),
    "year_word": _words("year yili yil"),
    "relative_day": {
        "today": 0, "tomorrow": 1, "yesterday": -1, "bugun": 0, "yarin": 1, "dun": -1,
        "tonight": 0, "bugunku": 0, "yarinki": 1, "dunku": -1,
    },
    "undated": _words("undated tarihsiz"),
    "no": {"no": None, "without": None},
    "a": {"a": None},
    "date_word": {"date": None, "tarih": None, "tarihi": None},
    "absent": _words("belirsiz yok belli"),
    "counted": _words("kisi kisilik people persons person pax guests delegates members katilimci uye misafir"),
    "hour_word": {"saat": None},
    "ordinal_sign": _words("st nd rd th"),
    "ordinal_end": _words("inci uncu nci ncu"),
}  # fmt: skip

# Other spellings than CLDR's, which are common enough to be typed without a thought.
_MORE_MONTHS = {"sep": 9, "sept": 9, "janu": 1, "ekm": 10}
_MORE_WEEKDAYS = {
    "tues": 1, "weds": 2, "thur": 3, "thurs": 3, "pzts": 0, "prs": 3, "pers": 3, "ct": 5, "cts": 5, "car": 2,
}  # fmt: skip


_INFLECTED = ("month_name", "weekday_name", "relative_day", "year_word", "day_word", "date_word")


def _add(senses: Senses, word: str, kind: str, value: Any) -> None:
    senses.setdefault(word, {}).setdefault(kind, value)


@lru_cache(maxsize=1)
def senses() -> Senses:
    """For each folded word the kinds it can have and its value as each. Built once, when first needed."""
    from babel.dates import get_day_names, get_month_names  # its locale data is slow to load

    table: Senses = {}
    for locale in (*CLDR_LOCALES.values(), "en"):
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=locale).items():
                _add(table, fold(name), "month", number)
                if width == "wide":
                    _add(table, fold(name), "month_name", number)
            for number, name in get_day_names(width, locale=locale).items():
                _add(table, fold(name), "weekday", number)
                if width == "wide":
                    _add(table, fold(name), "weekday_name", number)
    for word, month in _MORE_MONTHS.items():
        _add(table, word, "month", month)
    for word, weekday in _MORE_WEEKDAYS.items():
        _add(table, word, "weekday", weekday)
    for kind, words in _WORDS.items():
        for word, value in words.items():
            _add(table, word, kind, value)
    return table


@lru_cache(maxsize=1)
def stems() -> Senses:
    """The words that take case suffixes, also in the form they have before a vowel (ocak, ocağ-)."""
    table: Senses = {}
    for word, kinds in senses().items():
        # Without an apostrophe to show the cut, three letters are too few: "maya", "perde" are words of their own.
        if len(word) > 3 and any(kind in kinds for kind in _INFLECTED):
            table[word] = kinds
            if word[-1] in SOFTENED:
                table[word[:-1] + SOFTENED[word[-1]]] = kinds
    return table
