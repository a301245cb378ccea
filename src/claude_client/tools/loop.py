"""What comes next in a run of tools, written once for both clients.

A loop does no I/O. `next_step()` reads from the conversation what to do now: run these calls, send this request, or
stop. The runner reports the outcome with `add_result()` and `add_reply()`. Because the conversation holds all state, a
step that failed can be retried, and a conversation that was kept can be continued.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from ..core.json_encoding import encode_json
from ..core.logs import logger
from ..core.request import STANDARD_LIMIT
from ..types.request_options import UserProfileOptions
from .conversation_changes import (
    TOOLS_BETA,
    addition,
    changes,
    check_compaction,
    has_summary,
    removal,
    to_compaction,
    with_beta,
)
from .definitions import Tool, as_tool, is_toolset, to_params
from .results import refusal_block
from .toolset_errors import ToolsetContractError
from .toolsets import AnyToolset, MemberTool, family_of
from .turns import CUT_OFF, blocks_of, calls_of, find_fault, to_turn

if TYPE_CHECKING:
    from ..core.request import Request
    from ..types import CompactionConfigParam, Message, MessageParam, ToolResultBlockParam, ToolUseBlock

Approve: TypeAlias = "Callable[[ToolUseBlock], bool | Awaitable[bool]]"
"""Says whether a call may be made, by its `.name`, `.input` and `.id`."""

OnCall: TypeAlias = "Callable[[ToolUseBlock], Awaitable[None] | None]"
"""Called with each call before it is run."""

OnResult: TypeAlias = "Callable[[ToolUseBlock, ToolResultBlockParam], Awaitable[None] | None]"
"""Called with each call and its result."""

Params: TypeAlias = "Mapping[str, Any]"

# The turn is not over: it is sent back as it is, and goes on. https://platform.claude.com/docs/en/api/handling-stop-reasons
_PAUSED: Final = ("pause_turn", "compaction")

# A tool that waits for something outside gains from more, a machine with few cores does not suffer from these.
MAX_PARALLEL: Final = 32
"""Calls of one turn that run at the same time, unless `parallel` says otherwise."""

_LARGE: Final = 1024 * 1024
"""Bytes of results from which on it is worth to look whether they fit into a request."""


@dataclass(frozen=True)
class Policy:
    """How a run is made."""

    max_iterations: int | None = None
    """Most messages of the model."""

    approve: Approve | None = None
    """Asked before each call."""

    context: object = None
    """What parameters annotated as `ToolContext` get."""

    tool_timeout: float | None = None
    """Seconds that a call may take, for tools that say nothing of it."""

    parallel: bool | int = True
    """How many calls of one turn may run at the same time: True for 32, False or 1 to run them in order."""

    on_call: OnCall | None = None
    """Called before each call that is run, once it is approved."""

    on_result: OnResult | None = None
    """Called with each result, also of calls that are not run."""

    run_tools_eagerly: bool = False
    """Whether calls are run while the message that makes them still arrives."""

    def __post_init__(self) -> None:
        if self.max_parallel < 1:
            raise ValueError(f"invalid parallel {self.parallel!r}: expected True, False or a number of calls from 1")

    @property
    def max_parallel(self) -> int:
        """How many calls of one turn may run at the same time."""
        return (MAX_PARALLEL if self.parallel else 1) if isinstance(self.parallel, bool) else self.parallel


@dataclass(frozen=True)
class Send:
    """Send this, and give the message to `add_reply()`."""

    request: Request[Any, Any]


@dataclass(frozen=True)
class Run:
    """Run these calls, and give each result to `add_result()` when it is there."""

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

    place: int = 0
    """Which of the calls of its turn it is. Two may have the same id."""

    fault: str | None = None
    """Why it cannot be run, in words for the model."""

    toolset: str | None = None
    """The toolset that it is a call of."""

    @property
    def sequence(self) -> str | None:
        """What calls that run one after the other have in common; None for one that runs beside others."""
        if self.toolset is not None:
            return f"toolset {self.toolset}"
        return f"tool {self.tool.name}" if self.tool is not None and self.tool.in_order else None


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
        stream: Whether the messages come as streams.

        Raises:
            TypeError: One of `tools` is not a tool, or needs a context that is not there.
        """
        self.stream = stream
        self.policy = policy
        self.reply: Message | None = None
        """The latest message of the model."""
        self.received_messages: list[Message] = []
        """All messages that the model sent in this run."""
        self._build = build
        self._iterations = 0
        self._results: dict[int, ToolResultBlockParam] = {}
        """Results of the latest turn's calls by their places, until all are there."""
        self._params: dict[str, Any] = {}
        self._tools: dict[str, Tool] = {}
        self._toolsets: dict[str, AnyToolset] = {}
        """The toolsets that are run here, by what the model calls them."""
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
        """How the next request compacts the conversation."""
        self._compacted: int | None = None
        """How many messages are being compacted right now."""
        self._goes_on = False
        """Whether the model still has to respond to the summary at the end."""
        self.change(params)

    def set_streaming(self, open_: bool) -> None:
        """Say whether a message is being streamed: what is appended meanwhile goes behind it."""
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
            raise ValueError(
                "compaction would apply to each request: runner.compact_before_next_turn() applies it once"
            )
        kept = {key: value for key, value in self._params.items() if key in UserProfileOptions.__annotations__}
        given: dict[str, Any] = {**kept, **params, "tools": list(params.get("tools") or ())}
        if given.get("thread") is False:
            # The official way to ask for what is done here anyway: the whole conversation with each request.
            del given["thread"]
        if self._compaction is not None:
            check_compaction(given)
        tools = [tool for tool in map(as_tool, given["tools"]) if tool is not None]
        toolsets: list[AnyToolset] = [each for each in given["tools"] if is_toolset(each)]
        for tool in tools:
            self._check_context(tool)
        self._tools = {tool.name: tool for tool in tools}
        self._toolsets = {toolset.toolset_name: toolset for toolset in toolsets}
        self._others = {tool["name"] for tool in given["tools"] if isinstance(tool, Mapping) and "name" in tool}
        before = self._latest_calls()
        self._messages = [to_turn(message, number) for number, message in enumerate(given.pop("messages"))]
        if self._latest_calls() != before:
            self._results.clear()
        self._params = given

    def add_tools(self, tools: Iterable[object]) -> None:
        """Give the model more tools, and tell it so with the next request.

        Raises:
            TypeError: One of them is not a tool, or needs a context that is not there; or it is a toolset.
        """
        tools = list(tools)
        for given in tools:
            self._check_addition(given)
        for given in tools:
            tool = as_tool(given)
            definition: Any = given if tool is None else tool.to_param()
            if tool is not None:
                self._check_context(tool)
            if "name" in definition:
                self._added[definition["name"]] = tool
            self._tool_changes.append(addition(definition))

    def remove_tools(self, names: Iterable[str]) -> None:
        """Take tools away, and tell the model so with the next request.

        Raises:
            ToolsetContractError: One of them is a toolset.
        """
        names = list(names)
        for name in names:
            if name in self._toolsets:
                raise ToolsetContractError(f"remove_tools() got the toolset {name}: make a run without it")
        self._tool_changes += map(removal, names)

    def _check_addition(self, given: Any) -> None:
        tool = as_tool(given)
        definition: Params = {} if tool is not None or is_toolset(given) else given
        # The API takes another tool of such a name for the toolset.
        names = (definition.get("name"), family_of(definition), None if tool is None else tool.name)
        if is_toolset(given) or any(name in self._toolsets for name in names):
            raise ToolsetContractError(
                "add_tools() got a toolset, or a tool with the name of one: give toolsets to run_tools()"
            )

    def _check_context(self, tool: Tool) -> None:
        if tool.needs_context and self.policy.context is None:
            raise TypeError(f"the tool {tool.name} needs a context: run_tools(context=...)")

    def _available(self) -> dict[str, Tool]:
        """The tools that are run here, without those that were removed."""
        there = changes([*self._messages, {"role": "system", "content": self._tool_changes}])
        here = {**self._tools, **self._added}
        return {name: tool for name, tool in here.items() if tool is not None and there.get(name, True)}

    def compact(self, compaction: CompactionConfigParam | None) -> None:
        """Let the next request compact the conversation.

        Raises:
            ValueError: The parameters let the API do that by itself.
        """
        check_compaction(self._params)
        self._compaction = compaction or {"type": "summarize"}

    def append(self, messages: Iterable[Any]) -> None:
        """Put messages behind the conversation. A message of the model that is already its last is not added again."""
        if self._appended_to_stream is not None:
            self._appended_to_stream.extend(messages)
            return
        for message in messages:
            last = self._messages[-1] if self._messages else {"role": None}
            if last["role"] != "assistant" or to_turn(message, len(self._messages) - 1) != last:
                self._messages.append(to_turn(message, len(self._messages)))

    @property
    def tools(self) -> Sequence[Tool]:
        """The tools that are run here, without toolsets."""
        return list(self._available().values())

    @property
    def toolsets(self) -> Sequence[AnyToolset]:
        """The toolsets that are run here."""
        return list(self._toolsets.values())

    # ---- what comes next ----

    def next_step(self) -> Send | Run | None:
        """What to do next; None where the run is over."""
        self._put_results()
        if any(not self._is_ours(block) for _, block in self._pending()):
            return None  # the program gives the results of those calls
        if calls := self.open_calls():
            return Run(calls)
        if self._iterations == self.policy.max_iterations:
            return None
        if self._compaction is not None and not self._is_paused():
            if self._without_result():
                logger.warning("the conversation is not compacted: it ends in tool calls that have no result")
                self._compaction = None
            else:
                self._compacted = len(self._messages)
                return Send(self._build(to_compaction(self._build_params(), self._compaction)))
        if self._is_over():
            return None
        self._refuse_cut_calls()
        if self._tool_changes and not self._is_paused():
            changed, self._tool_changes = self._tool_changes, []
            self._messages.append(to_turn({"role": "system", "content": changed}, len(self._messages)))
            self._params = with_beta(self._params, TOOLS_BETA)
        return Send(self._build(self._build_params()))

    def _build_params(self) -> dict[str, Any]:
        sent = {**self._params, "messages": self.messages}
        if tools := to_params(sent.pop("tools")):
            sent["tools"] = tools
        return sent

    def add_reply(self, message: Message) -> None:
        """Take in the message that a request gave. Doing so more than once does no harm."""
        if message is self.reply:
            return
        self.reply = message
        self.received_messages.append(message)
        if self._compacted is not None:
            self._put_summary(message, self._compacted)
        else:
            self._goes_on = False
            self._stop_reason = message.stop_reason
            self._iterations += 1
            # Results belong to one turn: an id that comes again in a later one is another call.
            self._results.clear()
            self._messages.append(to_turn(message, len(self._messages)))
            self._carry_over(message)
            if message.stop_reason in CUT_OFF and self._latest_calls():
                logger.warning("the tool calls of a message with stop_reason %r are not run", message.stop_reason)
        appended, self._appended_to_stream = self._appended_to_stream, None
        self.append(appended or ())

    def _put_summary(self, message: Message, count: int) -> None:
        """Put the summary of the first `count` messages in their place."""
        self._compacted = self._compaction = None
        self._goes_on = not self._is_over()
        if has_summary(message):
            self._messages[:count] = [to_turn(message, 0)]
        else:
            logger.warning("compaction gave no summary: the conversation stays as it is")

    def add_result(self, result: ToolResultBlockParam, call: Call | None = None) -> None:
        """Take in the result of one call.

        Args:
            result: The result.
            call: The call that it belongs to; the first one of that id without a result when left out.
        """
        if call is None:
            open_ = (call for call in self.open_calls() if call.block.id == result["tool_use_id"])
            call = next(open_, None)
        if call is not None:
            self._results[call.place] = result

    def open_calls(self) -> list[Call]:
        """The calls of the latest message that are to be run here and have no result yet."""
        found = ((place, block) for place, block in self._pending() if place not in self._results)
        return [self._call(place, block) for place, block in found if self._is_ours(block)]

    def results(self) -> MessageParam | None:
        """The results of the latest message's calls, as the turn that is sent; None where it has no calls."""
        found = [self._results[place] for place, _ in self._pending() if place in self._results]
        return {"role": "user", "content": found} if found else None

    def _put_results(self) -> None:
        """Put the results of the latest message right behind it, once all are there."""
        calls = self._pending()
        if calls and all(place in self._results for place, _ in calls):
            self._put_behind_calls([self._results[place] for place, _ in calls])

    def _refuse_cut_calls(self) -> None:
        """Add results for the calls of a message that was cut off, where the conversation goes on behind it."""
        if self._stop_reason in CUT_OFF and (calls := self._without_result()):
            reason = f"The response ended early (stop_reason {self._stop_reason}), so the tool was not run."
            # A call that ran while the message arrived has its result.
            known = ((self._call(*call).block, self._results.get(call[0])) for call in calls)
            self._put_behind_calls([result or refusal_block(block, reason) for block, result in known])

    def _put_behind_calls(self, results: Sequence[ToolResultBlockParam]) -> None:
        number = self._latest_turn() + 1
        self._messages.insert(number, to_turn({"role": "user", "content": self._replace_too_large(results)}, number))

    def _replace_too_large(self, results: Sequence[ToolResultBlockParam]) -> list[ToolResultBlockParam]:
        """`results`, with an error in the place of those that are too large for one request."""
        fitting = list(results)
        sizes = [len(encode_json(result)) for result in fitting]
        if sum(sizes) < _LARGE:
            return fitting
        left = STANDARD_LIMIT.max_bytes - _LARGE - len(encode_json(self._messages))
        while sum(sizes) > left and (largest := max(sizes)) > _LARGE:
            place = sizes.index(largest)
            reason = (
                f"The result is too large: {largest / _LARGE:.1f} MB, and a request takes "
                f"{STANDARD_LIMIT.max_bytes // _LARGE} MB in all. Ask for less."
            )
            given: Any = fitting[place]
            kept = {key: value for key, value in given.items() if key != "content"}
            fitting[place] = cast("ToolResultBlockParam", {**kept, "content": reason, "is_error": True})
            sizes[place] = 0
        return fitting

    def _is_over(self) -> bool:
        # The model has not seen what stands behind its message.
        at_its_end = self._latest_turn() == len(self._messages) - 1
        return self.reply is not None and at_its_end and not self._is_paused() and not self._goes_on

    def _is_paused(self) -> bool:
        return self._stop_reason in _PAUSED

    def _latest_turn(self) -> int:
        turns = enumerate(self._messages)
        return max((number for number, message in turns if message["role"] == "assistant"), default=-1)

    def _latest_calls(self) -> list[Mapping[str, Any]]:
        latest = self._latest_turn()
        return calls_of(self._messages[latest]) if latest >= 0 else []

    def _pending(self) -> list[tuple[int, Mapping[str, Any]]]:
        """The calls of the latest message that ask for a result and have none in the conversation, by their places."""
        is_cut = self.reply is not None and self._stop_reason != "tool_use"
        return [] if is_cut else self._without_result()

    def _without_result(self) -> list[tuple[int, Mapping[str, Any]]]:
        behind = self._messages[self._latest_turn() + 1 :]
        results = Counter(block.get("tool_use_id") for message in behind for block in blocks_of(message))
        found: list[tuple[int, Mapping[str, Any]]] = []
        for place, block in enumerate(self._latest_calls()):
            if results[block["id"]]:
                results[block["id"]] -= 1
            else:
                found.append((place, block))
        return found

    def _is_ours(self, block: Mapping[str, Any]) -> bool:
        """Whether the run gives the result of a call: that of its tool, or that there is no such tool."""
        if block.get("toolset_name") is not None:
            return block["toolset_name"] in self._toolsets
        if find_fault(block) is not None:
            return True
        name = block["name"]
        return name in self._available() or not (name in self._others or self._added.get(name, self) is None)

    def _call(self, place: int, block: Mapping[str, Any]) -> Call:
        from ..types import ToolUseBlock

        given = ToolUseBlock.model_validate(block)
        toolset = self._toolsets.get(given.toolset_name or "")
        available = self._available()
        tool = available.get(given.name) if toolset is None else MemberTool(cast("Any", toolset), given)
        timeout = self.policy.tool_timeout if tool is None or tool.timeout is None else tool.timeout
        fault, family = find_fault(block), given.toolset_name
        if tool is None and given.name in self._toolsets:
            family = given.name
            fault = f"{family} is a toolset, which is not called itself. Call its members."
        return Call(given, tool, self.policy.context, timeout, sorted(available), place, fault, family)

    def eager_call(self, block: object, place: int) -> Call | None:
        """A call of a message that still arrives; None where it is not run before the message is complete.

        Args:
            block: The block of the call, complete.
            place: Which of the calls of the message it is.
        """
        plain = to_turn({"role": "assistant", "content": [block]}, 0)["content"][0]
        if plain.get("type") != "tool_use" or not self._is_ours(plain):
            return None
        call = self._call(place, plain)
        return None if call.tool is None or call.fault is not None else call

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
