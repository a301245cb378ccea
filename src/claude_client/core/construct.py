"""Values built without validation, where a response has a value of another type than the facts say.

It is a walk in Python that reads each part that can be read and keeps every other as it came. `decoding` turns to it
after validation by pydantic's core has failed, and tells the log what was kept.
"""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Literal, TypeGuard, Union, cast, get_args, get_origin

from pydantic import BaseModel, ValidationError

from ..types._model import LazyType, Tagged, Unknown, adapter

_JSON: dict[type, str] = {dict: "an object", list: "a list", str: "a string", bool: "a boolean", type(None): "null"}


def mismatch(type_: Any, value: object) -> str | None:
    """What is wrong with `value` where a `type_` is an object or a list and it is not; None where nothing is."""
    expected = _kind(type_)
    if expected is None or isinstance(value, expected):
        return None
    found = _JSON.get(type(value), "a number")
    return f"{type_name(type_)}: expected {_JSON[expected]}, not {found}"


def _kind(type_: Any) -> Any:
    """What the JSON of a `type_` has to be, where it has to be an object or a list."""
    bare = _bare(type_)
    if is_model(bare):
        return dict
    origin = get_origin(bare)
    if origin in (Union, UnionType):
        kinds = {_kind(member) for member in get_args(bare)}
        return kinds.pop() if len(kinds) == 1 else None
    return origin if origin in (dict, list) else None


def construct(type_: Any, value: Any, path: str, kept: list[str]) -> Any:
    """`value` as a `type_` as far as it is one. What is not stays as it is, and its path goes to `kept`."""
    try:
        return adapter(type_).validate_python(value)
    except ValidationError:
        pass
    bare = _bare(type_)
    if is_model(bare) and isinstance(value, dict):
        return _construct_model(bare, cast("dict[str, Any]", value), path, kept)
    origin, args = get_origin(bare), get_args(bare)
    if origin is list and isinstance(value, list):
        items = enumerate(cast("list[object]", value))
        return [construct(args[0], item, f"{path}{index}.", kept) for index, item in items]
    if origin is dict and isinstance(value, dict):
        pairs = cast("dict[str, Any]", value).items()
        return {key: construct(args[1], item, f"{path}{key}.", kept) for key, item in pairs}
    if origin in (Union, UnionType):
        return _construct_member(type_, args, value, path, kept)
    return _as_it_came(type_, value, path, kept)


def _as_it_came(type_: Any, value: Any, path: str, kept: list[str]) -> Any:
    # Any string may stand where the facts list some.
    if not (get_origin(_bare(type_)) is Literal and isinstance(value, str)):
        kept.append(path.rstrip(".") or "the whole")
    return value


def _construct_model(model: type[BaseModel], value: dict[str, Any], path: str, kept: list[str]) -> BaseModel:
    values: dict[str, Any] = dict(value)
    given: set[str] = set(value)
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key in value:
            given = (given - {key}) | {name}
            if value[key] is None and field.is_required():
                continue  # as in validation, see `Model`
            values[key] = construct(field.rebuild_annotation(), value[key], f"{path}{key}.", kept)
        elif field.is_required():
            # There as None, so that reading it does not raise; not among the fields that were set.
            values[key] = None
            kept.append(f"{path}{key} (missing)")
    return model.model_construct(given, **values)


def _construct_member(union: Any, members: tuple[Any, ...], value: Any, path: str, kept: list[str]) -> Any:
    """`value` as the member of a union that it was meant to be: by its tag, else the first of the same kind."""
    tagged = next((mark for mark in getattr(union, "__metadata__", ()) if isinstance(mark, Tagged)), None)
    if tagged is not None and isinstance(value, dict):
        fields = cast("dict[str, Any]", value)
        tag = fields.get(tagged.key, tagged.default)
        member = tagged.tags(_bare(union)).get(tag) if isinstance(tag, str) else None
        if member is not None:
            return construct(member, fields, path, kept)
        kept.append(f"{path}{tagged.key}")
        return Unknown.model_construct(set(fields), **fields)
    for member in members:
        wanted = _kind(member)
        if (wanted is not None and isinstance(value, wanted)) or get_origin(_bare(member)) is Literal:
            return construct(member, value, path, kept)
    return _as_it_came(union, value, path, kept)


def _bare(type_: Any) -> Any:
    """A type without what stands around it in `Annotated`, and one that is imported late."""
    while get_origin(type_) is Annotated:
        late = next((mark for mark in type_.__metadata__ if isinstance(mark, LazyType)), None)
        type_ = late.type if late else get_args(type_)[0]
    return type_


def is_model(type_: Any) -> TypeGuard[type[BaseModel]]:
    """Whether a type is a model."""
    # Python 3.10 says of `list[str]` too that it is a class.
    return isinstance(type_, type) and get_origin(type_) is None and issubclass(type_, BaseModel)


def type_name(type_: Any) -> str:
    """The name of a type as a message shows it."""
    bare = _bare(type_)
    if isinstance(bare, type) and get_origin(bare) is None:
        return bare.__name__
    args = [type_name(member) for member in get_args(bare)]
    if get_origin(bare) is Literal:
        return "str"
    return " | ".join(args[:2]) + (" | ..." if len(args) > 2 else "") if args else str(bare)
