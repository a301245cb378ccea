"""`/v1/messages` and `/v1/messages/count_tokens`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Final

from starlette.responses import StreamingResponse

from ..answering import COUNT_TOKENS, Answered, answer, ask, no_files
from ..call import Answer, Call, Endpoint
from ..errors import invalid
from ..sse import event, message_events
from ..values import Object


async def create(call: Call) -> Answer:
    body = await call.object()
    streamed = body.pop("stream", False)
    if not isinstance(streamed, bool):
        raise invalid("stream: Input should be a valid boolean")
    answered = answer(ask(body, call.version, call.betas, no_files))
    usage = answered.message["usage"]
    call.notes.append(f"{answered.message['model']}, {usage['input_tokens']} in, {usage['output_tokens']} out")
    call.state.quota.use("input-tokens", usage["input_tokens"])
    call.state.quota.use("output-tokens", usage["output_tokens"])
    if not streamed:
        return answered.message
    return StreamingResponse(
        _events(answered), media_type="text/event-stream; charset=utf-8", headers={"cache-control": "no-cache"}
    )


async def _events(answered: Answered) -> AsyncIterator[bytes]:
    for data in message_events(answered.message, answered.unfinished_input):
        yield event(data)


async def count_tokens(call: Call) -> Object:
    asked = ask(await call.object(), call.version, call.betas, no_files, COUNT_TOKENS)
    return {"input_tokens": asked.input_tokens}


ENDPOINTS: Final = (
    Endpoint("POST", "/v1/messages", create),
    Endpoint("POST", "/v1/messages/count_tokens", count_tokens),
)
