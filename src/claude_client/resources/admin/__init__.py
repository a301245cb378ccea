"""The Admin API: the organization, its people, workspaces and keys, and what it used and paid.

It takes an admin key: `admin_api_key=` or `ANTHROPIC_ADMIN_API_KEY`, used for these calls without being asked.

API: https://platform.claude.com/docs/en/api/admin
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ... import types
from ...core.endpoint import Mode, Raw, Streamed, endpoint
from ._resource import AdminResource
from .api_keys import APIKeys
from .cost_report import CostReport
from .invites import Invites
from .usage_report import UsageReport
from .users import Users
from .workspaces import Workspaces

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...core.request import Request
    from ...types import OrganizationInfo
    from ...types.request_options import RequestOptions


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

    @property
    def organization(self) -> Organization[Mode]:
        """This resource, so that `client.admin.organization.retrieve()` reads as the API's name of the call."""
        return self

    @cached_property
    def invites(self) -> Invites[Mode]:
        """Invitations of people to the organization."""
        return Invites(self._binding)

    @cached_property
    def users(self) -> Users[Mode]:
        """The people in the organization."""
        return Users(self._binding)

    @cached_property
    def workspaces(self) -> Workspaces[Mode]:
        """Workspaces and their members."""
        return Workspaces(self._binding)

    @cached_property
    def api_keys(self) -> APIKeys[Mode]:
        """The API keys of the organization."""
        return APIKeys(self._binding)

    @cached_property
    def usage_report(self) -> UsageReport[Mode]:
        """Reports of what the organization used."""
        return UsageReport(self._binding)

    @cached_property
    def cost_report(self) -> CostReport[Mode]:
        """Reports of what that costs."""
        return CostReport(self._binding)

    @endpoint
    def retrieve(self, **options: Unpack[RequestOptions]) -> Request[OrganizationInfo]:
        """The organization that the key belongs to.

        API: https://platform.claude.com/docs/en/api/admin/organization/me
        """
        return self._get("/v1/organizations/me", types.OrganizationInfo, options)
