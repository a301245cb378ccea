"""Where calls may go: anywhere, unless a guard is set. The pytest plugin sets one.

The drivers ask here before each attempt. Where a client of the caller's sends, only the connection knows whether a
request leaves the process, as a mocked transport has none: there the guard is asked by the `trace` extension of httpx,
which is called when a connection is about to be made or used.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import httpx

Guard: TypeAlias = Callable[[str], None]
"""Takes the host of a call, and raises where it may not be called."""

_guard: Guard | None = None


@contextmanager
def guarded(guard: Guard) -> Generator[None]:
    """Ask `guard` before every call of this process, in all threads, until the block is left."""
    global _guard
    before, _guard = _guard, guard
    try:
        yield
    finally:
        _guard = before


def check(request: httpx.Request, given: object, *, asynchronous: bool) -> None:
    """Ask the guard about `request`, at once or when it is about to leave this process.

    Args:
        given: The HTTP client that the caller made, if one was given.
    """
    if _guard is None:
        return
    if given is None or _leaves_no_trace(given):
        _guard(request.url.host)
    else:
        trace = _async_trace if asynchronous else _trace
        request.extensions = {**request.extensions, "trace": trace(_guard, request)}


def _leaves_no_trace(client: object) -> bool:
    """Whether the client's connections are aiohttp's, which know nothing of the extension."""
    return type(getattr(client, "_transport", None)).__module__.startswith("httpx_aiohttp")


def _trace(guard: Guard, request: httpx.Request) -> Callable[[str, Any], None]:
    before = request.extensions.get("trace")

    def trace(event: str, info: Any) -> None:
        guard(request.url.host)
        if before is not None:
            before(event, info)

    return trace


def _async_trace(guard: Guard, request: httpx.Request) -> Callable[[str, Any], Any]:
    before = request.extensions.get("trace")

    async def trace(event: str, info: Any) -> None:
        guard(request.url.host)
        if before is not None:
            await before(event, info)

    return trace
