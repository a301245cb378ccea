"""Claude in Slack. An experimental beta.

API: https://platform.claude.com/docs/en/api/admin/claude_tag

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, cast

from ... import types
from ...core.endpoint import Mode, Raw, Streamed, endpoint, paginated
from ...core.request import path
from ._resource import AdminResource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...core.pages import AsyncPage, Page
    from ...core.request import Request
    from ...types import (
        BundleListParams,
        BundleUpdateParams,
        ClaudeTagBundle,
        ClaudeTagBundleTarget,
        ClaudeTagDeletedBundleTarget,
        ClaudeTagDeletedSlackChannel,
        ClaudeTagSlackChannel,
        ClaudeTagSlackWorkspace,
        SlackChannelCreateParams,
        SlackChannelListParams,
        SlackChannelRetrieveParams,
        SlackChannelUpdateParams,
        SlackWorkspaceListParams,
        SlackWorkspaceRetrieveParams,
        SlackWorkspaceUpdateParams,
        TargetCreateParams,
        TargetListParams,
    )
    from ...types.request_options import RequestOptions

_BETAS = ("experimental-claude-tag-2026-10-21",)


class SlackWorkspaces(AdminResource[Mode]):
    """Slack workspaces that are connected."""

    @property
    def with_raw_response(self) -> SlackWorkspaces[Raw[Mode]]:
        """The same calls, giving the response."""
        return SlackWorkspaces(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> SlackWorkspaces[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return SlackWorkspaces(self._binding.as_streamed())

    @endpoint
    def retrieve(self, id: str, **params: Unpack[SlackWorkspaceRetrieveParams]) -> Request[ClaudeTagSlackWorkspace]:
        """One Slack workspace. Beta.

        Raises:
            NotFoundError: There is no such Slack workspace.

        API: https://platform.claude.com/docs/en/api/admin/claude_tag/slack_workspaces/retrieve
        """
        return self._get(
            path("/v1/organizations/claude_tag/slack_workspaces/{id}", id=id),
            types.ClaudeTagSlackWorkspace,
            params,
            betas=_BETAS,
        )

    @paginated
    def list(
        self, **params: Unpack[SlackWorkspaceListParams]
    ) -> Request[Page[ClaudeTagSlackWorkspace], AsyncPage[ClaudeTagSlackWorkspace]]:
        """The Slack workspaces. Beta.

        API: https://platform.claude.com/docs/en/api/admin/claude_tag/slack_workspaces/list
        """
        return self._list(
            "/v1/organizations/claude_tag/slack_workspaces", types.ClaudeTagSlackWorkspace, params, betas=_BETAS
        )

    @endpoint
    def update(self, id: str, **params: Unpack[SlackWorkspaceUpdateParams]) -> Request[ClaudeTagSlackWorkspace]:
        """Change a Slack workspace; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such Slack workspace.

        API: https://platform.claude.com/docs/en/api/admin/claude_tag/slack_workspaces/update
        """
        return self._post(
            path("/v1/organizations/claude_tag/slack_workspaces/{id}", id=id),
            types.ClaudeTagSlackWorkspace,
            params,
            betas=_BETAS,
        )


class SlackChannels(AdminResource[Mode]):
    """Slack channels with settings of their own."""

    @property
    def with_raw_response(self) -> SlackChannels[Raw[Mode]]:
        """The same calls, giving the response."""
        return SlackChannels(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> SlackChannels[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return SlackChannels(self._binding.as_streamed())

    @endpoint
    def create(self, **params: Unpack[SlackChannelCreateParams]) -> Request[ClaudeTagSlackChannel]:
        """Create a Slack channel. Beta.

        API: https://platform.claude.com/docs/en/api/admin/claude_tag/slack_channels/create
        """
        return self._post(
            "/v1/organizations/claude_tag/slack_channels", types.ClaudeTagSlackChannel, params, betas=_BETAS
        )

    @endpoint
    def retrieve(self, id: str, **params: Unpack[SlackChannelRetrieveParams]) -> Request[ClaudeTagSlackChannel]:
        """One Slack channel. Beta.

        Raises:
            NotFoundError: There is no such Slack channel.

        API: https://platform.claude.com/docs/en/api/admin/claude_tag/slack_channels/retrieve
        """
        return self._get(
            path("/v1/organizations/claude_tag/slack_channels/{id}", id=id),
            types.ClaudeTagSlackChannel,
            params,
            betas=_BETAS,
        )

    @paginated
    def list(
        self, **params: Unpack[SlackChannelListParams]
    ) -> Request[Page[ClaudeTagSlackChannel], AsyncPage[ClaudeTagSlackChannel]]:
        """The Slack channels. Beta.

        API: https://platform.claude.com/docs/en/api/admin/claude_tag/slack_channels/list
        """
        return self._list(
            "/v1/organizations/claude_tag/slack_channels", types.ClaudeTagSlackChannel, params, betas=_BETAS
        )

    @endpoint
    def update(self, id: str, **params: Unpack[SlackChannelUpdateParams]) -> Request[ClaudeTagSlackChannel]:
        """Change a Slack channel; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such Slack channel.

        API: https://platform.claude.com/docs/en/api/admin/claude_tag/slack_channels/update
        """
        return self._post(
            path("/v1/organizations/claude_tag/slack_channels/{id}", id=id),
            types.ClaudeTagSlackChannel,
            params,
            betas=_BETAS,
        )

    @endpoint
    def delete(self, id: str, **options: Unpack[RequestOptions]) -> Request[ClaudeTagDeletedSlackChannel]:
        """Delete a Slack channel, for good. Beta.

        Raises:
            NotFoundError: There is no such Slack channel.

        API: https://platform.claude.com/docs/en/api/admin/claude_tag/slack_channels/delete
        """
        return self._delete(
            path("/v1/organizations/claude_tag/slack_channels/{id}", id=id),
            types.ClaudeTagDeletedSlackChannel,
            options,
            betas=_BETAS,
        )


class Targets(AdminResource[Mode]):
    """Where a bundle applies."""

    @property
    def with_raw_response(self) -> Targets[Raw[Mode]]:
        """The same calls, giving the response."""
        return Targets(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Targets[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Targets(self._binding.as_streamed())

    @endpoint
    def create(self, bundle_id: str, **params: Unpack[TargetCreateParams]) -> Request[ClaudeTagBundleTarget]:
        """Make a bundle apply somewhere. Beta.

        API: https://platform.claude.com/docs/en/api/admin/claude_tag/bundles/targets/create
        """
        return self._post(
            path("/v1/organizations/claude_tag/bundles/{bundle_id}/targets", bundle_id=bundle_id),
            cast("type[ClaudeTagBundleTarget]", types.ClaudeTagBundleTarget),
            params,
            whole="target",
            betas=_BETAS,
        )

    @endpoint
    def retrieve(
        self, target_id: str, *, bundle_id: str, **options: Unpack[RequestOptions]
    ) -> Request[ClaudeTagBundleTarget]:
        """One target of a bundle. Beta.

        Raises:
            NotFoundError: There is no such target.

        API: https://platform.claude.com/docs/en/api/admin/claude_tag/bundles/targets/retrieve
        """
        return self._get(
            path(
                "/v1/organizations/claude_tag/bundles/{bundle_id}/targets/{target_id}",
                bundle_id=bundle_id,
                target_id=target_id,
            ),
            cast("type[ClaudeTagBundleTarget]", types.ClaudeTagBundleTarget),
            options,
            betas=_BETAS,
        )

    @paginated
    def list(
        self, bundle_id: str, **params: Unpack[TargetListParams]
    ) -> Request[Page[ClaudeTagBundleTarget], AsyncPage[ClaudeTagBundleTarget]]:
        """The targets of a bundle. Beta.

        API: https://platform.claude.com/docs/en/api/admin/claude_tag/bundles/targets/list
        """
        return self._list(
            path("/v1/organizations/claude_tag/bundles/{bundle_id}/targets", bundle_id=bundle_id),
            cast("type[ClaudeTagBundleTarget]", types.ClaudeTagBundleTarget),
            params,
            betas=_BETAS,
        )

    @endpoint
    def delete(
        self, target_id: str, *, bundle_id: str, **options: Unpack[RequestOptions]
    ) -> Request[ClaudeTagDeletedBundleTarget]:
        """Stop a bundle from applying somewhere. Beta.

        Raises:
            NotFoundError: There is no such target.

        API: https://platform.claude.com/docs/en/api/admin/claude_tag/bundles/targets/delete
        """
        return self._delete(
            path(
                "/v1/organizations/claude_tag/bundles/{bundle_id}/targets/{target_id}",
                bundle_id=bundle_id,
                target_id=target_id,
            ),
            types.ClaudeTagDeletedBundleTarget,
            options,
            betas=_BETAS,
        )


class Bundles(AdminResource[Mode]):
    """Bundles: what Claude may use in Slack."""

    @property
    def with_raw_response(self) -> Bundles[Raw[Mode]]:
        """The same calls, giving the response."""
        return Bundles(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Bundles[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Bundles(self._binding.as_streamed())

    @cached_property
    def targets(self) -> Targets[Mode]:
        """Where a bundle applies."""
        return Targets(self._binding)

    @endpoint
    def retrieve(self, bundle_id: str, **options: Unpack[RequestOptions]) -> Request[ClaudeTagBundle]:
        """One bundle. Beta.

        Raises:
            NotFoundError: There is no such bundle.

        API: https://platform.claude.com/docs/en/api/admin/claude_tag/bundles/retrieve
        """
        return self._get(
            path("/v1/organizations/claude_tag/bundles/{bundle_id}", bundle_id=bundle_id),
            types.ClaudeTagBundle,
            options,
            betas=_BETAS,
        )

    @paginated
    def list(self, **params: Unpack[BundleListParams]) -> Request[Page[ClaudeTagBundle], AsyncPage[ClaudeTagBundle]]:
        """The bundles. Beta.

        API: https://platform.claude.com/docs/en/api/admin/claude_tag/bundles/list
        """
        return self._list("/v1/organizations/claude_tag/bundles", types.ClaudeTagBundle, params, betas=_BETAS)

    @endpoint
    def update(self, bundle_id: str, **params: Unpack[BundleUpdateParams]) -> Request[ClaudeTagBundle]:
        """Change a bundle; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such bundle.

        API: https://platform.claude.com/docs/en/api/admin/claude_tag/bundles/update
        """
        return self._post(
            path("/v1/organizations/claude_tag/bundles/{bundle_id}", bundle_id=bundle_id),
            types.ClaudeTagBundle,
            params,
            betas=_BETAS,
        )


class ClaudeTag(AdminResource[Mode]):
    """Claude in Slack. An experimental beta."""

    @property
    def with_raw_response(self) -> ClaudeTag[Raw[Mode]]:
        """The same calls, giving the response."""
        return ClaudeTag(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> ClaudeTag[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return ClaudeTag(self._binding.as_streamed())

    @cached_property
    def bundles(self) -> Bundles[Mode]:
        """Bundles: what Claude may use in Slack."""
        return Bundles(self._binding)

    @cached_property
    def slack_channels(self) -> SlackChannels[Mode]:
        """Slack channels with settings of their own."""
        return SlackChannels(self._binding)

    @cached_property
    def slack_workspaces(self) -> SlackWorkspaces[Mode]:
        """Slack workspaces that are connected."""
        return SlackWorkspaces(self._binding)
