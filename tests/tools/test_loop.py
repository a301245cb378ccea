"""What comes next in a run, read off the conversation: no client, no thread."""

from __future__ import annotations

from typing import Any

import pytest

from claude_client import tool
from claude_client.core.decoding import decode
from claude_client.core.json_encoding import JSONBody, encode_json
from claude_client.core.request import Request
from claude_client.tools import Policy, ToolLoop
from claude_client.tools.loop import Run, Send
from claude_client.types import Message

HI = {"role": "user", "content": "Hi"}
USE = {"type": "tool_use", "id": "toolu_1", "name": "twice", "input": {"number": 2}}
OTHER = {**USE, "id": "toolu_2", "name": "search"}
RESULT: Any = {"type": "tool_result", "tool_use_id": "toolu_1", "content": "4"}


@tool
def twice(number: int) -> int:
    return number * 2


def loop(*messages: Any, tools: Any = (twice,), policy: Policy | None = None, **params: Any) -> ToolLoop:
    def build(params: Any) -> Request[Any, Any]:
        return Request("POST", "/v1/messages", Any, body=JSONBody(params))  # type: ignore[arg-type]

    given = {"model": "m", "max_tokens": 9, "messages": list(messages or [HI]), "tools": tools, **params}
    return ToolLoop(build, given, policy or Policy(), stream=False)


def message_of(*content: Any, stop_reason: str = "end_turn", **fields: Any) -> Message:
    usage = {"input_tokens": 1, "output_tokens": 1}
    message = {"id": "msg_1", "type": "message", "role": "assistant", "model": "m", "content": content, "usage": usage}
    return decode(Message, encode_json({**message, "stop_reason": stop_reason, "stop_sequence": None, **fields}))


def sent(step: Any) -> Any:
    assert isinstance(step, Send)
    return step.request.body.fields  # type: ignore[union-attr]


def roles(asked: Any) -> list[str]:
    return [message["role"] for message in asked["messages"]]


def test_a_run_sends_makes_the_calls_sends_their_results_and_ends() -> None:
    run = loop()

    assert sent(run.next_step())["tools"] == [twice.to_param()]
    run.add_reply(message_of(USE, stop_reason="tool_use"))
    calls = run.next_step()
    assert isinstance(calls, Run)
    assert [(call.block.id, call.tool) for call in calls.calls] == [("toolu_1", twice)]
    run.add_result(RESULT)
    assert sent(run.next_step())["messages"][-1] == {"role": "user", "content": [RESULT]}
    run.add_reply(message_of({"type": "text", "text": "Four."}))

    assert run.next_step() is None
    assert roles({"messages": run.messages}) == ["user", "assistant", "user", "assistant"]


def test_a_step_is_wanted_until_it_is_done() -> None:
    run = loop()

    assert sent(run.next_step()) == sent(run.next_step())
    run.add_reply(message := message_of(USE, stop_reason="tool_use"))
    run.add_reply(message)
    assert isinstance(run.next_step(), Run)
    assert isinstance(run.next_step(), Run)


@pytest.mark.parametrize("stop_reason", ["pause_turn", "compaction"])
def test_a_turn_that_is_not_over_is_sent_back_as_it_is(stop_reason: str) -> None:
    run = loop()
    use = {"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {"query": "x"}}
    run.next_step()

    run.add_reply(message_of(use, USE, stop_reason=stop_reason))

    asked = sent(run.next_step())
    assert roles(asked) == ["user", "assistant"]
    assert asked["messages"][-1]["content"] == [use, USE]


@pytest.mark.parametrize("stop_reason", ["max_tokens", "refusal", "model_context_window_exceeded", "stop_sequence"])
def test_the_calls_of_a_message_that_was_cut_off_are_not_run(stop_reason: str) -> None:
    run = loop()
    run.next_step()

    run.add_reply(message_of(USE, stop_reason=stop_reason))

    assert run.next_step() is None


def test_a_conversation_that_ends_in_calls_begins_with_making_them() -> None:
    run = loop(HI, {"role": "assistant", "content": [USE]})

    assert isinstance(run.next_step(), Run)


def test_a_conversation_is_gone_on_with_at_every_point() -> None:
    run = loop()
    run.next_step()
    run.add_reply(message_of(USE, stop_reason="tool_use"))
    run.next_step()
    run.add_result(RESULT)
    whole = sent(run.next_step())["messages"]

    assert sent(loop(*whole).next_step())["messages"] == whole
    assert isinstance(loop(*whole[:2]).next_step(), Run)
    assert sent(loop(*whole[:1]).next_step())["messages"] == whole[:1]


def test_a_call_whose_result_only_the_program_has_ends_the_run() -> None:
    search = {"name": "search", "input_schema": {"type": "object"}}
    run = loop(tools=[twice, search])
    run.next_step()

    run.add_reply(message_of(USE, OTHER, stop_reason="tool_use"))

    assert run.next_step() is None
    run.append([{"role": "user", "content": [{**RESULT, "tool_use_id": "toolu_2"}]}])
    assert isinstance(calls := run.next_step(), Run)
    assert [call.block.id for call in calls.calls] == ["toolu_1"]


def test_a_call_of_a_toolset_ends_the_run() -> None:
    run = loop()
    run.next_step()

    run.add_reply(message_of({**USE, "toolset_name": "browser"}, stop_reason="tool_use"))

    assert run.next_step() is None


def test_results_stand_right_behind_the_calls_whatever_was_appended() -> None:
    run = loop()
    run.next_step()
    run.add_reply(reply := message_of(USE, stop_reason="tool_use"))

    run.append([reply, {"role": "user", "content": "Quick!"}])
    run.next_step()
    run.add_result(RESULT)

    contents = [message["content"] for message in sent(run.next_step())["messages"]]
    assert contents == ["Hi", [USE], [RESULT], "Quick!"]


def test_the_model_responds_to_what_stands_behind_its_last_message() -> None:
    run = loop()
    run.next_step()
    run.add_reply(message_of({"type": "text", "text": "Hello"}))

    run.append([{"role": "user", "content": "And?"}])

    assert roles(sent(run.next_step())) == ["user", "assistant", "user"]


def test_max_iterations_bounds_the_messages_and_the_last_calls_are_run() -> None:
    run = loop(policy=Policy(max_iterations=1))
    run.next_step()
    run.add_reply(message_of(USE, stop_reason="tool_use"))

    assert isinstance(run.next_step(), Run)
    run.add_result(RESULT)
    assert run.next_step() is None
    assert run.messages[-1]["content"] == [RESULT]


def test_a_choice_that_forces_a_call_holds_for_one_message() -> None:
    run = loop(tool_choice={"type": "tool", "name": "twice", "disable_parallel_tool_use": True})

    assert sent(run.next_step())["tool_choice"]["type"] == "tool"
    run.add_reply(message_of(USE, stop_reason="tool_use"))
    run.add_result(RESULT)

    assert sent(run.next_step())["tool_choice"] == {"type": "auto", "disable_parallel_tool_use": True}


@pytest.mark.parametrize(
    ("given", "kept"),
    [({}, "cont_1"), ({"container": {"skills": []}}, {"skills": [], "id": "cont_1"}), ({"container": "x"}, "cont_1")],
)
def test_the_container_of_a_message_is_used_again(given: Any, kept: Any) -> None:
    run = loop(**given)
    run.next_step()
    container = {"id": "cont_1", "expires_at": "2030-01-01T00:00:00Z", "skills": None}

    run.add_reply(message_of(USE, stop_reason="tool_use", container=container))
    run.add_result(RESULT)

    assert sent(run.next_step())["container"] == kept


def test_a_run_without_tools_sends_none() -> None:
    assert "tools" not in sent(loop(tools=[]).next_step())


def test_the_parameters_can_be_changed_on_the_way() -> None:
    @tool
    def half(number: int) -> int:
        return number // 2

    run = loop()
    run.next_step()
    run.add_reply(message_of(USE, stop_reason="tool_use"))
    run.add_result(RESULT)

    run.change({**run.params, "max_tokens": 5, "tools": [half]})

    asked = sent(run.next_step())
    assert (asked["max_tokens"], [each["name"] for each in asked["tools"]]) == (5, ["half"])
    assert roles(asked) == ["user", "assistant", "user"]


# ---- what changes on the way --------------------------------------------------------------------------------


@tool
def half(number: int) -> int:
    return number // 2


def test_options_of_the_calls_stay_where_parameters_are_changed() -> None:
    run = loop(betas=["b-1"], timeout=3.0, temperature=0.5)

    run.change({"model": "n", "max_tokens": 5, "messages": [HI]})

    assert sent(run.next_step()) == {
        "model": "n",
        "max_tokens": 5,
        "messages": [HI],
        "betas": ["b-1"],
        "timeout": 3.0,
    }


def test_what_the_official_runner_calls_no_thread_is_not_sent() -> None:
    assert "thread" not in sent(loop(thread=False).next_step())


def test_tools_that_are_added_are_told_of_with_the_next_request_and_run() -> None:
    run = loop(betas=["b-1"])
    run.next_step()
    run.add_reply(message_of(USE, stop_reason="tool_use"))
    run.add_result(RESULT)

    run.add_tools([half])

    asked = sent(run.next_step())
    assert roles(asked) == ["user", "assistant", "user", "system"]
    definition = {"type": "tool_definition", "definition": half.to_param()}
    assert asked["messages"][-1]["content"] == [{"type": "tool_addition", "tool": definition}]
    assert asked["betas"] == ["b-1", "inline-tools-2026-09-15"]
    assert [each["name"] for each in asked["tools"]] == ["twice"]
    run.add_reply(message_of({**USE, "id": "toolu_2", "name": "half"}, stop_reason="tool_use"))
    step = run.next_step()
    assert isinstance(step, Run)
    assert [call.tool and call.tool.name for call in step.calls] == ["half"]


def test_a_tool_that_was_removed_is_not_run_also_by_a_run_that_goes_on_later() -> None:
    run = loop()
    run.next_step()
    run.add_reply(message_of(USE, stop_reason="tool_use"))
    run.add_result(RESULT)
    run.remove_tools(["twice"])
    asked = sent(run.next_step())
    removal = {"type": "tool_removal", "tool": {"type": "tool_reference", "name": "twice"}}
    assert asked["messages"][-1] == {"role": "system", "content": [removal]}
    run.add_reply(message_of({**USE, "id": "toolu_2"}, stop_reason="tool_use"))

    for each in (run, loop(*run.messages)):
        step = each.next_step()
        assert isinstance(step, Run)
        assert [(call.tool, call.known) for call in step.calls] == [(None, [])]


def test_a_tool_that_the_api_runs_can_be_added_in_the_place_of_one_that_runs_here() -> None:
    run = loop()
    run.add_tools([{"type": "web_search_20250305", "name": "twice"}])

    run.next_step()
    run.add_reply(message_of(USE, stop_reason="tool_use"))

    assert run.next_step() is None


def test_nothing_is_told_of_tools_while_a_turn_is_paused_or_when_the_run_is_over() -> None:
    run = loop()
    run.next_step()
    run.add_reply(message_of({"type": "text", "text": "Wait"}, stop_reason="pause_turn"))
    run.add_tools([half])
    assert roles(sent(run.next_step())) == ["user", "assistant"]
    run.add_reply(message_of({"type": "text", "text": "Done"}))
    assert run.next_step() is None
    assert [message["role"] for message in run.messages] == ["user", "assistant", "assistant"]


SUMMARY = {"type": "compaction", "content": "They said hi.", "encrypted_content": "x"}


def test_a_conversation_is_compacted_once_its_calls_are_run_and_continues() -> None:
    config = {"effort": "low", "format": {"type": "json_schema", "schema": {}}}
    run = loop(stop_sequences=["x"], output_config=config, tool_choice={"type": "tool", "name": "twice"})
    run.compact(None)
    asked = sent(run.next_step())
    assert asked["compaction"] == {"type": "summarize"}
    assert asked["betas"] == ["compact-2026-09-04"]
    assert asked["output_config"] == {"effort": "low"}
    assert asked.keys().isdisjoint({"stop_sequences", "tool_choice"})
    run.append([{"role": "user", "content": "And?"}])

    run.add_reply(message_of(SUMMARY, stop_reason="compaction"))

    assert [message["role"] for message in run.messages] == ["assistant", "user"]
    again = sent(run.next_step())
    assert again["messages"][0]["content"] == [SUMMARY]
    assert (again["stop_sequences"], again["output_config"]) == (["x"], config)
    assert again["tool_choice"] == {"type": "tool", "name": "twice"}
    run.add_reply(message_of({"type": "text", "text": "Hello"}))
    assert run.next_step() is None


def test_calls_are_run_before_the_conversation_is_compacted() -> None:
    run = loop()
    run.next_step()
    run.add_reply(message_of(USE, stop_reason="tool_use"))
    run.compact({"type": "summarize", "instructions": "Be short."})

    assert isinstance(run.next_step(), Run)
    run.add_result(RESULT)

    asked = sent(run.next_step())
    assert (roles(asked), asked["compaction"]["instructions"]) == (["user", "assistant", "user"], "Be short.")
    run.add_reply(message_of(SUMMARY, stop_reason="compaction"))
    assert roles(sent(run.next_step())) == ["assistant"]


def test_a_run_that_is_over_is_compacted_and_stays_over() -> None:
    run = loop()
    run.next_step()
    run.add_reply(message_of({"type": "text", "text": "Hello"}))
    run.compact(None)

    assert "compaction" in sent(run.next_step())
    run.add_reply(message_of(SUMMARY, stop_reason="compaction"))

    assert run.next_step() is None
    assert [message["content"] for message in run.messages] == [[SUMMARY]]


def test_where_compaction_gives_no_summary_the_conversation_stays(caplog: pytest.LogCaptureFixture) -> None:
    run = loop()
    run.compact(None)
    run.next_step()

    run.add_reply(message_of({"type": "compaction", "content": None}, stop_reason="compaction"))

    assert run.messages == [HI]
    assert "compaction" not in sent(run.next_step())
    assert "compaction gave no summary" in caplog.text


def test_calls_that_are_never_run_keep_a_conversation_from_being_compacted(caplog: pytest.LogCaptureFixture) -> None:
    run = loop()
    run.next_step()
    run.add_reply(message_of(USE, stop_reason="max_tokens"))
    run.compact(None)

    assert run.next_step() is None
    assert "is not compacted" in caplog.text


@pytest.mark.parametrize(
    "params",
    [{"compaction": {"type": "summarize"}}, {"context_management": {"edits": [{"type": "compact_20260112"}]}}],
    ids=lambda params: next(iter(params)),
)
def test_a_conversation_is_compacted_in_one_way(params: Any) -> None:
    with pytest.raises(ValueError, match="compact_before_next_turn"):
        loop(**params).compact(None)
    run = loop()
    run.compact(None)
    with pytest.raises(ValueError, match="compact_before_next_turn"):
        run.change({**run.params, **params})


def test_the_request_that_compacts_leaves_formats_of_fallbacks_out() -> None:
    fallback = {"model": "n", "output_config": {"effort": "low", "format": {}}}
    run = loop(fallbacks=[fallback, {"model": "o"}])
    run.compact(None)

    assert sent(run.next_step())["fallbacks"] == [{"model": "n", "output_config": {"effort": "low"}}, {"model": "o"}]


def test_a_summary_tells_which_tools_were_added_and_removed() -> None:
    changes = [{"type": "tool_removal", "tool": {"type": "tool_reference", "name": "twice"}}]
    calls = {"role": "assistant", "content": [{**SUMMARY, "tool_changes": changes}, USE]}

    step = loop(calls).next_step()

    assert isinstance(step, Run)
    assert [call.tool for call in step.calls] == [None]
