"""Environments: where sessions run, on Anthropic's machines or your own.

API: https://platform.claude.com/docs/en/api/beta/environments

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
        Environment,
        EnvironmentCreateParams,
        EnvironmentDeleteResponse,
        EnvironmentListParams,
        EnvironmentUpdateParams,
        SelfHostedWork,
        SelfHostedWorkHeartbeatResponse,
        SelfHostedWorkQueueStats,
        WorkHeartbeatParams,
        WorkListParams,
        WorkPollParams,
        WorkStopParams,
        WorkUpdateParams,
    )
    from ..types.request_options import RequestOptions, WorkspaceOptions

_BETAS = ("managed-agents-2026-04-01",)


class Work(Resource[Mode]):
    """The queue of work for a self-hosted environment."""

    @property
    def with_raw_response(self) -> Work[Raw[Mode]]:
        """The same calls, giving the response."""
        return Work(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Work[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Work(self._binding.as_streamed())

    @endpoint
    def retrieve(
        self, work_id: str, *, environment_id: str, **options: Unpack[WorkspaceOptions]
    ) -> Request[SelfHostedWork]:
        """One item of work. Beta.

        Raises:
            NotFoundError: There is no such item.

        API: https://platform.claude.com/docs/en/api/beta/environments/work/retrieve
        """
        return self._get(
            path("/v1/environments/{environment_id}/work/{work_id}", environment_id=environment_id, work_id=work_id),
            types.SelfHostedWork,
            options,
            betas=_BETAS,
        )

    @paginated
    def list(
        self, environment_id: str, **params: Unpack[WorkListParams]
    ) -> Request[Page[SelfHostedWork], AsyncPage[SelfHostedWork]]:
        """The items of work. Beta.

        API: https://platform.claude.com/docs/en/api/beta/environments/work/list
        """
        return self._list(
            path("/v1/environments/{environment_id}/work", environment_id=environment_id),
            types.SelfHostedWork,
            params,
            betas=_BETAS,
        )

    @endpoint
    def update(
        self, work_id: str, *, environment_id: str, **params: Unpack[WorkUpdateParams]
    ) -> Request[SelfHostedWork]:
        """Change an item of work; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such item.

        API: https://platform.claude.com/docs/en/api/beta/environments/work/update
        """
        return self._post(
            path("/v1/environments/{environment_id}/work/{work_id}", environment_id=environment_id, work_id=work_id),
            types.SelfHostedWork,
            params,
            betas=_BETAS,
        )

    @endpoint
    def poll(self, environment_id: str, **params: Unpack[WorkPollParams]) -> Request[SelfHostedWork | None]:
        """The next item of work, held for this worker; None where there is none. Beta.

        API: https://platform.claude.com/docs/en/api/beta/environments/work/poll
        """
        return self._get(
            path("/v1/environments/{environment_id}/work/poll", environment_id=environment_id),
            cast("type[SelfHostedWork | None]", types.SelfHostedWork | None),
            params,
            betas=_BETAS,
        )

    @endpoint
    def stats(self, environment_id: str, **options: Unpack[WorkspaceOptions]) -> Request[SelfHostedWorkQueueStats]:
        """How much work waits and is under way. Beta.

        API: https://platform.claude.com/docs/en/api/beta/environments/work/stats
        """
        return self._get(
            path("/v1/environments/{environment_id}/work/stats", environment_id=environment_id),
            types.SelfHostedWorkQueueStats,
            options,
            betas=_BETAS,
        )

    @endpoint
    def ack(self, work_id: str, *, environment_id: str, **options: Unpack[RequestOptions]) -> Request[SelfHostedWork]:
        """Say that this worker has taken an item of work. Beta.

        API: https://platform.claude.com/docs/en/api/beta/environments/work/ack
        """
        return self._act(
            path(
                "/v1/environments/{environment_id}/work/{work_id}/ack", environment_id=environment_id, work_id=work_id
            ),
            types.SelfHostedWork,
            options,
            betas=_BETAS,
        )

    @endpoint
    def heartbeat(
        self, work_id: str, *, environment_id: str, **params: Unpack[WorkHeartbeatParams]
    ) -> Request[SelfHostedWorkHeartbeatResponse]:
        """Keep the lease of an item of work. Beta.

        API: https://platform.claude.com/docs/en/api/beta/environments/work/heartbeat
        """
        return self._post(
            path(
                "/v1/environments/{environment_id}/work/{work_id}/heartbeat",
                environment_id=environment_id,
                work_id=work_id,
            ),
            types.SelfHostedWorkHeartbeatResponse,
            params,
            query=("desired_ttl_seconds", "expected_last_heartbeat"),
            betas=_BETAS,
            bodiless=True,
        )

    @endpoint
    def stop(self, work_id: str, *, environment_id: str, **params: Unpack[WorkStopParams]) -> Request[SelfHostedWork]:
        """Say that an item of work is over, or end it by force. Beta.

        API: https://platform.claude.com/docs/en/api/beta/environments/work/stop
        """
        return self._post(
            path(
                "/v1/environments/{environment_id}/work/{work_id}/stop", environment_id=environment_id, work_id=work_id
            ),
            types.SelfHostedWork,
            params,
            betas=_BETAS,
        )


class Environments(Resource[Mode]):
    """Environments: where sessions run, on Anthropic's machines or your own."""

    @property
    def with_raw_response(self) -> Environments[Raw[Mode]]:
        """The same calls, giving the response."""
        return Environments(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Environments[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Environments(self._binding.as_streamed())

    @cached_property
    def work(self) -> Work[Mode]:
        """The queue of work for a self-hosted environment."""
        return Work(self._binding)

    @endpoint
    def create(self, **params: Unpack[EnvironmentCreateParams]) -> Request[Environment]:
        """Create an environment. Beta.

        API: https://platform.claude.com/docs/en/api/beta/environments/create
        """
        return self._post("/v1/environments", types.Environment, params, betas=_BETAS)

    @endpoint
    def retrieve(self, environment_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Environment]:
        """One environment. Beta.

        Raises:
            NotFoundError: There is no such environment.

        API: https://platform.claude.com/docs/en/api/beta/environments/retrieve
        """
        return self._get(
            path("/v1/environments/{environment_id}", environment_id=environment_id),
            types.Environment,
            options,
            betas=_BETAS,
        )

    @paginated
    def list(self, **params: Unpack[EnvironmentListParams]) -> Request[Page[Environment], AsyncPage[Environment]]:
        """The environments. Beta.

        API: https://platform.claude.com/docs/en/api/beta/environments/list
        """
        return self._list("/v1/environments", types.Environment, params, betas=_BETAS)

    @endpoint
    def update(self, environment_id: str, **params: Unpack[EnvironmentUpdateParams]) -> Request[Environment]:
        """Change an environment; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such environment.

        API: https://platform.claude.com/docs/en/api/beta/environments/update
        """
        return self._post(
            path("/v1/environments/{environment_id}", environment_id=environment_id),
            types.Environment,
            params,
            betas=_BETAS,
        )

    @endpoint
    def delete(self, environment_id: str, **options: Unpack[WorkspaceOptions]) -> Request[EnvironmentDeleteResponse]:
        """Delete an environment, for good. Beta.

        Raises:
            NotFoundError: There is no such environment.

        API: https://platform.claude.com/docs/en/api/beta/environments/delete
        """
        return self._delete(
            path("/v1/environments/{environment_id}", environment_id=environment_id),
            types.EnvironmentDeleteResponse,
            options,
            betas=_BETAS,
        )

    @endpoint
    def archive(self, environment_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Environment]:
        """Archive an environment. Beta.

        API: https://platform.claude.com/docs/en/api/beta/environments/archive
        """
        return self._act(
            path("/v1/environments/{environment_id}/archive", environment_id=environment_id),
            types.Environment,
            options,
            betas=_BETAS,
        )
