"""What each method takes, by the name of its `TypedDict`. No type is imported.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from ._index import find
from .request_options import RequestOptions, UserProfileOptions, WorkspaceOptions


class Parameters(NamedTuple):
    """The keywords of a method."""

    names: frozenset[str]
    """All of them, those of the call's options included."""

    required: frozenset[str]
    """Those that a call has to have."""

    nullable: frozenset[str]
    """Those for which None is sent, as null; all others None leaves out."""

    lists: frozenset[str]
    """Those of a query that are lists, of which a single text is one item."""


@cache
def parameters(name: str) -> Parameters:
    """What a method takes that unpacks the `TypedDict` of this name, or only the options of this name."""
    options, *keywords = (find(_TABLE, name) or name).split()
    return Parameters(
        frozenset(keyword.rstrip("*!?") for keyword in keywords) | _OPTIONS[options],
        frozenset(keyword.rstrip("*!") for keyword in keywords if keyword.endswith("!")),
        frozenset(keyword.rstrip("*?") for keyword in keywords if keyword.endswith("?")),
        frozenset(keyword.rstrip("*!") for keyword in keywords if "*" in keyword),
    )


def table() -> list[str]:
    """The names of all that is in the table."""
    return [line.partition(":")[0] for line in _TABLE.strip().split("\n")]


_OPTIONS = {
    each.__name__: frozenset(each.__annotations__) for each in (RequestOptions, WorkspaceOptions, UserProfileOptions)
} | {"-": frozenset[str]()}

_TABLE: Final[str] = """
APIKeyListParams: RequestOptions after_id before_id created_by_user_id limit status workspace_id
APIKeyUpdateParams: RequestOptions name? status?
ActionURLCreateParams: WorkspaceOptions action!
AgentCreateParams: WorkspaceOptions description? execution_identity? mcp_servers metadata model! multiagent? name! skills system? tools
AgentListParams: WorkspaceOptions created_at_gte created_at_lte include_archived limit page
AgentRetrieveParams: WorkspaceOptions version
AgentUpdateParams: WorkspaceOptions description? execution_identity? mcp_servers? metadata? model multiagent? name skills? system? tools? version
AgentVersionListParams: WorkspaceOptions limit page
AnalyticsCostReportListParams: RequestOptions bucket_width claude_tag_categories* claude_tag_user_ids* context_windows* ending_at group_by* inference_geos* limit models* page products* rbac_group_ids* slack_channel_ids* speeds* starting_at! user_ids*
AnalyticsPluginListParams: RequestOptions date ending_date filter* group_by* limit order order_by page starting_date
AnalyticsSkillListParams: RequestOptions date ending_date filter* group_by* limit order order_by page starting_date
AnalyticsUsageReportListParams: RequestOptions bucket_width claude_tag_categories* claude_tag_user_ids* context_windows* ending_at group_by* inference_geos* limit models* page products* rbac_group_ids* slack_channel_ids* speeds* starting_at! user_ids*
AnalyticsUserListParams: RequestOptions date ending_date filter* group_by* limit order order_by page starting_date
ArtifactListParams: RequestOptions date! filter* group_by* limit page
BatchCreateParams: UserProfileOptions requests!
BatchListParams: WorkspaceOptions after_id before_id limit
BundleListParams: RequestOptions limit page
BundleUpdateParams: RequestOptions instructions?
CaseListParams: RequestOptions created_at_gt created_at_gte created_at_lt created_at_lte limit order order_by page status updated_at_gt updated_at_gte updated_at_lt updated_at_lte user_profile_id
CaseRespondParams: RequestOptions determination! policy_categories verdicts
CertificateCreateParams: WorkspaceOptions ca_certificate_pem!
CertificateListParams: WorkspaceOptions include_archived limit page
CompletionCreateParams: RequestOptions max_tokens_to_sample! metadata model! prompt! stop_sequences temperature top_k top_p
CompletionCreateParamsNonStreaming: - max_tokens_to_sample! metadata model! prompt! stop_sequences temperature top_k top_p stream
ComplianceSettingUpdateParams: RequestOptions state!
ConfigurationUpdateParams: RequestOptions mode rbac_group_order rbac_group_order_version
ConnectorListParams: RequestOptions date ending_date filter* group_by* limit order order_by page starting_date
CostListParams: RequestOptions actor_ids* actor_types* agent_ids* api_key_ids* claude_tag_categories* claude_tag_user_ids* context_windows* deployment_ids* ending_at environment_ids* exclude_deleted_users group_by* inference_geos* limit models* order order_by organization_ids* page products* rbac_group_ids* service_tiers* session_ids* slack_channel_ids* speeds* starting_at! time_bucket_width user_profile_ids* workspace_ids*
CostReportRetrieveParams: RequestOptions bucket_width ending_at group_by* limit page? starting_at!
CredentialCreateParams: WorkspaceOptions auth! display_name? metadata
CredentialListParams: WorkspaceOptions include_archived limit page
CredentialUpdateParams: WorkspaceOptions auth display_name? metadata?
DataControlUpdateParams: WorkspaceOptions cmek storage
DeploymentCreateParams: WorkspaceOptions agent! budget? description? environment_id! initial_events! metadata name! resources schedule? vault_ids
DeploymentListParams: WorkspaceOptions agent_id created_at_gte created_at_lte include_archived limit page status
DeploymentRunListParams: WorkspaceOptions created_at_gt created_at_gte created_at_lt created_at_lte deployment_id has_error limit page trigger_type
DeploymentUpdateParams: WorkspaceOptions agent budget? description? environment_id initial_events metadata? name resources? schedule? vault_ids?
DreamCreateParams: WorkspaceOptions inputs! instructions? model! output_behavior
DreamListParams: WorkspaceOptions created_at_gt created_at_lt include_archived limit page statuses*
EffectiveListParams: RequestOptions limit page period* user_ids*
EnvironmentCreateParams: WorkspaceOptions config? description? metadata name! scope?
EnvironmentListParams: WorkspaceOptions include_archived limit page
EnvironmentUpdateParams: WorkspaceOptions config? description? metadata name? scope?
EventListParams: WorkspaceOptions created_at_gt created_at_gte created_at_lt created_at_lte limit order page types*
EventSendParams: WorkspaceOptions events!
EventStreamParams: WorkspaceOptions event_deltas*
ExternalKeyCreateParams: RequestOptions display_name? geo provider_config! user_profile_id?
ExternalKeyListParams: RequestOptions limit page
ExternalKeyUpdateParams: RequestOptions display_name? geo? provider_config?
ExternalStorageCreateParams: RequestOptions display_name? provider_config! user_profile_id?
ExternalStorageListParams: RequestOptions limit page user_profile_ids*
ExternalStorageUpdateParams: RequestOptions display_name!
FileListParams: WorkspaceOptions ids* limit page scope_id
FileUploadParams: WorkspaceOptions expires_in_seconds file!
IncreaseRequestApproveParams: RequestOptions amount! period? suppress_notification
IncreaseRequestDenyParams: RequestOptions suppress_notification
IncreaseRequestListParams: RequestOptions actor_ids* limit page status*
InstallationSettingListParams: RequestOptions limit organization_id page target_type
InstallationSettingSetParams: RequestOptions installation_preference!
InviteCreateParams: RequestOptions email! rbac_group_ids role!
InviteListParams: RequestOptions after_id before_id email limit roles* statuses*
IssuerCreateParams: RequestOptions check_jti? issuer_url! jwks max_jwt_lifetime_seconds? name!
IssuerListParams: RequestOptions include_archived limit page
IssuerUpdateParams: RequestOptions check_jti? issuer_url? jwks? jwks_polling_disabled? max_jwt_lifetime_seconds? name?
ManagedSettingRBACGroupListParams: RequestOptions limit page
ManagedSettingRBACGroupSetParams: RequestOptions settings!
MemoryCreateParams: WorkspaceOptions content! path! view
MemoryDeleteParams: WorkspaceOptions expected_content_sha256
MemoryListParams: WorkspaceOptions depth limit page path_prefix view
MemoryRetrieveParams: WorkspaceOptions view
MemoryStoreCreateParams: WorkspaceOptions description metadata name!
MemoryStoreListParams: WorkspaceOptions created_at_gte created_at_lte include_archived limit page
MemoryStoreUpdateParams: WorkspaceOptions description? metadata? name?
MemoryUpdateParams: WorkspaceOptions content? path? precondition view
MemoryVersionListParams: WorkspaceOptions api_key_id created_at_gte created_at_lte limit memory_id operation page service_account_id session_id view
MemoryVersionRetrieveParams: WorkspaceOptions view
MessageCountTokensParams: UserProfileOptions billing_policy? cache_control? compaction? context_management? mcp_servers messages! model! output_config speed? system thinking tool_choice tools
MessageCreateParams: UserProfileOptions billing_policy? cache_control? compaction? container? context_management? diagnostics? fallback_credit_token? fallbacks? inference_geo? max_tokens! mcp_servers messages! metadata model! output_config service_tier speed? stop_sequences system temperature thinking thread? tool_choice tools top_k top_p
MessageCreateParamsNonStreaming: - billing_policy? cache_control? compaction? container? context_management? diagnostics? fallback_credit_token? fallbacks? inference_geo? max_tokens! mcp_servers messages! metadata model! output_config service_tier speed? stop_sequences system temperature thinking thread? tool_choice tools top_k top_p stream
ModelListParams: WorkspaceOptions after_id before_id lifecycle* limit
NoticeListParams: RequestOptions case_id created_at_gt created_at_gte created_at_lt created_at_lte limit order page
PermissionListParams: RequestOptions limit page
PluginCreateParams: RequestOptions files! marketplace_id release_notes
PluginListParams: RequestOptions created_at_gt created_at_gte created_at_lt created_at_lte limit marketplace_id organization_id owner_type owner_user_id page
PluginMarketplaceListParams: RequestOptions limit organization_id owner_type page source
PluginMarketplaceRetrieveParams: RequestOptions organization_id
PluginMarketplaceUpdateParams: RequestOptions default_installation_preference!
PluginMarketplaceValidateArchiveParams: RequestOptions archive!
PluginMarketplaceValidateRepositoryParams: RequestOptions ref? repository_url!
PluginRetrieveParams: RequestOptions organization_id
PluginUpdateParams: RequestOptions served_version_id!
PluginVersionCreateParams: RequestOptions files! release_notes
PluginVersionDownloadParams: RequestOptions organization_id
PluginVersionListParams: RequestOptions limit organization_id page
PluginVersionRetrieveParams: RequestOptions organization_id
ProjectDataControlUpdateParams: RequestOptions cmek storage
ProjectListParams: RequestOptions date ending_date filter* group_by* limit order order_by page starting_date
RBACGroupCreateParams: RequestOptions name!
RBACGroupDefaultUpdateParams: RequestOptions settings!
RBACGroupListParams: RequestOptions limit page
RBACGroupMemberAddParams: RequestOptions user_id!
RBACGroupMemberListParams: RequestOptions limit page
RBACGroupUpdateParams: RequestOptions name?
RBACRoleListParams: RequestOptions limit page
RateLimitListParams: RequestOptions group_type limit model page
ResourceAddParams: WorkspaceOptions file_id! mount_path? type!
ResourceListParams: WorkspaceOptions limit page
ResourceUpdateParams: WorkspaceOptions authorization_token!
RuleCreateParams: RequestOptions applies_to_all_workspaces attributes? description? issuer_id! match! name! oauth_scope! target! token_lifetime_seconds workspace_id?
RuleListParams: RequestOptions include_archived issuer_id limit page
RuleUpdateParams: RequestOptions applies_to_all_workspaces? attributes? description? match? name? oauth_scope? target? token_lifetime_seconds? workspace_id?
RuleWorkspaceAddParams: RequestOptions workspace_id!
RuleWorkspaceListParams: RequestOptions limit page
ServiceAccountCreateParams: RequestOptions description? name! organization_role
ServiceAccountListParams: RequestOptions include_archived limit page
ServiceAccountUpdateParams: RequestOptions description? organization_role?
ServiceAccountWorkspaceAddParams: RequestOptions workspace_id! workspace_role!
ServiceAccountWorkspaceListParams: RequestOptions limit page
SessionCreateParams: WorkspaceOptions agent! budget environment_id! initial_events metadata resources title? vault_ids
SessionListParams: WorkspaceOptions agent_id agent_version created_at_gt created_at_gte created_at_lt created_at_lte deployment_id include_archived limit memory_store_id order page statuses*
SessionUpdateParams: WorkspaceOptions agent budget? metadata? title? vault_ids
ShareListParams: RequestOptions limit organization_id page target_type
SkillCreateParams: WorkspaceOptions display_name? files!
SkillListParams: WorkspaceOptions limit page source
SkillVersionCreateParams: WorkspaceOptions files!
SkillVersionListParams: WorkspaceOptions limit page
SlackChannelCreateParams: RequestOptions settings slack!
SlackChannelListParams: RequestOptions include_inherited limit page slack_channel_id slack_workspace_id!
SlackChannelRetrieveParams: RequestOptions include_inherited
SlackChannelUpdateParams: RequestOptions settings!
SlackWorkspaceListParams: RequestOptions include_inherited limit page slack_workspace_id
SlackWorkspaceRetrieveParams: RequestOptions include_inherited
SlackWorkspaceUpdateParams: RequestOptions settings!
SpendLimitListParams: RequestOptions limit page scope_type* workspace_id
SpendLimitSetParams: RequestOptions amount! period scope!
SummaryListParams: RequestOptions ending_date filter* limit page starting_date!
TargetCreateParams: RequestOptions target!
TargetListParams: RequestOptions limit page
TelemetryDestinationCreateParams: RequestOptions display_name? endpoint_url! headers traces workspaces!
TelemetryDestinationListParams: RequestOptions limit page workspace_ids*
TelemetryDestinationUpdateParams: RequestOptions display_name? endpoint_url headers? state traces? workspaces
TelemetryDestinationWorkspaceListParams: RequestOptions limit page
ThreadEventListParams: WorkspaceOptions limit page
ThreadEventStreamParams: WorkspaceOptions event_deltas*
ThreadListParams: WorkspaceOptions limit page statuses*
TunnelCreateParams: WorkspaceOptions display_name?
TunnelListParams: WorkspaceOptions include_archived limit page
TunnelRotateTokenParams: WorkspaceOptions reason?
UsageListParams: RequestOptions actor_ids* actor_types* agent_ids* api_key_ids* claude_tag_categories* claude_tag_user_ids* context_windows* deployment_ids* ending_at environment_ids* exclude_deleted_users group_by* inference_geos* limit models* order order_by organization_ids* page products* rbac_group_ids* service_tiers* session_ids* slack_channel_ids* speeds* starting_at! time_bucket_width user_profile_ids* workspace_ids*
UsageReportRetrieveClaudeCodeParams: RequestOptions limit page? starting_at!
UsageReportRetrieveMessagesParams: RequestOptions account_ids* api_key_ids* bucket_width context_window* ending_at group_by* inference_geos* limit models* page? service_account_ids* service_tiers* speeds* starting_at! workspace_ids*
UserCostReportListParams: RequestOptions bucket_width claude_tag_categories* claude_tag_user_ids* context_windows* ending_at exclude_deleted_users group_by* inference_geos* limit models* order order_by page products* rbac_group_ids* slack_channel_ids* speeds* starting_at! user_ids*
UserListParams: RequestOptions after_id before_id email limit roles*
UserProfileCreateParams: WorkspaceOptions access_type external_id? external_user_details external_user_onboarded_at metadata name?
UserProfileListParams: WorkspaceOptions enforcement_status* limit order order_by page
UserProfileUpdateParams: WorkspaceOptions access_type? external_id? external_user_details external_user_onboarded_at metadata name?
UserUpdateParams: RequestOptions role!
UserUsageReportListParams: RequestOptions bucket_width claude_tag_categories* claude_tag_user_ids* context_windows* ending_at exclude_deleted_users group_by* inference_geos* limit models* order order_by page products* rbac_group_ids* slack_channel_ids* speeds* starting_at! user_ids*
VaultCreateParams: WorkspaceOptions display_name! metadata
VaultListParams: WorkspaceOptions include_archived limit page
VaultUpdateParams: WorkspaceOptions display_name? metadata?
WebhookCreateParams: RequestOptions description enabled_events! name url!
WebhookListParams: RequestOptions after_id before_id limit order
WebhookUpdateParams: RequestOptions description enabled_events name state url
WorkHeartbeatParams: RequestOptions desired_ttl_seconds expected_last_heartbeat
WorkListParams: RequestOptions limit page
WorkPollParams: RequestOptions anthropic_worker_id block_ms reclaim_older_than_ms
WorkStopParams: WorkspaceOptions force
WorkUpdateParams: WorkspaceOptions metadata!
WorkspaceCreateParams: RequestOptions data_residency? display_color? external_key_id? inference_data_privacy? name! tags? user_profile_id?
WorkspaceListParams: RequestOptions after_id before_id ids* include_archived include_default limit
WorkspaceMemberAddParams: RequestOptions user_id! workspace_role!
WorkspaceMemberListParams: RequestOptions after_id before_id limit
WorkspaceMemberUpdateParams: RequestOptions workspace_role!
WorkspaceRateLimitListParams: RequestOptions group_type include_inherited limit page
WorkspaceRateLimitUpdateParams: RequestOptions limits!
WorkspaceServiceAccountAddParams: RequestOptions service_account_id! workspace_role!
WorkspaceServiceAccountListParams: RequestOptions limit page
WorkspaceServiceAccountUpdateParams: RequestOptions workspace_role!
WorkspaceUpdateParams: RequestOptions data_residency? display_color external_key_id inference_data_privacy? name tags? user_profile_id
"""
"""The options of each call and its own keywords: "*" marks lists of a query, "!" what is required, "?" nullable."""
