"""What a call takes of the limiter and the budget of its client: reserved for each attempt, settled by its usage.

A limiter and a budget are anything with the methods of `claude_client.limits`, so that an actor of another engine can
stand for one. Only calls that make a message are counted.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Protocol

from ..errors import APIStatusError, ClaudeError, PoolTimeoutError, RateLimitError
from ..errors import ConnectionFailedError as ConnectionFailed
from ..errors import ConnectTimeoutError as ConnectTimeout
from ..types.response_info import RateLimits, read_retry_after

if TYPE_CHECKING:
    import httpx

    from ..http.messages import WireResponse

MESSAGES_PATH: Final = "/v1/messages"
PAUSE_SECONDS: Final = 5.0
"""How long a 429 without `retry-after` pauses the calls of its model."""

_NOT_SENT: Final = (ConnectionFailed, ConnectTimeout, PoolTimeoutError)


class AnyLimiter(Protocol):
    """What a call asks of a `Limiter`."""

    def reserve(self, model: str, *, input_tokens: float = 0, max_tokens: float | None = None) -> Any:
        """Reserve what a call is expected to use."""
        ...

    def wait(self, reservation: Any) -> float:
        """Seconds until the call may start."""
        ...

    def settle(self, reservation: Any, *, input_tokens: float, output_tokens: float) -> None:
        """Correct a reservation by what the call has used."""
        ...

    def cancel(self, reservation: Any) -> None:
        """Give a reservation back whose call was not made."""
        ...

    def pause(self, model: str, seconds: float) -> None:
        """Let no call of the model start for so long."""
        ...

    def learn(self, model: str, limits: RateLimits) -> None:
        """Take what the headers of a response say."""
        ...


class AnyBudget(Protocol):
    """What a call asks of a `Budget`."""

    def for_job(self) -> AnyBudget:
        """The budget of one job or one run of tools."""
        ...

    def reserve(self, params: Mapping[str, Any], *, batch: bool = False) -> Any:
        """Reserve the most that a request can cost."""
        ...

    def settle(self, reservation: Any, usage: object, *, model: str | None = None) -> None:
        """Put what a request has used in the place of its reservation."""
        ...

    def keep(self, reservation: Any) -> None:
        """Count a reservation in full."""
        ...

    def cancel(self, reservation: Any, *, sent: bool = False) -> None:
        """Give a reservation back whose request cost nothing."""
        ...

    def keep_later(self, reservation: Any) -> None:
        """Count a reservation in full with the next call. Takes no lock, so that a collected object may call it."""
        ...


class Quota:
    """The reservations of one call, one attempt at a time.

    A response whose usage nobody looks at, as a raw one that is never parsed, counts in full when it is collected.
    """

    __slots__ = ("_at_budget", "_at_limiter", "_budget", "_input_tokens", "_limiter", "_model", "_params")

    def __init__(self, limiter: AnyLimiter | None, budget: AnyBudget | None, params: Mapping[str, Any]) -> None:
        self._limiter = limiter
        self._budget = budget
        self._params = params
        self._model = str(params.get("model", ""))
        self._input_tokens: int | None = None
        self._at_limiter: Any = None
        self._at_budget: Any = None

    def reserve(self) -> None:
        """Reserve for an attempt.

        Raises:
            BudgetExceededError: It does not fit into the budget.
        """
        self.keep()  # of an attempt before, of which nobody knows what it used
        if self._budget is not None:
            self._at_budget = self._budget.reserve(self._params)
        if self._limiter is not None:
            if self._input_tokens is None:
                from ..limits.estimates import estimate_tokens

                self._input_tokens = estimate_tokens(self._params)
            max_tokens = self._params.get("max_tokens")
            self._at_limiter = self._limiter.reserve(
                self._model, input_tokens=self._input_tokens, max_tokens=max_tokens
            )

    def wait(self) -> float:
        """Seconds until the attempt may be sent."""
        return 0.0 if self._at_limiter is None else self._limiter.wait(self._at_limiter)  # type: ignore[union-attr]

    def cancel(self, *, sent: bool = False) -> None:
        """Give back what was reserved, as the attempt was not made, or refused."""
        at_limiter, at_budget = self._take()
        if at_limiter is not None and not sent:
            self._limiter.cancel(at_limiter)  # type: ignore[union-attr]
        elif at_limiter is not None:
            self._limiter.settle(at_limiter, input_tokens=0, output_tokens=0)  # type: ignore[union-attr]
        if at_budget is not None:
            self._budget.cancel(at_budget, sent=sent)  # type: ignore[union-attr]

    def receive(self, response: httpx.Response | WireResponse | None, failure: ClaudeError | None) -> None:
        """Take note of what an attempt came to."""
        if response is not None and self._limiter is not None:
            self._limiter.learn(self._model, RateLimits(response.headers))
            if isinstance(failure, RateLimitError):
                asked = read_retry_after(response.headers)
                self._limiter.pause(self._model, PAUSE_SECONDS if asked is None else asked)
        if isinstance(failure, APIStatusError):
            self.cancel(sent=True)
        elif isinstance(failure, _NOT_SENT):
            self.cancel()
        elif failure is not None:
            self.keep()

    def settle(self, message: object) -> None:
        """Put what a message used in the place of what was reserved. Without usage nothing is known of it."""
        usage: Any = getattr(message, "usage", None)
        if usage is None:
            return
        at_limiter, at_budget = self._take()
        if at_limiter is not None:
            fresh = _count(usage, "input_tokens") + _count(usage, "cache_creation_input_tokens")
            self._limiter.settle(  # type: ignore[union-attr]
                at_limiter, input_tokens=fresh, output_tokens=_count(usage, "output_tokens")
            )
        if at_budget is not None:
            model = getattr(message, "model", None)
            self._budget.settle(at_budget, usage, model=model if isinstance(model, str) else None)  # type: ignore[union-attr]

    def keep(self) -> None:
        """Count what was reserved in full, as nobody knows what the attempt used."""
        _, at_budget = self._take()
        if at_budget is not None:
            self._budget.keep(at_budget)  # type: ignore[union-attr]

    def __del__(self) -> None:
        # Nothing may wait or be asked here: it can run in the middle of anything, in a thread that holds any lock.
        if (at_budget := getattr(self, "_at_budget", None)) is not None:
            self._budget.keep_later(at_budget)  # type: ignore[union-attr]

    def _take(self) -> tuple[Any, Any]:
        taken = self._at_limiter, self._at_budget
        self._at_limiter = self._at_budget = None
        return taken


def _count(usage: object, name: str) -> int:
    count = getattr(usage, name, None)
    return count if isinstance(count, int) else 0


def make_quota(path: str, body: object, limiter: AnyLimiter | None, budget: AnyBudget | None) -> Quota | None:
    """The quota of a call; None where it makes no message."""
    fields: Mapping[str, Any] | None = getattr(body, "fields", None)
    return Quota(limiter, budget, fields) if path == MESSAGES_PATH and fields is not None else None


def both(one: AnyBudget | None, other: AnyBudget | None) -> AnyBudget | None:
    """A budget that holds for two; None where there is none."""
    if one is None or other is None or one is other:
        return other if one is None else one
    from ..limits.budget import BudgetPair

    return BudgetPair(one, other)
