"""The keywords of a function that takes them as an unpacked `TypedDict`: checked at calls, shown in signatures.

At run time such a function takes any keyword. This module raises the error for a wrong one that a function with
written-out parameters would raise, and gives `help()`, `inspect.signature` and a notebook's completion its signature.
Numbers that are arguments are checked here too, so that every error names its argument.
"""

from __future__ import annotations

import inspect
import re
from collections import UserString
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from importlib import import_module
from numbers import Integral, Real
from textwrap import wrap
from types import FunctionType
from typing import Any, TypeVar, cast

from typing_extensions import Self

from ..types import request_options
from ..types._parameters import parameters as parameters_of
from ..types.request_options import SENTINELS

F = TypeVar("F", bound=Callable[..., Any])


# What people call a parameter who know it from another package, or from the web: by the form of `_normalize`.
_ALIASES: Mapping[str, Sequence[str]] = {
    "after": ("after_id",),
    "apitoken": ("api_key", "auth_token"),
    "accesstoken": ("auth_token",),
    "adminkey": ("admin_api_key",),
    "anthropicapikey": ("api_key",),
    "authtoken": ("auth_token",),
    "batchid": ("message_batch_id",),
    "bearertoken": ("auth_token",),
    "before": ("before_id",),
    "beta": ("betas",),
    "body": ("extra_body",),
    "client": ("http_client",),
    "content": ("file", "messages"),
    "cursor": ("page", "after_id"),
    "endpoint": ("base_url",),
    "engine": ("model",),
    "filename": ("file",),
    "formatoutput": ("output_format",),
    "functions": ("tools",),
    "functioncall": ("tool_choice",),
    "header": ("extra_headers", "default_headers"),
    "headers": ("extra_headers", "default_headers"),
    "host": ("base_url",),
    "httpxclient": ("http_client",),
    "input": ("messages",),
    "instructions": ("system",),
    "json": ("extra_body",),
    "key": ("api_key",),
    "maxcompletiontokens": ("max_tokens",),
    "maxoutputtokens": ("max_tokens",),
    "maxtokenstosample": ("max_tokens",),
    "message": ("messages",),
    "modelid": ("model",),
    "modelname": ("model",),
    "nextpage": ("page",),
    "numretries": ("max_retries",),
    "pagesize": ("limit",),
    "params": ("extra_query", "default_query"),
    "path": ("file",),
    "perpage": ("limit",),
    "prompt": ("messages",),
    "query": ("extra_query", "default_query"),
    "requesttimeout": ("timeout",),
    "responseformat": ("output_format",),
    "retries": ("max_retries",),
    "schema": ("output_format",),
    "secret": ("api_key",),
    "session": ("http_client",),
    "stop": ("stop_sequences",),
    "systemprompt": ("system",),
    "temp": ("temperature",),
    "token": ("auth_token",),
    "tokens": ("max_tokens",),
    "url": ("base_url",),
    "apibase": ("base_url",),
    "apiurl": ("base_url",),
    "version": ("api_version",),
    "workspace": ("workspace_id",),
}


# Of the options of a call.
_OPTION_LISTS = frozenset({"betas"})
_OPTION_MAPPINGS = frozenset({"extra_headers", "extra_query", "extra_body"})
_MAY_BE_EMPTY = frozenset({"betas", "group_by", "event_deltas"})
"""Lists that are not filters."""


class Keywords:
    """The names that a function takes by keyword, which of them it needs, and for which `None` is a value."""

    def __init__(
        self,
        names: frozenset[str],
        required: frozenset[str] = frozenset(),
        nullable: frozenset[str] = frozenset(),
        lists: frozenset[str] = frozenset(),
        *,
        others: frozenset[str] = frozenset(),
    ) -> None:
        """Args:
        names: All that is taken.
        required: What has to be there.
        nullable: What `None` is a value of.
        lists: What is a list in a query or a header.
        others: Names that the function takes too and that are checked elsewhere.
        """
        self.names = names
        self.required = required
        self.nullable = nullable
        self.lists: frozenset[str] = lists | (names & _OPTION_LISTS)
        self._others = others

    @classmethod
    def of(cls, build: Callable[..., Any]) -> Keywords:
        """Those of a function: its own parameters, and the keys of the `TypedDict` that it unpacks.

        The keys come from a table, as a call has no need of the types themselves.
        """
        own = list(inspect.signature(build).parameters.values())[1:]
        names = {p.name for p in own if p.kind is not p.VAR_KEYWORD}
        required = {p.name for p in own if p.kind is p.KEYWORD_ONLY and p.default is p.empty}
        nullable = lists = frozenset[str]()
        for parameter in own:
            if parameter.kind is parameter.VAR_KEYWORD:
                taken = parameters_of(_unpacked_name(parameter))
                # A parameter of its own stands for the key of that name.
                required |= taken.required - names
                names |= taken.names
                nullable = taken.nullable
                lists = taken.lists
        return cls(frozenset(names), frozenset(required), nullable, lists)

    def select(self, function: str, keywords: Mapping[str, Any]) -> dict[str, Any]:
        """Check `keywords`, and drop those that are left out by `None`.

        Raises:
            TypeError: A keyword is unknown (the message names the one that was probably meant), or one is missing.
        """
        if not keywords.keys() <= self.names:
            raise TypeError(self._explain_unknown(function, keywords))
        given = drop_unset(keywords, self.nullable)
        for name in self.lists & given.keys():
            given[name] = as_list(name, given[name])
        for name in _OPTION_MAPPINGS & given.keys():
            if not isinstance(given[name], Mapping):
                raise TypeError(f"invalid {name}: expected a mapping, not {type(given[name]).__name__}")
        if not self.required <= given.keys():
            missing = ", ".join(repr(name) for name in sorted(self.required - given.keys()))
            raise TypeError(f"{function}() needs the keyword argument(s) {missing}")
        return given

    def _explain_unknown(self, function: str, keywords: Mapping[str, Any]) -> str:
        unknown = min(keywords.keys() - self.names)
        meant = self._suggest(unknown)
        if meant is not None:
            hint = f"did you mean {meant!r}?"
        elif "extra_body" in self.names:
            hint = "extra_body= and extra_query= send what this version does not know"
        else:
            hint = f"it takes {', '.join(sorted(self.names | self._others))}"
        return f"{function}() got an unexpected keyword argument {unknown!r}: {hint}"

    def _suggest(self, unknown: str) -> str | None:
        """The parameter of this function that was probably meant."""
        import difflib

        names = {_normalize(name): name for name in sorted(self.names | self._others)}
        reduced = _normalize(unknown)
        if reduced in names:
            return names[reduced]
        known = next((name for name in _ALIASES.get(reduced, ()) if name in names.values()), None)
        if known is not None:
            return known
        meant = difflib.get_close_matches(reduced, names, n=1, cutoff=0.7)
        return names[meant[0]] if meant else None


def _normalize(name: str) -> str:
    """`name` without what naming styles differ in: `maxTokens`, `max-tokens` and `max_tokens` are one."""
    return "".join(filter(str.isalnum, name)).lower()


# ---- numbers --------------------------------------------------------------------------------------------

LONGEST_SECONDS = 2_000_000.0
"""Some 23 days: what every system takes as the time-out of a wait."""


def check_seconds(name: str, value: object) -> None:
    """Refuse what is not a number of seconds.

    Raises:
        TypeError: It is not a number.
        ValueError: It is negative, NaN or too large.
    """
    if isinstance(value, timedelta):
        raise TypeError(f"invalid {name}={value!r}: expected a number of seconds, such as .total_seconds() gives")
    if isinstance(value, bool) or not isinstance(value, Real):
        raise TypeError(f"invalid {name}={value!r}: expected a number of seconds, not {type(value).__name__}")
    if not 0 <= float(value) <= LONGEST_SECONDS:
        negative = "it is negative: " if float(value) < 0 else ""
        raise ValueError(f"invalid {name}={value!r}: {negative}expected 0 to {LONGEST_SECONDS:,.0f} seconds")


def check_count(name: str, value: object) -> None:
    """Refuse what is not a whole number from 0 on.

    Raises:
        TypeError: It is not a whole number.
        ValueError: It is negative.
    """
    if isinstance(value, bool) or not isinstance(value, Integral):
        raise TypeError(f"invalid {name}={value!r}: expected a whole number, not {type(value).__name__}")
    if int(value) < 0:
        raise ValueError(f"invalid {name}={value!r}: it is negative, expected 0 or more")


class ListValue(list[object]):
    """The value of a parameter that is a list, as `as_list` gives it."""


def check_single(name: str, value: object) -> None:
    """Refuse several values where the API takes one: it would not know the parameter in their form.

    Raises:
        TypeError: `value` is a collection, and not of a parameter that is a list.
    """
    if isinstance(value, (ListValue, str, UserString, bytes, bytearray)):
        return
    if isinstance(value, (Collection, Iterator)):
        value = cast("object", value)
        raise TypeError(f"invalid {name}={value!r}: expected a single value, not {type(value).__name__}")


def as_list(name: str, value: Any) -> list[object]:
    """`value` as a list that can be read more than once: a single text is one item.

    Raises:
        TypeError: It is neither a text nor anything to iterate, or it has `None` among its items.
        ValueError: It is empty, which the API would take for no filter at all.
    """
    if isinstance(value, (str, UserString)):
        return ListValue([value])
    kind = type(value).__name__
    if isinstance(value, (bytes, bytearray, Mapping)) or not isinstance(value, Iterable):
        raise TypeError(f"invalid {name}={value!r}: expected a list, not {kind}")
    try:
        items = ListValue(cast("Iterable[object]", value))
    except TypeError:  # an array of numpy without a dimension
        raise TypeError(f"invalid {name}={value!r}: expected a list, not {kind}") from None
    if any(item is None for item in items):
        raise TypeError(f"invalid {name}={items!r}: None is not an item")
    if name in _OPTION_LISTS and not all(isinstance(item, str) for item in items):
        raise TypeError(f"invalid {name}={items!r}: expected a list of str")
    if not items and name not in _MAY_BE_EMPTY:
        raise ValueError(f"invalid {name}={value!r}: it is empty, which would filter nothing: leave it out")
    return items


def drop_unset(keywords: Mapping[str, Any], nullable: Collection[str]) -> dict[str, Any]:
    """`keywords` without those that are left out; `None` is a value of the `nullable` ones only."""
    return {k: v for k, v in keywords.items() if (v is not None or k in nullable) and not isinstance(v, SENTINELS)}


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
_RESULT = re.compile(r"^(?:Request|Polling)\[(.*)\]$")
_OVERLOADED = re.compile(r"^Annotated\[Any, (.*)\]$")
"""What overloads say, in the words of the method that they are of: on `Client`, and on `AsyncClient`."""


_LONGEST_LINE = 100


class LongSignature(inspect.Signature):
    """A signature that shows as `help()` should have it: on one line if it is short, else with a line a parameter."""

    __slots__ = ("sentences",)

    sentences: Mapping[str, str]
    """What is said of parameters that the docstring does not explain."""

    def replace(self, **changes: Any) -> Self:
        """A signature with other parameters, or another return annotation."""
        made = super().replace(**changes)
        made.sentences = getattr(self, "sentences", {})
        return made

    def format(self, **_: Any) -> str:
        """What `pydoc` asks for from Python 3.13 on."""
        return str(self)

    def __str__(self) -> str:
        plain = getattr(
            inspect.Signature, "format", inspect.Signature.__str__
        )  # the first calls `format` of this class
        line: str = plain(self)
        if len(line) <= _LONGEST_LINE:
            return line
        shown: list[str] = []
        kind: object = None
        sentences: Mapping[str, str] = getattr(self, "sentences", {})
        for parameter in self.parameters.values():
            if parameter.kind is parameter.KEYWORD_ONLY is not kind:
                shown.append("    *,\n")
            kind = parameter.kind
            shown.append(f"    {parameter},\n")
            if (sentence := sentences.get(parameter.name)) is not None:
                shown += [f"        # {each}\n" for each in wrap(sentence, _LONGEST_LINE)]
        result = "" if self.return_annotation is self.empty else f" -> {self.return_annotation}"
        return "(\n" + "".join(shown) + f"){result}"


class LateSignature(inspect.Signature):
    """The signature with the keys of an unpacked `TypedDict` as keyword parameters, and without `self`.

    Made only when somebody looks: it needs the parameter types, and a call does not. Annotations stay as they are
    written, which reads better than a union of a hundred types.
    """

    __slots__ = ("_build", "_gives", "_keeps_self", "_made", "_unpacks")

    def __init__(
        self,
        build: Callable[..., Any],
        unpacks: Callable[[], type] | None = None,
        *,
        keeps_self: bool = False,
        gives: Callable[[str, str], str] | None = None,
    ) -> None:
        """Args:
        build: The function, whose first parameter is `self`.
        unpacks: Gives the `TypedDict` that it unpacks, where that is none of the parameter types.
        keeps_self: Show `self` too, as for a method that Python itself binds.
        gives: What a call gives, by what it gives on `Client` and on `AsyncClient`.
        """
        self._build = build
        self._unpacks = unpacks
        self._keeps_self = keeps_self
        self._gives = gives
        self._made: LongSignature | None = None

    @property
    def _signature(self) -> inspect.Signature:
        if self._made is None:
            unpacks = self._unpacks() if self._unpacks is not None else None
            made = unpack_signature(self._build, unpacks, self._gives)
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

    def format(self, **_: Any) -> str:
        """What `pydoc` asks for from Python 3.13 on."""
        return str(self)

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


def unpack_signature(
    build: Callable[..., Any], unpacks: type | None = None, gives: Callable[[str, str], str] | None = None
) -> LongSignature:
    """The signature of a function that unpacks a `TypedDict`, as its callers see it."""
    from .parameter_help import explain

    plain = inspect.signature(build)
    parameters: list[inspect.Parameter] = []
    unpacked: type | None = None
    for parameter in list(plain.parameters.values())[1:]:
        if parameter.kind is parameter.VAR_KEYWORD:
            own = {each.name for each in parameters}
            unpacked = unpacks or _unpacked_type(parameter)
            parameters.extend(each for each in _unpacked_parameters(unpacked) if each.name not in own)
        else:
            parameters.append(parameter.replace(annotation=_Hint(parameter.annotation)))
    parameters.sort(key=lambda p: (p.kind, p.kind is p.KEYWORD_ONLY and p.default is not p.empty))
    result = _read_result(plain.return_annotation, gives)
    made = LongSignature(parameters, return_annotation=plain.empty if result is None else _Hint(result))
    made.sentences = explain(build, [parameter.name for parameter in parameters], unpacked)
    return made


def _read_result(annotation: object, gives: Callable[[str, str], str] | None) -> str | None:
    """What a call gives, by what its method says: a request for one thing on both clients, or for another on each."""
    text = str(annotation)
    if (overloaded := _OVERLOADED.match(text)) is not None:
        of_both: Sequence[str] = [each.strip(" \"'") for each in overloaded[1].split(", ", 1)]
    elif (requested := _RESULT.match(text)) is not None:
        of_both = _split(requested[1])
    else:
        return None if text == "Any" else text
    return " | ".join(dict.fromkeys(of_both)) if gives is None else gives(of_both[0], of_both[-1])


def _split(arguments: str) -> list[str]:
    """The one or two type arguments of a request."""
    depth = 0
    for place, each in enumerate(arguments):
        depth += (each == "[") - (each == "]")
        if each == "," and not depth:
            return [arguments[:place], arguments[place + 1 :].strip()]
    return [arguments]


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
