"""The keywords of a function that takes them as an unpacked `TypedDict`: checked at calls, shown when asked for.

At run time such a function takes any keyword. Here a wrong one gets the error, and `help()`, `inspect.signature` and
a notebook's completion get the signature, that a function with written-out parameters would have.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Collection, Mapping
from importlib import import_module
from types import FunctionType
from typing import Any, TypeVar, cast

from ..types import request_options
from ..types._parameters import parameters as parameters_of
from ..types.request_options import left_out

F = TypeVar("F", bound=Callable[..., Any])


class Keywords:
    """The names that a function takes by keyword, which of them it needs, and for which `None` is a value."""

    def __init__(
        self,
        names: frozenset[str],
        required: frozenset[str] = frozenset(),
        nullable: frozenset[str] = frozenset(),
    ) -> None:
        self.names = names
        self.required = required
        self.nullable = nullable

    @classmethod
    def of(cls, build: Callable[..., Any]) -> Keywords:
        """Those of a function: its own parameters, and the keys of the `TypedDict` that it unpacks.

        The keys come from a table, as a call has no need of the types themselves.
        """
        own = list(inspect.signature(build).parameters.values())[1:]
        names = {p.name for p in own if p.kind is not p.VAR_KEYWORD}
        required = {p.name for p in own if p.kind is p.KEYWORD_ONLY and p.default is p.empty}
        nullable: frozenset[str] = frozenset()
        for parameter in own:
            if parameter.kind is parameter.VAR_KEYWORD:
                taken = parameters_of(_unpacked_name(parameter))
                names |= taken.names
                required |= taken.required
                nullable = taken.nullable
        return cls(frozenset(names), frozenset(required), nullable)

    def given(self, function: str, keywords: Mapping[str, Any]) -> dict[str, Any]:
        """Those of `keywords` that say something: `None` leaves out where it is no value of its own.

        Raises:
            TypeError: A keyword is unknown (the message names the one that was probably meant), or one is missing.
        """
        if not keywords.keys() <= self.names:
            raise TypeError(self._unknown(function, keywords))
        given = said(keywords, self.nullable)
        if not self.required <= given.keys():
            missing = ", ".join(repr(name) for name in sorted(self.required - given.keys()))
            raise TypeError(f"{function}() needs the keyword argument(s) {missing}")
        return given

    def _unknown(self, function: str, keywords: Mapping[str, Any]) -> str:
        import difflib

        unknown = min(keywords.keys() - self.names)
        meant = difflib.get_close_matches(unknown, self.names, n=1)
        hint = f"did you mean {meant[0]!r}?" if meant else "extra_body= sends fields that this version does not know"
        return f"{function}() got an unexpected keyword argument {unknown!r}: {hint}"


def said(keywords: Mapping[str, Any], nullable: Collection[str]) -> dict[str, Any]:
    """Those of `keywords` that say something: `None` does for the `nullable` ones only."""
    return {k: v for k, v in keywords.items() if (v is not None or k in nullable) and not left_out(v)}


def _unpacked_name(parameter: inspect.Parameter) -> str:
    match = _UNPACKED.search(str(parameter.annotation))
    assert match is not None, f"{parameter} is not Unpack[...]"
    return match[1]


class _Hint(str):
    """An annotation that shows as it is written, without quotes."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


_REQUIRED = re.compile(r"^Required\[(.*)\]$", re.DOTALL)
_UNPACKED = re.compile(r"Unpack\[(?:\w+\.)*(\w+)\]")
_RESULT = re.compile(r"^Request\[(.*)\]$")


_LONGEST_LINE = 100


class LongSignature(inspect.Signature):
    """A signature that shows as `help()` should have it: on one line if it is short, else with a line a parameter."""

    __slots__ = ()

    def __str__(self) -> str:
        line = super().__str__()
        if len(line) <= _LONGEST_LINE:
            return line
        shown: list[str] = []
        kind: object = None
        for parameter in self.parameters.values():
            if parameter.kind is parameter.KEYWORD_ONLY is not kind:
                shown.append("*")
            kind = parameter.kind
            shown.append(str(parameter))
        result = "" if self.return_annotation is self.empty else f" -> {self.return_annotation}"
        return "(\n" + "".join(f"    {each},\n" for each in shown) + f"){result}"


class LateSignature(inspect.Signature):
    """The signature with the keys of an unpacked `TypedDict` as keyword parameters, and without `self`.

    Made only when somebody looks: it needs the parameter types, and a call does not. Annotations stay as they are
    written, which reads better than a union of a hundred types.
    """

    __slots__ = ("_build", "_keeps_self", "_made", "_unpacks")

    def __init__(
        self, build: Callable[..., Any], unpacks: Callable[[], type] | None = None, *, keeps_self: bool = False
    ) -> None:
        """Args:
        build: The function, whose first parameter is `self`.
        unpacks: Gives the `TypedDict` that it unpacks, where that is none of the parameter types.
        keeps_self: Show `self` too, as for a method that Python itself binds.
        """
        self._build = build
        self._unpacks = unpacks
        self._keeps_self = keeps_self
        self._made: inspect.Signature | None = None

    @property
    def _signature(self) -> inspect.Signature:
        if self._made is None:
            made = unpacked(self._build, self._unpacks() if self._unpacks is not None else None)
            if self._keeps_self:
                first = next(iter(inspect.signature(self._build).parameters.values()))
                made = made.replace(parameters=[first, *made.parameters.values()])
            self._made = made
        return self._made

    @property
    def _parameters(self) -> Mapping[str, inspect.Parameter]:
        return self._signature.parameters

    @property
    def _return_annotation(self) -> Any:
        return self._signature.return_annotation

    def replace(self, **changes: Any) -> Any:
        """A plain signature with other parameters or another return annotation."""
        return self._signature.replace(**changes)

    def __str__(self) -> str:
        return str(self._signature)

    def __reduce__(self) -> Any:
        return self._signature.__reduce__()


def shows_keywords(module: str, unpacks: str) -> Callable[[F], F]:
    """For a method that unpacks a `TypedDict`: lets `help()` and notebooks see its keys.

    Args:
        module: The module of this package that the `TypedDict` is in, imported when somebody looks.
        unpacks: Its name there.
    """

    def type_() -> type:
        return cast("type", getattr(import_module(f"claude_client.{module}"), unpacks))

    def decorate(method: F) -> F:
        function = cast("FunctionType", method)
        # Of a copy: asked for the signature of the method itself, Python would give what is set here.
        made_of = (
            function.__code__,
            function.__globals__,
            function.__name__,
            function.__defaults__,
            function.__closure__,
        )
        plain = FunctionType(*made_of)
        plain.__kwdefaults__, plain.__annotations__ = function.__kwdefaults__, function.__annotations__
        cast("Any", method).__signature__ = LateSignature(plain, type_, keeps_self=True)
        return method

    return decorate


def unpacked(build: Callable[..., Any], unpacks: type | None = None) -> inspect.Signature:
    """The signature of a function that unpacks a `TypedDict`, as its callers see it."""
    plain = inspect.signature(build)
    parameters: list[inspect.Parameter] = []
    for parameter in list(plain.parameters.values())[1:]:
        if parameter.kind is parameter.VAR_KEYWORD:
            parameters.extend(_unpacked_parameters(unpacks or _unpacked_type(parameter)))
        else:
            parameters.append(parameter.replace(annotation=_Hint(parameter.annotation)))
    parameters.sort(key=lambda p: (p.kind, p.kind is p.KEYWORD_ONLY and p.default is not p.empty))
    if plain.return_annotation == "Any":
        # Overloads say what it gives; there is no place for them here.
        return LongSignature(parameters)
    result = _RESULT.sub(r"\1", str(plain.return_annotation)).replace(", Async", " | Async")
    return LongSignature(parameters, return_annotation=_Hint(result))


def _unpacked_type(parameter: inspect.Parameter) -> type:
    from .. import types

    name = _unpacked_name(parameter)
    return cast("type", getattr(types if hasattr(types, name) else request_options, name))


def _unpacked_parameters(unpacks: type) -> list[inspect.Parameter]:
    found: list[inspect.Parameter] = []
    for key, hint in unpacks.__annotations__.items():
        text = getattr(hint, "__forward_arg__", None) or str(hint)
        required = _REQUIRED.match(text)
        default = inspect.Parameter.empty if required else None
        shown = _Hint(required[1] if required else text)
        found.append(inspect.Parameter(key, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=shown))
    return found
