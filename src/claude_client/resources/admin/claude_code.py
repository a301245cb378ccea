"""Claude Code in the organization.

API: https://platform.claude.com/docs/en/api/admin/claude_code

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ... import types
from ...core.endpoint import Mode, Raw, Streamed, endpoint, paginated
from ...core.request import path
from ._resource import AdminResource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...core.pages import AsyncPage, Page
    from ...core.request import Request
    from ...types import (
        ClaudeCodeManagedSettingsConfiguration,
        ClaudeCodeRBACGroupDefaultManagedSettings,
        ClaudeCodeRBACGroupManagedSettings,
        ClaudeCodeRBACGroupManagedSettingsSummary,
        ConfigurationUpdateParams,
        DeletedClaudeCodeRBACGroupManagedSettings,
        ManagedSettingRBACGroupListParams,
        ManagedSettingRBACGroupSetParams,
        RBACGroupDefaultUpdateParams,
    )
    from ...types.request_options import RequestOptions

_BETAS = ("ce-claude-code-managed-settings-2026-10-06",)


class RBACGroups(AdminResource[Mode]):
    """The settings of single groups."""

    @property
    def with_raw_response(self) -> RBACGroups[Raw[Mode]]:
        """The same calls, giving the response."""
        return RBACGroups(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> RBACGroups[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return RBACGroups(self._binding.as_streamed())

    @endpoint
    def retrieve(
        self, rbac_group_id: str, **options: Unpack[RequestOptions]
    ) -> Request[ClaudeCodeRBACGroupManagedSettings]:
        """One group's settings. Beta.

        Raises:
            NotFoundError: There is no such group's settings.

        API: https://platform.claude.com/docs/en/api/admin/claude_code/managed_settings/rbac_groups/retrieve
        """
        return self._get(
            path(
                "/v1/organizations/claude_code/managed_settings/rbac_groups/{rbac_group_id}",
                rbac_group_id=rbac_group_id,
            ),
            types.ClaudeCodeRBACGroupManagedSettings,
            options,
            betas=_BETAS,
        )

    @paginated
    def list(
        self, **params: Unpack[ManagedSettingRBACGroupListParams]
    ) -> Request[Page[ClaudeCodeRBACGroupManagedSettingsSummary], AsyncPage[ClaudeCodeRBACGroupManagedSettingsSummary]]:
        """The settings of groups. Beta.

        API: https://platform.claude.com/docs/en/api/admin/claude_code/managed_settings/rbac_groups/list
        """
        return self._list(
            "/v1/organizations/claude_code/managed_settings/rbac_groups",
            types.ClaudeCodeRBACGroupManagedSettingsSummary,
            params,
            betas=_BETAS,
        )

    @endpoint
    def set(
        self, rbac_group_id: str, **params: Unpack[ManagedSettingRBACGroupSetParams]
    ) -> Request[ClaudeCodeRBACGroupManagedSettings]:
        """Set a group's settings. Beta.

        API: https://platform.claude.com/docs/en/api/admin/claude_code/managed_settings/rbac_groups/set
        """
        return self._post(
            path(
                "/v1/organizations/claude_code/managed_settings/rbac_groups/{rbac_group_id}",
                rbac_group_id=rbac_group_id,
            ),
            types.ClaudeCodeRBACGroupManagedSettings,
            params,
            betas=_BETAS,
        )

    @endpoint
    def delete(
        self, rbac_group_id: str, **options: Unpack[RequestOptions]
    ) -> Request[DeletedClaudeCodeRBACGroupManagedSettings]:
        """Delete a group's settings, for good. Beta.

        Raises:
            NotFoundError: There is no such group's settings.

        API: https://platform.claude.com/docs/en/api/admin/claude_code/managed_settings/rbac_groups/delete
        """
        return self._delete(
            path(
                "/v1/organizations/claude_code/managed_settings/rbac_groups/{rbac_group_id}",
                rbac_group_id=rbac_group_id,
            ),
            types.DeletedClaudeCodeRBACGroupManagedSettings,
            options,
            betas=_BETAS,
        )


class RBACGroupDefault(AdminResource[Mode]):
    """The settings for groups that have none of their own."""

    @property
    def with_raw_response(self) -> RBACGroupDefault[Raw[Mode]]:
        """The same calls, giving the response."""
        return RBACGroupDefault(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> RBACGroupDefault[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return RBACGroupDefault(self._binding.as_streamed())

    @endpoint
    def retrieve(self, **options: Unpack[RequestOptions]) -> Request[ClaudeCodeRBACGroupDefaultManagedSettings]:
        """The settings of groups that have none of their own. Beta.

        API: https://platform.claude.com/docs/en/api/admin/claude_code/managed_settings/rbac_group_default/retrieve
        """
        return self._get(
            "/v1/organizations/claude_code/managed_settings/rbac_group_default",
            types.ClaudeCodeRBACGroupDefaultManagedSettings,
            options,
            betas=_BETAS,
        )

    @endpoint
    def update(
        self, **params: Unpack[RBACGroupDefaultUpdateParams]
    ) -> Request[ClaudeCodeRBACGroupDefaultManagedSettings]:
        """Change the default settings of groups; what is left out stays as it is. Beta.

        API: https://platform.claude.com/docs/en/api/admin/claude_code/managed_settings/rbac_group_default/update
        """
        return self._post(
            "/v1/organizations/claude_code/managed_settings/rbac_group_default",
            types.ClaudeCodeRBACGroupDefaultManagedSettings,
            params,
            betas=_BETAS,
        )


class Configuration(AdminResource[Mode]):
    """The settings for the whole organization."""

    @property
    def with_raw_response(self) -> Configuration[Raw[Mode]]:
        """The same calls, giving the response."""
        return Configuration(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Configuration[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Configuration(self._binding.as_streamed())

    @endpoint
    def retrieve(self, **options: Unpack[RequestOptions]) -> Request[ClaudeCodeManagedSettingsConfiguration]:
        """The managed settings of the organization. Beta.

        API: https://platform.claude.com/docs/en/api/admin/claude_code/managed_settings/configuration/retrieve
        """
        return self._get(
            "/v1/organizations/claude_code/managed_settings/configuration",
            types.ClaudeCodeManagedSettingsConfiguration,
            options,
            betas=_BETAS,
        )

    @endpoint
    def update(self, **params: Unpack[ConfigurationUpdateParams]) -> Request[ClaudeCodeManagedSettingsConfiguration]:
        """Change the managed settings of the organization; what is left out stays as it is. Beta.

        API: https://platform.claude.com/docs/en/api/admin/claude_code/managed_settings/configuration/update
        """
        return self._post(
            "/v1/organizations/claude_code/managed_settings/configuration",
            types.ClaudeCodeManagedSettingsConfiguration,
            params,
            betas=_BETAS,
        )


class ManagedSettings(AdminResource[Mode]):
    """Settings of Claude Code that people cannot change."""

    @property
    def with_raw_response(self) -> ManagedSettings[Raw[Mode]]:
        """The same calls, giving the response."""
        return ManagedSettings(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> ManagedSettings[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return ManagedSettings(self._binding.as_streamed())

    @cached_property
    def configuration(self) -> Configuration[Mode]:
        """The settings for the whole organization."""
        return Configuration(self._binding)

    @cached_property
    def rbac_group_default(self) -> RBACGroupDefault[Mode]:
        """The settings for groups that have none of their own."""
        return RBACGroupDefault(self._binding)

    @cached_property
    def rbac_groups(self) -> RBACGroups[Mode]:
        """The settings of single groups."""
        return RBACGroups(self._binding)


class ClaudeCode(AdminResource[Mode]):
    """Claude Code in the organization."""

    @property
    def with_raw_response(self) -> ClaudeCode[Raw[Mode]]:
        """The same calls, giving the response."""
        return ClaudeCode(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> ClaudeCode[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return ClaudeCode(self._binding.as_streamed())

    @cached_property
    def managed_settings(self) -> ManagedSettings[Mode]:
        """Settings of Claude Code that people cannot change."""
        return ManagedSettings(self._binding)
