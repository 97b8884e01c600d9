"""What Slack sends us, in the shapes of its documentation, signed by the SDK, over HTTP: events are brought again."""

import json
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import aiohttp
from slack_sdk.signature import SignatureVerifier

from tests.slack.rules import Json
from tests.slack.server import TEAM, FakeSlack

APP = "A0DRAGOMAN"
SECRET = "0123456789abcdef0123456789abcdef"
FORM = "application/x-www-form-urlencoded"


@dataclass
class Payloads:
    """Makes requests of people in a workspace."""

    slack: FakeSlack
    team: str = TEAM

    def event(self, event: Json, event_id: str = "") -> Json:
        """An event in its envelope."""
        return {
            "token": "verification",
            "team_id": self.team,
            "api_app_id": APP,
            "event": event,
            "type": "event_callback",
            "event_id": event_id or f"Ev{self.slack.number()}",
            "event_time": int(float(event.get("event_ts", "0"))),
            "authorizations": [{"enterprise_id": None, "team_id": self.team, "user_id": "U0DRAGOMAN", "is_bot": True}],
            "is_ext_shared_channel": False,
        }

    def said(self, user: str, channel: str, text: str, *, mention: bool = False, thread: str = "", **more: Any) -> Json:
        """A message in a direct chat, or a mention; it is in the channel."""
        ts = self.slack.ts()
        event: Json = {
            "type": "app_mention" if mention else "message",
            "user": user,
            "text": text,
            "ts": ts,
            "team": self.team,
            "channel": channel,
            "event_ts": ts,
        }
        if not mention:
            event["channel_type"] = "im"
        if thread:
            event["thread_ts"] = thread
        event |= more
        self.slack.channel(channel).posts[ts] = event
        return self.event(event)

    def command(self, user: str, channel: str, command: str, text: str) -> Json:
        """A slash command."""
        return {
            "token": "verification",
            "team_id": self.team,
            "team_domain": "desk",
            "channel_id": channel,
            "channel_name": "directmessage" if channel.startswith("D") else "desk",
            "user_id": user,
            "user_name": user.lower(),
            "command": command,
            "text": text,
            "api_app_id": APP,
            "is_enterprise_install": "false",
            "response_url": self.slack.hook(channel, user),
            "trigger_id": self.slack.trigger(),
        }

    def press(self, user: str, post: Json, value: str, action_id: str = "press:0") -> Json:
        """A pressed button on a post."""
        alone = "for" in post
        container = {"type": "message", "message_ts": post["ts"], "channel_id": post["channel"], "is_ephemeral": alone}
        if post.get("thread_ts"):
            container["thread_ts"] = post["thread_ts"]
        payload: Json = {
            "type": "block_actions",
            "user": {"id": user, "username": user.lower(), "name": user.lower(), "team_id": self.team},
            "api_app_id": APP,
            "token": "verification",
            "container": container,
            "trigger_id": self.slack.trigger(),
            "team": {"id": self.team, "domain": "desk"},
            "enterprise": None,
            "is_enterprise_install": False,
            "channel": {"id": post["channel"], "name": "desk"},
            "state": {"values": {}},
            "response_url": self.slack.hook(post["channel"], user, post["ts"] if alone else "", post["ts"]),
            "actions": [
                {
                    "action_id": action_id,
                    "block_id": "b",
                    "text": {"type": "plain_text", "text": "…", "emoji": False},
                    "value": value,
                    "type": "button",
                    "action_ts": "1777874400.000",
                }
            ],
        }
        if not alone:
            payload["message"] = {key: post[key] for key in ("ts", "bot_id", "user", "thread_ts") if key in post}
        return payload


@dataclass
class Http:
    """Brings requests to our address. ``answers`` are the statuses of the last request."""

    url: str
    session: aiohttp.ClientSession
    secret: str = SECRET
    answers: list[int] = field(default_factory=list)
    count: int = 0
    began: float = field(default_factory=time.time)

    def signed(self, body: bytes, at: float | None = None) -> dict[str, str]:
        """The headers of a request."""
        # Each request is signed anew, so that no two have the same signature; within five minutes, however long we run.
        self.count += 1
        if time.time() - self.began > 60:
            self.began = time.time()
        stamp = str(int(at if at is not None else self.began - self.count % 200))
        signature = SignatureVerifier(self.secret).generate_signature(timestamp=stamp, body=body)
        return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": signature or ""}

    async def post(self, body: bytes, content_type: str, **headers: str) -> tuple[int, Any]:
        """One request: status, and what was answered."""
        headers = {**self.signed(body), "Content-Type": content_type, **headers}
        async with self.session.post(self.url, data=body, headers=headers) as response:
            text = await response.text()
            self.answers.append(response.status)
            return response.status, json.loads(text) if text.startswith("{") else text

    async def event(self, envelope: Json) -> int:
        """An event, brought again up to three times where it was not taken; the last status."""
        body = json.dumps(envelope).encode()
        status, _ = await self.post(body, "application/json")
        for number in range(1, 4):
            if status == 200:
                break
            retry = {"X-Slack-Retry-Num": str(number), "X-Slack-Retry-Reason": "http_error"}
            status, _ = await self.post(body, "application/json", **retry)
        return status

    async def command(self, payload: Json) -> tuple[int, Any]:
        """A slash command: never brought again."""
        return await self.post(urlencode(payload).encode(), FORM)

    async def interact(self, payload: Json) -> tuple[int, Any]:
        """A button, a form, a search: never brought again."""
        return await self.post(urlencode({"payload": json.dumps(payload)}).encode(), FORM)
