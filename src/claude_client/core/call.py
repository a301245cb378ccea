"""One call under way: what it asks for, under which settings, and what has been tried so far.

A call outlives its first response: a stream that breaks before anything was handed on is retried from the same budget
of attempts and time. It does no I/O.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar, Generic, Protocol, TypeVar

from ..errors import APIError, CallDeadlineError, ClaudeError
from ..types.response_info import AttemptRecord
from . import http_request
from .request import A, JSONBody, Request, S

if TYPE_CHECKING:
    from types import ModuleType

    import httpx

    from .platform import Authorizer
    from .quotas import Quota
    from .settings import Settings
    from .tracing import CallTrace

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
    ) -> None:
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

    # ---- attempts ---------------------------------------------------------------------------------------

    def record(self, *, status: int | None, error: BaseException | None, delay: float) -> AttemptRecord:
        """Put an attempt on record."""
        name = type(error).__name__ if error is not None else None
        made = AttemptRecord(len(self.attempts) + 1, status, name, delay)
        self.attempts.append(made)
        return made

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

    def headers_came(self, request: httpx.Request) -> None:
        """Give the reads of the body of `request` the time that they may take; the stream counts for itself."""
        if self.waits_for_first_event():
            # The transport reads this anew when it begins with the body.
            request.extensions["timeout"]["read"] = http_request.prepare_timeouts(self.settings)["read"]
