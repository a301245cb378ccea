"""`/v1/complete` over real HTTP."""

from __future__ import annotations

import json

import httpx

from .asking import refusal

PROMPT = "\n\nHuman: Who wrote Faust?\n\nAssistant:"


def test_a_prompt_is_completed(api: httpx.Client) -> None:
    sent = {"model": "claude-2.1", "prompt": PROMPT, "max_tokens_to_sample": 100}
    reply = api.post("/v1/complete", json=sent).json()

    assert reply["type"] == "completion"
    assert "Who wrote Faust?" in reply["completion"]
    assert (reply["stop_reason"], reply["model"]) == ("stop_sequence", "claude-2.1")


def test_a_completion_is_streamed(api: httpx.Client) -> None:
    sent = {"model": "claude-opus-5", "prompt": PROMPT, "max_tokens_to_sample": 10}
    whole = api.post("/v1/complete", json=sent).json()

    events = api.post("/v1/complete", json=sent | {"stream": True}).text.split("\n\n")

    pieces = [json.loads(event.split("data: ")[1]) for event in events if event.startswith("event: completion")]
    assert "".join(piece["completion"] for piece in pieces) == whole["completion"]
    assert [piece["stop_reason"] for piece in pieces][-1] == "max_tokens" == whole["stop_reason"]


def test_a_prompt_of_another_form_is_refused(api: httpx.Client) -> None:
    sent = {"model": "claude-2.1", "prompt": "Hi", "max_tokens_to_sample": 100}

    status, message = refusal(api.post("/v1/complete", json=sent))

    assert status == 400
    assert message.startswith("prompt:")
