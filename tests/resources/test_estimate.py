"""`messages.estimate()`, on both clients, against the sandbox."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from both import Both
from claude_client import UnknownPriceError
from claude_client.sandbox import Sandbox

ASK: dict[str, Any] = {
    "model": "claude-opus-5",
    "max_tokens": 500,
    "temperature": 1.0,
    "messages": [{"role": "user", "content": "Tell me about the sea, its colours and its winds."}],
}


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture(params=["sync", "asyncio", "trio"])
def both(request: pytest.FixtureRequest, sandbox: Sandbox) -> Both:
    return Both(request.param, base_url=sandbox.url, api_key=sandbox.api_key, max_retries=0)


def test_the_api_counts_and_the_message_costs_something_in_the_range(both: Both, sandbox: Sandbox) -> None:
    def body(client: Any) -> Any:
        estimate = yield client.messages.estimate(**ASK)
        message = yield client.messages.create(**ASK)
        return estimate, message

    estimate, message = both.run(body)

    assert [request.path for request in sandbox.requests] == ["/v1/messages/count_tokens", "/v1/messages"]
    assert estimate.counted
    assert (estimate.input_tokens, estimate.max_tokens) == (message.usage.input_tokens, 500)
    assert estimate.min_cost.total < message.cost().total < estimate.max_cost.total
    assert "at most 500 output tokens" in repr(estimate)


def test_an_estimate_offline_sends_nothing(both: Both, sandbox: Sandbox) -> None:
    estimate = both.run(lambda client: client.messages.estimate(**ASK, offline=True))

    assert sandbox.requests == []
    assert not estimate.counted
    assert 10 < estimate.input_tokens < 30


def test_what_is_cached_costs_more_at_most_and_not_at_least(both: Both) -> None:
    system = [{"type": "text", "text": "Long. " * 2000, "cache_control": {"type": "ephemeral"}}]

    def body(client: Any) -> Any:
        plain = yield client.messages.estimate(**ASK, system=system[0]["text"])
        cached = yield client.messages.estimate(**ASK, system=system)
        return plain, cached

    plain, cached = both.run(body)

    assert cached.max_cost.cache_write_5m > plain.max_cost.input
    assert cached.max_cost.input == 0


def test_a_model_without_a_price_is_an_error_before_anything_is_sent(both: Both, sandbox: Sandbox) -> None:
    with pytest.raises(UnknownPriceError):
        both.run(lambda client: client.messages.estimate(**{**ASK, "model": "claude-unheard-of"}))

    assert sandbox.requests == []
