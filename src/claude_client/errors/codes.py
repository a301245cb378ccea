"""A class for each error code of the API, below the class of its status. Loaded when one is named or raised.

Written by `scripts/generate_errors.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from .hierarchy import (
    APIStatusError,
    BadRequestError,
    BillingError,
    ConflictError,
    NotFoundError,
    OverloadedError,
    PermissionDeniedError,
    PreconditionFailedError,
    RateLimitError,
    RequestTooLargeError,
    ServiceUnavailableError,
)

if TYPE_CHECKING:
    from ..types import (
        AlreadyMemberErrorDetails,
        APIKeyScopeMissingErrorDetails,
        ApprovalRequiredErrorDetails,
        AuthorizationCheckUnavailableErrorDetails,
        AvailableToolsLimitExceededErrorDetails,
        BundleAttachmentNotSupportedErrorDetails,
        BundleOnCallErrorDetails,
        CannotInviteEmailsWithUnverifiedDomainsErrorDetails,
        CannotRemoveLastMemberErrorDetails,
        CannotSignOutManagedMemberErrorDetails,
        CannotSignOutMembershipAdminErrorDetails,
        CannotSignOutOwnerErrorDetails,
        CannotSignOutPrimaryOwnerErrorDetails,
        CannotSignOutPrivilegedMemberErrorDetails,
        CannotSignOutSelfErrorDetails,
        ChangeOutcomeUnknownErrorDetails,
        ClaudeCodeKeyCreatorNotMemberErrorDetails,
        ClaudeCodeVersionTooOldErrorDetails,
        ClaudeTagWritesNotEnabledErrorDetails,
        CMEKContextUnavailableErrorDetails,
        CMEKFeatureUnsupportedErrorDetails,
        CMEKKeyDisabledErrorDetails,
        CMEKKeyNetworkBlockedErrorDetails,
        CMEKKeyUnreachableErrorDetails,
        CMEKNotApprovedErrorDetails,
        CompactionBlockAmbiguousErrorDetails,
        CompactionBlockMisplacedErrorDetails,
        CompactionContentMismatchErrorDetails,
        CompactionIncompleteTurnErrorDetails,
        CompactionNothingToSummarizeErrorDetails,
        CompactionSignatureInvalidErrorDetails,
        CompactionToolChangesMismatchErrorDetails,
        CompactionTooManyToolReferencesErrorDetails,
        CompactionUnavailableErrorDetails,
        ComplianceConfigurationRestrictedErrorDetails,
        ConcurrentMembershipChangeErrorDetails,
        ContractSpendLimitReachedErrorDetails,
        EmailDomainNotAllowedErrorDetails,
        EnforcedSpendLimitReachedErrorDetails,
        EnvironmentArchivedErrorDetails,
        EnvironmentCreateDisabledErrorDetails,
        EnvironmentNotFoundErrorDetails,
        EnvironmentUpdateDisabledErrorDetails,
        ExternalKeyChangedErrorDetails,
        ExternalKeyInWorkspacePolicyErrorDetails,
        ExternalKeyNotFoundErrorDetails,
        ExternalKeyProviderMismatchErrorDetails,
        ExternalKeyValidationFailedErrorDetails,
        ExternalKeyValidationTimedOutErrorDetails,
        ExternalStorageInUseErrorDetails,
        ExternalStorageInWorkspacePolicyErrorDetails,
        ExternalStorageNotAvailableErrorDetails,
        FileExpiredErrorDetails,
        FileNotDownloadableErrorDetails,
        GCPProjectControlledByAnotherOrganizationErrorDetails,
        GCPProjectNotVerifiedErrorDetails,
        GrantRequiredErrorDetails,
        HeartbeatPreconditionFailedErrorDetails,
        HumanReviewNotAvailableErrorDetails,
        HumanReviewOnWithExternalStorageErrorDetails,
        ImageDimensionsTooLargeErrorDetails,
        InvalidConfigTypeChangeErrorDetails,
        InvalidMetadataErrorDetails,
        InvalidStorageARNErrorDetails,
        InviteAlreadyExistsErrorDetails,
        KeyProfileMismatchErrorDetails,
        LinkedOrganizationBillingUnavailableErrorDetails,
        LinkedOrganizationSpendLimitReachedErrorDetails,
        OrganizationLevelScopedAPIKeyRequiredErrorDetails,
        OrganizationNotEligibleErrorDetails,
        OrganizationNotEnrolledInBetaErrorDetails,
        OrganizationOnHoldErrorDetails,
        OrganizationTypeNotSupportedErrorDetails,
        OrgAPIKeyLimitExceededErrorDetails,
        OrgMemberLimitExceededErrorDetails,
        ParentOrganizationRequiredErrorDetails,
        PluginNameTakenErrorDetails,
        ProviderNotAllowedErrorDetails,
        RampLimitExceededErrorDetails,
        RBACGroupGrantsOwnerAccessErrorDetails,
        RBACGroupManagedSettingsNotFoundErrorDetails,
        RBACGroupNotFoundErrorDetails,
        RBACGroupOrderLimitExceededErrorDetails,
        RBACGroupOwnerAccessUnconfirmedErrorDetails,
        RBACRoleNotFoundErrorDetails,
        RegionNotSupportedErrorDetails,
        RegistrationPendingErrorDetails,
        RequestBodyEncodingInvalidErrorDetails,
        RequestBodyEncodingUnsupportedErrorDetails,
        RequestBodyTimeoutErrorDetails,
        RequestBodyTooLargeAfterDecodingErrorDetails,
        SandboxEgressRestrictedErrorDetails,
        ScanFailedErrorDetails,
        ScanPendingErrorDetails,
        SettingsDocumentLimitExceededErrorDetails,
        SettingsHistoryLimitExceededErrorDetails,
        SkillNameTakenErrorDetails,
        SkillReadBlockedUndecryptableErrorDetails,
        SlackChannelSetUpEnvironmentNotFoundErrorDetails,
        SlackChannelSetUpSettingsConflictErrorDetails,
        SlackChannelSetUpSettingsRefusedErrorDetails,
        SpendLimitsAdminAPIWritesNotEnabledErrorDetails,
        StorageAlreadyRegisteredErrorDetails,
        StorageAttachedDuringArchiveErrorDetails,
        StorageAttachLimitReachedErrorDetails,
        StorageChangedConcurrentlyErrorDetails,
        StorageInUseErrorDetails,
        StorageNotApprovedErrorDetails,
        StorageNotAttachableErrorDetails,
        StorageProfileMismatchErrorDetails,
        StorageProfileStillRequiredErrorDetails,
        StorageQuotaExceededErrorDetails,
        StorageVerificationFailedErrorDetails,
        ThreadAlreadyContinuedErrorDetails,
        ThreadContinueInFlightErrorDetails,
        ThreadFingerprintMismatchErrorDetails,
        ThreadNotFoundErrorDetails,
        ThreadUnsupportedRequestErrorDetails,
        ToolNameConflictErrorDetails,
        ToolReferenceUnresolvedErrorDetails,
        TranscriptsStorageRequiredErrorDetails,
        UnsupportedCharsetErrorDetails,
        UnsupportedRegionErrorDetails,
        UserProfileBillingNotAuthorizedErrorDetails,
        UserProfileNotBillableErrorDetails,
        UserProfileNotFoundErrorDetails,
        UserProfileRequiredErrorDetails,
        WorkspaceAPIKeyLimitExceededErrorDetails,
        WorkspaceChangedConcurrentlyErrorDetails,
        WorkspaceCreatedIncompleteErrorDetails,
        WorkspaceHumanReviewDisabledErrorDetails,
        WorkspaceMemberLimitExceededErrorDetails,
        WorkspacePolicyViolationErrorDetails,
    )


class APIKeyScopeMissingError(PermissionDeniedError):
    """403 `api_key_scope_missing`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> APIKeyScopeMissingErrorDetails: ...


class AlreadyMemberError(BadRequestError):
    """400 `already_member`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> AlreadyMemberErrorDetails: ...


class ApprovalRequiredError(BadRequestError):
    """400 `approval_required`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ApprovalRequiredErrorDetails: ...


class AuthorizationCheckUnavailableError(ServiceUnavailableError):
    """503 `authorization_check_unavailable`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> AuthorizationCheckUnavailableErrorDetails: ...


class AvailableToolsLimitExceededError(BadRequestError):
    """400 `available_tools_limit_exceeded`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> AvailableToolsLimitExceededErrorDetails: ...


class BundleAttachmentNotSupportedError(BadRequestError):
    """400 `bundle_attachment_not_supported`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> BundleAttachmentNotSupportedErrorDetails: ...


class BundleOnCallError(BadRequestError):
    """400 `bundle_on_call`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> BundleOnCallErrorDetails: ...


class CMEKContextUnavailableError(ServiceUnavailableError):
    """503 `cmek_context_unavailable`. What the organization's own encryption key protects is not available for the
    moment.
    """

    if TYPE_CHECKING:

        @property
        def details(self) -> CMEKContextUnavailableErrorDetails: ...


class CMEKFeatureUnsupportedError(BadRequestError):
    """400 `cmek_feature_unsupported`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CMEKFeatureUnsupportedErrorDetails: ...


class CMEKKeyDisabledError(BadRequestError):
    """400 `cmek_key_disabled`. The organization's own encryption key is disabled."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CMEKKeyDisabledErrorDetails: ...


class CMEKKeyNetworkBlockedError(BadRequestError):
    """400 `cmek_key_network_blocked`. The organization's own encryption key may not be reached from the API's
    network.
    """

    if TYPE_CHECKING:

        @property
        def details(self) -> CMEKKeyNetworkBlockedErrorDetails: ...


class CMEKKeyUnreachableError(ServiceUnavailableError):
    """503 `cmek_key_unreachable`. The organization's own encryption key cannot be reached for the moment."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CMEKKeyUnreachableErrorDetails: ...


class CMEKNotApprovedError(BadRequestError):
    """400 `cmek_not_approved`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CMEKNotApprovedErrorDetails: ...


class CannotInviteEmailsWithUnverifiedDomainsError(BadRequestError):
    """400 `cannot_invite_emails_with_unverified_domains`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CannotInviteEmailsWithUnverifiedDomainsErrorDetails: ...


class CannotRemoveLastMemberError(BadRequestError):
    """400 `cannot_remove_last_member`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CannotRemoveLastMemberErrorDetails: ...


class CannotSignOutManagedMemberError(PermissionDeniedError):
    """403 `cannot_sign_out_managed_member`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CannotSignOutManagedMemberErrorDetails: ...


class CannotSignOutMembershipAdminError(PermissionDeniedError):
    """403 `cannot_sign_out_membership_admin`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CannotSignOutMembershipAdminErrorDetails: ...


class CannotSignOutOwnerError(PermissionDeniedError):
    """403 `cannot_sign_out_owner`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CannotSignOutOwnerErrorDetails: ...


class CannotSignOutPrimaryOwnerError(BadRequestError):
    """400 `cannot_sign_out_primary_owner`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CannotSignOutPrimaryOwnerErrorDetails: ...


class CannotSignOutPrivilegedMemberError(PermissionDeniedError):
    """403 `cannot_sign_out_privileged_member`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CannotSignOutPrivilegedMemberErrorDetails: ...


class CannotSignOutSelfError(BadRequestError):
    """400 `cannot_sign_out_self`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CannotSignOutSelfErrorDetails: ...


class ChangeOutcomeUnknownError(ServiceUnavailableError):
    """503 `change_outcome_unknown`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ChangeOutcomeUnknownErrorDetails: ...


class ClaudeCodeKeyCreatorNotMemberError(BadRequestError):
    """400 `claude_code_key_creator_not_member`. The creator of the Claude Code key is no longer a member of the
    organization.
    """

    if TYPE_CHECKING:

        @property
        def details(self) -> ClaudeCodeKeyCreatorNotMemberErrorDetails: ...


class ClaudeCodeVersionTooOldError(BadRequestError):
    """400 `claude_code_version_too_old`. The version of Claude Code that makes the request is no longer served."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ClaudeCodeVersionTooOldErrorDetails: ...


class ClaudeTagWritesNotEnabledError(PermissionDeniedError):
    """403 `claude_tag_writes_not_enabled`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ClaudeTagWritesNotEnabledErrorDetails: ...


class CompactionBlockAmbiguousError(BadRequestError):
    """400 `compaction_block_ambiguous`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CompactionBlockAmbiguousErrorDetails: ...


class CompactionBlockMisplacedError(BadRequestError):
    """400 `compaction_block_misplaced`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CompactionBlockMisplacedErrorDetails: ...


class CompactionContentMismatchError(BadRequestError):
    """400 `compaction_content_mismatch`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CompactionContentMismatchErrorDetails: ...


class CompactionIncompleteTurnError(BadRequestError):
    """400 `compaction_incomplete_turn`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CompactionIncompleteTurnErrorDetails: ...


class CompactionNothingToSummarizeError(BadRequestError):
    """400 `compaction_nothing_to_summarize`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CompactionNothingToSummarizeErrorDetails: ...


class CompactionSignatureInvalidError(BadRequestError):
    """400 `compaction_signature_invalid`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CompactionSignatureInvalidErrorDetails: ...


class CompactionTooManyToolReferencesError(BadRequestError):
    """400 `compaction_too_many_tool_references`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CompactionTooManyToolReferencesErrorDetails: ...


class CompactionToolChangesMismatchError(BadRequestError):
    """400 `compaction_tool_changes_mismatch`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CompactionToolChangesMismatchErrorDetails: ...


class CompactionUnavailableError(OverloadedError):
    """529 `compaction_unavailable`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> CompactionUnavailableErrorDetails: ...


class ComplianceConfigurationRestrictedError(PermissionDeniedError):
    """403 `compliance_configuration_restricted`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ComplianceConfigurationRestrictedErrorDetails: ...


class ConcurrentMembershipChangeError(ConflictError):
    """409 `concurrent_membership_change`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ConcurrentMembershipChangeErrorDetails: ...


class ContractSpendLimitReachedError(RateLimitError):
    """429 `contract_spend_limit_reached`. The spend that the contract allows is used up. Waiting a few seconds does
    not help.
    """

    if TYPE_CHECKING:

        @property
        def details(self) -> ContractSpendLimitReachedErrorDetails: ...


class EmailDomainNotAllowedError(BadRequestError):
    """400 `email_domain_not_allowed`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> EmailDomainNotAllowedErrorDetails: ...


class EnforcedSpendLimitReachedError(RateLimitError):
    """429 `enforced_spend_limit_reached`. The spend limit that was set for the organization or workspace is reached.
    Never retried.
    """

    if TYPE_CHECKING:

        @property
        def details(self) -> EnforcedSpendLimitReachedErrorDetails: ...


class EnvironmentArchivedError(BadRequestError):
    """400 `environment_archived`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> EnvironmentArchivedErrorDetails: ...


class EnvironmentCreateDisabledError(PermissionDeniedError):
    """403 `environment_create_disabled`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> EnvironmentCreateDisabledErrorDetails: ...


class EnvironmentNotFoundError(NotFoundError):
    """404 `environment_not_found`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> EnvironmentNotFoundErrorDetails: ...


class EnvironmentUpdateDisabledError(PermissionDeniedError):
    """403 `environment_update_disabled`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> EnvironmentUpdateDisabledErrorDetails: ...


class ExternalKeyChangedError(ConflictError):
    """409 `external_key_changed`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ExternalKeyChangedErrorDetails: ...


class ExternalKeyInWorkspacePolicyError(BadRequestError):
    """400 `external_key_in_workspace_policy`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ExternalKeyInWorkspacePolicyErrorDetails: ...


class ExternalKeyNotFoundError(BadRequestError):
    """400 `external_key_not_found`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ExternalKeyNotFoundErrorDetails: ...


class ExternalKeyProviderMismatchError(BadRequestError):
    """400 `external_key_provider_mismatch`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ExternalKeyProviderMismatchErrorDetails: ...


class ExternalKeyValidationFailedError(BadRequestError):
    """400 `external_key_validation_failed`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ExternalKeyValidationFailedErrorDetails: ...


class ExternalKeyValidationTimedOutError(BadRequestError):
    """400 `external_key_validation_timed_out`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ExternalKeyValidationTimedOutErrorDetails: ...


class ExternalStorageInUseError(BadRequestError):
    """400 `external_storage_in_use`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ExternalStorageInUseErrorDetails: ...


class ExternalStorageInWorkspacePolicyError(BadRequestError):
    """400 `external_storage_in_workspace_policy`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ExternalStorageInWorkspacePolicyErrorDetails: ...


class ExternalStorageNotAvailableError(BadRequestError):
    """400 `external_storage_not_available`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ExternalStorageNotAvailableErrorDetails: ...


class FileExpiredError(NotFoundError):
    """404 `file_expired`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> FileExpiredErrorDetails: ...


class FileNotDownloadableError(BadRequestError):
    """400 `file_not_downloadable`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> FileNotDownloadableErrorDetails: ...


class GCPProjectControlledByAnotherOrganizationError(ConflictError):
    """409 `gcp_project_controlled_by_another_organization`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> GCPProjectControlledByAnotherOrganizationErrorDetails: ...


class GCPProjectNotVerifiedError(BadRequestError):
    """400 `gcp_project_not_verified`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> GCPProjectNotVerifiedErrorDetails: ...


class GrantRequiredError(BadRequestError):
    """400 `grant_required`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> GrantRequiredErrorDetails: ...


class HeartbeatPreconditionFailedError(PreconditionFailedError):
    """412 `heartbeat_precondition_failed`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> HeartbeatPreconditionFailedErrorDetails: ...


class HumanReviewNotAvailableError(BadRequestError):
    """400 `human_review_not_available`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> HumanReviewNotAvailableErrorDetails: ...


class HumanReviewOnWithExternalStorageError(BadRequestError):
    """400 `human_review_on_with_external_storage`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> HumanReviewOnWithExternalStorageErrorDetails: ...


class ImageDimensionsTooLargeError(BadRequestError):
    """400 `image_dimensions_too_large`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ImageDimensionsTooLargeErrorDetails: ...


class InvalidConfigTypeChangeError(BadRequestError):
    """400 `invalid_config_type_change`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> InvalidConfigTypeChangeErrorDetails: ...


class InvalidMetadataError(BadRequestError):
    """400 `invalid_metadata`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> InvalidMetadataErrorDetails: ...


class InvalidStorageARNError(BadRequestError):
    """400 `invalid_storage_arn`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> InvalidStorageARNErrorDetails: ...


class InviteAlreadyExistsError(BadRequestError):
    """400 `invite_already_exists`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> InviteAlreadyExistsErrorDetails: ...


class KeyProfileMismatchError(BadRequestError):
    """400 `key_profile_mismatch`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> KeyProfileMismatchErrorDetails: ...


class LinkedOrganizationBillingUnavailableError(BillingError):
    """402 `linked_organization_billing_unavailable`. The linked organization cannot be billed."""

    if TYPE_CHECKING:

        @property
        def details(self) -> LinkedOrganizationBillingUnavailableErrorDetails: ...


class LinkedOrganizationSpendLimitReachedError(BillingError):
    """402 `linked_organization_spend_limit_reached`. The linked organization has reached its spend limit."""

    if TYPE_CHECKING:

        @property
        def details(self) -> LinkedOrganizationSpendLimitReachedErrorDetails: ...


class OrgAPIKeyLimitExceededError(BadRequestError):
    """400 `org_api_key_limit_exceeded`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> OrgAPIKeyLimitExceededErrorDetails: ...


class OrgMemberLimitExceededError(BadRequestError):
    """400 `org_member_limit_exceeded`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> OrgMemberLimitExceededErrorDetails: ...


class OrganizationLevelScopedAPIKeyRequiredError(PermissionDeniedError):
    """403 `organization_level_scoped_api_key_required`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> OrganizationLevelScopedAPIKeyRequiredErrorDetails: ...


class OrganizationNotEligibleError(BadRequestError):
    """400 `organization_not_eligible`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> OrganizationNotEligibleErrorDetails: ...


class OrganizationNotEnrolledInBetaError(BadRequestError):
    """400 `organization_not_enrolled_in_beta`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> OrganizationNotEnrolledInBetaErrorDetails: ...


class OrganizationOnHoldError(BadRequestError):
    """400 `organization_on_hold`. The organization is on hold."""

    if TYPE_CHECKING:

        @property
        def details(self) -> OrganizationOnHoldErrorDetails: ...


class OrganizationTypeNotSupportedError(BadRequestError):
    """400 `organization_type_not_supported`. Organizations of this type cannot use the endpoint."""

    if TYPE_CHECKING:

        @property
        def details(self) -> OrganizationTypeNotSupportedErrorDetails: ...


class ParentOrganizationRequiredError(BadRequestError):
    """400 `parent_organization_required`. The endpoint is for the parent organization only."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ParentOrganizationRequiredErrorDetails: ...


class PluginNameTakenError(ConflictError):
    """409 `plugin_name_taken`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> PluginNameTakenErrorDetails: ...


class ProviderNotAllowedError(BadRequestError):
    """400 `provider_not_allowed`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ProviderNotAllowedErrorDetails: ...


class RBACGroupGrantsOwnerAccessError(BadRequestError):
    """400 `rbac_group_grants_owner_access`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> RBACGroupGrantsOwnerAccessErrorDetails: ...


class RBACGroupManagedSettingsNotFoundError(NotFoundError):
    """404 `rbac_group_managed_settings_not_found`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> RBACGroupManagedSettingsNotFoundErrorDetails: ...


class RBACGroupNotFoundError(NotFoundError):
    """404 `rbac_group_not_found`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> RBACGroupNotFoundErrorDetails: ...


class RBACGroupOrderLimitExceededError(BadRequestError):
    """400 `rbac_group_order_limit_exceeded`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> RBACGroupOrderLimitExceededErrorDetails: ...


class RBACGroupOwnerAccessUnconfirmedError(BadRequestError):
    """400 `rbac_group_owner_access_unconfirmed`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> RBACGroupOwnerAccessUnconfirmedErrorDetails: ...


class RBACRoleNotFoundError(NotFoundError):
    """404 `rbac_role_not_found`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> RBACRoleNotFoundErrorDetails: ...


class RampLimitExceededError(RateLimitError):
    """429 `ramp_limit_exceeded`. Usage grows faster than the API allows; `retry_after` tells how long to wait."""

    if TYPE_CHECKING:

        @property
        def details(self) -> RampLimitExceededErrorDetails: ...


class RegionNotSupportedError(BadRequestError):
    """400 `region_not_supported`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> RegionNotSupportedErrorDetails: ...


class RegistrationPendingError(ServiceUnavailableError):
    """503 `registration_pending`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> RegistrationPendingErrorDetails: ...


class RequestBodyEncodingInvalidError(BadRequestError):
    """400 `request_body_encoding_invalid`. The body is not encoded as its `content-encoding` says."""

    if TYPE_CHECKING:

        @property
        def details(self) -> RequestBodyEncodingInvalidErrorDetails: ...


class RequestBodyEncodingUnsupportedError(BadRequestError):
    """400 `request_body_encoding_unsupported`. The body's `content-encoding` is not one that the API takes."""

    if TYPE_CHECKING:

        @property
        def details(self) -> RequestBodyEncodingUnsupportedErrorDetails: ...


class RequestBodyTimeoutError(BadRequestError):
    """400 `request_body_timeout`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> RequestBodyTimeoutErrorDetails: ...


class RequestBodyTooLargeAfterDecodingError(RequestTooLargeError):
    """413 `request_body_too_large_after_decoding`. The body is too large once it is decompressed."""

    if TYPE_CHECKING:

        @property
        def details(self) -> RequestBodyTooLargeAfterDecodingErrorDetails: ...


class SandboxEgressRestrictedError(PermissionDeniedError):
    """403 `sandbox_egress_restricted`. The API's code sandbox may not reach this address."""

    if TYPE_CHECKING:

        @property
        def details(self) -> SandboxEgressRestrictedErrorDetails: ...


class ScanFailedError(BadRequestError):
    """400 `scan_failed`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ScanFailedErrorDetails: ...


class ScanPendingError(ConflictError):
    """409 `scan_pending`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ScanPendingErrorDetails: ...


class SettingsDocumentLimitExceededError(BadRequestError):
    """400 `settings_document_limit_exceeded`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> SettingsDocumentLimitExceededErrorDetails: ...


class SettingsHistoryLimitExceededError(BadRequestError):
    """400 `settings_history_limit_exceeded`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> SettingsHistoryLimitExceededErrorDetails: ...


class SkillNameTakenError(ConflictError):
    """409 `skill_name_taken`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> SkillNameTakenErrorDetails: ...


class SkillReadBlockedUndecryptableError(ConflictError):
    """409 `skill_read_blocked_undecryptable`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> SkillReadBlockedUndecryptableErrorDetails: ...


class SlackChannelSetUpEnvironmentNotFoundError(NotFoundError):
    """404 `slack_channel_set_up_environment_not_found`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> SlackChannelSetUpEnvironmentNotFoundErrorDetails: ...


class SlackChannelSetUpSettingsConflictError(ConflictError):
    """409 `slack_channel_set_up_settings_conflict`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> SlackChannelSetUpSettingsConflictErrorDetails: ...


class SlackChannelSetUpSettingsRefusedError(BadRequestError):
    """400 `slack_channel_set_up_settings_refused`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> SlackChannelSetUpSettingsRefusedErrorDetails: ...


class SpendLimitsAdminAPIWritesNotEnabledError(PermissionDeniedError):
    """403 `spend_limits_admin_api_writes_not_enabled`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> SpendLimitsAdminAPIWritesNotEnabledErrorDetails: ...


class StorageAlreadyRegisteredError(ConflictError):
    """409 `storage_already_registered`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> StorageAlreadyRegisteredErrorDetails: ...


class StorageAttachLimitReachedError(BadRequestError):
    """400 `storage_attach_limit_reached`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> StorageAttachLimitReachedErrorDetails: ...


class StorageAttachedDuringArchiveError(ConflictError):
    """409 `storage_attached_during_archive`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> StorageAttachedDuringArchiveErrorDetails: ...


class StorageChangedConcurrentlyError(ConflictError):
    """409 `storage_changed_concurrently`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> StorageChangedConcurrentlyErrorDetails: ...


class StorageInUseError(ConflictError):
    """409 `storage_in_use`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> StorageInUseErrorDetails: ...


class StorageNotApprovedError(BadRequestError):
    """400 `storage_not_approved`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> StorageNotApprovedErrorDetails: ...


class StorageNotAttachableError(BadRequestError):
    """400 `storage_not_attachable`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> StorageNotAttachableErrorDetails: ...


class StorageProfileMismatchError(BadRequestError):
    """400 `storage_profile_mismatch`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> StorageProfileMismatchErrorDetails: ...


class StorageProfileStillRequiredError(BadRequestError):
    """400 `storage_profile_still_required`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> StorageProfileStillRequiredErrorDetails: ...


class StorageQuotaExceededError(BadRequestError):
    """400 `storage_quota_exceeded`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> StorageQuotaExceededErrorDetails: ...


class StorageVerificationFailedError(BadRequestError):
    """400 `storage_verification_failed`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> StorageVerificationFailedErrorDetails: ...


class ThreadAlreadyContinuedError(BadRequestError):
    """400 `thread_already_continued`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ThreadAlreadyContinuedErrorDetails: ...


class ThreadContinueInFlightError(BadRequestError):
    """400 `thread_continue_in_flight`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ThreadContinueInFlightErrorDetails: ...


class ThreadFingerprintMismatchError(BadRequestError):
    """400 `thread_fingerprint_mismatch`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ThreadFingerprintMismatchErrorDetails: ...


class ThreadNotFoundError(NotFoundError):
    """404 `thread_not_found`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ThreadNotFoundErrorDetails: ...


class ThreadUnsupportedRequestError(BadRequestError):
    """400 `thread_unsupported_request`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ThreadUnsupportedRequestErrorDetails: ...


class ToolNameConflictError(BadRequestError):
    """400 `tool_name_conflict`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ToolNameConflictErrorDetails: ...


class ToolReferenceUnresolvedError(BadRequestError):
    """400 `tool_reference_unresolved`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> ToolReferenceUnresolvedErrorDetails: ...


class TranscriptsStorageRequiredError(BadRequestError):
    """400 `transcripts_storage_required`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> TranscriptsStorageRequiredErrorDetails: ...


class UnsupportedCharsetError(BadRequestError):
    """400 `unsupported_charset`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> UnsupportedCharsetErrorDetails: ...


class UnsupportedRegionError(BadRequestError):
    """400 `unsupported_region`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> UnsupportedRegionErrorDetails: ...


class UserProfileBillingNotAuthorizedError(PermissionDeniedError):
    """403 `user_profile_billing_not_authorized`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> UserProfileBillingNotAuthorizedErrorDetails: ...


class UserProfileNotBillableError(PermissionDeniedError):
    """403 `user_profile_not_billable`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> UserProfileNotBillableErrorDetails: ...


class UserProfileNotFoundError(BadRequestError):
    """400 `user_profile_not_found`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> UserProfileNotFoundErrorDetails: ...


class UserProfileRequiredError(BadRequestError):
    """400 `user_profile_required`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> UserProfileRequiredErrorDetails: ...


class WorkspaceAPIKeyLimitExceededError(BadRequestError):
    """400 `workspace_api_key_limit_exceeded`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> WorkspaceAPIKeyLimitExceededErrorDetails: ...


class WorkspaceChangedConcurrentlyError(ConflictError):
    """409 `workspace_changed_concurrently`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> WorkspaceChangedConcurrentlyErrorDetails: ...


class WorkspaceCreatedIncompleteError(ServiceUnavailableError):
    """503 `workspace_created_incomplete`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> WorkspaceCreatedIncompleteErrorDetails: ...


class WorkspaceHumanReviewDisabledError(BadRequestError):
    """400 `workspace_human_review_disabled`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> WorkspaceHumanReviewDisabledErrorDetails: ...


class WorkspaceMemberLimitExceededError(BadRequestError):
    """400 `workspace_member_limit_exceeded`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> WorkspaceMemberLimitExceededErrorDetails: ...


class WorkspacePolicyViolationError(BadRequestError):
    """400 `workspace_policy_violation`."""

    if TYPE_CHECKING:

        @property
        def details(self) -> WorkspacePolicyViolationErrorDetails: ...


BY_CODE: Final[Mapping[str, type[APIStatusError]]] = {
    "api_key_scope_missing": APIKeyScopeMissingError,
    "already_member": AlreadyMemberError,
    "approval_required": ApprovalRequiredError,
    "authorization_check_unavailable": AuthorizationCheckUnavailableError,
    "available_tools_limit_exceeded": AvailableToolsLimitExceededError,
    "bundle_attachment_not_supported": BundleAttachmentNotSupportedError,
    "bundle_on_call": BundleOnCallError,
    "cmek_context_unavailable": CMEKContextUnavailableError,
    "cmek_feature_unsupported": CMEKFeatureUnsupportedError,
    "cmek_key_disabled": CMEKKeyDisabledError,
    "cmek_key_network_blocked": CMEKKeyNetworkBlockedError,
    "cmek_key_unreachable": CMEKKeyUnreachableError,
    "cmek_not_approved": CMEKNotApprovedError,
    "cannot_invite_emails_with_unverified_domains": CannotInviteEmailsWithUnverifiedDomainsError,
    "cannot_remove_last_member": CannotRemoveLastMemberError,
    "cannot_sign_out_managed_member": CannotSignOutManagedMemberError,
    "cannot_sign_out_membership_admin": CannotSignOutMembershipAdminError,
    "cannot_sign_out_owner": CannotSignOutOwnerError,
    "cannot_sign_out_primary_owner": CannotSignOutPrimaryOwnerError,
    "cannot_sign_out_privileged_member": CannotSignOutPrivilegedMemberError,
    "cannot_sign_out_self": CannotSignOutSelfError,
    "change_outcome_unknown": ChangeOutcomeUnknownError,
    "claude_code_key_creator_not_member": ClaudeCodeKeyCreatorNotMemberError,
    "claude_code_version_too_old": ClaudeCodeVersionTooOldError,
    "claude_tag_writes_not_enabled": ClaudeTagWritesNotEnabledError,
    "compaction_block_ambiguous": CompactionBlockAmbiguousError,
    "compaction_block_misplaced": CompactionBlockMisplacedError,
    "compaction_content_mismatch": CompactionContentMismatchError,
    "compaction_incomplete_turn": CompactionIncompleteTurnError,
    "compaction_nothing_to_summarize": CompactionNothingToSummarizeError,
    "compaction_signature_invalid": CompactionSignatureInvalidError,
    "compaction_too_many_tool_references": CompactionTooManyToolReferencesError,
    "compaction_tool_changes_mismatch": CompactionToolChangesMismatchError,
    "compaction_unavailable": CompactionUnavailableError,
    "compliance_configuration_restricted": ComplianceConfigurationRestrictedError,
    "concurrent_membership_change": ConcurrentMembershipChangeError,
    "contract_spend_limit_reached": ContractSpendLimitReachedError,
    "email_domain_not_allowed": EmailDomainNotAllowedError,
    "enforced_spend_limit_reached": EnforcedSpendLimitReachedError,
    "environment_archived": EnvironmentArchivedError,
    "environment_create_disabled": EnvironmentCreateDisabledError,
    "environment_not_found": EnvironmentNotFoundError,
    "environment_update_disabled": EnvironmentUpdateDisabledError,
    "external_key_changed": ExternalKeyChangedError,
    "external_key_in_workspace_policy": ExternalKeyInWorkspacePolicyError,
    "external_key_not_found": ExternalKeyNotFoundError,
    "external_key_provider_mismatch": ExternalKeyProviderMismatchError,
    "external_key_validation_failed": ExternalKeyValidationFailedError,
    "external_key_validation_timed_out": ExternalKeyValidationTimedOutError,
    "external_storage_in_use": ExternalStorageInUseError,
    "external_storage_in_workspace_policy": ExternalStorageInWorkspacePolicyError,
    "external_storage_not_available": ExternalStorageNotAvailableError,
    "file_expired": FileExpiredError,
    "file_not_downloadable": FileNotDownloadableError,
    "gcp_project_controlled_by_another_organization": GCPProjectControlledByAnotherOrganizationError,
    "gcp_project_not_verified": GCPProjectNotVerifiedError,
    "grant_required": GrantRequiredError,
    "heartbeat_precondition_failed": HeartbeatPreconditionFailedError,
    "human_review_not_available": HumanReviewNotAvailableError,
    "human_review_on_with_external_storage": HumanReviewOnWithExternalStorageError,
    "image_dimensions_too_large": ImageDimensionsTooLargeError,
    "invalid_config_type_change": InvalidConfigTypeChangeError,
    "invalid_metadata": InvalidMetadataError,
    "invalid_storage_arn": InvalidStorageARNError,
    "invite_already_exists": InviteAlreadyExistsError,
    "key_profile_mismatch": KeyProfileMismatchError,
    "linked_organization_billing_unavailable": LinkedOrganizationBillingUnavailableError,
    "linked_organization_spend_limit_reached": LinkedOrganizationSpendLimitReachedError,
    "org_api_key_limit_exceeded": OrgAPIKeyLimitExceededError,
    "org_member_limit_exceeded": OrgMemberLimitExceededError,
    "organization_level_scoped_api_key_required": OrganizationLevelScopedAPIKeyRequiredError,
    "organization_not_eligible": OrganizationNotEligibleError,
    "organization_not_enrolled_in_beta": OrganizationNotEnrolledInBetaError,
    "organization_on_hold": OrganizationOnHoldError,
    "organization_type_not_supported": OrganizationTypeNotSupportedError,
    "parent_organization_required": ParentOrganizationRequiredError,
    "plugin_name_taken": PluginNameTakenError,
    "provider_not_allowed": ProviderNotAllowedError,
    "rbac_group_grants_owner_access": RBACGroupGrantsOwnerAccessError,
    "rbac_group_managed_settings_not_found": RBACGroupManagedSettingsNotFoundError,
    "rbac_group_not_found": RBACGroupNotFoundError,
    "rbac_group_order_limit_exceeded": RBACGroupOrderLimitExceededError,
    "rbac_group_owner_access_unconfirmed": RBACGroupOwnerAccessUnconfirmedError,
    "rbac_role_not_found": RBACRoleNotFoundError,
    "ramp_limit_exceeded": RampLimitExceededError,
    "region_not_supported": RegionNotSupportedError,
    "registration_pending": RegistrationPendingError,
    "request_body_encoding_invalid": RequestBodyEncodingInvalidError,
    "request_body_encoding_unsupported": RequestBodyEncodingUnsupportedError,
    "request_body_timeout": RequestBodyTimeoutError,
    "request_body_too_large_after_decoding": RequestBodyTooLargeAfterDecodingError,
    "sandbox_egress_restricted": SandboxEgressRestrictedError,
    "scan_failed": ScanFailedError,
    "scan_pending": ScanPendingError,
    "settings_document_limit_exceeded": SettingsDocumentLimitExceededError,
    "settings_history_limit_exceeded": SettingsHistoryLimitExceededError,
    "skill_name_taken": SkillNameTakenError,
    "skill_read_blocked_undecryptable": SkillReadBlockedUndecryptableError,
    "slack_channel_set_up_environment_not_found": SlackChannelSetUpEnvironmentNotFoundError,
    "slack_channel_set_up_settings_conflict": SlackChannelSetUpSettingsConflictError,
    "slack_channel_set_up_settings_refused": SlackChannelSetUpSettingsRefusedError,
    "spend_limits_admin_api_writes_not_enabled": SpendLimitsAdminAPIWritesNotEnabledError,
    "storage_already_registered": StorageAlreadyRegisteredError,
    "storage_attach_limit_reached": StorageAttachLimitReachedError,
    "storage_attached_during_archive": StorageAttachedDuringArchiveError,
    "storage_changed_concurrently": StorageChangedConcurrentlyError,
    "storage_in_use": StorageInUseError,
    "storage_not_approved": StorageNotApprovedError,
    "storage_not_attachable": StorageNotAttachableError,
    "storage_profile_mismatch": StorageProfileMismatchError,
    "storage_profile_still_required": StorageProfileStillRequiredError,
    "storage_quota_exceeded": StorageQuotaExceededError,
    "storage_verification_failed": StorageVerificationFailedError,
    "thread_already_continued": ThreadAlreadyContinuedError,
    "thread_continue_in_flight": ThreadContinueInFlightError,
    "thread_fingerprint_mismatch": ThreadFingerprintMismatchError,
    "thread_not_found": ThreadNotFoundError,
    "thread_unsupported_request": ThreadUnsupportedRequestError,
    "tool_name_conflict": ToolNameConflictError,
    "tool_reference_unresolved": ToolReferenceUnresolvedError,
    "transcripts_storage_required": TranscriptsStorageRequiredError,
    "unsupported_charset": UnsupportedCharsetError,
    "unsupported_region": UnsupportedRegionError,
    "user_profile_billing_not_authorized": UserProfileBillingNotAuthorizedError,
    "user_profile_not_billable": UserProfileNotBillableError,
    "user_profile_not_found": UserProfileNotFoundError,
    "user_profile_required": UserProfileRequiredError,
    "workspace_api_key_limit_exceeded": WorkspaceAPIKeyLimitExceededError,
    "workspace_changed_concurrently": WorkspaceChangedConcurrentlyError,
    "workspace_created_incomplete": WorkspaceCreatedIncompleteError,
    "workspace_human_review_disabled": WorkspaceHumanReviewDisabledError,
    "workspace_member_limit_exceeded": WorkspaceMemberLimitExceededError,
    "workspace_policy_violation": WorkspacePolicyViolationError,
}
"""The class of each code."""


__all__ = [
    "APIKeyScopeMissingError",
    "AlreadyMemberError",
    "ApprovalRequiredError",
    "AuthorizationCheckUnavailableError",
    "AvailableToolsLimitExceededError",
    "BundleAttachmentNotSupportedError",
    "BundleOnCallError",
    "CMEKContextUnavailableError",
    "CMEKFeatureUnsupportedError",
    "CMEKKeyDisabledError",
    "CMEKKeyNetworkBlockedError",
    "CMEKKeyUnreachableError",
    "CMEKNotApprovedError",
    "CannotInviteEmailsWithUnverifiedDomainsError",
    "CannotRemoveLastMemberError",
    "CannotSignOutManagedMemberError",
    "CannotSignOutMembershipAdminError",
    "CannotSignOutOwnerError",
    "CannotSignOutPrimaryOwnerError",
    "CannotSignOutPrivilegedMemberError",
    "CannotSignOutSelfError",
    "ChangeOutcomeUnknownError",
    "ClaudeCodeKeyCreatorNotMemberError",
    "ClaudeCodeVersionTooOldError",
    "ClaudeTagWritesNotEnabledError",
    "CompactionBlockAmbiguousError",
    "CompactionBlockMisplacedError",
    "CompactionContentMismatchError",
    "CompactionIncompleteTurnError",
    "CompactionNothingToSummarizeError",
    "CompactionSignatureInvalidError",
    "CompactionTooManyToolReferencesError",
    "CompactionToolChangesMismatchError",
    "CompactionUnavailableError",
    "ComplianceConfigurationRestrictedError",
    "ConcurrentMembershipChangeError",
    "ContractSpendLimitReachedError",
    "EmailDomainNotAllowedError",
    "EnforcedSpendLimitReachedError",
    "EnvironmentArchivedError",
    "EnvironmentCreateDisabledError",
    "EnvironmentNotFoundError",
    "EnvironmentUpdateDisabledError",
    "ExternalKeyChangedError",
    "ExternalKeyInWorkspacePolicyError",
    "ExternalKeyNotFoundError",
    "ExternalKeyProviderMismatchError",
    "ExternalKeyValidationFailedError",
    "ExternalKeyValidationTimedOutError",
    "ExternalStorageInUseError",
    "ExternalStorageInWorkspacePolicyError",
    "ExternalStorageNotAvailableError",
    "FileExpiredError",
    "FileNotDownloadableError",
    "GCPProjectControlledByAnotherOrganizationError",
    "GCPProjectNotVerifiedError",
    "GrantRequiredError",
    "HeartbeatPreconditionFailedError",
    "HumanReviewNotAvailableError",
    "HumanReviewOnWithExternalStorageError",
    "ImageDimensionsTooLargeError",
    "InvalidConfigTypeChangeError",
    "InvalidMetadataError",
    "InvalidStorageARNError",
    "InviteAlreadyExistsError",
    "KeyProfileMismatchError",
    "LinkedOrganizationBillingUnavailableError",
    "LinkedOrganizationSpendLimitReachedError",
    "OrgAPIKeyLimitExceededError",
    "OrgMemberLimitExceededError",
    "OrganizationLevelScopedAPIKeyRequiredError",
    "OrganizationNotEligibleError",
    "OrganizationNotEnrolledInBetaError",
    "OrganizationOnHoldError",
    "OrganizationTypeNotSupportedError",
    "ParentOrganizationRequiredError",
    "PluginNameTakenError",
    "ProviderNotAllowedError",
    "RBACGroupGrantsOwnerAccessError",
    "RBACGroupManagedSettingsNotFoundError",
    "RBACGroupNotFoundError",
    "RBACGroupOrderLimitExceededError",
    "RBACGroupOwnerAccessUnconfirmedError",
    "RBACRoleNotFoundError",
    "RampLimitExceededError",
    "RegionNotSupportedError",
    "RegistrationPendingError",
    "RequestBodyEncodingInvalidError",
    "RequestBodyEncodingUnsupportedError",
    "RequestBodyTimeoutError",
    "RequestBodyTooLargeAfterDecodingError",
    "SandboxEgressRestrictedError",
    "ScanFailedError",
    "ScanPendingError",
    "SettingsDocumentLimitExceededError",
    "SettingsHistoryLimitExceededError",
    "SkillNameTakenError",
    "SkillReadBlockedUndecryptableError",
    "SlackChannelSetUpEnvironmentNotFoundError",
    "SlackChannelSetUpSettingsConflictError",
    "SlackChannelSetUpSettingsRefusedError",
    "SpendLimitsAdminAPIWritesNotEnabledError",
    "StorageAlreadyRegisteredError",
    "StorageAttachLimitReachedError",
    "StorageAttachedDuringArchiveError",
    "StorageChangedConcurrentlyError",
    "StorageInUseError",
    "StorageNotApprovedError",
    "StorageNotAttachableError",
    "StorageProfileMismatchError",
    "StorageProfileStillRequiredError",
    "StorageQuotaExceededError",
    "StorageVerificationFailedError",
    "ThreadAlreadyContinuedError",
    "ThreadContinueInFlightError",
    "ThreadFingerprintMismatchError",
    "ThreadNotFoundError",
    "ThreadUnsupportedRequestError",
    "ToolNameConflictError",
    "ToolReferenceUnresolvedError",
    "TranscriptsStorageRequiredError",
    "UnsupportedCharsetError",
    "UnsupportedRegionError",
    "UserProfileBillingNotAuthorizedError",
    "UserProfileNotBillableError",
    "UserProfileNotFoundError",
    "UserProfileRequiredError",
    "WorkspaceAPIKeyLimitExceededError",
    "WorkspaceChangedConcurrentlyError",
    "WorkspaceCreatedIncompleteError",
    "WorkspaceHumanReviewDisabledError",
    "WorkspaceMemberLimitExceededError",
    "WorkspacePolicyViolationError",
]


for _each in BY_CODE.values():
    _each.__module__ = __package__ or __name__  # where they are looked for
