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
    """Verb, path and facts of every operation."""
    for path, verbs in SPEC["paths"].items():
        for verb, operation in verbs.items():
            yield verb.upper(), path, operation


def last(reference: str) -> str:
    """The name at the end of a reference."""
    return reference.rsplit("/", 1)[1]
