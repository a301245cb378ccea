"""The wire: connections, pool and HTTP/1.1, usable alone as `httpx` transports.

From the door to the socket:

- `transport`: the door. It sends a request on a connection that it opens, keeps and closes. Where something
  stands in for the network, it goes through `httpx`. `slots` says who has which connection, `guard` where calls may go.
- `http11`: a request and its response as bytes, without I/O. `messages` has both where they are in memory as a whole,
  `streams` the responses that are still arriving.
- `connections`: bytes on sockets, asyncio and trio. `tls` is the TLS in them, `tunnels` what is said to a proxy first,
  `proxies` which proxy that is.
- `clients`: HTTP clients that are given, and what the exceptions of their libraries mean. `httpx_clients` has the names
  of the official package.
- `httpx_transports`: the transports as classes of `httpx`. A call needs none of them, nor `httpx`: `late_httpx` imports
  it for its exceptions, and `urls` reads most URLs without it.
- `bodies`, `event_loops`: what `httpx` and event loops ask for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .httpx_transports import AsyncTransport as AsyncTransport
    from .httpx_transports import Transport as Transport

__all__ = ["AsyncTransport", "Transport"]


def __getattr__(name: str) -> object:
    # Loaded on first use, as httpx is.
    if name in __all__:
        from . import httpx_transports

        return getattr(httpx_transports, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
