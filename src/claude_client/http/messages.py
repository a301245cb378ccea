"""Requests and responses that are in memory as a whole: what goes over the wire in most calls.

They hold what a call needs and no more. An `httpx.Request` or `httpx.Response` costs several times as much to make, and
is made of them where somebody looks. `httpx` is not imported before that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final, cast, overload

from .bodies import in_memory
from .urls import PlainURL

if TYPE_CHECKING:
    import httpx


JOINED_BYTES: Final = 64 * 1024
"""Up to here a body goes out together with the head: a system call costs more than copying it."""


# No repr: headers may be credentials, and a body may be megabytes.
@dataclass(eq=False, repr=False, slots=True)
class WireRequest:
    """A request whose headers have been found valid, and that goes out in one piece."""

    method: str
    url: httpx.URL | PlainURL
    headers: dict[str, str]
    content: bytes | None
    extensions: dict[str, Any]
    _full: httpx.Request | None = field(default=None, init=False)

    def to_httpx(self) -> httpx.Request:
        """The same for `httpx`: one object, however often it is asked for."""
        if self._full is None:
            stream = None if self.content is None else in_memory(self.content)
            self._full = make_request(self.method, self.url, self.headers, stream, self.extensions)
        return self._full


def make_request(
    method: str,
    url: httpx.URL | PlainURL,
    headers: dict[str, str],
    stream: Any,
    extensions: dict[str, Any],
    library: Any = None,
) -> httpx.Request:
    """A request of `library`, which is `httpx` where nothing else is said."""
    if library is None:
        import httpx as library
    whole = url.full if isinstance(url, PlainURL) else url
    # To a stream the library adds no headers of its own.
    return cast("httpx.Request", library.Request(method, whole, headers=headers, stream=stream, extensions=extensions))


@dataclass(eq=False, repr=False, slots=True)
class WireResponse:
    """A response whose body came as a whole. It needs no connection any more."""

    request: httpx.Request | WireRequest
    status_code: int
    raw_headers: list[tuple[bytes, bytes]]
    """Names as they came."""
    version: bytes
    reason: bytes
    content: bytes
    is_encoded: bool
    """Whether the body is in a content coding, such as gzip."""
    seconds: float
    """From the start of the request to the end of the response."""
    _full: httpx.Response | None = field(default=None, init=False)

    @property
    def headers(self) -> httpx.Headers:
        """The headers, by names in any case."""
        return self.to_httpx().headers

    def to_httpx(self) -> httpx.Response:
        """The same for `httpx`, whose body has not been read: one object, however often it is asked for."""
        if self._full is None:
            import httpx

            request = self.request.to_httpx() if isinstance(self.request, WireRequest) else self.request
            stream = in_memory(self.content, is_encoded=self.is_encoded)
            extensions = {"http_version": self.version, "reason_phrase": self.reason}
            self._full = httpx.Response(
                self.status_code, headers=self.raw_headers, stream=stream, extensions=extensions, request=request
            )
            self._full.elapsed = timedelta(seconds=self.seconds)
        return self._full


@overload
def to_httpx(message: httpx.Request | WireRequest) -> httpx.Request: ...
@overload
def to_httpx(message: httpx.Response | WireResponse) -> httpx.Response: ...
def to_httpx(message: Any) -> Any:
    """A request or a response as `httpx` has it, whichever it is."""
    return message.to_httpx() if isinstance(message, (WireRequest, WireResponse)) else message
