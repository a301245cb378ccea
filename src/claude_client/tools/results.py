"""What a tool returned, in the form that the API takes: text, content blocks, or an error for the model to read."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

from ..errors import ClaudeError

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from ..types import ToolResultBlockParam, ToolUseBlock

_BLOCKS: Final = frozenset({"text", "image", "document", "search_result", "tool_reference", "browser_state"})
"""The types of blocks that a result may hold."""


class ToolAbort(ClaudeError):
    """Raised by a tool, or by `approve`: the run ends, and this comes out of it. Other errors go to the model."""


class ToolError(ClaudeError):
    """Raised by a tool to tell the model of an error in its own words, or in blocks; other exceptions are told too."""

    content: object
    """What the model gets: anything that a tool can return."""

    def __init__(self, content: object) -> None:
        super().__init__(content)
        self.content = content


def result_block(call: ToolUseBlock, value: object) -> ToolResultBlockParam:
    """The result of `call`: text as it is, content blocks as blocks, and any other value as JSON.

    Raises:
        TypeError: The value has no JSON form.
    """
    block: ToolResultBlockParam = {"type": "tool_result", "tool_use_id": call.id}
    # The API refuses empty text blocks; a result without content says the same.
    if content := _to_content(value):
        block["content"] = content
    return _for_toolset(call, block)


def error_block(call: ToolUseBlock, error: BaseException) -> ToolResultBlockParam:
    """The result of a `call` that failed."""
    if not isinstance(error, ToolError):
        return refusal_block(call, describe_error(error))
    try:
        block = result_block(call, error.content)
    except TypeError as unsendable:
        return refusal_block(call, str(unsendable))
    # The API refuses an error without content, and one with anything but text in it.
    given = block.get("content", "The tool failed and gave no reason.")
    block["content"] = given if isinstance(given, str) else [_to_text_block(each) for each in given]
    block["is_error"] = True
    return block


def _to_text_block(block: Any) -> Any:
    """`block` where it is text; in the place of any other its words, or what is left out."""
    if block["type"] == "text":
        return block
    source = cast("Mapping[str, object]", block.get("source") or {})
    if source.get("type") == "text":
        return {"type": "text", "text": source["data"]}
    return {"type": "text", "text": f"(Something is left out here: an error takes text, and no {block['type']}.)"}


def refusal_block(call: ToolUseBlock, reason: str) -> ToolResultBlockParam:
    """The result of a `call` that was not made, or not completed."""
    return _for_toolset(
        call, {"type": "tool_result", "tool_use_id": call.id, "content": replace_surrogates(reason), "is_error": True}
    )


def _for_toolset(call: ToolUseBlock, block: ToolResultBlockParam) -> ToolResultBlockParam:
    if call.toolset_name is not None:
        block["toolset_name"] = call.toolset_name
    return block


def describe_error(error: BaseException) -> str:
    """What the model reads of an exception. It never raises, whatever the exception's own methods do."""
    import pydantic

    if isinstance(error, pydantic.ValidationError):
        problems = error.errors(include_url=False, include_context=False, include_input=False)
        told = (f"{'.'.join(map(str, each['loc'])) or 'input'}: {each['msg']}" for each in problems)
        return f"The input does not fit: {'; '.join(told)}"
    try:
        text = str(error)
    except Exception:  # of a class that a tool brought along
        text = ""
    return f"{type(error).__name__}: {text}" if text else type(error).__name__


def _to_content(value: object) -> Any:
    if value is None:
        return None
    if isinstance(value, str):
        return replace_surrogates(value) if value.strip() else None
    if _is_block(value):
        return _clean_blocks([value])
    items = _items_of(value)
    if not all(isinstance(item, str) for item in items):
        blocks = [{"type": "text", "text": item} if isinstance(item, str) else item for item in items]
        if all(map(_is_block, blocks)):
            return _clean_blocks(blocks)
    return _to_json(value)


def _items_of(value: object) -> Sequence[object]:
    is_list = isinstance(value, Sequence) and not isinstance(value, (bytes, bytearray))
    return cast("Sequence[object]", value) if is_list else ()


def _clean_blocks(blocks: Sequence[object]) -> list[Any]:
    """`blocks` without empty text, which the API refuses."""
    kept = [cast("dict[str, Any]", replace_surrogates(block)) for block in blocks]
    return [block for block in kept if block["type"] != "text" or block["text"].strip()]


def _to_json(value: object) -> str:
    from pydantic_core import to_json, to_jsonable_python

    try:
        return to_json(value, by_alias=True, fallback=_to_plain).decode()
    except Exception as error:  # a serializer of the value's own may raise anything
        cause = error
    try:
        # Half of a surrogate pair somewhere in it.
        # pydantic keeps one in a value and stumbles over one in a key.
        plain = to_jsonable_python(replace_surrogates(value), by_alias=True, fallback=_to_plain)
        return to_json(replace_surrogates(plain)).decode()
    except Exception:
        raise TypeError(f"the tool returned a {type(value).__name__}, which has no JSON form") from cause


def _to_plain(value: object) -> object:
    """What the serializer does not know: any other sequence or mapping than its own."""
    if isinstance(value, Mapping):
        return dict(cast("Mapping[object, object]", value))
    if isinstance(value, Sequence):
        return list(cast("Sequence[object]", value))
    raise TypeError(type(value).__name__)


def _is_block(value: object) -> bool:
    """Whether the API takes `value` as a block. Data often has a key `type` too, and has to stay data."""
    kind = cast("Mapping[object, object]", value).get("type") if isinstance(value, Mapping) else None
    if not isinstance(kind, str) or kind not in _BLOCKS:
        return False
    from pydantic import ValidationError

    try:
        _block_adapter().validate_python(dict(cast("Mapping[object, object]", value)))
    except ValidationError:
        return False
    source: object = cast("Mapping[str, object]", value).get("source")
    return not isinstance(source, Mapping) or _is_source(cast("Mapping[str, object]", source))


def _is_source(source: Mapping[str, Any]) -> bool:
    """Whether the API reads a source of these types; the types alone do not tell a file from its name."""
    kind = source["type"]
    if kind == "base64":
        data = source["data"]
        # Anything else is a file, which is read when the request is made.
        return not isinstance(data, str) or _is_base64(data)
    if kind == "url":
        return bool(source["url"].lower().startswith(("https://", "http://")))
    if kind == "file":
        return bool(source["file_id"])
    return kind != "text" or bool(source["data"].strip())


def _is_base64(text: str) -> bool:
    try:
        return bool(b64decode(text, validate=True))
    except ValueError:
        return False


@cache
def _block_adapter() -> TypeAdapter[Any]:
    from pydantic import ConfigDict, TypeAdapter

    from ..types import ToolResultBlockParamContent

    # The API refuses a block with a field that it does not know.
    return TypeAdapter(ToolResultBlockParamContent, config=ConfigDict(extra="forbid", strict=True))


def replace_surrogates(value: Any) -> Any:
    """`value` with `?` for each half of a surrogate pair in its texts, as no request can hold one."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "replace").decode()
    if isinstance(value, Mapping):
        items = cast("Mapping[object, object]", value).items()
        return {replace_surrogates(key): replace_surrogates(each) for key, each in items}
    if isinstance(value, (list, tuple)):
        return [replace_surrogates(each) for each in cast("Sequence[object]", value)]
    return value
