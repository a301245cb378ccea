"""What messages cost, held against prices as they are documented and against genai-prices itself."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, timezone
from decimal import Decimal
from typing import Any

import genai_prices
import pytest

from both import Both
from claude_client import ClaudeError, Cost, ModelPrices, TokenPrices, UnknownPriceError
from claude_client.sandbox import Sandbox
from claude_client.types import Message, MessageBatchIndividualResponse, Usage
from claude_client.types.cost import cost_of, find_prices

DETAILED = {
    "input_tokens": 1000,
    "output_tokens": 500,
    "cache_creation_input_tokens": 300,
    "cache_creation": {"ephemeral_5m_input_tokens": 100, "ephemeral_1h_input_tokens": 200},
    "cache_read_input_tokens": 10_000,
    "server_tool_use": {"web_search_requests": 3, "web_fetch_requests": 2},
}
OPUS_5 = Cost(
    input=Decimal("0.005"),
    output=Decimal("0.0125"),
    cache_write_5m=Decimal("0.000625"),
    cache_write_1h=Decimal("0.002"),
    cache_read=Decimal("0.005"),
    server_tools=Decimal("0.03"),
)


def message(usage: dict[str, Any], model: str = "claude-opus-5") -> Message:
    return Message.model_validate(
        {
            "id": "msg_1",
            "type": "message",
            "role": "assistant",
            "model": model,
            "content": [],
            "stop_reason": "end_turn",
            "stop_sequence": None,
            "usage": usage,
        }
    )


def test_every_kind_of_token_and_search_has_its_price() -> None:
    assert message(DETAILED).cost() == OPUS_5
    assert OPUS_5.total == Decimal("0.055125")
    assert OPUS_5.currency == "USD"


def test_a_usage_a_message_and_a_dictionary_cost_the_same() -> None:
    assert message(DETAILED).usage.cost(model="claude-opus-5") == cost_of(DETAILED, "claude-opus-5") == OPUS_5


@pytest.mark.parametrize(
    ("usage", "written"),
    [
        ({"cache_creation_input_tokens": 300}, (300, 0)),
        ({"cache_creation": {"ephemeral_5m_input_tokens": 100, "ephemeral_1h_input_tokens": 200}}, (100, 200)),
        ({"cache_creation_input_tokens": 300, "cache_creation": {"ephemeral_1h_input_tokens": 200}}, (100, 200)),
        ({"cache_creation_input_tokens": 300, "cache_creation": None}, (300, 0)),
    ],
)
def test_writes_to_the_cache_count_once_in_each_form(usage: dict[str, Any], written: tuple[int, int]) -> None:
    cost = cost_of({"input_tokens": 0, "output_tokens": 0, **usage}, "claude-opus-5")

    assert cost.cache_write_5m == written[0] * Decimal("6.25") / 1_000_000
    assert cost.cache_write_1h == written[1] * Decimal(10) / 1_000_000
    assert cost.total == cost.cache_write_5m + cost.cache_write_1h


def test_a_batch_costs_half_of_its_tokens_and_all_of_its_searches() -> None:
    tokens = OPUS_5.total - OPUS_5.server_tools

    costs = [
        cost_of(DETAILED, "claude-opus-5", batch=True),
        cost_of({**DETAILED, "service_tier": "batch"}, "claude-opus-5"),
        cost_of({**DETAILED, "service_tier": "batch"}, "claude-opus-5", batch=True),
    ]

    assert [cost.total for cost in costs] == [tokens / 2 + OPUS_5.server_tools] * 3
    assert costs[0].batch == -tokens / 2


def test_above_200k_input_tokens_a_model_with_two_prices_has_a_surcharge() -> None:
    usage = {"input_tokens": 100_000, "cache_read_input_tokens": 100_001, "output_tokens": 1000}

    below = cost_of({**usage, "cache_read_input_tokens": 100_000}, "claude-sonnet-4-5")
    above = cost_of(usage, "claude-sonnet-4-5")
    flat = cost_of(usage, "claude-opus-5")

    assert below.long_context == flat.long_context == 0
    assert above.total == Decimal("0.6") + Decimal("0.0600006") + Decimal("0.0225")
    assert above.input == Decimal("0.3")


@pytest.mark.parametrize(
    ("model", "factor"), [("claude-opus-4-6", "1.1"), ("claude-sonnet-5", "1.1"), ("claude-opus-4-5", "1")]
)
def test_running_in_the_us_only_costs_a_tenth_more_from_opus_4_6_on(model: str, factor: str) -> None:
    plain = cost_of({"input_tokens": 1000, "output_tokens": 10}, model)
    us_only = cost_of({"input_tokens": 1000, "output_tokens": 10, "inference_geo": "us"}, model)

    assert us_only.total == plain.total * Decimal(factor)
    assert us_only.us_only == us_only.total - plain.total


def test_fast_mode_multiplies_and_is_an_error_where_no_price_is_known() -> None:
    usage = {"input_tokens": 1_000_000, "output_tokens": 0, "speed": "fast"}
    own = ModelPrices(TokenPrices.from_input(5, 25), fast_mode=Decimal(2))

    assert cost_of(usage, "claude-opus-5", prices={"claude-opus-5": own}).total == 10
    with pytest.raises(UnknownPriceError, match="'claude-opus-5' in fast mode"):
        cost_of(usage, "claude-opus-5")


@pytest.mark.parametrize("model", ["claude-opus-99", "gpt-5", "", "claude"])
def test_a_model_without_a_price_is_an_error_and_never_free(model: str) -> None:
    with pytest.raises(UnknownPriceError, match="there is no price for the model") as raised:
        message(DETAILED, model).cost()

    assert isinstance(raised.value, ClaudeError)
    assert isinstance(raised.value, LookupError)


def test_prices_of_the_caller_go_first_and_may_be_a_function() -> None:
    own = ModelPrices(TokenPrices.from_input("2.5", 10))

    mapped = message(DETAILED).cost(prices={"claude-opus-5": own})
    called = message(DETAILED).cost(prices=lambda model: own if model == "claude-opus-5" else None)
    other = message(DETAILED, "claude-haiku-4-5").cost(prices={"claude-opus-5": own})

    assert mapped == called
    assert mapped.input == Decimal("0.0025")
    assert mapped.cache_write_1h == Decimal("0.001")
    assert other.input == Decimal("0.001")


def test_prices_of_a_day_in_the_past_are_those_of_that_day() -> None:
    usage = {"input_tokens": 300_000, "output_tokens": 0}

    before = cost_of(usage, "claude-opus-4-6", at=datetime(2026, 2, 1, tzinfo=timezone.utc))
    after = cost_of(usage, "claude-opus-4-6", at=datetime(2026, 6, 1, tzinfo=timezone.utc))

    assert (before.total, after.total) == (Decimal(3), Decimal("1.5"))


@pytest.mark.parametrize("model", ["claude-opus-5", "claude-sonnet-4-5", "claude-haiku-4-5", "claude-fable-5-2"])
def test_tokens_cost_what_genai_prices_says(model: str) -> None:
    usage = genai_prices.Usage(
        input_tokens=11_300,
        output_tokens=500,
        cache_write_tokens=300,
        cache_write_1h_tokens=200,
        cache_read_tokens=10_000,
    )
    expected = genai_prices.calc_price(usage, model, provider_id="anthropic").total_price

    assert cost_of({**DETAILED, "server_tool_use": None}, model).total == expected


@pytest.mark.parametrize(
    ("model", "dollars"),
    [
        ("us.anthropic.claude-opus-4-5-20251101-v1:0", "5.5"),
        ("claude-opus-4-5@20251101", "5"),
        ("claude-mythos-5", "10"),
    ],
)
def test_ids_of_cloud_platforms_and_models_that_are_missing_there_have_prices(model: str, dollars: str) -> None:
    assert find_prices(model).tokens.input == Decimal(dollars)


def test_costs_add_up() -> None:
    both = OPUS_5 + cost_of(DETAILED, "claude-haiku-4-5")

    assert both.total == OPUS_5.total + cost_of(DETAILED, "claude-haiku-4-5").total
    assert sum([OPUS_5, OPUS_5]) == OPUS_5 + OPUS_5
    assert sum([], Cost()).total == 0
    assert repr(Cost(input=Decimal("0.5"))) == "Cost(0.5 USD, input=0.5)"


def test_a_result_of_a_batch_that_did_not_succeed_costs_nothing() -> None:
    succeeded = {"type": "succeeded", "message": message(DETAILED).to_dict()}
    results = [
        MessageBatchIndividualResponse.model_validate({"custom_id": "1", "result": result})
        for result in (succeeded, {"type": "expired"})
    ]

    costs = [result.cost() for result in results]

    assert [cost.total for cost in costs] == [cost_of(DETAILED, "claude-opus-5", batch=True).total, 0]


def test_a_message_of_the_sandbox_has_a_cost(both: Both) -> None:
    with Sandbox() as sandbox:
        ask = {"model": "claude-opus-5", "max_tokens": 10, "messages": [{"role": "user", "content": "Hello"}]}
        message = both.run(lambda c: c.messages.create(**ask), base_url=sandbox.url, api_key=sandbox.api_key)

    usage: Usage = message.usage
    assert message.cost().total == (usage.input_tokens * 5 + usage.output_tokens * 25) / Decimal(1_000_000)


def test_without_genai_prices_the_error_says_what_to_install() -> None:
    code = (
        "import sys; sys.modules['genai_prices'] = None\n"
        "from claude_client.types.cost import cost_of\n"
        "print(cost_of({'input_tokens': 1}, 'claude-mythos-5'))\n"
        "try: cost_of({'input_tokens': 1}, 'claude-opus-5')\n"
        "except ImportError as error: print(error)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "Cost(0.00001 USD" in done.stdout
    assert "pip install 'claude-client[cost]'" in done.stdout


def test_no_cost_is_loaded_by_those_who_do_not_ask_for_it() -> None:
    code = "import sys; from claude_client.types import Message; print({'genai_prices', 'decimal'} & {*sys.modules})"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "genai_prices" not in done.stdout
