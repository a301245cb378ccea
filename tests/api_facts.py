"""The facts about the API in scripts/facts, as the tests read them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FACTS = Path(__file__).resolve().parents[1] / "scripts" / "facts"
SPEC: dict[str, Any] = json.loads((FACTS / "openapi.json").read_text("utf-8"))
SCHEMAS: dict[str, Any] = SPEC["components"]["schemas"]


def operations() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Verb, path and facts of every operation that the package has."""
    for path, verbs in SPEC["paths"].items():
        for verb, operation in verbs.items():
            if operation.get("x-seed"):
                yield verb.upper(), path, operation


def last(reference: str) -> str:
    """The name at the end of a reference."""
    return reference.rsplit("/", 1)[1]


def references(schema: object) -> Iterator[str]:
    """The schemas that `schema` names."""
    if isinstance(schema, dict):
        for key, value in schema.items():
            if key == "$ref":
                yield from [last(value)] if "/schemas/" in value else []
            elif key != "mapping":
                yield from references(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from references(value)


def reached(start: object) -> list[str]:
    """The schemas that `start` names, and those that they name in turn."""
    seen: dict[str, None] = {}
    todo = list(references(start))
    while todo:
        name = todo.pop()
        if name not in seen:
            seen[name] = None
            todo.extend(references(SCHEMAS[name]))
    return list(seen)
