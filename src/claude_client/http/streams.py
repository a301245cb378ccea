"""Responses whose bodies are still arriving. Each is read from a connection, which goes back to its pool at the end."""

from __future__ import annotations

import time
import weakref
from collections.abc import AsyncIterator, Awaitable, Iterator
from datetime import timedelta
from typing import Any, Generic, Protocol, cast

import httpx

from .connections import AsyncConnection, SyncConnection, seconds_for
from .http11 import ResponseReader
from .slots import C, Slot


class Release(Protocol):
    """Takes back the slot of a body that has been read, or is closed."""

    def __call__(self, slot: Slot[Any], *, reusable: bool) -> object: ...


class AsyncRelease(Protocol):
    """The same on an event loop."""

    def __call__(self, slot: Slot[Any], *, reusable: bool) -> Awaitable[object]: ...


class ResponseBody(Generic[C]):
    """What the bodies of both clients have in common."""

    def __init__(
        self, slot: Slot[C], reader: ResponseReader, first: bytes, request: httpx.Request, started: float
    ) -> None:
        self._slot = slot
        self._reader = reader
        self._first = first
        self._extensions = request.extensions
        self._started = started
        self._over = False
        self._response: weakref.ref[httpx.Response] | None = None

    def to_response(self, request: httpx.Request) -> httpx.Response:
        """The response that this is the body of."""
        reader = self._reader
        extensions = {
            "http_version": reader.version,
            "reason_phrase": reader.reason,
            "network_stream": self._slot.connection,
        }
        stream = cast("Any", self)
        made = httpx.Response(
            reader.status, headers=reader.headers, stream=stream, extensions=extensions, request=request
        )
        # Weak, so that a response that nobody looks at any more is gone at once, and this with it.
        self._response = weakref.ref(made)
        return made

    def _end(self) -> bool:
        """Whether this is the first call, which has to release the slot."""
        if self._over:
            return False
        self._over = True
        # From here on it may be dropped: the slot is released once, and may soon serve another request.
        self._slot.reader = None
        response = None if self._response is None else self._response()
        if response is not None:
            response.elapsed = timedelta(seconds=time.perf_counter() - self._started)
        return True


class SyncBody(ResponseBody[SyncConnection], httpx.SyncByteStream):
    """The body of a response on `Client`; closing it gives the connection back."""

    def __init__(
        self,
        release: Release,
        slot: Slot[SyncConnection],
        reader: ResponseReader,
        first: bytes,
        request: httpx.Request,
        started: float,
    ) -> None:
        super().__init__(slot, reader, first, request, started)
        self._release = release

    def __iter__(self) -> Iterator[bytes]:
        reader, connection = self._reader, cast("SyncConnection", self._slot.connection)
        trace = self._extensions.get("trace")
        try:
            if self._first:
                yield self._first
            reader.check()
            while not reader.done:
                if trace is not None:
                    trace("body.started", {})
                data = connection.receive(seconds_for("read", self._extensions))
                if not data:
                    reader.feed_eof()
                else:
                    if chunk := reader.feed(data):
                        yield chunk
                    reader.check()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Give the connection back."""
        if self._end():
            self._release(self._slot, reusable=self._reader.done and self._reader.reusable)


class AsyncBody(ResponseBody[AsyncConnection], httpx.AsyncByteStream):
    """The body of a response on `AsyncClient`; closing it gives the connection back."""

    def __init__(
        self,
        release: AsyncRelease,
        slot: Slot[AsyncConnection],
        reader: ResponseReader,
        first: bytes,
        request: httpx.Request,
        started: float,
    ) -> None:
        super().__init__(slot, reader, first, request, started)
        self._release = release
        self._begun = False

    # No generator: whoever stops halfway, as a decoder does at what it cannot read, would leave one behind.
    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        try:
            chunk = await self._next()
        except BaseException:
            await self.aclose()
            raise
        if not chunk:
            raise StopAsyncIteration
        return chunk

    async def _next(self) -> bytes:
        reader, connection = self._reader, cast("AsyncConnection", self._slot.connection)
        trace = self._extensions.get("trace")
        if not self._begun:
            self._begun = True
            if self._first:
                return self._first
        reader.check()
        while not reader.done:
            if trace is not None:
                await trace("body.started", {})
            data = await connection.receive(seconds_for("read", self._extensions))
            if not data:
                reader.feed_eof()
            elif chunk := reader.feed(data):
                return chunk
            reader.check()
        return b""

    async def aclose(self) -> None:
        """Give the connection back."""
        if self._end():
            await self._release(self._slot, reusable=self._reader.done and self._reader.reusable)
