"""Typed objects made of JSON that is still arriving.

A complete value is validated as usual. Of one that is incomplete, each complete part is validated, and text is kept as
far as it has come; what is missing has its default or is None.
"""

from __future__ import annotations

import dataclasses
from functools import lru_cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, cast, get_args, get_origin

from pydantic import AliasChoices, BaseModel, RootModel, TypeAdapter
from pydantic_core import from_json, to_json
from typing_extensions import get_type_hints, is_typeddict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.fields import FieldInfo

_MISSING: Any = object()
_adapter = lru_cache(maxsize=256)(TypeAdapter[Any])


def validate_partial(adapter: TypeAdapter[Any], text: str) -> object:
    """`text`, which is the beginning of JSON, as the type of `adapter`; None where nothing of it is there yet."""
    try:
        value = from_json(text, allow_partial="trailing-strings")
    except ValueError:
        return None
    found = _read(adapter, value)
    if found is _MISSING:
        # Pydantic has no public name for it.
        found = _partial(getattr(adapter, "_type", object), value)
    return None if found is _MISSING else found


def _read(adapter: TypeAdapter[Any], value: Any) -> Any:
    """`value` as the type of `adapter`, where it is a complete one."""
    try:
        # From JSON, as the whole will be: read strictly, a date may be a string only there.
        return adapter.validate_json(to_json(value))
    except Exception:  # a validator of the type may raise anything
        return _MISSING


def _partial(type_: Any, value: Any) -> Any:
    """What there is of a `type_` in `value`; `_MISSING` for nothing."""
    while get_origin(type_) is Annotated:
        type_ = get_args(type_)[0]
    origin: Any = get_origin(type_) or type_
    if origin in (Union, UnionType):
        return _of_union(type_, value)
    if not isinstance(origin, type):
        return _whole(type_, value)
    if issubclass(origin, RootModel):
        root_model = cast("Any", origin)
        root = _partial(root_model.model_fields["root"].annotation, value)
        return _MISSING if root is _MISSING else root_model.model_construct(root)
    args = get_args(type_)
    if isinstance(value, dict):
        return _of_object(type_, origin, args, cast("dict[str, Any]", value))
    if isinstance(value, list) and origin is list and args:
        items = (_partial(args[0], item) for item in cast("list[object]", value))
        return [item for item in items if item is not _MISSING]
    return _whole(type_, value)


def _of_union(union: Any, value: Any) -> Any:
    found = _whole(union, value)
    if found is not _MISSING:
        return found
    parts = (_partial(member, value) for member in get_args(union) if not _is_no(member, value))
    return next((part for part in parts if part is not _MISSING), _MISSING)


def _is_no(member: Any, value: Any) -> bool:
    """Whether `value` does not say by its literals, such as `type`, that it is a `member`."""
    if not (isinstance(member, type) and issubclass(member, BaseModel) and isinstance(value, dict)):
        return False
    given = cast("dict[str, Any]", value)
    literals = {name: field for name, field in member.model_fields.items() if get_origin(field.annotation) is Literal}
    return any(
        given.get(_key(field, name, given), _MISSING) not in get_args(field.annotation)
        for name, field in literals.items()
    )


def _of_object(type_: Any, origin: Any, args: tuple[Any, ...], value: dict[str, Any]) -> Any:
    if issubclass(origin, BaseModel):
        fields = origin.model_fields
        found = _parts({name: (_key(field, name, value), field.annotation) for name, field in fields.items()}, value)
        empty = {name: None for name, field in fields.items() if name not in found and field.is_required()}
        return origin.model_construct(set(found), **found, **empty)
    if dataclasses.is_dataclass(origin):
        return _of_dataclass(origin, value)
    if is_typeddict(origin):
        return _parts({name: (name, hint) for name, hint in _hints(origin).items()}, value)
    if origin is dict and len(args) == 2:
        return _parts({key: (key, args[1]) for key in value}, value)
    return _whole(type_, value)


def _of_dataclass(origin: Any, value: dict[str, Any]) -> Any:
    hints = _hints(origin)
    found = _parts({name: (name, hint) for name, hint in hints.items()}, value)
    # Without `__init__`, which needs all of it.
    partial: Any = object.__new__(origin)
    for field in dataclasses.fields(origin):
        object.__setattr__(partial, field.name, found[field.name] if field.name in found else _default(field))
    return partial


def _default(field: dataclasses.Field[Any]) -> Any:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return None if field.default is dataclasses.MISSING else field.default


def _hints(origin: Any) -> dict[str, Any]:
    try:
        return get_type_hints(origin)
    except NameError:
        # Of a class within a function, whose hints name what is known there only. Then each value is as it came.
        return dict.fromkeys(origin.__annotations__, Any)


def _whole(type_: Any, value: Any) -> Any:
    return _read(_adapter(type_), value)


def _key(field: FieldInfo, name: str, value: Mapping[str, Any]) -> str:
    """The key that a field of a model has in the JSON."""
    alias = field.validation_alias
    choices = alias.choices if isinstance(alias, AliasChoices) else [alias, field.alias]
    return next((each for each in choices if isinstance(each, str) and each in value), name)


def _parts(known: Mapping[str, tuple[str, Any]], value: Mapping[str, Any]) -> dict[str, Any]:
    found = {name: _partial(type_, value[key]) for name, (key, type_) in known.items() if key in value}
    return {name: part for name, part in found.items() if part is not _MISSING}
