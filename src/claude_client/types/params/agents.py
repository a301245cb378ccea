"""What the API takes: agents.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from typing_extensions import Required, TypedDict

from .._model import IterableParam, OpenDict, Tagged
from ..request_options import WorkspaceOptions
from ..responses.agents import ManagedAgentsModelParam


class EffortLowParam(TypedDict, total=False):
    type: Required[Literal["low"]]


class EffortMediumParam(TypedDict, total=False):
    type: Required[Literal["medium"]]


class EffortHighParam(TypedDict, total=False):
    type: Required[Literal["high"]]


class EffortXhighParam(TypedDict, total=False):
    type: Required[Literal["xhigh"]]


class EffortMaxParam(TypedDict, total=False):
    type: Required[Literal["max"]]


ModelConfigParamsEffort: TypeAlias = (
    Literal["low", "medium", "high", "xhigh", "max"]
    | EffortLowParam
    | EffortMediumParam
    | EffortHighParam
    | EffortXhighParam
    | EffortMaxParam
)
"""One of these. Beta."""


class ModelConfigParams(TypedDict, total=False):
    id: Required[ManagedAgentsModelParam]
    effort: ModelConfigParamsEffort | None
    inference_geo: str | None
    """Where the model runs."""

    speed: Literal["standard", "fast"] | None


AgentCreateParamsModel: TypeAlias = ManagedAgentsModelParam | ModelConfigParams
"""One of these. Beta."""


class AWSRoleExecutionIdentityParams(TypedDict, total=False):
    role_arn: Required[str]
    type: Required[Literal["aws_role"]]


class ServiceAccountExecutionIdentityParams(TypedDict, total=False):
    type: Required[Literal["service_account"]]


ExecutionIdentityParams: TypeAlias = Annotated[
    AWSRoleExecutionIdentityParams | ServiceAccountExecutionIdentityParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class URLMCPServerParams(TypedDict, total=False):
    name: Required[str]
    type: Required[Literal["url"]]
    url: Required[str]


class AgentParams(TypedDict, total=False):
    id: Required[str]
    type: Required[Literal["agent"]]
    version: int


class MultiagentSelfParams(TypedDict, total=False):
    type: Required[Literal["self"]]


class AdvisorParams(TypedDict, total=False):
    model: Required[str]
    type: Required[Literal["advisor"]]


MultiagentRosterEntryParams: TypeAlias = str | AgentParams | MultiagentSelfParams | AdvisorParams
"""One of these. Beta."""


class MultiagentCoordinatorParams(TypedDict, total=False):
    agents: Required[IterableParam[MultiagentRosterEntryParams]]
    type: Required[Literal["coordinator"]]


class MultiagentAdvisorEnabledParams(TypedDict, total=False):
    model: Required[str]
    type: Required[Literal["enabled"]]


class MultiagentAdvisorDisabledParams(TypedDict, total=False):
    type: Required[Literal["disabled"]]


MultiagentAdvisorParams: TypeAlias = Annotated[
    MultiagentAdvisorEnabledParams | MultiagentAdvisorDisabledParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class MultiagentInlineAgentsEnabledParams(TypedDict, total=False):
    type: Required[Literal["enabled"]]


class MultiagentInlineAgentsDisabledParams(TypedDict, total=False):
    type: Required[Literal["disabled"]]


MultiagentInlineAgentsParams: TypeAlias = Annotated[
    MultiagentInlineAgentsEnabledParams | MultiagentInlineAgentsDisabledParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


MultiagentPredefinedAgentParams: TypeAlias = str | AgentParams | MultiagentSelfParams
"""One of these. Beta."""


class MultiagentSubagentsEnabledParams(TypedDict, total=False):
    type: Required[Literal["enabled"]]
    inline_agents: MultiagentInlineAgentsParams | None
    predefined_agents: IterableParam[MultiagentPredefinedAgentParams] | None


class MultiagentSubagentsDisabledParams(TypedDict, total=False):
    type: Required[Literal["disabled"]]


MultiagentSubagentsParams: TypeAlias = Annotated[
    MultiagentSubagentsEnabledParams | MultiagentSubagentsDisabledParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class MultiagentWorkflowsEnabledParams(TypedDict, total=False):
    type: Required[Literal["enabled"]]
    inline_agents: MultiagentInlineAgentsParams | None
    predefined_agents: IterableParam[MultiagentPredefinedAgentParams] | None


class MultiagentWorkflowsDisabledParams(TypedDict, total=False):
    type: Required[Literal["disabled"]]


MultiagentWorkflowsParams: TypeAlias = Annotated[
    MultiagentWorkflowsEnabledParams | MultiagentWorkflowsDisabledParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class Multiagent20261001Params(TypedDict, total=False):
    type: Required[Literal["multiagent_20261001"]]
    advisor: MultiagentAdvisorParams | None
    subagents: MultiagentSubagentsParams | None
    workflows: MultiagentWorkflowsParams | None


MultiagentParams: TypeAlias = Annotated[MultiagentCoordinatorParams | Multiagent20261001Params, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class AnthropicSkillParams(TypedDict, total=False):
    skill_id: Required[str]
    type: Required[Literal["anthropic"]]
    version: str | None


class CustomSkillParams(TypedDict, total=False):
    skill_id: Required[str]
    type: Required[Literal["custom"]]
    version: str | None


ManagedAgentsSkillParams: TypeAlias = Annotated[AnthropicSkillParams | CustomSkillParams, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class AlwaysAllowPolicyParam(TypedDict, total=False):
    type: Required[Literal["always_allow"]]


class AlwaysAskPolicyParam(TypedDict, total=False):
    type: Required[Literal["always_ask"]]


class AutoPolicyParam(TypedDict, total=False):
    type: Required[Literal["auto"]]


BashToolConfigParamsPermissionPolicy: TypeAlias = Annotated[
    AlwaysAllowPolicyParam | AlwaysAskPolicyParam | AutoPolicyParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class BashToolConfigParams(TypedDict, total=False):
    name: Required[Literal["bash"]]
    enabled: bool | None
    permission_policy: BashToolConfigParamsPermissionPolicy | None
    type: Literal["bash"]


EditToolConfigParamsPermissionPolicy: TypeAlias = Annotated[
    AlwaysAllowPolicyParam | AlwaysAskPolicyParam | AutoPolicyParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class EditToolConfigParams(TypedDict, total=False):
    name: Required[Literal["edit"]]
    enabled: bool | None
    permission_policy: EditToolConfigParamsPermissionPolicy | None
    type: Literal["edit"]


ReadToolConfigParamsPermissionPolicy: TypeAlias = Annotated[
    AlwaysAllowPolicyParam | AlwaysAskPolicyParam | AutoPolicyParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ReadToolConfigParams(TypedDict, total=False):
    name: Required[Literal["read"]]
    enabled: bool | None
    permission_policy: ReadToolConfigParamsPermissionPolicy | None
    type: Literal["read"]


WriteToolConfigParamsPermissionPolicy: TypeAlias = Annotated[
    AlwaysAllowPolicyParam | AlwaysAskPolicyParam | AutoPolicyParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class WriteToolConfigParams(TypedDict, total=False):
    name: Required[Literal["write"]]
    enabled: bool | None
    permission_policy: WriteToolConfigParamsPermissionPolicy | None
    type: Literal["write"]


GlobToolConfigParamsPermissionPolicy: TypeAlias = Annotated[
    AlwaysAllowPolicyParam | AlwaysAskPolicyParam | AutoPolicyParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class GlobToolConfigParams(TypedDict, total=False):
    name: Required[Literal["glob"]]
    enabled: bool | None
    permission_policy: GlobToolConfigParamsPermissionPolicy | None
    type: Literal["glob"]


GrepToolConfigParamsPermissionPolicy: TypeAlias = Annotated[
    AlwaysAllowPolicyParam | AlwaysAskPolicyParam | AutoPolicyParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class GrepToolConfigParams(TypedDict, total=False):
    name: Required[Literal["grep"]]
    enabled: bool | None
    permission_policy: GrepToolConfigParamsPermissionPolicy | None
    type: Literal["grep"]


WebFetchToolConfigParamsPermissionPolicy: TypeAlias = Annotated[
    AlwaysAllowPolicyParam | AlwaysAskPolicyParam | AutoPolicyParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


WebFetchURLSourceShorthand: TypeAlias = Literal["all", "none"]
"""One of these, or another that came later. Beta."""


class ManagedAgentsWebFetchURLSourceAllParam(TypedDict, total=False):
    type: Required[Literal["all"]]


class ManagedAgentsWebFetchURLSourceNoneParam(TypedDict, total=False):
    type: Required[Literal["none"]]


class ManagedAgentsWebFetchURLSourceToolReferenceParam(TypedDict, total=False):
    name: Required[str]
    type: Required[Literal["tool_reference"]]


class ManagedAgentsWebFetchURLSourceOnlyParam(TypedDict, total=False):
    tools: Required[IterableParam[ManagedAgentsWebFetchURLSourceToolReferenceParam]]
    type: Required[Literal["only"]]


class ManagedAgentsWebFetchURLSourceExceptParam(TypedDict, total=False):
    tools: Required[IterableParam[ManagedAgentsWebFetchURLSourceToolReferenceParam]]
    type: Required[Literal["except"]]


WebFetchURLSourceToolFilterParam: TypeAlias = Annotated[
    ManagedAgentsWebFetchURLSourceAllParam
    | ManagedAgentsWebFetchURLSourceNoneParam
    | ManagedAgentsWebFetchURLSourceOnlyParam
    | ManagedAgentsWebFetchURLSourceExceptParam,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


WebFetchURLSourceToolFilterParams: TypeAlias = WebFetchURLSourceShorthand | WebFetchURLSourceToolFilterParam
"""One of these. Beta."""


WebFetchURLSourceUserInputParam: TypeAlias = Annotated[
    ManagedAgentsWebFetchURLSourceAllParam | ManagedAgentsWebFetchURLSourceNoneParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


WebFetchURLSourceUserInputParams: TypeAlias = WebFetchURLSourceShorthand | WebFetchURLSourceUserInputParam
"""One of these. Beta."""


class WebFetchURLSourcesParams(TypedDict, total=False):
    client_tool_results: WebFetchURLSourceToolFilterParams | None
    server_tool_results: WebFetchURLSourceToolFilterParams | None
    user_input: WebFetchURLSourceUserInputParams | None


class WebFetchToolConfigParams(TypedDict, total=False):
    name: Required[Literal["web_fetch"]]
    allowed_domains: Sequence[str]
    blocked_domains: Sequence[str]
    enabled: bool | None
    max_content_tokens: int | None
    permission_policy: WebFetchToolConfigParamsPermissionPolicy | None
    type: Literal["web_fetch"]
    url_sources: WebFetchURLSourcesParams | None


WebSearchToolConfigParamsPermissionPolicy: TypeAlias = Annotated[
    AlwaysAllowPolicyParam | AlwaysAskPolicyParam | AutoPolicyParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ManagedAgentsUserLocationParam(TypedDict, total=False):
    type: Required[Literal["approximate"]]
    city: str | None
    country: str | None
    region: str | None
    timezone: str | None


class WebSearchToolConfigParams(TypedDict, total=False):
    name: Required[Literal["web_search"]]
    allowed_domains: Sequence[str]
    blocked_domains: Sequence[str]
    enabled: bool | None
    permission_policy: WebSearchToolConfigParamsPermissionPolicy | None
    type: Literal["web_search"]
    user_location: ManagedAgentsUserLocationParam | None


AgentToolConfigParams: TypeAlias = Annotated[
    BashToolConfigParams
    | EditToolConfigParams
    | ReadToolConfigParams
    | WriteToolConfigParams
    | GlobToolConfigParams
    | GrepToolConfigParams
    | WebFetchToolConfigParams
    | WebSearchToolConfigParams,
    Tagged("name"),
]
"""One of these; `name` tells which. Beta."""


AgentToolsetDefaultConfigParamsPermissionPolicy: TypeAlias = Annotated[
    AlwaysAllowPolicyParam | AlwaysAskPolicyParam | AutoPolicyParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class AgentToolsetDefaultConfigParams(TypedDict, total=False):
    enabled: bool | None
    permission_policy: AgentToolsetDefaultConfigParamsPermissionPolicy | None


class AgentToolset20260401Params(TypedDict, total=False):
    type: Required[Literal["agent_toolset_20260401"]]
    configs: IterableParam[AgentToolConfigParams]
    default_config: AgentToolsetDefaultConfigParams | None


MCPToolConfigParamsPermissionPolicy: TypeAlias = Annotated[
    AlwaysAllowPolicyParam | AlwaysAskPolicyParam | AutoPolicyParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class MCPToolConfigParams(TypedDict, total=False):
    name: Required[str]
    enabled: bool | None
    permission_policy: MCPToolConfigParamsPermissionPolicy | None


MCPToolsetDefaultConfigParamsPermissionPolicy: TypeAlias = Annotated[
    AlwaysAllowPolicyParam | AlwaysAskPolicyParam | AutoPolicyParam, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class MCPToolsetDefaultConfigParams(TypedDict, total=False):
    enabled: bool | None
    permission_policy: MCPToolsetDefaultConfigParamsPermissionPolicy | None


class MCPToolsetParams(TypedDict, total=False):
    mcp_server_name: Required[str]
    type: Required[Literal["mcp_toolset"]]
    configs: IterableParam[MCPToolConfigParams]
    default_config: MCPToolsetDefaultConfigParams | None


class CustomToolInputSchemaParam(TypedDict, total=False):
    type: Required[Literal["object"]]
    properties: Mapping[str, object] | None
    required: Sequence[str] | None


class CustomToolParams(TypedDict, total=False):
    description: Required[str]
    input_schema: Required[OpenDict[CustomToolInputSchemaParam]]
    name: Required[str]
    type: Required[Literal["custom"]]


AgentCreateParamsTool: TypeAlias = Annotated[
    AgentToolset20260401Params | MCPToolsetParams | CustomToolParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


AgentUpdateParamsModel: TypeAlias = ManagedAgentsModelParam | ModelConfigParams
"""One of these. Beta."""


AgentUpdateParamsTool: TypeAlias = Annotated[
    AgentToolset20260401Params | MCPToolsetParams | CustomToolParams, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class AgentListParamsBase(TypedDict, total=False):
    """The query of `agents.list`."""

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


class AgentListParams(AgentListParamsBase, WorkspaceOptions, total=False):
    """What `agents.list` takes, and the options of the call."""


class AgentCreateParamsBase(TypedDict, total=False):
    """The body of `agents.create`."""

    model: Required[AgentCreateParamsModel]
    """The model by its name, or with settings such as effort."""

    name: Required[str]
    description: str | None
    execution_identity: ExecutionIdentityParams | None
    mcp_servers: IterableParam[URLMCPServerParams] | None
    """MCP servers that the agent may use, each by its URL."""

    metadata: Mapping[str, str] | None
    """Texts of your own by name."""

    multiagent: MultiagentParams | None
    """Other agents that this one can call."""

    skills: IterableParam[ManagedAgentsSkillParams] | None
    """Skills that the agent can load."""

    system: str | None
    """What the agent is told before each session."""

    tools: IterableParam[AgentCreateParamsTool] | None


class AgentCreateParams(AgentCreateParamsBase, WorkspaceOptions, total=False):
    """What `agents.create` takes, and the options of the call."""


class AgentRetrieveParamsBase(TypedDict, total=False):
    """The query of `agents.retrieve`."""

    version: int | None


class AgentRetrieveParams(AgentRetrieveParamsBase, WorkspaceOptions, total=False):
    """What `agents.retrieve` takes, and the options of the call."""


class AgentUpdateParamsBase(TypedDict, total=False):
    """The body of `agents.update`."""

    description: str | None
    execution_identity: ExecutionIdentityParams | None
    mcp_servers: IterableParam[URLMCPServerParams] | None
    metadata: Mapping[str, str | None] | None
    """Texts of your own by name; None takes one away."""

    model: AgentUpdateParamsModel | None
    multiagent: MultiagentParams | None
    name: str | None
    skills: IterableParam[ManagedAgentsSkillParams] | None
    system: str | None
    tools: IterableParam[AgentUpdateParamsTool] | None
    version: int | None
    """The version that the change is made to; another one in between makes a conflict."""


class AgentUpdateParams(AgentUpdateParamsBase, WorkspaceOptions, total=False):
    """What `agents.update` takes, and the options of the call."""


class AgentVersionListParamsBase(TypedDict, total=False):
    """The query of `agents.versions.list`."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class AgentVersionListParams(AgentVersionListParamsBase, WorkspaceOptions, total=False):
    """What `agents.versions.list` takes, and the options of the call."""
