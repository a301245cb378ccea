from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claude_client import ClaudeError
from claude_client.streaming import JSONLinesDecoder


@settings(deadline=None)
@given(st.lists(st.binary(max_size=20).map(lambda line: line.replace(b"\n", b"")), max_size=10), st.data())
def test_lines_are_the_same_however_the_bytes_are_cut(lines: list[bytes], data: st.DataObject) -> None:
    text = b"".join(line + b"\n" for line in lines)
    marks = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=5)))
    decoder = JSONLinesDecoder()

    found: list[bytes] = []
    for start, end in zip([0, *marks], [*marks, len(text)], strict=True):
        found += decoder.feed(text[start:end])

    assert found == lines
    assert decoder.end() == []


def test_the_last_line_may_lack_its_newline() -> None:
    decoder = JSONLinesDecoder()

    assert decoder.feed(b"1\n2") == [b"1"]
    assert decoder.end() == [b"2"]
    assert decoder.end() == []


def test_a_line_that_never_ends_is_refused_by_its_limit() -> None:
    decoder = JSONLinesDecoder(line_bytes=1000)

    with pytest.raises(ClaudeError, match="line_bytes=1,000"):
        for _ in range(1001):
            decoder.feed(b"x")


def test_a_long_line_in_one_piece_is_refused_after_those_before_it() -> None:
    decoder = JSONLinesDecoder(line_bytes=10)

    assert decoder.feed(b"1\n" + b"x" * 11 + b"\n2\n") == [b"1"]
    with pytest.raises(ClaudeError, match="line_bytes=10"):
        decoder.feed(b"3\n")


def test_many_lines_in_one_piece_may_be_longer_together_than_one_may_be() -> None:
    decoder = JSONLinesDecoder(line_bytes=10)

    assert len(decoder.feed(b"0123456789\n" * 100)) == 100


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
@pytest.mark.parametrize("size", [1, 2, 3, 1000])
def test_a_byte_order_mark_says_the_encoding_and_is_left_out(encoding: str, size: int) -> None:
    text = '{"a": "\u00e4"}\n\n{"b": 2}\r\n3'
    data = text.encode(encoding)
    decoder = JSONLinesDecoder()

    lines = [line for start in range(0, len(data), size) for line in decoder.feed(data[start : start + size])]

    assert b"\n".join([*lines, *decoder.end()]).decode() == text


@pytest.mark.parametrize("data", [b"\xef", b"\xef\xbb", b"\xff", b"1"])
def test_what_only_begins_as_a_byte_order_mark_is_a_line(data: bytes) -> None:
    decoder = JSONLinesDecoder()

    assert decoder.feed(data) == []
    assert decoder.end() == [data]
