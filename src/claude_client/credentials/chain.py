"""Which credentials a client has: those of its arguments, else those that the environment names."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ..errors import CredentialsError
from . import profile_files
from .identity import IdentityTokenFile, IdentityTokenVariable, WorkloadIdentityCredentials
from .profiles import CredentialsFile, InMemoryConfig

if TYPE_CHECKING:
    from .tokens import AnyProvider


@dataclass(frozen=True)
class CredentialResult:
    """A provider, and what goes with it."""

    provider: AnyProvider
    extra_headers: Mapping[str, str] = field(default_factory=dict[str, str])
    """Headers for every request that is sent with its tokens."""

    base_url: str | None = None
    """Where the API is, if the profile says it."""


def default_credentials(*, base_url: str | None = None) -> CredentialResult | None:
    """The credentials that the environment names, a key or a plain token aside; `None` where it names none.

    In this order: the profile in `ANTHROPIC_PROFILE`; workload identity federation by
    `ANTHROPIC_FEDERATION_RULE_ID`, `ANTHROPIC_ORGANIZATION_ID` and `ANTHROPIC_IDENTITY_TOKEN_FILE` or
    `ANTHROPIC_IDENTITY_TOKEN`; the active profile on disk.

    Args:
        base_url: Where tokens are exchanged; the profile's address, or the API's, when left out.

    Raises:
        CredentialsError: What is named cannot be used.
    """
    found = find_in_environment()
    if found is not None and base_url is not None:
        bind = getattr(found.provider, "for_base_url", None)
        if bind is not None:
            return CredentialResult(bind(base_url), found.extra_headers, found.base_url)
    return found


def find_in_environment() -> CredentialResult | None:
    """`default_credentials` without an address of the API."""
    if _variable("ANTHROPIC_PROFILE"):
        return of_provider(CredentialsFile())
    federation = _federation()
    if federation is not None:
        return federation
    name, chosen = profile_files.active_profile()
    chosen = chosen or bool(_variable("ANTHROPIC_CONFIG_DIR"))
    try:
        if not profile_files.config_path(name).exists() and not chosen:
            return None
        return of_provider(CredentialsFile(name))
    except (CredentialsError, OSError, RuntimeError):
        # The last one where there is no home directory.
        if chosen:
            raise
        return None


def _federation() -> CredentialResult | None:
    rule, organization = _variable("ANTHROPIC_FEDERATION_RULE_ID"), _variable("ANTHROPIC_ORGANIZATION_ID")
    if not rule or not organization:
        return None
    if _variable("ANTHROPIC_IDENTITY_TOKEN_FILE"):
        provider: Any = IdentityTokenFile()
    elif _variable("ANTHROPIC_IDENTITY_TOKEN"):
        provider = IdentityTokenVariable()
    else:
        return None
    return CredentialResult(
        WorkloadIdentityCredentials(
            identity_token_provider=provider,
            federation_rule_id=rule,
            organization_id=organization,
            service_account_id=_variable("ANTHROPIC_SERVICE_ACCOUNT_ID"),
            workspace_id=_variable("ANTHROPIC_WORKSPACE_ID"),
            scope=_variable("ANTHROPIC_SCOPE"),
        )
    )


def of_provider(provider: AnyProvider) -> CredentialResult:
    """`provider`, with the headers and the address that it brings along."""
    headers: Any = getattr(provider, "extra_headers", dict[str, str])
    return CredentialResult(provider, headers(), getattr(provider, "resolved_base_url", None))


def of_arguments(
    credentials: AnyProvider | None, profile: str | None, config: Mapping[str, Any] | None
) -> CredentialResult | None:
    """The credentials that the arguments of a client name; `None` where they name none.

    Raises:
        CredentialsError: What is named cannot be used.
    """
    if credentials is not None:
        if not callable(credentials):
            raise TypeError(
                f"credentials= takes a callable that gives an AccessToken, not {type(credentials).__name__}: "
                "a token as text goes into auth_token="
            )
        return of_provider(credentials)
    if profile is not None:
        return of_provider(CredentialsFile(profile))
    return of_provider(InMemoryConfig(config)) if config is not None else None


def _variable(name: str) -> str | None:
    return os.environ.get(name, "").strip() or None
