"""A guard of the network sees every call that would leave the process, on both clients, and no other."""

from __future__ import annotations

from typing import Any

import anyio
import httpx
import pytest

from both import Both
from claude_client import AsyncClient, DefaultAioHttpClient
from claude_client.http.guard import guarded
from server import Reply, Server, reply

MODEL = {"type": "model", "id": "claude-opus-5", "display_name": "Opus", "created_at": "2026-01-02T03:04:05Z"}


class Refused(Exception):
    pass


class Guard:
    """Refuses the given hosts, and keeps what it was asked."""

    def __init__(self, *refused: str) -> None:
        self.refused = refused
        self.asked: list[str] = []

    def __call__(self, host: str) -> None:
        self.asked.append(host)
        if host in self.refused:
            raise Refused(host)


def ask(client: Any) -> Any:
    return client.models.retrieve("claude-opus-5")


def http_client(both: Both, **options: Any) -> Any:
    """An HTTP client as a caller makes it."""
    return (httpx.AsyncClient if both.is_async else httpx.Client)(**options)


def test_a_refused_call_is_not_sent(both: Both, server: Server) -> None:
    guard = Guard("127.0.0.1")

    with guarded(guard), pytest.raises(Refused, match=r"127\.0\.0\.1"):
        both.run(ask)

    assert server.received == []
    assert len(guard.asked) == 1  # it is not taken for a failure of the network, and tried again


def test_a_refused_call_on_a_given_http_client_is_not_sent(both: Both, server: Server) -> None:
    with guarded(Guard("127.0.0.1")), pytest.raises(Refused):
        both.run(ask, http_client=http_client(both))

    assert server.received == []


def test_a_refused_call_on_the_connections_of_aiohttp_is_not_sent(server: Server) -> None:
    pytest.importorskip("httpx_aiohttp")

    async def main() -> None:
        async with AsyncClient(api_key="key", base_url=server.url, http_client=DefaultAioHttpClient()) as client:
            await ask(client)

    with guarded(Guard("127.0.0.1")), pytest.raises(Refused):
        anyio.run(main)

    assert server.received == []


@pytest.mark.parametrize("given", [False, True])
def test_a_refused_host_is_not_even_looked_up(both: Both, given: bool) -> None:
    given_client = {"http_client": http_client(both)} if given else {}

    with guarded(Guard("nowhere.invalid")), pytest.raises(Refused):
        both.run(ask, base_url="https://nowhere.invalid", **given_client)


@pytest.mark.parametrize("given", [False, True])
def test_an_allowed_call_goes_its_way(both: Both, server: Server, given: bool) -> None:
    server.replies(reply(MODEL))
    guard = Guard("api.anthropic.com")

    with guarded(guard):
        found = both.run(ask, **({"http_client": http_client(both)} if given else {}))

    assert found.id == "claude-opus-5"
    assert set(guard.asked) == {"127.0.0.1"}


def test_a_mocked_transport_is_no_network(both: Both) -> None:
    guard = Guard("api.anthropic.com")
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=MODEL))

    with guarded(guard):
        client = http_client(both, transport=transport)
        found = both.run(ask, base_url="https://api.anthropic.com", http_client=client)

    assert found.id == "claude-opus-5"
    assert guard.asked == []


@pytest.mark.parametrize("given", [False, True])
def test_a_redirect_is_a_call_of_its_own(both: Both, server: Server, given: bool) -> None:
    elsewhere = server.url.replace("127.0.0.1", "localhost")
    server.replies(Reply(307, headers={"location": f"{elsewhere}/v1/models/claude-opus-5", "content-length": "0"}))

    with guarded(Guard("localhost")), pytest.raises(Refused, match="localhost"):
        both.run(ask, **({"http_client": http_client(both)} if given else {}))

    assert len(server.received) == 1


def test_the_trace_of_a_middleware_is_called_too(both: Both, server: Server) -> None:
    server.replies(reply(MODEL))
    seen: list[str] = []

    def trace(event: str, info: Any) -> None:
        seen.append(event)

    async def async_trace(event: str, info: Any) -> None:
        seen.append(event)

    def traced(request: httpx.Request) -> Any:
        request.extensions["trace"] = async_trace if both.is_async else trace
        return (yield request)

    with guarded(Guard()):
        both.run(ask, http_client=http_client(both), middleware=[traced])

    assert any(event.startswith("connection.") for event in seen)


def test_the_guard_is_gone_behind_its_block(both: Both, server: Server) -> None:
    server.replies(reply(MODEL))
    guard = Guard("127.0.0.1")
    with guarded(guard):
        pass

    both.run(ask)

    assert guard.asked == []
