"""A response of the API before, or beside, its typed value: what `with_raw_response` and its like give.

`Response` and `AsyncResponse` know the call that they belong to and what sent it by two protocols only. Sending and
reading is left to the drivers, decoding to the `ResponseFormat` of the request.
"""

from __future__ import annotations

import inspect
import os
from collections.abc import AsyncIterator, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar, cast

from ..errors import APIResponseValidationError, shorten
from ..http.bodies import InMemory
from ..http.messages import WireResponse, to_httpx
from ..types.response_info import ResponseInfo
from .json_decoding import DecodeError, parse_json
from .response_body import Form, Lines, Pieces, Text, find_encoding, read_in_memory, set_charset

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from types import ModuleType

    import httpx

    from ..errors import CallDeadlineError, ClaudeError
    from ..types.response_info import AttemptRecord
    from .quotas import Quota
    from .request import Request, ResponseLimits
    from .tracing import CallTrace

S = TypeVar("S", covariant=True)
A = TypeVar("A", covariant=True)
T = TypeVar("T")
E = TypeVar("E", bound="ClaudeError")


# ---- what a response knows of its call, and of what sent it ---------------------------------------------


class ReadingSettings(Protocol):
    """Settings that matter while a response is read."""

    @property
    def strict(self) -> bool: ...
    @property
    def response_limits(self) -> ResponseLimits: ...
    @property
    def deadline(self) -> float | None: ...
    @property
    def stream_idle_timeout(self) -> float | None: ...
    @property
    def first_event_timeout(self) -> float | None: ...


class CallState(Protocol):
    """The call that a response belongs to: what was asked for, and how far it is."""

    attempts: list[AttemptRecord]
    sent_at: float
    whole: bool

    @property
    def request(self) -> Request[Any, Any]: ...
    @property
    def settings(self) -> ReadingSettings: ...
    @property
    def quota(self) -> Quota | None: ...
    @property
    def trace(self) -> CallTrace | None: ...
    @property
    def library(self) -> ModuleType: ...
    def now(self) -> float: ...
    def time_left(self) -> float | None: ...
    def check_deadline(self) -> None: ...
    def past_deadline(self, request: httpx.Request | None = None) -> CallDeadlineError: ...
    def fail_last(self, error: BaseException) -> None: ...
    def with_attempts(self, error: E) -> E: ...


class Sender(Protocol):
    """What sent the call of a `Response`."""

    def send(self, call: Any, failure: ClaudeError | None = None) -> Response[Any]:
        """The response to `call`; `failure` is what its last one came to."""
        ...

    def send_request(self, request: Request[T, Any], like: Any) -> T:
        """What another request comes to, under the settings of the call `like`."""
        ...

    def read(self, call: Any, response: httpx.Response) -> bytes:
        """The whole body."""
        ...

    def iterate(self, call: Any, response: httpx.Response, form: Form[T]) -> Iterator[T]:
        """The body in this form, as it comes."""
        ...


class AsyncSender(Protocol):
    """What sent the call of an `AsyncResponse`."""

    async def send(self, call: Any, failure: ClaudeError | None = None) -> AsyncResponse[Any]:
        """The response to `call`; `failure` is what its last one came to."""
        ...

    async def send_request(self, request: Request[Any, T], like: Any) -> T:
        """What another request comes to, under the settings of the call `like`."""
        ...

    async def read(self, call: Any, response: httpx.Response) -> bytes:
        """The whole body."""
        ...

    def iterate(self, call: Any, response: httpx.Response, form: Form[T]) -> AsyncIterator[T]:
        """The body in this form, as it comes."""
        ...


# ---- the responses --------------------------------------------------------------------------------------


class _AnyResponse(ResponseInfo):
    """What both responses have in common: everything that needs no I/O."""

    driver: Any
    call: CallState

    def __init__(self, driver: Any, call: CallState, received: httpx.Response | WireResponse) -> None:
        self.status_code: int = received.status_code
        self._headers = received.raw_headers if isinstance(received, WireResponse) else received.headers
        self.attempts: Sequence[AttemptRecord] = tuple(call.attempts)
        self.driver = driver
        self.call = call
        self._received = received

    @cached_property
    def http_response(self) -> httpx.Response:
        """The response of the HTTP library."""
        response = to_httpx(self._received)
        if "charset" in response.headers.get("content-type", "").lower():
            set_charset(response)
        if self.call.whole and not response.is_stream_consumed and read_in_memory(response) is not None:
            response.read()  # most callers never look, so it is not done before
        return response

    @property
    def content(self) -> bytes:
        """The body, which has been read."""
        received = self._received
        if isinstance(received, WireResponse):
            return received.content
        if not received.is_stream_consumed and (content := read_in_memory(received)) is not None:
            return content
        return received.content

    def _to_json(self, body: bytes) -> object:
        """`body` as plain JSON values, read as typed values are.

        Raises:
            APIResponseValidationError: It is not JSON.
        """
        try:
            return cast("object", parse_json(body))
        except DecodeError as error:
            http = self.http_response
            text = shorten(http.text)
            failure = APIResponseValidationError(http, text, message=f"the body is not JSON ({error}): {text}")
            raise self.call.with_attempts(failure) from None

    @property
    def http_request(self) -> httpx.Request:
        """The request of the HTTP library. Its headers hold the key."""
        request = to_httpx(self._received).request
        if isinstance(request.stream, InMemory):
            request.read()
        return request

    @property
    def retries_taken(self) -> int:
        """Attempts beyond the first."""
        return max(0, len(self.attempts) - 1)

    @property
    def request(self) -> httpx.Request:
        """The same, under the name that it has on a response of the HTTP library."""
        return self.http_request

    @property
    def url(self) -> httpx.URL:
        """The URL that the response came from."""
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
        """From sending the last attempt to the end of its response."""
        return self.http_response.elapsed

    @property
    def is_closed(self) -> bool:
        """Whether the connection has been released."""
        return self.http_response.is_closed

    @cached_property
    def info(self) -> ResponseInfo:
        """The part of this that typed values keep: everything but the body."""
        return ResponseInfo(self.status_code, self._headers, self.attempts)


def is_to_be_read(call: CallState, response: httpx.Response) -> bool:
    """Whether the body has to be read before it is parsed."""
    if not call.request.response_format.whole:
        return False
    return not (response.is_stream_consumed or isinstance(response.stream, InMemory))


class Response(_AnyResponse, Generic[S]):
    """A response on `Client`: its headers, its bytes, and by `parse()` its typed value."""

    driver: Sender

    def parse(self) -> S:
        """The typed value, the same object each time.

        Raises:
            APIResponseValidationError: The body is not what the API sends here.
        """
        received = self._received
        if not isinstance(received, WireResponse) and is_to_be_read(self.call, received):
            self.read()
        # Put there as a cached property would: a copy made before has no part in it.
        if "_parsed" not in self.__dict__:
            try:
                value = self.call.request.response_format.parse(self)
            except BaseException as error:
                if self.call.quota is not None:
                    self.call.quota.keep()
                if self.call.trace is not None:
                    self.call.trace.fail(error)
                raise
            if self.call.quota is not None:
                self.call.quota.settle(value)
            if self.call.trace is not None and self.call.request.response_format.whole:
                self.call.trace.settle(value)
            self.__dict__["_parsed"] = value
        return cast("S", self.__dict__["_parsed"])

    def read(self) -> bytes:
        """The whole body."""
        return self.driver.read(self.call, self.http_response)

    def text(self) -> str:
        """The whole body as text."""
        self.read()
        return self.http_response.text

    def json(self) -> object:
        """The whole body as plain JSON values.

        Raises:
            APIResponseValidationError: It is not JSON.
        """
        return self._to_json(self.read())

    def iter_bytes(self, chunk_size: int | None = None) -> Iterator[bytes]:
        """The body, decompressed, as it comes."""
        return self.driver.iterate(self.call, self.http_response, Pieces(chunk_size))

    def stream_to_file(self, file: str | os.PathLike[str], *, chunk_size: int | None = None) -> None:
        """Write the body to a file as it comes; `write_to_file()` of a download also leaves no incomplete file behind.

        Args:
            file: The path of the file, which is replaced.
            chunk_size: Bytes of a piece; as they come when left out.
        """
        with open(file, "wb") as written:  # noqa: PTH123  # any path-like
            written.writelines(self.iter_bytes(chunk_size))

    def iter_text(self, chunk_size: int | None = None) -> Iterator[str]:
        """The body as text, as it comes."""
        return self.driver.iterate(self.call, self.http_response, Text(find_encoding(self.http_response), chunk_size))

    def iter_lines(self) -> Iterator[str]:
        """The body as lines of text, as they come."""
        return self.driver.iterate(self.call, self.http_response, Lines(find_encoding(self.http_response)))

    def retry(self, failure: ClaudeError) -> Response[S]:
        """The response to a retry of the same call, after this one came to `failure` and nothing of it was used.

        Raises:
            ClaudeError: `failure`, where no retry is left or it is not worth one.
        """
        self.close()
        self.call.fail_last(failure)
        return self.driver.send(self.call, failure)

    def close(self) -> None:
        """Release the connection; what was not read is lost."""
        self.http_response.close()
        if self.call.trace is not None:
            self.call.trace.close()


class AsyncResponse(_AnyResponse, Generic[A]):
    """A response on `AsyncClient`: its headers, its bytes, and by `await parse()` its typed value."""

    driver: AsyncSender

    async def parse(self) -> A:
        """The typed value, the same object each time.

        Raises:
            APIResponseValidationError: The body is not what the API sends here.
        """
        received = self._received
        if not isinstance(received, WireResponse) and is_to_be_read(self.call, received):
            await self.read()
        # Put there as a cached property would: a copy made before has no part in it.
        if "_parsed" not in self.__dict__:
            try:
                value = self.call.request.response_format.parse_async(self)
                value = await value if inspect.iscoroutine(value) else value
            except BaseException as error:
                if self.call.quota is not None:
                    self.call.quota.keep()
                if self.call.trace is not None:
                    self.call.trace.fail(error)
                raise
            if self.call.quota is not None:
                self.call.quota.settle(value)
            if self.call.trace is not None and self.call.request.response_format.whole:
                self.call.trace.settle(value)
            self.__dict__["_parsed"] = value
        return cast("A", self.__dict__["_parsed"])

    async def read(self) -> bytes:
        """The whole body."""
        return await self.driver.read(self.call, self.http_response)

    async def text(self) -> str:
        """The whole body as text."""
        await self.read()
        return self.http_response.text

    async def json(self) -> object:
        """The whole body as plain JSON values.

        Raises:
            APIResponseValidationError: It is not JSON.
        """
        return self._to_json(await self.read())

    def iter_bytes(self, chunk_size: int | None = None) -> AsyncIterator[bytes]:
        """The body, decompressed, as it comes."""
        return self.driver.iterate(self.call, self.http_response, Pieces(chunk_size))

    async def stream_to_file(self, file: str | os.PathLike[str], *, chunk_size: int | None = None) -> None:
        """The same as on `Client`; the file is written in a thread."""
        from anyio import open_file

        async with await open_file(file, "wb") as written:
            async for chunk in self.iter_bytes(chunk_size):
                await written.write(chunk)

    def iter_text(self, chunk_size: int | None = None) -> AsyncIterator[str]:
        """The body as text, as it comes."""
        return self.driver.iterate(self.call, self.http_response, Text(find_encoding(self.http_response), chunk_size))

    def iter_lines(self) -> AsyncIterator[str]:
        """The body as lines of text, as they come."""
        return self.driver.iterate(self.call, self.http_response, Lines(find_encoding(self.http_response)))

    async def retry(self, failure: ClaudeError) -> AsyncResponse[A]:
        """The response to a retry of the same call, after this one came to `failure` and nothing of it was used.

        Raises:
            ClaudeError: `failure`, where no retry is left or it is not worth one.
        """
        await self.close()
        self.call.fail_last(failure)
        return await self.driver.send(self.call, failure)

    async def close(self) -> None:
        """Release the connection; what was not read is lost."""
        await self.http_response.aclose()
        if self.call.trace is not None:
            self.call.trace.close()

    async def aclose(self) -> None:
        """The same as `close()`."""
        await self.close()


APIResponse = Response
AsyncAPIResponse = AsyncResponse
