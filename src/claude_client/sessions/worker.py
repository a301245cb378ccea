"""`EnvironmentWorker` and `AsyncEnvironmentWorker`: they take the items of a queue and run their sessions' tools.

For each item a heartbeat keeps the lease while its session is prepared, runs and is left: on a thread of its own on
`Client`, in a task on `AsyncClient`.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..core.logs import logger
from ..errors import APIStatusError, ClaudeError
from .drivers import AsyncFlowIterator, FlowIterator
from .loop import SessionLoop, is_passing
from .memory_folder import MemoryStoreBusyError
from .runner import check_tools
from .steps import Flow, Lease
from .work import FIRST_LEASE_SECONDS, ItemRequests, Polling, keep_lease, read_secret

if TYPE_CHECKING:
    from ..types._tools import ToolLike
    from .workspace import Workspace


@dataclass(frozen=True)
class Item:
    """An item of work, as far as a worker needs to know it."""

    id: str
    environment_id: str
    session_id: str
    type: str
    token: str | None
    """What its calls are authenticated with; the client's credentials where it is None."""
    has_own_token: bool
    """Whether it brought the token itself."""

    def __repr__(self) -> str:
        return f"Item({self.id!r})"


@dataclass(frozen=True)
class Worker:
    """What a worker works by: what it sends, and what runs."""

    polling: Callable[[], Polling]
    of_item: Callable[[Item], ItemRequests]
    workspace: Callable[[Item], Workspace]
    """What an item's session has on this machine."""
    loop: Callable[[Item, Sequence[ToolLike], Lease, Callable[[], Flow]], SessionLoop]
    """The loop of an item's session, with these tools, this lease, and what is done after each call."""
    environment_key: str | None = None

    def __repr__(self) -> str:
        return "Worker()"

    def item(self, work: Any) -> Item:
        """An item of the queue."""
        token = read_secret(getattr(work, "secret", None))
        return Item(
            work.id, work.environment_id, work.data.id, work.data.type, token or self.environment_key, token is not None
        )

    def item_of(
        self,
        work_id: str | None,
        environment_id: str | None,
        session_id: str | None,
        environment_key: str | None,
        work_secret: str | None,
    ) -> Item:
        """An item that another process took, from arguments and the environment.

        Raises:
            ValueError: One of them is missing.
        """
        found = [
            given or os.environ.get(variable) or _missing(name, variable)
            for name, given, variable in (
                ("work_id", work_id, "ANTHROPIC_WORK_ID"),
                ("environment_id", environment_id, "ANTHROPIC_ENVIRONMENT_ID"),
                ("session_id", session_id, "ANTHROPIC_SESSION_ID"),
            )
        ]
        key = environment_key or self.environment_key or os.environ.get("ANTHROPIC_ENVIRONMENT_KEY")
        token = read_secret(work_secret or os.environ.get("ANTHROPIC_WORK_SECRET"))
        return Item(found[0], found[1], found[2], "session", token or key, token is not None)

    def on_client(self, send: Callable[[Any], Any]) -> EnvironmentWorker:
        """The worker on `Client`."""
        return EnvironmentWorker(self, send)

    def on_async_client(self, send: Callable[[Any], Any]) -> AsyncEnvironmentWorker:
        """The worker on `AsyncClient`."""
        return AsyncEnvironmentWorker(self, send)


class Visit:
    """The work on one item: its session is prepared, its calls are run, and what it left here is put away."""

    def __init__(self, worker: Worker, item: Item, lease: Lease, check: Callable[[SessionLoop], None]) -> None:
        """Args:
        worker: Whose it is.
        item: The item.
        lease: How long it is this worker's.
        check: Raises where tools cannot run on this client.
        """
        self._worker = worker
        self._item = item
        self._lease = lease
        self._check = check
        self._workspace: Workspace | None = None
        self._is_done = False

    def work(self) -> Flow:
        """Run the calls of the session until it ends, or is idle for long enough."""
        if self._item.type != "session":  # such as one that asks whether the worker lives
            return
        self._workspace = workspace = self._worker.workspace(self._item)
        tools: Sequence[ToolLike] | None = yield from workspace.prepare()
        if tools is None:
            return
        loop = self._worker.loop(self._item, tools, self._lease, workspace.sync_if_due)
        self._check(loop)
        yield from loop.run()
        self._is_done = self._lease.ended is None

    def leave(self) -> Flow:
        """Save the session's memories, and remove what it had here."""
        if self._workspace is not None:
            yield from self._workspace.leave(whole=self._is_done)


def _missing(name: str, variable: str) -> str:
    raise ValueError(f"no {name}: give it, or set {variable}")


def _may_stop(item: Item, lease: Lease, error: BaseException | None) -> bool:
    """Whether an item's work is over, so that nobody else is to take it up."""
    if lease.is_lost:
        logger.warning("the lease of %s is lost: %s", item.id, lease.ended)
        return False
    if error is None:
        return True
    passing = not isinstance(error, Exception) or isinstance(error, MemoryStoreBusyError) or _is_passing(error)
    if isinstance(error, Exception):
        after = "it goes back to the queue when its lease runs out" if passing else "it is stopped"
        logger.error("the work on %s failed; %s", item.id, after, exc_info=error)
    return not passing


def _is_passing(error: Exception) -> bool:
    return isinstance(error, ClaudeError) and is_passing(error)


def _take_all(loop: SessionLoop) -> None:
    """Every tool runs on `AsyncClient`."""


def _is_over(error: Exception) -> bool:
    return isinstance(error, APIStatusError) and error.status_code == 409


class EnvironmentWorker:
    """Works through the queue of a self-hosted environment, on `Client`: `run()` does so until it is stopped."""

    def __init__(self, worker: Worker, send: Callable[[Any], Any]) -> None:
        """For `environments.work.worker()`, which is how they are made."""
        self._worker = worker
        self._send = send
        self._polled: Any = None
        self._running: FlowIterator[Any] | None = None
        self._stopped = False

    def run(self) -> None:
        """Take items and run their sessions, one after the other, until `close()`, an interrupt, or an error."""
        self._polled = self._worker.polling().on_client(self._send)
        with self._polled as items:
            for work in items:
                self._handle(self._worker.item(work))

    def handle_item(
        self,
        *,
        work_id: str | None = None,
        environment_id: str | None = None,
        session_id: str | None = None,
        environment_key: str | None = None,
        work_secret: str | None = None,
    ) -> None:
        """Run the session of one item that was taken and acknowledged already, by another process for example.

        Args:
            work_id: The item; `ANTHROPIC_WORK_ID` when left out.
            environment_id: Its environment; `ANTHROPIC_ENVIRONMENT_ID` when left out.
            session_id: Its session; `ANTHROPIC_SESSION_ID` when left out.
            environment_key: The environment's key; `ANTHROPIC_ENVIRONMENT_KEY` when left out.
            work_secret: The item's secret, which goes before the key; `ANTHROPIC_WORK_SECRET` when left out.

        Raises:
            ValueError: One of them is missing.
        """
        self._handle(self._worker.item_of(work_id, environment_id, session_id, environment_key, work_secret))

    def close(self) -> None:
        """Take no more items, and leave the one at hand to another worker. May be called from another thread."""
        self._stopped = True
        for each in (self._polled, self._running):
            if each is not None:
                each.close()

    def _handle(self, item: Item) -> None:
        requests = self._worker.of_item(item)
        lease, error = Lease(FIRST_LEASE_SECONDS), None
        heart: FlowIterator[Any] = FlowIterator(keep_lease(requests, lease), self._send)
        beating = threading.Thread(target=_beat, args=(heart, lease), name="claude-client-lease", daemon=True)
        beating.start()
        visit = Visit(self._worker, item, lease, check_tools)
        try:
            self._running = FlowIterator(visit.work(), self._send)
            lease.call_at_end(self._running.close)
            with self._running as calls:
                calls.until_done()
        except Exception as failure:
            error = failure
        finally:
            self._running = None
            try:
                # Not ended by `close()`, as it is bounded by itself.
                FlowIterator[Any](visit.leave(), self._send).until_done()
            finally:
                heart.close()
        beating.join()
        if not self._stopped and _may_stop(item, lease, error):
            try:
                self._send(requests.stop())
            except ClaudeError as failure:
                if not _is_over(failure):
                    logger.warning("the item %s could not be stopped: %s", item.id, failure)


def _beat(heart: FlowIterator[Any], lease: Lease) -> None:
    try:
        heart.until_done()
    except Exception as error:
        logger.error("the heartbeat failed", exc_info=error)
        lease.end(f"the heartbeat failed: {type(error).__name__}", lost=True)


class AsyncEnvironmentWorker:
    """Works through the queue of a self-hosted environment, on `AsyncClient`: `run()` does so until it is cancelled."""

    def __init__(self, worker: Worker, send: Callable[[Any], Any]) -> None:
        """For `environments.work.worker()`, which is how they are made."""
        self._worker = worker
        self._send = send

    async def run(self) -> None:
        """Take items and run their sessions, one after the other, until it is cancelled or an error comes."""
        async with self._worker.polling().on_async_client(self._send) as items:
            async for work in items:
                await self._handle(self._worker.item(work))

    async def handle_item(
        self,
        *,
        work_id: str | None = None,
        environment_id: str | None = None,
        session_id: str | None = None,
        environment_key: str | None = None,
        work_secret: str | None = None,
    ) -> None:
        """Run the session of one item that was taken and acknowledged already, by another process for example.

        Args:
            work_id: The item; `ANTHROPIC_WORK_ID` when left out.
            environment_id: Its environment; `ANTHROPIC_ENVIRONMENT_ID` when left out.
            session_id: Its session; `ANTHROPIC_SESSION_ID` when left out.
            environment_key: The environment's key; `ANTHROPIC_ENVIRONMENT_KEY` when left out.
            work_secret: The item's secret, which goes before the key; `ANTHROPIC_WORK_SECRET` when left out.

        Raises:
            ValueError: One of them is missing.
        """
        await self._handle(self._worker.item_of(work_id, environment_id, session_id, environment_key, work_secret))

    async def _handle(self, item: Item) -> None:
        import anyio

        requests = self._worker.of_item(item)
        lease = Lease(FIRST_LEASE_SECONDS)
        error: BaseException | None = None
        async with anyio.create_task_group() as group:
            group.start_soon(self._beat, requests, lease)
            running = anyio.CancelScope()
            lease.call_at_end(running.cancel)
            visit = Visit(self._worker, item, lease, _take_all)
            try:
                with running:
                    async with AsyncFlowIterator[Any](visit.work(), self._send) as calls:
                        await calls.until_done()
            except Exception as failure:
                # Raised in the group it would come out wrapped in another exception.
                error = failure
            finally:
                with anyio.CancelScope(shield=True):
                    await AsyncFlowIterator[Any](visit.leave(), self._send).until_done()
            group.cancel_scope.cancel()
        if _may_stop(item, lease, error):
            try:
                await self._send(requests.stop())
            except ClaudeError as failure:
                if not _is_over(failure):
                    logger.warning("the item %s could not be stopped: %s", item.id, failure)

    async def _beat(self, requests: ItemRequests, lease: Lease) -> None:
        try:
            async with AsyncFlowIterator[Any](keep_lease(requests, lease), self._send) as heart:
                await heart.until_done()
        except Exception as error:
            logger.error("the heartbeat failed", exc_info=error)
            lease.end(f"the heartbeat failed: {type(error).__name__}", lost=True)
