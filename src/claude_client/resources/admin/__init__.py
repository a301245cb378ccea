"""The Admin API: the organization, its people, workspaces and keys, and what it used and paid.

It takes an admin key: `admin_api_key=` or `ANTHROPIC_ADMIN_API_KEY`, used for these calls without being asked.

API: https://platform.claude.com/docs/en/api/admin
"""

from __future__ import annotations

from ...core.endpoint import Mode, Raw, Streamed
from . import _organization


class Organization(_organization.Organization[Mode]):
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
