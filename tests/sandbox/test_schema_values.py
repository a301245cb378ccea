"""Values made to fit a JSON schema."""

from __future__ import annotations

import enum
import re
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from claude_client.sandbox.schema_values import Unfit, fit, matching_text


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


@pytest.mark.parametrize("pattern", [r"^\d{4}-\d{2}$", r"^(a|b)+c?$", r"[^a]x", r"^\w+@\w+\.com$", r"\s-", r"^.{3}$"])
def test_a_text_is_found_by_its_pattern(pattern: str) -> None:
    assert re.search(pattern, matching_text(pattern))


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
