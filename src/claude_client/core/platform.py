"""What the core asks of a platform and of credentials that are not a fixed key. It knows none of them by name.

A `Platform` rewrites a described call before it is built; an `Authorizer` puts credentials on the request that is about
to be sent. Both are values: the same one serves both clients, and costs a client without them nothing.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, Protocol, TypeAlias

if TYPE_CHECKING:
    import httpx

    from .request import Request


class HasToken(Protocol):
    """An access token, of this package or another one."""

    @property
    def token(self) -> str:
        """What is sent as `Authorization: Bearer`."""
        ...

    @property
    def expires_at(self) -> int | None:
        """Seconds since 1970."""
        ...


AnyTokenProvider: TypeAlias = "Callable[[], HasToken] | Callable[[], Awaitable[HasToken]]"


class CallContext(NamedTuple):
    """What a platform has to know of the client to rewrite its requests."""

    base_url: str
    api_version: str
    betas: str
    """Beta values that go out with each call, separated by commas."""


class SandboxKeys(NamedTuple):
    """What a sandbox takes from everybody."""

    api_key: str
    admin_api_key: str
    aws_access_key_id: str
    aws_secret_access_key: str


class Authorizer(Protocol):
    """Puts credentials on requests, at each attempt anew."""

    def authorize_now(self, request: httpx.Request) -> bool:
        """Authorize `request` if that takes no waiting and little time; whether it did."""
        ...

    def authorize(self, request: httpx.Request) -> None:
        """Authorize `request`; this may wait for files, the network or other threads.

        Raises:
            CredentialsError: There are no credentials, or they were refused.
        """
        ...

    async def authorize_async(self, request: httpx.Request) -> None:
        """The same without blocking the event loop."""
        ...

    def renew(self, request: httpx.Request) -> bool:
        """Forget the credentials that `request` was refused with (401); whether there may be others."""
        ...


class CredentialSource(Protocol):
    """Credentials of a client that are not a fixed key."""

    @property
    def base_url(self) -> str | None:
        """Where the API is, if the credentials say it."""
        ...

    def authorizer(self, base_url: str) -> Authorizer:
        """What authorizes requests to the API at `base_url`; the same one each time."""
        ...


class Platform(Protocol):
    """Another way to the API: other paths, other bodies, other credentials."""

    gen_ai_provider: ClassVar[str]
    """What OpenTelemetry calls the platform, as `gen_ai.provider.name`."""

    @property
    def base_url(self) -> str:
        """Where the platform is, unless the client says otherwise."""
        ...

    @property
    def sandbox_path(self) -> str:
        """Where the sandbox has the platform, below its own address."""
        ...

    def for_sandbox(self, keys: SandboxKeys) -> Platform:
        """The platform with credentials of the sandbox, where it was given none in code."""
        ...

    def rewrite(self, request: Request[Any, Any], context: CallContext) -> Request[Any, Any]:
        """`request` as the platform takes it.

        Raises:
            UnsupportedFeatureError: The platform has no such call.
        """
        ...

    def prepare_headers(self, headers: Mapping[str, str]) -> Mapping[str, str]:
        """The headers that all calls of a client have, as the platform takes them."""
        ...

    def authorizer(self) -> Authorizer | None:
        """What authorizes requests; `None` where the prepared headers do. The same one each time."""
        ...

    def pickle_with_secrets(self) -> object:
        """What becomes this platform when it is unpickled, secrets included."""
        ...

    def supports(self, feature: str) -> bool:
        """Whether the platform has a part of the API."""
        ...
