"""How one request of a job is made: the call, its retries, and what becomes of it. Written once for both clients."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast

from ..core.retries import worth_retrying
from ..errors import APIStatusError, BudgetExceededError, CallDeadlineError, ClaudeError
from .items import JobItem, JobResult

if TYPE_CHECKING:
    from ..types import Message
    from ..types.cost import Prices

FIRST_WAIT_SECONDS: Final = 1.0
LONGEST_WAIT_SECONDS: Final = 60.0
FIRST_BUDGET_WAIT_SECONDS: Final = 0.02
LONGEST_BUDGET_WAIT_SECONDS: Final = 1.0

OnError: TypeAlias = Literal["keep", "raise"]


class Wait:
    """A step of a call: wait so many seconds."""

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        self.seconds: float = seconds


Steps: TypeAlias = Generator[Any, Any, JobResult[Any]]
"""Yields what methods of the client return, which is to be awaited on `AsyncClient`, and `Wait`s. A `Wait` is resumed
with True where the job was stopped meanwhile."""


class JobDeadlineError(ClaudeError):
    """The deadline of a job has passed. What was done until then has been handed on."""

    results: Sequence[JobResult[Any]] = ()
    """What was done, where `job.results()` raised this."""


@dataclass(frozen=True)
class Options:
    """How each request of a job is made."""

    max_attempts: int = 3
    deadline: float | None = None
    output_format: Any = None
    tools: Any = None
    prices: Prices | None = None
    clock: Callable[[], float] = time.monotonic

    def describe(self) -> str:
        """What each request has beside its own parameters, as JSON; empty where that is nothing."""
        described: dict[str, Any] = {}
        if self.output_format is not None:
            from ..core.structured import reader

            described["output_format"] = reader(self.output_format).schema
        if self.tools is not None:
            from ..tools.definitions import to_params

            described["tools"] = to_params(self.tools)
        return json.dumps(described, sort_keys=True, default=str) if described else ""

    def __post_init__(self) -> None:
        attempts = cast("object", self.max_attempts)  # callers without a type checker
        if isinstance(attempts, bool) or not isinstance(attempts, int) or attempts < 1:
            raise ValueError(f"invalid max_attempts={self.max_attempts!r}: expected a whole number of at least 1")
        if self.deadline is not None and not self.deadline > 0:
            raise ValueError(f"invalid deadline={self.deadline!r}: expected a number of seconds above 0")


def make_call(client: Any, item: JobItem, options: Options, ends_at: float | None) -> Steps:
    """Make the request of `item`, and again while that may help.

    Raises:
        BudgetExceededError: The budget has no room for it, and it was not made.
        JobDeadlineError: There is no time for it.
    """
    attempts, pause = 0, FIRST_BUDGET_WAIT_SECONDS
    run: ToolRun | None = None
    while True:
        attempts += 1
        try:
            if options.tools is None:
                message = yield _send(client, item.params, options, ends_at)
            else:
                run = run or ToolRun(client, item.params, options, ends_at)
                message = yield from run.go_on()
        except BudgetExceededError as error:
            if not error.may_pass:
                if run is not None and run.messages:
                    return run.fail(item, error, attempts)  # what it has paid for is not to be lost
                raise
            # Requests under way usually cost less than was reserved for them.
            attempts -= 1
            if (yield Wait(pause)) or (ends_at is not None and options.clock() >= ends_at):
                raise
            pause = min(2 * pause, LONGEST_BUDGET_WAIT_SECONDS)
        except Exception as error:
            if ends_at is not None and is_past_deadline(error, item.params, options, ends_at):
                if run is not None and run.messages:
                    return run.fail(item, error, attempts)
                raise JobDeadlineError(f"the job was not done within its deadline of {options.deadline} s") from error
            wait = find_wait(error, attempts, options, ends_at)
            if wait is None or (yield Wait(wait)):
                if run is not None:
                    return run.fail(item, error, attempts)
                return JobResult(item, None, error, attempts, prices=options.prices)
        else:
            earlier = () if run is None else tuple(run.messages[:-1])
            return JobResult(item, message, None, attempts, earlier_messages=earlier, prices=options.prices)


class ToolRun:
    """The run of tools that a request is. After a failure it goes on where it was."""

    def __init__(self, client: Any, params: Mapping[str, Any], options: Options, ends_at: float | None) -> None:
        given = _prepare(params, options, ends_at)
        self._runner: Any = client.messages.run_tools(tools=options.tools, **given)
        self._options = options
        self._ends_at = ends_at
        self.messages: list[Message] = []
        """Those that came until now."""

    def go_on(self) -> Generator[Any, Any, Message]:
        """Let the model and the tools take turns until the model is done.

        Raises:
            JobDeadlineError: The deadline of the job has passed between two messages.
        """
        while (message := (yield self._advance())) is not None:
            self.messages.append(message)
            if self._ends_at is not None and self._options.clock() >= self._ends_at:
                raise JobDeadlineError(
                    f"the run of tools was not done within the job's deadline of {self._options.deadline} s"
                )
        return self.messages[-1] if self.messages else (yield self._runner.until_done())

    def _advance(self) -> Any:
        return anext(self._runner, None) if hasattr(self._runner, "__anext__") else next(self._runner, None)

    def fail(self, item: JobItem, error: Exception, attempts: int) -> JobResult[Any]:
        """The result of a run that failed."""
        earlier = tuple(self.messages)
        return JobResult(item, None, error, attempts, earlier_messages=earlier, prices=self._options.prices)


def is_past_deadline(error: Exception, params: Mapping[str, Any], options: Options, ends_at: float) -> bool:
    """Whether a call failed as the job has no time left for it, or for its turn at the limiter."""
    if not isinstance(error, (CallDeadlineError, JobDeadlineError)):
        return False
    own = params.get("deadline")
    return own is None or options.clock() + own >= ends_at


def _prepare(params: Mapping[str, Any], options: Options, ends_at: float | None) -> dict[str, Any]:
    given = dict(params)
    if given.get("stream"):
        raise ValueError("invalid stream=True: a job hands on whole messages; leave it out")
    if ends_at is not None:
        left = max(0.01, ends_at - options.clock())
        given["deadline"] = left if given.get("deadline") is None else min(left, given["deadline"])
    if options.output_format is not None:
        given["output_format"] = options.output_format
    return given


def _send(client: Any, params: Mapping[str, Any], options: Options, ends_at: float | None) -> Any:
    """What the method of the client returns for a request."""
    given = _prepare(params, options, ends_at)
    return client.messages.create(**given) if options.output_format is None else client.messages.parse(**given)


def find_wait(error: Exception, attempts: int, options: Options, ends_at: float | None) -> float | None:
    """Seconds to wait before the call is made again; None where it is not.

    The client has retried by then, for seconds. A job retries for minutes.
    """
    if attempts >= options.max_attempts or not isinstance(error, ClaudeError) or not worth_retrying(error):
        return None
    bound = min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 4.0 ** (attempts - 1))
    wait = random.uniform(0.0, bound)  # noqa: S311  # no secret
    if isinstance(error, APIStatusError) and error.retry_after is not None:
        wait += error.retry_after
    if ends_at is not None and options.clock() + wait >= ends_at:
        return None
    return wait
