"""What the screens for a streamed message have in common: when to draw, and how its blocks follow each other."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any, Final, Protocol

from .describing import describe, ending, get, is_parsed
from .parts import Code, Heading, Part, Text, Warn

DRAW_SECONDS: Final = 0.1
"""The least time between two drawings."""
REST: Final = 4
"""How many times as long as a drawing took nothing is drawn after it."""

_CALLS = ("tool_use", "server_tool_use", "mcp_tool_use")


class Watched(Protocol):
    """A stream of a message, as far as it is looked at here."""

    @property
    def current_message_snapshot(self) -> Any: ...


class Screen(Protocol):
    """Where a message is shown."""

    def begin(self) -> None:
        """Show what has come before."""
        ...

    def take(self, event: Any) -> None:
        """An event has come."""
        ...

    def end(self, *, broke_off: bool) -> None:
        """Nothing more will come."""
        ...


class Pace:
    """Says when to draw again."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._next = clock()

    def draw(self, function: Callable[[], object]) -> None:
        """Call `function`, if it is time."""
        started = self._clock()
        if started >= self._next:
            function()
            now = self._clock()
            self._next = now + max(DRAW_SECONDS, REST * (now - started))


def so_far(stream: Watched) -> Any:
    """The message so far, if anything of it has come."""
    try:
        return stream.current_message_snapshot
    except RuntimeError:
        return None


class BlockScreen:
    """A screen on which the blocks of a message follow each other, and what is written stays."""

    def __init__(self, stream: Watched) -> None:
        self._stream = stream
        self._block: Any = None
        """The block that is coming."""
        self._known = 0
        """Characters of it that came before it was shown."""
        self.is_markdown: bool = True
        """Whether its text is Markdown, and not structured output."""

    def begin(self) -> None:
        """Show what has come before."""
        message = so_far(self._stream)
        for block in message.content if message is not None else ():
            self._open(block)
            self._known = len(get(block, self.kind, "") if self.kind in ("text", "thinking") else "")

    def take(self, event: Any) -> None:
        """An event has come."""
        kind = event.type
        if kind in ("text", "thinking"):
            # What has come of the message is a step ahead of the event that tells it.
            if not self._known or len(event.snapshot) > self._known:
                self.piece(get(event, kind))
        elif kind == "input_json":
            self.call_piece(event.partial_json)
        elif kind == "content_block_start":
            self._open(event.content_block)
        elif kind == "content_block_stop":
            self._close(event.content_block)

    def end(self, *, broke_off: bool) -> None:
        """Nothing more will come."""
        self._close(self._block)
        message = so_far(self._stream)
        broken: list[Part] = [Warn("The message broke off.")] if broke_off else []
        self.last([*broken, *(ending(message) if message is not None else ())])

    def _open(self, block: Any) -> None:
        self._close(self._block)
        self._block, self._known = block, 0
        self.is_markdown = not is_parsed(so_far(self._stream))
        kind = get(block, "type")
        if kind in _CALLS:
            self.begin_block([part for part in describe(block) if isinstance(part, Heading)][:1])
        elif kind == "thinking":
            self.begin_block([Heading("Thinking")])
        else:
            self.begin_block([])
        if text := get(block, kind) if kind in ("text", "thinking") else None:
            self.piece(text)

    def _close(self, block: Any) -> None:
        if self._block is None:
            return
        kind = get(block, "type")
        parts = describe(block)
        if kind in _CALLS:
            parts = [part for part in parts if not isinstance(part, Heading)]
        elif kind in ("text", "thinking"):
            parts = [part for part in parts if not isinstance(part, (Text, Code))] if kind == "text" else []
        self.end_block(parts)
        self._block = None

    @property
    def kind(self) -> str:
        """The type of the block that is coming."""
        return str(get(self._block, "type"))

    def begin_block(self, head: Sequence[Part]) -> None:
        """A block begins."""
        raise NotImplementedError

    def piece(self, text: str) -> None:
        """A piece of text or of thinking."""
        raise NotImplementedError

    def call_piece(self, text: str) -> None:
        """A piece of a tool's input."""

    def end_block(self, rest: Sequence[Part]) -> None:
        """The block is whole; `rest` is what its pieces did not show."""
        raise NotImplementedError

    def last(self, parts: Sequence[Part]) -> None:
        """The message is whole, or broke off."""
        raise NotImplementedError
