"""The files that a sandbox keeps: their metadata, their bytes, when they expire, which may be downloaded."""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from .attachments import image_type
from .errors import Refusal, invalid, not_found
from .json_utils import Object, moment, new_id, now, timestamp
from .store import Store

KIND: Final = "file"
SECONDS_TO_EXPIRY: Final = (3_600, 7_776_000)
_FORBIDDEN_IN_NAMES: Final = re.compile(r'[<>:"|?*\\/\x00-\x1f]')


def check_name(name: str) -> str:
    if not 1 <= len(name) <= 255:
        raise invalid("file: The filename has to have 1 to 255 characters")
    if _FORBIDDEN_IN_NAMES.search(name):
        raise invalid('file: The filename contains a character that is not allowed: <>:"|?*\\/ or a control character')
    return name


def mime_type(name: str, announced: str | None, beginning: bytes) -> str:
    """What the client said, where that says something; else what the name or the first bytes tell."""
    if announced and announced != "application/octet-stream":
        return announced.partition(";")[0].strip()
    if beginning.startswith(b"%PDF-"):
        return "application/pdf"
    return mimetypes.guess_type(name)[0] or image_type(beginning) or "application/octet-stream"


def metadata(
    id: str, name: str, kind: str, size: int, *, downloadable: bool = False, expires_at: datetime | None = None
) -> Object:
    return {
        "id": id,
        "type": "file",
        "filename": name,
        "mime_type": kind,
        "size_bytes": size,
        "created_at": timestamp(now()),
        "expires_at": timestamp(expires_at) if expires_at else None,
        "downloadable": downloadable,
    }


def generate(
    store: Store,
    name: str,
    content: bytes | Iterable[bytes],
    media_type: str | None = None,
    *,
    scope: str = "",
    session_id: str | None = None,
) -> Object:
    """Keep a file as if the model had made it, so that it can be downloaded.

    Args:
        store: Where it is kept.
        name: Its name.
        content: The bytes, or parts of them.
        media_type: What it is, where the name does not tell.
        scope: The workspace that it belongs to.
        session_id: The session that made it.
    """
    parts = [content] if isinstance(content, bytes) else content
    id, size = new_id("file"), 0
    for number, part in enumerate(parts):
        store.append(id, number, part)
        size += len(part)
    made = metadata(id, check_name(name), mime_type(name, media_type, b""), size, downloadable=True)
    if session_id is not None:
        made["scope"] = {"type": "session", "id": session_id}
    store.put(KIND, id, made, scope)
    return made


def get(store: Store, id: str, scope: str) -> Object | None:
    """The metadata of a file of a workspace; None where there is none."""
    return store.get(KIND, id, scope)


def find(store: Store, id: str, scope: str) -> Object:
    file = get(store, id, scope)
    if file is None:
        raise not_found(f"File not found: {id}")
    return file


def expired(file: Object) -> bool:
    return file["expires_at"] is not None and moment(file["expires_at"]) <= now()


def readable(store: Store, id: str, scope: str) -> Object:
    """The metadata of a file whose content is still there."""
    file = find(store, id, scope)
    if expired(file):
        raise not_found(f"File expired: {id}", error_code="file_expired")
    return file


def content(store: Store, scope: str, id: str) -> tuple[bytes, str, str]:
    """Bytes, media type and name, for a message that has the file attached."""
    file = readable(store, id, scope)
    return store.read(id), file["mime_type"], file["filename"]


def expiry(seconds: str | None) -> datetime | None:
    """When a file expires that was uploaded with `expires_in_seconds`."""
    if seconds is None:
        return None
    least, most = SECONDS_TO_EXPIRY
    if not re.fullmatch("[0-9]{1,9}", seconds) or not least <= int(seconds) <= most:
        raise invalid(f"expires_in_seconds: Input should be between {least} and {most}")
    return now() + timedelta(seconds=int(seconds))


def delete(store: Store, id: str, scope: str) -> None:
    find(store, id, scope)
    with store.transaction():
        store.delete(KIND, id, scope)
        store.erase(id)


def not_downloadable(id: str) -> Refusal:
    return invalid(f"File {id} was uploaded and is not downloadable", error_code="file_not_downloadable")
