from __future__ import annotations

import json
import warnings
from typing import Any

import anyio
import pytest

from both import Both, entered
from claude_client import AsyncClient, Client, StreamInterruptedError
from claude_client.types import Message
from server import Reply, Server, reply

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
NEW = "2026-10-21"


def with_content(role: str, block: dict[str, Any]) -> Any:
    return {**ASK, "messages": [{"role": role, "content": [block]}]}


DOCUMENT = {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "x"}}
CITED = {"type": "text", "text": "x", "citations": [{"type": "char_location"}]}
FOUND = {"type": "search_result", "source": "s", "title": "t", "content": [CITED]}
REFUSED = [
    ({**ASK, "temperature": 1.0}, "temperature"),
    ({**ASK, "top_p": 0.5}, "top_p"),
    ({**ASK, "top_k": 0}, "top_k"),
    (with_content("assistant", DOCUMENT), r"messages\[0\]\.content\[0\] \(a document"),
    (with_content("user", CITED), r"messages\[0\]\.content\[0\]\.citations"),
    (with_content("user", FOUND), r"messages\[0\]\.content\[0\]\.content\[0\]\.citations"),
]


@pytest.mark.parametrize("messages", ["Hi", b"Hi", {"role": "user", "content": "Hi"}])
def test_what_is_no_list_of_messages_is_refused(both: Both, messages: Any) -> None:
    with pytest.raises(TypeError, match="invalid messages: expected a list"):
        both.run(lambda client: client.messages.create(model="claude-opus-5", max_tokens=5, messages=messages))


@pytest.mark.parametrize("tools", ["search", {"name": "search"}, 3])
def test_what_is_no_list_of_tools_is_refused(both: Both, tools: Any) -> None:
    messages = [{"role": "user", "content": "Hi"}]
    with pytest.raises(TypeError, match="invalid tools: expected a list of tools, not"):
        both.run(lambda c: c.messages.create(model="claude-opus-5", max_tokens=5, messages=messages, tools=tools))


@pytest.mark.parametrize(("params", "named"), REFUSED)
def test_what_the_newer_api_version_refuses_is_named_before_sending(
    both: Both, server: Server, params: Any, named: str
) -> None:
    with pytest.raises(ValueError, match=rf"{named}.*API version {NEW} .*api_version='2023-06-01'"):
        both.run(lambda client: client.messages.create(**params), api_version=NEW)

    assert server.received == []


@pytest.mark.parametrize("params", [params for params, _ in REFUSED])
def test_the_older_api_version_takes_it(both: Both, server: Server, params: Any) -> None:
    server.replies(reply(MESSAGE))

    both.run(lambda client: client.messages.create(**params, api_version="2023-06-01"), api_version=NEW)

    assert server.received[0].headers["anthropic-version"] == "2023-06-01"


def test_a_request_of_a_batch_is_held_to_the_version_too(both: Both, server: Server) -> None:
    requests = [{"custom_id": "a", "params": ASK}, {"custom_id": "b", "params": {**ASK, "top_k": 1}}]

    with pytest.raises(ValueError, match=r"requests\[1\]\.params\.top_k"):
        both.run(lambda client: client.messages.batches.create(requests=requests, api_version=NEW))

    assert server.received == []


def test_the_stream_helper_is_held_to_the_version_too(both: Both, server: Server) -> None:
    def body(client: Any) -> Any:
        yield entered(client.messages.stream(**ASK, temperature=0.1, api_version=NEW))

    with pytest.raises(ValueError, match="temperature"):
        both.run(body)


@pytest.mark.parametrize("method", ["create", "stream", "count_tokens"])
@pytest.mark.parametrize(("model", "day"), [("claude-sonnet-4-5", "2026-11-30"), ("claude-opus-4-5", "2027-01-22")])
def test_a_deprecated_model_warns_with_its_last_day_at_the_line_that_names_it(
    server: Server, method: str, model: str, day: str
) -> None:
    server.replies(reply({**MESSAGE, "input_tokens": 1}))
    params = {name: value for name, value in ASK.items() if method != "count_tokens" or name != "max_tokens"}

    with (
        pytest.warns(DeprecationWarning, match=day) as caught,
        Client(api_key="sk-ant-test", base_url=server.url) as client,
    ):
        getattr(client.messages, method)(**{**params, "model": model})

    assert caught[0].filename == __file__


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
@pytest.mark.parametrize("method", ["create", "count_tokens"])
def test_on_an_event_loop_it_warns_at_the_line_that_awaits(server: Server, backend: str, method: str) -> None:
    server.replies(reply({**MESSAGE, "input_tokens": 1}))
    params = {name: value for name, value in ASK.items() if method != "count_tokens" or name != "max_tokens"}

    async def main() -> None:
        async with AsyncClient(api_key="sk-ant-test", base_url=server.url) as client:
            await getattr(client.messages, method)(**{**params, "model": "claude-opus-4-5"})

    with pytest.warns(DeprecationWarning, match="2027-01-22") as caught:
        anyio.run(main, backend=backend)

    assert caught[0].filename == __file__


def test_a_stream_on_an_event_loop_warns_at_the_line_that_asks_for_it() -> None:
    client = AsyncClient(api_key="sk-ant-test")

    with pytest.warns(DeprecationWarning, match="2027-01-22") as caught:
        client.messages.stream(**{**ASK, "model": "claude-opus-4-5"})

    assert caught[0].filename == __file__


def test_a_current_model_does_not_warn(both: Both, server: Server) -> None:
    server.replies(reply(MESSAGE))

    with warnings.catch_warnings(record=True) as caught:
        both.run(lambda client: client.messages.create(**ASK))

    assert caught == []


def test_the_beta_variant_sends_its_beta_values_and_no_query(both: Both, server: Server) -> None:
    server.replies(reply({"input_tokens": 1}))
    count: Any = {"model": "m", "messages": []}

    def body(client: Any) -> Any:
        yield client.messages.count_tokens(**count)
        yield client.beta.messages.count_tokens(**count, betas=["mine-2026"])
        response = yield client.beta.messages.with_raw_response.count_tokens(**count)
        assert response.status_code == 200

    both.run(body)

    assert [r.headers.get("anthropic-beta") for r in server.received] == [
        None,
        "token-counting-2024-11-01,mine-2026",
        "token-counting-2024-11-01",
    ]
    assert {r.target for r in server.received} == {"/v1/messages/count_tokens"}


def test_the_user_profile_goes_out_as_a_header(both: Both, server: Server) -> None:
    server.replies(reply(MESSAGE))

    both.run(lambda client: client.messages.create(**ASK, user_profile_id="up_1", workspace_id="wrkspc_1"))

    (request,) = server.received
    assert request.json == ASK
    assert request.headers["anthropic-user-profile-id"] == "up_1"
    assert request.headers["anthropic-workspace-id"] == "wrkspc_1"


LONG: Any = {**ASK, "max_tokens": 21_334}
START = {"type": "message_start", "message": {**MESSAGE, "content": [], "stop_reason": None}}
EVENTS = [
    START,
    {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
    {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "Hello"}},
    {"type": "content_block_stop", "index": 0},
    {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 1}},
    {"type": "message_stop"},
]


def events(*given: dict[str, Any]) -> Reply:
    body = "".join(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in given)
    return Reply(200, body.encode(), {"content-type": "text/event-stream", "request-id": "req_1"})


@pytest.mark.parametrize("params", [LONG, {**ASK, "model": "claude-opus-4-1@20250805", "max_tokens": 8_193}])
def test_a_response_that_may_take_long_is_streamed_underneath_and_given_whole(
    both: Both, server: Server, params: Any
) -> None:
    server.replies(events(*EVENTS))

    message = both.run(lambda client: client.messages.create(**params))

    assert isinstance(message, Message)
    assert (message.content[0].text, message.stop_reason, message._request_id) == ("Hello", "end_turn", "req_1")
    assert server.received[0].json == {**params, "stream": True}


def test_a_response_that_cannot_take_long_is_not_streamed(both: Both, server: Server) -> None:
    server.replies(reply(MESSAGE))

    both.run(lambda client: client.messages.create(**{**ASK, "max_tokens": 21_333}))

    assert "stream" not in server.received[0].json


def test_a_long_response_that_breaks_off_is_retried_while_nothing_of_it_was_shown(both: Both, server: Server) -> None:
    server.replies(events(*EVENTS[:3]), events(*EVENTS))

    message = both.run(lambda client: client.messages.create(**LONG))

    assert message.content[0].text == "Hello"
    assert [attempt.error for attempt in message.response.attempts] == ["StreamInterruptedError", None]


def test_what_came_of_a_long_message_is_in_the_error(both: Both, server: Server) -> None:
    server.replies(events(*EVENTS[:3]))

    with pytest.raises(StreamInterruptedError) as caught:
        both.run(lambda client: client.messages.create(**LONG, max_retries=1))

    assert caught.value.partial is not None
    assert caught.value.partial.content[0].text == "Hello"  # type: ignore[union-attr]
    assert len(caught.value.attempts) == 2


def test_the_raw_response_of_a_long_message_parses_to_the_message(both: Both, server: Server) -> None:
    server.replies(events(*EVENTS))

    def body(client: Any) -> Any:
        response = yield client.messages.with_raw_response.create(**LONG)
        message = yield response.parse()
        assert (yield response.parse()) is message
        return message

    assert both.run(body).content[0].text == "Hello"
