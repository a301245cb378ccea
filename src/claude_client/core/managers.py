"""Context managers that send a request when they are entered, and close what came of it when they are left."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from .response import AsyncResponse, Response


class Closable(Protocol):
    """What `StreamManager` closes."""

    def close(self) -> object: ...


class AsyncClosable(Protocol):
    """What `AsyncStreamManager` closes."""

    def close(self) -> Awaitable[object]: ...


C = TypeVar("C", bound=Closable, covariant=True)
AC = TypeVar("AC", bound=AsyncClosable, covariant=True)
S = TypeVar("S", covariant=True)
A = TypeVar("A", covariant=True)


class _Manager(Generic[C]):
    _gives: ClassVar[str] = "stream"

    def __init__(self, send: Callable[[], C]) -> None:
        self._send = send
        self._opened: C | None = None

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {self._opened or f'`with` sends the request and gives its {self._gives}'}>"

    def __enter__(self) -> C:
        self._opened = self._send()
        enter: Callable[[], C] | None = getattr(self._opened, "__enter__", None)
        return self._opened if enter is None else enter()

    def __exit__(self, *exception: object) -> None:
        if self._opened is not None:
            self._opened.close()


class _AsyncManager(Generic[AC]):
    _gives: ClassVar[str] = "stream"

    def __init__(self, send: Callable[[], Awaitable[AC]]) -> None:
        self._send = send
        self._opened: AC | None = None

    def __repr__(self) -> str:
        opened: Any = self._opened
        return f"<{type(self).__name__}: {opened or f'`async with` sends the request and gives its {self._gives}'}>"

    async def __aenter__(self) -> AC:
        self._opened = await self._send()
        enter: Callable[[], Awaitable[AC]] | None = getattr(self._opened, "__aenter__", None)
        return self._opened if enter is None else await enter()

    async def __aexit__(self, *exception: object) -> None:
        if self._opened is not None:
            await self._opened.close()


class StreamManager(_Manager[C], Generic[C]):
    """Sends a request when it is entered, gives its stream, and closes that when it is left."""


class AsyncStreamManager(_AsyncManager[AC], Generic[AC]):
    """Sends a request when it is entered, gives its stream, and closes that when it is left."""


# As they are called in public, and by tracers that look at the name of a class.
StreamManager.__name__, AsyncStreamManager.__name__ = "MessageStreamManager", "AsyncMessageStreamManager"


class ResponseManager(_Manager[Response[S]], Generic[S]):
    """What `with_streaming_response` gives on `Client`: sends when entered, closes when left."""

    _gives = "response"


class AsyncResponseManager(_AsyncManager[AsyncResponse[A]], Generic[A]):
    """What `with_streaming_response` gives on `AsyncClient`: sends when entered, closes when left."""

    _gives = "response"
