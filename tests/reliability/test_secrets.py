"""A secret is planted wherever one may be, and looked for in everything that comes out."""

from __future__ import annotations

import json
import logging
import os
import pickle
import subprocess
import sys
import traceback
from pathlib import Path
from typing import Any

import httpx
import pytest

from both import Both, entered, items
from claude_client import APIError, Client, CredentialsError
from claude_client.core import logs
from claude_client.sandbox import Sandbox
from hostile import HELLO, RESET, Hostile, sse, whole

from .faults import CONTENTS

SECRET = "sk-ant-planted-0123456789"
PROMPT = "planted prompt of mine"
IMAGE = "iVBORw0KGgo" * 1000
ASK: Any = {
    "model": "claude-opus-5",
    "max_tokens": 10,
    "system": PROMPT,
    "messages": [
        {
            "role": "user",
            "content": [
                {"type": "text", "text": PROMPT * 100},
                {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": IMAGE}},
            ],
        }
    ],
}
EVERYWHERE: Any = {
    "api_key": SECRET,
    "auth_token": SECRET,
    "admin_api_key": SECRET,
    "default_headers": {"Cookie": SECRET, "X-Gateway-Token": SECRET, "Proxy-Authorization": SECRET},
    "default_query": {"signature": SECRET},
}
RESPONSE = whole(CONTENTS["json"], "application/json")


def refused(status: int) -> bytes:
    body = b'{"type": "error", "error": {"type": "authentication_error", "message": "invalid x-api-key"}}'
    head = f"HTTP/1.1 {status} No\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\nset-cookie: {SECRET}\r\n"
    return head.encode() + b"retry-after-ms: 1\r\n\r\n" + body


ENDINGS: dict[str, tuple[Any, ...]] = {
    "a success": (RESPONSE,),
    "a refusal": (refused(401),),
    "an overload": (refused(529),),
    "a reset": (b"HTTP/1.1 200", RESET),
    "a cut stream": (sse(*HELLO[:3]), RESET),
    "not a response of the API": (whole(b"<html>", "text/html"),),
}


def said(both: Both, hostile: Hostile, call: Any, caplog: pytest.LogCaptureFixture) -> str:
    """All that a call leaves behind for others to read."""
    found: list[str] = []

    def body(client: Any) -> Any:
        found.extend([repr(client), repr(client.settings), repr(vars(client)), repr(client.messages)])
        try:
            value = yield from call(client)
            found.extend([repr(value), repr(getattr(value, "response", ""))])
            found.append(repr(pickle.dumps(value.response.attempts) if hasattr(value, "response") else ""))
        except APIError as error:
            found.extend([repr(error), str(error), repr(error.request), repr(vars(error))])
            found.append(repr(error.request.headers.raw if error.request else ""))
            found.append("".join(traceback.format_exception(error)))
            found.extend([str(error.request.url if error.request else ""), str(error.url)])
            found.append(repr(pickle.loads(pickle.dumps(error))))

    caplog.set_level(logging.DEBUG)
    both.run(body, **EVERYWHERE, base_url=hostile.url, max_retries=1, timeout=5.0)
    return "\n".join(
        [*found, *(record.getMessage() for record in caplog.records), *(str(r.args) for r in caplog.records)]
    )


def message(client: Any) -> Any:
    return (yield client.messages.create(**ASK))


def raw_response(client: Any) -> Any:
    return (yield client.messages.with_raw_response.create(**ASK))


def stream(client: Any) -> Any:
    yield items((yield client.messages.create(**ASK, stream=True)))


def helped(client: Any) -> Any:
    return (yield (yield entered(client.messages.stream(**ASK))).get_final_message())


@pytest.mark.parametrize("call", [message, raw_response, stream, helped])
@pytest.mark.parametrize("ending", ENDINGS)
def test_no_secret_and_no_prompt_comes_out_anywhere(
    both: Both, hostile: Hostile, call: Any, ending: str, caplog: pytest.LogCaptureFixture
) -> None:
    hostile.script(*ENDINGS[ending])

    text = said(both, hostile, call, caplog)

    assert "request headers: " in text
    for where in (SECRET, PROMPT, IMAGE[:40]):
        assert [line for line in text.splitlines() if where in line] == []


@pytest.mark.parametrize("options", [{"default_query": {"signature": SECRET}}, {}])
def test_the_values_of_a_query_are_kept_out_of_the_log_of_the_http_library(
    both: Both, hostile: Hostile, options: Any, caplog: pytest.LogCaptureFixture
) -> None:
    hostile.script(whole(b'{"data": []}', "application/json"))
    http: Any = httpx.AsyncClient() if both.is_async else httpx.Client()
    caplog.set_level(logging.INFO)

    def body(client: Any) -> Any:
        yield client.models.list(limit=3, extra_query={} if options else {"sig": SECRET})

    both.run(body, **options, base_url=hostile.url, http_client=http)

    (line,) = [record.getMessage() for record in caplog.records if record.name == "httpx"]
    assert "limit=3" in line
    assert "redacted" in line
    assert SECRET not in line


def test_an_error_shows_the_query_of_its_method_and_no_other(both: Both, hostile: Hostile) -> None:
    hostile.script(refused(401))

    with pytest.raises(APIError) as caught:
        both.run(
            lambda client: client.models.list(limit=3, after_id="m"),
            base_url=hostile.url,
            default_query={"signature": SECRET, "limit": 7},
        )

    assert caught.value.url == f"{hostile.url}/v1/models?signature=redacted&limit=3&after_id=m"


def test_a_pickled_error_has_no_secret(both: Both, hostile: Hostile) -> None:
    hostile.script(refused(401))

    with pytest.raises(APIError) as caught:
        both.run(message, **EVERYWHERE, base_url=hostile.url)

    error = caught.value
    error.response.headers.pop("set-cookie")  # type: ignore[attr-defined]  # of the server, and shown to its caller
    assert SECRET.encode() not in pickle.dumps(error)
    assert PROMPT.encode() not in pickle.dumps(error)


def test_a_key_that_is_missing_shows_no_other(both: Both) -> None:
    with pytest.raises(CredentialsError) as caught:
        both.run(message, api_key=None, admin_api_key=SECRET)

    assert SECRET not in str(caught.value)


# ---- the log ------------------------------------------------------------------------------------------------


PROGRAM = """
import sys
from claude_client import Client
with Client(api_key=sys.argv[2], base_url=sys.argv[1]) as client:
    client.messages.create(
        model="m",
        max_tokens=1,
        messages=[{"role": "user", "content": sys.argv[3]}, {"role": "user", "content": "aGVsbG8w" * 100}],
    )
"""


def logged(hostile: Hostile, **variables: str) -> str:
    """What a program that sets up no logging writes to its standard error."""
    hostile.script(RESPONSE)
    environment = {**os.environ, **variables}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, hostile.url, SECRET, PROMPT * 20],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert SECRET not in done.stderr + done.stdout
    return done.stderr


def test_a_program_that_asks_for_no_log_gets_none(hostile: Hostile) -> None:
    assert logged(hostile) == ""


def test_info_has_a_line_for_each_attempt(hostile: Hostile) -> None:
    text = logged(hostile, ANTHROPIC_LOG="info")

    assert f"POST {hostile.url}/v1/messages: 200 (attempt 1, " in text
    assert " s into the call)" in text
    assert "headers" not in text
    assert PROMPT not in text


def test_debug_has_the_headers_too_and_no_body(hostile: Hostile) -> None:
    text = logged(hostile, ANTHROPIC_LOG="debug")

    assert "request headers: " in text
    assert "'x-api-key': '[redacted]'" in text
    assert "response headers: " in text
    assert "'request-id': 'req_1'" in text
    assert PROMPT not in text


def test_bodies_are_shown_when_they_are_asked_for_and_shortened(hostile: Hostile) -> None:
    text = logged(hostile, ANTHROPIC_LOG="debug", ANTHROPIC_LOG_BODIES="1")

    assert f"{PROMPT}{PROMPT}" in text
    assert PROMPT * 20 not in text
    assert "... (440 characters)" in text
    assert "aGVsbG8waGVsbG8waGVs... (800 characters)" in text
    assert 'response body: {"id": "msg_1"' in text


@pytest.mark.parametrize(
    ("content", "kind", "expected"),
    [
        (b"", "application/json", "<empty>"),
        (b"\xff" * 1234, "image/png", "<image/png, 1,234 bytes>"),
        (b"[" * 100_000, "application/json", "<application/json, 100,000 bytes>"),
        (b'{"a": ["' + b"-" * 50 + b'"]}', "application/json", json.dumps({"a": ["-" * 50]})),
    ],
)
def test_a_body_of_any_kind_can_be_shown(content: bytes, kind: str, expected: str) -> None:
    assert logs.show_body(httpx.Response(200, content=content, headers={"content-type": kind})) == expected


def test_a_body_that_is_streamed_is_not_read_by_the_log() -> None:
    request = httpx.Request("POST", "https://x.example", content=iter([b"x"]), headers={"content-type": "a/b"})

    assert logs.show_body(request) == "<a/b, streamed>"


def test_a_client_on_the_sandbox_shows_no_key() -> None:
    assert "sk-" not in repr(Client(base_url="sandbox:"))


# ---- the sandbox --------------------------------------------------------------------------------------------


def test_the_sandbox_shows_and_records_no_secret(both: Both, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    server = {"type": "url", "url": "https://example.com/mcp", "name": "a", "authorization_token": SECRET}
    asking: Any = {**ASK, "mcp_servers": [server], "betas": ["mcp-client-2025-04-04"]}
    recording = tmp_path / "recording.json"

    def body(client: Any) -> Any:
        for options in (asking, {**asking, "model": "no-such-model"}):
            try:
                yield client.messages.create(**options)
                yield (yield entered(client.messages.stream(**options))).get_final_message()
            except APIError as error:
                shown.append(repr(error))

    shown: list[str] = []
    with Sandbox(api_keys=[SECRET]) as upstream, Sandbox(api_keys=[SECRET]) as sandbox:
        with sandbox.record(upstream=upstream.url, path=recording):
            both.run(body, **EVERYWHERE, base_url=sandbox.url)
        both.run(body, **{**EVERYWHERE, "api_key": None}, base_url=sandbox.url)
        pages = [httpx.get(each.url).text for each in (sandbox, upstream)]
        shown += [repr(each) for each in (*sandbox.requests, *upstream.requests)]
        shown += [repr(sandbox), repr(upstream)]

    assert "POST" in pages[0]
    said = capfd.readouterr()
    for text in (*pages, *shown, said.out, said.err, recording.read_text("utf-8")):
        assert SECRET not in text
    # A page shows how a prompt begins, and a recording has it whole: they are for that.
    for text in (*shown, said.out, said.err):
        assert PROMPT not in text
    assert all(IMAGE[:2000] not in page for page in pages)
