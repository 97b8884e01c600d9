"""A request of Slack as what the desk understands. Pure: nothing is asked of the network.

Shapes: docs.slack.dev (Events API, slash commands, interactivity payloads).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.adapters.slack.views import metadata_of, values_of
from bot.adapters.slack.words import plain, without_mention
from bot.adapters.slack.workspaces import Workspace
from bot.message import Attachment, ChatKind, ChatRef, Invocation, Message, Sender

PLATFORM = "slack"
EVERYTHING = "dragoman"
"""/dragoman takes every command; the others are commands themselves."""

_JOIN = ("join", "katil")
_SAID = (None, "file_share", "thread_broadcast")
"""What people say themselves; the rest are edits, joins and the like."""

Json = Mapping[str, Any]
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a post is: its ``ts``, the thread (its head's ts), and whether only one person sees it.

    Without ``ts`` it is anywhere in the thread.
    """

    ts: str = ""
    thread: str = ""
    is_ephemeral: bool = False

    @property
    def id(self) -> str:
        """As one text: "ts", "ts/thread", "ts/thread/ephemeral"."""
        return "/".join((self.ts, self.thread, "ephemeral" if self.is_ephemeral else "")).rstrip("/")

    @classmethod
    def read(cls, post_id: str | None) -> "Place":
        """The reverse of ``id``."""
        ts, thread, how = [*(post_id or "").split("/"), "", ""][:3]
        return cls(ts, thread, bool(how))


def chat_of(workspace: Workspace, channel: str) -> ChatRef:
    """A channel, or a direct message (D…). A person has one conversation with us in it, whatever the thread."""
    kind = ChatKind.DIRECT if channel.startswith("D") else ChatKind.GROUP
    return ChatRef(PLATFORM, workspace.account, channel, kind)


def parse_event(body: Json, workspace: Workspace, names: Names) -> Message | None:
    """A mention, or a message in a direct chat; None for what is not for us (other bots, edits, joins)."""
    event = body["event"]
    if event.get("bot_id") or not event.get("user") or event.get("subtype") not in _SAID:
        return None
    is_mention = event["type"] == "app_mention"
    if not is_mention and event.get("channel_type") != "im":
        return None
    text = without_mention(event.get("text") or "", workspace.user)
    ts, head = event["ts"], event.get("thread_ts")
    return Message(
        id=body["event_id"],
        chat=chat_of(workspace, event["channel"]),
        sender=Sender(event["user"], ""),
        sent_at=datetime.fromtimestamp(float(ts), UTC),
        content=_joining(plain(text, names)),
        reply_to=head,
        attachments=tuple(map(_attachment, event.get("files") or ())),
        post_id=Place("" if head else ts, head or "").id,
        is_addressed=is_mention,
    )


def _joining(text: str) -> str:
    """ "join CODE": Slack keeps /join for itself, so that whoever was invited can only say it in words."""
    first, _, code = text.partition(" ")
    return f"/{text}" if first.lower() in _JOIN and code and " " not in code.strip() else text


def _attachment(file: Json) -> Attachment:
    name = file.get("name") or file.get("title") or "file"
    media_type = file.get("mimetype") or "application/octet-stream"
    return Attachment(file["id"], name, media_type[:128], int(file.get("size") or 0))


def parse_command(body: Json, workspace: Workspace, commands: frozenset[str], now: datetime) -> Message:
    """A slash command. ``commands`` are the names that may follow /dragoman."""
    name, text = body["command"].lstrip("/"), plain(body.get("text") or "").strip()
    if name != EVERYTHING:
        content = f"/{name} {text}".strip()
    elif not text:
        content = "/help"
    else:
        first = text.split(None, 1)[0].lower()
        content = f"/{text}" if first in commands else text
    return Message(
        id=body["trigger_id"],
        chat=chat_of(workspace, body["channel_id"]),
        sender=Sender(body["user_id"], body.get("user_name") or ""),
        sent_at=now,
        content=content,
        is_addressed=True,
    )


def parse_press(body: Json, workspace: Workspace, now: datetime) -> Message | None:
    """A pressed button, or what was chosen in the search of App Home; None for a button that we never made."""
    action = body["actions"][0]
    chosen = (action.get("selected_option") or {}).get("value")
    carried = f"partner {chosen}" if chosen else action.get("value")
    container = body.get("container") or {}
    channel = container.get("channel_id") or metadata_of(body.get("view") or {}).get("chat")
    if not carried or not channel:
        return None
    ts = container.get("message_ts") or ""
    thread = (body.get("message") or {}).get("thread_ts") or container.get("thread_ts") or ""
    place = Place(ts, "" if thread == ts else thread, bool(container.get("is_ephemeral")))
    return Message(
        id=body["trigger_id"],
        chat=chat_of(workspace, channel),
        sender=_person(body),
        sent_at=now,
        content=Invocation.decode(carried),
        post_id=place.id or None,
    )


@dataclass(frozen=True, slots=True)
class Submission:
    """A form that was filled in. ``post_id`` is where it was opened: a thread, or nothing."""

    id: str
    command: str
    chat: ChatRef
    sender: Sender
    values: Mapping[str, str]
    post_id: str | None


def parse_submission(body: Json, workspace: Workspace) -> Submission:
    """A view_submission."""
    view = body["view"]
    told = metadata_of(view)
    sender = _person(body)
    chat = chat_of(workspace, told["chat"])
    # The view's id, not the trigger's: a form that is sent twice is one.
    return Submission(view["id"], told["command"], chat, sender, values_of(view), told.get("post") or None)


@dataclass(frozen=True, slots=True)
class Shared:
    """A message that somebody wants to be logged. ``post_id`` is its thread."""

    id: str
    chat: ChatRef
    sender: Sender
    text: str
    post_id: str | None


def parse_shortcut(body: Json, workspace: Workspace, names: Names) -> Shared:
    """A message shortcut: the answer goes into the message's thread."""
    message, channel = body["message"], body["channel"]["id"]
    chat = chat_of(workspace, channel)
    thread = message.get("thread_ts") or message.get("ts") or ""
    place = Place("", thread) if chat.kind is ChatKind.GROUP else Place()
    return Shared(body["trigger_id"], chat, _person(body), plain(message.get("text") or "", names), place.id or None)


def _person(body: Json) -> Sender:
    user = body["user"]
    return Sender(user["id"], user.get("username") or user.get("name") or "")
