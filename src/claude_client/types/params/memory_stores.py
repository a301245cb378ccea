"""What the API takes: memory stores.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Literal, TypeAlias

from typing_extensions import Required, TypedDict

from ..request_options import WorkspaceOptions
from ..responses.memory_stores import MemoryVersionOperation

MemoryView: TypeAlias = Literal["basic", "full"]
"""One of these, or another that came later. Beta."""


class PreconditionParam(TypedDict, total=False):
    type: Required[Literal["content_sha256"]]
    content_sha256: str


class MemoryStoreListParamsBase(TypedDict, total=False):
    """The query of `memory_stores.list`."""

    created_at_gte: str | datetime | None
    """Only those made at this moment or later."""

    created_at_lte: str | datetime | None
    """Only those made at this moment or earlier."""

    include_archived: bool | None
    """Give the archived ones too."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class MemoryStoreListParams(MemoryStoreListParamsBase, WorkspaceOptions, total=False):
    """What `memory_stores.list` takes, and the options of the call."""


class MemoryStoreCreateParamsBase(TypedDict, total=False):
    """The body of `memory_stores.create`."""

    name: Required[str]
    description: str | None
    metadata: Mapping[str, str] | None


class MemoryStoreCreateParams(MemoryStoreCreateParamsBase, WorkspaceOptions, total=False):
    """What `memory_stores.create` takes, and the options of the call."""


class MemoryStoreUpdateParamsBase(TypedDict, total=False):
    """The body of `memory_stores.update`."""

    description: str | None
    metadata: Mapping[str, str | None] | None
    name: str | None


class MemoryStoreUpdateParams(MemoryStoreUpdateParamsBase, WorkspaceOptions, total=False):
    """What `memory_stores.update` takes, and the options of the call."""


class MemoryListParamsBase(TypedDict, total=False):
    """The query of `memory_stores.memories.list`."""

    depth: int | None
    """How many folders deep to look."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""

    path_prefix: str | None
    """Only those whose path begins so."""

    view: MemoryView | None
    """Whether the texts come too."""


class MemoryListParams(MemoryListParamsBase, WorkspaceOptions, total=False):
    """What `memory_stores.memories.list` takes, and the options of the call."""


class MemoryCreateParamsBase(TypedDict, total=False):
    """The body of `memory_stores.memories.create`."""

    content: Required[str | None]
    """Its text."""

    path: Required[str]
    """Where it stands in the store, as `/folder/name.md`."""


class MemoryCreateParams(MemoryCreateParamsBase, WorkspaceOptions, total=False):
    """What `memory_stores.memories.create` takes, and the options of the call."""

    view: MemoryView | None


class MemoryDeleteParamsBase(TypedDict, total=False):
    """The query of `memory_stores.memories.delete`."""

    expected_content_sha256: str | None
    """Delete it only while its text has this SHA-256."""


class MemoryDeleteParams(MemoryDeleteParamsBase, WorkspaceOptions, total=False):
    """What `memory_stores.memories.delete` takes, and the options of the call."""


class MemoryRetrieveParamsBase(TypedDict, total=False):
    """The query of `memory_stores.memories.retrieve`."""

    view: MemoryView | None


class MemoryRetrieveParams(MemoryRetrieveParamsBase, WorkspaceOptions, total=False):
    """What `memory_stores.memories.retrieve` takes, and the options of the call."""


class MemoryUpdateParamsBase(TypedDict, total=False):
    """The body of `memory_stores.memories.update`."""

    content: str | None
    """Its new text."""

    path: str | None
    """Its new place in the store."""

    precondition: PreconditionParam | None
    """What has to hold still for the change to be made."""


class MemoryUpdateParams(MemoryUpdateParamsBase, WorkspaceOptions, total=False):
    """What `memory_stores.memories.update` takes, and the options of the call."""

    view: MemoryView | None


class MemoryVersionListParamsBase(TypedDict, total=False):
    """The query of `memory_stores.memory_versions.list`."""

    api_key_id: str | None
    created_at_gte: str | datetime | None
    """Only those made at this moment or later."""

    created_at_lte: str | datetime | None
    """Only those made at this moment or earlier."""

    limit: int | None
    """Objects per page."""

    memory_id: str | None
    operation: MemoryVersionOperation | None
    page: str | None
    """The token of a page, from the page before it."""

    service_account_id: str | None
    session_id: str | None
    view: MemoryView | None


class MemoryVersionListParams(MemoryVersionListParamsBase, WorkspaceOptions, total=False):
    """What `memory_stores.memory_versions.list` takes, and the options of the call."""


class MemoryVersionRetrieveParamsBase(TypedDict, total=False):
    """The query of `memory_stores.memory_versions.retrieve`."""

    view: MemoryView | None


class MemoryVersionRetrieveParams(MemoryVersionRetrieveParamsBase, WorkspaceOptions, total=False):
    """What `memory_stores.memory_versions.retrieve` takes, and the options of the call."""
