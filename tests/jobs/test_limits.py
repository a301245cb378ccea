"""Jobs with a budget and a limiter, on both clients, against the sandbox."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from both import Both, items
from claude_client import Budget, BudgetExceededError, Limiter, Spending
from claude_client.sandbox import Limits, Sandbox

from .conftest import ask, numbers_of


def endless() -> Any:
    number = 0
    while True:
        yield ask(number)
        number += 1


def test_a_job_stops_where_its_budget_ends_and_hands_on_what_was_done(both: Both, sandbox: Sandbox) -> None:
    budget = Budget(requests=30)

    def body(client: Any) -> Any:
        job, results = client.jobs.map(endless(), budget=budget), []
        with pytest.raises(BudgetExceededError, match="30 were spent"):
            while True:
                results.append((yield (job.__anext__() if both.is_async else next(job))))
        return results

    results = both.run(body)

    assert sorted(result.index for result in results) == sorted(numbers_of(sandbox))
    assert len(results) == 30
    assert all(result.error is None for result in results)


def test_the_error_of_a_list_of_results_has_them(both: Both) -> None:
    def body(client: Any) -> Any:
        with pytest.raises(BudgetExceededError) as caught:
            yield client.jobs.map(endless(), budget=Budget(requests=5)).results()
        return caught.value

    error = both.run(body)

    assert len(error.results) == error.spent.requests == 5


def test_results_behind_a_request_that_was_not_made_are_handed_on_in_order_too(both: Both, sandbox: Sandbox) -> None:
    # The first request is so large that it does not fit, while those behind it do.
    large = ask(0, max_tokens=5_000)

    def body(client: Any) -> Any:
        requests = [large, *map(ask, range(1, 6))]
        with pytest.raises(BudgetExceededError) as caught:
            yield client.jobs.map(requests, budget=Budget(tokens=1_000), ordered=True, concurrency=6).results()
        return caught.value

    error = both.run(body)

    assert sorted(numbers_of(sandbox)) == [result.index for result in error.results]


def test_a_job_waits_for_requests_under_way_that_may_leave_room(both: Both) -> None:
    # Each request reserves 20 output tokens and more, and uses about a third of that.
    budget = Budget(tokens=1_000)

    def body(client: Any) -> Any:
        with pytest.raises(BudgetExceededError) as caught:
            yield client.jobs.map(endless(), budget=budget, concurrency=32).results()
        return caught.value

    error = both.run(body)

    used = sum(result.message.usage.input_tokens + result.message.usage.output_tokens for result in error.results)
    assert error.spent.tokens == used == budget.spent.tokens
    assert 950 < used <= 1_000


def test_a_job_goes_on_with_another_budget_where_the_first_one_ended(
    both: Both, sandbox: Sandbox, tmp_path: Path
) -> None:
    requests, path = [ask(number) for number in range(12)], tmp_path / "job.db"

    def body(client: Any) -> Any:
        with pytest.raises(BudgetExceededError):
            yield client.jobs.map(requests, checkpoint=path, budget=Budget(requests=7)).results()
        return (yield client.jobs.map(requests, checkpoint=path, budget=Budget(requests=5)).results())

    results = both.run(body)

    assert sorted(numbers_of(sandbox)) == list(range(12))
    assert sum(result.from_checkpoint for result in results) == 7
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("SELECT count(*) FROM items").fetchone() == (12,)


def test_the_budget_of_the_client_holds_for_its_jobs_beside_their_own(both: Both) -> None:
    of_client, of_job = Budget(requests=4), Budget(requests=6)

    def body(client: Any) -> Any:
        for _ in range(2):
            with pytest.raises(BudgetExceededError):
                yield client.jobs.map(endless(), budget=of_job).results()

    both.run(body, budget=of_client)

    assert of_client.spent.requests == of_job.spent.requests == 4
    assert of_client.reserved == of_job.reserved == Spending()


def test_a_job_keeps_to_the_limits_that_the_server_enforces(both: Both) -> None:
    with Sandbox(limits=Limits(requests=27, seconds=1)) as limited:

        def body(client: Any) -> Any:
            job = client.jobs.map((ask(number) for number in range(30)), limiter=Limiter(requests_per_minute=720))
            return (yield items(job))

        results = both.run(body, base_url=limited.url)

        assert [result.attempts for result in results] == [1] * 30
        assert len(limited.requests) == 30


# ---- limits that are learned ----------------------------------------------------------------------------------


@pytest.mark.parametrize("of_client", [True, False])
def test_an_admin_key_tells_the_limits_before_the_first_request(both: Both, sandbox: Sandbox, of_client: bool) -> None:
    limiter = Limiter.auto()

    def body(client: Any) -> Any:
        yield items(client.jobs.map([ask(1)], **({} if of_client else {"limiter": limiter})))

    both.run(body, admin_api_key=sandbox.admin_api_key, limiter=limiter if of_client else None)

    assert [each.path for each in sandbox.requests] == ["/v1/organizations/rate_limits", "/v1/messages"]
    # The limits of the sandbox's headers, for the whole group.
    assert set(limiter.reserve("claude-opus-4-5").amounts) == {"requests", "input_tokens", "output_tokens"}


@pytest.mark.parametrize("options", [{}, {"limiter": Limiter(requests_per_minute=6000)}], ids=["none", "given"])
def test_an_admin_key_is_not_used_where_no_limiter_learns(both: Both, sandbox: Sandbox, options: Any) -> None:
    both.run(lambda client: (yield items(client.jobs.map([ask(1)], **options))), admin_api_key=sandbox.admin_api_key)

    assert numbers_of(sandbox) == [1]
    assert len(sandbox.requests) == 1


def test_a_key_that_may_not_read_the_limits_does_no_harm(both: Both, sandbox: Sandbox) -> None:
    (result,) = both.run(
        lambda client: (yield items(client.jobs.map([ask(1)], limiter="auto"))), admin_api_key="sk-ant-admin-wrong"
    )

    assert result.error is None
