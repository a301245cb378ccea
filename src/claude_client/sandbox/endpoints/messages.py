"""`/v1/messages` and `/v1/messages/count_tokens`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Final

from starlette.responses import StreamingResponse

from .. import answering
from ..answering import Answered, limited_by, respond
from ..call import Answer, Call, Endpoint
from ..errors import invalid
from ..json_utils import Object
from ..sse import event, message_events


async def create(call: Call) -> Answer:
    body = await call.object()
    streamed = body.pop("stream", False)
    if not isinstance(streamed, bool):
        raise invalid("stream: Input should be a valid boolean")
    answered = respond(call.state, body, call.caller, call.received)
    usage = answered.message["usage"]
    for limits in limited_by(usage):
        call.headers.update(call.state.quota.headers(limits))
    call.notes.append(f"{answered.message['model']}, {usage['input_tokens']} in, {usage['output_tokens']} out")
    return event_stream(_events(answered)) if streamed else answered.message


def event_stream(events: AsyncIterator[bytes]) -> StreamingResponse:
    headers = {"cache-control": "no-cache"}
    return StreamingResponse(events, media_type="text/event-stream; charset=utf-8", headers=headers)


async def _events(answered: Answered) -> AsyncIterator[bytes]:
    for data in message_events(answered.message, answered.unfinished_input, answered.pace):
        # A wait of 0 gives the others their turn, and notices a client that has gone.
        await asyncio.sleep(answered.pace.delay if data["type"] == "content_block_delta" else 0)
        yield event(data)


async def count_tokens(call: Call) -> Object:
    return {"input_tokens": answering.count_tokens(call.state, await call.object(), call.caller)}


ENDPOINTS: Final = (
    Endpoint("POST", "/v1/messages", create),
    Endpoint("POST", "/v1/messages/count_tokens", count_tokens),
)
