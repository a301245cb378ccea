"""The organization and everything in it; `client.organization` and `client.admin` are the same.

API: https://platform.claude.com/docs/en/api/admin/organization

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ... import types
from ...core.endpoint import Mode, Raw, Streamed, endpoint
from ._resource import AdminResource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...core.request import Request
    from ...types import OrganizationInfo
    from ...types.request_options import RequestOptions
    from .analytics import Analytics
    from .api_keys import APIKeys
    from .claude_code import ClaudeCode
    from .claude_tag import ClaudeTag
    from .compliance_settings import ComplianceSettings
    from .cost_report import CostReport
    from .external_keys import ExternalKeys
    from .external_storage import ExternalStorages
    from .federation import Federation
    from .invites import Invites
    from .plugin_marketplaces import PluginMarketplaces
    from .plugins import Plugins
    from .providers import Providers
    from .rate_limits import RateLimits
    from .rbac_groups import RBACGroups
    from .rbac_roles import RBACRoles
    from .service_accounts import ServiceAccounts
    from .spend_limits import SpendLimits
    from .telemetry_destinations import TelemetryDestinations
    from .usage_report import UsageReport
    from .users import Users
    from .webhooks import Webhooks
    from .workspaces import Workspaces


class Organization(AdminResource[Mode]):
    """The organization and everything in it; `client.organization` and `client.admin` are the same."""

    @property
    def with_raw_response(self) -> Organization[Raw[Mode]]:
        """The same calls, giving the response."""
        return Organization(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Organization[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Organization(self._binding.as_streamed())

    @cached_property
    def analytics(self) -> Analytics[Mode]:
        """What the people of a Claude Enterprise organization use, and what it costs."""
        from .analytics import Analytics

        return Analytics(self._binding)

    @cached_property
    def api_keys(self) -> APIKeys[Mode]:
        """The API keys of the organization."""
        from .api_keys import APIKeys

        return APIKeys(self._binding)

    @cached_property
    def claude_code(self) -> ClaudeCode[Mode]:
        """Claude Code in the organization."""
        from .claude_code import ClaudeCode

        return ClaudeCode(self._binding)

    @cached_property
    def claude_tag(self) -> ClaudeTag[Mode]:
        """Claude in Slack. An experimental beta."""
        from .claude_tag import ClaudeTag

        return ClaudeTag(self._binding)

    @cached_property
    def compliance_settings(self) -> ComplianceSettings[Mode]:
        """The compliance settings of the organization."""
        from .compliance_settings import ComplianceSettings

        return ComplianceSettings(self._binding)

    @cached_property
    def cost_report(self) -> CostReport[Mode]:
        """Reports of what that costs."""
        from .cost_report import CostReport

        return CostReport(self._binding)

    @cached_property
    def external_keys(self) -> ExternalKeys[Mode]:
        """Keys of your own that data is encrypted with."""
        from .external_keys import ExternalKeys

        return ExternalKeys(self._binding)

    @cached_property
    def external_storage(self) -> ExternalStorages[Mode]:
        """Buckets of your own that data is kept in."""
        from .external_storage import ExternalStorages

        return ExternalStorages(self._binding)

    @cached_property
    def federation(self) -> Federation[Mode]:
        """Workload identity: whose tokens are taken in place of a key."""
        from .federation import Federation

        return Federation(self._binding)

    @cached_property
    def invites(self) -> Invites[Mode]:
        """Invitations of people to the organization."""
        from .invites import Invites

        return Invites(self._binding)

    @cached_property
    def plugin_marketplaces(self) -> PluginMarketplaces[Mode]:
        """Marketplaces that plugins come from."""
        from .plugin_marketplaces import PluginMarketplaces

        return PluginMarketplaces(self._binding)

    @cached_property
    def plugins(self) -> Plugins[Mode]:
        """Plugins of the organization."""
        from .plugins import Plugins

        return Plugins(self._binding)

    @cached_property
    def providers(self) -> Providers[Mode]:
        """Controls of cloud providers for the organization."""
        from .providers import Providers

        return Providers(self._binding)

    @cached_property
    def rate_limits(self) -> RateLimits[Mode]:
        """The rate limits of the organization."""
        from .rate_limits import RateLimits

        return RateLimits(self._binding)

    @cached_property
    def rbac_groups(self) -> RBACGroups[Mode]:
        """Groups of people, which roles are given to."""
        from .rbac_groups import RBACGroups

        return RBACGroups(self._binding)

    @cached_property
    def rbac_roles(self) -> RBACRoles[Mode]:
        """Roles: sets of permissions."""
        from .rbac_roles import RBACRoles

        return RBACRoles(self._binding)

    @cached_property
    def service_accounts(self) -> ServiceAccounts[Mode]:
        """Service accounts: whom programs act as."""
        from .service_accounts import ServiceAccounts

        return ServiceAccounts(self._binding)

    @cached_property
    def spend_limits(self) -> SpendLimits[Mode]:
        """Limits of what may be spent."""
        from .spend_limits import SpendLimits

        return SpendLimits(self._binding)

    @cached_property
    def telemetry_destinations(self) -> TelemetryDestinations[Mode]:
        """Where the API itself exports telemetry to, by OTLP."""
        from .telemetry_destinations import TelemetryDestinations

        return TelemetryDestinations(self._binding)

    @cached_property
    def usage_report(self) -> UsageReport[Mode]:
        """Reports of what the organization used."""
        from .usage_report import UsageReport

        return UsageReport(self._binding)

    @cached_property
    def users(self) -> Users[Mode]:
        """The people in the organization."""
        from .users import Users

        return Users(self._binding)

    @cached_property
    def webhooks(self) -> Webhooks[Mode]:
        """Endpoints that events are delivered to."""
        from .webhooks import Webhooks

        return Webhooks(self._binding)

    @cached_property
    def workspaces(self) -> Workspaces[Mode]:
        """Workspaces of the organization."""
        from .workspaces import Workspaces

        return Workspaces(self._binding)

    @endpoint
    def retrieve(self, **options: Unpack[RequestOptions]) -> Request[OrganizationInfo]:
        """The organization that the key belongs to.

        API: https://platform.claude.com/docs/en/api/admin/organization/me
        """
        return self._get("/v1/organizations/me", types.OrganizationInfo, options)
