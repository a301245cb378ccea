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
    MAX_CONNECTIONS,
    MAX_KEEPALIVE_CONNECTIONS,
    client_arguments,
)

__title__: Final = "claude_client"

NoneType: type[None] = type(None)
Timeout = httpx.Timeout

DEFAULT_TIMEOUT: Final = httpx.Timeout(DEFAULT_TIMEOUT_SECONDS, connect=DEFAULT_CONNECT_SECONDS)
DEFAULT_CONNECTION_LIMITS: Final = httpx.Limits(
    max_connections=MAX_CONNECTIONS, max_keepalive_connections=MAX_KEEPALIVE_CONNECTIONS
)


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


# Any of these says something of the connections, which a transport made beforehand would not hear of.
_OF_THE_TRANSPORT = frozenset({"transport", "verify", "cert", "http1", "http2", "proxy", "proxies", "mounts", "limits"})


def _defaults(given: dict[str, Any], *, asynchronous: bool) -> dict[str, Any]:
    if given.keys() & _OF_THE_TRANSPORT:
        limits: dict[str, Any] = {} if "transport" in given else {"limits": DEFAULT_CONNECTION_LIMITS}
        return {"timeout": DEFAULT_TIMEOUT, **limits, **given}
    return {**client_arguments(asynchronous=asynchronous), "timeout": DEFAULT_TIMEOUT, **given}


def file_from_path(path: str | PathLike[str]) -> tuple[str, Path]:
    """The file at `path` as `files.upload()` takes it; it is read while it is sent."""
    return Path(fspath(path)).name, Path(path)
