"""`client.jobs.batch(...)`: the work of a job through Message Batches, at half the price and within a day.

`BatchRun.steps()` is everything that is to be done, as a generator written once for both clients. `BatchJob` and
`AsyncBatchJob` are the two loops around it. It yields what methods of the client return, `Wait`s, `Read`s, and `None`
where results may be handed on.

API: https://platform.claude.com/docs/en/build-with-claude/batch-processing
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Generator, Iterator
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final, cast
from uuid import uuid4

from typing_extensions import TypeVar

from ..core.request import BATCHES_LIMIT
from ..core.retries import worth_retrying
from ..errors import (
    APIConnectionError,
    APIStatusError,
    BudgetExceededError,
    ClaudeError,
    CredentialsError,
    NotFoundError,
    RequestTooLargeError,
)
from .calling import JobDeadlineError, OnError, Options, Wait, find_wait
from .checkpoint import Checkpoint, CheckpointError
from .items import Batch, Entry, JobItem, JobResult, Requests
from .map import AnyJob
from .work import Work

if TYPE_CHECKING:
    import pandas as pd
    from typing_extensions import Self

    from ..core.quotas import AnyBudget
    from ..rendering.progress import Meter

T = TypeVar("T", default=None)

MAX_REQUESTS: Final = 100_000
"""Requests that a batch may have."""
FIRST_PAUSE_SECONDS: Final = 1.0
LONGEST_PAUSE_SECONDS: Final = 60.0
_READ_AT_ONCE: Final = 500
_READ_AHEAD: Final = 2_000
_EACH_BYTES: Final = 128
"""What a request of a batch has beside its parameters, generously."""
_SLACK: Final = timedelta(minutes=10)
"""How much the clocks of this machine and of the API may differ."""


class BatchRequestError(ClaudeError):
    """A request of a batch was not made, and cost nothing: the batch expired or was canceled before its turn."""

    outcome: str
    """`expired` or `canceled`."""

    def __init__(self, message: str, outcome: str) -> None:
        super().__init__(message, outcome)
        self.outcome = outcome

    def __str__(self) -> str:
        return str(self.args[0])


class Read:
    """A step: read some more results of a batch."""

    __slots__ = ("stream",)

    def __init__(self, stream: Any) -> None:
        self.stream: Any = stream


Steps = Generator[Any, Any, None]


class BatchRun:
    """A job under way."""

    def __init__(
        self,
        client: Any,
        requests: Requests,
        options: Options,
        *,
        ordered: bool,
        checkpoint: Checkpoint | None,
        budget: AnyBudget | None = None,
        poll_interval: float | None = None,
        max_requests: int = MAX_REQUESTS,
    ) -> None:
        self.client = client
        self.options = options
        self.checkpoint = checkpoint
        self.budget = budget
        self.work: Work = Work(requests, checkpoint, ordered=ordered, room=_READ_AHEAD)
        self.started_at: float | None = None
        self.ends_at: float | None = None
        self.canceled: bool = False
        self._is_stopped = False
        self.batches: list[Batch] = []
        """Those whose results are not all there."""
        self._poll_interval = poll_interval
        self._max_requests = max_requests
        self._max_bytes = client.settings.size_limits.get("batches", BATCHES_LIMIT.max_bytes)
        self._again: list[Entry] = []
        self._held: JobItem | None = None
        """A request for which the budget has no room before others have ended."""
        self._under_way: dict[str, tuple[Batch, str, str]] = {}

    # ---- the order of things --------------------------------------------------------------------------------

    def steps(self) -> Steps:
        """All that is to be done."""
        self.started_at = self.options.clock()
        if self.options.deadline is not None:
            self.ends_at = self.started_at + self.options.deadline
        self._recover()
        pause = self._poll_interval or FIRST_PAUSE_SECONDS
        yield from self._submit_input()
        while self.batches or self._again or self._held is not None:
            before = len(self.batches)
            for batch in tuple(self.batches):
                try:
                    yield from self._attend(batch)
                except ClaudeError as error:
                    if not worth_retrying(error):
                        raise  # other failures pass: the next poll tries again, and the batch goes on meanwhile
            has_ended = len(self.batches) < before
            yield from self._submit_again()
            if has_ended or not self.batches:
                yield from self._submit_input()
            else:
                yield from self._pause(pause)
                if self._poll_interval is None:
                    pause = min(1.5 * pause, LONGEST_PAUSE_SECONDS)

    def _attend(self, batch: Batch) -> Steps:
        """See how a batch stands, and take its results where it has ended."""
        if batch.batch_id is None:
            yield from self._find_lost(batch)
        if batch.batch_id is not None and (yield from self._has_ended(batch)):
            yield from self._collect(batch)

    def _pause(self, seconds: float) -> Steps:
        if self.ends_at is not None:
            left = self.ends_at - self.options.clock()
            if left <= 0:
                self._stop(
                    JobDeadlineError(
                        f"the job was not done within its deadline of {self.options.deadline} s; its batches go on, "
                        "and a job with the same checkpoint finds them again"
                    )
                )
                return
            seconds = min(seconds, left)
        yield Wait(seconds)

    def _stop(self, error: BaseException) -> None:
        """Wait for nothing more, and raise `error` once everything is handed on."""
        self.work.fail(error)
        self.batches.clear()
        self._again.clear()
        self._held = None
        self._is_stopped = True

    def _recover(self) -> None:
        """Find the batches of an earlier run that crashed or was left."""
        if self.checkpoint is None:
            return
        for batch in self.checkpoint.open_batches():
            for id, custom_id in batch.custom_ids().items():
                self._under_way[id] = (batch, custom_id, batch.hashes[id])

    # ---- submitting -----------------------------------------------------------------------------------------

    def _submit_input(self) -> Steps:
        """Read the input, as far as the budget goes, and submit it."""
        entries: list[Entry] = []
        size = 0
        while not self.canceled and (self._held is not None or not self.work.closed):
            self.work.room = self.work.in_flight + _READ_AHEAD
            item, self._held = self._held or self.work.take(), None
            if item is None:
                yield None  # so many of the checkpoint that they are handed on first
                continue
            if self._belongs_to_batch(item):
                continue
            try:
                weight = len(item.encode()) + _EACH_BYTES
            except (TypeError, ValueError, OSError) as error:  # it has no JSON form, or a file of it is gone
                self._finish(Entry(item), error=error)
                self.work.save()
                yield None
                continue
            reservation = self._reserve(item, bool(entries))
            if reservation is False:
                break
            if entries and (len(entries) == self._max_requests or size + weight > self._max_bytes):
                yield from self._submit(entries)
                entries, size = [], 0
            entries.append(Entry(item, reservation=reservation))
            size += weight
        if entries and not self._is_stopped:
            yield from self._submit(entries)

    def _belongs_to_batch(self, item: JobItem) -> bool:
        """Whether a batch of an earlier run has the request; it is not submitted again then."""
        found = self._under_way.pop(item.id, None)
        if found is None:
            return False
        batch, custom_id, request_hash = found
        if self.checkpoint is not None and self.checkpoint.hash_request(item) != request_hash:
            self._stop(
                CheckpointError(
                    f"the request {item.id!r} is not the one that a batch of this checkpoint has under this id: give "
                    "it another id, or begin a new file"
                )
            )
            return True
        if not batch.entries:
            self.batches.append(batch)
        reservation = None
        if self.budget is not None:
            try:
                reservation = self.budget.reserve(item.params, batch=True)
            except BudgetExceededError:
                reservation = None  # it is on its way, whatever it costs
        batch.entries[custom_id] = Entry(item, reservation=reservation)
        return True

    def _reserve(self, item: JobItem, has_entries: bool) -> Any:
        """What the budget reserves for a request; False where nothing more is to be submitted now."""
        if self.budget is None:
            return None
        try:
            return self.budget.reserve(item.params, batch=True)
        except BudgetExceededError as error:
            if error.may_pass and (self.batches or has_entries):
                self._held = item
            else:
                self.work.drop(item, error)
            return False

    def _submit_again(self) -> Steps:
        """Submit once more what expired, or failed in a way that may pass."""
        again, self._again = self._again, []
        for start in range(0, len(again), self._max_requests):
            yield from self._submit(again[start : start + self._max_requests])

    def _submit(self, entries: list[Entry]) -> Steps:
        """Submit requests as a batch. Its row is in the checkpoint before, so that a crash cannot lose it."""
        batch = Batch(
            f"{uuid4().hex[:20]}-",
            datetime.now(timezone.utc),
            {entry.item.id if self.checkpoint is not None else str(entry.item.index): "" for entry in entries},
        )
        if self.checkpoint is not None:
            batch.hashes = {entry.item.id: self.checkpoint.hash_request(entry.item) for entry in entries}
            self.checkpoint.add_batch(batch)
        batch.entries = dict(zip(batch.custom_ids().values(), entries, strict=True))
        yield from self._send(batch)

    def _send(self, batch: Batch) -> Steps:
        requests = [self._request(custom_id, entry.item) for custom_id, entry in batch.entries.items()]
        attempts = 0
        while True:
            attempts += 1
            try:
                # A retry of the client could submit the batch twice.
                made = yield self.client.messages.batches.create(requests=requests, max_retries=0)
            except (RequestTooLargeError, TypeError, ValueError, OSError) as error:
                # Not sent, or refused for its size: what is wrong may be one of the requests.
                if isinstance(error, CredentialsError):
                    self._fail(batch, error)
                    return
                self._forget(batch)
                yield from self._split(list(batch.entries.values()), error)
                return
            except APIConnectionError as error:
                if _was_not_sent(error) and (wait := find_wait(error, attempts, self.options, self.ends_at)):
                    yield Wait(wait)
                    continue
                if not _was_not_sent(error):
                    self.batches.append(batch)  # it may have arrived
                    return
                self._fail(batch, error)
                return
            except Exception as error:
                wait = find_wait(error, attempts, self.options, self.ends_at)
                if wait is None:
                    self._fail(batch, error)
                    return
                yield Wait(wait)
            else:
                batch.batch_id = made.id
                if self.checkpoint is not None:
                    self.checkpoint.name_batch(batch)
                self.batches.append(batch)
                return

    def _request(self, custom_id: str, item: JobItem) -> dict[str, Any]:
        params = dict(item.params)
        if self.options.output_format is not None:
            params["output_format"] = self.options.output_format
        return {"custom_id": custom_id, "params": params}

    def _split(self, entries: list[Entry], error: Exception) -> Steps:
        if len(entries) == 1:
            self._finish(entries[0], error=error)
            self.work.save()
            return
        half = len(entries) // 2
        yield from self._submit(entries[:half])
        yield from self._submit(entries[half:])

    def _fail(self, batch: Batch, error: Exception) -> None:
        """The API does not take a batch: its requests failed."""
        self._forget(batch)
        for entry in batch.entries.values():
            self._finish(entry, error=error)
        self.work.save()

    def _forget(self, batch: Batch) -> None:
        if self.checkpoint is not None:
            self.checkpoint.remove_batch(batch)

    # ---- waiting and collecting -----------------------------------------------------------------------------

    def _has_ended(self, batch: Batch) -> Generator[Any, Any, bool]:
        try:
            found = yield self.client.messages.batches.retrieve(batch.batch_id)
        except NotFoundError:
            self.batches.remove(batch)
            self._forget(batch)
            self._again += [replace(entry) for entry in batch.entries.values()]
            return False
        return bool(found.processing_status == "ended")

    def _collect(self, batch: Batch) -> Steps:
        """Take the results of a batch that has ended. What was read is kept, also where reading breaks off."""
        stream = yield self.client.messages.batches.results(batch.batch_id, output_format=self.options.output_format)
        while found := (yield Read(stream)):
            for each in found:
                self._take(batch, each, stream)
            self._keep_unasked(batch, found)
            self.work.save()
            yield None
        # What has no result was not worked on.
        for custom_id in list(batch.entries):
            self._retry_or_finish(batch.entries.pop(custom_id), BatchRequestError("the batch has no result", "expired"))
        self.work.save()
        self.batches.remove(batch)
        self._forget(batch)

    def _take(self, batch: Batch, each: Any, stream: Any) -> None:
        entry = batch.entries.pop(each.custom_id, None)
        if entry is None:
            return
        kind = each.result.type
        if kind == "succeeded":
            message = each.message
            if self.budget is not None and entry.reservation is not None:
                self.budget.settle(entry.reservation, message.usage, model=str(message.model))
            self.work.finish(
                JobResult(entry.item, message, None, entry.attempts, batch=True, prices=self.options.prices)
            )
        elif kind == "errored":
            body = each.result.error.to_dict(mode="json", warnings=False)
            self._retry_or_finish(entry, APIStatusError.from_body(stream.response.http_response, body))
        else:
            self._retry_or_finish(entry, BatchRequestError(f"the request was not made: the batch {kind} before", kind))

    def _keep_unasked(self, batch: Batch, found: list[Any]) -> None:
        """Keep what the input of this run does not have, or not yet: it is paid for, and another run may ask for it."""
        if self.checkpoint is None or not self._under_way:
            return
        ids = {custom_id: id for id, custom_id in batch.custom_ids().items() if id in self._under_way}
        results = [
            JobResult(JobItem(-1, ids[each.custom_id], {}), each.message, attempts=1, batch=True)
            for each in found
            if each.custom_id in ids and each.result.type == "succeeded"
        ]
        if results:
            self.checkpoint.save(results, batch.hashes)

    def _retry_or_finish(self, entry: Entry, error: ClaudeError) -> None:
        may_pass = error.outcome == "expired" if isinstance(error, BatchRequestError) else worth_retrying(error)
        if may_pass and not self.canceled and entry.attempts < self.options.max_attempts:
            self._again.append(replace(entry, attempts=entry.attempts + 1))
        else:
            self._finish(entry, error=error)

    def _finish(self, entry: Entry, *, error: Exception) -> None:
        if self.budget is not None and entry.reservation is not None:
            self.budget.cancel(entry.reservation, sent=True)
        self.work.finish(JobResult(entry.item, None, error, entry.attempts, batch=True, prices=self.options.prices))

    # ---- found again ----------------------------------------------------------------------------------------

    def _find_lost(self, batch: Batch) -> Steps:
        """Find out whether a batch has arrived of which nothing is known but that it was about to be submitted.

        Custom ids show in results only, so a batch that may be it is waited for. Where none is it, it is sent again.
        """
        known = {each.batch_id for each in self.batches}
        may_be, after = False, None
        while True:
            more: dict[str, Any] = {} if after is None else {"after_id": after}
            page = yield self.client.messages.batches.list(limit=100, **more)
            for found in page.data:
                if found.created_at < batch.submitted_at - _SLACK:
                    break
                if found.id in known or _count(found) != len(batch.hashes):
                    continue
                if found.processing_status != "ended":
                    may_be = True
                elif (yield from self._has_prefix(found.id, batch.prefix)):
                    batch.batch_id = found.id
                    if self.checkpoint is not None:
                        self.checkpoint.name_batch(batch)
                    return
            else:
                if page.data and page.has_more:
                    after = page.data[-1].id
                    continue
            break
        if not may_be:
            self.batches.remove(batch)
            self._forget(batch)
            yield from self._submit(list(batch.entries.values()))

    def _has_prefix(self, batch_id: str, prefix: str) -> Generator[Any, Any, bool]:
        try:
            stream = yield self.client.messages.batches.results(batch_id)
        except NotFoundError:
            return False
        try:
            first = yield Read(stream)
        finally:
            yield stream.close()
        return bool(first) and str(first[0].custom_id).startswith(prefix)

    # ---- canceling ------------------------------------------------------------------------------------------

    def cancel_steps(self) -> Steps:
        """Cancel every batch. What was done is handed on, and nothing is submitted any more."""
        self.canceled = True
        self.work.closed = True
        for batch in tuple(self.batches):
            if batch.batch_id is not None:
                yield self.client.messages.batches.cancel(batch.batch_id)


def _was_not_sent(error: APIConnectionError) -> bool:
    from ..errors import ConnectionFailedError, ConnectTimeoutError, PoolTimeoutError

    return isinstance(error, (ConnectionFailedError, ConnectTimeoutError, PoolTimeoutError))


def _count(batch: Any) -> int:
    counts = batch.request_counts
    return int(counts.processing + counts.succeeded + counts.errored + counts.canceled + counts.expired)


class _AnyBatchJob(AnyJob[T]):
    """What both jobs have in common."""

    _run: BatchRun

    def __init__(self, run: BatchRun, on_error: OnError, meter: Meter | None) -> None:
        super().__init__(run, on_error, meter)
        self._steps = run.steps()
        self._sent: tuple[str, Any] = ("send", None)
        self._over = False

    @property
    def batch_ids(self) -> list[str]:
        """The ids of the batches whose results are not all there."""
        return [each.batch_id for each in self._run.batches if each.batch_id is not None]

    def _advance(self) -> Any:
        """The next step.

        Raises:
            StopIteration: There is none.
        """
        how, value = self._sent
        self._sent = ("send", None)
        return self._steps.throw(value) if how == "throw" else self._steps.send(value)

    def _end_of_steps(self) -> None:
        self._over = True
        self._steps.close()


class BatchJob(_AnyBatchJob[T]):
    """A job through Message Batches on `Client`: iterate over it for its results.

    It begins with the first result that is asked for. Leaving it leaves its batches to the API; a job with the same
    checkpoint finds them again.
    """

    def __iter__(self) -> Iterator[JobResult[T]]:
        return self

    def __next__(self) -> JobResult[T]:
        run = self._run
        while (result := run.work.pop()) is None and not self._over:
            try:
                step = self._advance()
            except StopIteration:
                self._end_of_steps()
                continue
            except BaseException:
                self.close()
                raise
            try:
                self._sent = ("send", self._resolve(step))
            except Exception as error:
                self._sent = ("throw", error)
            except BaseException:  # Ctrl-C
                self.close()
                raise
        if result is None:
            self._end()
            raise run.work.error or StopIteration
        self._note(result)
        if result.error is not None and self._on_error == "raise":
            self.close()
            raise result.error
        return cast("JobResult[T]", result)

    def _resolve(self, step: Any) -> Any:
        if isinstance(step, Wait):
            time.sleep(step.seconds)
            return False
        if isinstance(step, Read):
            found: list[Any] = []
            while len(found) < _READ_AT_ONCE and (each := next(step.stream, None)) is not None:
                found.append(each)
            return found
        return step

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

    def cancel(self) -> None:
        """Cancel the batches, and submit nothing more. Iterating goes on: what was done by then is handed on.

        May be called while another thread iterates.
        """
        for step in self._run.cancel_steps():
            self._resolve(step)

    def close(self) -> None:
        """Ask for nothing more. The batches go on; `cancel()` ends them."""
        self._end_of_steps()
        self._end()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncBatchJob(_AnyBatchJob[T]):
    """A job through Message Batches on `AsyncClient`: iterate over it with `async for`.

    It begins with the first result that is asked for. Leaving it leaves its batches to the API; a job with the same
    checkpoint finds them again.
    """

    def __aiter__(self) -> AsyncIterator[JobResult[T]]:
        return self

    async def __anext__(self) -> JobResult[T]:
        run = self._run
        while (result := run.work.pop()) is None and not self._over:
            try:
                step = self._advance()
            except StopIteration:
                self._end_of_steps()
                continue
            except BaseException:
                await self.aclose()
                raise
            try:
                self._sent = ("send", await self._resolve(step))
            except Exception as error:
                self._sent = ("throw", error)
            except BaseException:  # cancelled
                self._end_of_steps()
                self._end()
                raise
        if result is None:
            self._end()
            raise run.work.error or StopAsyncIteration
        self._note(result)
        if result.error is not None and self._on_error == "raise":
            await self.aclose()
            raise result.error
        return cast("JobResult[T]", result)

    async def _resolve(self, step: Any) -> Any:
        if isinstance(step, Wait):
            import anyio

            await anyio.sleep(step.seconds)
            return False
        if isinstance(step, Read):
            found: list[Any] = []
            while len(found) < _READ_AT_ONCE:
                try:
                    found.append(await anext(step.stream))
                except StopAsyncIteration:
                    break
            return found
        return None if step is None else await step

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

    async def cancel(self) -> None:
        """Cancel the batches, and submit nothing more. Iterating goes on: what was done by then is handed on.

        May be called while another task iterates.
        """
        for step in self._run.cancel_steps():
            await self._resolve(step)

    async def aclose(self) -> None:
        """Ask for nothing more. The batches go on; `cancel()` ends them."""
        self._end_of_steps()
        self._end()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.aclose()
