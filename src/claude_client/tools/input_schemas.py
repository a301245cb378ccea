"""Input schemas of tools, written elsewhere, in the form that the API takes: an object, by JSON Schema 2020-12."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, Final, cast

_KEY: Final = re.compile(r"[a-zA-Z0-9_.-]{1,64}")
"""What the API takes as the name of a property."""
_COMBINATIONS: Final = ("allOf", "anyOf", "oneOf")
"""What the API does not take at the top of a tool's schema."""


_DATA: Final = frozenset(("enum", "const", "default", "examples", "example"))
"""Keywords whose values are values, not schemas."""


def check_input_schema(given: object, name: str) -> dict[str, Any]:
    """The schema of the tool `name` as the API takes it.

    Raises:
        TypeError: It is not a mapping.
        ValueError: The API does not take it as the schema of a tool.
    """
    if not isinstance(given, Mapping):
        raise TypeError(f"the input_schema of the tool {name} is {given!r}: expected a JSON schema as a dict")
    schema = cast("Mapping[str, Any]", given)
    if schema.get("type", "object") != "object":
        raise ValueError(f"the input_schema of the tool {name} has the type {schema['type']!r}: expected 'object'")
    if several := [each for each in (*_COMBINATIONS, "$ref") if each in schema]:
        raise ValueError(
            f"the input_schema of the tool {name} begins with {several[0]}, which the API does not take there: "
            "expected an object with properties, which may have it further in"
        )
    return {"type": "object", **cast("dict[str, Any]", _to_2020_12(schema))}


def _to_2020_12(schema: Any) -> Any:
    """`schema` with what older versions of JSON Schema write in another way, which the API refuses."""
    if isinstance(schema, list | tuple):
        return [_to_2020_12(each) for each in cast("Sequence[Any]", schema)]
    if not isinstance(schema, Mapping):
        return schema
    given = cast("Mapping[str, Any]", schema)
    made = {name: value if name in _DATA else _to_2020_12(value) for name, value in given.items()}
    if isinstance(made.get("items"), list):
        made["prefixItems"] = made.pop("items")
        if "additionalItems" in made:
            made["items"] = made.pop("additionalItems")
    for limit, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(made.get(exclusive), bool) and made.pop(exclusive) and limit in made:
            made[exclusive] = made.pop(limit)
    return made


def to_input_schema(given: object) -> tuple[dict[str, Any], dict[str, str]]:
    """The schema of an MCP tool as the API takes it, and the server's names of those properties that were renamed."""
    schema: dict[str, Any] = dict(cast("Mapping[str, Any]", given)) if isinstance(given, Mapping) else {}
    schema["type"] = "object"
    for name in _COMBINATIONS:
        if name in schema:
            _merge(schema, name, schema.pop(name))
    properties = schema.get("properties")
    if not isinstance(properties, Mapping):
        return schema, {}
    renamed = {_to_key(name): name for name in cast("Mapping[str, Any]", properties)}
    if all(new == old for new, old in renamed.items()):
        return schema, {}
    schema["properties"] = {new: _with_name(properties[old], new, old) for new, old in renamed.items()}
    if isinstance(schema.get("required"), list):
        schema["required"] = [_to_key(name) for name in schema["required"]]
    return schema, {new: old for new, old in renamed.items() if new != old}


def _merge(schema: dict[str, Any], name: str, parts: Sequence[Any]) -> None:
    """Put the properties of `parts` into `schema`. The server checks what that loses: which of them go together."""
    properties: dict[str, Any] = {}
    for part in parts:
        if isinstance(part, Mapping):
            found = cast("Mapping[str, Any]", part)
            properties |= found.get("properties") or {}
            if name == "allOf" and found.get("required"):
                schema["required"] = [*dict.fromkeys([*(schema.get("required") or ()), *found["required"]])]
    schema["properties"] = {**properties, **(schema.get("properties") or {})}


def _to_key(name: str) -> str:
    if _KEY.fullmatch(name):
        return name
    digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{re.sub(r'[^a-zA-Z0-9_.-]', '_', name)[:55]}_{digest}"


def _with_name(schema: Any, new: str, old: str) -> Any:
    """`schema` whose description has the name that the model does not see otherwise."""
    if new == old or not isinstance(schema, Mapping):
        return schema
    found = cast("Mapping[str, Any]", schema)
    return {**found, "description": " ".join(filter(None, (f"({old})", found.get("description"))))}
