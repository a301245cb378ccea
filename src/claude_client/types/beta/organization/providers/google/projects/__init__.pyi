# Written by `scripts/generate_types.py`.

from ......params.providers import (
    GoogleManagedProjectBucketReferenceParam as BetaGoogleManagedProjectBucketReferenceParam,
)
from ......params.providers import GoogleManagedProjectCMEKControlParams as BetaGoogleManagedProjectCMEKControlParams
from ......params.providers import GoogleManagedProjectCMEKDisabledParams as BetaGoogleManagedProjectCMEKDisabledParams
from ......params.providers import GoogleManagedProjectCMEKEnabledParams as BetaGoogleManagedProjectCMEKEnabledParams
from ......params.providers import (
    GoogleManagedProjectStorageControlParams as BetaGoogleManagedProjectStorageControlParams,
)
from ......params.providers import (
    GoogleManagedProjectStorageDisabledParams as BetaGoogleManagedProjectStorageDisabledParams,
)
from ......params.providers import (
    GoogleManagedProjectStorageEnabledParams as BetaGoogleManagedProjectStorageEnabledParams,
)
from ......params.providers import ProjectDataControlUpdateParams as DataControlUpdateParams
from ......responses.providers import GoogleManagedProjectCMEKControl as BetaGoogleManagedProjectCMEKControl
from ......responses.providers import GoogleManagedProjectCMEKDisabled as BetaGoogleManagedProjectCMEKDisabled
from ......responses.providers import GoogleManagedProjectCMEKEnabled as BetaGoogleManagedProjectCMEKEnabled
from ......responses.providers import GoogleManagedProjectCMEKRegionActive as BetaGoogleManagedProjectCMEKRegionActive
from ......responses.providers import GoogleManagedProjectCMEKRegionFailed as BetaGoogleManagedProjectCMEKRegionFailed
from ......responses.providers import (
    GoogleManagedProjectCMEKRegionNotConfigured as BetaGoogleManagedProjectCMEKRegionNotConfigured,
)
from ......responses.providers import GoogleManagedProjectCMEKRegionPending as BetaGoogleManagedProjectCMEKRegionPending
from ......responses.providers import GoogleManagedProjectCMEKRegionStatus as BetaGoogleManagedProjectCMEKRegionStatus
from ......responses.providers import (
    GoogleManagedProjectCMEKRegionSuspended as BetaGoogleManagedProjectCMEKRegionSuspended,
)
from ......responses.providers import GoogleManagedProjectDataControls as BetaGoogleManagedProjectDataControls
from ......responses.providers import GoogleManagedProjectEffectiveBucket as BetaGoogleManagedProjectEffectiveBucket
from ......responses.providers import GoogleManagedProjectRetiredBucket as BetaGoogleManagedProjectRetiredBucket
from ......responses.providers import GoogleManagedProjectRetiredKey as BetaGoogleManagedProjectRetiredKey
from ......responses.providers import GoogleManagedProjectStorageBucket as BetaGoogleManagedProjectStorageBucket
from ......responses.providers import GoogleManagedProjectStorageControl as BetaGoogleManagedProjectStorageControl
from ......responses.providers import GoogleManagedProjectStorageDisabled as BetaGoogleManagedProjectStorageDisabled
from ......responses.providers import GoogleManagedProjectStorageEnabled as BetaGoogleManagedProjectStorageEnabled
from ......responses.providers import (
    GoogleManagedProjectStorageFailedCheck as BetaGoogleManagedProjectStorageFailedCheck,
)
from ......responses.providers import (
    GoogleManagedProjectStorageRegionActive as BetaGoogleManagedProjectStorageRegionActive,
)
from ......responses.providers import (
    GoogleManagedProjectStorageRegionFailed as BetaGoogleManagedProjectStorageRegionFailed,
)
from ......responses.providers import (
    GoogleManagedProjectStorageRegionNotConfigured as BetaGoogleManagedProjectStorageRegionNotConfigured,
)
from ......responses.providers import (
    GoogleManagedProjectStorageRegionPending as BetaGoogleManagedProjectStorageRegionPending,
)
from ......responses.providers import (
    GoogleManagedProjectStorageRegionStatus as BetaGoogleManagedProjectStorageRegionStatus,
)
from ......responses.providers import (
    GoogleManagedProjectStorageRegionSuspended as BetaGoogleManagedProjectStorageRegionSuspended,
)

__all__ = [
    "BetaGoogleManagedProjectBucketReferenceParam",
    "BetaGoogleManagedProjectCMEKControl",
    "BetaGoogleManagedProjectCMEKControlParams",
    "BetaGoogleManagedProjectCMEKDisabled",
    "BetaGoogleManagedProjectCMEKDisabledParams",
    "BetaGoogleManagedProjectCMEKEnabled",
    "BetaGoogleManagedProjectCMEKEnabledParams",
    "BetaGoogleManagedProjectCMEKRegionActive",
    "BetaGoogleManagedProjectCMEKRegionFailed",
    "BetaGoogleManagedProjectCMEKRegionNotConfigured",
    "BetaGoogleManagedProjectCMEKRegionPending",
    "BetaGoogleManagedProjectCMEKRegionStatus",
    "BetaGoogleManagedProjectCMEKRegionSuspended",
    "BetaGoogleManagedProjectDataControls",
    "BetaGoogleManagedProjectEffectiveBucket",
    "BetaGoogleManagedProjectRetiredBucket",
    "BetaGoogleManagedProjectRetiredKey",
    "BetaGoogleManagedProjectStorageBucket",
    "BetaGoogleManagedProjectStorageControl",
    "BetaGoogleManagedProjectStorageControlParams",
    "BetaGoogleManagedProjectStorageDisabled",
    "BetaGoogleManagedProjectStorageDisabledParams",
    "BetaGoogleManagedProjectStorageEnabled",
    "BetaGoogleManagedProjectStorageEnabledParams",
    "BetaGoogleManagedProjectStorageFailedCheck",
    "BetaGoogleManagedProjectStorageRegionActive",
    "BetaGoogleManagedProjectStorageRegionFailed",
    "BetaGoogleManagedProjectStorageRegionNotConfigured",
    "BetaGoogleManagedProjectStorageRegionPending",
    "BetaGoogleManagedProjectStorageRegionStatus",
    "BetaGoogleManagedProjectStorageRegionSuspended",
    "DataControlUpdateParams",
]
