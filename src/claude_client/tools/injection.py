"""`ToolContext`: parameters and fields that the program fills in, and the model neither sees nor sets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias, TypeVar, Union, cast, get_args, get_origin

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

T = TypeVar("T")

UNSET: Final = object()
"""Stands for a value that the program gives."""


@dataclass(frozen=True)
class Given:
    """The context of a run, on the way through pydantic."""

    context: object


class _Injected:
    """In the metadata of a parameter or field: its value is the context of the run.

    Where an input of the model is read, pydantic takes the value from the context and refuses one of the model's, in
    models within models too. Everywhere else the field is one like others.
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic.errors import PydanticSchemaGenerationError
        from pydantic_core import core_schema

        try:
            inner = handler(source)
        except PydanticSchemaGenerationError:
            inner = core_schema.any_schema()  # what pydantic does not know, such as a connection
        checked = core_schema.with_info_wrap_validator_function(_inject, inner)
        return core_schema.with_default_schema(checked, default=UNSET, validate_default=True)

    def __get_pydantic_json_schema__(self, schema: object, handler: object) -> Any:
        from pydantic_core import PydanticOmit

        raise PydanticOmit


def _inject(value: object, validate: Callable[[object], object], info: Any) -> object:
    from pydantic_core import PydanticCustomError, PydanticKnownError

    if isinstance(info.context, Given):
        if value is not UNSET:
            raise PydanticCustomError("injected", "The program sets this, leave it out")
        if info.context.context is not None:
            return info.context.context
    if value is UNSET:
        raise PydanticKnownError("missing")
    return validate(value)


ToolContext: TypeAlias = Annotated[T, _Injected()]
"""`ToolContext[Database]` as a parameter of a tool: it gets what `run_tools(context=...)` was given; the model neither
sees nor sets it. To type checkers it is a `Database`."""


def is_injected(hint: object) -> bool:
    """Whether `hint` is a `ToolContext`, or one beside others as in `ToolContext[Database] | None`."""
    origin = get_origin(hint)
    if origin is Annotated:
        first, *metadata = get_args(hint)
        return any(isinstance(each, _Injected) for each in metadata) or is_injected(first)
    if origin in (Union, UnionType):
        return any(map(is_injected, get_args(hint)))
    return is_injected(cast("Any", hint).__value__) if hasattr(hint, "__value__") else False


def has_marker(metadata: object) -> bool:
    """Whether pydantic found the mark of a `ToolContext` in what annotates a field."""
    return isinstance(metadata, _Injected)
