"""The HTTP library underneath: how its clients are made, and what its exceptions mean to a call.

`httpx` and `httpx2` have the same interface and exception classes of their own, so exceptions are told by name.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Container
from typing import TYPE_CHECKING, Final

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


def connection_error(error: Exception, request: httpx.Request, *, has_head: bool) -> Exception:
    """The error of ours for what came out of the HTTP library; anything that is not of its doing stays as it is.

    `has_head` says that the headers of a response had come.
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
    phase = "body" if has_head else "headers"
    if names & {"TimeoutException", "TimeoutError"}:
        waited = "the rest of the response" if has_head else "a response"
        return APITimeoutError(f"{where} did not send {waited} in time ({why})", request, phase=phase)
    if names & {"ReadError", "RemoteProtocolError", "DecodingError", "CloseError", "OSError", "EOFError"}:
        lost = "in the middle of the response" if has_head else "before a response came"
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
    try:
        host.encode("idna")
    except UnicodeError:  # whose text differs from one Python to the next
        raise ValueError(f"invalid host {host!r}: a label of it is empty, too long or not a name") from None
    if port is not None and not 0 < port <= 65535:
        raise ValueError(f"invalid port {port}: expected 1 to 65535")


# ---- clients that are given -----------------------------------------------------------------------------


def library_of(client: object, *, asynchronous: bool) -> ModuleType:
    """`httpx` or `httpx2`, whichever `client` is of.

    Raises:
        TypeError: It is not a client of either, or one of the other kind.
    """
    wanted = "AsyncClient" if asynchronous else "Client"
    names = {f"{root}.{cls.__name__}": root for cls in type(client).__mro__ if (root := _library_root(cls))}
    for library in ("httpx", "httpx2"):
        if f"{library}.{wanted}" in names:
            return sys.modules[library]
    raise TypeError(
        f"invalid http_client={_show_kind(client)}: expected an httpx.{wanted} or httpx2.{wanted}"
        + _explain_client(client, names, asynchronous=asynchronous)
    )


def _library_root(cls: type) -> str | None:
    root = cls.__module__.partition(".")[0]
    return root if root in ("httpx", "httpx2") else None


def _show_kind(client: object) -> str:
    if isinstance(client, type):
        return f"<class {client.__module__.partition('.')[0]}.{client.__qualname__}>"
    return f"<{type(client).__module__.partition('.')[0]}.{type(client).__qualname__}>"


def _explain_client(client: object, names: Container[str], *, asynchronous: bool) -> str:
    if isinstance(client, type):
        return ", not a class: call it first"
    if any(f"{library}.{kind}" in names for library in ("httpx", "httpx2") for kind in ("Client", "AsyncClient")):
        return f"; give this one to {'Client' if asynchronous else 'AsyncClient'}"
    if type(client).__name__.endswith("Transport"):
        return f", such as httpx.{'Async' if asynchronous else ''}Client(transport=...)"
    return ""


def adopt(request: httpx.Request, http: httpx.Client | httpx.AsyncClient) -> None:
    """Add to `request` what a given HTTP client would add to one of its own: its headers, where ours say nothing."""
    for name, value in http.headers.items():
        request.headers.setdefault(name, value)
    http.cookies.set_cookie_header(request)
