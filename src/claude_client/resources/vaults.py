"""Vaults: credentials with which agents reach MCP servers.

API: https://platform.claude.com/docs/en/api/beta/vaults

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
        Credential,
        CredentialCreateParams,
        CredentialListParams,
        CredentialUpdateParams,
        CredentialValidation,
        DeletedCredential,
        DeletedVault,
        Vault,
        VaultCreateParams,
        VaultListParams,
        VaultUpdateParams,
    )
    from ..types.request_options import WorkspaceOptions

_BETAS = ("managed-agents-2026-04-01",)


class Credentials(Resource[Mode]):
    """The credentials in a vault. Secrets are sent once and never shown again."""

    @property
    def with_raw_response(self) -> Credentials[Raw[Mode]]:
        """The same calls, giving the response."""
        return Credentials(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Credentials[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Credentials(self._binding.as_streamed())

    @endpoint
    def create(self, vault_id: str, **params: Unpack[CredentialCreateParams]) -> Request[Credential]:
        """Create a credential. Beta.

        API: https://platform.claude.com/docs/en/api/beta/vaults/credentials/create
        """
        return self._post(
            path("/v1/vaults/{vault_id}/credentials", vault_id=vault_id), types.Credential, params, betas=_BETAS
        )

    @endpoint
    def retrieve(
        self, credential_id: str, *, vault_id: str, **options: Unpack[WorkspaceOptions]
    ) -> Request[Credential]:
        """One credential. Beta.

        Raises:
            NotFoundError: There is no such credential.

        API: https://platform.claude.com/docs/en/api/beta/vaults/credentials/retrieve
        """
        return self._get(
            path("/v1/vaults/{vault_id}/credentials/{credential_id}", vault_id=vault_id, credential_id=credential_id),
            types.Credential,
            options,
            betas=_BETAS,
        )

    @paginated
    def list(
        self, vault_id: str, **params: Unpack[CredentialListParams]
    ) -> Request[Page[Credential], AsyncPage[Credential]]:
        """The credentials. Beta.

        API: https://platform.claude.com/docs/en/api/beta/vaults/credentials/list
        """
        return self._list(
            path("/v1/vaults/{vault_id}/credentials", vault_id=vault_id), types.Credential, params, betas=_BETAS
        )

    @endpoint
    def update(
        self, credential_id: str, *, vault_id: str, **params: Unpack[CredentialUpdateParams]
    ) -> Request[Credential]:
        """Change a credential; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such credential.

        API: https://platform.claude.com/docs/en/api/beta/vaults/credentials/update
        """
        return self._post(
            path("/v1/vaults/{vault_id}/credentials/{credential_id}", vault_id=vault_id, credential_id=credential_id),
            types.Credential,
            params,
            betas=_BETAS,
        )

    @endpoint
    def delete(
        self, credential_id: str, *, vault_id: str, **options: Unpack[WorkspaceOptions]
    ) -> Request[DeletedCredential]:
        """Delete a credential, for good. Beta.

        Raises:
            NotFoundError: There is no such credential.

        API: https://platform.claude.com/docs/en/api/beta/vaults/credentials/delete
        """
        return self._delete(
            path("/v1/vaults/{vault_id}/credentials/{credential_id}", vault_id=vault_id, credential_id=credential_id),
            types.DeletedCredential,
            options,
            betas=_BETAS,
        )

    @endpoint
    def archive(self, credential_id: str, *, vault_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Credential]:
        """Archive a credential. Beta.

        API: https://platform.claude.com/docs/en/api/beta/vaults/credentials/archive
        """
        return self._act(
            path(
                "/v1/vaults/{vault_id}/credentials/{credential_id}/archive",
                vault_id=vault_id,
                credential_id=credential_id,
            ),
            types.Credential,
            options,
            betas=_BETAS,
        )

    @endpoint
    def mcp_oauth_validate(
        self, credential_id: str, *, vault_id: str, **options: Unpack[WorkspaceOptions]
    ) -> Request[CredentialValidation]:
        """Try whether a credential still opens its MCP server. Beta.

        API: https://platform.claude.com/docs/en/api/beta/vaults/credentials/mcp_oauth_validate
        """
        return self._act(
            path(
                "/v1/vaults/{vault_id}/credentials/{credential_id}/mcp_oauth_validate",
                vault_id=vault_id,
                credential_id=credential_id,
            ),
            types.CredentialValidation,
            options,
            betas=_BETAS,
        )


class Vaults(Resource[Mode]):
    """Vaults: credentials with which agents reach MCP servers."""

    @property
    def with_raw_response(self) -> Vaults[Raw[Mode]]:
        """The same calls, giving the response."""
        return Vaults(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Vaults[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Vaults(self._binding.as_streamed())

    @cached_property
    def credentials(self) -> Credentials[Mode]:
        """The credentials in a vault. Secrets are sent once and never shown again."""
        return Credentials(self._binding)

    @endpoint
    def create(self, **params: Unpack[VaultCreateParams]) -> Request[Vault]:
        """Create a vault. Beta.

        API: https://platform.claude.com/docs/en/api/beta/vaults/create
        """
        return self._post("/v1/vaults", types.Vault, params, betas=_BETAS)

    @endpoint
    def retrieve(self, vault_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Vault]:
        """One vault. Beta.

        Raises:
            NotFoundError: There is no such vault.

        API: https://platform.claude.com/docs/en/api/beta/vaults/retrieve
        """
        return self._get(path("/v1/vaults/{vault_id}", vault_id=vault_id), types.Vault, options, betas=_BETAS)

    @paginated
    def list(self, **params: Unpack[VaultListParams]) -> Request[Page[Vault], AsyncPage[Vault]]:
        """The vaults. Beta.

        API: https://platform.claude.com/docs/en/api/beta/vaults/list
        """
        return self._list("/v1/vaults", types.Vault, params, betas=_BETAS)

    @endpoint
    def update(self, vault_id: str, **params: Unpack[VaultUpdateParams]) -> Request[Vault]:
        """Change a vault; what is left out stays as it is. Beta.

        Raises:
            NotFoundError: There is no such vault.

        API: https://platform.claude.com/docs/en/api/beta/vaults/update
        """
        return self._post(path("/v1/vaults/{vault_id}", vault_id=vault_id), types.Vault, params, betas=_BETAS)

    @endpoint
    def delete(self, vault_id: str, **options: Unpack[WorkspaceOptions]) -> Request[DeletedVault]:
        """Delete a vault, for good. Beta.

        Raises:
            NotFoundError: There is no such vault.

        API: https://platform.claude.com/docs/en/api/beta/vaults/delete
        """
        return self._delete(path("/v1/vaults/{vault_id}", vault_id=vault_id), types.DeletedVault, options, betas=_BETAS)

    @endpoint
    def archive(self, vault_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Vault]:
        """Archive a vault. Beta.

        API: https://platform.claude.com/docs/en/api/beta/vaults/archive
        """
        return self._act(path("/v1/vaults/{vault_id}/archive", vault_id=vault_id), types.Vault, options, betas=_BETAS)
