"""What `@tool` makes of functions, methods and classes."""

from __future__ import annotations

import functools
import inspect
import json
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

import pytest
from pydantic import AliasChoices, AliasPath, BaseModel, Field, ValidationError
from typing_extensions import NotRequired, TypedDict, Unpack

from claude_client import Client, Tool, ToolContext, beta_async_tool, beta_tool, tool
from claude_client.sandbox import Sandbox
from claude_client.tools import to_params


class Place(BaseModel):
    city: str
    country: str = "Norway"


class Tree(BaseModel):
    children: list[Tree]


def param(thing: object) -> Any:
    (made,) = to_params([thing])
    return made


def schema(thing: object) -> Any:
    return param(thing)["input_schema"]


def test_name_description_and_schema_come_from_the_function() -> None:
    @tool
    def get_weather(city: str, unit: Literal["C", "F"] = "C") -> str:
        """The weather in a city."""
        return f"{city} {unit}"

    assert param(get_weather) == {
        "name": "get_weather",
        "description": "The weather in a city.",
        "input_schema": {
            "type": "object",
            "properties": {
                "city": {"type": "string"},
                "unit": {"type": "string", "enum": ["C", "F"], "default": "C"},
            },
            "required": ["city"],
            "additionalProperties": False,
        },
    }


@pytest.mark.parametrize(
    "docstring",
    [
        "The weather.\n\nNow.\n\nArgs:\n    city: Which city.\n    day: Which day.\n\nReturns:\n    It.",
        "The weather.\n\nNow.\n\nParameters\n----------\ncity : str\n    Which city.\nday : int\n    Which day.",
        "The weather.\n\nNow.\n\n:param city: Which city.\n:param day: Which day.\n:returns: It.",
    ],
    ids=["google", "numpy", "rest"],
)
def test_descriptions_of_the_arguments_come_from_the_docstring(docstring: str) -> None:
    def get_weather(city: Any, day: Annotated[int, Field(description="Said in place.")] = 0) -> None: ...

    get_weather.__doc__ = docstring
    made = param(tool(get_weather))

    assert made["description"] == "The weather.\n\nNow."
    assert made["input_schema"]["properties"]["city"]["description"] == "Which city."
    assert made["input_schema"]["properties"]["day"]["description"] == "Said in place."


def test_without_a_parser_the_whole_docstring_is_the_description() -> None:
    code = (
        "import sys; sys.modules['docstring_parser'] = None\n"
        "from claude_client import tool\n"
        "@tool\n"
        "def f(a: int) -> None:\n"
        "    '''One.\n\n    Args:\n        a: Two.\n    '''\n"
        "print(repr(f.description))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == repr("One.\n\nArgs:\n    a: Two.")


def test_fields_annotated_and_models_are_in_the_schema() -> None:
    @tool
    def plan(place: Place, days: Annotated[int, Field(ge=1, le=7)], start: date | None = None) -> None: ...

    made = schema(plan)

    assert made["properties"]["days"] == {"type": "integer", "minimum": 1, "maximum": 7}
    assert made["properties"]["start"]["anyOf"][0] == {"type": "string", "format": "date"}
    assert made["$defs"]["Place"]["required"] == ["city"]
    assert made["required"] == ["place", "days"]


def test_a_decorated_function_is_called_as_before() -> None:
    @tool(name="twice_of", timeout=3)
    def double(number: int) -> int:
        """Doubles."""
        return number * 2

    assert double(4) == 8
    assert (double.__name__, double.__doc__) == ("double", "Doubles.")
    assert list(inspect.signature(double).parameters) == ["number"]
    assert (double.name, double.timeout) == ("twice_of", 3)


def test_an_input_is_read_as_the_type_hints_say() -> None:
    @tool
    def seen(place: Place, day: date, numbers: tuple[int, ...] = ()) -> Any:
        return place, day, numbers

    given = seen.call({"place": {"city": "Oslo"}, "day": "2026-03-04", "numbers": [1, 2]})

    assert given == (Place(city="Oslo"), date(2026, 3, 4), (1, 2))


@pytest.mark.parametrize("wrong", [{}, {"number": "many"}, {"number": 1, "other": 2}])
def test_an_input_that_does_not_fit_does_not_reach_the_function(wrong: Any) -> None:
    @tool
    def double(number: int) -> int:
        raise AssertionError

    with pytest.raises(ValidationError):
        double.call(wrong)


def test_arguments_may_have_any_name_and_any_kind() -> None:
    @tool
    def odd(schema: int, copy: int, /, json: int, *, model_fields: int = 4, **rest: int) -> Any:
        return schema, copy, json, model_fields, rest

    assert odd.call({"json": 3, "copy": 2, "schema": 1, "five": 5}) == (1, 2, 3, 4, {"five": 5})
    assert schema(odd)["additionalProperties"] == {"type": "integer"}


def test_what_the_program_gives_is_not_shown_to_the_model() -> None:
    @tool
    def find(query: str, database: ToolContext[dict[str, int]]) -> int:
        return database[query]

    assert list(schema(find)["properties"]) == ["query"]
    assert find.needs_context
    assert find.call({"query": "a"}, {"a": 1}) == 1
    assert find("a", {"a": 2}) == 2
    with pytest.raises(ValidationError):
        find.call({"query": "a", "database": {"a": 3}}, {"a": 1})


def test_a_method_is_a_tool_of_its_instance() -> None:
    class Calendar:
        def __init__(self, *days: str) -> None:
            self.days = [*days]

        @tool(description="Adds a day.")
        def add(self, day: str) -> int:
            self.days.append(day)
            return len(self.days)

        @staticmethod
        @tool
        def double(number: int) -> int:
            return number * 2

    calendar = Calendar("Monday")

    assert calendar.add("Tuesday") == 2
    assert calendar.add.call({"day": "Friday"}) == 3
    assert list(schema(calendar.add)["properties"]) == ["day"]
    assert param(calendar.add)["description"] == "Adds a day."
    assert Calendar.double.call({"number": 2}) == 4
    with pytest.raises(TypeError, match=r"Calendar\.add is a method: give the tool of an instance, Calendar\(\)\.add"):
        param(Calendar.add)


def test_a_tool_may_be_named_in_a_class_too() -> None:
    @tool
    def get_weather(city: str) -> str:
        return city

    class Kit:
        weather = get_weather

    assert param(get_weather)["name"] == "get_weather"
    assert Kit.weather("Oslo") == "Oslo"


async def awaited(a: int) -> int:
    return a


def test_a_coroutine_function_gives_a_coroutine() -> None:
    coroutine = tool(awaited).call({"a": 1})

    assert inspect.iscoroutine(coroutine)
    with pytest.raises(StopIteration) as done:
        coroutine.send(None)
    assert done.value.value == 1


def any_number(*numbers: int) -> None: ...


class Callable_:
    def __call__(self, a: int) -> int:
        return a + 1


@pytest.mark.parametrize("function", [functools.partial(pow, 2), Callable_()], ids=["partial", "object"])
def test_whatever_can_be_called_can_be_a_tool(function: Callable[..., Any]) -> None:
    made = tool(function, name="it")

    assert made.name == "it"
    assert made.call({"a": 1} if isinstance(function, Callable_) else {"exp": 1}) == 2


def test_a_model_is_a_tool_that_runs_by_its_call() -> None:
    @tool
    class GetWeather(BaseModel):
        """The weather."""

        city: Annotated[str, Field(min_length=1)]

        def __call__(self, suffix: ToolContext[str]) -> str:
            return self.city + suffix

    made = Tool.of(GetWeather)

    assert GetWeather(city="Oslo").city == "Oslo"
    assert param(GetWeather) == {
        "name": "GetWeather",
        "description": "The weather.",
        "input_schema": {
            "type": "object",
            "properties": {"city": {"type": "string", "minLength": 1}},
            "required": ["city"],
        },
    }
    assert made.needs_context
    assert made.call({"city": "Oslo"}, "!") == "Oslo!"


def test_a_dataclass_and_a_plain_class_are_made_of_the_input() -> None:
    @tool
    @dataclass
    class Point:
        x: int
        y: int = 0

    @tool
    class Size:
        def __init__(self, width: int) -> None:
            self.width = width

    assert Tool.of(Point).call({"x": "1"}) == Point(1)
    assert Tool.of(Size).call({"width": 3}).width == 3
    assert schema(Size)["required"] == ["width"]


def test_a_subclass_of_a_class_that_is_a_tool_is_not_a_tool() -> None:
    @tool
    class Base(BaseModel): ...

    class Derived(Base): ...

    with pytest.raises(TypeError, match="Derived is not a tool"):
        to_params([Derived])


def test_a_tool_can_be_told_by_its_schema() -> None:
    given = {"type": "object", "properties": {"a": {"type": "integer"}}}

    made = Tool.from_schema(lambda a: a + 1, name="add-one", input_schema=given, description="Adds.", strict=True)

    closed = {**given, "additionalProperties": False}
    assert made.to_param() == {"name": "add-one", "description": "Adds.", "input_schema": closed, "strict": True}
    assert made.call({"a": 1}) == 2


def test_a_tool_of_the_api_that_runs_here_keeps_its_definition() -> None:
    made = Tool.from_param(lambda command: f"$ {command}", {"type": "bash_20250124", "name": "bash"})

    assert made.to_param() == {"type": "bash_20250124", "name": "bash"}
    assert (made.name, made.call({"command": "ls"})) == ("bash", "$ ls")


def test_everything_that_the_api_may_be_told_of_a_tool_is_sent() -> None:
    told: Any = {
        "cache_control": {"type": "ephemeral"},
        "defer_loading": True,
        "allowed_callers": ["direct"],
        "eager_input_streaming": True,
        "input_examples": [{"a": 1}],
    }

    @beta_tool(name="n", description="d", input_schema=Place, **told)
    def f(a: int) -> None: ...

    assert {**param(f), "input_schema": {}} == {"name": "n", "description": "d", "input_schema": {}, **told}
    assert schema(f)["required"] == ["city"]
    assert beta_async_tool is beta_tool is tool


def test_the_schema_of_a_strict_tool_is_closed() -> None:
    @tool(strict=True)
    def go(place: Place) -> None: ...

    assert param(go)["strict"] is True
    assert schema(go)["$defs"]["Place"]["additionalProperties"] is False


@pytest.mark.parametrize(
    ("wrong", "error", "message"),
    [
        (lambda: tool(lambda a: a), ValueError, r"invalid tool name '<lambda>': name= takes"),
        (lambda: tool(name="a b")(awaited), ValueError, "invalid tool name 'a b'"),
        (lambda: tool(any_number), TypeError, r"any_number\(\) takes \*numbers, which has no name"),
        (lambda: tool(3), TypeError, "@tool takes a function or a class, not a int"),  # type: ignore[call-overload]
        (lambda: tool(staticmethod(awaited)), TypeError, "@tool goes below @staticmethod"),
        (lambda: tool(nmae="x"), TypeError, "unexpected keyword argument 'nmae'"),  # type: ignore[call-overload]
        (lambda: to_params([awaited]), TypeError, "awaited is not a tool: decorate it with @tool"),
        (lambda: Tool.from_param(print, {"type": "mcp_toolset"}), TypeError, "a tool without a name"),  # type: ignore[typeddict-item]
    ],
)
def test_what_cannot_be_a_tool_is_refused_at_once(wrong: Any, error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        wrong()


def test_a_type_that_is_defined_later_is_found_when_the_tool_is_used() -> None:
    @tool
    def late(a: Later) -> None: ...

    assert schema(late)["properties"]["a"] == {"type": "integer"}


Later = int


def test_tools_can_stand_in_every_call_that_takes_tools(told: Sandbox) -> None:
    @tool
    def get_weather(city: str) -> str:
        """The weather."""
        return city

    @tool
    class Pick(BaseModel):
        number: int

    ask: Any = {"model": "claude-opus-5", "messages": [{"role": "user", "content": "Hi"}]}
    tools = [get_weather, Pick]

    with Client(base_url=told.url, api_key=told.api_key) as client:
        told.reply("One").reply("Two")
        client.messages.create(**ask, max_tokens=9, tools=tools)
        with client.messages.stream(**ask, max_tokens=9, tools=iter(tools)) as stream:
            stream.until_done()
        client.messages.count_tokens(**ask, tools=tools)
        client.messages.batches.create(
            requests=[{"custom_id": "a", "params": {**ask, "max_tokens": 9, "tools": tools}}]
        )

    sent = [json.loads(request.body) for request in told.requests]
    asked = [each["requests"][0]["params"] if "requests" in each else each for each in sent]
    assert [each["tools"] for each in asked] == [[param(get_weather), param(Pick)]] * 4


# ---- what the program sets ------------------------------------------------------------------------------------


class Connection:
    """Pydantic knows nothing of it."""


CONNECTION = Connection()
INTRUDER = Connection()


@tool
def with_keywords(city: str, db: ToolContext[Any] = None, **rest: Any) -> Any:
    return db, rest


@tool
def with_position(db: ToolContext[Any] = None, /, **rest: Any) -> Any:
    return db, rest


@tool
def with_alias(db: Annotated[ToolContext[Any], Field(alias="database")] = None, **rest: Any) -> Any:
    return db, rest


@tool
def with_choice(db: ToolContext[Connection] | None = None) -> Any:
    return db, {}


@tool
class Model(BaseModel):
    city: str = ""
    db: ToolContext[Connection]

    def __call__(self) -> Any:
        return self.db, {}


@tool
class AliasedModel(BaseModel):
    db: ToolContext[Connection] | None = Field(None, validation_alias=AliasChoices("database", "connection"))

    def __call__(self) -> Any:
        return self.db, {}


@tool
@dataclass
class Data:
    db: ToolContext[Connection]
    city: str = ""

    def __call__(self) -> Any:
        return self.db, {}


@pytest.mark.parametrize("thing", [with_keywords, with_position, with_alias, with_choice, Model, AliasedModel, Data])
@pytest.mark.parametrize("key", ["db", "database", "connection"])
@pytest.mark.parametrize("context", [CONNECTION, None])
def test_what_the_program_sets_is_never_set_by_the_model(thing: Any, key: str, context: Any) -> None:
    made = Tool.of(thing)
    takes_city = thing in (with_keywords, Model, Data)
    given: dict[str, Any] = {"city": "Oslo"} if takes_city else {}

    assert "db" not in json.dumps(schema(thing))
    if context is not None:
        assert made.call(given, context)[0] is CONNECTION
    with suppress(ValidationError):
        assert made.call({**given, key: INTRUDER}, context)[0] is context


def test_a_model_within_an_input_gets_the_context_and_nothing_of_the_model() -> None:
    class Inner(BaseModel):
        name: str
        db: ToolContext[Connection]

    @tool
    def look(inner: Inner, several: list[Inner] = []) -> Any:  # noqa: B006
        return [inner.db, *(each.db for each in several)]

    assert "db" not in json.dumps(schema(look))
    found = look.call({"inner": {"name": "a"}, "several": [{"name": "b"}]}, CONNECTION)
    assert found == [CONNECTION, CONNECTION]
    with pytest.raises(ValidationError, match="The program sets this, leave it out"):
        look.call({"inner": {"name": "a", "db": INTRUDER}}, CONNECTION)
    with pytest.raises(ValidationError, match="Field required"):
        look.call({"inner": {"name": "a"}})
    assert Inner(name="a", db=CONNECTION).db is CONNECTION
    with pytest.raises(ValidationError, match="Field required"):
        Inner(name="a")  # type: ignore[call-arg]


def test_what_the_program_set_does_not_go_to_the_model_with_an_instance() -> None:
    @tool
    class Pick(BaseModel):
        number: int
        db: ToolContext[Connection]

    made = Tool.of(Pick)

    assert made.needs_context
    assert made.call({"number": 3}, CONNECTION) == {"number": 3}
    assert Tool.of(AliasedModel).needs_context is False


# ---- aliases ---------------------------------------------------------------------------------------------------


class Options(TypedDict):
    seats: int
    day: NotRequired[Annotated[str, Field(alias="date")]]


@tool
def weather(
    city: Annotated[str, Field(validation_alias=AliasChoices("location", "place"))],
    unit: Annotated[str, Field(alias="in")] = "C",
    wind: Annotated[bool, Field(serialization_alias="not this one")] = False,
    at: Annotated[int, Field(validation_alias=AliasChoices(AliasPath("x", 0), "hour"))] = 0,
) -> Any:
    """The weather.

    Args:
        city: Which city.
    """
    return city, unit, wind, at


@tool
def book(name: str, **options: Unpack[Options]) -> Any:
    """Book seats."""
    return name, options


@tool
class Choice(BaseModel):
    """A choice.

    Attributes:
        city: Which city.
    """

    city: str = Field(validation_alias=AliasChoices("location", "place"))


def reads_choices() -> bool:
    """Whether this pydantic reads parameters of functions by choices of aliases; 2.10 reads them by their names."""
    return "location" in schema(weather)["properties"]


def test_an_argument_is_read_by_the_name_that_its_schema_has() -> None:
    names = list(schema(weather)["properties"])

    assert names == (["location", "in", "wind", "hour"] if reads_choices() else ["city", "in", "wind", "at"])
    assert weather.call(dict(zip(names, ("Oslo", "F", True, 3), strict=True))) == ("Oslo", "F", True, 3)
    assert not reads_choices() or weather.call({"place": "Oslo"})[0] == "Oslo"
    assert schema(weather)["properties"][names[0]]["description"] == "Which city."
    assert schema(Choice)["properties"]["location"]["description"] == "Which city."
    assert Tool.of(Choice).call({"location": "Oslo"}).city == "Oslo"


def test_the_keys_of_a_typed_dict_are_arguments() -> None:
    assert schema(book) == {
        "type": "object",
        "properties": {"name": {"type": "string"}, "seats": {"type": "integer"}, "date": {"type": "string"}},
        "required": ["name", "seats"],
        "additionalProperties": False,
    }
    assert book.call({"name": "Nora", "seats": 2, "date": "3 May"}) == ("Nora", {"seats": 2, "day": "3 May"})
    with pytest.raises(ValidationError):
        book.call({"name": "Nora"})


def test_an_argument_that_is_read_from_inside_of_another_is_refused_by_name() -> None:
    @tool
    def inside(seats: Annotated[int, Field(validation_alias=AliasPath("options", "seats"))]) -> None: ...

    if not reads_choices():
        assert inside.call({next(iter(schema(inside)["properties"])): 3}) is None
        return
    with pytest.raises(TypeError, match=r"the tool inside .* parameter 'seats'.*AliasPath\(options\.seats\)"):
        param(inside)


# ---- annotations that say nothing ------------------------------------------------------------------------------


def test_the_type_of_the_result_is_never_needed() -> None:
    @tool
    def plain(a: int) -> Missing:  # type: ignore[name-defined]  # noqa: F821
        return a

    @tool
    class Made:
        def __init__(self, a: int) -> Missing:  # type: ignore[name-defined]  # noqa: F821
            self.a = a

    assert schema(plain)["properties"] == {"a": {"type": "integer"}}
    assert plain.call({"a": "3"}) == 3
    assert Tool.of(Made).call({"a": 3}).a == 3


def test_an_annotation_that_cannot_be_evaluated_names_the_tool_the_parameter_and_what_to_do() -> None:
    @tool(name="book_seats")
    def book(start: int, end: Missing) -> None: ...  # type: ignore[name-defined]  # noqa: F821

    for use in (lambda: param(book), lambda: book.call({"start": 1, "end": 2}), lambda: book.needs_context):
        with pytest.raises(TypeError) as caught:
            use()
        message = str(caught.value)
        for words in ("the tool book_seats", "parameter 'end'", "Missing", "if TYPE_CHECKING:", "input_schema="):
            assert words in message


@pytest.mark.parametrize("annotation", ["int[3]", "3 +", "Missing.x", "list[Missing] | None"])
def test_whatever_is_wrong_with_an_annotation_it_is_named(annotation: str) -> None:
    def wrong(a: int) -> None: ...

    wrong.__annotations__["a"] = annotation

    with pytest.raises(TypeError, match="the tool wrong cannot be described: the annotation of its parameter 'a'"):
        param(tool(wrong))


def test_a_type_that_has_no_schema_names_the_tool_and_the_parameter() -> None:
    @tool
    def send(text: str, to: Connection) -> None: ...

    @tool
    def call_back(to: Callable[[int], int]) -> None: ...

    with pytest.raises(TypeError, match=r"the tool send .* parameter 'to'.*Connection.*ToolContext\[\.\.\.\]"):
        param(send)
    with pytest.raises(TypeError, match="the tool call_back .* parameter 'to'"):
        param(call_back)


def test_with_a_schema_given_annotations_that_say_nothing_do_no_harm() -> None:
    given: Any = {"type": "object", "properties": {"a": {}, "b": {}, "c": {}}}

    @tool(input_schema=given)
    def look(a: Missing, b: Connection, c: int) -> Any:  # type: ignore[name-defined]  # noqa: F821
        return a, b, c

    assert schema(look) == given
    assert look.call({"a": 1, "b": 2, "c": "3"}) == (1, 2, 3)


def test_a_context_needs_no_name_that_is_there_for_type_checkers_only() -> None:
    @tool
    def find(key: str, db: ToolContext[Missing], more: ToolContext[Missing] | None = None) -> Any:  # type: ignore[name-defined]  # noqa: F821
        return key, db, more

    assert list(schema(find)["properties"]) == ["key"]
    assert find.call({"key": "a"}, CONNECTION) == ("a", CONNECTION, CONNECTION)


@pytest.mark.parametrize("wrong", [dict[str, int], Tree])
def test_a_strict_tool_that_the_api_has_no_form_of_is_refused_by_name(wrong: Any) -> None:
    def go(places: Any) -> None: ...

    go.__annotations__["places"] = wrong

    with pytest.raises(ValueError, match="the tool go cannot be strict: the schema"):
        param(tool(go, strict=True))
    assert param(tool(go))["input_schema"]["properties"]["places"]


# ---- schemas written elsewhere ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        ({}, {"type": "object"}),
        ({"properties": {"a": True}}, {"type": "object", "properties": {"a": True}}),
        (
            {"properties": {"a": {"type": "array", "items": [{"minimum": 1, "exclusiveMinimum": True}], "additionalItems": False}}},
            {"type": "object", "properties": {"a": {"type": "array", "prefixItems": [{"exclusiveMinimum": 1}], "items": False}}},
        ),
        (
            {"properties": {"a": {"maximum": 3, "exclusiveMaximum": False, "default": {"items": [1]}}}},
            {"type": "object", "properties": {"a": {"maximum": 3, "default": {"items": [1]}}}},
        ),
    ],
)  # fmt: skip
def test_a_schema_of_an_older_kind_is_adapted(given: Any, sent: Any) -> None:
    assert Tool.from_schema(print, name="go", input_schema=given).to_param() == {"name": "go", "input_schema": sent}

    @tool(name="go", input_schema=given)
    def go(**rest: Any) -> None: ...

    assert schema(go) == sent


@pytest.mark.parametrize(
    ("given", "error", "message"),
    [
        ({"type": "array"}, ValueError, "the input_schema of the tool go has the type 'array': expected 'object'"),
        ({"type": ["object", "null"]}, ValueError, "the tool go has the type"),
        ({"anyOf": [{}]}, ValueError, "the input_schema of the tool go begins with anyOf"),
        ({"$ref": "#/$defs/A"}, ValueError, r"the input_schema of the tool go begins with \$ref"),
        (True, TypeError, "the input_schema of the tool go is True: expected a JSON schema as a dict"),
        ([], TypeError, "the input_schema of the tool go is"),
    ],
)
def test_a_schema_that_the_api_does_not_take_of_a_tool_is_refused_by_name(
    given: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        Tool.from_schema(print, name="go", input_schema=given)
    with pytest.raises(error, match=message):
        param(tool(name="go", input_schema=given)(awaited))


def test_two_parameters_with_one_name_for_the_model_are_refused() -> None:
    def book(seat: Annotated[str, Field(alias="place")], place: str) -> str:
        """Book a seat."""
        return seat + place

    with pytest.raises(TypeError, match="the tool book .*parameters 'seat' and 'place' would both be called 'place'"):
        tool(book).to_param()
