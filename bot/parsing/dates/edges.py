"""The second level, too: parts without exact bounds ("early May", "mayıs sonu", "second half of June")."""

from bot.domain.periods import Period, Precision
from bot.parsing.dates.grammar import Found, Rule
from bot.parsing.dates.stated import the_year
from bot.parsing.dates.units import half_of_month, part_of
from bot.parsing.dates.within import MONTH, NTH, WHOLE, inside


def _part(whole: Period, found: Found) -> Period:
    return part_of(whole, found["edge"])


def _half_of_month(whole: Period, found: Found) -> Period:
    return half_of_month(whole, found["nth"])


def _about(whole: Period, found: Found) -> Period:
    return Period(whole.start, whole.end, Precision.PART)


def _end_of_year(found: Found) -> Period:
    year = found.get("year", found.context.today.year)
    return part_of(the_year(year), "late")


RULES = (
    Rule("part_period", "(<year> (year_word acc?)?)? year_end", _end_of_year),
    Rule("part_period", f"the? <edge=edge_before> (dash|of)? the? ({WHOLE}|<whole=part_period>)", inside(_part)),
    Rule("part_period", "the? <edge=edge_before> of? the? <whole=week>", inside(_part)),
    Rule("part_period", "the? <edge=edge_of> the? (<whole=unit>|<whole=week>)", inside(_part)),
    Rule("part_period", "<whole=week> gen? <edge=edge_behind>", inside(_part)),
    Rule("part_period", "the? <edge=edge_before> of the? <whole=unit>", inside(_part)),
    Rule("part_period", f"({WHOLE}|<whole=part_period>) gen? <edge=edge_behind>", inside(_part)),
    Rule(
        "part_period",
        "(?<!count)(?<!ordinal)(?!week_word end_word) <whole=unit> gen? <edge=edge_behind>",
        inside(_part),
    ),
    Rule("part_period", f"the? {NTH} half_word of? {MONTH}", inside(_half_of_month)),
    Rule("part_period", f"{MONTH} gen? {NTH} half_word acc?", inside(_half_of_month)),
    Rule("part_period", "about the? <whole=date>", inside(_about)),
    Rule("part_period", "<whole=date> (acc|gen|ins)? about_behind", inside(_about)),
)
