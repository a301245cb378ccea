"""From a body of `messages.create` to the message: checked, replied to, cut to length, counted.

The endpoint and the batches both answer through `answer`.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Final

from ..types.params.messages import MessageCountTokensParamsBase, MessageCreateParamsBase
from .attachments import Attachments, FileReader
from .errors import not_found
from .models import KnownModel, usable
from .reading import Reading, read
from .replies import Reply, compose
from .rules import check_messages
from .tokens import count, count_request, pieces
from .validation import check
from .values import Object, new_id

CREATE: Final = MessageCreateParamsBase
COUNT_TOKENS: Final = MessageCountTokensParamsBase


@dataclass(frozen=True)
class Asked:
    """A valid body, and what was found in it."""

    body: Object
    model: KnownModel
    reading: Reading
    input_tokens: int


@dataclass(frozen=True)
class Answered:
    """A message as it is sent."""

    message: Object
    unfinished_input: str | None
    """The JSON that a tool's input had reached when `max_tokens` cut it off."""


def ask(body: Object, version: str, betas: frozenset[str], read_file: FileReader, shape: Any = CREATE) -> Asked:
    """Check a body of the type `shape`, and read it. Whether it is to be streamed is for the caller."""
    check(body, shape)
    model = usable(body["model"])
    attachments = Attachments(read_file)
    check_messages(body, model, attachments, version, betas)
    return Asked(body, model, read(body, attachments), count_request(body, attachments))


def answer(asked: Asked, reply: Reply | None = None) -> Answered:
    """The message that answers `asked`.

    Args:
        reply: What to answer; None composes it from the request.
    """
    body = asked.body
    reply = reply or compose(body, asked.reading)
    stopped_at = _stop(reply, body.get("stop_sequences") or [])
    unfinished = _shorten(reply, body["max_tokens"])
    if unfinished is not None or reply.stop_reason == "max_tokens":
        stopped_at = None
    message: Object = {
        "id": new_id("msg"),
        "type": "message",
        "role": "assistant",
        "model": asked.model.id,
        "content": reply.content,
        "stop_reason": reply.stop_reason,
        "stop_sequence": stopped_at,
        "stop_details": None,
        "container": None,
        "usage": _usage(asked, reply, unfinished),
    }
    return Answered(message, unfinished)


def _stop(reply: Reply, stop_sequences: list[str]) -> str | None:
    """Cut the reply where its text has one of the sequences, and give back that one."""
    for index, block in enumerate(reply.content):
        if block["type"] != "text":
            continue
        found = [(block["text"].find(stop), stop) for stop in stop_sequences if stop in block["text"]]
        if found:
            at, stop = min(found)
            reply.content[index] = block | {"text": block["text"][:at]}
            del reply.content[index + 1 :]
            reply.stop_reason = "stop_sequence"
            return stop
    return None


def _shorten(reply: Reply, max_tokens: int) -> str | None:
    """Cut the reply to `max_tokens`; gives back the unfinished JSON where that cut the input of a tool."""
    left = max_tokens
    for index, block in enumerate(reply.content):
        needed = output_tokens(block)
        if needed <= left:
            left -= needed
            continue
        reply.stop_reason = "max_tokens"
        field = {"text": "text", "thinking": "thinking"}.get(block["type"])
        del reply.content[index + 1 :]
        if field:
            reply.content[index] = block | {field: "".join(pieces(block[field])[:left])}
            return None
        if block["type"] != "tool_use" or left == 0:
            del reply.content[index]
            return None
        reply.content[index] = block | {"input": {}}
        return "".join(pieces(json.dumps(block["input"], ensure_ascii=False))[:left])
    return None


def output_tokens(block: Object) -> int:
    if block["type"] in ("text", "thinking"):
        return count(block[block["type"]])
    return count(json.dumps(block["input"], ensure_ascii=False)) if "input" in block else 0


def _usage(asked: Asked, reply: Reply, unfinished: str | None) -> Object:
    written = sum(output_tokens(block) for block in reply.content)
    if unfinished is not None:
        written += count(unfinished) - count("{}")
    thought = [count(block["thinking"]) for block in reply.content if block["type"] == "thinking"]
    return {
        "input_tokens": asked.input_tokens,
        "output_tokens": written,
        "cache_creation_input_tokens": 0,
        "cache_read_input_tokens": 0,
        "cache_creation": {"ephemeral_5m_input_tokens": 0, "ephemeral_1h_input_tokens": 0},
        "output_tokens_details": {"thinking_tokens": sum(thought)} if thought else None,
        "server_tool_use": reply.server_tools or None,
        "service_tier": "standard",
        "speed": asked.body.get("speed"),
        "inference_geo": asked.body.get("inference_geo") or "global",
    }


def no_files(file_id: str) -> tuple[bytes, str, str]:
    """Reads no file at all."""
    raise not_found(f"File not found: {file_id}")
