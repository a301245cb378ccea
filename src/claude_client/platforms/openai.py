"""What an `OpenAI(...)` client needs to reach the place that a client of ours calls."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Coroutine, Mapping
from typing import TYPE_CHECKING, Any, Protocol, cast, overload

from typing_extensions import TypedDict

from ..credentials.authorization import CallableAuthorizer, TokenAuthorizer
from ..credentials.exchange import OAUTH_BETA
from ..errors import CredentialsError, UnsupportedFeatureError

if TYPE_CHECKING:
    from ..core.settings import Settings


class OpenAISettings(TypedDict):
    """Arguments of `openai.OpenAI`."""

    api_key: str | Callable[[], str]
    """The key; a function where the client gets tokens by credentials."""

    base_url: str
    default_headers: Mapping[str, str]
    max_retries: int


class AsyncOpenAISettings(TypedDict):
    """Arguments of `openai.AsyncOpenAI`."""

    api_key: str | Callable[[], Awaitable[str]]
    """The key; a coroutine function where the client gets tokens by credentials."""

    base_url: str
    default_headers: Mapping[str, str]
    max_retries: int


class AnyClient(Protocol):
    """A `Client`, or one of its kind."""

    @property
    def call_settings(self) -> Settings:
        """What calls go out with."""
        ...

    def close(self) -> None:
        """Close the connections."""
        ...


class AnyAsyncClient(Protocol):
    """An `AsyncClient`, or one of its kind."""

    @property
    def call_settings(self) -> Settings:
        """What calls go out with."""
        ...

    def close(self) -> Coroutine[Any, Any, None]:
        """Close the connections."""
        ...


@overload
def openai_settings(client: AnyClient) -> OpenAISettings: ...
@overload
def openai_settings(client: AnyAsyncClient) -> AsyncOpenAISettings: ...
def openai_settings(client: AnyClient | AnyAsyncClient) -> OpenAISettings | AsyncOpenAISettings:
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
        authorizer: Any = settings.credentials.authorizer(settings.base_url)
        key = _key_function(authorizer, asynchronous=inspect.iscoroutinefunction(client.close))
        if isinstance(authorizer, TokenAuthorizer):
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


def _key_function(authorizer: TokenAuthorizer | CallableAuthorizer, *, asynchronous: bool) -> Any:
    """A function that gives the key of each request, as OpenAI's client of this kind calls it."""
    if isinstance(authorizer, TokenAuthorizer):
        return authorizer.cache.async_get_token if asynchronous else authorizer.cache.get_token
    function = authorizer.function
    if not asynchronous or inspect.iscoroutinefunction(function):
        return function

    async def call() -> str:
        import anyio.to_thread

        return cast("str", await anyio.to_thread.run_sync(function, abandon_on_cancel=True))

    return call
