# Written by scripts/generate_editors.py: what editors on jedi see of the clients. Nothing imports it.

from collections.abc import AsyncIterator, Iterator
from typing import Any

from .. import client as _client
from .. import sessions as _sessions
from ..core.pages import AsyncPage as _AsyncPage
from ..core.pages import Page as _Page
from ..streaming.batches import AsyncBatchResults as _AsyncResults
from ..streaming.batches import BatchResults as _Results
from ..streaming.messages import AsyncMessageStream, MessageStream

class _Manager:
    def __enter__(self) -> _MessageStream: ...
    def __exit__(self, *exception: object) -> None: ...

class _AsyncManager:
    async def __aenter__(self) -> _AsyncMessageStream: ...
    async def __aexit__(self, *exception: object) -> None: ...

import claude_client.resources._sessions as _of__sessions
import claude_client.resources.admin as _of_admin
import claude_client.resources.admin.analytics as _of_admin_analytics
import claude_client.resources.admin.api_keys as _of_admin_api_keys
import claude_client.resources.admin.claude_code as _of_admin_claude_code
import claude_client.resources.admin.claude_tag as _of_admin_claude_tag
import claude_client.resources.admin.compliance_settings as _of_admin_compliance_settings
import claude_client.resources.admin.cost_report as _of_admin_cost_report
import claude_client.resources.admin.external_keys as _of_admin_external_keys
import claude_client.resources.admin.external_storage as _of_admin_external_storage
import claude_client.resources.admin.federation as _of_admin_federation
import claude_client.resources.admin.invites as _of_admin_invites
import claude_client.resources.admin.plugin_marketplaces as _of_admin_plugin_marketplaces
import claude_client.resources.admin.plugins as _of_admin_plugins
import claude_client.resources.admin.providers as _of_admin_providers
import claude_client.resources.admin.rate_limits as _of_admin_rate_limits
import claude_client.resources.admin.rbac_groups as _of_admin_rbac_groups
import claude_client.resources.admin.rbac_roles as _of_admin_rbac_roles
import claude_client.resources.admin.service_accounts as _of_admin_service_accounts
import claude_client.resources.admin.spend_limits as _of_admin_spend_limits
import claude_client.resources.admin.telemetry_destinations as _of_admin_telemetry_destinations
import claude_client.resources.admin.usage_report as _of_admin_usage_report
import claude_client.resources.admin.users as _of_admin_users
import claude_client.resources.admin.webhooks as _of_admin_webhooks
import claude_client.resources.admin.workspaces as _of_admin_workspaces
import claude_client.resources.agents as _of_agents
import claude_client.resources.batches as _of_batches
import claude_client.resources.completions as _of_completions
import claude_client.resources.compliance as _of_compliance
import claude_client.resources.deployment_runs as _of_deployment_runs
import claude_client.resources.deployments as _of_deployments
import claude_client.resources.dreams as _of_dreams
import claude_client.resources.environments as _of_environments
import claude_client.resources.files as _of_files
import claude_client.resources.memory_stores as _of_memory_stores
import claude_client.resources.messages as _of_messages
import claude_client.resources.models as _of_models
import claude_client.resources.sessions as _of_sessions
import claude_client.resources.skills as _of_skills
import claude_client.resources.tunnels as _of_tunnels
import claude_client.resources.user_profiles as _of_user_profiles
import claude_client.resources.vaults as _of_vaults
import claude_client.resources.webhook_events as _of_webhook_events
import claude_client.types.responses.batches as _in_responses_batches
import claude_client.types.responses.messages as _in_responses_messages

class _MessageStream(MessageStream):
    current_message_snapshot: _in_responses_messages.Message
    def get_final_message(self) -> _in_responses_messages.Message: ...

class _AsyncMessageStream(AsyncMessageStream):
    current_message_snapshot: _in_responses_messages.Message
    async def get_final_message(self) -> _in_responses_messages.Message: ...

class _BatchResults(_Results):
    def __iter__(self) -> Iterator[_in_responses_batches.MessageBatchIndividualResponse]: ...

class _AsyncBatchResults(_AsyncResults):
    def __aiter__(self) -> AsyncIterator[_in_responses_batches.MessageBatchIndividualResponse]: ...

class _admin_Organization(_of_admin.Organization[Any]):
    analytics: _admin_analytics_Analytics
    api_keys: _admin_api_keys_APIKeys
    claude_code: _admin_claude_code_ClaudeCode
    claude_tag: _admin_claude_tag_ClaudeTag
    compliance_settings: _admin_compliance_settings_ComplianceSettings
    cost_report: _admin_cost_report_CostReport
    external_keys: _admin_external_keys_ExternalKeys
    external_storage: _admin_external_storage_ExternalStorages
    federation: _admin_federation_Federation
    invites: _admin_invites_Invites
    organization: _admin_Organization
    plugin_marketplaces: _admin_plugin_marketplaces_PluginMarketplaces
    plugins: _admin_plugins_Plugins
    providers: _admin_providers_Providers
    rate_limits: _admin_rate_limits_RateLimits
    rbac_groups: _admin_rbac_groups_RBACGroups
    rbac_roles: _admin_rbac_roles_RBACRoles
    service_accounts: _admin_service_accounts_ServiceAccounts
    spend_limits: _admin_spend_limits_SpendLimits
    telemetry_destinations: _admin_telemetry_destinations_TelemetryDestinations
    usage_report: _admin_usage_report_UsageReport
    users: _admin_users_Users
    webhooks: _admin_webhooks_Webhooks
    workspaces: _admin_workspaces_Workspaces


class _admin_analytics_Analytics(_of_admin_analytics.Analytics[Any]):
    apps: _admin_analytics_Apps
    artifacts: _admin_analytics_Artifacts
    connectors: _admin_analytics_Connectors
    cost: _admin_analytics_Cost
    cost_report: _admin_analytics_CostReport
    plugins: _admin_analytics_Plugins
    skills: _admin_analytics_Skills
    summaries: _admin_analytics_Summaries
    usage: _admin_analytics_Usage
    usage_report: _admin_analytics_UsageReport
    user_cost_report: _admin_analytics_UserCostReport
    user_usage_report: _admin_analytics_UserUsageReport
    users: _admin_analytics_Users


class _admin_analytics_Apps(_of_admin_analytics.Apps[Any]):
    chat: _admin_analytics_Chat


class _admin_analytics_Chat(_of_admin_analytics.Chat[Any]):
    projects: _admin_analytics_Projects


class _admin_analytics_Projects(_of_admin_analytics.Projects[Any]):
    ...

class _admin_analytics_Artifacts(_of_admin_analytics.Artifacts[Any]):
    ...

class _admin_analytics_Connectors(_of_admin_analytics.Connectors[Any]):
    ...

class _admin_analytics_Cost(_of_admin_analytics.Cost[Any]):
    ...

class _admin_analytics_CostReport(_of_admin_analytics.CostReport[Any]):
    ...

class _admin_analytics_Plugins(_of_admin_analytics.Plugins[Any]):
    ...

class _admin_analytics_Skills(_of_admin_analytics.Skills[Any]):
    ...

class _admin_analytics_Summaries(_of_admin_analytics.Summaries[Any]):
    ...

class _admin_analytics_Usage(_of_admin_analytics.Usage[Any]):
    ...

class _admin_analytics_UsageReport(_of_admin_analytics.UsageReport[Any]):
    ...

class _admin_analytics_UserCostReport(_of_admin_analytics.UserCostReport[Any]):
    ...

class _admin_analytics_UserUsageReport(_of_admin_analytics.UserUsageReport[Any]):
    ...

class _admin_analytics_Users(_of_admin_analytics.Users[Any]):
    ...

class _admin_api_keys_APIKeys(_of_admin_api_keys.APIKeys[Any]):
    ...

class _admin_claude_code_ClaudeCode(_of_admin_claude_code.ClaudeCode[Any]):
    managed_settings: _admin_claude_code_ManagedSettings


class _admin_claude_code_ManagedSettings(_of_admin_claude_code.ManagedSettings[Any]):
    configuration: _admin_claude_code_Configuration
    rbac_group_default: _admin_claude_code_RBACGroupDefault
    rbac_groups: _admin_claude_code_RBACGroups


class _admin_claude_code_Configuration(_of_admin_claude_code.Configuration[Any]):
    ...

class _admin_claude_code_RBACGroupDefault(_of_admin_claude_code.RBACGroupDefault[Any]):
    ...

class _admin_claude_code_RBACGroups(_of_admin_claude_code.RBACGroups[Any]):
    ...

class _admin_claude_tag_ClaudeTag(_of_admin_claude_tag.ClaudeTag[Any]):
    bundles: _admin_claude_tag_Bundles
    slack_channels: _admin_claude_tag_SlackChannels
    slack_workspaces: _admin_claude_tag_SlackWorkspaces


class _admin_claude_tag_Bundles(_of_admin_claude_tag.Bundles[Any]):
    targets: _admin_claude_tag_Targets


class _admin_claude_tag_Targets(_of_admin_claude_tag.Targets[Any]):
    ...

class _admin_claude_tag_SlackChannels(_of_admin_claude_tag.SlackChannels[Any]):
    ...

class _admin_claude_tag_SlackWorkspaces(_of_admin_claude_tag.SlackWorkspaces[Any]):
    ...

class _admin_compliance_settings_ComplianceSettings(_of_admin_compliance_settings.ComplianceSettings[Any]):
    ...

class _admin_cost_report_CostReport(_of_admin_cost_report.CostReport[Any]):
    ...

class _admin_external_keys_ExternalKeys(_of_admin_external_keys.ExternalKeys[Any]):
    ...

class _admin_external_storage_ExternalStorages(_of_admin_external_storage.ExternalStorages[Any]):
    ...

class _admin_federation_Federation(_of_admin_federation.Federation[Any]):
    issuers: _admin_federation_Issuers
    rules: _admin_federation_Rules


class _admin_federation_Issuers(_of_admin_federation.Issuers[Any]):
    ...

class _admin_federation_Rules(_of_admin_federation.Rules[Any]):
    workspaces: _admin_federation_Workspaces


class _admin_federation_Workspaces(_of_admin_federation.Workspaces[Any]):
    ...

class _admin_invites_Invites(_of_admin_invites.Invites[Any]):
    ...

class _admin_plugin_marketplaces_PluginMarketplaces(_of_admin_plugin_marketplaces.PluginMarketplaces[Any]):
    ...

class _admin_plugins_Plugins(_of_admin_plugins.Plugins[Any]):
    installation_settings: _admin_plugins_InstallationSettings
    shares: _admin_plugins_Shares
    versions: _admin_plugins_Versions


class _admin_plugins_InstallationSettings(_of_admin_plugins.InstallationSettings[Any]):
    ...

class _admin_plugins_Shares(_of_admin_plugins.Shares[Any]):
    ...

class _admin_plugins_Versions(_of_admin_plugins.Versions[Any]):
    ...

class _admin_providers_Providers(_of_admin_providers.Providers[Any]):
    google: _user_profiles_Google


class _admin_providers_Google(_of_admin_providers.Google[Any]):
    projects: _admin_providers_Projects


class _admin_providers_Projects(_of_admin_providers.Projects[Any]):
    data_controls: _admin_providers_DataControls


class _admin_providers_DataControls(_of_admin_providers.DataControls[Any]):
    ...

class _admin_rate_limits_RateLimits(_of_admin_rate_limits.RateLimits[Any]):
    ...

class _admin_rbac_groups_RBACGroups(_of_admin_rbac_groups.RBACGroups[Any]):
    members: _admin_rbac_groups_Members


class _admin_rbac_groups_Members(_of_admin_rbac_groups.Members[Any]):
    ...

class _admin_rbac_roles_RBACRoles(_of_admin_rbac_roles.RBACRoles[Any]):
    permissions: _admin_rbac_roles_Permissions


class _admin_rbac_roles_Permissions(_of_admin_rbac_roles.Permissions[Any]):
    ...

class _admin_service_accounts_ServiceAccounts(_of_admin_service_accounts.ServiceAccounts[Any]):
    workspaces: _admin_service_accounts_Workspaces


class _admin_service_accounts_Workspaces(_of_admin_service_accounts.Workspaces[Any]):
    ...

class _admin_spend_limits_SpendLimits(_of_admin_spend_limits.SpendLimits[Any]):
    effective: _admin_spend_limits_Effective
    increase_requests: _admin_spend_limits_IncreaseRequests


class _admin_spend_limits_Effective(_of_admin_spend_limits.Effective[Any]):
    ...

class _admin_spend_limits_IncreaseRequests(_of_admin_spend_limits.IncreaseRequests[Any]):
    ...

class _admin_telemetry_destinations_TelemetryDestinations(_of_admin_telemetry_destinations.TelemetryDestinations[Any]):
    workspaces: _admin_telemetry_destinations_Workspaces


class _admin_telemetry_destinations_Workspaces(_of_admin_telemetry_destinations.Workspaces[Any]):
    ...

class _admin_usage_report_UsageReport(_of_admin_usage_report.UsageReport[Any]):
    ...

class _admin_users_Users(_of_admin_users.Users[Any]):
    ...

class _admin_webhooks_Webhooks(_of_admin_webhooks.Webhooks[Any]):
    ...

class _admin_workspaces_Workspaces(_of_admin_workspaces.Workspaces[Any]):
    members: _admin_workspaces_Members
    rate_limits: _admin_workspaces_RateLimits
    service_accounts: _admin_workspaces_ServiceAccounts


class _admin_workspaces_Members(_of_admin_workspaces.Members[Any]):
    ...

class _admin_workspaces_RateLimits(_of_admin_workspaces.RateLimits[Any]):
    ...

class _admin_workspaces_ServiceAccounts(_of_admin_workspaces.ServiceAccounts[Any]):
    ...

class _agents_Agents(_of_agents.Agents[Any]):
    versions: _agents_Versions


class _agents_Versions(_of_agents.Versions[Any]):
    ...

class _completions_Completions(_of_completions.Completions[Any]):
    ...

class _compliance_Compliance(_of_compliance.Compliance[Any]):
    review: _compliance_Review


class _compliance_Review(_of_compliance.Review[Any]):
    cases: _compliance_Cases
    items: _compliance_Items
    notices: _compliance_Notices


class _compliance_Cases(_of_compliance.Cases[Any]):
    ...

class _compliance_Items(_of_compliance.Items[Any]):
    ...

class _compliance_Notices(_of_compliance.Notices[Any]):
    ...

class _deployment_runs_DeploymentRuns(_of_deployment_runs.DeploymentRuns[Any]):
    ...

class _deployments_Deployments(_of_deployments.Deployments[Any]):
    ...

class _dreams_Dreams(_of_dreams.Dreams[Any]):
    ...

class _environments_Environments(_of_environments.Environments[Any]):
    work: _environments_Work


class _environments_Work(_of_environments.Work[Any]):
    ...

class _files_Files(_of_files.Files[Any]):
    ...

class _memory_stores_MemoryStores(_of_memory_stores.MemoryStores[Any]):
    memories: _memory_stores_Memories
    memory_versions: _memory_stores_MemoryVersions


class _memory_stores_Memories(_of_memory_stores.Memories[Any]):
    ...

class _memory_stores_MemoryVersions(_of_memory_stores.MemoryVersions[Any]):
    ...

class _messages_Messages(_of_messages.Messages[Any]):
    batches: _batches_Batches


class _batches_Batches(_of_batches.Batches[Any]):
    ...

class _models_Models(_of_models.Models[Any]):
    ...

class _sessions_Sessions(_of_sessions.Sessions[Any]):
    events: _sessions_SessionEvents
    resources: __sessions_Resources
    threads: _sessions_Threads


class _sessions_SessionEvents(_of_sessions.SessionEvents[Any]):
    ...

class __sessions_Resources(_of__sessions.Resources[Any]):
    ...

class _sessions_Threads(_of_sessions.Threads[Any]):
    events: _sessions_ThreadEvents


class _sessions_ThreadEvents(_of_sessions.ThreadEvents[Any]):
    ...

class _skills_Skills(_of_skills.Skills[Any]):
    versions: _skills_Versions


class _skills_Versions(_of_skills.Versions[Any]):
    ...

class _tunnels_Tunnels(_of_tunnels.Tunnels[Any]):
    certificates: _tunnels_Certificates


class _tunnels_Certificates(_of_tunnels.Certificates[Any]):
    ...

class _user_profiles_UserProfiles(_of_user_profiles.UserProfiles[Any]):
    action_urls: _user_profiles_ActionUrls
    providers: _user_profiles_Providers


class _user_profiles_ActionUrls(_of_user_profiles.ActionUrls[Any]):
    ...

class _user_profiles_Providers(_of_user_profiles.Providers[Any]):
    google: _user_profiles_Google


class _user_profiles_Google(_of_user_profiles.Google[Any]):
    data_controls: _user_profiles_DataControls


class _user_profiles_DataControls(_of_user_profiles.DataControls[Any]):
    ...

class _vaults_Vaults(_of_vaults.Vaults[Any]):
    credentials: _vaults_Credentials


class _vaults_Credentials(_of_vaults.Credentials[Any]):
    ...

class _webhook_events_Webhooks(_of_webhook_events.Webhooks[Any]):
    ...

class Async_admin_Organization(_of_admin.Organization[Any]):
    analytics: Async_admin_analytics_Analytics
    api_keys: Async_admin_api_keys_APIKeys
    claude_code: Async_admin_claude_code_ClaudeCode
    claude_tag: Async_admin_claude_tag_ClaudeTag
    compliance_settings: Async_admin_compliance_settings_ComplianceSettings
    cost_report: Async_admin_cost_report_CostReport
    external_keys: Async_admin_external_keys_ExternalKeys
    external_storage: Async_admin_external_storage_ExternalStorages
    federation: Async_admin_federation_Federation
    invites: Async_admin_invites_Invites
    organization: Async_admin_Organization
    plugin_marketplaces: Async_admin_plugin_marketplaces_PluginMarketplaces
    plugins: Async_admin_plugins_Plugins
    providers: Async_admin_providers_Providers
    rate_limits: Async_admin_rate_limits_RateLimits
    rbac_groups: Async_admin_rbac_groups_RBACGroups
    rbac_roles: Async_admin_rbac_roles_RBACRoles
    service_accounts: Async_admin_service_accounts_ServiceAccounts
    spend_limits: Async_admin_spend_limits_SpendLimits
    telemetry_destinations: Async_admin_telemetry_destinations_TelemetryDestinations
    usage_report: Async_admin_usage_report_UsageReport
    users: Async_admin_users_Users
    webhooks: Async_admin_webhooks_Webhooks
    workspaces: Async_admin_workspaces_Workspaces


class Async_admin_analytics_Analytics(_of_admin_analytics.Analytics[Any]):
    apps: Async_admin_analytics_Apps
    artifacts: Async_admin_analytics_Artifacts
    connectors: Async_admin_analytics_Connectors
    cost: Async_admin_analytics_Cost
    cost_report: Async_admin_analytics_CostReport
    plugins: Async_admin_analytics_Plugins
    skills: Async_admin_analytics_Skills
    summaries: Async_admin_analytics_Summaries
    usage: Async_admin_analytics_Usage
    usage_report: Async_admin_analytics_UsageReport
    user_cost_report: Async_admin_analytics_UserCostReport
    user_usage_report: Async_admin_analytics_UserUsageReport
    users: Async_admin_analytics_Users


class Async_admin_analytics_Apps(_of_admin_analytics.Apps[Any]):
    chat: Async_admin_analytics_Chat


class Async_admin_analytics_Chat(_of_admin_analytics.Chat[Any]):
    projects: Async_admin_analytics_Projects


class Async_admin_analytics_Projects(_of_admin_analytics.Projects[Any]):
    ...

class Async_admin_analytics_Artifacts(_of_admin_analytics.Artifacts[Any]):
    ...

class Async_admin_analytics_Connectors(_of_admin_analytics.Connectors[Any]):
    ...

class Async_admin_analytics_Cost(_of_admin_analytics.Cost[Any]):
    ...

class Async_admin_analytics_CostReport(_of_admin_analytics.CostReport[Any]):
    ...

class Async_admin_analytics_Plugins(_of_admin_analytics.Plugins[Any]):
    ...

class Async_admin_analytics_Skills(_of_admin_analytics.Skills[Any]):
    ...

class Async_admin_analytics_Summaries(_of_admin_analytics.Summaries[Any]):
    ...

class Async_admin_analytics_Usage(_of_admin_analytics.Usage[Any]):
    ...

class Async_admin_analytics_UsageReport(_of_admin_analytics.UsageReport[Any]):
    ...

class Async_admin_analytics_UserCostReport(_of_admin_analytics.UserCostReport[Any]):
    ...

class Async_admin_analytics_UserUsageReport(_of_admin_analytics.UserUsageReport[Any]):
    ...

class Async_admin_analytics_Users(_of_admin_analytics.Users[Any]):
    ...

class Async_admin_api_keys_APIKeys(_of_admin_api_keys.APIKeys[Any]):
    ...

class Async_admin_claude_code_ClaudeCode(_of_admin_claude_code.ClaudeCode[Any]):
    managed_settings: Async_admin_claude_code_ManagedSettings


class Async_admin_claude_code_ManagedSettings(_of_admin_claude_code.ManagedSettings[Any]):
    configuration: Async_admin_claude_code_Configuration
    rbac_group_default: Async_admin_claude_code_RBACGroupDefault
    rbac_groups: Async_admin_claude_code_RBACGroups


class Async_admin_claude_code_Configuration(_of_admin_claude_code.Configuration[Any]):
    ...

class Async_admin_claude_code_RBACGroupDefault(_of_admin_claude_code.RBACGroupDefault[Any]):
    ...

class Async_admin_claude_code_RBACGroups(_of_admin_claude_code.RBACGroups[Any]):
    ...

class Async_admin_claude_tag_ClaudeTag(_of_admin_claude_tag.ClaudeTag[Any]):
    bundles: Async_admin_claude_tag_Bundles
    slack_channels: Async_admin_claude_tag_SlackChannels
    slack_workspaces: Async_admin_claude_tag_SlackWorkspaces


class Async_admin_claude_tag_Bundles(_of_admin_claude_tag.Bundles[Any]):
    targets: Async_admin_claude_tag_Targets


class Async_admin_claude_tag_Targets(_of_admin_claude_tag.Targets[Any]):
    ...

class Async_admin_claude_tag_SlackChannels(_of_admin_claude_tag.SlackChannels[Any]):
    ...

class Async_admin_claude_tag_SlackWorkspaces(_of_admin_claude_tag.SlackWorkspaces[Any]):
    ...

class Async_admin_compliance_settings_ComplianceSettings(_of_admin_compliance_settings.ComplianceSettings[Any]):
    ...

class Async_admin_cost_report_CostReport(_of_admin_cost_report.CostReport[Any]):
    ...

class Async_admin_external_keys_ExternalKeys(_of_admin_external_keys.ExternalKeys[Any]):
    ...

class Async_admin_external_storage_ExternalStorages(_of_admin_external_storage.ExternalStorages[Any]):
    ...

class Async_admin_federation_Federation(_of_admin_federation.Federation[Any]):
    issuers: Async_admin_federation_Issuers
    rules: Async_admin_federation_Rules


class Async_admin_federation_Issuers(_of_admin_federation.Issuers[Any]):
    ...

class Async_admin_federation_Rules(_of_admin_federation.Rules[Any]):
    workspaces: Async_admin_federation_Workspaces


class Async_admin_federation_Workspaces(_of_admin_federation.Workspaces[Any]):
    ...

class Async_admin_invites_Invites(_of_admin_invites.Invites[Any]):
    ...

class Async_admin_plugin_marketplaces_PluginMarketplaces(_of_admin_plugin_marketplaces.PluginMarketplaces[Any]):
    ...

class Async_admin_plugins_Plugins(_of_admin_plugins.Plugins[Any]):
    installation_settings: Async_admin_plugins_InstallationSettings
    shares: Async_admin_plugins_Shares
    versions: Async_admin_plugins_Versions


class Async_admin_plugins_InstallationSettings(_of_admin_plugins.InstallationSettings[Any]):
    ...

class Async_admin_plugins_Shares(_of_admin_plugins.Shares[Any]):
    ...

class Async_admin_plugins_Versions(_of_admin_plugins.Versions[Any]):
    ...

class Async_admin_providers_Providers(_of_admin_providers.Providers[Any]):
    google: Async_user_profiles_Google


class Async_admin_providers_Google(_of_admin_providers.Google[Any]):
    projects: Async_admin_providers_Projects


class Async_admin_providers_Projects(_of_admin_providers.Projects[Any]):
    data_controls: Async_admin_providers_DataControls


class Async_admin_providers_DataControls(_of_admin_providers.DataControls[Any]):
    ...

class Async_admin_rate_limits_RateLimits(_of_admin_rate_limits.RateLimits[Any]):
    ...

class Async_admin_rbac_groups_RBACGroups(_of_admin_rbac_groups.RBACGroups[Any]):
    members: Async_admin_rbac_groups_Members


class Async_admin_rbac_groups_Members(_of_admin_rbac_groups.Members[Any]):
    ...

class Async_admin_rbac_roles_RBACRoles(_of_admin_rbac_roles.RBACRoles[Any]):
    permissions: Async_admin_rbac_roles_Permissions


class Async_admin_rbac_roles_Permissions(_of_admin_rbac_roles.Permissions[Any]):
    ...

class Async_admin_service_accounts_ServiceAccounts(_of_admin_service_accounts.ServiceAccounts[Any]):
    workspaces: Async_admin_service_accounts_Workspaces


class Async_admin_service_accounts_Workspaces(_of_admin_service_accounts.Workspaces[Any]):
    ...

class Async_admin_spend_limits_SpendLimits(_of_admin_spend_limits.SpendLimits[Any]):
    effective: Async_admin_spend_limits_Effective
    increase_requests: Async_admin_spend_limits_IncreaseRequests


class Async_admin_spend_limits_Effective(_of_admin_spend_limits.Effective[Any]):
    ...

class Async_admin_spend_limits_IncreaseRequests(_of_admin_spend_limits.IncreaseRequests[Any]):
    ...

class Async_admin_telemetry_destinations_TelemetryDestinations(_of_admin_telemetry_destinations.TelemetryDestinations[Any]):
    workspaces: Async_admin_telemetry_destinations_Workspaces


class Async_admin_telemetry_destinations_Workspaces(_of_admin_telemetry_destinations.Workspaces[Any]):
    ...

class Async_admin_usage_report_UsageReport(_of_admin_usage_report.UsageReport[Any]):
    ...

class Async_admin_users_Users(_of_admin_users.Users[Any]):
    ...

class Async_admin_webhooks_Webhooks(_of_admin_webhooks.Webhooks[Any]):
    ...

class Async_admin_workspaces_Workspaces(_of_admin_workspaces.Workspaces[Any]):
    members: Async_admin_workspaces_Members
    rate_limits: Async_admin_workspaces_RateLimits
    service_accounts: Async_admin_workspaces_ServiceAccounts


class Async_admin_workspaces_Members(_of_admin_workspaces.Members[Any]):
    ...

class Async_admin_workspaces_RateLimits(_of_admin_workspaces.RateLimits[Any]):
    ...

class Async_admin_workspaces_ServiceAccounts(_of_admin_workspaces.ServiceAccounts[Any]):
    ...

class Async_agents_Agents(_of_agents.Agents[Any]):
    versions: Async_agents_Versions


class Async_agents_Versions(_of_agents.Versions[Any]):
    ...

class Async_completions_Completions(_of_completions.Completions[Any]):
    ...

class Async_compliance_Compliance(_of_compliance.Compliance[Any]):
    review: Async_compliance_Review


class Async_compliance_Review(_of_compliance.Review[Any]):
    cases: Async_compliance_Cases
    items: Async_compliance_Items
    notices: Async_compliance_Notices


class Async_compliance_Cases(_of_compliance.Cases[Any]):
    ...

class Async_compliance_Items(_of_compliance.Items[Any]):
    ...

class Async_compliance_Notices(_of_compliance.Notices[Any]):
    ...

class Async_deployment_runs_DeploymentRuns(_of_deployment_runs.DeploymentRuns[Any]):
    ...

class Async_deployments_Deployments(_of_deployments.Deployments[Any]):
    ...

class Async_dreams_Dreams(_of_dreams.Dreams[Any]):
    ...

class Async_environments_Environments(_of_environments.Environments[Any]):
    work: Async_environments_Work


class Async_environments_Work(_of_environments.Work[Any]):
    ...

class Async_files_Files(_of_files.Files[Any]):
    ...

class Async_memory_stores_MemoryStores(_of_memory_stores.MemoryStores[Any]):
    memories: Async_memory_stores_Memories
    memory_versions: Async_memory_stores_MemoryVersions


class Async_memory_stores_Memories(_of_memory_stores.Memories[Any]):
    ...

class Async_memory_stores_MemoryVersions(_of_memory_stores.MemoryVersions[Any]):
    ...

class Async_messages_Messages(_of_messages.Messages[Any]):
    batches: Async_batches_Batches


class Async_batches_Batches(_of_batches.Batches[Any]):
    ...

class Async_models_Models(_of_models.Models[Any]):
    ...

class Async_sessions_Sessions(_of_sessions.Sessions[Any]):
    events: Async_sessions_SessionEvents
    resources: Async__sessions_Resources
    threads: Async_sessions_Threads


class Async_sessions_SessionEvents(_of_sessions.SessionEvents[Any]):
    ...

class Async__sessions_Resources(_of__sessions.Resources[Any]):
    ...

class Async_sessions_Threads(_of_sessions.Threads[Any]):
    events: Async_sessions_ThreadEvents


class Async_sessions_ThreadEvents(_of_sessions.ThreadEvents[Any]):
    ...

class Async_skills_Skills(_of_skills.Skills[Any]):
    versions: Async_skills_Versions


class Async_skills_Versions(_of_skills.Versions[Any]):
    ...

class Async_tunnels_Tunnels(_of_tunnels.Tunnels[Any]):
    certificates: Async_tunnels_Certificates


class Async_tunnels_Certificates(_of_tunnels.Certificates[Any]):
    ...

class Async_user_profiles_UserProfiles(_of_user_profiles.UserProfiles[Any]):
    action_urls: Async_user_profiles_ActionUrls
    providers: Async_user_profiles_Providers


class Async_user_profiles_ActionUrls(_of_user_profiles.ActionUrls[Any]):
    ...

class Async_user_profiles_Providers(_of_user_profiles.Providers[Any]):
    google: Async_user_profiles_Google


class Async_user_profiles_Google(_of_user_profiles.Google[Any]):
    data_controls: Async_user_profiles_DataControls


class Async_user_profiles_DataControls(_of_user_profiles.DataControls[Any]):
    ...

class Async_vaults_Vaults(_of_vaults.Vaults[Any]):
    credentials: Async_vaults_Credentials


class Async_vaults_Credentials(_of_vaults.Credentials[Any]):
    ...

class Async_webhook_events_Webhooks(_of_webhook_events.Webhooks[Any]):
    ...

class Client(_client.Client):
    def __init__(self, api_key=..., *, platform=..., http_client=..., base_url=..., api_version=..., timeout=..., max_retries=..., default_headers=..., default_query=..., middleware=..., strict=..., deadline=..., max_retry_wait=..., stream_idle_timeout=..., first_event_timeout=..., size_limits=..., response_limits=..., open_telemetry=..., pickle_secrets=..., limiter=..., budget=..., auth_token=..., credentials=..., profile=..., config=..., admin_api_key=..., webhook_key=...) -> None: ...
    beta: Client
    admin: _admin_Organization
    agents: _agents_Agents
    completions: _completions_Completions
    compliance: _compliance_Compliance
    deployment_runs: _deployment_runs_DeploymentRuns
    deployments: _deployments_Deployments
    dreams: _dreams_Dreams
    environments: _environments_Environments
    files: _files_Files
    memory_stores: _memory_stores_MemoryStores
    messages: _messages_Messages
    models: _models_Models
    organization: _admin_Organization
    sessions: _sessions_Sessions
    skills: _skills_Skills
    tunnels: _tunnels_Tunnels
    user_profiles: _user_profiles_UserProfiles
    vaults: _vaults_Vaults
    webhooks: _webhook_events_Webhooks

class AsyncClient(_client.AsyncClient):
    def __init__(self, api_key=..., *, platform=..., http_client=..., base_url=..., api_version=..., timeout=..., max_retries=..., default_headers=..., default_query=..., middleware=..., strict=..., deadline=..., max_retry_wait=..., stream_idle_timeout=..., first_event_timeout=..., size_limits=..., response_limits=..., open_telemetry=..., pickle_secrets=..., limiter=..., budget=..., auth_token=..., credentials=..., profile=..., config=..., admin_api_key=..., webhook_key=...) -> None: ...
    beta: AsyncClient
    admin: Async_admin_Organization
    agents: Async_agents_Agents
    completions: Async_completions_Completions
    compliance: Async_compliance_Compliance
    deployment_runs: Async_deployment_runs_DeploymentRuns
    deployments: Async_deployments_Deployments
    dreams: Async_dreams_Dreams
    environments: Async_environments_Environments
    files: Async_files_Files
    memory_stores: Async_memory_stores_MemoryStores
    messages: Async_messages_Messages
    models: Async_models_Models
    organization: Async_admin_Organization
    sessions: Async_sessions_Sessions
    skills: Async_skills_Skills
    tunnels: Async_tunnels_Tunnels
    user_profiles: Async_user_profiles_UserProfiles
    vaults: Async_vaults_Vaults
    webhooks: Async_webhook_events_Webhooks
