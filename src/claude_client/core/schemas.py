"""JSON schemas as the API takes them for structured output.

The API knows a part of JSON Schema. What it does not know becomes a part of the description, where the model reads it.
API: https://platform.claude.com/docs/en/build-with-claude/structured-outputs
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, cast

if TYPE_CHECKING:
    from pydantic import TypeAdapter

T = TypeVar("T")

JSONSchema: TypeAlias = "dict[str, Any]"

_FORMATS: Final = frozenset(
    ("date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid")
)


def transform_schema(json_schema: type[T] | TypeAdapter[T] | Mapping[str, Any]) -> dict[str, Any]:
    """A JSON schema as the API takes it in `output_config={"format": {"type": "json_schema", "schema": ...}}`.

    Objects are closed, and constraints that the API does not enforce (`maximum`, `maxLength`, `pattern`, ...) move to
    the description. An object with free keys (`dict[str, int]`) is left without any: ask for a list of pairs instead.

    Args:
        json_schema: A JSON schema, or a type that pydantic knows: a model, a dataclass, a `TypedDict`, a
            `TypeAdapter` and so on.

    Raises:
        TypeError: The type has no JSON schema.
        ValueError: A part of the schema says neither a type nor what it is made of.
    """
    schema = json_schema if isinstance(json_schema, Mapping) else schema_of(adapter_of(json_schema))
    return _transformed(schema, "the schema")


def adapter_of(type_: type[T] | TypeAdapter[T]) -> TypeAdapter[T]:
    """What reads a `type_`.

    Raises:
        TypeError: It is no type that pydantic knows.
    """
    from pydantic import PydanticUserError, TypeAdapter

    if isinstance(type_, TypeAdapter):
        return type_
    try:
        return TypeAdapter(type_)
    except PydanticUserError as error:
        raise TypeError(f"{type_!r} is no type that pydantic can read: {error.message}") from error


def schema_of(adapter: TypeAdapter[Any]) -> dict[str, Any]:
    """The JSON schema of what `adapter` reads.

    Raises:
        TypeError: It has none.
    """
    from pydantic import PydanticUserError

    try:
        return adapter.json_schema()
    except PydanticUserError as error:
        raise TypeError(f"{adapter!r} has no JSON schema: {error.message}") from error


def _transformed(given: Mapping[str, Any], where: str) -> dict[str, Any]:
    """`given` as the API takes it; `where` says in an error which part of the whole it is."""
    rest = dict(given)
    schema: dict[str, Any] = {}
    if (definitions := rest.pop("$defs", None)) is not None:
        schema["$defs"] = {name: _transformed(each, f"{where}.$defs.{name}") for name, each in definitions.items()}
    if "$ref" in rest:
        return {**schema, "$ref": rest["$ref"]}
    kind = rest.pop("type", None)
    values = _literals(rest)
    schema |= values or _members(rest, kind, where)
    for name in ("description", "title"):
        if rest.get(name) is not None:
            schema[name] = rest.pop(name)
    if not values:
        schema |= _details(rest, kind, where)
    left = ", ".join(f"{name}: {value}" for name, value in rest.items())
    if left:
        schema["description"] = "\n\n".join(filter(None, (schema.get("description"), f"{{{left}}}")))
    return schema


def _literals(rest: dict[str, Any]) -> dict[str, Any]:
    """The values that alone are allowed, taken out of `rest`."""
    found: dict[str, Any] = {}
    if isinstance(rest.get("enum"), list) and rest["enum"] and all(map(_is_literal, rest["enum"])):
        found["enum"] = list(rest.pop("enum"))
    if "const" in rest and _is_literal(rest["const"]):
        found["const"] = rest.pop("const")
    return found


def _is_literal(value: object) -> bool:
    return value is None or isinstance(value, str | int | float)


def _members(rest: dict[str, Any], kind: object, where: str) -> dict[str, Any]:
    """What a value has to be, taken out of `rest`: one of several schemas, or of a type."""
    members = {name: rest.pop(name) for name in ("anyOf", "oneOf", "allOf") if name in rest}
    for name, parts in members.items():
        if isinstance(parts, list):
            key = "allOf" if name == "allOf" else "anyOf"
            several = cast("list[dict[str, Any]]", parts)
            return {key: [_transformed(part, f"{where}.{name}.{i}") for i, part in enumerate(several)]}
    if kind is None:
        raise ValueError(f"{where} has to have a type, anyOf, oneOf or allOf, or an enum or const of plain values")
    return {"type": kind}


def _details(rest: dict[str, Any], kind: object, where: str) -> dict[str, Any]:
    """What the API knows of a schema of type `kind`, taken out of `rest`."""
    found: dict[str, Any] = {}
    if kind == "object":
        properties: dict[str, Any] = rest.pop("properties", {})
        found["properties"] = {name: _transformed(each, f"{where}.{name}") for name, each in properties.items()}
        rest.pop("additionalProperties", None)
        found["additionalProperties"] = False
        if (required := rest.pop("required", None)) is not None:
            found["required"] = list(required)
    elif kind == "array":
        if (items := rest.pop("items", None)) is not None:
            found["items"] = _transformed(items, f"{where}.items")
        if (least := rest.pop("minItems", None)) is not None:
            (found if least in (0, 1) else rest)["minItems"] = least
    elif kind == "string" and (form := rest.pop("format", None)) is not None:
        (found if form in _FORMATS else rest)["format"] = form
    return found
