"""Sessions: runs of an agent in an environment, with event streams that go on and tools that run here.

API: https://platform.claude.com/docs/en/api/beta/sessions
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from .. import types
from ..core.endpoint import Mode, Raw, Streamed, endpoint, runs
from ..core.request import path
from . import _sessions

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..core.request import Request
    from ..sessions.runner import SessionTools
    from ..streaming import AsyncStream, Stream
    from ..tools import Approve
    from ..types import EventStreamParams, StreamSessionEvents, StreamSessionThreadEvents, ThreadEventStreamParams
    from ..types._tools import ToolLike

_BETAS = ("managed-agents-2026-04-01",)
_HISTORY_PAGE = 1000
_KEPT = ("extra_headers", "workspace_id")
"""Options of a stream that hold for the list of events too."""


class ThreadEvents(_sessions.ThreadEvents[Mode]):
    """The events of one thread."""

    @property
    def with_raw_response(self) -> ThreadEvents[Raw[Mode]]:
        """The same calls, giving the response."""
        return ThreadEvents(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> ThreadEvents[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return ThreadEvents(self._binding.as_streamed())

    @endpoint
    def stream(
        self, thread_id: str, *, session_id: str, **params: Unpack[ThreadEventStreamParams]
    ) -> Request[Stream[StreamSessionThreadEvents], AsyncStream[StreamSessionThreadEvents]]:
        """The events of one thread as they come, to be iterated. It lasts until the session ends or you leave it. Beta.

        A lost connection is made anew while retries are left, and what was sent in between is read from the list of
        events: none is missing, and none comes twice.

        Args:
            event_deltas: Kinds of previews to get too: pieces of an event before it is complete.

        API: https://platform.claude.com/docs/en/api/beta/sessions/threads/events/stream
        """
        from ..sessions.events import SessionEvents as Events

        def history(_since: datetime | None) -> Any:
            options: Any = {name: value for name, value in params.items() if name in _KEPT}
            return _sessions.ThreadEvents.list.build(self, thread_id, session_id=session_id, limit=1000, **options)

        return self._request(
            "GET",
            path("/v1/sessions/{session_id}/threads/{thread_id}/stream", session_id=session_id, thread_id=thread_id),
            Events(
                cast("type[StreamSessionThreadEvents]", types.StreamSessionThreadEvents), history, newest_first=False
            ),
            params,
            betas=_BETAS,
        )


class Threads(_sessions.Threads[Mode]):
    """The threads of a session with several agents."""

    @property
    def with_raw_response(self) -> Threads[Raw[Mode]]:
        """The same calls, giving the response."""
        return Threads(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Threads[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Threads(self._binding.as_streamed())

    @cached_property
    def events(self) -> ThreadEvents[Mode]:
        """The events of one thread."""
        return ThreadEvents(self._binding)


class SessionEvents(_sessions.SessionEvents[Mode]):
    """The events of a session: what it is told, and what it does."""

    @property
    def with_raw_response(self) -> SessionEvents[Raw[Mode]]:
        """The same calls, giving the response."""
        return SessionEvents(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> SessionEvents[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return SessionEvents(self._binding.as_streamed())

    @endpoint
    def stream(
        self, session_id: str, **params: Unpack[EventStreamParams]
    ) -> Request[Stream[StreamSessionEvents], AsyncStream[StreamSessionEvents]]:
        """The events of a session as they come, to be iterated. It lasts until the session ends or you leave it. Beta.

        A lost connection is made anew while retries are left, and what was sent in between is read from the list of
        events: none is missing, and none comes twice. Open the stream before you send what you want to see the effect
        of.

        Args:
            event_deltas: Kinds of previews to get too: pieces of an event before it is complete.
                `claude_client.sessions.accumulate_managed_agents_event` puts them together.

        API: https://platform.claude.com/docs/en/api/beta/sessions/events/stream
        """
        from ..sessions.events import SessionEvents as Events

        def history(since: datetime | None) -> Any:
            options: Any = {name: value for name, value in params.items() if name in _KEPT}
            if since is not None:
                options["created_at_gte"] = since
            # Not a thousand: mostly a few were missed.
            return _sessions.SessionEvents.list.build(self, session_id, order="desc", limit=100, **options)

        return self._request(
            "GET",
            path("/v1/sessions/{session_id}/events/stream", session_id=session_id),
            Events(cast("type[StreamSessionEvents]", types.StreamSessionEvents), history),
            params,
            betas=_BETAS,
        )

    @runs
    def tool_runner(
        self,
        session_id: str,
        *,
        tools: Iterable[ToolLike],
        max_idle: float | None = 60.0,
        environment_key: str | None = None,
        extra_headers: Mapping[str, str] | None = None,
        approve: Approve | None = None,
        context: object = None,
        tool_timeout: float | None = 150.0,
    ) -> SessionTools:
        """Run the tools that the agent of a session calls: iterate over the calls, or `until_done()`. Beta.

        Calls that are open when it starts are run too, and lost connections are made anew. Each call runs by itself, in
        order; its result is sent again where that fails for a while. A call of a tool that is not among `tools` is left
        to another program. One that needs a confirmation waits for it, and one that was denied is not run. It ends when
        the session ends, or has been idle for a while.

        Args:
            session_id: The session.
            tools: Functions and classes under `@tool`, and `Tool`s. They run as in `messages.run_tools()`.
            max_idle: Seconds after the end of the agent's turn at which the run ends; None lets it go on.
            environment_key: The key of a self-hosted environment, which is sent in place of the client's credentials.
            extra_headers: Headers for each request.
            approve: A function, or coroutine function, that is asked before each call. Where it says no, the agent is
                told so.
            context: What parameters annotated as `ToolContext` get.
            tool_timeout: Seconds that a call may take, for tools without a `timeout` of their own; None for no bound.

        Raises:
            TypeError: Something among the tools is no tool, or needs a context that was not given.

        API: https://platform.claude.com/docs/en/managed-agents/tools
        """
        from ..sessions.loop import SessionLoop
        from ..sessions.runner import SessionTools
        from ..sessions.steps import BearerHeaders

        headers = BearerHeaders(environment_key, extra_headers)
        del environment_key, extra_headers  # which the traceback of an error would hold
        loop = SessionLoop(
            session_requests(self, session_id, headers),
            tools,
            max_idle=max_idle,
            approve=approve,
            context=context,
            tool_timeout=tool_timeout,
        )
        return SessionTools(session_id, loop)


def session_requests(events: SessionEvents[Any], session_id: str, headers: Mapping[str, str]) -> Any:
    """The requests of a session, as a runner of its tools needs them."""
    from ..sessions.loop import Requests

    def stream(idle_seconds: float | None) -> Any:
        # The runner opens it again by itself, and after reading the history.
        return SessionEvents.stream.build(
            events, session_id, extra_headers=headers, max_retries=0, stream_idle_timeout=idle_seconds
        )

    def history() -> Any:
        return _sessions.SessionEvents.list.build(
            events, session_id, limit=_HISTORY_PAGE, order="asc", extra_headers=headers
        )

    def send(sent: Sequence[Any]) -> Any:
        return _sessions.SessionEvents.send.build(events, session_id, events=list(sent), extra_headers=headers)

    return Requests(stream, history, send)


class Sessions(_sessions.Sessions[Mode]):
    """Sessions: runs of an agent in an environment."""

    @property
    def with_raw_response(self) -> Sessions[Raw[Mode]]:
        """The same calls, giving the response."""
        return Sessions(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Sessions[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Sessions(self._binding.as_streamed())

    @cached_property
    def events(self) -> SessionEvents[Mode]:
        """The events of a session: what it is told, and what it does."""
        return SessionEvents(self._binding)

    @cached_property
    def threads(self) -> Threads[Mode]:
        """The threads of a session with several agents."""
        return Threads(self._binding)
