"""`/v1/files`: uploads that go through to the store in pieces, and what is known of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Final
from urllib.parse import quote

from starlette.datastructures import UploadFile
from starlette.responses import Response, StreamingResponse

from .. import files
from ..call import MIB, Call, Endpoint
from ..errors import invalid
from ..json_utils import Object, member, new_id
from ..pages import page_by_id, page_by_token
from ..store import CHUNK_BYTES, Store

LIMIT: Final = 500 * MIB
OLDER_SHAPE: Final = "files-api-2025-04-14"
MOST_IDS: Final = 100
# What stands around the file in the body.
_ROOM_FOR_THE_FORM: Final = MIB


async def upload(call: Call) -> Object:
    async with call.form() as form:
        file = form.get("file")
        if not isinstance(file, UploadFile):
            raise invalid("file: Field required")
        seconds = form.get("expires_in_seconds")
        expires_at = files.expiry(seconds if isinstance(seconds, str) else None)
        name = files.check_name(file.filename or "")
        kind = files.mime_type(name, file.content_type, await file.read(16))
        await file.seek(0)
        id = new_id("file")
        try:
            size = await _keep(call, id, file)
        except BaseException:
            call.state.store.erase(id)
            raise
        kept = files.metadata(id, name, kind, size, expires_at=expires_at)
        call.state.store.put(files.KIND, id, kept, call.scope)
    call.notes.append(f"{name}, {size:,} bytes")
    return _show(call, kept)


async def _keep(call: Call, id: str, file: UploadFile) -> int:
    size = number = 0
    while part := await file.read(CHUNK_BYTES):
        call.state.store.append(id, number, part)
        size, number = size + len(part), number + 1
        await asyncio.sleep(0)  # other calls get their turn
    return size


async def list_all(call: Call) -> Object:
    found = call.state.store.all(files.KIND, call.scope)[::-1]
    ids = call.queries("ids")
    if len(ids) > MOST_IDS:
        raise invalid(f"ids: List should have at most {MOST_IDS} items")
    if ids:
        found = [file for file in found if file["id"] in ids]
    if session_id := call.query("scope_id"):
        found = [file for file in found if member(file, "scope").get("id") == session_id]
    shown = [_show(call, file) for file in found]
    return page_by_id(call, shown) if OLDER_SHAPE in call.betas else page_by_token(call, shown)


async def retrieve_metadata(call: Call) -> Object:
    return _show(call, files.find(call.state.store, call.path("file_id"), call.scope))


async def delete(call: Call) -> Object:
    files.delete(call.state.store, call.path("file_id"), call.scope)
    return {"id": call.path("file_id"), "type": "file_deleted"}


async def download(call: Call) -> Response:
    store = call.state.store
    file = files.readable(store, call.path("file_id"), call.scope)
    if not file["downloadable"]:
        raise files.not_downloadable(file["id"])
    headers = {
        "content-length": str(file["size_bytes"]),
        "content-disposition": f"attachment; filename*=UTF-8''{quote(file['filename'])}",
    }
    return StreamingResponse(_parts(store, file["id"]), media_type=file["mime_type"], headers=headers)


async def _parts(store: Store, id: str) -> AsyncIterator[bytes]:
    for part in store.parts(id):
        yield part


def _show(call: Call, file: Object) -> Object:
    return {name: file[name] for name in file if name != "expires_at"} if OLDER_SHAPE in call.betas else file


ENDPOINTS: Final = (
    Endpoint("GET", "/v1/files", list_all),
    Endpoint("POST", "/v1/files", upload, LIMIT + _ROOM_FOR_THE_FORM),
    Endpoint("GET", "/v1/files/{file_id}", retrieve_metadata),
    Endpoint("DELETE", "/v1/files/{file_id}", delete),
    Endpoint("GET", "/v1/files/{file_id}/content", download),
)
