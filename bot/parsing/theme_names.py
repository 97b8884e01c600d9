"""What themes are called: the seed themes of a desk and the 17 Sustainable Development Goals, in both languages.

Goals are called as the United Nations call them (in Turkish: UN Türkiye, "Sürdürülebilir Kalkınma Amaçları"). A theme
may be named by any of its names: "#çevre" is found by "#environment". A team adds names of its own (``/team themes``).
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from bot.folding import fold

GOALS: Mapping[int, tuple[str, str]] = {
    1: ("No Poverty", "Yoksulluğa Son"),
    2: ("Zero Hunger", "Açlığa Son"),
    3: ("Good Health and Well-being", "Sağlık ve Kaliteli Yaşam"),
    4: ("Quality Education", "Nitelikli Eğitim"),
    5: ("Gender Equality", "Toplumsal Cinsiyet Eşitliği"),
    6: ("Clean Water and Sanitation", "Temiz Su ve Sanitasyon"),
    7: ("Affordable and Clean Energy", "Erişilebilir ve Temiz Enerji"),
    8: ("Decent Work and Economic Growth", "İnsana Yakışır İş ve Ekonomik Büyüme"),
    9: ("Industry, Innovation and Infrastructure", "Sanayi, Yenilikçilik ve Altyapı"),
    10: ("Reduced Inequalities", "Eşitsizliklerin Azaltılması"),
    11: ("Sustainable Cities and Communities", "Sürdürülebilir Şehirler ve Topluluklar"),
    12: ("Responsible Consumption and Production", "Sorumlu Üretim ve Tüketim"),
    13: ("Climate Action", "İklim Eylemi"),
    14: ("Life Below Water", "Sudaki Yaşam"),
    15: ("Life on Land", "Karasal Yaşam"),
    16: ("Peace, Justice and Strong Institutions", "Barış, Adalet ve Güçlü Kurumlar"),
    17: ("Partnerships for the Goals", "Amaçlar için Ortaklıklar"),
}
"""By number: the English title, the Turkish one."""

_SEEDS: Mapping[str, tuple[str, ...]] = {
    "social services": ("sosyal hizmetler", "sosyal hizmet", "social service"),
    "historical heritage": (
        "tarihî miras", "tarihi miras", "heritage", "cultural heritage", "kültürel miras", "miras", "tarihi doku",
    ),
    "environment": ("çevre", "environmental protection", "çevre koruma"),
    "urban regeneration": ("kentsel dönüşüm", "urban renewal", "kentsel yenileme", "regeneration"),
    "social and cultural activities": (
        "sosyal ve kültürel faaliyetler", "sosyal ve kültürel etkinlikler", "culture", "kültür", "kültür sanat",
    ),
    "vocational training": ("meslekî eğitim", "mesleki eğitim", "meslek edindirme", "meslek kursları"),
    "mass transport": ("toplu taşıma", "public transport", "ulaşım", "transport", "toplu ulaşım", "transportation"),
    "solid waste": ("katı atık", "waste", "atık", "waste management", "atık yönetimi"),
    "housing and restoration": ("konut ve restorasyon", "housing", "konut", "restoration", "restorasyon"),
    "disaster solidarity": ("afet dayanışması", "disaster", "afet", "disaster relief", "afet yardımı"),
    "economy": ("ekonomi", "iktisat", "economic development", "ekonomik kalkınma"),
    "tourism": ("turizm",),
    "funding": ("fon", "finansman", "hibe", "fonlar", "grants", "funds"),
}  # fmt: skip
"""By English name, the other names: the first is the Turkish one."""

_GOAL = re.compile(r"(?:sdg|ska|skh|goal|amac|hedef) ?0?(1[0-7]|[1-9])")


def goal_of(name: str) -> int | None:
    """The goal that "sdg11", "SKA 11" or a goal's title names."""
    folded = fold(name)
    found = _GOAL.fullmatch(folded)
    if found:
        return int(found[1])
    return next((goal for goal, titles in GOALS.items() if folded in map(fold, titles)), None)


def theme_key(name: str, own: Mapping[str, str] | None = None) -> str:
    """What all names of one theme have in common. ``own`` has the team's own names, folded, with their themes' keys."""
    folded = fold(name)
    if own and folded in own:
        return own[folded]
    if goal := goal_of(folded):
        return f"sdg{goal}"
    return _keys().get(folded, folded)


def theme_forms(name: str, own: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """All folded names under which records of this theme may stand."""
    key = theme_key(name, own)
    forms = [key, fold(name), *_forms(key), *(folded for folded, theme in (own or {}).items() if theme == key)]
    return tuple(dict.fromkeys(form for form in forms if not own or own.get(form, key) == key))


def is_known(name: str, own: Mapping[str, str] | None = None) -> bool:
    """Whether the theme has more names than this one."""
    return len(theme_forms(name, own)) > 1


def theme_label(name: str, language: str) -> str:
    """How a card says it: a goal by its number and title, anything else as it was typed."""
    goal = _GOAL.fullmatch(fold(name))
    if goal is None:
        return name
    number = int(goal[1])
    return f"SKA {number} {GOALS[number][1]}" if language == "tr" else f"SDG {number} {GOALS[number][0]}"


@lru_cache(maxsize=1)
def seeds() -> Mapping[str, tuple[str, ...]]:
    """The shipped themes, by key: their English name, then the others."""
    return {fold(name): (name, *others) for name, others in _SEEDS.items()}


@lru_cache(maxsize=1)
def _keys() -> Mapping[str, str]:
    return {fold(name): key for key, names in seeds().items() for name in names}


def names_of(key: str) -> tuple[str, ...]:
    """The shipped names of a theme, as they are written."""
    goal = goal_of(key)
    return GOALS[goal] if goal else seeds().get(key, ())


def _forms(key: str) -> Iterable[str]:
    names = map(fold, names_of(key))
    goal = goal_of(key)
    signs = [f"{sign}{space}{goal}" for sign in ("sdg", "ska", "skh") for space in ("", " ")] if goal else []
    return [*signs, *names]
