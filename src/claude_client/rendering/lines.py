"""The `repr` of what the API returns: one line, with what it is looked up for in front and long values shortened."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from itertools import islice
from typing import Any, cast

LINE_CHARACTERS = 400
"""About as long as a line gets."""
TEXT_CHARACTERS = 60
"""As much of a text as is shown."""
_ITEMS = 3
_DEPTH = 2

_SECRET = re.compile(r"(?:token|secret|password|private_key|api_key)$")
_OPAQUE = re.compile(r"^(?:signature|data|encrypted_\w+)$")

Fields = Iterable[tuple[str, object]]


def line(value: Any) -> str:
    """One line for a model, or for anything else that has fields."""
    return _line(value, 0)


def call(name: str, fields: Fields, depth: int = 0) -> str:
    """`name(field=value, ...)`, which ends in an ellipsis where it gets too long."""
    written: list[str] = []
    left = LINE_CHARACTERS >> depth
    for field, value in fields:
        text = f"{field}={_field(field, value, depth)}"
        left -= len(text)
        if left < 0 and written:
            written.append("…")
            break
        written.append(text)
    return f"{name}({', '.join(written)})"


def shorten(text: str, characters: int = TEXT_CHARACTERS) -> str:
    """`text` cut where it gets long."""
    return text if len(text) <= characters else f"{text[: characters - 1]}…"


def fields_of(model: Any) -> Iterator[tuple[str, Any]]:
    """The fields of a model that say something, in their order, then those that are unknown here."""
    known = cast("Mapping[str, Any]", type(cast("object", model)).model_fields)  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]  # of any model
    extra = cast("Mapping[str, Any]", getattr(model, "model_extra", None) or {})
    values = cast("Mapping[str, Any]", vars(model))
    names = [name for name in known if name in values]
    # What a known class says by its `type` is in the name of the class.
    tag = "type" if "type" in known else None
    yield from ((name, values[name]) for name in names if values[name] is not None and name != tag)
    yield from ((name, value) for name, value in extra.items() if value is not None)


def is_model(value: object) -> bool:
    """Whether `value` is a model of pydantic."""
    return hasattr(type(value), "model_fields")


def class_names(value: object) -> list[str]:
    """The names of the classes that `value` is of, the closest first; of `Page[ModelInfo]` as `Page`."""
    return [cls.__name__.partition("[")[0] for cls in type(value).__mro__]


def counts(model: object) -> list[tuple[str, int]]:
    """The fields of a model that are numbers other than 0."""
    found = fields_of(model) if is_model(model) else ()
    return [(name, value) for name, value in found if isinstance(value, int) and value]


def _line(value: Any, depth: int) -> str:
    for name in class_names(value):
        if name in _WORTH_A_LINE:
            try:
                return call(type(value).__name__, _WORTH_A_LINE[name](value), depth)
            except (AttributeError, TypeError):
                break  # a response that is not what the API gives
    return call(type(value).__name__, fields_of(value), depth)


def _field(name: str, value: object, depth: int) -> str:
    if isinstance(value, str) and (_SECRET.search(name) or (_OPAQUE.match(name) and len(value) > TEXT_CHARACTERS)):
        return f"<{len(value)} characters>"
    return _short(value, depth)


def _short(value: Any, depth: int) -> str:
    if isinstance(value, str):
        return repr(shorten(value))
    if isinstance(value, datetime):
        return f"'{value.isoformat(' ', 'seconds')}'"
    if isinstance(value, (bytes, bytearray)):
        return f"<{len(value)} bytes>"
    if is_model(value):
        return _line(value, depth + 1) if depth < _DEPTH else f"{type(value).__name__}(…)"
    if isinstance(value, Mapping):
        pairs = cast("Mapping[object, object]", value).items()
        written = (f"{_short(key, depth)}: {_field(str(key), item, depth + 1)}" for key, item in pairs)
        return _several("{}", written, len(pairs), depth)
    if isinstance(value, (list, tuple)):
        items = cast("list[object]", value)
        return _several("[]", (_short(item, depth + 1) for item in items), len(items), depth)
    return shorten(repr(value))


def _several(brackets: str, items: Iterable[str], number: int, depth: int) -> str:
    if number and depth > _DEPTH:
        return f"{brackets[0]}…{brackets[1]}"
    shown = list(islice(items, _ITEMS))
    if number > _ITEMS:
        shown.append(f"… {number - _ITEMS:,} more")
    return f"{brackets[0]}{', '.join(shown)}{brackets[1]}"


# ---- what is looked for first ---------------------------------------------------------------------------


def _message(message: Any) -> Iterator[tuple[str, object]]:
    yield from _those(message, "id", "model", "stop_reason")
    if message.text:
        yield "text", message.text
    if message.tool_calls:
        yield "tool_calls", [block.name for block in message.tool_calls]
    others = [block.type for block in message.content if block.type not in ("text", "tool_use")]
    if others:
        yield "other_blocks", others
    if type(message).__name__.startswith("ParsedMessage"):
        name = "parsed_output" if message.parse_error is None else "parse_error"
        yield name, getattr(message, name)
    yield from _tokens(message.usage)


def _tokens(usage: Any) -> Iterator[tuple[str, object]]:
    yield from _those(usage, "input_tokens", "cache_read_input_tokens", "cache_creation_input_tokens", "output_tokens")


def _usage(usage: Any) -> Iterator[tuple[str, object]]:
    yield from _tokens(usage)
    told = {"input_tokens", "cache_read_input_tokens", "cache_creation_input_tokens", "output_tokens"}
    yield from (
        (name, value) for name, value in fields_of(usage) if name not in told and (not is_model(value) or counts(value))
    )


def _page(page: Any) -> Iterator[tuple[str, object]]:
    yield "data", _Items(page.data)
    yield from _those(page, "has_more", "next_page")


def _batch(batch: Any) -> Iterator[tuple[str, object]]:
    yield from _those(batch, "id", "processing_status")
    yield from counts(batch.request_counts)
    yield from _those(batch, "created_at", "ended_at")


def _result(result: Any) -> Iterator[tuple[str, object]]:
    yield "custom_id", result.custom_id
    yield "result", result.result.type
    if result.message is not None:
        yield "message", result.message
    elif (error := getattr(result.result, "error", None)) is not None:
        yield "error", getattr(error, "error", error)


def _model_info(model: Any) -> Iterator[tuple[str, object]]:
    yield from _those(model, "id", "display_name", "created_at", "max_input_tokens", "max_tokens")


def _those(model: Any, *names: str) -> Iterator[tuple[str, object]]:
    for name in names:
        value = getattr(model, name, None)
        if value is not None and not (value == 0 and name.endswith("input_tokens") and name != "input_tokens"):
            yield name, value


class _Items:
    """A list that shows how many of what are in it, and which comes first."""

    def __init__(self, items: list[Any]) -> None:
        self._items = items

    def __repr__(self) -> str:
        if not self._items:
            return "[]"
        first = self._items[0]
        name = next((getattr(first, key) for key in ("id", "name") if isinstance(getattr(first, key, None), str)), None)
        told = f", from {shorten(name)!r}" if name else ""
        return f"[{len(self._items):,} {type(first).__name__}{told}]"


_WORTH_A_LINE: Mapping[str, Callable[[Any], Fields]] = {
    "AnyMessage": _message,
    "Usage": _usage,
    "_AnyPage": _page,
    "MessageBatch": _batch,
    "AnyBatchResponse": _result,
    "ModelInfo": _model_info,
}
