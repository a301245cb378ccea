"""What goes over the wire and what comes back, on both clients, against a real server on loopback."""

from __future__ import annotations

import gc
import json
import logging
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest

import claude_client
from both import Both, entered, items
from claude_client import APIConnectionError, AsyncClient, Client, RequestTooLargeError, errors
from claude_client.types import Message
from server import Received, Reply, Server, error, reply

MESSAGE = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "claude-opus-5",
    "content": [{"type": "text", "text": "Hello"}],
    "stop_reason": "end_turn",
    "stop_sequence": None,
    "usage": {"input_tokens": 3, "output_tokens": 1},
}
ASK: Any = {"model": "claude-opus-5", "max_tokens": 10, "messages": [{"role": "user", "content": "Hi"}]}


def model(id_: str) -> dict[str, Any]:
    return {"type": "model", "id": id_, "display_name": id_, "created_at": "2026-01-02T03:04:05Z"}


def models(*ids: str, more: bool) -> Reply:
    return reply({"data": [model(i) for i in ids], "has_more": more, "first_id": ids[0], "last_id": ids[-1]})


def test_a_message_is_created(both: Both, server: Server) -> None:
    server.replies(reply(MESSAGE, request_id="req_1", anthropic_organization_id="org_1"))

    message = both.run(lambda client: client.messages.create(**ASK, temperature=0.5, system=None, inference_geo=None))

    assert isinstance(message, Message)
    assert message.content[0].type == "text"
    assert message.usage.output_tokens == 1
    (request,) = server.received
    assert (request.method, request.path) == ("POST", "/v1/messages")
    assert request.json == {**ASK, "temperature": 0.5, "inference_geo": None}
    assert request.headers["x-api-key"] == "sk-ant-test"
    assert request.headers["anthropic-version"] == "2023-06-01"
    assert request.headers["content-type"] == request.headers["accept"] == "application/json"
    assert "anthropic-beta" not in request.headers


def test_a_message_knows_the_response_that_it_came_with(both: Both, server: Server) -> None:
    limits = {"anthropic_ratelimit_tokens_remaining": "5", "anthropic_ratelimit_tokens_reset": "2026-01-02T03:04:05Z"}
    server.replies(reply(MESSAGE, request_id="req_1", anthropic_organization_id="org_1", **limits))

    message = both.run(lambda client: client.messages.create(**ASK))

    assert message._request_id == message.response.request_id == "req_1"
    assert message.response.organization_id == "org_1"
    assert message.response.rate_limits.tokens.remaining == 5
    assert message.response.rate_limits.tokens.reset.isoformat() == "2026-01-02T03:04:05+00:00"
    assert [a.status for a in message.response.attempts] == [200]


def test_a_message_that_came_back_can_be_sent_again(both: Both, server: Server) -> None:
    server.replies(reply({**MESSAGE, "content": [{"type": "text", "text": "Hello", "new_field": 1}]}))

    def body(client: Any) -> Any:
        message = yield client.messages.create(**ASK)
        for turn in ({"role": "assistant", "content": message.content}, message):
            yield client.messages.create(**{**ASK, "messages": [*ASK["messages"], turn]})

    both.run(body)

    turn = {"role": "assistant", "content": [{"type": "text", "text": "Hello", "new_field": 1}]}
    assert [request.json["messages"][1:] for request in server.received] == [[], [turn], [turn]]


def test_tokens_are_counted(both: Both, server: Server) -> None:
    server.replies(reply({"input_tokens": 12}))

    count = both.run(lambda client: client.messages.count_tokens(model="m", messages=[]))

    assert count.input_tokens == 12
    assert server.received[0].path == "/v1/messages/count_tokens"


def test_options_of_a_call_reach_the_wire(both: Both, server: Server) -> None:
    server.replies(reply(model("a/b")))

    both.run(
        lambda client: client.models.retrieve(
            "a/b",
            betas=["x-2026"],
            api_version="2026-10-21",
            extra_headers={"X-Trace": "1"},
            extra_query={"q": ["1", "2"]},
            workspace_id="wrkspc_1",
        )
    )

    (request,) = server.received
    assert request.target == "/v1/models/a%2Fb?q%5B%5D=1&q%5B%5D=2"
    expected = {"anthropic-beta": "x-2026", "anthropic-version": "2026-10-21", "x-trace": "1"}
    assert expected.items() <= request.headers.items()
    assert request.headers["anthropic-workspace-id"] == "wrkspc_1"


def test_extra_body_adds_fields_above_the_parameters(both: Both, server: Server) -> None:
    server.replies(reply(MESSAGE))

    both.run(lambda client: client.messages.create(**ASK, extra_body={"new": {"a": 1}, "max_tokens": 99}))

    assert server.received[0].json == {**ASK, "new": {"a": 1}, "max_tokens": 99}


def test_a_list_is_iterated_over_all_its_pages(both: Both, server: Server) -> None:
    server.replies(models("a", "b", more=True), models("c", more=False))

    def body(client: Any) -> Any:
        return [m.id for m in (yield items(client.models.list(limit=2)))]

    assert both.run(body) == ["a", "b", "c"]
    assert [request.query for request in server.received] == [
        [("limit", "2")],
        [("limit", "2"), ("after_id", "b")],
    ]


def test_a_page_is_not_fetched_ahead(both: Both, server: Server) -> None:
    server.replies(models("a", "b", more=True), models("c", more=False))

    def body(client: Any) -> Any:
        page = yield client.models.list(limit=2)
        assert [m.id for m in page.data] == ["a", "b"]
        assert len(server.received) == 1
        assert page.has_next_page()
        last = yield page.get_next_page()
        assert [m.id for m in last.data] == ["c"]
        assert not last.has_next_page()
        assert last.response.status_code == 200
        assert [m.id for m in (yield items(page))] == ["a", "b", "c"]
        assert [len(p.data) for p in (yield items(page.iter_pages()))] == [2, 1]
        with pytest.raises(RuntimeError, match="there is no next page"):
            yield last.get_next_page()

    both.run(body)


def test_a_list_can_be_walked_backwards(both: Both, server: Server) -> None:
    server.replies(models("c", "d", more=True), models("b", more=False))

    def body(client: Any) -> Any:
        return [m.id for m in (yield items(client.models.list(before_id="e")))]

    assert both.run(body) == ["c", "d", "b"]
    assert [dict(request.query) for request in server.received] == [{"before_id": "e"}, {"before_id": "c"}]


def test_the_raw_response_has_headers_and_value(both: Both, server: Server) -> None:
    server.replies(reply(MESSAGE, request_id="req_1"))

    def body(client: Any) -> Any:
        response = yield client.messages.with_raw_response.create(**ASK)
        assert (response.status_code, response.request_id, response.headers["Request-Id"]) == (200, "req_1", "req_1")
        assert response.http_response.status_code == 200
        assert response.method == "POST"
        assert (yield response.json())["id"] == "msg_1"
        assert "msg_1" in (yield response.text())
        assert b"msg_1" in (yield response.read())
        message = yield response.parse()
        assert isinstance(message, Message)
        assert (yield response.parse()) is message

    both.run(body)


def test_the_raw_response_of_a_list_leads_to_the_next_page(both: Both, server: Server) -> None:
    server.replies(models("a", more=True), models("b", more=False))

    def body(client: Any) -> Any:
        response = yield client.with_raw_response.models.list()
        page = yield response.parse()
        return [m.id for m in (yield items(page))]

    assert both.run(body) == ["a", "b"]


def test_the_streaming_response_is_not_read_until_asked(both: Both, server: Server) -> None:
    server.replies(reply(MESSAGE))

    def body(client: Any) -> Any:
        response = yield entered(client.messages.with_streaming_response.create(**ASK))
        assert not response.is_closed
        return b"".join((yield items(response.iter_bytes(7))))

    assert b"msg_1" in both.run(body)


def test_the_streaming_response_can_be_parsed(both: Both, server: Server) -> None:
    server.replies(reply(MESSAGE))

    def body(client: Any) -> Any:
        response = yield entered(client.messages.with_streaming_response.create(**ASK))
        return (yield response.parse())

    assert both.run(body).id == "msg_1"


def test_an_error_of_the_api_has_its_class_on_both_clients(both: Both, server: Server) -> None:
    server.replies(error(404, "not_found_error", "model: nope", request_id="req_1"))

    with pytest.raises(errors.NotFoundError, match="model: nope") as caught:
        both.run(lambda client: client.models.retrieve("nope"))

    assert caught.value.request_id == "req_1"
    assert caught.value.url == f"{server.url}/v1/models/nope"


@pytest.mark.parametrize("options", [{}, {"max_retries": 5}])
def test_a_failure_that_may_pass_is_tried_again(both: Both, server: Server, options: Any) -> None:
    server.replies(error(529, "overloaded_error", retry_after="0.001"), reply(model("a")))

    found = both.run(lambda client: client.models.retrieve("a", **options))

    assert found.id == "a"
    assert [(a.status, a.error) for a in found.response.attempts] == [(529, "OverloadedError"), (200, None)]


def test_retries_can_be_turned_off_for_a_call(both: Both, server: Server) -> None:
    server.replies(error(529, "overloaded_error"))

    with pytest.raises(errors.OverloadedError):
        both.run(lambda client: client.models.retrieve("a", max_retries=0))

    assert len(server.received) == 1


@pytest.mark.parametrize("body", [b"<html>hello</html>", b"[]", b"null", b"3", b"", b'{"id": "msg'])
def test_a_success_that_is_not_a_response_of_the_api_is_an_error(both: Both, server: Server, body: bytes) -> None:
    server.replies(reply(body, request_id="req_1"))

    with pytest.raises(claude_client.APIResponseValidationError) as caught:
        both.run(lambda client: client.messages.create(**ASK))

    assert caught.value.status_code == 200
    assert caught.value.request_id == "req_1"
    assert body.decode() in str(caught.value)


def test_what_this_version_does_not_know_is_kept(both: Both, server: Server) -> None:
    block = {"type": "hologram", "depth": 3}
    server.replies(reply({**MESSAGE, "content": [block], "stop_reason": "tired", "mood": "good"}))

    message = both.run(lambda client: client.messages.create(**ASK))

    assert message.content[0].depth == 3
    assert (message.stop_reason, message.mood) == ("tired", "good")


def test_a_strict_client_refuses_what_it_does_not_know(both: Both, server: Server) -> None:
    server.replies(reply({**MESSAGE, "mood": "good"}))

    with pytest.raises(claude_client.APIResponseValidationError, match="mood"):
        both.run(lambda client: client.messages.create(**ASK), strict=True)


def test_a_refused_connection_names_the_address_and_keeps_the_cause(both: Both) -> None:
    with pytest.raises(errors.ConnectionFailedError, match=r"127\.0\.0\.1:9") as caught:
        both.run(lambda client: client.models.retrieve("a"), base_url="http://127.0.0.1:9", max_retries=0)

    assert caught.value.__cause__ is not None
    assert [a.error for a in caught.value.attempts] == ["ConnectionFailedError"]


def test_a_copy_with_other_options_shares_the_connections(both: Both, server: Server) -> None:
    server.replies(reply(model("a")))

    def body(client: Any) -> Any:
        other = client.with_options(max_retries=7, default_headers={"x-team": "b"}, api_key="other")
        assert (other.max_retries, client.max_retries) == (7, 2)
        yield client.models.retrieve("a")
        yield other.models.retrieve("a")
        yield other.close()
        assert client.is_closed()

    both.run(body, default_headers={"x-app": "a"})

    first, second = server.received
    assert "x-team" not in first.headers
    assert (second.headers["x-app"], second.headers["x-team"]) == ("a", "b")
    assert (first.headers["x-api-key"], second.headers["x-api-key"]) == ("sk-ant-test", "other")


def test_an_http_client_of_ones_own_is_used_as_it_is(both: Both, server: Server) -> None:
    server.replies(reply(model("a")))
    make: Any = httpx.AsyncClient if both.is_async else httpx.Client
    http = make(headers={"x-mine": "1"}, timeout=3.0)

    both.run(lambda client: client.models.retrieve("a"), http_client=http)

    assert http.is_closed
    (request,) = server.received
    assert request.headers["x-mine"] == "1"
    assert request.headers["user-agent"].startswith("claude-client/")


def test_nothing_is_left_open_after_close(both: Both, server: Server) -> None:
    server.replies(reply(model("a")))

    both.run(lambda client: client.models.retrieve("a"))

    gc.collect()  # warnings are errors here, those of unclosed sockets too


def test_a_client_that_was_closed_opens_new_connections(both: Both, server: Server) -> None:
    server.replies(reply(model("a")), reply(model("b")))

    def body(client: Any) -> Any:
        yield client.models.retrieve("a")
        yield client.close()
        return (yield client.models.retrieve("b"))

    assert both.run(body).id == "b"


def test_what_stands_in_for_the_way_of_sending_is_asked(
    both: Both, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.replies(reply(model("a")))
    seen: list[str] = []
    kind: Any = httpx.AsyncClient if both.is_async else httpx.Client
    send = kind.send

    def watched(self: Any, request: httpx.Request, **options: Any) -> Any:
        seen.append(request.url.path)
        return send(self, request, **options)

    monkeypatch.setattr(kind, "send", watched)  # as tracing of httpx does

    both.run(lambda client: client.models.retrieve("a"))

    assert seen == ["/v1/models/a"]


def test_a_redirect_is_followed(both: Both, server: Server) -> None:
    server.replies(reply(None, 307, location="/v1/models/b"), reply(model("b")))

    assert both.run(lambda client: client.models.retrieve("a")).id == "b"
    assert server.received[1].headers["x-api-key"] == "sk-ant-test"


def test_credentials_do_not_follow_a_redirect_to_another_origin(both: Both, server: Server) -> None:
    other = Server()
    other.replies(reply(model("b")))
    server.replies(reply(None, 307, location=f"{other.url}/v1/models/b"))

    both.run(lambda client: client.models.retrieve("a"))
    other.close()

    assert "x-api-key" not in other.received[0].headers


def test_logs_show_the_call_and_no_secret(both: Both, server: Server, caplog: pytest.LogCaptureFixture) -> None:
    server.replies(reply(MESSAGE))

    with caplog.at_level(logging.DEBUG, "claude_client"):
        both.run(lambda client: client.messages.create(**ASK))

    text = "\n".join(record.getMessage() for record in caplog.records if record.name == "claude_client")
    assert "POST" in text
    assert "/v1/messages: 200" in text
    assert "[redacted]" in text
    assert "sk-ant-test" not in text


@pytest.mark.skipif(sys.platform == "win32", reason="open files are counted in /dev/fd")
@pytest.mark.parametrize("make", [claude_client.Client, claude_client.AsyncClient])
def test_making_a_client_needs_no_key_and_opens_nothing(make: Any) -> None:
    before = len([*Path("/dev/fd").iterdir()])

    client = make()

    assert len([*Path("/dev/fd").iterdir()]) == before
    assert repr(client).startswith(make.__name__)


def test_a_key_does_not_show_in_a_client(both: Both) -> None:
    assert "sk-ant-test" not in repr(both.client()) + str(vars(both.client()))


def test_the_official_names_of_the_clients_are_ours() -> None:
    assert claude_client.Anthropic is claude_client.Client
    assert claude_client.AsyncAnthropic is claude_client.AsyncClient


def test_middleware_of_one_definition_serves_both_clients(both: Both, server: Server) -> None:
    server.replies(error(500, "api_error", retry_after="0.001"), reply(model("a")))
    seen: list[int] = []

    def watching(request: httpx.Request) -> Any:
        response = yield request
        seen.append(response.status_code)
        return response

    both.run(lambda client: client.models.retrieve("a"), middleware=[watching])

    assert seen == [500, 200]


def test_a_gzipped_response_is_decompressed(both: Both, server: Server) -> None:
    import gzip

    def zipped(request: Received) -> Reply:
        assert "gzip" in request.headers.get("accept-encoding", "")
        return Reply(200, gzip.compress(json.dumps(model("a")).encode()), {"content-encoding": "gzip"})

    server.replies(zipped)

    assert both.run(lambda client: client.models.retrieve("a")).id == "a"


EVENTS = b"".join(
    b"event: %s\ndata: %s\n\n" % (event["type"].encode(), json.dumps(event).encode())
    for event in [
        {"type": "message_start", "message": {**MESSAGE, "content": [], "stop_reason": None}},
        {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
        {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "Hello"}},
        {"type": "content_block_stop", "index": 0},
        {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 1}},
        {"type": "message_stop"},
    ]
)
TYPES = [
    "message_start",
    "content_block_start",
    "content_block_delta",
    "content_block_stop",
    "message_delta",
    "message_stop",
]


def test_a_stream_that_only_the_loop_holds_is_given_whole(both: Both, server: Server) -> None:
    server.replies(Reply(200, EVENTS, {"content-type": "text/event-stream"}))

    def blocking(client: Any) -> list[str]:
        given = [event.type for event in client.messages.create(**ASK, stream=True)]
        given += [event.event for event in client.messages.create(**ASK, stream=True).raw_events()]
        return given

    async def asynchronous(client: Any) -> list[str]:
        given = [event.type async for event in await client.messages.create(**ASK, stream=True)]
        given += [event.event async for event in (await client.messages.create(**ASK, stream=True)).raw_events()]
        return given

    assert both.run(asynchronous if both.is_async else blocking) == [*TYPES, *TYPES]


# ---- redirects ----------------------------------------------------------------------------------------------


def test_no_header_that_a_user_set_follows_a_redirect_to_another_origin(
    both: Both, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ANTHROPIC_CUSTOM_HEADERS", "x-gateway-key: a\nx-team: b")
    other = Server()
    other.replies(reply(model("b")))
    server.replies(reply(None, 307, location=f"{other.url}/v1/models/b"))

    both.run(
        lambda client: client.models.retrieve("a", extra_headers={"x-of-call": "d"}, betas=["a-beta"]),
        default_headers={"cookie": "c", "x-pass": "d"},
    )
    other.close()

    sent = other.received[0].headers
    assert {"x-gateway-key", "x-team", "x-of-call", "cookie", "x-pass", "x-api-key"} & sent.keys() == set()
    assert sent["anthropic-beta"] == "a-beta"


def test_a_redirect_loop_is_not_multiplied_by_retries(both: Both, server: Server) -> None:
    server.replies(reply(None, 307, location="/round"))

    with pytest.raises(APIConnectionError, match="20 redirects") as caught:
        both.run(lambda client: client.models.retrieve("a"), max_retries=2)

    assert len(server.received) == 20
    assert caught.value.phase == "redirect"


def test_no_password_and_no_signature_of_a_location_is_shown(
    both: Both, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.replies(reply(None, 307, location="https://me:planted@[broken?sig=planted#planted"))

    with caplog.at_level(logging.DEBUG), pytest.raises(APIConnectionError, match="invalid URL") as caught:
        both.run(lambda client: client.models.retrieve("a"))

    assert "planted" not in f"{caught.value} {caught.value!r} {caplog.text}"


# ---- mistakes -----------------------------------------------------------------------------------------------


def test_a_coroutine_that_nobody_awaits_names_its_method() -> None:
    client = AsyncClient(api_key="k")

    with pytest.warns(RuntimeWarning, match=r"'Messages\.create' was never awaited"):
        client.messages.create(**ASK)


@pytest.mark.parametrize(
    ("options", "named"),
    [
        ({"max_retries": True}, "max_retries=True"),
        ({"max_retries": 2.5}, r"max_retries=2\.5"),
        ({"max_retries": "2"}, "max_retries='2'"),
        ({"timeout": "30"}, "timeout='30'"),
        ({"timeout": float("nan")}, "timeout=nan"),
        ({"deadline": True}, "deadline=True"),
        ({"max_retry_wait": float("nan")}, "max_retry_wait=nan"),
        ({"size_limits": {"standard": 1.5}}, r"standard=1\.5"),
    ],
)
def test_a_number_that_is_none_is_refused_for_client_and_call(both: Both, options: Any, named: str) -> None:
    with pytest.raises((TypeError, ValueError), match=f"invalid {named}: expected"):
        both.client(**options)
    if "size_limits" not in options:
        with pytest.raises((TypeError, ValueError), match=f"invalid {named}: expected"):
            both.run(lambda client: client.models.retrieve("a", **options))


@pytest.mark.parametrize(
    "base_url",
    [
        "https://",
        "https:///v1",
        "https://host:0",
        "https://host:-1",
        "https://host:99999",
        "https://host/?key=planted",
        "https://host/#planted",
        "https://ho\\st",
        "https://a b",
        "https://a\0",
        "ftp://host",
        "host",
        "",
    ],
)
def test_a_base_url_behind_which_no_path_could_stand_is_refused(base_url: str) -> None:
    with pytest.raises(ValueError, match="invalid base_url") as caught:
        Client(base_url=base_url)

    assert "planted" not in str(caught.value)


def test_a_key_with_a_typographic_quote_names_the_character() -> None:
    with pytest.raises(ValueError, match="invalid value of api_key: it contains.*U\\+2019 RIGHT SINGLE QUOTATION MARK"):
        Client(api_key="sk-ant-1\u2019")


def test_a_size_limit_is_said_in_megabytes_too(both: Both) -> None:
    ask: Any = {**ASK, "messages": [{"role": "user", "content": "x" * 2_000_000}]}

    with pytest.raises(RequestTooLargeError, match=r"1,048,576 bytes \(1 MB\)"):
        both.run(lambda client: client.messages.create(**ask), size_limits={"standard": 1024 * 1024})


@pytest.mark.parametrize("base", ["/v1", "/v1/"])
def test_a_base_url_that_ends_in_v1_is_named_where_nothing_is_found(both: Both, server: Server, base: str) -> None:
    server.replies(error(404, "not_found_error", "no"), error(404, "not_found_error", "no"))

    with pytest.raises(errors.NotFoundError, match="leave it out of base_url"):
        both.run(lambda client: client.models.retrieve("m"), base_url=server.url + base)
    with pytest.raises(errors.NotFoundError) as found:
        both.run(lambda client: client.models.retrieve("v1"))
    assert "base_url" not in str(found.value)


SECRET = "sk-planted-secret"


@pytest.mark.parametrize(
    "call",
    [
        lambda client: client.vaults.credentials.create("v", auth={"type": "x", "token": SECRET}, wrong=1),
        lambda client: client.vaults.credentials.create("", auth={"type": "x", "token": SECRET}),
        lambda client: client.environments.work.poller("e", environment_key=SECRET, wrong=1),
        lambda client: client.environments.work.worker(environment_key=SECRET, memory_sync_interval=1),
        lambda client: client.sessions.events.tool_runner("s", tools=[3], environment_key=SECRET),
    ],
)
def test_no_frame_of_a_call_that_cannot_be_described_holds_its_arguments(both: Both, call: Any) -> None:
    with pytest.raises((TypeError, ValueError)) as raised:
        both.run(call)

    frames = [each.frame.f_locals for each in raised.traceback if "claude_client" in str(each.path)]
    assert frames
    assert all(SECRET not in repr(value) for frame in frames for value in frame.values())
