"""Reports of what that costs.

API: https://platform.claude.com/docs/en/api/admin/cost_report

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
    from ...types import CostReportBucket, CostReportRetrieveParams


class CostReport(AdminResource[Mode]):
    """Reports of what that costs."""

    @property
    def with_raw_response(self) -> CostReport[Raw[Mode]]:
        """The same calls, giving the response."""
        return CostReport(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> CostReport[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return CostReport(self._binding.as_streamed())

    @paginated
    def retrieve(
        self, **params: Unpack[CostReportRetrieveParams]
    ) -> Request[Page[CostReportBucket], AsyncPage[CostReportBucket]]:
        """Costs day by day, in cents as `Decimal`.

        Args:
            starting_at: Where the report begins; an aware `datetime` or an ISO 8601 text.
            ending_at: Where it ends; up to now when left out.
            bucket_width: `1d`, the only one.
            group_by: `workspace_id`, `description`, or both.
            limit: Days per page, 1 to 31; 7 when left out.

        API: https://platform.claude.com/docs/en/api/admin/cost_report/retrieve
        """
        return self._list("/v1/organizations/cost_report", types.CostReportBucket, params)
