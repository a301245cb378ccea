"""Names of the official package's top level that only need to be here for code that imports them."""

from __future__ import annotations

from importlib import import_module
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Final

import httpx

from .. import __version__ as __version__
from .clients import (
    DEFAULT_CONNECT_SECONDS,
    DEFAULT_TIMEOUT_SECONDS,
)
from .httpx_transports import AsyncTransport, Transport
from .transport import MAX_CONNECTIONS

__title__: Final = "claude_client"

NoneType: type[None] = type(None)
Timeout = httpx.Timeout

DEFAULT_TIMEOUT: Final = httpx.Timeout(DEFAULT_TIMEOUT_SECONDS, connect=DEFAULT_CONNECT_SECONDS)
# The pool of `httpx` looks at each idle connection for each request. Ours does not, and keeps all that were in use.
DEFAULT_CONNECTION_LIMITS: Final = httpx.Limits(max_connections=MAX_CONNECTIONS, max_keepalive_connections=100)


class DefaultHttpxClient(httpx.Client):
    """An `httpx.Client` with the connections that `Client` makes for itself, and what you change of it."""

    def __init__(self, **arguments: Any) -> None:
        super().__init__(**_defaults(arguments, asynchronous=False))


class DefaultAsyncHttpxClient(httpx.AsyncClient):
    """An `httpx.AsyncClient` with the connections that `AsyncClient` makes for itself, and what you change of it."""

    def __init__(self, **arguments: Any) -> None:
        super().__init__(**_defaults(arguments, asynchronous=True))


class DefaultAioHttpClient(httpx.AsyncClient):
    """An `httpx.AsyncClient` whose connections are aiohttp's; it needs the extra `aiohttp`."""

    def __init__(self, **arguments: Any) -> None:
        try:
            httpx_aiohttp: Any = import_module("httpx_aiohttp")
        except ImportError:
            raise RuntimeError(
                "DefaultAioHttpClient needs aiohttp: python -m pip install 'claude-client[aiohttp]'"
            ) from None
        defaults: dict[str, Any] = {"transport": httpx_aiohttp.AiohttpTransport(), "timeout": DEFAULT_TIMEOUT}
        super().__init__(**{**defaults, **arguments})


_OF_OUR_TRANSPORT = frozenset({"verify", "proxy", "limits", "trust_env"})
# Any of these asks for what only a transport of httpx can do.
_OF_THEIR_TRANSPORT = frozenset({"transport", "cert", "http1", "http2", "proxies", "mounts"})


def _defaults(given: dict[str, Any], *, asynchronous: bool) -> dict[str, Any]:
    verify, proxy = given.get("verify"), given.get("proxy")
    is_theirs = isinstance(verify, (bool, str)) or isinstance(proxy, httpx.Proxy) or given.keys() & _OF_THEIR_TRANSPORT
    if is_theirs:
        limits: dict[str, Any] = {} if "transport" in given else {"limits": DEFAULT_CONNECTION_LIMITS}
        return {"timeout": DEFAULT_TIMEOUT, **limits, **given}
    ours = {name: given[name] for name in _OF_OUR_TRANSPORT & given.keys()}
    others = {name: given[name] for name in given.keys() - _OF_OUR_TRANSPORT | (given.keys() & {"trust_env"})}
    make = AsyncTransport if asynchronous else Transport
    return {"timeout": DEFAULT_TIMEOUT, "transport": make(**ours), **others}


def file_from_path(path: str | PathLike[str]) -> tuple[str, Path]:
    """The file at `path` as `files.upload()` takes it; it is read while it is sent."""
    return Path(fspath(path)).name, Path(path)
