"""Replies that the sandbox is told to give, and the order in which they are used up.

Without instructions, or once they are used up, `replies` makes one from the request.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias, cast

from typing_extensions import TypedDict, Unpack

from .conditions import Condition
from .errors import Refusal
from .json_utils import Object, members
from .replies import Composed, signature, text_block, tool_use_block
from .request_log import Received
from .schema_values import Unfit, fit
from .sse import Pace

ToolUse: TypeAlias = "str | tuple[str, Mapping[str, Any]] | Mapping[str, Any]"
"""A call of a tool: its name (the arguments are made to fit its schema), name and arguments, or an object with `name`
and `input`. A member of a browser or computer toolset is called in the same way."""
ReplyValue: TypeAlias = "str | Reply | Mapping[str, Any] | Sequence[Mapping[str, Any]] | None"
"""A text, a `Reply`, a message or its content blocks; None for what would be said without instructions."""
ReplySource: TypeAlias = "ReplyValue | Callable[[Received], ReplyValue]"


class ReplyParams(TypedDict, total=False):
    """What a reply consists of beside its text, in the order in which it is sent: thinking, (text,) content, tools."""

    thinking: str
    content: Sequence[Mapping[str, Any]]
    """Blocks as the API sends them. What a block needs beside its type and text may be left out."""
    tool_use: ToolUse | list[ToolUse]
    input: Mapping[str, Any]
    """The arguments for `tool_use`, where that is one name."""
    stop_reason: str
    """`tool_use` when a tool is called, else `end_turn`, unless it is given."""
    stop_sequence: str
    stop_details: Mapping[str, Any]
    usage: Mapping[str, Any]
    """Fields of `usage` that are to differ from what was counted."""
    chunks: Sequence[str]
    """The text as the parts in which a stream sends it."""
    chunk_size: int
    """Characters of text, thinking or JSON that each event of a stream has."""
    delay: float
    """Seconds before each of these events."""


class Reply:
    """One reply, given as it is: neither `max_tokens` nor stop sequences cut it.

        Reply("Hello", thinking="They greet.")
        Reply(tool_use=("get_weather", {"city": "Oslo"}))

    Args:
        text: What it says.
        params: What else it consists of.
    """

    def __init__(self, text: str | None = None, **params: Unpack[ReplyParams]) -> None:
        unknown = set(params) - set(ReplyParams.__annotations__)
        if unknown:
            raise TypeError(
                f"unknown keyword {min(unknown)!r} of a reply: expected one of {', '.join(ReplyParams.__annotations__)}"
            )
        if not isinstance(cast("object", text), str | None):
            raise TypeError(f"invalid text: expected a str, not {type(text).__name__}; pass blocks as content=[...]")
        chunks = params.get("chunks")
        if chunks is not None:
            text = "".join(chunks) if text is None else text
            if "".join(chunks) != text:
                raise ValueError(f"invalid chunks: together they are {''.join(chunks)!r}, expected the text {text!r}")
        if params.get("chunk_size", 1) < 1:
            raise ValueError(f"invalid chunk_size={params.get('chunk_size')!r}: expected 1 or more")
        if params.get("delay", 0) < 0:
            raise ValueError(f"invalid delay={params.get('delay')!r}: expected 0 seconds or more")
        if "input" in params and not isinstance(params.get("tool_use"), str):
            raise ValueError("invalid input: expected tool_use='name' beside it, or tool_use=('name', {...}) instead")
        self.text: str | None = text
        self.params: ReplyParams = params

    def compose(self, body: Object) -> Composed:
        """The reply to a valid body of `messages.create`."""
        said = self.params
        content = list(self._content(body))
        calls = any(block["type"] == "tool_use" for block in content)
        fields: Object = {"stop_sequence": said.get("stop_sequence"), "stop_details": said.get("stop_details")}
        return Composed(
            content,
            stop_reason=said.get("stop_reason") or ("tool_use" if calls else "end_turn"),
            is_final=True,
            fields={name: value for name, value in fields.items() if value is not None},
            usage=dict(said.get("usage", {})),
            pace=Pace(tuple(said.get("chunks", ())), said.get("chunk_size"), said.get("delay", 0.0)),
        )

    def _content(self, body: Object) -> Iterator[Object]:
        thinking = self.params.get("thinking")
        if thinking is not None:
            yield _thinking(thinking)
        if self.text is not None:
            yield text_block(self.text)
        for block in self.params.get("content", ()):
            yield _whole(block)
        for use in _uses(self.params):
            yield _tool_use(use, body)

    def __repr__(self) -> str:
        said = [] if self.text is None else [repr(self.text)]
        return f"Reply({', '.join([*said, *(f'{name}={value!r}' for name, value in self.params.items())])})"


def as_reply(value: ReplyValue) -> Reply | None:
    """`value` in the form of a `Reply`."""
    if value is None or isinstance(value, Reply):
        return value
    if isinstance(value, str):
        return Reply(value)
    if isinstance(value, Mapping):
        return _from_message(value)
    return Reply(content=list(value))


def _from_message(message: Mapping[str, Any]) -> Reply:
    """A message as the API sends it, or a single block of one."""
    if "content" not in message or "tool_use_id" in message:
        return Reply(content=[message])
    content = message["content"]
    names = ("stop_reason", "stop_sequence", "stop_details", "usage")
    fields = {name: message[name] for name in names if message.get(name) is not None}
    blocks = [{"type": "text", "text": content}] if isinstance(content, str) else content
    return Reply(**cast("ReplyParams", {"content": blocks, **fields}))


# ---- from instructions to blocks


def _thinking(text: str) -> Object:
    return {"type": "thinking", "thinking": text, "signature": signature(text)}


def _whole(block: Mapping[str, Any]) -> Object:
    """`block` with what the API always sends along."""
    if block.get("type") == "text":
        return {**text_block(""), **block}
    if block.get("type") == "thinking":
        return {**_thinking(block["thinking"]), **block}
    if block.get("type") == "tool_use":
        return {**tool_use_block(block["name"], {}), **block}
    return dict(block)


def _uses(said: ReplyParams) -> list[ToolUse]:
    use = said.get("tool_use")
    if use is None:
        return []
    if isinstance(use, str) and "input" in said:
        return [(use, said["input"])]
    return use if isinstance(use, list) else [use]


def _tool_use(use: ToolUse, body: Object) -> Object:
    if isinstance(use, Mapping):
        return _whole({"type": "tool_use", **use})
    name, arguments = (use, _arguments(use, body)) if isinstance(use, str) else use
    toolset = _toolset_of(name, body)
    return tool_use_block(name, dict(arguments)) | ({} if toolset is None else {"toolset_name": toolset})


def _toolset_of(name: str, body: Object) -> str | None:
    """The toolset among the tools of a request that has a member of this name; None for a tool of its own."""
    from ..types import BrowserToolsetConfigsParam, ComputerToolsetConfigsParam

    tools = members(body, "tools")
    if any(tool.get("name") == name for tool in tools):
        return None
    known = {"browser": BrowserToolsetConfigsParam, "computer": ComputerToolsetConfigsParam}
    named = (str(tool.get("type")).partition("_toolset_")[0] for tool in tools)
    return next((each for each in named if each in known and name in known[each].__annotations__), None)


def _arguments(name: str, body: Object) -> Object:
    for tool in members(body, "tools"):
        if tool.get("name") == name and "input_schema" in tool:
            try:
                return cast("Object", fit(tool["input_schema"], ""))
            except Unfit:
                return {}
    return {}


# ---- which reply is next


@dataclass
class _Instruction:
    condition: Condition
    source: ReplySource
    left: int | None
    """How many more requests it is for; None for all."""


@dataclass
class Script:
    """The replies that are still to be given."""

    _instructions: list[_Instruction] = field(default_factory=list[_Instruction])
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, condition: Condition, source: ReplySource, times: int | None) -> None:
        """Reply to the next `times` requests that fit; None stands for all of them."""
        with self._lock:
            self._instructions.append(_Instruction(condition, source, times))

    def clear(self) -> None:
        with self._lock:
            self._instructions.clear()

    def unused(self) -> list[str]:
        """The replies that were not given as often as they were to be, described."""
        with self._lock:
            return [_describe(each) for each in self._instructions if each.left is not None]

    def next(self, request: Received) -> Reply | None:
        """The reply to `request`, which uses it up; None when there is no instruction for it."""
        if not self._instructions:
            return None
        source = self._take(request)
        if not callable(source):
            return as_reply(source)
        try:
            return as_reply(source(request))
        except Exception as error:
            raise Refusal(
                500, f"the function that replies raised {error!r}", headers={"x-should-retry": "false"}
            ) from error

    def _take(self, request: Received) -> ReplySource:
        with self._lock:
            fitting = [each for each in self._instructions if each.condition.fits(request)]
            if not fitting:
                return None
            # One with a condition goes before one without, however late it was given.
            chosen = min(fitting, key=lambda each: each.condition.is_open)
            if chosen.left is not None:
                chosen.left -= 1
                if chosen.left == 0:
                    self._instructions.remove(chosen)
            return chosen.source


_LONGEST_DESCRIPTION: Final = 200


def _describe(instruction: _Instruction) -> str:
    what = f"{instruction.source!r}"[:_LONGEST_DESCRIPTION]
    when = "" if instruction.condition.is_open else f" when {instruction.condition}"
    return f"{what}{when}, {instruction.left} more times" if instruction.left != 1 else f"{what}{when}"
