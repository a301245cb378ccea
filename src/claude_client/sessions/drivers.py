"""The two drivers of the flows of this room: they send, read, wait and run tools, and decide nothing."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, ExitStack
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

from ..errors import ClaudeError
from ..tools.calling import ask, ask_async
from ..tools.calls import call_tool, call_tool_async, tools_to_enter
from .steps import Ask, Do, Flow, Give, ListAll, Open, Pause, Read, RunCall, Save, Send, SendAll

if TYPE_CHECKING:
    from typing_extensions import Self

    from ..core.request import Request
    from ..tools.loop import Call

T = TypeVar("T")
SIDE_BY_SIDE: Final = 16
"""Requests that are sent at once; connections of the pool are left for others."""


class FlowIterator(Generic[T]):
    """A flow on `Client`: iterating it runs it to what it gives next.

    It ends by itself, or by `close()`, which may be called from another thread too.
    """

    def __init__(self, flow: Flow, send: Callable[[Any], Any]) -> None:
        """For the methods of the client, which is how they are made."""
        self._flow = flow
        self._send = send
        self._stream: Any = None
        self._tools = ExitStack()
        self._entered: list[object] = []
        self._closed = threading.Event()

    def __iter__(self) -> Iterator[T]:
        return self

    def __next__(self) -> T:
        try:
            return self._advance()
        except BaseException:
            self._leave()
            raise

    def _advance(self) -> T:
        resume = partial(self._flow.send, None)
        while not self._closed.is_set():
            step: Any = resume()
            if isinstance(step, Give):
                return cast("Give[T]", step).value
            try:
                outcome = self._do(step)
            except Exception as error:  # the flow knows which it can go on after
                if self._closed.is_set():
                    break
                resume = partial(self._flow.throw, error)
            else:
                resume = partial(self._flow.send, outcome)
        raise StopIteration

    def _do(self, step: object) -> Any:
        if isinstance(step, Read):
            return next(self._stream, None)
        if isinstance(step, Send):
            return self._send(step.request)
        if isinstance(step, ListAll):
            return list(self._send(step.request))
        if isinstance(step, SendAll):
            with ThreadPoolExecutor(SIDE_BY_SIDE, "claude-client-send") as threads:
                return list(threads.map(self._attempt, step.requests))
        if isinstance(step, Save):
            with self._send(step.request) as download:
                return download.write_to_file(step.path)
        if isinstance(step, Do):
            return step.function()
        if isinstance(step, Pause):
            return self._closed.wait(step.seconds)
        if isinstance(step, Open):
            self._close_stream()
            self._stream = self._send(step.request).__enter__()
            return None
        if isinstance(step, Ask):
            return ask(step.approve, step.call.block)
        assert isinstance(step, RunCall)
        return self._run(step.call)

    def _attempt(self, request: Request[Any, Any]) -> Any:
        try:
            return self._send(request)
        except ClaudeError as error:
            return error

    def _run(self, call: Call) -> Any:
        for tool in tools_to_enter([call], self._entered, "__enter__"):
            self._tools.enter_context(tool)
            self._entered.append(tool)
        return call_tool(call)

    def until_done(self) -> None:
        """Run it to its end."""
        for _ in self:
            pass

    def close(self) -> None:
        """End it here. A call that is being made is not waited for."""
        self._closed.set()
        self._close_stream()

    def _close_stream(self) -> None:
        stream, self._stream = self._stream, iter(())
        if hasattr(stream, "close"):
            stream.close()

    def _leave(self) -> None:
        self._closed.set()
        self._close_stream()
        self._entered.clear()
        self._tools.close()
        self._flow.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self._leave()


class AsyncFlowIterator(Generic[T]):
    """A flow on `AsyncClient`: iterating it runs it to what it gives next."""

    def __init__(self, flow: Flow, send: Callable[[Any], Any]) -> None:
        """For the methods of the client, which is how they are made."""
        self._flow = flow
        self._send = send
        self._stream: Any = None
        self._tools = AsyncExitStack()
        self._entered: list[object] = []
        self._closed = False

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    async def __anext__(self) -> T:
        try:
            return await self._advance()
        except BaseException:
            await self.close()
            raise

    async def _advance(self) -> T:
        resume = partial(self._flow.send, None)
        while not self._closed:
            try:
                step: Any = resume()
            except StopIteration:
                break
            if isinstance(step, Give):
                return cast("Give[T]", step).value
            try:
                outcome = await self._do(step)
            except Exception as error:  # the flow knows which it can go on after
                resume = partial(self._flow.throw, error)
            else:
                resume = partial(self._flow.send, outcome)
        raise StopAsyncIteration

    async def _do(self, step: object) -> Any:
        if isinstance(step, Read):
            return await anext(self._stream, None)
        if isinstance(step, Send):
            return await self._send(step.request)
        if isinstance(step, ListAll):
            return [item async for item in await self._send(step.request)]
        if isinstance(step, SendAll):
            return await self._send_all(step.requests)
        if isinstance(step, Save):
            async with await self._send(step.request) as download:
                return await download.write_to_file(step.path)
        if isinstance(step, Do):
            from anyio.to_thread import run_sync

            return await run_sync(step.function)
        if isinstance(step, Pause):
            import anyio

            return await anyio.sleep(step.seconds)
        if isinstance(step, Open):
            await self._close_stream()
            self._stream = await (await self._send(step.request)).__aenter__()
            return None
        if isinstance(step, Ask):
            return await ask_async(step.approve, step.call.block)
        assert isinstance(step, RunCall)
        return await self._run(step.call)

    async def _send_all(self, requests: Sequence[Request[Any, Any]]) -> list[Any]:
        import anyio

        outcomes: list[Any] = [None] * len(requests)
        limiter = anyio.CapacityLimiter(SIDE_BY_SIDE)

        async def attempt(number: int, request: Request[Any, Any]) -> None:
            async with limiter:
                try:
                    outcomes[number] = await self._send(request)
                except ClaudeError as error:
                    outcomes[number] = error

        async with anyio.create_task_group() as group:
            for number, request in enumerate(requests):
                group.start_soon(attempt, number, request)
        return outcomes

    async def _run(self, call: Call) -> Any:
        for tool in tools_to_enter([call], self._entered, "__enter__", "__aenter__"):
            is_async = hasattr(tool, "__aenter__")
            await self._tools.enter_async_context(tool) if is_async else self._tools.enter_context(tool)
            self._entered.append(tool)
        return await call_tool_async(call)

    async def until_done(self) -> None:
        """Run it to its end."""
        async for _ in self:
            pass

    async def close(self) -> None:
        """End it here."""
        import anyio

        self._closed = True
        self._entered.clear()
        with anyio.CancelScope(shield=True):
            await self._close_stream()
            await self._tools.aclose()
        self._flow.close()

    aclose = close

    async def _close_stream(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            await stream.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.close()
