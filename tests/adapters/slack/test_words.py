"""What a person typed, out of Slack's markup."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.adapters.slack.words import escaped, people_in, plain, without_mention


@pytest.mark.parametrize(
    ("sent", "read"),
    [
        ("visit Tirana 3 May <#C012AB|çevre>", "visit Tirana 3 May #çevre"),
        ("waste &amp; water &lt;2 days&gt;", "waste & water <2 days>"),
        ("&amp;lt; stays", "&lt; stays"),
        ("with <@U1>", "with Ayşe Demir"),
        ("with <@U2>", "with @U2"),
        ("with <@U2|can>", "with can"),
        ("<!here> and <!subteam^S1|@desk>", "@here and @desk"),
        ("<http://itc.com.tr|itc.com.tr>", "itc.com.tr"),
        ("<https://itc.com.tr/a?b=1&amp;c=2>", "https://itc.com.tr/a?b=1&c=2"),
        ("<https://itc.com.tr/plan|the plan>", "the plan (https://itc.com.tr/plan)"),
        ("<mailto:ayse@example.org|ayse@example.org>", "ayse@example.org"),
        ("<tel:+903125071000|+90 312 507 10 00>", "+90 312 507 10 00"),
        ("3 < 4 > 2", "3 < 4 > 2"),
    ],
)
def test_what_the_person_saw(sent: str, read: str) -> None:
    assert plain(sent, {"U1": "Ayşe Demir"}) == read


def test_our_own_name_is_no_part_of_what_is_said() -> None:
    assert without_mention("<@U0BOT> visit Tirana", "U0BOT") == "visit Tirana"
    assert without_mention("please <@U0BOT|dragoman>: undo", "U0BOT") == "please undo"
    assert people_in("<@U1> and <@U2|can> and <@U1>") == ("U1",)


@given(st.text())
def test_escaped_text_comes_back(text: str) -> None:
    assert plain(escaped(text)) == text
