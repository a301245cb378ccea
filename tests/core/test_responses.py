"""What a whole response has to be, over HTTP and on both clients."""

from __future__ import annotations

import gzip
import inspect
import json
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from typing import Any, cast

import httpx
import pytest

from both import Both, entered, items
from claude_client import (
    APIConnectionError,
    APIResponseValidationError,
    APIStatusError,
    BadRequestError,
    ClaudeError,
    InternalServerError,
    OverloadedError,
    RateLimitError,
    tool,
)
from hostile import sse, text_block
from server import Reply, Server, reply

HI: Any = {"model": "claude-opus-5", "messages": [{"role": "user", "content": "Hi"}]}
ASK: Any = {**HI, "max_tokens": 10}
MESSAGE: dict[str, Any] = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "claude-opus-5",
    "content": [{"type": "text", "text": "Hello"}],
    "stop_reason": "end_turn",
    "stop_sequence": None,
    "usage": {"input_tokens": 3, "output_tokens": 1},
}
Call = Callable[[Any], Any]
CALLS: dict[str, Call] = {
    "messages.create": lambda client: client.messages.create(**ASK),
    "messages.parse": lambda client: client.messages.parse(**ASK, output_format=list[int]),
    "run_tools": lambda client: client.messages.run_tools(**ASK, tools=[]).until_done(),
    "count_tokens": lambda client: client.messages.count_tokens(**HI),
    "batches.create": lambda client: client.messages.batches.create(requests=[{"custom_id": "a", "params": ASK}]),
    "batches.retrieve": lambda client: client.messages.batches.retrieve("msgbatch_1"),
    "batches.delete": lambda client: client.messages.batches.delete("msgbatch_1"),
    "models.retrieve": lambda client: client.models.retrieve("claude-opus-5"),
    "files.upload": lambda client: client.files.upload(file=("a.txt", b"x")),
    "files.retrieve_metadata": lambda client: client.files.retrieve_metadata("file_1"),
    "files.delete": lambda client: client.files.delete("file_1"),
    "completions.create": lambda client: client.completions.create(
        model="claude-opus-5", max_tokens_to_sample=5, prompt="\n\nHuman: Hi\n\nAssistant:"
    ),
    "skills.retrieve": lambda client: client.skills.retrieve("skill_1"),
}
LISTS: dict[str, Call] = {
    "models.list": lambda client: client.models.list(),
    "batches.list": lambda client: client.messages.batches.list(),
    "files.list": lambda client: client.files.list(),
    "skills.list": lambda client: client.skills.list(),
}
every_call = pytest.mark.parametrize("call", [*CALLS.values(), *LISTS.values()], ids=[*CALLS, *LISTS])
every_list = pytest.mark.parametrize("call", LISTS.values(), ids=LISTS)


def raised(both: Both, call: Call) -> Any:
    """The error that a call ends in, or the loop over a list."""
    return raised_in_turn(both, call, 1)[0]


ERRORS: dict[str, type[ClaudeError]] = {
    "overloaded_error": OverloadedError,
    "rate_limit_error": RateLimitError,
    "api_error": InternalServerError,
    "invalid_request_error": BadRequestError,
    "made_up_error": APIStatusError,
}


def raised_in_turn(both: Both, call: Call, count: int) -> list[Any]:
    """The errors that so many calls end in."""

    def body(client: Any) -> Any:
        found: list[Any] = []
        for _ in range(count):
            with pytest.raises(ClaudeError) as caught:
                called = call(client)
                yield items(called) if call in LISTS.values() else called
            found.append(caught.value)
        return found

    return cast("list[Any]", both.run(body, max_retries=0))


@every_call
def test_an_error_object_with_status_200_is_the_error_of_its_type(both: Both, server: Server, call: Call) -> None:
    bodies = [
        {"type": "error", "error": {"type": type_, "message": "not now"}, "request_id": "req_1"} for type_ in ERRORS
    ]
    server.replies(*map(reply, bodies))

    found = raised_in_turn(both, call, len(ERRORS))

    assert [type(error) for error in found] == [*ERRORS.values()]
    assert [error.type for error in found] == [*ERRORS]
    assert {(error.message, error.request_id) for error in found} == {("not now", "req_1")}
    assert [error.body for error in found] == bodies


OVERLOADED = {"type": "error", "error": {"type": "overloaded_error", "message": "not now"}}


@pytest.mark.parametrize("coding", [None, "gzip"])
def test_an_error_object_with_status_200_is_retried_as_with_its_own_status(
    both: Both, server: Server, coding: str | None
) -> None:
    packed = gzip.compress(json.dumps(OVERLOADED).encode())
    refusal = Reply(200, packed, {"content-encoding": coding}) if coding else reply(OVERLOADED)
    server.replies(refusal, reply({"input_tokens": 7}))

    def body(client: Any) -> Any:
        call = client.messages.with_raw_response.count_tokens(model="m", messages=[{"role": "user", "content": "Hi"}])
        response = yield call
        value = yield response.parse()
        return value.input_tokens, [(each.status, each.error) for each in response.attempts]

    assert both.run(body, max_retries=1) == (7, [(200, "OverloadedError"), (200, None)])


def test_the_words_of_an_error_object_in_a_message_are_no_error(both: Both, server: Server) -> None:
    said = json.dumps(OVERLOADED)
    server.replies(reply({"id": "msg_1", "error": None, "content": [{"type": "text", "text": said}]}))

    def body(client: Any) -> Any:
        message = yield client.messages.create(model="m", max_tokens=9, messages=[{"role": "user", "content": "Hi"}])
        return message.text

    assert both.run(body) == said


def test_json_of_a_response_is_read_as_its_value_is(both: Both, server: Server) -> None:
    bodies = [b'\xef\xbb\xbf{"a": "x\ny"}', b'{"a": "\\ud83d"}', b"<html>Hi</html>"]
    server.replies(*(Reply(200, body, {"content-type": "application/json"}) for body in bodies))

    def body(client: Any) -> Any:
        found: list[Any] = []
        for _ in bodies:
            response = yield client.models.with_raw_response.retrieve("m")
            try:
                value = response.json()
                value = (yield value) if inspect.isawaitable(value) else value
            except APIResponseValidationError as error:
                found.append("<html>Hi</html>" in str(error))
            else:
                found.append(value)
        return found

    assert both.run(body) == [{"a": "x\ny"}, {"a": "\ufffd"}, True]


@pytest.mark.parametrize("location", ["http://:80/", "https://:1/x", "ftp://host.invalid/x", "mailto:a@host.invalid"])
def test_a_redirect_to_what_is_no_http_url_is_refused_at_once(both: Both, server: Server, location: str) -> None:
    server.replies(Reply(307, b"", {"location": location}))

    with pytest.raises(APIConnectionError, match="the server redirects to the invalid URL"):
        both.run(lambda client: client.models.retrieve("m"), max_retries=2)

    assert len(server.received) == 1


NOTHING = [
    b"{}",
    b"[]",
    b"null",
    b'""',
    b"",
    b"3",
    b'{"detail": "x"}',
    b'{"data": null}',
    b'{"id": null}',
    b"<html>Hi</html>",
]


@every_call
def test_what_lacks_all_that_makes_it_the_response_is_an_error(both: Both, server: Server, call: Call) -> None:
    server.replies(*(Reply(200, body, {"content-type": "application/json"}) for body in NOTHING))

    found = raised_in_turn(both, call, len(NOTHING))

    assert [type(error) for error in found] == [APIResponseValidationError] * len(NOTHING)
    assert {error.status_code for error in found} == {200}
    assert all(error.attempts for error in found)


def test_an_error_object_is_one_whatever_else_it_holds(both: Both, server: Server) -> None:
    server.replies(reply({"type": "error", "error": {"type": "overloaded_error", "message": "later"}, "id": "e1"}))

    assert type(raised(both, CALLS["models.retrieve"])) is OverloadedError


@every_call
def test_an_error_in_the_words_of_a_gateway_is_an_error_too(both: Both, server: Server, call: Call) -> None:
    server.replies(reply({"error": {"message": "no such route", "code": 7}}))

    assert raised(both, call).message == "no such route"


@pytest.mark.parametrize(
    ("call", "body"),
    [
        ("messages.create", {name: value for name, value in MESSAGE.items() if name != "content"}),
        ("messages.create", {**MESSAGE, "content": None}),
        ("count_tokens", {"type": "count", "output_tokens": 3}),
        ("count_tokens", {"input_tokens": None}),
        ("batches.create", {"type": "message_batch", "processing_status": "ended"}),
        ("files.upload", {"type": "file", "filename": "a.txt"}),
        ("files.delete", {"type": "file_deleted"}),
        ("models.list", {"has_more": False}),
        ("models.list", {"data": {"id": "m"}}),
        ("files.list", {"data": "none"}),
    ],
)
def test_a_response_without_its_identifying_field_is_an_error_that_names_it(
    both: Both, server: Server, call: str, body: dict[str, Any]
) -> None:
    server.replies(reply(body))

    found = raised(both, {**CALLS, **LISTS}[call])

    assert type(found) is APIResponseValidationError
    assert found.body == body
    assert any(f": {name} is " in found.message for name in ("content", "input_tokens", "id", "data"))


@pytest.mark.parametrize("lost", ["id", "type", "role", "model", "stop_reason", "stop_sequence", "usage"])
def test_a_message_that_lacks_another_field_is_a_message(both: Both, server: Server, lost: str) -> None:
    server.replies(reply({name: value for name, value in MESSAGE.items() if name != lost}))

    message = both.run(lambda client: client.messages.create(**ASK))

    assert message.text == "Hello"
    assert getattr(message, lost) is None
    assert lost not in message.to_dict()


@every_list
def test_an_empty_list_is_no_error(both: Both, server: Server, call: Call) -> None:
    server.replies(reply({"data": [], "has_more": False}))

    def body(client: Any) -> Any:
        return (yield items(call(client)))

    assert both.run(body) == []


@pytest.mark.parametrize("cast_to", [dict, object, list])
def test_an_error_object_is_an_error_where_a_plain_type_is_asked_for_too(
    both: Both, server: Server, cast_to: Any
) -> None:
    server.replies(reply({"type": "error", "error": {"type": "overloaded_error", "message": "later"}}))

    found = raised(both, lambda client: client.get("/v1/new", cast_to=cast_to))

    assert type(found) is OverloadedError


def test_an_error_object_is_plain_text_for_who_asks_for_text(both: Both, server: Server) -> None:
    server.replies(reply({"type": "error"}))

    assert both.run(lambda client: client.get("/v1/new", cast_to=str)) == '{"type": "error"}'


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_json_of_other_languages_is_read_over_http(both: Both, server: Server, encoding: str) -> None:
    text = reply(MESSAGE).body.decode().replace("Hello", r"Hello \ud83d")  # type: ignore[union-attr]
    server.replies(Reply(200, text.encode(encoding), {"content-type": "application/json"}))

    message = both.run(lambda client: client.messages.create(**ASK))

    assert message.text == "Hello \ufffd"


ODD: list[Any] = [
    None,
    7,
    "s",
    ["x"],
    {"x": 1},
    [None],
    [{"type": "text", "text": None}],
    [{"type": "tool_use", "id": None, "name": None, "input": None}],
    [{"type": ["x"]}],
]


@tool
def look() -> str:
    """Look."""
    return "the sea"


def events_of(message: dict[str, Any], content: Any) -> bytes:
    """The stream that `message` comes as, with `content` in its first event."""
    call = {"type": "tool_use", "id": "toolu_1", "name": "look", "input": {}}
    events = [
        {"type": "message_start", "message": {**message, "content": content}},
        *text_block(0, ["Hello"]),
        {"type": "content_block_start", "index": 1, "content_block": call},
        {"type": "content_block_stop", "index": 1},
        {"type": "message_delta", "delta": {"stop_reason": message["stop_reason"]}, "usage": message["usage"]},
        {"type": "message_stop"},
    ]
    return sse(*events)


@pytest.mark.parametrize("field", ["content", "usage", "stop_reason", "role", "model", "id", "type"])
def test_a_value_of_another_type_ends_in_a_message_or_an_error_of_ours_on_every_path(
    both: Both, server: Server, field: str
) -> None:
    def look_at(message: Any) -> None:
        assert isinstance(message.text, str)
        assert isinstance(message.tool_calls, list)
        assert isinstance(message.citations, list)
        json.dumps(message.to_param())
        repr(message)

    def body(client: Any) -> Any:
        for odd in ODD:
            whole = reply({**MESSAGE, field: odd})
            streamed = Reply(
                200,
                events_of({**MESSAGE, field: odd}, odd if field == "content" else []),
                {"content-type": "text/event-stream"},
            )
            paths: list[tuple[Reply, Call]] = [
                (whole, lambda client: client.messages.create(**ASK)),
                (whole, lambda client: client.messages.parse(**ASK, output_format=list[int])),
                (whole, lambda client: client.messages.run_tools(**ASK, tools=[look], max_iterations=2).until_done()),
                (
                    streamed,
                    lambda client: client.messages.run_tools(
                        **ASK, tools=[look], stream=True, max_iterations=2
                    ).until_done(),
                ),
            ]
            for sent, call in paths:
                server.replies(sent, sent)
                with suppress(ClaudeError):
                    look_at((yield call(client)))
            server.replies(streamed)
            opened = yield entered(client.messages.stream(**ASK))
            with suppress(ClaudeError):
                look_at((yield opened.get_final_message()))
                look_at(opened.current_message_snapshot)

    both.run(body, max_retries=0)


@pytest.mark.parametrize("content", [["x"], [None], {"x": 1}, 7])
def test_what_is_not_a_block_is_not_sent_back(both: Both, server: Server, content: Any) -> None:
    server.replies(reply({**MESSAGE, "content": content, "role": None}))

    def body(client: Any) -> Any:
        message = yield client.messages.create(**ASK)
        yield client.messages.create(**{**ASK, "messages": [*ASK["messages"], message]})
        assert message.to_param() == {"role": "assistant", "content": []}

    both.run(body)

    assert server.received[1].json["messages"][1] == {"role": "assistant", "content": []}


# ---- what httpx has of a call ----------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["Hi", "x" * 100_000])  # sent in one piece, and step by step
def test_the_objects_of_httpx_say_what_was_sent_and_received(both: Both, server: Server, text: str) -> None:
    server.replies(reply(MESSAGE, **{"X-Mixed-Case": "1"}))
    asked = {**ASK, "messages": [{"role": "user", "content": text}]}

    response = both.run(lambda client: client.messages.with_raw_response.create(**asked), api_key="sk-ant-x")
    http = response.http_response

    assert (type(http), type(http.request)) == (httpx.Response, httpx.Request)
    assert http is response.http_response
    assert http.request is response.http_request
    assert dict(http.request.headers) == server.received[0].headers
    assert http.request.content == server.received[0].body
    assert (http.json(), http.is_closed, http.elapsed > timedelta()) == (MESSAGE, True, True)
    assert (b"X-Mixed-Case", b"1") in http.headers.raw
    assert response.headers["x-mixed-case"] == "1"


def test_a_request_that_says_so_itself_goes_out_in_chunks(both: Both, server: Server) -> None:
    server.replies(reply(MESSAGE))

    def body(client: Any) -> Any:
        return client.messages.create(**ASK, extra_headers={"transfer-encoding": "chunked"}, timeout=5)

    both.run(body, max_retries=0)

    assert json.loads(server.received[0].body) == ASK
