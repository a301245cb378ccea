"""`Splicer`: the streams of several models as one message, in the form that the API gives to `fallbacks=`. No I/O.

The events of a model are held until it says something: a refusal before that leaves no trace. From then on they are
handed on. Behind the first model, the indices of blocks go on where those of the one before ended, and at the end
`usage.iterations` has an entry for each model.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias, cast

from ..core.decoding import decode
from ..core.json_encoding import encode_json
from ..types._tools import TruncatedInput
from .accumulate import EventOrderError, MessageAccumulator

Json: TypeAlias = "dict[str, Any]"

_THINKING: Final = ("thinking", "redacted_thinking")


@dataclass(frozen=True)
class Refusal:
    """How a model refused."""

    model: str
    delta: Json
    """The event that says so."""
    start: Json
    """The first event of its message."""
    blocks: Sequence[Json]
    """What it had said, where the next model may go on from there."""
    usage: Json

    @property
    def token(self) -> str | None:
        """By which the next call does not pay for its input again."""
        token: object = self._details.get("fallback_credit_token")
        return token if isinstance(token, str) and token else None

    @property
    def category(self) -> object:
        """Why, in a word."""
        return self._details.get("category")

    @property
    def _details(self) -> Json:
        return part(part(self.delta, "delta"), "stop_details")


@dataclass
class _Hop:
    """One model's stream, as far as it has come."""

    model: str
    index_base: int
    is_first: bool
    is_last: bool
    drops_start: bool = False
    """Whether its first event is not handed on, as the message has begun."""
    start: Json = field(default_factory=dict[str, Any])
    frames: list[tuple[Any, ...]] = field(default_factory=list[tuple[Any, ...]])
    """The events of its message, for the case that it refuses."""
    held: list[bytes] = field(default_factory=list[bytes])
    has_begun: bool = False
    """Whether its events are handed on."""
    open_blocks: list[int] = field(default_factory=list[int])


class Splicer:
    """Takes the events of each model in turn, and gives those of one message."""

    def __init__(self, model: str) -> None:
        """Args:
        model: The first model that is asked.
        """
        self.refusal: Refusal | None = None
        """Set where the present model has refused and another one can be asked."""
        self._hop = _Hop(model, 0, is_first=True, is_last=False)
        self._next_index = 0
        self._is_open = False
        """Whether the message has begun."""
        self._id: object = None
        self._seams: list[bytes] = []
        """The `fallback` blocks that are still to be given."""
        self._iterations: list[Json] = []
        self._last_model = model
        """The model that the next `fallback` block leads away from."""
        self._noted: Refusal | None = None
        """The last refusal that is among the iterations."""

    @property
    def model(self) -> str:
        """The model that spoke last."""
        return self._last_model

    def begin(self, model: str, refusal: Refusal, *, is_last: bool) -> None:
        """Go on with the stream of another model.

        Args:
            model: The model.
            refusal: How the one before refused.
            is_last: Whether there is no other one behind it.
        """
        self._note(refusal)
        block = block_between(self._last_model, model, refusal.category)
        index = self._next_index
        self._next_index += 1
        self._seams += [
            _event("content_block_start", {"index": index, "content_block": block}),
            _event("content_block_stop", {"index": index}),
        ]
        self._last_model = model
        self.refusal = None
        self._hop = _Hop(model, self._next_index, is_first=False, is_last=is_last, drops_start=self._is_open)

    def take(self, frame: tuple[Any, ...], *, is_cut: bool = False) -> bytes:
        """What an event of the present model comes to; nothing where it is held or kept back."""
        hop = self._hop
        event = _load(frame[1]) if not hop.is_first or frame[0] in _READ or not frame[0] else {}
        kind = event.get("type") or frame[0].decode("utf-8", "replace")
        if kind == "message_start":
            hop.start = event
            hop.frames.append(frame)
            if self._id is None:
                self._id = part(event, "message").get("id")
            hop.held.append(self._starting(frame))
            return b""
        if kind.startswith("content_block_"):
            if not hop.is_last:
                hop.frames.append(frame)
            return self._open() + self._shift(kind, event, frame, is_cut=is_cut)
        if kind != "message_delta":
            if hop.has_begun:
                return _write(frame, is_cut=is_cut)
            hop.held.append(_write(frame, is_cut=is_cut))
            return b""
        if self._can_go_on(event):
            self.refusal = self._make_refusal(event)
            return b"".join(_event("content_block_stop", {"index": index}) for index in hop.open_blocks)
        return self._open() + (_write(frame, is_cut=is_cut) if hop.is_first else self._ending(event))

    def finish(self) -> bytes:
        """What is left when the stream of the present model has ended without a refusal."""
        return self._open()

    def repeat_refusal(self, refusal: Refusal, recommended_model: str | None) -> bytes:
        """The end of the message where no other model replied: the last refusal, as if nothing had been tried."""
        self._note(refusal)
        delta = part(refusal.delta, "delta")
        if details := part(delta, "stop_details"):
            delta = {**delta, "stop_details": {**details, "recommended_model": recommended_model}}
        usage = {**part(refusal.delta, "usage"), "iterations": self._iterations}
        event = {**refusal.delta, "delta": delta, "usage": usage}
        start = b"" if self._is_open else self._with_first_id(refusal.start)
        return start + b"".join(self._seams) + _event("message_delta", event) + _event("message_stop", {})

    # ---- parts of it ----

    def _starting(self, frame: tuple[Any, ...]) -> bytes:
        """The first event of the present model, as it is given if the message begins with it."""
        hop = self._hop
        if hop.is_first:
            return _write(frame)
        return b"" if hop.drops_start else self._with_first_id(hop.start)

    def _with_first_id(self, start: Json) -> bytes:
        message = {**part(start, "message")}
        if self._id is not None:
            message["id"] = self._id
        return _event("message_start", {**start, "message": message})

    def _open(self) -> bytes:
        """What comes before the first thing that the present model says."""
        hop = self._hop
        if hop.has_begun:
            return b""
        hop.has_begun = True
        start, *others = hop.held or [b""]
        given = b"".join([start, *self._seams, *others])
        self._is_open = True
        self._seams.clear()
        hop.held.clear()
        return given

    def _shift(self, kind: str, event: Json, frame: tuple[Any, ...], *, is_cut: bool) -> bytes:
        hop = self._hop
        if hop.is_first and kind == "content_block_delta":
            return _write(frame, is_cut=is_cut)
        index = event.get("index")
        if not isinstance(index, int):
            return _write(frame, is_cut=is_cut)
        index += hop.index_base
        self._next_index = max(self._next_index, index + 1)
        if kind == "content_block_start":
            hop.open_blocks.append(index)
            block = part(event, "content_block")
            if block.get("type") == "fallback":  # the API has changed the model by itself
                self._last_model = str(part(block, "to").get("model") or self._last_model)
        elif kind == "content_block_stop" and index in hop.open_blocks:
            hop.open_blocks.remove(index)
        return _write(frame, is_cut=is_cut) if hop.is_first else _event(kind, {**event, "index": index})

    def _can_go_on(self, event: Json) -> bool:
        """Whether another model is asked: not where something has come that no token lets it go on from."""
        delta = part(event, "delta")
        if delta.get("stop_reason") != "refusal" or self._hop.is_last:
            return False
        return not self._hop.has_begun or bool(part(delta, "stop_details").get("fallback_credit_token"))

    def _make_refusal(self, event: Json) -> Refusal:
        hop = self._hop
        details = part(part(event, "delta"), "stop_details")
        known = {name: value for name, value in part(event, "usage").items() if value is not None}
        usage = {**part(part(hop.start, "message"), "usage"), **known}
        blocks = _blocks_of(hop.frames) if details.get("fallback_has_prefill_claim") is True else []
        return Refusal(hop.model, self._with_transformations(event), hop.start, blocks, usage)

    def _note(self, refusal: Refusal) -> None:
        """Count a refusal among the iterations, once."""
        if refusal is self._noted:
            return
        self._noted = refusal
        entries = [{**each, "type": "message"} for each in _iterations_of(refusal.usage)]
        if len(entries) == 1 and not entries[0].get("model"):
            entries[0]["model"] = refusal.model
        self._iterations += entries

    def _ending(self, event: Json) -> bytes:
        """The last event of a model behind the first one."""
        hop = self._hop
        usage = part(event, "usage")
        reported = _iterations_of(usage)[-1]
        last = {**reported, "type": "fallback_message", "model": reported.get("model") or hop.model}
        event = {**event, "usage": {**usage, "iterations": [*self._iterations, last]}}
        delta = part(event, "delta")
        if delta.get("stop_reason") == "refusal" and (details := part(delta, "stop_details")):
            event["delta"] = {**delta, "stop_details": {"recommended_model": None, **details}}
        return _event("message_delta", self._with_transformations(event))

    def _with_transformations(self, event: Json) -> Json:
        """`event` with what the first event told of changes to the input, where that is not handed on."""
        message = part(self._hop.start, "message")
        if not self._hop.drops_start or "input_transformations" in event or "input_transformations" not in message:
            return event
        return {**event, "input_transformations": message["input_transformations"]}


_READ: Final = (b"message_start", b"content_block_start", b"content_block_stop", b"message_delta")
"""The events of the first model that are looked into."""


def part(value: Mapping[str, Any], name: str) -> Json:
    """The object of this name; an empty one where there is none."""
    found = value.get(name)
    return cast("Json", found) if isinstance(found, dict) else {}


def block_between(before: str, model: str, category: object) -> Json:
    """The block that stands between what two models said."""
    trigger = {"type": "refusal", "category": category}
    return {"type": "fallback", "from": {"model": before}, "to": {"model": model}, "trigger": trigger}


def drop_fallback_blocks(body: Json) -> Json:
    """`body` without such blocks in its messages, and without messages of the model that had nothing else."""
    messages: list[Any] | None = body.get("messages")
    if not messages:
        return body
    kept: list[Any] = []
    for message in messages:
        content: Any = message.get("content")
        blocks: list[Any] = [block for block in content if not _is_fallback(block)] if content else []
        if len(blocks) == len(content or ()):
            kept.append(message)
        elif blocks or message["role"] != "assistant":
            kept.append({**message, "content": blocks})
    return {**body, "messages": kept}


def _is_fallback(block: object) -> bool:
    return isinstance(block, Mapping) and cast("Mapping[str, object]", block).get("type") == "fallback"


def _blocks_of(frames: Sequence[tuple[Any, ...]]) -> list[Json]:
    """What a model had said before it refused, in a form in which the next one can go on from it."""
    from ..types import RawMessageStreamEvent

    accumulator = MessageAccumulator()
    for _, data, *_ in frames:
        try:
            accumulator.add(decode(cast("Any", RawMessageStreamEvent), data))
        except (EventOrderError, ValueError):
            return []
    message = accumulator.message
    blocks: list[Json] = []
    for block in () if message is None else message.content:
        plain: Json = block.to_dict(mode="json", warnings=False)
        if isinstance(getattr(block, "input", None), TruncatedInput):
            plain["input"] = {}
        if plain["type"] != "fallback" and (plain["type"] != "text" or plain["text"]):
            blocks.append(plain)
    # The API refuses a turn of the model that ends so.
    while blocks and blocks[-1]["type"] in _THINKING:
        blocks.pop()
    return blocks


def _iterations_of(usage: Json) -> list[Json]:
    """What a model reports of its iterations; otherwise one, made of its usage."""
    reported: Any = usage.get("iterations")
    if isinstance(reported, list) and reported:
        return cast("list[Json]", reported)
    numbers = ("input_tokens", "output_tokens", "cache_read_input_tokens", "cache_creation_input_tokens")
    return [{**{name: usage.get(name) or 0 for name in numbers}, "cache_creation": usage.get("cache_creation")}]


def _load(data: bytes) -> Json:
    try:
        event = json.loads(data)
    except ValueError:
        return {}
    return cast("Json", event) if isinstance(event, dict) else {}


def _event(kind: str, fields: Json) -> bytes:
    return _write((kind.encode(), encode_json({"type": kind, **fields})))


def _write(frame: tuple[Any, ...], *, is_cut: bool = False) -> bytes:
    """An event as it stands on the wire. One that was cut off is not made whole."""
    name, data, *other = frame
    lines = [b"event: " + name] if name else []
    lines += [b"data: " + line for line in data.split(b"\n")]
    if other and other[0] is not None:
        lines.append(b"id: " + other[0].encode())
    if len(other) > 1 and other[1] is not None:
        lines.append(b"retry: %d" % other[1])
    return b"\n".join(lines) + (b"" if is_cut else b"\n\n")
