"""What a function takes, as the model sees it: a JSON schema from type hints and docstring, and inputs read by it.

A parameter annotated as `ToolContext[...]` is left out of the schema; what it holds comes from the program.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, is_dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, TypeAlias, TypeVar, cast, get_args, get_origin

from typing_extensions import get_type_hints

if TYPE_CHECKING:
    import pydantic

T = TypeVar("T")


class _Injected:
    """In the metadata of a parameter: its value is the context of the run."""


ToolContext: TypeAlias = Annotated[T, _Injected()]
"""`ToolContext[Database]` as a parameter of a tool: it gets what `run_tools(context=...)` was given; the model sees
nothing of it. To type checkers it is a `Database`."""


@dataclass(frozen=True)
class Docs:
    """What a docstring says to the model."""

    description: str
    parameters: Mapping[str, str]


def read_docstring(text: str | None) -> Docs:
    """The parts of a docstring in the style of Google, NumPy or ReST; all of it where no parser is installed."""
    plain = inspect.cleandoc(text or "")
    try:
        from docstring_parser import parse
    except ImportError:
        return Docs(plain, {})
    parsed = parse(plain)
    parts = (parsed.short_description, parsed.long_description)
    described = {each.arg_name: each.description for each in parsed.params if each.description}
    return Docs("\n\n".join(part for part in parts if part), described)


class Arguments:
    """The parameters of a function, or the fields of a class, that the model fills in."""

    def __init__(self, function: Callable[..., Any], namespace: Mapping[str, Any] | None = None) -> None:
        """Args:
        function: The function.
        namespace: Names that its annotations may use beside those of its module.

        Raises:
            TypeError: It takes `*args`, for which an input has no name.
        """
        self._function = function
        self._parameters = list(inspect.signature(function).parameters.values())
        for parameter in self._parameters:
            if parameter.kind is parameter.VAR_POSITIONAL:
                raise TypeError(f"{_name(function)}() takes *{parameter.name}, which has no name in a tool's input")
        self._known_hints: dict[str, Any] | None
        try:
            self._known_hints = _hints(function, namespace)
        except NameError:
            self._known_hints = None  # names that are defined later are there when the tool is first used

    def without_self(self) -> Arguments:
        """Those of a method whose instance is known."""
        own = copy(self)
        own._parameters = self._parameters[1:]
        for made in ("_context", "_adapter", "schema"):
            own.__dict__.pop(made, None)
        return own

    @property
    def _hints(self) -> Mapping[str, Any]:
        if self._known_hints is None:
            self._known_hints = _hints(self._function, None)
        return self._known_hints

    @cached_property
    def _context(self) -> tuple[inspect.Parameter, ...]:
        return tuple(each for each in self._parameters if _is_injected(self._hints.get(each.name)))

    @property
    def needs_context(self) -> bool:
        """Whether it cannot be called without a context."""
        return any(each.default is each.empty for each in self._context)

    @cached_property
    def _adapter(self) -> pydantic.TypeAdapter[dict[str, Any]]:
        """Reads an input as the arguments, by name."""
        import pydantic

        def arguments(**given: Any) -> dict[str, Any]:
            return given

        # The function itself cannot stand here: it would be called, and may take what the model does not give.
        shown = [each for each in self._parameters if each not in self._context]
        stand_in = cast("Any", arguments)
        stand_in.__module__ = self._function.__module__
        stand_in.__annotations__ = {each.name: self._hints.get(each.name, Any) for each in shown}
        stand_in.__signature__ = inspect.Signature([_by_keyword(each, self._hints) for each in shown])
        return pydantic.TypeAdapter(stand_in)

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The JSON schema of an input."""
        return _schema(self._adapter)

    def call(self, function: Callable[..., T], input: Mapping[str, object], context: object) -> T:
        """Call `function`, which takes these arguments, as `input` says.

        Raises:
            pydantic.ValidationError: The input does not fit the schema.
        """
        given = self._adapter.validate_python(dict(input))
        if context is not None:
            given |= {each.name: context for each in self._context}
        positional = [each.name for each in self._parameters if each.kind is each.POSITIONAL_ONLY]
        leading = [given.pop(name) for name in positional if name in given]
        return function(*leading, **given)


class Fields:
    """The fields of a pydantic model or a dataclass, whose instance is made of them."""

    def __init__(self, cls: type[Any]) -> None:
        self._class = cls

    needs_context: bool = False
    """What is made of an input alone needs no context."""

    @cached_property
    def _adapter(self) -> pydantic.TypeAdapter[Any]:
        import pydantic

        return pydantic.TypeAdapter(self._class)

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The JSON schema of an input."""
        schema = _schema(self._adapter)
        # These repeat the tool's own name and description.
        return {key: value for key, value in schema.items() if key not in ("title", "description")}

    def call(self, cls: type[T], input: Mapping[str, object], context: object) -> T:
        """The instance of `cls` that `input` makes.

        Raises:
            pydantic.ValidationError: The input does not fit the schema.
        """
        del cls, context
        return cast("T", self._adapter.validate_python(dict(input)))


def has_fields(cls: type[Any]) -> bool:
    """Whether pydantic reads the class by its fields."""
    import pydantic

    return issubclass(cls, pydantic.BaseModel) or is_dataclass(cls)


def _hints(function: Callable[..., Any], namespace: Mapping[str, Any] | None) -> dict[str, Any]:
    inner: Any = function
    while hasattr(inner, "func"):  # a partial
        inner = inner.func
    if isinstance(inner, type):
        inner = cast("Any", inner).__init__
    elif not hasattr(inner, "__annotations__"):
        inner = type(inner).__call__
    return get_type_hints(inner, localns=dict(namespace or {}), include_extras=True)


def _is_injected(hint: object) -> bool:
    return get_origin(hint) is Annotated and any(isinstance(each, _Injected) for each in get_args(hint)[1:])


def _by_keyword(parameter: inspect.Parameter, hints: Mapping[str, Any]) -> inspect.Parameter:
    annotation = hints.get(parameter.name, Any)
    if parameter.kind is parameter.VAR_KEYWORD:
        return parameter.replace(annotation=annotation)
    return parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=annotation)


def _schema(adapter: pydantic.TypeAdapter[Any]) -> dict[str, Any]:
    from pydantic.json_schema import GenerateJsonSchema

    class WithoutTitles(GenerateJsonSchema):
        """Leaves out the titles made of names: they cost tokens and say nothing new."""

        def field_title_should_be_set(self, schema: Any) -> bool:
            del schema
            return False

        def kw_arguments_schema(self, arguments: Any, var_kwargs_schema: Any) -> dict[str, Any]:
            made = super().kw_arguments_schema(arguments, var_kwargs_schema)
            for name, each in made["properties"].items():
                # Before 2.11 pydantic does not ask here.
                if each.get("title") == self.get_title_from_name(name):
                    del each["title"]
            return made

    return adapter.json_schema(schema_generator=WithoutTitles)


def _name(function: Callable[..., Any]) -> str:
    return str(getattr(function, "__name__", type(function).__name__))
