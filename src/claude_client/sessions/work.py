"""The work of a self-hosted environment: items from its queue, each held under a lease while it is worked on.

All flows here are for both clients (see `steps`). An item is stopped only when its work is done. Where a worker is
killed, cancelled or cut off, nobody stops it: its lease runs out, and it goes back to the queue.
"""

from __future__ import annotations

import base64
import binascii
import json
import random
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast
from uuid import uuid4

from ..core.logs import logger
from ..errors import APIStatusError, ClaudeError
from .drivers import AsyncFlowIterator, FlowIterator
from .loop import is_passing
from .steps import Flow, Give, Lease, Pause, Send

if TYPE_CHECKING:
    from ..core.request import Request
    from ..types import SelfHostedWork

POLL_BLOCK_MS: Final = 999
FIRST_LEASE_SECONDS: Final = 90.0
"""How long a lease is taken to last until the first heartbeat tells."""
_LONGEST_INTERVAL: Final = 30.0
_LAST_PAUSE: Final = 60.0
_EMPTY_PAUSE: Final = (1.0, 3.0)
_NO_HEARTBEAT: Final = "NO_HEARTBEAT"


def worker_id() -> str:
    """A name for a worker that no other one has."""
    return f"{socket.gethostname()}-{uuid4().hex[:12]}"


@dataclass(frozen=True)
class QueueRequests:
    """The requests that a queue needs, described by its resource."""

    poll: Callable[[], Request[Any, Any]]
    ack: Callable[[str], Request[Any, Any]]
    stop: Callable[[str], Request[Any, Any]]


@dataclass(frozen=True)
class ItemRequests:
    """The requests that one item needs, described by its resource."""

    heartbeat: Callable[[str], Request[Any, Any]]
    """A heartbeat, with the one before it."""
    retrieve: Callable[[], Request[Any, Any]]
    stop: Callable[[], Request[Any, Any]]
    """End it by force."""


# ---- items from the queue ------------------------------------------------------------------------------------------


def poll(requests: QueueRequests, *, drain: bool, auto_stop: bool) -> Flow:
    """Take items from the queue, one at a time.

    Args:
        requests: What is sent.
        drain: End where the queue is empty.
        auto_stop: Stop an item when the next one is asked for.
    """
    failures = 0
    while True:
        try:
            item: SelfHostedWork | None = yield Send(requests.poll())
            taken: bool = item is not None and (yield from _acknowledge(requests, item))
        except ClaudeError as error:
            # An item that was given out and not acknowledged is given out again.
            if not is_passing(error):
                raise
            logger.warning("the queue of work is asked again: %s", error)
            yield Pause(min(_LAST_PAUSE, 2.0**failures) * random.uniform(0.5, 1.0))  # noqa: S311  # no secret
            failures += 1
            continue
        failures = 0
        if item is not None and taken:
            yield Give(item)
            if auto_stop:
                yield from _stop(requests.stop(item.id), item.id)
        elif item is None:
            if drain:
                return
            yield Pause(random.uniform(*_EMPTY_PAUSE))  # noqa: S311  # no secret


def _acknowledge(requests: QueueRequests, item: SelfHostedWork) -> Flow:
    """Say that an item is ours; False where it is not any more."""
    try:
        yield Send(requests.ack(item.id))
    except APIStatusError as error:
        if error.status_code not in (404, 409, 412):
            raise
        logger.warning("the item %s is somebody else's: %s", item.id, error)
        return False
    return True


def _stop(request: Request[Any, Any], id: str) -> Flow:
    try:
        yield Send(request)
    except ClaudeError as error:
        if not (isinstance(error, APIStatusError) and error.status_code == 409):  # which says that it has stopped
            logger.warning("the item %s could not be stopped: %s", id, error)


class WorkPoller(FlowIterator["SelfHostedWork"]):
    """Items of work from the queue of an environment, on `Client`."""


class AsyncWorkPoller(AsyncFlowIterator["SelfHostedWork"]):
    """Items of work from the queue of an environment, on `AsyncClient`."""


@dataclass(frozen=True)
class Polling:
    """What a client makes a poller of."""

    requests: QueueRequests
    drain: bool
    auto_stop: bool

    def on_client(self, send: Callable[[Any], Any]) -> WorkPoller:
        """The poller on `Client`."""
        return WorkPoller(self._flow(), send)

    def on_async_client(self, send: Callable[[Any], Any]) -> AsyncWorkPoller:
        """The poller on `AsyncClient`."""
        return AsyncWorkPoller(self._flow(), send)

    def _flow(self) -> Flow:
        return poll(self.requests, drain=self.drain, auto_stop=self.auto_stop)


# ---- the lease of an item --------------------------------------------------------------------------------------------


def keep_lease(requests: ItemRequests, lease: Lease, clock: Callable[[], float] = time.monotonic) -> Flow:
    """Keep an item by heartbeats until its lease ends, and end the lease where it cannot be kept."""
    last: str = _NO_HEARTBEAT
    extended_at = clock()
    interval, unclear = _LONGEST_INTERVAL, False
    while lease.ended is None:
        sent_at = clock()
        try:
            beat = yield Send(requests.heartbeat(last))
        except ClaudeError as error:
            status = error.status_code if isinstance(error, APIStatusError) else None
            if status == 412 and unclear and clock() - extended_at < lease.seconds:
                # While the lease lasts nobody else can have the item. So the heartbeat that is there is the one whose
                # response was lost.
                found: SelfHostedWork | None = yield from _retrieve(requests)
                if found is not None and found.latest_heartbeat_at not in (None, last):
                    last, unclear = str(found.latest_heartbeat_at), False
                    continue
            if status == 412:
                return lease.end("the item is back in the queue, or another worker has it", lost=True)
            if not is_passing(error):
                return lease.end(f"the heartbeat was refused: {error}")
            if clock() - extended_at >= lease.seconds:
                return lease.end(f"no heartbeat came through for {lease.seconds:g} seconds", lost=True)
            unclear = True
            logger.warning("a heartbeat failed: %s", error)
            yield Pause(min(interval, 1.0))
            continue
        last, extended_at, unclear = beat.last_heartbeat, sent_at, False
        if beat.ttl_seconds:
            lease.seconds = float(beat.ttl_seconds)
            interval = max(0.1, min(lease.seconds / 2, _LONGEST_INTERVAL))
        if beat.state in ("stopping", "stopped") or not beat.lease_extended:
            return lease.end("the item is to be stopped")
        yield Pause(interval)
    return None


def _retrieve(requests: ItemRequests) -> Flow:
    try:
        found: SelfHostedWork = yield Send(requests.retrieve())
        return found
    except ClaudeError:
        return None


def read_secret(secret: str | None) -> str | None:
    """The token that an item's secret has for the calls of its session; None where it has none."""
    if not secret:
        return None
    try:
        found: object = json.loads(base64.urlsafe_b64decode(secret + "=" * (-len(secret) % 4)))
    except (ValueError, binascii.Error):
        return None
    token = cast("dict[str, object]", found).get("sessions_token") if isinstance(found, dict) else None
    return token if isinstance(token, str) and token else None
