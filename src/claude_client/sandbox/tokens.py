"""A count of tokens that is simple, always the same, and the same everywhere.

`messages.count_tokens`, `usage` and `max_tokens` all count with `pieces`, so that they agree to the token. The real
tokenizer is not public; these counts are near its for English prose and are not meant to be more.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, cast

from .attachments import Attachments
from .cache import Segment
from .json_utils import Object, member, members
from .prompt import blocks_of

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


def segments(body: Object, attachments: Attachments) -> Iterator[Segment]:
    """A body of `messages.create` or `messages.count_tokens` in the order in which it is read."""
    tools = members(body, "tools")
    for index, tool in enumerate(tools):
        yield Segment(tool, _count_values(tool) + (_WITH_TOOLS if index == 0 else 0))
    # The model is told of the schema before all else that it is told.
    # https://platform.claude.com/docs/en/build-with-claude/structured-outputs
    if output_format := member(member(body, "output_config"), "format"):
        yield Segment({"format": output_format}, _count_values(output_format))
    system = body.get("system")
    for block in [{"type": "text", "text": system}] if isinstance(system, str) else members(body, "system"):
        yield Segment(block, _count_block(block, attachments))
    for message in members(body, "messages"):
        yield Segment({"role": message["role"]}, _PER_MESSAGE)
        for block in blocks_of(message):
            yield Segment(block, _count_block(block, attachments))


def count_request(body: Object, attachments: Attachments) -> int:
    """The input tokens of a request."""
    return sum(segment.tokens for segment in segments(body, attachments))


def _count_block(block: Object, attachments: Attachments) -> int:
    if block.get("type") in ("image", "document"):
        return attachments.of(block).tokens
    if block.get("type") == "tool_result":
        return _PER_BLOCK + sum(_count_block(part, attachments) for part in blocks_of(block))
    return _PER_BLOCK + (count(block["text"]) if block.get("type") == "text" else _count_values(block))


def _count_values(value: Any) -> int:
    if isinstance(value, dict):
        fields = cast("Object", value)
        return sum(count(name) + _count_values(fields[name]) for name in fields if name not in _NOT_TEXT)
    if isinstance(value, list):
        return sum(_count_values(item) for item in cast("Sequence[Any]", value))
    return count(value if isinstance(value, str) else json.dumps(value))
