"""What the engines for many machines have in common: a part of a job on a worker, and limits that all workers share.

A worker has a client of its own, made from the settings of the given one, and runs its part as an ordinary job. Where
limiter and budget are is for the engine to say: `SharedLimits` holds them in one place, and `RemoteLimiter` and
`RemoteBudget` ask it from anywhere.
"""

from __future__ import annotations

import pickle
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from ..errors import BudgetExceededError
from .items import JobItem, JobResult, make_item, read_message

if TYPE_CHECKING:
    from ..core.quotas import AnyBudget, AnyLimiter

Ask: TypeAlias = "Callable[[str, str, tuple[Any, ...], dict[str, Any]], Any]"
"""Calls a method of a part of `SharedLimits`: its name, that of the method, and the arguments."""


class SharedLimits:
    """A limiter and a budget for callers in other processes. Reservations stay here; callers have their numbers."""

    def __init__(self, limiter: AnyLimiter | None, budget: AnyBudget | None) -> None:
        self._parts: dict[str, Any] = {"limiter": limiter, "budget": budget}
        self._reservations: dict[int, Any] = {}
        self._count = 0
        self._lock = threading.Lock()

    def reply(self, part: str, method: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[Any, Any]:
        """What a method returns, and what it raises, as engines wrap exceptions in ways of their own."""
        try:
            return self._call(part, method, args, kwargs), None
        except Exception as error:
            return None, error

    def _call(self, part: str, method: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        target = self._parts[part]
        if method == "reserve":
            reservation = target.reserve(*args, **kwargs)
            with self._lock:
                self._count += 1
                self._reservations[self._count] = reservation
                return self._count
        if method == "wait":
            return target.wait(self._reservations[args[0]])
        if method in ("settle", "keep", "cancel"):
            with self._lock:
                reservation = self._reservations.pop(args[0], None)
            return None if reservation is None else getattr(target, method)(reservation, *args[1:], **kwargs)
        if method == "spent":
            return target.spent
        return getattr(target, method)(*args, **kwargs)


class RemoteLimiter:
    """A limiter that is somewhere else."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def reserve(self, model: str, *, input_tokens: float = 0, max_tokens: float | None = None) -> int:
        """Reserve what a call is expected to use."""
        return cast(
            "int",
            self._ask("limiter", "reserve", (model,), {"input_tokens": input_tokens, "max_tokens": max_tokens}),
        )

    def wait(self, reservation: int) -> float:
        """Seconds until the call may start."""
        return cast("float", self._ask("limiter", "wait", (reservation,), {}))

    def settle(self, reservation: int, *, input_tokens: float, output_tokens: float) -> None:
        """Correct a reservation by what the call has used."""
        used = {"input_tokens": input_tokens, "output_tokens": output_tokens}
        self._ask("limiter", "settle", (reservation,), used)

    def cancel(self, reservation: int) -> None:
        """Give a reservation back."""
        self._ask("limiter", "cancel", (reservation,), {})

    def pause(self, model: str, seconds: float) -> None:
        """Let no call of the model start for so long."""
        self._ask("limiter", "pause", (model, seconds), {})

    def learn(self, model: str, limits: Any) -> None:
        """Take what the headers of a response say."""
        self._ask("limiter", "learn", (model, limits.plain()), {})


class RemoteBudget:
    """A budget that is somewhere else."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._dropped: deque[int] = deque()

    def for_job(self) -> RemoteBudget:
        """The same: all workers do one job."""
        return self

    def reserve(self, params: Mapping[str, Any], *, batch: bool = False) -> int:
        """Reserve the most that a request can cost."""
        while self._dropped:
            with suppress(IndexError):  # another thread was faster
                self.keep(self._dropped.popleft())
        return cast("int", self._ask("budget", "reserve", (dict(params),), {"batch": batch}))

    def settle(self, reservation: int, usage: object, *, model: str | None = None) -> None:
        """Put what a request has used in the place of its reservation."""
        plain = getattr(usage, "to_dict", None)
        used = plain(mode="json", warnings=False) if plain is not None else usage
        self._ask("budget", "settle", (reservation, used), {"model": model})

    def keep(self, reservation: int) -> None:
        """Count a reservation in full."""
        self._ask("budget", "keep", (reservation,), {})

    def keep_later(self, reservation: int) -> None:
        """Count a reservation in full with the next call."""
        self._dropped.append(reservation)

    def cancel(self, reservation: int, *, sent: bool = False) -> None:
        """Give a reservation back whose request cost nothing."""
        self._ask("budget", "cancel", (reservation,), {"sent": sent})


def resolve(reply: tuple[Any, Any]) -> Any:
    """What `SharedLimits.reply` stands for."""
    value, error = reply
    if error is not None:
        raise error
    return value


@dataclass
class Part:
    """What a worker does with its part of the requests."""

    client: Any
    """Travels by its settings: keys of the environment are taken from that of the worker."""

    options: dict[str, Any] = field(default_factory=dict[str, Any])
    """Of `client.jobs.map`."""

    has_limiter: bool = False
    """Whether there is a limiter that all workers share."""

    has_budget: bool = False

    def run(self, requests: Iterable[Any], ask: Ask) -> list[JobResult[Any]]:
        """The results of the requests, in their order. What the shared budget has no room for has its error."""
        options, given = dict(self.options), list(requests)
        if self.has_limiter:
            options["limiter"] = RemoteLimiter(ask)
        if self.has_budget:
            options["budget"] = RemoteBudget(ask)
        try:
            return cast("list[JobResult[Any]]", self.client.jobs.map(given, ordered=True, **options).results())
        except BudgetExceededError as error:
            done = {result.index: result for result in error.results}
            error.results = ()
            missing = (make_item(index, each) for index, each in enumerate(given))
            return [done.get(item.index) or JobResult(item, None, error) for item in missing]


def split(requests: Iterable[Any], size: int) -> Iterator[list[tuple[str, Any]]]:
    """The requests in parts of this size, each with its id: the given one, or its place in the input."""
    items = (make_item(index, each) for index, each in enumerate(requests))
    while part := list(islice(items, size)):
        yield [(item.id, item.params) for item in part]


def dump_result(result: JobResult[Any]) -> bytes:
    """A result as bytes. Errors keep their class and their attributes.

    A plain message goes as JSON, which takes a fourth of the time that pickling it does.
    """
    from ..types import Message

    messages = [each for each in (*result.earlier_messages, result.message) if each is not None]
    if any(type(each) is not Message for each in messages):
        return pickle.dumps(result)
    item, texts = result.item, [each.to_json(indent=None) for each in messages]
    others = {name: getattr(result, name) for name in _PLAIN}
    return pickle.dumps((item.index, item.id, item.params, texts, result.message is not None, others))


_PLAIN: Final = ("error", "attempts", "from_checkpoint", "batch", "prices")


def load_result(data: bytes) -> JobResult[Any]:
    """A result from its bytes, which a worker of the same cluster wrote."""
    loaded: Any = pickle.loads(data)  # noqa: S301  # of our own workers
    if not isinstance(cast("object", loaded), tuple):
        return cast("JobResult[Any]", loaded)
    index, id, params, texts, has_message, others = loaded
    messages = [read_message(text) for text in texts]
    last = messages.pop() if has_message else None
    return JobResult(JobItem(index, id, params), last, earlier_messages=tuple(messages), **others)
