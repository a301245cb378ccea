"""Input schemas of MCP tools, in the form that the API takes: an object with plain keys."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any, Final, cast

_KEY: Final = re.compile(r"[a-zA-Z0-9_.-]{1,64}")
"""What the API takes as the name of a property."""
_COMBINATIONS: Final = ("allOf", "anyOf", "oneOf")
"""What the API does not take at the top of a tool's schema."""


def to_input_schema(given: object) -> tuple[dict[str, Any], dict[str, str]]:
    """The schema as the API takes it, and the server's names of those properties that had to be renamed."""
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
