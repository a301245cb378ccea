from __future__ import annotations

import json
from collections import UserDict, UserList
from datetime import date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claude_client.core.request import JSONBody, encode_json, encode_query, path


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_a_segment_that_would_change_the_path_is_refused_by_the_name_of_its_parameter(value: str) -> None:
    with pytest.raises(ValueError, match="model_id="):
        path("/v1/models/{model_id}", model_id=value)


@pytest.mark.parametrize("value", [None, 3, b"x"])
def test_a_segment_that_is_no_text_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="file_id="):
        path("/v1/files/{file_id}", file_id=value)


@given(st.text(min_size=1).filter(lambda text: text not in (".", "..")))
def test_a_segment_never_leaves_its_place(value: str) -> None:
    try:
        filled = path("/v1/skills/{skill_id}/versions/{version}", version="latest", skill_id=value)
    except UnicodeEncodeError:  # a lone surrogate has no URL form
        return

    assert filled.startswith("/v1/skills/")
    assert filled.endswith("/versions/latest")
    assert filled.count("/") == 5
    assert not set(filled) & set("?#\r\n ")


def test_a_value_with_braces_does_not_disturb_the_template() -> None:
    assert (
        path("/v1/skills/{skill_id}/versions/{version}", skill_id="{version}", version="2")
        == "/v1/skills/%7Bversion%7D/versions/2"
    )


def test_lists_and_mappings_in_a_query_are_written_as_the_api_reads_them() -> None:
    query = {"ids": ["a", "b c"], "filter": {"kind": "x"}, "limit": 3, "archived": False, "left_out": None}

    text = encode_query(query)

    assert text == "ids%5B%5D=a&ids%5B%5D=b%20c&filter%5Bkind%5D=x&limit=3&archived=false"


def test_dates_in_a_query_are_iso_8601_and_aware() -> None:
    moment = datetime(2026, 10, 21, 12, 30, tzinfo=timezone.utc)

    assert encode_query({"starting_at": moment}) == "starting_at=2026-10-21T12%3A30%3A00Z"
    assert encode_query({"starting_at": moment.astimezone(timezone(timedelta(hours=2)))}).endswith("%2B02%3A00")
    assert encode_query({"day": date(2026, 10, 21)}) == "day=2026-10-21"
    with pytest.raises(ValueError, match="starting_at=.*no time zone"):
        encode_query({"starting_at": datetime(2026, 10, 21)})


@given(st.recursive(st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(), st.lists, max_leaves=20))
def test_json_values_arrive_as_they_are(value: object) -> None:
    try:
        encoded = encode_json({"value": value})
    except TypeError:  # a lone surrogate has no UTF-8 form
        assert "\\ud" in repr(value)
        return

    assert json.loads(encoded) == {"value": value}


def test_any_sequence_and_mapping_is_taken() -> None:
    value = {"messages": ({"role": "user"},), "tags": UserList(["a"]), "meta": UserDict(x=1)}

    assert json.loads(encode_json(value)) == {"messages": [{"role": "user"}], "tags": ["a"], "meta": {"x": 1}}


def test_a_value_without_a_json_form_is_refused_before_sending() -> None:
    with pytest.raises(TypeError, match="cannot be sent as JSON.*object"):
        encode_json({"messages": [object()]})


def test_a_body_is_encoded_once() -> None:
    body = JSONBody({"messages": iter([{"role": "user"}])})

    assert body.content() == body.content() == b'{"messages":[{"role":"user"}]}'
    assert body.size == len(body.content())
