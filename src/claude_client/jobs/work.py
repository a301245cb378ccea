"""Which requests of a job are to be made, which are done, and in which order results are handed on.

It does no I/O but that of the checkpoint, and knows no threads or tasks: whoever runs a job calls it one at a time.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .items import JobItem, JobResult, Requests, duplicate_id, make_item

if TYPE_CHECKING:
    from .checkpoint import Checkpoint


class Work:
    """The state of a job between its input and its output.

    Args:
        requests: The input, which is read as far as results are taken.
        checkpoint: What is done, and where results are kept.
        ordered: Hand results on in the order of the input.
        room: Requests that may be under way, or done and not yet handed on, at a time.
    """

    def __init__(self, requests: Requests, checkpoint: Checkpoint | None, *, ordered: bool, room: int) -> None:
        self.source: Iterator[object] = iter(requests)
        self._checkpoint = checkpoint
        self._ordered = ordered
        self.room = room
        self._read = 0
        self._next = 0
        self._ready: deque[JobResult[Any]] = deque()
        self._early: dict[int, JobResult[Any] | None] = {}
        self._unsaved: list[JobResult[Any]] = []
        self._writing = False
        self._save_error: Exception | None = None
        self._open_ids: set[str] = set()
        """With a checkpoint: the ids of requests that are not in it yet."""

        self._has_given_ids = False
        self.in_flight: int = 0
        self.closed: bool = False
        """Nothing more is begun: the input has ended or raised, or the job was stopped."""

        self.halted: bool = False
        """Nothing more is begun, what has been read neither."""

        self.error: BaseException | None = None
        """What ended the job early; raised when all that was made has been handed on."""

    def take(self) -> JobItem | None:
        """The next request to be made; None where none is to be begun now."""
        while self.has_room:
            try:
                given = next(self.source)
            except Exception as error:
                self.end_input(error)
                break
            if (item := self.accept(given)) is not None:
                return item
        return None

    def accept(self, given: object) -> JobItem | None:
        """Make a request of what the input has next; None where there is a result, or `given` is no request."""
        try:
            item = make_item(self._read, given)
            stored = self._find(item)
        except Exception as error:
            self.end_input(error)
            return None
        self._read += 1
        if stored is None:
            self.in_flight += 1
            return item
        self._hand_on(stored)
        return None

    def _find(self, item: JobItem) -> JobResult[Any] | None:
        if self._checkpoint is None:
            return None
        if item.id != str(item.index):
            self._has_given_ids = True
        if item.id in self._open_ids:
            raise duplicate_id(item)
        # Places do not repeat. Given ids may, and a million of them are not kept in memory: the file has them.
        stored = self._checkpoint.find(item, may_repeat=self._has_given_ids)
        if stored is None:
            self._open_ids.add(item.id)
        return stored

    @property
    def has_room(self) -> bool:
        """Whether another request may be begun, as far as results have been taken."""
        return not self.closed and self.in_flight + len(self._ready) + len(self._early) < self.room

    def finish(self, result: JobResult[Any]) -> None:
        """A request is over. With a checkpoint, `save()` hands its result on."""
        self.in_flight -= 1
        if self._checkpoint is None:
            self._hand_on(result)
        else:
            self._unsaved.append(result)

    def drop(self, item: JobItem, error: BaseException | None = None) -> None:
        """A request was not made. Where that has an error, it ends the job, and is raised when all is handed on."""
        self.in_flight -= 1
        if error is not None:
            self.fail(error)
        self._open_ids.discard(item.id)
        if self._ordered:
            # What comes behind it in the input is handed on all the same.
            self._early[item.index] = None
            self._hand_on_in_order()

    def save(self) -> None:
        """Keep all that has come, and then hand it on."""
        results = self.begin_save()
        self.end_save(results, self.write(results))

    # The three parts of it, for threads: while one of them writes, others go on.

    def begin_save(self) -> list[JobResult[Any]]:
        """What is to be written. One at a time may write."""
        results, self._unsaved = self._unsaved, []
        self._writing = bool(results)
        return results

    def write(self, results: list[JobResult[Any]]) -> Exception | None:
        """Write results to the checkpoint; the error where that failed, now or before."""
        if self._save_error is not None:
            return self._save_error
        try:
            if self._checkpoint is not None and results:
                self._checkpoint.save(results)
        except Exception as error:
            return error
        return None

    def end_save(self, results: list[JobResult[Any]], error: Exception | None) -> None:
        """Hand on what was written. What could not be written is on the error that ends the job."""
        self._writing = False
        if error is None:
            for result in results:
                self._open_ids.discard(result.id)
                self._hand_on(result)
        elif self._save_error is None:
            self._save_error = error
            self.fail(error)
        else:
            getattr(error, "results", []).extend(results)

    def _hand_on(self, result: JobResult[Any]) -> None:
        if not self._ordered:
            self._ready.append(result)
            return
        self._early[result.index] = result
        self._hand_on_in_order()

    def _hand_on_in_order(self) -> None:
        while self._next in self._early:
            following = self._early.pop(self._next)
            self._next += 1
            if following is not None:
                self._ready.append(following)

    @property
    def has_result(self) -> bool:
        """Whether a result is there to be handed on."""
        return bool(self._ready)

    def pop(self) -> JobResult[Any] | None:
        """The next result; None where none is there."""
        return self._ready.popleft() if self._ready else None

    def end_input(self, error: Exception) -> None:
        """Nothing more can be read. What has been read is made before the error, if it is one, is raised."""
        self.closed = True
        if self.error is None and not isinstance(error, StopIteration):
            self.error = error

    def fail(self, error: BaseException) -> None:
        """Begin nothing more, and raise `error` in the end."""
        self.closed = self.halted = True
        if self.error is None or error is self._save_error:  # which has results that nothing else has
            self.error = error

    @property
    def is_over(self) -> bool:
        """Whether no result will come any more."""
        return self.closed and not (self.in_flight or self._unsaved or self._writing or self._ready)
