from __future__ import annotations

import json
import warnings
from typing import Any

import pytest

from both import Both, entered, items
from claude_client import Client
from claude_client.core.decoding import decode
from claude_client.types import Message
from server import Reply, Server, reply

CITATION = {
    "type": "char_location",
    "cited_text": "Blue.",
    "document_index": 0,
    "document_title": None,
    "start_char_index": 0,
    "end_char_index": 5,
}
THINKING = {"type": "thinking", "thinking": "Hm. ", "signature": "s1"}
CALL = {"type": "tool_use", "id": "toolu_1", "name": "look", "input": {"at": "the sea"}}
CONTENT: list[dict[str, Any]] = [
    THINKING,
    {"type": "text", "text": "The sea "},
    {"type": "text", "text": "is blue.", "citations": [{**CITATION, "file_id": None}]},
    CALL,
    {"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {"query": "sea"}},
    {"type": "hologram", "text": "not text", "depth": 3},
]
ASK: Any = {"model": "claude-opus-5", "max_tokens": 10, "messages": [{"role": "user", "content": "Hi"}]}


def message_json(content: Any = CONTENT, **fields: Any) -> dict[str, Any]:
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "claude-opus-5",
        "content": content,
        "stop_reason": "end_turn",
        "stop_sequence": None,
        "usage": {"input_tokens": 3, "output_tokens": 1},
        **fields,
    }


def message(content: Any = CONTENT, **fields: Any) -> Message:
    return decode(Message, json.dumps(message_json(content, **fields)))


def test_a_message_gives_its_text_thinking_calls_and_citations(both: Both, server: Server) -> None:
    server.replies(reply(message_json()))

    given = both.run(lambda client: client.messages.create(**ASK))

    assert given.text == "The sea is blue."
    assert given.thinking == "Hm. "
    assert [call.name for call in given.tool_calls] == ["look"]
    assert [citation.cited_text for citation in given.citations] == ["Blue."]
    assert given.parsed_output is None
    assert given.parse_error is None


@pytest.mark.parametrize("content", [[], [THINKING], [CALL], None, "no list", [None, 3, "x", {"type": "text"}]])
def test_what_a_message_does_not_have_is_empty_whatever_came(content: Any) -> None:
    given = message(content)

    assert given.text == ""
    assert given.citations == []
    assert isinstance(given.thinking, str)
    assert isinstance(given.tool_calls, list)


def test_the_snapshots_of_a_stream_have_the_same_names(both: Both, server: Server) -> None:
    events = [
        {"type": "message_start", "message": message_json([], stop_reason=None)},
        {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
        {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "The "}},
        {"type": "content_block_delta", "index": 0, "delta": {"type": "text_delta", "text": "sea"}},
        {"type": "content_block_stop", "index": 0},
        {"type": "message_delta", "delta": {"stop_reason": "end_turn"}, "usage": {"output_tokens": 1}},
        {"type": "message_stop"},
    ]
    lines = "".join(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in events)
    server.replies(Reply(200, lines.encode(), {"content-type": "text/event-stream"}))

    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**ASK))
        yield items(stream)
        assert stream.current_message_snapshot.text == "The sea"
        assert stream.current_parsed_snapshot is None
        assert (yield stream.get_final_message()).thinking == ""

    both.run(body)


def test_the_results_of_a_batch_have_the_same_names(both: Both, server: Server) -> None:
    failed = {"type": "errored", "error": {"type": "error", "error": {"type": "api_error", "message": "no"}}}
    lines = [
        {"custom_id": "a", "result": {"type": "succeeded", "message": message_json()}},
        {"custom_id": "b", "result": failed},
    ]
    server.replies(reply("\n".join(map(json.dumps, lines))))

    def body(client: Any) -> Any:
        return (yield items(client.messages.batches.results("msgbatch_1")))

    done, errored = both.run(body)

    assert done.message is done.result.message
    assert (done.text, done.thinking, len(done.tool_calls), len(done.citations)) == ("The sea is blue.", "Hm. ", 1, 1)
    assert (errored.message, errored.text, errored.tool_calls, errored.parsed_output) == (None, "", [], None)


# ---- sent back ----------------------------------------------------------------------------------------------

SENT = [{**block, "citations": [CITATION]} if "citations" in block else block for block in CONTENT]


@pytest.mark.parametrize(
    "turn",
    [
        lambda given: given,
        lambda given: given.to_param(),
        lambda given: {"role": "assistant", "content": given.content},
        lambda given: {"role": "assistant", "content": (block for block in given.content)},
        lambda given: {"role": "assistant", "content": tuple(given.content)},
    ],
    ids=["message", "to_param", "content", "iterator", "tuple"],
)
def test_what_was_received_goes_back_as_the_api_takes_it(both: Both, server: Server, turn: Any) -> None:
    server.replies(reply(message_json()))

    def body(client: Any) -> Any:
        given = yield client.messages.create(**ASK)
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            yield client.messages.create(**{**ASK, "messages": (*ASK["messages"], turn(given))})

    both.run(body)

    assert server.received[1].json["messages"] == [*ASK["messages"], {"role": "assistant", "content": SENT}]


def test_what_was_received_goes_back_in_a_batch_too(both: Both, server: Server) -> None:
    server.replies(reply({"id": "msgbatch_1"}))
    params = {**ASK, "messages": [*ASK["messages"], message()]}

    both.run(lambda client: client.messages.batches.create(requests=[{"custom_id": "a", "params": params}]))

    assert server.received[0].json["requests"][0]["params"]["messages"][1]["content"] == SENT


def test_a_cited_message_of_the_sandbox_can_be_continued() -> None:
    document: Any = {
        "type": "document",
        "source": {"type": "text", "media_type": "text/plain", "data": "The sea is blue. The grass is green."},
        "citations": {"enabled": True},
    }
    question: Any = {"role": "user", "content": [document, {"type": "text", "text": "What is blue?"}]}
    with Client(base_url="sandbox:") as client:
        given = client.messages.create(model="claude-opus-5", max_tokens=200, messages=[question])
        further: Any = [question, given, {"role": "user", "content": "And green?"}]
        again = client.messages.create(model="claude-opus-5", max_tokens=200, messages=further)

    assert given.citations
    assert again.text


def test_a_turn_to_keep_is_plain_json_without_what_was_never_sent() -> None:
    turn = message().to_param()

    assert json.loads(json.dumps(turn)) == {"role": "assistant", "content": SENT}


def test_reading_a_message_does_not_change_what_it_gives_back() -> None:
    given = message()

    assert (given.text, given.citations[0].type, given.to_param()["role"]) == (
        "The sea is blue.",
        "char_location",
        "assistant",
    )
    assert given.to_dict() == message_json()


def test_the_version_check_sees_messages_that_come_from_an_iterator(both: Both, server: Server) -> None:
    document = {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": "x"}}
    messages = iter([{"role": "assistant", "content": [document]}])

    with pytest.raises(ValueError, match=r"messages\[0\]\.content\[0\] \(a document"):
        both.run(lambda client: client.messages.create(**{**ASK, "messages": messages}, api_version="2026-10-21"))


# ---- what parameters take -----------------------------------------------------------------------------------


@pytest.mark.parametrize("make", [list, tuple, iter], ids=["list", "tuple", "iterator"])
def test_a_list_may_be_any_sequence_and_none_leaves_out(both: Both, server: Server, make: Any) -> None:
    server.replies(reply(message_json()))
    tool = {"name": "look", "input_schema": {"type": "object"}}
    text = {"type": "text", "text": "Hi"}

    def body(client: Any) -> Any:
        yield client.messages.create(
            model="claude-opus-5",
            max_tokens=10,
            messages=make([{"role": "user", "content": make([text])}]),
            tools=make([tool]),
            stop_sequences=make(["END"]),
            system=None,
            thinking=None,
        )

    both.run(body)

    assert server.received[0].json == {
        "model": "claude-opus-5",
        "max_tokens": 10,
        "messages": [{"role": "user", "content": [text]}],
        "tools": [tool],
        "stop_sequences": ["END"],
    }


@pytest.mark.parametrize("system", ["Be brief.", ({"type": "text", "text": "Be brief."},)])
def test_a_text_may_stand_where_blocks_may(both: Both, server: Server, system: Any) -> None:
    server.replies(reply(message_json()))

    both.run(lambda client: client.messages.create(**ASK, system=system))

    assert server.received[0].json["system"] == json.loads(json.dumps(system))
