"""What comes next while the tools of a session are run, written once for both clients, as a flow (see `steps`).

The stream is opened before the history is read, so that no event falls between the two. A call is run when it has no
result yet, is known here, and may be run. Its result is sent again while the lease lasts; a result that the session has
already is not sent once more.
"""

from __future__ import annotations

import random
import time
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from ..core.logs import logger
from ..errors import APIConnectionError, APIStatusError, ClaudeError, StreamIdleTimeoutError
from ..tools.definitions import Tool, as_tool, is_toolset
from ..tools.loop import Call
from ..tools.results import refusal_block
from .steps import Ask, Flow, Give, Lease, ListAll, Open, Pause, Read, RunCall, Send

if TYPE_CHECKING:
    from ..core.request import Request
    from ..tools import Approve
    from ..types import (
        AgentCustomToolUseEvent,
        AgentToolUseEvent,
        ToolResultBlockParam,
        UserCustomToolResultEventParams,
        UserToolResultEventParams,
    )

DEFAULT_MAX_IDLE: Final = 60.0
TOOL_TIMEOUT: Final = 150.0
_FIRST_PAUSE: Final = 0.5
_LAST_PAUSE: Final = 10.0
_CALLS: Final = ("agent.tool_use", "agent.custom_tool_use")
_ENDS: Final = ("session.status_terminated", "session.deleted")
# They are neither work of the agent nor its end, and leave the time that a session is idle as it is.
_NEUTRAL: Final = ("user.tool_confirmation", "session.thread_status_terminated")
_BLOCKS: Final = ("text", "image", "document", "search_result")


@dataclass(frozen=True)
class DispatchedToolCall:
    """One call of a tool in a session, and what became of it."""

    event: AgentToolUseEvent | AgentCustomToolUseEvent
    """The call as the agent made it."""

    result: UserToolResultEventParams | UserCustomToolResultEventParams | None
    """The result that was sent; None where there is none: the tool is somebody else's, or the call was denied."""

    tool_use_id: str
    """The id of the call."""

    name: str
    """The tool."""

    is_error: bool
    """Whether the result is an error."""

    posted: bool = True
    """Whether the session has the result."""

    confirmation: Literal["allow", "deny"] | None = None
    """What was decided of a call that needs a confirmation."""


@dataclass(frozen=True)
class Requests:
    """The requests that a session needs, described by its resource."""

    stream: Callable[[float | None], Request[Any, Any]]
    """The stream of events, with the seconds without an event after which its reading fails."""
    history: Callable[[], Request[Any, Any]]
    """All events, the oldest first."""
    send: Callable[[Sequence[Any]], Request[Any, Any]]
    """Events for the session."""


class SessionLoop:
    """The calls of one session: which are open, and when the run is over."""

    def __init__(
        self,
        requests: Requests,
        tools: Iterable[object],
        *,
        max_idle: float | None = DEFAULT_MAX_IDLE,
        approve: Approve | None = None,
        context: object = None,
        tool_timeout: float | None = TOOL_TIMEOUT,
        lease: Lease | None = None,
        after_call: Callable[[], Flow] | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Args:
        requests: What is sent.
        tools: The tools that run here.
        max_idle: Seconds after the end of a turn at which the run ends; None for never.
        approve: Asked before each call.
        context: What parameters annotated as `ToolContext` get.
        tool_timeout: Seconds that a call may take, for tools that say nothing of it.
        lease: How long the session is this runner's.
        after_call: What is done after each call.
        clock: Tells the seconds.

        Raises:
            TypeError: One of `tools` is none that can run here, or needs a context that is not there.
        """
        self.tools: dict[str, Tool] = {}
        for given in tools:
            tool = as_tool(given)
            if is_toolset(given):
                raise TypeError(
                    f"{type(given).__name__} is a toolset, and the tools of a session are not: leave it out"
                )
            if tool is None:
                raise TypeError("a tool in the API's form has no function to run: Tool.from_param() gives it one")
            if tool.needs_context and context is None:
                raise TypeError(f"the tool {tool.name} needs a context: tool_runner(context=...)")
            self.tools[tool.name] = tool
        self.lease: Lease = lease or Lease()
        self._requests = requests
        self._max_idle = max_idle
        self._approve = approve
        self._context = context
        self._tool_timeout = tool_timeout
        self._after_call = after_call
        self._clock = clock
        self._over = False
        self._idle_since: float | None = None
        self._ready: deque[Any] = deque()
        """Calls that may be run now."""
        self._held: dict[str, Any] = {}
        """Calls that wait for a confirmation."""
        self._seen: set[str] = set()
        """Calls that were looked at."""
        self._answered: set[str] = set()
        self._verdicts: dict[str, str] = {}
        self._ended_threads: set[str] = set()

    # ---- the flow ----

    def run(self) -> Flow:
        """Run the calls of the session until it ends, or has been idle for `max_idle` seconds."""
        failures = 0
        while not self._is_over():
            try:
                yield Open(self._requests.stream(self._max_idle))
                yield from self._reconcile()
                while not self._is_over():
                    yield from self._run_ready()
                    if self._is_over():
                        return
                    event = yield Read()
                    if event is None:
                        break
                    failures = 0
                    self._note(event)
            except StreamIdleTimeoutError:
                continue
            except ClaudeError as error:
                if not is_passing(error):
                    raise
                logger.warning("the event stream of a session is opened again: %s", error)
            if not self._is_over():
                yield Pause(_pause(failures))
                failures += 1

    def _is_over(self) -> bool:
        if self._over or self.lease.ended is not None:
            return True
        if self._max_idle is None or self._idle_since is None or self._held or self._ready:
            return False
        return self._clock() - self._idle_since >= self._max_idle

    def _reconcile(self) -> Flow:
        """Read all events that there are, and find the calls that have no result."""
        calls: list[Any] = []
        found = yield ListAll(self._requests.history())
        for event in found:
            if event.type in _CALLS:
                calls.append(event)
            else:
                self._take(event)
        meaningful = [each for each in found if each.type not in _NEUTRAL]
        if meaningful:
            self._set_idle(meaningful[-1])
        for call in calls:
            self._sort_in(call)

    def _note(self, event: Any) -> None:
        """Take an event of the stream in."""
        if event.type in _CALLS:
            self._sort_in(event)
        else:
            self._take(event)
        if event.type not in _NEUTRAL:
            self._set_idle(event)

    def _set_idle(self, event: Any) -> None:
        reason = getattr(getattr(event, "stop_reason", None), "type", None)
        ends = event.type == "session.status_idle" and reason != "requires_action"
        self._idle_since = self._clock() if ends else None

    def _take(self, event: Any) -> None:
        if event.type in _ENDS:
            self._over = True
        elif event.type in ("user.tool_result", "agent.tool_result"):
            self._answered.add(event.tool_use_id)
        elif event.type == "user.custom_tool_result":
            self._answered.add(event.custom_tool_use_id)
        elif event.type == "user.tool_confirmation":
            self._verdicts[event.tool_use_id] = event.result
            held = self._held.pop(event.tool_use_id, None)
            if held is not None:
                self._ready.append(held)
        elif event.type == "session.thread_status_terminated":
            self._ended_threads.add(event.session_thread_id)
        elif event.type == "user.interrupt":
            # What the agent waited for, it does not wait for any more.
            self._answered.update(each.id for each in (*self._ready, *self._held.values()))
            self._ready.clear()
            self._held.clear()

    def _sort_in(self, event: Any) -> None:
        """Decide whether a call can be run now, or waits for a confirmation."""
        if event.id in self._seen or event.id in self._answered:
            return
        self._seen.add(event.id)
        asks = getattr(event, "evaluated_permission", None) == "ask"
        if asks and event.id not in self._verdicts:
            self._held[event.id] = event
        else:
            self._ready.append(event)

    def _run_ready(self) -> Flow:
        while self._ready and not self._over and self.lease.ended is None:
            # It stays where it is until it is done with: a failure on the way leaves it to the next connection.
            event = self._ready[0]
            dispatched: DispatchedToolCall | None = yield from self._run_one(event)
            if self._ready and self._ready[0] is event:
                self._ready.popleft()
            if dispatched is not None:
                if self._after_call is not None:
                    yield from self._after_call()
                yield Give(dispatched)

    def _run_one(self, event: Any) -> Flow:
        verdict = self._verdicts.get(event.id)
        if event.id in self._answered or getattr(event, "session_thread_id", None) in self._ended_threads:
            return None
        if verdict == "deny" or getattr(event, "evaluated_permission", None) == "deny":
            self._answered.add(event.id)
            return DispatchedToolCall(event, None, event.id, event.name, False, False, "deny")
        confirmation: Literal["allow"] | None = "allow" if verdict == "allow" else None
        tool = self.tools.get(event.name)
        if tool is None:
            # Another program runs it: this session has two clients.
            return DispatchedToolCall(event, None, event.id, event.name, False, False, confirmation)
        call = self._call(event, tool)
        if self._approve is not None and not (yield Ask(self._approve, call)):
            block = refusal_block(call.block, "The user did not approve this call. It was not made.")
        else:
            block = cast("ToolResultBlockParam", (yield RunCall(call)))
        result = to_result(event, block)
        posted: bool = yield from self._send(event.id, result)
        return DispatchedToolCall(
            event, result, event.id, event.name, bool(block.get("is_error")), posted, confirmation
        )

    def _call(self, event: Any, tool: Tool) -> Call:
        from ..types import ToolUseBlock

        is_object = isinstance(event.input, Mapping)
        block = ToolUseBlock.model_validate(
            {"type": "tool_use", "id": event.id, "name": event.name, "input": event.input if is_object else {}}
        )
        timeout = self._tool_timeout if tool.timeout is None else tool.timeout
        fault = None if is_object else "The input is not a JSON object, so the tool was not run. Make the call again."
        return Call(block, tool, self._context, timeout, sorted(self.tools), fault=fault)

    def _send(self, id: str, result: Any) -> Flow:
        """Send a result for as long as the lease lasts; whether the session has it."""
        started, failures = self._clock(), 0
        while self.lease.ended is None:
            try:
                yield Send(self._requests.send([result]))
            except ClaudeError as error:
                left = self.lease.seconds - (self._clock() - started)
                if not is_passing(error) or left <= 0:
                    logger.error("the result of the call %s was not taken: %s", id, error)
                    self._answered.add(id)
                    return False
                yield Pause(min(_pause(failures), left))
                failures += 1
                # The response may have been lost, and not the request.
                if (yield from self._has_result(id)):
                    return True
            else:
                self._answered.add(id)
                return True
        return False

    def _has_result(self, id: str) -> Flow:
        try:
            events: list[Any] = yield ListAll(self._requests.history())
            for event in events:
                if event.type in ("user.tool_result", "user.custom_tool_result"):
                    self._take(event)
        except ClaudeError as error:
            if not is_passing(error):
                raise
        return id in self._answered


def is_passing(error: ClaudeError) -> bool:
    """Whether the same request may succeed later."""
    if isinstance(error, APIStatusError):
        return error.status_code >= 500 or error.status_code in (408, 409, 429)
    return isinstance(error, APIConnectionError)


def _pause(failures: int) -> float:
    longest = min(_LAST_PAUSE, _FIRST_PAUSE * 2**failures)
    return random.uniform(longest / 2, longest)  # noqa: S311  # no secret


def to_result(event: Any, block: ToolResultBlockParam) -> Any:
    """The event that tells a session the result of a call."""
    content = cast("Any", block.get("content"))
    if content is None or isinstance(content, str):
        content = [{"type": "text", "text": content or "(no output)"}]
    # What a session does not take as it is, such as a reference to a tool, is told as text.
    told = [each if each["type"] in _BLOCKS else {"type": "text", "text": _to_text(each)} for each in content]
    if not told:
        told = [{"type": "text", "text": "(no output)"}]
    custom = event.type == "agent.custom_tool_use"
    id_name, kind = ("custom_tool_use_id", "user.custom_tool_result") if custom else ("tool_use_id", "user.tool_result")
    return {"type": kind, id_name: event.id, "content": told, "is_error": bool(block.get("is_error"))}


def _to_text(block: Mapping[str, Any]) -> str:
    from ..core.json_encoding import encode_json

    return bytes(encode_json(block)).decode()
