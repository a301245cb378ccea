"""The facts about the API in scripts/facts, as the tests read them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FACTS = Path(__file__).resolve().parents[1] / "scripts" / "facts"
SPEC: dict[str, Any] = json.loads((FACTS / "openapi.json").read_text("utf-8"))
SCHEMAS: dict[str, Any] = SPEC["components"]["schemas"]


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Verb, path and facts of every operation."""
    for path, verbs in SPEC["paths"].items():
        for verb, operation in verbs.items():
            yield verb.upper(), path, operation


def last(reference: str) -> str:
    """The name at the end of a reference."""
    return reference.rsplit("/", 1)[1]


def example(schema: Mapping[str, Any]) -> Any:
    """A value of `schema`: of several kinds the first, of the fields of an object those that it has to have."""
    if "$ref" in schema:
        return example(SCHEMAS[last(schema["$ref"])])
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return schema["enum"][0]
    for branches in ("oneOf", "anyOf"):
        if branches in schema:
            return example(schema[branches][0])
    kinds = schema.get("type", "object")
    kind = kinds if isinstance(kinds, str) else kinds[0]
    if kind == "object":
        return {name: example(schema["properties"][name]) for name in schema.get("required", ())}
    if kind == "array":
        return [example(schema["items"])]
    if kind == "string":
        return {"date-time": "2026-01-02T03:04:05Z", "date": "2026-01-02"}.get(schema.get("format", ""), "1")
    return {"integer": 1, "number": 1, "boolean": True, "null": None}[kind]
