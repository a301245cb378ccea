"""`ToolRunner` and `AsyncToolRunner`: the two drivers of a run, which send its requests and run its calls.

The `loop` says what comes next. The two differ in how they wait, and in where a tool runs: on `Client` in a thread; on
`AsyncClient` a coroutine function runs on the event loop and any other function in a thread.
"""

from __future__ import annotations

import math
import time
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import AsyncExitStack, ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, cast

from typing_extensions import TypeVar

from ..core.logs import logger
from ..errors import BudgetExceededError
from ..types._model import NotebookRepr
from .calling import call_here_or_in_thread, collect, collect_async, is_awaited, resolve, start_thread, wait_for
from .definitions import Tool, as_tool
from .loop import Call, Run, ToolLoop
from .results import ToolAbort, error_block, refusal_block, result_block
from .usage import sum_usage

if TYPE_CHECKING:
    from typing_extensions import Self

    from ..core.request import Request
    from ..types import CompactionConfigParam, Message, MessageParam, ToolResultBlockParam, ToolUnionParam, Usage
    from ..types._tools import ToolLike
    from ..types.cost import Cost, Prices

Item = TypeVar("Item", covariant=True)
Last = TypeVar("Last", covariant=True, default="Message")
"""What a run ends with: a message, or a parsed one with structured output."""


class _AnyToolRunner(NotebookRepr, Generic[Item, Last]):
    """What both runners have in common: everything that needs no I/O."""

    def __init__(
        self,
        loop: ToolLoop,
        send: Callable[[Request[Any, Any]], Any],
        manage: Callable[[Request[Any, Any]], Any],
    ) -> None:
        """For `run_tools()`, which is how they are made."""
        self._loop = loop
        self._send = send
        self._manage = manage
        self._manager: Any = None
        self._stream: Any = None
        self._closed = False
        self._entered: list[Tool] = []
        """The tools that are context managers and were entered."""

    def __repr__(self) -> str:
        tools = ", ".join(tool.name for tool in self._loop.tools)
        return f"{type(self).__name__}({len(self._loop.messages)} messages, tools: {tools or 'none'})"

    @property
    def messages(self) -> list[MessageParam]:
        """The conversation at this point, in plain values. Keep it as JSON and give it to another `run_tools()` to
        continue from here; calls without a result are run first.
        """
        return self._loop.messages

    @property
    def params(self) -> dict[str, Any]:
        """The parameters of the next request."""
        return self._loop.params

    @property
    def usage(self) -> Usage:
        """What the messages of this run used so far, added up."""
        return sum_usage(self._loop.received_messages)

    def cost(self, *, prices: Prices | None = None) -> Cost:
        """What the messages of this run cost so far, in US dollars and in parts (extra `cost`).

        Args:
            prices: Prices of yours by model id, as `ModelPrices`; what they lack is looked up.

        Raises:
            UnknownPriceError: There is no price for the model, or for the way in which it was used.
        """
        from ..types.cost import Cost

        return sum((message.cost(prices=prices) for message in self._loop.received_messages), Cost())

    def _note(self, error: BaseException) -> None:
        """Put what the run has come to on an error that ends it."""
        if isinstance(error, BudgetExceededError):
            error.message = self._loop.reply

    def append_messages(self, *messages: MessageParam | Message) -> None:
        """Put messages behind the conversation: the model responds to them too.

        Results of the latest message's calls that are among them count as such; the other calls are run, and their
        results stand in front.
        """
        self._loop.append(messages)

    def set_messages_params(self, params: Mapping[str, Any] | Callable[[dict[str, Any]], Mapping[str, Any]]) -> None:
        """Continue with other parameters: all of them, or a function that makes them from the present ones."""
        self._loop.change(params(self._loop.params) if callable(params) else params)

    def add_tools(self, *tools: ToolUnionParam | ToolLike) -> None:
        """Give the model more tools. `tools` in the requests stays as it is, so that the prompt cache still holds.

        The model is told with the next request, by a beta of the API. A tool of a name that was there takes its place.

        Raises:
            TypeError: One of them is not a tool, or needs a context that was not given.
        """
        self._check([tool for tool in map(as_tool, tools) if tool is not None])
        self._loop.add_tools(tools)

    def remove_tools(self, *tools: ToolLike | str) -> None:
        """Take tools away from the model, as `add_tools()` gives them; a call of one that is gone is not made."""
        self._loop.remove_tools([tool if isinstance(tool, str) else Tool.of(tool).name for tool in tools])

    def compact_before_next_turn(self, compaction: CompactionConfigParam | None = None) -> None:
        """Let the API compact the conversation before the model's next turn, once the calls of this one are run.

        The summary is one of the messages of the run, with `stop_reason` `compaction`, and replaces what it summarizes
        in `messages`. Then the run continues. This uses a beta of the API, and `max_iterations` does not count it.

        Args:
            compaction: How; `{"type": "summarize"}` when left out.

        Raises:
            ValueError: `context_management` has an edit that compacts.
        """
        self._loop.compact(compaction)

    def _check(self, tools: Iterable[Tool]) -> None:
        """Check that this runner can run `tools`."""

    def _final(self) -> Last:
        if self._loop.reply is None:
            raise RuntimeError("the run has no message: it was over before anything was sent")
        return cast("Last", self._loop.reply)


class ToolRunner(_AnyToolRunner[Item, Last]):
    """A run of tools on `Client`. Iterating sends a request, gives the message, and runs the calls in it.

    A run that raised can be iterated again: it continues where it failed. Used in a `with`, it closes a stream that was
    not read to its end.
    """

    def __init__(
        self, loop: ToolLoop, send: Callable[[Request[Any, Any]], Any], manage: Callable[[Request[Any, Any]], Any]
    ) -> None:
        """For `run_tools()`, which is how they are made.

        Raises:
            TypeError: A tool belongs to an event loop.
        """
        self._check(loop.tools)
        super().__init__(loop, send, manage)
        self._tools = ExitStack()

    def _check(self, tools: Iterable[Tool]) -> None:
        for tool in tools:
            if tool.on_event_loop:
                raise TypeError(f"the tool {tool.name} needs an event loop: run it with AsyncClient")

    def __iter__(self) -> Iterator[Item]:
        return self

    def __next__(self) -> Item:
        try:
            return self._advance()
        except BaseException as error:
            # The run is over, or goes on later and enters its tools again.
            self._note(error)
            self._leave_tools()
            raise

    def _advance(self) -> Item:
        self._end_stream()
        while not self._closed and (step := self._loop.next_step()) is not None:
            if isinstance(step, Run):
                self._run_calls(step.calls)
            elif self._loop.stream:
                self._manager = self._manage(step.request)
                self._stream = self._manager.__enter__()
                self._loop.streaming(True)
                return cast("Item", self._stream)
            else:
                message = self._send(step.request)
                self._loop.add_reply(message)
                return cast("Item", message)
        raise StopIteration

    def until_done(self) -> Last:
        """The last message of the run.

        Raises:
            RuntimeError: There is none, as there was nothing to be sent.
        """
        for _ in self:
            pass
        return self._final()

    def generate_tool_call_response(self) -> MessageParam | None:
        """Run the calls of the latest message now, and give their results; None where there are no calls.

        The run sends them by itself. Append the message and a changed turn of results to send that instead.
        """
        if self._stream is not None:
            self._loop.add_reply(self._stream.get_final_message())
        self._run_calls(self._loop.open_calls())
        return self._loop.results()

    def _run_calls(self, calls: Sequence[Call]) -> None:
        approved = [call for call in calls if self._approve(call)]
        for tool in tools_to_enter(approved, self._entered, "__enter__"):
            self._tools.enter_context(cast("Any", tool))
            self._entered.append(tool)
        limit = self._loop.policy.max_parallel
        errors: list[Exception] = []
        for call, result in _run_in_threads(approved, limit) if limit > 1 else _run_in_order(approved):
            try:
                self._keep(result, call)
            except Exception as error:  # of a hook; the other calls are running, and their results are not to be lost
                errors.append(error)
        if errors:
            raise errors[0]

    def _keep(self, result: ToolResultBlockParam, call: Call) -> None:
        self._loop.ran(result, call)
        if self._loop.policy.on_result is not None:
            resolve(self._loop.policy.on_result(call.block, result))

    def _approve(self, call: Call) -> bool:
        """Whether the call is run; where it is not, its result says why."""
        refusal = _refuse_unfit(call)
        if refusal is None and self._loop.policy.approve is not None:
            approved = resolve(self._loop.policy.approve(call.block))
            refusal = None if approved else _refuse_unapproved(call)
        if refusal is not None:
            self._keep(refusal, call)
        elif self._loop.policy.on_call is not None:
            resolve(self._loop.policy.on_call(call.block))
        return refusal is None

    def _end_stream(self) -> None:
        if self._stream is None:
            return
        try:
            self._loop.add_reply(self._stream.get_final_message())
        finally:
            self._close_stream()

    def _close_stream(self) -> None:
        manager, self._manager, self._stream = self._manager, None, None
        self._loop.streaming(False)
        if manager is not None:
            manager.__exit__(None, None, None)

    def close(self) -> None:
        """End the run here."""
        self._closed = True
        try:
            self._close_stream()
        finally:
            self._leave_tools()

    def _leave_tools(self) -> None:
        self._entered.clear()
        self._tools.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()


class AsyncToolRunner(_AnyToolRunner[Item, Last]):
    """A run of tools on `AsyncClient`. Iterating sends a request, gives the message, and runs the calls in it.

    A run that raised can be iterated again: it continues where it failed. Used in an `async with`, it closes a stream
    that was not read to its end.
    """

    def __init__(
        self, loop: ToolLoop, send: Callable[[Request[Any, Any]], Any], manage: Callable[[Request[Any, Any]], Any]
    ) -> None:
        """For `run_tools()`, which is how they are made."""
        super().__init__(loop, send, manage)
        self._tools = AsyncExitStack()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Item:
        try:
            return await self._advance()
        except BaseException as error:
            # The run is over, or goes on later and enters its tools again.
            self._note(error)
            await self._leave_tools()
            raise

    async def _advance(self) -> Item:
        await self._end_stream()
        while not self._closed and (step := self._loop.next_step()) is not None:
            if isinstance(step, Run):
                await self._run_calls(step.calls)
            elif self._loop.stream:
                self._manager = self._manage(step.request)
                self._stream = await self._manager.__aenter__()
                self._loop.streaming(True)
                return cast("Item", self._stream)
            else:
                message = await self._send(step.request)
                self._loop.add_reply(message)
                return cast("Item", message)
        raise StopAsyncIteration

    async def until_done(self) -> Last:
        """The last message of the run.

        Raises:
            RuntimeError: There is none, as there was nothing to be sent.
        """
        async for _ in self:
            pass
        return self._final()

    async def generate_tool_call_response(self) -> MessageParam | None:
        """Run the calls of the latest message now, and give their results; None where there are no calls.

        The run sends them by itself. Append the message and a changed turn of results to send that instead.
        """
        if self._stream is not None:
            self._loop.add_reply(await self._stream.get_final_message())
        await self._run_calls(self._loop.open_calls())
        return self._loop.results()

    async def _run_calls(self, calls: Sequence[Call]) -> None:
        approved = [call for call in calls if await self._approve(call)]
        for tool in tools_to_enter(approved, self._entered, "__enter__", "__aenter__"):
            is_async = hasattr(tool, "__aenter__")
            given = cast("Any", tool)
            await self._tools.enter_async_context(given) if is_async else self._tools.enter_context(given)
            self._entered.append(tool)
        await _run_in_tasks(approved, self._loop.policy.max_parallel, self._keep)

    async def _keep(self, result: ToolResultBlockParam, call: Call) -> None:
        self._loop.ran(result, call)
        if self._loop.policy.on_result is not None:
            await call_here_or_in_thread(self._loop.policy.on_result, call.block, result)

    async def _approve(self, call: Call) -> bool:
        """Whether the call is run; where it is not, its result says why."""
        refusal = _refuse_unfit(call)
        if refusal is None and self._loop.policy.approve is not None:
            approved = await call_here_or_in_thread(self._loop.policy.approve, call.block)
            refusal = None if approved else _refuse_unapproved(call)
        if refusal is not None:
            await self._keep(refusal, call)
        elif self._loop.policy.on_call is not None:
            await call_here_or_in_thread(self._loop.policy.on_call, call.block)
        return refusal is None

    async def _end_stream(self) -> None:
        if self._stream is None:
            return
        try:
            self._loop.add_reply(await self._stream.get_final_message())
        finally:
            await self._close_stream()

    async def _close_stream(self) -> None:
        manager, self._manager, self._stream = self._manager, None, None
        self._loop.streaming(False)
        if manager is not None:
            await manager.__aexit__(None, None, None)

    async def close(self) -> None:
        """End the run here."""
        self._closed = True
        try:
            await self._close_stream()
        finally:
            await self._leave_tools()

    aclose = close

    async def _leave_tools(self) -> None:
        import anyio

        self._entered.clear()
        with anyio.CancelScope(shield=True):
            await self._tools.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()


# ---- one call, for other runs than those of messages ----------------------------------------------------------


def call_tool(call: Call) -> ToolResultBlockParam:
    """Run one call on this thread, or on one of its own where it is bounded in time."""
    return _refuse_unfit(call) or next(result for _, result in _run_in_order([call]))


async def call_tool_async(call: Call) -> ToolResultBlockParam:
    """Run one call on this event loop, or on a thread where it is no coroutine function."""
    return _refuse_unfit(call) or await _run_async(call)


# ---- calls on Client ----------------------------------------------------------------------------------------


def _run_in_order(calls: Sequence[Call]) -> Iterator[tuple[Call, ToolResultBlockParam]]:
    """Run `calls` one after the other, and on this thread where that is possible."""
    for call in calls:
        if call.timeout is not None or _tool(call).is_async:
            yield from _run_in_threads([call], 1)
        else:
            yield call, _settle(call, partial(_run_tool, call))


def _run_in_threads(calls: Sequence[Call], limit: int) -> Iterator[tuple[Call, ToolResultBlockParam]]:
    """Run `calls`, at most `limit` at a time, and give the results as they come.

    A call that takes too long is not waited for; its thread goes on until the function returns.
    """
    waiting = deque(calls)
    running: dict[Future[object], tuple[Call, float]] = {}
    while waiting or running:
        while waiting and len(running) < limit:
            call = waiting.popleft()
            started = time.monotonic()
            ends = math.inf if call.timeout is None else started + call.timeout
            running[start_thread(partial(_run_tool, call))] = call, ends
        ends = min(ends for _, ends in running.values())
        left = None if ends == math.inf else max(0.0, ends - time.monotonic())
        done = wait(running, timeout=left, return_when=FIRST_COMPLETED).done
        # An abort is raised last, so that the results of the other calls are kept.
        for future in sorted(done, key=lambda future: isinstance(future.exception(), ToolAbort)):
            call, _ = running.pop(future)
            yield call, _settle(call, future.result)
        for future, (call, ends) in tuple(running.items()):
            if time.monotonic() >= ends:
                del running[future]
                yield call, _time_out(call)


def _run_tool(call: Call) -> object:
    """What the tool returns; a coroutine runs on an event loop of its own."""
    value = _tool(call).call(call.block.input, call.context)
    return wait_for(collect_async(value)) if is_awaited(value) else collect(value)


# ---- calls on AsyncClient -----------------------------------------------------------------------------------


async def _run_in_tasks(
    calls: Sequence[Call], limit: int, keep: Callable[[ToolResultBlockParam, Call], Awaitable[None]]
) -> None:
    """Run `calls`, at most `limit` at a time, and `keep` each result."""
    import anyio

    errors: list[Exception] = []
    waiting = iter(calls)

    async def work() -> None:
        for call in waiting:
            try:
                await keep(await _run_async(call), call)
            except Exception as error:  # an abort, or what a hook raised
                # Raised in the group it would come out wrapped in another exception.
                errors.append(error)
                if isinstance(error, ToolAbort):
                    group.cancel_scope.cancel()

    async with anyio.create_task_group() as group:
        for _ in range(min(limit, len(calls))):
            group.start_soon(work)
    if errors:
        raise errors[0]


async def _run_async(call: Call) -> ToolResultBlockParam:
    import anyio

    with anyio.move_on_after(call.timeout):
        try:
            tool = _tool(call)
            # A limiter of its own: how many run at a time is bounded already, and a thread that nobody waits for any
            # more must not take the place of another.
            limiter = anyio.CapacityLimiter(1)
            value = await call_here_or_in_thread(
                tool.call, call.block.input, call.context, limiter=limiter, here=tool.is_async
            )
        except ToolAbort:
            raise
        except (Exception, SystemExit) as error:
            return _fail(call, error)
        return _settle(call, lambda: value)
    return _time_out(call)


# ---- what a call gives --------------------------------------------------------------------------------------


def tools_to_enter(calls: Sequence[Call], entered: Sequence[Tool], *methods: str) -> list[Tool]:
    """The tools of `calls` that are context managers and not entered yet."""
    tools = {id(tool): tool for tool in map(_tool, calls) if any(hasattr(tool, each) for each in methods)}
    return [tool for tool in tools.values() if not any(tool is each for each in entered)]


def _tool(call: Call) -> Tool:
    assert call.tool is not None, "a call without a tool is refused before"
    return call.tool


def _settle(call: Call, value: Callable[[], object]) -> ToolResultBlockParam:
    try:
        return result_block(call.block, value())
    except ToolAbort:
        raise
    except (Exception, SystemExit) as error:  # a tool that ends the program has failed, no more
        return _fail(call, error)


def _fail(call: Call, error: BaseException) -> ToolResultBlockParam:
    logger.info("the tool %s failed, and the model is told", call.block.name, exc_info=error)
    return error_block(call.block, error)


def _time_out(call: Call) -> ToolResultBlockParam:
    return refusal_block(call.block, f"The tool was not done within {call.timeout:g} seconds.")


def _refuse_unapproved(call: Call) -> ToolResultBlockParam:
    return refusal_block(call.block, "The user did not approve this call. It was not made.")


def _refuse_unfit(call: Call) -> ToolResultBlockParam | None:
    """The result of a call that cannot be run; None where it can."""
    if call.fault is not None:
        return refusal_block(call.block, call.fault)
    if call.tool is not None:
        return None
    return refusal_block(
        call.block, f"There is no tool {call.block.name!r}. There are: {', '.join(call.known) or 'none'}."
    )
