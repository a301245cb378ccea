"""`/v1/complete`: text that goes on where a prompt ends."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Final

from ...types.params.completions import CompletionCreateParamsBase
from ..call import Call, Endpoint, Result
from ..errors import invalid
from ..json_utils import Object, new_id
from ..models import find, no_such_model
from ..sse import chunks, event
from ..tokens import pieces
from ..validation import check
from .messages import event_stream

HUMAN: Final = "\n\nHuman:"
ASSISTANT: Final = "\n\nAssistant:"
# The models that this endpoint was made for; none of them takes messages.
_OWN_MODELS: Final = ("claude-2.1", "claude-2.0", "claude-instant-1.2")


async def create(call: Call) -> Result:
    body = await call.object()
    streamed = body.pop("stream", False)
    if not isinstance(streamed, bool):
        raise invalid("stream: Input should be a valid boolean")
    check(body, CompletionCreateParamsBase)
    if body["max_tokens_to_sample"] < 1:
        raise invalid("max_tokens_to_sample: Input should be greater than or equal to 1")
    model = find(body["model"])
    if model is None and body["model"] not in _OWN_MODELS:
        raise no_such_model(body["model"])
    completion = complete(body, model.id if model else body["model"])
    return event_stream(_events(completion)) if streamed else completion


def complete(body: Object, model: str) -> Object:
    """The completion of a valid body: a reply to what the human said last."""
    prompt: str = body["prompt"]
    if not prompt.startswith(HUMAN) or ASSISTANT not in prompt:
        raise invalid(f"prompt: has to begin with {HUMAN!r} and to end with {ASSISTANT!r}")
    question = prompt.rpartition(HUMAN)[2].partition(ASSISTANT)[0].strip()
    said = f' You wrote: "{question}". The sandbox has no model behind it: this is made from your prompt.'
    stops = [*(body.get("stop_sequences") or ()), HUMAN]
    ends = [said.find(stop) for stop in stops if stop in said]
    said = said[: min(ends)] if ends else said
    parts = pieces(said)
    cut = len(parts) > body["max_tokens_to_sample"]
    return {
        "id": new_id("compl"),
        "type": "completion",
        "completion": "".join(parts[: body["max_tokens_to_sample"]]),
        "stop_reason": "max_tokens" if cut else "stop_sequence",
        "model": model,
    }


async def _events(completion: Object) -> AsyncIterator[bytes]:
    for part in chunks(completion["completion"]):
        yield event(completion | {"completion": part, "stop_reason": None})
    yield event({"type": "ping"})
    yield event(completion | {"completion": ""})


ENDPOINTS: Final = (Endpoint("POST", "/v1/complete", create),)
