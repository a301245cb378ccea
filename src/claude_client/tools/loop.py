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

from ..core.logs import logger
from ..core.request import encode_json
from ..types.request_options import UserProfileOptions
from .changing import TOOLS_BETA, addition, changes, check_compaction, compacting, has_summary, removal, with_beta
from .definitions import Tool, as_tool, to_params

if TYPE_CHECKING:
    from ..core.request import Request
    from ..types import CompactionConfigParam, Message, MessageParam, ToolResultBlockParam, ToolUseBlock

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
        self._stop_reason: str | None = None
        """How the latest turn ended."""
        self._added: dict[str, Tool | None] = {}
        """Tools that came later; None for those that the API runs."""
        self._tool_changes: list[dict[str, Any]] = []
        """What the model is still to be told of its tools."""
        self._compaction: Params | None = None
        """What the next request is to sum the conversation up by."""
        self._compacted: int | None = None
        """How many messages are being summed up just now."""
        self._goes_on = False
        """Whether the turn that is at the end, a sum, is still to be answered."""
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
        if params.get("compaction") is not None:
            raise ValueError("compaction would sum up at every request: runner.compact_before_next_turn() does it once")
        kept = {key: value for key, value in self._params.items() if key in UserProfileOptions.__annotations__}
        given: dict[str, Any] = {**kept, **params, "tools": list(params.get("tools") or ())}
        if given.get("thread") is False:
            # The official way to ask for what is done here anyway: the whole conversation with each request.
            del given["thread"]
        if self._compaction is not None:
            check_compaction(given)
        tools = [tool for tool in map(as_tool, given["tools"]) if tool is not None]
        for tool in tools:
            self._check_context(tool)
        self._tools = {tool.name: tool for tool in tools}
        self._others = {tool["name"] for tool in given["tools"] if isinstance(tool, Mapping) and "name" in tool}
        self._messages = [_plain(message) for message in given.pop("messages")]
        self._params = given

    def add_tools(self, tools: Iterable[object]) -> None:
        """Give the model more tools, and tell it so with the next request.

        Raises:
            TypeError: One of them is none, or needs a context that is not there.
        """
        for given in tools:
            tool = as_tool(given)
            definition: Any = given if tool is None else tool.to_param()
            if tool is not None:
                self._check_context(tool)
            if "name" in definition:
                self._added[definition["name"]] = tool
            self._tool_changes.append(addition(definition))

    def remove_tools(self, names: Iterable[str]) -> None:
        """Take tools away, and tell the model so with the next request."""
        self._tool_changes += map(removal, names)

    def _check_context(self, tool: Tool) -> None:
        if tool.needs_context and self.policy.context is None:
            raise TypeError(f"the tool {tool.name} needs a context: run_tools(context=...)")

    def _available(self) -> dict[str, Tool]:
        """The tools that are run here, but for those that were taken away."""
        there = changes([*self._messages, {"role": "system", "content": self._tool_changes}])
        here = {**self._tools, **self._added}
        return {name: tool for name, tool in here.items() if tool is not None and there.get(name, True)}

    def compact(self, compaction: CompactionConfigParam | None) -> None:
        """Have the next request sum the conversation up.

        Raises:
            ValueError: The parameters have the API do that by itself.
        """
        check_compaction(self._params)
        self._compaction = compaction or {"type": "summarize"}

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
        return list(self._available().values())

    # ---- what comes next ----

    def next_step(self) -> Send | Run | None:
        """What is wanted now; None where the run is over."""
        self._put_results()
        if any(not self._is_ours(block) for block in self._unanswered()):
            return None  # those calls are the program's to answer
        if calls := self.open_calls():
            return Run(calls)
        if self._iterations == self.policy.max_iterations:
            return None
        if self._compaction is not None and not self._is_paused():
            if self._calls_of(self._latest_turn()).keys() - self._answered():
                logger.warning("the conversation ends in calls that have no result, and so is not summed up")
                self._compaction = None
            else:
                self._compacted = len(self._messages)
                return Send(self._build(compacting(self._sent(), self._compaction)))
        if self._is_over():
            return None
        if self._tool_changes and not self._is_paused():
            changed, self._tool_changes = self._tool_changes, []
            self._messages.append(_plain({"role": "system", "content": changed}))
            self._params = with_beta(self._params, TOOLS_BETA)
        return Send(self._build(self._sent()))

    def _sent(self) -> dict[str, Any]:
        sent = {**self._params, "messages": self.messages}
        if tools := to_params(sent.pop("tools")):
            sent["tools"] = tools
        return sent

    def received(self, message: Message) -> None:
        """Take in the answer to a request; more than once does no harm."""
        if message is self.reply:
            return
        self.reply = message
        if self._compacted is not None:
            self._put_sum(message, self._compacted)
        else:
            self._goes_on = False
            self._stop_reason = message.stop_reason
            self._iterations += 1
            self._messages.append(_plain(message))
            self._carry_over(message)
        appended, self._appended_to_stream = self._appended_to_stream, None
        self.append(appended or ())

    def _put_sum(self, message: Message, count: int) -> None:
        """Put the sum of the first `count` messages in their place."""
        self._compacted = self._compaction = None
        self._goes_on = not self._is_over()
        if has_summary(message):
            self._messages[:count] = [_plain(message)]
        else:
            logger.warning("nothing came of summing the conversation up: it stays as it is")

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
        # Where something stands behind the answer, the model has not answered that.
        at_its_end = self._latest_turn() == len(self._messages) - 1
        return self.reply is not None and at_its_end and not self._is_paused() and not self._goes_on

    def _is_paused(self) -> bool:
        return self._stop_reason in _TO_BE_GONE_ON_WITH

    def _latest_turn(self) -> int:
        turns = enumerate(self._messages)
        return max((number for number, message in turns if message["role"] == "assistant"), default=-1)

    def _unanswered(self) -> list[Mapping[str, Any]]:
        """The calls of the latest answer without a result in the conversation."""
        latest = self._latest_turn()
        if latest < 0 or (self.reply is not None and self._stop_reason != "tool_use"):
            return []
        answered = self._answered()
        return [block for id_, block in self._calls_of(latest).items() if id_ not in answered]

    def _calls_of(self, turn: int) -> dict[str, Mapping[str, Any]]:
        blocks = _blocks(self._messages[turn]) if turn >= 0 else ()
        return {block["id"]: block for block in blocks if block.get("type") == "tool_use"}

    def _answered(self) -> set[str]:
        behind = self._messages[self._latest_turn() + 1 :]
        return {block.get("tool_use_id", "") for message in behind for block in _blocks(message)}

    def _is_ours(self, block: Mapping[str, Any]) -> bool:
        """Whether a call is answered here: by its tool, or by saying that there is none of that name."""
        if block.get("toolset_name") is not None:
            return False
        name = block["name"]
        return name in self._available() or not (name in self._others or self._added.get(name, self) is None)

    def _call(self, block: Mapping[str, Any]) -> Call:
        from ..types import ToolUseBlock

        available = self._available()
        tool = available.get(block["name"])
        timeout = self.policy.tool_timeout if tool is None or tool.timeout is None else tool.timeout
        given = ToolUseBlock.model_validate(block)
        return Call(given, tool, self.policy.context, timeout, sorted(available))

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
