"""The keywords of a function that takes them as an unpacked `TypedDict`: checked at calls, shown when asked for.

At run time such a function takes any keyword. Here a wrong one gets the error, and `help()`, `inspect.signature` and
a notebook's completion get the signature, that a function with written-out parameters would have.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping
from typing import Any, cast

from .sentinels import left_out
from .types import _parameters, request_options


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
                key = _unpacked_name(parameter)
                if key in _parameters.NAMES:
                    names |= _parameters.NAMES[key]
                    required |= _parameters.REQUIRED.get(key, frozenset())
                    nullable = _parameters.NULLABLE.get(key, frozenset())
                else:
                    names |= getattr(request_options, key).__annotations__.keys()
        return cls(frozenset(names), frozenset(required), nullable)

    def given(self, function: str, keywords: Mapping[str, Any]) -> dict[str, Any]:
        """Those of `keywords` that say something: `None` leaves out where it is no value of its own.

        Raises:
            TypeError: A keyword is unknown (the message names the one that was probably meant), or one is missing.
        """
        if not keywords.keys() <= self.names:
            raise TypeError(self._unknown(function, keywords))
        given = {k: v for k, v in keywords.items() if (v is not None or k in self.nullable) and not left_out(v)}
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


class LateSignature(inspect.Signature):
    """The signature with the keys of an unpacked `TypedDict` as keyword parameters, and without `self`.

    Made only when somebody looks: it needs the parameter types, and a call does not. Annotations stay as they are
    written, which reads better than a union of a hundred types.
    """

    __slots__ = ("_build", "_made", "_unpacks")

    def __init__(self, build: Callable[..., Any], unpacks: type | None = None) -> None:
        """Args:
        build: The function, whose first parameter is `self`.
        unpacks: The `TypedDict` that it unpacks, where that is none of the parameter types.
        """
        self._build = build
        self._unpacks = unpacks
        self._made: inspect.Signature | None = None

    @property
    def _signature(self) -> inspect.Signature:
        if self._made is None:
            self._made = unpacked(self._build, self._unpacks)
        return self._made

    @property
    def _parameters(self) -> Mapping[str, inspect.Parameter]:
        return self._signature.parameters

    @property
    def _return_annotation(self) -> Any:
        return self._signature.return_annotation

    def __reduce__(self) -> Any:
        return self._signature.__reduce__()


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
    result = _RESULT.sub(r"\1", str(plain.return_annotation)).replace(", Async", " | Async")
    return inspect.Signature(parameters, return_annotation=_Hint(result))


def _unpacked_type(parameter: inspect.Parameter) -> type:
    from . import types

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
