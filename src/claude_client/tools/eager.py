"""Which calls of a message can be run while the message still arrives. Nothing is run here.

A call is ready when the model has moved on from it: its own last event is not enough, as a message that is cut off ends
its last call too. Behind a `fallback` block none is ready, as a refusal may have cut off the call in front of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..types import ToolResultBlockParam, ToolUseBlock
    from .loop import Call


class EagerCalls:
    """The calls of one message that is streamed."""

    def __init__(self) -> None:
        self._arrived: list[ToolUseBlock] = []
        self._last: tuple[ToolUseBlock, int] | None = None
        """The call that has arrived last, and its place, while the model has not moved on from it."""
        self._held: set[str] = set()
        self._waiting: set[str] = set()
        self._has_fallback = False
        self._results: dict[int, tuple[ToolResultBlockParam, Call]] = {}
        self._done: set[str] = set()
        self._is_complete = False

    def track(self, event: Any) -> tuple[ToolUseBlock, int] | None:
        """The call that the model has moved on from with `event`, and which of the calls it is."""
        if event.type == "content_block_stop":
            block = event.content_block
            if block.type == "tool_use":
                self._last = None if self._has_fallback else (block, len(self._arrived))
                self._arrived.append(block)
            return None
        if event.type == "content_block_start" and event.content_block.type == "fallback":
            self._has_fallback, self._last = True, None
        begins = event.type == "content_block_start"
        if not begins and not (event.type == "message_delta" and event.delta.stop_reason == "tool_use"):
            return None
        ready, self._last = self._last, None
        return ready

    def may_run(self, call: Call) -> bool:
        """Whether a call that is ready is run now. Behind one that waits, none of the same sequence is."""
        if call.block.id in self._held:
            if call.sequence is not None:
                self._waiting.add(call.sequence)
            return False
        return call.sequence not in self._waiting

    def hold(self, id_: str) -> None:
        """Let a call wait until the whole message is there."""
        self._held.add(id_)

    @property
    def held(self) -> list[ToolUseBlock]:
        """The calls that wait, of those that have arrived."""
        return [block for block in self._arrived if block.id in self._held and block.id not in self._done]

    def take(self, result: ToolResultBlockParam, call: Call) -> bool:
        """Keep a result until the message is complete; whether it is kept here."""
        self._done.add(call.block.id)
        if not self._is_complete:
            self._results[call.place] = result, call
        return not self._is_complete

    def complete(self) -> Iterator[tuple[ToolResultBlockParam, Call]]:
        """The results that were kept, now that the message is complete."""
        self._is_complete = True
        results, self._results = self._results, {}
        yield from results.values()
