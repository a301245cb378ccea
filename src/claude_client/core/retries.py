"""When a call is retried, and how long it waits before. Decisions only: they take values and give values.

The flow of a call (`call`) asks them, and does what they say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from ..errors import (
    APIConnectionError,
    APIStatusError,
    CallDeadlineError,
    ClaudeError,
    ConflictError,
    InternalServerError,
    RateLimitError,
    RequestTimeoutError,
    RetryableError,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..types.response_info import AttemptRecord
    from .request import Request

FIRST_BACKOFF_SECONDS = 0.5
LAST_BACKOFF_SECONDS = 8.0
_SPEND_LIMITS = frozenset({"enforced_spend_limit_reached", "contract_spend_limit_reached"})
_DONE_IN_PART = frozenset({"workspace_created_incomplete"})


class RetrySettings(Protocol):
    """What a client was told of retries."""

    @property
    def deadline(self) -> float | None: ...
    @property
    def max_retries(self) -> int: ...
    @property
    def max_retry_wait(self) -> float: ...


class RetriedCall(Protocol):
    """What is asked of the call that may be retried."""

    @property
    def settings(self) -> RetrySettings: ...
    @property
    def request(self) -> Request[Any, Any]: ...
    @property
    def attempts(self) -> Sequence[AttemptRecord]: ...
    def jitter(self) -> float: ...
    def with_attempts(self, error: ClaudeError) -> ClaudeError: ...
    def time_left(self) -> float | None: ...
    def out_of_time(self) -> bool: ...
    def past_deadline(self) -> CallDeadlineError: ...
    def takes_new_credentials(self) -> bool: ...


def plan_retry(call: RetriedCall, failure: ClaudeError) -> tuple[float, ClaudeError | None]:
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
        add_note(failure, "not retried: the upload cannot be read a second time; pass a path or a seekable file")
        return 0.0, failure
    asked = failure.retry_after if isinstance(failure, APIStatusError) else None
    if asked is not None and asked > settings.max_retry_wait:
        longest = settings.max_retry_wait
        add_note(failure, f"not retried: the server asks to wait {asked:g} s, max_retry_wait is {longest:g} s")
        return 0.0, failure
    delay = 0.0 if renewed else asked or backoff(retries, call.jitter())
    left = call.time_left()
    if left is not None and delay >= left:
        return 0.0, _past_deadline(call, failure)
    return delay, None


def _past_deadline(call: RetriedCall, failure: ClaudeError) -> ClaudeError:
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


def backoff(retries: int, share: float) -> float:
    """Seconds before the next attempt after so many retries: a share of a bound that doubles each time.

    The share is random, from 0 to 1 ("full jitter"), so that clients which failed together do not come back together.
    """
    return share * min(LAST_BACKOFF_SECONDS, FIRST_BACKOFF_SECONDS * 2.0**retries)


def add_note(failure: ClaudeError, text: str) -> None:
    """Put `text` behind the message of an error."""
    message = getattr(failure, "message", None)
    if isinstance(message, str):
        failure.message = f"{message} [{text}]"  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
