# Written by `scripts/generate_types.py`.

from .....params.claude_tag import ClaudeTagBundleTargetCreateParam as BetaClaudeTagBundleTargetCreateParam
from .....params.claude_tag import (
    ClaudeTagSlackChannelBundleTargetCreateParam as BetaClaudeTagSlackChannelBundleTargetCreateParam,
)
from .....params.claude_tag import (
    ClaudeTagSlackWorkspaceBundleTargetCreateParam as BetaClaudeTagSlackWorkspaceBundleTargetCreateParam,
)
from .....params.claude_tag import TargetCreateParams, TargetListParams
from .....responses.claude_tag import ClaudeTagBundleTarget as BetaClaudeTagBundleTarget
from .....responses.claude_tag import ClaudeTagDeletedBundleTarget as BetaClaudeTagDeletedBundleTarget
from .....responses.claude_tag import ClaudeTagSlackChannelBundleTarget as BetaClaudeTagSlackChannelBundleTarget
from .....responses.claude_tag import ClaudeTagSlackWorkspaceBundleTarget as BetaClaudeTagSlackWorkspaceBundleTarget

__all__ = [
    "BetaClaudeTagBundleTarget",
    "BetaClaudeTagBundleTargetCreateParam",
    "BetaClaudeTagDeletedBundleTarget",
    "BetaClaudeTagSlackChannelBundleTarget",
    "BetaClaudeTagSlackChannelBundleTargetCreateParam",
    "BetaClaudeTagSlackWorkspaceBundleTarget",
    "BetaClaudeTagSlackWorkspaceBundleTargetCreateParam",
    "TargetCreateParams",
    "TargetListParams",
]
