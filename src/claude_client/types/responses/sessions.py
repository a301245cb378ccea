"""What the API returns: sessions.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged
from .agents import (
    Advisor,
    AgentToolset20260401,
    AnthropicSkill,
    CustomSkill,
    CustomTool,
    ExecutionIdentity,
    ManagedAgentsMCPToolset,
    MCPServerURLDefinition,
    ModelConfig,
    MultiagentAdvisor,
    MultiagentInlineAgents,
    MultiagentSubagentsDisabled,
    MultiagentWorkflowsDisabled,
)
from .deployments import (
    BranchCheckout,
    BudgetLimit,
    CommitCheckout,
    FileRubric,
    ImageBlock,
    ManagedAgentsDocumentBlock,
    ManagedAgentsTextBlock,
    MonetaryAmount,
    RedactedBlock,
    SystemContentBlock,
    TextRubric,
)

SessionThreadAgentSkill: TypeAlias = Annotated[AnthropicSkill | CustomSkill, Tagged("type")]
"""One of these; `type` tells which. Beta."""


SessionThreadAgentTool: TypeAlias = Annotated[
    AgentToolset20260401 | ManagedAgentsMCPToolset | CustomTool, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class SessionThreadAgent(Model):
    id: str
    description: str | None = None
    execution_identity: ExecutionIdentity
    mcp_servers: list[MCPServerURLDefinition]
    model: ModelConfig
    name: str
    skills: list[SessionThreadAgentSkill]
    system: str | None = None
    tools: list[SessionThreadAgentTool]
    type: Literal["agent"]
    version: int


SessionMultiagentCoordinatorAgent: TypeAlias = Annotated[SessionThreadAgent | Advisor, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class SessionMultiagentCoordinator(Model):
    agents: list[SessionMultiagentCoordinatorAgent]
    type: Literal["coordinator"]


class SessionMultiagentSubagentsEnabled(Model):
    inline_agents: MultiagentInlineAgents
    predefined_agents: list[SessionThreadAgent]
    type: Literal["enabled"]


SessionMultiagentSubagents: TypeAlias = Annotated[
    SessionMultiagentSubagentsEnabled | MultiagentSubagentsDisabled, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class SessionMultiagentWorkflowsEnabled(Model):
    inline_agents: MultiagentInlineAgents
    predefined_agents: list[SessionThreadAgent]
    type: Literal["enabled"]


SessionMultiagentWorkflows: TypeAlias = Annotated[
    SessionMultiagentWorkflowsEnabled | MultiagentWorkflowsDisabled, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class SessionMultiagent20261001(Model):
    advisor: MultiagentAdvisor
    subagents: SessionMultiagentSubagents
    type: Literal["multiagent_20261001"]
    workflows: SessionMultiagentWorkflows


SessionMultiagent: TypeAlias = Annotated[SessionMultiagentCoordinator | SessionMultiagent20261001, Tagged("type")]
"""One of these; `type` tells which. Beta."""


SessionAgentSkill: TypeAlias = Annotated[AnthropicSkill | CustomSkill, Tagged("type")]
"""One of these; `type` tells which. Beta."""


SessionAgentTool: TypeAlias = Annotated[AgentToolset20260401 | ManagedAgentsMCPToolset | CustomTool, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class SessionAgent(Model):
    id: str
    description: str | None = None
    execution_identity: ExecutionIdentity
    mcp_servers: list[MCPServerURLDefinition]
    model: ModelConfig
    multiagent: SessionMultiagent | None = None
    name: str
    skills: list[SessionAgentSkill]
    system: str | None = None
    tools: list[SessionAgentTool]
    type: Literal["agent"]
    version: int


class OutcomeEvaluationResource(Model):
    completed_at: datetime | None = None
    description: str
    explanation: str | None = None
    iteration: int
    outcome_id: str
    result: str
    type: Literal["outcome_evaluation"]


GitHubRepositoryResourceCheckout: TypeAlias = Annotated[BranchCheckout | CommitCheckout, Tagged("type")] | None
"""One of these. Beta."""


class GitHubRepositoryResource(Model):
    id: str
    created_at: datetime
    mount_path: str
    type: Literal["github_repository"]
    updated_at: datetime
    url: str
    checkout: GitHubRepositoryResourceCheckout | None = None


class FileResource(Model):
    id: str
    created_at: datetime
    file_id: str
    mount_path: str
    type: Literal["file"]
    updated_at: datetime


class MemoryStoreResource(Model):
    memory_store_id: str
    type: Literal["memory_store"]
    access: Literal["read_write", "read_only"] | None = None
    description: str | None = None
    instructions: str | None = None
    mount_path: str | None = None
    name: str | None = None


SessionResource: TypeAlias = Annotated[GitHubRepositoryResource | FileResource | MemoryStoreResource, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class SessionStats(Model):
    active_seconds: float | None = None
    duration_seconds: float | None = None


class CacheCreationUsage(Model):
    ephemeral_1h_input_tokens: int | None = None
    ephemeral_5m_input_tokens: int | None = None


class ManagedAgentsServerToolUsage(Model):
    web_fetch_requests: int | None = None
    web_search_requests: int | None = None


class SessionUsage(Model):
    active_seconds: float | None = None
    cache_creation: CacheCreationUsage | None = None
    cache_read_input_tokens: int | None = None
    """Input tokens read from the cache."""

    input_tokens: int | None = None
    list_cost: MonetaryAmount | None = None
    output_tokens: int | None = None
    server_tool_use: ManagedAgentsServerToolUsage | None = None


class Session(Model):
    id: str
    agent: SessionAgent
    archived_at: datetime | None = None
    """When it was archived; None while it is not."""

    budget: BudgetLimit | None = None
    created_at: datetime
    environment_id: str
    metadata: dict[str, str]
    outcome_evaluations: list[OutcomeEvaluationResource]
    resources: list[SessionResource]
    stats: SessionStats
    status: Literal["rescheduling", "running", "idle", "terminated"]
    title: str | None = None
    type: Literal["session"]
    updated_at: datetime
    usage: SessionUsage
    vault_ids: list[str]
    """Vaults whose credentials the agent's MCP servers are reached with."""

    deployment_id: str | None = None


class DeletedSession(Model):
    id: str
    type: Literal["session_deleted"]


UserMessageEventContent: TypeAlias = Annotated[
    ManagedAgentsTextBlock | ImageBlock | ManagedAgentsDocumentBlock | RedactedBlock, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class UserMessageEvent(Model):
    id: str
    content: list[UserMessageEventContent]
    type: Literal["user.message"]
    processed_at: datetime | None = None


class UserInterruptEvent(Model):
    id: str
    type: Literal["user.interrupt"]
    processed_at: datetime | None = None
    session_thread_id: str | None = None


class UserToolConfirmationEvent(Model):
    id: str
    result: Literal["allow", "deny"]
    tool_use_id: str
    """The id of the call that this belongs to."""

    type: Literal["user.tool_confirmation"]
    deny_message: str | None = None
    processed_at: datetime | None = None
    session_thread_id: str | None = None


class SearchResultCitations(Model):
    enabled: bool


class SearchResultContent(Model):
    text: str
    type: Literal["text"]


class SearchResultBlock(Model):
    citations: SearchResultCitations
    content: list[SearchResultContent]
    source: str
    title: str
    type: Literal["search_result"]


UserCustomToolResultEventContent: TypeAlias = Annotated[
    ManagedAgentsTextBlock | ImageBlock | ManagedAgentsDocumentBlock | SearchResultBlock, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class UserCustomToolResultEvent(Model):
    id: str
    custom_tool_use_id: str
    type: Literal["user.custom_tool_result"]
    content: list[UserCustomToolResultEventContent] | None = None
    is_error: bool | None = None
    processed_at: datetime | None = None
    session_thread_id: str | None = None


class AgentCustomToolUseEvent(Model):
    id: str
    input: dict[str, object]
    name: str
    processed_at: datetime
    type: Literal["agent.custom_tool_use"]
    session_thread_id: str | None = None


AgentMessageEventContent: TypeAlias = Annotated[ManagedAgentsTextBlock | RedactedBlock, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class AgentMessageEvent(Model):
    id: str
    content: list[AgentMessageEventContent]
    processed_at: datetime
    type: Literal["agent.message"]


class AgentThinkingEvent(Model):
    id: str
    processed_at: datetime
    type: Literal["agent.thinking"]


AgentEvaluatedPermission: TypeAlias = Literal["allow", "ask", "deny"]
"""One of these, or another that came later. Beta."""


class AgentToolEvaluationAlwaysAllow(Model):
    type: Literal["always_allow"]


class AgentToolEvaluationAlwaysAsk(Model):
    type: Literal["always_ask"]


class AgentAutoEvaluatedPermissionAllow(Model):
    type: Literal["allow"]


class AgentAutoEvaluatedPermissionAsk(Model):
    reason_code: str
    type: Literal["ask"]


class AgentAutoEvaluatedPermissionDeny(Model):
    reason_code: str
    type: Literal["deny"]


AgentAutoEvaluatedPermission: TypeAlias = Annotated[
    AgentAutoEvaluatedPermissionAllow | AgentAutoEvaluatedPermissionAsk | AgentAutoEvaluatedPermissionDeny,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class AgentToolEvaluationAuto(Model):
    evaluated_permission: AgentAutoEvaluatedPermission
    type: Literal["auto"]


AgentToolEvaluation: TypeAlias = Annotated[
    AgentToolEvaluationAlwaysAllow | AgentToolEvaluationAlwaysAsk | AgentToolEvaluationAuto, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class AgentMCPToolUseEvent(Model):
    id: str
    input: dict[str, object]
    mcp_server_name: str
    name: str
    processed_at: datetime
    type: Literal["agent.mcp_tool_use"]
    evaluated_permission: AgentEvaluatedPermission | None = None
    evaluation: AgentToolEvaluation | None = None
    session_thread_id: str | None = None


AgentMCPToolResultEventContent: TypeAlias = Annotated[
    ManagedAgentsTextBlock | ImageBlock | ManagedAgentsDocumentBlock | SearchResultBlock, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class AgentMCPToolResultEvent(Model):
    id: str
    mcp_tool_use_id: str
    processed_at: datetime
    type: Literal["agent.mcp_tool_result"]
    content: list[AgentMCPToolResultEventContent] | None = None
    is_error: bool | None = None


class AgentToolUseEvent(Model):
    id: str
    input: dict[str, object]
    name: str
    processed_at: datetime
    type: Literal["agent.tool_use"]
    evaluated_permission: AgentEvaluatedPermission | None = None
    evaluation: AgentToolEvaluation | None = None
    session_thread_id: str | None = None


AgentToolResultEventContent: TypeAlias = Annotated[
    ManagedAgentsTextBlock | ImageBlock | ManagedAgentsDocumentBlock | SearchResultBlock, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class AgentToolResultEvent(Model):
    id: str
    processed_at: datetime
    tool_use_id: str
    """The id of the call that this belongs to."""

    type: Literal["agent.tool_result"]
    content: list[AgentToolResultEventContent] | None = None
    is_error: bool | None = None


AgentThreadMessageReceivedEventContent: TypeAlias = Annotated[
    ManagedAgentsTextBlock | ImageBlock | ManagedAgentsDocumentBlock | RedactedBlock, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class AgentThreadMessageReceivedEvent(Model):
    id: str
    content: list[AgentThreadMessageReceivedEventContent]
    from_session_thread_id: str
    processed_at: datetime
    type: Literal["agent.thread_message_received"]
    from_agent_name: str | None = None


AgentThreadMessageSentEventContent: TypeAlias = Annotated[
    ManagedAgentsTextBlock | ImageBlock | ManagedAgentsDocumentBlock | RedactedBlock, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class AgentThreadMessageSentEvent(Model):
    id: str
    content: list[AgentThreadMessageSentEventContent]
    processed_at: datetime
    to_session_thread_id: str
    type: Literal["agent.thread_message_sent"]
    to_agent_name: str | None = None


class AgentThreadContextCompactedEvent(Model):
    id: str
    processed_at: datetime
    type: Literal["agent.thread_context_compacted"]


class RetryStatusRetrying(Model):
    type: Literal["retrying"]


class RetryStatusExhausted(Model):
    type: Literal["exhausted"]


class RetryStatusTerminal(Model):
    type: Literal["terminal"]


UnknownErrorObjectRetryStatus: TypeAlias = Annotated[
    RetryStatusRetrying | RetryStatusExhausted | RetryStatusTerminal, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class UnknownErrorObject(Model):
    message: str
    retry_status: UnknownErrorObjectRetryStatus
    type: Literal["unknown_error"]


ModelOverloadedErrorObjectRetryStatus: TypeAlias = Annotated[
    RetryStatusRetrying | RetryStatusExhausted | RetryStatusTerminal, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ModelOverloadedErrorObject(Model):
    message: str
    retry_status: ModelOverloadedErrorObjectRetryStatus
    type: Literal["model_overloaded_error"]


ModelRateLimitedErrorObjectRetryStatus: TypeAlias = Annotated[
    RetryStatusRetrying | RetryStatusExhausted | RetryStatusTerminal, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ModelRateLimitedErrorObject(Model):
    message: str
    retry_status: ModelRateLimitedErrorObjectRetryStatus
    type: Literal["model_rate_limited_error"]


ModelRequestFailedErrorObjectRetryStatus: TypeAlias = Annotated[
    RetryStatusRetrying | RetryStatusExhausted | RetryStatusTerminal, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ModelRequestFailedErrorObject(Model):
    message: str
    retry_status: ModelRequestFailedErrorObjectRetryStatus
    type: Literal["model_request_failed_error"]


MCPConnectionFailedErrorObjectRetryStatus: TypeAlias = Annotated[
    RetryStatusRetrying | RetryStatusExhausted | RetryStatusTerminal, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class MCPConnectionFailedErrorObject(Model):
    mcp_server_name: str
    message: str
    retry_status: MCPConnectionFailedErrorObjectRetryStatus
    type: Literal["mcp_connection_failed_error"]


MCPAuthenticationFailedErrorObjectRetryStatus: TypeAlias = Annotated[
    RetryStatusRetrying | RetryStatusExhausted | RetryStatusTerminal, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class MCPAuthenticationFailedErrorObject(Model):
    mcp_server_name: str
    message: str
    retry_status: MCPAuthenticationFailedErrorObjectRetryStatus
    type: Literal["mcp_authentication_failed_error"]


BillingErrorObjectRetryStatus: TypeAlias = Annotated[
    RetryStatusRetrying | RetryStatusExhausted | RetryStatusTerminal, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ManagedAgentsBillingErrorObject(Model):
    message: str
    retry_status: BillingErrorObjectRetryStatus
    type: Literal["billing_error"]


CredentialHostUnreachableErrorObjectRetryStatus: TypeAlias = Annotated[
    RetryStatusRetrying | RetryStatusExhausted | RetryStatusTerminal, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class CredentialHostUnreachableErrorObject(Model):
    credential_id: str
    message: str
    retry_status: CredentialHostUnreachableErrorObjectRetryStatus
    type: Literal["credential_host_unreachable_error"]
    vault_id: str


ToolUseLimitReachedErrorObjectRetryStatus: TypeAlias = Annotated[
    RetryStatusRetrying | RetryStatusExhausted | RetryStatusTerminal, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ToolUseLimitReachedErrorObject(Model):
    message: str
    retry_status: ToolUseLimitReachedErrorObjectRetryStatus
    type: Literal["tool_use_limit_reached_error"]


CompactionLimitReachedErrorObjectRetryStatus: TypeAlias = Annotated[
    RetryStatusRetrying | RetryStatusExhausted | RetryStatusTerminal, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class CompactionLimitReachedErrorObject(Model):
    message: str
    retry_status: CompactionLimitReachedErrorObjectRetryStatus
    type: Literal["compaction_limit_reached_error"]


RepositoryAuthenticationErrorObjectRetryStatus: TypeAlias = Annotated[
    RetryStatusRetrying | RetryStatusExhausted | RetryStatusTerminal, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class RepositoryAuthenticationErrorObject(Model):
    message: str
    repository_url: str | None = None
    retry_status: RepositoryAuthenticationErrorObjectRetryStatus
    type: Literal["repository_authentication_error"]


RepositoryForbiddenErrorObjectRetryStatus: TypeAlias = Annotated[
    RetryStatusRetrying | RetryStatusExhausted | RetryStatusTerminal, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class RepositoryForbiddenErrorObject(Model):
    message: str
    repository_url: str | None = None
    retry_status: RepositoryForbiddenErrorObjectRetryStatus
    type: Literal["repository_forbidden_error"]


RepositoryNotFoundErrorObjectRetryStatus: TypeAlias = Annotated[
    RetryStatusRetrying | RetryStatusExhausted | RetryStatusTerminal, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class RepositoryNotFoundErrorObject(Model):
    message: str
    repository_url: str | None = None
    retry_status: RepositoryNotFoundErrorObjectRetryStatus
    type: Literal["repository_not_found_error"]


RepositoryCheckoutErrorObjectRetryStatus: TypeAlias = Annotated[
    RetryStatusRetrying | RetryStatusExhausted | RetryStatusTerminal, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class RepositoryCheckoutErrorObject(Model):
    message: str
    repository_url: str | None = None
    retry_status: RepositoryCheckoutErrorObjectRetryStatus
    type: Literal["repository_checkout_error"]


RepositoryCloneErrorObjectRetryStatus: TypeAlias = Annotated[
    RetryStatusRetrying | RetryStatusExhausted | RetryStatusTerminal, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class RepositoryCloneErrorObject(Model):
    message: str
    repository_url: str | None = None
    retry_status: RepositoryCloneErrorObjectRetryStatus
    type: Literal["repository_clone_error"]


SessionErrorEventError: TypeAlias = Annotated[
    UnknownErrorObject
    | ModelOverloadedErrorObject
    | ModelRateLimitedErrorObject
    | ModelRequestFailedErrorObject
    | MCPConnectionFailedErrorObject
    | MCPAuthenticationFailedErrorObject
    | ManagedAgentsBillingErrorObject
    | CredentialHostUnreachableErrorObject
    | ToolUseLimitReachedErrorObject
    | CompactionLimitReachedErrorObject
    | RepositoryAuthenticationErrorObject
    | RepositoryForbiddenErrorObject
    | RepositoryNotFoundErrorObject
    | RepositoryCheckoutErrorObject
    | RepositoryCloneErrorObject,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class SessionErrorEvent(Model):
    id: str
    error: SessionErrorEventError
    processed_at: datetime
    type: Literal["session.error"]


class SessionStatusRescheduledEvent(Model):
    id: str
    processed_at: datetime
    type: Literal["session.status_rescheduled"]


class SessionStatusRunningEvent(Model):
    id: str
    processed_at: datetime
    type: Literal["session.status_running"]


class SessionRefusalStopDetails(Model):
    category: Literal["cyber", "bio", "frontier_llm", "reasoning_extraction", "general_harms"] | None = None
    explanation: str | None = None
    type: Literal["refusal"]


class SessionEndTurn(Model):
    type: Literal["end_turn"]


class SessionRequiresAction(Model):
    event_ids: list[str]
    type: Literal["requires_action"]


class SessionRetriesExhausted(Model):
    type: Literal["retries_exhausted"]


class SessionBudgetReached(Model):
    type: Literal["budget_reached"]


class SessionRefusal(Model):
    type: Literal["refusal"]


SessionStatusIdleEventStopReason: TypeAlias = Annotated[
    SessionEndTurn | SessionRequiresAction | SessionRetriesExhausted | SessionBudgetReached | SessionRefusal,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class SessionStatusIdleEvent(Model):
    id: str
    processed_at: datetime
    stop_details: SessionRefusalStopDetails | None = None
    stop_reason: SessionStatusIdleEventStopReason
    type: Literal["session.status_idle"]


class SessionStatusTerminatedEvent(Model):
    id: str
    processed_at: datetime
    type: Literal["session.status_terminated"]


class SessionThreadCreatedEvent(Model):
    id: str
    agent_name: str
    processed_at: datetime
    session_thread_id: str
    type: Literal["session.thread_created"]
    workflow_run_id: str | None = None


class SpanOutcomeEvaluationStartEvent(Model):
    id: str
    iteration: int
    outcome_id: str
    processed_at: datetime
    type: Literal["span.outcome_evaluation_start"]


class SpanModelUsage(Model):
    cache_creation_input_tokens: int
    """Input tokens written to the cache."""

    cache_read_input_tokens: int
    """Input tokens read from the cache."""

    input_tokens: int
    output_tokens: int
    speed: Literal["standard", "fast"] | None = None


class SpanOutcomeEvaluationEndEvent(Model):
    id: str
    explanation: str
    iteration: int
    outcome_evaluation_start_id: str
    outcome_id: str
    processed_at: datetime
    result: str
    type: Literal["span.outcome_evaluation_end"]
    usage: SpanModelUsage


class SpanModelRequestStartEvent(Model):
    id: str
    processed_at: datetime
    type: Literal["span.model_request_start"]


class SpanModelRequestEndEvent(Model):
    id: str
    is_error: bool | None = None
    model_request_start_id: str
    model_usage: SpanModelUsage
    processed_at: datetime
    type: Literal["span.model_request_end"]


class SpanOutcomeEvaluationOngoingEvent(Model):
    id: str
    iteration: int
    outcome_id: str
    processed_at: datetime
    type: Literal["span.outcome_evaluation_ongoing"]


UserDefineOutcomeEventRubric: TypeAlias = Annotated[FileRubric | TextRubric, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class UserDefineOutcomeEvent(Model):
    id: str
    description: str
    max_iterations: int | None = None
    outcome_id: str
    processed_at: datetime
    rubric: UserDefineOutcomeEventRubric
    type: Literal["user.define_outcome"]


class SessionDeletedEvent(Model):
    id: str
    processed_at: datetime
    type: Literal["session.deleted"]


class SessionThreadStatusRunningEvent(Model):
    id: str
    agent_name: str
    processed_at: datetime
    session_thread_id: str
    type: Literal["session.thread_status_running"]


SessionThreadStatusIdleEventStopReason: TypeAlias = Annotated[
    SessionEndTurn | SessionRequiresAction | SessionRetriesExhausted | SessionBudgetReached | SessionRefusal,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class SessionThreadStatusIdleEvent(Model):
    id: str
    agent_name: str
    processed_at: datetime
    session_thread_id: str
    stop_details: SessionRefusalStopDetails | None = None
    stop_reason: SessionThreadStatusIdleEventStopReason
    type: Literal["session.thread_status_idle"]


class SessionThreadStatusTerminatedEvent(Model):
    id: str
    agent_name: str
    processed_at: datetime
    session_thread_id: str
    type: Literal["session.thread_status_terminated"]


UserToolResultEventContent: TypeAlias = Annotated[
    ManagedAgentsTextBlock | ImageBlock | ManagedAgentsDocumentBlock | SearchResultBlock, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class UserToolResultEvent(Model):
    id: str
    tool_use_id: str
    """The id of the call that this belongs to."""

    type: Literal["user.tool_result"]
    content: list[UserToolResultEventContent] | None = None
    is_error: bool | None = None
    processed_at: datetime | None = None
    session_thread_id: str | None = None


class SessionThreadStatusRescheduledEvent(Model):
    id: str
    agent_name: str
    processed_at: datetime
    session_thread_id: str
    type: Literal["session.thread_status_rescheduled"]


class SessionUpdatedEvent(Model):
    id: str
    processed_at: datetime
    type: Literal["session.updated"]
    agent: SessionAgent | None = None
    budget: BudgetLimit | None = None
    metadata: dict[str, str] | None = None
    title: str | None = None


class SystemMessageEvent(Model):
    id: str
    content: list[SystemContentBlock]
    type: Literal["system.message"]
    processed_at: datetime | None = None


class SessionUsageSnapshot(Model):
    active_seconds: float | None = None
    cache_creation: CacheCreationUsage | None = None
    cache_read_input_tokens: int | None = None
    """Input tokens read from the cache."""

    input_tokens: int | None = None
    list_cost: MonetaryAmount | None = None
    output_tokens: int | None = None
    server_tool_use: ManagedAgentsServerToolUsage | None = None


class SessionUsageEvent(Model):
    id: str
    processed_at: datetime
    type: Literal["session.usage"]
    usage: SessionUsageSnapshot
    budget: BudgetLimit | None = None


class WorkflowRunPhase(Model):
    id: str
    description: str | None = None
    name: str


class WorkflowRunCreatedEvent(Model):
    id: str
    description: str | None = None
    name: str
    phases: list[WorkflowRunPhase]
    processed_at: datetime
    type: Literal["workflow_run.created"]
    workflow_run_id: str


class WorkflowRunResultCompleted(Model):
    type: Literal["completed"]


class TimeoutWorkflowRunErrorObject(Model):
    message: str
    type: Literal["timeout_error"]


class ProgramWorkflowRunErrorObject(Model):
    message: str
    type: Literal["program_error"]


class UnknownWorkflowRunErrorObject(Model):
    message: str
    type: Literal["unknown_error"]


class ThreadLimitWorkflowRunErrorObject(Model):
    message: str
    type: Literal["thread_limit_error"]


class MaxWorkflowRunsWorkflowRunErrorObject(Model):
    message: str
    type: Literal["max_workflow_runs_error"]


WorkflowRunErrorObject: TypeAlias = Annotated[
    TimeoutWorkflowRunErrorObject
    | ProgramWorkflowRunErrorObject
    | UnknownWorkflowRunErrorObject
    | ThreadLimitWorkflowRunErrorObject
    | MaxWorkflowRunsWorkflowRunErrorObject,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class WorkflowRunResultErrorObject(Model):
    error: WorkflowRunErrorObject
    type: Literal["error"]


class WorkflowRunResultStopped(Model):
    type: Literal["stopped"]


WorkflowRunResult: TypeAlias = Annotated[
    WorkflowRunResultCompleted | WorkflowRunResultErrorObject | WorkflowRunResultStopped, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class WorkflowRunStatusEndedEvent(Model):
    id: str
    processed_at: datetime
    result: WorkflowRunResult
    type: Literal["workflow_run.status_ended"]
    workflow_run_id: str


class WorkflowRunPhaseStartedEvent(Model):
    id: str
    processed_at: datetime
    type: Literal["workflow_run.phase_started"]
    workflow_run_id: str
    workflow_run_phase_id: str


class WorkflowRunPhaseEndedEvent(Model):
    id: str
    phase_started_id: str
    processed_at: datetime
    type: Literal["workflow_run.phase_ended"]
    workflow_run_id: str
    workflow_run_phase_id: str


class WorkflowRunStatusRunningEvent(Model):
    id: str
    processed_at: datetime
    type: Literal["workflow_run.status_running"]
    workflow_run_id: str


class WorkflowRunStatusIdleEvent(Model):
    id: str
    processed_at: datetime
    type: Literal["workflow_run.status_idle"]
    workflow_run_id: str


class WorkflowRunErrorEvent(Model):
    id: str
    error: WorkflowRunErrorObject
    processed_at: datetime
    type: Literal["workflow_run.error"]
    workflow_run_id: str | None = None


SessionEvent: TypeAlias = Annotated[
    UserMessageEvent
    | UserInterruptEvent
    | UserToolConfirmationEvent
    | UserCustomToolResultEvent
    | AgentCustomToolUseEvent
    | AgentMessageEvent
    | AgentThinkingEvent
    | AgentMCPToolUseEvent
    | AgentMCPToolResultEvent
    | AgentToolUseEvent
    | AgentToolResultEvent
    | AgentThreadMessageReceivedEvent
    | AgentThreadMessageSentEvent
    | AgentThreadContextCompactedEvent
    | SessionErrorEvent
    | SessionStatusRescheduledEvent
    | SessionStatusRunningEvent
    | SessionStatusIdleEvent
    | SessionStatusTerminatedEvent
    | SessionThreadCreatedEvent
    | SpanOutcomeEvaluationStartEvent
    | SpanOutcomeEvaluationEndEvent
    | SpanModelRequestStartEvent
    | SpanModelRequestEndEvent
    | SpanOutcomeEvaluationOngoingEvent
    | UserDefineOutcomeEvent
    | SessionDeletedEvent
    | SessionThreadStatusRunningEvent
    | SessionThreadStatusIdleEvent
    | SessionThreadStatusTerminatedEvent
    | UserToolResultEvent
    | SessionThreadStatusRescheduledEvent
    | SessionUpdatedEvent
    | SystemMessageEvent
    | SessionUsageEvent
    | WorkflowRunCreatedEvent
    | WorkflowRunStatusEndedEvent
    | WorkflowRunPhaseStartedEvent
    | WorkflowRunPhaseEndedEvent
    | WorkflowRunStatusRunningEvent
    | WorkflowRunStatusIdleEvent
    | WorkflowRunErrorEvent,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


SendSessionEventsData: TypeAlias = Annotated[
    UserMessageEvent
    | UserInterruptEvent
    | UserToolConfirmationEvent
    | UserCustomToolResultEvent
    | UserDefineOutcomeEvent
    | UserToolResultEvent
    | SystemMessageEvent,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class SendSessionEvents(Model):
    data: list[SendSessionEventsData] | None = None


class AgentMessagePreview(Model):
    id: str
    type: Literal["agent.message"]


class AgentThinkingPreview(Model):
    id: str
    type: Literal["agent.thinking"]


StartEventPreview: TypeAlias = Annotated[AgentMessagePreview | AgentThinkingPreview, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class StartEvent(Model):
    event: StartEventPreview
    type: Literal["event_start"]


class DeltaContent(Model):
    content: ManagedAgentsTextBlock
    type: Literal["content_delta"]
    index: int | None = None


class DeltaEvent(Model):
    delta: DeltaContent
    event_id: str
    type: Literal["event_delta"]


StreamSessionEvents: TypeAlias = Annotated[
    UserMessageEvent
    | UserInterruptEvent
    | UserToolConfirmationEvent
    | UserCustomToolResultEvent
    | AgentCustomToolUseEvent
    | AgentMessageEvent
    | AgentThinkingEvent
    | AgentMCPToolUseEvent
    | AgentMCPToolResultEvent
    | AgentToolUseEvent
    | AgentToolResultEvent
    | AgentThreadMessageReceivedEvent
    | AgentThreadMessageSentEvent
    | AgentThreadContextCompactedEvent
    | SessionErrorEvent
    | SessionStatusRescheduledEvent
    | SessionStatusRunningEvent
    | SessionStatusIdleEvent
    | SessionStatusTerminatedEvent
    | SessionThreadCreatedEvent
    | SpanOutcomeEvaluationStartEvent
    | SpanOutcomeEvaluationEndEvent
    | SpanModelRequestStartEvent
    | SpanModelRequestEndEvent
    | SpanOutcomeEvaluationOngoingEvent
    | UserDefineOutcomeEvent
    | SessionDeletedEvent
    | SessionThreadStatusRunningEvent
    | SessionThreadStatusIdleEvent
    | SessionThreadStatusTerminatedEvent
    | UserToolResultEvent
    | SessionThreadStatusRescheduledEvent
    | SessionUpdatedEvent
    | StartEvent
    | DeltaEvent
    | SystemMessageEvent
    | SessionUsageEvent
    | WorkflowRunCreatedEvent
    | WorkflowRunStatusEndedEvent
    | WorkflowRunPhaseStartedEvent
    | WorkflowRunPhaseEndedEvent
    | WorkflowRunStatusRunningEvent
    | WorkflowRunStatusIdleEvent
    | WorkflowRunErrorEvent,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class DeleteSessionResource(Model):
    id: str
    type: Literal["session_resource_deleted"]


ResourceRetrieveResponse: TypeAlias = Annotated[
    GitHubRepositoryResource | FileResource | MemoryStoreResource, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


ResourceUpdateResponse: TypeAlias = Annotated[
    GitHubRepositoryResource | FileResource | MemoryStoreResource, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


InlineAgentSkill: TypeAlias = Annotated[AnthropicSkill | CustomSkill, Tagged("type")]
"""One of these; `type` tells which. Beta."""


InlineAgentTool: TypeAlias = Annotated[AgentToolset20260401 | ManagedAgentsMCPToolset | CustomTool, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class InlineAgent(Model):
    description: str | None = None
    execution_identity: ExecutionIdentity
    mcp_servers: list[MCPServerURLDefinition]
    model: ModelConfig
    name: str
    skills: list[InlineAgentSkill]
    system: str | None = None
    tools: list[InlineAgentTool]
    type: Literal["inline"]


SessionThreadAgentUnion: TypeAlias = Annotated[SessionThreadAgent | Advisor | InlineAgent, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class SessionThreadStats(Model):
    active_seconds: float | None = None
    duration_seconds: float | None = None
    startup_seconds: float | None = None


SessionThreadStatus: TypeAlias = Literal["running", "idle", "rescheduling", "terminated"]
"""One of these, or another that came later. Beta."""


class SessionThreadUsage(Model):
    active_seconds: float | None = None
    cache_creation: CacheCreationUsage | None = None
    cache_read_input_tokens: int | None = None
    """Input tokens read from the cache."""

    input_tokens: int | None = None
    list_cost: MonetaryAmount | None = None
    output_tokens: int | None = None
    server_tool_use: ManagedAgentsServerToolUsage | None = None


class SessionThread(Model):
    id: str
    agent: SessionThreadAgentUnion
    archived_at: datetime | None = None
    """When it was archived; None while it is not."""

    created_at: datetime
    parent_thread_id: str | None = None
    session_id: str
    stats: SessionThreadStats | None = None
    status: SessionThreadStatus
    type: Literal["session_thread"]
    updated_at: datetime
    usage: SessionThreadUsage | None = None
    workflow_run_id: str | None = None


StreamSessionThreadEvents: TypeAlias = Annotated[
    UserMessageEvent
    | UserInterruptEvent
    | UserToolConfirmationEvent
    | UserCustomToolResultEvent
    | AgentCustomToolUseEvent
    | AgentMessageEvent
    | AgentThinkingEvent
    | AgentMCPToolUseEvent
    | AgentMCPToolResultEvent
    | AgentToolUseEvent
    | AgentToolResultEvent
    | AgentThreadMessageReceivedEvent
    | AgentThreadMessageSentEvent
    | AgentThreadContextCompactedEvent
    | SessionErrorEvent
    | SessionStatusRescheduledEvent
    | SessionStatusRunningEvent
    | SessionStatusIdleEvent
    | SessionStatusTerminatedEvent
    | SessionThreadCreatedEvent
    | SpanOutcomeEvaluationStartEvent
    | SpanOutcomeEvaluationEndEvent
    | SpanModelRequestStartEvent
    | SpanModelRequestEndEvent
    | SpanOutcomeEvaluationOngoingEvent
    | UserDefineOutcomeEvent
    | SessionDeletedEvent
    | SessionThreadStatusRunningEvent
    | SessionThreadStatusIdleEvent
    | SessionThreadStatusTerminatedEvent
    | UserToolResultEvent
    | SessionThreadStatusRescheduledEvent
    | SessionUpdatedEvent
    | StartEvent
    | DeltaEvent
    | SystemMessageEvent
    | SessionUsageEvent
    | WorkflowRunCreatedEvent
    | WorkflowRunStatusEndedEvent
    | WorkflowRunPhaseStartedEvent
    | WorkflowRunPhaseEndedEvent
    | WorkflowRunStatusRunningEvent
    | WorkflowRunStatusIdleEvent
    | WorkflowRunErrorEvent,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""
