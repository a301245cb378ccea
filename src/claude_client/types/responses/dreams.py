"""What the API returns: dreams.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class DreamErrorObject(Model):
    message: str
    type: str


class DreamMemoryStoreInput(Model):
    memory_store_id: str
    type: Literal["memory_store"]


class DreamSessionsInput(Model):
    session_ids: list[str]
    type: Literal["sessions"]


DreamInput: TypeAlias = Annotated[DreamMemoryStoreInput | DreamSessionsInput, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class DreamModelConfig(Model):
    id: str
    speed: Literal["standard", "fast"] | None = None


class OutputBehaviorCreateNew(Model):
    type: Literal["create_new"]


class OutputBehaviorUpdateExisting(Model):
    memory_store_id: str
    type: Literal["update_existing"]


OutputBehavior: TypeAlias = Annotated[OutputBehaviorCreateNew | OutputBehaviorUpdateExisting, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class DreamOutput(Model):
    memory_store_id: str
    type: Literal["memory_store"]


DreamStatus: TypeAlias = Literal["pending", "running", "completed", "failed", "canceled"]
"""One of these, or another that came later. Beta."""


class DreamUsage(Model):
    cache_creation_input_tokens: int
    """Input tokens written to the cache."""

    cache_read_input_tokens: int
    """Input tokens read from the cache."""

    input_tokens: int
    output_tokens: int


class Dream(Model):
    id: str
    archived_at: datetime | None = None
    """When it was archived; None while it is not."""

    created_at: datetime
    ended_at: datetime | None = None
    error: DreamErrorObject | None = None
    inputs: list[DreamInput]
    instructions: str | None = None
    model: DreamModelConfig
    output_behavior: OutputBehavior
    outputs: list[DreamOutput]
    session_id: str | None = None
    status: DreamStatus
    type: Literal["dream"]
    usage: DreamUsage
