"""The words of dates in English and Turkish, folded, and what each can mean.

Months and weekdays come from CLDR; the rest is grammar (prepositions, units, "undated"). A chat in either language
understands both, so there is one table. A word can be of several kinds: "son" is the Turkish "last", before a
week a shift into the past and in a month its last one.
"""

from functools import lru_cache
from typing import Any

from bot.folding import fold
from bot.i18n import CLDR_LOCALES
from bot.parsing.dates.cardinals import ENGLISH, ENGLISH_ORDINALS, TURKISH, TURKISH_ORDINALS, TURKISH_SCALES
from bot.parsing.dates.suffixes import SOFTENED

Senses = dict[str, dict[str, Any]]


def _words(words: str, value: Any = None) -> dict[str, Any]:
    return dict.fromkeys(words.split(), value)


_WORDS: dict[str, dict[str, Any]] = {
    # Prepositions, and the Turkish words that stand in their place behind.
    "to": _words("to until till through thru ile ila"),
    "and": _words("and ve"),
    "from": _words("from starting"),
    "between": _words("between"),
    "among": _words("arasi arasinda arasindaki"),
    "of": _words("of in"),
    "the": _words("the"),
    "on": _words("on at during for by over"),
    "inside": _words("in during by sirasinda"),
    "until_before": _words("until till"),
    "before_word": _words("before", -1),
    "since_word": _words("since"),
    "after_word": _words("after", 1),
    "until": _words("kadar dek degin"),
    "since": _words("beri itibaren yana"),
    # Units of time, how to move among them, and their parts.
    "unit": {
        **_words("day days gun", "day"),
        **_words("week weeks wk wks hafta", "week"),
        **_words("weekend weekends haftasonu", "weekend"),
        **_words("month months mth mths ay", "month"),
        **_words("quarter quarters qtr qtrs ceyrek", "quarter"),
        **_words("half halves yari yariyil", "half"),
        **_words("year years yr yrs y yil sene", "year"),
        **_words("decade decades", "decade"),
        **_words("fortnight fortnights", "fortnight"),
    },
    "quarter_word": _words("quarter qtr ceyrek"),
    "week_sign": _words("w"),
    "decade_name": {
        f"{tens}ies": 10 * n for n, tens in enumerate("twent thirt fort fift sixt sevent eight ninet".split(), 2)
    },
    "quarter_sign": _words("q"),
    "half_sign": _words("h"),
    "on_day": _words("gun gunu tarih tarihi tarihli"),
    "end_word": _words("sonu"),
    "shift": {
        **_words("this current bu simdiki", 0),
        **_words("next coming upcoming following gelecek onumuzdeki sonraki dahaki ertesi", 1),
        **_words("last past previous prior gecen gectigimiz onceki son", -1),
    },
    "next": _words("next gelecek"),
    "coming": _words("coming upcoming onumuzdeki"),
    "week_ahead": _words("haftaya"),
    "week_word": _words("haftaya"),
    "year_ahead": _words("seneye"),
    "one_more": _words("bir"),
    "then": {**_words("sonraki", 1), **_words("onceki evvelki", -1)},
    "ago": _words("ago once evvel earlier back", -1),
    "later": _words("sonra hence later", 1),
    "time_word": _words("time"),
    "within": _words("within icinde icerisinde"),
    "in": _words("in"),
    "for": _words("for"),
    "on_word": _words("on"),
    "about": _words("around about circa approximately"),
    "about_behind": _words("civari civarinda sularinda dolaylarinda"),
    "onward": _words("on onward onwards"),
    "rest": _words("rest remainder kalani kalaninda"),
    "now": _words("now today simdi bugun"),
    "lasting": _words("boyunca sureyle icin"),
    "as_of": _words("itibaren"),
    "season": {
        **_words("spring ilkbahar bahar", 3),
        **_words("summer yaz", 6),
        **_words("autumn fall sonbahar guz", 9),
        **_words("winter kis kisi", 12),
    },
    "edge_before": {
        **_words("early beginning start", "early"), **_words("mid middle", "middle"), **_words("late end", "late"),
    },
    "edge_behind": {
        **_words("basi baslari", "early"), **_words("ortasi ortalari", "middle"), **_words("sonu sonlari", "late"),
    },
    "last_word": {**_words("last son", -1)},
    "relative_day": {
        **_words("today tonight bugun", 0),
        **_words("tomorrow tomorrows tmrw tmr yarin", 1),
        **_words("yesterday yesterdays dun", -1),
    },
    "other_day": {**_words("obur obursu", 2), **_words("evvelsi evvelki onceki", -2)},
    "not_word": _words("degil"),
    "closest": _words("closest nearest"),
    "commencing": _words("commencing starting beginning"),
    "era": _words("ad ce"),
    "calendar": _words("calendar fiscal"),
    # What tells that a number, or a word, is something else.
    "counted": _words(
        "kisi kisilik people persons person pax guests delegates members katilimci uye misafir temsilci adet km kg "
        "million milyon bin thousand euro eur usd tl lira percent yuzde dolar dollars hours saat minutes dakika"
    ),
    "hour_word": _words("saat"),
    "event": _words(
        "bayram ramazan kurban secim secimler tatil yilbasi holiday holidays election elections eid easter ramadan"
    ),
    # No date at all.
    "undated": _words("undated tarihsiz"),
    "no": _words("no without"),
    "a": _words("a an"),
    "date_word": _words("date tarih tarihi"),
    "absent": _words("belirsiz yok belli"),
    # Numbers.
    "cardinal": {**ENGLISH, **TURKISH, **TURKISH_SCALES, **_words("hundred thousand")},
    "ordinal_word": ENGLISH_ORDINALS,
    "ordinal": TURKISH_ORDINALS,
    "ordinal_sign": _words("st nd rd th"),
    "ordinal_end": _words("inci uncu nci ncu"),
    "couple": _words("couple", 2),
}  # fmt: skip

# Other spellings than CLDR's, which are common enough to be typed without a thought.
_MORE_MONTHS = {"sep": 9, "sept": 9}
_MORE_WEEKDAYS = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3, "pts": 0, "prs": 3, "cts": 5}

_SHORT = frozenset(("unit", "cardinal", "season", "relative_day"))

# Kinds whose words take case suffixes.
_INFLECTED = frozenset(
    ("month_name", "weekday_name", "relative_day", "unit", "on_day", "date_word", "season", "event", "cardinal",
     "ordinal", "edge_behind")
)  # fmt: skip


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
                    if locale == "tr":
                        _add(table, fold(name), "turkish", None)
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
            if kind == "unit" and value != "quarter":
                _add(table, word, f"{value}_word", None)
    return table


@lru_cache(maxsize=1)
def stems() -> Senses:
    """The words that take case suffixes, also in the form they have before a vowel (ocak, ocağ-)."""
    table: Senses = {}
    for word, kinds in senses().items():
        # Of the short words only those that no other word begins with: "maya", "sunda" are words of their own.
        if not _INFLECTED.isdisjoint(kinds) and (len(word) > 3 or not _SHORT.isdisjoint(kinds)):
            table[word] = kinds
            if word[-1] in SOFTENED and len(word) > 3:
                table[word[:-1] + SOFTENED[word[-1]]] = kinds
    return table
