# Written by `scripts/generate_types.py`.

from .....params.user_profiles import DataControlUpdateParams
from .....params.user_profiles import GoogleManagedBucketReferenceParam as BetaGoogleManagedBucketReferenceParam
from .....params.user_profiles import GoogleManagedCMEKControlParams as BetaGoogleManagedCMEKControlParams
from .....params.user_profiles import GoogleManagedCMEKDisabledParams as BetaGoogleManagedCMEKDisabledParams
from .....params.user_profiles import GoogleManagedCMEKEnabledParams as BetaGoogleManagedCMEKEnabledParams
from .....params.user_profiles import GoogleManagedStorageControlParams as BetaGoogleManagedStorageControlParams
from .....params.user_profiles import GoogleManagedStorageDisabledParams as BetaGoogleManagedStorageDisabledParams
from .....params.user_profiles import GoogleManagedStorageEnabledParams as BetaGoogleManagedStorageEnabledParams
from .....responses.user_profiles import GoogleManagedBucketReference as BetaGoogleManagedBucketReference
from .....responses.user_profiles import GoogleManagedCMEKControl as BetaGoogleManagedCMEKControl
from .....responses.user_profiles import GoogleManagedCMEKDisabled as BetaGoogleManagedCMEKDisabled
from .....responses.user_profiles import GoogleManagedCMEKEnabled as BetaGoogleManagedCMEKEnabled
from .....responses.user_profiles import GoogleManagedCMEKRegionActive as BetaGoogleManagedCMEKRegionActive
from .....responses.user_profiles import GoogleManagedCMEKRegionFailed as BetaGoogleManagedCMEKRegionFailed
from .....responses.user_profiles import (
    GoogleManagedCMEKRegionNotConfigured as BetaGoogleManagedCMEKRegionNotConfigured,
)
from .....responses.user_profiles import GoogleManagedCMEKRegionPending as BetaGoogleManagedCMEKRegionPending
from .....responses.user_profiles import GoogleManagedCMEKRegionStatus as BetaGoogleManagedCMEKRegionStatus
from .....responses.user_profiles import GoogleManagedCMEKRegionSuspended as BetaGoogleManagedCMEKRegionSuspended
from .....responses.user_profiles import GoogleManagedDataControls as BetaGoogleManagedDataControls
from .....responses.user_profiles import GoogleManagedRetiredBucket as BetaGoogleManagedRetiredBucket
from .....responses.user_profiles import GoogleManagedRetiredKey as BetaGoogleManagedRetiredKey
from .....responses.user_profiles import GoogleManagedStorageBucket as BetaGoogleManagedStorageBucket
from .....responses.user_profiles import GoogleManagedStorageControl as BetaGoogleManagedStorageControl
from .....responses.user_profiles import GoogleManagedStorageDisabled as BetaGoogleManagedStorageDisabled
from .....responses.user_profiles import GoogleManagedStorageEnabled as BetaGoogleManagedStorageEnabled
from .....responses.user_profiles import GoogleManagedStorageFailedCheck as BetaGoogleManagedStorageFailedCheck
from .....responses.user_profiles import GoogleManagedStorageRegionActive as BetaGoogleManagedStorageRegionActive
from .....responses.user_profiles import GoogleManagedStorageRegionFailed as BetaGoogleManagedStorageRegionFailed
from .....responses.user_profiles import (
    GoogleManagedStorageRegionNotConfigured as BetaGoogleManagedStorageRegionNotConfigured,
)
from .....responses.user_profiles import GoogleManagedStorageRegionPending as BetaGoogleManagedStorageRegionPending
from .....responses.user_profiles import GoogleManagedStorageRegionStatus as BetaGoogleManagedStorageRegionStatus
from .....responses.user_profiles import GoogleManagedStorageRegionSuspended as BetaGoogleManagedStorageRegionSuspended

__all__ = [
    "BetaGoogleManagedBucketReference",
    "BetaGoogleManagedBucketReferenceParam",
    "BetaGoogleManagedCMEKControl",
    "BetaGoogleManagedCMEKControlParams",
    "BetaGoogleManagedCMEKDisabled",
    "BetaGoogleManagedCMEKDisabledParams",
    "BetaGoogleManagedCMEKEnabled",
    "BetaGoogleManagedCMEKEnabledParams",
    "BetaGoogleManagedCMEKRegionActive",
    "BetaGoogleManagedCMEKRegionFailed",
    "BetaGoogleManagedCMEKRegionNotConfigured",
    "BetaGoogleManagedCMEKRegionPending",
    "BetaGoogleManagedCMEKRegionStatus",
    "BetaGoogleManagedCMEKRegionSuspended",
    "BetaGoogleManagedDataControls",
    "BetaGoogleManagedRetiredBucket",
    "BetaGoogleManagedRetiredKey",
    "BetaGoogleManagedStorageBucket",
    "BetaGoogleManagedStorageControl",
    "BetaGoogleManagedStorageControlParams",
    "BetaGoogleManagedStorageDisabled",
    "BetaGoogleManagedStorageDisabledParams",
    "BetaGoogleManagedStorageEnabled",
    "BetaGoogleManagedStorageEnabledParams",
    "BetaGoogleManagedStorageFailedCheck",
    "BetaGoogleManagedStorageRegionActive",
    "BetaGoogleManagedStorageRegionFailed",
    "BetaGoogleManagedStorageRegionNotConfigured",
    "BetaGoogleManagedStorageRegionPending",
    "BetaGoogleManagedStorageRegionStatus",
    "BetaGoogleManagedStorageRegionSuspended",
    "DataControlUpdateParams",
]
