"""Waiting for a batch: what is asked when, without a server and without a clock; then on both clients."""

from __future__ import annotations

import math
import socket
from datetime import timedelta
from typing import Any

import pytest

from both import Both
from claude_client import CallDeadlineError, NotFoundError
from claude_client.core.decoding import JSONResponse
from claude_client.core.polling import LAST_PAUSE_SECONDS, Polling
from claude_client.core.request import Request
from claude_client.rendering.progress import meter
from server import Server, error, reply

REQUEST: Request[dict[str, int]] = Request("GET", "/v1/work", JSONResponse(dict[str, int]))
BATCH: dict[str, Any] = {
    "id": "msgbatch_1",
    "type": "message_batch",
    "processing_status": "in_progress",
    "request_counts": {"processing": 3, "succeeded": 0, "errored": 0, "canceled": 0, "expired": 0},
    "created_at": "2026-01-02T03:04:05Z",
    "expires_at": "2026-01-03T03:04:05Z",
}
ENDED: dict[str, Any] = {
    **BATCH,
    "processing_status": "ended",
    "request_counts": {"processing": 0, "succeeded": 1, "errored": 1, "canceled": 1, "expired": 0},
}


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def polling(clock: Clock | None = None, *, deadline: float | None = None, **options: Any) -> Polling[dict[str, int]]:
    request = (
        REQUEST
        if deadline is None
        else Request("GET", "/v1/work", REQUEST.response_format, options={"deadline": deadline})
    )
    return Polling(
        request,
        lambda work: (work["done"], 4),
        lambda work: work["done"] == 4,
        clock=clock or Clock(),
        **options,
    )


def test_it_asks_waits_and_asks_again_until_it_is_over() -> None:
    steps = polling(interval=5.0)

    assert steps.next_step() is REQUEST
    steps.update({"done": 1})
    assert steps.next_step() == 5.0
    assert steps.next_step() is REQUEST
    steps.update({"done": 4})

    assert steps.next_step() is None
    assert steps.value == {"done": 4}


def test_the_waits_grow_up_to_a_bound_where_nothing_is_said() -> None:
    steps = polling()
    waits: list[object] = []

    for _ in range(12):
        assert steps.next_step() is REQUEST
        steps.update({"done": 0})
        waits.append(steps.next_step())

    assert waits[:4] == [1.0, 1.5, 2.25, 3.375]
    assert waits[-2:] == [LAST_PAUSE_SECONDS] * 2


def test_the_deadline_is_one_for_all_of_it() -> None:
    clock = Clock()
    steps = polling(clock, deadline=10.0, interval=7.0)

    first = steps.next_step()
    assert isinstance(first, Request)
    assert first.options.get("deadline") == 10.0
    steps.update({"done": 1})
    assert steps.next_step() == 7.0
    clock.now += 7.0
    second = steps.next_step()
    assert isinstance(second, Request)
    assert second.options.get("deadline") == 3.0
    steps.update({"done": 3})
    assert steps.next_step() == 3.0
    clock.now += 3.0

    with pytest.raises(CallDeadlineError, match="3 of 4 were done, and not all, within the deadline of 10 s"):
        steps.next_step()


def test_a_deadline_that_passes_during_a_request_is_the_one_that_was_asked_for() -> None:
    clock = Clock()
    steps = polling(clock, deadline=10.0, interval=7.0)
    steps.next_step()
    steps.update({"done": 1})
    clock.now += 7.5
    steps.next_step()

    expected = pytest.raises(CallDeadlineError, match="1 of 4 were done, and not all, within the deadline of 10 s")
    with expected as caught, steps:
        raise CallDeadlineError("the call was not done within its deadline of 2.5 s")

    assert "2.5" in str(caught.value.__cause__)


def test_the_deadline_of_the_client_is_one_of_each_request() -> None:
    with pytest.raises(CallDeadlineError, match="its deadline of 5 s"), polling():
        raise CallDeadlineError("the call was not done within its deadline of 5 s")


def test_what_is_over_is_over_although_the_deadline_has_passed() -> None:
    clock = Clock()
    steps = polling(clock, deadline=1.0)
    steps.next_step()

    steps.update({"done": 4})
    clock.now += 5.0

    assert steps.next_step() is None


def test_it_tells_how_far_it_is() -> None:
    told: list[tuple[int, int | None]] = []
    steps = polling(meter=meter(lambda *now: told.append(now), "work"))

    for done in (0, 1, 4):
        steps.update({"done": done})
    steps.close()

    assert told == [(0, 4), (0, 4), (1, 4), (4, 4)]


@pytest.mark.parametrize("name", ["interval", "deadline"])
@pytest.mark.parametrize(
    ("value", "error_type", "message"),
    [
        (-1, ValueError, "=-1: it is negative"),
        (math.nan, ValueError, "=nan"),
        (math.inf, ValueError, "=inf"),
        ("5", TypeError, "='5': expected a number of seconds, not str"),
        (True, TypeError, "=True"),
        (timedelta(seconds=5), TypeError, "total_seconds"),
    ],
)
def test_a_number_of_seconds_that_is_none_is_refused_by_its_name(
    name: str, value: Any, error_type: type[Exception], message: str
) -> None:
    with pytest.raises(error_type, match=f"{name}{message}|{name}.*{message}"):
        polling(**{name: value})


# ---- batches ------------------------------------------------------------------------------------------------


def test_a_batch_is_waited_for_until_it_has_ended(both: Both, server: Server) -> None:
    server.replies(reply(BATCH), reply(BATCH), reply(ENDED))
    told: list[tuple[int, int | None]] = []

    batch = both.run(
        lambda client: client.messages.batches.wait(
            "msgbatch_1", poll_interval=0.0, progress=lambda *now: told.append(now), extra_headers={"x-mine": "1"}
        )
    )

    assert batch.processing_status == "ended"
    assert [(request.method, request.path) for request in server.received] == [
        ("GET", "/v1/messages/batches/msgbatch_1")
    ] * 3
    assert {request.headers["x-mine"] for request in server.received} == {"1"}
    assert told == [(0, 3), (0, 3), (0, 3), (3, 3)]


def test_a_batch_that_does_not_end_in_time_is_told_by_an_error(both: Both, server: Server) -> None:
    server.replies(reply(BATCH))

    with pytest.raises(CallDeadlineError, match=r"0 of 3 were done, and not all, within the deadline of 0\.05 s"):
        both.run(lambda client: client.messages.batches.wait("msgbatch_1", poll_interval=10.0, deadline=0.05))


def test_a_batch_of_a_server_that_is_silent_is_not_waited_for_beyond_the_deadline(both: Both) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"

        with pytest.raises(CallDeadlineError, match=r"no response to GET .*msgbatch_1 within the deadline of 0\.1 s"):
            both.run(lambda client: client.messages.batches.wait("msgbatch_1", deadline=0.1), base_url=url)


def test_a_batch_that_is_not_there_is_not_waited_for(both: Both, server: Server) -> None:
    server.replies(error(404, "not_found_error"))

    with pytest.raises(NotFoundError):
        both.run(lambda client: client.messages.batches.wait("msgbatch_1"))


def test_one_look_that_fails_and_is_worth_a_retry_does_not_end_the_wait(both: Both, server: Server) -> None:
    server.replies(reply(BATCH), error(529, "overloaded_error", retry_after_ms="1"), reply(ENDED))

    batch = both.run(lambda client: client.messages.batches.wait("msgbatch_1", poll_interval=0.0))

    assert batch.request_counts.succeeded == 1


def test_a_batch_of_the_sandbox_is_waited_for(both: Both) -> None:
    def body(client: Any) -> Any:
        params = {"model": "claude-opus-5", "max_tokens": 5, "messages": [{"role": "user", "content": "Hi"}]}
        batch = yield client.messages.batches.create(requests=[{"custom_id": "a", "params": params}])
        ended = yield client.messages.batches.wait(batch.id, poll_interval=0.01, deadline=30)
        assert ended.request_counts.succeeded == 1
        results = yield client.messages.batches.results(batch.id)
        yield results.close()

    both.run(body, base_url="sandbox:", api_key=None)
