"""Jobs through Message Batches, on both clients, against the sandbox."""

from __future__ import annotations

import json
import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any

import anyio
import anyio.to_thread
import pytest
from pydantic import BaseModel

from both import Both, items
from claude_client import Budget, BudgetExceededError, CheckpointError, JobDeadlineError, Spending
from claude_client.jobs.batch import BatchRequestError
from claude_client.jobs.choice import choose, count_up_to
from claude_client.sandbox import Sandbox

from .conftest import ask


def submitted(sandbox: Sandbox) -> list[list[int]]:
    """The numbers of the requests in each batch that arrived."""
    calls = [each for each in sandbox.requests if (each.method, each.path) == ("POST", "/v1/messages/batches")]
    texts = [[each["params"]["messages"][0]["content"] for each in call.json["requests"]] for call in calls]
    return [[int(text.removeprefix("What is ").removesuffix("?")) for text in each] for each in texts]


def test_every_request_has_its_result_at_half_the_price(both: Both, sandbox: Sandbox) -> None:
    requests = [(f"any id at all: {number}/ä", ask(number)) for number in range(25)]

    def body(client: Any) -> Any:
        job = client.jobs.batch(requests, poll_interval=0.05)
        return (yield items(job)), job.summary()

    results, summary = both.run(body)

    assert {result.id for result in results} == {id for id, _ in requests}
    assert all(f"What is {result.index}?" in result.message.text and result.batch for result in results)
    assert results[0].cost.batch < 0
    assert summary.cost.total == sum(result.cost.total for result in results)
    assert submitted(sandbox) == [list(range(25))]


def test_results_come_in_the_order_of_the_input_where_that_is_asked_for(both: Both) -> None:
    results = both.run(
        lambda client: (
            yield items(client.jobs.batch(map(ask, range(30)), ordered=True, poll_interval=0.05, max_requests=7))
        )
    )

    assert [result.index for result in results] == list(range(30))


def test_requests_are_split_by_count(both: Both, sandbox: Sandbox) -> None:
    both.run(lambda client: (yield items(client.jobs.batch(map(ask, range(10)), max_requests=4, poll_interval=0.05))))

    assert submitted(sandbox) == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]


def test_requests_are_split_by_bytes(both: Both, sandbox: Sandbox) -> None:
    one = len(json.dumps(ask(1)))
    results = both.run(
        lambda client: (yield items(client.jobs.batch(map(ask, range(9)), poll_interval=0.05))),
        size_limits={"batches": 4 * (one + 128)},
    )

    assert len(results) == 9
    assert all(result.error is None for result in results)
    assert all(len(each) in (3, 4) for each in submitted(sandbox)[:-1])


def test_a_request_that_is_too_large_for_any_batch_fails_alone(both: Both) -> None:
    large = ask(1) | {"messages": [{"role": "user", "content": "x" * 5000}]}

    results = both.run(
        lambda client: (yield items(client.jobs.batch([ask(0), large, ask(2)], poll_interval=0.05))),
        size_limits={"batches": 2000},
    )

    assert {result.index: type(result.error).__name__ for result in results} == {
        0: "NoneType",
        1: "RequestTooLargeError",
        2: "NoneType",
    }


def test_a_request_that_the_api_refuses_fails_alone_and_is_not_submitted_again(both: Both, sandbox: Sandbox) -> None:
    wrong = ask(1, max_tokens=-5)

    def body(client: Any) -> Any:
        job = client.jobs.batch([ask(0), wrong], poll_interval=0.05, ordered=True)
        results = yield items(job)
        return results, job.failed()

    (right, refused), failed = both.run(body)

    assert right.error is None
    assert "max_tokens" in str(refused.error)
    assert (type(refused.error).__name__, refused.attempts) == ("BadRequestError", 1)
    assert failed == [("1", wrong)]
    assert len(submitted(sandbox)) == 1


@pytest.mark.parametrize(
    ("more", "error"),
    [
        ({"metadata": {"user_id": b"no text"}}, "TypeError"),
        ({"messages": "no list"}, "TypeError"),
        ({"stream": True}, "ValueError"),
        ({"max_tokenz": 3}, "BadRequestError"),
    ],
    ids=["no-json", "no-list", "stream", "misspelled"],
)
def test_a_request_that_cannot_be_sent_fails_alone(both: Both, more: dict[str, Any], error: str) -> None:
    requests = [ask(1), ask(2, **more), ask(3)]

    results = both.run(lambda client: (yield items(client.jobs.batch(requests, ordered=True, poll_interval=0.05))))

    assert [result.error is None for result in results] == [True, False, True]
    assert type(results[1].error).__name__ == error


def test_what_expires_is_submitted_again_and_then_fails(both: Both) -> None:
    with Sandbox(batch_lifetime=0.0) as hasty:
        results = both.run(
            lambda client: (yield items(client.jobs.batch([ask(1), ask(2)], poll_interval=0.05, max_attempts=2))),
            base_url=hasty.url,
        )

        assert submitted(hasty) in ([[1, 2], [1, 2]], [[1, 2], [2, 1]])
    assert all(isinstance(result.error, BatchRequestError) for result in results)
    assert {(result.error.outcome, result.attempts, result.cost.total) for result in results} == {("expired", 2, 0)}


def test_a_batch_whose_submission_got_no_response_is_found_and_not_submitted_twice(
    both: Both, sandbox: Sandbox, tmp_path: Path
) -> None:
    lost = _LoseFirstResponse()

    results = both.run(
        lambda client: (
            yield items(client.jobs.batch(map(ask, range(5)), poll_interval=0.05, checkpoint=tmp_path / "job.db"))
        ),
        middleware=[lost],
    )

    assert lost.count == 1
    assert len(results) == 5
    assert submitted(sandbox) == [list(range(5))]


class _LoseFirstResponse:
    """Middleware that lets the first batch arrive and loses the response, as a connection may."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, request: Any) -> Any:
        response = yield request
        if request.method == "POST" and request.url.path == "/v1/messages/batches" and not self.count:
            self.count += 1
            from claude_client import ResponseInterruptedError

            raise ResponseInterruptedError("the connection was lost", request)
        return response


def test_a_batch_that_never_arrived_is_submitted_again(both: Both, sandbox: Sandbox) -> None:
    sandbox.fail("reset-before-headers", path="/v1/messages/batches", method="POST")

    results = both.run(lambda client: (yield items(client.jobs.batch(map(ask, range(3)), poll_interval=0.05))))

    assert all(result.error is None for result in results)
    assert submitted(sandbox)[-1] == [0, 1, 2]


def test_a_batch_that_the_api_refuses_fails_with_all_its_requests(both: Both, sandbox: Sandbox) -> None:
    sandbox.fail(400)

    results = both.run(lambda client: (yield items(client.jobs.batch([ask(1), ask(2)], poll_interval=0.05))))

    assert {type(result.error).__name__ for result in results} == {"BadRequestError"}
    assert submitted(sandbox) == [[1, 2]]


def test_a_failure_while_waiting_is_only_asked_again(both: Both, sandbox: Sandbox) -> None:
    sandbox.fail(500, path="/v1/messages/batches/*/results")
    sandbox.fail(529, path="/v1/messages/batches/*", method="GET", times=2)

    results = both.run(lambda client: (yield items(client.jobs.batch(map(ask, range(3)), poll_interval=0.05))))

    assert [result.error for result in results] == [None] * 3
    assert submitted(sandbox) == [[0, 1, 2]]


def test_a_job_that_was_left_finds_its_batches_again(both: Both, sandbox: Sandbox, tmp_path: Path) -> None:
    path, requests = tmp_path / "job.db", [ask(number) for number in range(6)]

    def body(client: Any) -> Any:
        job = client.jobs.batch(requests, checkpoint=path, max_requests=3, poll_interval=0.05)
        first = yield (job.__anext__() if both.is_async else next(job))
        yield (job.aclose() if both.is_async else job.close())
        with pytest.raises(CheckpointError, match=r"batches whose results are not there yet: go on with client\.jobs"):
            client.jobs.map(requests, checkpoint=path)
        auto = client.jobs.auto(requests, checkpoint=path, poll_interval=0.05)
        return first, (yield items(auto)), auto.why

    first, results, why = both.run(body)

    assert sorted(result.index for result in results) == list(range(6))
    assert {result.id: result.from_checkpoint for result in results}[first.id]
    assert submitted(sandbox) == [[0, 1, 2], [3, 4, 5]]
    assert "has batches whose results are not there yet" in why
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT count(*) FROM batches").fetchone() == (0,)
        assert database.execute("SELECT count(*), sum(batch) FROM items").fetchone() == (6, 6)


def test_results_that_a_run_does_not_ask_for_are_kept_for_one_that_does(
    both: Both, sandbox: Sandbox, tmp_path: Path
) -> None:
    options: dict[str, Any] = {"checkpoint": tmp_path / "job.db", "poll_interval": 0.05}

    def body(client: Any) -> Any:
        with pytest.raises(JobDeadlineError):
            yield items(client.jobs.batch(map(ask, range(6)), deadline=0.001, **options))
        yield items(client.jobs.batch(map(ask, range(2)), **options))
        return (yield items(client.jobs.batch(map(ask, range(6)), ordered=True, **options)))

    results = both.run(body)

    assert [result.from_checkpoint for result in results] == [True] * 6
    assert all(f"What is {result.index}?" in result.message.text for result in results)
    assert submitted(sandbox) == [[0, 1, 2, 3, 4, 5]]


def test_a_changed_request_under_an_id_of_a_batch_is_noticed(both: Both, tmp_path: Path) -> None:
    def body(client: Any) -> Any:
        job = client.jobs.batch([("a", ask(1)), ("b", ask(2))], checkpoint=tmp_path / "job.db", max_requests=1)
        yield (job.__anext__() if both.is_async else next(job))
        yield (job.aclose() if both.is_async else job.close())
        again = client.jobs.batch([("a", ask(1)), ("b", ask(3))], checkpoint=tmp_path / "job.db")
        with pytest.raises(CheckpointError, match="the request 'b' is not the one"):
            yield items(again)

    both.run(body, max_retries=0)


def test_a_job_past_its_deadline_leaves_its_batches_to_the_api(both: Both) -> None:
    with Sandbox(batch_delay=30) as slow:

        def body(client: Any) -> Any:
            with pytest.raises(JobDeadlineError, match="its batches go on"):
                yield client.jobs.batch([ask(1)], poll_interval=0.05, deadline=0.2).results()
            page = yield client.messages.batches.list()
            return page.data[0].processing_status

        assert both.run(body, base_url=slow.url) == "in_progress"


def test_a_canceled_job_hands_on_the_rest_as_canceled(both: Both) -> None:
    with Sandbox(batch_delay=1) as slow:
        results = both.run(lambda client: _cancel_while_waiting(both, client), base_url=slow.url)

        assert len(submitted(slow)) == 2
    assert {(result.index, result.error.outcome, result.attempts) for result in results} == {
        (number, "canceled", 1) for number in range(4)
    }


def _cancel_while_waiting(both: Both, client: Any) -> Any:
    polled = threading.Event()

    def note(request: Any) -> Any:
        if request.method == "GET":
            polled.set()
        return (yield request)

    job = client.with_options(middleware=[note]).jobs.batch(map(ask, range(4)), poll_interval=0.05, max_requests=2)
    if not both.is_async:
        with ThreadPoolExecutor() as pool:
            results = pool.submit(list, job)
            polled.wait(10)
            job.cancel()
            return results.result()

    async def cancel() -> None:
        await anyio.to_thread.run_sync(polled.wait, 10)
        await job.cancel()

    async def run() -> list[Any]:
        async with anyio.create_task_group() as group:
            group.start_soon(cancel)
            return [result async for result in job]

    return run()


def test_the_budget_reserves_the_price_of_batches_and_is_settled(both: Both, sandbox: Sandbox) -> None:
    budget = Budget(requests=5, usd=1)

    def body(client: Any) -> Any:
        with pytest.raises(BudgetExceededError) as caught:
            yield client.jobs.batch(map(ask, range(9)), budget=budget, poll_interval=0.05).results()
        return caught.value

    error = both.run(body)

    assert len(error.results) == 5
    assert budget.spent.usd == sum(result.cost.total for result in error.results)
    assert budget.reserved == Spending()
    assert submitted(sandbox) == [[0, 1, 2, 3, 4]]


def test_output_is_parsed_also_from_the_checkpoint(both: Both, tmp_path: Path) -> None:
    class Number(BaseModel):
        value: int

    def body(client: Any) -> Any:
        for _ in range(2):
            job = client.jobs.batch([ask(1)], output_format=Number, checkpoint=tmp_path / "job.db", poll_interval=0.05)
            (result,) = yield items(job)
        return result

    result = both.run(body)

    assert result.from_checkpoint
    assert isinstance(result.parsed_output, Number)


# ---- which way ------------------------------------------------------------------------------------------

USUAL: dict[str, Any] = {
    "count": 1000,
    "deadline": None,
    "has_tools": False,
    "is_supported": True,
    "goes_on": False,
}


@pytest.mark.parametrize(
    ("case", "use_batches", "reason"),
    [
        ({}, True, "half the price"),
        ({"count": 99}, False, "99 requests"),
        ({"deadline": 3600.0}, False, "the deadline is 3600 s"),
        ({"deadline": 2 * 86400.0}, True, "half the price"),
        ({"has_tools": True}, False, "tools"),
        ({"is_supported": False}, False, "platform"),
        ({"goes_on": True, "count": 5, "deadline": 1.0}, True, "checkpoint"),
    ],
)
def test_the_way_of_a_job_is_chosen_and_explained(case: dict[str, Any], use_batches: bool, reason: str) -> None:
    chosen, why = choose(**{**USUAL, **case})

    assert chosen == use_batches
    assert reason in why


def test_a_generator_is_counted_without_being_read_to_its_end() -> None:
    endless = (ask(number) for number in iter(int, 1))

    requests, count = count_up_to(endless, 100)

    assert count == 100
    assert next(iter(requests)) == ask(0)


def test_a_small_job_is_run_at_once(both: Both, sandbox: Sandbox) -> None:
    def body(client: Any) -> Any:
        job = client.jobs.auto((ask(number) for number in range(3)), concurrency=2, poll_interval=5)
        return (yield items(job)), job.why

    results, why = both.run(body)

    assert len(results) == 3
    assert "3 requests" in why
    assert submitted(sandbox) == []
