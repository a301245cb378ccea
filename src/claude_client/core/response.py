"""An answer of the API before, or beside, its typed value: status, headers and what they tell.

`ResponseInfo` is what every typed answer keeps of its response. `Response` and `AsyncResponse` are what
`with_raw_response` and `with_streaming_response` give. They leave sending to the client and decoding to the answer
that the request asks for.
"""

from __future__ import annotations

import codecs
import inspect
import json
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

if TYPE_CHECKING:
    import datetime as dt

    import httpx

    from ..errors import AttemptRecord, ClaudeError
    from .call import Call
    from .drivers import AsyncDriver, Driver

SHOWN_QUERY: Final = "claude_client.shown_query"
"""Among the extensions of a request: the names of those parameters of its query that are the method's own."""

S = TypeVar("S", covariant=True)
A = TypeVar("A", covariant=True)

_CHARSETS = ("utf-8", "ascii", "iso8859", "cp125", "gb", "big5", "euc", "shift_jis", "koi8")
_CREDENTIALS = frozenset({"x-api-key", "authorization", "proxy-authorization", "cookie", "set-cookie"})


_SECRET_NAME = re.compile("key|token|secret|auth|cookie|password|credential|session")


def holds_secret(name: str) -> bool:
    """Whether a header of this name is taken for a credential; the API's own count tokens."""
    name = name.lower()
    return name in _CREDENTIALS or (_SECRET_NAME.search(name) is not None and not name.startswith("anthropic-"))


def redacted_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """`headers` with every credential replaced."""
    return {name: "[redacted]" if holds_secret(name) else value for name, value in headers.items()}


def redacted(request: httpx.Request | None) -> httpx.Request | None:
    """`request` as it may be shown, kept and pickled: without credentials and without its body."""
    if request is None:
        return None
    shown = request.extensions.get(SHOWN_QUERY, ())
    # Of the same library as the original, httpx or httpx2.
    return type(request)(
        request.method, without_query_values(request.url, shown), headers=redacted_headers(request.headers)
    )


def without_query_values(url: httpx.URL, shown: Iterable[str] = ()) -> httpx.URL:
    """`url` with the values of its query replaced, which may be signatures, but for those of the names in `shown`."""
    if not url.query:
        return url
    pairs = url.params.multi_items()
    return url.copy_with(
        params=[(name, value if name.partition("[")[0] in shown else "redacted") for name, value in pairs]
    )


class RateLimit:
    """One of the limits that the API counts against."""

    __slots__ = ("limit", "remaining", "reset")

    limit: int | None
    """What the limit allows in its period."""

    remaining: int | None
    """What is left of it."""

    reset: dt.datetime | None
    """When it is whole again."""

    def __init__(self, headers: Mapping[str, str], prefix: str) -> None:
        self.limit = _integer(headers.get(f"{prefix}-limit"))
        self.remaining = _integer(headers.get(f"{prefix}-remaining"))
        self.reset = _moment(headers.get(f"{prefix}-reset"))

    def __repr__(self) -> str:
        return f"RateLimit({self.remaining} of {self.limit} left, reset={self.reset})"


class RateLimits:
    """The rate limits as the response's headers tell them; each is empty where the API did not send it.

    API: https://platform.claude.com/docs/en/api/rate-limits
    """

    __slots__ = ("_headers",)

    def __init__(self, headers: Mapping[str, str]) -> None:
        self._headers = headers

    @property
    def requests(self) -> RateLimit:
        """Requests per minute."""
        return RateLimit(self._headers, "anthropic-ratelimit-requests")

    @property
    def tokens(self) -> RateLimit:
        """Input and output tokens per minute, by the limit that is tightest."""
        return RateLimit(self._headers, "anthropic-ratelimit-tokens")

    @property
    def input_tokens(self) -> RateLimit:
        """Input tokens per minute."""
        return RateLimit(self._headers, "anthropic-ratelimit-input-tokens")

    @property
    def output_tokens(self) -> RateLimit:
        """Output tokens per minute."""
        return RateLimit(self._headers, "anthropic-ratelimit-output-tokens")

    @property
    def priority_input_tokens(self) -> RateLimit:
        """Input tokens of the Priority Tier."""
        return RateLimit(self._headers, "anthropic-priority-input-tokens")

    @property
    def priority_output_tokens(self) -> RateLimit:
        """Output tokens of the Priority Tier."""
        return RateLimit(self._headers, "anthropic-priority-output-tokens")

    @property
    def fast_input_tokens(self) -> RateLimit:
        """Input tokens in fast mode."""
        return RateLimit(self._headers, "anthropic-fast-input-tokens")

    @property
    def fast_output_tokens(self) -> RateLimit:
        """Output tokens in fast mode."""
        return RateLimit(self._headers, "anthropic-fast-output-tokens")

    def __repr__(self) -> str:
        shown = {name: getattr(self, name) for name in dir(type(self)) if not name.startswith("_")}
        return f"RateLimits({', '.join(f'{k}={v}' for k, v in shown.items() if v.limit is not None)})"


class ResponseInfo:
    """What the HTTP response of a call tells beside its body."""

    status_code: int
    """The HTTP status."""

    headers: httpx.Headers
    """The headers of the response; names in any case."""

    attempts: Sequence[AttemptRecord]
    """Every attempt made, the first and the successful one included."""

    def __init__(self, status_code: int, headers: httpx.Headers, attempts: Sequence[AttemptRecord] = ()) -> None:
        self.status_code = status_code
        self.headers = headers
        self.attempts = attempts

    @property
    def request_id(self) -> str | None:
        """The API's id of the request, for its support."""
        return self._header("request-id")

    @property
    def organization_id(self) -> str | None:
        """The organization that the key belongs to."""
        return self._header("anthropic-organization-id")

    @property
    def workspace_id(self) -> str | None:
        """The workspace that the call acted in."""
        return self._header("anthropic-workspace-id")

    def _header(self, name: str) -> str | None:
        return cast("str | None", self.headers.get(name))

    @property
    def rate_limits(self) -> RateLimits:
        """What is left of the rate limits."""
        return RateLimits(self.headers)

    @property
    def retry_after(self) -> float | None:
        """Seconds that the server asks to wait before the next attempt."""
        return retry_after(self.headers)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.status_code}, request_id={self.request_id!r})"


def retry_after(headers: Mapping[str, str]) -> float | None:
    """The wait in seconds that `retry-after-ms` or `retry-after` (seconds, or an HTTP date) ask for."""
    try:
        return max(0.0, float(headers["retry-after-ms"]) / 1000)
    except (KeyError, ValueError):
        pass
    value = headers.get("retry-after")
    if value is None:
        return None
    try:
        return max(0.0, float(value))
    except ValueError:
        pass
    try:
        moment = parsedate_to_datetime(value)
    except ValueError:
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=timezone.utc)
    return max(0.0, (moment - datetime.now(timezone.utc)).total_seconds())


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


def _integer(value: str | None) -> int | None:
    # "²" is a digit too, and Python refuses to read thousands of them.
    return int(value) if value is not None and value.isdecimal() and len(value) < 20 else None


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


def _moment(value: str | None) -> dt.datetime | None:
    if value is None:
        return None
    try:
        # Python 3.10 does not know the "Z" of RFC 3339.
        return datetime.fromisoformat(f"{value[:-1]}+00:00" if value.endswith("Z") else value)
    except ValueError:
        return None


APIResponse = Response
AsyncAPIResponse = AsyncResponse
