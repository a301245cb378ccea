"""Endpoints that events are delivered to.

API: https://platform.claude.com/docs/en/api/admin/webhooks

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

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
        DeletedOrganizationWebhookEndpoint,
        NewOrganizationWebhookEndpoint,
        OrganizationWebhookEndpoint,
        OrganizationWebhookEndpointSigningSecret,
        WebhookCreateParams,
        WebhookListParams,
        WebhookUpdateParams,
    )
    from ...types.request_options import RequestOptions

_BETAS = ("webhooks-2026-10-07",)


class Webhooks(AdminResource[Mode]):
    """Endpoints that events are delivered to."""

    @property
    def with_raw_response(self) -> Webhooks[Raw[Mode]]:
        """The same calls, giving the response."""
        return Webhooks(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Webhooks[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Webhooks(self._binding.as_streamed())

    @endpoint
    def create(self, **params: Unpack[WebhookCreateParams]) -> Request[NewOrganizationWebhookEndpoint]:
        """Register an endpoint for events. Its signing secret is shown this once. Beta.

        API: https://platform.claude.com/docs/en/api/admin/webhooks/create
        """
        return self._post("/v1/organizations/webhooks", types.NewOrganizationWebhookEndpoint, params, betas=_BETAS)

    @endpoint
    def retrieve(
        self, webhook_endpoint_id: str, **options: Unpack[RequestOptions]
    ) -> Request[OrganizationWebhookEndpoint]:
        """One webhook endpoint. Beta.

        Raises:
            NotFoundError: There is no such webhook endpoint.

        API: https://platform.claude.com/docs/en/api/admin/webhooks/retrieve
        """
        return self._get(
            path("/v1/organizations/webhooks/{webhook_endpoint_id}", webhook_endpoint_id=webhook_endpoint_id),
            types.OrganizationWebhookEndpoint,
            options,
            betas=_BETAS,
        )

    @paginated
    def list(
        self, **params: Unpack[WebhookListParams]
    ) -> Request[Page[OrganizationWebhookEndpoint], AsyncPage[OrganizationWebhookEndpoint]]:
        """The webhook endpoints. Beta.

        API: https://platform.claude.com/docs/en/api/admin/webhooks/list
        """
        return self._list("/v1/organizations/webhooks", types.OrganizationWebhookEndpoint, params, betas=_BETAS)

    @endpoint
    def update(
        self, webhook_endpoint_id: str, **params: Unpack[WebhookUpdateParams]
    ) -> Request[OrganizationWebhookEndpoint]:
        """Change a webhook endpoint; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such webhook endpoint.

        API: https://platform.claude.com/docs/en/api/admin/webhooks/update
        """
        return self._post(
            path("/v1/organizations/webhooks/{webhook_endpoint_id}", webhook_endpoint_id=webhook_endpoint_id),
            types.OrganizationWebhookEndpoint,
            params,
            betas=_BETAS,
        )

    @endpoint
    def delete(
        self, webhook_endpoint_id: str, **options: Unpack[RequestOptions]
    ) -> Request[DeletedOrganizationWebhookEndpoint]:
        """Delete a webhook endpoint, for good. Beta.

        Raises:
            NotFoundError: There is no such webhook endpoint.

        API: https://platform.claude.com/docs/en/api/admin/webhooks/delete
        """
        return self._delete(
            path("/v1/organizations/webhooks/{webhook_endpoint_id}", webhook_endpoint_id=webhook_endpoint_id),
            types.DeletedOrganizationWebhookEndpoint,
            options,
            betas=_BETAS,
        )

    @endpoint
    def regenerate_signing_secret(
        self, webhook_endpoint_id: str, **options: Unpack[RequestOptions]
    ) -> Request[OrganizationWebhookEndpointSigningSecret]:
        """Give an endpoint a new signing secret, which is shown this once. Beta.

        API: https://platform.claude.com/docs/en/api/admin/webhooks/regenerate_signing_secret
        """
        return self._act(
            path(
                "/v1/organizations/webhooks/{webhook_endpoint_id}/regenerate_signing_secret",
                webhook_endpoint_id=webhook_endpoint_id,
            ),
            types.OrganizationWebhookEndpointSigningSecret,
            options,
            betas=_BETAS,
        )
