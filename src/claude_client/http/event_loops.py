"""Event loops, those of asyncio and of trio: which one this runs on, and how to hand it something from anywhere."""

from __future__ import annotations

import sys
import weakref
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable
from contextlib import suppress
from contextvars import Context, copy_context
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, TypeVar, cast

if TYPE_CHECKING:
    import asyncio
    from types import AsyncGeneratorType

T = TypeVar("T")
Action: TypeAlias = "Callable[[], Awaitable[object]]"

_tasks: Final[set[asyncio.Future[None]]] = set()
"""A loop of asyncio does not itself hold on to its tasks."""


def running_loop() -> Any:
    """The event loop that this runs on: one of asyncio, or what stands for a run of trio."""
    import asyncio

    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return sys.modules["trio"].lowlevel.current_trio_token()


def loop_scheduler() -> Callable[[Action], None]:
    """What hands actions to the loop that this runs on.

    It may be called in any thread and in the middle of anything, as what is done when an object is collected has to
    be: it takes no lock and runs none of the action. A loop that has ended does nothing any more.
    """
    # Weak, as who may hand over something is often kept for a loop, and is not to keep it.
    return partial(_schedule, weakref.ref(running_loop()))


def start_task(action: Action) -> None:
    """Start `action` as a task of the loop that this runs on. It ends with the loop; what it raises is dropped.

    It sees the context variables of its caller.
    """
    import asyncio

    try:
        asyncio.get_running_loop()
    except RuntimeError:
        _spawn(action, copy_context())
    else:
        _start(action)


class AutoClosingIterator(Generic[T]):
    """The items of an asynchronous generator, which is closed on its loop when nobody looks at them any more."""

    # Python would have the loop close the generator itself; but that of trio warns of it each time.
    def __init__(self, items: AsyncGenerator[T, None]) -> None:
        self._items = items
        weakref.finalize(self, _close_unfinished, items, loop_scheduler()).atexit = False

    def __aiter__(self) -> AsyncIterator[T]:
        return self

    def __anext__(self) -> Awaitable[T]:
        return self._items.__anext__()

    async def aclose(self) -> None:
        """Close the generator."""
        await self._items.aclose()


def _close_unfinished(items: AsyncGenerator[Any, None], schedule: Callable[[Action], None]) -> None:
    # One that has come to its end has no frame.
    if cast("AsyncGeneratorType[Any, None]", items).ag_frame is not None:
        schedule(items.aclose)


def _schedule(to: weakref.ref[Any], action: Action) -> None:
    loop: Any = to()
    with suppress(RuntimeError):  # it has ended
        if hasattr(loop, "call_soon_threadsafe"):
            loop.call_soon_threadsafe(_start, action)
        elif loop is not None:
            loop.run_sync_soon(_spawn, action)


def _spawn(action: Action, context: Context | None = None) -> None:
    # trio still runs what it was handed when it is about to end, and takes no new tasks then.
    with suppress(RuntimeError):
        sys.modules["trio"].lowlevel.spawn_system_task(_run_quietly, action, context=context)


def _start(action: Action) -> None:
    import asyncio

    task: asyncio.Future[None] = asyncio.ensure_future(_run_quietly(action))
    _tasks.add(task)
    task.add_done_callback(_tasks.discard)


async def _run_quietly(action: Action) -> None:
    # Nobody waits for it, and a task of trio's system that fails ends the whole run.
    with suppress(Exception):
        await action()
