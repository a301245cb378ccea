"""The HTTP library underneath: how its clients are made, and what its exceptions mean to a call.

`httpx` and `httpx2` have the same interface and exception classes of their own, so exceptions are told by name.
"""

from __future__ import annotations

import re
import sys
from collections.abc import AsyncIterator
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, cast

from ..errors import (
    APIConnectionError,
    APITimeoutError,
    ClaudeError,
    ConnectionFailedError,
    ConnectTimeoutError,
    PoolTimeoutError,
    RequestInterruptedError,
    ResponseInterruptedError,
)

if TYPE_CHECKING:
    from types import ModuleType

    import httpx

DEFAULT_TIMEOUT_SECONDS: Final = 600.0
DEFAULT_CONNECT_SECONDS: Final = 5.0
_LIBRARIES = frozenset(
    {"aiohttp", "anyio", "asyncio", "h11", "h2", "httpcore", "httpcore2", "httpx", "httpx2", "socket", "ssl", "trio"}
)
# RFC 3986 has `%` for any character, which no resolver knows.
_forbidden_in_host = re.compile(r"[\x00-\x20\x7f\"/<>?@\\^`{|}]").search


def connection_error(error: Exception, request: httpx.Request, *, answered: bool) -> Exception:
    """The error of ours for what came out of the HTTP library; anything that is not of its doing stays as it is.

    `answered` says that the headers of a response had come.
    """
    if isinstance(error, ClaudeError) or not _of_the_network(error):
        return error
    names = _names(error)
    if "StreamError" in names:
        # Of the caller's doing, and not of the network's.
        return RuntimeError("the body of this response has been read or closed: read() keeps it, or call again")
    where, why = f"{request.url.host}:{request.url.port or request.url.scheme}", _why(error)
    if "PoolTimeout" in names:
        return PoolTimeoutError("no connection became free in time: close streams that are no longer read", request)
    if "ConnectTimeout" in names:
        return ConnectTimeoutError(f"no connection to {where} in time ({why})", request, phase="connect")
    if names & {"ConnectError", "ProxyError", "UnsupportedProtocol", "gaierror"}:
        return ConnectionFailedError(f"no connection to {where}: {why}", request)
    if names & {"WriteTimeout"}:
        return APITimeoutError(f"{where} did not take the request in time ({why})", request, phase="send")
    if names & {"WriteError", "LocalProtocolError"}:
        return RequestInterruptedError(f"the connection to {where} was lost while sending: {why}", request)
    phase = "body" if answered else "headers"
    if names & {"TimeoutException", "TimeoutError"}:
        waited = "the rest of the response" if answered else "a response"
        return APITimeoutError(f"{where} did not send {waited} in time ({why})", request, phase=phase)
    if names & {"ReadError", "RemoteProtocolError", "DecodingError", "CloseError", "OSError", "EOFError"}:
        lost = "in the middle of the response" if answered else "before a response came"
        return ResponseInterruptedError(f"the connection to {where} was lost {lost}: {why}", request, phase=phase)
    return APIConnectionError(f"the exchange with {where} failed: {why}", request, phase=phase)


def _names(error: BaseException) -> set[str]:
    """The names of the classes of an exception."""
    names, cause = {cls.__name__ for cls in type(error).__mro__}, error.__cause__
    if "ConnectTimeout" in names and cause is not None and type(cause).__module__.startswith("aiohttp."):
        # httpx-aiohttp 0.2.0 calls every failed connection a timeout of connecting, lost ones included.
        of_cause = {cls.__name__ for cls in type(cause).__mro__}
        if "TimeoutError" not in of_cause:
            return {"ConnectError"} if "ClientConnectorError" in of_cause else {"ReadError"}
    return names


def _of_the_network(error: Exception) -> bool:
    return isinstance(error, (OSError, EOFError)) or type(error).__module__.partition(".")[0] in _LIBRARIES


def _why(error: Exception) -> str:
    name, text = type(error).__name__, str(error)
    return f"{name}: {text}" if text else name


def check_address(url: httpx.URL) -> None:
    """Refuse a host that no resolver could look up, and a port that no connection can have.

    Raises:
        ValueError: The host or the port is invalid.
    """
    # What `socket` does with them, so late that the errors would be taken for mistakes in the program.
    host, port = url.host, url.port
    if not host:
        raise ValueError("invalid URL: expected a host")
    if _forbidden_in_host(host) or ("%" in host and ":" not in host):
        raise ValueError(f"invalid host {host!r}: expected a name or an address")
    host.encode("idna")
    if port is not None and not 0 < port <= 65535:
        raise ValueError(f"invalid port {port}: expected 1 to 65535")


def check_decompressed(response: httpx.Response) -> None:
    """Refuse a compressed body that has stopped before its end, which the HTTP library does not tell.

    Raises:
        EOFError: It has.
    """
    decompressor = getattr(getattr(response, "_decoder", None), "decompressor", None)
    if response.num_bytes_downloaded and getattr(decompressor, "eof", True) is False:
        raise EOFError("the compressed body is not whole")


def fail_at_the_source(response: httpx.Response, library: Any) -> None:
    """Have a compressed body that cannot be decompressed fail where its bytes come from, on an asynchronous client.

    The HTTP library raises in between, and leaves generators halfway through which it reads; of these trio warns.
    """
    if "content-encoding" in response.headers and not hasattr(response, "_content"):
        of_the_library: Any = response
        decoder = of_the_library._decoder = _Decoder(of_the_library._get_content_decoder())
        response.stream = _source_class(library)(response.stream, decoder)


class _Decoder:
    """A decoder of the HTTP library that keeps its error in place of raising it."""

    def __init__(self, decoder: Any) -> None:
        self._decoder = decoder
        self.error: Exception | None = None

    @property
    def decompressor(self) -> object:
        """What `check_decompressed` looks at."""
        return getattr(self._decoder, "decompressor", None)

    def decode(self, data: bytes) -> bytes:
        if self.error is None:
            try:
                return cast("bytes", self._decoder.decode(data))
            except Exception as error:  # raised by what the bytes come from
                self.error = error
        return b""

    def flush(self) -> bytes:
        return cast("bytes", self._decoder.flush())


@lru_cache(maxsize=4)
def _source_class(library: Any) -> Any:
    """A class of streams of `library` that end with the error of what decompresses them."""

    class Source(library.AsyncByteStream):  # type: ignore[misc]
        def __init__(self, stream: Any, decoder: _Decoder) -> None:
            self._stream = stream
            self._decoder = decoder

        # No generator either.
        def __aiter__(self) -> AsyncIterator[bytes]:
            self._pieces = aiter(self._stream)
            return cast("AsyncIterator[bytes]", self)

        async def __anext__(self) -> bytes:
            if self._decoder.error is None:
                return cast("bytes", await anext(self._pieces))
            await self._stream.aclose()
            with suppress(Exception):
                async for _ in self._pieces:
                    pass
            raise self._decoder.error

        async def aclose(self) -> None:
            await self._stream.aclose()

    return Source


# ---- clients that are given -----------------------------------------------------------------------------


def library_of(client: object) -> ModuleType:
    """`httpx` or `httpx2`, whichever `client` is of.

    Raises:
        TypeError: It is of neither.
    """
    for cls in type(client).__mro__:
        root = cls.__module__.partition(".")[0]
        if root in ("httpx", "httpx2"):
            return sys.modules[root]
    kind = f"{type(client).__module__}.{type(client).__qualname__}"
    raise TypeError(f"http_client= takes a client of httpx or httpx2, not a {kind}")


def adopt(request: httpx.Request, http: httpx.Client | httpx.AsyncClient) -> None:
    """Add to `request` what a given HTTP client would add to one of its own: its headers, where ours say nothing."""
    for name, value in http.headers.items():
        request.headers.setdefault(name, value)
    http.cookies.set_cookie_header(request)


# ---- the default clients -------------------------------------------------------------------------------


def client_arguments(*, asynchronous: bool) -> dict[str, Any]:
    """The arguments of the `httpx` client that a client of ours makes for itself.

    Timeouts are set on each request and redirects are followed by `core`, so the client has neither.
    """
    from .transport import AsyncTransport, Transport

    return {"timeout": None, "transport": AsyncTransport() if asynchronous else Transport()}
