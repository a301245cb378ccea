"""Budgets, with prices and a clock of the test."""

from __future__ import annotations

import pickle
import threading
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claude_client import Budget, BudgetExceededError, ModelPrices, Spending, TokenPrices, UnknownPriceError
from claude_client.limits.estimates import estimate_most_usage, estimate_tokens

PRICES = {"m": ModelPrices(TokenPrices.from_input(1, 5), web_search=Decimal(10))}


def ask(max_tokens: int = 100, **more: Any) -> dict[str, Any]:
    return {"model": "m", "max_tokens": max_tokens, "messages": [{"role": "user", "content": "Hello"}], **more}


def test_a_request_reserves_the_most_that_it_can_cost_and_is_settled_by_its_usage() -> None:
    budget = Budget(usd=1, prices=PRICES)

    reservation = budget.reserve(ask(max_tokens=1_000))
    reserved = budget.reserved
    budget.settle(reservation, {"input_tokens": 10, "output_tokens": 20})

    tokens = estimate_tokens(ask())
    assert reserved == Spending(Decimal(tokens + 5_000) / 1_000_000, tokens + 1_000, 1)
    assert budget.reserved == Spending()
    assert (budget.spent.usd, budget.spent.tokens, budget.spent.requests) == (Decimal("0.00011"), 30, 1)


def test_what_does_not_fit_is_refused_and_the_error_says_what_was_spent() -> None:
    budget = Budget(tokens=150)
    budget.settle(budget.reserve(ask()), {"input_tokens": 6, "output_tokens": 94})

    with pytest.raises(BudgetExceededError, match=r"150 tokens has no room .*: 100 were spent, and this one") as caught:
        budget.reserve(ask())

    assert (caught.value.limit, caught.value.spent.tokens, caught.value.may_pass) == ("tokens", 100, False)
    assert budget.reserve(ask(max_tokens=20)).open


def test_an_error_says_whether_requests_under_way_may_leave_room() -> None:
    budget = Budget(tokens=150)
    under_way = budget.reserve(ask())

    with pytest.raises(BudgetExceededError, match="requests under way may cost 1") as caught:
        budget.reserve(ask())
    budget.cancel(under_way)

    assert caught.value.may_pass
    assert budget.reserve(ask()).open


def test_requests_are_bounded_too() -> None:
    budget = Budget(requests=2)
    for _ in range(2):
        budget.settle(budget.reserve(ask()), {"input_tokens": 1, "output_tokens": 1})

    with pytest.raises(BudgetExceededError, match="2 requests has no room .*: 2 were spent") as caught:
        budget.reserve(ask())

    assert caught.value.limit == "requests"


def test_seconds_count_from_the_first_request() -> None:
    now = [100.0]
    budget = Budget(seconds=10, clock=lambda: now[0])
    now[0] += 60
    budget.reserve(ask())
    now[0] += 9.9
    budget.reserve(ask())
    now[0] += 0.1

    with pytest.raises(BudgetExceededError, match=r"10 seconds is used up: 10\.0 seconds have passed") as caught:
        budget.reserve(ask())

    assert (caught.value.limit, caught.value.may_pass) == ("seconds", False)


def test_a_request_that_was_refused_costs_nothing_and_one_that_was_lost_counts_in_full() -> None:
    budget = Budget(tokens=10_000)

    refused, lost, unsent = (budget.reserve(ask()) for _ in range(3))
    most = lost.most.tokens
    budget.cancel(refused, sent=True)
    budget.keep(lost)
    budget.cancel(unsent)

    assert (budget.spent.tokens, budget.spent.requests) == (most, 2)
    assert budget.reserved == Spending()


def test_each_job_begins_anew_unless_all_count_together() -> None:
    each, total = Budget(requests=1), Budget(requests=1, per="total")

    for _ in range(3):
        job = each.for_job()
        job.settle(job.reserve(ask()), {"input_tokens": 1, "output_tokens": 1})
    total.for_job().reserve(ask())

    assert each.spent.requests == 3
    with pytest.raises(BudgetExceededError):
        total.for_job().reserve(ask())


def test_the_most_that_is_used_knows_cache_searches_speed_and_place() -> None:
    cached = {"type": "text", "text": "Long", "cache_control": {"type": "ephemeral", "ttl": "1h"}}
    search = {"type": "web_search_20250305", "name": "web_search", "max_uses": 3}

    usage = estimate_most_usage(ask(system=[cached], tools=[search], speed="fast", inference_geo="us"))

    assert usage["input_tokens"] == 0
    assert usage["cache_creation"] == {"ephemeral_1h_input_tokens": usage["cache_creation_input_tokens"]}
    assert usage["server_tool_use"] == {"web_search_requests": 3}
    assert (usage["speed"], usage["inference_geo"]) == ("fast", "us")


def test_an_unknown_price_is_an_error_before_anything_is_sent() -> None:
    with pytest.raises(UnknownPriceError):
        Budget(usd=1).reserve({**ask(), "model": "no-such-model"})


def test_a_budget_without_dollars_needs_no_prices() -> None:
    assert Budget(tokens=10_000).reserve({**ask(), "model": "no-such-model"}).open


@pytest.mark.parametrize(
    ("bounds", "message"),
    [
        ({}, "needs a bound"),
        ({"usd": 0}, "invalid usd=0: expected a number above 0"),
        ({"usd": "much"}, "invalid usd='much'"),
        ({"tokens": -1}, "invalid tokens=-1"),
        ({"requests": True}, "invalid requests=True"),
        ({"seconds": float("nan")}, "invalid seconds=nan"),
        ({"usd": 1, "per": "day"}, "invalid per='day': expected 'job' or 'total'"),
    ],
)
def test_bounds_that_make_no_sense_are_refused_by_name(bounds: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Budget(**bounds)


def test_a_pickle_has_the_bounds_and_counts_anew() -> None:
    budget = Budget(usd="2.50", requests=3, per="total")
    budget.reserve({**ask(), "model": "claude-opus-5"})

    copy: Budget = pickle.loads(pickle.dumps(budget))

    assert repr(copy) == repr(budget) == "Budget(usd=2.50, requests=3, per='total')"
    assert copy.reserved == Spending()


def test_the_error_survives_a_pickle() -> None:
    budget = Budget(requests=1)
    budget.reserve(ask())
    with pytest.raises(BudgetExceededError) as caught:
        budget.reserve(ask())

    copy = pickle.loads(pickle.dumps(caught.value))

    assert (str(copy), copy.limit, copy.spent, copy.may_pass) == (
        str(caught.value),
        "requests",
        caught.value.spent,
        True,
    )


@given(
    bound=st.integers(1, 5_000),
    calls=st.lists(st.tuples(st.integers(1, 400), st.floats(0, 1), st.sampled_from(["settle", "keep", "cancel"]))),
)
def test_whatever_calls_come_to_the_budget_is_never_overdrawn(bound: int, calls: list[tuple[int, float, str]]) -> None:
    budget, under_way = Budget(tokens=bound), list[Any]()
    for max_tokens, share, end in calls:
        try:
            under_way.append((budget.reserve(ask(max_tokens)), max_tokens, share, end))
        except BudgetExceededError:
            if under_way:
                reservation, most, used, how = under_way.pop(0)
                if how == "settle":
                    budget.settle(reservation, {"input_tokens": 1, "output_tokens": int(most * used)})
                else:
                    getattr(budget, how)(reservation)
        assert budget.spent.tokens + budget.reserved.tokens <= bound


def test_threads_that_share_a_budget_do_not_overdraw_it() -> None:
    budget, done = Budget(requests=100), list[int]()

    def call() -> None:
        for _ in range(50):
            try:
                budget.settle(budget.reserve(ask()), {"input_tokens": 1, "output_tokens": 1})
                done.append(1)
            except BudgetExceededError:
                pass

    threads = [threading.Thread(target=call) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(done) == budget.spent.requests == 100
