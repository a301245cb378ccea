"""Small things of the official package's inner modules that other packages import: guards, aliases of types, glue."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import IO, Any, TypeAlias, TypeGuard, TypeVar

import httpx
from pydantic import BaseModel

from ..core.construct import construct
from ..streaming.accumulate import MessageAccumulator
from ..types import Message, ToolResultBlockParamContent
from ..types.request_options import Omit, left_out
from ..types.uploads import FileTypes

PYDANTIC_V1 = False
PYDANTIC_V2 = True

Headers: TypeAlias = "Mapping[str, str | Omit]"
Query: TypeAlias = Mapping[str, object]
Body: TypeAlias = object
AnyMapping: TypeAlias = Mapping[str, object]
Base64FileInput: TypeAlias = "IO[bytes] | os.PathLike[str]"
RequestFiles: TypeAlias = "Mapping[str, FileTypes] | Sequence[tuple[str, FileTypes]]"
SequenceNotStr = Sequence
BetaFunctionToolResultType: TypeAlias = "str | Iterable[ToolResultBlockParamContent]"
Transport: TypeAlias = httpx.BaseTransport
ProxiesTypes: TypeAlias = "str | httpx.Proxy"

ResponseT = TypeVar("ResponseT")
ModelT = TypeVar("ModelT", bound=BaseModel)
M = TypeVar("M", bound=BaseModel)

cached_property = functools.cached_property
lru_cache: Any = functools.lru_cache


class PropertyInfo:
    """What older official versions annotate parameters with; ours need none."""

    def __init__(self, **told: object) -> None:
        self.__dict__.update(told)


def is_given(value: object) -> bool:
    """Whether `value` is something else than `NOT_GIVEN` or `omit`."""
    return not left_out(value)


def is_dict(value: object) -> TypeGuard[dict[object, object]]:
    """Whether `value` is a dictionary."""
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[object]]:
    """Whether `value` is a list."""
    return isinstance(value, list)


def is_tuple(value: object) -> TypeGuard[tuple[object, ...]]:
    """Whether `value` is a tuple."""
    return isinstance(value, tuple)


def is_mapping(value: object) -> TypeGuard[Mapping[str, object]]:
    """Whether `value` is a mapping."""
    return isinstance(value, Mapping)


def is_sequence(value: object) -> TypeGuard[Sequence[object]]:
    """Whether `value` is a sequence."""
    return isinstance(value, Sequence)


def is_iterable(value: object) -> TypeGuard[Iterable[object]]:
    """Whether `value` can be iterated."""
    return isinstance(value, Iterable)


def maybe_transform(data: ResponseT, expected_type: object) -> ResponseT:
    """`data`: parameters need no change of names here."""
    del expected_type
    return data


async def async_maybe_transform(data: ResponseT, expected_type: object) -> ResponseT:
    """`data`, as `maybe_transform` gives it."""
    return maybe_transform(data, expected_type)


def json_safe(value: object) -> object:
    """`value` with mappings and iterables turned into dictionaries and lists, and times into text."""
    if is_mapping(value):
        return {json_safe(key): json_safe(each) for key, each in value.items()}
    if is_iterable(value) and not isinstance(value, (str, bytes, bytearray)):
        return [json_safe(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value


def model_dump(model: BaseModel, **options: Any) -> dict[str, Any]:
    """`model.model_dump()`."""
    return model.model_dump(**options)


def model_json(model: BaseModel, *, indent: int | None = None) -> str:
    """`model.model_dump_json()`."""
    return model.model_dump_json(indent=indent)


def model_copy(model: M, *, deep: bool = False) -> M:
    """`model.model_copy()`."""
    return model.model_copy(deep=deep)


def parse_obj(model: type[M], value: object) -> M:
    """`model.model_validate(value)`."""
    return model.model_validate(value)


def construct_type(*, type_: Any, value: object, metadata: Any = None) -> Any:
    """`value` as a `type_`, without validation where it does not fit."""
    del metadata
    return construct(type_, value, "", [])


def build(base_model_cls: type[M], **fields: Any) -> M:
    """A model of `fields`, without validation."""
    return base_model_cls.model_construct(**fields)


def accumulate_event(*, event: Any, current_snapshot: Message | None = None, **_: Any) -> Message:
    """The message that `current_snapshot` becomes by one more `event` of a stream.

    Raises:
        RuntimeError: The first event is no `message_start`.
    """
    # Pydantic's place for what is no field, so that the message and what makes it go together.
    beside: dict[str, Any] = getattr(current_snapshot, "__pydantic_private__", None) or {}
    accumulator: MessageAccumulator = beside.get("_accumulator") or MessageAccumulator()
    accumulator.add(event)
    message = accumulator.message
    if message is None:
        raise RuntimeError(f"an event of type {event.type} came before message_start")
    object.__setattr__(message, "__pydantic_private__", {"_accumulator": accumulator})
    return message


def files_from_dir(directory: str | os.PathLike[str]) -> list[tuple[str, bytes]]:
    """The files below a folder as `skills.create(files=...)` takes them, named from the folder on."""
    root = Path(os.fspath(directory))
    return [
        (path.relative_to(root.parent).as_posix(), path.read_bytes())
        for path in sorted(root.rglob("*"))
        if path.is_file()
    ]


async def async_files_from_dir(directory: str | os.PathLike[str]) -> list[tuple[str, bytes]]:
    """The same, read in a thread."""
    from anyio import to_thread

    return await to_thread.run_sync(files_from_dir, directory)
