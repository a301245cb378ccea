"""The message that a stream's events make, put together as far as somebody looks at it.

Text is kept in pieces and tool input unparsed, so that each event costs the same however much came before it. What a
delta says goes to the field of the same name in its block; there are no lists of block types here, and a type that came
later is accumulated like the others.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from ..types._model import Model
from .buffers import InputBuffer, TextBuffer
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

if TYPE_CHECKING:
    from ..types import Message

logger: logging.Logger = logging.getLogger("claude_client")

M = TypeVar("M", bound=Model)


class EventOrderError(ValueError):
    """An event came where there is no message, or no block, that it belongs to: what it says would be lost."""


class _Skipped:
    type: Final = "skipped"


_ADDED: Final = frozenset(
    {"message_start", "content_block_start", "content_block_stop", "message_delta", "message_stop"}
)

SKIPPED: Final = _Skipped()
"""What an event means that is not to be given: it ends a block that never began."""


class _Block:
    """A content block and what is still to be written into it."""

    __slots__ = ("changed", "citations", "input", "model", "start", "stopped", "texts")

    def __init__(self, model: Model, start: Model) -> None:
        self.model = model
        self.start = start
        """The block as its first event has it."""
        self.texts: dict[str, TextBuffer] = {}
        self.input: InputBuffer | None = None
        self.citations: list[Any] | None = None
        self.changed = False
        self.stopped = False

    def take(self, delta: Any) -> Any:
        """Take a delta; what it means, where there is an event for that."""
        kind = delta.type
        if kind == "text_delta":
            piece, text = delta.text, self.texts.get("text") or self._text("text")
            if not isinstance(piece, str):
                return _ignore(kind, piece)
            self.changed = True
            return TextEvent(piece, text, text.append(piece))
        if kind == "input_json_delta":
            piece, input = delta.partial_json, self.input or self._input()
            if not isinstance(piece, str):
                if piece is not None:
                    self.lose_input()
                return _ignore(kind, piece)
            self.changed, self.stopped = True, False
            return InputJsonEvent(piece, input, input.append(piece))
        if kind == "thinking_delta":
            piece, text = delta.thinking, self.texts.get("thinking") or self._text("thinking")
            if not isinstance(piece, str):
                return _ignore(kind, piece)
            self.changed = True
            return ThinkingEvent(piece, text, text.append(piece))
        if kind == "citations_delta":
            return self._add_citation(delta.citation)
        if getattr(delta, "partial_json", None) is not None:
            self.lose_input()
        self._take_fields(delta)
        if kind == "signature_delta":
            return SignatureEvent(delta.signature)
        if kind == "compaction_delta":
            return CompactionEvent(delta.content, delta.encrypted_content)
        return None

    def buffer_of(self, field: str) -> TextBuffer | InputBuffer:
        """Where the pieces of `field` go; one that is there now comes next."""
        self.changed = True
        if field == "partial_json":
            self.stopped = False
            return self.input or self._input()
        return self.texts.get(field) or self._text(field)

    def lose_input(self) -> None:
        """Note that a piece of the input could not be read, so that the tool is not run with the others alone."""
        if getattr(self.model, "type", None) == "tool_use" or self.input is not None:
            (self.input or self._input()).lose()
            self.stopped = False

    def is_started_again_by(self, start: Model) -> bool:
        """Whether `start` repeats the first event, with nothing in between."""
        untouched = not (self.texts or self.input or self.citations or self.stopped)
        return untouched and self.start == start

    def _text(self, field: str) -> TextBuffer:
        """The text of `field`, to which pieces are added from now on."""
        found = self.texts[field] = TextBuffer(getattr(self.model, field, None))
        return found

    def _input(self) -> InputBuffer:
        """The input of a tool, to which pieces are added from now on."""
        found = self.input = InputBuffer(getattr(self.model, "input", None))
        return found

    def _add_citation(self, citation: Any) -> CitationEvent:
        if self.citations is None:
            before: Any = getattr(self.model, "citations", None)
            self.citations = [*before] if isinstance(before, list) else []
        self.citations.append(citation)
        self.model.citations = self.citations  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
        return CitationEvent(citation, self.citations, len(self.citations))

    def _take_fields(self, delta: Model) -> None:
        """Put what any other delta says into the fields of the same name."""
        known = type(self.model).model_fields.keys() | (self.model.model_extra or {}).keys()
        for name, value in _fields_sent(delta):
            if name == "type" or name not in known:
                continue
            if isinstance(value, str) and isinstance(getattr(self.model, name), str):
                (self.texts.get(name) or self._text(name)).append(value)
                self.changed = True
            else:
                setattr(self.model, name, value)

    def write(self) -> None:
        """Write into the block what has come for it."""
        if self.changed:
            self._write_texts()
            if self.input is not None:
                self._set_input(self.input.up_to(self.input.length))
            self.changed = False

    def finish(self, *, stopped: bool) -> None:
        """Write all that has come into the block. `stopped` tells whether the API sent its stop."""
        self._write_texts()
        self.changed = False
        if self.stopped:
            return
        if self.input is None and getattr(self.model, "type", None) == "tool_use":
            self._input()
        if self.input is not None:
            self._set_input(self.input.finish(stopped=stopped))
        self.stopped = True

    def _write_texts(self) -> None:
        for field, text in self.texts.items():
            setattr(self.model, field, text.up_to(text.length))

    def _set_input(self, value: object) -> None:
        self.model.input = value  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]


def _ignore(kind: str, piece: object) -> None:
    if piece is not None:
        logger.warning("ignored a %s of type %s: expected text", kind, type(piece).__name__)


class MessageAccumulator:
    """The message that the events so far make. What comes after `message_stop` does not change it."""

    __slots__ = ("_blocks", "_is_over", "_message")

    def __init__(self) -> None:
        self._message: Message | None = None
        self._blocks: dict[int, _Block] = {}
        self._is_over = False

    def add(self, event: Any) -> Any:
        """Take the next event of the API.

        Returns:
            What it means for the message: one of the classes of `events`, which stands beside a delta and in the place
            of a stop; `None` for all others.

        Raises:
            EventOrderError: It belongs to no message, or to a block that did not begin.
        """
        try:
            # Nearly all events are deltas.
            if event.type == "content_block_delta":
                block = self._blocks.get(event.index)
                return self._take_early(event) if block is None else block.take(event.delta)
            return self._add(event)
        except EventOrderError:
            raise
        except (AttributeError, TypeError, ValueError) as error:
            # The event was read although a value in it has another type than the API's.
            logger.warning("an event could not be added to the message: %s", error)
            if getattr(event, "type", None) == "content_block_delta":
                self._lose_input(event.index)
            return None

    def buffer_of(self, index: int, field: str) -> TextBuffer | InputBuffer | None:
        """Where the pieces of `field` of a block go without an event, as `add` puts those of deltas there.

        None where there is no such block: then it takes an event.
        """
        block = self._blocks.get(index)
        return None if block is None else block.buffer_of(field)

    def _lose_input(self, index: object) -> None:
        """Note that a delta of the block `index` is lost; of any block where the index says nothing."""
        block = self._blocks.get(index) if isinstance(index, int) else None
        for each in self._blocks.values() if block is None else (block,):
            each.lose_input()

    def _add(self, event: Any) -> Any:
        kind = event.type
        if self._is_over or kind not in _ADDED:
            return None
        if kind == "message_start":
            return self._start(event)
        self._check_started(kind)
        if kind == "content_block_start":
            return self._begin_block(event)
        if kind == "content_block_stop":
            return self._finish_block(event)
        if kind == "message_delta":
            return self._update_message(event)
        return self._finish_message(event)

    def _check_started(self, kind: str) -> None:
        if self._message is None:
            raise EventOrderError(f"{kind} came before message_start")

    def _take_early(self, event: Any) -> Any:
        """Take a delta of a block whose start did not come. Of text and thinking the start says nothing more."""
        if self._is_over or not isinstance(event.delta, Model):
            return None
        self._check_started("content_block_delta")
        kind = getattr(event.delta, "type", None)
        if kind not in ("text_delta", "thinking_delta"):
            raise EventOrderError(f"{kind} came for index {event.index}, which has no content_block_start")
        self._open(event.index, _empty_block(kind))
        return self._blocks[event.index].take(event.delta)

    def make_stop_event(self) -> MessageStopEvent | None:
        """The last event, for a message that turned out to be complete without it."""
        self._finish_all()
        message = self.message
        return None if message is None else MessageStopEvent.model_construct(type="message_stop", message=message)

    @property
    def message(self) -> Message | None:
        """The message so far: the same object each time, brought up to date when it is asked for."""
        for block in self._blocks.values():
            block.write()
        return self._message

    def _start(self, event: Any) -> None:
        if self._blocks:
            raise EventOrderError("a second message_start came before message_stop")
        if not isinstance(event.message, Model):
            raise EventOrderError("message_start came without a message")
        self._message = self._copy_message(cast("Message", event.message))

    def _copy_message(self, start: Message) -> Message:
        # The event stays as it came; what changes is a copy. Its values may be of any type.
        message = start.model_copy()
        content: Any = start.content
        usage: Any = start.usage
        message.content = [*content] if isinstance(content, list) else []
        if isinstance(usage, Model):
            message.usage = cast("Any", usage.model_copy())
        return message

    def _begin_block(self, event: Any) -> None:
        start = event.content_block
        if not isinstance(start, Model):
            logger.warning("ignored a content_block_start without a content block")
            return
        before = self._blocks.get(event.index)
        if before is not None:
            if before.is_started_again_by(start):
                return
            before.finish(stopped=False)
        self._open(event.index, start)

    def _open(self, index: int, start: Model) -> None:
        message = cast("Message", self._message)
        block = self._copy_block(start)
        message.content.append(cast("Any", block))
        self._blocks[index] = _Block(block, start)
        if getattr(block, "type", None) == "fallback":
            # It names the model that goes on with the message, which is the one that a message in one piece names.
            message.model = getattr(getattr(block, "to", None), "model", None) or message.model

    def _copy_block(self, content_block: Model) -> Model:
        return content_block.model_copy()

    def _finish_block(self, event: Any) -> Any:
        block = self._blocks.get(event.index)
        if block is None:
            return SKIPPED
        block.finish(stopped=True)
        return extend(ContentBlockStopEvent, event, content_block=block.model)

    def _finish_all(self) -> None:
        for block in self._blocks.values():
            block.finish(stopped=False)
        self._blocks.clear()
        self._is_over = True

    def _finish_message(self, event: Any) -> Any:
        self._finish_all()
        return extend(MessageStopEvent, event, message=self._message)

    def _update_message(self, event: Any) -> None:
        message = cast("Message", self._message)
        _update(message, event.delta)
        usage = cast("object", event.usage)
        if isinstance(cast("object", message.usage), Model):
            _update(message.usage, usage)
        elif isinstance(usage, Model):
            message.usage = _new_usage(usage)
        _update(message, event, without=("type", "delta", "usage"))


def _empty_block(delta: str) -> Model:
    from ..types import TextBlock, ThinkingBlock

    if delta == "text_delta":
        return TextBlock(type="text", text="")
    return ThinkingBlock(type="thinking", thinking="", signature="")


def _new_usage(news: Model) -> Any:
    from ..types import Usage

    fields = dict(_fields_sent(news))
    lacking = {name: None for name, field in Usage.model_fields.items() if field.is_required() and name not in fields}
    return Usage.model_construct(set(fields), **fields, **lacking)


def _update(model: Model, news: object, without: tuple[str, ...] = ()) -> None:
    """Write what `news` says into `model`. Totals replace totals; what is null replaces nothing."""
    for name, value in _fields_sent(news):
        if name not in without and (value is not None or getattr(model, name, None) is None):
            setattr(model, name, value)


def _fields_sent(model: object) -> list[tuple[str, Any]]:
    """The fields that the API sent, known or not; none where it is not an object."""
    return [(name, getattr(model, name)) for name in model.model_fields_set] if isinstance(model, Model) else []


def extend(to: type[M], event: Model, **more: Any) -> M:
    """`event` as a `to`, which has `more` fields."""
    # With the fields that the event lacks, which are None.
    fields = {**vars(event), **(event.model_extra or {}), **more}
    return to.model_construct({*event.model_fields_set, *more}, **fields)
