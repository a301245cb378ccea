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

__all__ = [
    "APIRequest",
    "AsyncCallNext",
    "AsyncMiddlewareCallable",
    "CallNext",
    "GeneratorMiddleware",
    "Middleware",
    "MiddlewareCallable",
    "MiddlewareInput",
]
