"""Workload identity federation: what a workload already is becomes an access token, so that it needs no key."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import IdentityTokenFileError
from .exchange import exchange_federation_assertion
from .tokens import AccessToken, Secret

if TYPE_CHECKING:
    import httpx
    from typing_extensions import Self

    from .tokens import IdentityTokenProvider


class IdentityTokenFile:
    """The identity token in a file, such as Kubernetes projects one into a container. It is read at each exchange."""

    def __init__(self, path: str | os.PathLike[str] | None = None) -> None:
        """Args:
        path: The file; what `ANTHROPIC_IDENTITY_TOKEN_FILE` names when left out.

        Raises:
            IdentityTokenFileError: Neither names one.
        """
        named = path or os.environ.get("ANTHROPIC_IDENTITY_TOKEN_FILE", "").strip()
        if not named:
            raise IdentityTokenFileError(
                "no file of an identity token is named: pass its path or set ANTHROPIC_IDENTITY_TOKEN_FILE"
            )
        self.path: Path = Path(named)

    def __call__(self) -> str:
        """The token that the file holds now.

        Raises:
            IdentityTokenFileError: It cannot be read, or is empty.
        """
        try:
            token = Secret(self.path.read_text("utf-8").strip())
        except (OSError, ValueError) as error:
            raise IdentityTokenFileError(
                f"the identity token file {str(self.path)!r} cannot be read: {type(error).__name__}"
            ) from None
        if not token:
            raise IdentityTokenFileError(f"the identity token file {str(self.path)!r} is empty: expected a JWT")
        return token.reveal()

    def __repr__(self) -> str:
        return f"IdentityTokenFile({str(self.path)!r})"


class IdentityTokenVariable:
    """The identity token in `ANTHROPIC_IDENTITY_TOKEN`, read at each exchange."""

    def __call__(self) -> str:
        """The token that the variable has now."""
        return os.environ.get("ANTHROPIC_IDENTITY_TOKEN", "").strip()

    def __repr__(self) -> str:
        return "IdentityTokenVariable()"


class WorkloadIdentityCredentials:
    """Exchanges the identity token of a workload for access tokens of the API.

    Args:
        identity_token_provider: Gives the identity token; called for each exchange.
        federation_rule_id: The rule of the organization that the token has to satisfy.
        organization_id: The organization.
        service_account_id: The account to act as, where the rule allows several.
        workspace_id: The workspace to act in, where the rule allows several.
        scope: Kept for the official package's signature; the API takes none here, and none is sent.
        http_client: An HTTP client for the exchange. It is not closed.

    Raises:
        WorkloadIdentityError: By a call, where the endpoint refuses.

    API: https://platform.claude.com/docs/en/manage-claude/workload-identity-federation
    """

    def __init__(
        self,
        *,
        identity_token_provider: IdentityTokenProvider,
        federation_rule_id: str,
        organization_id: str,
        service_account_id: str | None = None,
        workspace_id: str | None = None,
        scope: str | None = None,
        http_client: httpx.Client | None = None,
    ) -> None:
        self.identity_token_provider = identity_token_provider
        self.federation_rule_id = federation_rule_id
        self.organization_id = organization_id
        self.service_account_id = service_account_id
        self.workspace_id = workspace_id
        self.scope = scope
        self._http_client = http_client
        self._base_url: str | None = None

    def for_base_url(self, base_url: str) -> WorkloadIdentityCredentials:
        """The same credentials, exchanged at the API at `base_url`."""
        bound = object.__new__(type(self))
        bound.__dict__.update(self.__dict__, _base_url=base_url)
        return bound

    def bind_base_url(self, base_url: str) -> None:
        """Exchange at the API at `base_url`."""
        self._base_url = base_url

    def __call__(self, *, force_refresh: bool = False) -> AccessToken:  # noqa: ARG002  # each call makes an exchange
        """A new access token."""
        return exchange_federation_assertion(
            assertion=Secret(self.identity_token_provider()),
            federation_rule_id=self.federation_rule_id,
            organization_id=self.organization_id,
            service_account_id=self.service_account_id,
            workspace_id=self.workspace_id,
            base_url=self._base_url,
            http_client=self._http_client,
        )

    def close(self) -> None:
        """Nothing: what an exchange opens it closes. Here because the official class has it."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def __getstate__(self) -> dict[str, Any]:
        if self._http_client is not None:
            raise TypeError("credentials with http_client= cannot be pickled: connections belong to their process")
        return dict(self.__dict__)

    def __repr__(self) -> str:
        return (
            f"WorkloadIdentityCredentials(federation_rule_id={self.federation_rule_id!r}, "
            f"organization_id={self.organization_id!r}, identity_token_provider={self.identity_token_provider!r})"
        )
