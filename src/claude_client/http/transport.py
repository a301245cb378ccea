"""The transports of the HTTP clients that ours make for themselves: the connections of `pool`.

Tests of applications put something in the place of the network: `respx`, `pytest-httpx` and `vcrpy` replace methods of
`httpx` and `httpcore`. Where one of them is replaced, requests go the way on which the replacement waits for them.
"""

from __future__ import annotations

import ssl
import sys
from collections.abc import Callable, Sequence
from typing import Any, cast

import httpx

from .pool import AsyncPool, Pool


def of_httpcore(name: str, method: str) -> tuple[Callable[..., object], ...]:
    """A method of `httpcore`, where that is imported: it takes longer than all else that is sent with."""
    library: Any = sys.modules.get("httpcore")
    return () if library is None else (getattr(getattr(library, name), method),)


def replaced(*methods: Callable[..., object]) -> bool:
    """Whether one of these methods of `httpx` and `httpcore` is none of theirs."""
    return any(
        not method.__module__.startswith(("httpx.", "httpcore.")) or hasattr(method, "__wrapped__")
        for method in methods
    )


class DefaultTransport(httpx.BaseTransport):
    """What `Client` sends with."""

    def __init__(
        self, verify: ssl.SSLContext, limits: httpx.Limits, socket_options: Sequence[tuple[int, int, int]]
    ) -> None:
        self._arguments: dict[str, Any] = {"verify": verify, "limits": limits, "socket_options": socket_options}
        self._pool = Pool(**self._arguments)
        self._of_the_library: httpx.HTTPTransport | None = None

    def pool(self) -> Pool | None:
        """The pool, where nothing stands in for the network."""
        theirs = of_httpcore("ConnectionPool", "handle_request")
        return None if replaced(httpx.HTTPTransport.handle_request, *theirs) else self._pool

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`."""
        if (pool := self.pool()) is not None:
            return pool.handle_request(request)
        if self._of_the_library is None:
            self._of_the_library = httpx.HTTPTransport(**self._arguments)
        return self._of_the_library.handle_request(request)

    def close(self) -> None:
        """Close all connections."""
        self._pool.close()
        if self._of_the_library is not None:
            self._of_the_library.close()


class AsyncDefaultTransport(httpx.AsyncBaseTransport):
    """What `AsyncClient` sends with."""

    def __init__(
        self, verify: ssl.SSLContext, limits: httpx.Limits, socket_options: Sequence[tuple[int, int, int]]
    ) -> None:
        self._arguments: dict[str, Any] = {"verify": verify, "limits": limits, "socket_options": socket_options}
        self._pool = AsyncPool(**self._arguments)
        self._of_the_library: httpx.AsyncHTTPTransport | None = None

    def pool(self) -> AsyncPool | None:
        """The pool, where nothing stands in for the network."""
        theirs = of_httpcore("AsyncConnectionPool", "handle_async_request")
        return None if replaced(httpx.AsyncHTTPTransport.handle_async_request, *theirs) else self._pool

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`."""
        if (pool := self.pool()) is not None:
            return await pool.handle_async_request(request)
        if self._of_the_library is None:
            self._of_the_library = httpx.AsyncHTTPTransport(**self._arguments)
        return await self._of_the_library.handle_async_request(request)

    async def aclose(self) -> None:
        """Close all connections."""
        await self._pool.aclose()
        if self._of_the_library is not None:
            await self._of_the_library.aclose()


def direct(http: Any) -> Any:
    """The pool of an HTTP client that we made; None where sending is more than using it.

    That is so behind a proxy, and where something has put itself in the place of one of the library's methods. Cookies,
    hooks, authentication and redirects, which `send` is for, our clients do not have.
    """
    transport, kind = http._transport, cast("Any", type(http))
    if not isinstance(transport, (DefaultTransport, AsyncDefaultTransport)) or replaced(kind.send):
        return None
    return transport.pool()
