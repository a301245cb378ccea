"""Credentials that are not a fixed key: tokens of files, of profiles and of workload identities.

A *provider* is a callable that gives an `AccessToken`. In front of it stands a `TokenCache`, which asks it again
shortly before the token expires, once for all calls that wait. Give a provider, a profile or a configuration to a
client:

    Client(credentials=WorkloadIdentityCredentials(...))
    Client(profile="work")
    Client(config={"authentication": {"type": "oidc_federation", ...}})

Without any of these and without a key, a client takes what the environment names: see `default_credentials`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .authorization import AccessTokenAuth as AccessTokenAuth
    from .cache import TokenCache as TokenCache
    from .chain import CredentialResult as CredentialResult
    from .chain import default_credentials as default_credentials
    from .exchange import WorkloadIdentityError as WorkloadIdentityError
    from .exchange import exchange_federation_assertion as exchange_federation_assertion
    from .identity import IdentityTokenFile as IdentityTokenFile
    from .identity import WorkloadIdentityCredentials as WorkloadIdentityCredentials
    from .profiles import CredentialsFile as CredentialsFile
    from .profiles import InMemoryConfig as InMemoryConfig
    from .tokens import AccessToken as AccessToken
    from .tokens import AccessTokenProvider as AccessTokenProvider
    from .tokens import AsyncAccessTokenProvider as AsyncAccessTokenProvider
    from .tokens import BaseURLBoundProvider as BaseURLBoundProvider
    from .tokens import EnvToken as EnvToken
    from .tokens import IdentityTokenProvider as IdentityTokenProvider
    from .tokens import StaticToken as StaticToken

_HOMES = {
    "authorization": ("AccessTokenAuth",),
    "cache": ("TokenCache",),
    "chain": ("CredentialResult", "default_credentials"),
    "exchange": ("WorkloadIdentityError", "exchange_federation_assertion"),
    "identity": ("IdentityTokenFile", "WorkloadIdentityCredentials"),
    "profiles": ("CredentialsFile", "InMemoryConfig"),
    "tokens": (
        "AccessToken",
        "AccessTokenProvider",
        "AsyncAccessTokenProvider",
        "BaseURLBoundProvider",
        "EnvToken",
        "IdentityTokenProvider",
        "StaticToken",
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "AccessToken",
    "AccessTokenAuth",
    "AccessTokenProvider",
    "AsyncAccessTokenProvider",
    "BaseURLBoundProvider",
    "CredentialResult",
    "CredentialsFile",
    "EnvToken",
    "IdentityTokenFile",
    "IdentityTokenProvider",
    "InMemoryConfig",
    "StaticToken",
    "TokenCache",
    "WorkloadIdentityCredentials",
    "WorkloadIdentityError",
    "default_credentials",
    "exchange_federation_assertion",
]


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOME_OF[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
