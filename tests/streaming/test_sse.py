from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claude_client import ClaudeError
from claude_client.streaming import ServerSentEvent, SSEDecoder

LINES = st.sampled_from(
    [
        "",
        "event: message_start",
        "event:delta",
        "event",
        'data: {"type": "ping"}',
        'data: {"text": "naïve ☃ 𝄞"}',
        "data:  two spaces",
        "data",
        "data:",
        ": a comment",
        ":",
        "id: 7",
        "id: \0",
        "id",
        "retry: 3000",
        "retry: soon",
        "retry: " + "9" * 5000,
        "unknown: field",
        "\ufeffdata: not at the start",
    ]
)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])
TEXTS = st.lists(st.tuples(LINES, ENDS), max_size=30).map(lambda lines: "".join(line + end for line, end in lines))


def decoded(*chunks: bytes, **limits: int) -> list[ServerSentEvent]:
    decoder = SSEDecoder(**limits)
    return [event for chunk in chunks for event in decoder.feed(chunk)]


def cut(text: bytes, places: list[int]) -> list[bytes]:
    marks = [0, *sorted(place % (len(text) + 1) for place in places), len(text)]
    return [text[start:end] for start, end in pairwise(marks)]


def by_the_standard(text: str) -> list[ServerSentEvent]:
    """The events of a whole text, line by line as the standard words it, but that events without data count too."""
    events: list[ServerSentEvent] = []
    name, data, last_id, retry = "", list[str](), None, None
    for line in text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")[:-1]:
        field, _, value = line.partition(":")
        value = value.removeprefix(" ")
        if not line:
            if name or data:
                events.append(ServerSentEvent(name or None, "\n".join(data), last_id, retry))
            name, data, retry = "", [], None
        elif field == "data":
            data.append(value)
        elif field == "event":
            name = value
        elif field == "id" and "\0" not in value:
            last_id = value
        elif field == "retry" and value.isdigit() and len(value) < 20:
            retry = int(value)
    return events


@settings(deadline=None)
@given(TEXTS, st.lists(st.integers(min_value=0), max_size=20))
def test_events_are_the_same_however_the_bytes_are_cut(text: str, places: list[int]) -> None:
    chunks = cut(text.encode(), places)

    events = decoded(*chunks)

    assert events == by_the_standard(text)


@settings(deadline=None)
@given(TEXTS)
def test_events_are_the_same_byte_by_byte(text: str) -> None:
    encoded = text.encode()

    events = decoded(*(encoded[i : i + 1] for i in range(len(encoded))))

    assert events == by_the_standard(text)


@settings(deadline=None)
@given(st.lists(st.binary(max_size=200), max_size=10))
def test_no_bytes_raise_anything_but_an_error_of_ours(chunks: list[bytes]) -> None:
    try:
        events = decoded(*chunks, event_bytes=64)
    except ClaudeError:
        events = []

    assert all(isinstance(event.data, str) for event in events)


def test_an_event_is_given_as_soon_as_its_blank_line_is_there() -> None:
    decoder = SSEDecoder()

    assert decoder.feed(b"event: ping\ndata: {}\n") == []
    assert decoder.feed(b"\n") == [ServerSentEvent("ping", "{}")]


def test_a_carriage_return_ends_a_line_without_waiting_for_what_follows() -> None:
    decoder = SSEDecoder()

    assert decoder.feed(b"data: 1\r\r") == [ServerSentEvent(None, "1")]
    assert decoder.feed(b"\ndata: 2\n\n") == [ServerSentEvent(None, "2")]


def test_a_byte_order_mark_is_skipped_even_where_it_is_cut() -> None:
    assert decoded(b"\xef", b"\xbb", b"\xbfdata: 1\n\n") == [ServerSentEvent(None, "1")]


def test_a_character_that_is_cut_in_two_is_whole_again() -> None:
    first, second = b"data: \xe2\x98", b"\x83\n\n"

    (event,) = decoded(first, second)

    assert event.data == "☃"


def test_an_id_holds_for_the_events_after_it() -> None:
    events = decoded(b"id: 7\ndata: 1\n\n", b"event: a\ndata: 2\n\n", b"id\ndata: 3\n\n")

    assert [event.id for event in events] == ["7", "7", ""]


def test_data_reads_as_json() -> None:
    (event,) = decoded(b'event: ping\ndata: {"type": "ping"}\n\n')

    assert event.json() == {"type": "ping"}
    assert repr(event) == "ServerSentEvent(event='ping', data='{\"type\": \"ping\"}')"


def test_an_event_that_never_ends_is_refused_by_its_limit() -> None:
    decoder = SSEDecoder(event_bytes=1000)

    with pytest.raises(ClaudeError, match="event_bytes=1,000"):
        for _ in range(1001):
            decoder.feed(b"x")


@pytest.mark.parametrize("line", [b"data: " + b"x" * 90 + b"\n", b"data:x\n"])
def test_lines_of_data_that_never_end_are_refused_by_the_limit(line: bytes) -> None:
    decoder = SSEDecoder(event_bytes=100_000)

    with pytest.raises(ClaudeError, match="event_bytes=100,000"):
        for _ in range(100_000):
            decoder.feed(line)


def test_a_large_event_in_one_piece_is_refused_by_the_limit() -> None:
    with pytest.raises(ClaudeError, match="event_bytes=100"):
        decoded(b"event: a\ndata: " + b"x" * 101 + b"\n\n", event_bytes=100)


def test_events_before_one_that_is_too_large_are_still_given() -> None:
    decoder = SSEDecoder(event_bytes=100)

    assert len(decoder.feed(b"event: a\ndata: 1\n\ndata: " + b"x" * 101)) == 1
    with pytest.raises(ClaudeError, match="event_bytes=100"):
        decoder.feed(b"\n\n")


def test_many_events_in_one_piece_may_be_larger_together_than_one_may_be() -> None:
    events = decoded(b"event: a\ndata: 0123456789\n\n" * 100, event_bytes=50)

    assert len(events) == 100


def test_memory_is_bounded_by_one_unfinished_event() -> None:
    decoder = SSEDecoder(event_bytes=1000)

    for _ in range(1000):
        assert len(decoder.feed(b"event: a\ndata: " + b"x" * 900)) == 0
        assert len(decoder.feed(b"\n\n")) == 1
