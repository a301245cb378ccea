"""Signatures of webhooks, held against the reference library, and everything that a delivery can have wrong."""

from __future__ import annotations

import base64
import json
import traceback
from collections.abc import Callable
from datetime import datetime, timezone
from email.message import Message
from typing import Any

import pytest
from standardwebhooks import Webhook

from claude_client import APIWebhookValidationError
from claude_client.webhooks import sign, unwrap

NOW = 1_790_000_000
SECRET = bytes(range(24))
KEY = "whsec_" + base64.b64encode(SECRET).decode()
OTHER_KEY = "whsec_" + base64.b64encode(b"another secret of ours").decode()
EVENT = {
    "id": "event_01",
    "type": "event",
    "created_at": "2026-11-24T12:00:00Z",
    "data": {"type": "session.status_idled", "id": "sesn_01", "organization_id": "org_01", "workspace_id": "wrkspc_01"},
}
PAYLOAD = json.dumps(EVENT)


def headers_for(payload: str | bytes = PAYLOAD, *, key: Any = KEY, at: int = NOW) -> dict[str, str]:
    return {
        "webhook-id": "msg_01",
        "webhook-timestamp": str(at),
        "webhook-signature": sign(payload, key=key, id="msg_01", timestamp=at),
    }


def check(payload: Any = PAYLOAD, headers: Any = None, key: Any = KEY, now: float = NOW, **more: Any) -> Any:
    return unwrap(payload, headers_for() if headers is None else headers, key, clock=lambda: now, **more)


def refusal(*args: Any, **more: Any) -> str:
    with pytest.raises(APIWebhookValidationError) as caught:
        check(*args, **more)
    return str(caught.value)


# ---- the reference library ----------------------------------------------------------------------------------


@pytest.mark.parametrize("payload", [PAYLOAD, "{}", "", "é😀 \r\n", " " + PAYLOAD + "\n"])
@pytest.mark.parametrize("key", [KEY, SECRET, KEY.removeprefix("whsec_"), KEY.rstrip("=")])
def test_the_signature_is_that_of_the_reference_library(payload: str, key: Any) -> None:
    reference = Webhook(key).sign("msg_01", datetime.fromtimestamp(NOW, timezone.utc), payload)

    assert sign(payload, key=key, id="msg_01", timestamp=NOW) == reference


def test_a_delivery_that_the_reference_library_signed_is_taken() -> None:
    signature = Webhook(KEY).sign("msg_01", datetime.fromtimestamp(NOW, timezone.utc), PAYLOAD)

    event = check(headers={**headers_for(), "webhook-signature": signature})

    assert event.id == "event_01"
    assert event.data.type == "session.status_idled"
    assert event.created_at == datetime(2026, 11, 24, 12, tzinfo=timezone.utc)


# ---- keys ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "key", [[OTHER_KEY, KEY], (KEY, OTHER_KEY), f"{OTHER_KEY} {KEY}", [OTHER_KEY, SECRET], KEY.encode(), f" {KEY}\n"]
)
def test_one_of_several_keys_has_to_fit(key: Any) -> None:
    assert check(key=key).id == "event_01"


def test_one_of_several_signatures_has_to_fit() -> None:
    both = headers_for(key=[OTHER_KEY, KEY])
    assert both["webhook-signature"].count("v1,") == 2

    assert check(headers=both).id == "event_01"
    assert check(headers=both, key=OTHER_KEY).id == "event_01"


@pytest.mark.parametrize("separator", [" ", ", ", ",", "  "])
def test_signatures_of_other_versions_are_passed_over(separator: str) -> None:
    headers = headers_for()
    headers["webhook-signature"] = separator.join(["v1a,AAAA", "v2,AAAA", headers["webhook-signature"], "v1,AAAA"])

    assert check(headers=headers).id == "event_01"


@pytest.mark.parametrize("key", ["", "whsec_", "whsec_%%%", b"", b"whsec_", [], [""], [KEY, "whsec_"], [KEY, 7]])
def test_a_key_that_is_none_is_refused_and_not_shown(key: Any) -> None:
    with pytest.raises(ValueError, match="webhook key") as caught:
        check(key=key)

    assert KEY not in str(caught.value)
    assert "%%%" not in str(caught.value)


# ---- what a delivery can have wrong ---------------------------------------------------------------------------


@pytest.mark.parametrize("payload", [PAYLOAD.replace("_01", "_02"), PAYLOAD + " ", "", PAYLOAD[:-1]])
def test_another_payload_does_not_fit(payload: str) -> None:
    assert "no signature fits the payload" in refusal(payload, headers_for())


@pytest.mark.parametrize(
    ("header", "value", "told"),
    [
        ("webhook-id", "msg_02", "no signature fits"),
        ("webhook-timestamp", str(NOW + 1), "no signature fits"),
        ("webhook-signature", headers_for(key=OTHER_KEY)["webhook-signature"], "no signature fits"),
        ("webhook-signature", "v1," + "A" * 44, "no signature fits"),
        ("webhook-signature", headers_for()["webhook-signature"][:-1], "no signature fits"),
        ("webhook-signature", headers_for()["webhook-signature"].lower(), "no signature fits"),
        ("webhook-signature", "v2,AAAA v1a,BBBB", "no signature of version v1, only v1a, v2"),
        ("webhook-signature", "nonsense é", "no signature of version v1"),
        ("webhook-timestamp", "soon", "invalid webhook-timestamp 'soon'"),
        ("webhook-timestamp", "1_790_000_000", "invalid webhook-timestamp"),
        ("webhook-timestamp", f"{NOW}.5", "invalid webhook-timestamp"),
        ("webhook-timestamp", "-5", "invalid webhook-timestamp"),
        ("webhook-timestamp", "nan", "invalid webhook-timestamp"),
        ("webhook-timestamp", "1" * 500, "invalid webhook-timestamp"),
        ("webhook-timestamp", "١٧٩٠٠٠٠٠٠٠", "invalid webhook-timestamp"),
        ("webhook-id", "", "missing header webhook-id"),
        ("webhook-signature", None, "missing header webhook-signature"),
    ],
)
def test_a_wrong_header_is_named(header: str, value: Any, told: str) -> None:
    message = refusal(headers={**headers_for(), header: value})

    assert told in message
    assert len(message) < 300


@pytest.mark.parametrize(("seconds", "fits"), [(300, True), (-300, True), (301, False), (-301, False), (1e6, False)])
def test_a_delivery_may_be_five_minutes_from_now_in_both_directions(seconds: float, fits: bool) -> None:
    if fits:
        assert check(now=NOW + seconds).id == "event_01"
    else:
        assert ("seconds old" if seconds > 0 else "in the future") in refusal(now=NOW + seconds)


def test_the_tolerance_can_be_another() -> None:
    assert check(now=NOW + 3000, tolerance=3600).id == "event_01"
    assert "60 seconds old" in refusal(now=NOW + 60, tolerance=30)


@pytest.mark.parametrize(
    "payload", ["", "null", "[]", "17", '"text"', "<html>", "{", "{}", '{"type": "event", "id": "event_01"}']
)
def test_a_signed_payload_that_is_no_event_is_refused_without_being_shown(payload: str) -> None:
    message = refusal(payload, headers_for(payload))

    assert "is not an event" in message
    assert "event_01" not in message


@pytest.mark.parametrize("payload", [EVENT, None, 5, [PAYLOAD]])
def test_a_payload_that_was_parsed_is_refused_by_its_type(payload: Any) -> None:
    with pytest.raises(TypeError, match=f"not {type(payload).__name__}.*parsing loses"):
        check(payload, headers_for())


@pytest.mark.parametrize("wrap", [bytes, bytearray, memoryview])
def test_a_payload_of_bytes_is_taken_as_it_is(wrap: Callable[[bytes], Any]) -> None:
    payload = json.dumps({**EVENT, "note": "\u00e9\U0001f600"}, ensure_ascii=False).encode()

    assert check(wrap(payload), headers_for(payload)).id == "event_01"


@pytest.mark.parametrize(
    ("payload", "headers", "now"),
    [
        (PAYLOAD, headers_for(key=OTHER_KEY), NOW),
        (PAYLOAD, headers_for(), NOW + 9999),
        (PAYLOAD, {}, NOW),
        ("{", headers_for("{"), NOW),
    ],
)
def test_no_frame_of_a_refusal_holds_the_key(payload: str, headers: dict[str, str], now: float) -> None:
    with pytest.raises(APIWebhookValidationError) as caught:
        check(payload, headers, now=now)

    ours = [f for f, _ in traceback.walk_tb(caught.value.__traceback__) if "claude_client" in f.f_code.co_filename]
    shown = repr([frame.f_locals for frame in ours])
    assert ours
    assert KEY.removeprefix("whsec_") not in shown
    assert repr(SECRET) not in shown


# ---- headers of frameworks --------------------------------------------------------------------------------------


def as_message(headers: dict[str, str]) -> Message:
    message = Message()
    for name, value in headers.items():
        message[name] = value
    return message


class Items:
    """As werkzeug's headers are: no mapping, and iterating gives pairs."""

    def __init__(self, headers: dict[str, str]) -> None:
        self._pairs = list(headers.items())

    def __iter__(self) -> Any:
        return iter(self._pairs)

    def items(self) -> Any:
        return iter(self._pairs)


class OfRequest:
    def __init__(self, headers: Any) -> None:
        self.headers = headers


def as_bytes(headers: dict[str, str]) -> list[tuple[bytes, bytes]]:
    return [(name.encode(), value.encode()) for name, value in headers.items()]


FORMS: dict[str, Callable[[dict[str, str]], Any]] = {
    "upper case": lambda h: {name.upper(): value for name, value in h.items()},
    "title case": lambda h: {name.title(): value for name, value in h.items()},
    "among others": lambda h: {"host": "example.com", "x-none": None, **h},
    "pairs": lambda h: list(h.items()),
    "pairs once": lambda h: iter(h.items()),
    "lists of two": lambda h: [list(pair) for pair in h.items()],
    "WSGI environ": lambda h: {
        "wsgi.input": object(),
        "SERVER_PORT": "80",
        **{"HTTP_" + name.upper().replace("-", "_"): value for name, value in h.items()},
    },
    "pairs of bytes": as_bytes,
    "mapping of bytes": lambda h: dict(as_bytes(h)),
    "ASGI scope": lambda h: {"type": "http", "path": "/hook", "headers": as_bytes(h)},
    "gateway event": lambda h: {"body": PAYLOAD, "headers": h},
    "lists of values": lambda h: {name: [value] for name, value in h.items()},
    "http.server": as_message,
    "werkzeug": Items,
    "request": lambda h: OfRequest(h),
}


@pytest.mark.parametrize("form", FORMS)
def test_headers_are_taken_in_the_form_of_any_framework(form: str) -> None:
    assert check(headers=FORMS[form](headers_for())).id == "event_01"
    assert "no signature fits" in refusal(headers=FORMS[form](headers_for(key=OTHER_KEY)))


def test_a_signature_header_that_is_there_twice_counts_as_one() -> None:
    wrong, right = headers_for(key=OTHER_KEY), headers_for()

    assert check(headers=[*wrong.items(), ("webhook-signature", right["webhook-signature"])]).id == "event_01"


@pytest.mark.parametrize("name", ["webhook-id", "webhook-timestamp"])
def test_an_id_or_time_that_is_there_twice_is_refused(name: str) -> None:
    assert "different values" in refusal(headers=[*headers_for().items(), (name, "7")])
    assert check(headers=[*headers_for().items(), (name, headers_for()[name])]).id == "event_01"


@pytest.mark.parametrize("headers", ["webhook-id: 1", b"x", 5, ["webhook-id"], [("a", "b", "c")], [1]])
def test_what_are_no_headers_is_refused_by_its_type(headers: Any) -> None:
    with pytest.raises(TypeError, match="invalid headers"):
        check(headers=headers)


def test_missing_headers_are_named_together() -> None:
    assert "missing headers webhook-id, webhook-timestamp, webhook-signature" in refusal(headers={})
