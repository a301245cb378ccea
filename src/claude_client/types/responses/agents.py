"""What the API returns: agents.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, OpenModel, Tagged


class AWSRoleExecutionIdentity(Model):
    role_arn: str
    type: Literal["aws_role"]


class ServiceAccountExecutionIdentity(Model):
    type: Literal["service_account"]


ExecutionIdentity: TypeAlias = Annotated[AWSRoleExecutionIdentity | ServiceAccountExecutionIdentity, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class MCPServerURLDefinition(Model):
    name: str
    type: Literal["url"]
    url: str


ManagedAgentsModelParam: TypeAlias = (
    Literal[
        "claude-fable-5-2",
        "claude-haiku-5-5",
        "claude-sonnet-5-5",
        "claude-opus-5-5",
        "claude-fable-5-1",
        "claude-sonnet-5",
        "claude-fable-5",
        "claude-opus-5",
        "claude-opus-4-8",
        "claude-opus-4-7",
        "claude-opus-4-6",
        "claude-sonnet-4-6",
        "claude-haiku-4-5",
        "claude-haiku-4-5-20251001",
        "claude-opus-4-5",
        "claude-opus-4-5-20251101",
        "claude-sonnet-4-5",
        "claude-sonnet-4-5-20250929",
    ]
    | str
)
"""One of these. Beta."""


class EffortLow(Model):
    type: Literal["low"]


class EffortMedium(Model):
    type: Literal["medium"]


class EffortHigh(Model):
    type: Literal["high"]


class EffortXhigh(Model):
    type: Literal["xhigh"]


class EffortMax(Model):
    type: Literal["max"]


ModelConfigEffort: TypeAlias = Annotated[
    EffortLow | EffortMedium | EffortHigh | EffortXhigh | EffortMax, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ModelConfig(Model):
    id: ManagedAgentsModelParam
    effort: ModelConfigEffort | None = None
    inference_geo: str | None = None
    """Where the model runs."""

    speed: Literal["standard", "fast"] | None = None


class AgentReference(Model):
    id: str
    type: Literal["agent"]
    version: int


class Advisor(Model):
    model: str
    type: Literal["advisor"]


MultiagentCoordinatorAgent: TypeAlias = Annotated[AgentReference | Advisor, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class MultiagentCoordinator(Model):
    agents: list[MultiagentCoordinatorAgent]
    type: Literal["coordinator"]


class MultiagentAdvisorEnabled(Model):
    model: str
    type: Literal["enabled"]


class MultiagentAdvisorDisabled(Model):
    type: Literal["disabled"]


MultiagentAdvisor: TypeAlias = Annotated[MultiagentAdvisorEnabled | MultiagentAdvisorDisabled, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class MultiagentInlineAgentsEnabled(Model):
    type: Literal["enabled"]


class MultiagentInlineAgentsDisabled(Model):
    type: Literal["disabled"]


MultiagentInlineAgents: TypeAlias = Annotated[
    MultiagentInlineAgentsEnabled | MultiagentInlineAgentsDisabled, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class MultiagentSubagentsEnabled(Model):
    inline_agents: MultiagentInlineAgents
    predefined_agents: list[AgentReference]
    type: Literal["enabled"]


class MultiagentSubagentsDisabled(Model):
    type: Literal["disabled"]


MultiagentSubagents: TypeAlias = Annotated[MultiagentSubagentsEnabled | MultiagentSubagentsDisabled, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class MultiagentWorkflowsEnabled(Model):
    inline_agents: MultiagentInlineAgents
    predefined_agents: list[AgentReference]
    type: Literal["enabled"]


class MultiagentWorkflowsDisabled(Model):
    type: Literal["disabled"]


MultiagentWorkflows: TypeAlias = Annotated[MultiagentWorkflowsEnabled | MultiagentWorkflowsDisabled, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class Multiagent20261001(Model):
    advisor: MultiagentAdvisor
    subagents: MultiagentSubagents
    type: Literal["multiagent_20261001"]
    workflows: MultiagentWorkflows


Multiagent: TypeAlias = Annotated[MultiagentCoordinator | Multiagent20261001, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class AnthropicSkill(Model):
    skill_id: str
    type: Literal["anthropic"]
    version: str


class CustomSkill(Model):
    skill_id: str
    type: Literal["custom"]
    version: str


AgentSkill: TypeAlias = Annotated[AnthropicSkill | CustomSkill, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class AlwaysAllowPolicy(Model):
    type: Literal["always_allow"]


class AlwaysAskPolicy(Model):
    type: Literal["always_ask"]


class AutoPolicy(Model):
    type: Literal["auto"]


BashToolConfigPermissionPolicy: TypeAlias = Annotated[AlwaysAllowPolicy | AlwaysAskPolicy | AutoPolicy, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class BashToolConfig(Model):
    enabled: bool
    name: Literal["bash"]
    permission_policy: BashToolConfigPermissionPolicy
    type: Literal["bash"]


EditToolConfigPermissionPolicy: TypeAlias = Annotated[AlwaysAllowPolicy | AlwaysAskPolicy | AutoPolicy, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class EditToolConfig(Model):
    enabled: bool
    name: Literal["edit"]
    permission_policy: EditToolConfigPermissionPolicy
    type: Literal["edit"]


ReadToolConfigPermissionPolicy: TypeAlias = Annotated[AlwaysAllowPolicy | AlwaysAskPolicy | AutoPolicy, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class ReadToolConfig(Model):
    enabled: bool
    name: Literal["read"]
    permission_policy: ReadToolConfigPermissionPolicy
    type: Literal["read"]


WriteToolConfigPermissionPolicy: TypeAlias = Annotated[AlwaysAllowPolicy | AlwaysAskPolicy | AutoPolicy, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class WriteToolConfig(Model):
    enabled: bool
    name: Literal["write"]
    permission_policy: WriteToolConfigPermissionPolicy
    type: Literal["write"]


GlobToolConfigPermissionPolicy: TypeAlias = Annotated[AlwaysAllowPolicy | AlwaysAskPolicy | AutoPolicy, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class GlobToolConfig(Model):
    enabled: bool
    name: Literal["glob"]
    permission_policy: GlobToolConfigPermissionPolicy
    type: Literal["glob"]


GrepToolConfigPermissionPolicy: TypeAlias = Annotated[AlwaysAllowPolicy | AlwaysAskPolicy | AutoPolicy, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class GrepToolConfig(Model):
    enabled: bool
    name: Literal["grep"]
    permission_policy: GrepToolConfigPermissionPolicy
    type: Literal["grep"]


WebFetchToolConfigPermissionPolicy: TypeAlias = Annotated[
    AlwaysAllowPolicy | AlwaysAskPolicy | AutoPolicy, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ManagedAgentsWebFetchURLSourceAll(Model):
    type: Literal["all"]


class ManagedAgentsWebFetchURLSourceNone(Model):
    type: Literal["none"]


class ManagedAgentsWebFetchURLSourceToolReference(Model):
    name: str
    type: Literal["tool_reference"]


class ManagedAgentsWebFetchURLSourceOnly(Model):
    tools: list[ManagedAgentsWebFetchURLSourceToolReference]
    type: Literal["only"]


class ManagedAgentsWebFetchURLSourceExcept(Model):
    tools: list[ManagedAgentsWebFetchURLSourceToolReference]
    type: Literal["except"]


WebFetchURLSourceToolFilter: TypeAlias = Annotated[
    ManagedAgentsWebFetchURLSourceAll
    | ManagedAgentsWebFetchURLSourceNone
    | ManagedAgentsWebFetchURLSourceOnly
    | ManagedAgentsWebFetchURLSourceExcept,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


WebFetchURLSourceUserInput: TypeAlias = Annotated[
    ManagedAgentsWebFetchURLSourceAll | ManagedAgentsWebFetchURLSourceNone, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ManagedAgentsWebFetchURLSources(Model):
    client_tool_results: WebFetchURLSourceToolFilter | None = None
    server_tool_results: WebFetchURLSourceToolFilter | None = None
    user_input: WebFetchURLSourceUserInput | None = None


class WebFetchToolConfig(Model):
    enabled: bool
    name: Literal["web_fetch"]
    permission_policy: WebFetchToolConfigPermissionPolicy
    type: Literal["web_fetch"]
    url_sources: ManagedAgentsWebFetchURLSources | None = None
    allowed_domains: list[str] | None = None
    blocked_domains: list[str] | None = None
    max_content_tokens: int | None = None


WebSearchToolConfigPermissionPolicy: TypeAlias = Annotated[
    AlwaysAllowPolicy | AlwaysAskPolicy | AutoPolicy, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ManagedAgentsUserLocation(Model):
    type: Literal["approximate"]
    city: str | None = None
    country: str | None = None
    region: str | None = None
    timezone: str | None = None


class WebSearchToolConfig(Model):
    enabled: bool
    name: Literal["web_search"]
    permission_policy: WebSearchToolConfigPermissionPolicy
    type: Literal["web_search"]
    allowed_domains: list[str] | None = None
    blocked_domains: list[str] | None = None
    user_location: ManagedAgentsUserLocation | None = None


AgentToolConfig: TypeAlias = Annotated[
    BashToolConfig
    | EditToolConfig
    | ReadToolConfig
    | WriteToolConfig
    | GlobToolConfig
    | GrepToolConfig
    | WebFetchToolConfig
    | WebSearchToolConfig,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


AgentToolsetDefaultConfigPermissionPolicy: TypeAlias = Annotated[
    AlwaysAllowPolicy | AlwaysAskPolicy | AutoPolicy, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class AgentToolsetDefaultConfig(Model):
    enabled: bool
    permission_policy: AgentToolsetDefaultConfigPermissionPolicy


class AgentToolset20260401(Model):
    configs: list[AgentToolConfig]
    default_config: AgentToolsetDefaultConfig
    type: Literal["agent_toolset_20260401"]


MCPToolConfigPermissionPolicy: TypeAlias = Annotated[AlwaysAllowPolicy | AlwaysAskPolicy | AutoPolicy, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class ManagedAgentsMCPToolConfig(Model):
    enabled: bool
    name: str
    permission_policy: MCPToolConfigPermissionPolicy


MCPToolsetDefaultConfigPermissionPolicy: TypeAlias = Annotated[
    AlwaysAllowPolicy | AlwaysAskPolicy | AutoPolicy, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class MCPToolsetDefaultConfig(Model):
    enabled: bool
    permission_policy: MCPToolsetDefaultConfigPermissionPolicy


class ManagedAgentsMCPToolset(Model):
    configs: list[ManagedAgentsMCPToolConfig]
    default_config: MCPToolsetDefaultConfig
    mcp_server_name: str
    type: Literal["mcp_toolset"]


class CustomToolInputSchema(OpenModel):
    type: Literal["object"]
    properties: dict[str, object] | None = None
    required: list[str] | None = None


class CustomTool(Model):
    description: str
    input_schema: CustomToolInputSchema
    name: str
    type: Literal["custom"]


AgentTool: TypeAlias = Annotated[AgentToolset20260401 | ManagedAgentsMCPToolset | CustomTool, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class Agent(Model):
    id: str
    archived_at: datetime | None = None
    """When it was archived; None while it is not."""

    created_at: datetime
    description: str | None = None
    execution_identity: ExecutionIdentity
    mcp_servers: list[MCPServerURLDefinition]
    metadata: dict[str, str]
    model: ModelConfig
    multiagent: Multiagent | None = None
    name: str
    skills: list[AgentSkill]
    system: str | None = None
    tools: list[AgentTool]
    type: Literal["agent"]
    updated_at: datetime
    version: int
