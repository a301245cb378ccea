"""What a request asks for, by its verb and path: the name of its span, and the kind of operation that it is."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from ._operations import OPERATIONS


class Operation(NamedTuple):
    """An operation of the API."""

    name: str
    """Such as `messages.create`."""
    route: str
    """Its path, with the names of ids in place of these."""
    kind: str | None
    """`chat` or `text_completion` where a model responds, as the conventions call it."""


_KINDS: Final = {"messages.create": "chat", "completions.create": "text_completion"}


def find_operation(method: str, path: str) -> Operation:
    """The operation behind a path. One that the facts do not have is called by its verb."""
    by_path, by_length = _index()
    found = by_path.get((method, path))
    if found is None:
        segments = path.split("/")
        for route, operation in by_length.get((method, len(segments)), ()):
            if all(known == given or known.startswith("{") for known, given in zip(route, segments, strict=True)):
                return operation
    # Not by its path, in which there may be ids.
    return found or Operation(method.lower(), "", None)


@lru_cache(maxsize=1)
def _index() -> tuple[dict[tuple[str, str], Operation], dict[tuple[str, int], list[tuple[tuple[str, ...], Operation]]]]:
    by_path: dict[tuple[str, str], Operation] = {}
    by_length: dict[tuple[str, int], list[tuple[tuple[str, ...], Operation]]] = {}
    # What has fewer names of ids in it says more.
    for place, name in sorted(OPERATIONS.items(), key=lambda each: each[0].count("{")):
        method, _, route = place.partition(" ")
        operation = Operation(name, route, _KINDS.get(name))
        by_path[method, route] = operation
        segments = tuple(route.split("/"))
        by_length.setdefault((method, len(segments)), []).append((segments, operation))
    return by_path, by_length
