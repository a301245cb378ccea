"""Values that fit a JSON schema, taken from a text where it has something that fits.

For the arguments of a tool and for structured output. The same schema and text always give the same value. Keywords
that JSON Schema has and this module does not know are passed over.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Any, Final, cast

from .json_utils import Object

MAX_DEPTH: Final = 12
_FORMATS: Final[Mapping[str, str]] = {
    "date-time": "2026-01-02T03:04:05Z",
    "date": "2026-01-02",
    "time": "03:04:05Z",
    "duration": "PT1H",
    "email": "ada@example.com",
    "hostname": "example.com",
    "uri": "https://example.com/",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uuid": "123e4567-e89b-42d3-a456-426614174000",
}
_NAME: Final = re.compile(r"\b(?:in|at|for|of|to|from|near|about)\s+((?:[A-Z][\w'-]*)(?:[ ,]+[A-Z][\w'-]*)*)")
_QUOTED: Final = re.compile(r"[\"“]([^\"”]+)[\"”]|`([^`]+)`")
_CAPITALIZED: Final = re.compile(r"(?<=\s)[A-Z][\w'-]+")
_NUMBER: Final = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?")


_UNFIT: Final = object()


class Unfit(Exception):
    """No value was found that fits."""


def fit(schema: Mapping[str, Any], text: str) -> Any:
    """A value that fits `schema`; its strings and numbers are from `text` where possible."""
    try:
        return _Fitter(schema, text).value(dict(schema), "", 0)
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError, re.error):
        # What came as a schema is none.
        raise Unfit("schema") from None


class _Fitter:
    def __init__(self, root: Mapping[str, Any], text: str) -> None:
        self._root = root
        self._text = text
        self._phrases = list(phrases(text))
        self._numbers = [float(number) for number in _NUMBER.findall(text)]

    def value(self, schema: Any, name: str, depth: int) -> Any:
        if not isinstance(schema, dict):  # True fits everything
            return self._text
        if depth > MAX_DEPTH:
            raise Unfit(name)
        given = cast("Object", schema)
        known = self._resolved(given)
        if "const" in known:
            return known["const"]
        if "enum" in known:
            return self._choice(known["enum"])
        for several in ("anyOf", "oneOf"):
            if several in known:
                return self._first_that_fits(known, known[several], name, depth)
        return self._of_type(known, name, depth)

    def _resolved(self, schema: Object) -> Object:
        """`schema` with its reference and its `allOf` written out."""
        merged = {key: part for key, part in schema.items() if key not in ("$ref", "allOf")}
        parts = [self._target(schema["$ref"])] if "$ref" in schema else []
        for part in [*parts, *schema.get("allOf", [])]:
            known = self._resolved(part)
            properties = {**known.get("properties", {}), **merged.get("properties", {})}
            required = [*known.get("required", []), *merged.get("required", [])]
            merged = known | merged
            if properties:
                merged["properties"] = properties
            if required:
                merged["required"] = list(dict.fromkeys(required))
        return merged

    def _target(self, reference: str) -> Object:
        found: Any = self._root
        for part in reference.lstrip("#/").split("/"):
            found = found.get(part.replace("~1", "/").replace("~0", "~"), {}) if part else found
        return cast("Object", found)

    def _choice(self, values: list[Any]) -> Any:
        low = self._text.lower()
        mentioned = [value for value in values if isinstance(value, str) and value and value.lower() in low]
        return max(mentioned, key=len) if mentioned else values[0]

    def _first_that_fits(self, schema: Object, branches: list[Object], name: str, depth: int) -> Any:
        rest = {key: part for key, part in schema.items() if key not in ("anyOf", "oneOf")}
        # What is null is tried last: it fits easily and says nothing.
        for branch in sorted(branches, key=lambda branch: branch.get("type") == "null"):
            value = self._value_or_unfit({"allOf": [branch], **rest}, name, depth)
            if value is not _UNFIT:
                return value
        raise Unfit(name)

    def _value_or_unfit(self, schema: Any, name: str, depth: int) -> Any:
        try:
            return self.value(schema, name, depth + 1)
        except Unfit:
            return _UNFIT

    def _of_type(self, schema: Object, name: str, depth: int) -> Any:
        kind = schema.get("type") or _implied_type(schema)
        if isinstance(kind, list):
            kinds = cast("list[str]", kind)
            branches: list[Object] = [{"type": each} for each in kinds]
            rest = {key: part for key, part in schema.items() if key != "type"}
            return self._first_that_fits(rest, branches, name, depth)
        if kind == "object":
            return self._object(schema, depth)
        if kind == "array":
            return self._array(schema, name, depth)
        if kind in ("integer", "number"):
            return self._number(schema, whole=kind == "integer")
        return {"boolean": True, "null": None}[kind] if kind in ("boolean", "null") else self._string(schema, name)

    def _object(self, schema: Object, depth: int) -> Object:
        properties: Object = schema.get("properties", {})
        required = schema.get("required", [])
        built: Object = {}
        for field, part in properties.items():
            value = self._value_or_unfit(part, field, depth)
            if value is not _UNFIT:
                built[field] = value
            elif field in required:
                raise Unfit(field)
        for field in required:
            if field not in built:
                built[field] = self.value(schema.get("additionalProperties", {}), field, depth + 1)
        return built

    def _array(self, schema: Object, name: str, depth: int) -> list[Any]:
        least = schema.get("minItems", 0)
        wanted = min(max(least, 1), schema.get("maxItems", 1) if "maxItems" in schema else max(least, 1))
        items = [self.value(part, name, depth + 1) for part in schema.get("prefixItems", [])[: max(wanted, least)]]
        try:
            while len(items) < wanted:
                items.append(self._another(schema, items, name, depth))
        except Unfit:
            if len(items) < least:
                raise
        return items

    def _another(self, schema: Object, items: list[Any], name: str, depth: int) -> Any:
        value = self.value(schema.get("items", {"type": "string"}), name, depth + 1)
        if not schema.get("uniqueItems") or value not in items:
            return value
        kind = self._resolved(schema.get("items", {}))
        for other in [*kind.get("enum", []), *(f"{value} {len(items) + 1}" for _ in "1" if isinstance(value, str))]:
            if other not in items:
                return other
        if isinstance(value, int | float) and not isinstance(value, bool):
            return max(items) + kind.get("multipleOf", 1)
        raise Unfit(name)

    def _number(self, schema: Object, *, whole: bool) -> float | int:
        step = schema.get("multipleOf") or (1 if whole else None)
        least = schema.get("minimum", schema.get("exclusiveMinimum"))
        most = schema.get("maximum", schema.get("exclusiveMaximum"))
        nudge = step or 0.5
        if least is not None and "exclusiveMinimum" in schema and schema["exclusiveMinimum"] >= least:
            least = schema["exclusiveMinimum"] + nudge
        if most is not None and "exclusiveMaximum" in schema and schema["exclusiveMaximum"] <= most:
            most = schema["exclusiveMaximum"] - nudge
        for candidate in [*self._numbers, 1, 0, *([] if least is None else [least]), *([] if most is None else [most])]:
            number = candidate if step is None else math.ceil(candidate / step) * step
            if (least is None or number >= least) and (most is None or number <= most):
                return int(number) if whole or float(number).is_integer() else number
        raise Unfit("number")

    def _string(self, schema: Object, name: str) -> str:
        if schema.get("format") in _FORMATS:
            return _FORMATS[schema["format"]]
        longest = schema.get("maxLength")
        shortest = schema.get("minLength", 0)
        pattern = schema.get("pattern")
        candidates = [*self._phrases, self._text or "text", name or "text"]
        if pattern:
            matching = next((each for each in candidates if re.search(pattern, each)), None)
            return matching if matching is not None else matching_text(pattern)
        best = candidates[0]
        return best.ljust(shortest, ".")[:longest]


def _implied_type(schema: Object) -> str:
    if "properties" in schema or "required" in schema:
        return "object"
    return "array" if "items" in schema or "prefixItems" in schema else "string"


def phrases(text: str) -> Iterator[str]:
    """What in `text` is most likely an argument: what is quoted, what stands after a preposition, names."""
    for quoted in _QUOTED.finditer(text):
        yield (quoted[1] or quoted[2]).strip()
    for name in _NAME.finditer(text):
        yield name[1].rstrip(" ,")
    yield from _CAPITALIZED.findall(text)


def matching_text(pattern: str) -> str:
    """A text that the regular expression `pattern` finds, for patterns of the kind that stand in schemas."""
    try:
        parser = import_module("re._parser")
    except ImportError:  # Python 3.10
        parser = import_module("sre_parse")
    built = _written(parser.parse(pattern))
    if not re.search(pattern, built):
        raise Unfit(pattern)
    return built


def _written(parsed: Any) -> str:
    return "".join(_written_part(str(operation), argument) for operation, argument in parsed)


def _written_part(operation: str, argument: Any) -> str:
    if operation == "LITERAL":
        return chr(argument)
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        times: int = max(argument[0], min(1, argument[1]))
        return _written(argument[2]) * times
    if operation == "SUBPATTERN":
        return _written(argument[3])
    if operation == "BRANCH":
        return _written(argument[1][0])
    if operation == "IN":
        return _written_set(argument)
    if operation in ("ANY", "NOT_LITERAL"):
        return "a" if argument != ord("a") else "b"
    return ""  # anchors and look-arounds


def _written_set(members: list[Any]) -> str:
    kinds = [(str(operation), argument) for operation, argument in members]
    if kinds[0][0] == "NEGATE":
        excluded = "".join(chr(argument) for operation, argument in kinds if operation == "LITERAL")
        return next(letter for letter in "a0-_ .A" if letter not in excluded)
    operation, argument = kinds[0]
    if operation == "RANGE":
        return chr(argument[0])
    if operation == "CATEGORY":
        return {"CATEGORY_DIGIT": "0", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "a"}.get(str(argument), "-")
    return chr(argument)
