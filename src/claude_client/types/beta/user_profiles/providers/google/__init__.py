"""The types of the official `types.beta.user_profiles.providers.google`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from ....._official import exports

__getattr__, __dir__ = exports(
    __name__,
    (
        "BetaGoogleManagedBucketReference BetaGoogleManagedBucketReferenceParam BetaGoogleManagedCMEKControl "
        "BetaGoogleManagedCMEKControlParams BetaGoogleManagedCMEKDisabled BetaGoogleManagedCMEKDisabledParams "
        "BetaGoogleManagedCMEKEnabled BetaGoogleManagedCMEKEnabledParams BetaGoogleManagedCMEKRegionActive "
        "BetaGoogleManagedCMEKRegionFailed BetaGoogleManagedCMEKRegionNotConfigured "
        "BetaGoogleManagedCMEKRegionPending BetaGoogleManagedCMEKRegionStatus BetaGoogleManagedCMEKRegionSuspended "
        "BetaGoogleManagedDataControls BetaGoogleManagedRetiredBucket BetaGoogleManagedRetiredKey "
        "BetaGoogleManagedStorageBucket BetaGoogleManagedStorageControl BetaGoogleManagedStorageControlParams "
        "BetaGoogleManagedStorageDisabled BetaGoogleManagedStorageDisabledParams BetaGoogleManagedStorageEnabled "
        "BetaGoogleManagedStorageEnabledParams BetaGoogleManagedStorageFailedCheck "
        "BetaGoogleManagedStorageRegionActive BetaGoogleManagedStorageRegionFailed "
        "BetaGoogleManagedStorageRegionNotConfigured BetaGoogleManagedStorageRegionPending "
        "BetaGoogleManagedStorageRegionStatus BetaGoogleManagedStorageRegionSuspended DataControlUpdateParams"
    ),
)
