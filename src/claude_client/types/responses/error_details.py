"""What the API returns: error details.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._details import AnyErrorDetails
from .._model import Model, Tagged


class APIKeyScopeMissingErrorDetails(AnyErrorDetails):
    """More about the error `api_key_scope_missing`. Beta."""

    error_code: Literal["api_key_scope_missing"]


class AlreadyMemberErrorDetails(AnyErrorDetails):
    """More about the error `already_member`."""

    error_code: Literal["already_member"]


class ApprovalRequiredErrorDetails(AnyErrorDetails):
    """More about the error `approval_required`. Beta."""

    error_code: Literal["approval_required"]
    field: str


class AuthorizationCheckUnavailableErrorDetails(AnyErrorDetails):
    """More about the error `authorization_check_unavailable`. Beta."""

    error_code: Literal["authorization_check_unavailable"]


class AvailableToolsLimitExceededErrorDetails(AnyErrorDetails):
    """More about the error `available_tools_limit_exceeded`."""

    error_code: Literal["available_tools_limit_exceeded"]


class BundleAttachmentNotSupportedErrorDetails(AnyErrorDetails):
    """More about the error `bundle_attachment_not_supported`. Beta."""

    error_code: Literal["bundle_attachment_not_supported"]


class BundleOnCallErrorDetails(AnyErrorDetails):
    """More about the error `bundle_on_call`. Beta."""

    error_code: Literal["bundle_on_call"]


class CMEKContextUnavailableErrorDetails(AnyErrorDetails):
    """More about the error `cmek_context_unavailable`."""

    error_code: Literal["cmek_context_unavailable"]


class CMEKFeatureUnsupportedErrorDetails(AnyErrorDetails):
    """More about the error `cmek_feature_unsupported`. Beta."""

    error_code: Literal["cmek_feature_unsupported"]


class CMEKKeyDisabledErrorDetails(AnyErrorDetails):
    """More about the error `cmek_key_disabled`."""

    error_code: Literal["cmek_key_disabled"]


class CMEKKeyNetworkBlockedErrorDetails(AnyErrorDetails):
    """More about the error `cmek_key_network_blocked`."""

    error_code: Literal["cmek_key_network_blocked"]


class CMEKKeyUnreachableErrorDetails(AnyErrorDetails):
    """More about the error `cmek_key_unreachable`."""

    error_code: Literal["cmek_key_unreachable"]


class CMEKNotApprovedErrorDetails(AnyErrorDetails):
    """More about the error `cmek_not_approved`. Beta."""

    error_code: Literal["cmek_not_approved"]


class CannotInviteEmailsWithUnverifiedDomainsErrorDetails(AnyErrorDetails):
    """More about the error `cannot_invite_emails_with_unverified_domains`."""

    error_code: Literal["cannot_invite_emails_with_unverified_domains"]


class CannotRemoveLastMemberErrorDetails(AnyErrorDetails):
    """More about the error `cannot_remove_last_member`."""

    error_code: Literal["cannot_remove_last_member"]


class CannotSignOutManagedMemberErrorDetails(AnyErrorDetails):
    """More about the error `cannot_sign_out_managed_member`. Beta."""

    error_code: Literal["cannot_sign_out_managed_member"]


class CannotSignOutMembershipAdminErrorDetails(AnyErrorDetails):
    """More about the error `cannot_sign_out_membership_admin`. Beta."""

    error_code: Literal["cannot_sign_out_membership_admin"]


class CannotSignOutOwnerErrorDetails(AnyErrorDetails):
    """More about the error `cannot_sign_out_owner`. Beta."""

    error_code: Literal["cannot_sign_out_owner"]


class CannotSignOutPrimaryOwnerErrorDetails(AnyErrorDetails):
    """More about the error `cannot_sign_out_primary_owner`. Beta."""

    error_code: Literal["cannot_sign_out_primary_owner"]


class CannotSignOutPrivilegedMemberErrorDetails(AnyErrorDetails):
    """More about the error `cannot_sign_out_privileged_member`. Beta."""

    error_code: Literal["cannot_sign_out_privileged_member"]


class CannotSignOutSelfErrorDetails(AnyErrorDetails):
    """More about the error `cannot_sign_out_self`. Beta."""

    error_code: Literal["cannot_sign_out_self"]


class ChangeOutcomeUnknownErrorDetails(AnyErrorDetails):
    """More about the error `change_outcome_unknown`."""

    error_code: Literal["change_outcome_unknown"]


class ClaudeCodeKeyCreatorNotMemberErrorDetails(AnyErrorDetails):
    """More about the error `claude_code_key_creator_not_member`."""

    error_code: Literal["claude_code_key_creator_not_member"]


class ClaudeCodeVersionTooOldErrorDetails(AnyErrorDetails):
    """More about the error `claude_code_version_too_old`."""

    error_code: Literal["claude_code_version_too_old"]


class ClaudeTagWritesNotEnabledErrorDetails(AnyErrorDetails):
    """More about the error `claude_tag_writes_not_enabled`. Beta."""

    error_code: Literal["claude_tag_writes_not_enabled"]


class CompactionBlockAmbiguousErrorDetails(AnyErrorDetails):
    """More about the error `compaction_block_ambiguous`."""

    error_code: Literal["compaction_block_ambiguous"]


class CompactionBlockMisplacedErrorDetails(AnyErrorDetails):
    """More about the error `compaction_block_misplaced`."""

    error_code: Literal["compaction_block_misplaced"]


class CompactionContentMismatchErrorDetails(AnyErrorDetails):
    """More about the error `compaction_content_mismatch`."""

    error_code: Literal["compaction_content_mismatch"]


class CompactionIncompleteTurnErrorDetails(AnyErrorDetails):
    """More about the error `compaction_incomplete_turn`."""

    error_code: Literal["compaction_incomplete_turn"]


class CompactionNothingToSummarizeErrorDetails(AnyErrorDetails):
    """More about the error `compaction_nothing_to_summarize`."""

    error_code: Literal["compaction_nothing_to_summarize"]


class CompactionSignatureInvalidErrorDetails(AnyErrorDetails):
    """More about the error `compaction_signature_invalid`."""

    error_code: Literal["compaction_signature_invalid"]


class CompactionTooManyToolReferencesErrorDetails(AnyErrorDetails):
    """More about the error `compaction_too_many_tool_references`."""

    error_code: Literal["compaction_too_many_tool_references"]


class CompactionToolChangesMismatchErrorDetails(AnyErrorDetails):
    """More about the error `compaction_tool_changes_mismatch`."""

    error_code: Literal["compaction_tool_changes_mismatch"]


class CompactionUnavailableErrorDetails(AnyErrorDetails):
    """More about the error `compaction_unavailable`."""

    error_code: Literal["compaction_unavailable"]


class ComplianceConfigurationRestrictedErrorDetails(AnyErrorDetails):
    """More about the error `compliance_configuration_restricted`. Beta."""

    error_code: Literal["compliance_configuration_restricted"]


class ConcurrentMembershipChangeErrorDetails(AnyErrorDetails):
    """More about the error `concurrent_membership_change`."""

    error_code: Literal["concurrent_membership_change"]


class ContractSpendLimitReachedErrorDetails(AnyErrorDetails):
    """More about the error `contract_spend_limit_reached`."""

    error_code: Literal["contract_spend_limit_reached"]


class EmailDomainNotAllowedErrorDetails(AnyErrorDetails):
    """More about the error `email_domain_not_allowed`."""

    error_code: Literal["email_domain_not_allowed"]


class EnforcedSpendLimitReachedErrorDetails(AnyErrorDetails):
    """More about the error `enforced_spend_limit_reached`."""

    error_code: Literal["enforced_spend_limit_reached"]


class EnvironmentArchivedErrorDetails(AnyErrorDetails):
    """More about the error `environment_archived`. Beta."""

    error_code: Literal["environment_archived"]


class EnvironmentCreateDisabledErrorDetails(AnyErrorDetails):
    """More about the error `environment_create_disabled`. Beta."""

    error_code: Literal["environment_create_disabled"]


class EnvironmentNotFoundErrorDetails(AnyErrorDetails):
    """More about the error `environment_not_found`. Beta."""

    error_code: Literal["environment_not_found"]


class EnvironmentUpdateDisabledErrorDetails(AnyErrorDetails):
    """More about the error `environment_update_disabled`. Beta."""

    error_code: Literal["environment_update_disabled"]


class ImageDimensionsTooLargeErrorDetails(AnyErrorDetails):
    """More about the error `image_dimensions_too_large`."""

    error_code: Literal["image_dimensions_too_large"]
    max_side_length_pixels: int
    paths: list[str]


class OrganizationOnHoldErrorDetails(AnyErrorDetails):
    """More about the error `organization_on_hold`."""

    error_code: Literal["organization_on_hold"]
    appeal_url: str | None = None


class RequestBodyEncodingInvalidErrorDetails(AnyErrorDetails):
    """More about the error `request_body_encoding_invalid`."""

    error_code: Literal["request_body_encoding_invalid"]


class RequestBodyEncodingUnsupportedErrorDetails(AnyErrorDetails):
    """More about the error `request_body_encoding_unsupported`."""

    error_code: Literal["request_body_encoding_unsupported"]


class ThreadAlreadyContinuedErrorDetails(AnyErrorDetails):
    """More about the error `thread_already_continued`."""

    error_code: Literal["thread_already_continued"]


class ThreadContinueInFlightErrorDetails(AnyErrorDetails):
    """More about the error `thread_continue_in_flight`."""

    error_code: Literal["thread_continue_in_flight"]


class ThreadFingerprintMismatchErrorDetails(AnyErrorDetails):
    """More about the error `thread_fingerprint_mismatch`."""

    error_code: Literal["thread_fingerprint_mismatch"]


ThreadUnsupportedFeatureName: TypeAlias = Literal[
    "cache_control", "context_management", "fallbacks", "hipaa", "inference_hooks", "thinking"
]
"""One of these, or another that came later."""


class ThreadUnsupportedRequestErrorDetails(AnyErrorDetails):
    """More about the error `thread_unsupported_request`."""

    error_code: Literal["thread_unsupported_request"]
    unsupported: list[ThreadUnsupportedFeatureName] | None = None


class ToolNameConflictErrorDetails(AnyErrorDetails):
    """More about the error `tool_name_conflict`."""

    error_code: Literal["tool_name_conflict"]


class ToolReferenceUnresolvedErrorDetails(AnyErrorDetails):
    """More about the error `tool_reference_unresolved`."""

    error_code: Literal["tool_reference_unresolved"]


class UserProfileRequiredErrorDetails(AnyErrorDetails):
    """More about the error `user_profile_required`."""

    error_code: Literal["user_profile_required"]


class LinkedOrganizationBillingUnavailableErrorDetails(AnyErrorDetails):
    """More about the error `linked_organization_billing_unavailable`."""

    error_code: Literal["linked_organization_billing_unavailable"]


class LinkedOrganizationSpendLimitReachedErrorDetails(AnyErrorDetails):
    """More about the error `linked_organization_spend_limit_reached`."""

    error_code: Literal["linked_organization_spend_limit_reached"]


class UserProfileBillingNotAuthorizedErrorDetails(AnyErrorDetails):
    """More about the error `user_profile_billing_not_authorized`."""

    error_code: Literal["user_profile_billing_not_authorized"]


class UserProfileNotBillableErrorDetails(AnyErrorDetails):
    """More about the error `user_profile_not_billable`."""

    error_code: Literal["user_profile_not_billable"]


class ThreadNotFoundErrorDetails(AnyErrorDetails):
    """More about the error `thread_not_found`."""

    error_code: Literal["thread_not_found"]


class SkillReadBlockedUndecryptableErrorDetails(AnyErrorDetails):
    """More about the error `skill_read_blocked_undecryptable`."""

    error_code: Literal["skill_read_blocked_undecryptable"]


class RequestBodyTooLargeAfterDecodingErrorDetails(AnyErrorDetails):
    """More about the error `request_body_too_large_after_decoding`."""

    error_code: Literal["request_body_too_large_after_decoding"]


class RampLimitExceededErrorDetails(AnyErrorDetails):
    """More about the error `ramp_limit_exceeded`."""

    error_code: Literal["ramp_limit_exceeded"]


class WorkspaceHumanReviewDisabledErrorDetails(AnyErrorDetails):
    """More about the error `workspace_human_review_disabled`."""

    error_code: Literal["workspace_human_review_disabled"]


class StorageQuotaExceededErrorDetails(AnyErrorDetails):
    """More about the error `storage_quota_exceeded`."""

    error_code: Literal["storage_quota_exceeded"]


class FileNotDownloadableErrorDetails(AnyErrorDetails):
    """More about the error `file_not_downloadable`."""

    error_code: Literal["file_not_downloadable"]


class FileExpiredErrorDetails(AnyErrorDetails):
    """More about the error `file_expired`."""

    error_code: Literal["file_expired"]


class OrgAPIKeyLimitExceededErrorDetails(AnyErrorDetails):
    """More about the error `org_api_key_limit_exceeded`."""

    error_code: Literal["org_api_key_limit_exceeded"]


class WorkspaceAPIKeyLimitExceededErrorDetails(AnyErrorDetails):
    """More about the error `workspace_api_key_limit_exceeded`."""

    error_code: Literal["workspace_api_key_limit_exceeded"]


class SandboxEgressRestrictedErrorDetails(AnyErrorDetails):
    """More about the error `sandbox_egress_restricted`."""

    error_code: Literal["sandbox_egress_restricted"]


class UserProfileNotFoundErrorDetails(AnyErrorDetails):
    """More about the error `user_profile_not_found`."""

    error_code: Literal["user_profile_not_found"]


class ExternalKeyInWorkspacePolicyErrorDetails(AnyErrorDetails):
    """More about the error `external_key_in_workspace_policy`."""

    error_code: Literal["external_key_in_workspace_policy"]


class InviteAlreadyExistsErrorDetails(AnyErrorDetails):
    """More about the error `invite_already_exists`."""

    error_code: Literal["invite_already_exists"]


class OrgMemberLimitExceededErrorDetails(AnyErrorDetails):
    """More about the error `org_member_limit_exceeded`."""

    error_code: Literal["org_member_limit_exceeded"]


class RBACGroupGrantsOwnerAccessErrorDetails(AnyErrorDetails):
    """More about the error `rbac_group_grants_owner_access`."""

    error_code: Literal["rbac_group_grants_owner_access"]


class RBACGroupOwnerAccessUnconfirmedErrorDetails(AnyErrorDetails):
    """More about the error `rbac_group_owner_access_unconfirmed`."""

    error_code: Literal["rbac_group_owner_access_unconfirmed"]


class ExternalKeyValidationFailedErrorDetails(AnyErrorDetails):
    """More about the error `external_key_validation_failed`."""

    error_code: Literal["external_key_validation_failed"]


class ExternalKeyValidationTimedOutErrorDetails(AnyErrorDetails):
    """More about the error `external_key_validation_timed_out`."""

    error_code: Literal["external_key_validation_timed_out"]


class KeyProfileMismatchErrorDetails(AnyErrorDetails):
    """More about the error `key_profile_mismatch`."""

    error_code: Literal["key_profile_mismatch"]


WorkspacePolicyField: TypeAlias = Literal["external_key_id"]
"""One of these."""


class WorkspacePolicyViolationErrorDetails(AnyErrorDetails):
    """More about the error `workspace_policy_violation`."""

    error_code: Literal["workspace_policy_violation"]
    field: WorkspacePolicyField


class ExternalKeyChangedErrorDetails(AnyErrorDetails):
    """More about the error `external_key_changed`."""

    error_code: Literal["external_key_changed"]


class WorkspaceCreatedIncompleteErrorDetails(AnyErrorDetails):
    """More about the error `workspace_created_incomplete`."""

    error_code: Literal["workspace_created_incomplete"]
    workspace_id: str


class StorageProfileMismatchErrorDetails(AnyErrorDetails):
    """More about the error `storage_profile_mismatch`."""

    error_code: Literal["storage_profile_mismatch"]
    field: str


class StorageAttachedDuringArchiveErrorDetails(AnyErrorDetails):
    """More about the error `storage_attached_during_archive`."""

    error_code: Literal["storage_attached_during_archive"]


class WorkspaceMemberLimitExceededErrorDetails(AnyErrorDetails):
    """More about the error `workspace_member_limit_exceeded`."""

    error_code: Literal["workspace_member_limit_exceeded"]


class OrganizationTypeNotSupportedErrorDetails(AnyErrorDetails):
    """More about the error `organization_type_not_supported`."""

    error_code: Literal["organization_type_not_supported"]


class ParentOrganizationRequiredErrorDetails(AnyErrorDetails):
    """More about the error `parent_organization_required`."""

    error_code: Literal["parent_organization_required"]


class RBACRoleNotFoundErrorDetails(AnyErrorDetails):
    """More about the error `rbac_role_not_found`."""

    error_code: Literal["rbac_role_not_found"]


class InvalidConfigTypeChangeErrorDetails(AnyErrorDetails):
    """More about the error `invalid_config_type_change`. Beta."""

    error_code: Literal["invalid_config_type_change"]


class WorkLeaseState(Model):
    last_heartbeat: str | None = None
    lease_extended: bool
    state: Literal["queued", "starting", "active", "stopping", "stopped"]
    ttl_seconds: int


class HeartbeatPreconditionFailedErrorDetails(AnyErrorDetails):
    """More about the error `heartbeat_precondition_failed`. Beta."""

    current_state: WorkLeaseState
    error_code: Literal["heartbeat_precondition_failed"]


class InvalidMetadataErrorDetails(AnyErrorDetails):
    """More about the error `invalid_metadata`. Beta."""

    error_code: Literal["invalid_metadata"]


class GrantRequiredErrorDetails(AnyErrorDetails):
    """More about the error `grant_required`. Beta."""

    error_code: Literal["grant_required"]


class OrganizationNotEligibleErrorDetails(AnyErrorDetails):
    """More about the error `organization_not_eligible`. Beta."""

    error_code: Literal["organization_not_eligible"]


class ProviderNotAllowedErrorDetails(AnyErrorDetails):
    """More about the error `provider_not_allowed`. Beta."""

    error_code: Literal["provider_not_allowed"]


class UnsupportedRegionErrorDetails(AnyErrorDetails):
    """More about the error `unsupported_region`. Beta."""

    error_code: Literal["unsupported_region"]


class StorageAlreadyRegisteredErrorDetails(AnyErrorDetails):
    """More about the error `storage_already_registered`. Beta."""

    error_code: Literal["storage_already_registered"]


class InvalidStorageARNErrorDetails(AnyErrorDetails):
    """More about the error `invalid_storage_arn`. Beta."""

    error_code: Literal["invalid_storage_arn"]


class ExternalStorageInUseErrorDetails(AnyErrorDetails):
    """More about the error `external_storage_in_use`. Beta."""

    error_code: Literal["external_storage_in_use"]


class ExternalStorageInWorkspacePolicyErrorDetails(AnyErrorDetails):
    """More about the error `external_storage_in_workspace_policy`. Beta."""

    error_code: Literal["external_storage_in_workspace_policy"]


class ExternalStorageFailedCheck(Model):
    check: Literal[
        "already_registered",
        "assume_role",
        "bucket_empty",
        "bucket_not_confirmed",
        "bucket_policy",
        "bucket_settings",
        "default_encryption",
        "deletion_policy",
        "encryption",
        "grant_mismatch",
        "key_usable",
        "kms_key_refused",
        "lifecycle_no_archive",
        "lifecycle_rules",
        "lifecycle_template",
        "location_mismatch",
        "object_lock",
        "other",
        "ownership_enforced",
        "probe_failed",
        "probe_object",
        "probe_storage_class",
        "public_access_block",
        "region",
        "replication",
        "request_metrics",
        "request_payment",
        "transcripts_support",
        "trust_ingest_role",
        "trust_maintenance_role",
        "trust_media_erasure_role",
        "trust_read_role",
        "trust_transcripts_role",
        "trust_transcripts_verify_role",
        "trust_verify_role",
        "versioning",
    ]
    message: str
    role: (
        Literal["ingest", "maintenance", "media_erasure", "read", "transcripts", "transcripts_verify", "verify"] | None
    ) = None


class StorageVerificationFailedErrorDetails(AnyErrorDetails):
    """More about the error `storage_verification_failed`. Beta."""

    error_code: Literal["storage_verification_failed"]
    failed_checks: list[ExternalStorageFailedCheck]
    field: str | None = None


class ExternalKeyNotFoundErrorDetails(AnyErrorDetails):
    """More about the error `external_key_not_found`. Beta."""

    error_code: Literal["external_key_not_found"]


class ExternalKeyProviderMismatchErrorDetails(AnyErrorDetails):
    """More about the error `external_key_provider_mismatch`. Beta."""

    error_code: Literal["external_key_provider_mismatch"]


class GCPProjectNotVerifiedErrorDetails(AnyErrorDetails):
    """More about the error `gcp_project_not_verified`. Beta."""

    error_code: Literal["gcp_project_not_verified"]


class RegionNotSupportedErrorDetails(AnyErrorDetails):
    """More about the error `region_not_supported`. Beta."""

    error_code: Literal["region_not_supported"]


class StorageNotApprovedErrorDetails(AnyErrorDetails):
    """More about the error `storage_not_approved`. Beta."""

    error_code: Literal["storage_not_approved"]


class GCPProjectControlledByAnotherOrganizationErrorDetails(AnyErrorDetails):
    """More about the error `gcp_project_controlled_by_another_organization`. Beta."""

    error_code: Literal["gcp_project_controlled_by_another_organization"]


class StorageInUseErrorDetails(AnyErrorDetails):
    """More about the error `storage_in_use`. Beta."""

    error_code: Literal["storage_in_use"]


class OrganizationNotEnrolledInBetaErrorDetails(AnyErrorDetails):
    """More about the error `organization_not_enrolled_in_beta`. Beta."""

    error_code: Literal["organization_not_enrolled_in_beta"]


class ExternalStorageNotAvailableErrorDetails(AnyErrorDetails):
    """More about the error `external_storage_not_available`. Beta."""

    error_code: Literal["external_storage_not_available"]


class HumanReviewNotAvailableErrorDetails(AnyErrorDetails):
    """More about the error `human_review_not_available`. Beta."""

    error_code: Literal["human_review_not_available"]


class HumanReviewOnWithExternalStorageErrorDetails(AnyErrorDetails):
    """More about the error `human_review_on_with_external_storage`. Beta."""

    error_code: Literal["human_review_on_with_external_storage"]


class StorageNotAttachableErrorDetails(AnyErrorDetails):
    """More about the error `storage_not_attachable`. Beta."""

    error_code: Literal["storage_not_attachable"]
    field: str


class TranscriptsStorageRequiredErrorDetails(AnyErrorDetails):
    """More about the error `transcripts_storage_required`. Beta."""

    error_code: Literal["transcripts_storage_required"]


class StorageAttachLimitReachedErrorDetails(AnyErrorDetails):
    """More about the error `storage_attach_limit_reached`. Beta."""

    error_code: Literal["storage_attach_limit_reached"]


class StorageProfileStillRequiredErrorDetails(AnyErrorDetails):
    """More about the error `storage_profile_still_required`. Beta."""

    error_code: Literal["storage_profile_still_required"]


class StorageChangedConcurrentlyErrorDetails(AnyErrorDetails):
    """More about the error `storage_changed_concurrently`. Beta."""

    error_code: Literal["storage_changed_concurrently"]
    field: str


WorkspaceChangedConcurrentlyField: TypeAlias = Literal["inference_data_privacy.human_review"]
"""One of these. Beta."""


class WorkspaceChangedConcurrentlyErrorDetails(AnyErrorDetails):
    """More about the error `workspace_changed_concurrently`. Beta."""

    error_code: Literal["workspace_changed_concurrently"]
    field: WorkspaceChangedConcurrentlyField


class SpendLimitsAdminAPIWritesNotEnabledErrorDetails(AnyErrorDetails):
    """More about the error `spend_limits_admin_api_writes_not_enabled`. Beta."""

    error_code: Literal["spend_limits_admin_api_writes_not_enabled"]


class UnsupportedCharsetErrorDetails(AnyErrorDetails):
    """More about the error `unsupported_charset`. Beta."""

    error_code: Literal["unsupported_charset"]


class PluginNameTakenErrorDetails(AnyErrorDetails):
    """More about the error `plugin_name_taken`. Beta."""

    error_code: Literal["plugin_name_taken"]
    plugin_id: str | None = None


class SkillNameTakenErrorDetails(AnyErrorDetails):
    """More about the error `skill_name_taken`. Beta."""

    error_code: Literal["skill_name_taken"]
    skill_name: str


class RegistrationPendingErrorDetails(AnyErrorDetails):
    """More about the error `registration_pending`. Beta."""

    error_code: Literal["registration_pending"]
    plugin_id: str
    plugin_version_id: str


class ScanFailedErrorDetails(AnyErrorDetails):
    """More about the error `scan_failed`. Beta."""

    error_code: Literal["scan_failed"]
    plugin_version_id: str


class ScanPendingErrorDetails(AnyErrorDetails):
    """More about the error `scan_pending`. Beta."""

    error_code: Literal["scan_pending"]
    plugin_version_id: str


class RequestBodyTimeoutErrorDetails(AnyErrorDetails):
    """More about the error `request_body_timeout`. Beta."""

    error_code: Literal["request_body_timeout"]


class SettingsDocumentLimitExceededErrorDetails(AnyErrorDetails):
    """More about the error `settings_document_limit_exceeded`. Beta."""

    error_code: Literal["settings_document_limit_exceeded"]


class SettingsHistoryLimitExceededErrorDetails(AnyErrorDetails):
    """More about the error `settings_history_limit_exceeded`. Beta."""

    error_code: Literal["settings_history_limit_exceeded"]


class RBACGroupManagedSettingsNotFoundErrorDetails(AnyErrorDetails):
    """More about the error `rbac_group_managed_settings_not_found`. Beta."""

    error_code: Literal["rbac_group_managed_settings_not_found"]


class RBACGroupOrderLimitExceededErrorDetails(AnyErrorDetails):
    """More about the error `rbac_group_order_limit_exceeded`. Beta."""

    error_code: Literal["rbac_group_order_limit_exceeded"]


class RBACGroupNotFoundErrorDetails(AnyErrorDetails):
    """More about the error `rbac_group_not_found`. Beta."""

    error_code: Literal["rbac_group_not_found"]


class SlackChannelSetUpSettingsRefusedErrorDetails(AnyErrorDetails):
    """More about the error `slack_channel_set_up_settings_refused`. Beta."""

    error_code: Literal["slack_channel_set_up_settings_refused"]
    slack_channel_id: str


class OrganizationLevelScopedAPIKeyRequiredErrorDetails(AnyErrorDetails):
    """More about the error `organization_level_scoped_api_key_required`. Beta."""

    error_code: Literal["organization_level_scoped_api_key_required"]


class SlackChannelSetUpEnvironmentNotFoundErrorDetails(AnyErrorDetails):
    """More about the error `slack_channel_set_up_environment_not_found`. Beta."""

    error_code: Literal["slack_channel_set_up_environment_not_found"]
    slack_channel_id: str


class SlackChannelSetUpSettingsConflictErrorDetails(AnyErrorDetails):
    """More about the error `slack_channel_set_up_settings_conflict`. Beta."""

    error_code: Literal["slack_channel_set_up_settings_conflict"]
    slack_channel_id: str


ErrorDetails: TypeAlias = Annotated[
    AvailableToolsLimitExceededErrorDetails
    | ClaudeCodeKeyCreatorNotMemberErrorDetails
    | ClaudeCodeVersionTooOldErrorDetails
    | CMEKKeyDisabledErrorDetails
    | CMEKKeyNetworkBlockedErrorDetails
    | CompactionBlockAmbiguousErrorDetails
    | CompactionBlockMisplacedErrorDetails
    | CompactionContentMismatchErrorDetails
    | CompactionIncompleteTurnErrorDetails
    | CompactionNothingToSummarizeErrorDetails
    | CompactionSignatureInvalidErrorDetails
    | CompactionTooManyToolReferencesErrorDetails
    | CompactionToolChangesMismatchErrorDetails
    | ImageDimensionsTooLargeErrorDetails
    | OrganizationOnHoldErrorDetails
    | RequestBodyEncodingInvalidErrorDetails
    | RequestBodyEncodingUnsupportedErrorDetails
    | ThreadAlreadyContinuedErrorDetails
    | ThreadContinueInFlightErrorDetails
    | ThreadFingerprintMismatchErrorDetails
    | ThreadUnsupportedRequestErrorDetails
    | ToolNameConflictErrorDetails
    | ToolReferenceUnresolvedErrorDetails
    | UserProfileRequiredErrorDetails
    | LinkedOrganizationBillingUnavailableErrorDetails
    | LinkedOrganizationSpendLimitReachedErrorDetails
    | UserProfileBillingNotAuthorizedErrorDetails
    | UserProfileNotBillableErrorDetails
    | ThreadNotFoundErrorDetails
    | SkillReadBlockedUndecryptableErrorDetails
    | RequestBodyTooLargeAfterDecodingErrorDetails
    | ContractSpendLimitReachedErrorDetails
    | EnforcedSpendLimitReachedErrorDetails
    | RampLimitExceededErrorDetails
    | CMEKKeyUnreachableErrorDetails
    | CompactionUnavailableErrorDetails
    | WorkspaceHumanReviewDisabledErrorDetails
    | StorageQuotaExceededErrorDetails
    | FileNotDownloadableErrorDetails
    | FileExpiredErrorDetails
    | CMEKContextUnavailableErrorDetails
    | OrgAPIKeyLimitExceededErrorDetails
    | WorkspaceAPIKeyLimitExceededErrorDetails
    | SandboxEgressRestrictedErrorDetails
    | UserProfileNotFoundErrorDetails
    | ExternalKeyInWorkspacePolicyErrorDetails
    | AlreadyMemberErrorDetails
    | CannotInviteEmailsWithUnverifiedDomainsErrorDetails
    | EmailDomainNotAllowedErrorDetails
    | InviteAlreadyExistsErrorDetails
    | OrgMemberLimitExceededErrorDetails
    | RBACGroupGrantsOwnerAccessErrorDetails
    | RBACGroupOwnerAccessUnconfirmedErrorDetails
    | CannotRemoveLastMemberErrorDetails
    | ConcurrentMembershipChangeErrorDetails
    | ExternalKeyValidationFailedErrorDetails
    | ExternalKeyValidationTimedOutErrorDetails
    | KeyProfileMismatchErrorDetails
    | WorkspacePolicyViolationErrorDetails
    | ExternalKeyChangedErrorDetails
    | WorkspaceCreatedIncompleteErrorDetails
    | StorageProfileMismatchErrorDetails
    | ChangeOutcomeUnknownErrorDetails
    | StorageAttachedDuringArchiveErrorDetails
    | WorkspaceMemberLimitExceededErrorDetails
    | OrganizationTypeNotSupportedErrorDetails
    | ParentOrganizationRequiredErrorDetails
    | RBACRoleNotFoundErrorDetails
    | EnvironmentCreateDisabledErrorDetails
    | EnvironmentArchivedErrorDetails
    | InvalidConfigTypeChangeErrorDetails
    | EnvironmentUpdateDisabledErrorDetails
    | HeartbeatPreconditionFailedErrorDetails
    | InvalidMetadataErrorDetails
    | GrantRequiredErrorDetails
    | OrganizationNotEligibleErrorDetails
    | ProviderNotAllowedErrorDetails
    | UnsupportedRegionErrorDetails
    | StorageAlreadyRegisteredErrorDetails
    | AuthorizationCheckUnavailableErrorDetails
    | InvalidStorageARNErrorDetails
    | ExternalStorageInUseErrorDetails
    | ExternalStorageInWorkspacePolicyErrorDetails
    | StorageVerificationFailedErrorDetails
    | CMEKNotApprovedErrorDetails
    | ExternalKeyNotFoundErrorDetails
    | ExternalKeyProviderMismatchErrorDetails
    | GCPProjectNotVerifiedErrorDetails
    | RegionNotSupportedErrorDetails
    | StorageNotApprovedErrorDetails
    | GCPProjectControlledByAnotherOrganizationErrorDetails
    | StorageInUseErrorDetails
    | CannotSignOutPrimaryOwnerErrorDetails
    | CannotSignOutSelfErrorDetails
    | OrganizationNotEnrolledInBetaErrorDetails
    | CannotSignOutManagedMemberErrorDetails
    | CannotSignOutMembershipAdminErrorDetails
    | CannotSignOutOwnerErrorDetails
    | CannotSignOutPrivilegedMemberErrorDetails
    | ApprovalRequiredErrorDetails
    | ExternalStorageNotAvailableErrorDetails
    | HumanReviewNotAvailableErrorDetails
    | HumanReviewOnWithExternalStorageErrorDetails
    | StorageNotAttachableErrorDetails
    | TranscriptsStorageRequiredErrorDetails
    | StorageAttachLimitReachedErrorDetails
    | StorageProfileStillRequiredErrorDetails
    | StorageChangedConcurrentlyErrorDetails
    | WorkspaceChangedConcurrentlyErrorDetails
    | SpendLimitsAdminAPIWritesNotEnabledErrorDetails
    | UnsupportedCharsetErrorDetails
    | PluginNameTakenErrorDetails
    | SkillNameTakenErrorDetails
    | RegistrationPendingErrorDetails
    | ScanFailedErrorDetails
    | ScanPendingErrorDetails
    | RequestBodyTimeoutErrorDetails
    | SettingsDocumentLimitExceededErrorDetails
    | SettingsHistoryLimitExceededErrorDetails
    | CMEKFeatureUnsupportedErrorDetails
    | RBACGroupManagedSettingsNotFoundErrorDetails
    | RBACGroupOrderLimitExceededErrorDetails
    | RBACGroupNotFoundErrorDetails
    | SlackChannelSetUpSettingsRefusedErrorDetails
    | APIKeyScopeMissingErrorDetails
    | ClaudeTagWritesNotEnabledErrorDetails
    | ComplianceConfigurationRestrictedErrorDetails
    | OrganizationLevelScopedAPIKeyRequiredErrorDetails
    | EnvironmentNotFoundErrorDetails
    | SlackChannelSetUpEnvironmentNotFoundErrorDetails
    | SlackChannelSetUpSettingsConflictErrorDetails
    | BundleAttachmentNotSupportedErrorDetails
    | BundleOnCallErrorDetails,
    Tagged("error_code"),
]
"""One of these; `error_code` tells which."""
