"""`/v1/messages` and `/v1/messages/count_tokens` over real HTTP."""

from __future__ import annotations

import base64
import json
import struct
import zlib
from typing import Any

import httpx
import pytest

from claude_client.sandbox import Sandbox

from .asking import WEATHER, body, events, message, text


def png(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunk = b"IHDR" + header
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))


def image(data: bytes, media_type: str = "image/png") -> dict[str, Any]:
    return {"type": "image", "source": {"type": "base64", "media_type": media_type, "data": encoded(data)}}


def encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def test_a_reply_refers_to_the_question(api: httpx.Client) -> None:
    reply = message(api, "Who wrote Faust?")

    assert "Who wrote Faust?" in text(reply)
    assert reply["stop_reason"] == "end_turn"
    assert reply["role"] == "assistant"
    assert reply["model"] == "claude-opus-5"


def test_the_same_request_gets_the_same_reply_under_another_id(api: httpx.Client) -> None:
    first, second = message(api), message(api)

    assert first["id"] != second["id"]
    assert first["content"] == second["content"]
    assert first["usage"] == second["usage"]


def test_an_alias_stands_for_the_model_that_it_stands_for(api: httpx.Client) -> None:
    assert message(api, model="claude-haiku-4-5")["model"] == "claude-haiku-4-5-20251001"


def test_a_reply_ends_at_max_tokens(api: httpx.Client) -> None:
    reply = message(api, max_tokens=5)

    assert reply["stop_reason"] == "max_tokens"
    assert reply["usage"]["output_tokens"] == 5
    assert text(message(api)).startswith(text(reply))


def test_a_reply_ends_before_a_stop_sequence(api: httpx.Client) -> None:
    reply = message(api, "Is Paris nice?", stop_sequences=["never said", "Paris"])

    assert reply["stop_reason"] == "stop_sequence"
    assert reply["stop_sequence"] == "Paris"
    assert text(reply) == 'You asked: "Is '


def test_the_schema_of_the_output_counts_too(api: httpx.Client) -> None:
    schema = {"type": "object", "properties": {"city": {"type": "string"}}, "additionalProperties": False}
    asked = body("Where?", output_config={"format": {"type": "json_schema", "schema": schema}})

    def counted(request: dict[str, Any]) -> int:
        fields = {name: value for name, value in request.items() if name != "max_tokens"}
        return int(api.post("/v1/messages/count_tokens", json=fields).json()["input_tokens"])

    schemaless = counted(body("Where?"))
    assert counted(asked) > schemaless + 10
    assert api.post("/v1/messages", json=asked).json()["usage"]["input_tokens"] == counted(asked)


def test_counted_tokens_are_the_tokens_that_usage_tells(api: httpx.Client) -> None:
    asked = body("What is in the picture?", system="Be brief.", tools=[WEATHER])
    counted = api.post("/v1/messages/count_tokens", json={k: v for k, v in asked.items() if k != "max_tokens"})

    assert counted.json() == {"input_tokens": message(api, **asked)["usage"]["input_tokens"]}


def test_more_to_read_is_more_tokens(api: httpx.Client) -> None:
    short, long = (message(api, "word " * count)["usage"]["input_tokens"] for count in (10, 100))

    assert long == short + 90


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"max_tokens": 3},
        {"stop_sequences": ["France"]},
        {"tools": [WEATHER], "question": "What is the weather in Paris?"},
        {"thinking": {"type": "adaptive"}},
        {"thinking": {"type": "enabled", "budget_tokens": 1024}, "max_tokens": 2000},
        {"thinking": {"type": "adaptive", "display": "omitted"}},
    ],
)
def test_the_events_of_a_stream_amount_to_the_message(api: httpx.Client, fields: dict[str, Any]) -> None:
    question = fields.pop("question", "What is the capital of France?")
    whole, streamed = message(api, question, **fields), message(api, question, stream=True, **fields)

    for reply in (whole, streamed):
        del reply["id"]
        for block in reply["content"]:
            block.pop("id", None)
    assert streamed == whole


def test_a_stream_has_the_events_of_the_api_in_their_order(api: httpx.Client) -> None:
    stream = events(api, body("Who wrote Faust?", thinking={"type": "adaptive"}))

    kinds = [event["type"] for event in stream]
    assert kinds[:3] == ["message_start", "content_block_start", "ping"]
    assert kinds[-3:] == ["content_block_stop", "message_delta", "message_stop"]
    deltas = [event["delta"]["type"] for event in stream if event["type"] == "content_block_delta"]
    assert deltas.count("thinking_delta") > 1
    assert deltas.count("signature_delta") == 1
    assert deltas.count("text_delta") > 1
    assert stream[0]["message"]["content"] == []
    assert stream[0]["message"]["stop_reason"] is None


def test_a_tool_that_the_question_speaks_of_is_called_with_arguments_that_fit(api: httpx.Client) -> None:
    reply = message(api, "What will the weather be in New York, for 3 days, in celsius?", tools=[WEATHER])

    assert reply["stop_reason"] == "tool_use"
    call = reply["content"][-1]
    assert call["type"] == "tool_use"
    assert call["name"] == "get_weather"
    assert call["input"] == {"city": "New York", "unit": "celsius", "days": 3}


def test_the_input_of_a_tool_is_streamed_as_pieces_of_json(api: httpx.Client) -> None:
    stream = events(api, body("What is the weather in Oslo?", tools=[WEATHER]))

    pieces = [e["delta"]["partial_json"] for e in stream if e.get("delta", {}).get("type") == "input_json_delta"]
    assert len(pieces) > 2
    assert json.loads("".join(pieces))["city"] == "Oslo"


def test_a_tool_that_the_question_does_not_speak_of_is_left_alone(api: httpx.Client) -> None:
    assert message(api, "Who wrote Faust?", tools=[WEATHER])["stop_reason"] == "end_turn"


@pytest.mark.parametrize("choice", [{"type": "any"}, {"type": "tool", "name": "get_weather"}])
def test_a_tool_is_called_when_it_has_to_be(api: httpx.Client, choice: dict[str, str]) -> None:
    reply = message(api, "Who wrote Faust?", tools=[WEATHER], tool_choice=choice)

    assert reply["content"][-1]["name"] == "get_weather"


def test_no_tool_is_called_when_none_may_be(api: httpx.Client) -> None:
    reply = message(api, "What is the weather in Oslo?", tools=[WEATHER], tool_choice={"type": "none"})

    assert reply["stop_reason"] == "end_turn"


def test_what_a_tool_returned_is_used(api: httpx.Client) -> None:
    question = {"role": "user", "content": "What is the weather in Oslo?"}
    call = message(api, tools=[WEATHER], messages=[question])
    result = {"type": "tool_result", "tool_use_id": call["content"][-1]["id"], "content": "17 degrees, rain"}

    reply = message(
        api,
        tools=[WEATHER],
        messages=[
            question,
            {"role": "assistant", "content": call["content"]},
            {"role": "user", "content": [result]},
        ],
    )

    assert reply["stop_reason"] == "end_turn"
    assert "get_weather answered: 17 degrees, rain" in text(reply)
    assert "What is the weather in Oslo?" in text(reply)


def test_a_tool_that_is_cut_off_by_max_tokens_has_an_unfinished_input(api: httpx.Client) -> None:
    asked = body("What is the weather in Oslo?", tools=[WEATHER], max_tokens=14)
    stream = events(api, asked)

    pieces = [e["delta"]["partial_json"] for e in stream if e.get("delta", {}).get("type") == "input_json_delta"]
    with pytest.raises(json.JSONDecodeError):
        json.loads("".join(pieces))
    assert stream[-2]["delta"]["stop_reason"] == "max_tokens"
    assert stream[-2]["usage"]["output_tokens"] == 14


def test_thinking_comes_first_and_is_signed(api: httpx.Client) -> None:
    reply = message(api, thinking={"type": "enabled", "budget_tokens": 1024}, max_tokens=2000)

    thinking, said = reply["content"]
    assert thinking["type"] == "thinking"
    assert thinking["signature"]
    assert said["type"] == "text"
    assert 0 < reply["usage"]["output_tokens_details"]["thinking_tokens"] < reply["usage"]["output_tokens"]


def test_thinking_can_be_sent_back_only_unchanged(api: httpx.Client) -> None:
    thinking = {"type": "adaptive"}
    reply = message(api, "One?", thinking=thinking)
    history = [
        {"role": "user", "content": "One?"},
        {"role": "assistant", "content": reply["content"]},
        {"role": "user", "content": "Two?"},
    ]

    assert "This is turn 2" in text(message(api, thinking=thinking, messages=history))
    reply["content"][0]["thinking"] += "!"
    refused = api.post("/v1/messages", json=body(thinking=thinking, messages=history))
    assert refused.status_code == 400
    assert refused.json()["error"]["message"].startswith("messages.1.content.0.thinking.signature:")


def test_an_image_is_described_by_what_its_bytes_say(api: httpx.Client) -> None:
    reply = message(api, [image(png(640, 480)), {"type": "text", "text": "What is this?"}])

    assert "an image (image/png, 640 x 480 pixels, 33 bytes)" in text(reply)


def test_a_pdf_is_described_by_what_its_bytes_say(api: httpx.Client) -> None:
    pdf = b"%PDF-1.7\n<< /Type /Page >>\n<< /Type /Page >>\n<< /Type /Pages /Count 2 >>\n%%EOF"
    source = {"type": "base64", "media_type": "application/pdf", "data": encoded(pdf)}

    reply = message(api, [{"type": "document", "source": source}, {"type": "text", "text": "Sum up."}])

    assert f"a PDF (application/pdf, 2 pages, {len(pdf)} bytes)" in text(reply)


def test_a_document_with_citations_is_cited(api: httpx.Client) -> None:
    source = {"type": "text", "media_type": "text/plain", "data": "Grass is green. Sky is blue."}
    block = {"type": "document", "source": source, "title": "Colors", "citations": {"enabled": True}}

    reply = message(api, [block, {"type": "text", "text": "What is grass?"}], stream=True)

    (citation,) = reply["content"][-1]["citations"]
    assert citation["type"] == "char_location"
    assert citation["cited_text"] == "Grass is green."
    assert citation["document_title"] == "Colors"


def test_structured_output_fits_its_schema(api: httpx.Client) -> None:
    schema = {
        "type": "object",
        "properties": {"name": {"type": "string"}, "age": {"type": "integer"}, "tags": {"type": "array"}},
        "required": ["name", "age", "tags"],
        "additionalProperties": False,
    }

    reply = message(api, "Ada is 36", output_config={"format": {"type": "json_schema", "schema": schema}})

    found = json.loads(text(reply))
    assert found["age"] == 36
    assert isinstance(found["name"], str)
    assert isinstance(found["tags"], list)


def test_a_reply_goes_on_where_the_request_began_it(api: httpx.Client) -> None:
    history = [{"role": "user", "content": "Go on."}, {"role": "assistant", "content": "Once upon a time"}]

    assert "Once upon a time" in text(message(api, messages=history))


def test_a_client_that_leaves_a_stream_is_noticed(told: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    told.reply("word " * 50_000)
    headers = {"x-api-key": told.api_key, "anthropic-version": "2023-06-01"}

    with httpx.Client(base_url=told.url, headers=headers) as client:
        with client.stream("POST", "/v1/messages", json={**body(), "stream": True}) as reply:
            next(reply.iter_bytes())
        message(client)

    # asyncio warns of each write to a connection that is gone
    assert [record.getMessage() for record in caplog.records if record.name == "asyncio"] == []
