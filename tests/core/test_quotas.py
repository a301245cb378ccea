"""Limiter and budget of a client, on both clients, against the sandbox."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from typing import Any

import pytest

from both import Both, entered, items
from claude_client import (
    AsyncClient,
    Budget,
    BudgetExceededError,
    CallDeadlineError,
    Client,
    InternalServerError,
    Limiter,
    RateLimitError,
    RequestTooLargeError,
    Spending,
    tool,
)
from claude_client.core.quotas import Quota
from claude_client.sandbox import Limits, Sandbox

ASK: dict[str, Any] = {
    "model": "claude-opus-5",
    "max_tokens": 20,
    "messages": [{"role": "user", "content": "Hello"}],
}


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture(params=["sync", "asyncio", "trio"])
def both(request: pytest.FixtureRequest, sandbox: Sandbox) -> Both:
    return Both(request.param, base_url=sandbox.url, api_key=sandbox.api_key, max_retries=0)


# ---- budget ---------------------------------------------------------------------------------------------


def test_what_calls_used_is_what_the_budget_has_spent(both: Both) -> None:
    budget = Budget(usd=5)

    def body(client: Any) -> Any:
        created = yield client.messages.create(**ASK)
        streamed = yield entered(client.messages.stream(**ASK))
        final = yield streamed.get_final_message()
        events = yield client.messages.create(**ASK, stream=True)
        yield items(events)
        large = yield client.messages.create(**{**ASK, "max_tokens": 60_000})  # streamed underneath
        raw = yield client.messages.with_raw_response.create(**ASK)
        parsed = raw.parse()
        return [created, final, final, large, (yield parsed)]

    messages = both.run(body, budget=budget)

    assert budget.spent.usd == sum(message.cost().total for message in messages)
    assert budget.spent.requests == len(messages)
    assert budget.reserved == Spending()


def test_a_call_that_does_not_fit_is_not_sent(both: Both, sandbox: Sandbox) -> None:
    def body(client: Any) -> Any:
        yield client.messages.create(**ASK)
        with pytest.raises(BudgetExceededError, match="requests has no room") as caught:
            yield client.messages.create(**ASK)
        return caught.value

    error = both.run(body, budget=Budget(requests=1))

    assert (error.spent.requests, error.may_pass) == (1, False)
    assert len(sandbox.requests) == 1


def test_other_calls_than_those_for_messages_are_free(both: Both) -> None:
    budget = Budget(requests=1)

    def body(client: Any) -> Any:
        for _ in range(3):
            yield client.models.list()
        counting = {name: ASK[name] for name in ("model", "messages")}
        yield client.messages.count_tokens(**counting)

    both.run(body, budget=budget)

    assert budget.spent.requests == 0


def test_a_refused_attempt_costs_nothing_but_is_a_request(both: Both, sandbox: Sandbox) -> None:
    budget = Budget(tokens=100_000)
    sandbox.fail(500)

    def body(client: Any) -> Any:
        with pytest.raises(InternalServerError):
            yield client.messages.create(**ASK)

    both.run(body, budget=budget)

    assert (budget.spent.tokens, budget.spent.requests, budget.reserved) == (0, 1, Spending())


def test_what_was_never_sent_is_given_back(both: Both) -> None:
    budget = Budget(tokens=10**9)

    def body(client: Any) -> Any:
        large = [{"role": "user", "content": "x" * 2000}]
        with pytest.raises(RequestTooLargeError):
            yield client.messages.create(**{**ASK, "messages": large})

    both.run(body, budget=budget, size_limits={"standard": 1000})

    assert (budget.spent.requests, budget.reserved) == (0, Spending())


def test_a_raw_response_that_nobody_parses_counts_in_full_when_it_is_collected(both: Both) -> None:
    budget = Budget(tokens=100_000)

    def body(client: Any) -> Any:
        raw = yield client.messages.with_raw_response.create(**ASK)
        reserved = budget.reserved
        del raw
        gc.collect()
        return reserved

    reserved = both.run(body, budget=budget)

    assert (reserved.requests, reserved.tokens > ASK["max_tokens"]) == (1, True)
    assert (budget.reserved, budget.spent.tokens, budget.spent.requests) == (Spending(), reserved.tokens, 1)


def test_a_stream_that_is_left_counts_with_the_most_that_it_can_cost(both: Both) -> None:
    budget = Budget(tokens=100_000)

    def body(client: Any) -> Any:
        stream = yield client.messages.create(**ASK, stream=True)
        yield stream.close()

    both.run(body, budget=budget)

    assert budget.spent.tokens >= 20
    assert budget.reserved == Spending()


def test_a_run_of_tools_has_a_budget_of_its_own_and_keeps_what_it_said(both: Both, sandbox: Sandbox) -> None:
    @tool
    def look_up(word: str) -> str:
        """Look a word up."""
        return word

    sandbox.reply(tool_use="look_up", input={"word": "a"})
    budget = Budget(requests=1)

    def body(client: Any) -> Any:
        runner = client.messages.run_tools(**ASK, tools=[look_up], budget=budget)
        with pytest.raises(BudgetExceededError) as caught:
            yield runner.until_done()
        cost = runner.cost()
        other = client.messages.run_tools(**ASK, tools=[look_up], budget=budget)
        yield other.until_done()
        return caught.value, runner, cost

    error, runner, cost = both.run(body)

    assert error.message.tool_calls[0].name == "look_up"
    assert cost == error.message.cost()
    assert runner.usage.output_tokens == error.message.usage.output_tokens
    assert runner.messages[-1]["content"][0]["content"] == "a"
    assert budget.spent.requests == 2


def test_the_cost_of_a_stream_is_that_of_its_message(both: Both) -> None:
    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**ASK))
        message = yield stream.get_final_message()
        return stream.cost(), message.cost()

    of_stream, of_message = both.run(body)

    assert of_stream == of_message
    assert of_stream.total > 0


# ---- limiter --------------------------------------------------------------------------------------------


def test_calls_within_the_limiter_are_never_answered_429(both: Both, sandbox: Sandbox) -> None:
    limiter = Limiter(requests_per_minute=1200)

    def body(client: Any) -> Any:
        started = time.monotonic()
        for _ in range(25):
            yield client.messages.create(**ASK)
        return time.monotonic() - started

    seconds = both.run(body, limiter=limiter)

    assert len(sandbox.requests) == 25
    assert seconds > 0.2  # two at once, the others 50 ms apart


def test_a_429_pauses_other_clients_that_share_the_limiter(both: Both, sandbox: Sandbox) -> None:
    limiter = Limiter(requests_per_minute=60_000)
    sandbox.fail(429, retry_after=30)

    def body(client: Any) -> Any:
        with pytest.raises(RateLimitError):
            yield client.messages.create(**ASK)
        other = client.with_options(deadline=5)
        started = time.monotonic()
        with pytest.raises(CallDeadlineError):
            yield other.messages.create(**ASK)
        yield client.models.list()  # has limits of its own
        haiku = {**ASK, "model": "claude-haiku-4-5"}
        yield client.messages.create(**haiku)
        return time.monotonic() - started

    assert both.run(body, limiter=limiter) < 4
    assert [request.path for request in sandbox.requests].count("/v1/messages") == 2


def test_an_automatic_limiter_learns_the_limits_from_the_headers(both: Both) -> None:
    with Sandbox(limits=Limits(requests=60)) as limited:

        def body(client: Any) -> Any:
            yield client.messages.create(**ASK)
            yield client.messages.create(**ASK)
            yield client.messages.create(**ASK, deadline=0.3)

        with pytest.raises(CallDeadlineError):
            both.run(body, limiter="auto", base_url=limited.url)

        assert len(limited.requests) == 2


def test_a_call_that_gives_up_waiting_gives_back_what_it_reserved() -> None:
    limiter = Limiter(requests_per_minute=60)
    quota = Quota(limiter, None, ASK)
    quota.reserve()
    waits = list[float]()
    for _ in range(3):
        quota = Quota(limiter, None, ASK)
        quota.reserve()
        waits.append(quota.wait())
        quota.cancel()

    assert waits == pytest.approx([1, 1, 1], abs=0.1)


@pytest.mark.parametrize("kind", [Client, AsyncClient])
def test_what_is_no_limiter_or_budget_is_refused_by_name(kind: Any) -> None:
    with pytest.raises(TypeError, match=r"invalid limiter=60: expected Limiter\(\.\.\.\) or 'auto'"):
        kind(limiter=60)
    with pytest.raises(TypeError, match=r"invalid budget=5: expected Budget\(\.\.\.\)"):
        kind(budget=5)
