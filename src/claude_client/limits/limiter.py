"""`Limiter`: how long a call waits so that calls together stay within the rate limits.

The API counts with token buckets that refill all the time; so does this. A call reserves what it is expected to use and
is told how long to wait. When its usage is known the reservation is corrected. A 429 pauses every call of its model.

API: https://platform.claude.com/docs/en/api/rate-limits
"""

from __future__ import annotations

import math
import re
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

if TYPE_CHECKING:
    from ..types import OrganizationRateLimit
    from ..types.response_info import RateLimits

Kind: TypeAlias = Literal["requests", "input_tokens", "output_tokens"]
KINDS: Final[tuple[Kind, ...]] = ("requests", "input_tokens", "output_tokens")
_TYPES: Final[Mapping[str, Kind]] = {
    "requests_per_minute": "requests",
    "input_tokens_per_minute": "input_tokens",
    "input_tokens_per_minute_cache_aware": "input_tokens",
    "output_tokens_per_minute": "output_tokens",
}
"""The types of limits in `organization.rate_limits`."""
_DATE: Final = re.compile(r"-\d{8}$")

BURST_SECONDS: Final = 0.1
"""What a bucket holds when it is full, in seconds of its rate. The API enforces 60 requests a minute as one a second,
so a burst of a second of the rate would be twice as much in the first one."""
USED_SHARE: Final = 0.99
"""How much of a limit is used. Calls do not arrive as evenly as they start, and one that arrives too early costs a 429,
which pauses all of them for a second or more."""
_OUTPUT_SHARE: Final = 0.25
"""Of `max_tokens`, what a message is expected to use before any message of its model has been seen."""
_WEIGHT: Final = 0.1
"""How much the latest message counts in the average of the output tokens."""


class Bucket:
    """What is left of one limit: refills at a constant rate, and may be overdrawn by calls that wait for it."""

    __slots__ = ("_at", "_level", "per_minute")

    def __init__(self, per_minute: float, now: float) -> None:
        self.per_minute: float = per_minute
        self._level = self.capacity
        self._at = now

    @property
    def rate(self) -> float:
        """What comes back each second."""
        return USED_SHARE * self.per_minute / 60

    @property
    def capacity(self) -> float:
        """What it holds at most: at least one, so that a call can start at all."""
        return max(1.0, self.rate * BURST_SECONDS)

    def level(self, now: float) -> float:
        """What is there now; below zero it is owed to calls that wait."""
        elapsed = max(0.0, now - self._at)
        self._level = min(self.capacity, self._level + elapsed * self.rate)
        self._at = max(now, self._at)
        return self._level

    def take(self, amount: float, now: float) -> float:
        """Take `amount`, and return the seconds after which it is there."""
        missing = min(amount, self.capacity) - self.level(now)
        self._level -= amount
        return max(0.0, missing / self.rate)

    def give_back(self, amount: float, now: float) -> None:
        """Put `amount` back that was taken and not used; a negative one was used beyond what was taken."""
        self._level = min(self.capacity, self.level(now) + amount)

    def lower_to(self, level: float, now: float) -> None:
        """Correct what is there, where the server says that it is less."""
        self._level = min(self.level(now), level)


@dataclass
class Reservation:
    """What one call is expected to use. Settle or cancel it once, when the call has ended."""

    model: str
    amounts: Mapping[Kind, float]
    """What was taken of each limit that was known then."""

    start: float
    """When the call may start, in time that stands still during a pause."""

    open: bool = True


@dataclass
class _Model:
    """What is known of one model."""

    buckets: dict[Kind, Bucket] = field(default_factory=dict["Kind", Bucket])
    paused_at: float = 0.0
    paused_until: float = 0.0
    pauses: float = 0.0
    """Seconds of the pauses before this one."""
    output_tokens: float | None = None
    """The output tokens of a message, on average."""

    def active_time(self, now: float) -> float:
        """The time, without that of pauses. It stands still during one.

        So calls that were to start one after the other do so after a pause too, and not all at its end.
        """
        return now - self.pauses - max(0.0, min(now, self.paused_until) - self.paused_at)

    def pause(self, now: float, seconds: float) -> None:
        """Begin a pause, or prolong the one that is on."""
        if now >= self.paused_until:
            self.pauses += self.paused_until - self.paused_at
            self.paused_at = self.paused_until = now
        self.paused_until = max(self.paused_until, now + seconds)

    def seconds_until(self, start: float, now: float) -> float:
        """How long it is until an active time has come."""
        return max(0.0, self.paused_until - now) + max(0.0, start - self.active_time(now))


class Limiter:
    """Keeps calls within limits per minute. Give it to any number of clients; it may be shared by threads and tasks.

    Limits hold for each model by itself, as those of the API do. What is left out is not limited. `Limiter.auto()`
    learns the limits from the headers of responses. Of a limit, 99 % are used: the rest is for calls that arrive too
    early.

    Args:
        requests_per_minute: Requests in a minute.
        input_tokens_per_minute: Input tokens in a minute; tokens read from the cache do not count.
        output_tokens_per_minute: Output tokens in a minute.

    Raises:
        ValueError: A limit is not above zero.
    """

    def __init__(
        self,
        requests_per_minute: float | None = None,
        input_tokens_per_minute: float | None = None,
        output_tokens_per_minute: float | None = None,
        *,
        learn: bool = False,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        limits: dict[Kind, float | None] = {
            "requests": requests_per_minute,
            "input_tokens": input_tokens_per_minute,
            "output_tokens": output_tokens_per_minute,
        }
        for kind, limit in limits.items():
            if limit is not None and not (limit > 0 and math.isfinite(limit)):
                raise ValueError(f"invalid {kind}_per_minute={limit!r}: expected a number above 0")
        self._limits: dict[Kind, float] = {kind: limit for kind, limit in limits.items() if limit is not None}
        self._learn = learn
        self._clock = clock
        self._models: dict[str, _Model] = {}
        self._lock = threading.Lock()

    @classmethod
    def auto(cls, *, clock: Callable[[], float] = time.monotonic) -> Limiter:
        """A limiter that learns the limits of each model from response headers; until then it limits nothing."""
        return cls(learn=True, clock=clock)

    def reserve(self, model: str, *, input_tokens: float = 0, max_tokens: float | None = None) -> Reservation:
        """Reserve what a call is expected to use.

        Args:
            model: The model that is called.
            input_tokens: The tokens of the request; `estimate_tokens` estimates them.
            max_tokens: The most tokens that the message may have.

        Returns:
            A reservation. Start the call when `wait(reservation)` is zero.
        """
        with self._lock:
            now = self._clock()
            state = self._state(model, now)
            amounts: dict[Kind, float] = {
                "requests": 1,
                "input_tokens": input_tokens,
                "output_tokens": self._expected_output(state, max_tokens),
            }
            taken: dict[Kind, float] = {kind: amounts[kind] for kind in state.buckets}
            at = state.active_time(now)
            waits = [bucket.take(taken[kind], at) for kind, bucket in state.buckets.items()]
            return Reservation(model, taken, at + max(waits, default=0.0))

    def wait(self, reservation: Reservation) -> float:
        """Seconds until the call may start. Ask again after that time: a 429 of another call may have put it off."""
        with self._lock:
            now = self._clock()
            return self._state(reservation.model, now).seconds_until(reservation.start, now)

    def settle(self, reservation: Reservation, *, input_tokens: float, output_tokens: float) -> None:
        """Correct a reservation by what the call has used."""
        with self._lock:
            now = self._clock()
            state = self._state(reservation.model, now)
            average = state.output_tokens
            state.output_tokens = output_tokens if average is None else average + _WEIGHT * (output_tokens - average)
            self._close(reservation, {"requests": 1, "input_tokens": input_tokens, "output_tokens": output_tokens}, now)

    def cancel(self, reservation: Reservation) -> None:
        """Give a reservation back whose call was not made."""
        with self._lock:
            self._close(reservation, {}, self._clock())

    def pause(self, model: str, seconds: float) -> None:
        """Let no call of the model start for so long, as a 429 with `retry-after` asks for."""
        with self._lock:
            now = self._clock()
            state = self._state(model, now)
            state.pause(now, seconds)

    @property
    def learns(self) -> bool:
        """Whether it takes its limits from the API, as `auto` does."""
        return self._learn

    def learn(self, model: str, limits: RateLimits) -> None:
        """Take what the headers of a response say of the limits and of what is left of them."""
        told = {"requests": limits.requests, "input_tokens": limits.input_tokens, "output_tokens": limits.output_tokens}
        with self._lock:
            now = self._clock()
            state = self._state(model, now)
            at = state.active_time(now)
            for kind in KINDS:
                limit, remaining = told[kind].limit, told[kind].remaining
                bucket = state.buckets.get(kind)
                if self._learn and limit is not None and limit > 0:
                    if bucket is None:
                        bucket = state.buckets[kind] = Bucket(limit, at)
                    bucket.per_minute = limit
                if bucket is not None and remaining is not None:
                    bucket.lower_to(max(0.0, remaining), at)

    def learn_groups(self, limits: Iterable[OrganizationRateLimit]) -> None:
        """Take the limits of an organization: `client.organization.rate_limits.list()`, which needs an Admin API key.

        The models of a group share its limits. What headers of responses say later goes first.
        """
        groups = [
            # Models are called by their aliases too, which have no date.
            ({name for model in each.models or () for name in (model, _DATE.sub("", model))}, each.limits)
            for each in limits
        ]
        with self._lock:
            now = self._clock()
            for models, values in groups:
                known = next((self._models[model] for model in models if model in self._models), None)
                state = self._make_state(now) if known is None else known
                for limit in values:
                    kind = _TYPES.get(limit.type)
                    if self._learn and kind is not None and limit.value > 0 and kind not in state.buckets:
                        state.buckets[kind] = Bucket(limit.value, state.active_time(now))
                self._models.update(dict.fromkeys(models, state))

    def _state(self, model: str, now: float) -> _Model:
        state = self._models.get(model)
        if state is None:
            state = self._models[model] = self._make_state(now)
        return state

    def _make_state(self, now: float) -> _Model:
        return _Model({kind: Bucket(limit, now) for kind, limit in self._limits.items()})

    def _expected_output(self, state: _Model, max_tokens: float | None) -> float:
        most = math.inf if max_tokens is None else max_tokens
        if state.output_tokens is not None:
            return min(most, state.output_tokens)
        return 0.0 if max_tokens is None else max_tokens * _OUTPUT_SHARE

    def _close(self, reservation: Reservation, used: Mapping[Kind, float], now: float) -> None:
        if not reservation.open:
            return
        reservation.open = False
        state = self._state(reservation.model, now)
        at = state.active_time(now)
        for kind, amount in reservation.amounts.items():
            if kind in state.buckets:  # the model may have come into a group since then
                state.buckets[kind].give_back(amount - used.get(kind, 0.0), at)

    def __getstate__(self) -> dict[str, Any]:
        # What has been used belongs to this process; the limits are what another one needs.
        return {"_limits": self._limits, "_learn": self._learn}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(learn=state["_learn"])  # type: ignore[misc]  # made anew, with a lock and a clock of this process
        self._limits = state["_limits"]

    def __repr__(self) -> str:
        limits = ", ".join(f"{kind}_per_minute={limit:g}" for kind, limit in self._limits.items())
        return f"Limiter({limits or 'auto' if self._learn else limits})"
