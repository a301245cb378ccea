# Written by `scripts/generate_types.py`.

from .....params.federation import RuleWorkspaceAddParams as WorkspaceAddParams
from .....params.federation import RuleWorkspaceListParams as WorkspaceListParams
from .....responses.federation import FederationRuleWorkspaceRemoveResponse as WorkspaceRemoveResponse

__all__ = ["WorkspaceAddParams", "WorkspaceListParams", "WorkspaceRemoveResponse"]
