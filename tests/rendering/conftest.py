from __future__ import annotations

import base64
import json
import struct
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from both import Both
from claude_client.core.decoding import decode
from claude_client.sandbox import Sandbox
from claude_client.types import Message


def png() -> bytes:
    """One red pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b"")


@pytest.fixture
def picture() -> str:
    return base64.b64encode(png()).decode()


@pytest.fixture
def make_message() -> Callable[..., Message]:
    """Makes a message of these blocks."""

    def make(*blocks: dict[str, Any], **fields: Any) -> Message:
        message = {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": "claude-opus-5",
            "stop_reason": "end_turn",
            "stop_sequence": None,
            "usage": {"input_tokens": 1234, "output_tokens": 5, "cache_read_input_tokens": 20000},
            "content": list(blocks),
        }
        return decode(Message, json.dumps({**message, **fields}).encode())

    return make


@pytest.fixture
def told() -> Iterator[Sandbox]:
    """A sandbox that only this test tells what to do."""
    with Sandbox() as running:
        yield running


@pytest.fixture(params=["sync", "asyncio", "trio"])
def on_sandbox(request: pytest.FixtureRequest, told: Sandbox) -> Both:
    """Each client in turn, calling it."""
    return Both(request.param, base_url=told.url, api_key=told.api_key, max_retries=0)
