from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claude_client.core.decoding import decode
from claude_client.streaming import MessageAccumulator
from claude_client.streaming.accumulate import EventOrderError
from claude_client.types import Message, RawMessageStreamEvent
from claude_client.types._tools import TruncatedInput
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


def test_a_fallback_names_the_model_that_replies() -> None:
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


def test_each_text_event_has_the_text_so_far() -> None:
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


def test_a_text_that_is_json_can_be_read_while_it_arrives() -> None:
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


def test_tool_input_that_is_not_json_is_kept_as_text() -> None:
    assert tool_input('{"a": oh}', stopped=True) == {"INVALID_JSON": '{"a": oh}'}


def test_unknown_deltas_are_taken_by_the_names_of_their_fields() -> None:
    message = made_of(
        message_start(),
        block_start(0, type="drawing", strokes="M0", colour=None),
        delta(0, "strokes_delta", strokes=" L1"),
        delta(0, "strokes_delta", strokes=" L2", colour="red", progress=0.5),
    )

    assert as_sent(message)["content"] == [{"type": "drawing", "strokes": "M0 L1 L2", "colour": "red"}]


def test_a_stop_of_a_block_that_never_began_and_an_empty_delta_change_nothing() -> None:
    _, meanings = accumulated(*HELLO[:3], block_stop(7), {"type": "content_block_delta"})
    assert [meaning and meaning.type for meaning in meanings[3:]] == ["skipped", None]

    message = made_of(*HELLO[:3], block_stop(7), {"type": "content_block_delta"}, {"type": "news"})
    assert as_sent(message)["content"] == [{"type": "text", "text": "Hel"}]


@pytest.mark.parametrize(
    "event",
    [
        delta(0, "text_delta", text="x"),
        block_start(0, type="text", text=""),
        block_stop(3),
        message_delta(),
        MESSAGE_STOP,
    ],
    ids=lambda event: str(event["type"]),
)
def test_an_event_before_the_message_began_is_out_of_order(event: Event) -> None:
    with pytest.raises(EventOrderError, match="before message_start"):
        accumulated(event)


def test_a_second_start_before_the_stop_is_out_of_order_once_there_is_a_block() -> None:
    with pytest.raises(EventOrderError, match="second message_start"):
        accumulated(*HELLO[:3], message_start(id="msg_2"))

    assert made_of(message_start(id="msg_1"), message_start(id="msg_2"), *HELLO[1:]).id == "msg_2"


@pytest.mark.parametrize(
    ("event", "content"),
    [
        (delta(0, "text_delta", text="x"), {"type": "text", "text": "x"}),
        (delta(0, "thinking_delta", thinking="x"), {"type": "thinking", "thinking": "x", "signature": ""}),
    ],
)
def test_text_and_thinking_begin_a_block_where_its_start_is_left_out(event: Event, content: Any) -> None:
    message = made_of(message_start(), event, event, block_stop(0), message_delta(), MESSAGE_STOP)

    field = "text" if content["type"] == "text" else "thinking"
    assert as_sent(message)["content"] == [{**content, field: "xx"}]


@pytest.mark.parametrize("type_", ["input_json_delta", "citations_delta", "signature_delta", "made_up_delta"])
def test_any_other_delta_without_its_block_is_out_of_order(type_: str) -> None:
    with pytest.raises(EventOrderError, match="index 0, which has no content_block_start"):
        accumulated(message_start(), delta(0, type_, partial_json="{}"))


def test_a_start_that_is_repeated_begins_one_block_and_one_after_others_a_new_one() -> None:
    start, piece = block_start(0, type="text", text=""), delta(0, "text_delta", text="x")

    assert made_of(message_start(), start, start, piece, block_stop(0)).text == "x"
    assert len(made_of(message_start(), start, start, piece, block_stop(0)).content) == 1
    several = made_of(message_start(), start, piece, block_stop(0), start, piece, start, piece, block_stop(0))
    assert [block.to_dict() for block in several.content] == [{"type": "text", "text": "x"}] * 3


def test_what_comes_after_the_stop_changes_nothing() -> None:
    accumulator, _ = accumulated(*HELLO)
    message = accumulator.message
    assert message is not None
    before = message.to_json()

    for event in [message_start(id="msg_2"), *HELLO[1:], delta(9, "text_delta", text="x"), block_stop(9)]:
        assert accumulator.add(decode(RawMessageStreamEvent, json.dumps(event))) is None  # type: ignore[arg-type]

    assert accumulator.message is message
    assert message.to_json() == before


def test_tool_input_may_go_on_behind_a_stop() -> None:
    start = block_start(0, type="tool_use", id="toolu_1", name="find", input={})
    pieces = [delta(0, "input_json_delta", partial_json=piece) for piece in ('{"a": [1', ", 2]}")]

    message: Any = made_of(message_start(), start, pieces[0], block_stop(0), pieces[1], block_stop(0), MESSAGE_STOP)

    assert message.content[0].input == {"a": [1, 2]}
    assert type(message.content[0].input) is dict


ODD: list[Any] = [None, 7, True, ["x"], {"x": 1}]


@pytest.mark.parametrize("odd", ODD)
@pytest.mark.parametrize(
    ("block", "type_", "field"),
    [
        ({"type": "text", "text": ""}, "text_delta", "text"),
        ({"type": "thinking", "thinking": "", "signature": ""}, "thinking_delta", "thinking"),
        ({"type": "tool_use", "id": "t", "name": "f", "input": {}}, "input_json_delta", "partial_json"),
    ],
)
def test_a_piece_that_is_not_text_is_passed_over(block: Any, type_: str, field: str, odd: Any) -> None:
    pieces: list[Any] = ['{"a": ', odd, "1}"]
    deltas = [delta(0, type_, **{field: piece}) for piece in pieces]

    accumulator, meanings = accumulated(message_start(), block_start(0, **block), *deltas, block_stop(0))

    whole: Any = {"a": 1} if "input" in block else '{"a": 1}'
    name = "input" if "input" in block else field
    assert getattr(accumulator.message.content[0], name) == whole  # type: ignore[union-attr]
    assert [meaning is None for meaning in meanings[2:5]] == [False, True, False]
    assert meanings[4].snapshot == whole
    if "input" in block:
        # What is null says nothing; anything else was a piece of the input.
        assert isinstance(accumulator.message.content[0].input, TruncatedInput) is (odd is not None)  # type: ignore[union-attr]


LOST: dict[str, Any] = {
    "a delta that is null": {"delta": None},
    "a delta that is text": {"delta": "x"},
    "a delta without a type": {"delta": {"partial_json": '{"a": 1}'}},
    "a delta of another type": {"delta": {"type": "input_json_delta_2", "partial_json": '{"a": 1}'}},
    "an index that is no number": {"index": {"x": 0}, "delta": {"type": "input_json_delta", "partial_json": "{}"}},
}


@pytest.mark.parametrize("lost", LOST)
@pytest.mark.parametrize("stops", [True, False])
def test_an_input_of_which_a_delta_cannot_be_read_is_not_whole(lost: str, stops: bool) -> None:
    odd = {"type": "content_block_delta", "index": 0, **LOST[lost]}
    start, stop = block_start(0, type="tool_use", id="t", name="f", input={}), [block_stop(0)] if stops else []

    message: Any = made_of(message_start(), start, odd, *stop, MESSAGE_STOP)

    assert isinstance(message.content[0].input, TruncatedInput)


@pytest.mark.parametrize("odd", ODD)
def test_values_of_another_type_do_not_keep_the_rest_from_being_read(odd: Any) -> None:
    start = message_start(content=odd, usage=odd, stop_reason=odd, model=odd)
    block = block_start(0, type="text", text=odd, citations=odd)
    end = {"type": "message_delta", "delta": {"stop_reason": odd}, "usage": {"output_tokens": odd}}
    events = [
        start,
        {"type": "content_block_start", "index": 5, "content_block": odd},
        block,
        {"type": "content_block_delta", "index": 0, "delta": odd},
        {"type": "content_block_delta", "index": odd, "delta": None},
        delta(0, "text_delta", text="Hi"),
        delta(0, "citations_delta", citation=odd),
        delta(0, "signature_delta", signature=odd),
        block_stop(0),
        {"type": "message_delta", "delta": odd, "usage": odd},
        end,
        message_delta(),
        MESSAGE_STOP,
    ]

    message = made_of(*events)

    assert message.text == "Hi"
    assert message.stop_reason == "end_turn"
    assert message.usage.output_tokens == 12
    assert message.tool_calls == []
    assert isinstance(message.citations, list)
    json.loads(message.to_json(warnings=False))


def test_a_stream_without_usage_gets_it_from_its_end() -> None:
    message = made_of(message_start(usage=None), *HELLO[1:])

    assert message.usage.output_tokens == 12


def test_an_event_without_a_type_is_passed_over() -> None:
    message, meant = accumulated(*HELLO[:3], {})

    assert meant[-1] is None
    assert message.message is not None
    assert message.message.text == made_of(*HELLO[:3]).text
