"""Values made to fit a JSON schema."""

from __future__ import annotations

import enum
import json
import re
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Annotated, Any, Literal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AwareDatetime, BaseModel, Field, HttpUrl, IPvAnyAddress

from claude_client import transform_schema
from claude_client.sandbox.described_bounds import described_bounds
from claude_client.sandbox.patterns import Pattern, UnknownPattern
from claude_client.sandbox.schema_values import Budget, Unfit, fit


class Color(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Point(BaseModel):
    x: float = Field(ge=-1, le=1)
    y: int = Field(gt=3, multiple_of=5)


class Tree(BaseModel):
    name: str
    children: list[Tree] = []
    parent: Tree | None = None


class Circle(BaseModel):
    kind: Literal["circle"]
    center: Point


class Line(BaseModel):
    kind: Literal["line"]
    ends: list[Point] = Field(min_length=2, max_length=2)


class Everything(BaseModel):
    color: Color
    tree: Tree
    shape: Circle | Line = Field(discriminator="kind")
    names: set[Color] = Field(min_length=2)
    pair: tuple[int, str]
    code: str = Field(pattern=r"^[A-Z]{2}-\d{3}$")
    text: str = Field(min_length=5, max_length=8)
    extra: dict[str, int]
    maybe: int | None
    flag: bool


@pytest.mark.parametrize("model", [Color, Point, Tree, Circle, Line, Everything])
@pytest.mark.parametrize("text", ["", "The blue one, 42 of them in Paris", "x" * 5000])
def test_a_value_fits_the_schema_of_a_model(model: Any, text: str) -> None:
    from pydantic import TypeAdapter

    adapter: TypeAdapter[Any] = TypeAdapter(model)

    adapter.validate_python(fit(adapter.json_schema(), text))


class Bounds(BaseModel):
    """What ordinary models ask of their fields."""

    even: int = Field(ge=5, le=9, multiple_of=3)
    narrow: float = Field(gt=0.5, lt=0.75)
    negative: float = Field(lt=0)
    far: int = Field(lt=-100, multiple_of=7)
    cents: float = Field(ge=0.07, le=0.11, multiple_of=0.05)
    price: Decimal = Field(gt=100, max_digits=5, decimal_places=2)
    text: str = Field(min_length=12, max_length=14)
    three: list[int] = Field(min_length=3, max_length=4)
    different: set[int] = Field(min_length=3)
    triple: tuple[int, str, bool]
    pairs: list[tuple[str, float]] = Field(min_length=2)
    named: tuple[Color, Point]
    code: str = Field(pattern=r"^[A-Z]{2}-\d{3,5}$")
    phone: str = Field(pattern=r"^\+?\d{7,15}$", max_length=12)
    slug: str = Field(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", min_length=9)
    address: IPvAnyAddress
    link: HttpUrl
    id: UUID
    day: date
    at: AwareDatetime
    duration: timedelta
    maybe: Annotated[int, Field(ge=10)] | None
    described: int = Field(description="Between two {braces}", ge=41, le=43)


@pytest.mark.parametrize("text", ["", "The blue one, 42 of them in Paris", "-1 0 500"])
@pytest.mark.parametrize(
    "schema_of", [Bounds.model_json_schema, lambda: transform_schema(Bounds)], ids=["whole", "for the API"]
)
def test_bounds_are_kept_where_the_schema_has_them_and_where_its_descriptions_do(
    text: str, schema_of: Callable[[], dict[str, Any]]
) -> None:
    value = fit(schema_of(), text)

    Bounds.model_validate_json(json.dumps(value))


@pytest.mark.parametrize(
    ("description", "bounds"),
    [
        ("{minLength: 3}", {"minLength": 3}),
        ("A name\n\n{pattern: ^[a-z]{2,}, x$, minLength: 3}", {"pattern": "^[a-z]{2,}, x$", "minLength": 3}),
        ("{uniqueItems: True, minItems: 3}", {"uniqueItems": True, "minItems": 3}),
        ("{prefixItems: [{'type': 'integer'}], maxItems: 1}", {"prefixItems": [{"type": "integer"}], "maxItems": 1}),
        ("{exclusiveMinimum: 0.5, default: {'a': 1}}", {"exclusiveMinimum": 0.5}),
        ("A set in mathematics: {minimum}", {}),
        ("Not at the end {minimum: 3} of it", {}),
        ("{minimum: three, maximum: True, minItems: 1.5}", {}),
        (None, {}),
    ],
)
def test_bounds_are_read_from_the_end_of_a_description(description: str | None, bounds: dict[str, Any]) -> None:
    assert described_bounds({"description": description}) == bounds


def test_an_object_has_as_many_properties_as_it_has_to() -> None:
    schema = {"type": "object", "minProperties": 2, "additionalProperties": {"type": "integer", "minimum": 5}}

    value = fit(schema, "")

    assert len(value) == 2
    assert all(each >= 5 for each in value.values())


@given(
    least=st.integers(-1000, 1000),
    span=st.integers(0, 1000),
    step=st.sampled_from([1, 2, 5, 7]),
    text=st.text(max_size=20),
)
def test_a_number_is_within_its_bounds_or_there_is_none(least: int, span: int, step: int, text: str) -> None:
    schema = {"type": "integer", "minimum": least, "maximum": least + span, "multipleOf": step}

    try:
        number = fit(schema, text)
    except Unfit:
        assert span < step
    else:
        assert least <= number <= least + span
        assert number % step == 0


@pytest.mark.parametrize(
    "pattern",
    [
        r"^\d{4}-\d{2}$",
        r"^(a|b)+c?$",
        r"[^a]x",
        r"^\w+@\w+\.com$",
        r"\s-",
        r"^.{3}$",
        r"^[^a-z]$",
        r"^[^\W\d]$",
        r"^[^a0\-_ .A]+$",
        r"^(?P<year>\d{4})$",
        r"^\w{1,64}$",
    ],
)
def test_a_text_is_made_that_its_pattern_matches(pattern: str) -> None:
    known = Pattern(pattern)

    text = known.make_text()

    assert re.search(pattern, text)
    assert known.matches(text)


def test_a_group_may_be_named_as_in_javascript() -> None:
    assert Pattern(r"^(?<year>\d{4})$").make_text() == "0000"


@pytest.mark.parametrize("pattern", ["(", r"(?=a)a", r"(a)\1", r"[", "a" * 3000, r"\p{L}"])
def test_a_pattern_that_is_not_supported_is_named(pattern: str) -> None:
    with pytest.raises(UnknownPattern):
        Pattern(pattern).make_text()
    with pytest.raises(Unfit):
        fit({"type": "string", "pattern": pattern}, "a")


def test_an_optional_field_whose_pattern_is_not_supported_is_left_out() -> None:
    schema = {"type": "object", "properties": {"a": {"pattern": "("}, "b": {"const": 1}}}

    assert fit(schema, "") == {"b": 1}


@pytest.mark.parametrize(("shortest", "longest"), [(3, 3), (0, 5), (7, 20), (0, 1)])
def test_a_text_has_a_length_within_its_bounds(shortest: int, longest: int) -> None:
    for schema in ({"pattern": "^[a-z]+$"}, {"pattern": "^.*$"}, {}):
        text = fit({"type": "string", "minLength": shortest, "maxLength": longest, **schema}, "Some words in Paris")

        assert shortest <= len(text) <= longest


# ---- what a schema may cost

WIDE: dict[str, Any] = {
    "$defs": {
        f"d{level}": {"type": "object", "properties": {str(n): {"$ref": f"#/$defs/d{level + 1}"} for n in range(30)}}
        for level in range(8)
    },
    "$ref": "#/$defs/d0",
}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "array", "items": {"type": "string"}, "minItems": 2_000},
        {"type": "array", "items": {"const": 1}, "minItems": 10**30},
        {"type": "string", "minLength": 200_000},
        {"type": "string", "pattern": "^a{200000}$"},
        {"type": "string", "pattern": "^(a{1000}){1000}$"},
        {"type": "array", "minItems": 900, "items": {"type": "array", "minItems": 900, "items": {"const": 1}}},
        {"type": "array", "minItems": 900, "items": {"type": "string", "minLength": 90_000}},
        {"type": "array", "minItems": 900, "items": {"const": "x" * 5_000}},
        WIDE,
    ],
    ids=str,
)
def test_a_schema_that_asks_for_too_much_is_given_up_soon(schema: dict[str, Any]) -> None:
    started = time.monotonic()

    with pytest.raises(Unfit):
        fit(schema, "text")

    assert time.monotonic() - started < 5


def test_a_pattern_is_matched_in_time_in_proportion_to_the_text() -> None:
    pattern = Pattern("^([a-z]+)+$")
    times = []
    for length in (20_000, 80_000):
        started = time.monotonic()
        assert not pattern.matches("a" * length + "!")
        times.append(time.monotonic() - started)

    assert times[1] < 1


def test_what_is_spent_on_one_schema_is_missing_for_the_next() -> None:
    budget = Budget(steps=280)
    schema = {"type": "array", "minItems": 60, "items": {"type": "string"}}

    fit(schema, "", budget)

    with pytest.raises(Unfit):
        fit(schema, "", budget)


def test_items_that_are_to_differ_do() -> None:
    for items in ({"type": "string"}, {"type": "integer"}, {"enum": ["a", "b", "c"]}):
        value = fit({"type": "array", "items": items, "minItems": 3, "uniqueItems": True}, "text")

        assert len({repr(each) for each in value}) == 3


def test_a_number_too_large_for_a_float_is_passed_over() -> None:
    assert fit({"type": "integer"}, "9" * 400 + " or 7") == 7


def test_a_value_is_taken_from_the_text() -> None:
    schema = {
        "type": "object",
        "properties": {"city": {"type": "string"}, "unit": {"enum": ["C", "fahrenheit"]}, "days": {"type": "integer"}},
    }

    assert fit(schema, 'The weather of "Rio" for 4 days in fahrenheit') == {
        "city": "Rio",
        "unit": "fahrenheit",
        "days": 4,
    }


def test_the_same_text_gives_the_same_value() -> None:
    schema = Everything.model_json_schema()

    assert fit(schema, "Some 7 things") == fit(schema, "Some 7 things")
