"""Limits of what may be spent.

API: https://platform.claude.com/docs/en/api/admin/spend_limits

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
        EffectiveListParams,
        IncreaseRequestApproveParams,
        IncreaseRequestApproveResponse,
        IncreaseRequestDenyParams,
        IncreaseRequestListParams,
        SpendLimit,
        SpendLimitDeleteResponse,
        SpendLimitIncreaseRequest,
        SpendLimitListParams,
        SpendLimitSetParams,
        SpendSummary,
    )
    from ...types.request_options import RequestOptions


class IncreaseRequests(AdminResource[Mode]):
    """Requests of people to spend more."""

    @property
    def with_raw_response(self) -> IncreaseRequests[Raw[Mode]]:
        """The same calls, giving the response."""
        return IncreaseRequests(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> IncreaseRequests[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return IncreaseRequests(self._binding.as_streamed())

    @endpoint
    def retrieve(
        self, spend_limit_increase_request_id: str, **options: Unpack[RequestOptions]
    ) -> Request[SpendLimitIncreaseRequest]:
        """One request for a higher limit.

        Raises:
            NotFoundError: There is no such request for a higher limit.

        API: https://platform.claude.com/docs/en/api/admin/spend_limits/increase_requests/retrieve
        """
        return self._get(
            path(
                "/v1/organizations/spend_limit_increase_requests/{spend_limit_increase_request_id}",
                spend_limit_increase_request_id=spend_limit_increase_request_id,
            ),
            types.SpendLimitIncreaseRequest,
            options,
        )

    @paginated
    def list(
        self, **params: Unpack[IncreaseRequestListParams]
    ) -> Request[Page[SpendLimitIncreaseRequest], AsyncPage[SpendLimitIncreaseRequest]]:
        """The requests for a higher limit.

        API: https://platform.claude.com/docs/en/api/admin/spend_limits/increase_requests/list
        """
        return self._list("/v1/organizations/spend_limit_increase_requests", types.SpendLimitIncreaseRequest, params)

    @endpoint
    def approve(
        self, spend_limit_increase_request_id: str, **params: Unpack[IncreaseRequestApproveParams]
    ) -> Request[IncreaseRequestApproveResponse]:
        """Approve a request for a higher limit.

        API: https://platform.claude.com/docs/en/api/admin/spend_limits/increase_requests/approve
        """
        return self._post(
            path(
                "/v1/organizations/spend_limit_increase_requests/{spend_limit_increase_request_id}/approve",
                spend_limit_increase_request_id=spend_limit_increase_request_id,
            ),
            types.IncreaseRequestApproveResponse,
            params,
        )

    @endpoint
    def deny(
        self, spend_limit_increase_request_id: str, **params: Unpack[IncreaseRequestDenyParams]
    ) -> Request[SpendLimitIncreaseRequest]:
        """Deny a request for a higher limit.

        API: https://platform.claude.com/docs/en/api/admin/spend_limits/increase_requests/deny
        """
        return self._post(
            path(
                "/v1/organizations/spend_limit_increase_requests/{spend_limit_increase_request_id}/deny",
                spend_limit_increase_request_id=spend_limit_increase_request_id,
            ),
            types.SpendLimitIncreaseRequest,
            params,
        )


class Effective(AdminResource[Mode]):
    """The limit that holds for each person, and where it comes from."""

    @property
    def with_raw_response(self) -> Effective[Raw[Mode]]:
        """The same calls, giving the response."""
        return Effective(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Effective[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Effective(self._binding.as_streamed())

    @paginated
    def list(self, **params: Unpack[EffectiveListParams]) -> Request[Page[SpendSummary], AsyncPage[SpendSummary]]:
        """The effective spend limits.

        API: https://platform.claude.com/docs/en/api/admin/spend_limits/effective/list
        """
        return self._list("/v1/organizations/spend_limits/effective", types.SpendSummary, params)


class SpendLimits(AdminResource[Mode]):
    """Limits of what may be spent."""

    @property
    def with_raw_response(self) -> SpendLimits[Raw[Mode]]:
        """The same calls, giving the response."""
        return SpendLimits(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> SpendLimits[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return SpendLimits(self._binding.as_streamed())

    @cached_property
    def increase_requests(self) -> IncreaseRequests[Mode]:
        """Requests of people to spend more."""
        return IncreaseRequests(self._binding)

    @cached_property
    def effective(self) -> Effective[Mode]:
        """The limit that holds for each person, and where it comes from."""
        return Effective(self._binding)

    @endpoint
    def retrieve(self, spend_limit_id: str, **options: Unpack[RequestOptions]) -> Request[SpendLimit]:
        """One spend limit. Beta.

        Raises:
            NotFoundError: There is no such spend limit.

        API: https://platform.claude.com/docs/en/api/admin/spend_limits/retrieve
        """
        return self._get(
            path("/v1/organizations/spend_limits/{spend_limit_id}", spend_limit_id=spend_limit_id),
            types.SpendLimit,
            options,
        )

    @paginated
    def list(self, **params: Unpack[SpendLimitListParams]) -> Request[Page[SpendLimit], AsyncPage[SpendLimit]]:
        """The spend limits. Beta.

        API: https://platform.claude.com/docs/en/api/admin/spend_limits/list
        """
        return self._list(
            "/v1/organizations/spend_limits", types.SpendLimit, params, betas=("spend-limit-reads-2026-09-26",)
        )

    @endpoint
    def set(self, **params: Unpack[SpendLimitSetParams]) -> Request[SpendLimit]:
        """Set a spend limit, or change the one that is there. Beta.

        API: https://platform.claude.com/docs/en/api/admin/spend_limits/set
        """
        return self._post("/v1/organizations/spend_limits", types.SpendLimit, params)

    @endpoint
    def delete(self, spend_limit_id: str, **options: Unpack[RequestOptions]) -> Request[SpendLimitDeleteResponse]:
        """Delete a spend limit, for good. Beta.

        Raises:
            NotFoundError: There is no such spend limit.

        API: https://platform.claude.com/docs/en/api/admin/spend_limits/delete
        """
        return self._delete(
            path("/v1/organizations/spend_limits/{spend_limit_id}", spend_limit_id=spend_limit_id),
            types.SpendLimitDeleteResponse,
            options,
        )
