"""What a function takes, as the model sees it: a JSON schema from type hints and docstring, and inputs read by it.

A parameter annotated as `ToolContext[...]` is left out of the schema; its value comes from the program (`injection`).
"""

from __future__ import annotations

import builtins
import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache, cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from typing_extensions import get_type_hints

from ..core.schemas import first_alias, schema_generator
from .injection import UNSET, Given, has_marker, is_injected

if TYPE_CHECKING:
    import pydantic

T = TypeVar("T")


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
    """The parameters of a function, or of what makes a class, that the model fills in."""

    def __init__(
        self,
        function: Callable[..., Any],
        namespace: Mapping[str, Any] | None = None,
        *,
        name: str | None = None,
        described: bool = False,
    ) -> None:
        """Args:
        function: The function.
        namespace: Names that its annotations may use beside those of its module.
        name: The name of the tool, for errors; that of the function when left out.
        described: Whether there is a schema already. Then annotations that say nothing to pydantic do no harm.

        Raises:
            TypeError: It takes `*args`, for which an input has no name.
        """
        self._function = function
        self._name = name or _name(function)
        self._described = described
        self._parameters = list(inspect.signature(function).parameters.values())
        for parameter in self._parameters:
            if parameter.kind is parameter.VAR_POSITIONAL:
                raise TypeError(f"{_name(function)}() takes *{parameter.name}, which has no name in a tool's input")
        self._namespace: Mapping[str, Any] = namespace or {}
        self._known_hints: dict[str, Any] | None
        try:
            self._known_hints = self._read_hints()
        except TypeError:
            self._known_hints = None  # a name that is defined later is there when the tool is first used
        else:
            self._namespace = {}

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
            self._known_hints = self._read_hints()
        return self._known_hints

    def _read_hints(self) -> dict[str, Any]:
        """The annotations of the parameters, evaluated. That of the result is never needed."""
        inner = _unwrap(self._function)
        annotations: Mapping[str, Any] = getattr(inner, "__annotations__", None) or {}
        names = _globals_of(inner)
        found: dict[str, Any] = {}
        for name, annotation in annotations.items():
            if name == "return":
                continue
            try:
                found[name] = _evaluate(annotation, names, self._namespace)
            except Exception as error:  # whatever stands there is run
                loosely = _evaluate_loosely(annotation, names, self._namespace)
                if not is_injected(loosely) and not self._described:
                    raise self._unreadable(name, annotation, error) from None
                found[name] = loosely if is_injected(loosely) else Any
        return found

    def _unreadable(self, name: str, annotation: object, error: Exception) -> TypeError:
        shown = annotation if isinstance(annotation, str) else repr(annotation)
        return TypeError(
            f"the tool {self._name} cannot be described: the annotation of its parameter {name!r}, {shown}, cannot be "
            f"evaluated: {type(error).__name__}: {error}. Import what it names outside of `if TYPE_CHECKING:`, at the "
            "top of the module, or give @tool(input_schema=...)"
        )

    @cached_property
    def _context(self) -> tuple[inspect.Parameter, ...]:
        return tuple(each for each in self._parameters if is_injected(self._hints.get(each.name)))

    @property
    def needs_context(self) -> bool:
        """Whether it cannot be called without a context."""
        return any(each.default is each.empty for each in self._context)

    @cached_property
    def _adapter(self) -> pydantic.TypeAdapter[dict[str, Any]]:
        """Reads an input as the arguments, by name."""
        shown = [each for each in self._parameters if each not in self._context]
        hints = {each.name: self._hints.get(each.name, Any) for each in shown}
        try:
            return _adapter_of(self._function, shown, hints)
        except Exception as error:  # pydantic has several without a common class
            self._find_unknown(shown, hints, error)
            return _adapter_of(self._function, shown, hints)

    def _find_unknown(self, shown: Sequence[inspect.Parameter], hints: dict[str, Any], error: Exception) -> None:
        """Say which of `hints` pydantic does not know; where there is a schema already, any value fits those.

        Raises:
            TypeError: There is no schema.
        """
        for parameter in shown:
            try:
                _adapter_of(self._function, [parameter], hints).json_schema(schema_generator=_generator())
            except Exception as cause:
                if not self._described:
                    raise self._unknown(parameter.name, hints[parameter.name], cause) from error
                hints[parameter.name] = Any

    def _unknown(self, name: str, hint: object, cause: Exception) -> TypeError:
        why = str(getattr(cause, "message", cause)).splitlines()[0]
        return TypeError(
            f"the tool {self._name} cannot be described: its parameter {name!r}, {hint!r}, has no JSON schema: {why}. "
            "Annotate it as a type that pydantic knows, as ToolContext[...] where the program gives it, or give "
            "@tool(input_schema=...)"
        )

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The JSON schema of an input.

        Raises:
            TypeError: A parameter has none, or two have one name.
        """
        try:
            made = _schema(self._adapter)
        except Exception as error:
            shown = [each for each in self._parameters if each not in self._context]
            self._find_unknown(shown, {each.name: self._hints.get(each.name, Any) for each in shown}, error)
            raise
        self._check_names()
        return made

    def _check_names(self) -> None:
        seen: dict[str, str] = {}
        for each in self._parameters:
            name = self.name_in_schema(each.name)
            if each not in self._context and seen.setdefault(name, each.name) != each.name:
                raise TypeError(
                    f"the tool {self._name} cannot be described: its parameters {seen[name]!r} and {each.name!r} would "
                    f"both be called {name!r}: give one of them another alias"
                )

    def name_in_schema(self, name: str) -> str:
        """The name that the model sees of the parameter `name`, which may have an alias."""
        return _alias_of(self._hints.get(name)) or name

    def call(self, function: Callable[..., T], input: Mapping[str, object], context: object) -> T:
        """Call `function`, which takes these arguments, as `input` says.

        Raises:
            pydantic.ValidationError: The input does not fit the schema.
        """
        # Otherwise `**kwargs` would take them.
        if injected := [each.name for each in self._context if each.name in input]:
            raise _refusal(self._name, injected)
        given = self._adapter.validate_python(dict(input), context=Given(context))
        if context is not None:
            given |= {each.name: context for each in self._context}
        positional = [each.name for each in self._parameters if each.kind is each.POSITIONAL_ONLY]
        leading = [given.pop(name) for name in positional if name in given]
        return function(*leading, **given)


class Fields:
    """The fields of a pydantic model or a dataclass, whose instance is made of them."""

    def __init__(self, cls: type[Any]) -> None:
        self._class = cls

    @property
    def needs_context(self) -> bool:
        """Whether no instance can be made without a context."""
        return any(field.is_required for field in self._injected_fields)

    @cached_property
    def _adapter(self) -> pydantic.TypeAdapter[Any]:
        import pydantic

        return pydantic.TypeAdapter(self._class)

    @cached_property
    def _fields(self) -> Mapping[str, _Field]:
        return {field.name: field for field in _fields_of(self._class)}

    @cached_property
    def _injected_fields(self) -> Sequence[_Field]:
        """The fields that the program sets."""
        return [field for field in self._fields.values() if field.is_injected]

    @cached_property
    def schema(self) -> dict[str, Any]:
        """The JSON schema of an input."""
        schema = _schema(self._adapter)
        for field in self._injected_fields:
            # Pydantic leaves them out except where a union has others beside them.
            schema.get("properties", {}).pop(field.key, None)
        # These repeat the tool's own name and description.
        return {key: value for key, value in schema.items() if key not in ("title", "description")}

    def name_in_schema(self, name: str) -> str:
        """The name that the model sees of the field `name`, which may have an alias."""
        return self._fields[name].key if name in self._fields else name

    def call(self, cls: type[T], input: Mapping[str, object], context: object) -> T:
        """The instance of `cls` that `input` makes.

        Raises:
            pydantic.ValidationError: The input does not fit the schema.
        """
        if injected := [field.name for field in self._injected_fields if field.name in input or field.key in input]:
            raise _refusal(cls.__name__, injected)
        given = dict(input)
        if context is not None:
            given |= {field.key: UNSET for field in self._injected_fields}
        return cast("T", self._adapter.validate_python(given, context=Given(context)))

    def drop_injected(self, instance: object) -> object:
        """`instance`, without what the program gave it: for the model."""
        if not self._injected_fields:
            return instance
        return self._adapter.dump_python(
            instance, exclude={field.name for field in self._injected_fields}, by_alias=True
        )


def has_fields(cls: type[Any]) -> bool:
    """Whether pydantic reads the class by its fields."""
    import pydantic

    return issubclass(cls, pydantic.BaseModel) or is_dataclass(cls)


class _Field(NamedTuple):
    """What matters of a field of a class."""

    name: str
    key: str
    """The name that it is read by."""
    is_injected: bool
    is_required: bool


def _fields_of(cls: type[Any]) -> Iterator[_Field]:
    import pydantic

    if issubclass(cls, pydantic.BaseModel):
        for name, field in cls.model_fields.items():
            marked = any(map(has_marker, field.metadata)) or is_injected(field.annotation)
            yield _Field(name, _key_of(field) or name, marked, field.is_required())
        return
    try:
        hints = get_type_hints(cls, include_extras=True)
    except Exception:
        hints = {}  # of a class within a function; pydantic says what is the matter, if anything
    for each in fields(cls):
        hint = hints.get(each.name)
        is_required = each.default is MISSING and each.default_factory is MISSING
        yield _Field(each.name, _alias_of(hint) or each.name, is_injected(hint), is_required)


def _alias_of(hint: object) -> str | None:
    """The first name that a value annotated as `hint` is read by, where that is an alias."""
    from pydantic.fields import FieldInfo

    metadata: Sequence[object] = getattr(hint, "__metadata__", ())
    found = (_key_of(each) for each in reversed(metadata) if isinstance(each, FieldInfo))
    return next((each for each in found if each is not None), None)


def _key_of(field: Any) -> str | None:
    alias = field.validation_alias
    return first_alias(alias if alias is None or isinstance(alias, str) else alias.convert_to_aliases())


def _refusal(name: str, injected: Sequence[str]) -> Exception:
    from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

    kind = PydanticCustomError("injected", "The program sets this, leave it out")
    return ValidationError.from_exception_data(
        name, [InitErrorDetails(type=kind, loc=(each,), input=None) for each in injected]
    )


def _unwrap(function: Any) -> Any:
    """What has the annotations of `function`."""
    while hasattr(function, "func"):  # a partial
        function = function.func
    if isinstance(function, type):
        return cast("Any", function).__init__
    return function if hasattr(function, "__annotations__") else type(function).__call__


def _globals_of(function: Any) -> dict[str, Any]:
    return cast("dict[str, Any]", getattr(inspect.unwrap(function), "__globals__", {}))


def _evaluate(annotation: object, names: dict[str, Any], namespace: Mapping[str, Any]) -> Any:
    holder: Any = SimpleNamespace(__annotations__={"it": annotation})
    return get_type_hints(holder, globalns=names, localns=dict(namespace), include_extras=True)["it"]


def _evaluate_loosely(annotation: object, names: dict[str, Any], namespace: Mapping[str, Any]) -> Any:
    """The annotation with anything for names that there are not; None where that is not enough."""

    class Names(dict[str, Any]):
        def __missing__(self, name: str) -> Any:
            if name in names or hasattr(builtins, name):
                raise KeyError(name)
            return Any

    try:
        # As `get_type_hints()` does; it is text of the program.
        return eval(annotation, names, Names(namespace)) if isinstance(annotation, str) else None  # noqa: S307
    except Exception:
        return None


def _adapter_of(
    function: Callable[..., Any], shown: Sequence[inspect.Parameter], hints: Mapping[str, Any]
) -> pydantic.TypeAdapter[dict[str, Any]]:
    import pydantic

    def arguments(**given: Any) -> dict[str, Any]:
        return given

    # The function itself cannot stand here: it would be called, and may take what the model does not give.
    stand_in = cast("Any", arguments)
    stand_in.__module__ = function.__module__
    stand_in.__annotations__ = {each.name: hints[each.name] for each in shown}
    stand_in.__signature__ = inspect.Signature([_by_keyword(each, hints) for each in shown])
    return pydantic.TypeAdapter(stand_in)


def _by_keyword(parameter: inspect.Parameter, hints: Mapping[str, Any]) -> inspect.Parameter:
    annotation = hints.get(parameter.name, Any)
    if parameter.kind is parameter.VAR_KEYWORD:
        return parameter.replace(annotation=annotation)
    return parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY, annotation=annotation)


def _schema(adapter: pydantic.TypeAdapter[Any]) -> dict[str, Any]:
    return adapter.json_schema(schema_generator=_generator())


@cache
def _generator() -> type[Any]:
    class WithoutTitles(schema_generator()):  # type: ignore[misc]  # a class that is made when it is first needed
        """Leaves out the titles made of names: they cost tokens and say nothing new."""

        def field_title_should_be_set(self, schema: Any) -> bool:
            del schema
            return False

        def get_argument_name(self, argument: Any) -> str:
            # Pydantic shows the parameter's own name where there is a choice of aliases, and does not read it by that.
            return first_alias(argument.get("alias")) or str(argument["name"])

        def kw_arguments_schema(self, arguments: Any, var_kwargs_schema: Any) -> dict[str, Any]:
            made: dict[str, Any] = super().kw_arguments_schema(arguments, var_kwargs_schema)
            for name, each in made["properties"].items():
                # Before 2.11 pydantic does not ask here.
                if each.get("title") == self.get_title_from_name(name):
                    del each["title"]
            return made

        def arguments_schema(self, schema: Any) -> dict[str, Any]:
            made: dict[str, Any] = super().arguments_schema(schema)
            if schema.get("var_kwargs_mode") == "unpacked-typed-dict":
                # Pydantic takes the type of all keywords for that of each.
                keywords = self.resolve_ref_schema(self.generate_inner(schema["var_kwargs_schema"]))
                made["properties"] = {**made["properties"], **keywords.get("properties", {})}
                if required := [*made.get("required", ()), *keywords.get("required", ())]:
                    made["required"] = required
                made["additionalProperties"] = keywords.get("additionalProperties", False)
            return made

    return WithoutTitles


def _name(function: Callable[..., Any]) -> str:
    return str(getattr(function, "__name__", type(function).__name__))
