"""A response of the API before, or beside, its typed value: what `with_raw_response` and its like give.

`Response` and `AsyncResponse` leave sending to the client and decoding to the answer that the request asks for.
"""

from __future__ import annotations

import codecs
import inspect
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from ..types.response_info import ResponseInfo

if TYPE_CHECKING:
    import datetime as dt

    import httpx

    from ..errors import ClaudeError
    from ..types.response_info import AttemptRecord
    from .call import Call
    from .drivers import AsyncDriver, Driver

S = TypeVar("S", covariant=True)
A = TypeVar("A", covariant=True)

_CHARSETS = ("utf-8", "ascii", "iso8859", "cp125", "gb", "big5", "euc", "shift_jis", "koi8")


class _AnyResponse(ResponseInfo):
    """What both responses have in common: everything that needs no I/O."""

    http_response: httpx.Response
    """The response of the HTTP library."""

    def __init__(self, http_response: httpx.Response, attempts: Sequence[AttemptRecord]) -> None:
        super().__init__(http_response.status_code, http_response.headers, attempts)
        set_charset(http_response)
        self.http_response = http_response

    @property
    def http_request(self) -> httpx.Request:
        """The request of the HTTP library. Its headers hold the key."""
        return self.http_response.request

    @property
    def url(self) -> httpx.URL:
        """The URL that answered."""
        return self.http_response.url

    @property
    def method(self) -> str:
        """The HTTP method."""
        return self.http_request.method

    @property
    def http_version(self) -> str:
        """Such as `HTTP/1.1`."""
        return self.http_response.http_version

    @property
    def elapsed(self) -> dt.timedelta:
        """From sending the last attempt to the end of its answer."""
        return self.http_response.elapsed

    @property
    def is_closed(self) -> bool:
        """Whether the connection has been given back."""
        return self.http_response.is_closed

    @cached_property
    def info(self) -> ResponseInfo:
        """The part of this that typed answers keep: everything but the body."""
        return ResponseInfo(self.status_code, self.headers, self.attempts)


class Response(_AnyResponse, Generic[S]):
    """An answer on `Client`: its headers, its bytes, and by `parse()` its typed value."""

    def __init__(self, driver: Driver, call: Call[S, Any], http_response: httpx.Response) -> None:
        super().__init__(http_response, tuple(call.attempts))
        self.driver = driver
        self.call = call

    @cached_property
    def _parsed(self) -> S:
        return self.call.request.answer.parse(self)

    def parse(self) -> S:
        """The typed value, the same object each time.

        Raises:
            APIResponseValidationError: The body is not what the API answers here.
        """
        if self.call.request.answer.whole:
            self.read()
        return self._parsed

    def read(self) -> bytes:
        """The whole body."""
        return self.driver.read(self.call, self.http_response)

    def text(self) -> str:
        """The whole body as text."""
        self.read()
        return self.http_response.text

    def json(self) -> object:
        """The whole body as plain JSON values."""
        return cast("object", json.loads(self.read()))

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The body, decompressed, as it comes."""
        return self.driver.iterate(self.call, self.http_response, self.http_response.iter_bytes(chunk_size))

    def iter_text(self, chunk_size: int | None = None) -> Iterator[str]:
        """The body as text, as it comes."""
        return self.driver.iterate(self.call, self.http_response, self.http_response.iter_text(chunk_size))

    def iter_lines(self) -> Iterator[str]:
        """The body as lines of text, as they come."""
        return self.driver.iterate(self.call, self.http_response, self.http_response.iter_lines())

    def again(self, failure: ClaudeError) -> Response[S]:
        """The answer to another attempt of the same call, after this one came to `failure` and nothing of it was used.

        Raises:
            ClaudeError: `failure`, where no attempt is left or it is not worth one.
        """
        self.close()
        self.call.fail_last(failure)
        return self.driver.send(self.call, failure)

    def close(self) -> None:
        """Give the connection back; what was not read is lost."""
        self.http_response.close()


class AsyncResponse(_AnyResponse, Generic[A]):
    """An answer on `AsyncClient`: its headers, its bytes, and by `await parse()` its typed value."""

    def __init__(self, driver: AsyncDriver, call: Call[Any, A], http_response: httpx.Response) -> None:
        super().__init__(http_response, tuple(call.attempts))
        self.driver = driver
        self.call = call

    async def parse(self) -> A:
        """The typed value, the same object each time.

        Raises:
            APIResponseValidationError: The body is not what the API answers here.
        """
        if self.call.request.answer.whole:
            await self.read()
        # Put there as a cached property would: a copy made before has no part in it.
        if "_parsed" not in self.__dict__:
            value = self.call.request.answer.parse_async(self)
            self.__dict__["_parsed"] = await value if inspect.iscoroutine(value) else value
        return cast("A", self.__dict__["_parsed"])

    async def read(self) -> bytes:
        """The whole body."""
        return await self.driver.read(self.call, self.http_response)

    async def text(self) -> str:
        """The whole body as text."""
        await self.read()
        return self.http_response.text

    async def json(self) -> object:
        """The whole body as plain JSON values."""
        return cast("object", json.loads(await self.read()))

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """The body, decompressed, as it comes."""
        return self.driver.iterate(self.call, self.http_response, self.http_response.aiter_bytes(chunk_size))

    def iter_text(self, chunk_size: int | None = None) -> AsyncIterator[str]:
        """The body as text, as it comes."""
        return self.driver.iterate(self.call, self.http_response, self.http_response.aiter_text(chunk_size))

    def iter_lines(self) -> AsyncIterator[str]:
        """The body as lines of text, as they come."""
        return self.driver.iterate(self.call, self.http_response, self.http_response.aiter_lines())

    async def again(self, failure: ClaudeError) -> AsyncResponse[A]:
        """The answer to another attempt of the same call, after this one came to `failure` and nothing of it was used.

        Raises:
            ClaudeError: `failure`, where no attempt is left or it is not worth one.
        """
        await self.close()
        self.call.fail_last(failure)
        return await self.driver.send(self.call, failure)

    async def close(self) -> None:
        """Give the connection back; what was not read is lost."""
        await self.http_response.aclose()


class ResponseManager(Generic[S]):
    """What `with_streaming_response` gives on `Client`: sends when entered, closes when left."""

    def __init__(self, send: Callable[[], Response[S]]) -> None:
        self._send = send
        self._response: Response[S] | None = None

    def __repr__(self) -> str:
        return f"<ResponseManager: {self._response or '`with` sends the request and gives its response'}>"

    def __enter__(self) -> Response[S]:
        self._response = self._send()
        return self._response

    def __exit__(self, *exception: object) -> None:
        if self._response is not None:
            self._response.close()


class AsyncResponseManager(Generic[A]):
    """What `with_streaming_response` gives on `AsyncClient`: sends when entered, closes when left."""

    def __init__(self, send: Callable[[], Awaitable[AsyncResponse[A]]]) -> None:
        self._send = send
        self._response: AsyncResponse[A] | None = None

    def __repr__(self) -> str:
        return f"<AsyncResponseManager: {self._response or '`async with` sends the request and gives its response'}>"

    async def __aenter__(self) -> AsyncResponse[A]:
        self._response = await self._send()
        return self._response

    async def __aexit__(self, *exception: object) -> None:
        if self._response is not None:
            await self._response.close()


def set_charset(http_response: httpx.Response) -> None:
    """Let text be read as UTF-8 where the server names something else than a charset."""
    # Python has codecs of other kinds, such as "bz2", and `httpx` takes any.
    if "charset" not in http_response.headers.get("content-type", "").lower() or hasattr(http_response, "_text"):
        return
    try:
        name = codecs.lookup(http_response.charset_encoding or "utf-8").name
    except (LookupError, ValueError):
        name = ""
    if not name.startswith(_CHARSETS):
        http_response.encoding = "utf-8"


APIResponse = Response
AsyncAPIResponse = AsyncResponse
