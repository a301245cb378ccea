"""The two drivers: the only code that sends, reads and sleeps.

A driver runs a flow against an HTTP client, blocking or on an event loop (asyncio or trio). The two differ in how they
wait; whatever else both need is in the flow, in the call or in the answer.
"""

from __future__ import annotations

import time
from collections.abc import AsyncIterator, Iterator
from typing import TYPE_CHECKING, Any, TypeVar, cast

from . import flow
from .call import Call
from .response import A, AsyncResponse, Response, S
from .transport import client_arguments, connection_error

if TYPE_CHECKING:
    import httpx

    from .errors import ClaudeError

Item = TypeVar("Item")


class Driver:
    """Runs calls on a blocking HTTP client, which it makes when the first call needs one."""

    def __init__(self, http: httpx.Client | None = None) -> None:
        self._http = http
        self._given = http is not None

    @property
    def http(self) -> httpx.Client:
        """The HTTP client underneath."""
        if self._http is None:
            import httpx

            self._http = httpx.Client(**client_arguments(asynchronous=False))
        return self._http

    def send(self, call: Call[S, Any], failure: ClaudeError | None = None) -> Response[S]:
        """The answer to `call`, after as many attempts as that takes."""
        return Response(self, call, self._run(flow.send(call, failure)))

    def _run(self, steps: flow.Flow) -> httpx.Response:
        try:
            attempt = next(steps)
            while True:
                if attempt.delay:
                    time.sleep(attempt.delay)
                try:
                    response = self._attempt(attempt)
                except Exception as error:
                    attempt = steps.throw(error)
                else:
                    attempt = steps.send(response)
        except StopIteration as done:
            return cast("httpx.Response", done.value)

    def _attempt(self, attempt: flow.Attempt) -> httpx.Response:
        if self._given:
            complete(attempt.request, self.http)
        response = self.http.send(attempt.request, stream=True, follow_redirects=False)
        attempt.response = response
        if attempt.whole or not response.is_success:
            try:
                response.read()
            except BaseException:
                response.close()
                raise
        return response

    def read(self, call: Call[Any, Any], response: httpx.Response) -> bytes:
        """The rest of the body."""
        try:
            return response.read()
        except Exception as error:
            response.close()
            raise call.known(lost(error, response)) from error

    def iterate(self, call: Call[Any, Any], response: httpx.Response, items: Iterator[Item]) -> Iterator[Item]:
        """`items`, which read the body of `response`, with the errors of the connection in our terms."""
        try:
            yield from items
        except Exception as error:
            raise call.known(lost(error, response)) from error
        finally:
            response.close()

    def close(self) -> None:
        """Close all connections."""
        if self._http is not None:
            self._http.close()


class AsyncDriver:
    """Runs calls on an asynchronous HTTP client, which it makes when the first call needs one."""

    def __init__(self, http: httpx.AsyncClient | None = None) -> None:
        self._http = http
        self._given = http is not None

    @property
    def http(self) -> httpx.AsyncClient:
        """The HTTP client underneath."""
        if self._http is None:
            import httpx

            self._http = httpx.AsyncClient(**client_arguments(asynchronous=True))
        return self._http

    async def send(self, call: Call[Any, A], failure: ClaudeError | None = None) -> AsyncResponse[A]:
        """The answer to `call`, after as many attempts as that takes."""
        return AsyncResponse(self, call, await self._run(flow.send(call, failure)))

    async def _run(self, steps: flow.Flow) -> httpx.Response:
        import anyio

        try:
            attempt = next(steps)
            while True:
                if attempt.delay:
                    await anyio.sleep(attempt.delay)
                try:
                    response = await self._attempt(attempt)
                except Exception as error:
                    attempt = steps.throw(error)
                else:
                    attempt = steps.send(response)
        except StopIteration as done:
            return cast("httpx.Response", done.value)

    async def _attempt(self, attempt: flow.Attempt) -> httpx.Response:
        if self._given:
            complete(attempt.request, self.http)
        response = await self.http.send(attempt.request, stream=True, follow_redirects=False)
        attempt.response = response
        if attempt.whole or not response.is_success:
            try:
                await response.aread()
            except BaseException:
                await response.aclose()
                raise
        return response

    async def read(self, call: Call[Any, Any], response: httpx.Response) -> bytes:
        """The rest of the body."""
        try:
            return await response.aread()
        except Exception as error:
            await response.aclose()
            raise call.known(lost(error, response)) from error

    async def iterate(
        self, call: Call[Any, Any], response: httpx.Response, items: AsyncIterator[Item]
    ) -> AsyncIterator[Item]:
        """`items`, which read the body of `response`, with the errors of the connection in our terms."""
        try:
            async for item in items:
                yield item
        except Exception as error:
            raise call.known(lost(error, response)) from error
        finally:
            await response.aclose()

    async def close(self) -> None:
        """Close all connections."""
        if self._http is not None:
            await self._http.aclose()


def complete(request: httpx.Request, http: httpx.Client | httpx.AsyncClient) -> None:
    """Add to `request` what a given HTTP client would add to one of its own: its headers, where ours say nothing."""
    for name, value in http.headers.items():
        request.headers.setdefault(name, value)
    http.cookies.set_cookie_header(request)


def lost(error: Exception, response: httpx.Response) -> ClaudeError:
    """The error of ours for one that came while the body of `response` was read; others are raised as they are."""
    from .errors import ClaudeError, ResponseInterruptedError

    ours = connection_error(error, response.request, answered=True)
    if not isinstance(ours, ClaudeError):
        raise ours
    if isinstance(ours, ResponseInterruptedError):
        ours.bytes_received = response.num_bytes_downloaded
    return ours
