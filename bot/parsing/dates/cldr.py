"""What CLDR knows of a language's dates: the names of months and weekdays, and the patterns they are written in.

Source: CLDR, through Babel (UTS #35, part 4). A pattern ("d 'de' MMMM 'de' y") becomes a rule of the grammar, so that a
language needs no rules of its own for dates as its writers write them.
"""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from bot.i18n import CLDR_LOCALES
from bot.parsing.dates.grammar import Found, Rule
from bot.parsing.dates.lexing import MARK, WORD
from bot.parsing.dates.numeric import full_year
from bot.parsing.dates.stated import NotMeant, Stated, check_weekday, day_of, month_of, range_of, the_year

if TYPE_CHECKING:
    from babel import Locale

_FIELD = re.compile(
    rf"'(?P<quoted>[^']*)'|(?P<field>([a-zA-Z])\3*)|(?P<sign>[][().,/،、–—-])|(?P<word>[^\W\d_a-zA-Z](?:[^\W\d_a-zA-Z]|{MARK})*)|\s+|."
)
_SIGNS = {
    ".": "full_stop",
    ",": "comma",
    "،": "comma",
    "、": "comma",
    "/": "slash",
    "(": "open",
    ")": "close",
    **dict.fromkeys("-–—", "dash"),
}
_ERA = "literal? full_stop? literal? full_stop?"
_DATES = frozenset("yMLdEcG")
# A name with a letter right before or behind it: "日EEEE", "MMMM'ren'", "בMMMM".
_GLUED = re.compile(r"([MLEc])\1{2,}(?!\1)'?[^\W\d_]|[^\W\d_a-zA-Z]'?([MLEc])\2{2,}")
_DIGITS = re.compile(r"\d+")


@lru_cache(maxsize=64)
def _locale(identifier: str) -> "Locale":
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(identifier)
    except (UnknownLocaleError, ValueError):
        raise LookupError(f"CLDR has no language {identifier!r}") from None


def names(identifiers: Iterable[str]) -> Iterator[tuple[str, str, int | None]]:
    """(word, kind, value) for each name of a month or weekday: "month" and "weekday", as well as "month_name" and
    "weekday_name" where it is no abbreviation, and "turkish" for months in Turkish. Numeric names are left out.
    """
    for identifier in identifiers:
        locale = _locale(identifier)
        for table, kind, widths in (
            (locale.months, "month", ("wide", "abbreviated")),
            (
                locale.days,
                "weekday",
                ("wide", "abbreviated") if identifier in CLDR_LOCALES.values() else ("wide", "abbreviated", "short"),
            ),
        ):
            for context in ("format", "stand-alone"):
                for width in widths:
                    for number, name in _own_names(table, context, width):
                        yield name, kind, number
                        if width == "wide":
                            yield name, f"{kind}_name", number
                            if kind == "month" and identifier == "tr":
                                yield name, "turkish", None


def _own_names(table: Any, context: str, width: str) -> list[tuple[int, str]]:
    """The names, unless they are CLDR's root ones ("5月") or begin with the number of the month."""
    found = list(table.get(context, {}).get(width, {}).items())
    return [] if any(_DIGITS.search(name) for _, name in found) else found


def patterns(identifier: str) -> list[str]:
    """The patterns of dates in CLDR's notation: of a day, a month, with and without a year, and of ranges of them."""
    locale = _locale(identifier)
    found = [one.pattern for one in locale.date_formats.values()]
    found += [one.pattern for name, one in locale.datetime_skeletons.items() if _DATES.issuperset(name)]
    for skeleton, by_field in locale.interval_formats.items():
        if skeleton and _DATES.issuperset(skeleton):
            found += ["".join(parts) for parts in by_field.values()]
    return list(dict.fromkeys(found))


def _month_template(locale: "Locale", width: str) -> tuple[str, str] | None:
    """What stands around the number in a numeric name of a month ("5月", "tháng 5"), None where months have names."""
    name = locale.months["format"][width][5]
    if not _DIGITS.search(name):
        return None
    before, after = _DIGITS.split(name, maxsplit=1)
    return before.strip(), after.strip()


def _parts(locale: "Locale", pattern: str) -> Iterator[tuple[str, str]]:
    """("field" | "sign" | "word", its text) of a pattern, names of months that are numbers taken apart."""
    templates = {3: _month_template(locale, "abbreviated"), 4: _month_template(locale, "wide")}
    for match in _FIELD.finditer(pattern):
        if match["quoted"]:
            yield from (("word", word) for word in re.findall(WORD, match["quoted"]))
        elif match["field"] and match["field"][0] in "ML" and (template := templates.get(len(match["field"]))):
            yield from (("word", word) for word in template[0].split())
            yield "field", "M"
            yield from (("word", word) for word in template[1].split())
        else:
            for kind in ("field", "sign", "word"):
                if match[kind]:
                    yield kind, match[kind]


def literals(identifier: str) -> tuple[list[str], tuple[str, ...]]:
    """The words that stand in the patterns ("de", "年"), and all words that may be written without a space between:
    () where no pattern has a word next to a field of letters.
    """
    locale = _locale(identifier)
    words: dict[str, None] = {}
    glued = False
    for pattern in patterns(identifier):
        words |= dict.fromkeys(text for kind, text in _parts(locale, pattern) if kind == "word")
        glued = glued or _GLUED.search(pattern) is not None
    words |= dict.fromkeys(word for name in locale.eras["abbreviated"].values() for word in re.findall(WORD, name))
    if not glued and _month_template(locale, "wide") is None:
        return list(words), ()
    everything = {*words, *(name for name, _, _ in names([identifier]))}
    return list(words), tuple(sorted((word.lower() for word in everything), key=len, reverse=True))


def rules(identifier: str) -> tuple[Rule, ...]:
    """The patterns of a language as rules of the grammar.

    Words and signs may be absent where the month has a name; where it is a number they tell that this is a date.
    """
    locale = _locale(identifier)
    made: dict[tuple[str, str], Rule] = {}
    for pattern in patterns(identifier):
        parts = list(_parts(locale, pattern))
        if (produces := _kind(parts)) is not None:
            text = _rule(parts, _named(parts))
            made.setdefault((produces, text), Rule(produces, text, _build))
    return tuple(made.values())


def _named(parts: list[tuple[str, str]]) -> bool:
    return any(kind == "field" and _name(text) == "M" and len(text) > 2 for kind, text in parts)


def _kind(parts: list[tuple[str, str]]) -> str | None:
    """What a pattern states; None where it states no more than a weekday, a day or a month, and where it is numbers
    with signs: they are for the reader of numeric dates, but those it cannot know ("2026. 5. 3.", "26. 5. 3.").
    """
    fields = {_name(text): text for kind, text in parts if kind == "field"}
    words = any(kind == "word" for kind, _ in parts)
    if "M" not in fields:
        return "year_period" if "y" in fields and words else None
    if fields.keys() == {"M"}:
        return None
    spaced = {"y", "d"} <= fields.keys() and ("sign", ".") in parts
    if not (_named(parts) or words or fields.get("y") == "yy" or spaced):
        return None
    return "date" if "d" in fields else "month_period"


def _rule(parts: list[tuple[str, str]], named: bool) -> str:
    made = []
    for kind, text in parts:
        if kind == "field" and text[0] == "G":
            made.append(_ERA)
        elif kind == "field":
            nth = sum(1 for earlier in made if f"<{_name(text)}" in earlier) + 1
            made.append(_captured(text, nth))
        elif kind == "sign":
            sign = _SIGNS[text]
            made.append(sign if sign == "dash" or not (named or sign in ("open", "close")) else f"{sign}?")
        else:
            made.append("literal?" if named else "literal")
    return " ".join(made)


def _name(field: str) -> str:
    return {"L": "M", "c": "E"}.get(field[0], field[0])


def _captured(field: str, nth: int) -> str:
    name = _name(field)
    if name == "y":
        return f"(<y{nth}=year>|<y{nth}=short_year>)" if field == "yy" else f"<y{nth}=year>"
    if name == "M":
        return f"<M{nth}=month>" if len(field) > 2 else f"<M{nth}=count>"
    return f"<d{nth}=day>" if name == "d" else f"<E{nth}=weekday>"


def _build(found: Found) -> Stated:
    start, end = (_one(found, nth) for nth in (1, 2))
    stated = start if not any(f"{field}2" in found for field in "dMy") else range_of(start, end)
    return check_weekday(stated, found.all("E1", "E2"), found.context.today)


@lru_cache(maxsize=64)
def year_first(identifier: str) -> bool:
    """Whether a date in three short numbers begins with its year in this language: "26/5/3"."""
    pattern: str = _locale(identifier).date_formats["short"].pattern
    return pattern.startswith("yy/")


def _one(found: Found, nth: int) -> Stated:
    """The first or second date; a field that stands once belongs to both."""
    day, month, year = (found.get(f"{field}{nth}", found.get(f"{field}1")) for field in "dMy")
    if year is not None and year < 100:
        year = full_year(year, found.context.today)
    if month is None:
        if year is None:
            raise NotMeant
        return the_year(year)
    if not 1 <= month <= 12:
        raise NotMeant
    return month_of(month, year) if day is None else day_of(month, day, year)
