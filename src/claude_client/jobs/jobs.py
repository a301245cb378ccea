"""`client.jobs`: where jobs begin."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

from typing_extensions import TypedDict, TypeVar, Unpack

from ..core.quotas import both
from ..core.signatures import Keywords, check_seconds, shows_keywords
from ..errors import UnsupportedFeatureError
from .batch import MAX_REQUESTS, AsyncBatchJob, BatchJob, BatchRun
from .calling import Options
from .checkpoint import Checkpoint, CheckpointError
from .choice import SMALL_JOB, choose, count_up_to
from .items import Requests, check_requests
from .map import DEFAULT_CONCURRENCY, AsyncJob, Job, _TaskRun, _ThreadRun, close_runs  # pyright: ignore[reportPrivateUsage]  # its two halves

if TYPE_CHECKING:
    from ..core.quotas import AnyBudget, AnyLimiter
    from ..core.structured import OutputFormat
    from ..rendering.progress import Meter, Progress
    from ..types import ToolUnionParam
    from ..types._tools import ToolLike
    from ..types.cost import Prices

T = TypeVar("T", default=None)


class _CommonOptions(TypedDict, total=False):
    checkpoint: str | os.PathLike[str] | None
    """An SQLite file that keeps each result before it is handed on. A job with the same file goes on where it was."""

    ordered: bool
    """Hand results on in the order of the input and not in that of finishing."""

    on_error: Literal["keep", "raise"]
    """`keep`, the default, hands on a request that failed, with its `.error`; `raise` ends the job with the first."""

    max_attempts: int
    """Calls for a request whose failure may pass, each with the retries of the client; 3 when left out. In batches: how
    often it is submitted."""

    deadline: float | None
    """Seconds for the whole job. What is done by then is handed on, and then `JobDeadlineError` is raised."""

    budget: AnyBudget | None
    """A `Budget` beside that of the client. Where nothing more fits into it, what was begun is finished and handed on,
    and then `BudgetExceededError` is raised."""

    progress: Progress
    """True shows a bar of `tqdm`; a function is called with the number of results and the total."""

    prices: Prices | None
    """Prices of yours by model id, for `cost`."""


class JobOptions(_CommonOptions, total=False):
    """How a job is run."""

    concurrency: int | None
    """Requests under way at a time; 16 when left out."""

    limiter: AnyLimiter | Literal["auto"] | None
    """A `Limiter` in the place of that of the client, or `auto` for one that learns the limits from responses."""


class BatchJobOptions(_CommonOptions, total=False):
    """How a job through Message Batches is run."""

    poll_interval: float | None
    """Seconds between two looks at the batches; growing from 1 to 60 when left out."""

    max_requests: int
    """Requests of one batch at most; 100,000 when left out, which is the most that the API takes."""


class AutoJobOptions(JobOptions, BatchJobOptions, total=False):
    """How a job is run, in one way or the other."""


_KEYWORDS = {
    "map": Keywords(frozenset(JobOptions.__annotations__)),
    "batch": Keywords(frozenset(BatchJobOptions.__annotations__)),
    "auto": Keywords(frozenset(AutoJobOptions.__annotations__)),
}


class _AnyJobs:
    def __init__(self, client: Any) -> None:
        self._client = client

    def _start(
        self, run_type: Any, requests: Requests, output_format: Any, tools: Any, options: JobOptions
    ) -> tuple[Any, Any, Meter | None]:
        given = cast("JobOptions", _KEYWORDS["map"].select("map", options))
        how, on_error = _read_options(given, output_format, tools)
        concurrency = given.get("concurrency")
        concurrency = _check_count("concurrency", DEFAULT_CONCURRENCY if concurrency is None else concurrency)
        sender, given_requests = _with_limits(self._client, given), check_requests(requests)
        meter = _make_meter(given, requests)
        # The last of all, so that no file is left open where something else is wrong.
        checkpoint = _open_checkpoint(given, how)
        if checkpoint is not None and (open_batches := checkpoint.open_batches()):
            checkpoint.close()
            raise CheckpointError(
                f"the checkpoint {str(checkpoint.path)!r} has {len(open_batches)} batches whose results are not there "
                "yet: go on with client.jobs.batch, so that they are not paid for twice"
            )
        run = run_type(
            self._client,
            given_requests,
            how,
            ordered=given.get("ordered", False),
            concurrency=concurrency,
            checkpoint=checkpoint,
            sender=sender,
        )
        return run, on_error, meter

    def _start_batch(
        self, requests: Requests, output_format: Any, options: BatchJobOptions
    ) -> tuple[BatchRun, Any, Meter | None]:
        given = cast("BatchJobOptions", _KEYWORDS["batch"].select("batch", options))
        if not self._client.supports("batches"):
            raise UnsupportedFeatureError(
                "the platform of the client has no message batches: use client.jobs.map", "batches"
            )
        how, on_error = _read_options(given, output_format, None)
        most = _check_count("max_requests", given.get("max_requests", MAX_REQUESTS))
        if most > MAX_REQUESTS:
            raise ValueError(f"invalid max_requests={most!r}: expected at most {MAX_REQUESTS:,}")
        if (interval := given.get("poll_interval")) is not None:
            check_seconds("poll_interval", interval)
        budget = _read_budget(self._client, given)
        given_requests, meter = check_requests(requests), _make_meter(given, requests)
        run = BatchRun(
            self._client,
            given_requests,
            how,
            ordered=given.get("ordered", False),
            checkpoint=_open_checkpoint(given, how),
            budget=budget,
            poll_interval=interval,
            max_requests=most,
        )
        return run, on_error, meter

    def _choose(self, requests: Requests, options: AutoJobOptions, tools: Any) -> tuple[bool, str, Requests, Any]:
        """Whether to use batches, why, the requests, and the options for that way."""
        given = cast("AutoJobOptions", _KEYWORDS["auto"].select("auto", options))
        check_requests(requests)
        requests, count = count_up_to(requests, SMALL_JOB)
        use_batches, why = choose(
            count=count,
            deadline=given.get("deadline"),
            has_tools=tools is not None,
            is_supported=self._client.supports("batches"),
            goes_on=_has_open_batches(given.get("checkpoint")),
        )
        taken = (BatchJobOptions if use_batches else JobOptions).__annotations__
        return use_batches, why, requests, {name: value for name, value in given.items() if name in taken}


def _read_options(given: Any, output_format: Any, tools: Any) -> tuple[Options, Any]:
    options = Options(
        max_attempts=given.get("max_attempts", 3),
        deadline=given.get("deadline"),
        output_format=output_format,
        tools=tools,
        prices=given.get("prices"),
    )
    on_error = given.get("on_error", "keep")
    if on_error not in ("keep", "raise"):
        raise ValueError(f"invalid on_error={on_error!r}: expected 'keep' or 'raise'")
    return options, on_error


def _check_count(name: str, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(f"invalid {name}={value!r}: expected a whole number of at least 1")
    return value


def _make_meter(given: Any, requests: Requests) -> Meter | None:
    progress: object = given.get("progress", False)
    if progress is None or progress is False:
        return None
    if progress is not True and not callable(progress):
        raise TypeError(f"invalid progress={progress!r}: expected a bool or a function")
    from ..rendering.progress import meter

    made = meter(progress, "job", "requests")
    made.begin(len(cast("Any", requests)) if hasattr(requests, "__len__") else None)
    return made


def _open_checkpoint(given: Any, options: Options) -> Checkpoint | None:
    path = given.get("checkpoint")
    return None if path is None else Checkpoint(path, _read_as(options.output_format), said=options.describe())


def _has_open_batches(path: str | os.PathLike[str] | None) -> bool:
    if path is None or not Path(path).exists():
        return False
    checkpoint = Checkpoint(path)
    try:
        return bool(checkpoint.open_batches())
    finally:
        checkpoint.close()


def _with_limits(client: Any, given: JobOptions) -> Any:
    """The client that makes the requests of a job: the same connections, with the limits of the job."""
    limiter = given.get("limiter")
    if limiter is None and given.get("budget") is None:
        return client
    return client.with_options(limiter=limiter, budget=_read_budget(client, given))


def _read_budget(client: Any, given: Any) -> AnyBudget | None:
    """The budget of a job, and that of its client."""
    budget: Any = given.get("budget")
    if budget is None:
        return cast("AnyBudget | None", client.settings.budget)
    if not hasattr(budget, "for_job"):
        raise TypeError(f"invalid budget={budget!r}: expected Budget(...)")
    return both(client.settings.budget, budget.for_job())


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

    @shows_keywords("jobs.jobs", "BatchJobOptions")
    def batch(
        self,
        requests: Requests,
        *,
        output_format: OutputFormat[T] | None = None,
        **options: Unpack[BatchJobOptions],
    ) -> BatchJob[T]:
        """Make many requests through Message Batches, at half the price and within a day.

        The requests are split into as many batches as that takes, submitted, and waited for. What expired or failed in
        a way that may pass is submitted again. With a checkpoint, batches are found again after a crash, and nothing is
        submitted twice. Requests whose results are not there yet are held in memory.

        Args:
            requests: The parameters of `messages.create`, or pairs of an id and parameters. Ids may be any text.
            output_format: A type that each message is parsed as: `result.parsed_output`.

        Raises:
            CheckpointError: The file of the checkpoint cannot be used. Nothing was sent.
            JobDeadlineError: While iterating: `deadline` has passed. The batches go on.
            BudgetExceededError: While iterating: nothing more fits into `budget`.
            UnsupportedFeatureError: The platform of the client has no batches.

        API: https://platform.claude.com/docs/en/build-with-claude/batch-processing
        """
        run, on_error, meter = self._start_batch(requests, output_format, options)
        return BatchJob[T](run, on_error, meter)

    @shows_keywords("jobs.jobs", "AutoJobOptions")
    def auto(
        self,
        requests: Requests,
        *,
        output_format: OutputFormat[T] | None = None,
        tools: Sequence[ToolLike | ToolUnionParam] | None = None,
        **options: Unpack[AutoJobOptions],
    ) -> Job[T] | BatchJob[T]:
        """Run a job in the way that fits: through Message Batches, at half the price, or at once. `job.why` says why.

        Batches may take a day, so a job with a shorter `deadline`, a small one, and one with tools are run at once.

        Args:
            requests: The parameters of `messages.create`, or pairs of an id and parameters.
            output_format: A type that each message is parsed as: `result.parsed_output`.
            tools: Tools that the model may call.

        Raises:
            CheckpointError: The file of the checkpoint cannot be used. Nothing was sent.
        """
        use_batches, why, requests, rest = self._choose(requests, options, tools)
        job: Job[T] | BatchJob[T]
        if use_batches:
            job = self.batch(requests, output_format=output_format, **rest)
        else:
            job = self.map(requests, output_format=output_format, tools=tools, **rest)
        job.why = why
        return job

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

    @shows_keywords("jobs.jobs", "BatchJobOptions")
    def batch(
        self,
        requests: Requests,
        *,
        output_format: OutputFormat[T] | None = None,
        **options: Unpack[BatchJobOptions],
    ) -> AsyncBatchJob[T]:
        """Make many requests through Message Batches; all is as for `Jobs.batch`, with `async for`.

        Raises:
            CheckpointError: The file of the checkpoint cannot be used. Nothing was sent.
            JobDeadlineError: While iterating: `deadline` has passed. The batches go on.
            BudgetExceededError: While iterating: nothing more fits into `budget`.
        """
        run, on_error, meter = self._start_batch(requests, output_format, options)
        return AsyncBatchJob[T](run, on_error, meter)

    @shows_keywords("jobs.jobs", "AutoJobOptions")
    def auto(
        self,
        requests: Requests,
        *,
        output_format: OutputFormat[T] | None = None,
        tools: Sequence[ToolLike | ToolUnionParam] | None = None,
        **options: Unpack[AutoJobOptions],
    ) -> AsyncJob[T] | AsyncBatchJob[T]:
        """Run a job in the way that fits; all is as for `Jobs.auto`, with `async for`.

        Raises:
            CheckpointError: The file of the checkpoint cannot be used. Nothing was sent.
        """
        use_batches, why, requests, rest = self._choose(requests, options, tools)
        job: AsyncJob[T] | AsyncBatchJob[T]
        if use_batches:
            job = self.batch(requests, output_format=output_format, **rest)
        else:
            job = self.map(requests, output_format=output_format, tools=tools, **rest)
        job.why = why
        return job
