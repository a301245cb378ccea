"""`/v1/messages/batches`."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Final

from starlette.responses import StreamingResponse

from .. import batches
from ..call import MIB, Call, Endpoint
from ..errors import not_found
from ..json_utils import Object
from ..pages import page_by_id
from ..store import Store

LIMIT: Final = 256 * MIB
_LINES_AT_ONCE: Final = 100


async def create(call: Call) -> Object:
    requests = batches.parse_requests(await call.object())
    batch = batches.create(call.state, requests, call.caller)
    call.processor.start(batch["id"])
    call.notes.append(f"{len(requests)} requests")
    return _show(call, batch)


async def list_all(call: Call) -> Object:
    found = batches.all_of(call.state.store, call.scope)[::-1]
    return page_by_id(call, [_show(call, batch) for batch in found])


async def retrieve(call: Call) -> Object:
    return _show(call, batches.find(call.state.store, call.path("message_batch_id"), call.scope))


async def cancel(call: Call) -> Object:
    batch = batches.cancel(call.state.store, call.path("message_batch_id"), call.scope)
    call.processor.hurry(batch["id"])
    return _show(call, batch)


async def delete(call: Call) -> Object:
    batches.delete(call.state.store, call.path("message_batch_id"), call.scope)
    return {"id": call.path("message_batch_id"), "type": "message_batch_deleted"}


async def results(call: Call) -> StreamingResponse:
    batch = batches.find(call.state.store, call.path("message_batch_id"), call.scope)
    if batch["processing_status"] != "ended":
        raise not_found(f"Message batch {batch['id']} has no results yet: it is {batch['processing_status']}")
    return StreamingResponse(_lines(call.state.store, batch["id"]), media_type="application/x-jsonl")


async def _lines(store: Store, id: str) -> AsyncIterator[bytes]:
    after = 0
    while found := store.some(batches.RESULT, id, after, _LINES_AT_ONCE):
        after = found[-1][0]
        yield "".join(json.dumps(result, ensure_ascii=False) + "\n" for _, result in found).encode()


def _show(call: Call, batch: Object) -> Object:
    return batches.show(batch, str(call.request.base_url))


ENDPOINTS: Final = (
    Endpoint("GET", "/v1/messages/batches", list_all),
    Endpoint("POST", "/v1/messages/batches", create, LIMIT),
    Endpoint("GET", "/v1/messages/batches/{message_batch_id}", retrieve),
    Endpoint("DELETE", "/v1/messages/batches/{message_batch_id}", delete),
    Endpoint("POST", "/v1/messages/batches/{message_batch_id}/cancel", cancel),
    Endpoint("GET", "/v1/messages/batches/{message_batch_id}/results", results),
)
