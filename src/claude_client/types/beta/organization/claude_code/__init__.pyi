# Written by `scripts/generate_types.py`.

from ....responses.error_details import CMEKFeatureUnsupportedErrorDetails as BetaCMEKFeatureUnsupportedErrorDetails
from ....responses.error_details import (
    RBACGroupManagedSettingsNotFoundErrorDetails as BetaRBACGroupManagedSettingsNotFoundErrorDetails,
)
from ....responses.error_details import (
    RBACGroupOrderLimitExceededErrorDetails as BetaRBACGroupOrderLimitExceededErrorDetails,
)
from ....responses.error_details import (
    SettingsDocumentLimitExceededErrorDetails as BetaSettingsDocumentLimitExceededErrorDetails,
)
from ....responses.error_details import (
    SettingsHistoryLimitExceededErrorDetails as BetaSettingsHistoryLimitExceededErrorDetails,
)

__all__ = [
    "BetaCMEKFeatureUnsupportedErrorDetails",
    "BetaRBACGroupManagedSettingsNotFoundErrorDetails",
    "BetaRBACGroupOrderLimitExceededErrorDetails",
    "BetaSettingsDocumentLimitExceededErrorDetails",
    "BetaSettingsHistoryLimitExceededErrorDetails",
]
