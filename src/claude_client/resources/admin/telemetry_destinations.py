"""Where the API itself exports telemetry to, by OTLP.

API: https://platform.claude.com/docs/en/api/admin/telemetry_destinations

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ... import types
from ...core.endpoint import Mode, Raw, Streamed, endpoint, paginated
from ...core.request import path
from ._resource import AdminResource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...core.pages import AsyncPage, Page
    from ...core.request import Request
    from ...types import (
        DeletedTelemetryDestination,
        DeletedTelemetryDestinationWorkspace,
        TelemetryDestination,
        TelemetryDestinationCreateParams,
        TelemetryDestinationListParams,
        TelemetryDestinationTestResponse,
        TelemetryDestinationUpdateParams,
        TelemetryDestinationWorkspace,
        TelemetryDestinationWorkspaceListParams,
    )
    from ...types.request_options import RequestOptions

_BETAS = ("telemetry-destinations-2026-08-11",)


class Workspaces(AdminResource[Mode]):
    """The workspaces whose telemetry goes to a destination."""

    @property
    def with_raw_response(self) -> Workspaces[Raw[Mode]]:
        """The same calls, giving the response."""
        return Workspaces(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Workspaces[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Workspaces(self._binding.as_streamed())

    @endpoint
    def add(
        self, workspace_id: str, *, destination_id: str, **options: Unpack[RequestOptions]
    ) -> Request[TelemetryDestinationWorkspace]:
        """Send a workspace's telemetry to a destination. Beta.

        API: https://platform.claude.com/docs/en/api/admin/telemetry_destinations/workspaces/add
        """
        return self._act(
            path(
                "/v1/organizations/telemetry_destinations/{destination_id}/workspaces/{workspace_id}",
                destination_id=destination_id,
                workspace_id=workspace_id,
            ),
            types.TelemetryDestinationWorkspace,
            options,
            betas=_BETAS,
        )

    @paginated
    def list(
        self, destination_id: str, **params: Unpack[TelemetryDestinationWorkspaceListParams]
    ) -> Request[Page[TelemetryDestinationWorkspace], AsyncPage[TelemetryDestinationWorkspace]]:
        """The workspaces of a telemetry destination. Beta.

        API: https://platform.claude.com/docs/en/api/admin/telemetry_destinations/workspaces/list
        """
        return self._list(
            path("/v1/organizations/telemetry_destinations/{destination_id}/workspaces", destination_id=destination_id),
            types.TelemetryDestinationWorkspace,
            params,
            betas=_BETAS,
        )

    @endpoint
    def remove(
        self, workspace_id: str, *, destination_id: str, **options: Unpack[RequestOptions]
    ) -> Request[DeletedTelemetryDestinationWorkspace]:
        """Stop sending a workspace's telemetry to a destination. Beta.

        API: https://platform.claude.com/docs/en/api/admin/telemetry_destinations/workspaces/remove
        """
        return self._delete(
            path(
                "/v1/organizations/telemetry_destinations/{destination_id}/workspaces/{workspace_id}",
                destination_id=destination_id,
                workspace_id=workspace_id,
            ),
            types.DeletedTelemetryDestinationWorkspace,
            options,
            betas=_BETAS,
        )


class TelemetryDestinations(AdminResource[Mode]):
    """Where the API itself exports telemetry to, by OTLP."""

    @property
    def with_raw_response(self) -> TelemetryDestinations[Raw[Mode]]:
        """The same calls, giving the response."""
        return TelemetryDestinations(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> TelemetryDestinations[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return TelemetryDestinations(self._binding.as_streamed())

    @cached_property
    def workspaces(self) -> Workspaces[Mode]:
        """The workspaces whose telemetry goes to a destination."""
        return Workspaces(self._binding)

    @endpoint
    def create(self, **params: Unpack[TelemetryDestinationCreateParams]) -> Request[TelemetryDestination]:
        """Create a telemetry destination. Beta.

        API: https://platform.claude.com/docs/en/api/admin/telemetry_destinations/create
        """
        return self._post("/v1/organizations/telemetry_destinations", types.TelemetryDestination, params, betas=_BETAS)

    @endpoint
    def retrieve(self, destination_id: str, **options: Unpack[RequestOptions]) -> Request[TelemetryDestination]:
        """One telemetry destination. Beta.

        Raises:
            NotFoundError: There is no such telemetry destination.

        API: https://platform.claude.com/docs/en/api/admin/telemetry_destinations/retrieve
        """
        return self._get(
            path("/v1/organizations/telemetry_destinations/{destination_id}", destination_id=destination_id),
            types.TelemetryDestination,
            options,
            betas=_BETAS,
        )

    @paginated
    def list(
        self, **params: Unpack[TelemetryDestinationListParams]
    ) -> Request[Page[TelemetryDestination], AsyncPage[TelemetryDestination]]:
        """The telemetry destinations. Beta.

        API: https://platform.claude.com/docs/en/api/admin/telemetry_destinations/list
        """
        return self._list("/v1/organizations/telemetry_destinations", types.TelemetryDestination, params, betas=_BETAS)

    @endpoint
    def update(
        self, destination_id: str, **params: Unpack[TelemetryDestinationUpdateParams]
    ) -> Request[TelemetryDestination]:
        """Change a telemetry destination; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such telemetry destination.

        API: https://platform.claude.com/docs/en/api/admin/telemetry_destinations/update
        """
        return self._post(
            path("/v1/organizations/telemetry_destinations/{destination_id}", destination_id=destination_id),
            types.TelemetryDestination,
            params,
            betas=_BETAS,
        )

    @endpoint
    def delete(self, destination_id: str, **options: Unpack[RequestOptions]) -> Request[DeletedTelemetryDestination]:
        """Delete a telemetry destination, for good. Beta.

        Raises:
            NotFoundError: There is no such telemetry destination.

        API: https://platform.claude.com/docs/en/api/admin/telemetry_destinations/delete
        """
        return self._delete(
            path("/v1/organizations/telemetry_destinations/{destination_id}", destination_id=destination_id),
            types.DeletedTelemetryDestination,
            options,
            betas=_BETAS,
        )

    @endpoint
    def test(self, destination_id: str, **options: Unpack[RequestOptions]) -> Request[TelemetryDestinationTestResponse]:
        """Send something to a telemetry destination to see whether it arrives. Beta.

        API: https://platform.claude.com/docs/en/api/admin/telemetry_destinations/test
        """
        return self._act(
            path("/v1/organizations/telemetry_destinations/{destination_id}/test", destination_id=destination_id),
            types.TelemetryDestinationTestResponse,
            options,
            betas=_BETAS,
        )
