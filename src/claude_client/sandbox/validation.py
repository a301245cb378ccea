"""Bodies of requests held against the package's own parameter types.

The types say what there is; this module makes pydantic refuse what they do not name, and words the first thing wrong as
the API does: the path of the field, then what is the matter with it. What a type cannot say (bounds, fields that
exclude one another) is for the endpoint.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, cast

from pydantic import TypeAdapter
from pydantic_core import ErrorDetails, SchemaValidator, ValidationError, from_json

from .errors import invalid
from .json_utils import Object

_KINDS: Final = {"string": str, "list": list, "dictionary": dict, "any": object}
"""Which JSON values the branches of a union are for."""
_BESIDE: Final = ("metadata", "serialization")
"""Parts of a schema in which no other schema is."""
_BRANCH: Final = "\0"
"""Begins the label of a branch, its kind, which pydantic puts into the path of an error."""
_ROLE_IN_PATH: Final = re.compile(r"^((?:.*\.)?messages\.\d+)\.(?:user|assistant|system)\b")


def parse(raw: bytes) -> Any:
    """The JSON value in `raw`; refuses what is none."""
    try:
        return from_json(raw, allow_inf_nan=False)
    except ValueError as error:
        raise invalid(f"The request body is not valid JSON: {error}") from None


def parse_object(raw: bytes) -> Object:
    value = parse(raw)
    if not isinstance(value, dict):
        raise invalid("Input should be a valid dictionary")
    return cast("Object", value)


def check(value: Any, shape: Any, within: str = "") -> None:
    """Refuse `value` unless it fits the type `shape`, with the path of what is wrong below `within`."""
    try:
        _validator(shape).validate_python(value, strict=True)
    except ValidationError as error:
        found = error.errors(include_url=False, include_context=True)
        raise invalid(f"{within}{'.' if within else ''}{_describe_errors(found, value)}") from None


@functools.cache
def _validator(shape: Any) -> SchemaValidator:
    schema = TypeAdapter(shape).core_schema
    return SchemaValidator(_close_schema(schema, _definitions(schema)))


def _definitions(schema: Any) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for part in _parts(schema):
        if _is_schema(part) and "ref" in part:
            found[part["ref"]] = part
    return found


def _parts(value: Any) -> Iterator[Object]:
    if isinstance(value, dict):
        part = cast("Object", value)
        yield part
        for name, below in part.items():
            if not (_is_schema(part) and name in _BESIDE):
                yield from _parts(below)
    elif isinstance(value, list | tuple):
        for below in cast("Sequence[Any]", value):
            yield from _parts(below)


def _is_schema(part: Object) -> bool:
    """Whether a part is a schema, and not the fields of one, whose names may be those of a schema's own parts."""
    return isinstance(part.get("type"), str)


_CLOSED = frozenset({"FallbackParam"})
"""Types that take any key, of which the API refuses those that it does not know."""


def _close_schema(value: Any, definitions: dict[str, Any]) -> Any:
    """A copy of a core schema that takes no fields beside the named ones, with labelled branches of unions."""
    if isinstance(value, list | tuple):
        return [_close_schema(part, definitions) for part in cast("Sequence[Any]", value)]
    if not isinstance(value, dict):
        return value
    part = cast("Object", value)
    beside = _BESIDE if _is_schema(part) else ()
    copy = {name: below if name in beside else _close_schema(below, definitions) for name, below in part.items()}
    if part.get("type") == "typed-dict":
        is_open = part.get("extra_behavior") == "allow" and getattr(part.get("cls"), "__name__", "") not in _CLOSED
        copy["extra_behavior"] = "allow" if is_open else "forbid"
        copy.pop("config", None)
    if part.get("type") == "union":
        copy["choices"] = [(choice, _BRANCH + _json_kind(choice, definitions)) for choice in copy["choices"]]
    return copy


def _json_kind(schema: Any, definitions: dict[str, Any]) -> str:
    """Which JSON values a branch of a union is for."""
    kind = schema["type"]
    if kind == "definition-ref":
        return _json_kind(definitions[schema["schema_ref"]], definitions)
    kinds = {
        "str": "string",
        "list": "list",
        "typed-dict": "dictionary",
        "tagged-union": "dictionary",
        "dict": "dictionary",
    }
    if kind == "literal":
        return "string" if isinstance(schema["expected"][0], str) else "any"
    return kinds.get(kind) or (_json_kind(schema["schema"], definitions) if "schema" in schema else "any")


def _describe_errors(errors: list[ErrorDetails], value: Any) -> str:
    """The first of `errors` that is about what was sent, and not about another branch of a union."""
    for error in errors:
        if _branches_fit(error["loc"], value):
            return _message(error, error["loc"])
    # The value fits no branch at all: name what was allowed at the place of the first one.
    first = errors[0]["loc"]
    at = next(index for index, part in enumerate(first) if _is_branch(part))
    allowed = {str(e["loc"][at])[1:] for e in errors if e["loc"][:at] == first[:at] and _is_branch(e["loc"][at])}
    return f"{path_of(first[:at])}: Input should be a valid {' or '.join(sorted(allowed, reverse=True))}"


def _branches_fit(loc: tuple[int | str, ...], value: Any) -> bool:
    for part in loc:
        if _is_branch(part):
            if not isinstance(value, _KINDS[str(part)[1:]]):
                return False
        else:
            value = _below(value, part)
    return True


def _below(value: Any, part: int | str) -> Any:
    """The value at `part`, which may also be the tag of a union; then it is the value itself."""
    if isinstance(value, list) and isinstance(part, int):
        return cast("Sequence[Any]", value)[part]
    if isinstance(value, dict):
        fields = cast("Object", value)
        return fields if part in (fields.get("type"), fields.get("role"), "custom") else fields.get(str(part))
    return cast("Any", value)


def _is_branch(part: int | str) -> bool:
    return isinstance(part, str) and part.startswith(_BRANCH) and part[1:] in _KINDS


def path_of(loc: tuple[int | str, ...]) -> str:
    return _ROLE_IN_PATH.sub(r"\1", ".".join(str(part) for part in loc if not _is_branch(part)))


def _message(error: ErrorDetails, loc: tuple[int | str, ...]) -> str:
    context = error.get("ctx", {})
    if error["type"] in ("union_tag_invalid", "union_tag_not_found"):
        field = str(context["discriminator"]).strip("'")
        field = field if field.isidentifier() else "type"
        if error["type"] == "union_tag_not_found":
            return f"{path_of((*loc, field))}: Field required"
        if field == "role":
            *others, last = context["expected_tags"].split(", ")
            return f"{path_of((*loc, field))}: Input should be {', '.join(others)} or {last}"
        tags = context["expected_tags"]
        return f"{path_of(loc)}: Input tag '{context['tag']}' found using '{field}' does not match any of {tags}"
    message = "Extra inputs are not permitted" if error["type"] == "extra_forbidden" else error["msg"]
    return f"{path_of(loc)}: {message}" if loc else message
