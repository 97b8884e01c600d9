"""The second level: from one date to another, whatever form each has."""

from bot.parsing.dates.grammar import Found, Rule
from bot.parsing.dates.stated import Stated, month_of, range_of, the_year

_DAYS = ("date", "month_period", "numeric_month", "year")
_MONTHS = ("month_period", "numeric_month", "month")


def _range(found: Found) -> Stated:
    return range_of(_end(found, "a"), _end(found, "b"))


def _end(found: Found, side: str) -> Stated:
    for kind in ("date", "month_period", "numeric_month"):
        if f"{side}_{kind}" in found:
            stated: Stated = found[f"{side}_{kind}"]
            return stated
    if f"{side}_month" in found:
        return month_of(found[f"{side}_month"], None)
    return the_year(found[f"{side}_year"])


def _one_of(side: str, *kinds: str) -> str:
    return "(" + "|".join(f"<{side}_{kind}={kind}>" for kind in kinds) + ")"


def _forms(produces: str, a: str, b: str) -> tuple[Rule, ...]:
    return (
        Rule(produces, f"from? {a} (dash|dots|slash|to) the? {b}", _range),
        Rule(produces, f"between {a} (dash|and|to) the? {b}", _range),
        Rule(produces, f"{a} abl {b} dat? until", _range),
        Rule(produces, f"{a} abl {b} dat", _range),
        Rule(produces, f"{a} (dash|and|to|ins) {b} among", _range),
    )


RULES = (
    *_forms("date", _one_of("a", "date"), _one_of("b", *_DAYS)),
    *_forms("date", _one_of("a", *_DAYS), _one_of("b", "date")),
    *_forms("month_period", _one_of("a", *_MONTHS), _one_of("b", *_MONTHS)),
    *_forms("year_period", _one_of("a", "year"), _one_of("b", "year")),
)
