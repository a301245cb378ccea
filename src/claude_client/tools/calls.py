"""The calls of one message while they run: in threads on `Client`; in tasks on `AsyncClient`, and in threads there too
where a tool is no coroutine function.

Calls of different tools run side by side. Those of one toolset run in order, as the model planned them as a sequence,
and none of them runs behind one that failed.
"""

from __future__ import annotations

import math
import time
from collections.abc import Awaitable, Callable, Iterable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from functools import partial
from typing import TYPE_CHECKING, Any

from ..core.logs import logger
from ..http.event_loops import start_task
from .calling import call_here_or_in_thread, collect, collect_async, is_awaited, start_thread, wait_for
from .loop import Call
from .results import ToolAbort, error_block, refusal_block, result_block
from .toolsets import MemberTool

if TYPE_CHECKING:
    from anyio import CancelScope, Event

    from ..types import ToolResultBlockParam
    from .definitions import Tool


class CallQueue:
    """Calls that wait, and which of them may run next."""

    def __init__(self) -> None:
        self._waiting: list[Call] = []
        self._busy: set[str] = set()
        """Sequences of which a call runs, or has no result."""

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, call: Call) -> None:
        """Let `call` wait behind the others."""
        self._waiting.append(call)

    def take(self) -> Call | None:
        """The next call that may run; None where there is none yet."""
        call = next((call for call in self._waiting if call.sequence not in self._busy), None)
        if call is not None:
            self._waiting.remove(call)
            if call.sequence is not None:
                self._busy.add(call.sequence)
        return call

    def finish(self, call: Call) -> None:
        """Say that `call` has its result."""
        if call.sequence is not None:
            self._busy.discard(call.sequence)


class _AnyCalls:
    """What the calls on both clients have in common."""

    def __init__(
        self,
        limit: int,
        begin: Callable[[Call], Any],
        keep: Callable[[ToolResultBlockParam, Call], Any],
    ) -> None:
        """Args:
        limit: How many run at the same time.
        begin: Told of each call right before it is run; returns a result where it is not to be run.
        keep: Takes each result.
        """
        self._limit = limit
        self._begin = begin
        self._keep = keep
        self._queue = CallQueue()
        self._taken: set[int] = set()
        self._errors: list[Exception] = []
        """What hooks raised; in front of them, what ends the run."""

    def has(self, call: Call) -> bool:
        """Whether the call at this place was added."""
        return call.place in self._taken

    def mark(self, call: Call) -> None:
        """Note that `call` is seen to, run or not."""
        self._taken.add(call.place)

    def add(self, call: Call) -> None:
        """Let `call` run as soon as it may."""
        self.mark(call)
        self._queue.add(call)

    @property
    def _is_aborted(self) -> bool:
        return bool(self._errors) and isinstance(self._errors[0], ToolAbort)

    def note(self, error: Exception) -> None:
        """Keep `error` until the end, as the other calls are running and their results are not to be lost."""
        self._errors.insert(0 if isinstance(error, ToolAbort) else len(self._errors), error)

    def _raise_error(self) -> None:
        if self._errors:
            raise self._errors[0]


class ThreadCalls(_AnyCalls):
    """The calls on `Client`.

    A call that takes too long is not waited for; its thread goes on until the function returns.
    """

    def __init__(
        self,
        limit: int,
        begin: Callable[[Call], ToolResultBlockParam | None],
        keep: Callable[[ToolResultBlockParam, Call], None],
    ) -> None:
        super().__init__(limit, begin, keep)
        self._running: dict[Future[object], tuple[Call, float]] = {}

    def start(self) -> None:
        """Start what may start, and keep the results that are there."""
        self._collect(wait_at_most=0.0)
        self._start()

    def finish(self) -> None:
        """Run all calls to their end.

        Raises:
            ToolAbort: A tool ends the run; other calls go on where they are, and their results are lost.
        """
        self._start()
        while self._running and not self._is_aborted:
            self._collect(wait_at_most=None)
            self._start()
        self._raise_error()

    def _start(self) -> None:
        while len(self._running) < self._limit and not self._is_aborted and (call := self._queue.take()):
            try:
                refusal = self._begin(call)
            except Exception as error:  # the call stays without a result
                self.note(error)
                continue
            if refusal is not None:
                self._take(call, refusal)
            elif self._limit == 1 and call.timeout is None and not tool_of(call).is_async:
                # On this thread, for tools that belong to it.
                self._settle(call, partial(_run_tool, call))
            else:
                ends = math.inf if call.timeout is None else time.monotonic() + call.timeout
                self._running[start_thread(partial(_run_tool, call))] = call, ends

    def _collect(self, wait_at_most: float | None) -> None:
        if not self._running:
            return
        ends = min(ends for _, ends in self._running.values())
        left = None if ends == math.inf else max(0.0, ends - time.monotonic())
        timeout = left if wait_at_most is None else wait_at_most
        done = wait(self._running, timeout=timeout, return_when=FIRST_COMPLETED).done
        for future in done:
            call, _ = self._running.pop(future)
            self._settle(call, future.result)
        for future, (call, ends) in tuple(self._running.items()):
            if time.monotonic() >= ends:
                del self._running[future]
                self._take(call, time_out(call))

    def _settle(self, call: Call, value: Callable[[], object]) -> None:
        try:
            result = settle(call, value)
        except ToolAbort as abort:
            self.note(abort)
        else:
            self._take(call, result)

    def _take(self, call: Call, result: ToolResultBlockParam) -> None:
        try:
            self._keep(result, call)
        except Exception as error:  # of a hook
            self.note(error)
        self._queue.finish(call)


class TaskCalls(_AnyCalls):
    """The calls on `AsyncClient`."""

    def __init__(
        self,
        limit: int,
        begin: Callable[[Call], Awaitable[ToolResultBlockParam | None]],
        keep: Callable[[ToolResultBlockParam, Call], Awaitable[None]],
    ) -> None:
        super().__init__(limit, begin, keep)
        self._scopes: set[CancelScope] = set()
        """One for each worker."""
        self._ended = False
        self._in_background = 0
        self._idle: Event | None = None
        """Set when no worker is left in the background."""

    def start(self) -> None:
        """Start what may start, in the background: while this task goes on with something else."""
        import anyio

        for _ in range(min(self._limit - self._in_background, len(self._queue))):
            if self._in_background == 0:
                self._idle = anyio.Event()
            self._in_background += 1
            start_task(self._work_in_background)

    async def finish(self) -> None:
        """Run all calls to their end.

        Raises:
            ToolAbort: A tool ends the run; the other calls are cancelled.
        """
        import anyio

        try:
            # What is raised in the group would come out wrapped in another exception.
            async with anyio.create_task_group() as group:
                for _ in range(min(self._limit - self._in_background, len(self._queue))):
                    group.start_soon(self._work)
                if self._idle is not None:
                    await self._idle.wait()
        finally:
            self.cancel()
        self._raise_error()

    def cancel(self) -> None:
        """Cancel what is running, and start nothing more."""
        self._ended = True
        for scope in self._scopes:
            scope.cancel()

    async def _work_in_background(self) -> None:
        try:
            await self._work()
        finally:
            self._in_background -= 1
            if self._in_background == 0 and self._idle is not None:
                self._idle.set()

    async def _work(self) -> None:
        import anyio

        with anyio.CancelScope() as scope:
            self._scopes.add(scope)
            try:
                while not self._ended and (call := self._queue.take()) is not None:
                    await self._run(call)
            finally:
                self._scopes.discard(scope)

    async def _run(self, call: Call) -> None:
        try:
            result = await self._begin(call)
            if result is None:
                result = await _run_async(call)
        except Exception as error:  # an abort, or of a hook: the call stays without a result
            self.note(error)
            if isinstance(error, ToolAbort):
                self.cancel()
            return
        try:
            await self._keep(result, call)
        except Exception as error:  # of a hook
            self.note(error)
        self._queue.finish(call)


# ---- one call, for other runs than those of messages ----------------------------------------------------------


def call_tool(call: Call) -> ToolResultBlockParam:
    """Run one call on this thread, or on one of its own where it is bounded in time."""
    if (refusal := refuse_unfit(call)) is not None:
        return refusal
    if call.timeout is None and not tool_of(call).is_async:
        return settle(call, partial(_run_tool, call))
    future = start_thread(partial(_run_tool, call))
    return settle(call, future.result) if wait([future], timeout=call.timeout).done else time_out(call)


async def call_tool_async(call: Call) -> ToolResultBlockParam:
    """Run one call on this event loop, or on a thread where it is no coroutine function."""
    return refuse_unfit(call) or await _run_async(call)


def _run_tool(call: Call) -> object:
    """What the tool returns; a coroutine runs on an event loop of its own."""
    value = tool_of(call).call_in_run(call.block.input, call.context)
    return wait_for(collect_async(value)) if is_awaited(value) else collect(value)


async def _run_async(call: Call) -> ToolResultBlockParam:
    import anyio

    with anyio.move_on_after(call.timeout):
        try:
            tool = tool_of(call)
            # A limiter of its own: how many run at a time is bounded already, and a thread that nobody waits for any
            # more must not take the place of another.
            limiter = anyio.CapacityLimiter(1)
            value = await call_here_or_in_thread(
                tool.call_in_run, call.block.input, call.context, limiter=limiter, here=tool.is_async
            )
        except ToolAbort:
            raise
        except (Exception, SystemExit) as error:
            return _fail(call, error)
        return settle(call, lambda: value)
    return time_out(call)


# ---- what a call gives --------------------------------------------------------------------------------------


def tools_to_enter(calls: Iterable[Call], entered: Sequence[object], *methods: str) -> list[Any]:
    """The tools of `calls` that are context managers and not entered yet."""
    tools = {id(each): each for call in calls if (each := _to_enter(tool_of(call))) is not None}
    managers = [each for each in tools.values() if any(hasattr(each, method) for method in methods)]
    return [each for each in managers if not any(each is other for other in entered)]


def _to_enter(tool: Tool) -> object:
    if isinstance(tool, MemberTool):
        return tool.toolset if tool.toolset.closed_by_run else None
    return tool


def tool_of(call: Call) -> Tool:
    """The tool of a call that is run."""
    assert call.tool is not None, "a call without a tool is refused before"
    return call.tool


def settle(call: Call, value: Callable[[], object]) -> ToolResultBlockParam:
    """The result of a call, from what gives the value of its tool."""
    try:
        return result_block(call.block, value())
    except ToolAbort:
        raise
    except (Exception, SystemExit) as error:  # a tool that ends the program has failed, no more
        return _fail(call, error)


def _fail(call: Call, error: BaseException) -> ToolResultBlockParam:
    logger.info("the tool %s failed, and the model is told", call.block.name, exc_info=error)
    return error_block(call.block, error)


def time_out(call: Call) -> ToolResultBlockParam:
    """The result of a call that took too long."""
    return refusal_block(call.block, f"The tool was not done within {call.timeout:g} seconds.")


def refuse_unapproved(call: Call) -> ToolResultBlockParam:
    """The result of a call that `approve` said no to."""
    return refusal_block(call.block, "The user did not approve this call. It was not made.")


def refuse_unfit(call: Call) -> ToolResultBlockParam | None:
    """The result of a call that cannot be run; None where it can."""
    if call.fault is not None:
        return refusal_block(call.block, call.fault)
    if call.tool is not None:
        return None
    return refusal_block(
        call.block, f"There is no tool {call.block.name!r}. There are: {', '.join(call.known) or 'none'}."
    )
