from __future__ import annotations

import json
import struct
from base64 import b64decode, b64encode
from binascii import crc32
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claude_client import APIError
from claude_client.streaming.aws_event_stream import AWSEventStreamDecoder, EventStreamError, _parse_headers

START = {"type": "message_start", "message": {"id": "msg_1"}}
TEXT = {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": 'naïve "☃" \\ 𝄞'}}


def header(name: str, value: str, kind: int = 7) -> bytes:
    text = value.encode()
    return bytes([len(name)]) + name.encode() + bytes([kind]) + struct.pack(">H", len(text)) + text


def message(payload: bytes, **headers: str) -> bytes:
    encoded = b"".join(header(f":{name.replace('_', '-')}", value) for name, value in headers.items())
    return raw_message(encoded, payload)


def raw_message(headers: bytes, payload: bytes) -> bytes:
    prelude = struct.pack(">II", 16 + len(headers) + len(payload), len(headers))
    prelude += struct.pack(">I", crc32(prelude))
    whole = prelude + headers + payload
    return whole + struct.pack(">I", crc32(whole))


def chunk(event: object, **more: str) -> bytes:
    data = event if isinstance(event, bytes) else json.dumps(event, separators=(",", ":")).encode()
    payload = json.dumps({"bytes": b64encode(data).decode(), **more}).encode()
    return message(payload, event_type="chunk", content_type="application/json", message_type="event")


def decoded(*pieces: bytes, **limits: int) -> list[tuple[str | None, Any]]:
    decoder = AWSEventStreamDecoder(**limits)
    return [(event.event, event.json()) for piece in pieces for event in decoder.feed(piece)]


def cut(data: bytes, places: list[int]) -> list[bytes]:
    marks = [0, *sorted(place % (len(data) + 1) for place in places), len(data)]
    return [data[start:end] for start, end in pairwise(marks)]


def test_an_event_is_what_the_chunk_holds() -> None:
    assert decoded(chunk(START) + chunk(TEXT)) == [("message_start", START), ("content_block_delta", TEXT)]


@given(places=st.lists(st.integers(min_value=0, max_value=5000), max_size=20))
def test_it_does_not_matter_how_the_bytes_are_cut(places: list[int]) -> None:
    stream = chunk(START) + chunk(TEXT, p="abcdef") + message(b"{}", message_type="event", event_type="other")
    stream += message(b'{"message":"slow down"}', message_type="exception", exception_type="throttlingException")

    assert decoded(*cut(stream, places)) == decoded(stream)
    assert [name for name, _ in decoded(stream)] == ["message_start", "content_block_delta", "error"]


PAYLOADS = st.binary(max_size=300)
NAMES = st.text(alphabet="abc:-", min_size=1, max_size=12)
FIXED = {0: 0, 1: 0, 2: 1, 3: 2, 4: 4, 5: 8, 8: 8, 9: 16}


@st.composite
def encoded_headers(draw: st.DrawFn) -> bytes:
    encoded = b""
    for name in draw(st.lists(NAMES, max_size=4, unique=True)):
        kind = draw(st.sampled_from([*FIXED, 6, 7]))
        encoded += bytes([len(name)]) + name.encode() + bytes([kind])
        if kind in FIXED:
            encoded += draw(st.binary(min_size=FIXED[kind], max_size=FIXED[kind]))
        else:
            text = draw(st.text(max_size=20)).encode()
            encoded += struct.pack(">H", len(text)) + text
    return encoded


class Recording(AWSEventStreamDecoder):
    """Keeps the headers and payloads that were read, to be held against those of botocore."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[set[str], bytes]] = []

    def _read_message(self, encoded: bytes, payload: bytes) -> tuple[bytes, bytes] | None:
        self.seen.append((set(_parse_headers(encoded)), payload))
        return None


@settings(max_examples=200)
@given(
    messages=st.lists(st.tuples(encoded_headers(), PAYLOADS), max_size=5),
    places=st.lists(st.integers(min_value=0, max_value=3000), max_size=6),
    flips=st.lists(st.integers(min_value=0, max_value=3000), max_size=1),
)
def test_it_reads_and_refuses_the_same_bytes_as_botocore(
    messages: list[tuple[bytes, bytes]], places: list[int], flips: list[int]
) -> None:
    stream = bytearray(b"".join(raw_message(headers, payload) for headers, payload in messages))
    for flip in flips if stream else []:
        stream[flip % len(stream)] ^= 0x10
    eventstream = pytest.importorskip("botocore.eventstream")
    theirs, ours = eventstream.EventStreamBuffer(), Recording()
    by_them, refused_by_them = [], False
    refused_by_us = False

    for piece in cut(bytes(stream), places):
        theirs.add_data(piece)
        if not refused_by_us:
            try:
                ours.frames(piece)
            except (EventStreamError, APIError):
                refused_by_us = True
    try:
        by_them.extend((set(each.headers), each.payload) for each in theirs)
    except Exception:
        refused_by_them = True

    assert ours.seen == by_them
    assert refused_by_us == refused_by_them


def delta(text: str) -> dict[str, Any]:
    return {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": text}}


def compact(event: object, padding: str = "abcdef") -> bytes:
    """As Bedrock writes it."""
    data = event if isinstance(event, bytes) else json.dumps(event, separators=(",", ":")).encode()
    return b'{"bytes":"%s","p":"%s"}' % (b64encode(data), padding.encode())


CHUNK_HEADERS = header(":event-type", "chunk") + header(":content-type", "application/json")
CHUNK_HEADERS += header(":message-type", "event")
EVENTS_OF_CHUNKS = st.builds(delta, st.text(max_size=40)) | st.just(START) | st.just({"type": "message_stop"})


def read_by_botocore(stream: bytes) -> tuple[list[bytes], bool]:
    """The events in a stream of chunks, and whether the bytes after them are refused."""
    eventstream = pytest.importorskip("botocore.eventstream")
    theirs, found = eventstream.EventStreamBuffer(), []
    theirs.add_data(stream)
    try:
        for each in theirs:
            kind = each.headers.get(":message-type"), each.headers.get(":event-type")
            if kind == ("event", "chunk"):
                found.append(b64decode(json.loads(each.payload)["bytes"]))
    except Exception:
        return found, True
    return found, False


def is_event(data: bytes) -> bool:
    try:
        return isinstance(json.loads(data)["type"], str)
    except (ValueError, LookupError, TypeError):
        return False


@settings(max_examples=200)
@given(
    events=st.lists(st.tuples(EVENTS_OF_CHUNKS, st.text("abcXYZ", max_size=9)), min_size=1, max_size=8),
    places=st.lists(st.integers(min_value=0, max_value=3000), max_size=4),
    flip=st.none() | st.tuples(st.integers(min_value=0, max_value=3000), st.integers(min_value=0, max_value=7)),
    with_new_checksums=st.booleans(),
)
def test_deltas_in_a_row_are_read_as_botocore_and_json_read_each(
    events: list[tuple[Any, str]], places: list[int], flip: tuple[int, int] | None, *, with_new_checksums: bool
) -> None:
    payloads = [bytearray(compact(event, padding)) for event, padding in events]
    if flip is not None and with_new_checksums:
        payload = payloads[flip[0] % len(payloads)]
        payload[flip[0] % len(payload)] ^= 1 << flip[1]
    stream = bytearray(b"".join(raw_message(CHUNK_HEADERS, bytes(payload)) for payload in payloads))
    if flip is not None and not with_new_checksums:
        stream[flip[0] % len(stream)] ^= 1 << flip[1]
    decoder, ours = AWSEventStreamDecoder(), []
    is_refused = False

    for piece in cut(bytes(stream), places):
        try:
            ours += [data for _, data in decoder.frames(piece)]
        except (EventStreamError, APIError):
            is_refused = True
            break
    theirs, is_refused_by_them = read_by_botocore(bytes(stream))

    if with_new_checksums and flip is not None:
        before = flip[0] % len(payloads)
        assert ours[:before] == theirs[:before]
        if not is_refused_by_them and all(map(is_event, theirs)):
            assert ours == theirs
    else:
        assert ours == theirs
        assert (is_refused or decoder.failure is not None) == is_refused_by_them


def test_a_delta_that_cannot_be_read_comes_after_those_before_it_and_before_those_after_it() -> None:
    bodies = [compact(delta(text)) for text in ("one", "two", "six", "ten")]
    bodies[2] = bodies[2].replace(b'","p"', b'!","q"')[:-3] + b"}"
    stream = b"".join(raw_message(CHUNK_HEADERS, body) for body in bodies)
    decoder = AWSEventStreamDecoder()

    assert [json.loads(data)["delta"]["text"] for _, data in decoder.frames(stream)] == ["one", "two"]
    with pytest.raises(EventStreamError, match="no event"):
        decoder.frames(b"")


def test_a_message_that_is_as_long_as_a_delta_is_not_taken_for_one() -> None:
    first = raw_message(CHUNK_HEADERS, compact(delta("one")))
    of_exception = header(":event-type", "chunk") + header(":content-type", "application/json")
    of_exception += header(":message-type", "error")
    other = raw_message(of_exception, compact(delta("one")))

    assert len(first) == len(other)
    assert [name for name, _ in decoded(first + first + other + first)][:3] == ["content_block_delta"] * 2 + ["error"]


def test_deltas_of_more_lengths_than_are_kept_are_read() -> None:
    texts = ["x" * length for length in range(0, 1500, 1)]
    stream = b"".join(raw_message(CHUNK_HEADERS, compact(delta(text))) for text in texts)

    assert [event["delta"]["text"] for _, event in decoded(stream)] == texts


@pytest.mark.parametrize(
    "payload",
    [
        b'{ "p":"x", "bytes" : "%s" }',
        b'{"bytes":"%s","p":"abc"}',
        b'{"p":"\\u0061","bytes":"%s"}',
    ],
)
def test_a_chunk_is_json_of_any_form(payload: bytes) -> None:
    data = json.dumps(START).encode()

    read = decoded(message(payload % b64encode(data), event_type="chunk", message_type="event"))

    assert read == [("message_start", START)]


def test_base64_with_escaped_slashes_is_read() -> None:
    text = b64encode(b'{"type":"ping","x":"\xc3\xbf\xc3\xbf??>>"}')
    assert b"/" in text or b"+" in text
    payload = b'{"bytes":"' + text.replace(b"/", b"\\/").replace(b"=", b"\\u003d") + b'"}'

    assert [name for name, _ in decoded(message(payload, event_type="chunk", message_type="event"))] == ["ping"]


@pytest.mark.parametrize(
    ("event", "name"),
    [
        ({"index": 0, "type": "content_block_stop"}, "content_block_stop"),
        ({"completion": " hi", "stop_reason": None}, "completion"),
        (b'{"type":"message\\u005fstop"}', "message_stop"),
    ],
)
def test_the_name_of_an_event_is_its_type(event: object, name: str) -> None:
    assert [found for found, _ in decoded(chunk(event))] == [name]


@pytest.mark.parametrize("event", [{"outputText": "another model"}, [], 7, {"type": None}, b"no JSON"])
def test_what_is_no_event_of_the_api_is_left_out(event: object) -> None:
    assert decoded(chunk(event) + chunk(START)) == [("message_start", START)]


@pytest.mark.parametrize("payload", [b'{"bytes":"a"}', b'{"bytes":"abc', b'{"bytes":5}', b"{}", b"", b"[]", b'{"x":1}'])
@pytest.mark.parametrize("before", [b"", chunk(START)])
def test_a_chunk_without_an_event_is_refused_after_those_before_it(payload: bytes, before: bytes) -> None:
    decoder = AWSEventStreamDecoder()
    stream = before + message(payload, event_type="chunk", content_type="application/json", message_type="event")

    if before:
        assert len(decoder.frames(stream)) == 1
        stream = b""
    with pytest.raises(EventStreamError, match="no event"):
        decoder.frames(stream)


def test_an_exception_becomes_an_error_with_its_name_and_message() -> None:
    frame = message(b'{"message":"Too many requests"}', exception_type="throttlingException", message_type="exception")

    [(name, error)] = decoded(frame)

    assert name == "error"
    assert error["error"] == {"type": "throttlingException", "message": "Too many requests"}


def test_an_error_message_becomes_an_error_with_its_code() -> None:
    frame = message(b"", message_type="error", error_code="InternalError", error_message="It failed.")

    [(_, error)] = decoded(frame)

    assert error["error"] == {"type": "InternalError", "message": "It failed."}


def test_a_message_over_the_limit_is_refused_after_those_before_it() -> None:
    decoder = AWSEventStreamDecoder(event_bytes=400)

    assert len(decoder.frames(chunk(START) + chunk({"type": "x" * 400}))) == 1
    with pytest.raises(APIError, match="event_bytes=400"):
        decoder.frames(b"")


def test_a_message_that_was_changed_is_refused_after_those_before_it() -> None:
    second = bytearray(chunk(TEXT))
    second[-10] ^= 1
    decoder = AWSEventStreamDecoder()

    assert len(decoder.frames(chunk(START) + bytes(second))) == 1
    with pytest.raises(EventStreamError, match="checksum"):
        decoder.frames(b"")


@pytest.mark.parametrize("page", [b"<html><body>Bad gateway</body></html>", b'{"message": "no"}   '])
def test_a_body_of_another_kind_is_refused(page: bytes) -> None:
    with pytest.raises(EventStreamError, match="not an AWS event stream|cannot have"):
        decoded(page)
