"""What a tool gave, as the API takes it: text, blocks, or an error for the model to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, cast

from ..errors import ClaudeError

if TYPE_CHECKING:
    from ..types import ToolResultBlockParam, ToolUseBlock

_BLOCKS: Final = frozenset({"text", "image", "document", "search_result", "tool_reference", "browser_state"})
"""The types of blocks that a result may hold."""


class ToolAbort(ClaudeError):
    """Raised by a tool, or by `approve`: the run ends, and this comes out of it. Other errors go to the model."""


class ToolError(ClaudeError):
    """Raised by a tool to tell the model of an error in its own words, or in blocks; other exceptions are told too."""

    content: object
    """What the model gets: anything that a tool can give."""

    def __init__(self, content: object) -> None:
        super().__init__(content)
        self.content = content


def result_block(call: ToolUseBlock, value: object) -> ToolResultBlockParam:
    """The result of `call`: a text as it is, content blocks as blocks, and any other value as JSON.

    Raises:
        TypeError: The value has no JSON form.
    """
    block: ToolResultBlockParam = {"type": "tool_result", "tool_use_id": call.id}
    if value is not None:
        block["content"] = _content(value)
    return _of_toolset(call, block)


def error_block(call: ToolUseBlock, error: Exception) -> ToolResultBlockParam:
    """The result of a `call` that failed."""
    if isinstance(error, ToolError):
        try:
            block = result_block(call, error.content)
        except TypeError as unsendable:
            return refusal_block(call, str(unsendable))
        block["is_error"] = True
        return block
    return refusal_block(call, _text(error))


def refusal_block(call: ToolUseBlock, reason: str) -> ToolResultBlockParam:
    """The result of a `call` that was not made, or not brought to its end."""
    return _of_toolset(
        call, {"type": "tool_result", "tool_use_id": call.id, "content": _encodable(reason), "is_error": True}
    )


def _of_toolset(call: ToolUseBlock, block: ToolResultBlockParam) -> ToolResultBlockParam:
    if call.toolset_name is not None:
        block["toolset_name"] = call.toolset_name
    return block


def _text(error: Exception) -> str:
    import pydantic

    if isinstance(error, pydantic.ValidationError):
        problems = error.errors(include_url=False, include_context=False, include_input=False)
        told = (f"{'.'.join(map(str, each['loc'])) or 'input'}: {each['msg']}" for each in problems)
        return f"The input does not fit: {'; '.join(told)}"
    said = str(error)
    return f"{type(error).__name__}: {said}" if said else type(error).__name__


def _content(value: object) -> Any:
    kind = type(value).__name__
    if isinstance(value, str):
        return _encodable(value)
    if _is_block(value):
        return [value]
    if isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray)):
        items = cast("Sequence[object]", value)
        if any(map(_is_block, items)) and all(isinstance(item, str) or _is_block(item) for item in items):
            return [{"type": "text", "text": _encodable(item)} if isinstance(item, str) else item for item in items]
    from pydantic_core import PydanticSerializationError, to_json

    try:
        return to_json(value, by_alias=True, fallback=_plain).decode()
    except (PydanticSerializationError, TypeError) as error:
        raise TypeError(f"the tool gave a {kind}, which has no JSON form") from error


def _plain(value: object) -> object:
    """What the serializer does not know: any other sequence or mapping than its own."""
    if isinstance(value, Mapping):
        return dict(cast("Mapping[object, object]", value))
    if isinstance(value, Sequence):
        return list(cast("Sequence[object]", value))
    raise TypeError(type(value).__name__)


def _is_block(value: object) -> bool:
    return isinstance(value, Mapping) and cast("Mapping[str, object]", value).get("type") in _BLOCKS


def _encodable(text: str) -> str:
    """`text` without halves of surrogate pairs, which no request can hold."""
    return text.encode("utf-8", "replace").decode() if not text.isascii() else text
