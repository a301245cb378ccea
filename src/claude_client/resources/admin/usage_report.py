"""Reports of what the organization used.

API: https://platform.claude.com/docs/en/api/admin/usage_report

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
    from ...types import (
        ClaudeCodeUsageReportItem,
        MessagesUsageReportBucket,
        UsageReportRetrieveClaudeCodeParams,
        UsageReportRetrieveMessagesParams,
    )


class UsageReport(AdminResource[Mode]):
    """Reports of what the organization used."""

    @property
    def with_raw_response(self) -> UsageReport[Raw[Mode]]:
        """The same calls, giving the response."""
        return UsageReport(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> UsageReport[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return UsageReport(self._binding.as_streamed())

    @paginated
    def retrieve_claude_code(
        self, **params: Unpack[UsageReportRetrieveClaudeCodeParams]
    ) -> Request[Page[ClaudeCodeUsageReportItem], AsyncPage[ClaudeCodeUsageReportItem]]:
        """What each user of Claude Code did on one day.

        Args:
            starting_at: The day in UTC; a `date` or `YYYY-MM-DD`.
            limit: Records per page, 1 to 1000; 20 when left out.

        API: https://platform.claude.com/docs/en/api/admin/usage_report/retrieve_claude_code
        """
        return self._list("/v1/organizations/usage_report/claude_code", types.ClaudeCodeUsageReportItem, params)

    @paginated
    def retrieve_messages(
        self, **params: Unpack[UsageReportRetrieveMessagesParams]
    ) -> Request[Page[MessagesUsageReportBucket], AsyncPage[MessagesUsageReportBucket]]:
        """Tokens used by messages, bucket of time after bucket of time.

        Args:
            starting_at: Where the report begins; an aware `datetime` or an ISO 8601 text.
            ending_at: Where it ends; up to now when left out.
            bucket_width: `1d`, the default, `1h` or `1m`.
            group_by: What each bucket is split by.
            limit: Buckets per page; at most 31 days, 168 hours or 1440 minutes.
            models: Only these models; the other lists narrow the report in the same way.

        API: https://platform.claude.com/docs/en/api/admin/usage_report/retrieve_messages
        """
        return self._list("/v1/organizations/usage_report/messages", types.MessagesUsageReportBucket, params)
