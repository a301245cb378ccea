"""Workload identity: whose tokens are taken in place of a key.

API: https://platform.claude.com/docs/en/api/admin/federation

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ... import types
from ...core.endpoint import Mode, Raw, Streamed, endpoint, paginated
from ...core.request import path
from ._resource import OAuthResource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...core.pages import AsyncPage, Page
    from ...core.request import Request
    from ...types import (
        FederationIssuer,
        FederationRule,
        FederationRuleWorkspace,
        FederationRuleWorkspaceRemoveResponse,
        IssuerCreateParams,
        IssuerListParams,
        IssuerUpdateParams,
        RuleCreateParams,
        RuleListParams,
        RuleUpdateParams,
        RuleWorkspaceAddParams,
        RuleWorkspaceListParams,
    )
    from ...types.request_options import RequestOptions


class Workspaces(OAuthResource[Mode]):
    """The workspaces that a rule lets in."""

    @property
    def with_raw_response(self) -> Workspaces[Raw[Mode]]:
        """The same calls, giving the response."""
        return Workspaces(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Workspaces[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Workspaces(self._binding.as_streamed())

    @endpoint
    def add(
        self, federation_rule_id: str, **params: Unpack[RuleWorkspaceAddParams]
    ) -> Request[FederationRuleWorkspace]:
        """Let a rule act in a workspace.

        API: https://platform.claude.com/docs/en/api/admin/federation/rules/workspaces/add
        """
        return self._post(
            path(
                "/v1/organizations/federation_rules/{federation_rule_id}/workspaces",
                federation_rule_id=federation_rule_id,
            ),
            types.FederationRuleWorkspace,
            params,
        )

    @paginated
    def list(
        self, federation_rule_id: str, **params: Unpack[RuleWorkspaceListParams]
    ) -> Request[Page[FederationRuleWorkspace], AsyncPage[FederationRuleWorkspace]]:
        """The workspaces of a rule.

        API: https://platform.claude.com/docs/en/api/admin/federation/rules/workspaces/list
        """
        return self._list(
            path(
                "/v1/organizations/federation_rules/{federation_rule_id}/workspaces",
                federation_rule_id=federation_rule_id,
            ),
            types.FederationRuleWorkspace,
            params,
        )

    @endpoint
    def remove(
        self, workspace_id: str, *, federation_rule_id: str, **options: Unpack[RequestOptions]
    ) -> Request[FederationRuleWorkspaceRemoveResponse]:
        """Take a workspace away from a rule.

        API: https://platform.claude.com/docs/en/api/admin/federation/rules/workspaces/remove
        """
        return self._delete(
            path(
                "/v1/organizations/federation_rules/{federation_rule_id}/workspaces/{workspace_id}",
                federation_rule_id=federation_rule_id,
                workspace_id=workspace_id,
            ),
            types.FederationRuleWorkspaceRemoveResponse,
            options,
        )


class Rules(OAuthResource[Mode]):
    """Rules that say which identity acts as which service account."""

    @property
    def with_raw_response(self) -> Rules[Raw[Mode]]:
        """The same calls, giving the response."""
        return Rules(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Rules[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Rules(self._binding.as_streamed())

    @cached_property
    def workspaces(self) -> Workspaces[Mode]:
        """The workspaces that a rule lets in."""
        return Workspaces(self._binding)

    @endpoint
    def create(self, **params: Unpack[RuleCreateParams]) -> Request[FederationRule]:
        """Create a rule.

        API: https://platform.claude.com/docs/en/api/admin/federation/rules/create
        """
        return self._post("/v1/organizations/federation_rules", types.FederationRule, params)

    @endpoint
    def retrieve(self, federation_rule_id: str, **options: Unpack[RequestOptions]) -> Request[FederationRule]:
        """One rule.

        Raises:
            NotFoundError: There is no such rule.

        API: https://platform.claude.com/docs/en/api/admin/federation/rules/retrieve
        """
        return self._get(
            path("/v1/organizations/federation_rules/{federation_rule_id}", federation_rule_id=federation_rule_id),
            types.FederationRule,
            options,
        )

    @paginated
    def list(self, **params: Unpack[RuleListParams]) -> Request[Page[FederationRule], AsyncPage[FederationRule]]:
        """The rules.

        API: https://platform.claude.com/docs/en/api/admin/federation/rules/list
        """
        return self._list("/v1/organizations/federation_rules", types.FederationRule, params)

    @endpoint
    def update(self, federation_rule_id: str, **params: Unpack[RuleUpdateParams]) -> Request[FederationRule]:
        """Change a rule; what is left out stays as it is.

        Raises:
            NotFoundError: There is no such rule.

        API: https://platform.claude.com/docs/en/api/admin/federation/rules/update
        """
        return self._post(
            path("/v1/organizations/federation_rules/{federation_rule_id}", federation_rule_id=federation_rule_id),
            types.FederationRule,
            params,
        )

    @endpoint
    def archive(self, federation_rule_id: str, **options: Unpack[RequestOptions]) -> Request[FederationRule]:
        """Archive a rule.

        API: https://platform.claude.com/docs/en/api/admin/federation/rules/archive
        """
        return self._act(
            path(
                "/v1/organizations/federation_rules/{federation_rule_id}/archive", federation_rule_id=federation_rule_id
            ),
            types.FederationRule,
            options,
        )


class Issuers(OAuthResource[Mode]):
    """Issuers of identity tokens."""

    @property
    def with_raw_response(self) -> Issuers[Raw[Mode]]:
        """The same calls, giving the response."""
        return Issuers(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Issuers[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Issuers(self._binding.as_streamed())

    @endpoint
    def create(self, **params: Unpack[IssuerCreateParams]) -> Request[FederationIssuer]:
        """Create an issuer.

        API: https://platform.claude.com/docs/en/api/admin/federation/issuers/create
        """
        return self._post("/v1/organizations/federation_issuers", types.FederationIssuer, params)

    @endpoint
    def retrieve(self, federation_issuer_id: str, **options: Unpack[RequestOptions]) -> Request[FederationIssuer]:
        """One issuer.

        Raises:
            NotFoundError: There is no such issuer.

        API: https://platform.claude.com/docs/en/api/admin/federation/issuers/retrieve
        """
        return self._get(
            path(
                "/v1/organizations/federation_issuers/{federation_issuer_id}", federation_issuer_id=federation_issuer_id
            ),
            types.FederationIssuer,
            options,
        )

    @paginated
    def list(self, **params: Unpack[IssuerListParams]) -> Request[Page[FederationIssuer], AsyncPage[FederationIssuer]]:
        """The issuers.

        API: https://platform.claude.com/docs/en/api/admin/federation/issuers/list
        """
        return self._list("/v1/organizations/federation_issuers", types.FederationIssuer, params)

    @endpoint
    def update(self, federation_issuer_id: str, **params: Unpack[IssuerUpdateParams]) -> Request[FederationIssuer]:
        """Change an issuer; what is left out stays as it is.

        Raises:
            NotFoundError: There is no such issuer.

        API: https://platform.claude.com/docs/en/api/admin/federation/issuers/update
        """
        return self._post(
            path(
                "/v1/organizations/federation_issuers/{federation_issuer_id}", federation_issuer_id=federation_issuer_id
            ),
            types.FederationIssuer,
            params,
        )

    @endpoint
    def archive(self, federation_issuer_id: str, **options: Unpack[RequestOptions]) -> Request[FederationIssuer]:
        """Archive an issuer.

        API: https://platform.claude.com/docs/en/api/admin/federation/issuers/archive
        """
        return self._act(
            path(
                "/v1/organizations/federation_issuers/{federation_issuer_id}/archive",
                federation_issuer_id=federation_issuer_id,
            ),
            types.FederationIssuer,
            options,
        )


class Federation(OAuthResource[Mode]):
    """Workload identity: whose tokens are taken in place of a key."""

    @property
    def with_raw_response(self) -> Federation[Raw[Mode]]:
        """The same calls, giving the response."""
        return Federation(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Federation[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Federation(self._binding.as_streamed())

    @cached_property
    def issuers(self) -> Issuers[Mode]:
        """Issuers of identity tokens."""
        return Issuers(self._binding)

    @cached_property
    def rules(self) -> Rules[Mode]:
        """Rules that say which identity acts as which service account."""
        return Rules(self._binding)
