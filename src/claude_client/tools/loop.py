"""What comes next in a run of tools, written once for both clients.

A loop does no I/O. `next_step()` reads off the conversation what is wanted now: these calls to be run, this request to
be sent, or nothing more. What comes of it is told by `ran()` and `received()`. As all there is to know stands in the
conversation, a step that failed can be tried again, and a conversation that was kept can be gone on with.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from ..request import encode_json
from .definitions import Tool, as_tool, to_params

if TYPE_CHECKING:
    from ..request import Request
    from ..types import Message, MessageParam, ToolResultBlockParam, ToolUseBlock

Approve: TypeAlias = "Callable[[ToolUseBlock], bool | Awaitable[bool]]"
"""Says whether a call may be made, by its `.name`, `.input` and `.id`."""

Params: TypeAlias = "Mapping[str, Any]"

# The turn is not over: it is sent back as it is, and goes on. https://platform.claude.com/docs/en/api/handling-stop-reasons
_TO_BE_GONE_ON_WITH: Final = ("pause_turn", "compaction")


@dataclass(frozen=True)
class Policy:
    """How a run is made."""

    max_iterations: int | None = None
    """Most answers of the model."""

    approve: Approve | None = None
    """Asked before each call."""

    context: object = None
    """What parameters annotated as `ToolContext` get."""

    tool_timeout: float | None = None
    """Seconds that a call may take, for tools that say nothing of it."""

    parallel: bool = True
    """Whether the calls of one turn run side by side."""


@dataclass(frozen=True)
class Send:
    """Send this, and tell `received()` the message."""

    request: Request[Any, Any]


@dataclass(frozen=True)
class Run:
    """Run these calls, and tell `ran()` each result when it is there."""

    calls: Sequence[Call]


@dataclass(frozen=True)
class Call:
    """One call of a tool."""

    block: ToolUseBlock
    tool: Tool | None
    """None where there is no tool of that name."""

    context: object
    timeout: float | None
    known: Sequence[str]
    """The names of the tools that there are."""


class ToolLoop:
    """A conversation in which tools are called: where it stands, and what it wants next."""

    def __init__(
        self,
        build: Callable[[Params], Request[Any, Any]],
        params: Params,
        policy: Policy,
        *,
        stream: bool,
    ) -> None:
        """Args:
        build: Makes the request for these parameters.
        params: Those of `messages.create()`.
        policy: How the run is made.
        stream: Whether the answers are streams.

        Raises:
            TypeError: One of the tools is none, or needs a context that is not there.
        """
        self.stream = stream
        self.policy = policy
        self.reply: Message | None = None
        """The latest answer."""
        self._build = build
        self._iterations = 0
        self._results: dict[str, ToolResultBlockParam] = {}
        self._params: dict[str, Any] = {}
        self._tools: dict[str, Tool] = {}
        self._others: set[Any] = set()
        self._messages: list[Any] = []
        self._appended_to_stream: list[Any] | None = None
        self.change(params)

    def streaming(self, open_: bool) -> None:
        """Whether an answer is coming just now: what is appended meanwhile goes behind it."""
        if open_ != (self._appended_to_stream is not None):
            self._appended_to_stream = [] if open_ else None

    # ---- the conversation ----

    @property
    def params(self) -> dict[str, Any]:
        """What the next request is made of."""
        return {**self._params, "messages": self.messages}

    @property
    def messages(self) -> list[MessageParam]:
        """The conversation so far, in plain values."""
        return list(self._messages)

    def change(self, params: Params) -> None:
        """Go on with other parameters."""
        given: dict[str, Any] = {**params, "tools": list(params.get("tools") or ())}
        tools = [tool for tool in map(as_tool, given["tools"]) if tool is not None]
        for tool in tools:
            if tool.needs_context and self.policy.context is None:
                raise TypeError(f"the tool {tool.name} needs a context: run_tools(context=...)")
        self._tools = {tool.name: tool for tool in tools}
        self._others = {tool["name"] for tool in given["tools"] if isinstance(tool, Mapping) and "name" in tool}
        self._messages = [_plain(message) for message in given.pop("messages")]
        self._params = given

    def append(self, messages: Iterable[Any]) -> None:
        """Put messages behind the conversation. An answer that stands at its end already is not put there again."""
        if self._appended_to_stream is not None:
            self._appended_to_stream.extend(messages)
            return
        for message in messages:
            turn = _plain(message)
            if not (turn["role"] == "assistant" and self._messages and self._messages[-1] == turn):
                self._messages.append(turn)

    @property
    def tools(self) -> Sequence[Tool]:
        """The tools that are run here."""
        return list(self._tools.values())

    # ---- what comes next ----

    def next_step(self) -> Send | Run | None:
        """What is wanted now; None where the run is over."""
        self._put_results()
        if any(not self._is_ours(block) for block in self._unanswered()):
            return None  # those calls are the program's to answer
        if calls := self.open_calls():
            return Run(calls)
        if self._is_over() or self._iterations == self.policy.max_iterations:
            return None
        sent = {**self._params, "messages": self.messages}
        if tools := to_params(sent.pop("tools")):
            sent["tools"] = tools
        return Send(self._build(sent))

    def received(self, message: Message) -> None:
        """Take in the answer to a request; more than once does no harm."""
        if message is self.reply:
            return
        self.reply = message
        self._iterations += 1
        self._messages.append(_plain(message))
        self._carry_over(message)
        appended, self._appended_to_stream = self._appended_to_stream, None
        self.append(appended or ())

    def ran(self, result: ToolResultBlockParam) -> None:
        """Take in the result of one call."""
        self._results[result["tool_use_id"]] = result

    def open_calls(self) -> list[Call]:
        """The calls of the latest answer that are to be made here and have no result yet."""
        found = (block for block in self._unanswered() if block["id"] not in self._results)
        return [self._call(block) for block in found if self._is_ours(block)]

    def results(self) -> MessageParam | None:
        """The results of the calls of the latest answer, as the turn that is sent; None where it has no calls."""
        found = [self._results[block["id"]] for block in self._unanswered() if block["id"] in self._results]
        return {"role": "user", "content": found} if found else None

    def _put_results(self) -> None:
        """Put the results of the latest answer right behind it, once all are there."""
        calls = self._unanswered()
        if calls and all(block["id"] in self._results for block in calls):
            self._messages.insert(self._latest_turn() + 1, _plain(self.results()))

    def _is_over(self) -> bool:
        reply = self.reply
        # Where something stands behind the answer, the model has not answered that.
        at_its_end = self._latest_turn() == len(self._messages) - 1
        return reply is not None and at_its_end and reply.stop_reason not in _TO_BE_GONE_ON_WITH

    def _latest_turn(self) -> int:
        turns = enumerate(self._messages)
        return max((number for number, message in turns if message["role"] == "assistant"), default=-1)

    def _unanswered(self) -> list[Mapping[str, Any]]:
        """The calls of the latest answer without a result in the conversation."""
        latest = self._latest_turn()
        if latest < 0 or (self.reply is not None and self.reply.stop_reason != "tool_use"):
            return []
        behind = self._messages[latest + 1 :]
        answered = {block.get("tool_use_id") for message in behind for block in _blocks(message)}
        calls = (block for block in _blocks(self._messages[latest]) if block.get("type") == "tool_use")
        return [block for block in calls if block["id"] not in answered]

    def _is_ours(self, block: Mapping[str, Any]) -> bool:
        """Whether a call is answered here: by its tool, or by saying that there is none of that name."""
        if block.get("toolset_name") is not None:
            return False
        return block["name"] in self._tools or block["name"] not in self._others

    def _call(self, block: Mapping[str, Any]) -> Call:
        from ..types import ToolUseBlock

        tool = self._tools.get(block["name"])
        timeout = self.policy.tool_timeout if tool is None or tool.timeout is None else tool.timeout
        given = ToolUseBlock.model_validate(block)
        return Call(given, tool, self.policy.context, timeout, sorted(self._tools))

    def _carry_over(self, message: Message) -> None:
        """Keep for the next request what holds on, and drop what was for this one."""
        # A call that is made by code waits in the container of that code.
        if message.container is not None:
            given = self._params.get("container")
            id_: Any = message.container.id
            self._params["container"] = {**given, "id": id_} if isinstance(given, Mapping) else id_
        # Otherwise the model would have to call a tool for ever.
        choice = self._params.get("tool_choice")
        if choice is not None and choice["type"] in ("any", "tool"):
            kept = {key: value for key, value in choice.items() if key == "disable_parallel_tool_use"}
            self._params["tool_choice"] = {"type": "auto", **kept}


def _plain(message: object) -> Any:
    """A turn of the conversation in plain values, as JSON has them."""
    from ..types import Message
    from ..types._message import sendable_blocks

    if isinstance(message, Message):
        message = message.to_param()
    fields = cast("Mapping[str, object]", message)
    return json.loads(encode_json({**fields, "content": sendable_blocks(fields["content"])}))


def _blocks(message: Mapping[str, Any]) -> Iterable[Mapping[str, Any]]:
    content = message["content"]
    return () if isinstance(content, str) else cast("Iterable[Mapping[str, Any]]", content)
