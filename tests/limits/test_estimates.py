"""Estimated tokens, held against what the sandbox counts for the same request."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from claude_client import Client
from claude_client.limits.estimates import IMAGE_TOKENS, estimate_tokens
from claude_client.sandbox import Sandbox

PROSE = "The tide rises twice a day because the earth turns under two bulges of water. " * 20
TOOL = {
    "name": "get_high_tide",
    "description": "The time of high water.",
    "input_schema": {"type": "object", "properties": {"harbour": {"type": "string"}}},
}


@pytest.mark.parametrize(
    "params",
    [
        {"messages": [{"role": "user", "content": PROSE}]},
        {"messages": [{"role": "user", "content": [{"type": "text", "text": PROSE}]}], "system": PROSE},
        {
            "messages": [{"role": "user", "content": PROSE}] * 5,
            "tools": [{**TOOL, "name": f"tool_{number}"} for number in range(4)],
        },
    ],
    ids=["text", "blocks and system", "turns and tools"],
)
def test_an_estimate_of_text_is_near_the_count(params: dict[str, Any]) -> None:
    with Sandbox() as sandbox, Client(base_url=sandbox.url, api_key=sandbox.api_key) as client:
        counted = client.messages.count_tokens(model="claude-opus-5", **params).input_tokens

    assert 0.5 * counted <= estimate_tokens(params) <= 2 * counted


def test_an_image_is_not_weighed_by_its_bytes() -> None:
    source = {"type": "base64", "media_type": "image/png", "data": "A" * 1_000_000}
    params = {"messages": [{"role": "user", "content": [{"type": "image", "source": source}]}]}

    assert IMAGE_TOKENS <= estimate_tokens(params) <= IMAGE_TOKENS + 10


def test_a_pdf_is_weighed_by_its_size() -> None:
    data = base64.b64encode(b"%PDF-1.7" + bytes(2_000_000)).decode()
    source = {"type": "base64", "media_type": "application/pdf", "data": data}
    params = {"messages": [{"role": "user", "content": [{"type": "document", "source": source}]}]}

    assert 50_000 <= estimate_tokens(params) <= 200_000


@pytest.mark.parametrize("params", [{}, {"messages": None}, {"messages": [{"role": "user", "content": None}]}])
def test_what_is_missing_weighs_nothing(params: dict[str, Any]) -> None:
    assert estimate_tokens(params) <= 8
