"""`ToolRunner` and `AsyncToolRunner`: the two drivers of a run, which send its requests and run its calls.

The `loop` says what comes next. The two differ in how they wait, and in where a tool runs: on `Client` in a thread; on
`AsyncClient` a coroutine function runs on the event loop and any other function in a thread.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, ExitStack
from typing import TYPE_CHECKING, Any, Generic, cast

from typing_extensions import TypeVar

from ..errors import BudgetExceededError
from ..http.event_loops import AutoClosingIterator
from ..types._model import NotebookRepr
from .calling import call_here_or_in_thread, resolve
from .calls import TaskCalls, ThreadCalls, refuse_unapproved, refuse_unfit, tools_to_enter
from .definitions import Tool, as_tool, needs_event_loop
from .eager import EagerCalls
from .loop import Call, Run, ToolLoop
from .results import refusal_block
from .toolset_errors import ToolsetContractError
from .toolsets import NOT_RUN, AnyToolset, AsyncRunnableToolset
from .usage import sum_usage

if TYPE_CHECKING:
    from typing_extensions import Self

    from ..core.request import Request
    from ..types import (
        CompactionConfigParam,
        Message,
        MessageParam,
        ToolResultBlockParam,
        ToolUnionParam,
        ToolUseBlock,
        Usage,
    )
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
        self._entered: list[object] = []
        """The tools that are context managers and were entered."""
        self._eager: EagerCalls | None = None
        """The calls of the message that is streamed, where they are run while it arrives."""
        self._failed: dict[str, int] = {}
        """Toolsets of which a call of the latest message failed, and the place of the first one."""

    def __repr__(self) -> str:
        loop = self._loop
        tools = ", ".join([*(tool.name for tool in loop.tools), *(each.toolset_name for each in loop.toolsets)])
        return f"{type(self).__name__}({len(loop.messages)} messages, tools: {tools or 'none'})"

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

    def defer_tool_call(self, tool_use: ToolUseBlock | str) -> None:
        """With `run_tools_eagerly`, let a call of the present message wait until the whole message is there.

        That may be said up to the event that begins the next block, as long as no event after it is asked for. Of the
        same toolset, the calls behind it wait too. It does nothing for a call that is run already.

        Args:
            tool_use: The call, as `content_block_start` or `content_block_stop` has it, or its id.
        """
        if self._eager is not None:
            self._eager.hold(tool_use if isinstance(tool_use, str) else tool_use.id)

    @property
    def deferred_tool_calls(self) -> list[ToolUseBlock]:
        """The calls of the present message that `defer_tool_call()` lets wait, once they have arrived."""
        return [] if self._eager is None else self._eager.held

    def _begin_turn(self) -> None:
        """Forget the calls of the latest message, as another one begins."""
        self._failed.clear()
        self._eager = None

    def _check(self, tools: Iterable[Tool]) -> None:
        """Check that this runner can run `tools`."""

    def _refuse(self, call: Call) -> ToolResultBlockParam | None:
        """The result of a call that is not run; None where it may be."""
        if call.toolset is not None and call.place > self._failed.get(call.toolset, call.place):
            return refusal_block(call.block, NOT_RUN.format(call.toolset))
        return refuse_unfit(call)

    def _take_result(self, result: ToolResultBlockParam, call: Call) -> None:
        if call.toolset is not None and result.get("is_error"):
            self._failed[call.toolset] = min(call.place, self._failed.get(call.toolset, call.place))
        if self._eager is None or not self._eager.take(result, call):
            self._loop.add_result(result, call)

    def _receive(self, message: Message) -> None:
        """Take in the message that was streamed, and the results of its calls that are there already."""
        self._loop.add_reply(message)
        if self._eager is not None:
            for result, call in self._eager.complete():
                self._loop.add_result(result, call)

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
        for toolset in loop.toolsets:
            _check_toolset(toolset)
        super().__init__(loop, send, manage)
        self._tools = ExitStack()
        self._calls: ThreadCalls | None = None

    def _check(self, tools: Iterable[Tool]) -> None:
        for tool in tools:
            if needs_event_loop(tool):
                raise TypeError(f"the tool {tool.name} needs an event loop: run it with AsyncClient")

    def __iter__(self) -> Iterator[Item]:
        return self

    def __next__(self) -> Item:
        try:
            return self._advance()
        except BaseException as error:
            # The run is over, or goes on later and enters its tools again.
            self._note(error)
            self._calls = None
            self._leave_tools()
            raise

    def _advance(self) -> Item:
        self._end_stream()
        if self._calls is not None:  # those that were started while the message arrived
            self._run_calls(())
        while not self._closed and (step := self._loop.next_step()) is not None:
            if isinstance(step, Run):
                self._run_calls(step.calls)
            elif self._loop.stream:
                self._begin_turn()
                self._manager = self._manage(step.request)
                self._stream = self._manager.__enter__()
                self._loop.set_streaming(True)
                if self._loop.policy.run_tools_eagerly:
                    self._eager = EagerCalls()
                    self._stream._raw_stream = self._run_eagerly(self._stream._raw_stream, self._eager)
                return cast("Item", self._stream)
            else:
                self._begin_turn()
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
            self._receive(self._stream.get_final_message())
        self._run_calls(self._loop.open_calls())
        return self._loop.results()

    def _run_eagerly(self, events: Iterator[Any], eager: EagerCalls) -> Iterator[Any]:
        """The events of a message; a call starts when the one is asked for behind the event that begins what follows.

        The next event is read first, so that nothing is run when that fails.
        """
        ready: tuple[ToolUseBlock, int] | None = None
        try:
            for event in events:
                if ready is not None and (call := self._loop.eager_call(*ready)) is not None and eager.may_run(call):
                    self._start_call(call)
                if self._calls is not None:
                    self._calls.start()
                ready = eager.track(event)
                yield event
        except BaseException:  # the message does not arrive, so nobody asks for the results
            self._calls = None
            raise

    def _start_call(self, call: Call) -> None:
        calls = self._running_calls()
        calls.mark(call)
        try:
            if self._approve(call):
                self._enter_tools([call])
                calls.add(call)
        except Exception as error:  # it comes out at the end of the message
            calls.note(error)

    def _run_calls(self, calls: Sequence[Call]) -> None:
        running = self._running_calls()
        try:
            approved = [call for call in calls if not running.has(call) and self._approve(call)]
            self._enter_tools(approved)
            for call in approved:
                running.add(call)
            running.finish()
        finally:
            self._calls = None

    def _running_calls(self) -> ThreadCalls:
        if self._calls is None:
            self._calls = ThreadCalls(self._loop.policy.max_parallel, self._begin, self._keep)
        return self._calls

    def _enter_tools(self, calls: Sequence[Call]) -> None:
        for tool in tools_to_enter(calls, self._entered, "__enter__"):
            self._tools.enter_context(tool)
            self._entered.append(tool)

    def _keep(self, result: ToolResultBlockParam, call: Call) -> None:
        self._take_result(result, call)
        if self._loop.policy.on_result is not None:
            resolve(self._loop.policy.on_result(call.block, result))

    def _approve(self, call: Call) -> bool:
        """Whether the call is run; where it is not, its result says why."""
        refusal = self._refuse(call)
        if refusal is None and self._loop.policy.approve is not None:
            approved = resolve(self._loop.policy.approve(call.block))
            refusal = None if approved else refuse_unapproved(call)
        if refusal is not None:
            self._keep(refusal, call)
        elif call.toolset is None:
            self._tell(call)
        return refusal is None

    def _begin(self, call: Call) -> ToolResultBlockParam | None:
        """The result of a call of a toolset behind one that failed; None where it is run now."""
        if call.toolset is None:
            return None
        refusal = self._refuse(call)
        if refusal is None:
            self._tell(call)
        return refusal

    def _tell(self, call: Call) -> None:
        if self._loop.policy.on_call is not None:
            resolve(self._loop.policy.on_call(call.block))

    def _end_stream(self) -> None:
        if self._stream is None:
            return
        try:
            self._receive(self._stream.get_final_message())
        finally:
            self._close_stream()

    def _close_stream(self) -> None:
        manager, self._manager, self._stream = self._manager, None, None
        self._loop.set_streaming(False)
        if manager is not None:
            manager.__exit__(None, None, None)

    def close(self) -> None:
        """End the run here."""
        self._closed = True
        self._calls = None
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
        self._calls: TaskCalls | None = None

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Item:
        try:
            return await self._advance()
        except BaseException as error:
            # The run is over, or goes on later and enters its tools again.
            self._note(error)
            self._drop_calls()
            await self._leave_tools()
            raise

    async def _advance(self) -> Item:
        await self._end_stream()
        if self._calls is not None:  # those that were started while the message arrived
            await self._run_calls(())
        while not self._closed and (step := self._loop.next_step()) is not None:
            if isinstance(step, Run):
                await self._run_calls(step.calls)
            elif self._loop.stream:
                self._begin_turn()
                self._manager = self._manage(step.request)
                self._stream = await self._manager.__aenter__()
                self._loop.set_streaming(True)
                if self._loop.policy.run_tools_eagerly:
                    self._eager = EagerCalls()
                    events = self._run_eagerly(self._stream._raw_stream, self._eager)
                    self._stream._raw_stream = AutoClosingIterator(events)
                return cast("Item", self._stream)
            else:
                self._begin_turn()
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
            self._receive(await self._stream.get_final_message())
        await self._run_calls(self._loop.open_calls())
        return self._loop.results()

    async def _run_eagerly(self, events: AsyncIterator[Any], eager: EagerCalls) -> AsyncGenerator[Any, None]:
        """The events of a message; a call starts when the one is asked for behind the event that begins what follows.

        The next event is read first, so that nothing is run when that fails.
        """
        ready: tuple[ToolUseBlock, int] | None = None
        try:
            async for event in events:
                if ready is not None and (call := self._loop.eager_call(*ready)) is not None and eager.may_run(call):
                    await self._start_call(call)
                ready = eager.track(event)
                yield event
        except BaseException:  # the message does not arrive, so nobody asks for the results
            self._drop_calls()
            raise

    async def _start_call(self, call: Call) -> None:
        calls = self._running_calls()
        calls.mark(call)
        try:
            if await self._approve(call):
                await self._enter_tools([call])
                calls.add(call)
                calls.start()
        except Exception as error:  # it comes out at the end of the message
            calls.note(error)

    async def _run_calls(self, calls: Sequence[Call]) -> None:
        running = self._running_calls()
        try:
            approved = [call for call in calls if not running.has(call) and await self._approve(call)]
            await self._enter_tools(approved)
            for call in approved:
                running.add(call)
            await running.finish()
        finally:
            self._drop_calls()

    def _running_calls(self) -> TaskCalls:
        if self._calls is None:
            self._calls = TaskCalls(self._loop.policy.max_parallel, self._begin, self._keep)
        return self._calls

    def _drop_calls(self) -> None:
        calls, self._calls = self._calls, None
        if calls is not None:
            calls.cancel()

    async def _enter_tools(self, calls: Sequence[Call]) -> None:
        for tool in tools_to_enter(calls, self._entered, "__enter__", "__aenter__"):
            is_async = hasattr(tool, "__aenter__")
            await self._tools.enter_async_context(tool) if is_async else self._tools.enter_context(tool)
            self._entered.append(tool)

    async def _keep(self, result: ToolResultBlockParam, call: Call) -> None:
        self._take_result(result, call)
        if self._loop.policy.on_result is not None:
            await call_here_or_in_thread(self._loop.policy.on_result, call.block, result)

    async def _approve(self, call: Call) -> bool:
        """Whether the call is run; where it is not, its result says why."""
        refusal = self._refuse(call)
        if refusal is None and self._loop.policy.approve is not None:
            approved = await call_here_or_in_thread(self._loop.policy.approve, call.block)
            refusal = None if approved else refuse_unapproved(call)
        if refusal is not None:
            await self._keep(refusal, call)
        elif call.toolset is None:
            await self._tell(call)
        return refusal is None

    async def _begin(self, call: Call) -> ToolResultBlockParam | None:
        """The result of a call of a toolset behind one that failed; None where it is run now."""
        if call.toolset is None:
            return None
        refusal = self._refuse(call)
        if refusal is None:
            await self._tell(call)
        return refusal

    async def _tell(self, call: Call) -> None:
        if self._loop.policy.on_call is not None:
            await call_here_or_in_thread(self._loop.policy.on_call, call.block)

    async def _end_stream(self) -> None:
        if self._stream is None:
            return
        try:
            self._receive(await self._stream.get_final_message())
        finally:
            await self._close_stream()

    async def _close_stream(self) -> None:
        manager, self._manager, self._stream = self._manager, None, None
        self._loop.set_streaming(False)
        if manager is not None:
            await manager.__aexit__(None, None, None)

    async def close(self) -> None:
        """End the run here."""
        self._closed = True
        self._drop_calls()
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


def _check_toolset(toolset: AnyToolset) -> None:
    if isinstance(toolset, AsyncRunnableToolset):
        raise ToolsetContractError(f"the toolset {toolset.toolset_name} needs an event loop: run it with AsyncClient")
