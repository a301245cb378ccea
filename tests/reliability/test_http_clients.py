"""Given HTTP clients, of httpx and of httpx2, and the libraries that stand in for the network in tests."""

from __future__ import annotations

import functools
import json
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from both import Both, entered, items
from claude_client import (
    APIConnectionError,
    APITimeoutError,
    ConnectionFailedError,
    DefaultAioHttpClient,
    OverloadedError,
    ResponseInterruptedError,
)
from claude_client.http import AsyncTransport, Transport
from hostile import HELLO, sse
from server import Server, reply

from .faults import ASK, CONTENTS, MESSAGE, chunk, doing, half, make_response, no_tls, reset, respond_with, wait

respx: Any = pytest.importorskip("respx")
vcr: Any = pytest.importorskip("vcr")
pytest.importorskip("pytest_httpx")
NAMES = [name for name in ("httpx", "httpx2") if find_spec(name)]  # the second begins with Python 3.11
LIBRARIES = pytest.mark.parametrize("library", [import_module(name) for name in NAMES], ids=NAMES)
NOBODY = "http://127.0.0.1:1"
"""Where no server listens; only what replaces the network responds."""
WHOLE = make_response(CONTENTS["json"], "json", f"content-length: {len(CONTENTS['json'])}")


def made(both: Both, library: Any, **arguments: Any) -> Any:
    """An HTTP client for this kind of client."""
    return (library.AsyncClient if both.is_async else library.Client)(**arguments)


def ask(client: Any) -> Any:
    return client.messages.create(**ASK)


# ---- clients that are given ---------------------------------------------------------------------------------


@LIBRARIES
def test_a_given_client_sends_and_is_closed(both: Both, library: Any) -> None:
    http = made(both, library)

    with doing(respond_with(WHOLE)) as address:
        message = both.run(ask, base_url=address, http_client=http)

    assert message.id == "msg_1"
    assert message.response.request_id == "req_1"
    assert http.is_closed


@LIBRARIES
def test_a_given_client_streams(both: Both, library: Any) -> None:
    def body(client: Any) -> Any:
        events = yield items((yield client.messages.create(**ASK, stream=True)))
        assert events[-1].type == "message_stop"

    with doing(
        respond_with(make_response(chunk(sse(*HELLO)) + b"0\r\n\r\n", "stream", "transfer-encoding: chunked"))
    ) as address:
        both.run(body, base_url=address, http_client=made(both, library))


@LIBRARIES
def test_the_transport_of_a_given_client_is_used(both: Both, library: Any) -> None:
    def handle(request: Any) -> Any:
        assert isinstance(request, library.Request)
        assert json.loads(request.content) == ASK
        assert request.headers["x-api-key"] == "sk-ant-test"
        return library.Response(200, json=MESSAGE)

    http = made(both, library, transport=library.MockTransport(handle))

    assert both.run(ask, http_client=http).id == "msg_1"


@LIBRARIES
def test_a_time_out_of_a_given_client_is_kept(both: Both, library: Any) -> None:
    with doing(respond_with(b"", wait)) as address, pytest.raises(APITimeoutError):
        both.run(ask, base_url=address, http_client=made(both, library, timeout=0.1))


@LIBRARIES
def test_a_time_out_of_ours_is_above_that_of_a_given_client(both: Both, library: Any) -> None:
    with doing(respond_with(b"", wait)) as address, pytest.raises(APITimeoutError):
        both.run(ask, base_url=address, http_client=made(both, library, timeout=60.0), timeout=0.1)


@LIBRARIES
def test_a_library_that_chooses_no_time_out_leaves_it_to_ours(both: Both, library: Any) -> None:
    http = made(both, library)

    assert both.run(lambda client: _nothing(client), http_client=http) == 600.0


def _nothing(client: Any) -> Any:
    return client.timeout
    yield


@LIBRARIES
def test_errors_of_either_library_are_ours(both: Both, library: Any) -> None:
    with pytest.raises(ConnectionFailedError):
        both.run(ask, base_url="http://127.0.0.1:9", http_client=made(both, library))
    for fault in (respond_with(b"", reset), respond_with(make_response(half("json"), "json", "content-length: 999"))):
        with doing(fault) as address, pytest.raises(ResponseInterruptedError) as caught:
            both.run(ask, base_url=address, http_client=made(both, library))
        assert type(caught.value.__cause__).__module__ == library.__name__


WRONG_CLIENTS: dict[str, tuple[Any, str]] = {
    "text": (lambda _: "x", "expected an httpx"),
    "a class": (lambda is_async: httpx.AsyncClient if is_async else httpx.Client, "call it first"),
    "of the other client": (
        lambda is_async: httpx.Client() if is_async else httpx.AsyncClient(),
        r"give this one to (Async)?Client",
    ),
    "a transport": (
        lambda is_async: httpx.AsyncHTTPTransport() if is_async else httpx.HTTPTransport(),
        r"such as httpx\.(Async)?Client\(transport=",
    ),
}


@pytest.mark.parametrize("wrong", WRONG_CLIENTS)
def test_a_client_of_another_kind_is_refused_when_it_is_given(both: Both, wrong: str) -> None:
    make, message = WRONG_CLIENTS[wrong]

    with pytest.raises(TypeError, match=f"invalid http_client.*{message}"):
        both.client(http_client=make(both.is_async))


# ---- aiohttp underneath -------------------------------------------------------------------------------------


def fails_on_aiohttp(address: str, **options: Any) -> APIConnectionError:
    """The error of a call on the connections of aiohttp."""
    pytest.importorskip("httpx_aiohttp")
    both = Both("asyncio", api_key="sk-ant-test", base_url=address, max_retries=0, **options)
    with pytest.raises(APIConnectionError) as caught:
        # Made on the loop that it is for.
        async def body() -> None:
            client = both.client(http_client=DefaultAioHttpClient())
            async with client:
                await ask(client)

        anyio.run(body)
    return caught.value


@pytest.mark.parametrize("address", [NOBODY, "https://nowhere.invalid"], ids=["refused", "unknown host"])
def test_aiohttp_without_a_connection_is_no_timeout(address: str) -> None:
    error = fails_on_aiohttp(address)

    assert type(error) is ConnectionFailedError


def test_aiohttp_without_tls_on_the_other_side_is_no_timeout() -> None:
    with doing(no_tls) as address:
        error = fails_on_aiohttp(address.replace("http:", "https:"))

    assert type(error) is ConnectionFailedError


@pytest.mark.parametrize("how", [reset, None], ids=["reset", "closed"])
def test_aiohttp_with_a_lost_connection_is_no_timeout(how: Any) -> None:
    with doing(respond_with(b"", how)) as address:
        error = fails_on_aiohttp(address)

    assert type(error) is ResponseInterruptedError


def test_a_timeout_of_aiohttp_is_one() -> None:
    with doing(respond_with(b"", wait)) as address:
        error = fails_on_aiohttp(address, timeout=0.1)

    assert type(error) is APITimeoutError


# ---- libraries that stand in for the network ----------------------------------------------------------------


def test_respx_replaces_the_network(both: Both) -> None:
    with respx.mock(base_url=NOBODY) as mock:
        route = mock.post("/v1/messages").mock(
            side_effect=[httpx.Response(529, json={}, headers={"retry-after": "0"}), httpx.Response(200, json=MESSAGE)]
        )
        message = both.run(ask, base_url=NOBODY, max_retries=1)

    assert message.id == "msg_1"
    assert len(message.response.attempts) == 2
    assert json.loads(route.calls.last.request.content) == ASK


def test_respx_streams(both: Both) -> None:
    def body(client: Any) -> Any:
        assert (yield (yield entered(client.messages.stream(**ASK))).get_final_text()) == "Hello you"

    with respx.mock(base_url=NOBODY) as mock:
        mock.post("/v1/messages").respond(200, content=sse(*HELLO), content_type="text/event-stream")
        both.run(body, base_url=NOBODY)


def test_respx_fails_as_the_network_does(both: Both) -> None:
    with respx.mock, pytest.raises(ConnectionFailedError):
        respx.post(f"{NOBODY}/v1/messages").mock(side_effect=httpx.ConnectError)
        both.run(ask, base_url=NOBODY)


def test_pytest_httpx_replaces_the_network(both: Both, httpx_mock: Any) -> None:
    httpx_mock.add_response(url=f"{NOBODY}/v1/messages", match_json=ASK, json=MESSAGE)
    httpx_mock.add_response(status_code=529, json={"error": {"type": "overloaded_error", "message": "no"}})

    def body(client: Any) -> Any:
        assert (yield ask(client)).id == "msg_1"
        with pytest.raises(OverloadedError):
            yield ask(client)

    both.run(body, base_url=NOBODY)


def test_pytest_httpx_streams(both: Both, httpx_mock: Any) -> None:
    httpx_mock.add_response(content=sse(*HELLO), headers={"content-type": "text/event-stream"})

    def body(client: Any) -> Any:
        assert (yield (yield entered(client.messages.stream(**ASK))).get_final_text()) == "Hello you"

    both.run(body, base_url=NOBODY)


def test_vcrpy_records_and_plays_back(both: Both, tmp_path: Path) -> None:
    cassette = tmp_path / "cassette.yaml"
    recorder = vcr.VCR(filter_headers=["x-api-key", "authorization"])

    with doing(respond_with(WHOLE)) as address, recorder.use_cassette(str(cassette)):
        recorded = both.run(ask, base_url=address)
    with recorder.use_cassette(str(cassette), record_mode="none"):
        played = both.run(ask, base_url=address)

    assert recorded.to_dict() == played.to_dict() == MESSAGE
    assert "sk-ant-test" not in cassette.read_text()


SCHEMES = pytest.mark.parametrize("address", ["http://api.localhost", "https://api.invalid"])


@SCHEMES
def test_pook_replaces_the_network(both: Both, address: str) -> None:
    pook: Any = pytest.importorskip("pook")

    with pook.use():
        pook.post(f"{address}/v1/messages").reply(200).json(MESSAGE)
        assert both.run(ask, base_url=address).id == "msg_1"


MOCKET = """
import asyncio, json, sys
from claude_client import AsyncClient, Client
from mocket import Mocketizer
from mocket.mocks.mockhttp import Entry

address, real = sys.argv[1:]
model = {"type": "model", "id": "mocked", "display_name": "M", "created_at": "2026-01-02T03:04:05Z"}

async def ask(url):
    async with AsyncClient(api_key="key", base_url=url, max_retries=0) as client:
        return (await client.models.retrieve("m")).id

def ask_both(url):
    with Client(api_key="key", base_url=url, max_retries=0) as client:
        return client.models.retrieve("m").id, asyncio.run(ask(url))

kind = {"content-type": "application/json"}
Entry.single_register("GET", address + "/v1/models/m", body=json.dumps(model), headers=kind)
with Mocketizer(strict_mode=True):
    assert ask_both(address) == ("mocked", "mocked")
assert ask_both(real) == ("real", "real")
"""


@SCHEMES
def test_mocket_replaces_the_network(server: Server, address: str) -> None:
    pytest.importorskip("mocket")
    server.replies(reply({"type": "model", "id": "real", "display_name": "M", "created_at": "2026-01-02T03:04:05Z"}))

    # In a process of its own, as it leaves sockets open.
    subprocess.run([sys.executable, "-c", MOCKET, address, server.url], check=True)

    assert len(server.received) == 2


@pytest.mark.parametrize("method", ["send", "_transport_for_url", "_send_single_request"])
def test_whatever_replaces_a_method_of_the_library_is_asked(
    both: Both, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    """Known tools or not: a monitor wraps `send`, and others what the library does inside."""
    cls = httpx.AsyncClient if both.is_async else httpx.Client
    original, asked = getattr(cls, method), 0

    @functools.wraps(original)
    def wrapped(*arguments: Any, **options: Any) -> Any:
        nonlocal asked
        asked += 1
        return original(*arguments, **options)

    monkeypatch.setattr(cls, method, wrapped)
    with doing(respond_with(WHOLE)) as address:
        assert both.run(ask, base_url=address).id == "msg_1"

    assert asked == 1


@pytest.mark.parametrize("name", ["handle_request", "handle_async_request"])
def test_a_transport_of_the_library_that_is_replaced_is_asked(
    both: Both, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    if both.is_async != ("async" in name):
        pytest.skip("of the other client")

    async def answer_async(*_: Any) -> httpx.Response:
        return httpx.Response(200, json=MESSAGE)

    cls = httpx.AsyncHTTPTransport if both.is_async else httpx.HTTPTransport
    monkeypatch.setattr(cls, name, answer_async if both.is_async else lambda *_: httpx.Response(200, json=MESSAGE))

    assert both.run(ask, base_url=NOBODY).id == "msg_1"


def test_the_transport_alone_asks_it_once(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under a client of the library, which asks what has replaced its own methods."""
    cls: Any = httpx.AsyncClient if both.is_async else httpx.Client
    send, asked = cls.send, 0

    def wrapped(*arguments: Any, **options: Any) -> Any:
        nonlocal asked
        asked += 1
        return send(*arguments, **options)

    monkeypatch.setattr(cls, "send", wrapped)
    transport = AsyncTransport() if both.is_async else Transport()
    with doing(respond_with(WHOLE)) as address:
        assert both.run(ask, base_url=address, http_client=cls(transport=transport)).id == "msg_1"

    assert asked == 1


@pytest.mark.skipif(find_spec("httpx2") is None, reason="begins with Python 3.11")
def test_httpx2_may_take_the_place_of_httpx(server: Server) -> None:
    program = """
import asyncio, sys
import httpx2
httpx2.alias_httpx()
from claude_client import AsyncClient, Client
import httpx
assert httpx.Client is httpx2.Client
options = {"api_key": "key", "base_url": sys.argv[1], "max_retries": 0}
with Client(**options) as client:
    assert client.models.retrieve("m").id == "m"

async def main():
    async with AsyncClient(**options) as client:
        assert (await client.models.retrieve("m")).id == "m"

asyncio.run(main())
"""
    server.replies(reply({"type": "model", "id": "m", "display_name": "M", "created_at": "2026-01-02T03:04:05Z"}))

    subprocess.run([sys.executable, "-c", program, server.url], check=True)
