"""Interrupts a read that blocks, on the synchronous client.

A blocking read takes its timeout when it begins, and `httpx` fixes that for the whole response. Pings would reset it
each time. So a thread, one for all streams of the process and started by the first that needs it, shuts the connection
down when the time is over; the read then ends at once.
"""

from __future__ import annotations

import heapq
import itertools
import os
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx


class Timer:
    """Does something at a moment, unless it is cancelled before."""

    __slots__ = ("_action", "_is_over", "_lock")

    def __init__(self, action: Callable[[], None]) -> None:
        self._action: Callable[[], None] | None = action
        self._lock = threading.Lock()
        self._is_over = False

    def cancel(self) -> bool:
        """Cancel it; False where it has fired already."""
        with self._lock:
            before, self._is_over = self._is_over, True
            # The thread keeps this until its moment comes, which may be minutes away; what it was for goes now.
            self._action = None
            return not before

    def fire(self) -> None:
        """Do what there is to do, where it has not been cancelled."""
        with self._lock:
            action, self._action = self._action, None
            self._is_over = True
        if action is not None:
            action()


class _TimerThread:
    """The thread that fires timers."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._order = itertools.count()
        self._timers: list[tuple[float, int, Timer]] = []
        self._thread: threading.Thread | None = None

    def start(self, seconds: float, action: Callable[[], None]) -> Timer:
        """Have `action` done after so many seconds."""
        timer = Timer(action)
        with self._changed:
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="claude_client stream timeouts", daemon=True)
                self._thread.start()
            entry = (time.monotonic() + seconds, next(self._order), timer)
            heapq.heappush(self._timers, entry)
            if self._timers[0] is entry:
                self._changed.notify()
        return timer

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._timers:
                    self._changed.wait()
                moment, _, timer = self._timers[0]
                left = moment - time.monotonic()
                if left > 0:
                    self._changed.wait(left)
                    continue
                heapq.heappop(self._timers)
            timer.fire()


_timer_thread = _TimerThread()


def _after_fork() -> None:
    global _timer_thread  # the thread stayed in the parent, perhaps with the lock in its hands
    _timer_thread = _TimerThread()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


def start_timer(seconds: float, action: Callable[[], None]) -> Timer:
    """Have `action` done in another thread after so many seconds."""
    return _timer_thread.start(seconds, action)


def own_socket(response: httpx.Response) -> socket.socket | None:
    """The socket that `response` comes from, where nothing else comes from it."""
    if response.http_version not in ("HTTP/1.1", "HTTP/1.0"):
        return None
    network: Any = response.extensions.get("network_stream")
    found = network.get_extra_info("socket") if hasattr(network, "get_extra_info") else None
    return found if isinstance(found, socket.socket) else None


def shut_down(response: httpx.Response) -> None:
    """End a read of `response` that blocks in another thread; without effect where there is none."""
    found = own_socket(response)
    if found is None:
        return
    with suppress(OSError):  # closed already
        # Not the method of an `SSLSocket`, which would take the TLS state from under the thread that reads.
        socket.socket.shutdown(found, socket.SHUT_RDWR)
