"""Requests held against what a test expects of them, with the differences in words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, cast

from .request_log import Received

LONGEST_VALUE: Final = 200
"""Characters of a value that a difference shows."""
SAME_BEFORE: Final = 40
"""Characters of a long text that are shown before the first difference."""
MOST_DIFFERENCES: Final = 10


def differences(expected: Any, actual: Any, where: str = "", *, exact: bool = False) -> Iterator[str]:
    """What keeps `actual` from being `expected`, with the path of each place.

    Objects may have more than is expected, lists may not. `...` stands for any value, a compiled regular expression for
    a text that it finds something in.

    Args:
        exact: Whether objects may not have more either.
    """
    if expected is ...:
        return
    if isinstance(expected, re.Pattern):
        pattern = cast("re.Pattern[str]", expected)
        if not isinstance(actual, str) or not pattern.search(actual):
            yield f"{where}: expected a text with {pattern.pattern!r}, was {format_value(actual)}"
    elif isinstance(expected, Mapping):
        yield from _in_objects(cast("Mapping[str, Any]", expected), actual, where, exact)
    elif isinstance(expected, list | tuple):
        yield from _in_lists(cast("Sequence[Any]", expected), actual, where, exact)
    elif isinstance(expected, str) and isinstance(actual, str):
        if expected != actual:
            start = _where_they_part(expected, actual)
            yield f"{where}: expected {format_value(expected, start)}, was {format_value(actual, start)}"
    elif expected != actual or isinstance(expected, bool) != isinstance(actual, bool):
        yield f"{where}: expected {format_value(expected)}, was {format_value(actual)}"


def _in_objects(expected: Mapping[str, Any], actual: Any, where: str, exact: bool) -> Iterator[str]:
    if not isinstance(actual, dict):
        yield f"{where}: expected an object, was {format_value(actual)}"
        return
    there = cast("dict[str, Any]", actual)
    for name, value in expected.items():
        place = f"{where}.{name}" if where else name
        if name in there:
            yield from differences(value, there[name], place, exact=exact)
        else:
            yield f"{place}: expected {format_value(value)}, is not there"
    for name in there if exact else ():
        if name not in expected:
            yield f"{where}{'.' if where else ''}{name}: is not expected, was {format_value(there[name])}"


def _in_lists(expected: Sequence[Any], actual: Any, where: str, exact: bool) -> Iterator[str]:
    if not isinstance(actual, list):
        yield f"{where}: expected a list, was {format_value(actual)}"
        return
    there = cast("Sequence[Any]", actual)
    if len(expected) != len(there):
        yield f"{where}: expected {len(expected)} items, were {len(there)}"
    for index, (value, found) in enumerate(zip(expected, there, strict=False)):
        yield from differences(value, found, f"{where}.{index}", exact=exact)


def _where_they_part(first: str, second: str) -> int:
    """Where to begin so that the first difference of two texts is seen."""
    same = next(
        (i for i, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
    return max(0, same - SAME_BEFORE) if max(len(first), len(second)) > LONGEST_VALUE else 0


def format_value(value: Any, start: int = 0) -> str:
    """A value, shortened.

    Args:
        start: The character of a text from which it is shown.
    """
    if isinstance(value, str) and start:
        return f"...{format_value(value[start:])}"
    text = "..." if value is ... else json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}... ({len(text)} characters)"


@dataclass(frozen=True)
class Expected:
    """What a request is to be like."""

    method: str | None = None
    path: str | None = None
    json: Any = None
    headers: Mapping[str, Any] | None = None
    query: Mapping[str, Any] | None = None

    def differences(self, request: Received) -> list[str]:
        found: list[str] = []
        if self.method is not None:
            found += differences(self.method.upper(), request.method, "method")
        if self.path is not None:
            found += differences(self.path, request.path, "path")
        if self.headers is not None:
            found += differences(
                {name.lower(): value for name, value in self.headers.items()}, request.headers, "headers"
            )
        if self.query is not None:
            found += differences(self.query, dict(request.query), "query")
        if self.json is not None:
            found += differences(self.json, request.json, "json")
        return found

    def __str__(self) -> str:
        named = {name: getattr(self, name) for name in ("method", "path", "query", "headers", "json")}
        said = [f"{name}={format_value(value)}" for name, value in named.items() if value is not None]
        return ", ".join(said) or "any request"


def report(expected: Expected, requests: Sequence[Received], times: int | None) -> str | None:
    """What is wrong when so many of `requests` were to be as `expected`, and None when nothing is.

    Args:
        times: How many; None for at least one.
    """
    found = [expected.differences(request) for request in requests]
    fitting = sum(1 for each in found if not each)
    if fitting == times or (times is None and fitting):
        return None
    lines = [f"{_count_text(fitting)} as expected, {'at least 1' if times is None else times} should: {expected}"]
    if fitting < (times or 1) and any(found):
        nearest = min((i for i, each in enumerate(found) if each), key=lambda i: (_elsewhere(found[i]), len(found[i])))
        lines.append(f"The nearest other is number {nearest + 1}, {requests[nearest]}:")
        lines += [f"  {difference}" for difference in found[nearest][:MOST_DIFFERENCES]]
        if len(found[nearest]) > MOST_DIFFERENCES:
            lines.append(f"  and {len(found[nearest]) - MOST_DIFFERENCES} more differences")
    lines.append("All requests:" if requests else "There was no request.")
    lines += [
        f"  {number} {request}  {request.status or 'no response'}{'' if each else '  (as expected)'}"
        for number, (request, each) in enumerate(zip(requests, found, strict=True), 1)
    ]
    return "\n".join(lines)


def _count_text(count: int) -> str:
    return "1 request was" if count == 1 else f"{count or 'No'} requests were"


def _elsewhere(found: list[str]) -> bool:
    """Whether a request went to another path than was expected."""
    return any(each.startswith(("method:", "path:")) for each in found)
