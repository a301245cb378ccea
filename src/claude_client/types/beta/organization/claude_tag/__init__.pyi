# Written by `scripts/generate_types.py`.

from ....params.claude_tag import (
    BundleListParams,
    BundleUpdateParams,
    SlackChannelCreateParams,
    SlackChannelListParams,
    SlackChannelRetrieveParams,
    SlackChannelUpdateParams,
    SlackWorkspaceListParams,
    SlackWorkspaceRetrieveParams,
    SlackWorkspaceUpdateParams,
)
from ....responses.claude_tag import ClaudeTagBundle as BetaClaudeTagBundle
from ....responses.claude_tag import ClaudeTagDeletedSlackChannel as BetaClaudeTagDeletedSlackChannel
from ....responses.claude_tag import ClaudeTagSlackChannel as BetaClaudeTagSlackChannel
from ....responses.claude_tag import ClaudeTagSlackWorkspace as BetaClaudeTagSlackWorkspace

__all__ = [
    "BetaClaudeTagBundle",
    "BetaClaudeTagDeletedSlackChannel",
    "BetaClaudeTagSlackChannel",
    "BetaClaudeTagSlackWorkspace",
    "BundleListParams",
    "BundleUpdateParams",
    "SlackChannelCreateParams",
    "SlackChannelListParams",
    "SlackChannelRetrieveParams",
    "SlackChannelUpdateParams",
    "SlackWorkspaceListParams",
    "SlackWorkspaceRetrieveParams",
    "SlackWorkspaceUpdateParams",
]
