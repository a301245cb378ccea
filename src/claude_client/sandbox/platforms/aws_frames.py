"""Messages of AWS event streams, as Amazon Bedrock sends them.

The format: https://smithy.io/2.0/aws/amazon-eventstream.html
"""

from __future__ import annotations

import json
import struct
from base64 import b64encode
from binascii import crc32
from typing import Final

from ..json_utils import Object

MEDIA_TYPE: Final = "application/vnd.amazon.eventstream"
_PADDING: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_EXCEPTIONS: Final = {
    "invalid_request_error": "validationException",
    "rate_limit_error": "throttlingException",
    "overloaded_error": "serviceUnavailableException",
    "timeout_error": "modelTimeoutException",
    "api_error": "internalServerException",
}


def event(data: Object) -> bytes:
    """The message for an event of the API; an `error` becomes an exception."""
    if data.get("type") == "error":
        error: Object = data.get("error") or {}
        kind = str(error.get("type"))
        # A type that is none of the API's stands for itself.
        return exception(_EXCEPTIONS.get(kind, kind), str(error.get("message")))
    if data.get("type") == "message_stop":
        data = {**data, "amazon-bedrock-invocationMetrics": {"invocationLatency": 1, "firstByteLatency": 1}}
    content = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
    # Padding, by which nobody can tell from its length what an event says.
    payload = {"bytes": b64encode(content).decode(), "p": _PADDING[: 1 + len(content) % len(_PADDING)]}
    return message(
        json.dumps(payload, separators=(",", ":")).encode(),
        {":event-type": "chunk", ":content-type": "application/json", ":message-type": "event"},
    )


def exception(kind: str, text: str) -> bytes:
    """The message for an exception in the middle of a stream."""
    return message(
        json.dumps({"message": text}).encode(),
        {":exception-type": kind, ":content-type": "application/json", ":message-type": "exception"},
    )


def message(payload: bytes, headers: dict[str, str]) -> bytes:
    """A message with headers that are all text."""
    encoded = b""
    for name, value in headers.items():
        text = value.encode()
        encoded += bytes([len(name)]) + name.encode() + b"\x07" + struct.pack(">H", len(text)) + text
    prelude = struct.pack(">II", 16 + len(encoded) + len(payload), len(encoded))
    whole = prelude + struct.pack(">I", crc32(prelude)) + encoded + payload
    return whole + struct.pack(">I", crc32(whole))
