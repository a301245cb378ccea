"""Server-sent events, written: a message as the stream of events in which the API sends it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from .json_utils import Object
from .tokens import pieces

PIECES_A_DELTA: Final = 4
_PING: Final[Object] = {"type": "ping"}


@dataclass(frozen=True)
class Pace:
    """In which parts and how fast a stream sends a reply."""

    chunks: tuple[str, ...] = ()
    """The parts of the first text."""
    chunk_size: int | None = None
    """Characters a part; None for a few words."""
    delay: float = 0.0
    """Seconds before each part."""

    def split_text(self, text: str) -> Iterator[str]:
        if self.chunk_size is None:
            yield from chunks(text)
            return
        for at in range(0, len(text), self.chunk_size):
            yield text[at : at + self.chunk_size]


def event(data: Object, name: str | None = None) -> bytes:
    """One event on the wire, named after its type as the API names them."""
    return f"event: {name or data['type']}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()


def message_events(message: Object, unfinished_input: str | None = None, pace: Pace | None = None) -> Iterator[Object]:
    """The events that amount to `message`.

    Args:
        message: As it would have been sent without a stream.
        unfinished_input: The JSON that the input of the last block had reached when `max_tokens` cut it off.
        pace: In which parts; its delay is up to whoever sends them.
    """
    pace = pace or Pace()
    usage: Object = message["usage"]
    start: Object = message | {
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "stop_details": None,
        "usage": usage | {"output_tokens": 1},
    }
    yield {"type": "message_start", "message": start}
    last = len(message["content"]) - 1
    first_text = next((i for i, block in enumerate(message["content"]) if block["type"] == "text"), None)
    for index, block in enumerate(message["content"]):
        yield {"type": "content_block_start", "index": index, "content_block": _opening(block)}
        if index == 0:
            yield _PING
        cut = unfinished_input if index == last else None
        given = pace.chunks if index == first_text else ()
        for delta in _deltas(block, cut, pace, given):
            yield {"type": "content_block_delta", "index": index, "delta": delta}
        yield {"type": "content_block_stop", "index": index}
    yield {"type": "message_delta", "delta": _ending(message), "usage": _final_usage(usage)}
    yield {"type": "message_stop"}


def _opening(block: Object) -> Object:
    """The block as it looks before its first delta."""
    if block["type"] == "text":
        opening: Object = {**block, "text": ""}
        return opening | {"citations": []} if block.get("citations") else opening
    if block["type"] == "thinking":
        return {**block, "thinking": "", "signature": ""}
    return {**block, "input": {}} if block["type"] in ("tool_use", "server_tool_use", "mcp_tool_use") else block


def _deltas(block: Object, unfinished_input: str | None, pace: Pace, given: tuple[str, ...]) -> Iterator[Object]:
    if block["type"] == "text":
        for citation in block.get("citations") or ():
            yield {"type": "citations_delta", "citation": citation}
        for part in given or pace.split_text(block["text"]):
            yield {"type": "text_delta", "text": part}
    elif block["type"] == "thinking":
        for part in pace.split_text(block["thinking"]):
            yield {"type": "thinking_delta", "thinking": part}
        yield {"type": "signature_delta", "signature": block["signature"]}
    elif block["type"] in ("tool_use", "server_tool_use", "mcp_tool_use"):
        yield {"type": "input_json_delta", "partial_json": ""}
        written = unfinished_input
        if written is None:
            written = json.dumps(block["input"], ensure_ascii=False) if block["input"] else ""
        for part in pace.split_text(written):
            yield {"type": "input_json_delta", "partial_json": part}


def chunks(text: str, size: int = PIECES_A_DELTA) -> Iterator[str]:
    """`text` in parts of `size` tokens."""
    parts = pieces(text)
    for at in range(0, len(parts), size):
        yield "".join(parts[at : at + size])


def _ending(message: Object) -> Object:
    return {name: message.get(name) for name in ("stop_reason", "stop_sequence", "stop_details", "container")}


def _final_usage(usage: Object) -> Object:
    names = (
        "input_tokens",
        "cache_creation_input_tokens",
        "cache_read_input_tokens",
        "output_tokens",
        "output_tokens_details",
        "server_tool_use",
    )
    beside = {name: usage[name] for name in ("fallback_credit", "iterations") if name in usage}
    return {name: usage.get(name) for name in names} | beside
