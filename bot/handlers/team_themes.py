"""``/team themes``: the names of themes, and what the team itself says for them."""

from bot.i18n import Translator
from bot.parsing.team_themes import SetThemes
from bot.parsing.theme_names import names_of, seeds, theme_key, theme_label
from bot.reply import Reply, bold, lines
from bot.request import Request
from bot.storage.themes import list_names, own_names, set_names, themes_in_use

IN_USE = 8


def show_themes(request: Request, theme: str = "") -> Reply:
    """One line a theme with its shipped names in both languages and the team's own; then what is used most.

    Of one ``theme`` all the names.
    """
    t = request.t
    if theme:
        return _one(request, theme)
    own: dict[str, list[str]] = {}
    for key, name in list_names(request.db, request.team_id):
        own.setdefault(key, []).append(name)
    rows = [" = ".join([_shown(key, t), *own.pop(key, [])]) for key in seeds()]
    rows += [" = ".join([_shown(key, t), *names]) for key, names in own.items()]
    used = themes_in_use(request.db, request.team_id, limit=IN_USE)
    said = ", ".join(f"{theme_label(theme, t.language)} ({count})" for theme, count in used)
    return Reply(
        (
            lines(
                [
                    bold(t("Themes and their names")),
                    *rows,
                    t("SDG 1 to SDG 17, also SKA 1 …"),
                    t("Used most: {themes}", themes=said) if said else "",
                    t("To add a name: /team themes environment = nature"),
                ]
            ),
        )
    )


def _one(request: Request, theme: str) -> Reply:
    t = request.t
    key = theme_key(theme, own_names(request.db, request.team_id))
    own = [name for known, name in list_names(request.db, request.team_id) if known == key]
    names = dict.fromkeys([theme_label(key, t.language), *names_of(key), *own])
    return Reply((lines([bold(" = ".join(names)), t("To add a name: /team themes environment = nature")]),))


def _shown(key: str, t: Translator) -> str:
    """A seed theme in the language of the answer, then in the other."""
    if key not in seeds():
        return theme_label(key, t.language)
    english, turkish = seed_names(key)
    return f"{turkish} = {english}" if t.language == "tr" else f"{english} = {turkish}"


def seed_names(key: str) -> tuple[str, str]:
    """The English and the Turkish name of a seed theme."""
    english, turkish, *_ = seeds()[key]
    return english, turkish


def set_themes(request: Request, change: SetThemes) -> Reply:
    """Store the names; a record keeps its theme as it was typed, and is found by any of them."""
    t = request.t
    key = theme_key(change.theme, own_names(request.db, request.team_id))
    set_names(request.db, request.team_id, key, change.names)
    if not change.names:
        return Reply((lines([bold(t("✓ {theme}: no names of your own", theme=change.theme))]),))
    return Reply((lines([bold(t("✓ One theme: {names}", names=" = ".join([change.theme, *change.names])))]),))
