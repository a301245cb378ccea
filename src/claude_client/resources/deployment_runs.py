"""What deployments started, run by run.

API: https://platform.claude.com/docs/en/api/beta/deployment_runs

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
    from ..types import DeploymentRun, DeploymentRunListParams
    from ..types.request_options import WorkspaceOptions

_BETAS = ("managed-agents-2026-04-01",)


class DeploymentRuns(Resource[Mode]):
    """What deployments started, run by run."""

    @property
    def with_raw_response(self) -> DeploymentRuns[Raw[Mode]]:
        """The same calls, giving the response."""
        return DeploymentRuns(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> DeploymentRuns[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return DeploymentRuns(self._binding.as_streamed())

    @endpoint
    def retrieve(self, deployment_run_id: str, **options: Unpack[WorkspaceOptions]) -> Request[DeploymentRun]:
        """One run of a deployment. Beta.

        Raises:
            NotFoundError: There is no such run.

        API: https://platform.claude.com/docs/en/api/beta/deployment_runs/retrieve
        """
        return self._get(
            path("/v1/deployment_runs/{deployment_run_id}", deployment_run_id=deployment_run_id),
            types.DeploymentRun,
            options,
            betas=_BETAS,
        )

    @paginated
    def list(self, **params: Unpack[DeploymentRunListParams]) -> Request[Page[DeploymentRun], AsyncPage[DeploymentRun]]:
        """The runs of deployments. Beta.

        API: https://platform.claude.com/docs/en/api/beta/deployment_runs/list
        """
        return self._list("/v1/deployment_runs", types.DeploymentRun, params, nested=("created_at",), betas=_BETAS)
