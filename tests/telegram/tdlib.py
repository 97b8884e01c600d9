"""Telegram's own reading of a text and its entities: TDLib, which its servers and clients share, offline."""

import json
from typing import Any

import tdjson

from bot.adapters.telegram.render import Entity, Text

_TYPES = {
    "bold": {"@type": "textEntityTypeBold"},
    "italic": {"@type": "textEntityTypeItalic"},
    "code": {"@type": "textEntityTypeCode"},
}


def _ask(**request: Any) -> Any:
    answer = tdjson.td_execute(json.dumps(request).encode())
    assert answer is not None
    return json.loads(answer)


_ask(**{"@type": "setLogVerbosityLevel", "new_verbosity_level": 0})


def _type(entity: Entity) -> dict[str, Any]:
    if entity.type == "text_link":
        return {"@type": "textEntityTypeTextUrl", "url": entity.url}
    return _TYPES[entity.type]


def read(part: Text) -> tuple[str, list[tuple[int, str]]]:
    """The text as TDLib keeps it, and every UTF-16 unit with a style that it gives it. Raises for what it refuses.

    ``parseMarkdown`` is what cleans and checks a formatted text; so the text must not have Markdown of its own.
    """
    entities = [{"offset": e.offset, "length": e.length, "type": _type(e)} for e in part.entities]
    text = {"@type": "formattedText", "text": part.text, "entities": entities}
    answer = _ask(**{"@type": "parseMarkdown", "text": text})
    if answer["@type"] == "error":
        raise ValueError(answer["message"])
    styled = [(e["offset"], e["length"], e["type"]["@type"]) for e in answer["entities"]]
    return answer["text"], _units(styled)


def styles_of(part: Text) -> list[tuple[int, str]]:
    """Every UTF-16 unit with a style that we give it."""
    return _units([(e.offset, e.length, _type(e)["@type"]) for e in part.entities])


def _units(entities: list[tuple[int, int, str]]) -> list[tuple[int, str]]:
    return sorted({(unit, kind) for start, length, kind in entities for unit in range(start, start + length)})
