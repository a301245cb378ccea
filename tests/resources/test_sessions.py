"""Event streams of sessions: a GET that lasts, with 44 kinds of events."""

from __future__ import annotations

import json
from typing import Any

import pytest

from api_facts import SCHEMAS, example, last
from both import Both, items
from claude_client import InternalServerError
from claude_client.types import AgentMessageEvent, DeltaEvent, StartEvent, Unknown
from server import Reply, Server

KINDS = [last(each["$ref"]) for each in SCHEMAS["StreamSessionEvents"]["oneOf"]]


def stream(*events: dict[str, Any]) -> Reply:
    lines = "".join(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in events)
    return Reply(200, lines.encode(), {"content-type": "text/event-stream"})


@pytest.mark.parametrize("path", ["events", "threads"])
def test_every_kind_of_event_has_its_type(both: Both, server: Server, path: str) -> None:
    server.replies(stream(*(example({"$ref": f"#/{kind}"}) for kind in KINDS)))

    def body(client: Any) -> Any:
        if path == "events":
            return (yield items(client.beta.sessions.events.stream("sesn_1")))
        return (yield items(client.beta.sessions.threads.events.stream("thread_1", session_id="sesn_1")))

    events = both.run(body)

    assert [type(event).__name__ for event in events] == KINDS
    assert len(KINDS) == 44


def test_previews_are_asked_for_and_come_before_the_event(both: Both, server: Server) -> None:
    previews = [example({"$ref": f"#/{kind}"}) for kind in ("StartEvent", "DeltaEvent", "AgentMessageEvent")]
    server.replies(stream(*previews))

    def body(client: Any) -> Any:
        return (yield items(client.beta.sessions.events.stream("sesn_1", event_deltas=["agent.message"])))

    events = both.run(body)

    assert server.received[0].query == [("event_deltas[]", "agent.message")]
    assert [type(event) for event in events] == [StartEvent, DeltaEvent, AgentMessageEvent]


def test_a_kind_of_event_that_came_later_is_given_and_pings_are_not(both: Both, server: Server) -> None:
    server.replies(stream({"type": "session.dreamt", "id": "e_1"}, {"type": "ping"}))

    def body(client: Any) -> Any:
        return (yield items(client.beta.sessions.events.stream("sesn_1")))

    (event,) = both.run(body)

    assert isinstance(event, Unknown)
    assert getattr(event, "id") == "e_1"  # noqa: B009  # a field that no type has


def test_an_error_in_the_stream_is_raised(both: Both, server: Server) -> None:
    error = {"type": "error", "error": {"type": "api_error", "message": "broken"}}
    server.replies(stream(example({"$ref": "#/AgentMessageEvent"}), error))

    def body(client: Any) -> Any:
        yield items(client.beta.sessions.events.stream("sesn_1"))

    with pytest.raises(InternalServerError, match="broken"):
        both.run(body)
