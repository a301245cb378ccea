"""The order of things in one call, retries included, written once for both clients.

A flow is a generator. It yields every attempt that it wants made and is resumed with the response, or with the error
that came instead; what it returns is the response to use. It neither sends nor sleeps: the drivers do.
"""

from __future__ import annotations

import inspect
import logging
import random
from collections.abc import Awaitable, Generator, Sequence
from typing import TYPE_CHECKING, Any, Final, Protocol, cast
from urllib.parse import urljoin, urlsplit

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
from ..types.response_info import redact_location, show_url
from . import logs
from .decoding import error_object
from .http_request import build
from .response_body import is_read, map_coding_error, read_in_memory

if TYPE_CHECKING:
    from typing import TypeAlias

    import httpx

    from .call import Call
    from .middleware import GeneratorMiddleware, MiddlewareInput
    from .quotas import Quota

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


class Authorization:
    """Another thing for a driver to do: wait `delay` seconds, and put credentials on `request`, which may take time."""

    __slots__ = ("call", "delay", "request")

    def __init__(self, call: Call[Any, Any], request: httpx.Request, delay: float) -> None:
        self.call: Call[Any, Any] = call
        self.request: httpx.Request = request
        self.delay: float = delay

    def run(self, driver: Any) -> Any:
        """Do it on `Client`."""
        call, authorizer = self.call, self.call.authorizer
        assert authorizer is not None
        driver.wait(self.delay)
        if (left := call.time_left()) is None:
            authorizer.authorize(self.request)
        elif not driver.run_within(left, authorizer.authorize, self.request):
            raise call.past_deadline(self.request)

    async def run_async(self, driver: Any) -> Any:
        """Do it on `AsyncClient`."""
        call, authorizer = self.call, self.call.authorizer
        assert authorizer is not None
        await driver.wait(self.delay)
        if (left := call.time_left()) is None:
            await authorizer.authorize_async(self.request)
        elif not await driver.run_within(left, authorizer.authorize_async, self.request):
            raise call.past_deadline(self.request)


class Pause:
    """Another thing for a driver to do: wait `delay` seconds."""

    __slots__ = ("delay",)

    def __init__(self, delay: float) -> None:
        self.delay: float = delay

    def run(self, driver: Any) -> Any:
        """Do it on `Client`."""
        driver.wait(self.delay)

    async def run_async(self, driver: Any) -> Any:
        """Do it on `AsyncClient`."""
        await driver.wait(self.delay)


class Nested(Protocol):
    """Something that a driver has to run because it sends, inside of itself, what the flow says."""

    def run(self, driver: Any) -> httpx.Response:
        """Run it on `Client`."""
        ...

    def run_async(self, driver: Any) -> Awaitable[httpx.Response]:
        """Run it on `AsyncClient`."""
        ...


Step: TypeAlias = "Attempt | Authorization | Pause | Nested"
Flow: TypeAlias = Generator[Step, "httpx.Response", "httpx.Response"]


def send(call: Call[Any, Any], failure: ClaudeError | None = None) -> Flow:
    """Send the call's request, and again while its failure is worth a retry.

    `failure` is what an earlier response to the same call came to, of which nothing was handed on.
    """
    delay = 0.0
    while True:
        if failure is not None:
            delay, failure = plan_retry(call, failure)
            if failure is not None:
                raise failure
        outcome = yield from make_attempt(call, delay)
        if not isinstance(outcome, ClaudeError):
            return outcome
        failure = outcome


def make_attempt(call: Call[Any, Any], delay: float) -> Generator[Step, httpx.Response, httpx.Response | ClaudeError]:
    """Make one attempt and put it on record; a response that is a failure comes back as its error."""
    if call.settings.deadline is not None:
        call.check_deadline()
    driver, quota, waited = call.driver, call.quota, delay
    if quota is not None:
        yield from reserve(call, quota, delay)
        delay = 0.0
    try:
        request = build(
            call.request,
            call.settings,
            library=None if driver is None else driver.library,
            time_left=call.time_left,
            asynchronous=driver is not None and driver.is_async,
        )
    except BaseException:
        if quota is not None:
            quota.cancel()
        raise
    if call.trace is not None:
        call.trace.prepare(request)
    response: httpx.Response | None = None
    failure: ClaudeError | None = None
    try:
        if middleware := call.settings.middleware:
            response = yield from apply_middleware(call, middleware, request, delay)
        else:
            response = yield from follow_redirects(call, request, delay)
    except ClaudeError as error:
        failure = error
        record = call.record(status=None, error=error, delay=waited)
    except BaseException:  # such as a cancellation
        if quota is not None:
            quota.keep()
        raise
    else:
        if not response.is_success:
            if response.status_code == 401:
                call.renew_credentials(response.request)
            failure = _read_failure(call, response)
        elif call.whole:
            failure = _find_error_object(response)
        record = call.record(status=response.status_code, error=failure, delay=waited)
    if quota is not None:
        quota.receive(response, failure)
    if call.trace is not None:
        call.trace.note_attempt(record, response)
    if logs.logger.isEnabledFor(logging.INFO):
        logs.log_attempt(request, response, record, call.now())
    return response if failure is None else failure  # type: ignore[return-value]  # one of them is there


def reserve(call: Call[Any, Any], quota: Quota, delay: float) -> Generator[Step, Any, None]:
    """Wait `delay` seconds, reserve for an attempt, and wait for the limiter.

    Raises:
        BudgetExceededError: The attempt does not fit into the budget.
        CallDeadlineError: The limiter lets it start after the deadline only.
    """
    if delay:
        yield Pause(delay)
    quota.reserve()
    try:
        while (wait := quota.wait()) > 0:
            left = call.time_left()
            if left is not None and wait >= left:
                raise call.past_deadline()
            yield Pause(wait)
    except BaseException:
        quota.cancel()
        raise


def _read_failure(call: Call[Any, Any], response: httpx.Response) -> ClaudeError:
    failure = APIStatusError.from_response(response)
    if response.status_code == 404 and "/v1/v1/" in response.request.url.path:
        _note(failure, "base_url ends in /v1, and each path begins with it: leave it out of base_url")
    elif response.status_code == 404 and call.request.hint:
        _note(failure, call.request.hint)
    return failure


_HEAD_BYTES: Final = 512
"""Where the API's error object says that it is one. No message is looked through for it."""


def _find_error_object(response: httpx.Response) -> ClaudeError | None:
    """The error that a gateway sends with the status of a success: as worth a retry as with its own."""
    body = read_in_memory(response)
    if body is None:
        body = response.content if is_read(response) else b""  # a middleware may give what nobody has read
    if b'"error"' not in body[:_HEAD_BYTES]:
        return None
    return error_object(response, body, whole=True)


def apply_middleware(
    call: Call[Any, Any], middleware: Sequence[MiddlewareInput], request: httpx.Request, delay: float
) -> Generator[Step, httpx.Response, httpx.Response]:
    """Send `request` through each middleware, the first one outermost."""
    if not middleware:
        return (yield from follow_redirects(call, request, delay))
    outermost, inner = middleware[0], middleware[1:]
    if not is_generator(outermost):
        from .middleware import NestedMiddleware

        def send_rest(sent: httpx.Request) -> Flow:
            return apply_middleware(call, inner, sent, delay)

        return (yield NestedMiddleware(outermost, call, request, send_rest))
    steps = cast("GeneratorMiddleware", outermost)(request)
    try:
        request = next(steps)
        while True:
            try:
                response = yield from apply_middleware(call, inner, request, delay)
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


def follow_redirects(
    call: Call[Any, Any], request: httpx.Request, delay: float
) -> Generator[Step, httpx.Response, httpx.Response]:
    """Send `request`, and on to where the server points. Credentials stay with the origin they are for."""
    authorizer, first = call.authorizer, request.url
    for _ in range(MAX_REDIRECTS):
        if authorizer is not None and have_same_origin(request.url, first):
            if delay or not authorizer.authorize_now(request):
                # After the wait, as signatures and tokens have an end.
                yield Authorization(call, request, delay)
            delay = 0.0
        response = yield from send_once(call, request, delay)
        if not response.has_redirect_location:
            return response
        request, delay = redirect(request, response), 0.0
    raise _refuse_redirect(f"{MAX_REDIRECTS} redirects in a row, the last one to {show_url(request.url)}", request)


def send_once(
    call: Call[Any, Any], request: httpx.Request, delay: float
) -> Generator[Step, httpx.Response, httpx.Response]:
    """Send `request` once. Whatever the HTTP library raises becomes an error of ours, the original as its cause."""
    attempt = Attempt(call, request, delay)
    try:
        return (yield attempt)
    except Exception as error:
        ours = _map_send_error(error, attempt)
        if ours is error:
            raise
        raise ours from error


def _map_send_error(error: Exception, attempt: Attempt) -> Exception:
    call, request, response = attempt.call, attempt.request, attempt.response
    if response is not None and (ours := map_coding_error(error, response)) is not None:
        return ours
    found = connection_error(error, request, has_head=response is not None)
    if type(found) is APITimeoutError and found.phase == "headers" and call.waits_for_first_event():
        seconds = call.settings.first_event_timeout
        return FirstEventTimeoutError(f"no event of the stream within first_event_timeout={seconds} s", request)
    if isinstance(found, PoolTimeoutError) and call.driver is not None:
        found.message += f"; {call.driver.open_streams()} responses of this client are still being read"
    return found


_FOLLOW_ANYWHERE = frozenset(
    {
        "accept",
        "accept-encoding",
        "anthropic-beta",
        "anthropic-version",
        "connection",
        "content-length",
        "content-type",
        "transfer-encoding",
        "user-agent",
    }
)
"""Headers that go to another origin too. Any other may be a credential, whatever its name."""


def redirect(request: httpx.Request, response: httpx.Response) -> httpx.Request:
    """The request that a redirect asks for.

    Raises:
        APIConnectionError: It points to no URL, or from https to http.
    """
    url = _parse_location(response)
    if isinstance(url, str):
        raise _refuse_redirect(f"the server redirects to the invalid URL {url!r}", request)
    if request.url.scheme == "https" and url.scheme != "https":
        raise _refuse_redirect(f"the server redirects from https to {show_url(url)}, which is not encrypted", request)
    headers = request.headers.copy()
    headers["host"] = url.netloc.decode("ascii")
    if not have_same_origin(url, request.url):
        for name in set(headers) - _FOLLOW_ANYWHERE - {"host"}:
            del headers[name]
    if response.status_code in (307, 308) or request.method in ("GET", "HEAD"):
        return type(request)(request.method, url, headers=headers, stream=request.stream, extensions=request.extensions)
    for name in ("content-length", "content-type", "transfer-encoding"):
        headers.pop(name, None)
    return type(request)("GET", url, headers=headers, extensions=request.extensions)


def have_same_origin(one: httpx.URL, other: httpx.URL) -> bool:
    """Whether credentials for one of the URLs are for the other one too."""
    return one is other or (one.scheme, one.host, one.port) == (other.scheme, other.host, other.port)


def _parse_location(response: httpx.Response) -> httpx.URL | str:
    """Where a redirect points; or, where that is not a URL, what may be shown of it. No frame of a traceback has it."""
    location = response.headers["location"]
    try:
        joined = urljoin(str(response.url), location)
        url = response.url.join(joined)
        check_address(url)
        # The library would take the host of the request where the location has none, as in `http://:80/`.
        if not urlsplit(joined).hostname or url.scheme not in ("http", "https"):
            return redact_location(location)
    except Exception:  # of several libraries, and all for the same reason
        return redact_location(location)
    return url


def _refuse_redirect(message: str, request: httpx.Request) -> APIConnectionError:
    return APIConnectionError(message, request, phase="redirect")


# ---- decisions ------------------------------------------------------------------------------------------


def plan_retry(call: Call[Any, Any], failure: ClaudeError) -> tuple[float, ClaudeError | None]:
    """Seconds to wait before the next attempt; or the error to raise where there is none to be made."""
    call.with_attempts(failure)
    settings = call.settings
    if settings.deadline is not None and call.out_of_time():
        return 0.0, _past_deadline(call, failure)
    retries = len(call.attempts) - 1
    renewed = call.takes_new_credentials()
    if retries >= settings.max_retries or not (renewed or worth_retrying(failure)):
        return 0.0, failure
    body = call.request.body
    if body is not None and not body.replayable:
        _note(failure, "not retried: the upload cannot be read a second time; pass a path or a seekable file")
        return 0.0, failure
    asked = failure.retry_after if isinstance(failure, APIStatusError) else None
    if asked is not None and asked > settings.max_retry_wait:
        longest = settings.max_retry_wait
        _note(failure, f"not retried: the server asks to wait {asked:g} s, max_retry_wait is {longest:g} s")
        return 0.0, failure
    delay = 0.0 if renewed else asked or backoff(retries)
    left = call.time_left()
    if left is not None and delay >= left:
        return 0.0, _past_deadline(call, failure)
    return delay, None


def _past_deadline(call: Call[Any, Any], failure: ClaudeError) -> ClaudeError:
    error = call.past_deadline()
    error.__cause__ = failure
    return error


def worth_retrying(failure: ClaudeError) -> bool:
    """Whether the same request may succeed when it is sent once more."""
    if isinstance(failure, APIConnectionError) and failure.phase == "redirect":
        return False  # it would be sent where this one was
    if isinstance(failure, APIStatusError):
        if failure.error_code in _SPEND_LIMITS:
            # Its status is 429, like that of a rate limit, but a few seconds do not lift it.
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
    """Seconds before the next attempt after so many retries: anything up to a bound that doubles each time.

    The whole range is random ("full jitter"), so that clients which failed together do not come back together.
    """
    return random.uniform(0.0, min(LAST_BACKOFF_SECONDS, FIRST_BACKOFF_SECONDS * 2**retries))  # noqa: S311  # no secret


def _note(failure: ClaudeError, text: str) -> None:
    message = getattr(failure, "message", None)
    if isinstance(message, str):
        failure.message = f"{message} [{text}]"  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
