"""Values that fit a JSON schema, taken from a text where it has something that fits.

For the arguments of a tool and for structured output. The same schema and text always give the same value. Keywords
that JSON Schema has and this module does not know are passed over.

A schema comes from outside and may ask for anything: a million items, references that multiply, a pattern that is slow.
So every step and every character is paid for from a `Budget`, and what needs more is not made.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import islice
from math import ceil, floor, isfinite
from typing import Any, Final, cast

from .described_bounds import described_bounds
from .json_utils import Object
from .patterns import LONGEST_TEXT, Pattern, UnknownPattern

MAX_DEPTH: Final = 12
MAX_ITEMS: Final = 1_000
"""Items of the longest array that is made."""
MAX_STEPS: Final = 50_000
MAX_CHARACTERS: Final = 1_000_000
TEXT_CHARACTERS: Final = 5_000
"""As much of the text is looked at."""
PHRASES: Final = 50
_PATTERN_CANDIDATES: Final = 20
_PATTERN_CHARACTERS: Final = 200
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
    # Those that pydantic writes besides.
    "ipv4interface": "192.0.2.1/24",
    "ipv4network": "192.0.2.0/24",
    "ipv6interface": "2001:db8::1/64",
    "ipv6network": "2001:db8::/64",
    "ipvanyaddress": "192.0.2.1",
    "ipvanyinterface": "192.0.2.1/24",
    "ipvanynetwork": "192.0.2.0/24",
    "uuid1": "123e4567-e89b-12d3-a456-426614174000",
    "uuid3": "123e4567-e89b-32d3-a456-426614174000",
    "uuid4": "123e4567-e89b-42d3-a456-426614174000",
    "uuid5": "123e4567-e89b-52d3-a456-426614174000",
    "uuid6": "1e9b123e-4567-6000-a456-426614174000",
    "uuid7": "019b123e-4567-7000-a456-426614174000",
    "uuid8": "123e4567-e89b-82d3-a456-426614174000",
    "idn-email": "ada@example.com",
    "name-email": "Ada <ada@example.com>",
    "idn-hostname": "example.com",
    "uri-reference": "/harbour",
    "iri": "https://example.com/",
    "iri-reference": "/harbour",
    "uri-template": "/harbours/{name}",
    "multi-host-uri": "postgres://example.com:5432/harbour",
    "json-pointer": "/harbour",
    "relative-json-pointer": "0",
    "json-string": "{}",
    "regex": "^[a-z]+$",
    "base64": "aGFyYm91cg==",
    "base64url": "aGFyYm91cg==",
    "color": "#102030",
}
_NAME: Final = re.compile(r"\b(?:in|at|for|of|to|from|near|about)\s+((?:[A-Z][\w'-]*)(?:[ ,]+[A-Z][\w'-]*)*)")
_QUOTED: Final = re.compile(r"[\"“]([^\"”]{1,500})[\"”]|`([^`]{1,500})`")
_CAPITALIZED: Final = re.compile(r"(?<=\s)[A-Z][\w'-]+")
_NUMBER: Final = re.compile(r"(?<![\w.])-?\d{1,15}(?!\d)(?:\.\d{1,15})?")


_UNFIT: Final = object()


class Unfit(Exception):
    """No value was found that fits."""


class Exhausted(Exception):
    """The budget is spent."""


class Budget:
    """What may be spent on making values, in all: for one schema, or for all tools of a request."""

    def __init__(self, steps: int = MAX_STEPS, characters: int = MAX_CHARACTERS) -> None:
        self._steps = steps
        self._characters = characters

    def step(self, number: int = 1) -> None:
        """Pay for so many steps.

        Raises:
            Exhausted: There are not so many left.
        """
        self._steps -= number
        if self._steps < 0:
            raise Exhausted(f"more than {MAX_STEPS:,} steps")

    def write(self, characters: int) -> None:
        """Pay for so many characters of a value."""
        self._characters -= characters
        if self._characters < 0:
            raise Exhausted(f"more than {MAX_CHARACTERS:,} characters")

    def copy(self, value: Any) -> Any:
        """Pay for a value of the schema that is a part of the result."""
        self.step()
        if isinstance(value, str):
            self.write(len(value))
        elif isinstance(value, dict):
            for name, part in cast("Object", value).items():
                self.write(len(name))
                self.copy(part)
        elif isinstance(value, list):
            for part in cast("Sequence[Any]", value):
                self.copy(part)
        return cast("Any", value)


def fit(schema: Mapping[str, Any], text: str, budget: Budget | None = None) -> Any:
    """A value that fits `schema`; its strings and numbers are from `text` where possible.

    Raises:
        Unfit: None was found, or it would take more than the budget.
    """
    try:
        return _Fitter(schema, text[:TEXT_CHARACTERS], budget or Budget()).value(dict(schema), "", 0)
    except Exhausted as error:
        raise Unfit(f"it takes too much to make one: {error}") from None
    except (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError):
        raise Unfit("it is not a JSON schema") from None


class _Fitter:
    def __init__(self, root: Mapping[str, Any], text: str, budget: Budget) -> None:
        self._root = root
        self._text = text
        self._budget = budget
        self._phrases = list(islice(phrases(text), PHRASES))
        self._numbers = [float(number[0]) for number in islice(_NUMBER.finditer(text), PHRASES)]

    def value(self, schema: Any, name: str, depth: int) -> Any:
        self._budget.step()
        if not isinstance(schema, dict):  # True fits everything
            return self._budget.copy(self._text)
        if depth > MAX_DEPTH:
            raise Unfit(name)
        known = self._resolve(cast("Object", schema))
        # What a description tells goes behind what the schema itself says.
        known = described_bounds(known) | known
        if "const" in known:
            return self._budget.copy(known["const"])
        if "enum" in known:
            return self._budget.copy(self._choice(known["enum"]))
        for several in ("anyOf", "oneOf"):
            if several in known:
                return self._first_that_fits(known, known[several], name, depth)
        return self._of_type(known, name, depth)

    def _resolve(self, schema: Object) -> Object:
        """`schema` with its reference and its `allOf` written out."""
        self._budget.step(1 + len(schema))
        merged = {key: part for key, part in schema.items() if key not in ("$ref", "allOf")}
        parts = [self._target(schema["$ref"])] if "$ref" in schema else []
        for part in [*parts, *schema.get("allOf", [])]:
            known = self._resolve(part)
            properties = {**known.get("properties", {}), **merged.get("properties", {})}
            required = [*known.get("required", []), *merged.get("required", [])]
            self._budget.step(len(known) + len(properties) + len(required))
            merged = known | merged
            if properties:
                merged["properties"] = properties
            if required:
                merged["required"] = list(dict.fromkeys(required))
        return merged

    def _target(self, reference: str) -> Object:
        found: Any = self._root
        parts = reference.lstrip("#/").split("/")
        self._budget.step(len(parts))
        for part in parts:
            found = found.get(part.replace("~1", "/").replace("~0", "~"), {}) if part else found
        return cast("Object", found)

    def _choice(self, values: list[Any]) -> Any:
        low = self._text.lower()
        self._budget.step(len(values))
        mentioned = [
            value for value in values if isinstance(value, str) and 0 < len(value) <= len(low) and value.lower() in low
        ]
        return max(mentioned, key=len) if mentioned else values[0]

    def _first_that_fits(self, schema: Object, branches: list[Object], name: str, depth: int) -> Any:
        rest = {key: part for key, part in schema.items() if key not in ("anyOf", "oneOf")}
        # What is null is tried last: it fits easily and says nothing.
        self._budget.step(len(branches) * len(schema))
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
        kind = schema.get("type") or _infer_type(schema)
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
            self._budget.write(len(field))
            value = self._value_or_unfit(part, field, depth)
            if value is not _UNFIT:
                built[field] = value
            elif field in required:
                raise Unfit(field)
        for field in required:
            if field not in built:
                self._budget.write(len(field))
                built[field] = self.value(schema.get("additionalProperties", {}), field, depth + 1)
        for number in range(len(built), min(schema.get("minProperties", 0), MAX_ITEMS)):
            field = f"key-{number + 1}"
            self._budget.write(len(field))
            built[field] = self.value(schema.get("additionalProperties", {}), field, depth + 1)
        return built

    def _array(self, schema: Object, name: str, depth: int) -> list[Any]:
        least = schema.get("minItems", 0)
        if least > MAX_ITEMS:
            raise Unfit(f"minItems: {least} > {MAX_ITEMS}")
        wanted = min(max(least, 1), schema.get("maxItems", 1) if "maxItems" in schema else max(least, 1))
        items = [self.value(part, name, depth + 1) for part in schema.get("prefixItems", [])[: max(wanted, least)]]
        known = {_to_json(item) for item in items}
        try:
            while len(items) < wanted:
                items.append(self._another(schema, items, known, name, depth))
                known.add(_to_json(items[-1]))
        except Unfit:
            if len(items) < least:
                raise
        return items

    def _another(self, schema: Object, items: list[Any], known: set[str], name: str, depth: int) -> Any:
        value = self.value(schema.get("items", {"type": "string"}), name, depth + 1)
        if not schema.get("uniqueItems") or _to_json(value) not in known:
            return value
        kind = self._resolve(schema.get("items", {}))
        self._budget.step(len(kind.get("enum", [])))
        for other in [*kind.get("enum", []), *(f"{value} {len(items) + 1}" for _ in "1" if isinstance(value, str))]:
            if _to_json(other) not in known:
                return self._budget.copy(other)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return max(items) + kind.get("multipleOf", 1)
        raise Unfit(name)

    def _number(self, schema: Object, *, whole: bool) -> float | int:
        """A number of the text, or else one near zero, that is a multiple of what it has to be, within its bounds."""
        step = Fraction(str(schema["multipleOf"])) if schema.get("multipleOf") else Fraction(int(whole))
        if whole and step.denominator != 1:
            step = Fraction(step.numerator)  # the whole numbers among the multiples
        least, above = _bound(schema, "minimum", "exclusiveMinimum", max)
        most, below = _bound(schema, "maximum", "exclusiveMaximum", min)
        inside: list[Fraction] = []
        if step:
            if least is not None:
                first = ceil(least / step)
                inside.append((first + (above and first * step == least)) * step)
            if most is not None:
                last = floor(most / step)
                inside.append((last - (below and last * step == most)) * step)
        elif least is not None and most is not None:
            inside.append((least + most) / 2)
        else:
            inside += [least + 1] if least is not None else [most - 1] if most is not None else []
        candidates = [Fraction(number) for number in self._numbers if isfinite(number)]
        for candidate in [*candidates, Fraction(1), Fraction(0), *inside]:
            number = candidate if not step else ceil(candidate / step) * step
            is_above = least is None or (number > least if above else number >= least)
            is_below = most is None or (number < most if below else number <= most)
            if is_above and is_below:
                return int(number) if number.denominator == 1 else float(number)
        raise Unfit("number")

    def _string(self, schema: Object, name: str) -> str:
        if schema.get("format") in _FORMATS and "pattern" not in schema:
            return _FORMATS[schema["format"]]
        shortest, longest = schema.get("minLength", 0), schema.get("maxLength", LONGEST_TEXT)
        if shortest > LONGEST_TEXT or longest < shortest:
            raise Unfit(f"{name}: a text of {shortest} to {longest} characters")
        candidates = [*self._phrases, self._text or "text", name or "text"]
        if schema.get("pattern"):
            text = self._matching(schema["pattern"], candidates, shortest, longest)
        else:
            text = candidates[0].ljust(shortest, ".")[:longest]
        self._budget.write(len(text))
        return text

    def _matching(self, pattern: str, candidates: list[str], shortest: int, longest: int) -> str:
        """One of the candidates, or a text that is made to match."""
        try:
            known = Pattern(pattern)
            self._budget.step(10 + known.cost)
            for candidate in candidates[:_PATTERN_CANDIDATES]:
                if shortest <= len(candidate) <= min(longest, _PATTERN_CHARACTERS) and known.matches(candidate):
                    return candidate
            for stretch in dict.fromkeys((1, shortest, 0)):
                text = known.make_text(stretch)
                self._budget.step(len(text) // 100)
                # Where the engine has no room for the pattern, how the text was made has to do.
                if shortest <= len(text) <= longest and known.matches(text) is not False:
                    return text
        except UnknownPattern as error:
            raise Unfit(str(error)) from None
        raise Unfit(f"no text was found that matches {pattern}")


def _bound(schema: Object, inclusive: str, exclusive: str, closer: Any) -> tuple[Fraction | None, bool]:
    """The bound of a number on one side, and whether the number must not be the bound itself."""
    found = [Fraction(str(schema[name])) for name in (inclusive, exclusive) if schema.get(name) is not None]
    if not found:
        return None, False
    bound = cast("Fraction", closer(found))
    given = schema.get(exclusive)
    return bound, given is not None and Fraction(str(given)) == bound


def _to_json(value: Any) -> str:
    return json.dumps(value, sort_keys=True)


def _infer_type(schema: Object) -> str:
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
