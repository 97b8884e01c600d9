"""How a text is read, in words: what ``dragoman when`` and ``dragoman place`` print.

Each answers (the lines, whether anything was read).
"""

from bot.adapters.console import plain_text
from bot.cards.problems import problem_reply
from bot.cards.values import describe, place_line
from bot.domain.country_labels import contested
from bot.domain.periods import Period, Precision
from bot.errors import BotError, Question, WhichDate
from bot.i18n import Translator, translator
from bot.parsing.dates import DateContext, find_date, find_term, format_period, in_iso
from bot.parsing.places import Match, MatchKind, PlaceIndex, decide, find_all, find_in

_SHOWN = 5
_HOW = {
    MatchKind.ID: "by its id",
    MatchKind.COUNTRY: "as a country",
    MatchKind.EXACT: "by its name",
    MatchKind.ALIAS: "by a name in the alias file",
    MatchKind.ALTERNATE: "by a name in another language or an old one",
    MatchKind.SUFFIX: "by its name with a case suffix",
    MatchKind.FUZZY: "as a guess at a mistyped name",
    MatchKind.AROUND: "as the city that it may be a part of",
}


def explain_date(text: str, context: DateContext) -> tuple[list[str], bool]:
    """The date in ``text``."""
    t = translator(context.language)
    try:
        dated = find_date(text, context)
        if dated:
            start, end = dated.span
            return [f"Read: “{text[start:end]}”", *_period_lines(dated.period, context)], True
        if found := find_term(text):
            term, (start, end) = found
            return [
                f"Read: “{text[start:end]}”",
                f"A term; from today it lasts until {term.end_after(context.today)}",
            ], True
    except WhichDate as question:
        return _question_lines(question, t), True
    except BotError as error:
        return [plain_text(problem_reply(error, t))], False
    return [f"No date was read in “{text}”."], False


def _period_lines(period: Period | None, context: DateContext) -> list[str]:
    if period is None:
        return ["Stated to be undated"]
    days = (period.end - period.start).days + 1
    exact = "without exact bounds" if period.precision is Precision.PART else f"known to the {period.precision.value}"
    return [
        format_period(period, context.language),
        f"{in_iso(period)}: {days} {'day' if days == 1 else 'days'}, {exact}",
        f"Today is {context.today.isoformat()}",
    ]


def explain_place(text: str, index: PlaceIndex, language: str, home_country: str | None) -> tuple[list[str], bool]:
    """The place that ``text`` names, or that is named in it."""
    t = translator(language)
    matches = find_all(index, text, language=language, home_country=home_country)
    try:
        if not matches and (found := find_in(index, text, language=language, home_country=home_country)):
            start, end = found.span
            text = text[start:end]
            matches = find_all(index, text, language=language, home_country=home_country)
        place = decide(matches, text)
    except Question as question:
        return [*_question_lines(question, t), *_others(matches, t)], True
    if place is None:
        return [f"No place was read in “{text}”."], False
    chosen = next(match for match in matches if match.place.id == place.id)
    lines = [f"Read: “{text}”", *_match_lines(chosen, t), *_others([m for m in matches if m is not chosen], t)]
    if contested(home_country, place.id):
        lines.append("A card asks which country to name")
    return lines, True


def _match_lines(match: Match, t: Translator) -> list[str]:
    place = match.place
    facts = [place.kind.value, place.timezone or "no time zone"]
    if place.latitude is not None and place.longitude is not None:
        facts.append(f"{_degrees(place.latitude, 'NS')} {_degrees(place.longitude, 'EW')}")
    if place.population:
        facts.append(f"{place.population:,} people")
    how = _HOW[match.how]
    if match.case:
        how += f", {match.case.value} case"
    return [f"{place_line(place, t)} ({place.id})", " · ".join(facts), f"Found {how}"]


def _degrees(value: float, signs: str) -> str:
    return f"{abs(value):.2f}° {signs[value < 0]}"


def _others(matches: tuple[Match, ...] | list[Match], t: Translator) -> list[str]:
    if not matches:
        return []
    lines = [f"  {place_line(match.place, t)} ({match.place.id}), {match.score:,.0f}" for match in matches[:_SHOWN]]
    more = [f"  … and {len(matches) - _SHOWN} more"] if len(matches) > _SHOWN else []
    return ["Candidates by weight:", *lines, *more]


def _question_lines(question: Question, t: Translator) -> list[str]:
    choices = [f"  {describe(choice.label, t)}" for choice in question.choices]
    return ["It would be asked:", plain_text(problem_reply(question, t)), *choices]
