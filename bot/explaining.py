"""How a text is read, in words: what ``dragoman when`` and ``dragoman place`` print.

Each answers (the lines, whether anything was read).
"""

from bot.adapters.console import plain_text
from bot.cards.problems import problem_reply
from bot.cards.values import describe, place_line
from bot.domain.country_labels import contested
from bot.domain.periods import Period, Precision
from bot.domain.places import PlaceKind
from bot.errors import BotError, Question, WhichDate
from bot.i18n import CLDR_LOCALES, N_, Translator, translator
from bot.parsing.dates import DateContext, find_term, format_day, format_period, in_iso, read_or_find
from bot.parsing.places import (
    Case,
    Match,
    MatchKind,
    PlaceIndex,
    country_around,
    country_name,
    decide,
    find_all,
    find_in,
)

_SHOWN = 5
_HOW = {
    MatchKind.ID: N_("Found by its id"),
    MatchKind.COUNTRY: N_("Found as a country"),
    MatchKind.EXACT: N_("Found by its name"),
    MatchKind.ALIAS: N_("Found by a name in the alias file"),
    MatchKind.ALTERNATE: N_("Found by a name in another language or an old one"),
    MatchKind.SUFFIX: N_("Found by its name with a case suffix"),
    MatchKind.FUZZY: N_("Found as a guess at a mistyped name"),
    MatchKind.AROUND: N_("Found as the city that it may be a part of"),
}
_PRECISIONS = {
    Precision.DAY: N_("known to the day"),
    Precision.WEEK: N_("known to the week"),
    Precision.PART: N_("without exact bounds"),
    Precision.MONTH: N_("known to the month"),
    Precision.QUARTER: N_("known to the quarter"),
    Precision.HALF: N_("known to the half-year"),
    Precision.SEASON: N_("known to the season"),
    Precision.YEAR: N_("known to the year"),
    Precision.DECADE: N_("known to the decade"),
}
_KINDS = {PlaceKind.CITY: N_("city"), PlaceKind.COUNTRY: N_("country"), PlaceKind.REGION: N_("region")}
_CASES = {
    Case.ABLATIVE: N_("ablative case"),
    Case.DATIVE: N_("dative case"),
    Case.LOCATIVE: N_("locative case"),
    Case.GENITIVE: N_("genitive case"),
    Case.ACCUSATIVE: N_("accusative case"),
    Case.INSTRUMENTAL: N_("instrumental case"),
}


def explain_date(text: str, context: DateContext) -> tuple[list[str], bool]:
    """The date in ``text``."""
    t = translator(context.language)
    try:
        dated = read_or_find(text, context)
        if dated:
            start, end = dated.span
            return [t("Read: “{text}”", text=text[start:end]), *_period_lines(dated.period, context, t)], True
        if found := find_term(text):
            term, (start, end) = found
            until = format_day(term.end_after(context.today), t.language)
            lasting = t("A term, no date; from today it lasts until {date}", date=until)
            return [t("Read: “{text}”", text=text[start:end]), lasting], True
    except WhichDate as question:
        return _question_lines(question, t), True
    except BotError as error:
        return [plain_text(problem_reply(error, t))], False
    return [t("No date was read in “{text}”.", text=text)], False


def _period_lines(period: Period | None, context: DateContext, t: Translator) -> list[str]:
    if period is None:
        return [t("Stated to be undated")]
    days = t.plural("{n} day", "{n} days", (period.end - period.start).days + 1)
    return [
        format_period(period, t.language),
        f"{in_iso(period)}: {days}, {t(_PRECISIONS[period.precision])}",
        t("Today is {date}", date=format_day(context.today, t.language)),
    ]


def explain_place(text: str, index: PlaceIndex, language: str, home_country: str | None) -> tuple[list[str], bool]:
    """The place that ``text`` names, or that is named in it."""
    t = translator(language)
    matches = find_all(index, text, language=language, home_country=home_country)
    around = None if matches else country_around(index, text)
    try:
        if not matches and not around and (found := find_in(index, text, language=language, home_country=home_country)):
            start, end = found.span
            text = text[start:end]
            matches = find_all(index, text, language=language, home_country=home_country)
        place = decide(matches, text)
    except Question as question:
        return [*_question_lines(question, t), *_others(matches, t)], True
    if around:
        name, code = around
        where = country_name(code, language)
        return [
            t("No place was read in “{text}”.", text=text),
            t("It could be kept as {name}, {where}.", name=name, where=where),
        ], True
    if place is None:
        return [t("No place was read in “{text}”.", text=text)], False
    chosen = next(match for match in matches if match.place.id == place.id)
    lines = [
        t("Read: “{text}”", text=text),
        *_match_lines(chosen, t),
        *_others([m for m in matches if m is not chosen], t),
    ]
    if contested(home_country, place.id):
        lines.append(t("A card asks which country to name"))
    return lines, True


def _match_lines(match: Match, t: Translator) -> list[str]:
    place = match.place
    facts = [t(_KINDS[place.kind]), place.timezone or t("no time zone")]
    if place.latitude is not None and place.longitude is not None:
        facts.append(f"{_degrees(place.latitude, 'NS')} {_degrees(place.longitude, 'EW')}")
    if place.population:
        facts.append(t("{count} people", count=_number(place.population, t)))
    how = t(_HOW[match.how])
    if match.case:
        how += ", " + t(_CASES[match.case])
    return [f"{place_line(place, t)} ({place.id})", " · ".join(facts), how]


def _degrees(value: float, signs: str) -> str:
    return f"{abs(value):.2f}° {signs[value < 0]}"


def _number(value: float, t: Translator) -> str:
    from babel.numbers import format_decimal  # slow to import, and needed for explanations only

    return str(format_decimal(round(value), locale=CLDR_LOCALES[t.language]))


def _others(matches: tuple[Match, ...] | list[Match], t: Translator) -> list[str]:
    if not matches:
        return []
    lines = [
        f"  {place_line(match.place, t)} ({match.place.id}), {_number(match.score, t)}" for match in matches[:_SHOWN]
    ]
    more = ["  " + t("… and {count} more", count=len(matches) - _SHOWN)] if len(matches) > _SHOWN else []
    return [t("Candidates by weight:"), *lines, *more]


def _question_lines(question: Question, t: Translator) -> list[str]:
    choices = [f"  {describe(choice.label, t)}" for choice in question.choices]
    return [t("It would be asked:"), plain_text(problem_reply(question, t)), *choices]
