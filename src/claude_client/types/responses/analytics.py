"""What the API returns: analytics.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged
from .messages import CacheCreation


class AnalyticsUser(Model):
    id: str
    email_address: str
    type: Literal["user"]


class AnalyticsProjectActivity(Model):
    created_at: datetime | None = None
    created_by: AnalyticsUser | None = None
    distinct_conversation_count: int | None = None
    distinct_user_count: int
    message_count: int
    project_id: str
    project_name: str
    rbac_group_id: str | None = None
    rbac_group_name: str | None = None
    user_id: str | None = None


class AnalyticsArtifactActivity(Model):
    artifact_type: str
    artifacts_created_count: int
    distinct_user_count: int
    is_shared: bool
    published_artifacts_created_count: int
    product: str | None = None
    rbac_group_id: str | None = None
    rbac_group_name: str | None = None
    user_id: str | None = None


class AnalyticsConnectorChatMetrics(Model):
    distinct_conversation_connector_used_count: int | None = None


class AnalyticsConnectorClaudeCodeMetrics(Model):
    distinct_session_connector_used_count: int | None = None


class AnalyticsConnectorCoworkMetrics(Model):
    distinct_session_connector_used_count: int | None = None


class AnalyticsConnectorOfficeProductMetrics(Model):
    distinct_session_connector_used_count: int | None = None


class AnalyticsConnectorOfficeMetrics(Model):
    excel: AnalyticsConnectorOfficeProductMetrics
    outlook: AnalyticsConnectorOfficeProductMetrics
    powerpoint: AnalyticsConnectorOfficeProductMetrics
    word: AnalyticsConnectorOfficeProductMetrics


class AnalyticsConnectorChatCoworkUnifiedChatMetrics(Model):
    distinct_conversation_connector_used_count: int | None = None


class AnalyticsConnectorChatCoworkUnifiedSessionsMetrics(Model):
    distinct_session_connector_used_count: int | None = None


class AnalyticsConnectorChatCoworkUnifiedMetrics(Model):
    chat: AnalyticsConnectorChatCoworkUnifiedChatMetrics
    sessions: AnalyticsConnectorChatCoworkUnifiedSessionsMetrics


class AnalyticsConnectorActivity(Model):
    chat_metrics: AnalyticsConnectorChatMetrics
    claude_code_metrics: AnalyticsConnectorClaudeCodeMetrics
    connector_display_name: str | None = None
    connector_name: str
    cowork_metrics: AnalyticsConnectorCoworkMetrics
    distinct_user_count: int
    individual_auth_distinct_user_count: int | None = None
    managed_auth_distinct_user_count: int | None = None
    office_metrics: AnalyticsConnectorOfficeMetrics
    read_call_count: int | None = None
    unclassified_call_count: int | None = None
    write_call_count: int | None = None
    chat_cowork_unified_metrics: AnalyticsConnectorChatCoworkUnifiedMetrics | None = None
    product: str | None = None
    rbac_group_id: str | None = None
    rbac_group_name: str | None = None
    user_id: str | None = None


class AnalyticsCostMetrics(Model):
    amount: Decimal
    currency: str
    list_amount: Decimal
    requests: int | None = None


class AnalyticsReportUserActor(Model):
    deleted: bool
    email_address: str | None = None
    name: str | None = None
    type: Literal["user_actor"]
    user_id: str


class AnalyticsServiceAccountActor(Model):
    service_account_id: str
    type: Literal["service_account_actor"]


class AnalyticsFederatedActorAWSProvider(Model):
    account_id: str
    signed_principal: str
    type: Literal["aws"]


class AnalyticsFederatedActorAzureProvider(Model):
    subscription_id: str
    type: Literal["azure"]


class AnalyticsFederatedActorGCPProvider(Model):
    project_number: str
    type: Literal["gcp"]


class AnalyticsFederatedActorOIDCProvider(Model):
    issuer: str | None = None
    type: Literal["oidc"]


AnalyticsFederatedActorProvider: TypeAlias = Annotated[
    AnalyticsFederatedActorAWSProvider
    | AnalyticsFederatedActorAzureProvider
    | AnalyticsFederatedActorGCPProvider
    | AnalyticsFederatedActorOIDCProvider,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class AnalyticsFederatedActor(Model):
    provider: AnalyticsFederatedActorProvider
    subject: str | None = None
    type: Literal["federated_actor"]


class AnalyticsAPIActor(Model):
    api_key_id: str
    type: Literal["api_actor"]


AnalyticsActor: TypeAlias = Annotated[
    AnalyticsReportUserActor | AnalyticsServiceAccountActor | AnalyticsFederatedActor | AnalyticsAPIActor,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


AnalyticsActorType: TypeAlias = Literal["api_actor", "federated_actor", "service_account_actor", "user_actor"]
"""One of these, or another that came later. Beta."""


AnalyticsClaudeTagCategory: TypeAlias = Literal["dm", "engaged", "monitoring", "proactive", "scheduled"]
"""One of these, or another that came later. Beta."""


AnalyticsContextWindow: TypeAlias = Literal["0-200k", "200k-1M"]
"""One of these, or another that came later. Beta."""


AnalyticsGroupedCostType: TypeAlias = Literal["code_execution", "session_usage", "tokens", "web_search"]
"""One of these, or another that came later. Beta."""


AnalyticsUsageCostInferenceGeo: TypeAlias = Literal["global", "us"]
"""One of these, or another that came later. Beta."""


AnalyticsServiceTier: TypeAlias = Literal[
    "batch", "flex", "flex_discount", "priority", "priority_on_demand", "standard"
]
"""One of these, or another that came later. Beta."""


AnalyticsSpeed: TypeAlias = Literal["fast", "standard"]
"""One of these, or another that came later. Beta."""


AnalyticsTokenType: TypeAlias = Literal[
    "cache_creation.ephemeral_1h_input_tokens",
    "cache_creation.ephemeral_5m_input_tokens",
    "cache_read_input_tokens",
    "output_tokens",
    "uncached_input_tokens",
]
"""One of these, or another that came later. Beta."""


class AnalyticsCostGroup(Model):
    actor: AnalyticsActor | None = None
    actor_type: AnalyticsActorType | None = None
    agent_id: str | None = None
    api_key_id: str | None = None
    claude_tag_category: AnalyticsClaudeTagCategory | None = None
    claude_tag_user_id: str | None = None
    context_window: AnalyticsContextWindow | None = None
    cost_type: AnalyticsGroupedCostType | None = None
    deployment_id: str | None = None
    environment_id: str | None = None
    inference_geo: AnalyticsUsageCostInferenceGeo | None = None
    """Where the model runs."""

    model: str | None = None
    organization_id: str | None = None
    product: str | None = None
    rbac_group_id: str | None = None
    service_tier: AnalyticsServiceTier | None = None
    session_id: str | None = None
    slack_channel_id: str | None = None
    speed: AnalyticsSpeed | None = None
    token_type: AnalyticsTokenType | None = None
    user_profile_id: str | None = None
    workspace_id: str | None = None


class AnalyticsCostItem(Model):
    cost: AnalyticsCostMetrics
    ending_at: datetime
    group: AnalyticsCostGroup
    starting_at: datetime


AnalyticsCostType: TypeAlias = Literal["code_execution", "tokens", "web_search"]
"""One of these, or another that came later. Beta."""


class AnalyticsCostBucketedResult(Model):
    amount: Decimal
    claude_tag_category: AnalyticsClaudeTagCategory | None = None
    claude_tag_user_id: str | None = None
    context_window: AnalyticsContextWindow | None = None
    cost_type: AnalyticsCostType | None = None
    currency: str
    inference_geo: Literal["global", "us"] | None = None
    """Where the model runs."""

    list_amount: Decimal
    model: str | None = None
    product: str | None = None
    rbac_group_id: str | None = None
    requests: int | None = None
    slack_channel_id: str | None = None
    speed: Literal["fast", "standard"] | None = None
    token_type: AnalyticsTokenType | None = None


class AnalyticsCostReportTimeBucket(Model):
    ending_at: datetime
    results: list[AnalyticsCostBucketedResult]
    starting_at: datetime


class AnalyticsPluginClaudeCodeMetrics(Model):
    distinct_session_plugin_used_count: int | None = None


class AnalyticsPluginCoworkMetrics(Model):
    distinct_session_plugin_used_count: int | None = None


class AnalyticsPluginChatCoworkUnifiedMetrics(Model):
    distinct_session_plugin_used_count: int | None = None


class AnalyticsPluginActivity(Model):
    claude_code_metrics: AnalyticsPluginClaudeCodeMetrics
    cowork_metrics: AnalyticsPluginCoworkMetrics
    distinct_user_count: int
    install_count: int | None = None
    invocation_count: int
    plugin_id: str | None = None
    plugin_name: str
    chat_cowork_unified_metrics: AnalyticsPluginChatCoworkUnifiedMetrics | None = None
    product: str | None = None
    rbac_group_id: str | None = None
    rbac_group_name: str | None = None
    user_id: str | None = None


class AnalyticsSkillChatMetrics(Model):
    distinct_conversation_skill_used_count: int | None = None


class AnalyticsSkillClaudeCodeMetrics(Model):
    distinct_session_skill_used_count: int | None = None


class AnalyticsSkillCoworkMetrics(Model):
    distinct_session_skill_used_count: int | None = None


class AnalyticsSkillOfficeProductMetrics(Model):
    distinct_session_skill_used_count: int | None = None


class AnalyticsSkillOfficeMetrics(Model):
    excel: AnalyticsSkillOfficeProductMetrics
    outlook: AnalyticsSkillOfficeProductMetrics
    powerpoint: AnalyticsSkillOfficeProductMetrics
    word: AnalyticsSkillOfficeProductMetrics


class AnalyticsSkillChatCoworkUnifiedChatMetrics(Model):
    distinct_conversation_skill_used_count: int | None = None


class AnalyticsSkillChatCoworkUnifiedSessionsMetrics(Model):
    distinct_session_skill_used_count: int | None = None


class AnalyticsSkillChatCoworkUnifiedMetrics(Model):
    chat: AnalyticsSkillChatCoworkUnifiedChatMetrics
    sessions: AnalyticsSkillChatCoworkUnifiedSessionsMetrics


class AnalyticsSkillActivity(Model):
    attributed_list_price: Decimal | None = None
    chat_metrics: AnalyticsSkillChatMetrics
    claude_code_metrics: AnalyticsSkillClaudeCodeMetrics
    cowork_metrics: AnalyticsSkillCoworkMetrics
    currency: str | None = None
    distinct_user_count: int
    enable_count: int | None = None
    estimated_overage_spend: str | None = None
    invocation_count: int | None = None
    office_metrics: AnalyticsSkillOfficeMetrics
    share_status: Literal["organization", "private", "public"] | None = None
    skill_display_name: str | None = None
    skill_name: str
    chat_cowork_unified_metrics: AnalyticsSkillChatCoworkUnifiedMetrics | None = None
    product: str | None = None
    rbac_group_id: str | None = None
    rbac_group_name: str | None = None
    user_id: str | None = None


class AnalyticsSingleDayActivitySummary(Model):
    assigned_seat_count: int | None = None
    cowork_daily_active_user_count: int
    cowork_monthly_active_user_count: int
    cowork_weekly_active_user_count: int
    daily_active_user_count: int
    daily_adoption_rate: float | None = None
    ending_at: datetime
    monthly_active_user_count: int
    monthly_adoption_rate: float | None = None
    pending_invite_count: int | None = None
    starting_at: datetime
    weekly_active_user_count: int
    weekly_adoption_rate: float | None = None
    chat_cowork_unified_daily_active_user_count: int | None = None
    chat_cowork_unified_monthly_active_user_count: int | None = None
    chat_cowork_unified_weekly_active_user_count: int | None = None
    chat_daily_active_user_count: int | None = None
    chat_monthly_active_user_count: int | None = None
    chat_weekly_active_user_count: int | None = None
    claude_code_daily_active_user_count: int | None = None
    claude_code_monthly_active_user_count: int | None = None
    claude_code_weekly_active_user_count: int | None = None
    claude_design_daily_active_user_count: int | None = None
    claude_design_monthly_active_user_count: int | None = None
    claude_design_weekly_active_user_count: int | None = None
    claude_tag_daily_active_user_count: int | None = None
    claude_tag_monthly_active_user_count: int | None = None
    claude_tag_weekly_active_user_count: int | None = None
    office_agent_daily_active_user_count: int | None = None
    office_agent_monthly_active_user_count: int | None = None
    office_agent_weekly_active_user_count: int | None = None
    science_daily_active_user_count: int | None = None
    science_entitled_user_count: int | None = None
    science_monthly_active_user_count: int | None = None
    science_weekly_active_user_count: int | None = None


class AnalyticsUsageGroup(Model):
    actor: AnalyticsActor | None = None
    actor_type: AnalyticsActorType | None = None
    agent_id: str | None = None
    api_key_id: str | None = None
    claude_tag_category: AnalyticsClaudeTagCategory | None = None
    claude_tag_user_id: str | None = None
    context_window: AnalyticsContextWindow | None = None
    deployment_id: str | None = None
    environment_id: str | None = None
    inference_geo: AnalyticsUsageCostInferenceGeo | None = None
    """Where the model runs."""

    model: str | None = None
    organization_id: str | None = None
    product: str | None = None
    rbac_group_id: str | None = None
    service_tier: AnalyticsServiceTier | None = None
    session_id: str | None = None
    slack_channel_id: str | None = None
    speed: AnalyticsSpeed | None = None
    user_profile_id: str | None = None
    workspace_id: str | None = None


class AnalyticsServerToolUse(Model):
    web_search_requests: int


class AnalyticsUsageMetrics(Model):
    cache_creation: CacheCreation
    cache_read_input_tokens: int
    """Input tokens read from the cache."""

    output_tokens: int
    requests: int | None = None
    server_tool_use: AnalyticsServerToolUse
    total_tokens: int
    uncached_input_tokens: int


class AnalyticsUsageItem(Model):
    ending_at: datetime
    group: AnalyticsUsageGroup
    starting_at: datetime
    usage: AnalyticsUsageMetrics


class AnalyticsUsageBucketedResult(Model):
    cache_creation: CacheCreation
    cache_read_input_tokens: int
    """Input tokens read from the cache."""

    claude_tag_category: AnalyticsClaudeTagCategory | None = None
    claude_tag_user_id: str | None = None
    context_window: AnalyticsContextWindow | None = None
    inference_geo: Literal["global", "us"] | None = None
    """Where the model runs."""

    model: str | None = None
    output_tokens: int
    product: str | None = None
    rbac_group_id: str | None = None
    requests: int | None = None
    server_tool_use: AnalyticsServerToolUse
    slack_channel_id: str | None = None
    speed: Literal["fast", "standard"] | None = None
    uncached_input_tokens: int


class AnalyticsUsageReportTimeBucket(Model):
    ending_at: datetime
    results: list[AnalyticsUsageBucketedResult]
    starting_at: datetime


class AnalyticsUserActor(Model):
    deleted: bool
    email_address: str | None = None
    name: str | None = None
    type: Literal["user_actor"]
    user_id: str


class AnalyticsCostUsersItem(Model):
    actor: AnalyticsUserActor
    amount: Decimal
    claude_tag_category: AnalyticsClaudeTagCategory | None = None
    claude_tag_user_id: str | None = None
    context_window: AnalyticsContextWindow | None = None
    cost_type: AnalyticsCostType | None = None
    currency: str
    ending_at: datetime | None = None
    inference_geo: Literal["global", "us"] | None = None
    """Where the model runs."""

    list_amount: Decimal
    model: str | None = None
    product: str | None = None
    rbac_group_id: str | None = None
    requests: int | None = None
    slack_channel_id: str | None = None
    speed: Literal["fast", "standard"] | None = None
    starting_at: datetime | None = None
    token_type: AnalyticsTokenType | None = None


class AnalyticsUsageUsersItem(Model):
    actor: AnalyticsUserActor
    cache_creation: CacheCreation
    cache_read_input_tokens: int
    """Input tokens read from the cache."""

    claude_tag_category: AnalyticsClaudeTagCategory | None = None
    claude_tag_user_id: str | None = None
    context_window: AnalyticsContextWindow | None = None
    ending_at: datetime | None = None
    inference_geo: Literal["global", "us"] | None = None
    """Where the model runs."""

    model: str | None = None
    output_tokens: int
    product: str | None = None
    rbac_group_id: str | None = None
    requests: int | None = None
    server_tool_use: AnalyticsServerToolUse
    slack_channel_id: str | None = None
    speed: Literal["fast", "standard"] | None = None
    starting_at: datetime | None = None
    total_tokens: int
    uncached_input_tokens: int


class AnalyticsChatMetrics(Model):
    connectors_used_count: int
    distinct_artifacts_created_count: int
    distinct_connectors_used_count: int | None = None
    distinct_conversation_count: int | None = None
    distinct_files_uploaded_count: int | None = None
    distinct_projects_created_count: int
    distinct_projects_used_count: int | None = None
    distinct_shared_artifacts_viewed_count: int | None = None
    distinct_skills_used_count: int | None = None
    message_count: int
    shared_conversations_viewed_count: int
    thinking_message_count: int


class AnalyticsLinesOfCode(Model):
    added_count: int
    removed_count: int


class AnalyticsCoreCodeMetrics(Model):
    artifacts_created_count: int
    commit_count: int
    distinct_session_count: int | None = None
    lines_of_code: AnalyticsLinesOfCode
    pull_request_count: int


class AnalyticsToolActionCounts(Model):
    accepted_count: int
    rejected_count: int


class AnalyticsToolActions(Model):
    edit_tool: AnalyticsToolActionCounts
    multi_edit_tool: AnalyticsToolActionCounts
    notebook_edit_tool: AnalyticsToolActionCounts
    write_tool: AnalyticsToolActionCounts


class AnalyticsClaudeCodeMetrics(Model):
    core_metrics: AnalyticsCoreCodeMetrics
    tool_actions: AnalyticsToolActions


class AnalyticsCoworkMetrics(Model):
    action_count: int
    artifacts_created_count: int
    connectors_used_count: int
    dispatch_turn_count: int
    distinct_connectors_used_count: int | None = None
    distinct_plugins_used_count: int | None = None
    distinct_session_count: int | None = None
    distinct_skills_used_count: int | None = None
    edit_tool_count: int | None = None
    file_edit_count: int | None = None
    message_count: int
    multi_edit_tool_count: int | None = None
    notebook_edit_tool_count: int | None = None
    plugins_used_count: int | None = None
    sessions_with_file_edits_count: int | None = None
    skills_used_count: int
    write_tool_count: int | None = None


class AnalyticsDesignMetrics(Model):
    distinct_projects_created_count: int
    distinct_projects_used_count: int | None = None
    distinct_session_count: int | None = None
    message_count: int


class AnalyticsOfficeProductMetrics(Model):
    connectors_used_count: int
    distinct_connectors_used_count: int | None = None
    distinct_session_count: int | None = None
    distinct_skills_used_count: int | None = None
    message_count: int
    skills_used_count: int


class AnalyticsOfficeMetrics(Model):
    excel: AnalyticsOfficeProductMetrics
    outlook: AnalyticsOfficeProductMetrics
    powerpoint: AnalyticsOfficeProductMetrics
    word: AnalyticsOfficeProductMetrics


class AnalyticsScienceMetrics(Model):
    delegation_count: int
    distinct_session_count: int | None = None
    message_count: int
    remote_compute_job_count: int
    skills_used_count: int


class AnalyticsChatCoworkUnifiedChatMetrics(Model):
    connectors_used_count: int
    distinct_artifacts_created_count: int
    distinct_connectors_used_count: int | None = None
    distinct_conversation_count: int | None = None
    distinct_files_uploaded_count: int | None = None
    distinct_projects_created_count: int
    distinct_projects_used_count: int | None = None
    distinct_shared_artifacts_viewed_count: int | None = None
    distinct_skills_used_count: int | None = None
    message_count: int
    shared_conversations_viewed_count: int
    thinking_message_count: int


class AnalyticsChatCoworkUnifiedSessionsMetrics(Model):
    action_count: int
    artifacts_created_count: int
    connectors_used_count: int
    dispatch_turn_count: int
    distinct_connectors_used_count: int | None = None
    distinct_plugins_used_count: int | None = None
    distinct_session_count: int | None = None
    distinct_skills_used_count: int | None = None
    edit_tool_count: int | None = None
    file_edit_count: int | None = None
    message_count: int
    multi_edit_tool_count: int | None = None
    notebook_edit_tool_count: int | None = None
    plugins_used_count: int | None = None
    sessions_with_file_edits_count: int | None = None
    skills_used_count: int
    write_tool_count: int | None = None


class AnalyticsChatCoworkUnifiedMetrics(Model):
    chat: AnalyticsChatCoworkUnifiedChatMetrics
    sessions: AnalyticsChatCoworkUnifiedSessionsMetrics


class AnalyticsClaudeTagMetrics(Model):
    active_day_count: int | None = None
    active_message_count: int | None = None


class AnalyticsUserActivity(Model):
    chat_metrics: AnalyticsChatMetrics
    claude_code_metrics: AnalyticsClaudeCodeMetrics
    cowork_metrics: AnalyticsCoworkMetrics
    design_metrics: AnalyticsDesignMetrics
    distinct_user_count: int | None = None
    office_metrics: AnalyticsOfficeMetrics
    science_metrics: AnalyticsScienceMetrics
    user: AnalyticsUser | None = None
    web_search_count: int
    chat_cowork_unified_metrics: AnalyticsChatCoworkUnifiedMetrics | None = None
    claude_tag_metrics: AnalyticsClaudeTagMetrics | None = None
    last_activity_date: date | None = None
    rbac_group_id: str | None = None
    rbac_group_name: str | None = None
