"""`client.jobs.map(...)`: many requests side by side, a bounded number at a time.

`Job` runs them on threads, `AsyncJob` on tasks of the event loop. What is to be made, kept and handed on is `Work`; how
a request is made is `make_call`. The two differ only in how they wait.
"""

from __future__ import annotations

import atexit
import threading
import weakref
from collections import deque
from collections.abc import AsyncIterator, Callable, Generator, Iterator
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, Generic, cast

from typing_extensions import TypeVar

from ..core.logs import logger
from ..errors import BudgetExceededError, ClaudeError
from ..http.event_loops import loop_scheduler, start_task
from .calling import JobDeadlineError, OnError, Options, Steps, Wait, make_call
from .items import JobItem, JobResult, JobSummary, Requests
from .work import Work

if TYPE_CHECKING:
    import pandas as pd
    from typing_extensions import Self

    from ..rendering.progress import Meter
    from .checkpoint import Checkpoint

T = TypeVar("T", default=None)
R = TypeVar("R")

DEFAULT_CONCURRENCY = 16


class _Run:
    """A job under way. It holds no job, so that one that nobody has any more can be stopped."""

    def __init__(
        self,
        client: Any,
        requests: Requests,
        options: Options,
        *,
        ordered: bool,
        concurrency: int,
        checkpoint: Checkpoint | None,
        sender: Any = None,
    ) -> None:
        self.client = client
        self.sender: Any = client if sender is None else sender
        """The client with the limits of the job, which makes the requests."""
        self.options = options
        self.concurrency = concurrency
        self.checkpoint = checkpoint
        self.work: Work = Work(requests, checkpoint, ordered=ordered, room=3 * concurrency)
        self.started_at: float | None = None
        self.ends_at: float | None = None

    def begin(self) -> None:
        """Take the time, once."""
        if self.started_at is None:
            self.started_at = self.options.clock()
            if self.options.deadline is not None:
                self.ends_at = self.started_at + self.options.deadline

    def learn_limits(self) -> Generator[Any, Any, None]:
        """Let a limiter that learns its limits read them, where the client has an Admin API key."""
        settings = self.sender.settings
        if settings.admin_api_key is None or not getattr(settings.limiter, "learns", False):
            return
        try:
            page = yield self.client.organization.rate_limits.list(group_type="model_group")
            settings.limiter.learn_groups(page.data)
            while page.has_next_page():
                page = yield page.get_next_page()
                settings.limiter.learn_groups(page.data)
        except ClaudeError as error:
            # The headers of responses tell of them too.
            logger.info("the rate limits of the organization could not be read: %s", error)

    def check_deadline(self) -> None:
        """Begin nothing more where the deadline has come."""
        if self.ends_at is not None and not self.work.halted and self.options.clock() >= self.ends_at:
            self.work.fail(JobDeadlineError(f"the job was not done within its deadline of {self.options.deadline} s"))

    def call(self, item: JobItem) -> Steps:
        """The steps of a request."""
        return make_call(self.sender, item, self.options, self.ends_at)


class AnyJob(Generic[T]):
    """What all jobs have in common."""

    why: str | None = None
    """Why `client.jobs.auto()` runs the job in this way."""

    def __init__(self, run: Any, on_error: OnError, meter: Meter | None) -> None:
        self._run = run
        self._on_error = on_error
        self._meter = meter
        self._summary = JobSummary(run.options.prices)
        self._failed: list[JobItem] = []
        self._when_dropped: weakref.finalize[..., Any] | None = None
        if run.checkpoint is not None:
            self._call_when_dropped(run.checkpoint.close)

    def _call_when_dropped(self, function: Callable[..., Any], *args: Any) -> None:
        """Have `function` called when nobody has the job any more."""
        if self._when_dropped is not None:
            self._when_dropped.detach()
        self._when_dropped = weakref.finalize(self, function, *args)
        self._when_dropped.atexit = False

    def summary(self) -> JobSummary:
        """How the job stands, by the results that have been taken: counts, tokens, cost and time."""
        if self._run.started_at is not None and not self._run.work.is_over:
            self._summary.seconds = self._run.options.clock() - self._run.started_at
        return self._summary

    def failed(self) -> list[tuple[str, Any]]:
        """The requests that failed, of the results that have been taken: pairs of id and parameters, to run again."""
        return [(item.id, item.params) for item in self._failed]

    def _note(self, result: JobResult[T]) -> JobResult[T]:
        self._summary.count(result)
        if result.error is not None:
            self._failed.append(result.item)
        if self._meter is not None:
            self._meter.add(1)
        return result

    def _end(self) -> None:
        """Everything has been handed on, or nothing more is wanted."""
        if self._when_dropped is not None:
            self._when_dropped.detach()
        self._summary.seconds = self._run.options.clock() - (self._run.started_at or 0.0)
        if self._meter is not None:
            self._meter.end()
        if self._run.checkpoint is not None:
            self._run.checkpoint.close()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.summary()!r})"


# ---- on Client -----------------------------------------------------------------------------------------


_open_runs: weakref.WeakSet[_ThreadRun] = weakref.WeakSet()
"""Those whose threads have been started and not been waited for."""


class _ThreadRun(_Run):
    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        lock = threading.RLock()  # one that a collected job can take too, whatever is being done at that moment
        self.changed: threading.Condition = threading.Condition(lock)
        """A result may be there. Its lock guards all that threads share."""

        self.room: threading.Condition = threading.Condition(lock)
        """Another request may be begun."""

        self.stopped: threading.Event = threading.Event()
        self._saving = threading.Lock()
        self._reading = threading.RLock()
        self._items: deque[JobItem] = deque()
        """Requests that have been read and that no thread has begun."""

        self._idle = 0
        """Threads that wait for a request."""

        self._context = copy_context()
        """What is current for whoever starts the job, such as a span, is so for its calls."""

        self._threads: list[threading.Thread] = []
        self._alive = 0
        self._is_dropped = False

    def _start_thread(self) -> None:
        """Start another thread, where more requests are read than threads wait for one."""
        if len(self._items) <= self._idle or len(self._threads) == self.concurrency:
            return
        _open_runs.add(self)
        name = f"claude_client job {len(self._threads)}"
        thread = threading.Thread(target=self._context.copy().run, args=(self._serve,), name=name, daemon=True)
        self._threads.append(thread)
        self._alive += 1
        thread.start()

    def _serve(self) -> None:
        while (item := self._await_item()) is not None:
            try:
                result = self.run_steps(self.call(item))
            except Exception as error:  # the budget has no room for it
                with self.changed:
                    self.work.drop(item, error)
                    self.changed.notify_all()
                    self.room.notify_all()
                continue
            with self.changed:
                self.work.finish(result)
                self.changed.notify_all()
            if self.checkpoint is not None:
                self._save()
        with self.changed:
            self._alive -= 1
            self._close_if_dropped()

    def _save(self) -> None:
        """Keep what has come. While one thread writes, others lay down their results, and the next one writes all."""
        with self._saving:
            with self.changed:
                results = self.work.begin_save()
            error = self.work.write(results)
            with self.changed:
                self.work.end_save(results, error)
                self.changed.notify_all()

    def feed(self) -> bool:
        """Read one more request of the input; False where there is none, or no room for it.

        The thread that takes the results does it: what the input reads from, such as a cursor of a database, may belong
        to that thread.
        """
        with self._reading:
            with self.changed:
                self.check_deadline()
                if not self.work.has_room:
                    self.room.notify_all()
                    return False
            given: object = None
            error: Exception | None = None
            try:
                given = next(self.work.source)
            except Exception as raised:
                error = raised
            with self.changed:
                if self.work.closed:  # stopped meanwhile
                    return False
                if error is not None:
                    self.work.end_input(error)
                elif (item := self.work.accept(given)) is not None:
                    self._items.append(item)
                    self.room.notify()
                    self._start_thread()
                if self.work.closed:
                    self.room.notify_all()
                return error is None

    def _await_item(self) -> JobItem | None:
        with self.changed:
            while True:
                self.check_deadline()
                if self.work.halted or self.stopped.is_set():
                    while self._items:
                        self.work.drop(self._items.popleft())
                    self.changed.notify_all()
                if self._items:
                    return self._items.popleft()
                if self.work.closed:
                    self.room.notify_all()
                    return None
                self._idle += 1
                self.room.wait()
                self._idle -= 1

    def run_steps(self, steps: Generator[Any, Any, R]) -> R:
        """Do what the steps ask for, and return what they come to."""
        value: Any = None
        try:
            while True:
                value = steps.send(value)
                if isinstance(value, Wait):
                    value = self.stopped.wait(value.seconds)
        except StopIteration as done:
            return cast("R", done.value)

    def stop(self) -> None:
        """Begin nothing more."""
        self.stopped.set()
        with self.changed:
            self.work.closed = True
            self.changed.notify_all()
            self.room.notify_all()

    def drop(self) -> None:
        """Stop, as nobody has the job any more. The last thread closes the checkpoint."""
        self.stop()
        with self.changed:
            self._is_dropped = True
            self._close_if_dropped()

    def _close_if_dropped(self) -> None:
        if self._is_dropped and not self._alive and self.checkpoint is not None:
            self.checkpoint.close()

    def join(self) -> None:
        """Wait for the calls that are under way."""
        for thread in self._threads:
            thread.join()
        _open_runs.discard(self)


def close_runs(client: object = None) -> None:
    """Stop the jobs of a client, or all, and wait for their calls: before its connections or the process are gone."""
    for run in tuple(_open_runs):
        if client is None or run.client is client:
            run.stop()
            run.join()


# A program that ends in the middle of a loop, by Ctrl-C for one, has not closed its job.
atexit.register(close_runs)


class Job(AnyJob[T]):
    """A job on `Client`: iterate over it for its results. It begins with the first one that is asked for.

    Leaving it early, by `close()` or the end of its `with` block, waits for the calls under way and keeps their results
    in the checkpoint; so does Ctrl-C.
    """

    _run: _ThreadRun

    def __init__(self, run: _ThreadRun, on_error: OnError, meter: Meter | None) -> None:
        super().__init__(run, on_error, meter)
        self._call_when_dropped(run.drop)

    def __iter__(self) -> Iterator[JobResult[T]]:
        return self

    def __next__(self) -> JobResult[T]:
        run = self._run
        try:
            if run.started_at is None:
                run.begin()
                run.run_steps(run.learn_limits())
            result = self._await_result()
        except BaseException:  # Ctrl-C
            self.close()
            raise
        if result is None:
            run.join()
            self._end()
            raise run.work.error or StopIteration
        self._note(result)
        if result.error is not None and self._on_error == "raise":
            self.close()
            raise result.error
        return cast("JobResult[T]", result)

    def _await_result(self) -> JobResult[Any] | None:
        """The next result; None where there are no more."""
        run, fed = self._run, 0
        while True:
            # Two requests are read for a result that is taken, so that the threads catch up where they were waiting.
            if (fed < 2 or not run.work.has_result) and run.feed():
                fed += 1
                continue
            with run.changed:
                if (result := run.work.pop()) is not None or run.work.is_over:
                    return result
                run.changed.wait()

    def results(self) -> list[JobResult[T]]:
        """The results that have not been taken yet, as a list.

        `BudgetExceededError` and `JobDeadlineError` have those that came before as `.results`.
        """
        results: list[JobResult[T]] = []
        try:
            results.extend(self)
        except (BudgetExceededError, JobDeadlineError) as error:
            error.results = results
            raise
        return results

    def to_pandas(self) -> pd.DataFrame:
        """The results that have not been taken yet as a data frame, a row for each (extra `pandas`)."""
        from .data_frames import check_pandas, frame_of_job

        check_pandas()
        return frame_of_job(self.results())

    def close(self) -> None:
        """Begin no more requests, and wait for those under way. Their results are in the checkpoint."""
        self._run.stop()
        self._run.join()
        self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


# ---- on AsyncClient ------------------------------------------------------------------------------------


class _TaskRun(_Run):
    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.tasks = 0
        self.scopes: set[Any] = set()
        self.stopped: Any = None
        self._changed: Any = None
        self._idle: deque[Any] = deque()
        """An event for each task that waits for a request."""

    async def await_change(self) -> None:
        """Wait until a result may be there, or a task has ended."""
        if self._changed is None:
            self._changed = make_event()
        await self._changed.wait()

    def notify(self) -> None:
        """Wake who waits for a change."""
        changed, self._changed = self._changed, None
        if changed is not None:
            changed.set()

    def make_room(self) -> None:
        """Wake a task that waits for a request, or all of them where there is none to wait for."""
        while self._idle:
            self._idle.popleft().set()
            if not self.work.closed:
                break

    def start_tasks(self) -> None:
        """Start all tasks, on the loop that this runs on."""
        self.tasks = self.concurrency
        for _ in range(self.concurrency):
            start_task(self._serve)

    async def _serve(self) -> None:
        import anyio

        scope = anyio.CancelScope()
        self.scopes.add(scope)
        try:
            with scope:
                while (item := await self._await_item()) is not None:
                    try:
                        result = await self.run_steps(self.call(item))
                    except Exception as error:  # the budget has no room for it
                        self.work.drop(item, error)
                    except BaseException:  # cancelled: it is made again when the job goes on
                        self.work.in_flight -= 1
                        raise
                    else:
                        self.work.finish(result)
                        if self.checkpoint is not None:
                            await self._save()
                    self.notify()
        finally:
            self.scopes.discard(scope)
            self.tasks -= 1
            self.notify()

    async def _await_item(self) -> JobItem | None:
        while (item := self._take()) is None:
            self.notify()  # results of a checkpoint may be there
            if self.work.closed:
                break
            self._idle.append(event := make_event())
            await event.wait()
        if self._idle and (self.work.closed or self.work.has_room):
            self.make_room()
        return item

    def _take(self) -> JobItem | None:
        self.check_deadline()
        return self.work.take()

    async def _save(self) -> None:
        """Keep what has come. What else comes in this turn of the loop is written with it."""
        from anyio.lowlevel import checkpoint

        try:
            await checkpoint()
        finally:  # also where this is cancelled
            self.work.save()

    async def run_steps(self, steps: Generator[Any, Any, R]) -> R:
        """Do what the steps ask for, and return what they come to."""
        try:
            step = next(steps)
            while True:
                try:
                    value = await (self._pause(step.seconds) if isinstance(step, Wait) else step)
                except Exception as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(value)
        except StopIteration as done:
            return cast("R", done.value)

    async def _pause(self, seconds: float) -> bool:
        """Wait, and return whether the job was stopped meanwhile."""
        import anyio

        with anyio.move_on_after(seconds):
            await self.stopped.wait()
        return bool(self.stopped.is_set())

    def stop(self) -> None:
        """Begin nothing more."""
        self.work.closed = True
        if self.stopped is not None:
            self.stopped.set()
            self.make_room()

    async def stop_when_dropped(self) -> None:
        """Stop, as nobody has the job any more."""
        self.stop()
        if self.checkpoint is not None:
            while self.tasks:
                await self.await_change()
            self.checkpoint.close()

    def cancel(self) -> None:
        """Cancel the calls that are under way."""
        self.stop()
        for scope in tuple(self.scopes):
            scope.cancel()


def make_event() -> Any:
    """An event of the loop that this runs on."""
    import anyio

    return anyio.Event()


class AsyncJob(AnyJob[T]):
    """A job on `AsyncClient`: iterate over it with `async for`. It begins with the first result that is asked for.

    Leaving it early, by `aclose()` or the end of its `async with` block, waits for the calls under way and keeps their
    results in the checkpoint. Where the task that iterates is cancelled, the calls are cancelled too.
    """

    _run: _TaskRun

    def __aiter__(self) -> AsyncIterator[JobResult[T]]:
        return self

    async def __anext__(self) -> JobResult[T]:
        run = self._run
        if run.started_at is None:
            run.begin()
            self._call_when_dropped(loop_scheduler(), run.stop_when_dropped)
        try:
            if run.stopped is None:
                run.stopped = make_event()
                await run.run_steps(run.learn_limits())
                run.start_tasks()
            while (result := run.work.pop()) is None:
                if run.work.is_over:
                    break
                await run.await_change()
        except BaseException:
            await self._abort()
            raise
        run.make_room()
        if result is None:
            await self._drain()
            raise run.work.error or StopAsyncIteration
        self._note(result)
        if result.error is not None and self._on_error == "raise":
            await self.aclose()
            raise result.error
        return cast("JobResult[T]", result)

    async def results(self) -> list[JobResult[T]]:
        """The results that have not been taken yet, as a list.

        `BudgetExceededError` and `JobDeadlineError` have those that came before as `.results`.
        """
        results: list[JobResult[T]] = []
        try:
            async for result in self:
                results.append(result)  # noqa: PERF401  # those that came before an error are kept
        except (BudgetExceededError, JobDeadlineError) as error:
            error.results = results
            raise
        return results

    async def to_pandas(self) -> pd.DataFrame:
        """The results that have not been taken yet as a data frame, a row for each (extra `pandas`)."""
        from .data_frames import check_pandas, frame_of_job

        check_pandas()
        return frame_of_job(await self.results())

    async def aclose(self) -> None:
        """Begin no more requests, and wait for those under way. Their results are in the checkpoint."""
        self._run.stop()
        await self._drain()

    async def _abort(self) -> None:
        import anyio

        self._run.cancel()
        with anyio.CancelScope(shield=True):
            await self._drain()

    async def _drain(self) -> None:
        run = self._run
        while run.tasks:
            await run.await_change()
        self._end()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.aclose()
