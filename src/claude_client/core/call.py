"""One call under way: its state, and the order of things in it, written once for both clients.

A `Call` outlives its first response: a stream that breaks before anything was handed on is retried from the same budget
of attempts and time. `send` is its flow, a generator. It yields every attempt that it wants made and is resumed with
the response, or with the error that came instead; what it returns is the response to use. It neither sends nor sleeps:
the drivers do. Whether there is another attempt, `retries` decides.
"""

from __future__ import annotations

import inspect
import logging
import random
import time
from collections.abc import Awaitable, Callable, Generator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, Protocol, TypeVar, cast

from ..errors import (
    APIError,
    APIStatusError,
    APITimeoutError,
    CallDeadlineError,
    ClaudeError,
    FirstEventTimeoutError,
    PoolTimeoutError,
)
from ..http.bodies import InMemory
from ..http.clients import connection_error
from ..http.messages import WireRequest, WireResponse, to_httpx
from ..types.response_info import AttemptRecord, show_url
from . import http_request, logs
from .decoding import error_object
from .http_request import build
from .json_encoding import JSONBody
from .redirects import MAX_REDIRECTS, have_same_origin, redirect, refuse_redirect
from .request import A, Request, S
from .response_body import is_read, map_coding_error, read_in_memory
from .retries import add_note, plan_retry

if TYPE_CHECKING:
    from types import ModuleType
    from typing import TypeAlias

    import httpx

    from .middleware import GeneratorMiddleware, MiddlewareInput
    from .platform import Authorizer
    from .quotas import Quota
    from .settings import Settings
    from .tracing import CallTrace

    Outgoing: TypeAlias = "httpx.Request | WireRequest"
    Received: TypeAlias = "httpx.Response | WireResponse"

E = TypeVar("E", bound=ClaudeError)


class CallDriver(Protocol):
    """What a call asks of the driver that sends it."""

    is_async: ClassVar[bool]
    """Whether it sends on an event loop."""

    @property
    def library(self) -> ModuleType | None:
        """The HTTP library of a given client, whose requests it sends; `None` for `httpx`."""
        ...

    def open_streams(self) -> int:
        """How many responses are being read, each of which keeps a connection."""
        ...


class Call(Generic[S, A]):
    """The state that one call keeps from its first attempt to the end of its response."""

    __slots__ = (
        "_clock",
        "_jitter",
        "_started",
        "attempts",
        "authorizer",
        "driver",
        "quota",
        "renewed",
        "request",
        "sent_at",
        "settings",
        "trace",
        "whole",
    )

    def __init__(
        self,
        request: Request[S, A],
        settings: Settings,
        *,
        streamed: bool = False,
        clock: Callable[[], float] = time.monotonic,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        """Begin a call.

        Args:
            request: What it asks for.
            settings: What the client was told.
            streamed: Leave the body to whoever has the response.
            clock: Seconds, by which a deadline is kept.
            jitter: A random number from 0 to 1 for each wait before a retry.
        """
        options = request.options
        if options and (extra := options.get("extra_body")):
            body = JSONBody(extra) if request.body is None else request.body.extend(extra)
            request = replace(request, body=body)
        self.settings: Settings = settings.for_call(options) if options else settings
        if request.check_version is not None:
            request.check_version(self.settings.api_version)
        self.quota: Quota | None = None
        """What it takes of the limiter and the budget of its client."""
        if settings.limiter is not None or settings.budget is not None or request.budget is not None:
            from .quotas import both, make_quota

            budget = both(settings.budget, request.budget)
            self.quota = make_quota(request.path, request.body, settings.limiter, budget)
        self.trace: CallTrace | None = None
        """What tells a tracer of it."""
        platform = settings.platform
        if settings.telemetry is not None:
            # As it was asked for, and not as a platform takes it.
            provider = "anthropic" if platform is None else platform.gen_ai_provider
            self.trace = settings.telemetry.begin(request, settings.base_url, provider)
        if platform is not None:
            from .platform import CallContext

            settings = self.settings
            betas = settings.default_headers.get("anthropic-beta", "")
            request = platform.rewrite(request, CallContext(settings.base_url, settings.api_version, betas))
        self.request: Request[S, A] = request
        self.authorizer: Authorizer | None = None
        """What puts credentials on each attempt, where those are not a fixed key."""
        if platform is not None or settings.credentials is not None:
            self.authorizer = http_request.find_authorizer(request, self.settings)
        self.renewed: bool | None = None
        """Whether the credentials have just been replaced, after the API had refused them; `None` before that."""
        self.whole: bool = request.response_format.whole and not streamed
        """Whether the driver reads the body to its end."""
        self.attempts: list[AttemptRecord] = []
        self.driver: CallDriver | None = None
        """What sends it."""
        self.sent_at: float = 0.0
        """When the last attempt was sent, in seconds since the call began."""
        self._jitter = jitter
        self._clock = clock
        self._started = clock()

    # ---- time -------------------------------------------------------------------------------------------

    def now(self) -> float:
        """Seconds since the call began."""
        return self._clock() - self._started

    def time_left(self) -> float | None:
        """Seconds until the call's deadline; `None` where it has none."""
        deadline = self.settings.deadline
        return None if deadline is None else max(0.0, deadline - self._clock() + self._started)

    def out_of_time(self) -> bool:
        """Whether the deadline has come; a hundredth of a second before it, as timers are no more exact than that."""
        left = self.time_left()
        return left is not None and left < 0.01

    def check_deadline(self) -> None:
        """Raise `CallDeadlineError` where no time is left."""
        if self.settings.deadline is not None and self.out_of_time():
            raise self.past_deadline()

    def past_deadline(self, request: httpx.Request | None = None) -> CallDeadlineError:
        """The error for a call that has no time left."""
        text = f"the call did not finish within its deadline of {self.settings.deadline:g} s"
        return self.with_attempts(CallDeadlineError(text, request))

    def jitter(self) -> float:
        """What part of the longest wait before a retry to wait, from 0 to 1."""
        return self._jitter()

    # ---- attempts ---------------------------------------------------------------------------------------

    def fail_last(self, error: BaseException) -> None:
        """Note that the last attempt, which seemed to succeed, ended in `error` after all."""
        last = self.attempts.pop()
        self.attempts.append(AttemptRecord(last.number, last.status, type(error).__name__, last.delay))

    def with_attempts(self, error: E) -> E:
        """`error` with the attempts of this call on it."""
        if isinstance(error, APIError):
            error.attempts = tuple(self.attempts)
        return error

    def renew_credentials(self, request: httpx.Request) -> None:
        """Replace the credentials that `request` was refused with, once a call."""
        if self.authorizer is not None and self.renewed is None:
            self.renewed = self.authorizer.renew(request)

    def takes_new_credentials(self) -> bool:
        """Whether the next attempt goes out with other credentials than the last one; true once a call."""
        renewed, self.renewed = self.renewed, None if self.renewed is None else False
        return renewed is True

    # ---- what is sent -----------------------------------------------------------------------------------

    @property
    def library(self) -> ModuleType:
        """The HTTP library whose requests the driver sends."""
        if self.driver is not None and self.driver.library is not None:
            return self.driver.library
        import httpx

        return httpx

    def waits_for_first_event(self) -> bool:
        """Whether `first_event_timeout` is what bounds the wait for the headers of a stream."""
        return self.settings.first_event_timeout is not None and http_request.waits_for_first_event(
            self.request, self.settings
        )

    def note_headers(self, request: httpx.Request) -> None:
        """Give the reads of the body of `request` the time that they may take; the stream counts for itself."""
        if self.waits_for_first_event():
            # The transport reads this anew when it begins with the body.
            request.extensions["timeout"]["read"] = http_request.prepare_timeouts(self.settings)["read"]


# ---- what a driver does ---------------------------------------------------------------------------------


@dataclass(eq=False, repr=False, slots=True)
class Attempt:
    """One thing for a driver to do: wait `delay` seconds, send a request, and read the body where the call wants it."""

    call: Call[Any, Any]
    outgoing: Outgoing
    delay: float
    response: httpx.Response | None = field(default=None, init=False)
    """Set by the driver as soon as the headers are there, before it reads the body."""

    @property
    def request(self) -> httpx.Request:
        """The request, as `httpx` has it."""
        return to_httpx(self.outgoing)


@dataclass(eq=False, repr=False, slots=True)
class Authorization:
    """Another thing for a driver to do: wait `delay` seconds, and put credentials on `request`, which may take time."""

    call: Call[Any, Any]
    request: httpx.Request
    delay: float

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


@dataclass(slots=True)
class Pause:
    """Another thing for a driver to do: wait `delay` seconds."""

    delay: float

    def run(self, driver: Any) -> Any:
        """Do it on `Client`."""
        driver.wait(self.delay)

    async def run_async(self, driver: Any) -> Any:
        """Do it on `AsyncClient`."""
        await driver.wait(self.delay)


class Nested(Protocol):
    """Something that a driver has to run because it sends, inside of itself, what the flow says."""

    def run(self, driver: Any) -> Received:
        """Run it on `Client`."""
        ...

    def run_async(self, driver: Any) -> Awaitable[Received]:
        """Run it on `AsyncClient`."""
        ...


Step: TypeAlias = "Attempt | Authorization | Pause | Nested"
Flow: TypeAlias = "Generator[Step, Received, Received]"


# ---- the flow -------------------------------------------------------------------------------------------


def send(call: Call[Any, Any], failure: ClaudeError | None = None) -> Flow:
    """Send the call's request, and again while its failure is worth a retry.

    `failure` is what an earlier response to the same call came to, of which nothing was handed on.
    """
    settings, quota, trace = call.settings, call.quota, call.trace
    while True:
        delay = 0.0
        if failure is not None:
            delay, failure = plan_retry(call, failure)
            if failure is not None:
                raise failure
        if settings.deadline is not None:
            call.check_deadline()
        waited = delay
        if quota is not None:
            yield from reserve(call, quota, delay)
            delay = 0.0
        request = _build(call)
        response: Received | None = None
        try:
            if settings.middleware:
                response = yield from apply_middleware(call, settings.middleware, readable(request), delay)
            else:
                response = yield from follow_redirects(call, request, delay)
        except ClaudeError as error:
            failure = error
        except BaseException:  # such as a cancellation
            if quota is not None:
                quota.keep()
            raise
        else:
            failure = find_failure(call, response)
        status = None if response is None else response.status_code
        error_name = None if failure is None else type(failure).__name__
        record = AttemptRecord(len(call.attempts) + 1, status, error_name, waited)
        call.attempts.append(record)
        if quota is not None:
            quota.receive(response, failure)
        if trace is not None:
            trace.note_attempt(record, None if response is None else to_httpx(response))
        if logs.logger.isEnabledFor(logging.INFO):
            logs.log_attempt(to_httpx(request), None if response is None else to_httpx(response), record, call.now())
        if failure is None:
            return cast("Received", response)  # without one there is a failure


def _build(call: Call[Any, Any]) -> Outgoing:
    driver, trace = call.driver, call.trace
    library, asynchronous = (None, False) if driver is None else (driver.library, driver.is_async)
    try:
        request = build(
            call.request, call.settings, library=library, time_left=call.time_left, asynchronous=asynchronous
        )
    except BaseException:
        if call.quota is not None:
            call.quota.cancel()
        raise
    if trace is not None:
        request = to_httpx(request)
        trace.prepare(request)
    return request


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


def find_failure(call: Call[Any, Any], response: Received) -> ClaudeError | None:
    """The error that a response is; None for a success."""
    if isinstance(response, WireResponse):
        content = response.content
    elif not response.is_success:
        return _read_failure(call, response)
    elif not call.whole:
        return None
    else:
        in_memory = read_in_memory(response)
        # A middleware may give what nobody has read.
        content = in_memory if in_memory is not None else response.content if is_read(response) else b""
    # A gateway may send an error with the status of a success: as worth a retry as with its own.
    if b'"error"' in content[:_HEAD_BYTES]:
        return error_object(to_httpx(response), content, whole=True)
    return None


_HEAD_BYTES: Final = 512
"""Where the API's error object says that it is one. No message is looked through for it."""


def _read_failure(call: Call[Any, Any], response: httpx.Response) -> ClaudeError:
    if response.status_code == 401:
        call.renew_credentials(response.request)
    failure = APIStatusError.from_response(response)
    if response.status_code == 404 and "/v1/v1/" in response.request.url.path:
        add_note(failure, "base_url ends in /v1, and each path begins with it: leave it out of base_url")
    elif response.status_code == 404 and call.request.hint:
        add_note(failure, call.request.hint)
    return failure


def apply_middleware(
    call: Call[Any, Any], middleware: Sequence[MiddlewareInput], request: httpx.Request, delay: float
) -> Generator[Step, Received, httpx.Response]:
    """Send `request` through each middleware, the first one outermost."""
    if not middleware:
        return to_httpx((yield from follow_redirects(call, request, delay)))
    outermost, inner = middleware[0], middleware[1:]
    if not is_generator(outermost):
        from .middleware import NestedMiddleware

        def send_rest(sent: httpx.Request) -> Generator[Step, Received, httpx.Response]:
            return apply_middleware(call, inner, sent, delay)

        return to_httpx((yield NestedMiddleware(outermost, call, request, send_rest)))
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
        response = done.value
    if not hasattr(response, "is_success"):
        from .middleware import wrong_result

        raise wrong_result(outermost, response, "a response of the HTTP library")
    return cast("httpx.Response", response)


def is_generator(middleware: MiddlewareInput) -> bool:
    """Whether it is a generator function, or an object that is called as one."""
    return inspect.isgeneratorfunction(middleware) or inspect.isgeneratorfunction(type(middleware).__call__)


def follow_redirects(call: Call[Any, Any], request: Outgoing, delay: float) -> Generator[Step, Received, Received]:
    """Send `request`, and on to where the server points. Credentials stay with the origin they are for.

    Whatever the HTTP library raises becomes an error of ours, the original as its cause.
    """
    authorizer, first = call.authorizer, request.url
    for _ in range(MAX_REDIRECTS):
        if authorizer is not None and have_same_origin(request.url, first):
            request = readable(request)  # as signatures are of the body too
            if delay or not authorizer.authorize_now(request):
                # After the wait, as signatures and tokens have an end.
                yield Authorization(call, request, delay)
            delay = 0.0
        attempt = Attempt(call, request, delay)
        try:
            response = yield attempt
        except Exception as error:
            ours = _map_send_error(error, attempt)
            if ours is error:
                raise
            raise ours from error
        if isinstance(response, WireResponse) or not response.has_redirect_location:
            return response
        request, delay = redirect(to_httpx(request), response), 0.0
    where = show_url(to_httpx(request).url)
    raise refuse_redirect(f"{MAX_REDIRECTS} redirects in a row, the last one to {where}", to_httpx(request))


def readable(request: Outgoing) -> httpx.Request:
    """A request for `httpx`, whose body can be looked at where it is in memory."""
    made = to_httpx(request)
    if isinstance(made.stream, InMemory):
        made.read()
    return made


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
