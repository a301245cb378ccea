"""What the API returns: memory stores.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class MemoryStore(Model):
    id: str
    archived_at: datetime | None = None
    """When it was archived; None while it is not."""

    created_at: datetime
    description: str
    metadata: dict[str, str]
    name: str
    type: Literal["memory_store"]
    updated_at: datetime


class DeletedMemoryStore(Model):
    id: str
    type: Literal["memory_store_deleted"]


class Memory(Model):
    id: str
    content_sha256: str
    content_size_bytes: int
    created_at: datetime
    memory_store_id: str
    memory_version_id: str
    path: str
    type: Literal["memory"]
    updated_at: datetime
    content: str | None = None


class MemoryPrefix(Model):
    path: str
    type: Literal["memory_prefix"]


MemoryListItem: TypeAlias = Annotated[Memory | MemoryPrefix, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class DeletedMemory(Model):
    id: str
    type: Literal["memory_deleted"]


MemoryVersionOperation: TypeAlias = Literal["created", "modified", "deleted"]
"""One of these, or another that came later. Beta."""


class SessionActor(Model):
    session_id: str
    type: Literal["session_actor"]


class APIActor(Model):
    api_key_id: str
    type: Literal["api_actor"]


class UserActor(Model):
    type: Literal["user_actor"]
    user_id: str


class ServiceAccountActor(Model):
    service_account_id: str
    type: Literal["service_account_actor"]


Actor: TypeAlias = Annotated[SessionActor | APIActor | UserActor | ServiceAccountActor, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class MemoryVersion(Model):
    id: str
    created_at: datetime
    memory_id: str
    memory_store_id: str
    operation: MemoryVersionOperation
    type: Literal["memory_version"]
    content: str | None = None
    content_sha256: str | None = None
    content_size_bytes: int | None = None
    created_by: Actor | None = None
    path: str | None = None
    redacted_at: datetime | None = None
    redacted_by: Actor | None = None
