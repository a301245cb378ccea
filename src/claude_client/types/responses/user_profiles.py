"""What the API returns: user profiles.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged

UserProfileAccessType: TypeAlias = Literal["application", "passthrough"]
"""One of these, or another that came later."""


UserProfileEnforcementActionNextStep: TypeAlias = Literal["verify"]
"""One of these."""


UserProfileEnforcementActionReason: TypeAlias = Literal[
    "unsupported_region", "fraud_or_abuse", "high_harm", "usage_policy_violation", "account_compromise", "unspecified"
]
"""One of these, or another that came later."""


class UserProfileEnforcementActionRestriction(Model):
    id: str
    action: UserProfileEnforcementActionNextStep | None = None
    expires_at: datetime | None = None
    opened_at: datetime
    reason: UserProfileEnforcementActionReason
    type: Literal["restriction"]


class UserProfileEnforcementActionBan(Model):
    id: str
    action: UserProfileEnforcementActionNextStep | None = None
    expires_at: datetime | None = None
    opened_at: datetime
    reason: UserProfileEnforcementActionReason
    type: Literal["ban"]


UserProfileEnforcementAction: TypeAlias = Annotated[
    UserProfileEnforcementActionRestriction | UserProfileEnforcementActionBan, Tagged("type")
]
"""One of these; `type` tells which."""


UserProfileEnforcementStatus: TypeAlias = Literal["unrestricted", "pending", "restricted", "banned"]
"""One of these, or another that came later."""


UserProfileExternalUserAccountStatus: TypeAlias = Literal["active", "suspended", "blocked"]
"""One of these, or another that came later."""


UserProfileExternalUserEntityType: TypeAlias = Literal["individual", "business", "non_profit", "government"]
"""One of these, or another that came later."""


class UserProfileExternalUserDetails(Model):
    account_status: UserProfileExternalUserAccountStatus | None = None
    country: str | None = None
    email_hash: str | None = None
    entity_type: UserProfileExternalUserEntityType | None = None
    name_hash: str | None = None
    onboarded_at: datetime | None = None
    reference_id: str | None = None


class UserProfileCyberRequirements(Model):
    data_retention: bool
    human_review: bool


UserProfileProgramStatus: TypeAlias = Literal["active", "pending", "rejected"]
"""One of these, or another that came later."""


class UserProfileCyberTier(Model):
    status: Literal["active", "inactive"]


class UserProfileCyberProgram(Model):
    requirements: UserProfileCyberRequirements | None = None
    status: UserProfileProgramStatus
    tiers: dict[str, UserProfileCyberTier]


class UserProfileEfsFeature(Model):
    status: Literal["active", "inactive"]


class UserProfileEfsProgram(Model):
    features: dict[str, UserProfileEfsFeature]
    status: UserProfileProgramStatus


class UserProfilePrograms(Model):
    cyber: UserProfileCyberProgram | None = None
    efs: UserProfileEfsProgram | None = None


class UserProfileTrustGrant(Model):
    status: Literal["active", "pending", "rejected"]


class UserProfile(Model):
    id: str
    access_type: UserProfileAccessType | None = None
    created_at: datetime
    enforcement_actions: list[UserProfileEnforcementAction] | None = None
    enforcement_status: UserProfileEnforcementStatus | None = None
    external_user_details: UserProfileExternalUserDetails | None = None
    metadata: dict[str, str]
    name: str | None = None
    programs: UserProfilePrograms | None = None
    type: Literal["user_profile"]
    updated_at: datetime
    trust_grants: dict[str, UserProfileTrustGrant] | None = None
    """Beta."""

    external_id: str | None = None
    """Beta."""

    external_user_onboarded_at: datetime | None = None
    """Beta."""


class DeletedUserProfile(Model):
    id: str
    type: Literal["user_profile_deleted"]


class UserProfileActionURL(Model):
    expires_at: datetime
    type: Literal["user_profile_action_url"]
    url: str


class UserProfileEnrollmentURL(Model):
    expires_at: datetime
    type: Literal["enrollment_url"]
    url: str


class GoogleManagedRetiredKey(Model):
    expires_at: datetime
    external_key_id: str
    region: str


class GoogleManagedCMEKDisabled(Model):
    retired_keys: list[GoogleManagedRetiredKey]
    type: Literal["disabled"]


class GoogleManagedCMEKRegionNotConfigured(Model):
    effective_external_key_id: str | None = None
    type: Literal["not_configured"]


class GoogleManagedCMEKRegionPending(Model):
    effective_external_key_id: str | None = None
    error: str | None = None
    type: Literal["pending"]


class GoogleManagedCMEKRegionActive(Model):
    effective_external_key_id: str | None = None
    error: str | None = None
    last_checked_at: datetime | None = None
    type: Literal["active"]
    validated_at: datetime


class GoogleManagedCMEKRegionFailed(Model):
    effective_external_key_id: str | None = None
    error: str
    type: Literal["failed"]


class GoogleManagedCMEKRegionSuspended(Model):
    effective_external_key_id: str | None = None
    type: Literal["suspended"]


GoogleManagedCMEKRegionStatus: TypeAlias = Annotated[
    GoogleManagedCMEKRegionNotConfigured
    | GoogleManagedCMEKRegionPending
    | GoogleManagedCMEKRegionActive
    | GoogleManagedCMEKRegionFailed
    | GoogleManagedCMEKRegionSuspended,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class GoogleManagedCMEKEnabled(Model):
    external_key_ids: dict[str, str]
    retired_keys: list[GoogleManagedRetiredKey]
    status: dict[str, GoogleManagedCMEKRegionStatus]
    type: Literal["enabled"]


GoogleManagedCMEKControl: TypeAlias = Annotated[GoogleManagedCMEKDisabled | GoogleManagedCMEKEnabled, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class GoogleManagedRetiredBucket(Model):
    bucket_name: str
    expires_at: datetime
    project_number: str
    region: str


class GoogleManagedStorageDisabled(Model):
    retired_buckets: list[GoogleManagedRetiredBucket]
    type: Literal["disabled"]


class GoogleManagedStorageBucket(Model):
    bucket_name: str
    kms_key_name: str | None = None
    location: str | None = None
    project_id: str | None = None
    project_number: str


class GoogleManagedBucketReference(Model):
    bucket_name: str
    project_number: str


class GoogleManagedStorageRegionNotConfigured(Model):
    effective_bucket: GoogleManagedBucketReference | None = None
    type: Literal["not_configured"]


class GoogleManagedStorageFailedCheck(Model):
    check: Literal[
        "label_mismatch",
        "location_mismatch",
        "encryption",
        "versioning",
        "bucket_settings",
        "lifecycle_rules",
        "deletion_policy",
        "grant_mismatch",
        "kms_key_refused",
        "probe_failed",
        "project_not_verified",
    ]
    message: str
    role: Literal["ingest", "read", "maintenance", "media_erasure", "verify"] | None = None


class GoogleManagedStorageRegionPending(Model):
    effective_bucket: GoogleManagedBucketReference | None = None
    failed_checks: list[GoogleManagedStorageFailedCheck]
    type: Literal["pending"]


class GoogleManagedStorageRegionActive(Model):
    effective_bucket: GoogleManagedBucketReference | None = None
    failed_checks: list[GoogleManagedStorageFailedCheck]
    type: Literal["active"]
    validated_at: datetime


class GoogleManagedStorageRegionFailed(Model):
    effective_bucket: GoogleManagedBucketReference | None = None
    failed_checks: list[GoogleManagedStorageFailedCheck]
    type: Literal["failed"]


class GoogleManagedStorageRegionSuspended(Model):
    effective_bucket: GoogleManagedBucketReference | None = None
    type: Literal["suspended"]


GoogleManagedStorageRegionStatus: TypeAlias = Annotated[
    GoogleManagedStorageRegionNotConfigured
    | GoogleManagedStorageRegionPending
    | GoogleManagedStorageRegionActive
    | GoogleManagedStorageRegionFailed
    | GoogleManagedStorageRegionSuspended,
    Tagged("type"),
]
"""One of these; `type` tells which. Beta."""


class GoogleManagedStorageEnabled(Model):
    buckets: dict[str, GoogleManagedStorageBucket]
    retired_buckets: list[GoogleManagedRetiredBucket]
    status: dict[str, GoogleManagedStorageRegionStatus]
    type: Literal["enabled"]


GoogleManagedStorageControl: TypeAlias = Annotated[
    GoogleManagedStorageDisabled | GoogleManagedStorageEnabled, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class GoogleManagedDataControls(Model):
    bucket_label_value: str
    cmek: GoogleManagedCMEKControl
    storage: GoogleManagedStorageControl
    type: Literal["google_managed_data_controls"]
    updated_at: datetime
    user_profile_id: str
