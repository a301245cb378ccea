"""A loopback proxy: it forwards requests, opens tunnels (HTTP and SOCKS5), asks for a password, and speaks TLS.

It connects to where it is told, and keeps what it was asked. With `refusal`, it sends that to each request instead.
"""

from __future__ import annotations

import base64
import socket
import ssl
import threading
from contextlib import suppress


class Proxy:
    """The proxy. `requests` has the first line of each request, `heads` all of its head in lower case."""

    def __init__(
        self,
        *,
        socks: bool = False,
        login: str | None = None,
        tls: ssl.SSLContext | None = None,
        refusal: bytes | None = None,
        silent: bool = False,
        origin: tuple[str, int] | None = None,
    ) -> None:
        self.requests: list[str] = []
        self.heads: list[str] = []
        self.connections = 0
        self._socks, self._login, self._tls, self._refusal, self._silent = socks, login, tls, refusal, silent
        self._origin = origin
        self._open: list[socket.socket] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.scheme = "socks5" if socks else "https" if tls else "http"
        self.url = f"{self.scheme}://{'localhost' if tls else '127.0.0.1'}:{self.port}"
        threading.Thread(target=self._accept, daemon=True).start()

    def with_login(self, login: str) -> str:
        """The URL with `user:password` in it."""
        return self.url.replace("://", f"://{login}@")

    def close(self) -> None:
        for sock in (self._listener, *self._open):
            # Its thread closes it: TLS would go on with the number of a socket that is another one by then.
            with suppress(OSError):
                socket.socket.shutdown(sock, socket.SHUT_RDWR)
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(sock)
            threading.Thread(target=self._serve, args=(sock,), daemon=True).start()

    def _serve(self, sock: socket.socket) -> None:
        with suppress(OSError, ValueError):
            if self._tls is not None:
                sock = self._tls.wrap_socket(sock, server_side=True)
                self._open.append(sock)
            if self._silent:
                while sock.recv(1 << 16):
                    pass
            elif self._socks:
                self._serve_socks(sock)
            else:
                while self._serve_http(sock):
                    pass
        sock.close()

    def _serve_http(self, sock: socket.socket) -> bool:
        head, body = _read_head(sock)
        if not head:
            return False
        lines = head.decode().split("\r\n")
        self.requests.append(lines[0])
        self.heads.append(head.decode().lower())
        fields = dict(line.lower().split(": ", 1) for line in lines[1:] if line)
        if self._refusal is not None:
            sock.sendall(self._refusal)
            return False
        if self._login is not None:
            expected = f"proxy-authorization: basic {base64.b64encode(self._login.encode()).decode()}".lower()
            if expected not in head.decode().lower():
                sock.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n")
                return False
        method, target, _ = lines[0].split(" ")
        if method == "CONNECT":
            host, _, port = target.rpartition(":")
            with self._connect(host.strip("[]"), int(port)) as upstream:
                sock.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                _relay(sock, upstream)
            return False
        length = int(fields.get("content-length", 0))
        while len(body) < length:
            body += sock.recv(1 << 16)
        host, _, path = target.removeprefix("http://").partition("/")
        name, _, port = host.rpartition(":")
        with self._connect(name, int(port)) as upstream:
            kept = [line for line in lines[1:] if line and not line.lower().startswith("proxy-")]
            upstream.sendall("\r\n".join([f"{method} /{path} HTTP/1.1", *kept, "", ""]).encode() + body)
            response, rest = _read_head(upstream)
            size = next(
                (int(line[15:]) for line in response.lower().split(b"\r\n") if line[:15] == b"content-length:"), 0
            )
            while len(rest) < size:
                rest += upstream.recv(1 << 16)
            sock.sendall(response + b"\r\n\r\n" + rest)
        return True

    def _serve_socks(self, sock: socket.socket) -> None:
        _, count = sock.recv(2)
        methods = sock.recv(count)
        if self._login is not None:
            if 2 not in methods:
                sock.sendall(b"\x05\xff")
                return
            sock.sendall(b"\x05\x02")
            _, size = sock.recv(2)
            user = sock.recv(size)
            password = sock.recv(sock.recv(1)[0])
            good = b":".join((user, password)).decode() == self._login
            sock.sendall(b"\x01\x00" if good else b"\x01\x01")
            if not good:
                return
        else:
            sock.sendall(b"\x05\x00")
        kind = sock.recv(4)[3]
        if kind == 3:
            host = sock.recv(sock.recv(1)[0]).decode()
        else:
            family = socket.AF_INET if kind == 1 else socket.AF_INET6
            host = socket.inet_ntop(family, sock.recv(4 if kind == 1 else 16))
        port = int.from_bytes(sock.recv(2), "big")
        self.requests.append(f"{host}:{port}")
        try:
            upstream = self._connect(host, port)
        except OSError:
            sock.sendall(b"\x05\x05\x00\x01" + bytes(6))
            return
        with upstream:
            sock.sendall(b"\x05\x00\x00\x01" + bytes(6))
            _relay(sock, upstream)

    def _connect(self, host: str, port: int) -> socket.socket:
        upstream = socket.create_connection(self._origin or (host, port))
        self._open.append(upstream)
        return upstream


def _read_head(sock: socket.socket) -> tuple[bytes, bytes]:
    data = b""
    while b"\r\n\r\n" not in data:
        piece = sock.recv(1 << 16)
        if not piece:
            return b"", b""
        data += piece
    head, _, rest = data.partition(b"\r\n\r\n")
    return head, rest


def _relay(one: socket.socket, other: socket.socket) -> None:
    back = threading.Thread(target=_copy, args=(other, one), daemon=True)
    back.start()
    _copy(one, other)
    back.join(10)


def _copy(source: socket.socket, sink: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(1 << 16):
            sink.sendall(data)
    with suppress(OSError):
        sink.shutdown(socket.SHUT_WR)
