"""Where calls may go: anywhere, unless a guard is set. The pytest plugin sets one.

Only its connection knows whether a request leaves the process, as a mocked transport has none. Our transport asks the
guard itself. Where httpx sends, its `trace` extension does, which is called when a connection is about to be made or
used: the drivers, or our transport where something stands in for the network, prepare a request for that here.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    import httpx

Guard: TypeAlias = Callable[[str], None]
"""Takes the host of a call, and raises where it may not be called."""

current: Guard | None = None
"""The guard that is asked."""


@contextmanager
def guarded(guard: Guard) -> Generator[None]:
    """Ask `guard` before every call of this process, in all threads, until the block is left."""
    global current
    before, current = current, guard
    try:
        yield
    finally:
        current = before


def watch(request: httpx.Request, http: object, *, asynchronous: bool) -> None:
    """Have the guard asked once `request`, which `http` is to send, is about to leave this process."""
    if current is None:
        return
    if _leaves_no_trace(http):
        current(request.url.host)
    else:
        trace = _async_trace if asynchronous else _trace
        request.extensions = {**request.extensions, "trace": trace(current, request)}


def _leaves_no_trace(client: object) -> bool:
    """Whether the client's connections are aiohttp's, which know nothing of the extension."""
    # Whatever it calls the attribute.
    return any(type(each).__module__.startswith("httpx_aiohttp") for each in vars(client).values())


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
