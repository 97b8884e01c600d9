"""Both languages are complete: every text of the program has its translation, with the same parameters."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from bot.i18n import LANGUAGES, LOCALE_FOLDER

BOT = LOCALE_FOLDER.parent
KEYWORDS = {"t": None, "N_": None, "plural": (1, 2), "context": ((1, "c"), 2)}
PARAMETER = re.compile(r"\{(\w*)\}")


def texts_of_the_program() -> set[tuple[str | None, str | tuple[str, ...]]]:
    found = extract_from_dir(str(BOT), method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=())
    return {(context, text) for _, _, text, _, context in found}


def catalogue(language: str) -> Catalog:
    with (LOCALE_FOLDER / language / "LC_MESSAGES" / "bot.po").open("rb") as file:
        return read_po(file, locale=language)


def translations(language: str) -> Iterator[tuple[Message, tuple[str, ...]]]:
    for message in catalogue(language):
        if message.id:
            yield message, message.string if isinstance(message.string, tuple) else (str(message.string),)


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogue_has_every_text_and_no_other(language: str) -> None:
    known = {(message.context, message.id) for message, _ in translations(language)}
    assert known == texts_of_the_program()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_missing_or_fuzzy(language: str) -> None:
    assert [m.id for m, texts in translations(language) if m.fuzzy or not all(texts)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_take_the_same_parameters(language: str) -> None:
    for message, texts in translations(language):
        ids = message.id if isinstance(message.id, tuple) else (message.id,)
        allowed = {name for text in ids for name in PARAMETER.findall(str(text))}
        for text in texts:
            assert set(PARAMETER.findall(text)) <= allowed, message.id
            assert set(PARAMETER.findall(text)) >= allowed - {"n"}, message.id


def test_compiled_catalogues_are_fresh() -> None:
    for language in LANGUAGES:
        folder = LOCALE_FOLDER / language / "LC_MESSAGES"
        assert Path(folder / "bot.mo").stat().st_mtime >= Path(folder / "bot.po").stat().st_mtime
