"""One test body for both clients: a generator that yields what a call gives and is resumed with its value.

    def test_a_model_is_found(both: Both) -> None:
        def body(client):
            model = yield client.models.retrieve("claude-opus-5")
            assert model.id == "claude-opus-5"

        both.run(body)

On `Client` the yielded value is sent back as it is, on `AsyncClient` it is awaited first, on asyncio and on trio.
`yield items(stream)` gives the list of what an iterator holds, `yield entered(manager)` what a context manager gives;
it is left when the body ends.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass
from typing import Any

import anyio

from claude_client import AsyncClient, Client


@dataclass
class items:
    """Asks for the list of all items of an iterable."""

    of: Any


@dataclass
class entered:
    """Asks for what a context manager gives when it is entered."""

    manager: Any


class Both:
    """Runs test bodies on one of the clients; a test that asks for it runs once for each."""

    def __init__(self, kind: str, **options: Any) -> None:
        self.kind = kind
        self.options = options

    @property
    def is_async(self) -> bool:
        return self.kind != "sync"

    def client(self, **options: Any) -> Any:
        """A client of this kind; closing it is up to the test."""
        return (AsyncClient if self.is_async else Client)(**{**self.options, **options})

    def run(self, body: Callable[..., Any], **options: Any) -> Any:
        """What `body` returns: a generator function as above, or a function that makes one call."""
        if self.is_async:
            return anyio.run(self._run_async, body, options, backend=self.kind)
        return self._run_sync(body, options)

    def _run_sync(self, body: Callable[..., Any], options: dict[str, Any]) -> Any:
        with ExitStack() as stack:
            steps = body(stack.enter_context(self.client(**options)))
            if not inspect.isgenerator(steps):
                return steps

            def resolve(value: Any) -> Any:
                if isinstance(value, items):
                    return list(value.of)
                if isinstance(value, entered):
                    return stack.enter_context(value.manager)
                return value

            try:
                value = next(steps)
                while True:
                    try:
                        result = resolve(value)
                    except Exception as error:
                        value = steps.throw(error)
                    else:
                        value = steps.send(result)
            except StopIteration as done:
                return done.value

    async def _run_async(self, body: Callable[..., Any], options: dict[str, Any]) -> Any:
        async with AsyncExitStack() as stack:
            steps = body(await stack.enter_async_context(self.client(**options)))
            if not inspect.isgenerator(steps):
                return await steps if inspect.isawaitable(steps) else steps

            async def resolve(value: Any) -> Any:
                if isinstance(value, items):
                    of = await value.of if inspect.iscoroutine(value.of) else value.of
                    return [item async for item in of]
                if isinstance(value, entered):
                    return await stack.enter_async_context(value.manager)
                return await value if inspect.isawaitable(value) else value

            try:
                value = next(steps)
                while True:
                    try:
                        result = await resolve(value)
                    except Exception as error:
                        value = steps.throw(error)
                    else:
                        value = steps.send(result)
            except StopIteration as done:
                return done.value
