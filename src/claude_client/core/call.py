"""One call under way: what it asks for, under which settings, and what has been tried so far.

A call outlives its first answer: a stream that breaks before anything was handed on is asked for again from the same
budget of attempts and time. It does no I/O.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, cast

from ..errors import APIError, CallDeadlineError, ClaudeError, RequestTooLargeError
from ..http.bodies import byte_stream_class, in_memory_class
from ..types.response_info import SHOWN_QUERY, AttemptRecord
from .request import A, Body, JSONBody, Request, S

if TYPE_CHECKING:
    from types import ModuleType

    import httpx

    from .drivers import AsyncDriver, Driver
    from .settings import Settings


class Call(Generic[S, A]):
    """The state that one call keeps from its first attempt to the end of its answer."""

    __slots__ = ("_clock", "_started", "attempts", "driver", "request", "sent_at", "settings", "whole")

    def __init__(
        self,
        request: Request[S, A],
        settings: Settings,
        *,
        streamed: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.request: Request[S, A] = with_extra_body(request)
        self.whole: bool = request.answer.whole and not streamed
        self.settings: Settings = settings.for_call(request.options)
        if request.check_version is not None:
            request.check_version(self.settings.api_version)
        self.attempts: list[AttemptRecord] = []
        self.driver: Driver | AsyncDriver | None = None
        """What sends it."""
        self.sent_at: float = 0.0
        """When the last attempt was sent, in seconds since the call began."""
        self._clock = clock
        self._started = clock()

    def now(self) -> float:
        """Seconds since the call began."""
        return self._clock() - self._started

    def time_left(self) -> float | None:
        """Seconds until the call's deadline; `None` where it has none."""
        if self.settings.deadline is None:
            return None
        return max(0.0, self.settings.deadline - self.now())

    def out_of_time(self) -> bool:
        """Whether the deadline has come; a hundredth of a second before it, as timers are no more exact than that."""
        left = self.time_left()
        return left is not None and left < 0.01

    def check_deadline(self, cause: BaseException | None = None) -> None:
        """Raise `CallDeadlineError` where no time is left."""
        if self.out_of_time():
            raise self.past_deadline() from cause

    def past_deadline(self, request: httpx.Request | None = None) -> CallDeadlineError:
        """The error for a call that has no time left."""
        error = CallDeadlineError(f"the call was not done within its deadline of {self.settings.deadline} s", request)
        error.attempts = tuple(self.attempts)
        return error

    def record(self, *, status: int | None, error: BaseException | None, delay: float) -> None:
        """Put an attempt on record."""
        name = type(error).__name__ if error is not None else None
        self.attempts.append(AttemptRecord(len(self.attempts) + 1, status, name, delay))

    def fail_last(self, error: BaseException) -> None:
        """Say of the last attempt, which seemed to succeed, that it ended in `error` after all."""
        last = self.attempts.pop()
        self.attempts.append(AttemptRecord(last.number, last.status, type(error).__name__, last.delay))

    def known(self, error: ClaudeError) -> ClaudeError:
        """`error` with the attempts of this call on it."""
        if isinstance(error, APIError):
            error.attempts = tuple(self.attempts)
        return error

    def http_request(self) -> httpx.Request:
        """The request for the next attempt.

        Raises:
            RequestTooLargeError: The body is larger than the endpoint takes.
            CredentialsError: There is nothing to authenticate the call with.
        """
        library: Any = self.library
        request, settings = self.request, self.settings
        url, headers = settings.url(request, library), settings.headers(request)
        extensions = self._extensions()
        if request.query:
            extensions[SHOWN_QUERY] = tuple(request.query)
        body = request.body
        if body is None:
            return cast("httpx.Request", library.Request(request.method, url, headers=headers, extensions=extensions))
        self._check_size(body.size, lambda: library.Request(request.method, url, headers=headers))
        content = body.content()
        of_body = in_memory_class if isinstance(content, bytes) else byte_stream_class
        made = library.Request(
            request.method,
            url,
            headers={"host": url.netloc.decode("ascii"), **headers, **_framing(body)},
            stream=of_body(library)(content),
            extensions=extensions,
        )
        if isinstance(content, bytes):
            made.read()  # so that middleware can look at it
        return cast("httpx.Request", made)

    @property
    def library(self) -> ModuleType:
        """The HTTP library whose requests the driver sends: `httpx`, or that of a given client."""
        if self.driver is not None and self.driver.library is not None:
            return self.driver.library
        import httpx

        return httpx

    def _extensions(self) -> dict[str, Any]:
        limits = self._timeouts()
        if self.settings.deadline is None:
            return {"timeout": limits}

        def shorten(event: str, _info: object) -> None:
            # The phases of an attempt follow each other, and each takes its limit when it begins.
            if event.endswith(".started"):
                limits.update(self._timeouts())

        async def shorten_async(event: str, info: object) -> None:
            shorten(event, info)

        blocking = self.driver is None or not self.driver.is_async
        return {"timeout": limits, "trace": shorten if blocking else shorten_async}

    def _check_size(self, size: int | None, request: Callable[[], httpx.Request]) -> None:
        limit = self.settings.size_limit(self.request.limit)
        if size is not None and size > limit:
            raise too_large(size, limit, self.request, request())

    def _timeouts(self) -> dict[str, float | None]:
        """Seconds for each phase of an attempt."""
        limits = dict(self.settings.phases)
        if self.waits_for_first_event():
            limits["read"] = self.settings.first_event_timeout
        left = self.time_left()
        if left is None:
            return limits
        return {phase: left if seconds is None else min(seconds, left) for phase, seconds in limits.items()}

    def waits_for_first_event(self) -> bool:
        """Whether `first_event_timeout` is what bounds the wait for the headers of a stream."""
        first = self.settings.first_event_timeout
        if first is None or self.request.answer.whole:
            return False
        read = self.settings.phases["read"]
        return read is None or first < read

    def headers_came(self, request: httpx.Request) -> None:
        """Give the reads of the body of `request` the time that they may take; the stream counts for itself."""
        if self.waits_for_first_event():
            # The transport reads this anew when it begins with the body.
            request.extensions["timeout"]["read"] = self.settings.phases["read"]


def _framing(body: Body) -> dict[str, str]:
    """How long a body is; the library says it only of content that it encodes itself."""
    size = body.size
    return {"transfer-encoding": "chunked"} if size is None else {"content-length": str(size)}


def with_extra_body(request: Request[S, A]) -> Request[S, A]:
    """`request` with the call's `extra_body` in it."""
    from dataclasses import replace

    extra = request.options.get("extra_body")
    if not extra:
        return request
    return replace(request, body=JSONBody(extra) if request.body is None else request.body.extended(extra))


def too_large(size: int, limit: int, request: Request[Any, Any], http_request: httpx.Request) -> RequestTooLargeError:
    """The error for a body that is not even sent, in the class of the API's own answer to it."""
    import httpx

    message = (
        f"the body of {size:,} bytes is over the limit of {limit:,} bytes for {request.method} {request.path}; "
        f"nothing was sent: {request.limit.way_out}"
    )
    return RequestTooLargeError(message, response=httpx.Response(413, request=http_request), body=None)
