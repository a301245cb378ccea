# Written by `scripts/generate_types.py`.

from ...params.analytics import AnalyticsArtifactGroupBy as BetaAnalyticsArtifactGroupBy
from ...params.analytics import AnalyticsConnectorGroupBy as BetaAnalyticsConnectorGroupBy
from ...params.analytics import AnalyticsInferenceGeoFilter as BetaAnalyticsInferenceGeoFilter
from ...params.analytics import AnalyticsOrder as BetaAnalyticsOrder
from ...params.analytics import AnalyticsPluginGroupBy as BetaAnalyticsPluginGroupBy
from ...params.analytics import AnalyticsProductFilter as BetaAnalyticsProductFilter
from ...params.analytics import AnalyticsProjectGroupBy as BetaAnalyticsProjectGroupBy
from ...params.analytics import AnalyticsSkillGroupBy as BetaAnalyticsSkillGroupBy
from ...params.analytics import AnalyticsTimeBucketWidth as BetaAnalyticsTimeBucketWidth
from ...params.analytics import AnalyticsUsageCostProductFilter as BetaAnalyticsUsageCostProductFilter
from ...params.analytics import AnalyticsUsageCostSortOrder as BetaAnalyticsUsageCostSortOrder
from ...params.analytics import AnalyticsUserGroupBy as BetaAnalyticsUserGroupBy
from ...params.api_keys import APIKeyListParams, APIKeyUpdateParams
from ...params.claude_tag import ClaudeTagGuestPolicyAllowParam as BetaClaudeTagGuestPolicyAllowParam
from ...params.claude_tag import ClaudeTagGuestPolicyChannelOnlyParam as BetaClaudeTagGuestPolicyChannelOnlyParam
from ...params.claude_tag import ClaudeTagGuestPolicyParam as BetaClaudeTagGuestPolicyParam
from ...params.claude_tag import ClaudeTagGuestPolicyRestrictParam as BetaClaudeTagGuestPolicyRestrictParam
from ...params.claude_tag import ClaudeTagReplyModeAlwaysAwakeParam as BetaClaudeTagReplyModeAlwaysAwakeParam
from ...params.claude_tag import ClaudeTagReplyModeAutomaticParam as BetaClaudeTagReplyModeAutomaticParam
from ...params.claude_tag import ClaudeTagReplyModeMentionOnlyParam as BetaClaudeTagReplyModeMentionOnlyParam
from ...params.claude_tag import ClaudeTagReplyModeParam as BetaClaudeTagReplyModeParam
from ...params.claude_tag import ClaudeTagReplyModeThreadParam as BetaClaudeTagReplyModeThreadParam
from ...params.claude_tag import ClaudeTagSettingsCreateParam as BetaClaudeTagSettingsCreateParam
from ...params.claude_tag import ClaudeTagSettingsUpdateParam as BetaClaudeTagSettingsUpdateParam
from ...params.claude_tag import ClaudeTagSlackChannelIdentifiersParam as BetaClaudeTagSlackChannelIdentifiersParam
from ...params.compliance_settings import (
    ComplianceSettingsStateDisabledParam as BetaComplianceSettingsStateDisabledParam,
)
from ...params.compliance_settings import ComplianceSettingsStateEnabledParam as BetaComplianceSettingsStateEnabledParam
from ...params.compliance_settings import ComplianceSettingsStateParam as BetaComplianceSettingsStateParam
from ...params.compliance_settings import ComplianceSettingUpdateParams
from ...params.external_keys import AWSExternalKeyConfigParam as BetaAWSExternalKeyConfigParam
from ...params.external_keys import AzureExternalKeyConfigParam as BetaAzureExternalKeyConfigParam
from ...params.external_keys import ExternalKeyCreateParams, ExternalKeyListParams, ExternalKeyUpdateParams
from ...params.external_keys import GCPExternalKeyConfigParam as BetaGCPExternalKeyConfigParam
from ...params.external_storage import AWSExternalStorageConfigParam as BetaAWSExternalStorageConfigParam
from ...params.external_storage import (
    ExternalStorageCreateParams,
    ExternalStorageListParams,
    ExternalStorageUpdateParams,
)
from ...params.external_storage import GCPExternalStorageConfigParam as BetaGCPExternalStorageConfigParam
from ...params.invites import InviteCreateParams, InviteListParams
from ...params.plugin_marketplaces import (
    PluginMarketplaceListParams,
    PluginMarketplaceRetrieveParams,
    PluginMarketplaceUpdateParams,
    PluginMarketplaceValidateArchiveParams,
    PluginMarketplaceValidateRepositoryParams,
)
from ...params.plugins import PluginCreateParams, PluginListParams, PluginRetrieveParams, PluginUpdateParams
from ...params.rate_limits import RateLimitListParams
from ...params.rbac_groups import RBACGroupCreateParams, RBACGroupListParams, RBACGroupUpdateParams
from ...params.rbac_roles import RBACRoleListParams
from ...params.service_accounts import NoBillingWorkspaceRole as BetaNoBillingWorkspaceRole
from ...params.service_accounts import ServiceAccountCreateParams, ServiceAccountListParams, ServiceAccountUpdateParams
from ...params.spend_limits import SpendLimitListParams, SpendLimitSetParams
from ...params.spend_limits import SpendLimitOrganizationScopeParam as BetaSpendLimitOrganizationScopeParam
from ...params.spend_limits import SpendLimitUserScopeParam as BetaSpendLimitUserScopeParam
from ...params.spend_limits import SpendLimitWorkspaceScopeParam as BetaSpendLimitWorkspaceScopeParam
from ...params.telemetry_destinations import (
    TelemetryDestinationCreateParams,
    TelemetryDestinationListParams,
    TelemetryDestinationUpdateParams,
)
from ...params.telemetry_destinations import (
    TelemetryDestinationStateDisabledParams as BetaTelemetryDestinationStateDisabledParams,
)
from ...params.telemetry_destinations import (
    TelemetryDestinationStateEnabledParams as BetaTelemetryDestinationStateEnabledParams,
)
from ...params.telemetry_destinations import TelemetryDestinationStateParams as BetaTelemetryDestinationStateParams
from ...params.telemetry_destinations import TelemetryDestinationTracesParams as BetaTelemetryDestinationTracesParams
from ...params.telemetry_destinations import (
    TelemetryDestinationWorkspacesAllParams as BetaTelemetryDestinationWorkspacesAllParams,
)
from ...params.telemetry_destinations import (
    TelemetryDestinationWorkspacesExcludeParams as BetaTelemetryDestinationWorkspacesExcludeParams,
)
from ...params.telemetry_destinations import (
    TelemetryDestinationWorkspacesIncludeParams as BetaTelemetryDestinationWorkspacesIncludeParams,
)
from ...params.telemetry_destinations import (
    TelemetryDestinationWorkspacesParams as BetaTelemetryDestinationWorkspacesParams,
)
from ...params.users import UserListParams, UserUpdateParams
from ...params.webhooks import WebhookCreateParams, WebhookListParams, WebhookUpdateParams
from ...params.workspaces import AnthropicHumanReviewParam as BetaAnthropicHumanReviewParam
from ...params.workspaces import DataResidencyCreateConfigParam as BetaDataResidencyCreateConfigParam
from ...params.workspaces import DataResidencyUpdateConfigParam as BetaDataResidencyUpdateConfigParam
from ...params.workspaces import ExternalStorageMemberParam as BetaExternalStorageMemberParam
from ...params.workspaces import InferenceDataPrivacyCreateParam as BetaInferenceDataPrivacyCreateParam
from ...params.workspaces import InferenceDataPrivacyUpdateParam as BetaInferenceDataPrivacyUpdateParam
from ...params.workspaces import InternalStorageParam as BetaInternalStorageParam
from ...params.workspaces import StorageMemberParam as BetaStorageMemberParam
from ...params.workspaces import WorkspaceCreateParams, WorkspaceListParams, WorkspaceUpdateParams
from ...responses.analytics import AnalyticsActor as BetaAnalyticsActor
from ...responses.analytics import AnalyticsActorType as BetaAnalyticsActorType
from ...responses.analytics import AnalyticsAPIActor as BetaAnalyticsAPIActor
from ...responses.analytics import AnalyticsArtifactActivity as BetaAnalyticsArtifactActivity
from ...responses.analytics import AnalyticsChatCoworkUnifiedChatMetrics as BetaAnalyticsChatCoworkUnifiedChatMetrics
from ...responses.analytics import AnalyticsChatCoworkUnifiedMetrics as BetaAnalyticsChatCoworkUnifiedMetrics
from ...responses.analytics import (
    AnalyticsChatCoworkUnifiedSessionsMetrics as BetaAnalyticsChatCoworkUnifiedSessionsMetrics,
)
from ...responses.analytics import AnalyticsChatMetrics as BetaAnalyticsChatMetrics
from ...responses.analytics import AnalyticsClaudeCodeMetrics as BetaAnalyticsClaudeCodeMetrics
from ...responses.analytics import AnalyticsClaudeTagCategory as BetaAnalyticsClaudeTagCategory
from ...responses.analytics import AnalyticsClaudeTagMetrics as BetaAnalyticsClaudeTagMetrics
from ...responses.analytics import AnalyticsConnectorActivity as BetaAnalyticsConnectorActivity
from ...responses.analytics import (
    AnalyticsConnectorChatCoworkUnifiedChatMetrics as BetaAnalyticsConnectorChatCoworkUnifiedChatMetrics,
)
from ...responses.analytics import (
    AnalyticsConnectorChatCoworkUnifiedMetrics as BetaAnalyticsConnectorChatCoworkUnifiedMetrics,
)
from ...responses.analytics import (
    AnalyticsConnectorChatCoworkUnifiedSessionsMetrics as BetaAnalyticsConnectorChatCoworkUnifiedSessionsMetrics,
)
from ...responses.analytics import AnalyticsConnectorChatMetrics as BetaAnalyticsConnectorChatMetrics
from ...responses.analytics import AnalyticsConnectorClaudeCodeMetrics as BetaAnalyticsConnectorClaudeCodeMetrics
from ...responses.analytics import AnalyticsConnectorCoworkMetrics as BetaAnalyticsConnectorCoworkMetrics
from ...responses.analytics import AnalyticsConnectorOfficeMetrics as BetaAnalyticsConnectorOfficeMetrics
from ...responses.analytics import AnalyticsConnectorOfficeProductMetrics as BetaAnalyticsConnectorOfficeProductMetrics
from ...responses.analytics import AnalyticsContextWindow as BetaAnalyticsContextWindow
from ...responses.analytics import AnalyticsCoreCodeMetrics as BetaAnalyticsCoreCodeMetrics
from ...responses.analytics import AnalyticsCostBucketedResult as BetaAnalyticsCostBucketedResult
from ...responses.analytics import AnalyticsCostReportTimeBucket as BetaAnalyticsCostReportTimeBucket
from ...responses.analytics import AnalyticsCostType as BetaAnalyticsCostType
from ...responses.analytics import AnalyticsCostUsersItem as BetaAnalyticsCostUsersItem
from ...responses.analytics import AnalyticsCoworkMetrics as BetaAnalyticsCoworkMetrics
from ...responses.analytics import AnalyticsDesignMetrics as BetaAnalyticsDesignMetrics
from ...responses.analytics import AnalyticsFederatedActor as BetaAnalyticsFederatedActor
from ...responses.analytics import AnalyticsFederatedActorAWSProvider as BetaAnalyticsFederatedActorAWSProvider
from ...responses.analytics import AnalyticsFederatedActorAzureProvider as BetaAnalyticsFederatedActorAzureProvider
from ...responses.analytics import AnalyticsFederatedActorGCPProvider as BetaAnalyticsFederatedActorGCPProvider
from ...responses.analytics import AnalyticsFederatedActorOIDCProvider as BetaAnalyticsFederatedActorOIDCProvider
from ...responses.analytics import AnalyticsFederatedActorProvider as BetaAnalyticsFederatedActorProvider
from ...responses.analytics import AnalyticsGroupedCostType as BetaAnalyticsGroupedCostType
from ...responses.analytics import AnalyticsLinesOfCode as BetaAnalyticsLinesOfCode
from ...responses.analytics import AnalyticsOfficeMetrics as BetaAnalyticsOfficeMetrics
from ...responses.analytics import AnalyticsOfficeProductMetrics as BetaAnalyticsOfficeProductMetrics
from ...responses.analytics import AnalyticsPluginActivity as BetaAnalyticsPluginActivity
from ...responses.analytics import (
    AnalyticsPluginChatCoworkUnifiedMetrics as BetaAnalyticsPluginChatCoworkUnifiedMetrics,
)
from ...responses.analytics import AnalyticsPluginClaudeCodeMetrics as BetaAnalyticsPluginClaudeCodeMetrics
from ...responses.analytics import AnalyticsPluginCoworkMetrics as BetaAnalyticsPluginCoworkMetrics
from ...responses.analytics import AnalyticsProjectActivity as BetaAnalyticsProjectActivity
from ...responses.analytics import AnalyticsReportUserActor as BetaAnalyticsReportUserActor
from ...responses.analytics import AnalyticsScienceMetrics as BetaAnalyticsScienceMetrics
from ...responses.analytics import AnalyticsServerToolUse as BetaAnalyticsServerToolUse
from ...responses.analytics import AnalyticsServiceAccountActor as BetaAnalyticsServiceAccountActor
from ...responses.analytics import AnalyticsServiceTier as BetaAnalyticsServiceTier
from ...responses.analytics import AnalyticsSingleDayActivitySummary as BetaAnalyticsSingleDayActivitySummary
from ...responses.analytics import AnalyticsSkillActivity as BetaAnalyticsSkillActivity
from ...responses.analytics import (
    AnalyticsSkillChatCoworkUnifiedChatMetrics as BetaAnalyticsSkillChatCoworkUnifiedChatMetrics,
)
from ...responses.analytics import AnalyticsSkillChatCoworkUnifiedMetrics as BetaAnalyticsSkillChatCoworkUnifiedMetrics
from ...responses.analytics import (
    AnalyticsSkillChatCoworkUnifiedSessionsMetrics as BetaAnalyticsSkillChatCoworkUnifiedSessionsMetrics,
)
from ...responses.analytics import AnalyticsSkillChatMetrics as BetaAnalyticsSkillChatMetrics
from ...responses.analytics import AnalyticsSkillClaudeCodeMetrics as BetaAnalyticsSkillClaudeCodeMetrics
from ...responses.analytics import AnalyticsSkillCoworkMetrics as BetaAnalyticsSkillCoworkMetrics
from ...responses.analytics import AnalyticsSkillOfficeMetrics as BetaAnalyticsSkillOfficeMetrics
from ...responses.analytics import AnalyticsSkillOfficeProductMetrics as BetaAnalyticsSkillOfficeProductMetrics
from ...responses.analytics import AnalyticsSpeed as BetaAnalyticsSpeed
from ...responses.analytics import AnalyticsTokenType as BetaAnalyticsTokenType
from ...responses.analytics import AnalyticsToolActionCounts as BetaAnalyticsToolActionCounts
from ...responses.analytics import AnalyticsToolActions as BetaAnalyticsToolActions
from ...responses.analytics import AnalyticsUsageBucketedResult as BetaAnalyticsUsageBucketedResult
from ...responses.analytics import AnalyticsUsageCostInferenceGeo as BetaAnalyticsUsageCostInferenceGeo
from ...responses.analytics import AnalyticsUsageReportTimeBucket as BetaAnalyticsUsageReportTimeBucket
from ...responses.analytics import AnalyticsUsageUsersItem as BetaAnalyticsUsageUsersItem
from ...responses.analytics import AnalyticsUser as BetaAnalyticsUser
from ...responses.analytics import AnalyticsUserActivity as BetaAnalyticsUserActivity
from ...responses.analytics import AnalyticsUserActor as BetaAnalyticsUserActor
from ...responses.api_keys import APIKey as BetaAPIKey
from ...responses.api_keys import APIKeyCreatedBy as BetaAPIKeyCreatedBy
from ...responses.api_keys import APIKeyOrganizationScope as BetaAPIKeyOrganizationScope
from ...responses.api_keys import APIKeyServiceAccountActor as BetaAPIKeyServiceAccountActor
from ...responses.api_keys import APIKeyUserActor as BetaAPIKeyUserActor
from ...responses.api_keys import APIKeyWorkspaceScope as BetaAPIKeyWorkspaceScope
from ...responses.claude_tag import ClaudeTagDefaultSettingSource as BetaClaudeTagDefaultSettingSource
from ...responses.claude_tag import ClaudeTagGuestPolicy as BetaClaudeTagGuestPolicy
from ...responses.claude_tag import ClaudeTagGuestPolicyAllow as BetaClaudeTagGuestPolicyAllow
from ...responses.claude_tag import ClaudeTagGuestPolicyChannelOnly as BetaClaudeTagGuestPolicyChannelOnly
from ...responses.claude_tag import ClaudeTagGuestPolicyRestrict as BetaClaudeTagGuestPolicyRestrict
from ...responses.claude_tag import ClaudeTagReplyMode as BetaClaudeTagReplyMode
from ...responses.claude_tag import ClaudeTagReplyModeAlwaysAwake as BetaClaudeTagReplyModeAlwaysAwake
from ...responses.claude_tag import ClaudeTagReplyModeAutomatic as BetaClaudeTagReplyModeAutomatic
from ...responses.claude_tag import ClaudeTagReplyModeMentionOnly as BetaClaudeTagReplyModeMentionOnly
from ...responses.claude_tag import ClaudeTagReplyModeThread as BetaClaudeTagReplyModeThread
from ...responses.claude_tag import ClaudeTagSettings as BetaClaudeTagSettings
from ...responses.claude_tag import ClaudeTagSettingSource as BetaClaudeTagSettingSource
from ...responses.claude_tag import ClaudeTagSettingSources as BetaClaudeTagSettingSources
from ...responses.claude_tag import ClaudeTagSlackChannelIdentifiers as BetaClaudeTagSlackChannelIdentifiers
from ...responses.claude_tag import ClaudeTagSlackChannelSettingSource as BetaClaudeTagSlackChannelSettingSource
from ...responses.claude_tag import ClaudeTagSlackDefaultSettingSource as BetaClaudeTagSlackDefaultSettingSource
from ...responses.claude_tag import ClaudeTagSlackGridChannelSettingSource as BetaClaudeTagSlackGridChannelSettingSource
from ...responses.claude_tag import (
    ClaudeTagSlackParentChannelSettingSource as BetaClaudeTagSlackParentChannelSettingSource,
)
from ...responses.claude_tag import ClaudeTagSlackWorkspaceIdentifiers as BetaClaudeTagSlackWorkspaceIdentifiers
from ...responses.claude_tag import ClaudeTagSlackWorkspaceSettingSource as BetaClaudeTagSlackWorkspaceSettingSource
from ...responses.compliance_settings import AccessTransparency as BetaAccessTransparency
from ...responses.compliance_settings import ComplianceSettingsState as BetaComplianceSettingsState
from ...responses.compliance_settings import ComplianceSettingsStateDisabled as BetaComplianceSettingsStateDisabled
from ...responses.compliance_settings import ComplianceSettingsStateEnabled as BetaComplianceSettingsStateEnabled
from ...responses.compliance_settings import OrganizationComplianceSettings as BetaComplianceSettings
from ...responses.error_details import APIKeyScopeMissingErrorDetails as BetaAPIKeyScopeMissingErrorDetails
from ...responses.error_details import (
    BundleAttachmentNotSupportedErrorDetails as BetaBundleAttachmentNotSupportedErrorDetails,
)
from ...responses.error_details import BundleOnCallErrorDetails as BetaBundleOnCallErrorDetails
from ...responses.error_details import (
    CannotSignOutManagedMemberErrorDetails as BetaCannotSignOutManagedMemberErrorDetails,
)
from ...responses.error_details import (
    CannotSignOutMembershipAdminErrorDetails as BetaCannotSignOutMembershipAdminErrorDetails,
)
from ...responses.error_details import CannotSignOutOwnerErrorDetails as BetaCannotSignOutOwnerErrorDetails
from ...responses.error_details import (
    CannotSignOutPrimaryOwnerErrorDetails as BetaCannotSignOutPrimaryOwnerErrorDetails,
)
from ...responses.error_details import (
    CannotSignOutPrivilegedMemberErrorDetails as BetaCannotSignOutPrivilegedMemberErrorDetails,
)
from ...responses.error_details import CannotSignOutSelfErrorDetails as BetaCannotSignOutSelfErrorDetails
from ...responses.error_details import (
    ClaudeTagWritesNotEnabledErrorDetails as BetaClaudeTagWritesNotEnabledErrorDetails,
)
from ...responses.error_details import (
    ComplianceConfigurationRestrictedErrorDetails as BetaComplianceConfigurationRestrictedErrorDetails,
)
from ...responses.error_details import ExternalStorageFailedCheck as BetaExternalStorageFailedCheck
from ...responses.error_details import ExternalStorageInUseErrorDetails as BetaExternalStorageInUseErrorDetails
from ...responses.error_details import (
    ExternalStorageInWorkspacePolicyErrorDetails as BetaExternalStorageInWorkspacePolicyErrorDetails,
)
from ...responses.error_details import (
    ExternalStorageNotAvailableErrorDetails as BetaExternalStorageNotAvailableErrorDetails,
)
from ...responses.error_details import GrantRequiredErrorDetails as BetaGrantRequiredErrorDetails
from ...responses.error_details import (
    HumanReviewOnWithExternalStorageErrorDetails as BetaHumanReviewOnWithExternalStorageErrorDetails,
)
from ...responses.error_details import InvalidStorageARNErrorDetails as BetaInvalidStorageARNErrorDetails
from ...responses.error_details import (
    OrganizationLevelScopedAPIKeyRequiredErrorDetails as BetaOrganizationLevelScopedAPIKeyRequiredErrorDetails,
)
from ...responses.error_details import PluginNameTakenErrorDetails as BetaPluginNameTakenErrorDetails
from ...responses.error_details import ProviderNotAllowedErrorDetails as BetaProviderNotAllowedErrorDetails
from ...responses.error_details import RBACGroupNotFoundErrorDetails as BetaRBACGroupNotFoundErrorDetails
from ...responses.error_details import RegistrationPendingErrorDetails as BetaRegistrationPendingErrorDetails
from ...responses.error_details import ScanFailedErrorDetails as BetaScanFailedErrorDetails
from ...responses.error_details import ScanPendingErrorDetails as BetaScanPendingErrorDetails
from ...responses.error_details import SkillNameTakenErrorDetails as BetaSkillNameTakenErrorDetails
from ...responses.error_details import (
    SlackChannelSetUpEnvironmentNotFoundErrorDetails as BetaSlackChannelSetUpEnvironmentNotFoundErrorDetails,
)
from ...responses.error_details import (
    SlackChannelSetUpSettingsConflictErrorDetails as BetaSlackChannelSetUpSettingsConflictErrorDetails,
)
from ...responses.error_details import (
    SlackChannelSetUpSettingsRefusedErrorDetails as BetaSlackChannelSetUpSettingsRefusedErrorDetails,
)
from ...responses.error_details import (
    SpendLimitsAdminAPIWritesNotEnabledErrorDetails as BetaSpendLimitsAdminAPIWritesNotEnabledErrorDetails,
)
from ...responses.error_details import StorageAlreadyRegisteredErrorDetails as BetaStorageAlreadyRegisteredErrorDetails
from ...responses.error_details import (
    StorageAttachLimitReachedErrorDetails as BetaStorageAttachLimitReachedErrorDetails,
)
from ...responses.error_details import (
    StorageChangedConcurrentlyErrorDetails as BetaStorageChangedConcurrentlyErrorDetails,
)
from ...responses.error_details import StorageNotAttachableErrorDetails as BetaStorageNotAttachableErrorDetails
from ...responses.error_details import (
    StorageProfileStillRequiredErrorDetails as BetaStorageProfileStillRequiredErrorDetails,
)
from ...responses.error_details import (
    StorageVerificationFailedErrorDetails as BetaStorageVerificationFailedErrorDetails,
)
from ...responses.error_details import (
    TranscriptsStorageRequiredErrorDetails as BetaTranscriptsStorageRequiredErrorDetails,
)
from ...responses.error_details import UnsupportedRegionErrorDetails as BetaUnsupportedRegionErrorDetails
from ...responses.error_details import (
    WorkspaceChangedConcurrentlyErrorDetails as BetaWorkspaceChangedConcurrentlyErrorDetails,
)
from ...responses.error_details import WorkspaceChangedConcurrentlyField as BetaWorkspaceChangedConcurrentlyField
from ...responses.external_keys import AWSExternalKeyConfig as BetaAWSExternalKeyConfig
from ...responses.external_keys import AzureExternalKeyConfig as BetaAzureExternalKeyConfig
from ...responses.external_keys import ExternalKey as BetaExternalKey
from ...responses.external_keys import ExternalKeyAttachedAttachment as BetaExternalKeyAttachedAttachment
from ...responses.external_keys import ExternalKeyDeleteResponse, ExternalKeyValidateResponse
from ...responses.external_keys import ExternalKeyUnattachedAttachment as BetaExternalKeyUnattachedAttachment
from ...responses.external_keys import GCPExternalKeyConfig as BetaGCPExternalKeyConfig
from ...responses.external_storage import ActiveExternalStorageStatus as BetaActiveExternalStorageStatus
from ...responses.external_storage import AvailableExternalStorageStatus as BetaAvailableExternalStorageStatus
from ...responses.external_storage import AWSExternalStorageConfig as BetaAWSExternalStorageConfig
from ...responses.external_storage import DeletedExternalStorage as BetaDeletedExternalStorage
from ...responses.external_storage import DrainingExternalStorageStatus as BetaDrainingExternalStorageStatus
from ...responses.external_storage import ExternalStorage as BetaExternalStorage
from ...responses.external_storage import GCPExternalStorageConfig as BetaGCPExternalStorageConfig
from ...responses.external_storage import (
    PendingConfigurationExternalStorageStatus as BetaPendingConfigurationExternalStorageStatus,
)
from ...responses.invites import InviteDeleteResponse
from ...responses.invites import OrganizationInvite as BetaOrganizationInvite
from ...responses.plugin_marketplaces import PluginMarketplace as BetaPluginMarketplace
from ...responses.plugin_marketplaces import (
    PluginMarketplaceValidationPluginErrorObject as BetaPluginMarketplaceValidationPluginError,
)
from ...responses.plugin_marketplaces import (
    PluginMarketplaceValidationPluginErrorObject as BetaPluginMarketplaceValidationPluginErrorObject,
)
from ...responses.plugin_marketplaces import (
    PluginMarketplaceValidationPluginWarning as BetaPluginMarketplaceValidationPluginWarning,
)
from ...responses.plugin_marketplaces import (
    PluginMarketplaceValidationPluginWarnings as BetaPluginMarketplaceValidationPluginWarnings,
)
from ...responses.plugin_marketplaces import PluginMarketplaceValidationReport as BetaPluginMarketplaceValidationReport
from ...responses.plugin_marketplaces import PluginOwnerOrganization as BetaPluginOwnerOrganization
from ...responses.plugin_marketplaces import PluginOwnerUser as BetaPluginOwnerUser
from ...responses.plugins import DeletedPlugin as BetaDeletedPlugin
from ...responses.plugins import Plugin as BetaPlugin
from ...responses.plugins import PluginAPIActor as BetaPluginAPIActor
from ...responses.plugins import PluginComponent as BetaPluginComponent
from ...responses.plugins import PluginContentScan as BetaPluginContentScan
from ...responses.plugins import PluginTargetOrganization as BetaPluginTargetOrganization
from ...responses.plugins import PluginTargetOrganizationMember as BetaPluginTargetOrganizationMember
from ...responses.plugins import PluginTargetRBACGroup as BetaPluginTargetRBACGroup
from ...responses.plugins import PluginUserActor as BetaPluginUserActor
from ...responses.rate_limits import OrganizationRateLimit as BetaOrganizationRateLimit
from ...responses.rate_limits import OrganizationRateLimitBatchGroup as BetaOrganizationRateLimitBatchGroup
from ...responses.rate_limits import OrganizationRateLimitFilesGroup as BetaOrganizationRateLimitFilesGroup
from ...responses.rate_limits import OrganizationRateLimitModelGroup as BetaOrganizationRateLimitModelGroup
from ...responses.rate_limits import OrganizationRateLimitSkillsGroup as BetaOrganizationRateLimitSkillsGroup
from ...responses.rate_limits import OrganizationRateLimitTokenCountGroup as BetaOrganizationRateLimitTokenCountGroup
from ...responses.rate_limits import OrganizationRateLimitValue as BetaOrganizationRateLimitValue
from ...responses.rate_limits import OrganizationRateLimitWebSearchGroup as BetaOrganizationRateLimitWebSearchGroup
from ...responses.rbac_groups import DeletedRBACGroup as BetaDeletedRBACGroup
from ...responses.rbac_groups import RBACGroup as BetaRBACGroup
from ...responses.rbac_roles import RBACRole as BetaRBACRole
from ...responses.rbac_roles import RBACRoleSource as BetaRBACRoleSource
from ...responses.rbac_roles import RBACRoleSourceBuiltIn as BetaRBACRoleSourceBuiltIn
from ...responses.rbac_roles import RBACRoleSourceCustom as BetaRBACRoleSourceCustom
from ...responses.service_accounts import ServiceAccount as BetaServiceAccount
from ...responses.service_accounts import ServiceAccountWorkspaceMember as BetaServiceAccountWorkspaceMember
from ...responses.service_accounts import WorkspaceRole as BetaWorkspaceRole
from ...responses.spend_limits import SpendLimit as BetaSpendLimit
from ...responses.spend_limits import SpendLimitDeleteResponse
from ...responses.spend_limits import SpendLimitOrganizationScope as BetaSpendLimitOrganizationScope
from ...responses.spend_limits import SpendLimitOrganizationServiceScope as BetaSpendLimitOrganizationServiceScope
from ...responses.spend_limits import SpendLimitPeriod as BetaSpendLimitPeriod
from ...responses.spend_limits import SpendLimitRBACGroupScope as BetaSpendLimitRBACGroupScope
from ...responses.spend_limits import SpendLimitScopedAPIKeyActor as BetaSpendLimitScopedAPIKeyActor
from ...responses.spend_limits import SpendLimitSeatTierScope as BetaSpendLimitSeatTierScope
from ...responses.spend_limits import SpendLimitUsageTierScope as BetaSpendLimitUsageTierScope
from ...responses.spend_limits import SpendLimitUserActor as BetaSpendLimitUserActor
from ...responses.spend_limits import SpendLimitUserScope as BetaSpendLimitUserScope
from ...responses.spend_limits import SpendLimitWorkspaceScope as BetaSpendLimitWorkspaceScope
from ...responses.spend_limits import SpendSummary as BetaSpendSummary
from ...responses.telemetry_destinations import DeletedTelemetryDestination as BetaDeletedTelemetryDestination
from ...responses.telemetry_destinations import TelemetryDestination as BetaTelemetryDestination
from ...responses.telemetry_destinations import TelemetryDestinationContentMode as BetaTelemetryDestinationContentMode
from ...responses.telemetry_destinations import (
    TelemetryDestinationDeliveryHealth as BetaTelemetryDestinationDeliveryHealth,
)
from ...responses.telemetry_destinations import (
    TelemetryDestinationDisabledReason as BetaTelemetryDestinationDisabledReason,
)
from ...responses.telemetry_destinations import (
    TelemetryDestinationDisabledReasonCaller as BetaTelemetryDestinationDisabledReasonCaller,
)
from ...responses.telemetry_destinations import (
    TelemetryDestinationDisabledReasonInvalidAddress as BetaTelemetryDestinationDisabledReasonInvalidAddress,
)
from ...responses.telemetry_destinations import (
    TelemetryDestinationDisabledReasonRedirect as BetaTelemetryDestinationDisabledReasonRedirect,
)
from ...responses.telemetry_destinations import (
    TelemetryDestinationDisabledReasonSustainedFailure as BetaTelemetryDestinationDisabledReasonSustainedFailure,
)
from ...responses.telemetry_destinations import TelemetryDestinationState as BetaTelemetryDestinationState
from ...responses.telemetry_destinations import (
    TelemetryDestinationStateDisabled as BetaTelemetryDestinationStateDisabled,
)
from ...responses.telemetry_destinations import TelemetryDestinationStateEnabled as BetaTelemetryDestinationStateEnabled
from ...responses.telemetry_destinations import TelemetryDestinationTestFailure as BetaTelemetryDestinationTestFailure
from ...responses.telemetry_destinations import TelemetryDestinationTestResponse as BetaTelemetryDestinationTestResponse
from ...responses.telemetry_destinations import TelemetryDestinationTestResult as BetaTelemetryDestinationTestResult
from ...responses.telemetry_destinations import TelemetryDestinationTestSuccess as BetaTelemetryDestinationTestSuccess
from ...responses.telemetry_destinations import TelemetryDestinationTraces as BetaTelemetryDestinationTraces
from ...responses.telemetry_destinations import TelemetryDestinationWorkspaces as BetaTelemetryDestinationWorkspaces
from ...responses.telemetry_destinations import (
    TelemetryDestinationWorkspacesAll as BetaTelemetryDestinationWorkspacesAll,
)
from ...responses.telemetry_destinations import (
    TelemetryDestinationWorkspacesExclude as BetaTelemetryDestinationWorkspacesExclude,
)
from ...responses.telemetry_destinations import (
    TelemetryDestinationWorkspacesInclude as BetaTelemetryDestinationWorkspacesInclude,
)
from ...responses.users import OrganizationUser as BetaOrganizationUser
from ...responses.users import UserRemoveResponse
from ...responses.webhooks import DeletedOrganizationWebhookEndpoint as BetaDeletedOrganizationWebhookEndpoint
from ...responses.webhooks import NewOrganizationWebhookEndpoint as BetaNewOrganizationWebhookEndpoint
from ...responses.webhooks import OrganizationWebhookEndpoint as BetaOrganizationWebhookEndpoint
from ...responses.webhooks import (
    OrganizationWebhookEndpointSigningSecret as BetaOrganizationWebhookEndpointSigningSecret,
)
from ...responses.webhooks import OrganizationWebhookEndpointState as BetaOrganizationWebhookEndpointState
from ...responses.workspaces import AllowedInferenceGeo as BetaAllowedInferenceGeo
from ...responses.workspaces import AnthropicHumanReview as BetaAnthropicHumanReview
from ...responses.workspaces import DataResidency as BetaDataResidency
from ...responses.workspaces import ExternalStorageMember as BetaExternalStorageMember
from ...responses.workspaces import InferenceDataPrivacy as BetaInferenceDataPrivacy
from ...responses.workspaces import InternalStorage as BetaInternalStorage
from ...responses.workspaces import StorageMember as BetaStorageMember
from ...responses.workspaces import Workspace as BetaWorkspace
from ...responses.workspaces import WorkspaceMember as BetaWorkspaceMember

__all__ = [
    "APIKeyListParams",
    "APIKeyUpdateParams",
    "BetaAPIKey",
    "BetaAPIKeyCreatedBy",
    "BetaAPIKeyOrganizationScope",
    "BetaAPIKeyScopeMissingErrorDetails",
    "BetaAPIKeyServiceAccountActor",
    "BetaAPIKeyUserActor",
    "BetaAPIKeyWorkspaceScope",
    "BetaAWSExternalKeyConfig",
    "BetaAWSExternalKeyConfigParam",
    "BetaAWSExternalStorageConfig",
    "BetaAWSExternalStorageConfigParam",
    "BetaAccessTransparency",
    "BetaActiveExternalStorageStatus",
    "BetaAllowedInferenceGeo",
    "BetaAnalyticsAPIActor",
    "BetaAnalyticsActor",
    "BetaAnalyticsActorType",
    "BetaAnalyticsArtifactActivity",
    "BetaAnalyticsArtifactGroupBy",
    "BetaAnalyticsChatCoworkUnifiedChatMetrics",
    "BetaAnalyticsChatCoworkUnifiedMetrics",
    "BetaAnalyticsChatCoworkUnifiedSessionsMetrics",
    "BetaAnalyticsChatMetrics",
    "BetaAnalyticsClaudeCodeMetrics",
    "BetaAnalyticsClaudeTagCategory",
    "BetaAnalyticsClaudeTagMetrics",
    "BetaAnalyticsConnectorActivity",
    "BetaAnalyticsConnectorChatCoworkUnifiedChatMetrics",
    "BetaAnalyticsConnectorChatCoworkUnifiedMetrics",
    "BetaAnalyticsConnectorChatCoworkUnifiedSessionsMetrics",
    "BetaAnalyticsConnectorChatMetrics",
    "BetaAnalyticsConnectorClaudeCodeMetrics",
    "BetaAnalyticsConnectorCoworkMetrics",
    "BetaAnalyticsConnectorGroupBy",
    "BetaAnalyticsConnectorOfficeMetrics",
    "BetaAnalyticsConnectorOfficeProductMetrics",
    "BetaAnalyticsContextWindow",
    "BetaAnalyticsCoreCodeMetrics",
    "BetaAnalyticsCostBucketedResult",
    "BetaAnalyticsCostReportTimeBucket",
    "BetaAnalyticsCostType",
    "BetaAnalyticsCostUsersItem",
    "BetaAnalyticsCoworkMetrics",
    "BetaAnalyticsDesignMetrics",
    "BetaAnalyticsFederatedActor",
    "BetaAnalyticsFederatedActorAWSProvider",
    "BetaAnalyticsFederatedActorAzureProvider",
    "BetaAnalyticsFederatedActorGCPProvider",
    "BetaAnalyticsFederatedActorOIDCProvider",
    "BetaAnalyticsFederatedActorProvider",
    "BetaAnalyticsGroupedCostType",
    "BetaAnalyticsInferenceGeoFilter",
    "BetaAnalyticsLinesOfCode",
    "BetaAnalyticsOfficeMetrics",
    "BetaAnalyticsOfficeProductMetrics",
    "BetaAnalyticsOrder",
    "BetaAnalyticsPluginActivity",
    "BetaAnalyticsPluginChatCoworkUnifiedMetrics",
    "BetaAnalyticsPluginClaudeCodeMetrics",
    "BetaAnalyticsPluginCoworkMetrics",
    "BetaAnalyticsPluginGroupBy",
    "BetaAnalyticsProductFilter",
    "BetaAnalyticsProjectActivity",
    "BetaAnalyticsProjectGroupBy",
    "BetaAnalyticsReportUserActor",
    "BetaAnalyticsScienceMetrics",
    "BetaAnalyticsServerToolUse",
    "BetaAnalyticsServiceAccountActor",
    "BetaAnalyticsServiceTier",
    "BetaAnalyticsSingleDayActivitySummary",
    "BetaAnalyticsSkillActivity",
    "BetaAnalyticsSkillChatCoworkUnifiedChatMetrics",
    "BetaAnalyticsSkillChatCoworkUnifiedMetrics",
    "BetaAnalyticsSkillChatCoworkUnifiedSessionsMetrics",
    "BetaAnalyticsSkillChatMetrics",
    "BetaAnalyticsSkillClaudeCodeMetrics",
    "BetaAnalyticsSkillCoworkMetrics",
    "BetaAnalyticsSkillGroupBy",
    "BetaAnalyticsSkillOfficeMetrics",
    "BetaAnalyticsSkillOfficeProductMetrics",
    "BetaAnalyticsSpeed",
    "BetaAnalyticsTimeBucketWidth",
    "BetaAnalyticsTokenType",
    "BetaAnalyticsToolActionCounts",
    "BetaAnalyticsToolActions",
    "BetaAnalyticsUsageBucketedResult",
    "BetaAnalyticsUsageCostInferenceGeo",
    "BetaAnalyticsUsageCostProductFilter",
    "BetaAnalyticsUsageCostSortOrder",
    "BetaAnalyticsUsageReportTimeBucket",
    "BetaAnalyticsUsageUsersItem",
    "BetaAnalyticsUser",
    "BetaAnalyticsUserActivity",
    "BetaAnalyticsUserActor",
    "BetaAnalyticsUserGroupBy",
    "BetaAnthropicHumanReview",
    "BetaAnthropicHumanReviewParam",
    "BetaAvailableExternalStorageStatus",
    "BetaAzureExternalKeyConfig",
    "BetaAzureExternalKeyConfigParam",
    "BetaBundleAttachmentNotSupportedErrorDetails",
    "BetaBundleOnCallErrorDetails",
    "BetaCannotSignOutManagedMemberErrorDetails",
    "BetaCannotSignOutMembershipAdminErrorDetails",
    "BetaCannotSignOutOwnerErrorDetails",
    "BetaCannotSignOutPrimaryOwnerErrorDetails",
    "BetaCannotSignOutPrivilegedMemberErrorDetails",
    "BetaCannotSignOutSelfErrorDetails",
    "BetaClaudeTagDefaultSettingSource",
    "BetaClaudeTagGuestPolicy",
    "BetaClaudeTagGuestPolicyAllow",
    "BetaClaudeTagGuestPolicyAllowParam",
    "BetaClaudeTagGuestPolicyChannelOnly",
    "BetaClaudeTagGuestPolicyChannelOnlyParam",
    "BetaClaudeTagGuestPolicyParam",
    "BetaClaudeTagGuestPolicyRestrict",
    "BetaClaudeTagGuestPolicyRestrictParam",
    "BetaClaudeTagReplyMode",
    "BetaClaudeTagReplyModeAlwaysAwake",
    "BetaClaudeTagReplyModeAlwaysAwakeParam",
    "BetaClaudeTagReplyModeAutomatic",
    "BetaClaudeTagReplyModeAutomaticParam",
    "BetaClaudeTagReplyModeMentionOnly",
    "BetaClaudeTagReplyModeMentionOnlyParam",
    "BetaClaudeTagReplyModeParam",
    "BetaClaudeTagReplyModeThread",
    "BetaClaudeTagReplyModeThreadParam",
    "BetaClaudeTagSettingSource",
    "BetaClaudeTagSettingSources",
    "BetaClaudeTagSettings",
    "BetaClaudeTagSettingsCreateParam",
    "BetaClaudeTagSettingsUpdateParam",
    "BetaClaudeTagSlackChannelIdentifiers",
    "BetaClaudeTagSlackChannelIdentifiersParam",
    "BetaClaudeTagSlackChannelSettingSource",
    "BetaClaudeTagSlackDefaultSettingSource",
    "BetaClaudeTagSlackGridChannelSettingSource",
    "BetaClaudeTagSlackParentChannelSettingSource",
    "BetaClaudeTagSlackWorkspaceIdentifiers",
    "BetaClaudeTagSlackWorkspaceSettingSource",
    "BetaClaudeTagWritesNotEnabledErrorDetails",
    "BetaComplianceConfigurationRestrictedErrorDetails",
    "BetaComplianceSettings",
    "BetaComplianceSettingsState",
    "BetaComplianceSettingsStateDisabled",
    "BetaComplianceSettingsStateDisabledParam",
    "BetaComplianceSettingsStateEnabled",
    "BetaComplianceSettingsStateEnabledParam",
    "BetaComplianceSettingsStateParam",
    "BetaDataResidency",
    "BetaDataResidencyCreateConfigParam",
    "BetaDataResidencyUpdateConfigParam",
    "BetaDeletedExternalStorage",
    "BetaDeletedOrganizationWebhookEndpoint",
    "BetaDeletedPlugin",
    "BetaDeletedRBACGroup",
    "BetaDeletedTelemetryDestination",
    "BetaDrainingExternalStorageStatus",
    "BetaExternalKey",
    "BetaExternalKeyAttachedAttachment",
    "BetaExternalKeyUnattachedAttachment",
    "BetaExternalStorage",
    "BetaExternalStorageFailedCheck",
    "BetaExternalStorageInUseErrorDetails",
    "BetaExternalStorageInWorkspacePolicyErrorDetails",
    "BetaExternalStorageMember",
    "BetaExternalStorageMemberParam",
    "BetaExternalStorageNotAvailableErrorDetails",
    "BetaGCPExternalKeyConfig",
    "BetaGCPExternalKeyConfigParam",
    "BetaGCPExternalStorageConfig",
    "BetaGCPExternalStorageConfigParam",
    "BetaGrantRequiredErrorDetails",
    "BetaHumanReviewOnWithExternalStorageErrorDetails",
    "BetaInferenceDataPrivacy",
    "BetaInferenceDataPrivacyCreateParam",
    "BetaInferenceDataPrivacyUpdateParam",
    "BetaInternalStorage",
    "BetaInternalStorageParam",
    "BetaInvalidStorageARNErrorDetails",
    "BetaNewOrganizationWebhookEndpoint",
    "BetaNoBillingWorkspaceRole",
    "BetaOrganizationInvite",
    "BetaOrganizationLevelScopedAPIKeyRequiredErrorDetails",
    "BetaOrganizationRateLimit",
    "BetaOrganizationRateLimitBatchGroup",
    "BetaOrganizationRateLimitFilesGroup",
    "BetaOrganizationRateLimitModelGroup",
    "BetaOrganizationRateLimitSkillsGroup",
    "BetaOrganizationRateLimitTokenCountGroup",
    "BetaOrganizationRateLimitValue",
    "BetaOrganizationRateLimitWebSearchGroup",
    "BetaOrganizationUser",
    "BetaOrganizationWebhookEndpoint",
    "BetaOrganizationWebhookEndpointSigningSecret",
    "BetaOrganizationWebhookEndpointState",
    "BetaPendingConfigurationExternalStorageStatus",
    "BetaPlugin",
    "BetaPluginAPIActor",
    "BetaPluginComponent",
    "BetaPluginContentScan",
    "BetaPluginMarketplace",
    "BetaPluginMarketplaceValidationPluginError",
    "BetaPluginMarketplaceValidationPluginErrorObject",
    "BetaPluginMarketplaceValidationPluginWarning",
    "BetaPluginMarketplaceValidationPluginWarnings",
    "BetaPluginMarketplaceValidationReport",
    "BetaPluginNameTakenErrorDetails",
    "BetaPluginOwnerOrganization",
    "BetaPluginOwnerUser",
    "BetaPluginTargetOrganization",
    "BetaPluginTargetOrganizationMember",
    "BetaPluginTargetRBACGroup",
    "BetaPluginUserActor",
    "BetaProviderNotAllowedErrorDetails",
    "BetaRBACGroup",
    "BetaRBACGroupNotFoundErrorDetails",
    "BetaRBACRole",
    "BetaRBACRoleSource",
    "BetaRBACRoleSourceBuiltIn",
    "BetaRBACRoleSourceCustom",
    "BetaRegistrationPendingErrorDetails",
    "BetaScanFailedErrorDetails",
    "BetaScanPendingErrorDetails",
    "BetaServiceAccount",
    "BetaServiceAccountWorkspaceMember",
    "BetaSkillNameTakenErrorDetails",
    "BetaSlackChannelSetUpEnvironmentNotFoundErrorDetails",
    "BetaSlackChannelSetUpSettingsConflictErrorDetails",
    "BetaSlackChannelSetUpSettingsRefusedErrorDetails",
    "BetaSpendLimit",
    "BetaSpendLimitOrganizationScope",
    "BetaSpendLimitOrganizationScopeParam",
    "BetaSpendLimitOrganizationServiceScope",
    "BetaSpendLimitPeriod",
    "BetaSpendLimitRBACGroupScope",
    "BetaSpendLimitScopedAPIKeyActor",
    "BetaSpendLimitSeatTierScope",
    "BetaSpendLimitUsageTierScope",
    "BetaSpendLimitUserActor",
    "BetaSpendLimitUserScope",
    "BetaSpendLimitUserScopeParam",
    "BetaSpendLimitWorkspaceScope",
    "BetaSpendLimitWorkspaceScopeParam",
    "BetaSpendLimitsAdminAPIWritesNotEnabledErrorDetails",
    "BetaSpendSummary",
    "BetaStorageAlreadyRegisteredErrorDetails",
    "BetaStorageAttachLimitReachedErrorDetails",
    "BetaStorageChangedConcurrentlyErrorDetails",
    "BetaStorageMember",
    "BetaStorageMemberParam",
    "BetaStorageNotAttachableErrorDetails",
    "BetaStorageProfileStillRequiredErrorDetails",
    "BetaStorageVerificationFailedErrorDetails",
    "BetaTelemetryDestination",
    "BetaTelemetryDestinationContentMode",
    "BetaTelemetryDestinationDeliveryHealth",
    "BetaTelemetryDestinationDisabledReason",
    "BetaTelemetryDestinationDisabledReasonCaller",
    "BetaTelemetryDestinationDisabledReasonInvalidAddress",
    "BetaTelemetryDestinationDisabledReasonRedirect",
    "BetaTelemetryDestinationDisabledReasonSustainedFailure",
    "BetaTelemetryDestinationState",
    "BetaTelemetryDestinationStateDisabled",
    "BetaTelemetryDestinationStateDisabledParams",
    "BetaTelemetryDestinationStateEnabled",
    "BetaTelemetryDestinationStateEnabledParams",
    "BetaTelemetryDestinationStateParams",
    "BetaTelemetryDestinationTestFailure",
    "BetaTelemetryDestinationTestResponse",
    "BetaTelemetryDestinationTestResult",
    "BetaTelemetryDestinationTestSuccess",
    "BetaTelemetryDestinationTraces",
    "BetaTelemetryDestinationTracesParams",
    "BetaTelemetryDestinationWorkspaces",
    "BetaTelemetryDestinationWorkspacesAll",
    "BetaTelemetryDestinationWorkspacesAllParams",
    "BetaTelemetryDestinationWorkspacesExclude",
    "BetaTelemetryDestinationWorkspacesExcludeParams",
    "BetaTelemetryDestinationWorkspacesInclude",
    "BetaTelemetryDestinationWorkspacesIncludeParams",
    "BetaTelemetryDestinationWorkspacesParams",
    "BetaTranscriptsStorageRequiredErrorDetails",
    "BetaUnsupportedRegionErrorDetails",
    "BetaWorkspace",
    "BetaWorkspaceChangedConcurrentlyErrorDetails",
    "BetaWorkspaceChangedConcurrentlyField",
    "BetaWorkspaceMember",
    "BetaWorkspaceRole",
    "ComplianceSettingUpdateParams",
    "ExternalKeyCreateParams",
    "ExternalKeyDeleteResponse",
    "ExternalKeyListParams",
    "ExternalKeyUpdateParams",
    "ExternalKeyValidateResponse",
    "ExternalStorageCreateParams",
    "ExternalStorageListParams",
    "ExternalStorageUpdateParams",
    "InviteCreateParams",
    "InviteDeleteResponse",
    "InviteListParams",
    "PluginCreateParams",
    "PluginListParams",
    "PluginMarketplaceListParams",
    "PluginMarketplaceRetrieveParams",
    "PluginMarketplaceUpdateParams",
    "PluginMarketplaceValidateArchiveParams",
    "PluginMarketplaceValidateRepositoryParams",
    "PluginRetrieveParams",
    "PluginUpdateParams",
    "RBACGroupCreateParams",
    "RBACGroupListParams",
    "RBACGroupUpdateParams",
    "RBACRoleListParams",
    "RateLimitListParams",
    "ServiceAccountCreateParams",
    "ServiceAccountListParams",
    "ServiceAccountUpdateParams",
    "SpendLimitDeleteResponse",
    "SpendLimitListParams",
    "SpendLimitSetParams",
    "TelemetryDestinationCreateParams",
    "TelemetryDestinationListParams",
    "TelemetryDestinationUpdateParams",
    "UserListParams",
    "UserRemoveResponse",
    "UserUpdateParams",
    "WebhookCreateParams",
    "WebhookListParams",
    "WebhookUpdateParams",
    "WorkspaceCreateParams",
    "WorkspaceListParams",
    "WorkspaceUpdateParams",
]
