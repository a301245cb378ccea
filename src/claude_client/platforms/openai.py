"""What an `OpenAI(...)` client needs to reach the place that a client of ours calls."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from typing_extensions import TypedDict

from ..credentials.authorization import CallableAuthorizer, TokenAuthorizer
from ..credentials.exchange import OAUTH_BETA
from ..errors import CredentialsError, UnsupportedFeatureError

if TYPE_CHECKING:
    from ..core.settings import Settings


class AnyClient(Protocol):
    """A `Client` or an `AsyncClient`."""

    @property
    def call_settings(self) -> Settings:
        """What calls go out with."""
        ...

    def close(self) -> object:
        """Close the connections; a coroutine on `AsyncClient`."""
        ...


class OpenAISettings(TypedDict):
    """Arguments of `openai.OpenAI` and `openai.AsyncOpenAI`."""

    api_key: str | Callable[[], str] | Callable[[], Awaitable[str]]
    """The key; a function where the client gets tokens by credentials."""

    base_url: str
    default_headers: Mapping[str, str]
    max_retries: int


def openai_settings(client: AnyClient) -> OpenAISettings:
    """What an `OpenAI(...)` client needs to reach the place that `client` calls.

        openai.OpenAI(**openai_settings(Client()))
        openai.AsyncOpenAI(**openai_settings(AsyncClient()))

    The API has an endpoint in OpenAI's shape for trying Claude with that package; see the guide for what it ignores.
    Address, key, headers and retries are those of the client; connections are not shared.

    Raises:
        UnsupportedFeatureError: The client calls a cloud platform, which has no such endpoint.
        CredentialsError: The client has no key.
    """
    settings = client.call_settings
    if settings.platform is not None:
        raise UnsupportedFeatureError(
            "cloud platforms have no endpoint in OpenAI's shape: the Claude API itself has it, Client()", "messages"
        )
    headers = dict(settings.default_headers)
    # The package sends its key as a bearer token, and another one beside it would be taken first.
    of_header = headers.pop("x-api-key", None) or headers.pop("authorization", "").removeprefix("Bearer ").strip()
    key: Any = settings.api_key or settings.auth_token or of_header
    if settings.credentials is not None:
        authorizer = settings.credentials.authorizer(settings.base_url)
        if isinstance(authorizer, CallableAuthorizer):
            key = authorizer.function
        elif isinstance(authorizer, TokenAuthorizer):
            is_async = inspect.iscoroutinefunction(client.close)
            key = authorizer.cache.async_get_token if is_async else authorizer.cache.get_token
            headers["anthropic-beta"] = ",".join(filter(None, (headers.get("anthropic-beta"), OAUTH_BETA)))
            headers.update(authorizer.headers)
    if not key:
        raise CredentialsError("the client has no key that OpenAI's package could send: pass api_key= to the client")
    return {
        "api_key": key,
        "base_url": settings.base_url.rstrip("/") + "/v1/",
        "default_headers": headers,
        "max_retries": settings.max_retries,
    }
