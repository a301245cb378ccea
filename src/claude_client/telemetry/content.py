"""The content of a request and of its message as attributes of a span, in the form of the conventions, and bounded.

Messages become `{"role", "parts"}`, and blocks of content become parts. Bytes of images and documents are never in it.
Over the limit, the response is kept first, then the newest messages, then the system prompt.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, TypeAlias, cast

Part: TypeAlias = "dict[str, Any]"

_EMPTY_LIST_BYTES: Final = 2


def content_attributes(body: bytes, content: object, max_bytes: int) -> dict[str, str | bool]:
    """The attributes for what was sent and what came.

    Args:
        body: The body of the request, which is JSON.
        content: The blocks of the message as far as they came; `None` where nothing did.
        max_bytes: How many bytes all values may have together.
    """
    sent = cast("dict[str, Any]", json.loads(body))
    left, found = max_bytes, dict[str, str | bool]()
    output: list[Part] = [{"role": "assistant", "parts": _parts(content)}] if content is not None else []
    messages = cast("list[dict[str, Any]]", sent.get("messages") or [])
    inputs = [{"role": each.get("role"), "parts": _parts(each.get("content"))} for each in messages]
    for name, items, newest_first in (
        ("gen_ai.output.messages", output, False),
        ("gen_ai.input.messages", inputs, True),
        ("gen_ai.system_instructions", _parts(sent.get("system")), False),
    ):
        if not items:
            continue
        value, cut = _fit(items, left, newest_first=newest_first)
        if value is not None:
            found[name] = value
            left -= len(value.encode())
        if cut:
            found["anthropic.content.truncated"] = True
            break
    return found


def _fit(items: Sequence[Part], max_bytes: int, *, newest_first: bool) -> tuple[str | None, bool]:
    """A JSON array of as many `items` as fit, and whether any was cut. The last one may have only some of its parts."""
    kept: list[str] = []
    left, cut = max_bytes - _EMPTY_LIST_BYTES, False
    for item in reversed(items) if newest_first else items:
        whole = _dump(item)
        cut = len(whole.encode()) + 1 > left
        text = _shrink(item, left - 1) if cut else whole
        if text is None:
            break
        kept.append(text)
        left -= len(text.encode()) + 1
        if cut:
            break
    if newest_first:
        kept.reverse()
    return (f"[{','.join(kept)}]" if kept else None), cut


def _shrink(item: Part, max_bytes: int) -> str | None:
    """`item` with as many of its parts as fit; `None` where none does."""
    parts = cast("list[Part] | None", item.get("parts"))
    if not parts:
        return None
    fitting: list[Part] = []
    left = max_bytes - len(_dump({**item, "parts": []}).encode())
    for part in parts:
        left -= len(_dump(part).encode()) + 1
        if left < 0:
            break
        fitting.append(part)
    return _dump({**item, "parts": fitting}) if fitting else None


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _parts(content: object) -> list[Part]:
    if content is None:
        return []
    if isinstance(content, str):
        return [{"type": "text", "content": content}]
    return [_part(_fields(block)) for block in cast("Iterable[object]", content)]


def _fields(block: object) -> Mapping[str, Any]:
    if isinstance(block, Mapping):
        return cast("Mapping[str, Any]", block)
    dump = getattr(block, "model_dump", None)
    return cast("Mapping[str, Any]", dump(mode="json", exclude_none=True)) if dump is not None else {}


def _part(block: Mapping[str, Any]) -> Part:
    kind = block.get("type")
    if kind == "text":
        return {"type": "text", "content": block.get("text")}
    if kind == "thinking":
        return {"type": "reasoning", "content": block.get("thinking")}
    if kind in ("tool_use", "server_tool_use", "mcp_tool_use"):
        part = {"type": "tool_call", "id": block.get("id"), "name": block.get("name"), "arguments": block.get("input")}
        return part if "server_name" not in block else {**part, "anthropic_mcp_server_name": block["server_name"]}
    if "tool_use_id" in block:
        return {"type": "tool_call_response", "id": block["tool_use_id"], "response": _response(block.get("content"))}
    # Of all others the type alone: an image, a document, or what a later version of the API has.
    return {"type": f"anthropic_{kind}"}


def _response(content: object) -> object:
    """What a tool gave, without bytes of images and documents."""
    if not isinstance(content, list):
        return content if isinstance(content, str) else {"type": _fields(content).get("type")}
    blocks = [_fields(block) for block in cast("list[object]", content)]
    return [
        dict(block) if block.get("type") in ("text", "search_result") else {"type": block.get("type")}
        for block in blocks
    ]
