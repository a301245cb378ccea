"""What `messages.stream()` gives beside the API's own events: text, tool input and thinking so far.

These events are made for each piece that arrives, so they are plain objects, and what has accumulated is put together
when it is looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias

from pydantic_core import SchemaSerializer, core_schema, from_json

from ..types import (
    ContentBlock,
    Message,
    RawContentBlockDeltaEvent,
    RawContentBlockStartEvent,
    RawContentBlockStopEvent,
    RawMessageDeltaEvent,
    RawMessageStartEvent,
    RawMessageStopEvent,
)

if TYPE_CHECKING:
    from ..types import CitationsDeltaCitation
    from .buffers import InputBuffer, TextBuffer


_serializer = SchemaSerializer(core_schema.any_schema())


class _Derived:
    """What a delta says, read together with those before it. It is dumped as the API's own events are."""

    __slots__ = ()

    _fields: ClassVar[tuple[str, ...]]

    def to_dict(self) -> dict[str, object]:
        """The event as plain values."""
        plain: dict[str, object] = from_json(self.to_json(indent=None))
        return plain

    def to_json(self, *, indent: int | None = 2) -> str:
        """The event as JSON, with `indent` spaces a level or, at None, on one line."""
        fields = {name: getattr(self, name) for name in self._fields}
        # What was never sent has no place in a dump, as with the models.
        return _serializer.to_json(fields, indent=indent, exclude_unset=True, by_alias=True).decode()

    def model_dump(self) -> dict[str, object]:
        """`to_dict()`, under pydantic's name."""
        return self.to_dict()

    def model_dump_json(self, *, indent: int | None = None) -> str:
        """`to_json()`, under pydantic's name."""
        return self.to_json(indent=indent)

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and all(getattr(self, name) == getattr(other, name) for name in self._fields)

    def __repr__(self) -> str:
        from ..rendering.lines import call

        return call(type(self).__name__, ((name, getattr(self, name)) for name in self._fields if name != "type"))


class TextEvent(_Derived):
    """A piece of text."""

    __slots__ = ("_buffer", "_length", "text")

    _fields = ("type", "text", "snapshot")
    type: Literal["text"] = "text"

    text: str
    """The piece."""

    def __init__(self, text: str, buffer: TextBuffer, length: int) -> None:
        self.text = text
        self._buffer = buffer
        self._length = length

    @property
    def snapshot(self) -> str:
        """The block's text up to and with this piece."""
        return self._buffer.up_to(self._length)

    def parsed_snapshot(self) -> Any:
        """`snapshot` read as the JSON that it is the beginning of."""
        return from_json(self.snapshot, allow_partial="trailing-strings")

    @property
    def output_snapshot(self) -> object:
        """`snapshot` read as what `output_format` asked for; None elsewhere."""
        return None


class ThinkingEvent(_Derived):
    """A piece of the model's thinking."""

    __slots__ = ("_buffer", "_length", "thinking")

    _fields = ("type", "thinking", "snapshot")
    type: Literal["thinking"] = "thinking"

    thinking: str
    """The piece."""

    def __init__(self, thinking: str, buffer: TextBuffer, length: int) -> None:
        self.thinking = thinking
        self._buffer = buffer
        self._length = length

    @property
    def snapshot(self) -> str:
        """The block's thinking up to and with this piece."""
        return self._buffer.up_to(self._length)


class InputJsonEvent(_Derived):
    """A piece of a tool's input."""

    __slots__ = ("_buffer", "_length", "partial_json")

    _fields = ("type", "partial_json", "snapshot")
    type: Literal["input_json"] = "input_json"

    partial_json: str
    """The piece, as text: `"San Fra`."""

    def __init__(self, partial_json: str, buffer: InputBuffer, length: int) -> None:
        self.partial_json = partial_json
        self._buffer = buffer
        self._length = length

    @property
    def snapshot(self) -> object:
        """The input up to and with this piece: every value in it that is complete so far."""
        return self._buffer.up_to(self._length)


class CitationEvent(_Derived):
    """A citation that belongs to the text before it."""

    __slots__ = ("_buffer", "_length", "citation")

    _fields = ("type", "citation", "snapshot")
    type: Literal["citation"] = "citation"

    citation: CitationsDeltaCitation
    """The citation."""

    def __init__(self, citation: CitationsDeltaCitation, buffer: list[CitationsDeltaCitation], length: int) -> None:
        self.citation = citation
        self._buffer = buffer
        self._length = length

    @property
    def snapshot(self) -> list[CitationsDeltaCitation]:
        """The block's citations up to and with this one."""
        return self._buffer[: self._length]


class SignatureEvent(_Derived):
    """The signature of a thinking block, with which it can be sent again."""

    __slots__ = ("signature",)

    _fields = ("type", "signature")
    type: Literal["signature"] = "signature"

    signature: str
    """Opaque."""

    def __init__(self, signature: str) -> None:
        self.signature = signature


class CompactionEvent(_Derived):
    """The summary that stands for an earlier part of the conversation."""

    __slots__ = ("content", "encrypted_content")

    _fields = ("type", "content", "encrypted_content")
    type: Literal["compaction"] = "compaction"

    content: str | None
    """The summary."""

    encrypted_content: str | None
    """Opaque; it goes back to the API as it is."""

    def __init__(self, content: str | None, encrypted_content: str | None) -> None:
        self.content = content
        self.encrypted_content = encrypted_content


class ContentBlockStopEvent(RawContentBlockStopEvent):
    """A content block is complete."""

    content_block: ContentBlock
    """The block."""


class MessageStopEvent(RawMessageStopEvent):
    """The message is complete."""

    message: Message
    """The message."""


MessageStreamEvent: TypeAlias = (
    TextEvent
    | CitationEvent
    | ThinkingEvent
    | SignatureEvent
    | InputJsonEvent
    | CompactionEvent
    | RawMessageStartEvent
    | RawMessageDeltaEvent
    | MessageStopEvent
    | RawContentBlockStartEvent
    | RawContentBlockDeltaEvent
    | ContentBlockStopEvent
)
"""What `messages.stream()` gives, told apart by `type`."""
