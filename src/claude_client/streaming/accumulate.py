"""The message that a stream's events make, put together as far as somebody looks at it.

Text is kept in pieces and tool input unparsed, so that each event costs the same however much came before it. What a
delta says goes to the field of the same name in its block; there are no lists of block types here, and a type that came
later is accumulated like the others.
"""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING, Any, cast

from pydantic_core import from_json

from ..types._tools import UNREADABLE_INPUT, truncated_input
from .events import (
    CitationEvent,
    CompactionEvent,
    ContentBlockStopEvent,
    InputJsonEvent,
    MessageStopEvent,
    SignatureEvent,
    TextEvent,
    ThinkingEvent,
)
from .partial_json import PartialJSON

if TYPE_CHECKING:
    from ..types import Message
    from ..types._model import Model

logger: logging.Logger = logging.getLogger("claude_client")
_joining = threading.Lock()
"""Held while pieces are joined: a stream may be read in one thread and looked at in another."""


class GrowingText:
    """A text that arrives in pieces."""

    __slots__ = ("_joined", "_pieces", "length")

    def __init__(self, start: str) -> None:
        self._joined = start
        self._pieces: list[str] = []
        self.length: int = len(start)
        """Characters so far."""

    def append(self, piece: str) -> int:
        """Add a piece at the end; how many characters there are then."""
        self._pieces.append(piece)
        self.length = length = self.length + len(piece)
        return length

    def upto(self, length: int) -> str:
        """The first `length` characters."""
        with _joining:
            if self._pieces:
                pieces, self._pieces = self._pieces, []
                # With the attribute gone this is the only reference, and CPython extends the string where it stands.
                # So reading the text after every piece does not copy it each time.
                joined, self._joined = self._joined, ""
                joined += "".join(pieces)
                self._joined = joined
            return self._joined if length == len(self._joined) else self._joined[:length]


class GrowingInput:
    """The input of a tool, which arrives as pieces of JSON."""

    __slots__ = ("_parser", "_pieces", "_read", "_start")

    def __init__(self, start: object) -> None:
        self._start = start
        self._pieces: list[str] = []
        self._parser = PartialJSON()
        self._read = 0
        """How many pieces the parser has had."""

    @property
    def length(self) -> int:
        """Pieces so far."""
        return len(self._pieces)

    def append(self, piece: str) -> int:
        """Add a piece at the end; how many pieces there are then."""
        self._pieces.append(piece)
        return len(self._pieces)

    def upto(self, length: int) -> object:
        """What the first `length` pieces tell: every value that is whole."""
        with _joining:
            if self._read > length:
                # Looked at after later ones. It begins anew, for this time only.
                parser = PartialJSON()
                parser.feed("".join(self._pieces[:length]))
                return parser.value(self._start)
            if self._read < length:
                # One piece, where somebody looks at each.
                pieces = self._pieces[self._read : length]
                self._parser.feed(pieces[0] if len(pieces) == 1 else "".join(pieces))
                self._read = length
            return self._parser.value(self._start)

    def whole(self, *, stopped: bool) -> object:
        """The input, when no more of it will come; marked where it was cut.

        Args:
            stopped: Whether the API said that the block is complete.
        """
        text = "".join(self._pieces)
        if not text.strip():
            return self._start if stopped or self._start else truncated_input({}, text)
        try:
            return from_json(text)
        except ValueError:
            pass
        try:
            # Cut off, as by `max_tokens`.
            return truncated_input(from_json(text, allow_partial=True), text)
        except ValueError:
            logger.warning("the input of a tool is not JSON; it is kept as text under %r", UNREADABLE_INPUT)
            return {UNREADABLE_INPUT: text}


class _Block:
    """A content block and what is still to be written into it."""

    __slots__ = ("changed", "citations", "input", "model", "stopped", "texts")

    def __init__(self, model: Model) -> None:
        self.model = model
        self.texts: dict[str, GrowingText] = {}
        self.input: GrowingInput | None = None
        self.citations: list[Any] | None = None
        self.changed = False
        self.stopped = False

    def take(self, delta: Any) -> Any:
        """Take a delta; what it means, where there is an event for that."""
        kind = delta.type
        if kind == "text_delta":
            piece, text = delta.text, self.texts.get("text") or self._text("text")
            self.changed = True
            return TextEvent(piece, text, text.append(piece))
        if kind == "input_json_delta":
            piece, input = delta.partial_json, self.input or self._input()
            self.changed = True
            return InputJsonEvent(piece, input, input.append(piece))
        if kind == "thinking_delta":
            piece, text = delta.thinking, self.texts.get("thinking") or self._text("thinking")
            self.changed = True
            return ThinkingEvent(piece, text, text.append(piece))
        if kind == "citations_delta":
            return self._add_citation(delta.citation)
        self._take_fields(delta)
        if kind == "signature_delta":
            return SignatureEvent(delta.signature)
        if kind == "compaction_delta":
            return CompactionEvent(delta.content, delta.encrypted_content)
        return None

    def _text(self, field: str) -> GrowingText:
        """The text that `field` of the block begins to grow to."""
        found = self.texts[field] = GrowingText(getattr(self.model, field, None) or "")
        return found

    def _input(self) -> GrowingInput:
        """The input of a tool that begins to grow."""
        found = self.input = GrowingInput(getattr(self.model, "input", None))
        return found

    def _add_citation(self, citation: Any) -> CitationEvent:
        if self.citations is None:
            self.citations = list(getattr(self.model, "citations", None) or ())
        self.citations.append(citation)
        self.model.citations = self.citations  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
        return CitationEvent(citation, self.citations, len(self.citations))

    def _take_fields(self, delta: Model) -> None:
        """Put what any other delta says into the fields of the same name."""
        for name, value in _sent(delta):
            if name == "type" or not hasattr(self.model, name):
                continue
            if isinstance(value, str) and isinstance(getattr(self.model, name), str):
                (self.texts.get(name) or self._text(name)).append(value)
                self.changed = True
            else:
                setattr(self.model, name, value)

    def write(self, *, whole: bool = False, stopped: bool = True) -> None:
        """Write into the block what has come for it; `stopped` says whether the API closed it."""
        if self.changed:
            for field, text in self.texts.items():
                setattr(self.model, field, text.upto(text.length))
            if self.input is not None and not whole:
                self._set_input(self.input.upto(self.input.length))
            self.changed = False
        if whole and not self.stopped:
            if self.input is None and getattr(self.model, "type", None) == "tool_use":
                self._input()
            if self.input is not None:
                self._set_input(self.input.whole(stopped=stopped))
                self.input = None
            self.stopped = True

    def _set_input(self, value: object) -> None:
        self.model.input = value  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


class MessageAccumulator:
    """The message that the events so far make."""

    __slots__ = ("_blocks", "_message")

    def __init__(self) -> None:
        self._message: Message | None = None
        self._blocks: dict[int, _Block] = {}

    def add(self, event: Any) -> Any:
        """Take the next event of the API.

        Returns:
            What it means for the message: one of the classes of `events`, which stands beside a delta and in the place
            of a stop; `None` for all others.
        """
        try:
            # Nearly all events are deltas.
            if event.type == "content_block_delta":
                block = self._blocks.get(event.index)
                return None if block is None else block.take(event.delta)
            return self._add(event)
        except (AttributeError, TypeError, ValueError) as error:
            # The event was read although a value in it has another type than the API's.
            logger.warning("an event could not be added to the message: %s", error)
            return None

    def _add(self, event: Any) -> Any:
        kind = event.type
        if kind == "message_start":
            self._start(event.message)
        elif self._message is None:
            return None
        elif kind == "content_block_start":
            self._open(event.index, event.content_block)
        elif kind == "content_block_stop":
            return self._close(event)
        elif kind == "message_delta":
            self._finish(event)
        elif kind == "message_stop":
            self._close_all()
            return extended(MessageStopEvent, event, message=self.message)
        return None

    def stopped(self) -> MessageStopEvent | None:
        """The last event, for a message that turned out to be whole without it."""
        self._close_all()
        message = self.message
        return None if message is None else MessageStopEvent.model_construct(type="message_stop", message=message)

    @property
    def message(self) -> Message | None:
        """The message so far: the same object each time, brought up to date when it is asked for."""
        for block in self._blocks.values():
            block.write()
        return self._message

    def _start(self, message: Message) -> None:
        # The event stays as it came; what grows is a copy.
        self._message = message.model_copy()
        self._message.content = list(message.content)
        self._message.usage = message.usage.model_copy()
        self._blocks.clear()

    def _open(self, index: int, content_block: Model) -> None:
        message = cast("Message", self._message)
        block = self._copied(content_block)
        message.content.append(cast("Any", block))
        self._blocks[index] = _Block(block)
        if block.type == "fallback":  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
            # It names the model that goes on with the answer, which is the one a whole message names.
            message.model = cast("Any", block).to.model

    def _copied(self, content_block: Model) -> Model:
        return content_block.model_copy()

    def _close(self, event: Any) -> Any:
        block = self._blocks.get(event.index)
        if block is None:
            return None
        block.write(whole=True)
        return extended(ContentBlockStopEvent, event, content_block=block.model)

    def _close_all(self) -> None:
        for block in self._blocks.values():
            block.write(whole=True, stopped=False)

    def _finish(self, event: Any) -> None:
        message = cast("Message", self._message)
        _update(message, event.delta)
        _update(message.usage, event.usage)
        _update(message, event, without=("type", "delta", "usage"))


def _update(model: Model, news: Model, without: tuple[str, ...] = ()) -> None:
    """Write what `news` says into `model`. Totals replace totals; what is null replaces nothing."""
    for name, value in _sent(news):
        if name not in without and (value is not None or getattr(model, name, None) is None):
            setattr(model, name, value)


def _sent(model: Model) -> list[tuple[str, Any]]:
    """The fields that the API sent, known or not."""
    return [(name, getattr(model, name)) for name in model.model_fields_set]


def extended(to: type[Any], event: Model, **more: Any) -> Any:
    """`event` as a `to`, which has `more` fields."""
    fields = {name: getattr(event, name) for name in event.model_fields_set}
    return to.model_construct({*fields, *more}, **fields, **more)
