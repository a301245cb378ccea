"""Messages of an agent while they are written: previews, put together."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any, Final, cast

if TYPE_CHECKING:
    from ..types import AgentMessageEvent, StreamSessionEvents, StreamSessionThreadEvents

_NOT_YET: Final = datetime(1970, 1, 1, tzinfo=timezone.utc)


def accumulate_managed_agents_event(
    accumulated: AgentMessageEvent | None, event: StreamSessionEvents | StreamSessionThreadEvents
) -> AgentMessageEvent | None:
    """The message of an agent as far as it is written, with what one more event says of it.

        snapshot = None
        for event in client.beta.sessions.events.stream(session_id, event_deltas=["agent.message"]):
            snapshot = accumulate_managed_agents_event(snapshot, event)

    `event_start` begins a message, `event_delta` adds to it, and `agent.message`, the message itself, takes its place.
    All other events leave it as it is. What is given is not changed.

    Args:
        accumulated: The message so far; None before the first.
        event: The next event of the stream.

    Raises:
        ValueError: A piece belongs to a message whose beginning or middle is missing.
    """
    from ..types import AgentMessageEvent

    given = cast("Any", event)
    kind = given.type
    if kind == "agent.message":
        return cast("AgentMessageEvent", given.model_copy(deep=True))
    if kind == "event_start" and given.event.type == "agent.message":
        return AgentMessageEvent(id=given.event.id, type="agent.message", content=[], processed_at=_NOT_YET)
    if kind == "event_delta":
        return _add(accumulated, given)
    return accumulated


def _add(accumulated: AgentMessageEvent | None, event: Any) -> AgentMessageEvent:
    if accumulated is None or accumulated.id != event.event_id:
        raise ValueError(f"event_delta of {event.event_id} without its event_start: the stream was joined halfway")
    index = event.delta.index or 0
    piece = event.delta.content
    content: list[Any] = list(accumulated.content or ())
    if index > len(content):
        raise ValueError(
            f"event_delta of {event.event_id} has index {index}, and there are {len(content)} blocks: one is missing"
        )
    if index == len(content):
        content.append(piece.model_copy())
    elif piece.type == "text" and content[index].type == "text":
        content[index] = content[index].model_copy(update={"text": (content[index].text or "") + (piece.text or "")})
    return accumulated.model_copy(update={"content": content})
