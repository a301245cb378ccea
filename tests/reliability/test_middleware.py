"""Middleware of every kind sees every attempt, on both clients."""

from __future__ import annotations

import json
from collections.abc import Generator
from typing import Any

import httpx
import pytest

import claude_client
from both import Both, entered, items
from claude_client import (
    APIRequest,
    AsyncCallNext,
    CallNext,
    Middleware,
    OverloadedError,
    ResponseInterruptedError,
    RetryableError,
)
from claude_client.core.response import AsyncResponse, Response
from hostile import HELLO, RESET, Hostile, sse, whole

from .faults import ASK, CONTENTS

RESPONSE = whole(CONTENTS["json"], "application/json")
OVERLOADED = (
    b"HTTP/1.1 529 Overloaded\r\ncontent-length: 2\r\ncontent-type: application/json\r\nretry-after-ms: 1\r\n\r\n{}"
)
Steps = Generator[httpx.Request, httpx.Response, httpx.Response]


@pytest.fixture
def both(kind: str, hostile: Hostile) -> Both:
    return Both(kind, api_key="sk-ant-test", base_url=hostile.url, timeout=5.0)


def ask(client: Any) -> Any:
    return client.messages.create(**ASK)


class Seen(Middleware):
    """In the official style: notes what it sees."""

    def __init__(self) -> None:
        self.requests: list[APIRequest] = []
        self.statuses: list[int] = []

    def handle(self, request: APIRequest, call_next: CallNext) -> Response[Any]:
        self.requests.append(request)
        response = call_next(request)
        self.statuses.append(response.status_code)
        return response

    async def handle_async(self, request: APIRequest, call_next: AsyncCallNext) -> AsyncResponse[Any]:
        self.requests.append(request)
        response = await call_next(request)
        self.statuses.append(response.status_code)
        return response


# ---- generator functions ------------------------------------------------------------------------------------


def test_a_generator_function_sees_every_attempt(both: Both, hostile: Hostile) -> None:
    hostile.script(OVERLOADED)
    hostile.script(b"HTTP/1.1 20", RESET)
    hostile.script(RESPONSE)
    seen: list[object] = []

    def watching(request: httpx.Request) -> Steps:
        try:
            response = yield request
        except claude_client.ClaudeError as error:
            seen.append(type(error))
            raise
        seen.append(response.status_code)
        return response

    assert both.run(ask, middleware=[watching], max_retries=2).id == "msg_1"
    assert seen == [529, ResponseInterruptedError, 200]


def test_middleware_can_look_at_the_body_of_a_request(both: Both, hostile: Hostile) -> None:
    hostile.script(RESPONSE)
    seen: list[bytes] = []

    def watching(request: httpx.Request) -> Steps:
        seen.append(request.content)
        return (yield request)

    both.run(ask, middleware=[watching])

    assert seen == hostile.requests
    assert json.loads(seen[0])["model"] == ASK["model"]


def test_an_object_that_is_called_as_a_generator_function_is_one(both: Both, hostile: Hostile) -> None:
    hostile.script(RESPONSE)

    class Marking:
        def __call__(self, request: httpx.Request) -> Steps:
            request.headers["x-mark"] = "1"
            response = yield request
            response.headers["x-seen"] = "1"
            return response

    message = both.run(ask, middleware=[Marking()])

    assert message.response.headers["x-seen"] == "1"


def test_a_generator_function_may_send_again(both: Both, hostile: Hostile) -> None:
    hostile.script(OVERLOADED)
    hostile.script(RESPONSE)

    def insisting(request: httpx.Request) -> Steps:
        response = yield request
        while response.status_code == 529:
            response = yield request
        return response

    message = both.run(ask, middleware=[insisting], max_retries=0)

    assert [attempt.status for attempt in message.response.attempts] == [200]
    assert len(hostile.requests) == 2


def test_a_generator_function_may_respond_itself(both: Both, hostile: Hostile) -> None:
    def respond_with(request: httpx.Request) -> Steps:
        return httpx.Response(200, json=json.loads(CONTENTS["json"]), request=request)
        yield request

    assert both.run(ask, middleware=[respond_with]).id == "msg_1"
    assert hostile.connections == 0


def test_a_generator_function_may_ask_for_another_attempt(both: Both, hostile: Hostile) -> None:
    hostile.script(RESPONSE)
    seen: list[int] = []

    def doubting(request: httpx.Request) -> Steps:
        response = yield request
        seen.append(response.status_code)
        if len(seen) == 1:
            raise RetryableError("once more")
        return response

    message = both.run(ask, middleware=[doubting], max_retries=1)

    assert [attempt.error for attempt in message.response.attempts] == ["RetryableError", None]


def test_a_generator_function_sees_streams_before_they_are_read(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(*HELLO)))
    closed: list[bool] = []

    def watching(request: httpx.Request) -> Steps:
        response = yield request
        closed.append(response.is_closed)
        return response

    def body(client: Any) -> Any:
        assert (yield (yield entered(client.messages.stream(**ASK))).get_final_text()) == "Hello you"
        assert len((yield items((yield client.messages.create(**ASK, stream=True))))) == len(HELLO)

    both.run(body, middleware=[watching])

    assert closed == [False, False]


def test_what_middleware_raises_is_raised_as_it_is(both: Both, hostile: Hostile) -> None:
    hostile.script(RESPONSE)

    def broken(request: httpx.Request) -> Steps:
        raise LookupError("mine")
        yield request

    with pytest.raises(LookupError, match="mine"):
        both.run(ask, middleware=[broken])


@pytest.mark.parametrize("style", ["generator", "official", "of the other client"])
def test_middleware_without_a_response_is_told_by_name(both: Both, hostile: Hostile, style: str) -> None:
    hostile.script(RESPONSE)

    def forgetful(request: httpx.Request) -> Any:
        yield request

    def handle(request: APIRequest, call_next: CallNext) -> Any:
        call_next(request)

    async def handle_async(request: APIRequest, call_next: AsyncCallNext) -> Any:
        await call_next(request)

    async def foreign_async(request: APIRequest, call_next: AsyncCallNext) -> AsyncResponse[Any]:
        return await call_next(request)

    def foreign(request: APIRequest, call_next: CallNext) -> Any:
        return "no response"

    given: Any = {
        "generator": forgetful,
        "official": handle_async if both.is_async else handle,
        "of the other client": foreign if both.is_async else foreign_async,
    }[style]
    with pytest.raises(TypeError, match=f"the middleware .*{given.__name__} gave .*, expected"):
        both.run(ask, middleware=[given], max_retries=0)


# ---- in the official style ----------------------------------------------------------------------------------


def test_an_official_class_sees_every_attempt(both: Both, hostile: Hostile) -> None:
    hostile.script(OVERLOADED)
    hostile.script(RESPONSE)
    seen = Seen()

    message = both.run(ask, middleware=[seen])

    assert message.id == "msg_1"
    assert seen.statuses == [529, 200]
    assert [request.retries_taken for request in seen.requests] == [0, 1]
    assert seen.requests[0].method == "POST"
    assert seen.requests[0].url == f"{hostile.url}/v1/messages"
    assert seen.requests[0].json == ASK
    assert seen.requests[0].headers["x-api-key"] == "sk-ant-test"


def test_an_official_function_may_change_the_request(both: Both, hostile: Hostile) -> None:
    hostile.script(RESPONSE)

    def changed(request: APIRequest) -> APIRequest:
        return request.copy(headers={**request.headers, "x-mark": "1"}, json={**request.json, "max_tokens": 7})

    def handle(request: APIRequest, call_next: CallNext) -> Response[Any]:
        return call_next(changed(request))

    async def handle_async(request: APIRequest, call_next: AsyncCallNext) -> AsyncResponse[Any]:
        return await call_next(changed(request))

    message = both.run(ask, middleware=[handle_async if both.is_async else handle])

    assert message.id == "msg_1"
    assert json.loads(hostile.requests[0]) == {**ASK, "max_tokens": 7}


def test_an_official_function_may_send_again(both: Both, hostile: Hostile) -> None:
    hostile.script(OVERLOADED)
    hostile.script(RESPONSE)

    def handle(request: APIRequest, call_next: CallNext) -> Response[Any]:
        response = call_next(request)
        return response if response.status_code == 200 else call_next(request)

    async def handle_async(request: APIRequest, call_next: AsyncCallNext) -> AsyncResponse[Any]:
        response = await call_next(request)
        return response if response.status_code == 200 else await call_next(request)

    assert both.run(ask, middleware=[handle_async if both.is_async else handle], max_retries=0).id == "msg_1"
    assert len(hostile.requests) == 2


def test_both_styles_go_together_the_first_outermost(both: Both, hostile: Hostile) -> None:
    hostile.script(RESPONSE)
    order: list[str] = []

    def generator(name: str) -> Any:
        def noting(request: httpx.Request) -> Steps:
            order.append(name)
            response = yield request
            order.append(f"/{name}")
            return response

        return noting

    class Official(Middleware):
        def handle(self, request: APIRequest, call_next: CallNext) -> Response[Any]:
            order.append("official")
            return call_next(request)

        async def handle_async(self, request: APIRequest, call_next: AsyncCallNext) -> AsyncResponse[Any]:
            order.append("official")
            return await call_next(request)

    both.run(ask, middleware=[generator("a"), Official(), generator("b")])

    assert order == ["a", "official", "b", "/b", "/a"]


def test_official_middleware_gets_the_errors_of_this_package(both: Both, hostile: Hostile) -> None:
    hostile.script(b"HTTP/1.1 20", RESET)
    caught: list[type] = []

    class Official(Middleware):
        def handle(self, request: APIRequest, call_next: CallNext) -> Response[Any]:
            try:
                return call_next(request)
            except claude_client.APIConnectionError as error:
                caught.append(type(error))
                raise

        async def handle_async(self, request: APIRequest, call_next: AsyncCallNext) -> AsyncResponse[Any]:
            try:
                return await call_next(request)
            except claude_client.APIConnectionError as error:
                caught.append(type(error))
                raise

    with pytest.raises(ResponseInterruptedError):
        both.run(ask, middleware=[Official()], max_retries=0)

    assert caught == [ResponseInterruptedError]


def test_an_official_class_that_overrides_nothing_changes_nothing(both: Both, hostile: Hostile) -> None:
    hostile.script(OVERLOADED)

    with pytest.raises(OverloadedError):
        both.run(ask, middleware=[Middleware()], max_retries=0)


def test_the_deadline_of_a_call_holds_inside_of_middleware(both: Both, hostile: Hostile) -> None:
    from hostile import SILENCE

    hostile.script(b"HTTP/1.1 200", SILENCE)

    with pytest.raises(claude_client.CallDeadlineError):
        both.run(ask, middleware=[Seen()], deadline=0.1)
