"""Environments: where sessions run, on Anthropic's machines or your own, with a worker for the latter.

API: https://platform.claude.com/docs/en/api/beta/environments
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, overload

from ..core.endpoint import Async, Mode, Raw, Streamed, Sync
from . import _environments
from .sessions import SessionEvents, session_requests

if TYPE_CHECKING:
    from ..sessions.loop import SessionLoop
    from ..sessions.steps import Lease
    from ..sessions.work import AsyncWorkPoller, ItemRequests, Polling, WorkPoller
    from ..sessions.worker import AsyncEnvironmentWorker, EnvironmentWorker, Item, Tools
    from ..tools import Approve


class Work(_environments.Work[Mode]):
    """The queue of work for a self-hosted environment."""

    @property
    def with_raw_response(self) -> Work[Raw[Mode]]:
        """The same calls, giving the response."""
        return Work(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Work[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Work(self._binding.as_streamed())

    @overload
    def poller(
        self: Work[Sync],
        environment_id: str,
        *,
        environment_key: str | None = ...,
        worker_id: str | None = ...,
        block_ms: int | None = ...,
        reclaim_older_than_ms: int | None = ...,
        drain: bool = ...,
        auto_stop: bool = ...,
        extra_headers: Mapping[str, str] | None = ...,
    ) -> WorkPoller: ...
    @overload
    def poller(
        self: Work[Async],
        environment_id: str,
        *,
        environment_key: str | None = ...,
        worker_id: str | None = ...,
        block_ms: int | None = ...,
        reclaim_older_than_ms: int | None = ...,
        drain: bool = ...,
        auto_stop: bool = ...,
        extra_headers: Mapping[str, str] | None = ...,
    ) -> AsyncWorkPoller: ...
    def poller(
        self: Work[Any],
        environment_id: str,
        *,
        environment_key: str | None = None,
        worker_id: str | None = None,
        block_ms: int | None = 999,
        reclaim_older_than_ms: int | None = None,
        drain: bool = False,
        auto_stop: bool = True,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Any:
        """Items of work as they come, each taken and acknowledged: iterate over them. Beta.

        An item is stopped when the next one is asked for. One at which the loop is left is not: its lease runs out, and
        it goes back to the queue, as it does where the process is killed.

        Args:
            environment_id: The environment.
            environment_key: Its key, which is sent in place of the client's credentials.
            worker_id: A name for this worker; one made of the host's name when left out.
            block_ms: Milliseconds that the server waits for an item, 1 to 999; None for not at all.
            reclaim_older_than_ms: Take items too that another worker was given so long ago and has not acknowledged.
            drain: End where the queue is empty; else it goes on for ever.
            auto_stop: Stop items; False where another process works on them.
            extra_headers: Headers for each request.

        API: https://platform.claude.com/docs/en/api/beta/environments/work/poll
        """
        from ..sessions.steps import BearerHeaders

        headers = BearerHeaders(environment_key, extra_headers)
        del environment_key, extra_headers  # which the traceback of an error would hold
        return self._binding.run(
            self._polling(
                environment_id,
                headers,
                worker_id=worker_id,
                block_ms=block_ms,
                reclaim_older_than_ms=reclaim_older_than_ms,
                drain=drain,
                auto_stop=auto_stop,
            )
        )

    def _polling(
        self,
        environment_id: str,
        headers: Mapping[str, str],
        *,
        worker_id: str | None,
        block_ms: int | None,
        reclaim_older_than_ms: int | None,
        drain: bool,
        auto_stop: bool,
    ) -> Polling:
        from ..sessions import work

        params: dict[str, Any] = {
            "anthropic_worker_id": worker_id or work.worker_id(),
            "block_ms": block_ms,
            "reclaim_older_than_ms": reclaim_older_than_ms,
            "extra_headers": headers,
        }
        given = {name: value for name, value in params.items() if value is not None}

        def poll() -> Any:
            return _environments.Work.poll.build(self, environment_id, **given)

        def ack(work_id: str) -> Any:
            return _environments.Work.ack.build(self, work_id, environment_id=environment_id, extra_headers=headers)

        def stop(work_id: str, force: bool) -> Any:
            params: Any = {"force": True} if force else {}
            return _environments.Work.stop.build(
                self, work_id, environment_id=environment_id, extra_headers=headers, **params
            )

        return work.Polling(work.QueueRequests(poll, ack, stop), drain, auto_stop)

    @overload
    def worker(
        self: Work[Sync],
        environment_id: str | None = ...,
        *,
        tools: Tools,
        environment_key: str | None = ...,
        worker_id: str | None = ...,
        max_idle: float | None = ...,
        lease_seconds: int | None = ...,
        reclaim_older_than_ms: int | None = ...,
        extra_headers: Mapping[str, str] | None = ...,
        approve: Approve | None = ...,
        context: object = ...,
        tool_timeout: float | None = ...,
        drain: bool = ...,
    ) -> EnvironmentWorker: ...
    @overload
    def worker(
        self: Work[Async],
        environment_id: str | None = ...,
        *,
        tools: Tools,
        environment_key: str | None = ...,
        worker_id: str | None = ...,
        max_idle: float | None = ...,
        lease_seconds: int | None = ...,
        reclaim_older_than_ms: int | None = ...,
        extra_headers: Mapping[str, str] | None = ...,
        approve: Approve | None = ...,
        context: object = ...,
        tool_timeout: float | None = ...,
        drain: bool = ...,
    ) -> AsyncEnvironmentWorker: ...
    def worker(
        self: Work[Any],
        environment_id: str | None = None,
        *,
        tools: Tools,
        environment_key: str | None = None,
        worker_id: str | None = None,
        max_idle: float | None = 60.0,
        lease_seconds: int | None = None,
        reclaim_older_than_ms: int | None = None,
        extra_headers: Mapping[str, str] | None = None,
        approve: Approve | None = None,
        context: object = None,
        tool_timeout: float | None = 150.0,
        drain: bool = False,
    ) -> Any:
        """A worker for a self-hosted environment: `run()` takes its items and runs their sessions' tools. Beta.

        Heartbeats keep an item while its session runs. It is stopped when the session has ended or has been idle for
        `max_idle` seconds, and the session has all results. An item whose worker is killed, cancelled or cut off goes
        back to the queue when its lease runs out.

        Args:
            environment_id: The environment; not needed for `handle_item()`.
            tools: Functions and classes under `@tool`, and `Tool`s; or a function that gives those of the session whose
                id it gets.
            environment_key: The key of the environment, which is sent in place of the client's credentials. Where an
                item brings a token of its own, that is sent for its session.
            worker_id: A name for this worker; one made of the host's name when left out.
            max_idle: Seconds after the end of a turn at which a session is left; None to stay.
            lease_seconds: How long a heartbeat is to hold an item; up to the API when left out.
            reclaim_older_than_ms: Take items too that another worker was given so long ago and has not acknowledged.
            extra_headers: Headers for each request.
            approve: Asked before each call, as in `sessions.events.tool_runner()`.
            context: What parameters annotated as `ToolContext` get.
            tool_timeout: Seconds that a call may take, for tools without a `timeout` of their own; None for no bound.
            drain: Let `run()` end where the queue is empty.

        API: https://platform.claude.com/docs/en/managed-agents/self-hosted
        """
        from ..sessions.loop import SessionLoop
        from ..sessions.steps import BearerHeaders
        from ..sessions.worker import Worker

        events = SessionEvents[Any](self._binding)
        headers = BearerHeaders(environment_key, extra_headers)

        def polling() -> Polling:
            if environment_id is None:
                raise ValueError("no environment_id: run() needs the environment whose items it takes")
            return self._polling(
                environment_id,
                headers,
                worker_id=worker_id,
                block_ms=999,
                reclaim_older_than_ms=reclaim_older_than_ms,
                drain=drain,
                auto_stop=False,
            )

        def of_item(item: Item) -> ItemRequests:
            return self._item_requests(item, BearerHeaders(item.token, extra_headers), lease_seconds)

        def loop(item: Item, tools: Any, lease: Lease) -> SessionLoop:
            return SessionLoop(
                session_requests(events, item.session_id, BearerHeaders(item.token, extra_headers)),
                tools,
                max_idle=max_idle,
                approve=approve,
                context=context,
                tool_timeout=tool_timeout,
                lease=lease,
            )

        return self._binding.run(Worker(polling, of_item, loop, tools, environment_key))

    def _item_requests(self, item: Item, headers: Mapping[str, str], lease_seconds: int | None) -> ItemRequests:
        from ..sessions.work import ItemRequests

        ids: Any = {"environment_id": item.environment_id, "extra_headers": headers}

        def heartbeat(last: str) -> Any:
            ttl: Any = {} if lease_seconds is None else {"desired_ttl_seconds": lease_seconds}
            # Not retried as it is: where the first one got through, the second would not find what it expects.
            return _environments.Work.heartbeat.build(
                self, item.id, expected_last_heartbeat=last, max_retries=0, deadline=30.0, **ttl, **ids
            )

        return ItemRequests(
            heartbeat,
            lambda: _environments.Work.retrieve.build(self, item.id, **ids),
            lambda: _environments.Work.stop.build(self, item.id, force=True, **ids),
        )


class Environments(_environments.Environments[Mode]):
    """Environments: where sessions run, on Anthropic's machines or your own."""

    @property
    def with_raw_response(self) -> Environments[Raw[Mode]]:
        """The same calls, giving the response."""
        return Environments(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Environments[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Environments(self._binding.as_streamed())

    @cached_property
    def work(self) -> Work[Mode]:
        """The queue of work for a self-hosted environment."""
        return Work(self._binding)
