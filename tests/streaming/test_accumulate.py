from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claude_client.core.decoding import decode
from claude_client.streaming import MessageAccumulator
from claude_client.types import Message, RawMessageStreamEvent
from hostile import (
    HELLO,
    MESSAGE_STOP,
    Event,
    block_start,
    block_stop,
    delta,
    message_delta,
    message_start,
    text_block,
)


def accumulated(*events: Event) -> tuple[MessageAccumulator, list[Any]]:
    """What the events make, and what each of them meant."""
    message = MessageAccumulator()
    return message, [message.add(decode(RawMessageStreamEvent, json.dumps(event))) for event in events]  # type: ignore[arg-type]


def made_of(*events: Event) -> Message:
    message = accumulated(*events)[0].message
    assert message is not None
    return message


def as_sent(message: Message) -> Any:
    return json.loads(message.to_json())


# ---- the message equals the one that comes whole ---------------------------------------------------------

TEXTS = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
INPUTS = st.dictionaries(TEXTS, st.none() | st.integers() | TEXTS | st.lists(TEXTS), max_size=5)
BLOCKS = st.one_of(
    st.builds(lambda text: {"type": "text", "text": text}, TEXTS),
    st.builds(
        lambda text, cited: {
            "type": "text",
            "text": text,
            "citations": [
                {"type": "char_location", "cited_text": cite, "document_index": 0, "start_char_index": 0,
                 "end_char_index": 1, "document_title": None, "file_id": None}
                for cite in cited
            ],
        },
        TEXTS,
        st.lists(TEXTS, min_size=1, max_size=3),
    ),
    st.builds(
        lambda thinking, signature: {"type": "thinking", "thinking": thinking, "signature": signature}, TEXTS, TEXTS
    ),
    st.builds(lambda input: {"type": "tool_use", "id": "toolu_1", "name": "find", "input": input}, INPUTS),
    st.builds(
        lambda input: {"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": input}, INPUTS
    ),
    st.just({"type": "web_search_tool_result", "tool_use_id": "srvtoolu_1", "content": [
        {"type": "web_search_result", "title": "t", "url": "u", "encrypted_content": "e", "page_age": None}]}),
    st.builds(lambda text: {"type": "compaction", "content": text, "encrypted_content": "e"}, TEXTS),
    st.builds(lambda text: {"type": "invented_later", "text": text, "other": [1, {"two": 3}]}, TEXTS),
)  # fmt: skip
USAGES = st.fixed_dictionaries(
    {"output_tokens": st.integers(0)},
    optional={
        "input_tokens": st.integers(0),
        "cache_read_input_tokens": st.none() | st.integers(0),
        "server_tool_use": st.just({"web_search_requests": 1, "web_fetch_requests": 0}),
        "invented_later": st.integers(),
    },
)


def streamed(index: int, block: dict[str, Any], data: st.DataObject) -> list[Event]:
    """The events by which the API sends a block that ends up as `block`."""
    empty, deltas = dict(block), list[Event]()

    def pieces(text: str) -> list[str]:
        marks = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=4)))
        return [text[start:end] for start, end in zip([0, *marks], [*marks, len(text)], strict=True)]

    if "text" in block:
        empty["text"] = ""
        deltas += [delta(index, "text_delta", text=piece) for piece in pieces(block["text"])]
    if "citations" in block:
        empty["citations"] = []
        deltas += [delta(index, "citations_delta", citation=citation) for citation in block["citations"]]
    if "thinking" in block:
        empty.update(thinking="", signature="")
        deltas += [delta(index, "thinking_delta", thinking=piece) for piece in pieces(block["thinking"])]
        deltas.append(delta(index, "signature_delta", signature=block["signature"]))
    if "input" in block:
        empty["input"] = {}
        deltas += [delta(index, "input_json_delta", partial_json=piece) for piece in pieces(json.dumps(block["input"]))]
    if block["type"] == "compaction":
        empty.update(content=None, encrypted_content=None)
        deltas.append(delta(index, "compaction_delta", content=block["content"], encrypted_content="e"))
    return [block_start(index, **empty), *deltas, block_stop(index)]


@settings(deadline=None)
@given(st.lists(BLOCKS, max_size=4), USAGES, st.booleans(), st.data())
def test_a_streamed_message_is_the_one_that_would_have_come_whole(
    blocks: list[dict[str, Any]], usage: dict[str, Any], looked_at: bool, data: st.DataObject
) -> None:
    start = message_start()
    stop = {
        "type": "message_delta",
        "delta": {"stop_reason": "tool_use", "stop_sequence": None, "container": {"id": "c", "expires_at": "2026-01-01T00:00:00Z"}},
        "usage": usage,
        "context_management": {"applied_edits": []},
    }  # fmt: skip
    events = [event for index, block in enumerate(blocks) for event in streamed(index, block, data)]

    message = MessageAccumulator()
    for event in [start, *events, stop, MESSAGE_STOP]:
        meaning = message.add(decode(RawMessageStreamEvent, json.dumps(event)))  # type: ignore[arg-type]
        if looked_at:
            repr(meaning)
            repr(message.message)

    kept = {name: value for name, value in usage.items() if value is not None or name not in start["message"]["usage"]}
    whole = {
        **start["message"],
        "content": blocks,
        "stop_reason": "tool_use",
        "container": stop["delta"]["container"],
        "usage": {**start["message"]["usage"], **kept},
        "context_management": {"applied_edits": []},
    }
    assert message.message == decode(Message, json.dumps(whole))
    assert as_sent(message.message) == whole  # type: ignore[arg-type]


def test_null_replaces_nothing() -> None:
    container = {"id": "c", "expires_at": "2026-01-01T00:00:00Z"}
    end = message_delta()
    end["delta"]["container"] = None
    end["usage"]["input_tokens"] = None

    message = made_of(message_start(container=container), end)

    assert message.container is not None
    assert message.usage.input_tokens == 3


def test_totals_replace_totals() -> None:
    message = made_of(message_start(), message_delta(output_tokens=5), message_delta(output_tokens=9))

    assert message.usage.output_tokens == 9


def test_a_fallback_names_the_model_that_answers() -> None:
    block = block_start(
        0, type="fallback", **{"from": {"model": "claude-opus-5"}, "to": {"model": "claude-sonnet-5"}}, trigger={}
    )

    message = made_of(message_start(), block, block_stop(0), message_delta())

    assert message.model == "claude-sonnet-5"


def test_the_events_stay_as_they_came() -> None:
    accumulator = MessageAccumulator()
    events = [decode(RawMessageStreamEvent, json.dumps(event)) for event in HELLO]  # type: ignore[arg-type]

    for event in events:
        accumulator.add(event)

    assert [event.to_dict() for event in events] == HELLO


# ---- what an event means ---------------------------------------------------------------------------------


def test_text_grows() -> None:
    _, meanings = accumulated(message_start(), *text_block(0, ["One, ", "two", "."]))

    texts = [event for event in meanings if event is not None and event.type == "text"]
    assert [event.text for event in texts] == ["One, ", "two", "."]
    assert [event.snapshot for event in texts] == ["One, ", "One, two", "One, two."]


def test_snapshots_can_be_looked_at_in_any_order() -> None:
    pieces = ['{"a": [1', ", 2", "], ", '"b": "x', 'y"}']
    deltas = [delta(0, "input_json_delta", partial_json=piece) for piece in pieces]
    block = block_start(0, type="tool_use", id="toolu_1", name="find", input={})
    _, meanings = accumulated(message_start(), block, *deltas)

    events = meanings[2:]
    expected: list[Any] = [{"a": [1]}, {"a": [1, 2]}, {"a": [1, 2]}, {"a": [1, 2]}, {"a": [1, 2], "b": "xy"}]
    assert [event.snapshot for event in reversed(events)] == expected[::-1]
    assert [event.snapshot for event in events] == expected
    assert [event.partial_json for event in events] == pieces


def test_a_text_that_is_json_can_be_read_while_it_grows() -> None:
    _, meanings = accumulated(message_start(), *text_block(0, ['{"city": "Par']))

    assert meanings[2].parsed_snapshot() == {"city": "Par"}


def test_a_stop_brings_the_block_and_the_message() -> None:
    accumulator, meanings = accumulated(*HELLO)

    block, message = meanings[-3], meanings[-1]
    assert (block.type, block.index, block.content_block.text) == ("content_block_stop", 0, "Hello you")
    assert message.type == "message_stop"
    assert message.message is accumulator.message
    assert message.message.content[0] is block.content_block


def test_events_can_be_dumped() -> None:
    _, meanings = accumulated(message_start(), *text_block(0, ["a", "b"]))

    assert meanings[3].to_dict() == meanings[3].model_dump() == {"type": "text", "text": "b", "snapshot": "ab"}
    assert json.loads(meanings[3].to_json()) == json.loads(meanings[3].model_dump_json()) == meanings[3].to_dict()
    assert repr(meanings[3]) == "TextEvent(text='b', snapshot='ab')"
    assert meanings[3] != meanings[2]


def test_thinking_signatures_citations_and_compaction_have_events() -> None:
    citation = {
        "type": "char_location",
        "cited_text": "x",
        "document_index": 0,
        "start_char_index": 0,
        "end_char_index": 1,
    }
    _, meanings = accumulated(
        message_start(),
        block_start(0, type="thinking", thinking="", signature=""),
        delta(0, "thinking_delta", thinking="Hm", estimated_tokens=3),
        delta(0, "signature_delta", signature="abc"),
        block_start(1, type="text", text=""),
        delta(1, "citations_delta", citation=citation),
        block_start(2, type="compaction", content=None, encrypted_content=None),
        delta(2, "compaction_delta", content="all", encrypted_content="e"),
    )

    assert [event.to_dict() for event in meanings if event is not None] == [
        {"type": "thinking", "thinking": "Hm", "snapshot": "Hm"},
        {"type": "signature", "signature": "abc"},
        {"type": "citation", "citation": citation, "snapshot": [citation]},
        {"type": "compaction", "content": "all", "encrypted_content": "e"},
    ]


# ---- what is not as it should be -------------------------------------------------------------------------


def tool_input(text: str, *, stopped: bool) -> Any:
    events = [
        block_start(0, type="tool_use", id="toolu_1", name="find", input={}),
        delta(0, "input_json_delta", partial_json=text),
        *([block_stop(0)] if stopped else []),
    ]
    block: Any = made_of(message_start(), *events).content[0]
    return block.input


@pytest.mark.parametrize("stopped", [True, False])
def test_tool_input_that_is_cut_off_has_the_values_that_are_whole(stopped: bool) -> None:
    assert tool_input('{"a": 1, "b": "x', stopped=stopped) == {"a": 1}


def test_tool_input_that_is_no_json_is_kept_as_text() -> None:
    assert tool_input('{"a": oh}', stopped=True) == {"INVALID_JSON": '{"a": oh}'}


def test_unknown_deltas_are_taken_by_the_names_of_their_fields() -> None:
    message = made_of(
        message_start(),
        block_start(0, type="drawing", strokes="M0", colour=None),
        delta(0, "strokes_delta", strokes=" L1"),
        delta(0, "strokes_delta", strokes=" L2", colour="red", progress=0.5),
    )

    assert as_sent(message)["content"] == [{"type": "drawing", "strokes": "M0 L1 L2", "colour": "red"}]


def test_events_that_fit_nothing_change_nothing() -> None:
    accumulator, meanings = accumulated(delta(0, "text_delta", text="x"), MESSAGE_STOP, block_stop(3), message_delta())
    assert (accumulator.message, meanings) == (None, [None] * 4)

    message = made_of(*HELLO[:3], delta(7, "text_delta", text="x"), block_stop(7), {"type": "content_block_delta"})
    assert as_sent(message)["content"] == [{"type": "text", "text": "Hel"}]
