"""Environments: where sessions run, on Anthropic's machines or your own, with a worker for the latter.

API: https://platform.claude.com/docs/en/api/beta/environments
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..core.endpoint import Mode, Raw, Streamed, runs
from . import _environments
from .sessions import SessionEvents, session_requests

if TYPE_CHECKING:
    from ..sessions.loop import SessionLoop
    from ..sessions.memory_sync import Deletions
    from ..sessions.steps import Lease
    from ..sessions.work import ItemRequests, Polling
    from ..sessions.worker import Item, Worker
    from ..sessions.workspace import Tools, WorkspaceRequests
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

    @runs
    def poller(
        self,
        environment_id: str,
        *,
        environment_key: str | None = None,
        worker_id: str | None = None,
        block_ms: int | None = 999,
        reclaim_older_than_ms: int | None = None,
        drain: bool = False,
        auto_stop: bool = True,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Polling:
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
        limits = {"block_ms": block_ms, "reclaim_older_than_ms": reclaim_older_than_ms}
        return self._polling(environment_id, headers, drain, auto_stop, worker_id, limits)

    def _polling(
        self, environment_id: str, headers: Any, drain: bool, auto_stop: bool, worker_id: str | None, limits: Any
    ) -> Polling:
        from ..core.signatures import drop_unset
        from ..sessions import work

        ids: Any = {"environment_id": environment_id, "extra_headers": headers}
        polled: Any = {**ids, "anthropic_worker_id": worker_id or work.worker_id(), **limits}
        requests = work.QueueRequests(
            lambda: _environments.Work.poll.build(self, **drop_unset(polled, frozenset())),
            lambda work_id: _environments.Work.ack.build(self, work_id, **ids),
            lambda work_id: _environments.Work.stop.build(self, work_id, **ids),
        )
        return work.Polling(requests, drain, auto_stop)

    @runs
    def worker(
        self,
        environment_id: str | None = None,
        *,
        tools: Tools | None = None,
        environment_key: str | None = None,
        workdir: str | PathLike[str] | None = None,
        max_file_bytes: int | None = 256 * 1024,
        memory_sync_interval: float | None = 15.0,
        memory_sync_deletions: Deletions = "enabled",
        worker_id: str | None = None,
        max_idle: float | None = 60.0,
        lease_seconds: int | None = None,
        reclaim_older_than_ms: int | None = None,
        extra_headers: Mapping[str, str] | None = None,
        approve: Approve | None = None,
        context: object = None,
        tool_timeout: float | None = 150.0,
        drain: bool = False,
    ) -> Worker:
        """A worker for a self-hosted environment: `run()` takes its items and runs their sessions' tools. Beta.

        Heartbeats keep an item while its session runs. It is stopped when the session has ended or has been idle for
        `max_idle` seconds, and the session has all results. An item whose worker is killed, cancelled or cut off goes
        back to the queue when its lease runs out.

        Before a session's tools run, the skills of its agent are put into `skills/<name>` of the working directory, and
        its memory stores where the agent has been told that they are. What changes in their folders is saved while the
        session runs and at its end. Both are removed then.

        Args:
            environment_id: The environment; not needed for `handle_item()`.
            tools: Functions and classes under `@tool`, and `Tool`s; or a function that makes those of a session from
                its `SessionToolContext`. Left out, it is the agent's toolset in the working directory, whose `bash`
                runs unasked: the environment's permission policies decide, and so does `approve`.
            workdir: The working directory of the agent's toolset; that of the program when left out.
            max_file_bytes: Bytes of a text that the toolset reads or edits at once; None for no bound.
            memory_sync_interval: Seconds between two synchronisations of memory stores, at least 5; None to work
                without memories.
            memory_sync_deletions: Whether the memory of a deleted file is deleted: 'enabled', 'log_only' or 'disabled'.
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

        Raises:
            ValueError: `memory_sync_interval` or `memory_sync_deletions` is none of these.

        API: https://platform.claude.com/docs/en/managed-agents/self-hosted
        """
        from ..sessions.loop import SessionLoop
        from ..sessions.memory_sync import check_options
        from ..sessions.steps import BearerHeaders
        from ..sessions.worker import Worker
        from ..sessions.workspace import Workspace, WorkspaceOptions

        check_options(memory_sync_interval, memory_sync_deletions)
        # Not where the program will be when an item comes.
        folder = Path.cwd() if workdir is None else Path(workdir).absolute()
        options = WorkspaceOptions(folder, max_file_bytes, memory_sync_interval, memory_sync_deletions)

        events = SessionEvents[Any](self._binding)
        headers = BearerHeaders(environment_key, extra_headers)

        def polling() -> Polling:
            if environment_id is None:
                raise ValueError("no environment_id: run() needs the environment whose items it takes")
            # Nobody waits for more where the empty queue is the end.
            limits = {"block_ms": None if drain else 999, "reclaim_older_than_ms": reclaim_older_than_ms}
            return self._polling(environment_id, headers, drain, False, worker_id, limits)

        def of_item(item: Item) -> ItemRequests:
            return self._item_requests(item, BearerHeaders(item.token, extra_headers), lease_seconds)

        def workspace(item: Item) -> Workspace:
            return Workspace(self._workspace_requests(item, BearerHeaders(item.token, extra_headers)), options, tools)

        def loop(item: Item, tools: Any, lease: Lease, after_call: Callable[[], Any]) -> SessionLoop:
            return SessionLoop(
                session_requests(events, item.session_id, BearerHeaders(item.token, extra_headers)),
                tools,
                max_idle=max_idle,
                approve=approve,
                context=context,
                tool_timeout=tool_timeout,
                lease=lease,
                after_call=after_call,
            )

        return Worker(polling, of_item, workspace, loop, environment_key)

    def _workspace_requests(self, item: Item, headers: Mapping[str, str]) -> WorkspaceRequests:
        from ..sessions.memory_sync import MemoryRequests
        from ..sessions.skills import SkillRequests
        from ..sessions.workspace import WorkspaceRequests
        from .memory_stores import Memories
        from .sessions import Sessions
        from .skills import Versions

        options: Any = {"extra_headers": headers}
        skills, memories = Versions[Any](self._binding), Memories[Any](self._binding)

        def of_memories(method: Any) -> Any:
            def build(store_id: str, seconds: float | None, *ids: str, **params: Any) -> Any:
                bound = {} if seconds is None else {"deadline": seconds}
                return method.build(memories, *ids, memory_store_id=store_id, **params, **options, **bound)

            return build

        methods = (Memories.list, Memories.retrieve, Memories.create, Memories.update, Memories.delete)
        return WorkspaceRequests(
            lambda: Sessions.retrieve.build(Sessions[Any](self._binding), item.session_id, **options),
            SkillRequests(
                lambda skill, version: Versions.retrieve.build(skills, version, skill_id=skill, **options),
                lambda skill, version: Versions.download.build(skills, version, skill_id=skill, **options),
            ),
            MemoryRequests(*map(of_memories, methods)) if item.has_own_token else None,
        )

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
