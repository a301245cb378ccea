"""Event streams of sessions over connections that break, and the messages that previews add up to."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest

from both import Both, items
from claude_client import APIConnectionError
from claude_client.sessions import accumulate_managed_agents_event
from claude_client.types import AgentMessageEvent, DeltaEvent, StartEvent
from harbour import QUESTION, kinds
from hostile import RESET, Hostile, sse, whole

AT = "2026-11-24T12:00:0{}Z"


def message(number: int, **more: Any) -> dict[str, Any]:
    text = [{"type": "text", "text": f"message {number}"}]
    return {"type": "agent.message", "id": f"sevt_{number}", "content": text, "processed_at": AT.format(number), **more}


def start(number: int) -> dict[str, Any]:
    return {"type": "event_start", "event": {"type": "agent.message", "id": f"sevt_{number}"}}


def delta(number: int, text: str, index: int = 0) -> dict[str, Any]:
    content = {"type": "text", "text": text}
    return {
        "type": "event_delta",
        "event_id": f"sevt_{number}",
        "delta": {"type": "content_delta", "index": index, "content": content},
    }


def page(*events: dict[str, Any]) -> bytes:
    return whole(json.dumps({"data": events, "next_page": None}).encode(), "application/json")


DATED = (
    b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ndate: Tue, 24 Nov 2026 12:00:02 GMT\r\n"
    b"retry-after-ms: 1\r\n\r\n"
)
"""The head of a stream that was opened after the first event and before the third."""


@pytest.fixture
def hostile() -> Iterator[Hostile]:
    hostile = Hostile()
    yield hostile
    hostile.close()


@pytest.fixture(params=["sync", "asyncio", "trio"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def follow(kind: str, hostile: Hostile, thread: bool = False, **options: Any) -> list[Any]:
    def body(client: Any) -> Any:
        if thread:
            return (yield items(client.beta.sessions.threads.events.stream("sthr_1", session_id="sesn_1")))
        return (yield items(client.beta.sessions.events.stream("sesn_1", event_deltas=["agent.message"])))

    return Both(kind, api_key="sk-ant-test", base_url=hostile.url, **options).run(body)  # type: ignore[no-any-return]


def ids(events: list[Any]) -> list[str]:
    return [event.id for event in events]


def test_a_stream_goes_on_over_a_lost_connection(kind: str, hostile: Hostile) -> None:
    hostile.script(sse(message(1), message(2)), RESET)
    hostile.script(whole(sse(message(4), message(5), message(6))))
    hostile.script(page(message(5), message(4), message(3), message(2), message(1)))

    assert ids(follow(kind, hostile)) == [f"sevt_{number}" for number in (1, 2, 3, 4, 5, 6)]


def test_a_thread_goes_on_too_whose_list_begins_with_the_oldest(kind: str, hostile: Hostile) -> None:
    hostile.script(sse(message(2), message(3)), RESET)
    hostile.script(whole(sse(message(5))))
    hostile.script(page(*map(message, range(1, 6))))

    assert ids(follow(kind, hostile, thread=True)) == [f"sevt_{number}" for number in (2, 3, 4, 5)]


def test_what_was_missed_before_the_first_event_is_found_by_the_time_of_the_stream(kind: str, hostile: Hostile) -> None:
    hostile.script(DATED, RESET)
    hostile.script(whole(sse(message(4))))
    hostile.script(page(message(3), message(2), message(1)))

    assert ids(follow(kind, hostile)) == ["sevt_2", "sevt_3", "sevt_4"]


def test_it_goes_on_as_often_as_there_are_retries(kind: str, hostile: Hostile) -> None:
    hostile.script(sse(message(1)), RESET)
    hostile.script(sse(message(2)), RESET)
    hostile.script(page(message(2), message(1)))
    hostile.script(sse(message(3)), RESET)
    hostile.script(page(message(3), message(2), message(1)))

    with pytest.raises(APIConnectionError) as caught:
        follow(kind, hostile)

    assert len(caught.value.attempts) == 3


def test_without_retries_the_error_comes_out(kind: str, hostile: Hostile) -> None:
    hostile.script(sse(message(1)), RESET)

    with pytest.raises(APIConnectionError):
        follow(kind, hostile, max_retries=0)


def test_an_event_that_comes_before_it_is_processed_and_after_is_given_twice(kind: str, hostile: Hostile) -> None:
    queued = {"type": "user.message", "id": "sevt_1", "content": [], "processed_at": None}
    done = {**queued, "processed_at": AT.format(1)}
    hostile.script(sse(queued), RESET)
    hostile.script(whole(sse(done, message(2))))
    hostile.script(page(done))

    events = follow(kind, hostile)

    assert ids(events) == ["sevt_1", "sevt_1", "sevt_2"]
    assert [event.processed_at is None for event in events] == [True, False, False]


def test_the_rest_of_a_preview_whose_beginning_is_lost_is_left_out(kind: str, hostile: Hostile) -> None:
    hostile.script(sse(start(1), delta(1, "mess")), RESET)
    hostile.script(whole(sse(delta(1, "ge 1"), message(1), start(2), delta(2, "mess"), message(2))))
    hostile.script(page())

    assert kinds(follow(kind, hostile)) == [
        "event_start", "event_delta", "agent.message", "event_start", "event_delta", "agent.message",
    ]  # fmt: skip


def test_previews_add_up_to_the_message(both: Both, api: Any, make_session: Any) -> None:
    session = make_session(asked=False)
    snapshots: list[Any] = []

    def body(client: Any) -> Any:
        stream = yield client.beta.sessions.events.stream(session.id, event_deltas=["agent.message"])
        yield client.beta.sessions.events.send(session.id, events=[QUESTION])
        snapshot = None
        while True:
            event = yield next(stream) if not both.is_async else anext(stream)
            snapshot = accumulate_managed_agents_event(snapshot, event)
            if event.type in ("event_start", "event_delta", "agent.message"):
                snapshots.append("".join(block.text for block in snapshot.content))
            if event.type == "session.status_idle":
                yield stream.close()
                return

    both.run(body)

    assert len(snapshots) > 3
    assert snapshots[0] == ""
    assert snapshots[-2] == snapshots[-1]
    assert all(later.startswith(earlier) for earlier, later in pairwise(snapshots))


def started(number: int) -> Any:
    return accumulate_managed_agents_event(None, StartEvent.model_validate(start(number)))


def test_a_snapshot_is_not_changed_by_what_comes_after_it() -> None:
    first = accumulate_managed_agents_event(started(1), DeltaEvent.model_validate(delta(1, "mess")))
    second = accumulate_managed_agents_event(first, DeltaEvent.model_validate(delta(1, "age")))
    third = accumulate_managed_agents_event(second, DeltaEvent.model_validate(delta(1, "more", 1)))
    last = accumulate_managed_agents_event(third, AgentMessageEvent.model_validate(message(1)))

    texts = [[block.text for block in each.content] for each in (first, second, third, last) if each]
    assert texts == [["mess"], ["message"], ["message", "more"], ["message 1"]]


@pytest.mark.parametrize(("snapshot", "event"), [(None, delta(1, "x")), (1, delta(2, "x")), (1, delta(1, "x", 1))])
def test_a_piece_without_what_comes_before_it_is_refused(snapshot: Any, event: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=f"event_delta of {event['event_id']}"):
        accumulate_managed_agents_event(snapshot and started(snapshot), DeltaEvent.model_validate(event))
