"""No frame of ours that an error passes through holds a credential: tools that report errors show local variables."""

from __future__ import annotations

import reprlib
import threading
import types
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import claude_client
from both import Both, entered, items
from claude_client import AsyncClient, Client
from hostile import HELLO, RESET, SILENCE, Hostile, Until, sse, whole

SECRET = "sk-ant-planted-0123456789"
ASK: Any = {"model": "claude-opus-5", "max_tokens": 10, "messages": [{"role": "user", "content": "Hello"}]}
NOW = threading.Event()
NOW.set()
PACKAGE = str(Path(claude_client.__file__).parent)
KEYS: Any = {
    "api_key": SECRET,
    "auth_token": SECRET,
    "admin_api_key": SECRET,
    "default_headers": {"cookie": SECRET, "x-gateway": SECRET},
}


def chain(error: BaseException | None) -> Iterator[BaseException]:
    """An error, and what it came of."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        each = waiting.pop()
        if each is not None and id(each) not in seen:
            seen.add(id(each))
            yield each
            waiting += [each.__cause__, each.__context__]


def frames_of(error: BaseException) -> Iterator[types.FrameType]:
    for each in chain(error):
        step = each.__traceback__
        while step is not None:
            if step.tb_frame.f_code.co_filename.startswith(PACKAGE):
                yield step.tb_frame
            step = step.tb_next


def leaks(error: BaseException) -> list[str]:
    """Where a local variable of ours shows the secret, or the error itself does."""
    found = [f"{frame.f_code.co_name}: {name}" for frame in frames_of(error) for name in shown(frame)]
    return found + [type(each).__name__ for each in chain(error) if SECRET in f"{each} {each!r} {vars(each)!r}"]


def shown(frame: types.FrameType) -> Iterator[str]:
    for name, value in frame.f_locals.items():
        if SECRET in repr(value) or SECRET in repr(attributes_of(value)):
            yield f"{name} ({reprlib.repr(value)})"


def attributes_of(value: object) -> object:
    """What a reporter that goes one level deep shows of an object that is not a part of the client's state."""
    return getattr(value, "__dict__", {}) if isinstance(value, BaseException) else {}


def refused(status: int, **headers: str) -> bytes:
    body = b'{"type": "error", "error": {"type": "api_error", "message": "no"}}'
    more = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    head = f"HTTP/1.1 {status} No\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n{more}\r\n"
    return head.encode() + body


JSON = "application/json"
ENDINGS: dict[str, tuple[tuple[Any, ...], dict[str, Any]]] = {
    **{f"status {n}": ((refused(n),), {}) for n in (400, 401, 403, 404, 409, 413, 429, 431, 500, 503, 529)},
    "closed without a response": ((Until(NOW), RESET), {}),
    "reset in the head": ((b"HTTP/1.1 200", RESET), {}),
    "no HTTP": ((Until(NOW), b"hello\r\n\r\n", RESET), {}),
    "reset in the body": ((b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nab", RESET), {}),
    "silence": ((Until(NOW), SILENCE), {"timeout": 0.05}),
    "a deadline": ((Until(NOW), SILENCE), {"deadline": 0.05}),
    "no JSON": ((whole(b"<html>", "text/html"),), {}),
    "another object": ((whole(b"[]", JSON),), {}),
    "an unknown coding": ((b"HTTP/1.1 200 OK\r\ncontent-encoding: compress\r\ncontent-length: 1\r\n\r\nx",), {}),
    "a broken coding": ((b"HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: 3\r\n\r\nabc",), {}),
    "too large": ((whole(b'{"a": "' + b"x" * 99 + b'"}', JSON),), {"response_limits": (50, 50, 50)}),
    "a redirect to nowhere": ((refused(307, location=f"http://me:{SECRET}@[?key={SECRET}"),), {}),
    "a cut stream": ((sse(*HELLO[:3]), RESET), {}),
    "a silent stream": ((sse(*HELLO[:3]), SILENCE), {"stream_idle_timeout": 0.05, "timeout": 0.2}),
    "a late stream": ((Until(NOW), SILENCE), {"first_event_timeout": 0.05, "timeout": 0.2}),
}


def create(client: Any) -> Any:
    yield client.messages.create(**ASK)


def create_raw(client: Any) -> Any:
    response = yield client.messages.with_raw_response.create(**ASK)
    value = response.parse()
    if hasattr(value, "__await__"):
        yield value


def stream(client: Any) -> Any:
    yield items((yield client.messages.create(**ASK, stream=True)))


def stream_managed(client: Any) -> Any:
    yield (yield entered(client.messages.stream(**ASK))).get_final_message()


@pytest.mark.parametrize("call", [create, create_raw, stream, stream_managed])
@pytest.mark.parametrize("ending", ENDINGS)
def test_no_frame_of_a_failed_call_holds_a_credential(
    both: Both, hostile: Hostile, call: Callable[[Any], Any], ending: str
) -> None:
    script, options = ENDINGS[ending]
    hostile.script(*script)
    if "response_limits" in options:
        options = {"response_limits": claude_client.ResponseLimits(*options["response_limits"])}
    caught: list[Exception] = []

    def body(client: Any) -> Any:
        try:
            yield from call(client)
        except Exception as error:
            caught.append(error)

    both.run(body, **KEYS, base_url=hostile.url, max_retries=0, **options)

    assert [leaks(error) for error in caught] in ([], [[]])


def test_no_frame_of_a_refused_connection_holds_a_credential(both: Both) -> None:
    with pytest.raises(claude_client.ConnectionFailedError) as caught:
        both.run(create, **KEYS, base_url="http://127.0.0.1:1", max_retries=0)

    assert leaks(caught.value) == []


@pytest.mark.parametrize(
    "options",
    [
        {"extra_headers": {"x-mine": f"{SECRET}\n"}},
        {"extra_body": {"x": object()}},
        {"timeout": -1},
    ],
)
def test_no_frame_of_a_refused_call_holds_a_credential(both: Both, options: Any) -> None:
    caught: list[Exception] = []

    def body(client: Any) -> Any:
        try:
            yield client.messages.create(**ASK, **options)
        except Exception as error:
            caught.append(error)

    both.run(body, **KEYS, base_url="http://127.0.0.1:1", max_retries=0)

    assert [leaks(error) for error in caught] == [[]]


@pytest.mark.parametrize("make", [Client, AsyncClient])
@pytest.mark.parametrize(
    "options",
    [
        {"api_key": f"{SECRET}\u2019"},
        {"auth_token": f" {SECRET}"},
        {"admin_api_key": f"{SECRET}\n"},
        {"default_headers": {"x-mine": f"{SECRET}\0"}},
        {"max_retries": -1},
        {"base_url": f"https://me:{SECRET}@example.com"},
        {"base_url": f"https://example.com/?key={SECRET}"},
        {"apikey": SECRET},
        {"http_client": object()},
    ],
)
def test_no_frame_of_a_client_that_is_not_made_holds_a_credential(make: Any, options: Any) -> None:
    with pytest.raises((TypeError, ValueError)) as caught:
        make(**{**KEYS, **options})

    assert leaks(caught.value) == []


@pytest.mark.parametrize("make", [Client, AsyncClient])
def test_no_frame_of_a_client_that_is_not_copied_holds_a_credential(make: Any) -> None:
    client = make(**KEYS)

    with pytest.raises(ValueError, match="api_key") as caught:
        client.with_options(api_key=f"{SECRET}\u2019")

    assert leaks(caught.value) == []
