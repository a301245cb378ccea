"""A count of tokens that is simple, always the same, and the same everywhere.

`messages.count_tokens`, `usage` and `max_tokens` all count with `pieces`, so that they agree to the token. The real
tokenizer is not public; these counts are near its for English prose and are not meant to be more.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from typing import Any, Final, cast

from .attachments import Attachments
from .values import Object, members

_PIECE: Final = re.compile(r"\s*[^\W_]{1,6}|\s*[\W_](?<!\s)|\s+")
_PER_MESSAGE: Final = 3
_PER_BLOCK: Final = 2
_WITH_TOOLS: Final = 30
# Bytes in base64, counted as what they are or not at all, and what the client only says about caching.
_NOT_TEXT: Final = frozenset({"cache_control", "data", "encrypted_content", "signature", "source"})


def pieces(text: str) -> list[str]:
    """`text` cut into tokens; joined they are `text` again."""
    return _PIECE.findall(text)


def count(text: str) -> int:
    return sum(1 for _ in _PIECE.finditer(text))


def count_request(body: Object, attachments: Attachments) -> int:
    """The input tokens of a body of `messages.create` or `messages.count_tokens`."""
    total = count_content(body.get("system") or "", attachments)
    for message in body["messages"]:
        total += _PER_MESSAGE + count_content(message.get("content") or "", attachments)
    tools = members(body, "tools")
    return total + (_WITH_TOOLS if tools else 0) + sum(_count_values(tool) for tool in tools)


def count_content(content: object, attachments: Attachments) -> int:
    if isinstance(content, str):
        return count(content)
    blocks = cast("Iterable[Object]", content)
    return sum(_PER_BLOCK + _count_block(block, attachments) for block in blocks)


def _count_block(block: Object, attachments: Attachments) -> int:
    if block.get("type") in ("image", "document"):
        return attachments.of(block).tokens
    if block.get("type") == "tool_result":
        return count_content(block.get("content") or "", attachments)
    return count(block["text"]) if block.get("type") == "text" else _count_values(block)


def _count_values(value: Any) -> int:
    if isinstance(value, dict):
        fields = cast("Object", value)
        return sum(count(name) + _count_values(fields[name]) for name in fields if name not in _NOT_TEXT)
    if isinstance(value, list):
        return sum(_count_values(item) for item in cast("Sequence[Any]", value))
    return count(value if isinstance(value, str) else json.dumps(value))
