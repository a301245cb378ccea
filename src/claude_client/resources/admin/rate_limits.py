"""The rate limits of the organization.

API: https://platform.claude.com/docs/en/api/admin/rate_limits

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import types
from ...core.endpoint import Mode, Raw, Streamed, paginated
from ._resource import AdminResource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...core.pages import AsyncPage, Page
    from ...core.request import Request
    from ...types import OrganizationRateLimit, RateLimitListParams


class RateLimits(AdminResource[Mode]):
    """The rate limits of the organization."""

    @property
    def with_raw_response(self) -> RateLimits[Raw[Mode]]:
        """The same calls, giving the response."""
        return RateLimits(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> RateLimits[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return RateLimits(self._binding.as_streamed())

    @paginated
    def list(
        self, **params: Unpack[RateLimitListParams]
    ) -> Request[Page[OrganizationRateLimit], AsyncPage[OrganizationRateLimit]]:
        """The rate limits.

        API: https://platform.claude.com/docs/en/api/admin/rate_limits/list
        """
        return self._list("/v1/organizations/rate_limits", types.OrganizationRateLimit, params)
