"""Bodies in the form in which `httpx` and `httpx2` take them: one class of streams for both of their clients."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    import httpx


class ByteStream(Protocol):
    """A body that is produced while it is sent, by both clients."""

    def __iter__(self) -> Iterator[bytes]: ...
    def __aiter__(self) -> AsyncIterator[bytes]: ...
    def close(self) -> None:
        """Called when the body is sent, or will not be."""
        ...

    async def aclose(self) -> None:
        """The same, on the asynchronous client."""
        ...


def byte_stream(content: ByteStream, library: Any = None) -> Any:
    """A body that is produced while it is sent, as `library` takes it; that is `httpx` where nothing else is said."""
    if library is None:
        import httpx as library
    return _byte_stream_class(library)(content)


@lru_cache(maxsize=4)
def _byte_stream_class(library: Any) -> Any:

    class Bytes(library.SyncByteStream, library.AsyncByteStream):  # type: ignore[misc]
        def __init__(self, content: ByteStream) -> None:
            self._content = content

        def __iter__(self) -> Iterator[bytes]:
            return iter(self._content)

        def __aiter__(self) -> AsyncIterator[bytes]:
            return self._content.__aiter__()

        def close(self) -> None:
            self._content.close()

        async def aclose(self) -> None:
            self._content.close()

    return Bytes


class InMemory:
    """Bytes that are there already, for both clients to read without waiting."""

    def __init__(self, content: bytes, *, is_encoded: bool = False) -> None:
        self.content = content
        self.is_encoded = is_encoded
        """Whether they are in a content coding, such as gzip."""

    def __iter__(self) -> Iterator[bytes]:
        return iter((self.content,))

    # Not a generator as that of the library, which could be left halfway.
    def __aiter__(self) -> AsyncIterator[bytes]:
        return _Given(iter(self))


class _Given:
    def __init__(self, items: Iterator[bytes]) -> None:
        self._items = items

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        for item in self._items:
            return item
        raise StopAsyncIteration


def in_memory(content: bytes, library: Any = None, *, is_encoded: bool = False) -> Any:
    """A body that is there already, as `library` takes it; that is `httpx` where nothing else is said."""
    if library is None:
        import httpx as library
    return _in_memory_class(library)(content, is_encoded=is_encoded)


@lru_cache(maxsize=4)
def _in_memory_class(library: Any) -> Any:
    return type("InMemory", (InMemory, library.ByteStream), {})


def close_body(request: httpx.Request) -> None:
    """Close what the body of `request` holds open. HTTP clients leave that to whoever made it."""
    close = getattr(request.stream, "close", None)
    if close is not None:
        close()
