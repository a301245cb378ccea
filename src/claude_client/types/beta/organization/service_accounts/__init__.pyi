# Written by `scripts/generate_types.py`.

from ....params.service_accounts import ServiceAccountWorkspaceAddParams as WorkspaceAddParams
from ....params.service_accounts import ServiceAccountWorkspaceListParams as WorkspaceListParams

__all__ = ["WorkspaceAddParams", "WorkspaceListParams"]
