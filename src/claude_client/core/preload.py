"""What the first calls of a process import and build, done in a thread beside the event loop.

Importing pydantic and the HTTP side, and building validators, takes a tenth of a second of pure work. On an event loop
nothing else would run meanwhile. So a call on an `AsyncClient` that needs something for the first time lets a thread
prepare it, and waits for that as it waits for the network. `Client` needs no thread: it prepares as it goes.
"""

from __future__ import annotations

import codecs
import os
import sys
import threading
from collections.abc import Awaitable, Callable
from contextlib import suppress
from importlib import import_module
from typing import Any, Final

from ..http.event_loops import running_loop


class Preparation:
    """What every call needs, and some work more, done once in a thread of its own.

    Any number of tasks wait for it, on any event loops.

    A task that is cancelled no longer waits; the thread goes on, for those that come later.
    """

    def __init__(self, work: Callable[[], object]) -> None:
        self.is_done: bool = False
        """Whether there is nothing to wait for any more."""
        self.error: Exception | None = None
        """What went wrong. A call that needs the same runs into it itself, and raises it where it belongs."""
        self._work = work
        self._lock = threading.Lock()
        self._wakers: list[Callable[[], object]] = []
        self._process: int | None = None
        """The process in which the thread runs: a forked one has its memory, and not its threads."""

    async def wait(self) -> None:
        """Return when it is done. Whoever comes first starts it."""
        wake, woken = _make_waker()
        with self._lock:
            if self.is_done:
                return
            if self._process != os.getpid():
                try:
                    threading.Thread(target=self.run, name="claude-client preload", daemon=True).start()
                except RuntimeError:  # where there are no threads, or no more of them, the caller does it itself
                    return
                self._process = os.getpid()
            self._wakers.append(wake)
        await woken()

    def run(self) -> None:
        """Do it here and now, and wake whoever waits for it."""
        if not self.is_done:
            try:
                load_core()
                self._work()
            except Exception as error:
                self.error = error
        with self._lock:
            self.is_done = True
            wakers, self._wakers = self._wakers, []
        for wake in wakers:
            with suppress(RuntimeError):  # its loop has ended
                wake()


def _make_waker() -> tuple[Callable[[], object], Callable[[], Awaitable[object]]]:
    """What wakes the running task from any thread, and what the task waits with."""
    loop = running_loop()
    if hasattr(loop, "call_soon_threadsafe"):
        future = loop.create_future()

        def finish() -> None:
            if not future.done():  # the task may have been cancelled
                future.set_result(None)

        async def wait() -> None:
            await future

        return lambda: loop.call_soon_threadsafe(finish), wait
    import trio

    event = trio.Event()
    return lambda: loop.run_sync_soon(event.set), event.wait


class MethodPreparation(Preparation):
    """What the first call of a method needs that `build` belongs to."""

    def __init__(self, build: Callable[..., Any]) -> None:
        super().__init__(self._load)
        self._build = build

    def _load(self) -> None:
        from .. import types

        # A method names what it returns: `return self._get(path(...), types.ModelInfo, options)`.
        for name in self._build.__code__.co_names:
            getattr(types, name, None)


def load_core() -> None:
    """Import what every call needs, and read what the headers of every call tell of this computer."""
    # Small pieces first: between two of them other threads have their turn. `streams` brings `httpx`, which a response
    # needs whose body comes after its head.
    for module in (
        "..types._model",
        "..types.responses.messages",
        ".construct",
        ".pages",
        "..http.transport",
        "..http.streams",
    ):
        import_module(module, __package__)
    from .http_request import user_agent

    user_agent()
    codecs.lookup("idna")  # names of hosts are encoded with it
    for name in ("asyncio", "trio"):
        if name in sys.modules:
            with suppress(ImportError):  # where it has moved to, it is imported when it is used
                import_module(f"anyio._backends._{name}")


def load_tls() -> None:
    """Read the certificates that connections are verified with, which are kept."""
    from ..http.tls import default_context

    default_context()


tls_preparation: Final = Preparation(load_tls)
