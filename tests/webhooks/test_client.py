"""`client.webhooks` on both clients: where the key comes from, and the events."""

from __future__ import annotations

import json
import pickle
import time
import traceback
from typing import Any, get_args

import pytest

from claude_client import AsyncClient, Client
from claude_client.types import WebhookEventData
from claude_client.webhooks import sign

both_clients = pytest.mark.parametrize("made", [Client, AsyncClient])

KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
OLD_KEY = "whsec_b2xkIGtleSBvZiBvdXJzIQ=="


def delivery(data: dict[str, Any], key: Any = KEY, **more: Any) -> tuple[bytes, dict[str, str]]:
    event = {"id": "event_01", "type": "event", "created_at": "2026-11-24T12:00:00Z", "data": data, **more}
    payload, at = json.dumps(event).encode(), int(time.time())
    signature = sign(payload, key=key, id="msg_01", timestamp=at)
    return payload, {"webhook-id": "msg_01", "webhook-timestamp": str(at), "webhook-signature": signature}


DATA = {"type": "session.created", "id": "sesn_01", "organization_id": "org_01", "workspace_id": "wrkspc_01"}


def members() -> dict[str, type[Any]]:
    union = get_args(get_args(WebhookEventData)[0])
    return {get_args(each.model_fields["type"].annotation)[0]: each for each in union}


@both_clients
def test_every_type_of_event_has_its_class(made: Any) -> None:
    client = made()

    assert len(members()) == 51
    for name, cls in members().items():
        event = client.webhooks.unwrap(*delivery({**DATA, "type": name}), key=KEY)
        assert type(event.data) is cls
        assert event.data.type == name
        assert event.data.id == "sesn_01"


@both_clients
def test_events_and_fields_that_are_new_are_kept(made: Any) -> None:
    client = made()
    new = client.webhooks.unwrap(*delivery({"type": "moon.risen", "id": "moon_01", "phase": "full"}), key=KEY)
    assert (new.data.type, new.data.id, new.data.phase) == ("moon.risen", "moon_01", "full")
    more = client.webhooks.unwrap(*delivery({**DATA, "color": "red"}, shape="round"), key=KEY)
    assert (more.data.color, more.shape) == ("red", "round")


@both_clients
def test_a_strict_client_refuses_what_is_new(made: Any) -> None:
    client = made(strict=True)
    with pytest.raises(Exception, match="is not an event"):
        client.webhooks.unwrap(*delivery({"type": "moon.risen", "id": "moon_01"}), key=KEY)


@both_clients
def test_the_key_comes_from_the_argument_the_client_or_the_environment(
    made: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    payload, headers = delivery(DATA)
    with pytest.raises(ValueError, match=r"give key=, webhook_key= .* ANTHROPIC_WEBHOOK_SIGNING_KEY"):
        made(api_key="sk-ant-test").webhooks.unwrap(payload, headers)

    monkeypatch.setenv("ANTHROPIC_WEBHOOK_SIGNING_KEY", KEY)
    assert made().webhooks.unwrap(payload, headers).id == "event_01"
    assert made().beta.webhooks.unwrap(payload, headers=headers).id == "event_01"
    assert made().webhook_key == KEY
    with pytest.raises(Exception, match="no signature fits"):
        made(webhook_key=OLD_KEY).webhooks.unwrap(payload, headers)
    assert made(webhook_key=OLD_KEY).webhooks.unwrap(payload, headers, key=KEY).id == "event_01"
    assert made(webhook_key=[OLD_KEY, KEY]).webhooks.unwrap(payload, headers).id == "event_01"
    assert made(webhook_key=OLD_KEY).with_options(webhook_key=KEY).webhooks.unwrap(payload, headers).id == "event_01"

    monkeypatch.setenv("ANTHROPIC_WEBHOOK_SIGNING_KEY", f"{OLD_KEY} {KEY}")
    assert made().webhooks.unwrap(payload, headers).id == "event_01"


@both_clients
def test_the_key_is_in_no_repr_no_pickle_and_no_traceback(made: Any) -> None:
    client = made(api_key="sk-ant-test", webhook_key=KEY)
    payload, headers = delivery(DATA, key=OLD_KEY)

    with pytest.raises(Exception, match="no signature fits") as caught:
        client.webhooks.unwrap(payload, headers)
    with pytest.raises(Exception, match="no signature fits") as with_argument:
        client.webhooks.unwrap(payload, headers, KEY)

    assert KEY not in repr(client) + repr(client.settings) + repr(client.webhooks)
    for error in (caught.value, with_argument.value):
        frames = [f for f, _ in traceback.walk_tb(error.__traceback__) if "claude_client" in f.f_code.co_filename]
        assert frames
        assert KEY not in repr([frame.f_locals for frame in frames])
    with pytest.raises(TypeError, match="webhook_key would be in the pickle"):
        pickle.dumps(client)


@both_clients
def test_a_payload_can_be_read_without_a_key(made: Any) -> None:
    client = made()
    event = client.webhooks.parse_unverified(delivery(DATA)[0].decode())
    assert event.data.type == "session.created"
    with pytest.raises(Exception, match="is not an event"):
        client.webhooks.parse_unverified("[]")
