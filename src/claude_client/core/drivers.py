"""The two drivers: the only code that sends, reads and sleeps.

A driver runs a flow against an HTTP client, blocking or on an event loop (asyncio or trio). The two differ in how they
wait; whatever else both need is in the flow, in the call or in the answer.
"""

from __future__ import annotations

import os
import time
import weakref
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import nullcontext, suppress
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from ..http import guard
from ..http.bodies import InMemory, close_body
from ..http.clients import (
    adopt,
    check_decompressed,
    client_arguments,
    connection_error,
    fail_at_the_source,
    library_of,
)
from ..http.event_loops import AutoClosingIterator, running_loop
from . import retries
from .call import Call
from .response import A, AsyncResponse, Response, S
from .whole_body import WholeBody, is_bounded, read_from_memory

if TYPE_CHECKING:
    from types import ModuleType

    import httpx

    from ..errors import ClaudeError

Item = TypeVar("Item")


class _AnyDriver:
    """What both drivers have in common."""

    def __init__(self, given: Any = None) -> None:
        self.given = given
        """The HTTP client that the caller made, if one was given."""
        self.library: ModuleType | None = None if given is None else library_of(given)
        self._streams: weakref.WeakSet[httpx.Response] = weakref.WeakSet()

    def _received(self, attempt: retries.Attempt, response: httpx.Response) -> bool:
        """Take note of a response whose headers are there; True where its body is to be read at once."""
        attempt.response = response
        attempt.call.headers_came(attempt.request)
        if attempt.call.whole or not response.is_success:
            return True
        if not isinstance(response.stream, InMemory):
            self._streams.add(response)
        return False

    def open_streams(self) -> int:
        """How many answers are being read, each of which keeps a connection."""
        return sum(not response.is_closed for response in tuple(self._streams))


class Driver(_AnyDriver):
    """Runs calls on a blocking HTTP client, which it makes when the first call needs one."""

    is_async: ClassVar[bool] = False

    def __init__(self, http: httpx.Client | None = None) -> None:
        super().__init__(http)
        self._made: dict[int, httpx.Client] = {}

    @property
    def http(self) -> httpx.Client:
        """The HTTP client underneath: the given one, or the one of this process."""
        if self.given is not None:
            return cast("httpx.Client", self.given)
        # A connection must not be shared with a forked child, so each process has a client of its own.
        process = os.getpid()
        if process not in self._made:
            import httpx

            self._made.clear()
            made = httpx.Client(**client_arguments(asynchronous=False))
            if self._made.setdefault(process, made) is not made:
                made.close()
        return self._made[process]

    def send(self, call: Call[S, Any], failure: ClaudeError | None = None) -> Response[S]:
        """The answer to `call`, after as many attempts as that takes."""
        call.driver = self
        return Response(self, call, self.run(retries.send(call, failure)))

    def run(self, steps: retries.Flow) -> httpx.Response:
        """What `steps` come to."""
        try:
            step = next(steps)
            while True:
                try:
                    response = self._attempt(step) if isinstance(step, retries.Attempt) else step.run(self)
                except Exception as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(response)
        except StopIteration as done:
            return cast("httpx.Response", done.value)

    def _attempt(self, attempt: retries.Attempt) -> httpx.Response:
        if attempt.delay:
            time.sleep(attempt.delay)
        attempt.call.sent_at = attempt.call.now()
        http, request = self.http, attempt.request
        if self.given is not None:
            adopt(request, http)
        try:
            guard.watch(request, http, asynchronous=False)
            response = self._sent(http, request)
        finally:
            close_body(request)
        if self._received(attempt, response):
            try:
                if not read_from_memory(response, attempt.call):
                    self._read_whole(attempt.call, response)
            except BaseException:
                response.close()
                raise
        return response

    def _sent(self, http: httpx.Client, request: httpx.Request) -> httpx.Response:
        if self.given is None:
            from ..http.transport import transport_of

            if (transport := transport_of(http)) is not None:
                return cast("httpx.Response", transport.send(request))
        return http.send(request, stream=True, follow_redirects=False)

    def _read_whole(self, call: Call[Any, Any], response: httpx.Response) -> None:
        if is_bounded(response, call):
            response.read()
            return
        from ..streaming.timers import shut_down, start_timer

        left = call.time_left()
        timer = None if left is None else start_timer(left, partial(shut_down, response))
        try:
            body = WholeBody(response, call)
            for chunk in response.iter_bytes():
                body.add(chunk)
            check_decompressed(response)
            body.finish()
        finally:
            if timer is not None:
                timer.cancel()

    def read(self, call: Call[Any, Any], response: httpx.Response) -> bytes:
        """The rest of the body."""
        try:
            if not response.is_closed:
                self._read_whole(call, response)
            return response.content
        except Exception as error:
            response.close()
            raise lost(error, response, call) from error

    def iterate(self, call: Call[Any, Any], response: httpx.Response, items: Iterator[Item]) -> Iterator[Item]:
        """`items`, which read the body of `response`, with the errors of the connection in our terms."""
        try:
            yield from items
            check_decompressed(response)
        except Exception as error:
            raise lost(error, response, call) from error
        finally:
            response.close()

    def close(self) -> None:
        """Close all connections. A later call opens new ones."""
        if self.given is not None:
            self.given.close()
        while self._made:
            self._made.popitem()[1].close()


class AsyncDriver(_AnyDriver):
    """Runs calls on an asynchronous HTTP client, which it makes when the first call on an event loop needs one."""

    is_async: ClassVar[bool] = True

    def __init__(self, http: httpx.AsyncClient | None = None) -> None:
        super().__init__(http)
        # A connection belongs to the event loop that made it, so each loop has a client of its own.
        self._made: weakref.WeakKeyDictionary[Any, httpx.AsyncClient] = weakref.WeakKeyDictionary()

    @property
    def http(self) -> httpx.AsyncClient:
        """The HTTP client underneath: the given one, or the one of the running event loop."""
        if self.given is not None:
            return cast("httpx.AsyncClient", self.given)
        loop = running_loop()
        http = self._made.get(loop)
        if http is None:
            import httpx

            # Sockets of a loop that has ended are closed when they are let go of.
            for each in self._made.keyrefs():
                if getattr(each(), "is_closed", bool)():
                    self._made.pop(each(), None)
            http = self._made[loop] = httpx.AsyncClient(**client_arguments(asynchronous=True))
        return http

    async def send(self, call: Call[Any, A], failure: ClaudeError | None = None) -> AsyncResponse[A]:
        """The answer to `call`, after as many attempts as that takes."""
        call.driver = self
        return AsyncResponse(self, call, await self.run(retries.send(call, failure)))

    async def run(self, steps: retries.Flow) -> httpx.Response:
        """What `steps` come to."""
        try:
            step = next(steps)
            while True:
                try:
                    running = self._attempt(step) if isinstance(step, retries.Attempt) else step.run_async(self)
                    response = await running
                except Exception as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(response)
        except StopIteration as done:
            return cast("httpx.Response", done.value)

    async def _attempt(self, attempt: retries.Attempt) -> httpx.Response:
        import anyio

        if attempt.delay:
            await anyio.sleep(attempt.delay)
        attempt.call.sent_at = attempt.call.now()
        left = attempt.call.time_left()
        with nullcontext() if left is None else anyio.fail_after(left):
            return await self._exchange(attempt)

    async def _exchange(self, attempt: retries.Attempt) -> httpx.Response:
        http, request = self.http, attempt.request
        if self.given is not None:
            adopt(request, http)
        try:
            guard.watch(request, http, asynchronous=True)
            response = await self._sent(http, request)
        finally:
            close_body(request)
        whole = self._received(attempt, response)
        try:
            if not whole or not read_from_memory(response, attempt.call):
                fail_at_the_source(response, attempt.call.library)
                if whole:
                    await self._read_whole(attempt.call, response)
        except BaseException:
            await response.aclose()
            raise
        return response

    async def _sent(self, http: httpx.AsyncClient, request: httpx.Request) -> httpx.Response:
        if self.given is None:
            from ..http.transport import transport_of

            if (transport := transport_of(http)) is not None:
                return cast("httpx.Response", await transport.send(request))
        return await http.send(request, stream=True, follow_redirects=False)

    async def _read_whole(self, call: Call[Any, Any], response: httpx.Response) -> None:
        if is_bounded(response, call):
            await response.aread()
            return
        body = WholeBody(response, call)
        chunks = response.aiter_bytes()
        try:
            async for chunk in chunks:
                body.add(chunk)
        except BaseException:
            await leave(response, chunks)
            raise
        check_decompressed(response)
        body.finish()

    async def read(self, call: Call[Any, Any], response: httpx.Response) -> bytes:
        """The rest of the body."""
        try:
            if not response.is_closed:
                await self._read_whole(call, response)
            return response.content
        except Exception as error:
            await response.aclose()
            raise lost(error, response, call) from error

    def iterate(
        self, call: Call[Any, Any], response: httpx.Response, items: AsyncIterator[Item]
    ) -> AsyncIterator[Item]:
        """`items`, which read the body of `response`, with the errors of the connection in our terms."""
        return AutoClosingIterator(self._iterate(call, response, items))

    async def _iterate(
        self, call: Call[Any, Any], response: httpx.Response, items: AsyncIterator[Item]
    ) -> AsyncGenerator[Item, None]:
        try:
            async for item in items:
                yield item
            check_decompressed(response)
        except Exception as error:
            raise lost(error, response, call) from error
        finally:
            await leave(response, items)

    async def close(self) -> None:
        """Close all connections of the running event loop. A later call opens new ones."""
        if self.given is not None:
            await self.given.aclose()
            return
        http = self._made.pop(running_loop(), None)
        if http is not None:
            await http.aclose()


async def leave(response: httpx.Response, items: AsyncIterator[Any]) -> None:
    """Close `response`, and bring `items` to their end, which read its body."""
    import anyio

    with anyio.CancelScope(shield=True):
        await response.aclose()
        # The generators through which `httpx` reads end by this; left to themselves halfway, trio warns.
        with suppress(Exception):
            async for _ in items:
                pass


def lost(error: Exception, response: httpx.Response, call: Call[Any, Any]) -> ClaudeError:
    """The error of ours for one that came while the body of `response` was read; others are raised as they are."""
    from ..errors import APITimeoutError, ClaudeError, ResponseInterruptedError

    ours = connection_error(error, response.request, answered=True)
    if not isinstance(ours, ClaudeError):
        raise ours
    if isinstance(ours, APITimeoutError) and call.out_of_time():
        ours = call.past_deadline(response.request)
    if isinstance(ours, ResponseInterruptedError):
        ours.bytes_received = response.num_bytes_downloaded
    return call.known(ours)
