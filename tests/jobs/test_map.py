"""Jobs of many requests, on both clients, against the sandbox."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import anyio
import pytest
from pydantic import BaseModel

from both import Both, items
from claude_client import (
    BadRequestError,
    Budget,
    BudgetExceededError,
    Client,
    Cost,
    Limiter,
    UnsupportedFeatureError,
    tool,
)
from claude_client.jobs.calling import JobDeadlineError, Options, Wait, find_wait, make_call
from claude_client.jobs.items import make_item
from claude_client.jobs.jobs import Jobs
from claude_client.jobs.map import Job
from claude_client.platforms import Bedrock, Vertex
from claude_client.sandbox import Sandbox

from .conftest import ask, numbers_of


def test_every_request_has_its_result_with_its_own_message(both: Both, sandbox: Sandbox) -> None:
    def body(client: Any) -> Any:
        job = client.jobs.map(ask(number) for number in range(50))
        return (yield items(job)), job.summary()

    results, summary = both.run(body)

    assert {result.index for result in results} == set(range(50))
    assert all(f"What is {result.index}?" in result.message.text for result in results)
    assert sorted(numbers_of(sandbox)) == list(range(50))
    assert (summary.succeeded, summary.failed, summary.attempts) == (50, 0, 50)
    assert summary.output_tokens == sum(result.message.usage.output_tokens for result in results)
    assert summary.cost.total == sum((result.cost.total for result in results), Decimal(0))


def test_results_come_in_the_order_of_the_input_where_that_is_asked_for(both: Both) -> None:
    results = both.run(
        lambda client: (
            yield items(client.jobs.map((ask(number) for number in range(40)), ordered=True, concurrency=7))
        )
    )

    assert [result.index for result in results] == list(range(40))


def test_ids_are_those_that_were_given_or_else_the_places(both: Both) -> None:
    results = both.run(lambda client: (yield items(client.jobs.map([("first", ask(1)), ask(2)], ordered=True))))

    assert [(result.id, result.params) for result in results] == [("first", ask(1)), ("1", ask(2))]


def test_a_request_that_fails_is_kept_with_its_error_and_can_be_run_again(both: Both, sandbox: Sandbox) -> None:
    sandbox.fail(400)

    def body(client: Any) -> Any:
        job = client.jobs.map([("a", ask(1)), ("b", ask(2)), ("c", ask(3))], concurrency=1)
        results = yield items(job)
        again = yield items(client.jobs.map(job.failed()))
        return results, job, again

    results, job, again = both.run(body)

    (failed,) = [result for result in results if result.error is not None]
    assert isinstance(failed.error, BadRequestError)
    assert failed.message is failed.parsed_output is None
    assert failed.cost.total == 0
    assert job.summary().failed == 1
    assert [(result.id, result.error) for result in again] == [(failed.id, None)]


def test_the_first_error_ends_the_job_where_that_is_asked_for(both: Both, sandbox: Sandbox) -> None:
    sandbox.fail(400)

    def body(client: Any) -> Any:
        with pytest.raises(BadRequestError):
            yield items(client.jobs.map((ask(number) for number in range(1000)), on_error="raise", concurrency=2))

    both.run(body)

    assert len(numbers_of(sandbox)) < 20


def test_a_request_that_cannot_even_be_sent_is_a_result_like_any_other(both: Both) -> None:
    wrong = {**ask(1), "max_token": 3}

    results = both.run(lambda client: (yield items(client.jobs.map([wrong, ask(2)], ordered=True))))

    assert isinstance(results[0].error, TypeError)
    assert results[1].error is None


def test_a_failure_that_may_pass_is_tried_again_by_the_job(both: Both, sandbox: Sandbox) -> None:
    sandbox.fail(529)

    (result,) = both.run(lambda client: (yield items(client.jobs.map([ask(1)]))))

    assert (result.error, result.attempts) == (None, 2)


def test_the_last_attempt_hands_its_error_on(both: Both, sandbox: Sandbox) -> None:
    sandbox.fail(529)

    (result,) = both.run(lambda client: (yield items(client.jobs.map([ask(1)], max_attempts=1))))

    assert result.attempts == 1
    assert getattr(result.error, "status_code", None) == 529


def test_no_more_requests_are_under_way_than_the_job_may_have(both: Both, sandbox: Sandbox) -> None:
    under_way = most = 0
    lock = threading.Lock()

    def count(request: Any) -> Any:
        nonlocal under_way, most
        with lock:
            under_way += 1
            most = max(most, under_way)
        response = yield request
        with lock:
            under_way -= 1
        return response

    both.run(
        lambda client: (yield items(client.jobs.map((ask(number) for number in range(60)), concurrency=5))),
        middleware=[count],
    )

    assert 1 < most <= 5


def test_the_input_is_read_only_as_far_as_results_are_taken(both: Both) -> None:
    read = 0

    def endless() -> Iterator[Any]:
        nonlocal read
        while True:
            read += 1
            yield ask(read)

    def body(client: Any) -> Any:
        job = client.jobs.map(endless(), concurrency=4)
        for _ in range(10):
            yield job.__anext__() if both.is_async else next(job)
        yield job.aclose() if both.is_async else job.close()

    both.run(body)

    assert read <= 10 + 3 * 4


def test_a_dictionary_that_is_given_again_and_again_is_a_request_each_time(both: Both) -> None:
    def reuse() -> Iterator[Any]:
        request = ask(0)
        for number in range(20):
            request["messages"] = ask(number)["messages"]
            yield request

    results = both.run(lambda client: (yield items(client.jobs.map(reuse()))))

    assert all(f'"What is {result.id}?"' in result.message.text for result in results)


def test_a_request_that_asks_for_a_stream_fails_alone(both: Both) -> None:
    requests = [ask(1), ask(2, stream=True)]

    right, wrong = both.run(lambda client: (yield items(client.jobs.map(requests, ordered=True))))

    assert right.error is None
    assert "a job hands on whole messages" in str(wrong.error)


def test_what_has_no_turn_before_the_deadline_ends_the_job_and_is_no_failure(both: Both, sandbox: Sandbox) -> None:
    # One request a second: the first ones have their turn, and millions of others have not.
    endless = (ask(number) for number in iter(int, 1))

    def body(client: Any) -> Any:
        job = client.jobs.map(endless, limiter=Limiter(requests_per_minute=60), deadline=0.5)
        with pytest.raises(JobDeadlineError) as raised:
            yield job.results()
        return raised.value, job.summary()

    error, summary = both.run(body)

    assert [result.error for result in error.results] == [None] * len(numbers_of(sandbox))
    assert (summary.failed, summary.succeeded) == (0, len(error.results))


def test_the_input_is_read_by_the_thread_that_takes_the_results(sandbox: Sandbox) -> None:
    readers: set[int] = set()

    def read() -> Iterator[Any]:
        for number in range(100):
            readers.add(threading.get_ident())
            yield ask(number)

    with Client(base_url=sandbox.url, api_key=sandbox.api_key) as client:
        results = client.jobs.map(read()).results()

    assert len(results) == 100
    assert readers == {threading.get_ident()}  # the cursor of a database may belong to it


def test_an_error_of_the_input_is_raised_when_what_was_made_has_been_handed_on(both: Both) -> None:
    def broken() -> Iterator[Any]:
        yield from (ask(number) for number in range(5))
        raise OSError("the file ended early")

    taken: list[Any] = []

    def body(client: Any) -> Any:
        job = client.jobs.map(broken())
        with pytest.raises(OSError, match="ended early"):
            while True:
                taken.append((yield job.__anext__() if both.is_async else next(job)))

    both.run(body)

    assert {result.index for result in taken} == set(range(5))


@pytest.mark.parametrize("given", ["text", 3, ("id", "text"), (1, {}), None])
def test_what_is_no_request_is_named_with_its_place(both: Both, given: Any) -> None:
    def body(client: Any) -> Any:
        with pytest.raises(TypeError, match=r"invalid request at position 1: expected the parameters"):
            yield items(client.jobs.map([ask(1), given]))

    both.run(body)


def test_a_job_that_is_closed_begins_nothing_more_and_keeps_what_came(both: Both, sandbox: Sandbox) -> None:
    def body(client: Any) -> Any:
        job = client.jobs.map((ask(number) for number in range(1000)), concurrency=3)
        first = yield job.__anext__() if both.is_async else next(job)
        yield job.aclose() if both.is_async else job.close()
        rest = yield items(job)
        return [first, *rest]

    results = both.run(body)

    assert {result.index for result in results} == set(numbers_of(sandbox))
    assert len(results) < 20


def test_a_job_that_nobody_has_any_more_stops(both: Both, sandbox: Sandbox) -> None:
    read = 0

    def endless() -> Iterator[Any]:
        nonlocal read
        while True:
            read += 1
            yield ask(read)

    def body(client: Any) -> Any:
        job = client.jobs.map(endless(), concurrency=2)
        yield job.__anext__() if both.is_async else next(job)
        run = job._run
        del job
        gc.collect()
        while both.is_async and run.tasks:
            yield anyio.lowlevel.checkpoint()
        if not both.is_async:
            run.join()

    both.run(body)

    assert read <= 10


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_task_that_is_cancelled_leaves_no_call_under_way(backend: str, sandbox: Sandbox) -> None:
    from claude_client import AsyncClient

    async def main() -> Any:
        async with AsyncClient(base_url=sandbox.url, api_key=sandbox.api_key) as client:
            job = client.jobs.map((ask(number) for number in range(1000)), concurrency=4)
            with anyio.CancelScope() as scope:
                async for result in job:
                    if result.error is None:
                        scope.cancel()
            return job._run

    run = anyio.run(main, backend=backend)

    assert (run.tasks, run.work.in_flight) == (0, 0)


def test_output_is_parsed_as_the_type_that_was_asked_for(both: Both, sandbox: Sandbox) -> None:
    class Total(BaseModel):
        total: int

    sandbox.reply('{"total": 3}').reply('{"total": 3}')

    results = both.run(lambda client: (yield items(client.jobs.map([ask(1), ask(2)], output_format=Total))))

    assert [result.parsed_output for result in results] == [Total(total=3)] * 2


def test_a_result_says_why_its_output_could_not_be_parsed(both: Both, sandbox: Sandbox) -> None:
    class Total(BaseModel):
        total: int

    sandbox.reply('{"total": "many"}').fail(400)

    def body(client: Any) -> Any:
        return (yield items(client.jobs.map([ask(1), ask(2)], output_format=Total, concurrency=1)))

    results = both.run(body)

    assert [result.parsed_output for result in results] == [None, None]
    unfit, failed = sorted(results, key=lambda result: result.error is not None)
    assert "total" in unfit.parse_error
    assert failed.parse_error is None


@pytest.mark.parametrize("way", ["map", "batch", "auto"])
@pytest.mark.parametrize("make", [dict, lambda params: ("a", params)], ids=["parameters", "pair"])
def test_an_output_format_of_a_request_is_refused_and_its_place_told(
    both: Both, sandbox: Sandbox, way: str, make: Any
) -> None:
    requests = [make({**ask(1), "output_format": int})]

    with pytest.raises(TypeError, match=r"at position 0.*output_format=\.\.\."):
        both.run(lambda client: (yield items(getattr(client.jobs, way)(requests))))

    assert sandbox.requests == []


@tool
def get_high_tide(harbour: str) -> str:
    """The time of high water."""
    return f"17:38 in {harbour}"


CALL = ("get_high_tide", {"harbour": "Galway"})


def test_tools_are_called_until_the_model_is_done_and_all_messages_are_paid_for(
    both: Both, sandbox: Sandbox, tmp_path: Path
) -> None:
    sandbox.reply(tool_use=CALL).reply("At 17:38.")

    def body(client: Any) -> Any:
        options: dict[str, Any] = {"tools": [get_high_tide], "checkpoint": tmp_path / "tides.db"}
        job = client.jobs.map([ask(1)], **options)
        (result,) = yield items(job)
        (kept,) = yield items(client.jobs.map([ask(1)], **options))
        return result, kept, job.summary()

    result, kept, summary = both.run(body)

    made = [each for each in sandbox.requests if each.path == "/v1/messages"]
    assert result.message.text == "At 17:38."
    assert [message.stop_reason for message in result.earlier_messages] == ["tool_use"]
    assert result.cost == sum((message.cost() for message in (*result.earlier_messages, result.message)), Cost())
    assert summary.cost.total == result.cost.total == kept.cost.total > result.message.cost().total
    assert (kept.from_checkpoint, len(made)) == (True, 2)


def test_a_run_of_tools_that_failed_goes_on_where_it_was(sandbox: Sandbox) -> None:
    calls: list[str] = []

    @tool
    def count(harbour: str) -> str:
        """Counts how often it is called."""
        calls.append(harbour)
        sandbox.fail(529)
        return "17:38"

    sandbox.reply(tool_use=("count", {"harbour": "Galway"})).reply("At 17:38.")

    with Client(base_url=sandbox.url, api_key=sandbox.api_key, max_retries=0) as client:
        result = finish_without_waiting(make_call(client, make_item(0, ask(1)), Options(tools=[count]), None))

    assert (result.error, result.attempts, calls) == (None, 2, ["Galway"])


def finish_without_waiting(steps: Any) -> Any:
    value: Any = None
    while True:
        try:
            value = steps.send(False if isinstance(value, Wait) else value)
        except StopIteration as done:
            return done.value


def test_a_run_of_tools_that_fails_keeps_what_it_has_paid_for(both: Both, sandbox: Sandbox) -> None:
    @tool
    def get_wind(harbour: str) -> str:
        """The wind, after which the API fails."""
        sandbox.fail(400)
        return f"SW 5 in {harbour}"

    sandbox.reply(tool_use=("get_wind", {"harbour": "Galway"}))

    def body(client: Any) -> Any:
        job = client.jobs.map([ask(1)], tools=[get_wind])
        (result,) = yield items(job)
        return result, job.summary()

    result, summary = both.run(body)

    assert type(result.error).__name__ == "BadRequestError"
    assert result.cost.total == summary.cost.total == result.earlier_messages[0].cost().total > 0


def test_a_run_of_tools_that_the_budget_ends_keeps_what_it_has_paid_for(both: Both, sandbox: Sandbox) -> None:
    sandbox.reply(tool_use=CALL)

    def body(client: Any) -> Any:
        job = client.jobs.map([ask(1), ask(2)], tools=[get_high_tide], budget=Budget(requests=1), concurrency=1)
        with pytest.raises(BudgetExceededError) as raised:
            yield job.results()
        return raised.value

    error = both.run(body)

    assert [len(result.earlier_messages) for result in error.results] == [1]


@pytest.mark.parametrize(
    ("platform", "model"),
    [
        (Bedrock(region="us-east-1", api_key="key"), "us.anthropic.claude-opus-4-5-20251101-v1:0"),
        (Vertex(region="global", project_id="p", access_token="token"), "claude-opus-4-5@20251101"),
    ],
    ids=["bedrock", "vertex"],
)
def test_a_job_on_a_platform_has_its_costs_and_no_batches(platform: Any, model: str) -> None:
    with Client(platform=platform, base_url="sandbox:") as client:
        job = client.jobs.map([ask(1, model=model)], budget=Budget(usd=1), limiter="auto")
        (result,) = job

        assert result.cost.total == job.summary().cost.total > 0
        assert client.jobs.auto(map(ask, range(200))).why == "at once: the platform of the client has no batches"
        with pytest.raises(UnsupportedFeatureError, match="batches"):
            client.jobs.batch([ask(1, model=model)])


def test_progress_is_told_with_the_total_where_that_is_known(both: Both) -> None:
    told: list[tuple[int, int | None]] = []

    both.run(
        lambda client: (
            yield items(client.jobs.map([ask(1), ask(2)], progress=lambda done, total: told.append((done, total))))
        )
    )

    assert told == [(0, 2), (1, 2), (2, 2)]


def test_a_data_frame_has_a_row_for_each_result(both: Both, sandbox: Sandbox) -> None:
    pytest.importorskip("pandas")
    sandbox.fail(400)

    frame = both.run(lambda client: client.jobs.map([ask(1), ask(2)], ordered=True, concurrency=1).to_pandas())

    assert [*frame["id"]] == ["0", "1"]
    assert [*frame["succeeded"]] == [False, True]
    assert "What is 2?" in frame["text"][1]
    assert frame["error"][0].startswith("BadRequestError: 400")
    assert frame["cost"][1] > 0


def test_a_summary_is_a_table_in_a_notebook(both: Both) -> None:
    def body(client: Any) -> Any:
        job = client.jobs.map([ask(1)])
        yield items(job)
        return job.summary()

    summary = both.run(body)

    assert "succeeded=1" in repr(summary)
    assert "<tr><th style='text-align:left'>succeeded</th>" in summary._repr_html_()
    assert "USD" in summary._repr_html_()


# ---- deadlines and retries, with a clock of the test ---------------------------------------------------------


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def test_a_job_past_its_deadline_hands_on_what_is_done_and_says_so(sandbox: Sandbox) -> None:
    clock = Clock()
    taken: list[Any] = []
    with Client(base_url=sandbox.url, api_key=sandbox.api_key) as client:
        from claude_client.jobs.map import _ThreadRun

        options = Options(deadline=60, clock=clock)
        requests = (ask(number) for number in range(1000))
        run = _ThreadRun(client, requests, options, ordered=False, concurrency=2, checkpoint=None)
        job: Job[Any] = Job(run, "keep", None)
        with pytest.raises(JobDeadlineError, match=r"deadline of 60 s"):
            for result in job:
                taken.append(result)
                clock.seconds = 61

    assert {result.index for result in taken} == set(numbers_of(sandbox))
    assert 0 < len(taken) < 20


class Overloaded(BadRequestError):
    pass


def failure(sandbox: Sandbox, status: int, **more: Any) -> Exception:
    sandbox.fail(status, **more)
    with Client(base_url=sandbox.url, api_key=sandbox.api_key, max_retries=0) as client:
        try:
            client.messages.create(**ask(1))
        except Exception as error:
            return error
    raise AssertionError("the call did not fail")


def test_the_job_waits_longer_each_time_and_gives_up_after_its_attempts(sandbox: Sandbox) -> None:
    error = failure(sandbox, 529)
    waits = [
        [find_wait(error, attempt, Options(max_attempts=5), None) or 0.0 for _ in range(200)] for attempt in (1, 2, 4)
    ]

    assert [max(each) <= bound for each, bound in zip(waits, (1, 4, 60), strict=True)] == [True] * 3
    assert [max(each) > bound / 2 for each, bound in zip(waits, (1, 4, 60), strict=True)] == [True] * 3
    assert find_wait(error, 5, Options(max_attempts=5), None) is None


def test_a_wait_that_would_end_after_the_deadline_is_not_begun(sandbox: Sandbox) -> None:
    error = failure(sandbox, 429, retry_after=30)

    wait = find_wait(error, 1, Options(clock=Clock()), ends_at=100)

    assert wait is not None
    assert 30 <= wait <= 31
    assert find_wait(error, 1, Options(clock=Clock()), ends_at=29) is None


def test_what_does_not_pass_is_not_tried_again(sandbox: Sandbox) -> None:
    assert find_wait(failure(sandbox, 400), 1, Options(), None) is None
    assert find_wait(TypeError("misspelled"), 1, Options(), None) is None


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"concurrency": 0}, "invalid concurrency=0: expected a whole number of at least 1"),
        ({"concurrency": 2.5}, "invalid concurrency=2.5"),
        ({"concurrency": True}, "invalid concurrency=True"),
        ({"max_attempts": 0}, "invalid max_attempts=0"),
        ({"deadline": 0}, "invalid deadline=0: expected a number of seconds above 0"),
        ({"deadline": float("nan")}, "invalid deadline=nan"),
        ({"on_error": "ignore"}, "invalid on_error='ignore': expected 'keep' or 'raise'"),
    ],
)
def test_an_option_that_makes_no_sense_is_refused_before_anything_is_sent(options: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Jobs(None).map([], **options)


@pytest.mark.parametrize("method", ["map", "batch", "auto"])
@pytest.mark.parametrize(
    ("requests", "options", "message"),
    [
        ([], {"budget": 5}, r"invalid budget=5: expected Budget\(\.\.\.\)"),
        ([], {"progress": "yes"}, "invalid progress='yes': expected a bool or a function"),
        (ask(1), {}, "invalid requests: expected an iterable of requests, such as a list or a generator, not dict"),
        ("text", {}, "invalid requests: .* not str"),
        (5, {}, "invalid requests: .* not int"),
    ],
    ids=["budget", "progress", "one request", "text", "number"],
)
def test_a_value_of_another_type_is_refused_and_leaves_no_file_open(
    tmp_path: Path, method: str, requests: Any, options: Any, message: str
) -> None:
    with Client(base_url="sandbox:") as client:
        with pytest.raises(TypeError, match=message):
            getattr(client.jobs, method)(requests, checkpoint=tmp_path / "job.db", **options)

        client.jobs.map([], checkpoint=tmp_path / "job.db").close()


def test_an_option_that_is_misspelled_is_refused() -> None:
    with pytest.raises(TypeError, match="concurency"):
        Jobs(None).map([], concurency=3)  # type: ignore[call-arg]
