"""What the sandbox remembers between messages: threads and the prompt cache; and the tools that it runs itself."""

from __future__ import annotations

import httpx

from .asking import WEATHER, body, message, refusal, text

THREADS = {"anthropic-beta": "message-threads-2026-08-12"}
LONG = "word " * 2000


def say(api: httpx.Client, question: str, thread: dict[str, str], **fields: object) -> httpx.Response:
    return api.post("/v1/messages", json=body(question, thread=thread, **fields), headers=THREADS)


def test_a_thread_is_continued_with_only_what_is_new(api: httpx.Client) -> None:
    first = say(api, "My name is Ada.", {"type": "create"}, system="Be kind.").json()

    second = say(api, "What is my name?", {"type": "continue", "previous_message_id": first["id"]}).json()
    third = say(api, "Why?", {"type": "continue", "previous_message_id": second["id"]}).json()

    assert "turn 2" in text(second)
    assert "turn 3" in text(third)
    assert second["usage"]["input_tokens"] > first["usage"]["input_tokens"]


def test_a_thread_takes_its_tools_and_its_results(api: httpx.Client) -> None:
    first = say(api, "What is the weather in Oslo?", {"type": "create"}, tools=[WEATHER]).json()
    result = {"type": "tool_result", "tool_use_id": first["content"][-1]["id"], "content": "rain"}

    reply = api.post(
        "/v1/messages",
        json=body([result], thread={"type": "continue", "previous_message_id": first["id"]}),
        headers=THREADS,
    ).json()

    assert "get_weather answered: rain" in text(reply)


def test_a_message_is_continued_once(api: httpx.Client) -> None:
    first = say(api, "One?", {"type": "create"}).json()
    on = {"type": "continue", "previous_message_id": first["id"]}

    assert say(api, "Two?", on).status_code == 200
    assert say(api, "Two?", on).json()["error"]["details"] == {"error_code": "thread_already_continued"}


def test_an_unknown_thread_is_not_found(api: httpx.Client) -> None:
    reply = say(api, "Two?", {"type": "continue", "previous_message_id": "msg_none"})

    assert reply.status_code == 404
    assert reply.json()["error"]["details"] == {"error_code": "thread_not_found"}


def test_what_a_thread_was_created_with_can_not_be_given_again(api: httpx.Client) -> None:
    first = say(api, "One?", {"type": "create"}).json()

    reply = say(api, "Two?", {"type": "continue", "previous_message_id": first["id"]}, system="Be rude.")

    assert refusal(reply)[1].startswith("system:")


def test_what_is_to_be_cached_is_written_once_and_read_then(api: httpx.Client) -> None:
    system = [{"type": "text", "text": LONG, "cache_control": {"type": "ephemeral"}}]

    first, second = (message(api, question, system=system)["usage"] for question in ("One?", "Two?"))

    assert first["cache_creation_input_tokens"] >= 2000
    assert first["cache_read_input_tokens"] == 0
    assert second["cache_creation_input_tokens"] == 0
    assert second["cache_read_input_tokens"] == first["cache_creation_input_tokens"]
    assert second["input_tokens"] == first["input_tokens"] < 20


def test_a_conversation_that_grows_reads_what_it_had_before(api: httpx.Client) -> None:
    control = {"cache_control": {"type": "ephemeral", "ttl": "1h"}}
    start = [{"role": "user", "content": f"{LONG} One?"}, {"role": "assistant", "content": "One."}]

    first = message(api, messages=[*start, {"role": "user", "content": "Two?"}], **control)
    more = [{"role": "user", "content": "Two?"}, {"role": "assistant", "content": first["content"]}]
    second = message(api, messages=[*start, *more, {"role": "user", "content": "Three?"}], **control)

    assert first["usage"]["cache_creation"]["ephemeral_1h_input_tokens"] > 2000
    assert second["usage"]["cache_read_input_tokens"] == first["usage"]["cache_creation_input_tokens"]
    assert second["usage"]["cache_creation_input_tokens"] > 0


def test_what_is_short_is_not_cached(api: httpx.Client) -> None:
    usage = message(api, cache_control={"type": "ephemeral"})["usage"]

    assert (usage["cache_creation_input_tokens"], usage["cache_read_input_tokens"]) == (0, 0)


def test_a_search_is_run_by_the_server(api: httpx.Client) -> None:
    tool = {"type": "web_search_20250305", "name": "web_search"}

    reply = message(api, "Search for the capital of France.", tools=[tool], stream=True)

    use, result, said = reply["content"]
    assert (use["type"], use["name"]) == ("server_tool_use", "web_search")
    assert use["input"] == {"query": "Search for the capital of France."}
    assert (result["type"], result["tool_use_id"]) == ("web_search_tool_result", use["id"])
    assert said["type"] == "text"
    assert reply["usage"]["server_tool_use"] == {"web_search_requests": 1, "web_fetch_requests": 0}
    assert reply["stop_reason"] == "end_turn"


def test_code_leaves_a_file_that_can_be_downloaded(api: httpx.Client) -> None:
    tool = {"type": "code_execution_20250825", "name": "code_execution"}

    reply = message(api, "Write a file with Python.", tools=[tool])

    (output,) = reply["content"][1]["content"]["content"]
    file = api.get(f"/v1/files/{output['file_id']}").json()
    assert file["downloadable"] is True
    assert api.get(f"/v1/files/{output['file_id']}/content").content == b"Write a file with Python.\n"
    assert reply["container"]["id"].startswith("container_")
