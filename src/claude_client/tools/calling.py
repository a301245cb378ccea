"""Calling functions of the program: on this thread, on one of its own, or on an event loop.

A tool, hook or policy may be a function or a coroutine function, on both clients. What that means is said here once.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import Future
from contextvars import copy_context
from functools import partial
from inspect import isawaitable
from threading import Thread
from typing import TYPE_CHECKING, Any, TypeVar, cast

from .definitions import is_coroutine_function

if TYPE_CHECKING:
    from anyio import CapacityLimiter

T = TypeVar("T")


# ---- on Client ----------------------------------------------------------------------------------------------


def start_thread(function: Callable[[], T]) -> Future[T]:
    """Run `function` on a thread of its own, which does not keep the program from ending."""
    future: Future[T] = Future()
    context = copy_context()

    def work() -> None:
        try:
            future.set_result(context.run(function))
        except BaseException as error:
            future.set_exception(error)

    Thread(target=work, name="claude-client-tool", daemon=True).start()
    return future


def resolve(value: Any) -> Any:
    """`value`, or what it gives where it is awaited."""
    # There may be an event loop on this thread already.
    return start_thread(partial(wait_for, value)).result() if isawaitable(value) else value


def wait_for(awaitable: Awaitable[T]) -> T:
    import anyio

    async def wait_for() -> T:
        return await awaitable

    return anyio.run(wait_for)


# ---- on AsyncClient -----------------------------------------------------------------------------------------


async def call_here_or_in_thread(
    function: Callable[..., Any], *args: object, limiter: CapacityLimiter | None = None, here: bool | None = None
) -> Any:
    """Call `function`: on this event loop where it is a coroutine function, else on a thread."""
    from anyio.to_thread import run_sync

    if is_coroutine_function(function) if here is None else here:
        value = function(*args)
    else:
        value = await run_sync(lambda: collect(function(*args)), abandon_on_cancel=True, limiter=limiter)
    return await collect_async(value) if is_awaited(value) else value


# ---- either one ----------------------------------------------------------------------------------------------


def ask(function: Callable[..., Any], *about: object) -> Any:
    """What a function, or coroutine function, of the program says."""
    return resolve(function(*about))


async def ask_async(function: Callable[..., Any], *about: object) -> Any:
    """The same on an event loop; functions other than coroutine functions run on a thread."""
    return await call_here_or_in_thread(function, *about)


def is_awaited(value: object) -> bool:
    return isawaitable(value) or isinstance(value, AsyncIterator)


def collect(value: object) -> object:
    """`value`, or the list of what it yields where it is an iterator, such as that of a generator function."""
    return list(cast("Iterator[object]", value)) if isinstance(value, Iterator) else value


async def collect_async(value: Any) -> object:
    """What an awaitable gives, or the list of what an asynchronous generator yields."""
    if isawaitable(value):
        value = await value
    if isinstance(value, AsyncIterator):
        return [item async for item in cast("AsyncIterator[object]", value)]
    return collect(value)
