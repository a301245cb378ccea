"""What happens to the parameters of a message before they are sent, alone or in a batch.

Messages of the API are reduced to what it takes back, and the schema of structured output is added. A model that will
go away causes a warning, and what an API version no longer takes an error before anything is sent.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from ..types._model_facts import END_OF_LIFE, TOKENS_IN_ONE_PIECE
from ..types._sending import message_type, sendable_blocks, sendable_content

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..core.structured import OutputFormat, OutputReader

T = TypeVar("T")

SAMPLING_REMOVED_IN: Final = "2026-10-21"

# As many tokens as the API makes in an hour at the least; https://platform.claude.com/docs/en/build-with-claude/streaming
_TOKENS_PER_HOUR: Final = 128_000
_LONG_SECONDS: Final = 600.0

# From `warnings.warn` to the line that made the call: this function, the method, the function that binds it.
_TO_THE_CALLER: Final = 4


def prepare_params(params: Mapping[str, Any]) -> dict[str, Any]:
    """`params` in which messages of the API are reduced to what it takes back."""
    messages, kind = params["messages"], cast("type[object]", type(params["messages"]))
    if kind is not list and isinstance(messages, (str, bytes, Mapping, message_type())):
        raise TypeError('invalid messages: expected a list, such as [{"role": "user", "content": "..."}]')
    sent = {**params, "messages": [_prepare_turn(message) for message in messages]}
    if params.get("tools"):
        sent["tools"] = _tools(params["tools"])
    return sent


def _prepare_turn(message: Any) -> object:
    kind = cast("type[object]", type(message))
    if kind is dict and type(message.get("content")) is str:
        return cast("object", message)  # as most are; what comes from the API is told by slower means
    if isinstance(message, message_type()):
        return {"role": message.role or "assistant", "content": sendable_content(message)}
    if isinstance(message, Mapping) and "content" in message:
        fields = cast("Mapping[str, object]", message)
        content = fields["content"]
        return fields if isinstance(content, str) else {**fields, "content": sendable_blocks(content)}
    return cast("object", message)


def _tools(given: Iterable[object]) -> list[object]:
    # Callers without a type checker.
    value = cast("object", given)
    if isinstance(value, (str, bytes, Mapping)) or not isinstance(value, Iterable):
        raise TypeError(f"invalid tools: expected a list of tools, not {type(given).__name__}")
    tools = list(given)
    if all(isinstance(each, Mapping) for each in tools):
        return tools
    from ..tools import to_params

    return [*to_params(tools)]


def apply_output_format(
    output_format: OutputFormat[T] | None, params: dict[str, Any]
) -> tuple[dict[str, Any], OutputReader[T] | None]:
    """`params` that ask for output of this type, and its reader. Without a type, nothing changes."""
    if output_format is None:
        return params, None
    from ..core.structured import reader, with_schema

    reads = reader(output_format)
    return with_schema(params, reads), reads


def warn_if_deprecated(model: object) -> None:
    """Warn of a model that will go away, or has gone; called by a method for the code that called it."""
    day = END_OF_LIFE.get(model) if isinstance(model, str) else None
    if day is not None:
        text = f"the model {model!r} is deprecated and served until {day}: client.models.list() has its successors"
        warnings.warn(text, DeprecationWarning, stacklevel=_TO_THE_CALLER)


def may_take_long(params: Mapping[str, Any]) -> bool:
    """Whether the response may take more than ten minutes, so that it has to be streamed."""
    max_tokens: object = params["max_tokens"]
    if not isinstance(max_tokens, int):
        return False
    in_one_piece = TOKENS_IN_ONE_PIECE.get(str(params["model"]), max_tokens)
    return max_tokens > in_one_piece or 3600 * max_tokens / _TOKENS_PER_HOUR > _LONG_SECONDS


# ---- what an API version no longer takes -------------------------------------------------------------------


def make_version_check(*named_params: tuple[str, Mapping[str, Any]]) -> Callable[[str], None]:
    """A check of these parameters, each set with the text that its names begin with, against an API version."""
    return partial(_check_version, named_params)


def _check_version(named_params: Sequence[tuple[str, Mapping[str, Any]]], version: str) -> None:
    # Versions are dates, so they compare as texts.
    if version < SAMPLING_REMOVED_IN:
        return
    for prefix, params in named_params:
        for what in _find_removed(params):
            raise ValueError(f"{prefix}{what}: API version {version} does not take it, api_version='2023-06-01' does")


def _find_removed(params: Mapping[str, Any]) -> Iterator[str]:
    """What stands in `params` that API version 2026-10-21 refuses.

    API: https://platform.claude.com/docs/en/api/versioning
    """
    yield from (name for name in ("temperature", "top_p", "top_k") if params.get(name) is not None)
    for number, message in enumerate(params["messages"]):
        role, content = _of(message, "role"), _of(message, "content")
        for where, block in _blocks(f"messages[{number}].content", content):
            if role == "assistant" and _of(block, "type") == "document":
                yield f"{where} (a document in an assistant message)"
            if role == "user":
                yield from _find_cited(where, block)


def _find_cited(where: str, block: object) -> Iterator[str]:
    if _of(block, "type") == "text" and _of(block, "citations"):
        yield f"{where}.citations (on a text block of a user message)"
    if _of(block, "type") == "search_result":
        for inner_where, inner in _blocks(f"{where}.content", _of(block, "content")):
            if _of(inner, "citations"):
                yield f"{inner_where}.citations (on a text block of a search result)"


def _blocks(where: str, content: object) -> Iterator[tuple[str, object]]:
    if isinstance(content, Sequence) and not isinstance(content, str):
        yield from ((f"{where}[{i}]", block) for i, block in enumerate(cast("Sequence[object]", content)))


def _of(value: object, key: str) -> object:
    if isinstance(value, Mapping):
        return cast("Mapping[str, object]", value).get(key)
    return getattr(value, key, None)
