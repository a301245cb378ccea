from __future__ import annotations

import copy
import dataclasses
import datetime
import enum
import json
import pickle
from collections.abc import Callable
from typing import Annotated, Any, Literal, get_args

import pytest
from pydantic import BaseModel, Field, RootModel, TypeAdapter, field_validator
from typing_extensions import TypedDict

from both import Both, entered, items
from claude_client import OutputParseError, StreamInterruptedError, transform_schema
from claude_client.core.partial import validate_partial
from claude_client.streaming import ParsedContentBlockStopEvent, ParsedMessageStopEvent, ParsedTextEvent
from claude_client.types import (
    ContentBlock,
    Message,
    ParsedContentBlock,
    ParsedMessage,
    ParsedMessageWithOutput,
    ParsedTextBlock,
    TextBlock,
)
from server import Reply, Server, reply


class Line(BaseModel):
    name: str
    count: int = Field(ge=1)


class Invoice(BaseModel):
    number: str
    lines: list[Line]


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0


class Place(TypedDict):
    name: str
    at: Point


INVOICE = Invoice(number="A-17", lines=[Line(name="Boat", count=2)])
TEXT = '{"number": "A-17", "lines": [{"name": "Boat", "count": 2}]}'
ASK: Any = {"model": "claude-opus-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Read it."}]}
LONG: Any = {**ASK, "max_tokens": 64_000}


def message_of(text: str | None = TEXT, stop_reason: str = "end_turn", **fields: Any) -> dict[str, Any]:
    return {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": "claude-opus-5",
        "content": [] if text is None else [{"type": "text", "text": text}],
        "stop_reason": stop_reason,
        "stop_sequence": None,
        "usage": {"input_tokens": 3, "output_tokens": 7},
        **fields,
    }


def events(text: str = TEXT, stop_reason: str | None = "end_turn", pieces: int = 8) -> Reply:
    """A stream of `text` in pieces of so many characters; without a stop reason it breaks off."""
    deltas = [{"type": "text_delta", "text": text[i : i + pieces]} for i in range(0, len(text), pieces)]
    sent: list[dict[str, Any]] = [
        {"type": "message_start", "message": {**message_of(None), "stop_reason": None}},
        {"type": "content_block_start", "index": 0, "content_block": {"type": "text", "text": ""}},
        *({"type": "content_block_delta", "index": 0, "delta": delta} for delta in deltas),
    ]
    if stop_reason is not None:
        sent += [
            {"type": "content_block_stop", "index": 0},
            {"type": "message_delta", "delta": {"stop_reason": stop_reason}, "usage": {"output_tokens": 7}},
            {"type": "message_stop"},
        ]
    body = "".join(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in sent)
    return Reply(200, body.encode(), {"content-type": "text/event-stream", "request-id": "req_1"})


# ---- parse ----------------------------------------------------------------------------------------------------


def test_a_message_is_read_as_the_type_that_was_asked_for(both: Both, server: Server) -> None:
    server.replies(reply(message_of(), request_id="req_1"))

    message = both.run(lambda client: client.messages.parse(**ASK, output_format=Invoice))

    assert isinstance(message, ParsedMessage)
    assert (message.parsed_output, message.parse_error) == (INVOICE, None)
    assert message.response.request_id == "req_1"
    assert server.received[0].json == {
        **ASK,
        "output_config": {"format": {"type": "json_schema", "schema": transform_schema(Invoice)}},
    }


@pytest.mark.parametrize(
    ("output_format", "text", "value"),
    [
        (Point, '{"x": 1}', Point(1)),
        (Place, '{"name": "Galway", "at": {"x": 1, "y": 2}}', {"name": "Galway", "at": Point(1, 2)}),
        (list[int], "[1, 2]", [1, 2]),
        (int | None, "null", None),
        (Annotated[int, Field(ge=1, examples=[1])], "3", 3),
        (TypeAdapter(list[Line]), '[{"name": "Oar", "count": 1}]', [Line(name="Oar", count=1)]),
        (datetime.date, '"2026-11-22"', datetime.date(2026, 11, 22)),
    ],
)
def test_any_type_that_pydantic_knows_can_be_asked_for(
    both: Both, server: Server, output_format: Any, text: str, value: object
) -> None:
    server.replies(reply(message_of(text)))

    message = both.run(lambda client: client.messages.parse(**ASK, output_format=output_format))

    assert (message.parsed_output, message.parse_error) == (value, None)


UNREADABLE = [
    (message_of('{"number": "A-1', "max_tokens"), "cut off by max_tokens, after 7 tokens"),
    (message_of("17", "max_tokens"), "cut off by max_tokens"),
    (message_of('{"number"', "model_context_window_exceeded"), "context window"),
    (message_of(None, "pause_turn"), "paused"),
    (
        message_of("I can not.", "refusal", stop_details={"type": "refusal", "category": "cyber"}),
        "refused to answer: cyber",
    ),
    (message_of(None, "tool_use"), r"no text \(stop_reason 'tool_use'\)"),
    (message_of("Sure: {}"), "the output is not a valid Invoice: Invalid JSON"),
    (
        message_of('{"number": "A-17", "lines": [{"name": "B", "count": 0}]}'),
        r"not a valid Invoice: lines\.0\.count: Input should",
    ),
]


@pytest.mark.parametrize(("given", "why"), UNREADABLE)
def test_output_that_cannot_be_read_leaves_the_message_and_says_why(
    both: Both, server: Server, given: dict[str, Any], why: str
) -> None:
    server.replies(reply(given))

    message = both.run(lambda client: client.messages.parse(**ASK, output_format=Invoice))

    assert message.parsed_output is None
    with pytest.raises(AssertionError, match=why):
        raise AssertionError(message.parse_error)
    assert message.to_dict() == given


@pytest.mark.parametrize(("given", "why"), UNREADABLE)
def test_strictly_that_is_an_error_which_has_the_message(
    both: Both, server: Server, given: dict[str, Any], why: str
) -> None:
    server.replies(reply(given, request_id="req_1"))

    with pytest.raises(OutputParseError, match=rf"{why}.* \(request-id req_1\)") as caught:
        both.run(lambda client: client.messages.parse(**ASK, output_format=Invoice, strict=True))

    assert caught.value.partial.to_dict() == given
    assert pickle.loads(pickle.dumps(caught.value)).partial == caught.value.partial


def test_strictly_a_message_with_output_is_one_that_has_some(both: Both, server: Server) -> None:
    server.replies(reply(message_of(), request_id="req_1"))

    message = both.run(lambda client: client.messages.parse(**ASK, output_format=Invoice, strict=True))

    assert isinstance(message, ParsedMessage)
    assert isinstance(message, ParsedMessageWithOutput)
    assert (message.parsed_output, message._request_id) == (INVOICE, "req_1")
    assert pickle.loads(pickle.dumps(message)).parsed_output == INVOICE
    assert message.content[0].parsed_output == INVOICE


def test_a_validator_may_raise_anything(both: Both, server: Server) -> None:
    class Picky(BaseModel):
        x: int

        @field_validator("x")
        @classmethod
        def look_up(cls, value: int) -> int:
            return {1: 1}[value]

    server.replies(reply(message_of('{"x": 2}')))

    message = both.run(lambda client: client.messages.parse(**ASK, output_format=Picky))

    assert message.parse_error == "the output could not be read: KeyError: 2"


def test_the_error_names_no_value_of_the_output(both: Both, server: Server) -> None:
    server.replies(reply(message_of('{"number": 5551234, "lines": []}')))

    message = both.run(lambda client: client.messages.parse(**ASK, output_format=Invoice))

    assert "5551234" not in message.parse_error


def test_output_behind_what_a_tool_of_the_server_did_is_found(both: Both, server: Server) -> None:
    call = {"type": "server_tool_use", "id": "srvtoolu_1", "name": "web_search", "input": {}}
    content = [{"type": "text", "text": "Let me look."}, call, {"type": "text", "text": TEXT}]
    server.replies(reply(message_of(content=content)))

    message = both.run(lambda client: client.messages.parse(**ASK, output_format=Invoice))

    assert message.parsed_output == INVOICE


def test_output_that_comes_in_several_blocks_is_put_together(both: Both, server: Server) -> None:
    content = [{"type": "text", "text": TEXT[:20]}, {"type": "text", "text": TEXT[20:]}]
    server.replies(reply(message_of(content=content)))

    message = both.run(lambda client: client.messages.parse(**ASK, output_format=Invoice))

    assert message.parsed_output == INVOICE


def test_a_long_message_is_streamed_underneath_and_read(both: Both, server: Server) -> None:
    server.replies(events())

    message = both.run(lambda client: client.messages.parse(**LONG, output_format=Invoice))

    assert (message.parsed_output, message._request_id) == (INVOICE, "req_1")
    assert server.received[0].json["stream"] is True


def test_what_else_was_configured_of_the_output_is_kept(both: Both, server: Server) -> None:
    server.replies(reply(message_of()))

    both.run(lambda client: client.messages.parse(**ASK, output_format=Invoice, output_config={"effort": "low"}))

    assert server.received[0].json["output_config"].keys() == {"effort", "format"}


@pytest.mark.parametrize(
    ("wrong", "error", "message"),
    [
        ({"output_format": {"type": "object"}}, TypeError, "expected a type.*output_config="),
        ({"output_format": object()}, TypeError, "not a type that pydantic can read"),
        ({"output_format": Callable[[], int]}, TypeError, "has no JSON schema"),
        ({"output_format": int | Any}, ValueError, r"the schema\.anyOf\.1 has to have a type"),
        ({"output_format": dict[str, int]}, ValueError, "the schema is an object with free keys"),
        ({"output_format": Invoice, "output_config": {"format": {}}}, ValueError, "leave one out"),
        ({}, TypeError, "'output_format'"),
    ],
)
def test_what_cannot_be_asked_for_is_refused_before_sending(
    both: Both, server: Server, wrong: Any, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        both.run(lambda client: client.messages.parse(**ASK, **wrong))

    assert server.received == []


def test_the_raw_response_parses_to_the_message(both: Both, server: Server) -> None:
    server.replies(reply(message_of()))

    def body(client: Any) -> Any:
        response = yield client.messages.with_raw_response.parse(**ASK, output_format=Invoice)
        return (yield response.parse())

    assert both.run(body).parsed_output == INVOICE


def test_the_schema_is_counted_where_tokens_are(both: Both, server: Server) -> None:
    server.replies(reply({"input_tokens": 3}))
    count: Any = {"model": "claude-opus-5", "messages": []}

    both.run(lambda client: client.messages.count_tokens(**count, output_format=Invoice))

    assert server.received[0].json["output_config"]["format"]["schema"] == transform_schema(Invoice)


@pytest.mark.parametrize(
    "copied", [lambda m: pickle.loads(pickle.dumps(m)), copy.copy, copy.deepcopy, lambda m: m.model_copy()]
)
def test_a_parsed_message_is_copied_with_its_output_and_dumped_without(
    both: Both, server: Server, copied: Callable[[Any], Any]
) -> None:
    server.replies(reply(message_of()))
    message = both.run(lambda client: client.messages.parse(**ASK, output_format=Invoice))

    twin = copied(message)

    assert twin == message
    assert twin.parsed_output == INVOICE
    assert json.loads(twin.to_json()) == twin.to_dict() == message_of()
    assert "parsed_output" not in twin.model_dump()
    assert "parsed_output=Invoice(" in repr(twin)


def test_a_parsed_message_can_be_sent_back(both: Both, server: Server) -> None:
    server.replies(reply(message_of()))

    def body(client: Any) -> Any:
        message = yield client.messages.parse(**ASK, output_format=Invoice)
        yield client.messages.create(**{**ASK, "messages": [*ASK["messages"], message]})

    both.run(body)

    assert server.received[1].json["messages"][1] == {"role": "assistant", "content": message_of()["content"]}


def test_the_sandbox_gives_what_fits(both: Both) -> None:
    ask = {**ASK, "messages": [{"role": "user", "content": 'Read invoice "A-17".'}]}

    message = both.run(
        lambda client: client.messages.parse(**ask, output_format=Invoice), base_url="sandbox:", api_key=None
    )

    assert message.parsed_output.number == "A-17"


def test_the_text_that_was_read_has_the_output_too(both: Both, server: Server) -> None:
    texts = [{"type": "text", "text": "Here it is:"}, {"type": "text", "text": TEXT}]
    server.replies(reply(message_of(content=[{"type": "thinking", "thinking": "", "signature": "s"}, *texts])))

    message = both.run(lambda c: c.messages.parse(**ASK, output_format=Invoice))

    assert [block.type for block in message.content] == ["thinking", "text", "text"]
    assert [block.parsed_output for block in message.content[1:]] == [None, INVOICE]
    assert all(isinstance(block, ParsedTextBlock) for block in message.content[1:])
    assert copy.deepcopy(message).content[2].parsed_output == INVOICE
    assert message.to_dict()["content"][1:] == texts
    assert message.to_param()["content"][1:] == texts


def test_the_blocks_of_a_parsed_message_are_those_of_every_message() -> None:
    (blocks, parsed) = (set(get_args(get_args(union)[0])) for union in (ContentBlock, ParsedContentBlock))

    assert parsed - {ParsedTextBlock} == blocks - {TextBlock}


# ---- streams ---------------------------------------------------------------------------------------------------


def test_a_streamed_message_is_there_while_it_arrives_and_at_the_end(both: Both, server: Server) -> None:
    server.replies(events())
    seen: list[Any] = []

    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**ASK, output_format=Invoice))
        given = yield items(stream)
        seen.extend(event.message.parsed_output for event in given if event.type == "message_stop")
        return (yield stream.get_final_message())

    message = both.run(body)

    assert isinstance(message, ParsedMessage)
    assert message.parsed_output == seen[0] == INVOICE
    assert server.received[0].json["output_config"]["format"]["type"] == "json_schema"


def test_the_events_of_a_stream_have_the_output_too(both: Both, server: Server) -> None:
    server.replies(events(pieces=20))

    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**ASK, output_format=Invoice))
        return (yield items(stream))

    given = both.run(body)

    texts = [event for event in given if event.type == "text"]
    assert [event.output_snapshot.number for event in texts] == ["A-17"] * 3
    assert texts[0].parsed_snapshot() == {"number": "A-17"}
    assert [event.output_snapshot.lines for event in texts][1:] == [
        [Line.model_construct(name="B", count=None)],
        INVOICE.lines,
    ]
    (block_stop,) = [event for event in given if event.type == "content_block_stop"]
    assert block_stop.content_block.parsed_output == INVOICE
    assert {type(event) for event in (texts[0], block_stop, given[-1])} == {
        ParsedTextEvent,
        ParsedContentBlockStopEvent,
        ParsedMessageStopEvent,
    }


def test_a_text_event_of_a_stream_without_a_type_has_no_output(both: Both, server: Server) -> None:
    server.replies(events())

    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**ASK))
        return (yield items(stream))

    given = both.run(body)

    assert {event.output_snapshot for event in given if event.type == "text"} == {None}
    assert [event.content_block.parsed_output for event in given if event.type == "content_block_stop"] == [None]


def test_the_snapshots_of_a_growing_output_are_typed(both: Both, server: Server) -> None:
    server.replies(events())
    seen: list[Any] = []
    errors: set[str | None] = set()

    def look(stream: Any) -> None:
        seen.append(stream.current_parsed_snapshot)
        errors.add(stream.current_message_snapshot.parse_error)

    def loop(client: Any) -> None:
        with client.messages.stream(**ASK, output_format=Invoice) as stream:
            for _ in stream.text_stream:
                look(stream)

    async def loop_async(client: Any) -> None:
        async with client.messages.stream(**ASK, output_format=Invoice) as stream:
            async for _ in stream.text_stream:
                look(stream)

    both.run(loop_async if both.is_async else loop)

    assert all(isinstance(each, Invoice) for each in seen)
    assert [seen[0].number, seen[2].number, seen[-2].lines[0].name] == [None, "A-17", "Boat"]
    assert seen[-1] == INVOICE
    assert errors == {"the message has not come to its end"}


@pytest.mark.parametrize("stop_reason", ["max_tokens", "refusal"])
def test_a_streamed_message_that_cannot_be_read_says_why(both: Both, server: Server, stop_reason: str) -> None:
    server.replies(events(TEXT[:30], stop_reason))

    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**ASK, output_format=Invoice))
        message = yield stream.get_final_message()
        assert stream.current_parsed_snapshot.number == "A-17"
        return message

    message = both.run(body)

    assert message.parsed_output is None
    assert message.parse_error is not None


def test_of_a_stream_that_broke_off_the_error_has_what_came(both: Both, server: Server) -> None:
    server.replies(events(TEXT[:30], None))

    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**ASK, output_format=Invoice))
        yield stream.get_final_message()

    with pytest.raises(StreamInterruptedError) as caught:
        both.run(body, max_retries=0)

    assert caught.value.partial is not None
    assert caught.value.partial.text == TEXT[:30]
    assert caught.value.partial.parse_error == "the message has not come to its end"


def test_a_stream_without_a_type_gives_a_plain_message(both: Both, server: Server) -> None:
    server.replies(events())

    def body(client: Any) -> Any:
        stream = yield entered(client.messages.stream(**ASK))
        return (yield stream.get_final_message())

    assert type(both.run(body)) is Message


# ---- batches ---------------------------------------------------------------------------------------------------


def test_a_request_of_a_batch_names_the_type_it_asks_for(both: Both, server: Server) -> None:
    server.replies(reply({"id": "msgbatch_1"}))
    params = {**ASK, "output_config": {"effort": "low"}, "output_format": Invoice}

    both.run(lambda c: c.messages.batches.create(requests=[{"custom_id": "a", "params": params}]))

    (request,) = server.received[0].json["requests"]
    form = {"type": "json_schema", "schema": transform_schema(Invoice)}
    assert request["params"] == {**ASK, "output_config": {"effort": "low", "format": form}}


def test_the_type_that_a_request_of_a_batch_asks_for_is_none_or_one(both: Both, server: Server) -> None:
    server.replies(reply({"id": "msgbatch_1"}))

    both.run(
        lambda c: c.messages.batches.create(requests=[{"custom_id": "a", "params": {**ASK, "output_format": None}}])
    )
    with pytest.raises(TypeError, match="invalid output_format: expected a type"):
        both.run(
            lambda c: c.messages.batches.create(requests=[{"custom_id": "a", "params": {**ASK, "output_format": {}}}])
        )

    assert server.received[0].json["requests"][0]["params"] == ASK


def test_the_results_of_a_batch_are_read_too(both: Both, server: Server) -> None:
    results = [
        {"type": "succeeded", "message": message_of()},
        {"type": "succeeded", "message": message_of(TEXT[:9], "max_tokens")},
        {"type": "expired"},
    ]
    lines = [json.dumps({"custom_id": str(number), "result": result}) for number, result in enumerate(results)]
    server.replies(reply("\n".join(lines)))

    def body(client: Any) -> Any:
        return (yield items(client.messages.batches.results("msgbatch_1", output_format=Invoice)))

    whole, cut, expired = both.run(body)

    assert (whole.parsed_output, whole.parse_error) == (INVOICE, None)
    assert whole.result.message.parsed_output == INVOICE
    assert cut.parsed_output is None
    assert cut.parse_error.startswith("the output was cut off")
    assert (expired.parsed_output, expired.parse_error) == (None, None)


# ---- schemas ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "sent"),
    [
        (
            {"type": "integer", "minimum": 1, "description": "A number"},
            {"type": "integer", "description": "A number\n\n{minimum: 1}"},
        ),
        ({"type": "string", "format": "email", "maxLength": 9}, {"type": "string", "format": "email", "description": "{maxLength: 9}"}),
        ({"type": "string", "format": "binary"}, {"type": "string", "description": "{format: binary}"}),
        ({"enum": ["a", None], "type": "string"}, {"enum": ["a", None]}),
        ({"const": 3, "type": "integer"}, {"const": 3}),
        ({"oneOf": [{"type": "null"}], "discriminator": {}}, {"anyOf": [{"type": "null"}], "description": "{discriminator: {}}"}),
        ({"allOf": [{"type": "null"}]}, {"type": "null"}),
        ({"type": "array", "items": {"type": "null"}, "minItems": 1}, {"type": "array", "items": {"type": "null"}, "minItems": 1}),
        ({"type": "array", "minItems": 2}, {"type": "array", "description": "{minItems: 2}"}),
        ({"type": "object", "additionalProperties": False}, {"type": "object", "properties": {}, "additionalProperties": False}),
        ({"type": "object", "properties": {}}, {"type": "object", "properties": {}, "additionalProperties": False}),
        (
            {"$ref": "#/$defs/A", "$defs": {"A": {"type": "object", "required": ["b"], "properties": {"b": {"const": 1}}}}},
            {
                "$defs": {"A": {"type": "object", "properties": {"b": {"const": 1}}, "additionalProperties": False, "required": ["b"]}},
                "$ref": "#/$defs/A",
            },
        ),
    ],
)  # fmt: skip
def test_a_schema_is_adapted_to_what_the_api_allows(given: dict[str, Any], sent: dict[str, Any]) -> None:
    kept = copy.deepcopy(given)

    assert transform_schema(given) == sent
    assert given == kept


def test_a_type_can_be_given_for_its_schema() -> None:
    assert transform_schema(Invoice) == transform_schema(Invoice.model_json_schema())
    assert transform_schema(TypeAdapter(Invoice)) == transform_schema(Invoice)
    assert transform_schema(Point)["required"] == ["x"]


@pytest.mark.parametrize(
    ("given", "named"), [({}, "the schema"), ({"type": "array", "items": {}}, r"the schema\.items")]
)
def test_a_schema_that_says_nothing_is_refused_with_its_place(given: dict[str, Any], named: str) -> None:
    with pytest.raises(ValueError, match=f"{named} has to have a type"):
        transform_schema(given)


# ---- what still grows ------------------------------------------------------------------------------------------


class Colour(enum.Enum):
    RED = "red"


class Circle(BaseModel):
    kind: Literal["circle"]
    radius: int


class Label(BaseModel):
    kind: Literal["label"]
    text: str


class Drawing(BaseModel):
    colour: Colour
    shapes: list[Circle | Label] = Field(alias="parts")
    made: datetime.date
    note: str = "none"
    by: Point | None = None

    model_config = {"strict": True}


@pytest.mark.parametrize(
    ("type_", "text", "value"),
    [
        (Invoice, "", None),
        (Invoice, "{", Invoice.model_construct(number=None, lines=None)),
        (Invoice, TEXT[:15], Invoice.model_construct(number="A-1"[: len(TEXT[:15]) - 12], lines=None)),
        (Point, '{"x": 4', Point(4)),
        (Point, "{", Point(None)),
        (Place, '{"name": "Gal', {"name": "Gal"}),
        (list[Line], '[{"name": "Oar", "count": 2}, {"na', [Line(name="Oar", count=2), Line.model_construct(name=None, count=None)]),
        (dict[str, Line], '{"a": {"name": "O', {"a": Line.model_construct(name="O", count=None)}),
        (RootModel[list[Line]], '[{"name": "O', RootModel[list[Line]].model_construct([Line.model_construct(name="O", count=None)])),
        (Circle | Label, '{"ki', None),
        (Circle | Label, '{"kind": "label", "te', Label.model_construct(kind="label", text=None)),
        (str, '"Hel', "Hel"),
        (str, "Hel", None),
        (int, "", None),
        (Annotated[list[int], "x"], "[1, 2", [1, 2]),
    ],
)  # fmt: skip
def test_what_has_come_of_a_value_is_there(type_: Any, text: str, value: object) -> None:
    assert validate_partial(TypeAdapter(type_), text) == value


def test_what_is_not_whole_is_not_there_but_for_text() -> None:
    text = '{"colour": "red", "parts": [{"kind": "circle", "radius": 3}, {"kind": "lab'

    drawing: Any = validate_partial(TypeAdapter(Drawing), text)

    assert (drawing.colour, drawing.shapes) == (Colour.RED, [Circle(kind="circle", radius=3)])
    assert (drawing.made, drawing.note, drawing.by) == (None, "none", None)
    assert drawing.model_fields_set == {"colour", "shapes"}
    assert validate_partial(TypeAdapter(Drawing), text.replace('"red"', '"re"')).colour is None


def test_a_whole_value_is_what_it_will_be() -> None:
    text = '{"colour": "red", "parts": [], "made": "2026-11-22", "by": {"x": 1}}'

    assert validate_partial(TypeAdapter(Drawing), text) == TypeAdapter(Drawing).validate_json(text)
