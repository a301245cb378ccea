"""The types of middleware: generator functions, and what is written for the official package.

A generator function serves both clients; `call.apply_middleware` runs it. Middleware in the official style calls what
comes next:

    def handle(request: APIRequest, call_next: CallNext) -> APIResponse[Any]:
        return call_next(request.copy(headers={**request.headers, "x-trace": "1"}))

So it cannot be a generator: the driver runs it, and inside of it the rest of the flow. A function serves the client
that it is written for; an object has `handle` for one and `handle_async` for the other.
"""

from __future__ import annotations

import inspect
import json
from collections.abc import Awaitable, Callable, Generator, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast

from .response import AsyncResponse, AsyncSender, Response, Sender

if TYPE_CHECKING:
    import httpx

    from .response import CallState

Rest: TypeAlias = "Callable[[httpx.Request], Generator[Any, httpx.Response, httpx.Response]]"


class NestedDriver(Sender, Protocol):
    """What a nested step asks of the driver that runs it."""

    def run(self, steps: Any) -> httpx.Response:
        """What `steps` come to."""
        ...


class AsyncNestedDriver(AsyncSender, Protocol):
    """The same, on an event loop."""

    async def run(self, steps: Any) -> httpx.Response:
        """What `steps` come to."""
        ...


class APIRequest:
    """A request that is about to be sent, as middleware sees it. `copy()` makes a changed one."""

    def __init__(self, http_request: httpx.Request, call: CallState) -> None:
        self.http_request = http_request
        self.stream: bool = not call.request.response_format.whole
        self.retries_taken: int = len(call.attempts)

    @property
    def method(self) -> str:
        """The HTTP method."""
        return self.http_request.method

    @property
    def url(self) -> str:
        """Where the request goes."""
        return str(self.http_request.url)

    @property
    def headers(self) -> httpx.Headers:
        """The headers, credentials among them."""
        return self.http_request.headers

    @property
    def json(self) -> Any:
        """The JSON body; `None` where there is none."""
        content = self.http_request.read() if "content-type" in self.headers else b""
        return json.loads(content) if self.headers.get("content-type") == "application/json" else None

    def copy(self, *, headers: Mapping[str, str] | None = None, json: object = None) -> APIRequest:
        """A request with other headers, or with another JSON body."""
        from .json_encoding import encode_json

        old = self.http_request
        sent: Any = dict(self.headers) if headers is None else dict(headers)
        make: Any = type(old)
        twin = object.__new__(APIRequest)
        twin.__dict__.update(self.__dict__)
        if json is None:
            twin.http_request = make(old.method, old.url, headers=sent, stream=old.stream, extensions=old.extensions)
        else:
            sent = {name: value for name, value in sent.items() if name.lower() != "content-length"}
            twin.http_request = make(
                old.method, old.url, headers=sent, content=encode_json(json), extensions=old.extensions
            )
        return twin


CallNext: TypeAlias = Callable[[APIRequest], Response[Any]]
AsyncCallNext: TypeAlias = Callable[[APIRequest], Awaitable[AsyncResponse[Any]]]
MiddlewareCallable: TypeAlias = Callable[[APIRequest, CallNext], Response[Any]]
AsyncMiddlewareCallable: TypeAlias = Callable[[APIRequest, AsyncCallNext], Awaitable[AsyncResponse[Any]]]


class Middleware:
    """A base class for middleware in the official style: override `handle`, `handle_async`, or both."""

    def handle(self, request: APIRequest, call_next: CallNext) -> Response[Any]:
        """What happens to a request on `Client`."""
        return call_next(request)

    async def handle_async(self, request: APIRequest, call_next: AsyncCallNext) -> AsyncResponse[Any]:
        """What happens to a request on `AsyncClient`."""
        return await call_next(request)


GeneratorMiddleware: TypeAlias = Callable[
    ["httpx.Request"], Generator["httpx.Request", "httpx.Response", "httpx.Response"]
]
"""Takes the request about to be sent, yields it or another one, and returns the response. It may yield again."""

MiddlewareInput: TypeAlias = "GeneratorMiddleware | Middleware | MiddlewareCallable | AsyncMiddlewareCallable"
"""What `middleware=` takes: generator functions, and what is written for the official package."""


def wrong_result(middleware: object, found: object, expected: str) -> TypeError:
    """The error for middleware that gave something else than what it has to."""
    name = getattr(middleware, "__qualname__", type(middleware).__qualname__)
    hint = ": has it forgotten its `return`?" if found is None else ""
    return TypeError(f"the middleware {name} gave {type(found).__qualname__}, expected {expected}{hint}")


class NestedMiddleware:
    """The step in which a driver runs one such middleware."""

    def __init__(self, middleware: Any, call: CallState, request: httpx.Request, rest: Rest) -> None:
        self._middleware = middleware
        self._call = call
        self._request = APIRequest(request, call)
        self._rest = rest

    def run(self, driver: NestedDriver) -> httpx.Response:
        """Run it on `Client`."""

        def call_next(request: APIRequest) -> Response[Any]:
            return Response(driver, self._call, driver.run(self._rest(request.http_request)))

        handle: MiddlewareCallable = getattr(self._middleware, "handle", self._middleware)
        response: Any = handle(self._request, call_next)
        if (made := getattr(response, "http_response", None)) is not None:
            return cast("httpx.Response", made)
        if inspect.iscoroutine(response):
            response.close()
        raise wrong_result(self._middleware, response, "the Response of call_next, or another one")

    async def run_async(self, driver: AsyncNestedDriver) -> httpx.Response:
        """Run it on `AsyncClient`."""

        async def call_next(request: APIRequest) -> AsyncResponse[Any]:
            return AsyncResponse(driver, self._call, await driver.run(self._rest(request.http_request)))

        handle = cast("AsyncMiddlewareCallable", getattr(self._middleware, "handle_async", self._middleware))
        response: Any = handle(self._request, call_next)
        if inspect.isawaitable(response):
            response = await response
        if (made := getattr(response, "http_response", None)) is not None:
            return cast("httpx.Response", made)
        raise wrong_result(self._middleware, response, "the AsyncResponse of call_next, or another one")
