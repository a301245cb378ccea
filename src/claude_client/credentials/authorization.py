"""Puts tokens on requests: for a client of ours, and as an `httpx.Auth` for anybody's."""

from __future__ import annotations

import inspect
import threading
from collections.abc import AsyncGenerator, Callable, Generator, Mapping
from typing import TYPE_CHECKING, Any, cast

import httpx

from ..errors import CredentialsError
from .cache import TokenCache, as_access_token
from .exchange import OAUTH_BETA

if TYPE_CHECKING:
    from .chain import CredentialResult
    from .tokens import AnyProvider


class TokenAuthorizer:
    """Sends the token of a cache with each request, as `Authorization: Bearer`."""

    def __init__(self, cache: TokenCache, headers: Mapping[str, str] | None = None, beta: str | None = None) -> None:
        """Args:
        cache: Where the tokens come from.
        headers: Headers that go with them, where a request has none of that name.
        beta: A beta value that the API asks for with such tokens.
        """
        self.cache = cache
        self.headers: Mapping[str, str] = headers or {}
        self._beta = beta

    def authorize_now(self, request: httpx.Request) -> bool:
        """Authorize `request` with the token that is there; False where it has to be fetched first."""
        token = self.cache.peek()
        if token is None:
            return False
        request.headers["authorization"] = f"Bearer {token}"
        del token  # no frame of a traceback is to hold it
        self._add_headers(request)
        return True

    def authorize(self, request: httpx.Request) -> None:
        """Authorize `request`; this may wait for a new token."""
        request.headers["authorization"] = f"Bearer {self.cache.get_token()}"
        self._add_headers(request)

    async def authorize_async(self, request: httpx.Request) -> None:
        """The same without blocking the event loop."""
        request.headers["authorization"] = f"Bearer {await self.cache.async_get_token()}"
        self._add_headers(request)

    def renew(self, request: httpx.Request) -> bool:
        """Forget the token that `request` was refused with; whether another one may be had."""
        self.cache.invalidate(request.headers["authorization"].removeprefix("Bearer "))
        return True

    def _add_headers(self, request: httpx.Request) -> None:
        for name, value in self.headers.items():
            request.headers.setdefault(name, value)
        if self._beta is not None:
            betas = [beta.strip() for beta in request.headers.get("anthropic-beta", "").split(",") if beta.strip()]
            if self._beta not in betas:
                request.headers["anthropic-beta"] = ",".join([*betas, self._beta])


class CallableAuthorizer:
    """Asks a function for the key or the token of each request."""

    def __init__(self, function: Callable[[], Any], argument: str) -> None:
        """Args:
        function: Gives the key or token; a coroutine function on `AsyncClient`.
        argument: Which argument of the client it is: `api_key` or `auth_token`.
        """
        self.function = function
        self._argument = argument
        self._is_async = inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(
            getattr(function, "__call__", None)  # noqa: B004  # an object whose class has it as a coroutine function
        )

    def authorize_now(self, request: httpx.Request) -> bool:  # noqa: ARG002  # the function may wait
        """False: the function is asked each time."""
        return False

    def authorize(self, request: httpx.Request) -> None:
        """Authorize `request` with what the function gives."""
        self._put(request, self.function())

    async def authorize_async(self, request: httpx.Request) -> None:
        """The same; a function that is not a coroutine function runs in a thread, which is left when the call ends."""
        if self._is_async:
            self._put(request, await self.function())
            return
        import anyio.to_thread

        await anyio.to_thread.run_sync(self.authorize, request, abandon_on_cancel=True)

    def renew(self, request: httpx.Request) -> bool:  # noqa: ARG002
        """True: the function is asked again."""
        return True

    def _put(self, request: httpx.Request, value: object) -> None:
        if inspect.isawaitable(value):
            cast("Any", value).close()
            raise TypeError(f"{self._argument}= is a coroutine function: only AsyncClient can await it")
        if not isinstance(value, str):
            # A token with its class, as `credentials=` takes it.
            value = as_access_token(value, self.function).token if hasattr(value, "token") else None
        if not value or not value.isascii() or not value.isprintable() or value != value.strip():
            del value
            raise CredentialsError(
                f"the function given as {self._argument}= gave nothing that a header can hold: "
                "expected text of printable ASCII characters without spaces around it"
            )
        if self._argument == "api_key":
            request.headers["x-api-key"] = value
        else:
            request.headers["authorization"] = f"Bearer {value}"
        del value


class ProviderCredentials:
    """The provider of a client, with one cache for each address of the API that it talks to."""

    def __init__(self, found: CredentialResult) -> None:
        self._found = found
        self._authorizers: dict[str, TokenAuthorizer] = {}
        self._lock = threading.Lock()

    @property
    def base_url(self) -> str | None:
        """Where the API is, if the credentials say it."""
        return self._found.base_url

    @property
    def provider(self) -> AnyProvider:
        """What gives the tokens."""
        return self._found.provider

    def authorizer(self, base_url: str) -> TokenAuthorizer:
        """What authorizes requests to the API at `base_url`; the same one each time."""
        with self._lock:
            found = self._authorizers.get(base_url)
            if found is None:
                bind = getattr(self._found.provider, "for_base_url", None)
                cache = TokenCache(self._found.provider if bind is None else bind(base_url))
                found = self._authorizers[base_url] = TokenAuthorizer(cache, self._found.extra_headers, OAUTH_BETA)
            return found

    def __reduce__(self) -> tuple[Any, ...]:
        return ProviderCredentials, (self._found,)

    def __repr__(self) -> str:
        return f"ProviderCredentials({self._found.provider!r})"


class AccessTokenAuth(httpx.Auth):
    """The tokens of a cache for any `httpx` client: `httpx.Client(auth=AccessTokenAuth(cache))`.

    A response with status 401 empties the cache, and the request is sent once more with a new token.
    """

    def __init__(self, token_cache: TokenCache) -> None:
        self._authorizer = TokenAuthorizer(token_cache, beta=OAUTH_BETA)

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """The requests to send, one or two."""
        self._authorizer.authorize(request)
        response = yield request
        if response.status_code == 401:
            self._authorizer.renew(request)
            self._authorizer.authorize(request)
            yield request

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """The same on an event loop."""
        await self._authorizer.authorize_async(request)
        response = yield request
        if response.status_code == 401:
            self._authorizer.renew(request)
            await self._authorizer.authorize_async(request)
            yield request
