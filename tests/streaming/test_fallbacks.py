"""`RefusalFallback`: other models are asked where one refuses, in one piece and in streams."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest

from both import Both, entered, items
from claude_client import APIConnectionError, APIStatusError, ClaudeError, OverloadedError
from claude_client.middleware import FallbackState, RefusalFallback
from claude_client.sandbox import Reply, Sandbox
from claude_client.streaming.fallbacks import patch
from claude_client.streaming.splicing import drop_fallback_blocks

FIRST, SECOND, THIRD = "claude-opus-5", "claude-opus-4-8", "claude-haiku-4-5"
ASK: Any = {"model": FIRST, "max_tokens": 100, "messages": [{"role": "user", "content": "Hi"}]}
BETA = "fallback-credit-2026-07-01"


@pytest.fixture
def told() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture(params=["sync", "asyncio", "trio"])
def both(request: pytest.FixtureRequest, told: Sandbox) -> Both:
    return Both(request.param, base_url=told.url, api_key=told.api_key, max_retries=0)


@pytest.fixture(params=[False, True], ids=["whole", "streamed"])
def streamed(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def refusal(*texts: str, category: str | None = "cyber", **fields: Any) -> Reply:
    content = [{"type": "text", "text": text} for text in texts]
    details = {"type": "refusal", "category": category, "explanation": None, **fields}
    return Reply(content=content, stop_reason="refusal", stop_details=details)


def chain(*models: str, **options: Any) -> list[Any]:
    fallbacks: Any = [{"model": model} for model in models or (SECOND, THIRD)]
    return [RefusalFallback(fallbacks, **options)]


def ask(client: Any, streamed: bool, **fields: Any) -> Any:
    """Steps to the message, in one piece or from a stream."""
    if not streamed:
        message = yield client.messages.create(**{**ASK, **fields})
        return message
    stream = yield entered(client.messages.stream(**{**ASK, **fields}))
    message = yield stream.get_final_message()
    return message


def message_of(both: Both, streamed: bool = False, *, middleware: Any = None, **fields: Any) -> Any:
    def body(client: Any) -> Any:
        return (yield from ask(client, streamed, **fields))

    return both.run(body, middleware=middleware or chain())


def seams(message: Any) -> list[tuple[str, str]]:
    return [(block.from_.model, block.to.model) for block in message.content if block.type == "fallback"]


def bodies(told: Sandbox) -> list[Any]:
    return [request.json for request in told.requests]


# ---- the order of models -------------------------------------------------------------------------------------------


def test_a_message_that_is_not_refused_is_as_it_came(told: Sandbox, both: Both, streamed: bool) -> None:
    told.reply("Hello")

    message = message_of(both, streamed)

    assert (message.text, message.model, seams(message)) == ("Hello", FIRST, [])
    assert BETA in told.requests[0].headers["anthropic-beta"]
    assert len(told.requests) == 1


def test_the_next_model_is_asked_where_one_refuses(told: Sandbox, both: Both, streamed: bool) -> None:
    told.when(model=FIRST).reply(refusal())
    told.when(model=SECOND).reply("Hello")

    message = message_of(both, streamed)

    assert message.text == "Hello"
    assert seams(message) == [(FIRST, SECOND)]
    assert message.content[0].trigger.category == "cyber"
    assert message.stop_reason == "end_turn"
    token = bodies(told)[1]["fallback_credit_token"]
    assert token["mode"] == "best_effort"
    assert bodies(told)[1]["messages"] == ASK["messages"]
    assert message.usage.fallback_credit.status.type == "redeemed"


def test_models_are_asked_in_turn(told: Sandbox, both: Both, streamed: bool) -> None:
    for model in (FIRST, SECOND):
        told.when(model=model).reply(refusal())
    told.when(model=THIRD).reply("Hello")

    message = message_of(both, streamed)

    assert seams(message) == [(FIRST, SECOND), (SECOND, THIRD)]
    assert [body["model"] for body in bodies(told)] == [FIRST, SECOND, THIRD]
    assert message.text == "Hello"


def test_the_last_refusal_stands_where_all_refuse(told: Sandbox, both: Both, streamed: bool) -> None:
    told.reply(refusal(), repeat=True)

    message = message_of(both, streamed)

    assert message.stop_reason == "refusal"
    assert message.stop_details.category == "cyber"
    assert len(told.requests) == 3


@pytest.mark.parametrize("status", [400, 500, 529])
def test_a_failed_fallback_of_a_whole_message_is_an_error(told: Sandbox, both: Both, status: int) -> None:
    told.when(model=FIRST).reply(refusal())
    told.when(model=SECOND).fail(status)

    with pytest.raises(APIStatusError):
        message_of(both, middleware=chain(SECOND))


def test_an_error_is_no_refusal(told: Sandbox, both: Both, streamed: bool) -> None:
    told.fail(529)
    with pytest.raises(OverloadedError):
        message_of(both, streamed)
    assert len(told.requests) == 1


def test_a_call_that_is_retried_begins_again(told: Sandbox, both: Both, streamed: bool) -> None:
    told.fail(529).when(model=FIRST).reply(refusal())
    told.when(model=SECOND).reply("Hello")

    def body(client: Any) -> Any:
        return (yield from ask(client.with_options(max_retries=1), streamed))

    assert seams(both.run(body, middleware=chain())) == [(FIRST, SECOND)]


# ---- streams -------------------------------------------------------------------------------------------------------


def test_what_a_model_said_before_it_refused_stays_and_is_gone_on_from(told: Sandbox, both: Both) -> None:
    told.when(model=FIRST).reply(refusal("One, ", "two, "))
    told.when(model=SECOND).reply("three.")

    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**ASK))
        events = yield items(stream)
        return events, (yield stream.get_final_message())

    events, message = both.run(body, middleware=chain())

    assert [block.type for block in message.content] == ["text", "text", "fallback", "text"]
    assert message.stop_details is None
    assert message.text == "One, two, three."
    assert [event.index for event in events if event.type == "content_block_start"] == [0, 1, 2, 3]
    assert [event.type for event in events].count("message_start") == 1
    assert [event.type for event in events].count("message_stop") == 1
    assert bodies(told)[1]["messages"][1]["role"] == "assistant"
    assert [block["text"] for block in bodies(told)[1]["messages"][1]["content"]] == ["One, ", "two, "]
    assert message.usage.fallback_credit.status.type == "redeemed"


def test_a_refusal_before_anything_was_said_leaves_no_trace(told: Sandbox, both: Both) -> None:
    told.when(model=FIRST).reply(refusal())
    told.when(model=SECOND).reply("Hello")
    ids: list[str] = []

    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**ASK))
        events = yield items(stream)
        ids.append((yield stream.get_final_message()).id)
        return [event.type for event in events]

    types = both.run(body, middleware=chain())

    assert types[0] == "message_start"
    assert types.count("message_start") == types.count("message_delta") == 1
    # The message is the one that was begun.
    assert ids[0].encode() in told.requests[0].response_body
    assert ids[0].encode() not in told.requests[1].response_body


def test_usage_has_an_entry_for_each_model(told: Sandbox, both: Both) -> None:
    told.when(model=FIRST).reply(refusal("One, "))
    told.when(model=SECOND).reply(refusal())
    told.when(model=THIRD).reply("two.")

    message = message_of(both, True)

    assert [(each.type, each.model) for each in message.usage.iterations] == [
        ("message", FIRST),
        ("message", SECOND),
        ("fallback_message", THIRD),
    ]
    assert all(each.input_tokens > 0 for each in message.usage.iterations)


def test_what_all_models_had_said_is_gone_on_from(told: Sandbox, both: Both) -> None:
    told.when(model=FIRST).reply(refusal("One, "))
    told.when(model=SECOND).reply(refusal("two, "))
    told.when(model=THIRD).reply("three.")

    message = message_of(both, True)

    assert message.text == "One, two, three."
    assert [block["text"] for block in bodies(told)[2]["messages"][1]["content"]] == ["One, ", "two, "]


def test_nothing_is_gone_on_from_without_the_right_to(told: Sandbox, both: Both) -> None:
    told.when(model=FIRST).reply(refusal("One, ", fallback_has_prefill_claim=False))
    told.when(model=SECOND).reply("Another start.")

    message = message_of(both, True)

    assert message.text == "One, Another start."
    assert bodies(told)[1]["messages"] == ASK["messages"]


def test_a_continuation_that_is_refused_is_left_out(told: Sandbox, both: Both) -> None:
    told.when(model=FIRST).reply(refusal("One, "))
    told.when(model=SECOND).fail(400).reply("Another start.")

    message = message_of(both, True)

    assert message.text == "One, Another start."
    assert [len(body["messages"]) for body in bodies(told)] == [1, 2, 1]


def test_without_a_token_nobody_goes_on_in_the_middle(told: Sandbox, both: Both) -> None:
    told.reply(refusal("One, "))

    message = message_of(both, True, middleware=chain(betas=()))

    assert (message.text, message.stop_reason) == ("One, ", "refusal")
    assert len(told.requests) == 1
    assert "anthropic-beta" not in told.requests[0].headers


def test_thinking_at_the_end_is_not_gone_on_from(told: Sandbox, both: Both) -> None:
    told.when(model=FIRST).reply(
        Reply(
            content=[{"type": "text", "text": "One, "}, {"type": "thinking", "thinking": "Hm"}],
            stop_reason="refusal",
        )
    )
    told.when(model=SECOND).reply("two.")

    message = message_of(both, True)

    assert [block.type for block in message.content] == ["text", "thinking", "fallback", "text"]
    assert [block["type"] for block in bodies(told)[1]["messages"][1]["content"]] == ["text"]


def test_a_call_of_a_tool_is_gone_on_from_with_its_input(told: Sandbox, both: Both) -> None:
    call = {"type": "tool_use", "id": "toolu_1", "name": "look", "input": {"where": ["here"]}}
    told.when(model=FIRST).reply(Reply(content=[{"type": "text", "text": "So: "}, call], stop_reason="refusal"))
    told.when(model=SECOND).fail(400).reply("No.")

    message_of(both, True, tools=[{"name": "look", "input_schema": {"type": "object"}}])

    sent = bodies(told)[1]["messages"][1]["content"][1]
    assert {name: sent[name] for name in call} == call


@pytest.mark.parametrize(("status", "recommended"), [(529, THIRD), (429, THIRD), (500, None)])
def test_the_refusal_is_told_where_no_other_model_replies(
    told: Sandbox, both: Both, status: int, recommended: str | None
) -> None:
    told.when(model=FIRST).reply(refusal("One, "))
    told.when(model=SECOND).fail(500)
    told.when(model=THIRD).fail(status)

    message = message_of(both, True)

    assert (message.text, message.stop_reason) == ("One, ", "refusal")
    assert message.stop_details.recommended_model == recommended
    assert [each.model for each in message.usage.iterations] == [FIRST]
    assert len(told.requests) == 3


def test_a_failed_fallback_is_passed_over(told: Sandbox, both: Both) -> None:
    told.when(model=FIRST).reply(refusal())
    told.when(model=SECOND).fail("reset before headers")
    told.when(model=THIRD).reply("Hello")

    message = message_of(both, True)

    assert seams(message) == [(FIRST, THIRD)]
    assert message.text == "Hello"


def test_a_fallback_that_breaks_off_is_an_error_with_what_came(told: Sandbox, both: Both) -> None:
    told.when(model=FIRST).reply(refusal("One, "))
    told.when(model=SECOND).reply("two, three, four").fail("close in body", after_events=4)

    with pytest.raises(APIConnectionError) as broken:
        message_of(both, True)

    assert broken.value.partial.text.startswith("One, ")


def test_a_stream_that_is_left_asks_nobody_else(told: Sandbox, both: Both) -> None:
    told.when(model=FIRST).reply(refusal("One, "))

    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**ASK))
        yield stream.__anext__() if both.is_async else next(stream)
        yield stream.close()

    both.run(body, middleware=chain())
    assert len(told.requests) == 1


def test_a_message_that_is_streamed_because_it_is_long_falls_back_too(told: Sandbox, both: Both) -> None:
    told.when(model=FIRST).reply(refusal())
    told.when(model=SECOND).reply("Hello")

    message = message_of(both, max_tokens=30000)

    assert told.requests[0].json["stream"] is True
    assert (message.text, seams(message)) == ("Hello", [(FIRST, SECOND)])


def test_raw_events_and_raw_responses_are_spliced_too(told: Sandbox, both: Both) -> None:
    def body(client: Any) -> Any:
        told.when(model=FIRST).reply(refusal("One, "))
        told.when(model=SECOND).reply("two.")
        stream = yield client.messages.create(**ASK, stream=True)
        events = yield items(stream)
        assert [event.type for event in events][-1] == "message_stop"

        told.when(model=FIRST).reply(refusal())
        told.when(model=SECOND).reply("Hello")
        response = yield client.messages.with_raw_response.create(**ASK)
        message = yield response.parse()
        assert json.loads(response.content)["content"][0]["type"] == message.content[0].type == "fallback"
        assert response.status_code == 200

    both.run(body, middleware=chain())


# ---- state ---------------------------------------------------------------------------------------------------------


def test_a_state_keeps_to_the_model_that_replied(told: Sandbox, both: Both, streamed: bool) -> None:
    told.when(model=FIRST).reply(refusal())
    told.when(model=SECOND).reply("Hello", repeat=True)
    state = FallbackState()

    def body(client: Any) -> Any:
        with state:
            first = yield from ask(client, streamed)
            with state:
                second = yield from ask(client, streamed, messages=[*ASK["messages"], first, ASK["messages"][0]])
        assert state.index == 0
        assert seams(second) == []

    both.run(body, middleware=chain())

    assert [body["model"] for body in bodies(told)] == [FIRST, SECOND, SECOND]
    assert [block["type"] for block in bodies(told)[2]["messages"][1]["content"]] == ["text"]


def test_a_state_of_another_chain_is_an_error(told: Sandbox, both: Both) -> None:
    state = FallbackState()
    state.index = 7
    with state, pytest.raises(ClaudeError, match="index is 7"):
        message_of(both)


def test_that_each_call_begins_again_is_told_once(told: Sandbox, both: Both, caplog: pytest.LogCaptureFixture) -> None:
    middleware = chain()
    with caplog.at_level(logging.WARNING):
        for _ in range(2):
            told.when(model=FIRST).reply(refusal())
            told.when(model=SECOND).reply("Hello")
            message_of(both, middleware=middleware)
    assert sum("FallbackState" in record.message for record in caplog.records) == 1


# ---- what is asked -------------------------------------------------------------------------------------------------


def test_an_entry_changes_the_call(told: Sandbox, both: Both, streamed: bool) -> None:
    told.when(model=FIRST).reply(refusal())
    told.when(model=SECOND).reply("Hello")
    fallbacks: Any = [{"model": SECOND, "max_tokens": 50, "output_config": None}]

    message_of(
        both,
        streamed,
        middleware=[RefusalFallback(fallbacks)],
        output_config={"effort": "low"},
        system="Be brief.",
    )

    assert bodies(told)[1]["max_tokens"] == 50
    assert bodies(told)[1]["system"] == "Be brief."
    assert "output_config" not in bodies(told)[1]


BETWEEN = {"type": "between_tools"}


@pytest.mark.parametrize(
    ("body", "entry", "found"),
    [
        ({"a": 1, "b": 2}, {"b": 3, "c": 4}, {"a": 1, "b": 3, "c": 4}),
        ({"a": 1, "b": 2}, {"b": None}, {"a": 1}),
        ({"a": None}, {"model": "m"}, {"a": None, "model": "m"}),
        (
            {"output_config": {"a": 1, "b": 2}},
            {"output_config": {"a": None, "c": 3}},
            {"output_config": {"b": 2, "c": 3}},
        ),
        ({"output_config": {"a": 1}}, {"output_config": {"a": None}}, {}),
        ({"output_config": {"a": 1}}, {"output_config": None}, {}),
        ({}, {"output_config": {"a": 1}}, {"output_config": {"a": 1}}),
        ({"thinking": BETWEEN}, {"model": "m"}, {"model": "m", "thinking": {"type": "disabled"}}),
        ({"thinking": BETWEEN}, {"thinking": BETWEEN}, {"thinking": BETWEEN}),
        ({"thinking": BETWEEN}, {"thinking": None}, {}),
        ({"thinking": BETWEEN}, {}, {"thinking": BETWEEN}),
        ({"thinking": {"type": "adaptive"}}, {"model": "m"}, {"model": "m", "thinking": {"type": "adaptive"}}),
    ],
)
def test_how_an_entry_changes_a_body(body: Any, entry: Any, found: Any) -> None:
    before = json.dumps(body)
    assert patch(body, entry) == found
    assert json.dumps(body) == before


def test_a_fallback_without_room_for_speed_is_asked_without_it(told: Sandbox, both: Both, streamed: bool) -> None:
    told.when(model=FIRST).reply(refusal())
    told.when(model=SECOND).fail(429).reply("Hello")

    message = message_of(both, streamed, speed="fast", betas=["fast-mode-2026-02-01"])

    assert message.text == "Hello"
    assert [body.get("speed") for body in bodies(told)] == ["fast", "fast", None]


def test_a_fallback_that_is_to_be_fast_is_not_asked_without_it(told: Sandbox, both: Both) -> None:
    told.when(model=FIRST).reply(refusal())
    told.when(model=SECOND).fail(429)
    fallbacks: Any = [{"model": SECOND, "speed": "fast"}]

    with pytest.raises(APIStatusError):
        message_of(both, middleware=[RefusalFallback(fallbacks)], speed="fast", betas=["fast-mode-2026-02-01"])


def test_betas_are_added_to_those_of_the_call(told: Sandbox, both: Both) -> None:
    told.reply("Hello")
    message_of(both, middleware=chain(betas=[BETA, "other-2026-01-01"]), betas=["mine-2026-01-01", BETA])
    assert told.requests[0].headers["anthropic-beta"].split(",") == ["mine-2026-01-01", BETA, "other-2026-01-01"]


def test_the_parameter_of_the_api_is_refused_beside_it(told: Sandbox, both: Both, streamed: bool) -> None:
    with pytest.raises(ClaudeError, match="fallbacks= is given beside RefusalFallback"):
        message_of(both, streamed, fallbacks=[{"model": SECOND}], betas=["server-side-fallback-2026-07-01"])
    assert told.requests == []


def test_other_calls_and_an_empty_chain_are_left_alone(told: Sandbox, both: Both) -> None:
    def body(client: Any) -> Any:
        yield client.messages.count_tokens(model=FIRST, messages=ASK["messages"])
        yield client.models.retrieve(FIRST)

    both.run(body, middleware=chain())
    told.reply(refusal())
    assert message_of(both, middleware=[RefusalFallback([])]).stop_reason == "refusal"
    assert all("anthropic-beta" not in request.headers for request in told.requests)


def test_fallback_blocks_are_not_sent_back() -> None:
    block = {"type": "fallback", "from": {"model": "a"}, "to": {"model": "b"}}
    text = {"type": "text", "text": "Hi"}
    messages: Any = [
        {"role": "user", "content": "Hi"},
        {"role": "assistant", "content": [block, text]},
        {"role": "assistant", "content": [block]},
        {"role": "user", "content": [text]},
        {"role": "assistant", "content": []},
    ]

    assert drop_fallback_blocks({"messages": messages})["messages"] == [
        messages[0],
        {"role": "assistant", "content": [text]},
        messages[3],
        messages[4],
    ]
    assert drop_fallback_blocks({}) == {}
