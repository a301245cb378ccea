"""Transports: the one door through which requests leave this package, and usable without the rest of it.

    import httpx
    from claude_client.http import Transport

    with httpx.Client(transport=Transport()) as client:
        client.get("https://api.anthropic.com/")

A transport sends on the connections of its own pool (`pool`), through the proxies of the environment (`proxies`). Where
something stands in for the network (`stand_ins`), it goes through httpx, so that this is asked before a socket is
opened.
"""

from __future__ import annotations

import socket
import ssl
from typing import Any, Final

import httpx

from .pool import AsyncPool, Pool, SocketOptions
from .proxies import Proxies, Proxy
from .stand_ins import is_replaced
from .tls import default_context

MAX_CONNECTIONS: Final = 1000


def _keep_alive() -> list[tuple[int, int, int]]:
    """Socket options that notice a dead peer within minutes, where the platform has them."""
    options = [(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)]
    for name, value in (("TCP_KEEPIDLE", 60), ("TCP_KEEPINTVL", 60), ("TCP_KEEPCNT", 5)):
        option = getattr(socket, name, None)
        if option is not None:
            options.append((socket.IPPROTO_TCP, option, value))
    return options


KEEP_ALIVE: Final = tuple(_keep_alive())


class _AnyTransport:
    """What both transports have in common."""

    def __init__(
        self,
        *,
        verify: ssl.SSLContext | None = None,
        limits: httpx.Limits | None = None,
        socket_options: SocketOptions = KEEP_ALIVE,
        proxy: str | httpx.URL | None = None,
        trust_env: bool = True,
    ) -> None:
        """Make a transport, which opens nothing yet.

        Args:
            verify: The TLS context of all connections. Left out, it is `ssl.create_default_context()` with the
                certificates of `SSL_CERT_FILE`, `SSL_CERT_DIR` or certifi, made for the first connection that needs it.
            limits: How many connections there may be at once (1,000), how many of them idle (as many), and for how many
                seconds (5).
            socket_options: As `socket.setsockopt` takes them. The default notices a dead peer within minutes.
            proxy: The proxy of every request: `http://`, `https://`, `socks5://` or `socks5h://`, with `user:password@`
                in front of the host where it asks for them.
            trust_env: Whether `HTTP_PROXY`, `HTTPS_PROXY`, `ALL_PROXY` and `NO_PROXY` apply where `proxy` is left out.

        Raises:
            httpx.ProxyError: `proxy` is malformed.
            httpx.UnsupportedProtocol: `proxy` has an unknown scheme.
        """
        # A second burst of calls finds the connections of the first; those that nobody needs are closed by their age.
        self._limits = limits or httpx.Limits(
            max_connections=MAX_CONNECTIONS, max_keepalive_connections=MAX_CONNECTIONS
        )
        self._verify = verify
        self._socket_options = list(socket_options)
        try:
            self._proxies = Proxies(proxy, trust_env=trust_env)
        finally:
            proxy = None  # tracebacks show local variables, and this may have a password
        self._pool: Any = self._make_pool(proxies=self._proxies, **self._arguments())
        self._through_httpx: dict[object, Any] = {}
        """Clients and transports of httpx, made where something stands in for the network."""

    def _arguments(self) -> dict[str, Any]:
        return {"limits": self._limits, "socket_options": self._socket_options}

    def _make_pool(self, **arguments: Any) -> Pool | AsyncPool:
        raise NotImplementedError

    def _library_transport(self, request: httpx.Request, kind: Any) -> Any:
        """The transport of httpx that sends `request`."""
        proxy = self._proxy_of(request)
        if (kind, proxy) not in self._through_httpx:
            through = {} if proxy is None else {"proxy": httpx.Proxy(proxy.url)}
            verify = self._verify or default_context()
            self._through_httpx[kind, proxy] = kind(verify=verify, **through, **self._arguments())
        return self._through_httpx[kind, proxy]

    def _proxy_of(self, request: httpx.Request) -> Proxy | None:
        url = request.url
        port = url.port or (443 if url.scheme == "https" else 80)
        return self._proxies.find(url.raw_scheme, url.raw_host.decode("ascii"), port)

    def _library_client(self, kind: Any) -> Any:
        """A client of httpx that sends with this transport."""
        if kind not in self._through_httpx:
            self._through_httpx[kind] = kind(transport=self, timeout=None, trust_env=False)
        return self._through_httpx[kind]

    def _made_transports(self) -> list[Any]:
        made = [each for kind, each in self._through_httpx.items() if isinstance(kind, tuple)]
        self._through_httpx.clear()
        return made


class Transport(_AnyTransport, httpx.BaseTransport):
    """Sends requests over HTTP/1.1 on connections that it keeps, from any number of threads.

    The cost of a request does not grow with the number of connections. Timeouts are those of the request
    (`extensions["timeout"]`), which `httpx.Client` sets; the read timeout also bounds the whole head of a response.
    """

    _pool: Pool

    def _make_pool(self, **arguments: Any) -> Pool:
        return Pool(verify=self._verify, **arguments)

    def send(self, request: httpx.Request) -> httpx.Response:
        """Send a `request` that no `httpx.Client` sends: what has replaced methods of that class sees it too.

        The body of the response has not been read.

        Raises:
            httpx.TransportError: As `handle_request`.
        """
        if is_replaced(httpx.Client, httpx.HTTPTransport, asynchronous=False):
            client: httpx.Client = self._library_client(httpx.Client)
            return client.send(request, stream=True, follow_redirects=False)
        return self._pool.handle_request(request)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`; `httpx.Client` calls this.

        Raises:
            httpx.TransportError: The errors of `httpx.HTTPTransport`, each for the same reasons.
        """
        if is_replaced(httpx.HTTPTransport, asynchronous=False):
            transport: httpx.HTTPTransport = self._library_transport(request, httpx.HTTPTransport)
            return transport.handle_request(request)
        return self._pool.handle_request(request)

    def close(self) -> None:
        """Close all connections, those in use too."""
        self._pool.close()
        for transport in self._made_transports():
            transport.close()


class AsyncTransport(_AnyTransport, httpx.AsyncBaseTransport):
    """Sends requests over HTTP/1.1 on connections that it keeps, on one event loop of asyncio or trio.

    The same as `Transport`, for `httpx.AsyncClient`.
    """

    _pool: AsyncPool

    def _make_pool(self, **arguments: Any) -> AsyncPool:
        return AsyncPool(verify=self._verify, **arguments)

    async def send(self, request: httpx.Request) -> httpx.Response:
        """Send a `request` that no `httpx.AsyncClient` sends: what has replaced methods of that class sees it too.

        The body of the response has not been read.

        Raises:
            httpx.TransportError: As `handle_async_request`.
        """
        if is_replaced(httpx.AsyncClient, httpx.AsyncHTTPTransport, asynchronous=True):
            client: httpx.AsyncClient = self._library_client(httpx.AsyncClient)
            return await client.send(request, stream=True, follow_redirects=False)
        return await self._pool.handle_async_request(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Send `request`; `httpx.AsyncClient` calls this.

        Raises:
            httpx.TransportError: The errors of `httpx.AsyncHTTPTransport`, each for the same reasons.
        """
        if is_replaced(httpx.AsyncHTTPTransport, asynchronous=True):
            transport: httpx.AsyncHTTPTransport = self._library_transport(request, httpx.AsyncHTTPTransport)
            return await transport.handle_async_request(request)
        return await self._pool.handle_async_request(request)

    async def aclose(self) -> None:
        """Close all connections, those in use too."""
        await self._pool.aclose()
        for transport in self._made_transports():
            await transport.aclose()
