"""Bodies of requests, and what comes back, for the tests of the sandbox."""

from __future__ import annotations

import json
import time
from typing import Any

import httpx

WEATHER = {
    "name": "get_weather",
    "description": "Looks up the weather of a place.",
    "input_schema": {
        "type": "object",
        "properties": {
            "city": {"type": "string"},
            "unit": {"enum": ["celsius", "fahrenheit"]},
            "days": {"type": "integer", "minimum": 1, "maximum": 7},
        },
        "required": ["city"],
    },
}


def body(question: Any = "What is the capital of France?", **fields: Any) -> dict[str, Any]:
    """A body of `messages.create`."""
    return {
        "model": "claude-opus-5",
        "max_tokens": 1024,
        "messages": [{"role": "user", "content": question}],
        **fields,
    }


def message(api: httpx.Client, question: Any = "What is the capital of France?", **fields: Any) -> dict[str, Any]:
    """The message that comes back; with `stream=True` put together from its events."""
    asked = body(question, **fields)
    if fields.get("stream"):
        return put_together(events(api, asked))
    response = api.post("/v1/messages", json=asked)
    assert response.status_code == 200, response.text
    return response.json()


def refused(api: httpx.Client, **fields: Any) -> tuple[int, str, str]:
    """Status, type and message of the error that responses."""
    response = api.post("/v1/messages", json=body(**fields))
    error = response.json()["error"]
    return response.status_code, error["type"], error["message"]


def text(message: dict[str, Any]) -> str:
    return "".join(block["text"] for block in message["content"] if block["type"] == "text")


def events(api: httpx.Client, asked: dict[str, Any]) -> list[dict[str, Any]]:
    """The events of a stream; each is named as its data says."""
    with api.stream("POST", "/v1/messages", json={**asked, "stream": True}) as response:
        assert response.status_code == 200
        assert response.headers["content-type"].startswith("text/event-stream")
        parts = response.read().decode().split("\n\n")
    found = []
    for part in parts[:-1]:
        name, data = part.split("\n")
        found.append(json.loads(data.removeprefix("data: ")))
        assert name == f"event: {found[-1]['type']}"
    assert parts[-1] == ""
    return found


def put_together(stream: list[dict[str, Any]]) -> dict[str, Any]:
    """The message that events amount to, by the rules of the API."""
    built = stream[0]["message"]
    written = ""
    for event in stream:
        if event["type"] == "content_block_start":
            built["content"].append(event["content_block"])
            written = ""
        elif event["type"] == "content_block_delta":
            block, delta = built["content"][event["index"]], event["delta"]
            if delta["type"] == "input_json_delta":
                written += delta["partial_json"]
            elif delta["type"] == "citations_delta":
                block["citations"].append(delta["citation"])
            else:
                field = {"text_delta": "text", "thinking_delta": "thinking", "signature_delta": "signature"}
                block[field[delta["type"]]] += delta[field[delta["type"]]]
        elif event["type"] == "content_block_stop" and written:
            built["content"][event["index"]]["input"] = json.loads(written)
        elif event["type"] == "message_delta":
            built |= event["delta"]
            built["usage"] |= event["usage"]
    return built


def ended(api: httpx.Client, id: str) -> dict[str, Any]:
    """A batch once it has ended."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        batch = api.get(f"/v1/messages/batches/{id}").json()
        if batch["processing_status"] == "ended":
            return batch
    raise AssertionError(f"{id} did not end")


def refusal(response: httpx.Response) -> tuple[int, str]:
    """Status and message of an error."""
    assert response.json()["type"] == "error"
    return response.status_code, response.json()["error"]["message"]
