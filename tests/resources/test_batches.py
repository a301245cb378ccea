from __future__ import annotations

import json
from typing import Any

import pytest

from both import Both, items
from claude_client import NOT_GIVEN, APIResponseValidationError, NotFoundError, RequestTooLargeError, omit
from claude_client.types import MessageBatch
from server import Server, error, reply

PARAMS: Any = {"model": "claude-opus-5", "max_tokens": 5, "messages": [{"role": "user", "content": "Hi"}]}
BATCH = {
    "id": "msgbatch_1",
    "type": "message_batch",
    "processing_status": "in_progress",
    "request_counts": {"processing": 1, "succeeded": 0, "errored": 0, "canceled": 0, "expired": 0},
    "created_at": "2026-01-02T03:04:05Z",
    "expires_at": "2026-01-03T03:04:05Z",
}


def result(custom_id: str) -> bytes:
    failed = {"type": "errored", "error": {"type": "error", "error": {"type": "api_error", "message": "no"}}}
    return json.dumps({"custom_id": custom_id, "result": failed}).encode()


def test_a_batch_is_created_from_any_iterable(both: Both, server: Server) -> None:
    server.replies(reply(BATCH))

    requests = ({"custom_id": f"id-{i}", "params": PARAMS} for i in range(3))
    batch = both.run(lambda client: client.messages.batches.create(requests=requests))

    assert isinstance(batch, MessageBatch)
    assert batch.request_counts.processing == 1
    sent = server.received[0].json["requests"]
    assert [request["custom_id"] for request in sent] == ["id-0", "id-1", "id-2"]
    assert sent[0]["params"] == PARAMS


def test_what_is_left_out_of_a_message_is_left_out_of_a_request_of_a_batch(both: Both, server: Server) -> None:
    server.replies(reply(BATCH))
    params = {**PARAMS, "system": None, "tools": omit, "service_tier": NOT_GIVEN, "cache_control": None}

    both.run(lambda client: client.messages.batches.create(requests=[{"custom_id": "a", "params": params}]))

    (request,) = server.received[0].json["requests"]
    assert request["params"] == {**PARAMS, "cache_control": None}


def test_everything_wrong_with_a_batch_is_said_in_one_error_before_sending(both: Both, server: Server) -> None:
    requests = [
        {"custom_id": "a b", "params": PARAMS},
        {"custom_id": "same", "params": PARAMS},
        {"custom_id": "same", "params": {**PARAMS, "stream": True}},
    ]

    with pytest.raises(ValueError, match="not sent") as caught:
        both.run(lambda client: client.messages.batches.create(requests=requests))

    assert "requests[0].custom_id='a b'" in str(caught.value)
    assert "requests[2].custom_id='same' is that of requests[1] too" in str(caught.value)
    assert "requests[2].params.stream" in str(caught.value)
    assert server.received == []


@pytest.mark.parametrize("requests", [[], [{"params": PARAMS}], [{"custom_id": "a", "params": {"model": "m"}}]])
def test_a_batch_that_lacks_what_it_needs_is_not_sent(both: Both, server: Server, requests: Any) -> None:
    with pytest.raises(ValueError, match="requests"):
        both.run(lambda client: client.messages.batches.create(requests=requests))

    assert server.received == []


@pytest.mark.parametrize("requests", [{"custom_id": "a", "params": PARAMS}, "a", ["a"], [("a", PARAMS)]])
def test_what_is_no_list_of_requests_is_refused(both: Both, server: Server, requests: Any) -> None:
    with pytest.raises(TypeError, match="invalid requests"):
        both.run(lambda client: client.messages.batches.create(requests=requests))

    assert server.received == []


def test_a_batch_of_too_many_requests_is_not_sent(both: Both, server: Server) -> None:
    requests = [{"custom_id": f"id-{i}", "params": PARAMS} for i in range(100_001)]

    with pytest.raises(ValueError, match="100,001 requests, 100,000 are the most"):
        both.run(lambda client: client.messages.batches.create(requests=requests))

    assert server.received == []


def test_a_batch_over_its_limit_says_how_to_go_on(both: Both, server: Server) -> None:
    requests = [{"custom_id": "a", "params": PARAMS}]

    with pytest.raises(RequestTooLargeError, match="split the requests into several batches"):
        both.run(lambda client: client.messages.batches.create(requests=requests), size_limits={"batches": 50})

    assert server.received == []


def test_a_batch_may_be_larger_than_other_requests(both: Both, server: Server) -> None:
    server.replies(reply(BATCH))

    requests = [{"custom_id": "a", "params": PARAMS}]
    both.run(lambda client: client.messages.batches.create(requests=requests), size_limits={"standard": 50})

    assert len(server.received) == 1


def test_batches_are_retrieved_listed_canceled_and_deleted(both: Both, server: Server) -> None:
    server.replies(
        reply(BATCH),
        reply({"data": [BATCH], "has_more": False, "first_id": "msgbatch_1", "last_id": "msgbatch_1"}),
        reply({**BATCH, "processing_status": "canceling"}),
        reply({"id": "msgbatch_1", "type": "message_batch_deleted"}),
    )

    def body(client: Any) -> Any:
        batches = client.messages.batches
        assert (yield batches.retrieve("msgbatch_1")).id == "msgbatch_1"
        assert [batch.id for batch in (yield items(batches.list(limit=5)))] == ["msgbatch_1"]
        assert (yield batches.cancel("msgbatch_1")).processing_status == "canceling"
        assert (yield batches.delete("msgbatch_1")).type == "message_batch_deleted"

    both.run(body)

    assert [(r.method, r.target, r.body) for r in server.received] == [
        ("GET", "/v1/messages/batches/msgbatch_1", b""),
        ("GET", "/v1/messages/batches?limit=5", b""),
        ("POST", "/v1/messages/batches/msgbatch_1/cancel", b""),
        ("DELETE", "/v1/messages/batches/msgbatch_1", b""),
    ]


def test_results_come_line_by_line_and_typed(both: Both, server: Server) -> None:
    server.replies(reply(b"\n".join([result("b"), result("a")]) + b"\n"))

    def body(client: Any) -> Any:
        return (yield items(client.messages.batches.results("msgbatch_1")))

    found = both.run(body)

    assert [line.custom_id for line in found] == ["b", "a"]
    assert found[0].result.type == "errored"
    assert found[0].result.error.error.message == "no"
    assert server.received[0].path == "/v1/messages/batches/msgbatch_1/results"


def test_a_broken_line_is_named_by_its_number_after_those_before_it_were_given(both: Both, server: Server) -> None:
    server.replies(reply(b"\n".join([result("a"), result("b"), b'{"custom_id": "c"', result("d")])))
    given: list[str] = []

    def one_by_one(client: Any) -> Any:
        for line in client.messages.batches.results("msgbatch_1"):
            given.append(line.custom_id)  # noqa: PERF401  # one by one, to keep what came before the error

    async def one_by_one_async(client: Any) -> Any:
        async for line in await client.messages.batches.results("msgbatch_1"):
            given.append(line.custom_id)  # noqa: PERF401

    with pytest.raises(APIResponseValidationError, match="line 3"):
        both.run(one_by_one_async if both.is_async else one_by_one)

    assert given == ["a", "b"]


def test_results_of_a_batch_that_has_none_say_where_to_look(both: Both, server: Server) -> None:
    server.replies(error(404, "not_found_error", "no results"))

    def body(client: Any) -> Any:
        return (yield items(client.messages.batches.results("msgbatch_1")))

    with pytest.raises(NotFoundError, match="processing_status"):
        both.run(body)
