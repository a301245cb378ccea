# Written by `scripts/generate_types.py`.

from .....params.claude_code import ClaudeCodeManagedSettingsModeParam as BetaClaudeCodeManagedSettingsModeParam
from .....params.claude_code import (
    ClaudeCodeManagedSettingsOrganizationModeParam as BetaClaudeCodeManagedSettingsOrganizationModeParam,
)
from .....params.claude_code import (
    ClaudeCodeManagedSettingsRBACGroupsModeParam as BetaClaudeCodeManagedSettingsRBACGroupsModeParam,
)
from .....params.claude_code import ConfigurationUpdateParams, RBACGroupDefaultUpdateParams
from .....params.claude_code import ManagedSettingRBACGroupListParams as RBACGroupListParams
from .....params.claude_code import ManagedSettingRBACGroupSetParams as RBACGroupSetParams
from .....responses.claude_code import (
    ClaudeCodeManagedSettingsConfiguration as BetaClaudeCodeManagedSettingsConfiguration,
)
from .....responses.claude_code import ClaudeCodeManagedSettingsMode as BetaClaudeCodeManagedSettingsMode
from .....responses.claude_code import (
    ClaudeCodeManagedSettingsOrganizationMode as BetaClaudeCodeManagedSettingsOrganizationMode,
)
from .....responses.claude_code import (
    ClaudeCodeManagedSettingsRBACGroupsMode as BetaClaudeCodeManagedSettingsRBACGroupsMode,
)
from .....responses.claude_code import (
    ClaudeCodeRBACGroupDefaultManagedSettings as BetaClaudeCodeRBACGroupDefaultManagedSettings,
)
from .....responses.claude_code import ClaudeCodeRBACGroupManagedSettings as BetaClaudeCodeRBACGroupManagedSettings
from .....responses.claude_code import (
    ClaudeCodeRBACGroupManagedSettingsSummary as BetaClaudeCodeRBACGroupManagedSettingsSummary,
)
from .....responses.claude_code import ClaudeCodeRBACGroupStatus as BetaClaudeCodeRBACGroupStatus
from .....responses.claude_code import ClaudeCodeRBACGroupStatusActive as BetaClaudeCodeRBACGroupStatusActive
from .....responses.claude_code import ClaudeCodeRBACGroupStatusDeleted as BetaClaudeCodeRBACGroupStatusDeleted
from .....responses.claude_code import ClaudeCodeRBACGroupStatusUnknown as BetaClaudeCodeRBACGroupStatusUnknown
from .....responses.claude_code import (
    DeletedClaudeCodeRBACGroupManagedSettings as BetaDeletedClaudeCodeRBACGroupManagedSettings,
)

__all__ = [
    "BetaClaudeCodeManagedSettingsConfiguration",
    "BetaClaudeCodeManagedSettingsMode",
    "BetaClaudeCodeManagedSettingsModeParam",
    "BetaClaudeCodeManagedSettingsOrganizationMode",
    "BetaClaudeCodeManagedSettingsOrganizationModeParam",
    "BetaClaudeCodeManagedSettingsRBACGroupsMode",
    "BetaClaudeCodeManagedSettingsRBACGroupsModeParam",
    "BetaClaudeCodeRBACGroupDefaultManagedSettings",
    "BetaClaudeCodeRBACGroupManagedSettings",
    "BetaClaudeCodeRBACGroupManagedSettingsSummary",
    "BetaClaudeCodeRBACGroupStatus",
    "BetaClaudeCodeRBACGroupStatusActive",
    "BetaClaudeCodeRBACGroupStatusDeleted",
    "BetaClaudeCodeRBACGroupStatusUnknown",
    "BetaDeletedClaudeCodeRBACGroupManagedSettings",
    "ConfigurationUpdateParams",
    "RBACGroupDefaultUpdateParams",
    "RBACGroupListParams",
    "RBACGroupSetParams",
]
