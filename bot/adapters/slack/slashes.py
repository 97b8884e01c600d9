"""Commands that a reply suggests, as they are typed in Slack, which knows only those of the manifest.

The desk writes "/undo". In a channel that is "/dragoman undo"; to us alone the word is enough; "/log" is itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from bot.adapters.slack.parse import EVERYTHING
from bot.message import ChatKind
from bot.reply import Block, Paragraph, Reply, Span, Style

_SLASH = re.compile(r"(?<![\w/.])/([a-z0-9_]{1,32})(?![\w/])")


@dataclass(frozen=True, slots=True)
class Slashes:
    """``known`` are the names that the desk has, ``own`` those that the app has in Slack."""

    known: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()

    def suit(self, reply: Reply, kind: ChatKind) -> Reply:
        """The reply with its commands as they are typed here."""
        return replace(reply, blocks=tuple(self._block(block, kind) for block in reply.blocks))

    def _block(self, block: Block, kind: ChatKind) -> Block:
        if not isinstance(block, Paragraph) or "/" not in block.text:
            return block
        return replace(block, spans=tuple(part for span in block.spans for part in self._spans(span, kind)))

    def _spans(self, span: Span, kind: ChatKind) -> Iterator[Span]:
        end = 0
        for found in _SLASH.finditer(span.text):
            name = found[1]
            if name not in self.known or name in self.own or span.url or span.style is Style.CODE:
                continue  # code is to be copied as it is: what is sent on another platform
            if found.start() > end:
                yield replace(span, text=span.text[end : found.start()])
            style = Style.CODE if span.style is Style.PLAIN else span.style
            yield replace(span, text=name if kind is ChatKind.DIRECT else f"/{EVERYTHING} {name}", style=style)
            end = found.end()
        if end < len(span.text):
            yield replace(span, text=span.text[end:])
