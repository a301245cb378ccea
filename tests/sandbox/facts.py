"""The facts about the API that the repository keeps, and whether an response agrees with them."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

FACTS = Path(__file__).parents[2] / "scripts" / "facts" / "openapi.json"
_TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


@functools.cache
def facts() -> dict[str, Any]:
    return json.loads(FACTS.read_text())


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Verb, path and facts of every operation."""
    for path, item in facts()["paths"].items():
        for verb, operation in item.items():
            if operation.get("x-seed"):
                yield verb.upper(), path, operation


def operation(id: str) -> dict[str, Any]:
    found = (each for item in facts()["paths"].values() for each in item.values() if isinstance(each, dict))
    return next(each for each in found if each.get("operationId") == id)


def schema(id: str, media_type: str = "application/json") -> dict[str, Any]:
    """The schema of what an operation responses."""
    return operation(id)["responses"]["200"]["content"][media_type]["schema"]


def mistakes(value: Any, schema: dict[str, Any], where: str = "") -> list[str]:
    """Where `value` does not agree with `schema`. A field that the facts do not name is a mistake too."""
    if "$ref" in schema:
        return mistakes(value, facts()["components"]["schemas"][schema["$ref"].rpartition("/")[2]], where)
    for several in ("anyOf", "oneOf"):
        if several in schema:
            return _of_branches(value, schema, schema[several], where)
    if "const" in schema and value != schema["const"]:
        return [f"{where}: {value!r} is not {schema['const']!r}"]
    if "enum" in schema and value not in schema["enum"]:
        return [f"{where}: {value!r} is not among {schema['enum']}"]
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(_is(value, kind) for kind in kinds):
        return [f"{where}: {value!r} is no {' or '.join(kinds)}"]
    if schema.get("format") == "date-time" and isinstance(value, str):
        return _of_moment(value, where)
    if isinstance(value, list):
        items = schema.get("items", {})
        return [mistake for index, item in enumerate(value) for mistake in mistakes(item, items, f"{where}.{index}")]
    return list(_of_object(value, schema, where)) if isinstance(value, dict) else []


def _is(value: Any, kind: str) -> bool:
    return isinstance(value, _TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))  # type: ignore[arg-type]


def _of_branches(value: Any, schema: dict[str, Any], branches: list[dict[str, Any]], where: str) -> list[str]:
    tag = schema.get("discriminator", {}).get("propertyName")
    if tag and isinstance(value, dict):
        found = schema["discriminator"]["mapping"].get(value.get(tag))
        return mistakes(value, {"$ref": found}, where) if found else [f"{where}: unknown {tag} {value.get(tag)!r}"]
    all_mistakes = [mistakes(value, branch, where) for branch in branches]
    return min(all_mistakes, key=len)


def _of_moment(value: str, where: str) -> list[str]:
    try:
        moment = datetime.fromisoformat(re.sub(r"Z$", "+00:00", value))
    except ValueError:
        return [f"{where}: {value!r} is not a date-time"]
    return [] if moment.tzinfo else [f"{where}: {value!r} has no zone"]


def _of_object(value: dict[str, Any], schema: dict[str, Any], where: str) -> Iterator[str]:
    properties = schema.get("properties", {})
    for name in schema.get("required", []):
        if name not in value:
            yield f"{where}.{name}: is missing"
    for name, part in value.items():
        if name in properties:
            yield from mistakes(part, properties[name], f"{where}.{name}")
        elif isinstance(schema.get("additionalProperties"), dict):
            yield from mistakes(part, schema["additionalProperties"], f"{where}.{name}")
        elif not schema.get("additionalProperties") and properties:
            yield f"{where}.{name}: is not among the facts"
