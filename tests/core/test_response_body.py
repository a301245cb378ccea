"""What the pieces of a body are made into, however they are cut."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from claude_client.core.response_body import Lines, Pieces, Text

TEXTS = ["", "a", "\n", "a\r\nb", "a\rb\r\n\r\n", "\r\r\n", "é\u2028b\x85", "ab\n\ncd", "a\x0bb\x0c", "\r"]


def feed(form: Any, data: bytes, step: int) -> list[Any]:
    given = [item for at in range(0, len(data), step) for item in form.feed(data[at : at + step])]
    return [*given, *form.finish()]


@pytest.mark.parametrize(("text", "step"), list(product(TEXTS, (1, 2, 3, 100))))
def test_lines_are_those_of_the_whole_text(text: str, step: int) -> None:
    assert feed(Lines("utf-8"), text.encode(), step) == text.splitlines()


@pytest.mark.parametrize(("size", "step"), list(product((1, 3, 4, 100), (1, 2, 5, 100))))
def test_chunks_have_the_size_that_was_asked_for(size: int, step: int) -> None:
    data = bytes(range(30))

    chunks = feed(Pieces(size), data, step)

    assert b"".join(chunks) == data
    assert {len(chunk) for chunk in chunks[:-1]} <= {size}


@pytest.mark.parametrize("step", [1, 2, 3, 100])
def test_characters_are_not_cut(step: int) -> None:
    text = "añ€𝄞" * 5

    assert "".join(feed(Text("utf-8"), text.encode(), step)) == text
    assert feed(Text("utf-8", 7), text.encode(), step) == [text[:7], text[7:14], text[14:]]
