"""What the API takes: dreams.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import IterableParam, Tagged
from ..request_options import WorkspaceOptions
from ..responses.dreams import DreamStatus


class DreamMemoryStoreInputParam(TypedDict, total=False):
    memory_store_id: Required[str]
    type: Required[Literal["memory_store"]]


class DreamSessionsInputParam(TypedDict, total=False):
    session_ids: Required[Sequence[str]]
    type: Required[Literal["sessions"]]


DreamInputParam: TypeAlias = Annotated[DreamMemoryStoreInputParam | DreamSessionsInputParam, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class DreamModelConfigParam(TypedDict, total=False):
    id: Required[str]
    speed: Literal["standard", "fast"] | None


DreamCreateParamsModel: TypeAlias = str | DreamModelConfigParam
"""One of these. Beta."""


class OutputBehaviorCreateNewParam(TypedDict, total=False):
    type: Required[Literal["create_new"]]


class OutputBehaviorUpdateExistingParam(TypedDict, total=False):
    memory_store_id: Required[str]
    type: Required[Literal["update_existing"]]


OutputBehaviorParam: TypeAlias = Annotated[
    OutputBehaviorCreateNewParam | OutputBehaviorUpdateExistingParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class DreamListParamsBase(TypedDict, total=False):
    """The query of `dreams.list`."""

    created_at_gt: str | datetime | None
    """Only those made after this moment."""

    created_at_lt: str | datetime | None
    """Only those made before this moment."""

    include_archived: bool | None
    """Give the archived ones too."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""

    statuses: IterableParam[DreamStatus] | None


class DreamListParams(DreamListParamsBase, WorkspaceOptions, total=False):
    """What `dreams.list` takes, and the options of the call."""


class DreamCreateParamsBase(TypedDict, total=False):
    """The body of `dreams.create`."""

    inputs: Required[IterableParam[DreamInputParam]]
    """What to learn from: a memory store, and past sessions."""

    model: Required[DreamCreateParamsModel]
    instructions: str | None
    """What to look for."""

    output_behavior: OutputBehaviorParam | None
    """Where the memories go."""


class DreamCreateParams(DreamCreateParamsBase, WorkspaceOptions, total=False):
    """What `dreams.create` takes, and the options of the call."""
