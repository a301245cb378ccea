"""The types of the official `types.beta.organization.providers.google.projects`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from ......_official import exports

__getattr__, __dir__ = exports(
    __name__,
    (
        "BetaGoogleManagedProjectBucketReferenceParam BetaGoogleManagedProjectCMEKControl "
        "BetaGoogleManagedProjectCMEKControlParams BetaGoogleManagedProjectCMEKDisabled "
        "BetaGoogleManagedProjectCMEKDisabledParams BetaGoogleManagedProjectCMEKEnabled "
        "BetaGoogleManagedProjectCMEKEnabledParams BetaGoogleManagedProjectCMEKRegionActive "
        "BetaGoogleManagedProjectCMEKRegionFailed BetaGoogleManagedProjectCMEKRegionNotConfigured "
        "BetaGoogleManagedProjectCMEKRegionPending BetaGoogleManagedProjectCMEKRegionStatus "
        "BetaGoogleManagedProjectCMEKRegionSuspended BetaGoogleManagedProjectDataControls "
        "BetaGoogleManagedProjectEffectiveBucket BetaGoogleManagedProjectRetiredBucket "
        "BetaGoogleManagedProjectRetiredKey BetaGoogleManagedProjectStorageBucket "
        "BetaGoogleManagedProjectStorageControl BetaGoogleManagedProjectStorageControlParams "
        "BetaGoogleManagedProjectStorageDisabled BetaGoogleManagedProjectStorageDisabledParams "
        "BetaGoogleManagedProjectStorageEnabled BetaGoogleManagedProjectStorageEnabledParams "
        "BetaGoogleManagedProjectStorageFailedCheck BetaGoogleManagedProjectStorageRegionActive "
        "BetaGoogleManagedProjectStorageRegionFailed BetaGoogleManagedProjectStorageRegionNotConfigured "
        "BetaGoogleManagedProjectStorageRegionPending BetaGoogleManagedProjectStorageRegionStatus "
        "BetaGoogleManagedProjectStorageRegionSuspended DataControlUpdateParams"
    ),
)
