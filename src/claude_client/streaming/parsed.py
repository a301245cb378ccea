"""A message with structured output that is still arriving: its events, and how it is put together.

Beside what the events of any message have, these have what came of the output. Nothing here is loaded before a stream
is asked for with `output_format`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeAlias, cast

from ..types import (
    RawContentBlockDeltaEvent,
    RawContentBlockStartEvent,
    RawMessageDeltaEvent,
    RawMessageStartEvent,
)
from ..types._message import Output
from ..types._parsed import ParsedTextBlock, unread, unread_block
from .accumulate import MessageAccumulator, extend
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
    from ..core.structured import OutputReader
    from ..types import Message, ParsedContentBlock, ParsedMessage
    from ..types._model import Model


class ParsedTextEvent(TextEvent, Generic[Output]):
    """A piece of text where structured output was asked for."""

    __slots__ = ("_reader",)

    def __init__(self, event: TextEvent, reader: OutputReader[Any]) -> None:
        super().__init__(event.text, event._buffer, event._length)
        self._reader = reader

    @property
    def output_snapshot(self) -> Output | None:
        """What has come of the output up to and with this piece, as in `stream.current_parsed_snapshot`."""
        return cast("Output | None", self._reader.validate_partial(self.snapshot))


class ParsedContentBlockStopEvent(ContentBlockStopEvent, Generic[Output]):
    """A content block is complete, where structured output was asked for."""

    if TYPE_CHECKING:
        content_block: ParsedContentBlock[Output]  # pyright: ignore[reportIncompatibleVariableOverride]


class ParsedMessageStopEvent(MessageStopEvent, Generic[Output]):
    """The message is complete, where structured output was asked for."""

    if TYPE_CHECKING:
        message: ParsedMessage[Output]  # pyright: ignore[reportIncompatibleVariableOverride]


ParsedMessageStreamEvent: TypeAlias = (
    ParsedTextEvent[Output]
    | CitationEvent
    | ThinkingEvent
    | SignatureEvent
    | InputJsonEvent
    | CompactionEvent
    | RawMessageStartEvent
    | RawMessageDeltaEvent
    | ParsedMessageStopEvent[Output]
    | RawContentBlockStartEvent
    | RawContentBlockDeltaEvent
    | ParsedContentBlockStopEvent[Output]
)
"""What `messages.stream(output_format=...)` gives: the events of every message, three of them with more in them."""


class ParsedAccumulator(MessageAccumulator):
    """Puts a message with structured output together, and reads the output once it is complete."""

    __slots__ = ("_reader",)

    def __init__(self, reader: OutputReader[Any]) -> None:
        super().__init__()
        self._reader = reader

    def add(self, event: Any) -> Any:
        """As for every message, with the events above where there is output."""
        meaning = super().add(event)
        if isinstance(meaning, TextEvent):
            return ParsedTextEvent[Any](meaning, self._reader)
        if isinstance(meaning, ContentBlockStopEvent):
            block: Any = meaning.content_block
            if isinstance(block, ParsedTextBlock):
                self._reader.finish_block(cast("Any", block))
            return extend(ParsedContentBlockStopEvent, meaning)
        return extend(ParsedMessageStopEvent, meaning) if isinstance(meaning, MessageStopEvent) else meaning

    def make_stop_event(self) -> MessageStopEvent | None:
        """The last event, for a message that turned out to be complete without it."""
        last = super().make_stop_event()
        return None if last is None else extend(ParsedMessageStopEvent, last)

    def _copy_message(self, start: Message) -> Message:
        return unread(super()._copy_message(start))

    def _copy_block(self, content_block: Model) -> Model:
        return unread_block(super()._copy_block(content_block))

    def _finish_all(self) -> None:
        super()._finish_all()
        message = self.message
        if message is not None:
            self._reader.finish(cast("ParsedMessage[Any]", message))
