"""Replies as Telegram takes them. TDLib, Telegram's own code, judges lengths and entities."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.adapters.telegram.render import LONGEST_TEXT, Document, Entity, Key, Text, render, units
from bot.message import ChatKind, Invocation
from bot.reply import Block, Button, Buttons, Fields, File, Image, Paragraph, Reply, Span, Style, Table, bold, lines
from tests.telegram import tdlib
from tests.telegram.rules import check_keyboard, check_text

DIRECT = ChatKind.DIRECT


def shown(*blocks: Block, asks: bool = False, kind: ChatKind = DIRECT) -> list[Text]:
    parts = render(Reply(blocks, asks=asks), kind)
    return [part for part in parts if isinstance(part, Text)]


# Characters that break naive bots: astral ones, marks, blanks, what Telegram strips. No Markdown (see ``tdlib.read``).
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
PIECES = st.sampled_from(
    [
        *("a", "Z", "_x", "<b>", "&amp;", "@all", "ş", "İ", "é", "e\u0301", "😀", FAMILY, "🇹🇷", "\u202e", "\u200f"),
        *(" ", "\n", "\t", "\u00a0", "\r\n", "\x07", "中", "\u0333", "k\u030a", "/undo", "#x", "\ufeff", "\u2028"),
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)
SPANS = st.lists(st.builds(Span, TEXTS, st.sampled_from(Style)), max_size=8)


@settings(deadline=None)
@given(SPANS)
def test_telegram_reads_what_we_meant(spans: list[Span]) -> None:
    for part in shown(Paragraph(tuple(spans))):
        check_text(part.text, [{"type": e.type, "offset": e.offset, "length": e.length} for e in part.entities])
        text, styles = tdlib.read(part)
        # Of several marks of direction in a row Telegram makes all but the last harmless.
        assert text.replace("\u200c", "\u200f") == part.text
        assert styles == tdlib.styles_of(part)


LONG = st.lists(st.sampled_from(["word ", "ş", "😀", FAMILY, "\n", "e\u0301", "x" * 900]), min_size=5, max_size=60)


@settings(deadline=None)
@given(LONG, st.integers(0, 5000))
def test_a_long_text_is_whole_in_parts_that_fit(pieces: list[str], at: int) -> None:
    text = "".join(pieces) * 20
    parts = shown(lines([bold("a" + text[:at]), text[at:]]))
    assert all(0 < units(part.text) <= LONGEST_TEXT for part in parts)
    assert "".join("".join(part.text.split()) for part in parts) == "".join(("a" + text).split())
    for part in parts:
        assert tdlib.read(part) == (part.text, tdlib.styles_of(part))
        assert not part.text.startswith(("\u0301", "\u200d"))
        assert not part.text.endswith("\u200d")


def test_the_4097th_character_begins_another_message() -> None:
    first, second = shown(Paragraph((Span("x" * 4097, Style.BOLD),)))
    assert (first.text, second.text) == ("x" * 4096, "x")
    assert first.entities == (Entity("bold", 0, 4096),)
    assert second.entities == (Entity("bold", 0, 1),)


def test_an_emoji_at_the_border_is_not_cut() -> None:
    first, second = shown(lines(["x" * 4095 + "😀y"]))
    assert (first.text, second.text) == ("x" * 4095, "😀y")


def test_it_is_split_at_the_end_of_a_line() -> None:
    row = "y" * 99
    first, second = shown(lines([row] * 60))
    assert first.text == "\n".join([row] * 40)
    assert second.text == "\n".join([row] * 20)


def test_offsets_count_utf16() -> None:
    (part,) = shown(lines([bold("😀 V1"), "x", Span("here", url="https://example.org")]))
    assert part.text == "😀 V1\nx\nhere"
    assert part.entities == (Entity("bold", 0, 5), Entity("text_link", 8, 4, "https://example.org"))


def button(label: str, arguments: str = "") -> Button:
    return Button(label, Invocation("show", arguments))


def test_buttons_stand_side_by_side_where_their_words_fit() -> None:
    labels = ["Undo", "Edit", "They came to us", "We went there", "Somewhere much longer than half a phone"]
    (part,) = shown(lines(["x"]), Buttons(tuple(map(button, labels))))
    assert [[key.label for key in row] for row in part.keyboard] == [
        ["Undo", "Edit"],
        ["They came to us", "We went there"],
        ["Somewhere much longer than half a phone"],
    ]
    assert part.keyboard[0][0] == Key("Undo", "show")


@settings(deadline=None)
@given(st.lists(st.text(max_size=90), min_size=1, max_size=120))
def test_telegram_takes_every_keyboard(labels: list[str]) -> None:
    (part,) = shown(lines(["x"]), Buttons(tuple(map(button, labels))))
    rows = [[{"text": key.label, "callback_data": key.data} for key in row] for row in part.keyboard]
    check_keyboard({"inline_keyboard": rows})


def test_the_keyboard_is_below_the_last_text() -> None:
    parts = shown(lines(["x" * 5000]), Buttons((button("Undo"),)))
    assert [bool(part.keyboard) for part in parts] == [False, True]


def test_a_question_in_a_group_forces_a_reply() -> None:
    question = lines(["When is it?"])
    assert [part.forces_reply for part in shown(question, asks=True, kind=ChatKind.GROUP)] == [True]
    assert [part.forces_reply for part in shown(question, asks=True)] == [False]
    answers = Buttons((button("Tirana"),))
    assert [part.forces_reply for part in shown(question, answers, asks=True, kind=ChatKind.GROUP)] == [False]


def test_files_follow_the_text() -> None:
    parts = render(Reply((lines(["V1"]), Image(3, "photo.jpg"), File(4, "minutes.pdf"))), DIRECT)
    assert parts == [Text("V1"), Document(3, "photo.jpg", True), Document(4, "minutes.pdf", False)]


TABLE = Table(("", ""), (("2024", "12 visits"), ("2025", "7 visits")))
WIDE = Table(("", ""), (("Ulaanbaatar", "a partner with a long history"), ("Tirana", "another one")))


@pytest.mark.parametrize(
    ("table", "text"),
    [
        (TABLE, "2024  12 visits\n2025  7 visits"),
        (WIDE, "Ulaanbaatar · a partner with a long history\nTirana · another one"),
    ],
)
def test_a_table_reads_well_on_a_phone(table: Table, text: str) -> None:
    (part,) = shown(table)
    assert part.text == text
    assert {entity.type for entity in part.entities} == {"code" if table is TABLE else "bold"}


def test_fields_are_a_line_each() -> None:
    (part,) = shown(lines(["V1"]), Fields((("Who", "Ayşe"), ("When", "today"))), lines(["x"]))
    assert part.text == "V1\nWho: Ayşe\nWhen: today\n\nx"


def test_nothing_but_a_button_has_a_text_above_it() -> None:
    (part,) = shown(Buttons((button("Undo"),)))
    assert part.text == "…"
