"""What the API takes: sessions.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import IterableParam, Tagged
from ..request_options import WorkspaceOptions
from ..responses.agents import ManagedAgentsModelParam
from ..responses.sessions import SessionThreadStatus
from .agents import (
    AgentParams,
    AgentToolset20260401Params,
    CustomToolParams,
    ManagedAgentsSkillParams,
    MCPToolsetParams,
    ModelConfigParams,
    URLMCPServerParams,
)
from .deployments import (
    BudgetLimitParam,
    FileResourceParams,
    GitHubRepositoryResourceParams,
    ManagedAgentsDocumentBlockParam,
    ManagedAgentsImageBlockParam,
    ManagedAgentsTextBlockParam,
    MemoryStoreResourceParam,
    SystemMessageEventParams,
    UserDefineOutcomeEventParams,
    UserMessageEventParams,
)

AgentWithOverridesParamsModel: TypeAlias = ManagedAgentsModelParam | ModelConfigParams
"""One of these. Beta."""


AgentWithOverridesParamsTool: TypeAlias = Annotated[
    AgentToolset20260401Params | MCPToolsetParams | CustomToolParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class AgentWithOverridesParams(TypedDict, total=False):
    id: Required[str]
    type: Required[Literal["agent_with_overrides"]]
    mcp_servers: IterableParam[URLMCPServerParams]
    model: AgentWithOverridesParamsModel
    skills: IterableParam[ManagedAgentsSkillParams]
    system: str | None
    tools: IterableParam[AgentWithOverridesParamsTool]
    version: int


SessionCreateParamsAgent: TypeAlias = str | AgentParams | AgentWithOverridesParams
"""One of these. Beta."""


SessionCreateParamsInitialEvent: TypeAlias = Annotated[
    UserMessageEventParams | UserDefineOutcomeEventParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


SessionCreateParamsResource: TypeAlias = Annotated[
    GitHubRepositoryResourceParams | FileResourceParams | MemoryStoreResourceParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


SessionAgentUpdateParamTool: TypeAlias = Annotated[
    AgentToolset20260401Params | MCPToolsetParams | CustomToolParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class SessionAgentUpdateParam(TypedDict, total=False):
    mcp_servers: IterableParam[URLMCPServerParams]
    tools: IterableParam[SessionAgentUpdateParamTool]


SessionEventType: TypeAlias = Literal[
    "user.message",
    "user.interrupt",
    "user.tool_confirmation",
    "user.custom_tool_result",
    "agent.custom_tool_use",
    "agent.message",
    "agent.thinking",
    "agent.mcp_tool_use",
    "agent.mcp_tool_result",
    "agent.tool_use",
    "agent.tool_result",
    "agent.thread_message_received",
    "agent.thread_message_sent",
    "agent.thread_context_compacted",
    "session.error",
    "session.status_rescheduled",
    "session.status_running",
    "session.status_idle",
    "session.status_terminated",
    "session.thread_created",
    "span.outcome_evaluation_start",
    "span.outcome_evaluation_end",
    "span.model_request_start",
    "span.model_request_end",
    "span.outcome_evaluation_ongoing",
    "user.define_outcome",
    "session.thread_status_running",
    "session.thread_status_idle",
    "session.thread_status_terminated",
    "user.tool_result",
    "session.thread_status_rescheduled",
    "session.updated",
    "system.message",
    "session.usage",
    "workflow_run.created",
    "workflow_run.status_running",
    "workflow_run.status_idle",
    "workflow_run.status_ended",
    "workflow_run.error",
    "workflow_run.phase_started",
    "workflow_run.phase_ended",
]
"""One of these, or another that came later. Beta."""


class UserInterruptEventParams(TypedDict, total=False):
    type: Required[Literal["user.interrupt"]]
    session_thread_id: str | None


class UserToolConfirmationEventParams(TypedDict, total=False):
    result: Required[Literal["allow", "deny"]]
    tool_use_id: Required[str]
    """The id of the call that this belongs to."""

    type: Required[Literal["user.tool_confirmation"]]
    deny_message: str | None


class SearchResultCitationsParam(TypedDict, total=False):
    enabled: Required[bool]


class SearchResultContentParam(TypedDict, total=False):
    text: Required[str]
    type: Required[Literal["text"]]


class ManagedAgentsSearchResultBlockParam(TypedDict, total=False):
    citations: Required[SearchResultCitationsParam]
    content: Required[IterableParam[SearchResultContentParam]]
    source: Required[str]
    title: Required[str]
    type: Required[Literal["search_result"]]


UserCustomToolResultEventParamsContent: TypeAlias = Annotated[
    ManagedAgentsTextBlockParam
    | ManagedAgentsImageBlockParam
    | ManagedAgentsDocumentBlockParam
    | ManagedAgentsSearchResultBlockParam,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class UserCustomToolResultEventParams(TypedDict, total=False):
    custom_tool_use_id: Required[str]
    type: Required[Literal["user.custom_tool_result"]]
    content: IterableParam[UserCustomToolResultEventParamsContent]
    is_error: bool | None


UserToolResultEventParamsContent: TypeAlias = Annotated[
    ManagedAgentsTextBlockParam
    | ManagedAgentsImageBlockParam
    | ManagedAgentsDocumentBlockParam
    | ManagedAgentsSearchResultBlockParam,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class UserToolResultEventParams(TypedDict, total=False):
    tool_use_id: Required[str]
    """The id of the call that this belongs to."""

    type: Required[Literal["user.tool_result"]]
    content: IterableParam[UserToolResultEventParamsContent]
    is_error: bool | None


EventParams: TypeAlias = Annotated[
    UserMessageEventParams
    | UserInterruptEventParams
    | UserToolConfirmationEventParams
    | UserCustomToolResultEventParams
    | UserDefineOutcomeEventParams
    | UserToolResultEventParams
    | SystemMessageEventParams,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


DeltaType: TypeAlias = Literal["agent.message", "agent.thinking"]
"""One of these, or another that came later. Beta."""


class SessionListParamsBase(TypedDict, total=False):
    """The query of `sessions.list`."""

    agent_id: str | None
    agent_version: int | None
    created_at_gt: str | datetime | None
    """Only those made after this moment."""

    created_at_gte: str | datetime | None
    """Only those made at this moment or later."""

    created_at_lt: str | datetime | None
    """Only those made before this moment."""

    created_at_lte: str | datetime | None
    """Only those made at this moment or earlier."""

    deployment_id: str | None
    include_archived: bool | None
    """Give the archived ones too."""

    limit: int | None
    """Objects per page."""

    memory_store_id: str | None
    order: Literal["asc", "desc"] | None
    page: str | None
    """The token of a page, from the page before it."""

    statuses: Sequence[Literal["rescheduling", "running", "idle", "terminated"]] | None


class SessionListParams(SessionListParamsBase, WorkspaceOptions, total=False):
    """What `sessions.list` takes, and the options of the call."""


class SessionCreateParamsBase(TypedDict, total=False):
    """The body of `sessions.create`."""

    agent: Required[SessionCreateParamsAgent]
    """The agent by its id (its newest version), by id and version, or with settings of its own for this session."""

    environment_id: Required[str]
    """Where it runs."""

    budget: BudgetLimitParam | None
    """The most that the session may cost or use."""

    initial_events: IterableParam[SessionCreateParamsInitialEvent] | None
    """Events that it begins with, so that it starts to work at once."""

    metadata: Mapping[str, str] | None
    """Texts of your own by name."""

    resources: IterableParam[SessionCreateParamsResource] | None
    """Files, repositories and memory stores that it can reach."""

    title: str | None
    vault_ids: Sequence[str] | None
    """Vaults whose credentials the agent's MCP servers are reached with."""


class SessionCreateParams(SessionCreateParamsBase, WorkspaceOptions, total=False):
    """What `sessions.create` takes, and the options of the call."""


class SessionUpdateParamsBase(TypedDict, total=False):
    """The body of `sessions.update`."""

    agent: SessionAgentUpdateParam | None
    budget: BudgetLimitParam | None
    metadata: Mapping[str, str | None] | None
    """Texts of your own by name; None takes one away."""

    title: str | None
    vault_ids: Sequence[str] | None
    """Vaults whose credentials the agent's MCP servers are reached with."""


class SessionUpdateParams(SessionUpdateParamsBase, WorkspaceOptions, total=False):
    """What `sessions.update` takes, and the options of the call."""


class EventListParamsBase(TypedDict, total=False):
    """The query of `sessions.events.list`."""

    created_at_gt: str | datetime | None
    """Only those made after this moment."""

    created_at_gte: str | datetime | None
    """Only those made at this moment or later."""

    created_at_lt: str | datetime | None
    """Only those made before this moment."""

    created_at_lte: str | datetime | None
    """Only those made at this moment or earlier."""

    limit: int | None
    """Objects per page."""

    order: Literal["asc", "desc"] | None
    """`asc`, oldest first, or `desc`."""

    page: str | None
    """The token of a page, from the page before it."""

    types: IterableParam[SessionEventType] | None
    """Only events of these kinds."""


class EventListParams(EventListParamsBase, WorkspaceOptions, total=False):
    """What `sessions.events.list` takes, and the options of the call."""


class EventSendParamsBase(TypedDict, total=False):
    """The body of `sessions.events.send`."""

    events: Required[IterableParam[EventParams]]
    """Messages, results of tools, confirmations, interrupts, in their order."""


class EventSendParams(EventSendParamsBase, WorkspaceOptions, total=False):
    """What `sessions.events.send` takes, and the options of the call."""


class EventStreamParamsBase(TypedDict, total=False):
    """The query of `sessions.events.stream`."""

    event_deltas: IterableParam[DeltaType] | None
    """Kinds of events of which previews are wanted before they are complete."""


class EventStreamParams(EventStreamParamsBase, WorkspaceOptions, total=False):
    """What `sessions.events.stream` takes, and the options of the call."""


class ResourceListParamsBase(TypedDict, total=False):
    """The query of `sessions.resources.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class ResourceListParams(ResourceListParamsBase, WorkspaceOptions, total=False):
    """What `sessions.resources.list` takes, and the options of the call."""


class ResourceAddParamsBase(TypedDict, total=False):
    """The body of `sessions.resources.add`."""

    file_id: Required[str]
    type: Required[Literal["file"]]
    mount_path: str | None


class ResourceAddParams(ResourceAddParamsBase, WorkspaceOptions, total=False):
    """What `sessions.resources.add` takes, and the options of the call."""


class ResourceUpdateParamsBase(TypedDict, total=False):
    """The body of `sessions.resources.update`."""

    authorization_token: Required[str]


class ResourceUpdateParams(ResourceUpdateParamsBase, WorkspaceOptions, total=False):
    """What `sessions.resources.update` takes, and the options of the call."""


class ThreadListParamsBase(TypedDict, total=False):
    """The query of `sessions.threads.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""

    statuses: IterableParam[SessionThreadStatus] | None


class ThreadListParams(ThreadListParamsBase, WorkspaceOptions, total=False):
    """What `sessions.threads.list` takes, and the options of the call."""


class ThreadEventListParamsBase(TypedDict, total=False):
    """The query of `sessions.threads.events.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class ThreadEventListParams(ThreadEventListParamsBase, WorkspaceOptions, total=False):
    """What `sessions.threads.events.list` takes, and the options of the call."""


class ThreadEventStreamParamsBase(TypedDict, total=False):
    """The query of `sessions.threads.events.stream`."""

    event_deltas: IterableParam[DeltaType] | None
    """Kinds of events of which previews are wanted before they are complete."""


class ThreadEventStreamParams(ThreadEventStreamParamsBase, WorkspaceOptions, total=False):
    """What `sessions.threads.events.stream` takes, and the options of the call."""
