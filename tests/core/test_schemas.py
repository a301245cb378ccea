"""JSON schemas of types and written by hand, in the form that the API takes for structured output."""

from __future__ import annotations

import datetime
import decimal
import enum
import json
import pathlib
import uuid
from dataclasses import dataclass
from typing import Annotated, Any, Generic, Literal, NamedTuple, TypeVar

import pytest
from pydantic import AliasChoices, AliasGenerator, AliasPath, BaseModel, ConfigDict, Field, TypeAdapter
from pydantic.alias_generators import to_camel
from typing_extensions import NotRequired, TypedDict

from claude_client import Client, transform_schema
from claude_client.core.partial import validate_partial
from claude_client.sandbox import Sandbox
from claude_client.sandbox.structured_output import check_schema

T = TypeVar("T")


class Unit(enum.Enum):
    """A unit of length."""

    METRE = "m"
    FOOT = "ft"


class Harbour(BaseModel):
    name: str


class Trip(BaseModel):
    start: Harbour = Field(description="Where the ferry LEAVES from")
    end: Harbour = Field(description="Where the ferry ARRIVES")
    unit: Unit = Field(Unit.FOOT, description="Unit of the depth")
    plain: Harbour


def closed(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "additionalProperties": False}


def refuses_nothing(schema: Any) -> None:
    """Hold `schema` against what the sandbox, like the API, takes."""
    check_schema(schema, "schema")


# ---- references -----------------------------------------------------------------------------------------------


def test_what_stands_beside_a_reference_is_kept() -> None:
    made = transform_schema(Trip)

    properties = made["properties"]
    assert properties["start"]["description"] == "Where the ferry LEAVES from"
    assert properties["start"]["properties"] == {"name": {"type": "string", "title": "Name"}}
    assert properties["end"]["description"] == "Where the ferry ARRIVES"
    assert properties["unit"]["description"] == "Unit of the depth\n\nA unit of length.\n\n{default: ft}"
    assert properties["unit"]["enum"] == ["m", "ft"]
    assert properties["plain"] == {"$ref": "#/$defs/Harbour"}
    assert made["$defs"].keys() == {"Harbour"}
    refuses_nothing(made)


INNER = {"type": "object", "properties": {"a": {"type": "integer"}}}
INNER_CLOSED = closed(a={"type": "integer"})


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (
            {"$ref": "#/definitions/X", "definitions": {"X": INNER}},
            {"$defs": {"X": INNER_CLOSED}, "$ref": "#/$defs/X"},
        ),
        (
            # One name, two definitions: neither takes the place of the other.
            {"anyOf": [{"$ref": "#/definitions/X"}, {"$ref": "#/$defs/X"}], "definitions": {"X": {"type": "null"}}, "$defs": {"X": INNER}},
            {"anyOf": [{"type": "null"}, INNER_CLOSED]},
        ),
        (
            # Definitions that stand further in, as where a schema was put into another one.
            {"type": "object", "properties": {"x": {"$ref": "#/$defs/X", "$defs": {"X": INNER}}}},
            closed(x=INNER_CLOSED),
        ),
        (
            {"type": "object", "properties": {"x": INNER, "y": {"$ref": "#/properties/x"}}},
            closed(x=INNER_CLOSED, y=INNER_CLOSED),
        ),
        (
            {"$ref": "#/$defs/a~1b%20c", "$defs": {"a/b c": INNER}},
            {"$defs": {"a/b c": INNER_CLOSED}, "$ref": "#/$defs/a~1b c"},
        ),
        (
            {"allOf": [{"$ref": "#/$defs/X"}], "description": "Beside it", "$defs": {"X": {**INNER, "description": "X"}}},
            {**INNER_CLOSED, "description": "Beside it\n\nX"},
        ),
        (
            {"$ref": "#/$defs/A", "title": "T", "$defs": {"A": {"$ref": "#/$defs/X"}, "X": INNER, "unused": {}}},
            {**INNER_CLOSED, "title": "T"},
        ),
    ],
)  # fmt: skip
def test_references_of_all_forms_are_followed(given: Any, sent: Any) -> None:
    assert transform_schema(given) == sent
    refuses_nothing(sent)


class Node(BaseModel):
    children: list[Node]


class Described(BaseModel):
    next: Described | None = Field(None, description="The next one")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (Node, r"the schema\.\$defs\.Node\.children\.items refers to #/\$defs/Node, which contains itself"),
        (Described, r"refers to #/\$defs/Described, which contains itself"),
        ({"type": "object", "properties": {"a": {"$ref": "#"}}}, r"the schema\.a refers to #, which contains itself"),
        ({"$ref": "#/$defs/A", "$defs": {"A": {"allOf": [{"$ref": "#/$defs/A"}]}}}, "which contains itself"),
        ({"$ref": "#/$defs/A", "$defs": {"A": {"$ref": "#/$defs/B"}, "B": {"$ref": "#/$defs/A"}}}, "contains itself"),
        ({"$ref": "#/$defs/A"}, r"the schema refers to #/\$defs/A, which is not in the schema"),
        ({"$ref": "https://example.com/a.json"}, "outside of the schema"),
        ({"$ref": "#A", "$defs": {"A": {"$anchor": "A", "type": "string"}}}, "the schema refers to the anchor '#A'"),
        ({"$ref": "a.json#/b"}, "outside of the schema"),
        ({"$ref": 3}, "outside of the schema"),
    ],
)
def test_a_reference_that_leads_nowhere_or_back_is_refused_with_its_place(given: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        transform_schema(given)


def test_references_that_multiply_are_refused_in_bounded_time() -> None:
    pair = {"type": "array", "prefixItems": []}
    definitions: Any = {"n0": {"type": "null"}}
    for number in range(1, 40):
        below = {"$ref": f"#/$defs/n{number - 1}", "description": "Written out"}
        definitions[f"n{number}"] = {**pair, "prefixItems": [below, {**below, "title": "b"}]}

    with pytest.raises(ValueError, match="the schema is too large"):
        transform_schema({"$ref": "#/$defs/n39", "$defs": definitions})


# ---- schemas written by hand ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (
            {"type": ["object", "null"], "properties": {"a": {"type": "integer"}}, "description": "D"},
            {"anyOf": [INNER_CLOSED, {"type": "null"}], "description": "D"},
        ),
        (
            {"type": ["string", "integer"], "format": "date", "minimum": 3, "default": 4},
            {"anyOf": [{"type": "string", "format": "date"}, {"type": "integer", "description": "{minimum: 3}"}], "description": "{default: 4}"},
        ),
        ({"type": ["string"]}, {"type": "string"}),
        ({"type": ["string", "null"], "enum": ["a", None]}, {"enum": ["a", None]}),
        ({"type": "string", "nullable": True}, {"anyOf": [{"type": "string"}, {"type": "null"}]}),
        ({"enum": ["a"], "nullable": True}, {"enum": ["a", None]}),
        ({"properties": {"a": {"type": "integer"}}}, INNER_CLOSED),
        ({"items": {"type": "null"}}, {"type": "array", "items": {"type": "null"}}),
        ({"maxLength": 3}, {"type": "string", "description": "{maxLength: 3}"}),
        ({**INNER, "required": ["a", "b"]}, {**INNER_CLOSED, "required": ["a"]}),
        ({**INNER, "additionalProperties": {"type": "null"}}, INNER_CLOSED),
        ({"$schema": "s", "$id": "i", "type": "null"}, {"type": "null"}),
        (
            {"type": "array", "items": [{"type": "string"}]},
            {"type": "array", "items": {"type": "string"}, "description": "{items in this order: ['string']}"},
        ),
        (
            {"type": "array", "prefixItems": [{"type": "string"}, {"type": "null"}], "items": False},
            {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "null"}]}, "description": "{items in this order: ['string', 'null']}"},
        ),
        (
            {"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}},
            {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "integer"}]}, "description": "{items in this order: ['string']}"},
        ),
        # Closed objects beside one another would leave no value that fits.
        (
            {"allOf": [INNER, {"type": "object", "properties": {"b": {"type": "null"}}, "required": ["b"]}, True], "description": "D"},
            {**closed(a={"type": "integer"}, b={"type": "null"}), "required": ["b"], "description": "D"},
        ),
        (
            {**INNER, "anyOf": [{"required": ["a"]}, {"properties": {"b": {"type": "null"}}}]},
            {"anyOf": [{**INNER_CLOSED, "required": ["a"]}, closed(a={"type": "integer"}, b={"type": "null"})]},
        ),
        (
            {"type": "string", "oneOf": [{"format": "email"}, {"const": ""}]},
            {"anyOf": [{"type": "string", "format": "email"}, {"const": ""}]},
        ),
        ({"type": "object", "properties": {"const": {"type": "null"}}}, closed(const={"type": "null"})),
    ],
)  # fmt: skip
def test_a_schema_written_by_hand_is_adapted(given: Any, sent: Any) -> None:
    before = json.dumps(given)

    assert transform_schema(given) == sent
    assert json.dumps(given) == before
    refuses_nothing(sent)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (
            {"type": "object", "properties": {"a": True}},
            r"the schema\.a has to have a type: True allows anything",
        ),
        ({"type": "object", "properties": {"a": False}}, r"the schema\.a has to .* False allows nothing"),
        ({"type": "object", "properties": ["a"]}, r"the schema\.properties is \['a'\]: expected"),
        ({"type": "array", "items": True}, r"the schema\.items has to have a type"),
        ({"anyOf": [True]}, r"the schema\.anyOf\.0 has to have a type"),
        ({"anyOf": []}, r"the schema\.anyOf is empty"),
        ({"allOf": [False]}, r"the schema\.allOf\.0 has to have a type"),
        ({"allOf": 3}, r"the schema\.allOf is 3: expected a list"),
        ({"type": "date"}, "the schema has the type 'date': expected one of object, array"),
        ({"type": ["string", 3]}, "the schema has the type 3"),
        ({"type": []}, "the list of types is empty"),
        ({"type": "object"}, "the schema is an object with free keys"),
        ({"type": "object", "additionalProperties": True}, "the schema is an object with free keys"),
        ({"type": "object", "additionalProperties": {"type": "null"}}, "the schema is an object with free keys"),
        ({"type": "object", "properties": {}, "additionalProperties": {}}, "the schema is an object with free keys"),
        ({"type": "object", "patternProperties": {"a": {"type": "null"}}}, "the schema is an object with free keys"),
        ({"type": "array", "items": {"type": ["object", "null"]}}, r"the schema\.items is an object with free keys"),
    ],
)
def test_a_schema_that_the_api_has_no_form_of_is_refused_with_its_place(given: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        transform_schema(given)


# ---- types ----------------------------------------------------------------------------------------------------


class Audit(BaseModel):
    findings: dict[str, list[str]]


class Point(NamedTuple):
    x: int
    y: int = 0


@dataclass
class Boat:
    name: str
    length: Annotated[float, Field(gt=0)] = 3.5


class Booking(TypedDict):
    day: datetime.date
    note: NotRequired[str]


class Box(BaseModel, Generic[T]):
    content: T


class Cat(BaseModel):
    kind: Literal["cat"]


class Dog(BaseModel):
    kind: Literal["dog"]


class Everything(BaseModel):
    boat: Boat
    booking: Booking
    box: Box[int]
    pet: Annotated[Cat | Dog, Field(discriminator="kind")]
    point: Point
    pair: tuple[int, str]
    many: tuple[int, ...]
    some: set[int]
    unit: Unit
    at: datetime.datetime
    lasts: datetime.timedelta
    price: decimal.Decimal
    id: uuid.UUID
    data: bytes
    path: pathlib.Path
    maybe: int | None = None


VALUE = {
    "boat": {"name": "Aran", "length": 9.5},
    "booking": {"day": "2026-05-03"},
    "box": {"content": 3},
    "pet": {"kind": "dog"},
    "point": [1, 2],
    "pair": [1, "b"],
    "many": [1],
    "some": [1],
    "unit": "ft",
    "at": "2026-05-03T12:00:00Z",
    "lasts": "PT1H",
    "price": "3.50",
    "id": "00000000-0000-0000-0000-000000000001",
    "data": "abc",
    "path": "a/b",
}


def test_types_of_all_kinds_have_schemas_that_the_api_takes_and_are_read(told: Sandbox) -> None:
    refuses_nothing(transform_schema(Everything))
    told.reply(json.dumps(VALUE))

    with Client(base_url=told.url, api_key=told.api_key, max_retries=0) as client:
        message = client.messages.parse(**ASK, output_format=Everything)

    read = message.parsed_output
    assert read is not None, message.parse_error
    assert (read.point, read.pet, read.box) == (Point(1, 2), Dog(kind="dog"), Box[int](content=3))


ASK: Any = {"model": "claude-opus-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Hi"}]}


@pytest.fixture
def told() -> Any:
    with Sandbox() as running:
        yield running


@pytest.mark.parametrize("output_format", [Audit, list[Audit], dict[str, int], Node, Box[dict[str, Any]]])
def test_what_the_api_cannot_give_is_refused_before_it_is_sent(told: Sandbox, output_format: Any) -> None:
    with Client(base_url=told.url, api_key=told.api_key) as client, pytest.raises(ValueError, match="the schema"):
        client.messages.parse(**ASK, output_format=output_format)

    assert told.requests == []


def test_an_object_without_fields_is_one(told: Sandbox) -> None:
    class Empty(BaseModel): ...

    assert transform_schema(Empty)["properties"] == {}


class Aliased(BaseModel):
    first: int = Field(validation_alias=AliasChoices("x", "y"))
    second: int = Field(alias="z")
    third: int = Field(serialization_alias="not this one")
    fourth: int = Field(validation_alias=AliasChoices(AliasPath("p", 0), "w"))


class Generated(BaseModel):
    model_config = ConfigDict(
        alias_generator=AliasGenerator(validation_alias=to_camel, serialization_alias=lambda name: name.upper())
    )
    my_name: int


class AliasedDict(TypedDict):
    first: Annotated[int, Field(validation_alias=AliasChoices("x", "y"))]
    second: Annotated[int, Field(alias="z")]


@dataclass
class AliasedData:
    first: Annotated[int, Field(validation_alias=AliasChoices("x", "y"))]


@pytest.mark.parametrize("type_", [Aliased, Generated, AliasedDict, AliasedData])
def test_a_field_is_read_by_the_name_that_its_schema_has(type_: Any) -> None:
    value = dict.fromkeys(transform_schema(type_)["properties"], 3)

    read = TypeAdapter(type_).validate_python(value)

    assert read is not None
    assert validate_partial(TypeAdapter(type_), json.dumps(value)[:-1]) == read


@pytest.mark.parametrize("kind", ["model", "dataclass", "TypedDict"])
def test_a_field_that_is_read_from_inside_of_another_is_refused_by_name(kind: str) -> None:
    inside = Annotated[int, Field(validation_alias=AliasPath("options", "seats"))]
    types: Any = {
        "model": type("M", (BaseModel,), {"__annotations__": {"seats": inside}}),
        "dataclass": dataclass(type("D", (), {"__annotations__": {"seats": inside}})),
        "TypedDict": TypedDict("TD", {"seats": inside}),  # type: ignore[misc]
    }

    with pytest.raises(TypeError, match=r"AliasPath\(options\.seats\)"):
        transform_schema(types[kind])


@pytest.mark.parametrize("text", ['{"type": "object"}', b"{}"])
def test_a_schema_that_is_still_text_is_refused(text: Any) -> None:
    with pytest.raises(TypeError, match=r"invalid schema of type (str|bytes): give json\.loads\(\) of it"):
        transform_schema(text)
