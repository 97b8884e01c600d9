"""Forms: a modal in the place of a question, errors at their field, a search as one types, "Log this", App Home."""

from typing import Any

import pytest

from tests.desk import Desk
from tests.slack.process import values_of
from tests.slack.rules import Json
from tests.slack.server import BOT
from tests.slack.world import SlackWorld

DURRES = "geo:3185728"


def bring(world: SlackWorld, body: Json, way: str = "interact") -> Any:
    async def run() -> Any:
        answer = await getattr(world.http, way)(body)
        await world.receiver.done()
        await world.answering.done()
        return answer

    return world.runner.run(run())


def opened(fatma: Desk, world: SlackWorld, text: str = "visit", channel: str = "") -> Json:
    """The form that /log visit opens."""
    command = world.payloads.command(fatma.sender.id, channel or fatma.chat_ref.chat, "/log", text)
    assert bring(world, command, "command") == (200, "")
    return world.slack.views[-1]


def submitted(fatma: Desk, world: SlackWorld, view: Json, **values: str) -> Any:
    """What Slack hears when the form is sent."""
    shapes = {"partner": "selected_option", "direction": "selected_option", "date": "selected_date"}
    state: Json = {}
    for block in view["blocks"]:
        name, action = block["block_id"], block["element"]["action_id"]
        value: Any = values.get(name) or None
        shape = shapes.get(name, "selected_date" if name == "until" else "value")
        if shape == "selected_option" and value:
            value = {"text": {"type": "plain_text", "text": "…"}, "value": value}
        state[name] = {action: {"type": block["element"]["type"], shape: value}}
    payload = {
        "type": "view_submission",
        "team": {"id": world.payloads.team, "domain": "desk"},
        "user": {"id": fatma.sender.id, "username": "fatma", "name": "fatma", "team_id": world.payloads.team},
        "api_app_id": "A0DRAGOMAN",
        "token": "verification",
        "trigger_id": world.slack.trigger(),
        "view": {**view, "state": {"values": state}},
        "response_urls": [],
        "is_enterprise_install": False,
        "enterprise": None,
    }
    return bring(world, payload)


def suggested(fatma: Desk, world: SlackWorld, typed: str, view: Json) -> list[tuple[str, str]]:
    payload = {
        "type": "block_suggestion",
        "user": {"id": fatma.sender.id, "username": "fatma", "name": "fatma", "team_id": world.payloads.team},
        "team": {"id": world.payloads.team, "domain": "desk"},
        "container": {"type": "view", "view_id": view["id"]},
        "api_app_id": "A0DRAGOMAN",
        "token": "verification",
        "action_id": "partner",
        "block_id": "partner",
        "value": typed,
        "view": view,
    }
    status, answer = bring(world, payload)
    assert status == 200
    return [(option["text"]["text"], option["value"]) for option in answer["options"]]


def posts(world: SlackWorld, channel: str) -> list[str]:
    return [post["text"] for post in world.slack.channel(channel).posts.values() if post.get("bot_id") == BOT]


def test_log_visit_alone_opens_a_form(fatma: Desk, world: SlackWorld) -> None:
    view = opened(fatma, world)
    assert [(block["block_id"], block["element"]["type"]) for block in view["blocks"]] == [
        ("partner", "external_select"),
        ("date", "datepicker"),
        ("until", "datepicker"),
        ("direction", "static_select"),
        ("purpose", "plain_text_input"),
    ]
    assert (view["title"]["text"], view["submit"]["text"]) == ("Log a visit", "Log")
    assert posts(world, fatma.chat_ref.chat) == []
    values = {"partner": DURRES, "date": "2026-05-03", "until": "2026-05-05", "direction": "incoming"}
    assert submitted(fatma, world, view, **values, purpose="port, & <quays>") == (200, "")
    assert posts(world, fatma.chat_ref.chat) == [
        "✓ V1 · Visit · incoming\nDurrës, Albania\nSunday–Tuesday, 3–5 May 2026\nPurpose: port, &amp; &lt;quays&gt;"
    ]


def test_the_answer_to_a_form_is_where_it_was_opened(fatma: Desk, world: SlackWorld) -> None:
    channel = fatma.in_group().chat_ref.chat
    view = opened(fatma, world, channel=channel)
    submitted(fatma, world, view, partner=DURRES, date="2026-05-03")
    assert [text.splitlines()[0] for text in posts(world, channel)] == ["✓ V1 · Visit"]
    assert posts(world, fatma.chat_ref.chat) == []


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({"date": "2026-05-03"}, {"partner": "Which city? For example: Tirana."}),
        (
            {"partner": DURRES},
            {"date": "When is it? For example: 10–13 September 2026, October 2026, undated."},
        ),
        (
            {"partner": DURRES, "date": "2026-05-03", "until": "2026-05-01"},
            {
                "until": "The end (1 May 2026) is before the start (3 May 2026). Nothing was stored. "
                "Send it alone, for example 10–13 September 2026."
            },
        ),
    ],
)
def test_errors_stand_at_their_field(
    fatma: Desk, world: SlackWorld, values: dict[str, str], errors: dict[str, str]
) -> None:
    view = opened(fatma, world)
    assert submitted(fatma, world, view, **values) == (200, {"response_action": "errors", "errors": errors})
    assert fatma.records() == []
    assert fatma.rows("inbox") == []
    assert submitted(fatma, world, view, partner=DURRES, date="2026-05-03") == (200, "")
    assert len(fatma.records()) == 1


def test_a_form_that_is_sent_twice_is_one(fatma: Desk, world: SlackWorld) -> None:
    view = opened(fatma, world)
    for _ in range(2):
        assert submitted(fatma, world, view, partner=DURRES, date="2026-05-03") == (200, "")
    assert [stored.short_id for stored in fatma.records()] == ["V1"]


def test_what_is_wrong_with_a_form_is_said_when_slack_waits_no_longer(fatma: Desk, world: SlackWorld) -> None:
    view = opened(fatma, world)
    world.receiver._in_time = 0.0
    assert submitted(fatma, world, view, date="2026-05-03") == (200, "")
    assert posts(world, fatma.chat_ref.chat) == ["Which city? For example: Tirana."]


def test_a_form_that_slack_does_not_open_is_a_question(fatma: Desk, world: SlackWorld) -> None:
    command = world.payloads.command(fatma.sender.id, fatma.chat_ref.chat, "/log", "visit")
    world.slack.expire(command["trigger_id"])
    assert bring(world, command, "command") == (200, "")
    assert world.slack.views == []
    assert posts(world, fatma.chat_ref.chat) == ["Which city? For example: Tirana."]


def test_partners_are_found_as_one_types(fatma: Desk, world: SlackWorld) -> None:
    view = opened(fatma, world)
    assert suggested(fatma, world, "", view) == []
    fatma.say("/log visit Tirana 2025-05-03")
    assert suggested(fatma, world, "", view) == [("Tirana, Albania", "geo:3183875")]
    assert suggested(fatma, world, "tir", view)[0] == ("Tirana, Albania", "geo:3183875")
    assert suggested(fatma, world, "durres", view)[0] == ("Durrës, Albania", DURRES)
    assert suggested(fatma, world, "Fairfax County", view)[-1] == (
        "Keep “Fairfax County” as it is",
        "new:Fairfax_County",
    )
    submitted(fatma, world, view, partner="new:Fairfax_County", date="2026-05-03", direction="outgoing")
    assert posts(world, fatma.chat_ref.chat)[-1].splitlines()[:2] == ["✓ V2 · Visit · outgoing", "Fairfax County"]


def test_nothing_is_suggested_to_a_stranger(fatma: Desk, world: SlackWorld) -> None:
    view = opened(fatma, world)
    fatma.say("/log visit Tirana 2025-05-03")
    assert suggested(fatma.stranger("Guest"), world, "tir", view) == []


def shortcut(person: Desk, world: SlackWorld, channel: str, message: Json) -> None:
    payload = {
        "type": "message_action",
        "callback_id": "log_this",
        "token": "verification",
        "action_ts": "1777874400.0",
        "trigger_id": world.slack.trigger(),
        "team": {"id": world.payloads.team, "domain": "desk"},
        "user": {"id": person.sender.id, "username": "x", "name": "x", "team_id": world.payloads.team},
        "channel": {"id": channel, "name": "desk"},
        "is_enterprise_install": False,
        "enterprise": None,
        "message_ts": message["ts"],
        "message": {"type": "message", "user": "U0AYSE", **message},
        "response_url": world.slack.hook(channel, person.sender.id),
    }
    assert bring(world, payload) == (200, "")


def test_log_this_reads_the_message(fatma: Desk, world: SlackWorld) -> None:
    channel = fatma.in_group().chat_ref.chat
    world.slack.user("U0AYSE", "Ayşe Demir")
    message = {"ts": "1777874400.000900", "text": "delegation from Tirana on 3-5 June: waste plant, with <@U0AYSE>"}
    world.slack.channel(channel).posts[message["ts"]] = {**message, "user": "U0AYSE"}
    shortcut(fatma, world, channel, message)
    view = world.slack.views[-1]
    filled = {block["block_id"]: block["element"] for block in view["blocks"]}
    assert filled["partner"]["initial_option"]["value"] == "geo:3183875"
    assert (filled["date"]["initial_date"], filled["until"]["initial_date"]) == ("2026-06-03", "2026-06-05")
    assert filled["direction"]["initial_option"]["value"] == "incoming"
    assert "waste plant" in filled["purpose"]["initial_value"]
    submitted(fatma, world, view, partner="geo:3183875", date="2026-06-03", until="2026-06-05")
    (card,) = [post for post in world.slack.channel(channel).posts.values() if post.get("bot_id") == BOT]
    assert card["thread_ts"] == message["ts"]


def test_log_this_on_what_is_no_visit_keeps_the_words(fatma: Desk, world: SlackWorld) -> None:
    shortcut(fatma, world, fatma.in_group().chat_ref.chat, {"ts": "1777874400.000901", "text": "see you later"})
    filled = {block["block_id"]: block["element"] for block in world.slack.views[-1]["blocks"]}
    assert filled["purpose"]["initial_value"] == "see you later"
    assert "initial_option" not in filled["partner"]


def home(person: Desk, world: SlackWorld) -> Json:
    event = {"type": "app_home_opened", "user": person.sender.id, "channel": person.chat_ref.chat, "tab": "home"}
    assert bring(world, world.payloads.event({**event, "event_ts": "1.0"}), "event") == 200
    return world.slack.homes[person.sender.id]


def test_app_home_shows_what_is_ahead(fatma: Desk, world: SlackWorld) -> None:
    fatma.say("/log visit from Tirana 2026-05-06")
    view = home(fatma, world)
    text = view["blocks"][0]["elements"][0]["elements"]
    assert "".join(element["text"] for element in text).splitlines()[-1] == "  Wed 6 May · V1 Tirana: Visit · incoming"
    search = next(block for block in view["blocks"] if block["type"] == "section")
    assert search["accessory"]["type"] == "external_select"
    assert values_of(view)["Log a visit"] == "log visit"
    chosen = world.payloads.press(fatma.sender.id, {"ts": "", "channel": fatma.chat_ref.chat}, "", "partner")
    chosen["container"] = {"type": "view", "view_id": view["id"]}
    chosen["view"] = view
    chosen["actions"][0] |= {"type": "external_select", "selected_option": {"text": {}, "value": "geo:3183875"}}
    del chosen["actions"][0]["value"], chosen["message"], chosen["channel"], chosen["response_url"]
    assert bring(world, chosen) == (200, "")
    assert posts(world, fatma.chat_ref.chat)[-1].splitlines()[0] == "Tirana · Tiran, Albania"
    pressed = {**chosen, "trigger_id": world.slack.trigger()}
    pressed["actions"] = [{"action_id": "press:0", "type": "button", "value": "log visit"}]
    assert bring(world, pressed) == (200, "")
    assert world.slack.views[-1]["title"]["text"] == "Log a visit"


def test_app_home_shows_ones_own_tasks(fatma: Desk, world: SlackWorld) -> None:
    fatma.say("/task minutes friday")
    shown = str(home(fatma, world))
    assert "My tasks · 1" in shown
    assert "T1 · minutes · 8 May 2026" in shown
    assert "Done: T1" in shown


def test_app_home_of_a_stranger_shows_nothing(fatma: Desk, world: SlackWorld) -> None:
    fatma.say("/log visit from Tirana 2026-05-06")
    view = home(fatma.stranger("Guest"), world)
    assert "Tirana 3 May 2025" in str(view)
    assert "V1" not in str(view)


def test_the_desk_speaks_the_team_s_language_in_forms(fatma: Desk, world: SlackWorld) -> None:
    fatma.team(language="tr")
    command = world.payloads.command(fatma.sender.id, fatma.chat_ref.chat, "/kayit", "ziyaret")
    bring(world, command, "command")
    view = world.slack.views[-1]
    assert [block["label"]["text"] for block in view["blocks"]] == [
        "Kent",
        "İlk gün",
        "Son gün",
        "Kim gitti, kim geldi?",
        "Amaç",
    ]
    submitted(fatma, world, view, partner=DURRES, date="2026-05-03", direction="incoming")
    assert posts(world, fatma.chat_ref.chat)[-1].splitlines()[0] == "✓ V1 · Ziyaret · gelen heyet"
