"""Webhooks as the API sends them: signed after Standard Webhooks, and posted to a receiver on this machine.

deliver("http://127.0.0.1:8080/hook", {"type": "session.created", "id": "sesn_1", ...}, key="whsec_...")
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import http.client
import ipaddress
import json
import time
from urllib.parse import urlsplit

from .json_utils import Object, new_id, now, timestamp

_TIMEOUT_SECONDS = 10.0


def deliver(url: str, data: Object, *, key: str, at: float | None = None) -> int:
    """Post an event to a receiver; gives the status of its response.

    Args:
        url: The receiver: `http` and a loopback address, so that nothing leaves this machine.
        data: What the event says, with its `type`; ids that it leaves out are made up.
        key: The signing key of the endpoint, `whsec_` and base64.
        at: The time of the delivery in seconds since 1970; now when left out.

    Raises:
        ValueError: The receiver is not on this machine.
        OSError: It is not there, or does not respond.
    """
    parts = urlsplit(url)
    if parts.scheme != "http" or not _is_loopback(parts.hostname or ""):
        raise ValueError(f"invalid receiver {parts.scheme}://{parts.hostname}: expected http and a loopback address")
    of_event = {"id": new_id("obj"), "organization_id": new_id("org"), "workspace_id": new_id("wrkspc"), **data}
    event = {"id": new_id("whevt"), "type": "event", "created_at": timestamp(now()), "data": of_event}
    body = json.dumps(event).encode()
    id, moment = new_id("msg"), str(int(time.time() if at is None else at))
    secret = base64.b64decode(key.removeprefix("whsec_") + "==")
    digest = hmac.digest(secret, f"{id}.{moment}.".encode() + body, hashlib.sha256)
    headers = {
        "content-type": "application/json",
        "webhook-id": id,
        "webhook-timestamp": moment,
        "webhook-signature": "v1," + base64.b64encode(digest).decode(),
    }
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port or 80, timeout=_TIMEOUT_SECONDS)
    try:
        connection.request("POST", parts.path or "/", body, headers)
        return connection.getresponse().status
    finally:
        connection.close()


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
