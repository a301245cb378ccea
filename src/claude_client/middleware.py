"""What sees every attempt of every call: written as one generator function, it serves both clients.

    def timed(request):
        started = time.monotonic()
        response = yield request  # resumed with the response, or with the error thrown in
        print(request.url, response.status_code, time.monotonic() - started)
        return response

    client = Client(middleware=[timed])

`RefusalFallback` is ready-made: it asks other models where one refuses.

A generator may yield more than once, and a `RetryableError` that it raises has the attempt made again, while retries
are left.
"""

from __future__ import annotations

from .core.middleware import (
    APIRequest,
    AsyncCallNext,
    AsyncMiddlewareCallable,
    CallNext,
    GeneratorMiddleware,
    Middleware,
    MiddlewareCallable,
    MiddlewareInput,
)
from .streaming.fallbacks import DEFAULT_BETAS, FallbackState, RefusalFallback

__all__ = [
    "DEFAULT_BETAS",
    "APIRequest",
    "AsyncCallNext",
    "AsyncMiddlewareCallable",
    "CallNext",
    "FallbackState",
    "GeneratorMiddleware",
    "Middleware",
    "MiddlewareCallable",
    "MiddlewareInput",
    "RefusalFallback",
]
