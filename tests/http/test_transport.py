"""The transports alone, without the rest of the package: under a client of httpx, and by themselves."""

from __future__ import annotations

import socket
import subprocess
import sys
from typing import Any

import anyio
import httpx
import pytest

import claude_client.http
from claude_client.http import AsyncTransport, Transport
from peer import OK, asked, request_read, responds_with


def test_a_client_of_httpx_sends_with_it(peer: Any) -> None:
    server = peer(responds_with(OK))

    with httpx.Client(transport=Transport()) as client:
        responses = [client.get(server.url) for _ in range(3)]

    assert [response.text for response in responses] == ["ok"] * 3
    assert len(server.connections) == 1


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_an_asynchronous_client_of_httpx_sends_with_it(peer: Any, backend: str) -> None:
    server = peer(responds_with(OK))

    async def main() -> list[str]:
        async with httpx.AsyncClient(transport=AsyncTransport()) as client:
            return [(await client.get(server.url)).text for _ in range(3)]

    assert anyio.run(main, backend=backend) == ["ok"] * 3
    assert len(server.connections) == 1


def test_a_stream_of_httpx_goes_through_it(peer: Any) -> None:
    def script(connection: socket.socket, number: int) -> bool:
        request_read(connection)
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\nline 1\nline 2")
        return False

    server = peer(script)

    with httpx.Client(transport=Transport()) as client, client.stream("GET", server.url) as response:
        assert list(response.iter_lines()) == ["line 1", "line 2"]


def test_the_proxy_is_an_argument(peer: Any, proxy: Any) -> None:
    server, between = peer(responds_with(OK)), proxy(login="user:word")

    with httpx.Client(transport=Transport(proxy=between.with_login("user:word"))) as client:
        assert client.get(server.url).text == "ok"

    assert len(between.requests) == 1


def test_the_environment_can_be_left_out(peer: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    server = peer(responds_with(OK))
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")

    with httpx.Client(transport=Transport(trust_env=False)) as client:
        assert client.get(server.url).text == "ok"
    with httpx.Client(transport=Transport()) as client, pytest.raises(httpx.ConnectError, match="ALL_PROXY"):
        client.get(server.url)


@pytest.mark.parametrize(
    ("url", "error"), [("ftp://p", httpx.UnsupportedProtocol), ("http://u:s3cret@p:x", httpx.ProxyError)]
)
def test_a_wrong_proxy_is_refused_when_the_transport_is_made(url: str, error: type[Exception]) -> None:
    with pytest.raises(error, match="proxy=") as caught:
        Transport(proxy=url)

    assert "s3cret" not in str(caught.value)


def test_a_closed_transport_says_so(peer: Any) -> None:
    server = peer(responds_with(OK))
    transport = Transport()
    transport.close()

    with pytest.raises(RuntimeError, match="closed"):
        transport.handle_request(asked(server.url, 5.0))


def test_the_names_of_the_room_are_loaded_on_first_use() -> None:
    program = "import sys, claude_client.http; assert 'httpx' not in sys.modules; claude_client.http.Transport"

    subprocess.run([sys.executable, "-c", program], check=True)

    assert set(claude_client.http.__all__) == {"AsyncTransport", "Transport"}
    with pytest.raises(AttributeError, match="Nothing"):
        claude_client.http.Nothing  # noqa: B018
