"""Deployments: agents that start on a schedule or when they are told to.

API: https://platform.claude.com/docs/en/api/beta/deployments

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import types
from ..core.endpoint import Mode, Raw, Resource, Streamed, endpoint, paginated
from ..core.request import path

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..core.pages import AsyncPage, Page
    from ..core.request import Request
    from ..types import Deployment, DeploymentCreateParams, DeploymentListParams, DeploymentRun, DeploymentUpdateParams
    from ..types.request_options import WorkspaceOptions

_BETAS = ("managed-agents-2026-04-01",)


class Deployments(Resource[Mode]):
    """Deployments: agents that start on a schedule or when they are told to."""

    @property
    def with_raw_response(self) -> Deployments[Raw[Mode]]:
        """The same calls, giving the response."""
        return Deployments(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Deployments[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Deployments(self._binding.as_streamed())

    @endpoint
    def create(self, **params: Unpack[DeploymentCreateParams]) -> Request[Deployment]:
        """Create a deployment. Beta.

        API: https://platform.claude.com/docs/en/api/beta/deployments/create
        """
        return self._post("/v1/deployments", types.Deployment, params, betas=_BETAS)

    @endpoint
    def retrieve(self, deployment_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Deployment]:
        """One deployment. Beta.

        Raises:
            NotFoundError: There is no such deployment.

        API: https://platform.claude.com/docs/en/api/beta/deployments/retrieve
        """
        return self._get(
            path("/v1/deployments/{deployment_id}", deployment_id=deployment_id),
            types.Deployment,
            options,
            betas=_BETAS,
        )

    @paginated
    def list(self, **params: Unpack[DeploymentListParams]) -> Request[Page[Deployment], AsyncPage[Deployment]]:
        """The deployments. Beta.

        API: https://platform.claude.com/docs/en/api/beta/deployments/list
        """
        return self._list("/v1/deployments", types.Deployment, params, nested=("created_at",), betas=_BETAS)

    @endpoint
    def update(self, deployment_id: str, **params: Unpack[DeploymentUpdateParams]) -> Request[Deployment]:
        """Change a deployment; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such deployment.

        API: https://platform.claude.com/docs/en/api/beta/deployments/update
        """
        return self._post(
            path("/v1/deployments/{deployment_id}", deployment_id=deployment_id), types.Deployment, params, betas=_BETAS
        )

    @endpoint
    def archive(self, deployment_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Deployment]:
        """Archive a deployment. Beta.

        API: https://platform.claude.com/docs/en/api/beta/deployments/archive
        """
        return self._act(
            path("/v1/deployments/{deployment_id}/archive", deployment_id=deployment_id),
            types.Deployment,
            options,
            betas=_BETAS,
        )

    @endpoint
    def pause(self, deployment_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Deployment]:
        """Pause a deployment: it starts nothing until `unpause()`. Beta.

        API: https://platform.claude.com/docs/en/api/beta/deployments/pause
        """
        return self._act(
            path("/v1/deployments/{deployment_id}/pause", deployment_id=deployment_id),
            types.Deployment,
            options,
            betas=_BETAS,
        )

    @endpoint
    def run(self, deployment_id: str, **options: Unpack[WorkspaceOptions]) -> Request[DeploymentRun]:
        """Start a deployment now. Beta.

        API: https://platform.claude.com/docs/en/api/beta/deployments/run
        """
        return self._act(
            path("/v1/deployments/{deployment_id}/run", deployment_id=deployment_id),
            types.DeploymentRun,
            options,
            betas=_BETAS,
        )

    @endpoint
    def unpause(self, deployment_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Deployment]:
        """Let a paused deployment start again. Beta.

        API: https://platform.claude.com/docs/en/api/beta/deployments/unpause
        """
        return self._act(
            path("/v1/deployments/{deployment_id}/unpause", deployment_id=deployment_id),
            types.Deployment,
            options,
            betas=_BETAS,
        )
