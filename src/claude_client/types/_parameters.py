"""What each method takes, by the name of its `TypedDict`. No type is imported.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from .request_options import RequestOptions, UserProfileOptions, WorkspaceOptions

REQUESTOPTIONS = frozenset(RequestOptions.__annotations__)
WORKSPACEOPTIONS = frozenset(WorkspaceOptions.__annotations__)
USERPROFILEOPTIONS = frozenset(UserProfileOptions.__annotations__)
NAMES: Final[Mapping[str, frozenset[str]]] = {
    "APIKeyListParams": frozenset({"after_id", "before_id", "created_by_user_id", "limit", "status", "workspace_id"})
    | REQUESTOPTIONS,
    "APIKeyUpdateParams": frozenset({"name", "status"}) | REQUESTOPTIONS,
    "BatchCreateParams": frozenset({"requests"}) | USERPROFILEOPTIONS,
    "BatchListParams": frozenset({"after_id", "before_id", "limit"}) | WORKSPACEOPTIONS,
    "CompletionCreateParams": frozenset(
        {"max_tokens_to_sample", "metadata", "model", "prompt", "stop_sequences", "temperature", "top_k", "top_p"}
    )
    | REQUESTOPTIONS,
    "CompletionCreateParamsNonStreaming": frozenset(
        {
            "max_tokens_to_sample",
            "metadata",
            "model",
            "prompt",
            "stop_sequences",
            "stream",
            "temperature",
            "top_k",
            "top_p",
        }
    ),
    "CostReportRetrieveParams": frozenset({"bucket_width", "ending_at", "group_by", "limit", "page", "starting_at"})
    | REQUESTOPTIONS,
    "FileListParams": frozenset({"ids", "limit", "page", "scope_id"}) | WORKSPACEOPTIONS,
    "FileUploadParams": frozenset({"expires_in_seconds", "file"}) | WORKSPACEOPTIONS,
    "InviteCreateParams": frozenset({"email", "rbac_group_ids", "role"}) | REQUESTOPTIONS,
    "InviteListParams": frozenset({"after_id", "before_id", "email", "limit", "roles", "statuses"}) | REQUESTOPTIONS,
    "MessageCountTokensParams": frozenset(
        {
            "billing_policy",
            "cache_control",
            "compaction",
            "context_management",
            "mcp_servers",
            "messages",
            "model",
            "output_config",
            "speed",
            "system",
            "thinking",
            "tool_choice",
            "tools",
        }
    )
    | USERPROFILEOPTIONS,
    "MessageCreateParams": frozenset(
        {
            "billing_policy",
            "cache_control",
            "compaction",
            "container",
            "context_management",
            "diagnostics",
            "fallback_credit_token",
            "fallbacks",
            "inference_geo",
            "max_tokens",
            "mcp_servers",
            "messages",
            "metadata",
            "model",
            "output_config",
            "service_tier",
            "speed",
            "stop_sequences",
            "system",
            "temperature",
            "thinking",
            "thread",
            "tool_choice",
            "tools",
            "top_k",
            "top_p",
        }
    )
    | USERPROFILEOPTIONS,
    "MessageCreateParamsNonStreaming": frozenset(
        {
            "billing_policy",
            "cache_control",
            "compaction",
            "container",
            "context_management",
            "diagnostics",
            "fallback_credit_token",
            "fallbacks",
            "inference_geo",
            "max_tokens",
            "mcp_servers",
            "messages",
            "metadata",
            "model",
            "output_config",
            "service_tier",
            "speed",
            "stop_sequences",
            "stream",
            "system",
            "temperature",
            "thinking",
            "thread",
            "tool_choice",
            "tools",
            "top_k",
            "top_p",
        }
    ),
    "ModelListParams": frozenset({"after_id", "before_id", "lifecycle", "limit"}) | WORKSPACEOPTIONS,
    "SkillCreateParams": frozenset({"display_name", "files"}) | WORKSPACEOPTIONS,
    "SkillListParams": frozenset({"limit", "page", "source"}) | WORKSPACEOPTIONS,
    "SkillVersionCreateParams": frozenset({"files"}) | WORKSPACEOPTIONS,
    "SkillVersionListParams": frozenset({"limit", "page"}) | WORKSPACEOPTIONS,
    "UsageReportRetrieveClaudeCodeParams": frozenset({"limit", "page", "starting_at"}) | REQUESTOPTIONS,
    "UsageReportRetrieveMessagesParams": frozenset(
        {
            "account_ids",
            "api_key_ids",
            "bucket_width",
            "context_window",
            "ending_at",
            "group_by",
            "inference_geos",
            "limit",
            "models",
            "page",
            "service_account_ids",
            "service_tiers",
            "speeds",
            "starting_at",
            "workspace_ids",
        }
    )
    | REQUESTOPTIONS,
    "UserListParams": frozenset({"after_id", "before_id", "email", "limit", "roles"}) | REQUESTOPTIONS,
    "UserUpdateParams": frozenset({"role"}) | REQUESTOPTIONS,
    "WorkspaceCreateParams": frozenset(
        {"data_residency", "display_color", "external_key_id", "name", "tags", "user_profile_id"}
    )
    | REQUESTOPTIONS,
    "WorkspaceListParams": frozenset({"after_id", "before_id", "ids", "include_archived", "include_default", "limit"})
    | REQUESTOPTIONS,
    "WorkspaceMemberAddParams": frozenset({"user_id", "workspace_role"}) | REQUESTOPTIONS,
    "WorkspaceMemberListParams": frozenset({"after_id", "before_id", "limit"}) | REQUESTOPTIONS,
    "WorkspaceMemberUpdateParams": frozenset({"workspace_role"}) | REQUESTOPTIONS,
    "WorkspaceUpdateParams": frozenset(
        {"data_residency", "display_color", "external_key_id", "name", "tags", "user_profile_id"}
    )
    | REQUESTOPTIONS,
}
"""Every keyword of a call, those of its options included."""

REQUIRED: Final[Mapping[str, frozenset[str]]] = {
    "BatchCreateParams": frozenset({"requests"}),
    "CompletionCreateParams": frozenset({"max_tokens_to_sample", "model", "prompt"}),
    "CompletionCreateParamsNonStreaming": frozenset({"max_tokens_to_sample", "model", "prompt"}),
    "CostReportRetrieveParams": frozenset({"starting_at"}),
    "FileUploadParams": frozenset({"file"}),
    "InviteCreateParams": frozenset({"email", "role"}),
    "MessageCountTokensParams": frozenset({"messages", "model"}),
    "MessageCreateParams": frozenset({"max_tokens", "messages", "model"}),
    "MessageCreateParamsNonStreaming": frozenset({"max_tokens", "messages", "model"}),
    "SkillCreateParams": frozenset({"files"}),
    "SkillVersionCreateParams": frozenset({"files"}),
    "UsageReportRetrieveClaudeCodeParams": frozenset({"starting_at"}),
    "UsageReportRetrieveMessagesParams": frozenset({"starting_at"}),
    "UserUpdateParams": frozenset({"role"}),
    "WorkspaceCreateParams": frozenset({"name"}),
    "WorkspaceMemberAddParams": frozenset({"user_id", "workspace_role"}),
    "WorkspaceMemberUpdateParams": frozenset({"workspace_role"}),
}
"""Those that a call has to have."""

NULLABLE: Final[Mapping[str, frozenset[str]]] = {
    "APIKeyUpdateParams": frozenset({"name", "status"}),
    "CostReportRetrieveParams": frozenset({"page"}),
    "MessageCountTokensParams": frozenset(
        {"billing_policy", "cache_control", "compaction", "context_management", "speed"}
    ),
    "MessageCreateParams": frozenset(
        {
            "billing_policy",
            "cache_control",
            "compaction",
            "container",
            "context_management",
            "diagnostics",
            "fallback_credit_token",
            "fallbacks",
            "inference_geo",
            "speed",
            "thread",
        }
    ),
    "MessageCreateParamsNonStreaming": frozenset(
        {
            "billing_policy",
            "cache_control",
            "compaction",
            "container",
            "context_management",
            "diagnostics",
            "fallback_credit_token",
            "fallbacks",
            "inference_geo",
            "speed",
            "thread",
        }
    ),
    "SkillCreateParams": frozenset({"display_name"}),
    "UsageReportRetrieveClaudeCodeParams": frozenset({"page"}),
    "UsageReportRetrieveMessagesParams": frozenset({"page"}),
    "WorkspaceCreateParams": frozenset(
        {"data_residency", "display_color", "external_key_id", "tags", "user_profile_id"}
    ),
    "WorkspaceUpdateParams": frozenset({"data_residency", "tags"}),
}
"""Those for which None is sent, as null; all others None leaves out."""
