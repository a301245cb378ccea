"""From the bytes of an answer to its typed value.

The way there is pydantic's Rust core, and nothing that the API may add stops it: what is new is kept. Only where a
value has another type than the facts say is the answer built a second time, by a walk in Python that keeps each such
value as it came and tells of it in the log, once of each field of a type. Read strictly, all of that is an error.
"""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Callable, Iterator
from types import UnionType
from typing import Annotated, Any, Final, Literal, TypeGuard, TypeVar, Union, cast, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import from_json

from ..types._model import LazyType, OpenModel, Tagged, Unknown, adapter, built

T = TypeVar("T")

logger: logging.Logger = logging.getLogger("claude_client")


class DecodeError(ValueError):
    """The bytes are no JSON, JSON of another kind, or, read strictly, say something that this version does not know."""


def decode(type_: type[T], data: bytes | str, *, strict: bool = False) -> T:
    """`data`, which is JSON, as a `type_`.

    Args:
        type_: A model, or any type that pydantic can read, such as a union of models.
        strict: Refuse unknown fields, unknown members of unions, unknown values of enums and values of a wrong type.

    Raises:
        DecodeError: It is no JSON, or JSON of another kind (`[]` for an object); with `strict`, anything unforeseen.
    """
    if strict:
        return _strictly(type_, data)
    validate = _validators.get(type_) or _validator(type_)
    try:
        return cast("T", validate(data) if len(data) < _LARGE else _undisturbed(validate, data))
    except ValidationError as error:
        return _leniently(type_, data, error)


_LARGE: Final = 64 * 1024


def _undisturbed(validate: Callable[[bytes | str], Any], data: bytes | str) -> Any:
    """What `validate` makes of much data, without the garbage collector looking at it again and again meanwhile.

    It comes by every few hundred objects, and finds nothing among those that have just been made: of the time that a
    page of 1,000 items takes, that is a third.
    """
    if not gc.isenabled():
        return validate(data)
    gc.disable()
    try:
        return validate(data)
    finally:
        gc.enable()


_validators: dict[Any, Callable[[bytes | str], Any]] = {}


def _validator(type_: Any) -> Callable[[bytes | str], Any]:
    if _is_model(type_):
        _validators[type_] = built(type_).__pydantic_validator__.validate_json
    else:
        _validators[type_] = adapter(type_).validator.validate_json
    return _validators[type_]


# ---- strict -------------------------------------------------------------------------------------------------


def _strictly(type_: type[T], data: bytes | str) -> T:
    try:
        value = adapter(type_).validate_json(data, strict=True)
    except ValidationError as error:
        raise DecodeError(_name(type_) + ": " + "; ".join(_problems(error))) from None
    if unknown := ", ".join(_unknown_fields(value, "")):
        raise DecodeError(f"{_name(type_)}: unknown fields: {unknown}")
    return cast("T", value)


def _problems(error: ValidationError) -> Iterator[str]:
    # Names the place and what is wrong with it, never the value: an answer may hold what must not be logged.
    for problem in error.errors(include_url=False, include_input=False, include_context=False):
        place = ".".join(map(str, problem["loc"]))
        yield f"{place}: {problem['msg']}" if place else problem["msg"]


def _unknown_fields(value: object, path: str) -> Iterator[str]:
    if isinstance(value, BaseModel):
        if not isinstance(value, OpenModel):
            yield from (f"{path}{name}" for name in value.model_extra or ())
        for name, inner in vars(value).items():
            yield from _unknown_fields(inner, f"{path}{name}.")
    elif isinstance(value, list):
        for index, inner in enumerate(cast("list[object]", value)):
            yield from _unknown_fields(inner, f"{path}{index}.")
    elif isinstance(value, dict):
        for key, inner in cast("dict[str, object]", value).items():
            yield from _unknown_fields(inner, f"{path}{key}.")


# ---- lenient ------------------------------------------------------------------------------------------------


def _leniently(type_: type[T], data: bytes | str, error: ValidationError) -> T:
    try:
        value: object = from_json(data)
    except ValueError as broken:
        raise DecodeError(f"no JSON: {broken}") from None
    wanted = _kind(type_)
    if wanted is not None and not isinstance(value, wanted):
        there = _JSON.get(type(value), "a number")
        raise DecodeError(f"{_name(type_)}: {_JSON[wanted]} was expected, not {there}")
    kept: list[str] = []
    built = _construct(type_, value, "", kept)
    if not kept:
        # What fails as a whole and in none of its parts would go unnoticed.
        kept = list(_problems(error))
    if news := [place for place in kept if _is_news(_name(type_), place)]:
        logger.warning("%s: kept as it came, though the type is another: %s", _name(type_), ", ".join(news))
    return cast("T", built)


_INDEX: Final = re.compile(r"(?<![^.])\d+(?![^. ])")
_SAID_AT_MOST: Final = 1000
_said: Final[set[tuple[str, str]]] = set()
"""What was logged before: a type, and a place in it."""


def _is_news(name: str, place: str) -> bool:
    """Whether this is the first time, in this process. A server that leaves a field out does so in each answer."""
    said = name, _INDEX.sub("*", place)
    if said in _said or len(_said) >= _SAID_AT_MOST:
        return False
    _said.add(said)
    return True


_JSON: dict[type, str] = {dict: "an object", list: "a list", str: "a string", bool: "a boolean", type(None): "null"}


def _kind(type_: Any) -> Any:
    """What the JSON of a `type_` has to be, where it has to be an object or a list."""
    bare = _bare(type_)
    if _is_model(bare):
        return dict
    origin = get_origin(bare)
    if origin in (Union, UnionType):
        kinds = {_kind(member) for member in get_args(bare)}
        return kinds.pop() if len(kinds) == 1 else None
    return origin if origin in (dict, list) else None


def _construct(type_: Any, value: Any, path: str, kept: list[str]) -> Any:
    """`value` as a `type_` as far as it is one. What is not stays as it is, and its path goes to `kept`."""
    try:
        return adapter(type_).validate_python(value)
    except ValidationError:
        pass
    bare = _bare(type_)
    if _is_model(bare) and isinstance(value, dict):
        return _construct_model(bare, cast("dict[str, Any]", value), path, kept)
    origin, args = get_origin(bare), get_args(bare)
    if origin is list and isinstance(value, list):
        items = enumerate(cast("list[object]", value))
        return [_construct(args[0], item, f"{path}{index}.", kept) for index, item in items]
    if origin is dict and isinstance(value, dict):
        pairs = cast("dict[str, Any]", value).items()
        return {key: _construct(args[1], item, f"{path}{key}.", kept) for key, item in pairs}
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
            values[key] = _construct(field.rebuild_annotation(), value[key], f"{path}{key}.", kept)
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
            return _construct(member, fields, path, kept)
        kept.append(f"{path}{tagged.key}")
        return Unknown.model_construct(set(fields), **fields)
    for member in members:
        wanted = _kind(member)
        if (wanted is not None and isinstance(value, wanted)) or get_origin(_bare(member)) is Literal:
            return _construct(member, value, path, kept)
    return _as_it_came(union, value, path, kept)


def _bare(type_: Any) -> Any:
    """A type without what stands around it in `Annotated`, and one that is imported late."""
    while get_origin(type_) is Annotated:
        late = next((mark for mark in type_.__metadata__ if isinstance(mark, LazyType)), None)
        type_ = late.type if late else get_args(type_)[0]
    return type_


def _is_model(type_: Any) -> TypeGuard[type[BaseModel]]:
    # Python 3.10 says of `list[str]` too that it is a class.
    return isinstance(type_, type) and get_origin(type_) is None and issubclass(type_, BaseModel)


def _name(type_: Any) -> str:
    bare = _bare(type_)
    if isinstance(bare, type) and get_origin(bare) is None:
        return bare.__name__
    args = [_name(member) for member in get_args(bare)]
    if get_origin(bare) is Literal:
        return "str"
    return " | ".join(args[:2]) + (" | ..." if len(args) > 2 else "") if args else str(bare)
