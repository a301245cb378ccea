"""Which requests an instruction is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from fnmatch import fnmatchcase
from typing import Any, cast

from typing_extensions import TypedDict

from .request_log import Received


class ConditionParams(TypedDict, total=False):
    """What a request has to be like; all that is given has to be true of it."""

    path: str
    """The path, as `/v1/messages`; `*` stands for any text."""
    method: str
    model: str
    """The model that is named; `*` stands for any text."""
    contains: str
    """Text that is anywhere in the system prompt or the messages."""
    question: str
    """Text that is in what the user wrote last."""
    tool: str
    """The name of a tool that is offered."""
    result_of: str
    """The name of a tool whose result is in the last message."""
    stream: bool
    """Whether a stream is asked for."""


@dataclass(frozen=True)
class Condition:
    """The same, to be held against requests. Where nothing is said, every request fits."""

    path: str | None = None
    method: str | None = None
    model: str | None = None
    contains: str | None = None
    question: str | None = None
    tool: str | None = None
    result_of: str | None = None
    stream: bool | None = None
    predicate: Callable[[Received], object] | None = None

    @property
    def is_open(self) -> bool:
        """Whether every request fits."""
        return all(getattr(self, each.name) is None for each in fields(self))

    def fits(self, request: Received) -> bool:
        if self.path is not None and not fnmatchcase(request.path, self.path):
            return False
        if self.method is not None and request.method != self.method.upper():
            return False
        if any(getattr(self, name) is not None for name in _OF_THE_BODY) and not self._fits_body(_object(request.json)):
            return False
        return self.predicate is None or bool(self.predicate(request))

    def _fits_body(self, body: Mapping[str, Any]) -> bool:
        return (
            (self.model is None or fnmatchcase(str(body.get("model")), self.model))
            and (self.stream is None or (body.get("stream") is True) == self.stream)
            and (self.contains is None or any(self.contains in text for text in _texts(_list_texts(body))))
            and (self.question is None or self.question in _question(body))
            and (self.tool is None or any(tool.get("name") == self.tool for tool in _objects(body.get("tools"))))
            and (self.result_of is None or self.result_of in _tools_with_results(body))
        )

    def __str__(self) -> str:
        """As it is written in a fault: `path=/v1/messages; stream=true`."""
        named = [(each.name, getattr(self, each.name)) for each in fields(self) if each.name != "predicate"]
        said = [f"{name.replace('_', '-')}={_write(value)}" for name, value in named if value is not None]
        return "; ".join([*said, "by a function"] if self.predicate else said)


_OF_THE_BODY = ("model", "contains", "question", "tool", "result_of", "stream")


def _write(value: str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else value


# What follows reads bodies that nobody has looked at yet: they may be of any form.


def _object(value: Any) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", value) if isinstance(value, dict) else {}


def _objects(value: Any) -> list[Mapping[str, Any]]:
    return [_object(item) for item in cast("Sequence[Any]", value)] if isinstance(value, list) else []


def _list_texts(body: Mapping[str, Any]) -> list[Any]:
    return [body.get(name) for name in ("system", "messages", "prompt")]


def _texts(value: Any) -> Iterator[str]:
    """Every text in `value`, bytes in base64 left out."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in cast("Sequence[Any]", value):
            yield from _texts(item)
    elif isinstance(value, dict):
        for name, item in cast("dict[str, Any]", value).items():
            if name not in ("data", "role", "type"):
                yield from _texts(item)


def question_of(request: Received) -> str:
    """What the user wrote last, in a request of any form; empty where there is nothing of the kind."""
    return _question(_object(request.json))


def _question(body: Mapping[str, Any]) -> str:
    for message in reversed(_objects(body.get("messages"))):
        content = message.get("content")
        blocks = [{"type": "text", "text": content}] if isinstance(content, str) else _objects(content)
        said = [str(block.get("text")) for block in blocks if block.get("type") == "text"]
        if message.get("role") == "user" and said:
            return "\n".join(said)
    return str(body.get("prompt") or "")


def _tools_with_results(body: Mapping[str, Any]) -> set[str]:
    """The tools whose results are in the last message; their names are in the calls before it."""
    messages = _objects(body.get("messages"))
    blocks = [block for message in messages for block in _objects(message.get("content"))]
    names = {str(block.get("id")): str(block.get("name")) for block in blocks if "name" in block}
    last = _objects(messages[-1].get("content")) if messages else []
    return {names.get(str(block.get("tool_use_id")), "") for block in last if block.get("type") == "tool_result"}
