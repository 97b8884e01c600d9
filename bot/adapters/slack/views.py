"""Modals and App Home: a form as a view, and what was filled in. Pure.

Source: docs.slack.dev, views and Block Kit elements. Titles and buttons have at most 24 characters.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from bot.adapters.slack.render import BlockJson, Post, plain_text, render
from bot.reply import FieldKind, Form, FormField, Reply

FORM = "form"
"""The callback_id of every form."""
LOG_THIS = "log_this"
SEARCH = "partner"
"""The action_id of every search for a partner."""
LOOK_UP = "look_up"
"""The block_id of the one in App Home, which acts at once."""
LONGEST_TITLE = 24
LONGEST_VALUE = 150
LONGEST_TEXT = 3000


def form_view(form: Form, chat: str, post_id: str) -> BlockJson:
    """The modal. ``chat`` and ``post_id`` are where the answer goes."""
    return {
        "type": "modal",
        "callback_id": FORM,
        "title": plain_text(form.title, LONGEST_TITLE),
        "submit": plain_text(form.submit, LONGEST_TITLE),
        "private_metadata": json.dumps({"command": form.command, "chat": chat, "post": post_id}),
        "blocks": [_input(field) for field in form.fields],
    }


def _input(field: FormField) -> BlockJson:
    return {
        "type": "input",
        "block_id": field.name,
        "label": plain_text(field.label, 2000),
        "optional": field.is_optional,
        "element": _element(field),
    }


def _element(field: FormField) -> BlockJson:
    shown = dict(field.choices)
    chosen = {"initial_option": option(field.value, shown.get(field.value, field.value))} if field.value else {}
    match field.kind:
        case FieldKind.PARTNER:
            return {"type": "external_select", "action_id": SEARCH, "min_query_length": 0, **chosen}
        case FieldKind.CHOICE:
            options = [option(*choice) for choice in field.choices]
            return {"type": "static_select", "action_id": field.name, "options": options, **chosen}
        case FieldKind.DAY:
            return {"type": "datepicker", "action_id": field.name} | (
                {"initial_date": field.value} if field.value else {}
            )
        case FieldKind.LINE | FieldKind.TEXT:
            return {
                "type": "plain_text_input",
                "action_id": field.name,
                "multiline": field.kind is FieldKind.TEXT,
                "max_length": LONGEST_TEXT,
            } | ({"initial_value": field.value[:LONGEST_TEXT]} if field.value else {})


def option(value: str, label: str) -> BlockJson:
    """One line of a list."""
    return {"text": plain_text(label), "value": value[:LONGEST_VALUE]}


def options(found: Iterable[tuple[str, str]]) -> list[BlockJson]:
    """At most 100 lines; what would not fit into a value cannot be chosen."""
    return [option(value, label) for value, label in found if len(value) <= LONGEST_VALUE][:100]


def metadata_of(view: Mapping[str, Any]) -> dict[str, str]:
    """Where the answer to a view goes."""
    found = json.loads(view.get("private_metadata") or "{}")
    return {key: str(value) for key, value in found.items()}


def values_of(view: Mapping[str, Any]) -> dict[str, str]:
    """What was filled in, by field; "" for nothing."""
    values = {}
    for name, actions in view["state"]["values"].items():
        for state in actions.values():
            chosen = (state.get("selected_option") or {}).get("value")
            values[name] = str(chosen or state.get("selected_date") or state.get("value") or "")
    return values


def home_view(reply: Reply, chat: str) -> BlockJson:
    """App Home; a form in it is a search that acts at once."""
    blocks: list[BlockJson] = []
    for block in reply.blocks:
        if isinstance(block, Form):
            blocks += [_search(field) for field in block.fields]
        else:
            for part in render(Reply((block,)), has_tables=False):
                blocks += part.blocks if isinstance(part, Post) else ()
    return {"type": "home", "private_metadata": json.dumps({"chat": chat}), "blocks": _numbered(blocks)[:100]}


def _search(field: FormField) -> BlockJson:
    accessory = {
        "type": "external_select",
        "action_id": SEARCH,
        "min_query_length": 0,
        "placeholder": plain_text(field.label),
    }
    return {"type": "section", "block_id": LOOK_UP, "text": plain_text(field.label), "accessory": accessory}


def _numbered(blocks: list[BlockJson]) -> list[BlockJson]:
    """Buttons of several rows have ids of their own."""
    return [{**block, "block_id": f"row{n}"} if block["type"] == "actions" else block for n, block in enumerate(blocks)]
