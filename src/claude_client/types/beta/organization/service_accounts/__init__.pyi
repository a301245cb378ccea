# Written by `scripts/generate_types.py`.

from ....params.service_accounts import ServiceAccountWorkspaceAddParams as WorkspaceAddParams
from ....params.service_accounts import ServiceAccountWorkspaceListParams as WorkspaceListParams
from ....responses.service_accounts import ServiceAccountWorkspaceRemoveResponse as WorkspaceRemoveResponse

__all__ = ["WorkspaceAddParams", "WorkspaceListParams", "WorkspaceRemoveResponse"]
