"""What `@tool` makes of functions, methods and classes."""

from __future__ import annotations

import functools
import inspect
import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, ValidationError

from claude_client import Client, Tool, ToolContext, beta_async_tool, beta_tool, tool
from claude_client.sandbox import Sandbox
from claude_client.tools import to_params


class Place(BaseModel):
    city: str
    country: str = "Norway"


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
    def get_weather(city: str, day: Annotated[int, Field(description="Said in place.")] = 0) -> None: ...

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


def test_a_subclass_of_a_class_that_is_a_tool_is_none() -> None:
    @tool
    class Base(BaseModel): ...

    class Derived(Base): ...

    with pytest.raises(TypeError, match="Derived is no tool"):
        to_params([Derived])


def test_a_tool_can_be_told_by_its_schema() -> None:
    given = {"type": "object", "properties": {"a": {"type": "integer"}}}

    made = Tool.from_schema(lambda a: a + 1, name="add-one", input_schema=given, description="Adds.", strict=True)

    assert made.to_param() == {"name": "add-one", "description": "Adds.", "input_schema": given, "strict": True}
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
        (lambda: tool(lambda a: a), ValueError, r"'<lambda>' cannot name a tool: name= takes"),
        (lambda: tool(name="a b")(awaited), ValueError, "'a b' cannot name a tool"),
        (lambda: tool(any_number), TypeError, r"any_number\(\) takes \*numbers, which has no name"),
        (lambda: tool(3), TypeError, "a int cannot be called"),  # type: ignore[call-overload]
        (lambda: tool(staticmethod(awaited)), TypeError, "@tool goes below @staticmethod"),
        (lambda: tool(nmae="x"), TypeError, "unexpected keyword argument 'nmae'"),  # type: ignore[call-overload]
        (lambda: to_params([awaited]), TypeError, "awaited is no tool: decorate it with @tool"),
        (lambda: Tool.from_param(print, {"type": "mcp_toolset"}), TypeError, "a tool without a name"),  # type: ignore[typeddict-item]
    ],
)
def test_what_can_be_no_tool_is_refused_at_once(wrong: Any, error: type[Exception], message: str) -> None:
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
