"""Compliance: what safeguards decided, and how to respond.

API: https://platform.claude.com/docs/en/api/beta/compliance

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import types
from ..core.endpoint import Mode, Raw, Resource, Streamed, endpoint, paginated
from ..core.request import path

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..core.pages import AsyncPage, Page
    from ..core.request import Request
    from ..types import (
        CaseListParams,
        CaseRespondParams,
        ComplianceReviewCase,
        ComplianceReviewItem,
        ComplianceReviewNotice,
        NoticeListParams,
    )
    from ..types.request_options import RequestOptions, UserProfileOptions


class Notices(Resource[Mode]):
    """Notices of decisions."""

    @property
    def with_raw_response(self) -> Notices[Raw[Mode]]:
        """The same calls, giving the response."""
        return Notices(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Notices[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Notices(self._binding.as_streamed())

    @paginated
    def list(
        self, **params: Unpack[NoticeListParams]
    ) -> Request[Page[ComplianceReviewNotice], AsyncPage[ComplianceReviewNotice]]:
        """The notices. Beta.

        API: https://platform.claude.com/docs/en/api/beta/compliance/review/notices/list
        """
        return self._list("/v1/compliance/review/notices", types.ComplianceReviewNotice, params, nested=("created_at",))


class Items(Resource[Mode]):
    """Single items of a case."""

    @property
    def with_raw_response(self) -> Items[Raw[Mode]]:
        """The same calls, giving the response."""
        return Items(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Items[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Items(self._binding.as_streamed())

    @endpoint
    def retrieve(self, item_id: str, **options: Unpack[UserProfileOptions]) -> Request[ComplianceReviewItem]:
        """One item of a case. Beta.

        Raises:
            NotFoundError: There is no such item.

        API: https://platform.claude.com/docs/en/api/beta/compliance/review/items/retrieve
        """
        return self._get(
            path("/v1/compliance/review/items/{item_id}", item_id=item_id), types.ComplianceReviewItem, options
        )


class Cases(Resource[Mode]):
    """Cases under review."""

    @property
    def with_raw_response(self) -> Cases[Raw[Mode]]:
        """The same calls, giving the response."""
        return Cases(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Cases[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Cases(self._binding.as_streamed())

    @endpoint
    def retrieve(self, case_id: str, **options: Unpack[RequestOptions]) -> Request[ComplianceReviewCase]:
        """One case. Beta.

        Raises:
            NotFoundError: There is no such case.

        API: https://platform.claude.com/docs/en/api/beta/compliance/review/cases/retrieve
        """
        return self._get(
            path("/v1/compliance/review/cases/{case_id}", case_id=case_id), types.ComplianceReviewCase, options
        )

    @paginated
    def list(
        self, **params: Unpack[CaseListParams]
    ) -> Request[Page[ComplianceReviewCase], AsyncPage[ComplianceReviewCase]]:
        """The cases. Beta.

        API: https://platform.claude.com/docs/en/api/beta/compliance/review/cases/list
        """
        return self._list(
            "/v1/compliance/review/cases",
            types.ComplianceReviewCase,
            params,
            query=("user_profile_id",),
            nested=("created_at", "updated_at"),
        )

    @endpoint
    def respond(self, case_id: str, **params: Unpack[CaseRespondParams]) -> Request[ComplianceReviewCase]:
        """Respond to a case under review. Beta.

        API: https://platform.claude.com/docs/en/api/beta/compliance/review/cases/respond
        """
        return self._post(
            path("/v1/compliance/review/cases/{case_id}/respond", case_id=case_id), types.ComplianceReviewCase, params
        )


class Review(Resource[Mode]):
    """Reviews of what safeguards flagged."""

    @property
    def with_raw_response(self) -> Review[Raw[Mode]]:
        """The same calls, giving the response."""
        return Review(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Review[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Review(self._binding.as_streamed())

    @cached_property
    def cases(self) -> Cases[Mode]:
        """Cases under review."""
        return Cases(self._binding)

    @cached_property
    def items(self) -> Items[Mode]:
        """Single items of a case."""
        return Items(self._binding)

    @cached_property
    def notices(self) -> Notices[Mode]:
        """Notices of decisions."""
        return Notices(self._binding)


class Compliance(Resource[Mode]):
    """Compliance: what safeguards decided, and how to respond."""

    @property
    def with_raw_response(self) -> Compliance[Raw[Mode]]:
        """The same calls, giving the response."""
        return Compliance(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Compliance[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Compliance(self._binding.as_streamed())

    @cached_property
    def review(self) -> Review[Mode]:
        """Reviews of what safeguards flagged."""
        return Review(self._binding)
