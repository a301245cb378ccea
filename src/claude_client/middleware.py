"""What sees every attempt of every call: written as one generator function, it serves both clients.

    def timed(request):
        started = time.monotonic()
        response = yield request  # resumed with the response, or with the error thrown in
        print(request.url, response.status_code, time.monotonic() - started)
        return response

    client = Client(middleware=[timed])

It may yield more than once, and a `RetryableError` that it raises has the attempt made again, while retries are left.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    import httpx

    from .core.middleware import AsyncMiddlewareCallable, Middleware, MiddlewareCallable

GeneratorMiddleware: TypeAlias = Callable[
    ["httpx.Request"], Generator["httpx.Request", "httpx.Response", "httpx.Response"]
]
"""Takes the request about to be sent, yields it or another one, and returns the response. It may yield again."""

MiddlewareInput: TypeAlias = "GeneratorMiddleware | Middleware | MiddlewareCallable | AsyncMiddlewareCallable"
"""What `middleware=` takes: generator functions, and what is written for the official package."""
