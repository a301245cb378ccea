"""Polling until something is done, written once for both clients.

It does no I/O and does not sleep: `next_step()` says what to do now, and `update()` takes what a request gave.
`Client` and `AsyncClient` are the two loops around it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from ..errors import CallDeadlineError
from .signatures import check_seconds

if TYPE_CHECKING:
    from typing_extensions import Self

    from ..rendering.progress import Meter
    from .request import Request

T = TypeVar("T")

FIRST_PAUSE_SECONDS: Final = 1.0
LAST_PAUSE_SECONDS: Final = 30.0
GROWTH: Final = 1.5


class Polling(Generic[T]):
    """Something that is polled until it is over. As a context manager it ends what shows how far it is."""

    value: T

    def __init__(
        self,
        request: Request[T],
        how_far: Callable[[T], tuple[int, int]],
        is_over: Callable[[T], bool],
        *,
        interval: float | None = None,
        meter: Meter | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Args:
        request: Asks how it stands. Its `deadline` is one for all of it.
        how_far: How much of how much is done.
        is_over: Whether there is nothing more to wait for.
        interval: Seconds between a response and the next request; growing from 1 to 30 when left out.
        meter: Is told how far it is.
        clock: Tells the seconds.
        """
        if interval is not None:
            check_seconds("poll_interval", interval)
        if (deadline := request.options.get("deadline")) is not None:
            check_seconds("deadline", deadline)
        self._request = request
        self._how_far = how_far
        self._is_over = is_over
        self._interval = interval
        self._pause = FIRST_PAUSE_SECONDS if interval is None else interval
        self._meter = meter
        self._clock = clock
        self._started = clock()
        self._has_response = False
        self._done: tuple[int, int] | None = None
        self._raised: CallDeadlineError | None = None

    def next_step(self) -> Request[T] | float | None:
        """The request to send now, or the seconds to wait; None where it is over.

        Raises:
            CallDeadlineError: There is no time left.
        """
        if self._done is not None and self._is_over(self.value):
            return None
        left = self._time_left()
        if self._has_response:
            self._has_response = False
            pause = self._pause
            if self._interval is None:
                self._pause = min(self._pause * GROWTH, LAST_PAUSE_SECONDS)
            return pause if left is None else min(pause, left)
        return (
            self._request
            if left is None
            else replace(self._request, options={**self._request.options, "deadline": left})
        )

    def update(self, value: T) -> None:
        """Take what the request gave."""
        self.value = value
        self._has_response = True
        begun = self._done is not None
        self._done = self._how_far(value)
        if self._meter is not None:
            done, total = self._done
            if not begun:
                self._meter.begin(total)
            self._meter.at(done, total)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _type: object, error: BaseException | None, _traceback: object) -> None:
        self.close()
        # A request has what is left of the deadline, and its error speaks of that.
        if isinstance(error, CallDeadlineError) and error is not self._raised and self._deadline is not None:
            raise self._past_deadline(error) from error

    def close(self) -> None:
        """Stop showing how far it is."""
        if self._meter is not None:
            self._meter.end()

    @property
    def _deadline(self) -> float | None:
        return self._request.options.get("deadline")

    def _time_left(self) -> float | None:
        if self._deadline is None:
            return None
        left = self._deadline - (self._clock() - self._started)
        # Timers are no more exact than that, and no server responds in less.
        if left < 0.01:
            raise self._past_deadline()
        return left

    def _past_deadline(self, cause: CallDeadlineError | None = None) -> CallDeadlineError:
        message = f"{self._state()} within the deadline of {self._deadline:g} s; it goes on all the same"
        error = self._raised = CallDeadlineError(message, cause.request if cause is not None else None)
        error.attempts = cause.attempts if cause is not None else ()
        return error

    def _state(self) -> str:
        if self._done is None:
            return f"no response to {self._request.method} {self._request.path}"
        done, total = self._done
        return f"{done:,} of {total:,} were done, and not all,"
