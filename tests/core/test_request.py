from __future__ import annotations

import base64
import io
import json
import math
from collections import UserDict, UserList, UserString
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any
from uuid import UUID

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from both import Both
from claude_client.core.json_encoding import JSONBody, encode_json
from claude_client.core.request import encode_query, path
from server import Server, reply


@pytest.mark.parametrize("value", ["", ".", ".."])
def test_a_segment_that_would_change_the_path_is_refused_by_the_name_of_its_parameter(value: str) -> None:
    with pytest.raises(ValueError, match="model_id="):
        path("/v1/models/{model_id}", model_id=value)


@pytest.mark.parametrize("value", [None, 3, b"x"])
def test_a_segment_that_is_no_text_is_refused(value: Any) -> None:
    with pytest.raises(ValueError, match="file_id="):
        path("/v1/files/{file_id}", file_id=value)


def test_a_segment_with_half_a_character_is_refused_by_the_name_of_its_parameter() -> None:
    with pytest.raises(ValueError, match=r"file_id=.*U\+D83D, half of a surrogate pair"):
        path("/v1/files/{file_id}", file_id="file_\ud83d")


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


class Color(Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"a": 1}.keys(), "x%5B%5D=a"),
        ({"a": "b"}.values(), "x%5B%5D=b"),
        ({"a"}, "x%5B%5D=a"),
        (("a",), "x%5B%5D=a"),
        (UserList(["a"]), "x%5B%5D=a"),
        (UserString("a"), "x=a"),
        (Color.RED, "x=red"),
        (Decimal("1.50"), "x=1.50"),
        (UUID(int=1), "x=00000000-0000-0000-0000-000000000001"),
        ("a&b=c d", "x=a%26b%3Dc%20d"),
    ],
)
def test_a_value_of_a_query_has_the_form_that_is_meant(value: object, expected: str) -> None:
    assert encode_query({"x": value}) == expected


@pytest.mark.parametrize(
    "value",
    [b"a", object(), math.nan, "\ud83d", Path("a"), timedelta(1), (n for n in "ab"), [b"a"], [{}], [["a"]], [None]],
)
def test_a_value_that_has_no_form_in_a_query_is_refused_by_its_name(value: object) -> None:
    with pytest.raises((TypeError, ValueError), match=r"invalid starting_at(\[\])?="):
        encode_query({"starting_at": value})


@given(st.recursive(st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(), st.lists, max_leaves=20))
def test_json_values_arrive_as_they_are(value: object) -> None:
    try:
        encoded = encode_json({"value": value})
    except TypeError:  # a lone surrogate has no UTF-8 form
        assert "\\ud" in repr(value)
        return

    assert json.loads(encoded) == {"value": value}


@dataclass
class Point:
    x: float
    label: object = "p"


class Shape(pydantic.BaseModel):
    kind: str = pydantic.Field(alias="type")
    size: int = 3


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (({"role": "user"},), [{"role": "user"}]),
        (UserList(["a"]), ["a"]),
        (UserDict(x=1), {"x": 1}),
        ({"a": 1}.keys(), ["a"]),
        ({"a": 1}.values(), [1]),
        ({"a"}, ["a"]),
        (range(2), [0, 1]),
        ((n for n in "ab"), ["a", "b"]),
        (Color.RED, "red"),
        (Decimal("0.10"), 0.1),
        (Fraction(1, 4), 0.25),
        (datetime(2026, 1, 2, tzinfo=timezone.utc), "2026-01-02T00:00:00Z"),
        (date(2026, 1, 2), "2026-01-02"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (Point(1.5), {"x": 1.5, "label": "p"}),
        (Shape(type="round"), {"type": "round"}),
        ([Shape(type="round")], [{"type": "round"}]),
        ("\x00\u2028😀", "\x00\u2028😀"),
    ],
)
def test_a_value_is_sent_in_the_form_that_is_meant(value: object, expected: object) -> None:
    assert json.loads(encode_json({"value": value})) == {"value": expected}


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (object(), "is of type object: expected text, a number"),
        (b"text", "is of type bytes: decode it"),
        (bytearray(b"x"), "is of type bytearray: decode it"),
        (Path("a.txt"), r"is of type pathlib\.PosixPath: give str\(path\), or the content"),
        (io.BytesIO(b"x"), "give the content of the file"),
        (math.nan, "JSON has no such number"),
        (-math.inf, "JSON has no such number"),
        (Decimal("NaN"), "JSON has no such number"),
        (Decimal("0.12345678901234567890"), "cannot hold all of its digits"),
        (1 + 2j, "complex"),
        (timedelta(seconds=3), "total_seconds"),
        (datetime(2026, 1, 2), "no time zone"),
        (Shape, "expected text"),
        ("caf\udce9", r"contains U\+DCE9 at position 3, half of a surrogate pair"),
        (Point(1, b"x"), r"label is of type bytes"),
        (Shape(type="\ud83d"), r"kind contains U\+D83D"),
    ],
)
@pytest.mark.parametrize("inner", [lambda value: value, lambda value: {"deep": (value,)}])
def test_a_value_without_a_json_form_is_refused_with_its_place(value: Any, problem: str, inner: Any) -> None:
    messages = [{"role": "user", "content": f"line {n}"} for n in range(51)]
    messages[30]["content"] = inner(value)

    with pytest.raises((TypeError, ValueError), match=rf"cannot be sent as JSON: .*messages\[30\]\.content.*{problem}"):
        encode_json({"model": "m", "messages": messages})


def test_a_key_with_half_a_character_is_refused_with_its_place() -> None:
    with pytest.raises(TypeError, match=r"the key '\\ud83d' of messages\[0\] contains U\+D83D"):
        encode_json({"messages": [{"\ud83d": 1}]})


def test_a_value_that_contains_itself_is_refused() -> None:
    circle: list[object] = []
    circle.append(circle)
    with pytest.raises(ValueError, match="nested too deeply, or contains itself"):
        encode_json({"messages": circle})


# ---- base64 -------------------------------------------------------------------------------------------------

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"


def encoded(data: object) -> object:
    source = {"type": "base64", "media_type": "image/png", "data": data}
    result = {"type": "tool_result", "content": [{"type": "image", "source": source}]}
    sent = json.loads(encode_json({"messages": [{"role": "user", "content": [result]}]}))
    return sent["messages"][0]["content"][0]["content"][0]["source"]["data"]


def test_the_data_of_a_base64_source_may_be_a_path_a_file_or_bytes(tmp_path: Path) -> None:
    (path := tmp_path / "a.png").write_bytes(PNG)
    text = base64.b64encode(PNG).decode()

    with path.open("rb") as file:
        for data in (path, file, file, io.BytesIO(PNG), PNG, bytearray(PNG), memoryview(PNG), text, text.encode()):
            assert encoded(data) == text
        file.seek(8)
        assert encoded(file) == base64.b64encode(PNG[8:]).decode()
        assert file.tell() == 8


def test_the_data_of_a_base64_source_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (closed := io.BytesIO(PNG)).close()
    place = r"messages\[0\]\.content\[0\]\.content\[0\]\.source\.data"
    with pytest.raises(FileNotFoundError, match="nothing.png"):
        encoded(tmp_path / "nothing.png")
    with pytest.raises(IsADirectoryError, match=rf"{place}: .*is a folder"):
        encoded(tmp_path)
    with pytest.raises(TypeError, match=rf"{place}: read\(\) of the file returned str"):
        encoded(io.StringIO("text"))
    with pytest.raises(ValueError, match=f"{place} is a closed file"):
        encoded(closed)
    with pytest.raises(ValueError, match=f"{place}: .* is empty"):
        encoded(io.BytesIO())
    with pytest.raises(TypeError, match=rf"{place} is of type object: expected text in base64, a path"):
        encoded(object())


def test_the_data_of_other_blocks_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match=r"source\.data is of type pathlib"):
        encode_json({"source": {"type": "text", "data": tmp_path}})


@pytest.mark.parametrize("call", ["create", "count_tokens", "batches"])
def test_every_call_that_takes_messages_takes_a_file(both: Both, server: Server, call: str) -> None:
    server.replies(reply({"input_tokens": 1}))
    image = {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": io.BytesIO(PNG)}}
    params: dict[str, Any] = {"model": "m", "messages": [{"role": "user", "content": [image]}]}

    def body(client: Any) -> Any:
        if call == "batches":
            requests = [{"custom_id": "a", "params": {**params, "max_tokens": 1}}]
            return client.messages.with_raw_response.batches.create(requests=requests)
        more = {"max_tokens": 1} if call == "create" else {}
        return getattr(client.messages.with_raw_response, call)(**params, **more)

    both.run(body)

    assert base64.b64encode(PNG) in server.received[0].body


def test_a_body_is_encoded_once() -> None:
    body = JSONBody({"messages": iter([{"role": "user"}])})

    assert body.content() == body.content() == b'{"messages":[{"role":"user"}]}'
    assert body.size == len(body.content())
