"""How a connection to an origin comes about, without I/O: TLS, and what is said to a proxy before.

`establish` is a generator. It yields what it wants done on the connection, whose TCP part is there, and is resumed with
what was received. Requests for `http://` go to an HTTP proxy as they are; everything else goes through a tunnel in it.
"""

from __future__ import annotations

from collections.abc import Generator
from ipaddress import ip_address
from typing import TYPE_CHECKING, Final, TypeAlias

from .http11 import RECEIVE, SEND, Outgoing, Receive, ResponseReader, Send

if TYPE_CHECKING:
    import httpx

    from .proxies import Proxy
    from .slots import Key
else:
    from . import late_httpx as httpx


class StartTLS:
    """In a setup: go on with TLS, and verify that the other side is `name`."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name: str = name


Setup: TypeAlias = "Generator[StartTLS | Send | Receive, bytes | None, None]"

_SOCKS_FAILURES: Final = {
    1: "it failed",
    2: "its rules do not allow the connection",
    3: "the network is unreachable",
    4: "the host is unreachable",
    5: "the connection was refused",
    6: "the time to live expired",
    7: "it does not know the command CONNECT",
    8: "it does not know this type of address",
}


def address_of(key: Key) -> tuple[str, int]:
    """Where the TCP connection for an origin leads."""
    proxy = key[3]
    return (key[1], key[2]) if proxy is None else (proxy.host, proxy.port)


def forwarder_of(key: Key) -> Proxy | None:
    """The proxy that requests go to as they are, and not through a tunnel in it."""
    proxy = key[3]
    return proxy if proxy is not None and key[0] == b"http" and not proxy.is_socks else None


def establish(key: Key, name: str, out: Outgoing) -> Setup:
    """Make a TCP connection one on which requests can be sent; `name` is that of the origin.

    Raises:
        httpx.ProxyError: The proxy refuses.
    """
    proxy = key[3]
    if proxy is not None:
        if proxy.scheme == "https":
            yield StartTLS(proxy.host)
        if proxy.is_socks:
            yield from _socks5(proxy, key[1], key[2], out)
        elif not forwarder_of(key) is not None:
            yield from _connect(proxy, key[1], key[2], out)
    if key[0] == b"https":
        yield StartTLS(name)


def _connect(proxy: Proxy, host: str, port: int, out: Outgoing) -> Setup:
    """Have an HTTP proxy open a tunnel. https://www.rfc-editor.org/rfc/rfc9110#name-connect"""
    where = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    login = b"" if proxy.authorization is None else b"Proxy-Authorization: %b\r\n" % proxy.authorization
    out.data = b"CONNECT %b HTTP/1.1\r\nHost: %b\r\n%b\r\n" % (where.encode(), where.encode(), login)
    login = b""  # tracebacks show local variables
    yield SEND
    # A tunnel has no body, whatever the headers of the response say; no more does the response to a HEAD.
    reader = ResponseReader("HEAD")
    while not reader.feed_head((yield RECEIVE) or b""):
        pass
    if reader.status // 100 != 2:
        raise refusal(proxy, reader)
    if reader.has_more:
        raise httpx.ProxyError(f"the proxy {proxy} sent bytes before the tunnel to {where} was used")


def refusal(proxy: Proxy, reader: ResponseReader) -> httpx.ProxyError:
    """The error for a proxy that refuses with the response of this status."""
    said = f"{reader.status} {reader.reason.decode('latin-1')}".strip()
    advice = f": put user:password@ into the URL in {proxy.source}" if reader.status == 407 else ""
    return httpx.ProxyError(f"the proxy {proxy} refused the request with {said}{advice}")


# ---- SOCKS --------------------------------------------------------------------------------------------------


def _socks5(proxy: Proxy, host: str, port: int, out: Outgoing) -> Setup:
    """Have a SOCKS proxy connect; it looks up names. https://www.rfc-editor.org/rfc/rfc1928"""
    has_login = proxy.credentials is not None
    out.data = b"\x05\x01\x00" if not has_login else b"\x05\x02\x00\x02"
    yield SEND
    received = yield from _receive(b"", 2, proxy)
    if received[:1] != b"\x05":
        raise httpx.ProxyError(f"the proxy {proxy} does not speak SOCKS5")
    if received[1] == 2 and has_login:
        # https://www.rfc-editor.org/rfc/rfc1929
        out.data = b"\x01" + b"".join(map(_short, proxy.credentials or ()))
        yield SEND
        received = yield from _receive(b"", 2, proxy)
        if received[1] != 0:
            raise httpx.ProxyError(f"the proxy {proxy} does not accept the user and password in its URL")
    elif received[1] != 0:
        raise httpx.ProxyError(f"the proxy {proxy} asks for a user and password: put user:password@ into its URL")
    out.data = b"\x05\x01\x00" + _socks_address(host) + port.to_bytes(2, "big")
    yield SEND
    received = yield from _receive(b"", 5, proxy)
    if received[1] != 0:
        why = _SOCKS_FAILURES.get(received[1], f"code {received[1]}")
        raise httpx.ProxyError(f"the proxy {proxy} could not connect to {host}:{port}: {why}")
    size = {1: 10, 3: 7 + received[4], 4: 22}.get(received[3], 0)
    if len((yield from _receive(received, size, proxy))) != size:
        raise httpx.ProxyError(f"the proxy {proxy} does not speak SOCKS5")


def _receive(received: bytes, size: int, proxy: Proxy) -> Generator[Receive, bytes | None, bytes]:
    while len(received) < size:
        data = yield RECEIVE
        if not data:
            raise httpx.ProxyError(f"the proxy {proxy} closed the connection")
        received += data
    return received


def _short(text: bytes) -> bytes:
    return bytes([len(text)]) + text


def _socks_address(host: str) -> bytes:
    try:
        address = ip_address(host)
    except ValueError:
        return b"\x03" + _short(host.encode("ascii"))
    return (b"\x01" if address.version == 4 else b"\x04") + address.packed
