"""A span for each call: what is in it, and that it lasts as long as the call does."""

from __future__ import annotations

import gc
import json
from typing import Any

import anyio
import pytest

pytest.importorskip("opentelemetry.sdk", reason="opentelemetry-sdk is not installed")

import anyio.lowlevel
from opentelemetry import trace
from opentelemetry.trace import SpanKind, StatusCode

from both import Both, entered, items
from claude_client import APIError, AsyncClient, Client, StreamInterruptedError
from platform_replies import EVENTS, MESSAGE
from server import Reply, Server, error, reply

CREATE: Any = {"model": "claude-opus-5", "max_tokens": 5, "messages": [{"role": "user", "content": "a secret"}]}
BROKEN = EVENTS[:3]
"""The start of a message and of its first block, and one delta."""


def sse(events: Any) -> bytes:
    return b"".join(b"event: %s\ndata: %s\n\n" % (each["type"].encode(), json.dumps(each).encode()) for each in events)


def stream(events: Any = EVENTS) -> Reply:
    body = sse(events)
    return Reply(200, body, {"content-type": "text/event-stream", "request-id": "req_1"})


def cut(events: Any = BROKEN) -> Reply:
    """A response whose connection is closed before its end."""
    body = sse(events)
    return Reply(200, [body], {"content-type": "text/event-stream", "content-length": str(len(body) + 100)})


# ---- what is in it ------------------------------------------------------------------------------------------


def test_a_call_is_one_span_with_the_attributes_of_the_conventions(both: Both, server: Server, recorded: Any) -> None:
    server.replies(reply(MESSAGE, request_id="req_1", anthropic_organization_id="org_1"))

    both.run(
        lambda client: client.messages.create(
            **CREATE, temperature=1, thinking={"type": "enabled", "budget_tokens": 1024}, betas=["one", "two"]
        ),
        open_telemetry=recorded.option(),
    )

    span = recorded.span
    assert (span.name, span.kind, span.status.status_code) == ("chat claude-opus-5", SpanKind.CLIENT, StatusCode.UNSET)
    assert span.instrumentation_scope.name == "claude_client"
    expected = {
        "gen_ai.provider.name": "anthropic",
        "gen_ai.operation.name": "chat",
        "gen_ai.request.model": "claude-opus-5",
        "gen_ai.request.max_tokens": 5,
        "gen_ai.request.temperature": 1.0,
        "gen_ai.response.id": MESSAGE["id"],
        "gen_ai.response.model": MESSAGE["model"],
        "gen_ai.response.finish_reasons": (MESSAGE["stop_reason"],),
        "gen_ai.usage.input_tokens": MESSAGE["usage"]["input_tokens"],
        "gen_ai.usage.output_tokens": MESSAGE["usage"]["output_tokens"],
        "anthropic.operation.name": "messages.create",
        "anthropic.thinking.type": "enabled",
        "anthropic.thinking.budget_tokens": 1024,
        "anthropic.beta": ("one", "two"),
        "anthropic.request.id": "req_1",
        "anthropic.organization.id": "org_1",
        "http.request.method": "POST",
        "http.route": "/v1/messages",
        "http.response.status_code": 200,
        "server.address": "127.0.0.1",
        "server.port": int(server.url.rpartition(":")[2]),
    }
    assert {name: recorded.attributes.get(name) for name in expected} == expected


def test_tokens_of_the_cache_are_input_tokens(both: Both, server: Server, recorded: Any) -> None:
    usage = {"input_tokens": 3, "cache_read_input_tokens": 20, "cache_creation_input_tokens": 100, "output_tokens": 7}
    server.replies(reply({**MESSAGE, "usage": usage}))

    both.run(lambda client: client.messages.create(**CREATE), open_telemetry=recorded.option())

    assert recorded.attributes["gen_ai.usage.input_tokens"] == 123
    assert recorded.attributes["gen_ai.usage.cache_read.input_tokens"] == 20
    assert recorded.attributes["gen_ai.usage.cache_write.input_tokens"] == 100
    assert recorded.attributes["gen_ai.usage.cache_creation.input_tokens"] == 100


@pytest.mark.parametrize(
    ("path", "arguments", "name", "route"),
    [
        ("models.retrieve", {"model_id": "claude-opus-5"}, "anthropic.models.retrieve", "/v1/models/{model_id}"),
        (
            "messages.batches.retrieve",
            {"message_batch_id": "msgbatch_1"},
            "anthropic.messages.batches.retrieve",
            "/v1/messages/batches/{message_batch_id}",
        ),
        (
            "organization.workspaces.members.retrieve",
            {"user_id": "user_1", "workspace_id": "wrkspc_1"},
            "anthropic.organization.workspaces.members.retrieve",
            "/v1/organizations/workspaces/{workspace_id}/members/{user_id}",
        ),
    ],
)
def test_any_other_call_is_named_by_its_operation_without_its_ids(
    both: Both, server: Server, recorded: Any, path: str, arguments: Any, name: str, route: str
) -> None:
    server.replies(reply({}))

    def call(client: Any) -> Any:
        client = client.with_raw_response
        for each in path.split("."):
            client = getattr(client, each)
        return client(**arguments)  # of a raw response nobody looks at the body

    both.run(call, open_telemetry=recorded.option(), admin_api_key="sk-ant-admin-test")

    assert (recorded.span.name, recorded.attributes["http.route"]) == (name, route)
    assert "gen_ai.operation.name" not in recorded.attributes


def test_a_count_of_tokens_is_on_its_span(both: Both, server: Server, recorded: Any) -> None:
    server.replies(reply({"input_tokens": 12}))
    params = {name: CREATE[name] for name in ("model", "messages")}

    both.run(lambda client: client.messages.count_tokens(**params), open_telemetry=recorded.option())

    assert recorded.attributes["anthropic.message.count_tokens.input_tokens"] == 12


def test_each_page_is_a_call(both: Both, server: Server, recorded: Any) -> None:
    model = {"type": "model", "id": "m", "display_name": "M", "created_at": "2026-01-01T00:00:00Z"}
    server.replies(
        reply({"data": [model], "has_more": True, "first_id": "m", "last_id": "m"}),
        reply({"data": [model], "has_more": False, "first_id": "m", "last_id": "m"}),
    )

    def body(client: Any) -> Any:
        yield items(client.models.list())

    both.run(body, open_telemetry=recorded.option())

    assert [span.name for span in recorded.spans] == ["anthropic.models.list"] * 2


def test_a_conversation_is_named_on_each_span_and_not_sent(both: Both, server: Server, recorded: Any) -> None:
    server.replies(reply(MESSAGE))

    def body(client: Any) -> Any:
        copy = client.with_options(open_telemetry={**client.open_telemetry, "conversation_id": "conv-1"})
        yield copy.messages.create(**CREATE)

    both.run(body, open_telemetry=recorded.option())

    assert recorded.attributes["gen_ai.conversation.id"] == "conv-1"
    assert b"conv-1" not in server.received[0].body
    assert "conv-1" not in str(server.received[0].headers)


# ---- retries and failures -----------------------------------------------------------------------------------


def test_retries_are_events_of_the_span_of_the_call(both: Both, server: Server, recorded: Any) -> None:
    server.replies(error(529, "overloaded_error", retry_after="0"), error(500, "api_error"), reply(MESSAGE))

    both.run(lambda client: client.messages.create(**CREATE), open_telemetry=recorded.option(), max_retry_wait=60)

    events = [dict(event.attributes or {}) for event in recorded.span.events]
    assert [event.name for event in recorded.span.events] == ["anthropic.attempt"] * 3
    assert [event["http.response.status_code"] for event in events] == [529, 500, 200]
    assert [event.get("error.type") for event in events] == ["OverloadedError", "InternalServerError", None]
    assert recorded.attributes["http.request.resend_count"] == 2
    assert recorded.attributes["http.response.status_code"] == 200
    assert recorded.span.status.status_code is StatusCode.UNSET
    assert [point.value for point in recorded.metrics["anthropic.client.retries"]] == [2]


def test_a_call_without_a_retry_has_no_events(both: Both, server: Server, recorded: Any) -> None:
    server.replies(reply(MESSAGE))

    both.run(lambda client: client.messages.create(**CREATE), open_telemetry=recorded.option())

    assert recorded.span.events == ()
    assert "http.request.resend_count" not in recorded.attributes


@pytest.mark.parametrize(
    ("failure", "type_", "status"),
    [
        (error(404, "not_found_error"), "not_found_error", 404),
        (reply("<html>", 502, x_should_retry="false"), "502", 502),
        (reply(b"not JSON"), "APIResponseValidationError", 200),
        (reply({"type": "error", "error": {"type": "overloaded_error", "message": "no"}}), "overloaded_error", 200),
    ],
)
def test_a_failure_is_the_status_of_the_span(
    both: Both, server: Server, recorded: Any, failure: Reply, type_: str, status: int
) -> None:
    server.replies(failure)

    with pytest.raises(APIError):
        both.run(lambda client: client.messages.create(**CREATE), open_telemetry=recorded.option(), max_retries=0)

    assert recorded.span.status.status_code is StatusCode.ERROR
    assert (recorded.attributes["error.type"], recorded.attributes["http.response.status_code"]) == (type_, status)
    [point] = recorded.metrics["gen_ai.client.operation.duration"]
    assert point.attributes["error.type"] == type_


def test_a_call_that_finds_no_server_is_a_connection_error(both: Both, recorded: Any) -> None:
    with pytest.raises(APIError):
        both.run(
            lambda client: client.messages.create(**CREATE),
            open_telemetry=recorded.option(),
            base_url="http://127.0.0.1:9",
            max_retries=0,
        )

    assert recorded.attributes["error.type"] == "connection_error"
    assert "http.response.status_code" not in recorded.attributes


@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_a_cancelled_call_ends_its_span_and_is_no_error(backend: str, server: Server, recorded: Any) -> None:
    async def main() -> None:
        async with AsyncClient(api_key="x", base_url=server.url, open_telemetry=recorded.option()) as client:
            with anyio.CancelScope() as scope:
                scope.cancel()
                await client.messages.create(**CREATE)
            assert scope.cancelled_caught

    anyio.run(main, backend=backend)

    assert recorded.span.status.status_code is StatusCode.UNSET
    assert "error.type" not in recorded.attributes


# ---- streams ------------------------------------------------------------------------------------------------


def read_events(client: Any) -> Any:
    yield items((yield client.messages.create(**CREATE, stream=True)))


def read_helper(client: Any) -> Any:
    yield items((yield entered(client.messages.stream(**CREATE))))


READERS = pytest.mark.parametrize("read", [read_events, read_helper])


@READERS
def test_the_span_of_a_stream_ends_with_it(both: Both, server: Server, recorded: Any, read: Any) -> None:
    server.replies(stream())

    both.run(read, open_telemetry=recorded.option())

    assert recorded.span.status.status_code is StatusCode.UNSET
    assert recorded.attributes["gen_ai.request.stream"] is True
    assert recorded.attributes["gen_ai.usage.output_tokens"] > 0
    assert recorded.attributes["gen_ai.response.finish_reasons"] == ("end_turn",)
    assert recorded.attributes["gen_ai.response.time_to_first_chunk"] > 0
    [first] = recorded.metrics["gen_ai.client.operation.time_to_first_chunk"]
    [whole] = recorded.metrics["gen_ai.client.operation.duration"]
    assert 0 < first.sum < whole.sum


def test_the_span_of_a_stream_lasts_while_it_is_read(both: Both, server: Server, recorded: Any) -> None:
    server.replies(stream())

    def body(client: Any) -> Any:
        opened = yield client.messages.create(**CREATE, stream=True)
        assert recorded.spans == []
        yield items(opened)
        assert len(recorded.spans) == 1

    both.run(body, open_telemetry=recorded.option())


@READERS
def test_a_broken_stream_is_an_error_with_what_had_come(both: Both, server: Server, recorded: Any, read: Any) -> None:
    server.replies(cut())

    with pytest.raises(StreamInterruptedError):
        both.run(read, open_telemetry=recorded.option(), max_retries=0)

    assert recorded.span.status.status_code is StatusCode.ERROR
    assert recorded.attributes["error.type"] == "connection_error"
    assert recorded.attributes["gen_ai.response.id"] == MESSAGE["id"]
    # The start of a message has a placeholder for it.
    assert "gen_ai.usage.output_tokens" not in recorded.attributes
    assert "gen_ai.client.token.usage" not in recorded.metrics


def test_an_error_in_a_stream_is_its_type(both: Both, server: Server, recorded: Any) -> None:
    failed = [*EVENTS[:2], {"type": "error", "error": {"type": "overloaded_error", "message": "no"}}]
    server.replies(stream(failed))

    with pytest.raises(APIError):
        both.run(read_events, open_telemetry=recorded.option(), max_retries=0)

    assert recorded.attributes["error.type"] == "overloaded_error"


def test_a_stream_that_is_retried_is_one_span(both: Both, server: Server, recorded: Any) -> None:
    server.replies(cut(EVENTS[:0]), stream())

    both.run(read_events, open_telemetry=recorded.option())

    assert recorded.span.status.status_code is StatusCode.UNSET
    assert recorded.attributes["http.request.resend_count"] == 1
    assert len({received.headers["traceparent"] for received in server.received}) == 1


def test_a_stream_that_is_closed_early_is_neither_well_nor_an_error(both: Both, server: Server, recorded: Any) -> None:
    server.replies(stream())

    def body(client: Any) -> Any:
        opened = yield client.messages.create(**CREATE, stream=True)
        yield opened.close()

    both.run(body, open_telemetry=recorded.option())

    assert recorded.span.status.status_code is StatusCode.UNSET


def test_a_stream_that_is_dropped_ends_its_span(server: Server, recorded: Any) -> None:
    server.replies(stream())
    client = Client(api_key="x", base_url=server.url, open_telemetry=recorded.option())

    opened = client.messages.create(**CREATE, stream=True)
    del opened
    gc.collect()

    assert recorded.span.status.status_code is StatusCode.UNSET
    client.close()


def test_a_stream_in_a_cancelled_scope_is_no_error(server: Server, recorded: Any) -> None:
    server.replies(cut())

    async def main() -> None:
        async with AsyncClient(api_key="x", base_url=server.url, open_telemetry=recorded.option()) as client:
            opened = await client.messages.create(**CREATE, stream=True)
            with anyio.CancelScope() as scope:
                async for _ in opened:
                    scope.cancel()
                    await anyio.lowlevel.checkpoint()

    anyio.run(main)

    assert recorded.span.status.status_code is StatusCode.UNSET
    assert recorded.attributes["gen_ai.response.id"] == MESSAGE["id"]


# ---- responses that are not parsed --------------------------------------------------------------------------


def test_a_raw_response_has_the_span_of_its_call(both: Both, server: Server, recorded: Any) -> None:
    server.replies(reply(MESSAGE))

    both.run(lambda client: client.messages.with_raw_response.create(**CREATE), open_telemetry=recorded.option())

    assert recorded.attributes["gen_ai.usage.output_tokens"] == MESSAGE["usage"]["output_tokens"]


def test_a_raw_response_that_is_no_message_raises_where_it_is_parsed(both: Both, server: Server, recorded: Any) -> None:
    server.replies(reply(b"not JSON"))

    def body(client: Any) -> Any:
        response = yield client.messages.with_raw_response.create(**CREATE)
        with pytest.raises(APIError):
            yield response.parse()

    both.run(body, open_telemetry=recorded.option())

    assert recorded.span.status.status_code is StatusCode.ERROR


@pytest.mark.parametrize("reads", [True, False])
def test_a_response_that_is_read_by_the_caller_ends_its_span_then(
    both: Both, server: Server, recorded: Any, reads: bool
) -> None:
    server.replies(reply(MESSAGE))

    def body(client: Any) -> Any:
        response = yield entered(client.messages.with_streaming_response.create(**CREATE))
        assert recorded.spans == []
        if reads:
            message = yield response.parse()
            assert message.usage.output_tokens == recorded.attributes["gen_ai.usage.output_tokens"]

    both.run(body, open_telemetry=recorded.option())

    assert recorded.span.status.status_code is StatusCode.UNSET


def test_a_download_ends_its_span_when_it_is_read(both: Both, server: Server, recorded: Any) -> None:
    server.replies(Reply(200, b"content", {"content-type": "application/octet-stream"}))

    def body(client: Any) -> Any:
        download = yield client.files.download("file_1")
        assert recorded.spans == []
        assert (yield download.read()) == b"content"

    both.run(body, open_telemetry=recorded.option())

    assert (recorded.span.name, recorded.span.status.status_code) == ("anthropic.files.download", StatusCode.UNSET)


# ---- context ------------------------------------------------------------------------------------------------


def test_the_trace_goes_with_each_attempt(both: Both, server: Server, recorded: Any) -> None:
    server.replies(error(529, "overloaded_error", retry_after="0"), reply(MESSAGE))

    both.run(lambda client: client.messages.create(**CREATE), open_telemetry=recorded.option())

    context = recorded.span.context
    sent = [received.headers["traceparent"].rpartition("-")[0] for received in server.received]
    assert sent == [f"00-{context.trace_id:032x}-{context.span_id:016x}"] * 2


def test_propagation_can_be_turned_off(both: Both, server: Server, recorded: Any) -> None:
    server.replies(reply(MESSAGE))

    both.run(lambda client: client.messages.create(**CREATE), open_telemetry=recorded.option(propagation=False))

    assert "traceparent" not in server.received[0].headers
    assert recorded.span.name == "chat claude-opus-5"


def test_a_call_is_a_child_of_the_span_that_it_is_made_in(both: Both, server: Server, recorded: Any) -> None:
    server.replies(reply(MESSAGE))
    tracer = trace.get_tracer("test", tracer_provider=recorded.tracer_provider)

    def body(client: Any) -> Any:
        with tracer.start_as_current_span("agent", attributes={"gen_ai.operation.name": "invoke_agent"}):
            yield client.messages.create(**CREATE)

    both.run(body, open_telemetry=recorded.option())

    call, agent = recorded.spans
    assert call.parent.span_id == agent.context.span_id


def test_the_calls_of_a_job_are_children_of_the_span_that_it_is_started_in(
    both: Both, server: Server, recorded: Any
) -> None:
    server.replies(reply(MESSAGE))
    tracer = trace.get_tracer("test", tracer_provider=recorded.tracer_provider)

    def body(client: Any) -> Any:
        with tracer.start_as_current_span("job"):
            yield items(client.jobs.map([CREATE] * 3))

    both.run(body, open_telemetry=recorded.option())

    *calls, job = recorded.spans
    assert [call.parent.span_id for call in calls] == [job.context.span_id] * 3


def test_the_span_is_the_current_one_while_the_call_is_sent(both: Both, server: Server, recorded: Any) -> None:
    server.replies(reply(MESSAGE))
    seen: list[int] = []

    def middleware(request: Any) -> Any:
        seen.append(trace.get_current_span().get_span_context().span_id)
        return (yield request)

    both.run(lambda client: client.messages.create(**CREATE), open_telemetry=recorded.option(), middleware=[middleware])

    assert seen == [recorded.span.context.span_id]
    assert not trace.get_current_span().get_span_context().is_valid


@pytest.mark.parametrize(
    "described",
    [
        {"gen_ai.operation.name": "chat"},
        {"gen_ai.operation.name": "text_completion"},
        {"openinference.span.kind": "LLM"},
        {"llm.request.type": "chat"},
    ],
)
def test_a_call_that_an_instrumentor_describes_gets_no_second_span(
    both: Both, server: Server, recorded: Any, described: Any
) -> None:
    server.replies(reply(MESSAGE))
    tracer = trace.get_tracer("instrumentor", tracer_provider=recorded.tracer_provider)

    def body(client: Any) -> Any:
        with tracer.start_as_current_span("theirs", attributes=described):
            yield client.messages.create(**CREATE)

    both.run(body, open_telemetry=recorded.option())

    assert recorded.span.name == "theirs"
    assert f"{recorded.span.context.span_id:016x}" in server.received[0].headers["traceparent"]
    assert recorded.metrics == {}


# ---- a tracer that fails ------------------------------------------------------------------------------------


class Failing:
    """A tracer provider of which nothing works."""

    def get_tracer(self, *arguments: object, **keywords: object) -> Any:
        return self

    def start_span(self, *arguments: object, **keywords: object) -> Any:
        raise RuntimeError("no")


def test_a_tracer_that_fails_breaks_no_call(both: Both, server: Server, recorded: Any) -> None:
    server.replies(reply(MESSAGE))

    message = both.run(
        lambda client: client.messages.create(**CREATE), open_telemetry=recorded.option(tracer_provider=Failing())
    )

    assert message.id == MESSAGE["id"]


# ---- content ------------------------------------------------------------------------------------------------

CONTENT = ("gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.system_instructions")


def test_content_is_on_no_span_unless_it_is_asked_for(both: Both, server: Server, recorded: Any) -> None:
    server.replies(reply(MESSAGE))

    both.run(
        lambda client: client.messages.create(**CREATE, system="another secret", stop_sequences=["third secret"]),
        open_telemetry=recorded.option(),
    )

    assert "secret" not in str(recorded.span.to_json())
    assert not recorded.attributes.keys() & {*CONTENT}


@READERS
def test_content_of_a_stream_is_there_where_it_is_asked_for(
    both: Both, server: Server, recorded: Any, read: Any
) -> None:
    server.replies(stream())

    both.run(read, open_telemetry=recorded.option(traces={"content_mode": "content"}))

    assert json.loads(recorded.attributes["gen_ai.input.messages"]) == [
        {"role": "user", "parts": [{"type": "text", "content": "a secret"}]}
    ]
    [message] = json.loads(recorded.attributes["gen_ai.output.messages"])
    text = "".join(block["text"] for block in MESSAGE["content"] if block["type"] == "text")
    assert "".join(part["content"] for part in message["parts"]) == text
