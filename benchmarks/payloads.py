"""What the server sends, as bytes made beforehand: one function a kind of response.

The head of a path says what is wanted and how much of it: `/text-20000/v1/messages` streams 20,000 pieces of text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

Prepared = tuple[bytes, Iterable[bytes]]
"""Head and pieces of a response; each use iterates over the pieces anew."""

MODEL = "claude-opus-5"
PIECE = 64 * 1024
LIST_PAGES = 20
LIST_ITEMS = 1000
BATCH = "msgbatch_013Zva2CMHLNnXjNJJKqJ2EF"

# As many and as long as the API's own.
_HEADERS = b"""\
date: Thu, 05 Nov 2026 10:00:00 GMT\r
connection: keep-alive\r
cache-control: no-cache\r
anthropic-ratelimit-requests-limit: 4000\r
anthropic-ratelimit-requests-remaining: 3999\r
anthropic-ratelimit-requests-reset: 2026-11-05T10:00:00Z\r
anthropic-ratelimit-input-tokens-limit: 2000000\r
anthropic-ratelimit-input-tokens-remaining: 2000000\r
anthropic-ratelimit-input-tokens-reset: 2026-11-05T10:00:00Z\r
anthropic-ratelimit-output-tokens-limit: 400000\r
anthropic-ratelimit-output-tokens-remaining: 400000\r
anthropic-ratelimit-output-tokens-reset: 2026-11-05T10:00:00Z\r
anthropic-organization-id: 2f5a8c9e-1111-4222-8333-444455556666\r
request-id: req_011CSHoEeqs5C35K2UUqR7Fy\r
strict-transport-security: max-age=31536000; includeSubDomains; preload\r
server: benchmark\r
"""


def _head(content_type: str, size: int | None) -> bytes:
    length = f"content-length: {size}" if size is not None else "transfer-encoding: chunked"
    return b"HTTP/1.1 200 OK\r\n" + _HEADERS + f"content-type: {content_type}\r\n{length}\r\n\r\n".encode()


def _json(value: object) -> Prepared:
    body = _encoded(value)
    return _head("application/json", len(body)), [body]


def _encoded(value: object) -> bytes:
    return json.dumps(value, separators=(",", ":")).encode()


def _message(content: list[dict[str, object]], **more: object) -> dict[str, object]:
    return {
        "id": "msg_01XFDUDYJgAACzvnptvVoYEL",
        "type": "message",
        "role": "assistant",
        "model": MODEL,
        "content": content,
        "stop_reason": "end_turn",
        "stop_sequence": None,
        "usage": {
            "input_tokens": 12,
            "cache_creation_input_tokens": 0,
            "cache_read_input_tokens": 0,
            "cache_creation": {"ephemeral_5m_input_tokens": 0, "ephemeral_1h_input_tokens": 0},
            "output_tokens": 9,
            "service_tier": "standard",
        },
        **more,
    }


# ---- whole responses -------------------------------------------------------------------------------------


def small(_size: int, _origin: str) -> dict[str, Prepared]:
    """A message of one sentence."""
    return {"": _json(_message([{"type": "text", "text": "Hello! How can I help you today?"}]))}


def blocks(size: int, _origin: str) -> dict[str, Prepared]:
    """A message of so many blocks, 2 KB each."""
    text = "All happy families are alike; each unhappy family is unhappy in its own way. " * 25
    return {"": _json(_message([{"type": "text", "text": f"{number} {text}"} for number in range(size)]))}


def model(_size: int, _origin: str) -> dict[str, Prepared]:
    """What the API says of one model."""
    support: dict[str, object] = {"supported": True}
    named = ("batch", "citations", "code_execution", "image_input", "pdf_input", "structured_outputs")
    capabilities: dict[str, object] = dict.fromkeys(named, support)
    for name, kinds in {
        "context_management": ("clear_thinking_20251015", "clear_tool_uses_20250919", "compact_20260112"),
        "effort": ("low", "medium", "high", "max", "xhigh"),
    }.items():
        capabilities[name] = {**support, **dict.fromkeys(kinds, support)}
    kinds = ("adaptive", "between_tools", "disabled", "enabled")
    capabilities["thinking"] = {**support, "types": dict.fromkeys(kinds, support)}
    capabilities["server_tools"] = {**support, "code_execution": support, "web_search": support}
    found = {
        "type": "model",
        "id": MODEL,
        "display_name": "Claude Opus 5",
        "created_at": "2026-06-01T00:00:00Z",
        "max_input_tokens": 1000000,
        "max_tokens": 128000,
        "lifecycle": "active",
        "capabilities": capabilities,
    }
    return {"": _json(found)}


def upload(size: int, _origin: str) -> dict[str, Prepared]:
    """What the Files API says of a file that was uploaded."""
    file = {
        "id": "file_011CNha8iCJcU1wXNR6q4V8w",
        "type": "file",
        "filename": "data.bin",
        "mime_type": "application/octet-stream",
        "size_bytes": size,
        "created_at": "2026-11-05T10:00:00Z",
        "downloadable": False,
    }
    return {"": _json(file)}


def download(size: int, _origin: str) -> dict[str, Prepared]:
    """A file of so many megabytes."""
    block = bytes(range(256)) * 4096
    return {"": (_head("application/octet-stream", size * len(block)), [block] * size)}


def pages(size: int, _origin: str) -> dict[str, Prepared]:
    """A list of so many pages; a page is found by the id after which it begins."""
    found: dict[str, Prepared] = {}
    for page in range(size):
        items = [_batch(f"msgbatch_{page:03}_{number:04}") for number in range(LIST_ITEMS)]
        listed = {
            "data": items,
            "has_more": page < size - 1,
            "first_id": items[0]["id"],
            "last_id": items[-1]["id"],
        }
        found["" if page == 0 else f"after_id=msgbatch_{page - 1:03}_{LIST_ITEMS - 1:04}"] = _json(listed)
    return found


def _batch(id_: str, **more: object) -> dict[str, object]:
    return {
        "id": id_,
        "type": "message_batch",
        "processing_status": "ended",
        "request_counts": {"processing": 0, "succeeded": 50, "errored": 30, "canceled": 10, "expired": 10},
        "created_at": "2026-08-20T18:37:24.100435Z",
        "expires_at": "2026-08-21T18:37:24.100435Z",
        "ended_at": "2026-08-20T18:57:24.100435Z",
        "archived_at": None,
        "cancel_initiated_at": None,
        "results_url": f"https://api.anthropic.com/v1/messages/batches/{id_}/results",
        **more,
    }


# ---- streams --------------------------------------------------------------------------------------------


def results(size: int, origin: str) -> dict[str, Prepared]:
    """The results of a batch of so many requests, and the batch itself."""
    path = f"/v1/messages/batches/{BATCH}"
    text = "Hello again! It's nice to see you. " * 8
    message = _message([{"type": "text", "text": text}])
    result = _encoded({"custom_id": "request-0000000", "result": {"type": "succeeded", "message": message}})
    start, end = result.split(b"0000000")
    lines = (b"%b%07d%b\n" % (start, number, end) for number in range(size))
    batch = _batch(BATCH, results_url=f"{origin}{path}/results")
    return {path: _json(batch), f"{path}/results": _chunked("application/binary", list(lines))}


def text(size: int, _origin: str, *, one_a_chunk: bool = False) -> dict[str, Prepared]:
    """A message of so many pieces of text, in as few chunks as possible."""
    delta = _event("content_block_delta", index=0, delta={"type": "text_delta", "text": " unhappy"})
    events = [*_opened({"type": "text", "text": ""}), *[delta] * size, *_closed("end_turn")]
    return {"": _chunked("text/event-stream; charset=utf-8", events, one_a_chunk=one_a_chunk)}


def single(size: int, origin: str) -> dict[str, Prepared]:
    """The same, each event in a chunk of its own."""
    return text(size, origin, one_a_chunk=True)


def tool(size: int, _origin: str) -> dict[str, Prepared]:
    """A message that calls a tool, whose input comes in so many pieces of a few tokens each."""
    rows = [{"line": number, "word": "unhappy"} for number in range(tool_rows(size))]
    whole = json.dumps({"rows": rows})
    ends = [len(whole) * number // size for number in range(size + 1)]
    deltas = [
        _event("content_block_delta", index=0, delta={"type": "input_json_delta", "partial_json": whole[start:end]})
        for start, end in pairwise(ends)
    ]
    block = {"type": "tool_use", "id": "toolu_01A09q90qw90lq917835lq9", "name": "save_rows", "input": {}}
    return {"": _chunked("text/event-stream; charset=utf-8", [*_opened(block), *deltas, *_closed("tool_use")])}


def tool_rows(size: int) -> int:
    """Rows in a tool's input of so many pieces."""
    return size // 3


def _event(kind: str, **fields: object) -> bytes:
    return b"event: %b\ndata: %b\n\n" % (kind.encode(), _encoded({"type": kind, **fields}))


def _opened(block: dict[str, object]) -> list[bytes]:
    message = _message([], stop_reason=None)
    return [_event("message_start", message=message), _event("content_block_start", index=0, content_block=block)]


def _closed(reason: str) -> list[bytes]:
    delta = {"stop_reason": reason, "stop_sequence": None}
    return [
        _event("content_block_stop", index=0),
        _event("message_delta", delta=delta, usage={"output_tokens": 100}),
        _event("message_stop"),
    ]


def _chunked(content_type: str, events: list[bytes], *, one_a_chunk: bool = False) -> Prepared:
    chunks = events if one_a_chunk else _joined(events)
    framed = [b"%x\r\n%b\r\n" % (len(chunk), chunk) for chunk in chunks]
    return _head(content_type, None), list(_joined([*framed, b"0\r\n\r\n"]))


def _joined(parts: list[bytes]) -> Iterator[bytes]:
    """The same bytes in pieces of about 64 KB."""
    gathered: list[bytes] = []
    size = 0
    for part in parts:
        gathered.append(part)
        size += len(part)
        if size >= PIECE:
            yield b"".join(gathered)
            gathered, size = [], 0
    yield b"".join(gathered)


KINDS: dict[str, Callable[[int, str], dict[str, Prepared]]] = {
    make.__name__: make for make in (small, blocks, model, upload, download, pages, results, text, single, tool)
}


def prepare(name: str, origin: str) -> dict[str, Prepared]:
    """The responses of `name`, such as `text-20000`: each under the end of the path or query that asks for it."""
    kind, _, size = name.partition("-")
    return KINDS[kind](int(size or 1), f"{origin}/{name}")
