"""The order of things in one call, retries included, written once for both clients.

A flow is a generator. It yields every attempt that it wants made and is resumed with the answer, or with the error
that came instead; what it returns is the answer to use. It neither sends nor sleeps: the drivers do.
"""

from __future__ import annotations

import inspect
import random
from collections.abc import Awaitable, Generator, Sequence
from typing import TYPE_CHECKING, Any, Protocol, cast
from urllib.parse import urljoin

from ..errors import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    CallDeadlineError,
    ClaudeError,
    ConflictError,
    FirstEventTimeoutError,
    InternalServerError,
    PoolTimeoutError,
    RateLimitError,
    RequestTimeoutError,
    RetryableError,
)
from ..http.clients import check_address, connection_error
from . import logs

if TYPE_CHECKING:
    from typing import TypeAlias

    import httpx

    from .call import Call
    from .drivers import AsyncDriver, Driver
    from .middleware import GeneratorMiddleware, MiddlewareInput

FIRST_BACKOFF_SECONDS = 0.5
LAST_BACKOFF_SECONDS = 8.0
MAX_REDIRECTS = 20
_SPEND_LIMITS = frozenset({"enforced_spend_limit_reached", "contract_spend_limit_reached"})
_DONE_IN_PART = frozenset({"workspace_created_incomplete"})


class Attempt:
    """One thing for a driver to do: wait `delay` seconds, send `request`, and read the body where the call wants it."""

    __slots__ = ("call", "delay", "request", "response")

    def __init__(self, call: Call[Any, Any], request: httpx.Request, delay: float) -> None:
        self.call: Call[Any, Any] = call
        self.request: httpx.Request = request
        self.delay: float = delay
        self.response: httpx.Response | None = None
        """Set by the driver as soon as the headers are there, before it reads the body."""


class Nested(Protocol):
    """Something that a driver has to run because it sends, inside of itself, what the flow says."""

    def run(self, driver: Driver) -> httpx.Response:
        """Run it on `Client`."""
        ...

    def run_async(self, driver: AsyncDriver) -> Awaitable[httpx.Response]:
        """Run it on `AsyncClient`."""
        ...


Step: TypeAlias = "Attempt | Nested"
Flow: TypeAlias = Generator[Step, "httpx.Response", "httpx.Response"]


def send(call: Call[Any, Any], failure: ClaudeError | None = None) -> Flow:
    """Send the call's request, and again while its failure is worth another attempt.

    `failure` is what an earlier answer to the same call came to, of which nothing was handed on.
    """
    delay = 0.0 if failure is None else wait_before_retry(call, failure)
    while True:
        outcome = yield from attempted(call, delay)
        if not isinstance(outcome, ClaudeError):
            return outcome
        delay = wait_before_retry(call, outcome)


def attempted(call: Call[Any, Any], delay: float) -> Generator[Step, httpx.Response, httpx.Response | ClaudeError]:
    """Make one attempt and put it on record; an answer that is a failure comes back as its error."""
    call.check_deadline()
    request = call.http_request()
    response: httpx.Response | None = None
    outcome: httpx.Response | ClaudeError
    try:
        response = yield from through(call, call.settings.middleware, request, delay)
    except ClaudeError as error:
        outcome = error
        call.record(status=None, error=error, delay=delay)
    else:
        outcome = response if response.is_success else APIStatusError.from_response(response)
        failure = outcome if isinstance(outcome, ClaudeError) else None
        if failure is not None and call.request.hint and response.status_code == 404:
            _note(failure, call.request.hint)
        call.record(status=response.status_code, error=failure, delay=delay)
    logs.attempt(request, response, call.attempts[-1], call.now())
    return outcome


def through(
    call: Call[Any, Any], middleware: Sequence[MiddlewareInput], request: httpx.Request, delay: float
) -> Generator[Step, httpx.Response, httpx.Response]:
    """Send `request` through each middleware, the first one outermost."""
    if not middleware:
        return (yield from redirected(call, request, delay))
    outermost, inner = middleware[0], middleware[1:]
    if not is_generator(outermost):
        from .middleware import nested

        return (yield nested(outermost, call, request, lambda sent: through(call, inner, sent, delay)))
    steps = cast("GeneratorMiddleware", outermost)(request)
    try:
        request = next(steps)
        while True:
            try:
                response = yield from through(call, inner, request, delay)
            except ClaudeError as error:
                request = steps.throw(error)
            else:
                request = steps.send(response)
            delay = 0.0
    except StopIteration as done:
        return cast("httpx.Response", done.value)


def is_generator(middleware: MiddlewareInput) -> bool:
    """Whether it is a generator function, or an object that is called as one."""
    return inspect.isgeneratorfunction(middleware) or inspect.isgeneratorfunction(type(middleware).__call__)


def redirected(
    call: Call[Any, Any], request: httpx.Request, delay: float
) -> Generator[Step, httpx.Response, httpx.Response]:
    """Send `request`, and on to where the server points. Credentials stay with the origin they are for."""
    for _ in range(MAX_REDIRECTS):
        response = yield from exchanged(call, request, delay)
        if not response.has_redirect_location:
            return response
        request, delay = next_request(request, response), 0.0
    raise APIConnectionError(
        f"{MAX_REDIRECTS} redirects in a row, the last one to {request.url.copy_with(query=None)}", request
    )


def exchanged(
    call: Call[Any, Any], request: httpx.Request, delay: float
) -> Generator[Step, httpx.Response, httpx.Response]:
    """Send `request` once. Whatever the HTTP library raises becomes an error of ours, the original as its cause."""
    attempt = Attempt(call, request, delay)
    try:
        return (yield attempt)
    except Exception as error:
        ours = connection_error(error, request, answered=attempt.response is not None)
        if ours is error:
            raise
        if type(ours) is APITimeoutError and ours.phase == "headers" and call.waits_for_first_event():
            seconds = call.settings.first_event_timeout
            ours = FirstEventTimeoutError(f"no event of the stream within first_event_timeout={seconds} s", request)
        if isinstance(ours, PoolTimeoutError) and call.driver is not None:
            ours.message += f"; {call.driver.open_streams()} answers of this client are still being read"
        raise ours from error


def next_request(request: httpx.Request, response: httpx.Response) -> httpx.Request:
    """The request that a redirect asks for."""
    location = response.headers["location"]
    try:
        url = response.url.join(urljoin(str(response.url), location))
        check_address(url)
    except Exception as error:  # of several libraries, and all for the same reason
        shown = location.partition("?")[0]
        raise APIConnectionError(f"the server points to {shown!r}, which is no address", request) from error
    headers = request.headers.copy()
    headers["host"] = url.netloc.decode("ascii")
    if (url.scheme, url.host, url.port) != (request.url.scheme, request.url.host, request.url.port):
        for name in ("x-api-key", "authorization", "cookie", "proxy-authorization"):
            headers.pop(name, None)
    if response.status_code in (307, 308) or request.method in ("GET", "HEAD"):
        return type(request)(request.method, url, headers=headers, stream=request.stream, extensions=request.extensions)
    for name in ("content-length", "content-type", "transfer-encoding"):
        headers.pop(name, None)
    return type(request)("GET", url, headers=headers, extensions=request.extensions)


# ---- decisions ------------------------------------------------------------------------------------------


def wait_before_retry(call: Call[Any, Any], failure: ClaudeError) -> float:
    """Seconds to wait before the next attempt, or `failure` raised where there is none to be made."""
    call.known(failure)
    if call.out_of_time():
        raise call.past_deadline() from failure
    retries = len(call.attempts) - 1
    body = call.request.body
    if retries >= call.settings.max_retries or not worth_retrying(failure):
        raise failure
    if body is not None and not body.replayable:
        _note(failure, "not retried: the upload cannot be read a second time; pass a path or a seekable file")
        raise failure
    asked = failure.retry_after if isinstance(failure, APIStatusError) else None
    if asked is not None and asked > call.settings.max_retry_wait:
        _note(
            failure,
            f"not retried: the server asks to wait {asked:g} s, max_retry_wait is {call.settings.max_retry_wait:g} s",
        )
        raise failure
    delay = asked or backoff(retries)
    left = call.time_left()
    if left is not None and delay >= left:
        raise call.past_deadline() from failure
    return delay


def worth_retrying(failure: ClaudeError) -> bool:
    """Whether the same request may succeed when it is sent once more."""
    if isinstance(failure, APIStatusError):
        if failure.error_code in _SPEND_LIMITS:
            # It answers 429 as a rate limit does, but a few seconds do not lift it.
            # https://platform.claude.com/docs/en/api/errors
            return False
        if failure.error_code in _DONE_IN_PART:
            # The status is 503, but the workspace is there: the same request would make a second one.
            return False
        wish = failure.response.headers.get("x-should-retry")
        if wish in ("true", "false"):
            return bool(wish == "true")
        return isinstance(failure, (RequestTimeoutError, ConflictError, RateLimitError, InternalServerError))
    if isinstance(failure, CallDeadlineError):
        return False
    return isinstance(failure, (APIConnectionError, RetryableError))


def backoff(retries: int) -> float:
    """Seconds before the next try after so many retries: anything up to a bound that doubles each time.

    The whole range is random ("full jitter"), so that clients which failed together do not come back together.
    """
    return random.uniform(0.0, min(LAST_BACKOFF_SECONDS, FIRST_BACKOFF_SECONDS * 2**retries))  # noqa: S311  # no secret


def _note(failure: ClaudeError, text: str) -> None:
    message = getattr(failure, "message", None)
    if isinstance(message, str):
        failure.message = f"{message} [{text}]"  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
