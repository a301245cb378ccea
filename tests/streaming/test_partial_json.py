from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic_core import from_json

from claude_client.streaming.partial_json import PartialJSON

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=15,
)
TEXTS = st.builds(
    lambda value, indent, escaped: json.dumps(value, indent=indent, ensure_ascii=escaped),
    VALUES,
    st.none() | st.just(1),
    st.booleans(),
)


def whole_so_far(text: str) -> object:
    try:
        return from_json(text, allow_partial=True)
    except ValueError:
        return "nothing"


@settings(deadline=None)
@given(TEXTS, st.data())
def test_every_piece_gives_what_is_whole_so_far(text: str, data: st.DataObject) -> None:
    marks = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=20)))
    parser = PartialJSON()

    for start, end in zip([0, *marks], [*marks, len(text)], strict=True):
        parser.feed(text[start:end])

        assert parser.value("nothing") == whole_so_far(text[:end])


@settings(deadline=None)
@given(TEXTS)
def test_every_character_gives_what_is_whole_so_far(text: str) -> None:
    parser = PartialJSON()

    for end in range(1, len(text) + 1):
        parser.feed(text[end - 1])

        assert parser.value("nothing") == whole_so_far(text[:end])


def test_a_value_is_not_changed_by_later_pieces() -> None:
    parser = PartialJSON()
    seen: list[Any] = []

    for character in '{"a": [1, {"b": "c"}], "d": 2}':
        parser.feed(character)
        value = parser.value(None)
        seen.append((value, json.dumps(value)))

    assert all(json.dumps(value) == before for value, before in seen)


@settings(deadline=None)
@given(st.text(alphabet='{}[]:,"\\ \n0123eE.-+truefalsnu' + "\x00é"))
def test_what_is_no_json_raises_nothing(text: str) -> None:
    parser = PartialJSON()

    for character in text:
        parser.feed(character)
        parser.value(None)

    assert parser.length == len(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1, "b": x', {"a": 1}),
        ('{"a": 1 "b": 2}', {"a": 1}),
        ('{"a": [1, 2}', {"a": [1, 2]}),
        ('{"a": 1}{"b": 2}', {"a": 1}),
        ("]", None),
        ('{"a": "\\ud800 x"}', {"a": "\ufffd x"}),
    ],
)
def test_the_value_stays_what_it_was_before_what_is_not_json(text: str, value: object) -> None:
    parser = PartialJSON()

    parser.feed(text)
    parser.feed(', "c": 3}')

    assert parser.value(None) == value
