"""Content as attributes: its form, and that it is bounded."""

from __future__ import annotations

import json
from typing import Any

from claude_client.telemetry.content import content_attributes

IMAGE = {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "AAAA"}}
BODY: dict[str, Any] = {
    "system": [{"type": "text", "text": "Be brief."}],
    "messages": [
        {"role": "user", "content": "oldest"},
        {
            "role": "assistant",
            "content": [
                {"type": "thinking", "thinking": "hm", "signature": "x"},
                {"type": "tool_use", "id": "toolu_1", "name": "look", "input": {"at": "it"}},
            ],
        },
        {
            "role": "user",
            "content": [
                {"type": "tool_result", "tool_use_id": "toolu_1", "content": [{"type": "text", "text": "seen"}, IMAGE]},
                IMAGE,
                {"type": "later", "data": "AAAA"},
            ],
        },
    ],
}
CONTENT = [{"type": "text", "text": "newest"}]


def content_of(body: Any = BODY, content: Any = CONTENT, max_bytes: int = 100_000) -> dict[str, Any]:
    return content_attributes(json.dumps(body).encode(), content, max_bytes)


def test_blocks_become_the_parts_of_the_conventions() -> None:
    found = content_of()

    assert json.loads(found["gen_ai.system_instructions"]) == [{"type": "text", "content": "Be brief."}]
    assert json.loads(found["gen_ai.input.messages"])[1:] == [
        {
            "role": "assistant",
            "parts": [
                {"type": "reasoning", "content": "hm"},
                {"type": "tool_call", "id": "toolu_1", "name": "look", "arguments": {"at": "it"}},
            ],
        },
        {
            "role": "user",
            "parts": [
                {
                    "type": "tool_call_response",
                    "id": "toolu_1",
                    "response": [{"type": "text", "text": "seen"}, {"type": "image"}],
                },
                {"type": "anthropic_image"},
                {"type": "anthropic_later"},
            ],
        },
    ]
    assert json.loads(found["gen_ai.output.messages"]) == [
        {"role": "assistant", "parts": [{"type": "text", "content": "newest"}]}
    ]
    assert "anthropic.content.truncated" not in found


def test_bytes_of_images_are_never_content() -> None:
    assert "AAAA" not in str(content_of())


def test_what_was_said_last_stays_where_it_is_too_much() -> None:
    whole = content_of()
    size = sum(len(value.encode()) for value in whole.values())

    for limit in range(1, size):
        found = content_of(max_bytes=limit)

        assert found.pop("anthropic.content.truncated") is True
        assert sum(len(value.encode()) for value in found.values()) <= limit
        inputs = json.loads(found.get("gen_ai.input.messages", "[]"))
        if inputs:
            assert "gen_ai.output.messages" in found
            assert inputs[-1]["role"] == "user"
        if "gen_ai.system_instructions" in found:
            assert len(inputs) == 3


def test_a_long_message_is_cut_by_parts() -> None:
    content = [{"type": "text", "text": "x" * 50} for _ in range(10)]

    found = content_of({"messages": []}, content, 400)

    [message] = json.loads(found["gen_ai.output.messages"])
    assert 0 < len(message["parts"]) < 10
    assert found["anthropic.content.truncated"] is True


def test_bytes_are_counted_and_not_characters() -> None:
    found = content_of({"messages": []}, [{"type": "text", "text": "ü" * 100}], 250)

    assert "gen_ai.output.messages" not in found
    assert found["anthropic.content.truncated"] is True
