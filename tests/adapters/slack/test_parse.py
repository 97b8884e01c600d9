"""Requests in the shapes of Slack's documentation, and what the desk understands of them."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.adapters.slack.parse import (
    Place,
    Shared,
    Submission,
    parse_command,
    parse_event,
    parse_press,
    parse_shortcut,
    parse_submission,
)
from bot.adapters.slack.workspaces import Workspace
from bot.message import Attachment, ChatKind, ChatRef, Invocation, Message, Sender

REQUESTS: dict[str, Any] = json.loads((Path(__file__).parents[2] / "data" / "slack" / "requests.json").read_bytes())
HOME = Workspace("T123ABC456", "U0LAN0Z89", "BAH5CA16Z")
NOW = datetime(2026, 5, 4, 6, tzinfo=UTC)
COMMANDS = frozenset({"visit", "undo"})


def group(channel: str) -> ChatRef:
    return ChatRef("slack", "T123ABC456", channel, ChatKind.GROUP)


def test_a_mention() -> None:
    assert parse_event(REQUESTS["mention"], HOME, {}) == Message(
        id="Ev123ABC456",
        chat=group("C123ABC456"),
        sender=Sender("U123ABC456", ""),
        sent_at=datetime.fromtimestamp(1515449522.000016, UTC),
        content="visit Tirana 3 May #çevre",
        attachments=(Attachment("F0S43P1CZ", "plan.pdf", "application/pdf", 144538),),
        post_id="1515449522.000016",
        is_addressed=True,
    )


def test_a_direct_message() -> None:
    assert parse_event(REQUESTS["direct message"], HOME, {}) == Message(
        id="Ev0PV52K25",
        chat=ChatRef("slack", "T123ABC456", "D024BE91L"),
        sender=Sender("U123ABC456", ""),
        sent_at=datetime.fromtimestamp(1355517523.000005, UTC),
        content="R&D <ok>",
        reply_to="1355517500.000001",
        post_id="/1355517500.000001",
    )
    top = {key: value for key, value in REQUESTS["direct message"]["event"].items() if key != "thread_ts"}
    message = parse_event({**REQUESTS["direct message"], "event": top}, HOME, {})
    assert message
    assert (message.reply_to, message.post_id) == (None, top["ts"])


def test_our_name_in_a_direct_message_is_none_of_its_words() -> None:
    event = {**REQUESTS["direct message"]["event"], "text": "<@U0LAN0Z89> visit Tirana 3 May"}
    message = parse_event({**REQUESTS["direct message"], "event": event}, HOME, {})
    assert message
    assert message.content == "visit Tirana 3 May"


@pytest.mark.parametrize("name", ["edit", "another bot"])
def test_what_is_not_for_us(name: str) -> None:
    assert parse_event(REQUESTS[name], HOME, {}) is None


@pytest.mark.parametrize(
    ("command", "text", "content"),
    [
        ("/log", "visit Tirana 2025-05-03", "/log visit Tirana 2025-05-03"),
        ("/upcoming", "", "/upcoming"),
        ("/dragoman", "", "/help"),
        ("/dragoman", "visit Tirana", "/visit Tirana"),
        ("/dragoman", "UNDO", "/UNDO"),
        ("/dragoman", "/undo", "/undo"),
        ("/dragoman", "Tirana", "Tirana"),
    ],
)
def test_a_command(command: str, text: str, content: str) -> None:
    request = {**REQUESTS["command"], "command": command, "text": text}
    assert parse_command(request, HOME, COMMANDS, NOW) == Message(
        id="13345224609.738474920.8088930838d88f",
        chat=group("C2147483705"),
        sender=Sender("U123ABC456", "Steve"),
        sent_at=NOW,
        content=content,
        is_addressed=True,
    )


def test_a_button() -> None:
    assert parse_press(REQUESTS["button"], HOME, NOW) == Message(
        id="12321423423.333649436676.d8c1bb837935619ccad0f",
        chat=group("CBR2V3XEX"),
        sender=Sender("U123ABC456", "matilda"),
        sent_at=NOW,
        content=Invocation("edit", "V1 incoming"),
        post_id="1548261231.000200/1548261200.000100",
    )
    alone = parse_press(REQUESTS["button seen by one"], HOME, NOW)
    assert alone
    assert Place.read(alone.post_id) == Place("1548261231.000300", "", True)
    assert parse_press(REQUESTS["link button"], HOME, NOW) is None


@pytest.mark.parametrize(
    "place",
    [Place(), Place("1.1"), Place("1.1", "1.0"), Place("", "1.0"), Place("1.1", "", True), Place("1", "2", True)],
)
def test_a_place_comes_back(place: Place) -> None:
    assert Place.read(place.id) == place


def test_a_shortcut() -> None:
    assert parse_shortcut(REQUESTS["shortcut"], HOME, {}) == Shared(
        "13345224609.8534564800.6f8ab1f53e13d0cd15f96106292d5536",
        group("C123ABC456"),
        Sender("U123ABC456", "kitty"),
        "Delegation from Tirana on 3 May",
        "/1516229207.000133",
    )


def test_a_form() -> None:
    assert parse_submission(REQUESTS["form"], HOME) == Submission(
        "VNHU13V36",
        "visit",
        group("C123ABC456"),
        Sender("U123ABC456", "pat"),
        {
            "partner": "geo:3183875",
            "date": "2025-05-03",
            "until": "",
            "direction": "",
            "purpose": "waste plant",
        },
        "/1516229207.000133",
    )
