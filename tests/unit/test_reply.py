"""A reply is stored and comes back as it was; a button knows whether it fits."""

from hypothesis import given
from hypothesis import strategies as st

from bot.message import INVOCATION_BYTES, Invocation
from bot.reply import (
    Button,
    Buttons,
    Fields,
    File,
    Form,
    FormField,
    Image,
    Paragraph,
    Reply,
    Span,
    Style,
    Table,
    Visibility,
    bold,
    lines,
)

# What a database stores: PostgreSQL has no NUL, UTF-8 no halves of surrogate pairs.
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
names = st.from_regex(r"[a-z0-9_]{1,10}", fullmatch=True)
invocations = st.builds(Invocation, names, texts)
blocks = st.one_of(
    st.builds(lambda spans: Paragraph(tuple(spans)), st.lists(st.builds(Span, texts, st.sampled_from(Style)))),
    st.builds(lambda rows: Fields(tuple(rows)), st.lists(st.tuples(texts, texts))),
    st.builds(lambda rows: Table(("a", "b"), tuple(rows)), st.lists(st.tuples(texts, texts))),
    st.builds(Image, st.integers(1, 9), texts),
    st.builds(File, st.integers(1, 9), texts),
    st.builds(lambda buttons: Buttons(tuple(buttons)), st.lists(st.builds(Button, texts, invocations))),
    st.builds(lambda fields: Form("visit", tuple(fields)), st.lists(st.builds(FormField, names, texts, texts))),
)
replies = st.builds(
    lambda parts, visibility, replaces, record: Reply(tuple(parts), visibility, replaces, record),
    st.lists(blocks, max_size=4),
    st.sampled_from(Visibility),
    st.booleans(),
    st.none() | st.integers(1, 2**40),
)


@given(replies)
def test_reply_comes_back_as_it_was_stored(reply: Reply) -> None:
    assert Reply.from_json(reply.to_json()) == reply


@given(invocations)
def test_invocation_comes_back_as_it_was_sent(invocation: Invocation) -> None:
    sent = Invocation(invocation.command, invocation.arguments.strip())
    assert Invocation.decode(sent.encode()) == sent


def test_invocation_fits_by_bytes_and_not_by_characters() -> None:
    assert Invocation("x", "a" * (INVOCATION_BYTES - 2)).fits
    assert not Invocation("x", "ş" * (INVOCATION_BYTES // 2)).fits


def test_lines_leave_empty_ones_out() -> None:
    assert lines([bold("V1"), "", "Tirana"]).text == "V1\nTirana"
