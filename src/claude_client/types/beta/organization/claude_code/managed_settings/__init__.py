"""The types of the official `types.beta.organization.claude_code.managed_settings`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from ....._official import exports

__getattr__, __dir__ = exports(
    __name__,
    (
        "BetaClaudeCodeManagedSettingsConfiguration BetaClaudeCodeManagedSettingsMode "
        "BetaClaudeCodeManagedSettingsModeParam BetaClaudeCodeManagedSettingsOrganizationMode "
        "BetaClaudeCodeManagedSettingsOrganizationModeParam BetaClaudeCodeManagedSettingsRBACGroupsMode "
        "BetaClaudeCodeManagedSettingsRBACGroupsModeParam BetaClaudeCodeRBACGroupDefaultManagedSettings "
        "BetaClaudeCodeRBACGroupManagedSettings BetaClaudeCodeRBACGroupManagedSettingsSummary "
        "BetaClaudeCodeRBACGroupStatus BetaClaudeCodeRBACGroupStatusActive BetaClaudeCodeRBACGroupStatusDeleted "
        "BetaClaudeCodeRBACGroupStatusUnknown BetaDeletedClaudeCodeRBACGroupManagedSettings ConfigurationUpdateParams "
        "RBACGroupDefaultUpdateParams RBACGroupListParams RBACGroupSetParams"
    ),
)
