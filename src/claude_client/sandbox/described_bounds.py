"""Bounds of a JSON schema that its descriptions tell in words.

The API takes few keywords. What it does not know, clients write at the end of a description: `{minLength: 12, pattern:
^[a-z]+$}`. A model reads that, and so does this module.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from typing import Any, Final

from .json_utils import Object

_NUMBERS: Final = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_COUNTS: Final = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
_TEXTS: Final = ("format", "pattern")
_VALUES: Final = ("uniqueItems", "prefixItems", "contains", "items in this order")
_OTHER: Final = ("default", "examples", "writeOnly", "readOnly", "contentMediaType", "contentEncoding", "deprecated")
_KEY: Final = "|".join(map(re.escape, (*_NUMBERS, *_COUNTS, *_TEXTS, *_VALUES, *_OTHER)))
_BLOCK: Final = re.compile(rf"(?:^|\n)\{{((?:{_KEY}): [^\n]*)\}}\s*\Z")
_PARTING: Final = re.compile(rf", (?=(?:{_KEY}): )")
LONGEST: Final = 4_000
"""Characters of a description, from its end, that are looked at."""
_TYPES: Final = frozenset(("string", "integer", "number", "boolean", "object", "array", "null"))


def described_bounds(schema: Mapping[str, Any]) -> Object:
    """The keywords that the description of a schema tells; empty where it tells none."""
    description = schema.get("description")
    if not isinstance(description, str) or not description.rstrip().endswith("}"):
        return {}
    found = _BLOCK.search(description[-LONGEST:])
    bounds: Object = {}
    for part in _PARTING.split(found[1]) if found else ():
        name, _, text = part.partition(": ")
        value = _read(name, text)
        if value is None:
            continue
        if name == "items in this order":
            bounds["prefixItems"] = [_item(each, schema) for each in value]
        else:
            bounds[name] = value
    return bounds


def _read(name: str, text: str) -> Any:
    """The value of a keyword; None where it cannot be read, or says nothing of values."""
    if name in _TEXTS:
        return text
    if name in _OTHER or len(text) > LONGEST:
        return None
    try:
        value: Any = ast.literal_eval(text)
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return None
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if name in _NUMBERS:
        return value if is_number else None
    if name in _COUNTS:
        return value if isinstance(value, int) and is_number else None
    kind: type = {"uniqueItems": bool, "contains": dict}.get(name, list)
    found: Any = value if isinstance(value, kind) else None
    return found


def _item(brief: Any, schema: Mapping[str, Any]) -> Any:
    """The schema of an item of a tuple, which is told by its type or its title."""
    items: Any = schema.get("items") or {}
    for branch in items.get("anyOf") or [items]:
        if brief in (branch.get("title"), branch.get("type"), str(branch.get("$ref", "")).rpartition("/")[2]):
            return branch
    return {"type": brief} if brief in _TYPES else {}
