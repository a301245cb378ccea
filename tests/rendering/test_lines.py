"""Everything public has a `repr` of one line that says what it is looked up for."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

import claude_client
from both import Both, entered, items
from claude_client import AsyncClient, Client, tool
from claude_client.core.decoding import decode
from claude_client.rendering.lines import LINE_CHARACTERS
from claude_client.sandbox import Sandbox
from claude_client.types import ContentBlock, FileMetadata, Message, MessageBatch, Usage
from claude_client.types._model import Model

HI: dict[str, Any] = {
    "model": "claude-opus-5",
    "max_tokens": 100,
    "messages": [{"role": "user", "content": "Hi there"}],
}


def test_a_message_says_what_it_is_and_what_it_costs(make_message: Callable[..., Message]) -> None:
    message = make_message(
        {"type": "thinking", "thinking": "Hm. " * 500, "signature": "x" * 500},
        {"type": "text", "text": "It rains.\n" * 100},
        {"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {"city": "Paris"}},
        stop_reason="tool_use",
    )

    assert repr(message) == (
        "Message(id='msg_1', model='claude-opus-5', stop_reason='tool_use', text='"
        + ("It rains.\n" * 6)[:59].replace("\n", "\\n")
        + "…', tool_calls=['weather'], other_blocks=['thinking'], "
        "input_tokens=1234, cache_read_input_tokens=20000, output_tokens=5)"
    )


def test_usage_leaves_out_what_is_nothing() -> None:
    usage = decode(
        Usage,
        b'{"input_tokens": 6, "output_tokens": 0, "cache_read_input_tokens": 0, "service_tier": "batch",'
        b'"cache_creation": {"ephemeral_1h_input_tokens": 0, "ephemeral_5m_input_tokens": 0}}',
    )

    assert repr(usage) == "Usage(input_tokens=6, output_tokens=0, service_tier='batch')"


def test_a_batch_says_how_far_it_is() -> None:
    batch = decode(
        MessageBatch,
        b'{"id": "msgbatch_1", "type": "message_batch", "processing_status": "in_progress",'
        b'"created_at": "2026-11-20T10:00:00.123Z", "expires_at": "2026-11-21T10:00:00Z",'
        b'"request_counts": {"processing": 90000, "succeeded": 0, "errored": 0, "canceled": 0, "expired": 0}}',
    )

    assert repr(batch) == (
        "MessageBatch(id='msgbatch_1', processing_status='in_progress', processing=90000, "
        "created_at='2026-11-20 10:00:00+00:00')"
    )


def test_what_is_opaque_or_a_secret_is_not_shown() -> None:
    block = decode(ContentBlock, json.dumps({"type": "thinking", "thinking": "", "signature": "s" * 400}).encode())
    later = decode(ContentBlock, b'{"type": "grant", "access_token": "abc", "data": "short", "client_secret": "x"}')

    assert repr(block) == "ThinkingBlock(signature=<400 characters>, thinking='')"
    assert (
        repr(later) == "Unknown(type='grant', access_token=<3 characters>, data='short', client_secret=<1 characters>)"
    )


def test_a_line_is_bounded_however_much_came() -> None:
    nested: object = 1
    for _ in range(100):
        nested = [nested]
    wide = {f"field_{number}": "x" * 1000 for number in range(1000)}
    later = decode(ContentBlock, json.dumps({"type": "later", "nested": nested, **wide}).encode())

    assert len(repr(later)) < LINE_CHARACTERS * 2
    assert repr(later).startswith("Unknown(type='later', nested=[[[[…]]]], field_0='xxx")
    assert repr(later).endswith("…)")


def test_a_message_that_is_none_of_the_api_has_a_line_too() -> None:
    broken = decode(Message, b'{"type": "message", "content": {"a": [1, 2, 3, 4, 5]}, "usage": null}')

    assert repr(broken) == "Message(content={'a': [1, 2, 3, … 2 more]})"


def test_printing_still_shows_everything() -> None:
    file = decode(
        FileMetadata,
        json.dumps(
            {"id": "file_1", "type": "file", "created_at": "2026-11-20T10:00:00Z", "filename": "f" * 100,
             "mime_type": "text/plain", "size_bytes": 1}
        ).encode(),
    )  # fmt: skip

    assert "f" * 100 in str(file)
    assert "f" * 100 not in repr(file)


@pytest.mark.parametrize("name", ["_repr_html_", "_repr_markdown_", "_ipython_display_", "_repr_mimebundle_"])
def test_a_field_of_a_response_does_not_decide_how_it_is_shown(name: str) -> None:
    later = decode(ContentBlock, json.dumps({"type": "later", name: "<script>alert(1)</script>"}).encode())

    method = getattr(later, name)

    # What this package has no method of is a field, which is text; nothing calls that.
    assert isinstance(method, str) or "<script>" not in method()
    assert callable(method) is (name == "_repr_html_")
    assert "_repr_html_" not in {*Model.model_fields, *Message.model_fields}
    assert "<script>" not in later._repr_html_()


def test_whatever_a_client_gives_has_one_useful_line(on_sandbox: Both, told: Sandbox) -> None:
    @tool
    def weather(city: str) -> str:
        """The weather."""
        return city

    def body(client: Any) -> Any:
        seen: list[object] = [client, client.settings, client.beta, client.with_raw_response, client.organization]
        seen += [client.messages, client.messages.batches, client.messages.with_raw_response, weather]
        listing = client.models.list()
        if on_sandbox.is_async:
            seen.append(listing)
            listing = yield listing
        seen += [listing, listing.data[0]]
        message = yield client.messages.create(**HI)
        seen += [message, message.usage, message.content[0], message.response, message.response.rate_limits]
        raw = yield client.models.with_raw_response.retrieve("claude-opus-5")
        seen += [raw, raw.call.request, client.models.with_streaming_response.retrieve("claude-opus-5")]
        manager = client.messages.stream(**HI)
        seen.append(manager)
        stream = yield entered(manager)
        seen += [stream, *(yield items(stream))]
        seen += [stream.current_message_snapshot, client.messages.run_tools(**HI, tools=[weather])]
        seen.append((yield client.files.upload(file=("a.txt", b"hello"))))
        events = yield client.messages.create(**HI, stream=True)
        seen.append(events)
        seen += yield items(events.raw_events())
        try:
            yield client.models.retrieve("no-such-model")
        except claude_client.NotFoundError as error:
            seen += [error, *error.attempts]
        return seen

    for value in on_sandbox.run(body):
        line = repr(value)
        assert " object at 0x" not in line, line
        assert "\n" not in line
        assert told.api_key not in line
        assert len(line) <= LINE_CHARACTERS * 2, line


def test_the_lines_of_what_is_no_model() -> None:
    client = Client(base_url="sandbox:")

    assert repr(client.models) == ("<Models of Client(base_url='sandbox:', api_version='2023-06-01'): list, retrieve>")
    assert repr(AsyncClient(base_url="sandbox:").models.list()) == (
        "<AsyncPaginator: `await` gives its first page, `async for` all items; nothing has been sent>"
    )
    assert repr(client.messages.stream(**HI)) == "<MessageStreamManager: `with` sends the request and gives its stream>"


def test_an_error_says_what_happened_on_one_line() -> None:
    error = claude_client.APIConnectionError("no response\nfrom the API: " + "x" * 1000)

    assert repr(error).startswith("APIConnectionError('no response from the API: xxx")
    assert len(repr(error)) < 600
