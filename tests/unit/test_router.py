"""Commands are found by their names in either language and in any spelling, and the umbrella before a noun."""

import pytest

from bot.handlers.commands import make_router
from bot.router import NAME, DidYouMean, UnknownCommand

ROUTER = make_router()


@pytest.mark.parametrize(
    ("typed", "arguments", "command", "rest"),
    [
        ("visit", "Tirana", "visit", "Tirana"),
        ("ziyaret", "tiran", "visit", "tiran"),
        ("ZİYARET", "tiran", "visit", "tiran"),
        ("log", "visit Tirana", "visit", "Tirana"),
        ("kayıt", "ziyaret tiran", "visit", "tiran"),
        ("kaydet", "visit\nTirana", "visit", "Tirana"),
        ("log", "", "log", ""),
        ("log", "banana", "log", "banana"),
        ("düzelt", "v1 4 mayıs", "edit", "v1 4 mayıs"),
        ("geri", "al", "undo", "al"),
        ("yardım", "", "help", ""),
    ],
)
def test_resolve(typed: str, arguments: str, command: str, rest: str) -> None:
    call = ROUTER.resolve(typed, arguments, "en")
    assert (call.command.name, call.arguments) == (command, rest)


def test_umbrella_logs_where_the_noun_alone_may_show() -> None:
    assert ROUTER.resolve("log", "visit Tirana", "en").logging
    assert not ROUTER.resolve("visit", "Tirana", "en").logging


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "visit Tirana 3 May", ("visit", "Tirana 3 May")),
        ("en", "log visit Tirana 3 May", ("visit", "Tirana 3 May")),
        ("en", "ziyaret tiran", ("visit", "tiran")),
        ("tr", "geri al", ("undo", "")),
        ("en", "Tirana was nice", None),
    ],
)
def test_plain_sentence_begins_with_a_name(language: str, text: str, expected: tuple[str, str] | None) -> None:
    call = ROUTER.resolve_words(text, language)
    assert (call and (call.command.name, call.arguments)) == expected


def test_unknown_command_offers_the_closest_in_the_language_of_the_typo() -> None:
    with pytest.raises(DidYouMean) as refused:
        ROUTER.resolve("vizit", "tiran", "tr")
    assert refused.value.closest in ("ziyaret", "visit")
    with pytest.raises(UnknownCommand):
        ROUTER.resolve("qqqqqqq", "", "en")


def test_every_name_can_stand_in_a_menu() -> None:
    for command in ROUTER.commands:
        for name in (command.name, *(name for names in command.names.values() for name in names)):
            assert NAME.fullmatch(name)
