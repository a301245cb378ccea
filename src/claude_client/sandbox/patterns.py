"""Regular expressions of JSON schemas: a text that matches one, and whether a text does, in bounded time.

Python's own engine may go back and forth without end on a pattern that somebody else chose. So nothing is matched by it
here. A text is made from the parsed pattern, part by part, and what is matched is matched by pydantic's engine, which
takes time in proportion to the text. Look-arounds and references to groups are beyond both.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib import import_module
from typing import Any, Final

from pydantic_core import SchemaError, SchemaValidator, core_schema

LONGEST_PATTERN: Final = 2_000
LONGEST_TEXT: Final = 100_000
"""Characters of the longest text that is made."""
MOST_COST: Final = 10_000
_NAMED_GROUP: Final = re.compile(r"\(\?<(?![=!])")
_TRIED: Final = "a0-_ .A" + string.printable
_CATEGORIES: Final[Mapping[str, Callable[[str], bool]]] = {
    "DIGIT": lambda letter: letter.isdigit(),
    "SPACE": lambda letter: letter.isspace(),
    "WORD": lambda letter: letter.isalnum() or letter == "_",
}
_REPEATS: Final = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")


class UnknownPattern(Exception):
    """The pattern is not a regular expression, or one that is not supported here."""


class Pattern:
    """A regular expression.

    Args:
        text: The expression, as in a JSON schema: a text matches where it is found anywhere in it.

    Raises:
        UnknownPattern: It can not be read, or has look-arounds or references to groups, or is too long.
    """

    def __init__(self, text: str) -> None:
        if len(text) > LONGEST_PATTERN:
            raise UnknownPattern(f"{text[:40]}...: longer than {LONGEST_PATTERN} characters")
        self.text = text
        try:
            # JSON Schema names groups as JavaScript does.
            self._parsed: Any = _parser().parse(_NAMED_GROUP.sub("(?P<", text))
        except (re.error, OverflowError, RecursionError, Warning) as error:  # a warning, where warnings are errors
            raise UnknownPattern(f"{text}: {error}") from None

        self.cost: int = min(_cost(self._parsed), MOST_COST + 1)
        """How much work it is to prepare matching, in atoms; letters of any script count for many."""

    def make_text(self, stretch: int = 1) -> str:
        """A text that matches; what may be repeated is repeated `stretch` times where it may be.

        Raises:
            UnknownPattern: None can be made, or only a very long one.
        """
        return _make(self._parsed, stretch)

    def matches(self, text: str) -> bool | None:
        """Whether the pattern is found in `text`; None where the engine has no room for the pattern."""
        validator = _validator(self.text) if self.cost <= MOST_COST else None
        return None if validator is None else validator.isinstance_python(text)


@lru_cache(maxsize=256)
def _validator(pattern: str) -> SchemaValidator | None:
    try:
        return SchemaValidator(core_schema.str_schema(pattern=pattern, regex_engine="rust-regex"))
    except SchemaError:
        return None


def _parser() -> Any:
    try:
        return import_module("re._parser")
    except ImportError:  # Python 3.10
        return import_module("sre_parse")


def _cost(parsed: Any) -> int:
    return sum(_cost_of_part(str(operation), argument) for operation, argument in parsed)


def _cost_of_part(operation: str, argument: Any) -> int:
    if operation in _REPEATS:
        least, most, inner = argument
        times = min(most, LONGEST_TEXT) if most < _parser().MAXREPEAT else least + 1
        return int(_cost(inner) * max(1, times))
    if operation == "SUBPATTERN":
        return _cost(argument[3])
    if operation == "BRANCH":
        return sum(map(_cost, argument[1]))
    if operation == "IN":
        return sum(20 if str(kind) == "CATEGORY" else 1 for kind, _ in argument)
    return 1


def _make(parsed: Any, stretch: int) -> str:
    made: list[str] = []
    length = 0
    for operation, argument in parsed:
        made.append(_make_part(str(operation), argument, stretch))
        length += len(made[-1])
        _check_length(length)
    return "".join(made)


def _check_length(length: int) -> None:
    if length > LONGEST_TEXT:
        raise UnknownPattern(f"a text that matches has more than {LONGEST_TEXT} characters")


def _make_part(operation: str, argument: Any, stretch: int) -> str:
    if operation == "LITERAL":
        return chr(argument)
    if operation in _REPEATS:
        least, most, inner = argument
        part = _make(inner, stretch)
        times = max(least, min(stretch, most))
        _check_length(len(part) * times)
        return str(part * times)
    if operation == "SUBPATTERN":
        return _make(argument[3], stretch)
    if operation == "BRANCH":
        return _make(argument[1][0], stretch)
    if operation == "IN":
        return _letter_of(argument)
    if operation in ("ANY", "NOT_LITERAL"):
        return "a" if argument != ord("a") else "b"
    if operation == "AT":
        return ""
    raise UnknownPattern(f"{operation.lower().replace('_', ' ')} is not supported")


def _letter_of(members: Sequence[tuple[Any, Any]]) -> str:
    """A letter that a set has."""
    kind, argument = members[0]
    if str(kind) == "LITERAL":
        return chr(argument)
    if str(kind) == "RANGE":
        return chr(argument[0])
    for letter in _TRIED:
        if _is_in(letter, members):
            return letter
    raise UnknownPattern("no usual character is in one of the sets")


def _is_in(letter: str, members: Sequence[tuple[Any, Any]]) -> bool:
    negated = str(members[0][0]) == "NEGATE"
    return negated != any(_is_of(letter, str(kind), argument) for kind, argument in members)


def _is_of(letter: str, kind: str, argument: Any) -> bool:
    if kind == "LITERAL":
        return bool(ord(letter) == argument)
    if kind == "RANGE":
        return bool(argument[0] <= ord(letter) <= argument[1])
    if kind == "CATEGORY":
        name = str(argument).removeprefix("CATEGORY_")
        return name.startswith("NOT_") != _CATEGORIES[name.removeprefix("NOT_")](letter)
    return False
