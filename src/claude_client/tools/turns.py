"""Turns of a conversation in plain values, in a form that the API takes back, and what makes a tool call unfit to run.

A response may hold a call that nothing can be done with: its input was cut while it streamed, is not an object, or its
id or name is missing. Such a call is rewritten here so that the conversation can be sent on and kept as JSON, and
`find_fault()` recognizes it, also in a conversation that was kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any, Final, cast

from ..core.json_encoding import encode_json
from ..types._model import Model
from ..types._tools import UNREADABLE_INPUT, TruncatedInput
from .results import replace_surrogates

Turn = Mapping[str, Any]

_WITHOUT_ID: Final = "toolu_without_id_"
_WITHOUT_NAME: Final = "tool_without_name"
# The response ended before the model had finished it. https://platform.claude.com/docs/en/api/handling-stop-reasons
# A tuple, as a stop reason may be of any type.
CUT_OFF: Final = ("max_tokens", "model_context_window_exceeded", "refusal")


def to_turn(message: object, number: int) -> dict[str, Any]:
    """A message of the conversation in plain values, as JSON has them.

    Args:
        message: A `Message`, or a mapping with a role and content.
        number: Its place in the conversation.
    """
    from ..types import Message
    from ..types._sending import sendable_blocks, sendable_content

    if isinstance(message, Message):
        content: Any = sendable_content(message)
        fields: Turn = {"role": message.role or "assistant"}
    else:
        fields = cast("Turn", message)
        content = sendable_blocks(fields["content"])
    if not isinstance(content, list):
        return _encode({**fields, "content": content})
    blocks = cast("list[object]", content)
    turn = _encode({**fields, "content": [_to_plain_block(block) for block in blocks]})
    if turn["role"] == "assistant":
        for place, (block, plain) in enumerate(zip(blocks, turn["content"], strict=True)):
            if isinstance(plain, dict) and cast("Turn", plain).get("type") == "tool_use":
                _repair_call(cast("dict[str, Any]", plain), _input_of(block), f"{number}_{place}")
        if isinstance(message, Message) and message.stop_reason in CUT_OFF:
            _mark_last_call(turn["content"])
    return turn


def blocks_of(turn: Turn) -> Iterable[Mapping[str, Any]]:
    """The content blocks of a turn."""
    content = turn["content"]
    blocks = cast("Iterable[object]", () if isinstance(content, str) else content)
    return [cast("Mapping[str, Any]", block) for block in blocks if isinstance(block, Mapping)]


def calls_of(turn: Turn) -> list[Mapping[str, Any]]:
    """The calls of tools in a turn."""
    return [block for block in blocks_of(turn) if block.get("type") == "tool_use"]


def find_fault(call: Mapping[str, Any]) -> str | None:
    """Why `call` cannot be run, in words for the model; None where it can."""
    if call["id"].startswith(_WITHOUT_ID):
        return "The call has no id, and was not made. Make it again."
    if call["name"] == _WITHOUT_NAME:
        return "The call does not name a tool, and was not made. Make it again, with the name of a tool."
    if call["input"].keys() == {UNREADABLE_INPUT}:
        return (
            "The input is incomplete or is not a JSON object, so the tool was not run. Make the call again with a "
            "complete JSON object as its input."
        )
    return None


def _to_plain_block(block: object) -> object:
    # A value of another type than the field's is repaired below, or refused by the API, and nothing to warn of.
    return block.to_dict(mode="json", warnings=False) if isinstance(block, Model) else block


def _encode(fields: Turn) -> dict[str, Any]:
    try:
        return cast("dict[str, Any]", json.loads(encode_json(fields)))
    except TypeError:
        from pydantic_core import to_jsonable_python

        # Half of a surrogate pair: it is in no request, and a response that was paid for is not lost to it.
        plain: Any = to_jsonable_python(replace_surrogates(fields), by_alias=True, fallback=_to_plain)
        return cast("dict[str, Any]", json.loads(encode_json(replace_surrogates(plain))))


def _to_plain(value: object) -> object:
    if isinstance(value, Mapping):
        return dict(cast("Mapping[object, object]", value))
    if isinstance(value, Sequence):
        return list(cast("Sequence[object]", value))
    raise TypeError(f"{type(value).__name__} has no JSON form")


def _input_of(block: object) -> object:
    if isinstance(block, Mapping):
        return cast("Mapping[str, object]", block).get("input")
    return getattr(block, "input", None)


def _repair_call(call: dict[str, Any], given: object, place: str) -> None:
    """Bring `call` into a form that the API takes back. `given` is its input as it came, `place` where it stands."""
    if isinstance(given, TruncatedInput):
        call["input"] = {UNREADABLE_INPUT: replace_surrogates(given.text)}
    elif not isinstance(call.get("input"), dict):
        call["input"] = {UNREADABLE_INPUT: json.dumps(call["input"]) if "input" in call else ""}
    if not isinstance(call.get("name"), str) or not call["name"]:
        call["name"] = _WITHOUT_NAME
    if not isinstance(call.get("id"), str) or not call["id"]:
        # The same each time that the same message is given.
        digest = sha256(json.dumps([place, call["name"], call["input"]]).encode()).hexdigest()
        call["id"] = _WITHOUT_ID + digest[:12]


def _mark_last_call(blocks: Sequence[dict[str, Any]]) -> None:
    """Mark the input of the last block, if that is a call: the response was cut off in it."""
    if blocks and blocks[-1].get("type") == "tool_use":
        last = blocks[-1]
        if last["input"].keys() != {UNREADABLE_INPUT}:
            last["input"] = {UNREADABLE_INPUT: json.dumps(last["input"])}
