"""Replies as Block Kit: every limit kept by splitting, nobody's words read as markup."""

import pytest
from hypothesis import given, settings

from bot.adapters.slack.render import MOST_CHARACTERS, Post, Upload, render
from bot.adapters.slack.views import home_view
from bot.message import Invocation
from bot.reply import Button, Buttons, Fields, File, Image, Paragraph, Reply, Span, Style, Table, bold, lines
from tests.slack.rules import Refused, check_message, check_view
from tests.unit.test_reply import replies


def posts(reply: Reply) -> list[Post]:
    found = [part for part in render(reply) if isinstance(part, Post)]
    for post in found:
        check_message({"text": post.text, "blocks": list(post.blocks)})
    return found


def text_of(found: list[Post]) -> str:
    return "".join(
        element["text"]
        for post in found
        for block in post.blocks
        for section in block["elements"]
        for element in section["elements"]
    )


def test_spans_are_elements() -> None:
    reply = Reply((Paragraph((bold("V1"), Span(" dim ", Style.DIM), Span("site", url="https://example.org"))),))
    (post,) = posts(reply)
    assert post.text == "V1 dim site"
    assert post.blocks == (
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_section",
                    "elements": [
                        {"type": "text", "text": "V1", "style": {"bold": True}},
                        {"type": "text", "text": " dim ", "style": {"italic": True}},
                        {"type": "link", "url": "https://example.org", "text": "site"},
                    ],
                }
            ],
        },
    )


@pytest.mark.parametrize("words", ["<!channel>", "<@U0FATMA>", "R&D", "*bold* _dim_ `code`", ":tr: & <#C1|x>"])
def test_nobody_s_words_are_markup(words: str) -> None:
    (post,) = posts(Reply((lines([words]), Buttons((Button(words, Invocation("show", "V1")),)))))
    rich, actions = post.blocks
    assert rich["elements"][0]["elements"] == [{"type": "text", "text": words}]
    assert actions["elements"][0]["text"] == {"type": "plain_text", "text": words, "emoji": False}
    assert not {"<", ">"} & set(post.text)


def test_what_is_long_is_split_and_nothing_is_lost() -> None:
    words = " ".join(f"word{n}" for n in range(12_000))
    found = posts(Reply((lines([words]),)))
    assert len(found) > len(words) // MOST_CHARACTERS
    assert text_of(found) == words
    line = "x" * 7000
    assert text_of(posts(Reply((lines([line]),)))) == line


def test_many_buttons_are_rows_and_a_long_label_is_cut() -> None:
    buttons = tuple(Button("x" * 90, Invocation("show", f"V{n}")) for n in range(260))
    found = posts(Reply((lines(["Which?"]), Buttons(buttons))))
    elements = [element for post in found for block in post.blocks[-1:] for element in block["elements"]]
    assert len(found) == 2
    assert elements[0]["text"]["text"] == "x" * 74 + "…"
    every = [
        e["value"] for post in found for block in post.blocks if block["type"] == "actions" for e in block["elements"]
    ]
    assert every == [f"show V{n}" for n in range(260)]


def test_a_table_has_its_block_and_more_rows_another_message() -> None:
    rows = tuple((f"V{n}", "", "Tirana") for n in range(230))
    found = posts(Reply((lines(["Visits"]), Table(("id", "day", "city"), rows))))
    assert [len(block["rows"]) for post in found for block in post.blocks if block["type"] == "table"] == [100, 100, 33]
    assert found[0].text.splitlines()[:2] == ["Visits", "V0 · Tirana"]


def tables_of(found: list[Post]) -> list[list[list[str]]]:
    tables = [block["rows"] for post in found for block in post.blocks if block["type"] == "table"]
    return [[[cell["text"] for cell in row] for row in rows] for rows in tables]


def test_a_table_has_at_most_ten_thousand_characters_in_its_cells() -> None:
    rows = tuple((f"V{n:03}", "x" * 596) for n in range(30))
    tables = tables_of(posts(Reply((lines(["Visits"]), Table(("id", "purpose"), rows)))))
    assert [row for rows in tables for row in rows[1:]] == [list(row) for row in rows]
    assert [len(rows) for rows in tables] == [17, 15]  # sixteen rows of 600, and the head
    assert all(table[0] == ["id", "purpose"] for table in tables)


@pytest.mark.parametrize("row", [("V1", "word " * 3000), tuple(f"c{n}" for n in range(21))])
def test_a_row_that_fits_into_no_table_is_lines(row: tuple[str, ...]) -> None:
    found = posts(Reply((Table(("id", "purpose"), (("V0", "short"), row)),)))
    assert tables_of(found) == []
    assert text_of(found).split() == ["id", "·", "purpose", "V0", "·", "short", *" · ".join(row).split()]


def test_app_home_takes_no_table() -> None:
    table = Table(("id", "city"), (("V1", "Tirana"), ("V2", "Skopje")))
    with pytest.raises(Refused):
        check_view({"type": "home", "blocks": [block for post in posts(Reply((table,))) for block in post.blocks]})
    view = home_view(Reply((lines(["Ahead"]), table)), "D1")
    check_view(view)
    shown = [element["text"] for block in view["blocks"] for element in block["elements"][0]["elements"]]
    assert shown == ["Ahead", "id · city\nV1 · Tirana\nV2 · Skopje"]


def test_fields_and_files() -> None:
    reply = Reply((Fields((("City", "Ankara"), ("Country", "Türkiye"))), Image(7, "The signing"), File(8, "a.pdf")))
    first, *uploads = render(reply)
    assert isinstance(first, Post)
    assert first.text == "City: Ankara\nCountry: Türkiye"
    assert uploads == [Upload(7, "The signing"), Upload(8, "a.pdf")]


def test_the_judge_refuses_what_slack_refuses() -> None:
    section = {"type": "section", "text": {"type": "mrkdwn", "text": "*x*"}}
    long = {"type": "section", "text": {"type": "plain_text", "text": "x" * 3001}}
    empty = {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": []}]}
    button = {"type": "button", "action_id": "a", "text": {"type": "plain_text", "text": "x" * 76}, "value": "v"}
    table = {"type": "table", "rows": [[{"type": "raw_text", "text": "x" * 5001}] for _ in range(2)]}
    for block in (section, long, empty, table, {"type": "actions", "elements": [button]}, {"type": "nonsense"}):
        with pytest.raises(Refused):
            check_message({"text": "x", "blocks": [block]})


@settings(max_examples=200, deadline=None)
@given(replies)
def test_any_reply_is_taken(reply: Reply) -> None:
    assert len(render(reply)) >= 1
    posts(reply)
