"""`@tool` and `Tool`: functions and classes that the model may call.

    @tool
    def get_weather(city: str) -> str:
        "The weather in a city."

A decorated function is called as before, and can stand in `tools=` of every call that takes tools. Who runs it when the
model calls it is `run_tools()`.
"""

from __future__ import annotations

import functools
import inspect
import re
import sys
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Concatenate, Final, Generic, Protocol, TypeVar, cast, overload

from typing_extensions import ParamSpec, Self, TypedDict

from ..core.schemas import transform_schema
from .arguments import Arguments, Docs, Fields, has_fields, read_docstring
from .input_schemas import check_input_schema

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..types import CacheControlEphemeralParam, ToolParam, ToolUnionParam

P = ParamSpec("P")
P2 = ParamSpec("P2")
R = TypeVar("R")
R2 = TypeVar("R2")
T = TypeVar("T")

# https://platform.claude.com/docs/en/agents-and-tools/tool-use/implement-tool-use
_NAME: Final = re.compile(r"[a-zA-Z0-9_-]{1,128}")
_MARK: Final = "__claude_tool__"
"""Where a decorated class keeps its tool."""


class ToolFields(TypedDict, total=False):
    """What a tool may have for the API beside its name, description and schema."""

    allowed_callers: Sequence[str] | None
    """Who may call the tool: `direct` for the model itself, or a tool that runs the model's code."""

    cache_control: CacheControlEphemeralParam | None
    """Keep the prompt up to here in the cache."""

    defer_loading: bool | None
    """Leave the tool out of the prompt until a tool search finds it."""

    eager_input_streaming: bool | None
    """Stream the input while the model writes it, unchecked."""

    input_examples: Iterable[Mapping[str, object]] | None
    """Examples of inputs."""

    strict: bool | None
    """Let the API hold names and inputs of calls to the schema, which `transform_schema()` rewrites for that."""


class ToolOptions(ToolFields, total=False):
    """The options of `@tool`."""

    name: str | None
    """The name by which the model calls it; that of the function or class when left out."""

    description: str | None
    """The description that the model reads; the docstring when left out."""

    input_schema: Mapping[str, object] | type[Any] | None
    """The JSON schema of the input, or a pydantic model that has it; made from the type hints when left out."""

    timeout: float | None
    """Seconds that a call may take; the model is told of one that takes longer. Unbounded when left out."""


class Tool:
    """Something that the model may call. `@tool` makes one from a function, `Tool.from_schema()` from a JSON schema.

    A subclass of your own defines `name`, `to_param()` and `call()`. Where it is a context manager too, a run enters it
    before its first call, and leaves it when the run ends, fails or is closed.
    """

    name: str
    """The name by which the model calls it."""

    timeout: float | None = None
    """Seconds that a call may take."""

    is_async: bool = False
    """Whether it runs on the event loop; others run in threads."""

    on_event_loop: bool = False
    """Whether it belongs to an event loop, and so cannot run on `Client`."""

    in_order: bool = False
    """Whether its calls in one message run one after the other, as the model gives them; others run side by side."""

    @property
    def needs_context(self) -> bool:
        """Whether it can run only where there is a `context`."""
        return False

    def to_param(self) -> ToolUnionParam:
        """The tool as the API takes it."""
        raise NotImplementedError

    def to_dict(self) -> ToolUnionParam:
        """`to_param()` by the official package's name."""
        return self.to_param()

    def call(self, input: Mapping[str, object], context: object = None) -> Any:
        """Run the tool with an input of the model; a coroutine where it is made from a coroutine function.

        Raises:
            pydantic.ValidationError: The input does not fit the type hints.
        """
        raise NotImplementedError

    def call_in_run(self, input: Mapping[str, object], context: object) -> Any:
        """What a run calls: `call()`."""
        return self.call(input, context)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name!r})"

    @staticmethod
    def of(thing: object) -> Tool:
        """The tool of a function or class under `@tool`. A class stays the class it was, and has its tool beside it.

        Raises:
            TypeError: `thing` is not under `@tool`.
        """
        found = as_tool(thing)
        if found is None:
            raise TypeError("a tool in the API's form has no function to run: Tool.from_param() gives it one")
        return found

    @staticmethod
    def from_schema(
        function: Callable[..., object],
        *,
        name: str,
        input_schema: Mapping[str, object],
        description: str | None = None,
        timeout: float | None = None,
        **fields: Unpack[ToolFields],
    ) -> Tool:
        """A tool from a JSON schema that you have already.

        Args:
            function: Called with the fields of the input as keywords, just as they came; may be a coroutine function.
            name: The name by which the model calls it.
            input_schema: The JSON schema of the input, an object. Older versions of JSON Schema are adapted.
            description: The description that the model reads.
            timeout: Seconds that a call may take.
            fields: Other fields for the API, as for `@tool`.

        Raises:
            ValueError: The API does not take the name, or the schema.
            TypeError: The schema is not a mapping.
        """
        schema: Mapping[str, object] = check_input_schema(input_schema, _check_name(name))
        if fields.get("strict"):
            schema = _to_strict(schema, name)
        param = _param(name, description or "", schema, fields)
        return _GivenTool(function, param, timeout)

    @staticmethod
    def from_param(function: Callable[..., object], param: ToolUnionParam, *, timeout: float | None = None) -> Tool:
        """A tool that the API defines and you run, such as `{"type": "bash_20250124", "name": "bash"}`.

        Args:
            function: Called with the fields of the input as keywords, just as they came; may be a coroutine function.
            param: The tool as the API takes it.
            timeout: Seconds that a call may take.
        """
        return _GivenTool(function, param, timeout)


class BuiltinTool(Tool, ABC):
    """A tool that the API defines and your class runs, as the official package has them.

    A subclass says how it is sent, in `to_dict()`, and has a `call(input)`, which may be a coroutine function.
    """

    @property
    def name(self) -> str:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]  # read only here
        """The name by which the model calls it."""
        name = cast("Mapping[str, object]", self.to_dict()).get("name")
        if not isinstance(name, str):
            raise TypeError(f"a tool without a name cannot be called: {type(self).__name__}.to_dict() needs one")
        return name

    @property
    def is_async(self) -> bool:  # type: ignore[override]  # pyright: ignore[reportIncompatibleVariableOverride]  # read only here
        """Whether `call()` is a coroutine function."""
        return is_coroutine_function(self.call)

    @abstractmethod
    def to_dict(self) -> ToolUnionParam:
        """The tool as the API takes it."""

    def to_param(self) -> ToolUnionParam:
        return self.to_dict()

    def call_in_run(self, input: Mapping[str, object], context: object) -> Any:
        del context  # the official package calls it with the input alone
        return self.call(input)


class _GivenTool(Tool):
    """A function, and its definition for the API."""

    def __init__(self, function: Callable[..., object], param: ToolUnionParam, timeout: float | None) -> None:
        name = cast("Mapping[str, object]", param).get("name")
        if not isinstance(name, str):
            raise TypeError(f"a tool without a name cannot be called: {dict(param)!r}")
        self._function = function
        self._param = param
        self.name: str = name
        self.timeout: float | None = timeout
        self.is_async: bool = is_coroutine_function(function)

    def to_param(self) -> ToolUnionParam:
        return self._param

    def call(self, input: Mapping[str, object], context: object = None) -> Any:
        del context
        return self._function(**input)


class _DescribedTool(Tool):
    """What functions and classes have in common: name, description and schema come from them."""

    def __init__(self, thing: Any, arguments: Arguments | Fields, options: ToolOptions) -> None:
        self._thing = thing
        self._arguments = arguments
        self._options = options
        self.name: str = _check_name(options.get("name") or str(getattr(thing, "__name__", type(thing).__name__)))
        self.timeout: float | None = options.get("timeout")

    @property
    def description(self) -> str:
        """The description that the model reads."""
        given = self._options.get("description")
        return given if given is not None else self._docs.description

    @functools.cached_property
    def input_schema(self) -> Mapping[str, object]:
        """The JSON schema of its input."""
        given = self._options.get("input_schema")
        if isinstance(given, type):
            return Fields(given).schema
        if given is not None:
            schema = check_input_schema(given, self.name)
            return _to_strict(schema, self.name) if self._options.get("strict") else schema
        schema = self._arguments.schema
        for name, text in self._docs.parameters.items():
            properties = schema["properties"]
            # By an alias, unless this pydantic knows none of parameters.
            field = properties.get(self._arguments.name_in_schema(name), properties.get(name))
            if field is not None:
                field.setdefault("description", text)
        return _to_strict(schema, self.name) if self._options.get("strict") else schema

    @functools.cached_property
    def _docs(self) -> Docs:
        return read_docstring(self._thing.__doc__)

    def to_param(self) -> ToolParam:
        return _param(self.name, self.description, self.input_schema, self._options)


class FunctionTool(_DescribedTool, Generic[P, R]):
    """A function under `@tool`. It is called as the function itself."""

    def __init__(self, function: Callable[P, R], arguments: Arguments, options: ToolOptions) -> None:
        """Made by `@tool`."""
        super().__init__(function, arguments, options)
        self.func: Callable[P, R] = function
        """The function."""
        self._own_arguments = arguments
        self._owner: str | None = None
        self.__name__: str = self.name
        self.__qualname__: str = self.name
        self.is_async: bool = is_coroutine_function(function)
        functools.update_wrapper(cast("Any", self), function)

    @property
    def needs_context(self) -> bool:
        return self._own_arguments.needs_context

    def call(self, input: Mapping[str, object], context: object = None) -> Any:
        return self._own_arguments.call(self.func, input, context)

    def to_param(self) -> ToolParam:
        if self._owner is not None:
            method = f"{self._owner}.{self.__name__}"
            raise TypeError(f"{method} is a method: give the tool of an instance, {self._owner}().{self.__name__}")
        return super().to_param()

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        return self.func(*args, **kwargs)

    def __set_name__(self, owner: type[Any], name: str) -> None:
        # A function from elsewhere may be named in a class too.
        if self.__qualname__ == f"{owner.__qualname__}.{name}":
            self._owner = owner.__name__

    @overload
    def __get__(self, instance: None, owner: type[Any]) -> Self: ...
    @overload
    def __get__(
        self: FunctionTool[Concatenate[T, P2], R2], instance: T, owner: type[Any] | None = None
    ) -> FunctionTool[P2, R2]: ...
    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        bound = cast("Any", self.func).__get__(instance, owner)
        return FunctionTool(bound, self._without_self, {**self._options, "name": self.name})

    @functools.cached_property
    def _without_self(self) -> Arguments:
        # Made once for all instances: the schema is in it.
        return self._own_arguments.without_self()


class ClassTool(_DescribedTool):
    """A class under `@tool`: an input makes an instance, whose `__call__` runs it."""

    def __init__(self, cls: type[Any], namespace: Mapping[str, Any], options: ToolOptions) -> None:
        """Made by `@tool`."""
        super().__init__(cls, Fields(cls) if has_fields(cls) else Arguments(cls, namespace), options)
        # Not `cls.__call__`, which every class has from `type`.
        self._run: Any = next((vars(each)["__call__"] for each in cls.__mro__ if "__call__" in vars(each)), None)
        self._run_arguments = None if self._run is None else Arguments(self._run, namespace).without_self()
        self.is_async: bool = is_coroutine_function(self._run)

    @property
    def needs_context(self) -> bool:
        return self._arguments.needs_context or (self._run_arguments is not None and self._run_arguments.needs_context)

    def call(self, input: Mapping[str, object], context: object = None) -> Any:
        instance = self._arguments.call(self._thing, input, context)
        if self._run_arguments is None:
            return self._arguments.drop_injected(instance) if isinstance(self._arguments, Fields) else instance
        return self._run_arguments.call(functools.partial(self._run, instance), {}, context)


class ToolDecorator(Protocol):
    """`@tool(...)` with options, before it is given what it decorates."""

    # A class can be called too; the first overload that fits is taken.
    @overload
    def __call__(self, thing: type[T], /) -> type[T]: ...  # type: ignore[overload-overlap]  # pyright: ignore[reportOverlappingOverload]
    @overload
    def __call__(self, thing: Callable[P, R], /) -> FunctionTool[P, R]: ...


# A class can be called too; the first overload that fits is taken.
@overload
def tool(thing: type[T], /, **options: Unpack[ToolOptions]) -> type[T]: ...  # type: ignore[overload-overlap]  # pyright: ignore[reportOverlappingOverload]
@overload
def tool(thing: Callable[P, R], /, **options: Unpack[ToolOptions]) -> FunctionTool[P, R]: ...
@overload
def tool(**options: Unpack[ToolOptions]) -> ToolDecorator: ...
def tool(thing: Any = None, /, **options: Unpack[ToolOptions]) -> Any:
    """Let the model call a function, a coroutine function, a method or a class.

    The schema of the input comes from the type hints (`Annotated` and `Field` add to it), and descriptions from the
    docstring; those of the arguments need the extra `tools`. The program sets a parameter annotated as
    `ToolContext[...]`, and the model does not see it. A method is a tool of its instance: `tools=[calendar.add]`. An
    input makes an instance of a class, and its `__call__`, if it has one, runs it; the class stays the class it was.

    The model gets what the tool returns: text as it is, content blocks such as `image(...)` as they are, what a
    generator yields as a list, and any other value as JSON.

    Args:
        thing: What is decorated.
        options: Name, description, timeout and others, see `ToolOptions`.

    Raises:
        ValueError: The API does not take the name.
        TypeError: An option is unknown, or the function takes `*args`.

    API: https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview
    """
    if unknown := options.keys() - ToolOptions.__annotations__.keys():
        raise TypeError(f"tool() got an unexpected keyword argument {min(unknown)!r}")
    caller = sys._getframe(1)  # pyright: ignore[reportPrivateUsage]  # for names that annotations take from a function around
    namespace = {**caller.f_locals} if caller.f_locals is not caller.f_globals else {}

    def decorate(thing: Any) -> Any:
        if isinstance(thing, type):
            setattr(thing, _MARK, ClassTool(thing, namespace, options))
            return thing
        if isinstance(thing, (staticmethod, classmethod)):
            raise TypeError(f"@tool goes below @{type(cast('object', thing)).__name__}")
        if not callable(thing):
            raise TypeError(f"@tool takes a function or a class, not a {type(thing).__name__}")
        described = options.get("input_schema") is not None
        arguments = Arguments(thing, namespace, name=options.get("name"), described=described)
        return FunctionTool(thing, arguments, options)

    return decorate if thing is None else decorate(thing)


beta_tool = tool
beta_async_tool = tool


def as_tool(thing: object) -> Tool | None:
    """The tool that `thing` is; None for a tool in the API's own form, and for a toolset.

    Raises:
        TypeError: It is none of these.
    """
    if isinstance(thing, type):
        thing = vars(thing).get(_MARK, thing)
    if isinstance(thing, Tool):
        return thing
    if isinstance(thing, Mapping) or is_toolset(thing):
        return None
    name = getattr(thing, "__name__", type(thing).__name__)
    raise TypeError(f"{name} is not a tool: decorate it with @tool, or give a tool in the API's form as a dict")


def to_params(tools: Iterable[object]) -> list[ToolUnionParam]:
    """`tools` as the API takes them."""
    return [_to_param(given) for given in tools]


def _to_param(given: object) -> ToolUnionParam:
    if (tool := as_tool(given)) is not None:
        return tool.to_param()
    return cast("Any", given).to_param() if is_toolset(given) else cast("ToolUnionParam", given)


def needs_event_loop(tool: Tool) -> bool:
    """Whether a tool cannot run on `Client`: it belongs to an event loop, or only one can enter it."""
    return tool.on_event_loop or (hasattr(tool, "__aenter__") and not hasattr(tool, "__enter__"))


def is_toolset(thing: object) -> bool:
    """Whether `thing` is an object that stands for several tools; see `toolsets`."""
    return not isinstance(thing, (type, Mapping)) and isinstance(getattr(thing, "toolset_name", None), str)


def _param(name: str, description: str, input_schema: Mapping[str, object], fields: ToolFields) -> ToolParam:
    own = {key: value for key, value in fields.items() if key in ToolFields.__annotations__ and value is not None}
    told = {"description": description} if description else {}
    return cast("ToolParam", {"name": name, **told, "input_schema": input_schema, **own})


def _to_strict(schema: Mapping[str, object], name: str) -> Mapping[str, object]:
    try:
        return transform_schema(schema)
    except ValueError as error:
        raise ValueError(f"the tool {name} cannot be strict: {error}") from error


def _check_name(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(f"invalid tool name {name!r}: name= takes 1 to 128 letters, digits, _ and -")
    return name


def is_coroutine_function(function: Any) -> bool:
    """Whether it belongs on an event loop: calling it gives a coroutine, or an asynchronous generator."""
    called = getattr(function, "__call__", None)  # noqa: B004  # for an object that is called
    return any(inspect.iscoroutinefunction(each) or inspect.isasyncgenfunction(each) for each in (function, called))
