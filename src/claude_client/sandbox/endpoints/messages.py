"""`/v1/messages` and `/v1/messages/count_tokens`."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Final

from starlette.responses import StreamingResponse

from .. import message_creation
from ..call import Call, Endpoint, Result
from ..errors import invalid
from ..json_utils import Object
from ..message_creation import CreatedMessage, create_message, limited_by
from ..sse import event, message_events


async def create(call: Call) -> Result:
    body = await call.object()
    streamed = body.pop("stream", False)
    if not isinstance(streamed, bool):
        raise invalid("stream: Input should be a valid boolean")
    created = create_message(call.state, body, call.caller, call.received)
    usage = created.message["usage"]
    for limits in limited_by(usage):
        call.headers.update(call.state.quota.headers(limits))
    call.notes.append(f"{created.message['model']}, {usage['input_tokens']} in, {usage['output_tokens']} out")
    return event_stream(_events(created)) if streamed else created.message


def event_stream(events: AsyncIterator[bytes]) -> StreamingResponse:
    headers = {"cache-control": "no-cache"}
    return StreamingResponse(events, media_type="text/event-stream; charset=utf-8", headers=headers)


async def _events(created: CreatedMessage) -> AsyncIterator[bytes]:
    for data in message_events(created.message, created.unfinished_input, created.pace):
        # A wait of 0 gives the others their turn, and notices a client that has gone.
        await asyncio.sleep(created.pace.delay if data["type"] == "content_block_delta" else 0)
        yield event(data)


async def count_tokens(call: Call) -> Object:
    return {"input_tokens": message_creation.count_tokens(call.state, await call.object(), call.caller)}


ENDPOINTS: Final = (
    Endpoint("POST", "/v1/messages", create),
    Endpoint("POST", "/v1/messages/count_tokens", count_tokens),
)
