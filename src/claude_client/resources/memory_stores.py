"""Memory stores: what agents remember from one session to the next.

API: https://platform.claude.com/docs/en/api/beta/memory_stores

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from .. import types
from ..core.endpoint import Mode, Raw, Resource, Streamed, endpoint, paginated
from ..core.request import path

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..core.pages import AsyncPage, Page
    from ..core.request import Request
    from ..types import (
        DeletedMemory,
        DeletedMemoryStore,
        Memory,
        MemoryCreateParams,
        MemoryDeleteParams,
        MemoryListItem,
        MemoryListParams,
        MemoryRetrieveParams,
        MemoryStore,
        MemoryStoreCreateParams,
        MemoryStoreListParams,
        MemoryStoreUpdateParams,
        MemoryUpdateParams,
        MemoryVersion,
        MemoryVersionListParams,
        MemoryVersionRetrieveParams,
    )
    from ..types.request_options import WorkspaceOptions

_BETAS = ("agent-memory-2026-07-22",)


class MemoryVersions(Resource[Mode]):
    """The versions that memories had."""

    @property
    def with_raw_response(self) -> MemoryVersions[Raw[Mode]]:
        """The same calls, giving the response."""
        return MemoryVersions(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> MemoryVersions[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return MemoryVersions(self._binding.as_streamed())

    @endpoint
    def retrieve(
        self, memory_version_id: str, *, memory_store_id: str, **params: Unpack[MemoryVersionRetrieveParams]
    ) -> Request[MemoryVersion]:
        """One version of a memory. Beta.

        Raises:
            NotFoundError: There is no such version.

        API: https://platform.claude.com/docs/en/api/beta/memory_stores/memory_versions/retrieve
        """
        return self._get(
            path(
                "/v1/memory_stores/{memory_store_id}/memory_versions/{memory_version_id}",
                memory_store_id=memory_store_id,
                memory_version_id=memory_version_id,
            ),
            types.MemoryVersion,
            params,
            betas=_BETAS,
        )

    @paginated
    def list(
        self, memory_store_id: str, **params: Unpack[MemoryVersionListParams]
    ) -> Request[Page[MemoryVersion], AsyncPage[MemoryVersion]]:
        """The versions of memories. Beta.

        API: https://platform.claude.com/docs/en/api/beta/memory_stores/memory_versions/list
        """
        return self._list(
            path("/v1/memory_stores/{memory_store_id}/memory_versions", memory_store_id=memory_store_id),
            types.MemoryVersion,
            params,
            nested=("created_at",),
            betas=_BETAS,
        )

    @endpoint
    def redact(
        self, memory_version_id: str, *, memory_store_id: str, **options: Unpack[WorkspaceOptions]
    ) -> Request[MemoryVersion]:
        """Take the content out of a version of a memory, for good. Beta.

        API: https://platform.claude.com/docs/en/api/beta/memory_stores/memory_versions/redact
        """
        return self._act(
            path(
                "/v1/memory_stores/{memory_store_id}/memory_versions/{memory_version_id}/redact",
                memory_store_id=memory_store_id,
                memory_version_id=memory_version_id,
            ),
            types.MemoryVersion,
            options,
            betas=_BETAS,
        )


class Memories(Resource[Mode]):
    """The memories in a store."""

    @property
    def with_raw_response(self) -> Memories[Raw[Mode]]:
        """The same calls, giving the response."""
        return Memories(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Memories[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Memories(self._binding.as_streamed())

    @endpoint
    def create(self, memory_store_id: str, **params: Unpack[MemoryCreateParams]) -> Request[Memory]:
        """Create a memory. Beta.

        API: https://platform.claude.com/docs/en/api/beta/memory_stores/memories/create
        """
        return self._post(
            path("/v1/memory_stores/{memory_store_id}/memories", memory_store_id=memory_store_id),
            types.Memory,
            params,
            query=("view",),
            betas=_BETAS,
        )

    @endpoint
    def retrieve(
        self, memory_id: str, *, memory_store_id: str, **params: Unpack[MemoryRetrieveParams]
    ) -> Request[Memory]:
        """One memory. Beta.

        Raises:
            NotFoundError: There is no such memory.

        API: https://platform.claude.com/docs/en/api/beta/memory_stores/memories/retrieve
        """
        return self._get(
            path(
                "/v1/memory_stores/{memory_store_id}/memories/{memory_id}",
                memory_store_id=memory_store_id,
                memory_id=memory_id,
            ),
            types.Memory,
            params,
            betas=_BETAS,
        )

    @paginated
    def list(
        self, memory_store_id: str, **params: Unpack[MemoryListParams]
    ) -> Request[Page[MemoryListItem], AsyncPage[MemoryListItem]]:
        """The memories. Beta.

        API: https://platform.claude.com/docs/en/api/beta/memory_stores/memories/list
        """
        return self._list(
            path("/v1/memory_stores/{memory_store_id}/memories", memory_store_id=memory_store_id),
            cast("type[MemoryListItem]", types.MemoryListItem),
            params,
            betas=_BETAS,
        )

    @endpoint
    def update(self, memory_id: str, *, memory_store_id: str, **params: Unpack[MemoryUpdateParams]) -> Request[Memory]:
        """Change a memory; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such memory.

        API: https://platform.claude.com/docs/en/api/beta/memory_stores/memories/update
        """
        return self._post(
            path(
                "/v1/memory_stores/{memory_store_id}/memories/{memory_id}",
                memory_store_id=memory_store_id,
                memory_id=memory_id,
            ),
            types.Memory,
            params,
            query=("view",),
            betas=_BETAS,
        )

    @endpoint
    def delete(
        self, memory_id: str, *, memory_store_id: str, **params: Unpack[MemoryDeleteParams]
    ) -> Request[DeletedMemory]:
        """Delete a memory, for good. Beta.

        Raises:
            NotFoundError: There is no such memory.

        API: https://platform.claude.com/docs/en/api/beta/memory_stores/memories/delete
        """
        return self._delete(
            path(
                "/v1/memory_stores/{memory_store_id}/memories/{memory_id}",
                memory_store_id=memory_store_id,
                memory_id=memory_id,
            ),
            types.DeletedMemory,
            params,
            betas=_BETAS,
        )


class MemoryStores(Resource[Mode]):
    """Memory stores: what agents remember from one session to the next."""

    @property
    def with_raw_response(self) -> MemoryStores[Raw[Mode]]:
        """The same calls, giving the response."""
        return MemoryStores(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> MemoryStores[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return MemoryStores(self._binding.as_streamed())

    @cached_property
    def memories(self) -> Memories[Mode]:
        """The memories in a store."""
        return Memories(self._binding)

    @cached_property
    def memory_versions(self) -> MemoryVersions[Mode]:
        """The versions that memories had."""
        return MemoryVersions(self._binding)

    @endpoint
    def create(self, **params: Unpack[MemoryStoreCreateParams]) -> Request[MemoryStore]:
        """Create a memory store. Beta.

        API: https://platform.claude.com/docs/en/api/beta/memory_stores/create
        """
        return self._post("/v1/memory_stores", types.MemoryStore, params, betas=_BETAS)

    @endpoint
    def retrieve(self, memory_store_id: str, **options: Unpack[WorkspaceOptions]) -> Request[MemoryStore]:
        """One memory store. Beta.

        Raises:
            NotFoundError: There is no such memory store.

        API: https://platform.claude.com/docs/en/api/beta/memory_stores/retrieve
        """
        return self._get(
            path("/v1/memory_stores/{memory_store_id}", memory_store_id=memory_store_id),
            types.MemoryStore,
            options,
            betas=_BETAS,
        )

    @paginated
    def list(self, **params: Unpack[MemoryStoreListParams]) -> Request[Page[MemoryStore], AsyncPage[MemoryStore]]:
        """The memory stores. Beta.

        API: https://platform.claude.com/docs/en/api/beta/memory_stores/list
        """
        return self._list("/v1/memory_stores", types.MemoryStore, params, nested=("created_at",), betas=_BETAS)

    @endpoint
    def update(self, memory_store_id: str, **params: Unpack[MemoryStoreUpdateParams]) -> Request[MemoryStore]:
        """Change a memory store; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such memory store.

        API: https://platform.claude.com/docs/en/api/beta/memory_stores/update
        """
        return self._post(
            path("/v1/memory_stores/{memory_store_id}", memory_store_id=memory_store_id),
            types.MemoryStore,
            params,
            betas=_BETAS,
        )

    @endpoint
    def delete(self, memory_store_id: str, **options: Unpack[WorkspaceOptions]) -> Request[DeletedMemoryStore]:
        """Delete a memory store, for good. Beta.

        Raises:
            NotFoundError: There is no such memory store.

        API: https://platform.claude.com/docs/en/api/beta/memory_stores/delete
        """
        return self._delete(
            path("/v1/memory_stores/{memory_store_id}", memory_store_id=memory_store_id),
            types.DeletedMemoryStore,
            options,
            betas=_BETAS,
        )

    @endpoint
    def archive(self, memory_store_id: str, **options: Unpack[WorkspaceOptions]) -> Request[MemoryStore]:
        """Archive a memory store. Beta.

        API: https://platform.claude.com/docs/en/api/beta/memory_stores/archive
        """
        return self._act(
            path("/v1/memory_stores/{memory_store_id}/archive", memory_store_id=memory_store_id),
            types.MemoryStore,
            options,
            betas=_BETAS,
        )
