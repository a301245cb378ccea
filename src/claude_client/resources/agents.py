"""Agents: a model with instructions, tools and skills, to be run in sessions.

API: https://platform.claude.com/docs/en/api/beta/agents

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import types
from ..core.endpoint import Mode, Raw, Resource, Streamed, endpoint, paginated
from ..core.request import path

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..core.pages import AsyncPage, Page
    from ..core.request import Request
    from ..types import (
        Agent,
        AgentCreateParams,
        AgentListParams,
        AgentRetrieveParams,
        AgentUpdateParams,
        AgentVersionListParams,
    )
    from ..types.request_options import WorkspaceOptions

_BETAS = ("managed-agents-2026-04-01",)


class Versions(Resource[Mode]):
    """The versions of an agent."""

    @property
    def with_raw_response(self) -> Versions[Raw[Mode]]:
        """The same calls, giving the response."""
        return Versions(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Versions[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Versions(self._binding.as_streamed())

    @paginated
    def list(self, agent_id: str, **params: Unpack[AgentVersionListParams]) -> Request[Page[Agent], AsyncPage[Agent]]:
        """The versions of an agent. Beta.

        API: https://platform.claude.com/docs/en/api/beta/agents/versions/list
        """
        return self._list(path("/v1/agents/{agent_id}/versions", agent_id=agent_id), types.Agent, params, betas=_BETAS)


class Agents(Resource[Mode]):
    """Agents: a model with instructions, tools and skills, to be run in sessions."""

    @property
    def with_raw_response(self) -> Agents[Raw[Mode]]:
        """The same calls, giving the response."""
        return Agents(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Agents[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Agents(self._binding.as_streamed())

    @cached_property
    def versions(self) -> Versions[Mode]:
        """The versions of an agent."""
        return Versions(self._binding)

    @endpoint
    def create(self, **params: Unpack[AgentCreateParams]) -> Request[Agent]:
        """Create an agent. Beta.

        API: https://platform.claude.com/docs/en/api/beta/agents/create
        """
        return self._post("/v1/agents", types.Agent, params, betas=_BETAS)

    @endpoint
    def retrieve(self, agent_id: str, **params: Unpack[AgentRetrieveParams]) -> Request[Agent]:
        """One agent. Beta.

        Raises:
            NotFoundError: There is no such agent.

        API: https://platform.claude.com/docs/en/api/beta/agents/retrieve
        """
        return self._get(path("/v1/agents/{agent_id}", agent_id=agent_id), types.Agent, params, betas=_BETAS)

    @paginated
    def list(self, **params: Unpack[AgentListParams]) -> Request[Page[Agent], AsyncPage[Agent]]:
        """The agents of the workspace, newest first. Beta.

        API: https://platform.claude.com/docs/en/api/beta/agents/list
        """
        return self._list("/v1/agents", types.Agent, params, nested=("created_at",), betas=_BETAS)

    @endpoint
    def update(self, agent_id: str, **params: Unpack[AgentUpdateParams]) -> Request[Agent]:
        """Change an agent: a new version of it; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such agent.

        API: https://platform.claude.com/docs/en/api/beta/agents/update
        """
        return self._post(path("/v1/agents/{agent_id}", agent_id=agent_id), types.Agent, params, betas=_BETAS)

    @endpoint
    def archive(self, agent_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Agent]:
        """Archive an agent. Beta.

        API: https://platform.claude.com/docs/en/api/beta/agents/archive
        """
        return self._act(path("/v1/agents/{agent_id}/archive", agent_id=agent_id), types.Agent, options, betas=_BETAS)
