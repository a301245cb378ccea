"""Given HTTP clients, of httpx and of httpx2, and the libraries that stand in for the network in tests."""

from __future__ import annotations

import json
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import httpx
import pytest

from both import Both, entered, items
from claude_client import APITimeoutError, ConnectionFailedError, OverloadedError, ResponseInterruptedError
from hostile import HELLO, sse

from .faults import ASK, CONTENTS, MESSAGE, answer, answering, chunk, doing, half, reset, wait

respx: Any = pytest.importorskip("respx")
vcr: Any = pytest.importorskip("vcr")
pytest.importorskip("pytest_httpx")
NAMES = [name for name in ("httpx", "httpx2") if find_spec(name)]  # the second begins with Python 3.11
LIBRARIES = pytest.mark.parametrize("library", [import_module(name) for name in NAMES], ids=NAMES)
NOBODY = "http://127.0.0.1:1"
"""Where nothing answers but what stands in for the network."""
WHOLE = answer(CONTENTS["json"], "json", f"content-length: {len(CONTENTS['json'])}")


def made(both: Both, library: Any, **arguments: Any) -> Any:
    """An HTTP client for this kind of client."""
    return (library.AsyncClient if both.is_async else library.Client)(**arguments)


def ask(client: Any) -> Any:
    return client.messages.create(**ASK)


# ---- clients that are given ---------------------------------------------------------------------------------


@LIBRARIES
def test_a_given_client_sends_and_is_closed(both: Both, library: Any) -> None:
    http = made(both, library)

    with doing(answering(WHOLE)) as address:
        message = both.run(ask, base_url=address, http_client=http)

    assert message.id == "msg_1"
    assert message.response.request_id == "req_1"
    assert http.is_closed


@LIBRARIES
def test_a_given_client_streams(both: Both, library: Any) -> None:
    def body(client: Any) -> Any:
        events = yield items((yield client.messages.create(**ASK, stream=True)))
        assert events[-1].type == "message_stop"

    with doing(answering(answer(chunk(sse(*HELLO)) + b"0\r\n\r\n", "stream", "transfer-encoding: chunked"))) as address:
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
    with doing(answering(b"", wait)) as address, pytest.raises(APITimeoutError):
        both.run(ask, base_url=address, http_client=made(both, library, timeout=0.1))


@LIBRARIES
def test_a_time_out_of_ours_is_above_that_of_a_given_client(both: Both, library: Any) -> None:
    with doing(answering(b"", wait)) as address, pytest.raises(APITimeoutError):
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
    for fault in (answering(b"", reset), answering(answer(half("json"), "json", "content-length: 999"))):
        with doing(fault) as address, pytest.raises(ResponseInterruptedError) as caught:
            both.run(ask, base_url=address, http_client=made(both, library))
        assert type(caught.value.__cause__).__module__ == library.__name__


def test_a_client_of_another_kind_is_refused(both: Both) -> None:
    with pytest.raises(TypeError, match="http_client= takes a client of httpx or httpx2, not a builtins.str"):
        both.client(http_client="x")


# ---- libraries that stand in for the network ----------------------------------------------------------------


def test_respx_answers_in_place_of_the_network(both: Both) -> None:
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


def test_pytest_httpx_answers_in_place_of_the_network(both: Both, httpx_mock: Any) -> None:
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

    with doing(answering(WHOLE)) as address, recorder.use_cassette(str(cassette)):
        recorded = both.run(ask, base_url=address)
    with recorder.use_cassette(str(cassette), record_mode="none"):
        played = both.run(ask, base_url=address)

    assert recorded.to_dict() == played.to_dict() == MESSAGE
    assert "sk-ant-test" not in cassette.read_text()
