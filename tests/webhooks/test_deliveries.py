"""Deliveries of the sandbox, received over HTTP and checked by us and by the reference library."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from standardwebhooks import Webhook

from claude_client import APIWebhookValidationError, AsyncClient, Client
from claude_client.sandbox.webhook_deliveries import deliver

KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
OTHER_KEY = "whsec_b2xkIGtleSBvZiBvdXJzIQ=="


class Receiver:
    """A server that checks what it gets."""

    def __init__(self, client: Any) -> None:
        self.events: list[Any] = []
        self.refusals: list[str] = []
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                try:
                    receiver.events.append(client.webhooks.unwrap(body, self.headers))
                    Webhook(KEY).verify(body, dict(self.headers.items()))
                except APIWebhookValidationError as error:
                    receiver.refusals.append(str(error))
                self.send_response(400 if receiver.refusals else 204)
                self.end_headers()

            def log_message(self, format: str, *args: object) -> None: ...

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()


@pytest.fixture(params=[Client, AsyncClient])
def receiver(request: pytest.FixtureRequest) -> Iterator[Receiver]:
    receiver = Receiver(request.param(webhook_key=KEY))
    yield receiver
    receiver.server.shutdown()
    receiver.server.server_close()


def test_a_delivery_of_the_sandbox_is_taken(receiver: Receiver) -> None:
    assert deliver(receiver.url, {"type": "session.status_idled", "id": "sesn_1"}, key=KEY) == 204

    assert [(each.data.type, each.data.id) for each in receiver.events] == [("session.status_idled", "sesn_1")]


@pytest.mark.parametrize(("key", "age", "told"), [(OTHER_KEY, 0, "no signature fits"), (KEY, 400, "seconds old")])
def test_one_with_another_key_or_of_another_time_is_refused(
    receiver: Receiver, key: str, age: float, told: str
) -> None:
    assert deliver(receiver.url, {"type": "session.created"}, key=key, at=time.time() - age) == 400

    assert told in receiver.refusals[0]


@pytest.mark.parametrize("url", ["http://192.0.2.1/hook", "https://127.0.0.1/hook", "http://example.com/", "file:///x"])
def test_nothing_is_posted_to_other_machines(url: str) -> None:
    with pytest.raises(ValueError, match="expected http and a loopback address"):
        deliver(url, {"type": "session.created"}, key=KEY)
