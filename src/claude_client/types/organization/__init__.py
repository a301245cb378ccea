"""The types of the official `types.organization`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from .._official import exports

__getattr__, __dir__ = exports(
    __name__,
    (
        "APIKey APIKeyCreatedBy APIKeyListParams APIKeyOrganizationScope APIKeyServiceAccountActor APIKeyUpdateParams "
        "APIKeyUserActor APIKeyWorkspaceScope AWSExternalKeyConfig AWSExternalKeyConfigParam AllowedInferenceGeo "
        "AlreadyMemberErrorDetails AnalyticsArtifactActivity AnalyticsArtifactGroupBy "
        "AnalyticsChatCoworkUnifiedChatMetrics AnalyticsChatCoworkUnifiedMetrics "
        "AnalyticsChatCoworkUnifiedSessionsMetrics AnalyticsChatMetrics AnalyticsClaudeCodeMetrics "
        "AnalyticsClaudeTagMetrics AnalyticsConnectorActivity AnalyticsConnectorChatCoworkUnifiedChatMetrics "
        "AnalyticsConnectorChatCoworkUnifiedMetrics AnalyticsConnectorChatCoworkUnifiedSessionsMetrics "
        "AnalyticsConnectorChatMetrics AnalyticsConnectorClaudeCodeMetrics AnalyticsConnectorCoworkMetrics "
        "AnalyticsConnectorGroupBy AnalyticsConnectorOfficeMetrics AnalyticsConnectorOfficeProductMetrics "
        "AnalyticsCoreCodeMetrics AnalyticsCoworkMetrics AnalyticsDesignMetrics AnalyticsLinesOfCode "
        "AnalyticsOfficeMetrics AnalyticsOfficeProductMetrics AnalyticsOrder AnalyticsPluginActivity "
        "AnalyticsPluginChatCoworkUnifiedMetrics AnalyticsPluginClaudeCodeMetrics AnalyticsPluginCoworkMetrics "
        "AnalyticsPluginGroupBy AnalyticsProjectActivity AnalyticsProjectGroupBy AnalyticsScienceMetrics "
        "AnalyticsSingleDayActivitySummary AnalyticsSkillActivity AnalyticsSkillChatCoworkUnifiedChatMetrics "
        "AnalyticsSkillChatCoworkUnifiedMetrics AnalyticsSkillChatCoworkUnifiedSessionsMetrics "
        "AnalyticsSkillChatMetrics AnalyticsSkillClaudeCodeMetrics AnalyticsSkillCoworkMetrics AnalyticsSkillGroupBy "
        "AnalyticsSkillOfficeMetrics AnalyticsSkillOfficeProductMetrics AnalyticsToolActionCounts "
        "AnalyticsToolActions AnalyticsUser AnalyticsUserActivity AnalyticsUserGroupBy AzureExternalKeyConfig "
        "AzureExternalKeyConfigParam CannotInviteEmailsWithUnverifiedDomainsErrorDetails "
        "CannotRemoveLastMemberErrorDetails ComplianceSettingUpdateParams ComplianceSettingsState "
        "ComplianceSettingsStateDisabled ComplianceSettingsStateDisabledParam ComplianceSettingsStateEnabled "
        "ComplianceSettingsStateEnabledParam ComplianceSettingsStateParam DataResidency "
        "DataResidencyCreateConfigParam DataResidencyUpdateConfigParam DeletedRBACGroup "
        "EmailDomainNotAllowedErrorDetails ExternalKey ExternalKeyAttachedAttachment ExternalKeyChangedErrorDetails "
        "ExternalKeyCreateParams ExternalKeyDeleteResponse ExternalKeyInWorkspacePolicyErrorDetails "
        "ExternalKeyListParams ExternalKeyUnattachedAttachment ExternalKeyUpdateParams ExternalKeyValidateResponse "
        "ExternalKeyValidationFailedErrorDetails ExternalKeyValidationTimedOutErrorDetails GCPExternalKeyConfig "
        "GCPExternalKeyConfigParam InviteAlreadyExistsErrorDetails InviteCreateParams InviteDeleteResponse "
        "InviteListParams KeyProfileMismatchErrorDetails NoBillingWorkspaceRole OrgAPIKeyLimitExceededErrorDetails "
        "OrganizationComplianceSettings OrganizationInvite OrganizationRateLimit OrganizationRateLimitBatchGroup "
        "OrganizationRateLimitFilesGroup OrganizationRateLimitModelGroup OrganizationRateLimitSkillsGroup "
        "OrganizationRateLimitTokenCountGroup OrganizationRateLimitValue OrganizationRateLimitWebSearchGroup "
        "OrganizationUser RBACGroup RBACGroupCreateParams RBACGroupGrantsOwnerAccessErrorDetails RBACGroupListParams "
        "RBACGroupOwnerAccessUnconfirmedErrorDetails RBACGroupUpdateParams RBACRole RBACRoleListParams RBACRoleSource "
        "RBACRoleSourceBuiltIn RBACRoleSourceCustom RateLimitListParams ServiceAccount ServiceAccountCreateParams "
        "ServiceAccountListParams ServiceAccountUpdateParams ServiceAccountWorkspaceMember SpendLimit "
        "SpendLimitOrganizationScope SpendLimitOrganizationServiceScope SpendLimitPeriod SpendLimitRBACGroupScope "
        "SpendLimitScopedAPIKeyActor SpendLimitSeatTierScope SpendLimitUsageTierScope SpendLimitUserActor "
        "SpendLimitUserScope SpendLimitWorkspaceScope SpendSummary StorageAttachedDuringArchiveErrorDetails "
        "StorageProfileMismatchErrorDetails UserListParams UserRemoveResponse UserUpdateParams Workspace "
        "WorkspaceAPIKeyLimitExceededErrorDetails WorkspaceCreateParams WorkspaceCreatedIncompleteErrorDetails "
        "WorkspaceListParams WorkspaceMember WorkspaceMemberLimitExceededErrorDetails WorkspacePolicyField "
        "WorkspacePolicyViolationErrorDetails WorkspaceRole WorkspaceUpdateParams"
    ),
)
