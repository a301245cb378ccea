"""`client.jobs`: where jobs begin."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, cast

from typing_extensions import TypedDict, TypeVar, Unpack

from ..core.quotas import both
from ..core.signatures import Keywords, shows_keywords
from .calling import Options
from .checkpoint import Checkpoint
from .items import Requests
from .map import DEFAULT_CONCURRENCY, AsyncJob, Job, _TaskRun, _ThreadRun, close_runs  # pyright: ignore[reportPrivateUsage]  # its two halves

if TYPE_CHECKING:
    from ..core.quotas import AnyBudget, AnyLimiter
    from ..core.structured import OutputFormat
    from ..rendering.progress import Meter, Progress
    from ..types import ToolUnionParam
    from ..types._tools import ToolLike
    from ..types.cost import Prices

T = TypeVar("T", default=None)


class JobOptions(TypedDict, total=False):
    """How a job is run."""

    concurrency: int | None
    """Requests under way at a time; 16 when left out."""

    checkpoint: str | os.PathLike[str] | None
    """An SQLite file that keeps each result before it is handed on. A job with the same file goes on where it was."""

    ordered: bool
    """Hand results on in the order of the input and not in that of finishing."""

    on_error: Literal["keep", "raise"]
    """`keep`, the default, hands on a request that failed, with its `.error`; `raise` ends the job with the first."""

    max_attempts: int
    """Calls for a request whose failure may pass, each with the retries of the client; 3 when left out."""

    deadline: float | None
    """Seconds for the whole job. What is done by then is handed on, and then `JobDeadlineError` is raised."""

    progress: Progress
    """True shows a bar of `tqdm`; a function is called with the number of results and the total."""

    limiter: AnyLimiter | Literal["auto"] | None
    """A `Limiter` in the place of that of the client, or `auto` for one that learns the limits from responses."""

    budget: AnyBudget | None
    """A `Budget` beside that of the client. Where nothing more fits into it, what was begun is finished and handed on,
    and then `BudgetExceededError` is raised."""

    prices: Prices | None
    """Prices of yours by model id, for `cost`."""


_KEYWORDS = Keywords(frozenset(JobOptions.__annotations__))


class _AnyJobs:
    def __init__(self, client: Any) -> None:
        self._client = client

    def _start(
        self, run_type: Any, requests: Requests, output_format: Any, tools: Any, given: JobOptions
    ) -> tuple[Any, Any, Meter | None]:
        given = cast("JobOptions", _KEYWORDS.given("map", given))
        options = Options(
            max_attempts=given.get("max_attempts", 3),
            deadline=given.get("deadline"),
            output_format=output_format,
            tools=tools,
            prices=given.get("prices"),
        )
        concurrency = given.get("concurrency")
        concurrency = DEFAULT_CONCURRENCY if concurrency is None else concurrency
        if isinstance(concurrency, bool) or not isinstance(cast("object", concurrency), int) or concurrency < 1:
            raise ValueError(f"invalid concurrency={concurrency!r}: expected a whole number of at least 1")
        on_error = given.get("on_error", "keep")
        if on_error not in ("keep", "raise"):
            raise ValueError(f"invalid on_error={on_error!r}: expected 'keep' or 'raise'")
        progress, counter = given.get("progress", False), None
        if progress:
            from ..rendering.progress import meter

            counter = meter(progress, "job", "requests")
            counter.begin(len(cast("Any", requests)) if hasattr(requests, "__len__") else None)
        path = given.get("checkpoint")
        run = run_type(
            self._client,
            requests,
            options,
            ordered=given.get("ordered", False),
            concurrency=concurrency,
            checkpoint=None if path is None else Checkpoint(path, _read_as(output_format)),
            sender=_with_limits(self._client, given),
        )
        return run, on_error, counter


def _with_limits(client: Any, given: JobOptions) -> Any:
    """The client that makes the requests of a job: the same connections, with the limits of the job."""
    limiter, budget = given.get("limiter"), given.get("budget")
    if limiter is None and budget is None:
        return client
    if budget is not None:
        budget = both(client.settings.budget, budget.for_job())
    return client.with_options(limiter=limiter, budget=budget)


def _read_as(output_format: Any) -> Any:
    """What makes of a plain message one with its output."""
    if output_format is None:
        return None
    from ..core.structured import reader

    return reader(output_format).read


class Jobs(_AnyJobs):
    """Many requests as one job."""

    @shows_keywords("jobs.jobs", "JobOptions")
    def map(
        self,
        requests: Requests,
        *,
        output_format: OutputFormat[T] | None = None,
        tools: Sequence[ToolLike | ToolUnionParam] | None = None,
        **options: Unpack[JobOptions],
    ) -> Job[T]:
        """Make many requests, a bounded number at a time.

            for result in client.jobs.map(requests, checkpoint="reviews.db"):
                print(result.id, result.message.text if result.message else result.error)

        Args:
            requests: The parameters of `messages.create`, or pairs of an id and parameters; any iterable of any length,
                read as results are taken.
            output_format: A type that each message is parsed as: `result.parsed_output`.
            tools: Tools that the model may call; each request then runs until the model is done.

        Raises:
            CheckpointError: The file of the checkpoint cannot be used. Nothing was sent.
            JobDeadlineError: While iterating: `deadline` has passed.
            BudgetExceededError: While iterating: nothing more fits into `budget`.
        """
        run, on_error, meter = self._start(_ThreadRun, requests, output_format, tools, options)
        return Job[T](run, on_error, meter)

    def close(self) -> None:
        """Stop the jobs of this client, and wait for their calls. Closing the client does it."""
        close_runs(self._client)


class AsyncJobs(_AnyJobs):
    """Many requests as one job, on an event loop."""

    @shows_keywords("jobs.jobs", "JobOptions")
    def map(
        self,
        requests: Requests,
        *,
        output_format: OutputFormat[T] | None = None,
        tools: Sequence[ToolLike | ToolUnionParam] | None = None,
        **options: Unpack[JobOptions],
    ) -> AsyncJob[T]:
        """Make many requests, a bounded number at a time; all is as for `Jobs.map`, with `async for`.

        Raises:
            CheckpointError: The file of the checkpoint cannot be used. Nothing was sent.
            JobDeadlineError: While iterating: `deadline` has passed.
            BudgetExceededError: While iterating: nothing more fits into `budget`.
        """
        run, on_error, meter = self._start(_TaskRun, requests, output_format, tools, options)
        return AsyncJob[T](run, on_error, meter)
