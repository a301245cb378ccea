from __future__ import annotations

import gc
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timezone
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claude_client.core.decoding import decode
from claude_client.core.json_decoding import DecodeError, parse_json
from claude_client.types import (
    Container,
    CostReport,
    Message,
    MessageBatch,
    ModelInfo,
    RawMessageStreamEvent,
    TextBlock,
    ToolUseBlock,
    Unknown,
    WebSearchResultBlock,
    WebSearchToolResultBlock,
)

RESPONSE: dict[str, Any] = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "claude-opus-5",
    "content": [
        {"type": "text", "text": "Hello", "citations": None},
        {"type": "tool_use", "id": "toolu_1", "name": "weather", "input": {"city": "Ulm", "days": [1, 2]}},
    ],
    "stop_reason": "end_turn",
    "stop_sequence": None,
    "usage": {"input_tokens": 3, "output_tokens": 5, "service_tier": "standard"},
}


def encode_message(**changes: object) -> bytes:
    return json.dumps({**RESPONSE, **changes}).encode()


def test_a_response_is_read_into_its_types() -> None:
    message = decode(Message, encode_message())

    assert isinstance(message.content[0], TextBlock)
    assert isinstance(message.content[1], ToolUseBlock)
    assert message.content[1].input == {"city": "Ulm", "days": [1, 2]}
    assert message.usage.output_tokens == 5
    assert message.usage.cache_creation is None


MANY = b"[" + b",".join([encode_message()] * 500) + b"]"


@pytest.fixture(params=[True, False], ids=["collector on", "collector off"])
def collector(request: pytest.FixtureRequest) -> Iterator[bool]:
    """Whether the garbage collector is on; it is set so."""
    before = gc.isenabled()
    (gc.enable if request.param else gc.disable)()
    yield request.param
    (gc.enable if before else gc.disable)()


@pytest.mark.parametrize("collector", [True], indirect=True)
def test_the_garbage_collector_does_not_run_while_a_large_response_is_read(collector: bool) -> None:
    decode(Message, encode_message())
    came: list[str] = []

    def note(phase: str, info: object) -> None:
        came.append(phase)

    gc.collect()
    gc.callbacks.append(note)
    try:
        decode(list[Message], MANY)
    finally:
        gc.callbacks.remove(note)

    assert came.count("start") <= 1  # behind it


@pytest.mark.parametrize("data", [MANY, MANY[:-1]], ids=["whole", "cut"])
def test_reading_a_large_response_leaves_the_garbage_collector_as_it_was(collector: bool, data: bytes) -> None:
    with suppress(DecodeError):
        decode(list[Message], data)

    assert gc.isenabled() is collector


def test_dates_are_datetimes_and_amounts_are_decimals() -> None:
    model = decode(
        ModelInfo,
        b'{"id":"m","type":"model","display_name":"M","created_at":"2026-02-04T00:00:00Z","lifecycle":"active"}',
    )
    bucket = {
        "starting_at": "2026-01-01T00:00:00Z",
        "ending_at": "2026-01-02T00:00:00Z",
        "results": [{"amount": "0.1", "currency": "USD"}],
    }
    report = decode(CostReport, json.dumps({"data": [bucket], "has_more": False}).encode())

    assert model.created_at == datetime(2026, 2, 4, tzinfo=timezone.utc)
    assert report.data[0].results[0].amount == Decimal("0.1")


def test_what_the_api_adds_is_kept_and_raises_nothing(caplog: pytest.LogCaptureFixture) -> None:
    new_block = {"type": "hologram", "depth": 3}

    message = decode(Message, encode_message(content=[new_block], stop_reason="bored", mood={"good": True}))

    assert isinstance(message.content[0], Unknown)
    assert message.content[0].to_dict() == new_block
    assert getattr(message.content[0], "depth") == 3  # noqa: B009  # checkers know no such field
    assert message.stop_reason == "bored"
    assert message.model_extra == {"mood": {"good": True}}
    assert caplog.records == []


def test_an_unknown_event_is_kept() -> None:
    event: object = decode(RawMessageStreamEvent, b'{"type":"message_pause","seconds":2}')  # type: ignore[arg-type]

    assert isinstance(event, Unknown)
    assert event.model_extra == {"type": "message_pause", "seconds": 2}


@pytest.mark.parametrize("body", [b"", b"<html>", b'{"id": "msg_1"', b"\xff"])
def test_a_body_that_is_not_json_is_refused(body: bytes) -> None:
    with pytest.raises(DecodeError, match="invalid JSON"):
        decode(Message, body)


@pytest.mark.parametrize(
    ("body", "what"), [(b"[]", "a list"), (b"null", "null"), (b'"hi"', "a string"), (b"3", "a number")]
)
def test_json_of_another_kind_is_refused(body: bytes, what: str) -> None:
    with pytest.raises(DecodeError, match=f"Message: expected an object, not {what}"):
        decode(Message, body)
    with pytest.raises(DecodeError, match="expected an object"):
        decode(RawMessageStreamEvent, body)  # type: ignore[arg-type]


def test_one_wrong_field_takes_the_type_of_no_other(caplog: pytest.LogCaptureFixture) -> None:
    usage = {**RESPONSE["usage"], "input_tokens": "many"}
    content = [{"type": "text", "text": 7, "citations": None}, RESPONSE["content"][1], {"type": "hologram"}]

    with caplog.at_level(logging.WARNING, "claude_client"):
        message = decode(
            Message, encode_message(usage=usage, content=content, container={"id": "c", "expires_at": "soon"})
        )

    assert message.usage.input_tokens == "many"
    assert message.usage.output_tokens == 5
    assert isinstance(message.content[0], TextBlock)
    assert message.content[0].text == 7
    assert isinstance(message.content[1], ToolUseBlock)
    assert isinstance(message.content[2], Unknown)
    assert message.container is not None
    assert message.container.expires_at == "soon"


def test_the_log_names_type_and_fields_and_no_value(caplog: pytest.LogCaptureFixture) -> None:
    class Told(Message):
        """A type that the log has not told of before."""

    usage = {**RESPONSE["usage"], "input_tokens": "a secret"}

    with caplog.at_level(logging.WARNING, "claude_client"):
        decode(Told, encode_message(usage=usage, content=[{"type": "text", "text": ["a secret"], "citations": None}]))

    (record,) = caplog.records
    assert "Told" in record.getMessage()
    assert "usage.input_tokens" in record.getMessage()
    assert "content.0.text" in record.getMessage()
    assert "secret" not in record.getMessage()


def test_the_log_names_a_field_once(caplog: pytest.LogCaptureFixture) -> None:
    class ToldOnce(Message):
        """A type that the log has not told of before."""

    several = encode_message(content=[{"type": "text", "text": 7, "citations": None}] * 3)

    with caplog.at_level(logging.WARNING, "claude_client"):
        for _ in range(3):
            decode(ToldOnce, several)
        decode(ToldOnce, encode_message(content=[{"type": "text", "text": 7, "citations": None}], id=7))

    first, second = [record.getMessage().partition(": kept")[2] for record in caplog.records]
    assert first.endswith(": content.0.text")
    assert second.endswith(": id")


def test_the_log_stays_short_whatever_a_server_sends(caplog: pytest.LogCaptureFixture) -> None:
    class ToldShortly(Message):
        """A type that the log has not told of before."""

    wrong = {f"field_{number}": {"type": 7} for number in range(50)}
    tools = [{"type": "tool_addition", "definition": {"name": "f", "type": "chisel"}}]
    content = [
        *({"type": "text", "text": 7, "citations": None, **wrong} for _ in range(50)),
        {"type": "server_tool_use", "id": 1, "name": 2, "input": 3, "caller": 4},
        {"type": "compaction", "content": 5, "encrypted_content": 6, "tool_changes": tools},
    ]

    with caplog.at_level(logging.WARNING, "claude_client"):
        decode(ToldShortly, encode_message(content=content, usage=7, model=7, id=7, role=7, stop_sequence=7))
        with pytest.raises(DecodeError) as raised:
            decode(Message, encode_message(content=[{"type": "hologram"}] * 50), strict=True)

    assert max(len(record.getMessage()) for record in caplog.records) < 500
    assert len(str(raised.value)) < 1000


@pytest.mark.parametrize("how", ["missing", "null"])
def test_a_field_that_every_item_of_a_page_lacks_is_told_of_once_and_costs_no_second_walk(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    item = {
        "id": "m",
        "type": "model",
        "display_name": "M",
        "lifecycle": "active",
        "created_at": "2026-02-04T00:00:00Z",
    }
    lacking = {**item, "created_at": None} if how == "null" else {k: v for k, v in item.items() if k != "created_at"}
    calls: list[str] = []

    def count(frame: Any, event: str, _argument: object) -> None:
        if event == "call" and "claude_client" in frame.f_code.co_filename:
            calls.append(frame.f_code.co_name)

    decode(list[ModelInfo], json.dumps([item]).encode())
    with caplog.at_level(logging.WARNING, "claude_client"):
        sys.setprofile(count)
        try:
            models = decode(list[ModelInfo], json.dumps([lacking] * 300).encode())
        finally:
            sys.setprofile(None)

    assert [model.created_at for model in models] == [None] * 300
    assert "construct" not in calls
    assert len(caplog.records) <= 1
    with pytest.raises(DecodeError, match=r"0\.created_at: missing or null"):
        decode(list[ModelInfo], json.dumps([lacking]).encode(), strict=True)


def test_a_missing_field_reads_as_none_and_is_not_sent_back() -> None:
    fields = {name: value for name, value in RESPONSE.items() if name != "usage"}

    message = decode(Message, json.dumps(fields).encode())

    assert message.usage is None
    assert "usage" not in message.to_dict()


def test_a_wrong_field_leaves_an_unknown_enum_value_alone(caplog: pytest.LogCaptureFixture) -> None:
    message = decode(Message, encode_message(stop_reason="bored", id=4))

    assert message.stop_reason == "bored"
    assert "stop_reason" not in caplog.text


def test_a_list_in_a_union_keeps_its_types_beside_a_wrong_item() -> None:
    result = {"type": "web_search_result", "url": "u", "title": "t", "encrypted_content": "e"}
    block = {"type": "web_search_tool_result", "tool_use_id": "s", "content": [result, {**result, "url": 5}]}

    message = decode(Message, encode_message(content=[block]))

    assert isinstance(message.content[0], WebSearchToolResultBlock)
    assert isinstance(message.content[0].content, list)
    assert all(isinstance(item, WebSearchResultBlock) for item in message.content[0].content)


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"mood": 1}, "mood"),
        ({"content": [{"type": "text", "text": "x", "citations": None, "font": 1}]}, "content.0.font"),
        ({"content": [{"type": "hologram"}]}, "content.0"),
        ({"stop_reason": "bored"}, "stop_reason"),
        ({"usage": {"input_tokens": "3", "output_tokens": 5}}, "usage.input_tokens"),
        ({"id": None}, "id"),
    ],
)
def test_read_strictly_what_is_not_foreseen_is_an_error_that_names_the_place(
    changes: dict[str, object], place: str
) -> None:
    decode(Message, encode_message(), strict=True)

    with pytest.raises(DecodeError, match=place.replace(".", r"\.")):
        decode(Message, encode_message(**changes), strict=True)


def test_read_strictly_a_date_is_still_a_string_in_json() -> None:
    batch = {
        "id": "b",
        "type": "message_batch",
        "created_at": "2026-01-01T00:00:00Z",
        "expires_at": "2026-01-02T00:00:00Z",
        "processing_status": "ended",
        "request_counts": {"canceled": 0, "errored": 0, "expired": 0, "processing": 0, "succeeded": 1},
    }

    assert decode(MessageBatch, json.dumps(batch).encode(), strict=True).expires_at.day == 2


def tool_change(definition: dict[str, object]) -> bytes:
    change = {"type": "tool_addition", "tool": {"type": "tool_definition", "definition": definition}}
    return encode_message(
        content=[{"type": "compaction", "content": None, "encrypted_content": None, "tool_changes": [change]}]
    )


def test_types_that_are_imported_late_are_read_like_the_others() -> None:
    from claude_client.types.responses.tools import ResponseTool

    message = decode(Message, tool_change({"name": "f", "input_schema": {"type": "object", "x": 1}}))

    change: Any = message.content[0]
    definition = change.tool_changes[0].tool.definition
    assert isinstance(definition, ResponseTool)
    assert definition.name == "f"
    assert (
        decode(Message, tool_change({"name": "f", "input_schema": {"type": "object", "x": 1}}), strict=True) == message
    )
    with pytest.raises(DecodeError):
        decode(
            Message,
            tool_change({"name": "f", "input_schema": {"type": "object"}, "type": "custom", "deep": 1}),
            strict=True,
        )
    with pytest.raises(DecodeError):
        decode(Message, tool_change({"name": "f", "type": "chisel"}), strict=True)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**6), 10**6) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from([*RESPONSE, "container", "diagnostics", "new"]), json_values, max_size=4))
def test_no_object_makes_a_message_raise(changes: dict[str, object]) -> None:
    message = decode(Message, encode_message(**changes))

    sent_back = json.loads(message.to_json(warnings=False))
    assert sent_back.keys() == {**RESPONSE, **changes}.keys()


RARE: dict[str, Any] = {
    "type": "web_search_tool_result",
    "tool_use_id": "srvtoolu_1",
    "content": [{"type": "web_search_result", "title": "Ulm", "url": "https://ulm.de", "encrypted_content": "x"}],
}


@pytest.mark.parametrize("strict", [False, True])
def test_a_block_whose_type_is_imported_late_is_read_into_it(strict: bool) -> None:
    rare = {**RARE, "content": [{**RARE["content"][0], "page_age": None}], "caller": {"type": "direct"}}

    block = decode(Message, encode_message(content=[rare]), strict=strict).content[0]

    assert isinstance(block, WebSearchToolResultBlock)
    assert isinstance(block.content, list)
    assert isinstance(block.content[0], WebSearchResultBlock)
    assert block.to_dict() == rare


def test_a_value_of_a_wrong_type_within_a_type_imported_late_is_kept() -> None:
    message = decode(
        Message, encode_message(content=[{**RARE, "tool_use_id": 7}], container={"id": 5, "expires_at": "soon"})
    )

    assert isinstance(message.content[0], WebSearchToolResultBlock)
    assert vars(message.content[0])["tool_use_id"] == 7
    assert isinstance(message.container, Container)
    assert vars(message.container)["id"] == 5


def test_a_first_response_imports_only_the_types_that_it_holds() -> None:
    program = (
        "import sys, json\n"
        "from claude_client.core.decoding import decode\n"
        "from claude_client.types import Message\n"
        "rare = {'citations', 'server_content', 'message_details', 'tools'}\n"
        "def there(): return sorted(rare & {name.rpartition('.')[2] for name in sys.modules if '.responses.' in name})\n"
        f"decode(Message, {encode_message()!r}); print(there())\n"
        f"decode(Message, {encode_message(content=[RARE])!r}); print(there())\n"
    )

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)

    assert done.stdout == "[]\n['server_content']\n"


# ---- JSON as other languages write it ----------------------------------------------------------------------


def with_text(text: bytes) -> bytes:
    """A message whose text is written as `text`."""
    return encode_message(content=[{"type": "text", "text": "HERE"}]).replace(b"HERE", text)


@pytest.mark.parametrize("strict", [False, True])
@pytest.mark.parametrize(
    ("written", "read"),
    [
        (rb"half \ud83d", "half \ufffd"),
        (rb"\ude00 half", "\ufffd half"),
        (rb"whole \ud83d\ude00", "whole \U0001f600"),
        (rb"swapped \ude00\ud83d", "swapped \ufffd\ufffd"),
        (b"no UTF-8: \xff", "no UTF-8: \ufffd"),
        (b"each half encoded: \xed\xa0\xbd\xed\xb8\x80", "each half encoded: \U0001f600"),
        (b"a\tb\nc", "a\tb\nc"),
        (rb"\u0000", "\0"),
        (b"\x7f\xc2\x85\xe2\x80\xa8", "\x7f\x85\u2028"),
    ],
)
def test_no_character_makes_a_message_unreadable(written: bytes, read: str, strict: bool) -> None:
    data = with_text(written)
    usage = json.dumps({"input_tokens": 3, "output_tokens": 5, "service_tier": "standard"}).encode()
    assert usage in data

    message = decode(Message, data, strict=strict)

    assert message.text == read
    assert json.loads(message.to_json())["content"][0]["text"] == read


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le"])
def test_the_encodings_that_json_loads_detects_are_read(encoding: str) -> None:
    data = json.dumps({**RESPONSE, "stop_sequence": "größer \U0001f600"}, ensure_ascii=False).encode(encoding)

    assert decode(Message, data).stop_sequence == json.loads(data)["stop_sequence"]
    assert decode(Message, data, strict=True).stop_sequence == "größer \U0001f600"


@pytest.mark.parametrize(
    "written", ["NaN", "-Infinity", "1E400", "-0", "1" * 40, '{"a": 1, "a": 2}', "0.1e-3", "[" * 300 + "]" * 300]
)
def test_tool_input_is_read_as_json_loads_reads_it(written: str) -> None:
    input = f'{{"value": {written}, "text": "\\ud83d"}}'
    data = encode_message(content=[{"type": "tool_use", "id": "t", "name": "f", "input": "HERE"}]).replace(
        b'"HERE"', input.encode()
    )

    block = decode(Message, data).content[0]

    assert isinstance(block, ToolUseBlock)
    assert repr(block.input["value"]) == repr(json.loads(written))


@pytest.mark.parametrize("text", ['{"a": ', "{a: 1}", "{'a': 1}", "[" * 100_000, "", "\ufeff", "\ud83d"])
def test_what_is_not_json_is_refused(text: str) -> None:
    with pytest.raises(DecodeError):
        parse_json(text)
    with pytest.raises(DecodeError):
        decode(Message, text)
