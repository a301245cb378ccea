"""Values put into the form in which the API returns them, by the package's own response types.

What a client sent is most of what it gets back, but not all: a response has fields that a request may leave out, and
lacks those that are secret. `fill` makes one of the other. A field that the response type does not name is dropped, so
a secret that the API never shows again is not even kept.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, Union, cast, get_args, get_origin

from pydantic import BaseModel

from .. import types
from ..types._model import Model, OpenModel, build_model
from .json_utils import Object

MISSING: Final = object()


class NoValue(LookupError):
    """A field has to have a value, and nothing says which."""


@functools.cache
def response_type(name: str) -> type[Model]:
    """A response type of the package, by its name."""
    return build_model(cast("type[Model]", getattr(types, name)))


@functools.cache
def param_type(name: str) -> Any:
    """A parameter type of the package, by its name; None where the operation has no such parameters."""
    return getattr(types, name, None)


def field_types(model: type[BaseModel]) -> dict[str, Any]:
    """The fields of a response type under the API's names, each with its type."""
    return {field.alias or name: field.annotation for name, field in model.model_fields.items()}


def fill(model: type[Model], value: Mapping[str, Any], omit: Sequence[str] = (), *, zeros: bool = False) -> Object:
    """The object of type `model` that has what `value` says.

    Args:
        value: Its fields, those that the type does not have among them.
        omit: Fields that are left out where they have no value, and not null.
        zeros: Whether a number that nothing is said of is 0.

    Raises:
        NoValue: The type needs a field that is not in `value` and has no obvious value.
    """
    filled: Object = {}
    for name, annotation in field_types(build_model(model)).items():
        given = value.get(name, MISSING)
        if name in omit and (given is MISSING or given is None):
            continue
        tags = _tags(annotation) if name == "type" else ()
        if given is MISSING and len(tags) == 1:
            filled[name] = tags[0]
            continue
        try:
            filled[name] = _fill(annotation, given, omit, zeros=zeros)
        except NoValue as error:
            raise NoValue(f"{name}.{error}" if str(error) else name) from None
    if issubclass(model, OpenModel):
        filled = {**value, **filled}
    return filled


def is_plain_container(annotation: Any) -> bool:
    """Whether the values of a type are lists, or objects of any names, which an empty one takes the place of."""
    return get_origin(_members(annotation)[0]) in (list, dict)


def is_nullable(annotation: Any) -> bool:
    """Whether null is a value of a type."""
    return any(member is NoneType for member in _members(annotation))


def _members(annotation: Any) -> list[Any]:
    """The members of a union, or the type itself."""
    if get_origin(annotation) is Annotated:
        return _members(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return [inner for member in get_args(annotation) for inner in _members(member)]
    return [annotation]


def _fill(annotation: Any, value: Any, omit: Sequence[str], *, zeros: bool) -> Any:
    members = _members(annotation)
    if value is MISSING or value is None:
        return _empty(members, omit, zeros=zeros)
    models = [member for member in members if _is_model(member)]
    if isinstance(value, dict) and models:
        given = cast("Object", value)
        return fill(_choose_model(models, given), given, omit, zeros=zeros)
    lists = [member for member in members if get_origin(member) is list]
    if isinstance(value, list) and lists:
        (item,) = get_args(lists[0])
        return [_fill(item, each, omit, zeros=zeros) for each in cast("Sequence[Any]", value)]
    return cast("Any", value)


def _empty(members: list[Any], omit: Sequence[str], *, zeros: bool) -> Any:
    """The value of a field that nothing is said of."""
    if NoneType in members:
        return None
    first = members[0]
    if get_origin(first) is list:
        return []
    if get_origin(first) is dict:
        return {}
    if get_origin(first) is Literal and len(get_args(first)) == 1:
        return get_args(first)[0]
    if _is_model(first):
        return fill(first, {}, omit, zeros=zeros)
    if first is bool:
        return False
    if zeros and first in (int, float):
        return 0
    raise NoValue


def _choose_model(models: list[type[Model]], value: Object) -> type[Model]:
    """The member of a union that a value is of, which its `type` says."""
    for model in models:
        if value.get("type") in _tags(field_types(build_model(model)).get("type")):
            return model
    return models[0]


def _tags(annotation: Any) -> tuple[Any, ...]:
    """What a `type` may say."""
    return tuple(tag for member in _members(annotation) if get_origin(member) is Literal for tag in get_args(member))


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and get_origin(annotation) is None and issubclass(annotation, Model)
