"""Microsoft Foundry on Azure: the paths and bodies of the Claude API, with a key or tokens of Entra."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from ..credentials.authorization import CallableAuthorizer
from ..errors import CredentialsError
from .aws import environment
from .base import Platform, host_label
from .features import FEATURES

if TYPE_CHECKING:
    from ..core.platform import Authorizer, SandboxKeys

TokenProvider: TypeAlias = Callable[[], "str | Awaitable[str]"]


@dataclass(frozen=True)
class Foundry(Platform):
    """Microsoft Foundry: messages and most other parts of the API.

        client = Client(platform=Foundry(resource="my-resource"))

    `azure_ad_token_provider` takes what `azure.identity.get_bearer_token_provider(...)` gives, for which nothing of
    Azure has to be installed here.

    API: https://platform.claude.com/docs/en/build-with-claude/claude-in-microsoft-foundry
    """

    resource: str | None = None
    """The name of the resource; `ANTHROPIC_FOUNDRY_RESOURCE` when left out."""

    api_key: str | None = field(default=None, repr=False)
    """The key; `ANTHROPIC_FOUNDRY_API_KEY` when left out."""

    azure_ad_token_provider: TokenProvider | None = field(default=None, repr=False)
    """A function that gives the Entra token of each request, in place of a key; on `AsyncClient` a coroutine function
    as well."""

    title: ClassVar[str] = "Microsoft Foundry"
    secrets: ClassVar[frozenset[str]] = frozenset({"api_key", "azure_ad_token_provider"})
    features: ClassVar[frozenset[str]] = FEATURES - {"batches", "models", "completions", "admin", "compliance"}
    alternatives: ClassVar[Mapping[str, str]] = {
        "models": "the portal of Foundry lists the deployments of the resource, whose names are the models",
    }

    @property
    def base_url(self) -> str:
        """Where the platform is.

        Raises:
            ValueError: No resource is known.
        """
        named = environment("ANTHROPIC_FOUNDRY_BASE_URL")
        resource = self.resource or (None if named else environment("ANTHROPIC_FOUNDRY_RESOURCE"))
        if named and not self.resource:
            return named
        if not resource:
            raise ValueError(
                "Microsoft Foundry needs a resource: pass resource= or base_url=, or set ANTHROPIC_FOUNDRY_RESOURCE"
            )
        return f"https://{host_label('resource', resource)}.services.ai.azure.com/anthropic"

    @property
    def sandbox_path(self) -> str:
        """Where the sandbox has the platform."""
        return "/foundry"

    @property
    def credential_headers(self) -> Mapping[str, str]:
        """The key, where no tokens are used."""
        if self.azure_ad_token_provider is not None:
            return {}
        key = self.api_key or environment("ANTHROPIC_FOUNDRY_API_KEY")
        if key is None:
            raise CredentialsError(
                "Microsoft Foundry needs a key or tokens: pass api_key= or azure_ad_token_provider=, or set "
                "ANTHROPIC_FOUNDRY_API_KEY"
            )
        return {"x-api-key": key, "api-key": key}

    def for_sandbox(self, keys: SandboxKeys) -> Foundry:
        """The platform with a key of the sandbox, where it was given no credentials in code."""
        if self.api_key is not None or self.azure_ad_token_provider is not None:
            return self
        return replace(self, api_key=keys.api_key)

    def make_authorizer(self) -> Authorizer | None:
        """What sends tokens, where they are used."""
        provider = self.azure_ad_token_provider
        return None if provider is None else CallableAuthorizer(provider, "azure_ad_token_provider")
