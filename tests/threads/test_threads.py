"""Message threads on both clients, with the sandbox keeping them."""

from __future__ import annotations

from typing import Any

import pydantic
import pytest

from both import Both, entered, items
from claude_client import APIStatusError, StreamInterruptedError, tool
from claude_client.sandbox import Reply, Sandbox
from claude_client.threads import AsyncMessageThread, MessageThread, MessageThreadError
from claude_client.types import MessageThreadParam

BETA = "message-threads-2026-08-12"
ASK: Any = {"model": "claude-opus-5", "max_tokens": 100}


def user(text: str, **fields: Any) -> Any:
    return {"role": "user", "content": [{"type": "text", "text": text, **fields}] if fields else text}


def thread_of(client: Any, **params: Any) -> Any:
    return client.messages.thread(**{**ASK, **params})


def bodies(told: Sandbox) -> list[Any]:
    return [request.json for request in told.requests]


def kinds(told: Sandbox) -> list[str | None]:
    """How each request names its thread."""
    return [(body.get("thread") or {}).get("type") for body in bodies(told)]


def texts(messages: Any) -> list[str]:
    return [
        message["content"] if isinstance(message["content"], str) else message["content"][0]["text"]
        for message in messages
    ]


def lose(told: Sandbox, code: str, *, status: int = 400, times: int = 1, **condition: Any) -> None:
    told.fail(status, error_code=code, times=times, **condition)


# ---- turns -----------------------------------------------------------------------------------------------------


def test_each_turn_sends_only_what_is_new(told: Sandbox, both: Both) -> None:
    told.reply("One").reply("Two").reply("Three")

    def body(client: Any) -> Any:
        thread = thread_of(client, system="Count.", messages=[user("Begin")])
        assert isinstance(thread, AsyncMessageThread if both.is_async else MessageThread)
        assert thread.previous_message_id is None
        first = yield thread.send()
        assert thread.previous_message_id == first.id
        yield thread.send(user("Next"))
        thread.append(first, user("And"))
        last = yield thread.send(user("next"))
        assert (last.text, thread.previous_message_id) == ("Three", last.id)
        return thread.messages

    messages = both.run(body)

    assert texts(messages) == ["Begin", "One", "Next", "Two", "One", "And", "next", "Three"]
    assert kinds(told) == ["create", "continue", "continue"]
    assert all(BETA in request.headers["anthropic-beta"] for request in told.requests)
    assert texts(bodies(told)[1]["messages"]) == ["Next"]
    assert bodies(told)[0]["system"] == "Count."
    assert not {"system", "tools"} & bodies(told)[1].keys()
    assert bodies(told)[1]["max_tokens"] == 100


def test_the_message_of_the_thread_itself_is_not_added_again(told: Sandbox, both: Both) -> None:
    told.reply("One").reply("Two")

    def body(client: Any) -> Any:
        thread = thread_of(client)
        first = yield thread.send(user("Begin"))
        yield thread.send(first, user("Next"))
        return thread.messages

    assert texts(both.run(body)) == ["Begin", "One", "Next", "Two"]


def test_what_is_given_for_one_turn_holds_for_that_one(told: Sandbox, both: Both) -> None:
    told.reply("One").reply("Two").reply("Three")

    def body(client: Any) -> Any:
        thread = thread_of(client, temperature=0.5)
        yield thread.send(user("a"), max_tokens=50, extra_headers={"x-turn": "1"})
        thread.update(max_tokens=70)
        yield thread.send(user("b"))
        assert thread.params["max_tokens"] == 70
        other = thread_of(client, **thread.params)
        yield other.send(user("c"))

    both.run(body)

    assert [body["max_tokens"] for body in bodies(told)] == [50, 70, 70]
    assert [request.headers.get("x-turn") for request in told.requests] == ["1", None, None]
    assert texts(bodies(told)[2]["messages"]) == ["a", "One", "b", "Two", "c"]


def test_system_and_tools_stay_those_of_the_thread(told: Sandbox, both: Both) -> None:
    told.reply("One").reply("Two").reply("Three")

    def body(client: Any) -> Any:
        thread = thread_of(client)
        yield thread.send(user("a"), system="Given with the first turn.")
        yield thread.send(user("b"))
        with pytest.raises(MessageThreadError, match="system cannot change"):
            yield thread.send(user("c"), system="Another one.")
        assert texts(thread.messages) == ["a", "One", "b", "Two"]
        thread.update(system="Another one.")
        with pytest.raises(MessageThreadError, match="system cannot change"):
            yield thread.send(user("c"))
        yield thread.fork().send(user("c"))

    both.run(body)

    assert bodies(told)[2]["system"] == "Another one."
    assert kinds(told) == ["create", "continue", "create"]


def test_a_fork_goes_on_by_itself(told: Sandbox, both: Both) -> None:
    told.reply("One").reply("Two").reply("Three")

    def body(client: Any) -> Any:
        thread = thread_of(client)
        yield thread.send(user("a"))
        fork = thread.fork()
        assert fork.previous_message_id is None
        yield fork.send(user("b"))
        yield thread.send(user("c"))
        return thread.messages, fork.messages

    own, forked = both.run(body)

    assert texts(own) == ["a", "One", "c", "Three"]
    assert texts(forked) == ["a", "One", "b", "Two"]


def test_a_turn_without_a_message_is_taken_back(told: Sandbox, both: Both) -> None:
    told.reply("One").reply("Two")

    def body(client: Any) -> Any:
        thread = thread_of(client)
        yield thread.send(user("a"))
        thread.append(user("kept"))
        told.fail(500)
        with pytest.raises(APIStatusError):
            yield thread.send(user("b"))
        assert texts(thread.messages) == ["a", "One", "kept"]
        yield thread.send(user("c"))
        return thread.messages

    assert texts(both.run(body)) == ["a", "One", "kept", "c", "Two"]
    assert texts(bodies(told)[2]["messages"]) == ["kept", "c"]


def test_a_refusal_is_not_kept_and_begins_a_new_thread(told: Sandbox, both: Both) -> None:
    told.reply("One").reply(Reply(stop_reason="refusal")).reply("Two")

    def body(client: Any) -> Any:
        thread = thread_of(client)
        yield thread.send(user("a"))
        assert (yield thread.send(user("b"))).stop_reason == "refusal"
        yield thread.send(user("c"))
        return thread.messages

    assert texts(both.run(body)) == ["a", "One", "c", "Two"]
    assert kinds(told) == ["create", "continue", "create"]


def test_a_message_of_another_model_begins_a_new_thread(told: Sandbox, both: Both) -> None:
    entry = {
        "type": "fallback_message",
        "model": "claude-opus-4-8",
        "input_tokens": 1,
        "output_tokens": 1,
        "cache_read_input_tokens": 0,
        "cache_creation_input_tokens": 0,
        "cache_creation": None,
    }
    told.reply(Reply("One", usage={"iterations": [entry]})).reply("Two")

    def body(client: Any) -> Any:
        thread = thread_of(client)
        yield thread.send(user("a"))
        yield thread.send(user("b"))

    both.run(body)
    assert kinds(told) == ["create", "create"]


def test_an_output_is_read(told: Sandbox, both: Both) -> None:
    class Number(pydantic.BaseModel):
        number: int

    told.reply('{"number": 7}').reply('{"number": 8}')

    def body(client: Any) -> Any:
        thread = thread_of(client, output_format=Number)
        assert (yield thread.parse(user("a"))).parsed_output == Number(number=7)
        assert (yield thread.send(user("b"))).text == '{"number": 8}'

    both.run(body)
    assert all(body["output_config"]["format"]["type"] == "json_schema" for body in bodies(told))


def test_a_thread_is_made_by_what_create_takes(told: Sandbox, both: Both) -> None:
    def body(client: Any) -> Any:
        with pytest.raises(TypeError, match="did you mean 'max_tokens'"):
            client.messages.thread(model="claude-opus-5", maxTokens=3)
        with pytest.raises(TypeError, match="needs the keyword argument"):
            client.messages.thread(model="claude-opus-5")
        with pytest.raises(TypeError, match="thread= is set by the thread"):
            thread_of(client, thread={"type": "create"})
        assert "2 messages" in repr(thread_of(client, messages=[user("a"), user("b")]))
        assert client.beta.messages.thread(**ASK).unsupported_request_behavior == "error"
        yield None

    both.run(body)


# ---- what the API has lost -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "status"),
    [("thread_not_found", 404), ("thread_already_continued", 400), ("thread_continue_in_flight", 400)],
)
def test_a_lost_thread_is_sent_again_as_a_whole(told: Sandbox, both: Both, code: str, status: int) -> None:
    told.reply("One").reply("Two").reply("Three")

    def body(client: Any) -> Any:
        thread = thread_of(client, system="Be brief.")
        yield thread.send(user("a", cache_control={"type": "ephemeral"}))
        lose(told, code, status=status)
        yield thread.send(user("b", cache_control={"type": "ephemeral"}))
        yield thread.send(user("c"))
        return thread.messages

    assert texts(both.run(body)) == ["a", "One", "b", "Two", "c", "Three"]
    assert kinds(told) == ["create", "continue", "create", "continue"]
    again = bodies(told)[2]
    assert texts(again["messages"]) == ["a", "One", "b"]
    assert again["system"] == "Be brief."
    assert "cache_control" not in again["messages"][0]["content"][0]
    assert "cache_control" in again["messages"][2]["content"][0]


def test_a_thread_that_the_sandbox_does_not_know_is_sent_again(told: Sandbox, both: Both) -> None:
    told.reply("One").reply("Two").reply("Three")

    def body(client: Any) -> Any:
        thread = thread_of(client)
        first = yield thread.send(user("a"))
        # Somebody else goes on from the same message.
        taken: MessageThreadParam = {"type": "continue", "previous_message_id": first.id}
        yield client.messages.create(**ASK, messages=[user("x")], thread=taken, betas=[BETA])
        yield thread.send(user("b"))
        return thread.messages

    assert texts(both.run(body)) == ["a", "One", "b", "Three"]
    assert kinds(told) == ["create", "continue", "continue", "create"]


def test_another_error_is_raised(told: Sandbox, both: Both) -> None:
    told.reply("One")

    def body(client: Any) -> Any:
        thread = thread_of(client)
        yield thread.send(user("a"))
        lose(told, "thread_fingerprint_mismatch")
        with pytest.raises(APIStatusError) as raised:
            yield thread.send(user("b"))
        assert raised.value.error_code == "thread_fingerprint_mismatch"

    both.run(body)
    assert len(told.requests) == 2


def test_what_cannot_be_kept_is_an_error_or_goes_on_without_a_thread(told: Sandbox, both: Both) -> None:
    told.reply("One").reply("Two")

    def body(client: Any) -> Any:
        lose(told, "thread_unsupported_request")
        with pytest.raises(APIStatusError):
            yield thread_of(client).send(user("a"))
        lose(told, "thread_unsupported_request")
        thread = thread_of(client, unsupported_request_behavior="continue_unthreaded")
        yield thread.send(user("a"))
        yield thread.send(user("b"))
        return thread.messages

    assert texts(both.run(body)) == ["a", "One", "b", "Two"]
    assert kinds(told) == ["create", "create", None, None]
    assert texts(bodies(told)[3]["messages"]) == ["a", "One", "b"]
    assert BETA not in told.requests[3].headers.get("anthropic-beta", "")


def test_a_thread_that_is_lost_each_time_goes_on_without_one(told: Sandbox, both: Both) -> None:
    for text in ("One", "Two", "Three"):
        told.reply(text)

    def body(client: Any) -> Any:
        thread = thread_of(client, unsupported_request_behavior="continue_unthreaded")
        yield thread.send(user("a"))
        for text in ("b", "c"):
            lose(told, "thread_not_found", status=404)
            yield thread.send(user(text))
        return thread.messages

    assert texts(both.run(body)) == ["a", "One", "b", "Two", "c", "Three"]
    assert kinds(told) == ["create", "continue", "create", "continue", None]


# ---- streams -----------------------------------------------------------------------------------------------------


def test_a_turn_may_be_streamed(told: Sandbox, both: Both) -> None:
    told.reply("One").reply("Two")

    def body(client: Any) -> Any:
        thread = thread_of(client)
        stream = yield entered(thread.stream(user("a")))
        assert (yield items(stream.text_stream)) == ["One"]
        assert thread.previous_message_id == (yield stream.get_final_message()).id
        yield thread.send(user("b"))
        return thread.messages

    assert texts(both.run(body)) == ["a", "One", "b", "Two"]
    assert kinds(told) == ["create", "continue"]


def test_one_turn_at_a_time(told: Sandbox, both: Both) -> None:
    told.reply("One").reply("Two")

    def body(client: Any) -> Any:
        thread = thread_of(client)
        stream = yield entered(thread.stream(user("a")))
        with pytest.raises(MessageThreadError, match="under way"):
            yield thread.send(user("b"))
        thread.append(user("c"))
        assert texts(thread.messages) == ["a", "c"]
        yield stream.get_final_message()
        assert texts(thread.messages) == ["a", "One", "c"]
        yield thread.send()

    both.run(body)
    assert texts(bodies(told)[1]["messages"]) == ["c"]


@pytest.mark.parametrize("again", [True, False])
def test_a_stream_that_breaks_off_begins_a_new_thread(told: Sandbox, both: Both, again: bool) -> None:
    told.reply("One").reply("Two and more").fail("close in body", after_events=4, stream=True).reply("Three")

    def body(client: Any) -> Any:
        thread = thread_of(client)
        yield thread.send(user("a"))
        stream = yield entered(thread.stream(user("b")))
        with pytest.raises(StreamInterruptedError):
            yield stream.get_final_message()
        assert texts(thread.messages)[:3] == ["a", "One", "b"]
        assert thread.previous_message_id is None
        yield thread.send(*(() if again else (user("c"),)))
        return thread.messages

    messages = texts(both.run(body))

    assert messages[-1] == "Three"
    assert (messages == ["a", "One", "b", "Three"]) is again
    assert kinds(told) == ["create", "continue", "create"]
    assert ("Two" in str(bodies(told)[2]["messages"])) is not again


def test_a_stream_that_cannot_be_opened_is_no_turn(told: Sandbox, both: Both) -> None:
    told.fail(500).reply("One")

    def body(client: Any) -> Any:
        thread = thread_of(client)
        with pytest.raises(APIStatusError):
            yield entered(thread.stream(user("a")))
        assert thread.messages == []
        yield thread.send(user("b"))

    both.run(body)


# ---- tools -------------------------------------------------------------------------------------------------------


@tool
def get_weather(city: str) -> str:
    """The weather."""
    return f"rain in {city}"


OSLO = ("get_weather", {"city": "Oslo"})


@pytest.mark.parametrize("options", [{}, {"stream": True}, {"stream": True, "run_tools_eagerly": True}])
def test_tools_run_over_a_thread(told: Sandbox, both: Both, options: Any) -> None:
    told.reply("Hello").reply(tool_use=[OSLO, OSLO]).reply("It rains.").reply("Bye")

    def body(client: Any) -> Any:
        thread = thread_of(client, tools=[get_weather])
        yield thread.send(user("Hi"))
        thread.append(user("And the weather?"))
        message = yield thread.tool_runner(**options).until_done()
        assert message.text == "It rains."
        assert thread.previous_message_id == message.id
        yield thread.send(user("Thanks"))
        return thread.messages

    messages = both.run(body)

    assert [message["role"] for message in messages] == ["user", "assistant"] * 4
    assert kinds(told) == ["create", "continue", "continue", "continue"]
    assert [len(body["messages"]) for body in bodies(told)] == [1, 1, 1, 1]
    assert "tools" not in bodies(told)[1]
    assert bodies(told)[2]["messages"][0]["content"][0]["content"] == "rain in Oslo"


def test_a_run_that_changes_the_conversation_begins_a_new_thread(told: Sandbox, both: Both) -> None:
    told.reply(tool_use=OSLO).reply("It rains.")

    def body(client: Any) -> Any:
        thread = thread_of(client, tools=[get_weather], messages=[user("Hi")])
        runner = thread.tool_runner(max_iterations=2)
        yield runner.__anext__() if both.is_async else next(runner)
        runner.set_messages_params(lambda params: {**params, "messages": [user("Hello"), *params["messages"][1:]]})
        yield runner.until_done()

    both.run(body)
    assert kinds(told) == ["create", "create"]
    assert texts(bodies(told)[1]["messages"][:1]) == ["Hello"]


def test_a_run_that_is_compacted_begins_a_new_thread(told: Sandbox, both: Both) -> None:
    summary = {"type": "compaction", "content": "They said hello.", "encrypted_content": "abc"}
    told.reply(tool_use=OSLO).reply(Reply(content=[summary], stop_reason="compaction")).reply("It rains.")

    def body(client: Any) -> Any:
        thread = thread_of(client, tools=[get_weather], messages=[user("Hi")])
        runner = thread.tool_runner()
        yield runner.__anext__() if both.is_async else next(runner)
        runner.compact_before_next_turn()
        assert (yield runner.until_done()).text == "It rains."

    both.run(body)
    assert kinds(told) == ["create", None, "create"]


def test_the_container_of_a_message_is_gone_on_in(told: Sandbox, both: Both) -> None:
    container = {"id": "container_1", "expires_at": "2027-01-01T00:00:00Z"}
    told.reply({"content": [{"type": "text", "text": "One"}], "container": container}).reply("Two")

    def body(client: Any) -> Any:
        tools = [{"type": "code_execution_20250825", "name": "code_execution"}]
        thread = thread_of(client, tools=tools, container={"skills": []})
        first = yield thread.send(user("a"))
        yield thread.send(user("b"))
        return first.container.id

    found = both.run(body)
    assert bodies(told)[1]["container"] == {"skills": [], "id": found}
