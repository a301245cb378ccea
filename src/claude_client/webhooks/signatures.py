"""Signatures of Standard Webhooks: HMAC-SHA256 over id, timestamp and payload, compared in constant time.

What is wrong with a delivery is returned and not raised, so that no frame of a traceback holds a key.

Specification: https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Iterable
from typing import Final

from ..types.request_options import WebhookKey as WebhookKey

TOLERANCE_SECONDS: Final = 300.0
"""How far the time of a delivery may be from now, in both directions."""

_PREFIX: Final = "whsec_"
_TIMESTAMP: Final = re.compile(r"[0-9]{1,12}", re.ASCII).fullmatch
# Separated by spaces; a server that folds two headers of one name into one puts a comma between them.
_SIGNATURE: Final = re.compile(r"(?:^|[\s,])(v[0-9]+[a-z]*),([A-Za-z0-9+/=_-]+)", re.ASCII)


def read_keys(key: WebhookKey) -> list[bytes] | str:
    """The bytes of one or several keys; text that says what is wrong with one, which shows nothing of it."""
    given: Iterable[object] = key.split() if isinstance(key, str) else key
    if isinstance(given, (bytes, bytearray)):
        given = [given]
    keys: list[bytes] = []
    for number, each in enumerate(given):
        read = _read_key(each)
        if isinstance(read, str):
            return read if number == 0 else f"{read} (key {number + 1})"
        keys.append(read)
    return keys or "no webhook key: expected at least one"


def _read_key(key: object) -> bytes | str:
    if isinstance(key, (bytes, bytearray)):
        if not key.startswith(_PREFIX.encode()):
            return bytes(key) or "the webhook key is empty"
        key = key.decode("latin-1")
    if not isinstance(key, str):
        return f"invalid webhook key: expected str or bytes, not {type(key).__name__}"
    text = key.strip().removeprefix(_PREFIX)
    try:
        read = base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        return f"invalid webhook key: expected {_PREFIX} and base64, as the API shows it"
    # With an empty key anybody could sign.
    return read or "the webhook key is empty"


def sign(payload: str | bytes, *, key: WebhookKey, id: str, timestamp: int) -> str:
    """The value of `webhook-signature` for a delivery: one signature for each key. For tests, and for senders.

    Args:
        payload: The body, byte for byte as it is sent.
        key: The signing key, or several.
        id: The value of `webhook-id`.
        timestamp: The value of `webhook-timestamp`, in seconds since 1970.

    Raises:
        ValueError: A key is invalid.
    """
    keys = read_keys(key)
    del key
    if isinstance(keys, str):
        raise ValueError(keys)
    data = payload.encode() if isinstance(payload, str) else payload
    return " ".join(f"v1,{_signature(each, id, str(timestamp), data)}" for each in keys)


def _signature(key: bytes, id: str, timestamp: str, payload: bytes) -> str:
    signed = f"{id}.{timestamp}.".encode("utf-8", "surrogateescape") + payload
    return base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()


def find_problem(
    keys: Iterable[bytes], *, id: str, timestamp: str, signatures: str, payload: bytes, now: float, tolerance: float
) -> str | None:
    """Why a delivery cannot be trusted; None where it can.

    Args:
        keys: The keys, of which one has to fit.
        id: The value of `webhook-id`.
        timestamp: The value of `webhook-timestamp`.
        signatures: The value of `webhook-signature`.
        payload: The body, byte for byte as it came.
        now: Seconds since 1970.
        tolerance: Seconds that `timestamp` may be from `now`, in both directions.
    """
    if not _TIMESTAMP(timestamp):
        return f"invalid webhook-timestamp {timestamp[:40]!a}: expected seconds since 1970"
    age = now - int(timestamp)
    if abs(age) > tolerance:
        when = f"{age:,.0f} seconds old" if age > 0 else f"{-age:,.0f} seconds in the future"
        return f"the delivery is {when}, more than {tolerance:g}: check the clock; an old one may be a replay"
    found = _SIGNATURE.findall(signatures)
    given = [signature.encode() for version, signature in found if version == "v1"]
    if not given:
        others = sorted({version for version, _ in found})
        return f"webhook-signature has no signature of version v1{', only ' + ', '.join(others) if others else ''}"
    fits = False
    for key in keys:
        expected = _signature(key, id, timestamp, payload).encode()
        for signature in given:
            # All are compared, so that the time says nothing of which fits.
            fits |= hmac.compare_digest(expected, signature)
    if fits:
        return None
    return (
        "no signature fits the payload: check that the key is that of this endpoint, and that the payload is the body "
        "as it came, before anything parsed or changed it"
    )
