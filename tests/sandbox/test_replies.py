"""What the sandbox replies when it is told what."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest

from both import Both, entered, items
from claude_client import Client, InternalServerError
from claude_client.sandbox import Received, Reply, Sandbox
from claude_client.sandbox.conditions import ConditionParams
from claude_client.sandbox.faults import FaultParams
from claude_client.sandbox.scripted_replies import ReplyParams

from .asking import WEATHER, body

CALL = {"type": "tool_use", "name": "get_weather", "input": {"city": "Oslo"}}


def ask(client: Client, question: Any = "Hi", **fields: Any) -> Any:
    return client.messages.create(**body(question, **fields))


def said(client: Client, question: Any = "Hi", **fields: Any) -> str:
    return "".join(block.text for block in ask(client, question, **fields).content if block.type == "text")


def test_a_text_is_the_reply(told: Sandbox, client: Client) -> None:
    told.reply("Hello")

    message = ask(client)

    assert [block.text for block in message.content] == ["Hello"]
    assert message.stop_reason == "end_turn"
    assert message.usage.output_tokens == 1


def test_replies_are_given_in_order_and_then_made_from_the_request(told: Sandbox, client: Client) -> None:
    told.reply("One").reply("Two", times=2)

    assert [said(client) for _ in range(3)] == ["One", "Two", "Two"]
    assert said(client).startswith('You wrote: "Hi"')


def test_a_reply_can_be_for_all_requests(told: Sandbox, client: Client) -> None:
    told.reply("Always", repeat=True)

    assert {said(client) for _ in range(3)} == {"Always"}


def test_a_reply_is_given_whole_whatever_max_tokens_and_stop_sequences_say(told: Sandbox, client: Client) -> None:
    told.reply("one two three four five")

    assert said(client, max_tokens=2, stop_sequences=["three"]) == "one two three four five"


@pytest.mark.parametrize(
    "told_use",
    [("get_weather", {"city": "Oslo"}), {"name": "get_weather", "input": {"city": "Oslo"}}, [CALL]],
)
def test_a_tool_is_called_with_name_and_input(told: Sandbox, client: Client, told_use: Any) -> None:
    told.reply(tool_use=told_use)

    message = ask(client, tools=[WEATHER])

    (use,) = message.content
    assert (use.type, use.name, use.input) == ("tool_use", "get_weather", {"city": "Oslo"})
    assert message.stop_reason == "tool_use"


def test_the_input_of_a_tool_may_stand_beside_its_name(told: Sandbox, client: Client) -> None:
    told.reply("Let me look.", tool_use="get_weather", input={"city": "Oslo"})

    text, use = ask(client, tools=[WEATHER]).content

    assert text.text == "Let me look."
    assert use.input == {"city": "Oslo"}


def test_a_tool_without_input_gets_one_that_fits_its_schema(told: Sandbox, client: Client) -> None:
    told.reply(tool_use="get_weather")

    (use,) = ask(client, tools=[WEATHER]).content

    assert isinstance(use.input["city"], str)


@pytest.mark.parametrize(
    ("tools", "toolset"),
    [
        ([{"type": "browser_toolset_20260801"}], "browser"),
        ([{"type": "computer_toolset_20260801"}, {"type": "browser_toolset_20260801"}], "computer"),
        ([{"type": "browser_toolset_20260801"}, {**WEATHER, "name": "zoom"}], None),
        ([WEATHER], None),
    ],
)
def test_a_call_of_a_member_names_its_toolset(told: Sandbox, client: Client, tools: Any, toolset: str | None) -> None:
    told.reply(tool_use=("zoom", {"region": [0, 0, 1, 1]}))

    (use,) = ask(client, tools=tools).content

    assert (use.name, use.toolset_name) == ("zoom", toolset)


def test_several_tools_are_called_at_once(told: Sandbox, client: Client) -> None:
    told.reply(tool_use=[("get_weather", {"city": "Oslo"}), ("get_weather", {"city": "Rome"})])

    assert [use.input["city"] for use in ask(client, tools=[WEATHER]).content] == ["Oslo", "Rome"]


def test_a_loop_of_tools_goes_through_the_replies(told: Sandbox, client: Client) -> None:
    told.reply(tool_use=("get_weather", {"city": "Oslo"}))
    told.when(result_of="get_weather").reply("It rains.")
    question = {"role": "user", "content": "Weather?"}

    first = ask(client, tools=[WEATHER], messages=[question])
    result = {"type": "tool_result", "tool_use_id": first.content[0].id, "content": "rain"}
    conversation = [question, {"role": "assistant", "content": first.content}, {"role": "user", "content": [result]}]

    assert said(client, tools=[WEATHER], messages=conversation) == "It rains."


def test_thinking_comes_first_and_may_be_sent_back(told: Sandbox, client: Client) -> None:
    told.reply("Hello", thinking="They greet.")
    thinking = {"type": "enabled", "budget_tokens": 1024}

    first = ask(client, thinking=thinking, max_tokens=2000)
    again = [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": first.content}]
    second = ask(client, thinking=thinking, max_tokens=2000, messages=[*again, {"role": "user", "content": "Go on."}])

    assert [block.type for block in first.content] == ["thinking", "text"]
    assert first.content[0].thinking == "They greet."
    assert second.stop_reason == "end_turn"


@pytest.mark.parametrize(
    "reply",
    [
        [{"type": "text", "text": "Hello"}, CALL],
        {"role": "assistant", "content": [{"type": "text", "text": "Hello"}, CALL]},
        Reply("Hello", content=[CALL]),
        lambda request: [{"type": "text", "text": "Hello"}, CALL],
    ],
)
def test_a_reply_may_be_blocks_or_a_message(told: Sandbox, client: Client, reply: Any) -> None:
    told.reply(reply)

    text, use = ask(client, tools=[WEATHER]).content

    assert (text.text, use.name) == ("Hello", "get_weather")
    assert use.id.startswith("toolu_")


def test_stop_reason_and_usage_can_be_said(told: Sandbox, client: Client) -> None:
    told.reply("I must not.", stop_reason="refusal", usage={"output_tokens": 77})

    message = ask(client)

    assert (message.stop_reason, message.usage.output_tokens) == ("refusal", 77)
    assert message.usage.input_tokens > 0


def test_a_function_gets_the_request(told: Sandbox, client: Client) -> None:
    told.reply(lambda request: f"{request.json['model']} at {request.path}", repeat=True)

    assert said(client) == "claude-opus-5 at /v1/messages"


def test_a_function_may_leave_it_to_the_sandbox(told: Sandbox, client: Client) -> None:
    told.reply(lambda request: None)

    assert said(client).startswith('You wrote: "Hi"')


def test_a_function_that_raises_is_named_in_the_error(told: Sandbox, client: Client) -> None:
    def reply(request: Received) -> str:
        raise KeyError("city")

    told.reply(reply)

    with pytest.raises(InternalServerError, match=r"the function that replies raised KeyError\('city'\)"):
        ask(client)


@pytest.mark.parametrize(
    ("condition", "fitting"),
    [
        ({"model": "claude-haiku-*"}, {"model": "claude-haiku-4-5"}),
        ({"contains": "be kind"}, {"system": "Always be kind."}),
        ({"question": "Norway"}, {"question": "Where is Norway?"}),
        ({"tool": "get_weather"}, {"tools": [WEATHER]}),
        (
            {"stream": False, "method": "post", "path": "/v1/*", "model": "claude-haiku-4-5"},
            {"model": "claude-haiku-4-5"},
        ),
    ],
)
def test_a_reply_with_a_condition_waits_for_its_request(
    told: Sandbox, client: Client, condition: Any, fitting: Any
) -> None:
    told.reply("any", repeat=True)
    told.when(**condition).reply("this one")

    assert said(client) == "any"
    assert said(client, **{"question": "Hi", **fitting}) == "this one"
    assert said(client, **{"question": "Hi", **fitting}) == "any"


def test_a_condition_may_be_a_function(told: Sandbox, client: Client) -> None:
    told.when(lambda request: request.json["max_tokens"] == 7).reply("seven")

    assert said(client, max_tokens=8) != "seven"
    assert said(client, max_tokens=7) == "seven"


def test_the_requests_of_a_batch_get_the_same_replies(told: Sandbox, client: Client) -> None:
    told.when(path="/v1/messages/batches", contains="One?").reply("1")
    requests = [{"custom_id": word, "params": body(f"{word}?")} for word in ("One", "Two")]

    batch = client.messages.batches.create(requests=requests)
    while client.messages.batches.retrieve(batch.id).processing_status != "ended":
        pass
    texts = {item.custom_id: item.result.message.content[0].text for item in client.messages.batches.results(batch.id)}

    assert texts["One"] == "1"
    assert texts["Two"] != "1"


def test_a_stream_sends_the_chunks_as_they_were_said(told: Sandbox, both: Both) -> None:
    told.reply(chunks=["Hel", "lo, ", "Ada"])

    def stream(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**body()))
        assert (yield items(stream.text_stream)) == ["Hel", "lo, ", "Ada"]

    both.run(stream)


def test_a_stream_sends_chunks_of_a_size(told: Sandbox, client: Client) -> None:
    told.reply("Hello", thinking="They", tool_use=("f", {"a": 1}), chunk_size=2)

    deltas = [
        event.delta for event in client.messages.create(**body(), stream=True) if event.type == "content_block_delta"
    ]

    assert [delta.text for delta in deltas if delta.type == "text_delta"] == ["He", "ll", "o"]
    assert [delta.thinking for delta in deltas if delta.type == "thinking_delta"] == ["Th", "ey"]
    assert [delta.partial_json for delta in deltas if delta.type == "input_json_delta"] == ["", '{"', 'a"', ": ", "1}"]


def test_a_stream_waits_before_each_chunk(told: Sandbox, client: Client) -> None:
    told.reply(chunks=["a", "b", "c"], delay=0.05)
    started = time.monotonic()

    with client.messages.stream(**body()) as stream:
        text = "".join(stream.text_stream)

    assert text == "abc"
    assert time.monotonic() - started >= 0.15


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (lambda told: told.reply(), r"invalid reply\(\): expected a text"),
        (lambda told: told.reply("a", times=0), "invalid times=0: expected 1 or more"),
        (lambda told: told.reply("a", chunks=["b"]), "invalid chunks: together they are 'b'"),
        (lambda told: told.reply("a", chunk_size=0), "invalid chunk_size=0: expected 1 or more"),
        (lambda told: told.reply("a", delay=-1), "invalid delay=-1: expected 0 seconds or more"),
        (
            lambda told: told.reply("a", speed=1),
            "unknown keyword 'speed' of a reply: expected one of thinking, content",
        ),
        (lambda told: told.reply(input={}), "invalid input: expected tool_use='name'"),
        (
            lambda told: told.reply([CALL], thinking="a"),
            "invalid thinking: expected a text beside it, or nothing",
        ),
        (lambda told: told.when(colour="red"), "unknown keyword 'colour' of when\\(\\): expected one of path, method"),
    ],
)
def test_an_instruction_that_makes_no_sense_is_refused_at_once(told: Sandbox, wrong: Any, message: str) -> None:
    with pytest.raises((TypeError, ValueError), match=message):
        wrong(told)


def test_replies_that_nobody_asked_for_are_told(told: Sandbox, client: Client) -> None:
    told.reply("One").reply("Two", times=3)
    told.when(model="claude-haiku-*").reply("Quick")
    told.reply("always", repeat=True)

    ask(client)
    ask(client)

    assert told.unused_replies == ["'Two', 2 more times", "'Quick' when model=claude-haiku-*"]


def test_a_reset_forgets_replies_faults_and_requests(told: Sandbox, client: Client) -> None:
    told.reply("Hello", repeat=True).fail(500, repeat=True)
    with pytest.raises(InternalServerError):
        ask(client)

    told.reset()

    assert told.requests == []
    assert said(client) != "Hello"


def test_a_reset_keeps_files_unless_it_is_of_the_state_too(told: Sandbox, client: Client) -> None:
    file = client.files.upload(file=("a.txt", b"a"))

    told.reset()
    kept = [file.id for file in client.files.list()]
    told.reset(state=True)

    assert kept == [file.id]
    assert list(client.files.list()) == []


@pytest.mark.parametrize(
    ("method", "keywords"),
    [(Sandbox.reply, ReplyParams), (Sandbox.fail, FaultParams), (Sandbox.when, ConditionParams)],
)
def test_help_names_every_keyword(method: Any, keywords: Any) -> None:
    named = set(re.findall(r"`(\w+)`", method.__doc__))

    assert keywords.__annotations__.keys() - named == set()
