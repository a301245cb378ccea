"""Who has which connection: a table of slots without I/O, so that a test needs neither sockets nor clocks.

Idle connections lie on one stack for each origin, so that a request takes the one used last and looks at no other.
Requests for which there is no room wait in one queue. `transport` opens and closes what this module hands out.
"""

from __future__ import annotations

import threading
import time
import weakref
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Generic, NamedTuple, Protocol, TypeAlias, TypeVar, cast

if TYPE_CHECKING:
    import httpx

    from .proxies import Proxies, Proxy
    from .urls import PlainURL
else:
    from . import late_httpx as httpx


Key: TypeAlias = "tuple[bytes, str, int, Proxy | None]"
"""Scheme, host and port, and the proxy in between: what connections are kept for.

Where requests are forwarded by a proxy, host and port are those of the proxy.
"""


_PORTS: Final = {b"http": 80, b"https": 443}


def key_of(url: httpx.URL | PlainURL, proxies: Proxies) -> Key:
    """Where a request to `url` goes, and through which proxy.

    Raises:
        httpx.UnsupportedProtocol: Its scheme is neither `http` nor `https`.
        httpx.ConnectError: Its port is invalid.
        httpx.ProxyError: Its proxy is malformed.
    """
    scheme = url.raw_scheme
    if scheme not in _PORTS:
        shown = url.copy_with(query=None, username=None, password=None)
        raise httpx.UnsupportedProtocol(f"invalid URL {str(shown)!r}: expected http:// or https://")
    host, port = url.raw_host.decode("ascii"), _PORTS[scheme] if url.port is None else url.port
    if not 0 < port <= 65535:
        raise httpx.ConnectError(f"invalid port {port}: expected 1 to 65535")
    proxy = proxies.find(scheme, host, port) if proxies.may_apply else None
    if proxy is not None and scheme == b"http" and not proxy.is_socks:
        # Requests for all origins are forwarded on the same connections.
        return scheme, proxy.host, proxy.port, proxy
    return scheme, host, port, proxy


class Event(Protocol):
    def set(self) -> object: ...


class Connection(Protocol):
    """A connection, as far as keeping it is concerned."""

    def is_alive(self) -> bool:
        """Whether the server has neither closed it nor sent something that nobody asked for."""
        ...


C = TypeVar("C", bound=Connection)
E = TypeVar("E", bound=Event)


class Slot(Generic[C]):
    """What a request holds from its start to the end of its response: a connection, or the room for one."""

    __slots__ = ("connection", "idle_since", "key", "proxy", "reader")

    def __init__(self, key: Key) -> None:
        self.key: Key = key
        self.connection: C | None = None
        self.proxy: Proxy | None = None
        """The proxy that forwards the requests on this connection; none where they go to the origin itself."""

        self.idle_since: float = 0.0
        self.reader: weakref.ref[Any] | None = None
        """The body that is read from it, and what is done when that is dropped halfway."""


class Waiter(Generic[C, E]):
    """A request that waits for a slot."""

    __slots__ = ("assigned", "key", "slot")

    def __init__(self, key: Key, assigned: E) -> None:
        self.key: Key = key
        self.assigned: E = assigned
        self.slot: Slot[C] | None = None

    def assign(self, slot: Slot[C]) -> None:
        """Hand a slot over."""
        self.slot = slot
        self.assigned.set()


class Limits(NamedTuple):
    """How many connections there may be; the same as `httpx.Limits`, which takes as long to import as a first call."""

    max_connections: int | None
    max_keepalive_connections: int | None
    keepalive_expiry: float | None = 5.0
    """Seconds for which a connection may be idle."""


class Slots(Generic[C, E]):
    """Who has which connection. It neither opens nor closes them: what is to be closed is given to whoever asked.

    No method looks at more connections than it changes, but for the first of each origin where all are in use.
    """

    def __init__(self, limits: httpx.Limits | Limits, clock: Callable[[], float] = time.monotonic) -> None:
        self.max_connections: float = _bound(limits.max_connections)
        self.max_idle: float = min(_bound(limits.max_keepalive_connections), self.max_connections)
        self.keepalive: float = _bound(limits.keepalive_expiry)
        self.closed: bool = False
        self.in_use: set[Slot[C]] = set()
        self.idle_count: int = 0
        self._clock = clock
        self._idle: dict[Key, deque[Slot[C]]] = {}
        self._queue: deque[Waiter[C, E]] = deque()

    @property
    def count(self) -> int:
        """Connections, and those that are being made."""
        return len(self.in_use) + self.idle_count

    def acquire(self, key: Key, to_close: list[C]) -> Slot[C] | None:
        """A slot for a request; none where one has to be waited for.

        Raises:
            RuntimeError: The pool is closed.
        """
        if self.closed:
            raise RuntimeError("the client has been closed")
        while (stack := self._idle.get(key)) is not None:
            slot = stack.pop()
            self.idle_count -= 1
            if not stack:
                del self._idle[key]
            connection = cast("C", slot.connection)
            if connection.is_alive():
                self.in_use.add(slot)
                return slot
            to_close.append(connection)
        if self._queue:
            return None
        if self.count >= self.max_connections and self._idle:
            # One that is kept for another origin makes room.
            other, stack = next(iter(self._idle.items()))
            to_close.append(cast("C", self._remove(other, stack.popleft()).connection))
        if self.count >= self.max_connections:
            return None
        return self._new(key)

    def enqueue(self, key: Key, assigned: E) -> Waiter[C, E]:
        """Wait for a slot; `assigned` is set when there is one, or when there will be none."""
        waiter = Waiter[C, E](key, assigned)
        self._queue.append(waiter)
        return waiter

    def cancel(self, waiter: Waiter[C, E], to_close: list[C]) -> None:
        """Stop waiting; a slot that was handed over in the same moment goes on to the next."""
        if waiter.slot is not None:
            self.release(waiter.slot, to_close, reusable=True)
        else:
            with suppress(ValueError):  # the pool was closed
                self._queue.remove(waiter)

    def release(self, slot: Slot[C], to_close: list[C], *, reusable: bool) -> None:
        """Give back a slot, whose connection may be `reusable` or not."""
        if slot not in self.in_use:
            if self.closed and slot.connection is not None:
                to_close.append(slot.connection)
                slot.connection = None
            return
        self.in_use.remove(slot)
        connection = slot.connection
        if connection is None:
            pass
        elif not reusable or self.closed or (self._queue and self._queue[0].key != slot.key):
            to_close.append(connection)
        elif self._queue:
            self.in_use.add(slot)
            self._queue.popleft().assign(slot)
            return
        else:
            self._park(slot, to_close)
            return
        if self._queue:
            waiter = self._queue.popleft()
            waiter.assign(self._new(waiter.key))

    def close(self, to_close: list[C]) -> list[C]:
        """Close the idle connections, and give those in use, which are closed when they are released."""
        self.closed = True
        slots = [slot for stack in self._idle.values() for slot in stack]
        to_close += [slot.connection for slot in slots if slot.connection is not None]
        self._idle.clear()
        self.idle_count = 0
        while self._queue:
            self._queue.popleft().assigned.set()
        in_use = [slot.connection for slot in self.in_use if slot.connection is not None]
        self.in_use.clear()
        return in_use

    def _new(self, key: Key) -> Slot[C]:
        slot = Slot[C](key)
        self.in_use.add(slot)
        return slot

    def _remove(self, key: Key, slot: Slot[C]) -> Slot[C]:
        self.idle_count -= 1
        if not self._idle[key]:
            del self._idle[key]
        return slot

    def _park(self, slot: Slot[C], to_close: list[C]) -> None:
        now = slot.idle_since = self._clock()
        stack = self._idle.get(slot.key)
        if stack is None:
            stack = self._idle[slot.key] = deque()
        stack.append(slot)
        self.idle_count += 1
        while stack and (self.idle_count > self.max_idle or now - stack[0].idle_since > self.keepalive):
            to_close.append(cast("C", self._remove(slot.key, stack.popleft()).connection))


def _bound(limit: float | None) -> float:
    return float("inf") if limit is None else limit


class ReentrantEvent:
    """Set once, and waited for in one thread. What is collected in the middle of the wait may set it too."""

    # An event of `threading` has a lock around each of its steps, which the thread that waits may hold just then.
    __slots__ = ("_lock",)

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._lock.acquire()

    def set(self) -> None:
        """End the wait."""
        self._lock.release()

    def wait(self, seconds: float | None) -> bool:
        """Wait, and tell whether it was set in time."""
        return self._lock.acquire(timeout=-1 if seconds is None else max(seconds, 0.0))
