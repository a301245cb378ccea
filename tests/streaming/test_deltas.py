"""Deltas that arrive together are read at once. What they give is what they give one by one."""

from __future__ import annotations

import json
import pickle
from typing import Any, cast

import pytest

from both import Both, entered, items
from claude_client import APIResponseValidationError, OverloadedError
from claude_client.core.decoding import decode
from claude_client.streaming import TextEvent
from claude_client.streaming.accumulate import MessageAccumulator
from claude_client.types import RawMessageStreamEvent
from hostile import HELLO, Hostile, error_event, message_start, sse, whole

ASK: Any = {"model": "claude-opus-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Hello"}]}

TEXTS = ["Hello", " you", "", " ", '"}}', "\\", "\n", "\u2028", "\u00e9", "\U0001f600", '","text":"', "{}", "}} "]
INPUT = ['{"a', '": [1, ', '"}}', '", {"b": "', "\\u00e9", "\\", "n", '"}', "]", "}"]


def delta(piece: str, index: int = 0, kind: str = "text", **more: Any) -> dict[str, Any]:
    field = {"input_json": "partial_json"}.get(kind, kind)
    return {"type": "content_block_delta", "index": index, "delta": {"type": f"{kind}_delta", field: piece, **more}}


def block(index: int, **content_block: Any) -> list[dict[str, Any]]:
    return [{"type": "content_block_start", "index": index, "content_block": content_block}]


def stop(index: int) -> dict[str, Any]:
    return {"type": "content_block_stop", "index": index}


TEXT = block(0, type="text", text="")
CITATION = {"type": "char_location", "cited_text": "x", "document_index": 0, "start_char_index": 0, "end_char_index": 1}
BODIES: dict[str, list[dict[str, Any]]] = {
    "text": [*TEXT, *map(delta, TEXTS * 3), stop(0)],
    "thinking, text and a tool": [
        *block(0, type="thinking", thinking="", signature=""),
        *(delta(piece, kind="thinking") for piece in TEXTS),
        {"type": "content_block_delta", "index": 0, "delta": {"type": "signature_delta", "signature": "s"}},
        stop(0),
        *block(1, type="text", text="So: "),
        *(delta(piece, 1) for piece in TEXTS),
        stop(1),
        *block(2, type="tool_use", id="toolu_1", name="save", input={}),
        *(delta(piece, 2, "input_json") for piece in INPUT),
        stop(2),
    ],
    "two blocks at once": [
        *TEXT,
        *block(1, type="text", text=""),
        *(delta(piece, number % 2) for number, piece in enumerate(TEXTS * 2)),
        *(delta(piece, number // 5 % 2) for number, piece in enumerate(TEXTS * 2)),
        stop(0),
        stop(1),
    ],
    "citations in between": [
        *TEXT,
        *map(delta, TEXTS),
        {"type": "content_block_delta", "index": 0, "delta": {"type": "citations_delta", "citation": CITATION}},
        *map(delta, TEXTS),
        stop(0),
    ],
    "unknown fields": [
        *TEXT,
        *map(delta, TEXTS),
        *(delta(piece, more=number) for number, piece in enumerate(TEXTS)),
        *({**delta(piece), "more": {"a": 1}} for piece in TEXTS),
        stop(0),
    ],
    "other types": [*TEXT, *map(delta, TEXTS), delta(None), delta(5), *map(delta, TEXTS), stop(0)],  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]  # what the API does not send
    "no start of the block": [*map(delta, TEXTS), stop(0)],
    "a block that went on after its stop": [*TEXT, *map(delta, TEXTS), stop(0), *map(delta, TEXTS)],
}


def body_of(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [message_start(), *events, *HELLO[-2:]]


def _blanks(event: dict[str, Any], number: int) -> str:
    data = json.dumps(event, separators=(",", ":"))
    return data[:-1] + " " * (number % 7) + "}" + " " * (number % 3)


def _reordered(event: dict[str, Any]) -> dict[str, Any]:
    changed = dict(reversed(event.items()))
    if isinstance(changed.get("delta"), dict):
        changed["delta"] = dict(reversed(changed["delta"].items()))
    return changed


FORMS: dict[str, Any] = {
    "compact": lambda event, _: json.dumps(event, separators=(",", ":"), ensure_ascii=False),
    "with blanks": lambda event, _: json.dumps(event),
    "padded by the API": _blanks,
    "in another order": lambda event, _: json.dumps(_reordered(event)),
    "now so, now so": lambda event, number: json.dumps(event if number % 5 else _reordered(event)),
}


def frames(events: list[dict[str, Any]], form: Any) -> list[bytes]:
    return [f"event: {each['type']}\ndata: {form(each, i)}\n\n".encode() for i, each in enumerate(events)]


def shown(events: list[Any]) -> list[Any]:
    """All that can be told of events, the order of their fields too."""
    fields = [getattr(event, "__dict__", {}) for event in events]
    shown = [(type(event), repr(event), str(event), getattr(event, "snapshot", None)) for event in events]
    return [
        (*each, [*own], [*vars(own["delta"])] if "delta" in own else [])
        for each, own in zip(shown, fields, strict=True)
    ]


def read_one_by_one(parts: list[bytes]) -> tuple[list[Any], list[Any], Any]:
    """What pydantic makes of each event alone, the events of the helper, and the message."""
    raw: list[Any] = []
    helped: list[Any] = []
    message = MessageAccumulator()
    for part in parts:
        event: Any = decode(cast("Any", RawMessageStreamEvent), part.partition(b"data: ")[2])
        raw.append(event)
        means = message.add(event)
        if means is None or not means.type.endswith(("_stop", "skipped")):
            helped.append(event)
        if means is not None and means.type != "skipped":
            helped.append(means)
    return raw, helped, message.message


@pytest.mark.parametrize("name", BODIES)
def test_deltas_that_come_together_give_what_they_give_one_by_one(both: Both, hostile: Hostile, name: str) -> None:
    forms = [frames(body_of(BODIES[name]), form) for form in FORMS.values()]
    for parts in forms:
        for _ in range(4):
            hostile.script(whole(b"".join(parts)))

    def body(client: Any) -> Any:
        for parts in forms:
            expected_raw, expected_helped, expected_message = read_one_by_one(parts)

            raw = yield items((yield client.messages.create(**ASK, stream=True)))
            by_event = yield entered(client.messages.stream(**ASK))
            helped = yield items(by_event)
            by_text = yield entered(client.messages.stream(**ASK))
            texts = yield items(by_text.text_stream)
            unseen = yield entered(client.messages.stream(**ASK))

            assert shown(raw) == shown(expected_raw)
            assert shown(helped) == shown(expected_helped)
            assert texts == [event.text for event in expected_helped if isinstance(event, TextEvent)]
            for stream in (by_event, by_text, unseen):
                message = yield stream.get_final_message()
                assert message.to_dict(warnings=False) == expected_message.to_dict(warnings=False)
                assert repr(message) == repr(expected_message)

    both.run(body)


def test_events_that_come_together_are_values_of_their_own(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(*body_of([*TEXT, *map(delta, TEXTS), stop(0)]))))

    def body(client: Any) -> Any:
        events = yield items((yield client.messages.create(**ASK, stream=True)))
        first, second, *_ = [event for event in events if event.type == "content_block_delta"]
        first.delta.more = "more"
        first.delta.model_fields_set.add("more")
        first.model_fields_set.add("more")
        first.index = 7

        assert second.to_dict() == delta(" you")
        assert pickle.loads(pickle.dumps(second)) == second == second.model_copy(deep=True)
        assert type(second).model_validate(second.to_dict()) == second
        assert (second.model_extra, second.model_fields_set) == ({}, {"type", "index", "delta"})
        assert (second.delta.model_extra, second.delta.model_fields_set) == ({}, {"type", "text"})

    both.run(body)


@pytest.mark.parametrize("way", ["create", "stream", "text_stream", "get_final_message"])
def test_what_cannot_be_read_is_an_error_behind_what_came_before_it(both: Both, hostile: Hostile, way: str) -> None:
    ends = (b'"c" "d"}}', b'"c", "d"}}', b'"c"} ', b'"c"} } }', b'"c"}}}', b'"c}}')
    broken = [sse(delta("c")).replace(b'"c"}}', end) for end in ends]
    given: list[Any] = []
    for bad in (*broken, sse(error_event())):
        hostile.script(whole(sse(message_start(), *TEXT, *map(delta, TEXTS)) + bad + sse(*map(delta, TEXTS))))

    def body(client: Any) -> Any:
        for error in (*[APIResponseValidationError] * len(broken), OverloadedError):
            given.clear()
            with pytest.raises(error) as raised:
                if way == "create":
                    yield kept(given, (yield client.messages.create(**ASK, stream=True)))
                elif way == "get_final_message":
                    yield (yield entered(client.messages.stream(**ASK))).get_final_message()
                else:
                    stream = yield entered(client.messages.stream(**ASK))
                    yield kept(given, stream if way == "stream" else stream.text_stream)

            assert raised.value.partial is not None
            assert raised.value.partial.content[0].text == "".join(TEXTS)
            if way != "get_final_message":
                deltas = [getattr(each, "delta", each) for each in given if getattr(each, "type", "") != "text"]
                assert [getattr(each, "text", each) for each in deltas][-len(TEXTS) :] == TEXTS

    both.run(body)


def test_the_message_so_far_ends_with_the_piece_that_was_given(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(*body_of([*TEXT, *map(delta, TEXTS), stop(0)]))))

    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**ASK))
        so_far = ""
        texts = stream.text_stream
        for _ in TEXTS:
            so_far += yield next_of(texts)
            assert stream.current_message_snapshot.content[0].text == so_far

    both.run(body)


def test_loops_of_two_kinds_go_on_from_each_other(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(*body_of([*TEXT, *map(delta, TEXTS), stop(0)]))))
    hostile.script(whole(sse(*body_of([*TEXT, *map(delta, TEXTS), stop(0)]))))

    def body(client: Any) -> Any:
        for texts_first in (True, False):
            stream = yield entered(client.messages.stream(**ASK))
            texts = stream.text_stream
            given: list[str] = []
            while len(given) < len(TEXTS):
                if len(given) % 3 == (0 if texts_first else 1):
                    given.append((yield next_of(texts)))
                    continue
                event = yield next_of(stream)
                if event.type == "text":
                    given.append(event.text)

            assert given == TEXTS
            assert (yield stream.get_final_text()) == "".join(TEXTS)

    both.run(body)


def test_a_stream_that_is_closed_gives_no_more_of_what_came_together(both: Both, hostile: Hostile) -> None:
    hostile.script(whole(sse(*body_of([*TEXT, *map(delta, TEXTS), stop(0)]))))
    hostile.script(whole(sse(*body_of([*TEXT, *map(delta, TEXTS), stop(0)]))))

    def body(client: Any) -> Any:
        for way in ("__self__", "text_stream"):
            stream = yield entered(client.messages.stream(**ASK))
            loop = stream.text_stream if way == "text_stream" else stream
            for _ in range(6):
                yield next_of(loop)
            yield stream.close()

            assert (yield items(loop)) == []

    both.run(body)


def next_of(iterator: Any) -> Any:
    return next(iterator) if hasattr(iterator, "__next__") else iterator.__anext__()


def kept(given: list[Any], iterable: Any) -> Any:
    """Adds all items to `given`; awaitable where they come asynchronously."""

    async def keep() -> None:
        async for item in iterable:
            given.append(item)  # noqa: PERF401  # those before an error are kept too

    if not hasattr(iterable, "__iter__"):
        return keep()
    given.extend(iterable)
    return None
