"""Responses that are read piece by piece: events, lines, and messages while they arrive.

What is read from the wire becomes frames (`sse`, `jsonl`), frames become typed items (`decoding`), and two short loops
in `stream` do the reading. None of it needs the types of the API before the first event of a response.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..core.managers import AsyncStreamManager as AsyncStreamManager
from ..core.managers import StreamManager as StreamManager
from .stream import AsyncStream as AsyncStream
from .stream import Events as Events
from .stream import JSONLines as JSONLines
from .stream import Stream as Stream
from .stream import message_events as message_events

if TYPE_CHECKING:
    from .accumulate import MessageAccumulator as MessageAccumulator
    from .batches import AsyncBatchResults as AsyncBatchResults
    from .batches import BatchResults as BatchResults
    from .batches import ResultLines as ResultLines
    from .events import CitationEvent as CitationEvent
    from .events import CompactionEvent as CompactionEvent
    from .events import ContentBlockStopEvent as ContentBlockStopEvent
    from .events import InputJsonEvent as InputJsonEvent
    from .events import MessageStopEvent as MessageStopEvent
    from .events import MessageStreamEvent as MessageStreamEvent
    from .events import SignatureEvent as SignatureEvent
    from .events import TextEvent as TextEvent
    from .events import ThinkingEvent as ThinkingEvent
    from .jsonl import JSONLinesDecoder as JSONLinesDecoder
    from .messages import AsyncMessageStream as AsyncMessageStream
    from .messages import AsyncMessageStreamManager as AsyncMessageStreamManager
    from .messages import MessageStream as MessageStream
    from .messages import MessageStreamManager as MessageStreamManager
    from .parsed import ParsedContentBlockStopEvent as ParsedContentBlockStopEvent
    from .parsed import ParsedMessageStopEvent as ParsedMessageStopEvent
    from .parsed import ParsedMessageStreamEvent as ParsedMessageStreamEvent
    from .parsed import ParsedTextEvent as ParsedTextEvent
    from .responses import MessageStreamResponse as MessageStreamResponse
    from .responses import WholeMessageResponse as WholeMessageResponse
    from .sse import ServerSentEvent as ServerSentEvent
    from .sse import SSEDecoder as SSEDecoder

_LOADED_ON_FIRST_USE = {
    "accumulate": ("MessageAccumulator",),
    "batches": ("AsyncBatchResults", "BatchResults", "ResultLines"),
    "events": (
        "CitationEvent",
        "CompactionEvent",
        "ContentBlockStopEvent",
        "InputJsonEvent",
        "MessageStopEvent",
        "MessageStreamEvent",
        "SignatureEvent",
        "TextEvent",
        "ThinkingEvent",
    ),
    "jsonl": ("JSONLinesDecoder",),
    "messages": (
        "AsyncMessageStream",
        "AsyncMessageStreamManager",
        "MessageStream",
        "MessageStreamManager",
    ),
    "parsed": (
        "ParsedContentBlockStopEvent",
        "ParsedMessageStopEvent",
        "ParsedMessageStreamEvent",
        "ParsedTextEvent",
    ),
    "responses": ("MessageStreamResponse", "WholeMessageResponse"),
    "sse": ("SSEDecoder", "ServerSentEvent"),
}
_MODULE_OF = {name: module for module, names in _LOADED_ON_FIRST_USE.items() for name in names}


def __getattr__(name: str) -> object:
    module = _MODULE_OF.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(import_module(f".{module}", __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULE_OF})
