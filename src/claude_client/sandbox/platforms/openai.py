"""`POST /v1/chat/completions` and `GET /v1/models` as OpenAI's package knows them.

The API has an endpoint of this form for trying Claude with that package. What is mapped, ignored and refused follows
its documentation; where that is silent, the choice is the sandbox's own: how stop reasons are named, what happens
without `max_tokens`, which API version applies, and the fields that a list of models has beside those of the API.

API: https://platform.claude.com/docs/en/cli-sdks-libraries/libraries/openai-sdk
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final, cast

from starlette.responses import Response

from ..errors import Refusal, invalid
from ..json_utils import Object
from .translation import Incoming, Outcome, Passage, as_object, error_of

PATH: Final = "/v1/chat/completions"
API_VERSION: Final = "2023-06-01"
DEFAULT_MAX_TOKENS: Final = 4096
_FINISH_REASONS: Final = {
    "end_turn": "stop",
    "stop_sequence": "stop",
    "pause_turn": "stop",
    "max_tokens": "length",
    "model_context_window_exceeded": "length",
    "tool_use": "tool_calls",
    "refusal": "content_filter",
}
_CHOICES: Final = {"auto": "auto", "none": "none", "required": "any"}
_LIMITS: Final = {"requests": "requests", "tokens": "tokens"}


class ChatDoor:
    """Chat completions."""

    def prefix(self, path: str) -> str | None:
        """The endpoint."""
        return "" if path == PATH else None

    def enter(self, incoming: Incoming) -> Passage:
        """The message that is asked for."""
        if incoming.method != "POST":
            raise Refusal(405, "Method Not Allowed", headers={"allow": "POST"})
        asked = incoming.object()
        body = message_params(asked)
        headers = {**incoming.headers, "anthropic-version": API_VERSION}
        wants_usage = bool(as_object(asked.get("stream_options")).get("include_usage"))
        chunks = _Chunks(include_usage=wants_usage)
        outcome = Outcome(headers=_headers, whole=_completion, event=chunks.chunk, end=chunks.end)
        return Passage("POST", "/v1/messages", json.dumps(body).encode(), headers, outcome)

    def render_refusal(self, refusal: Refusal, request_id: str) -> Response:
        """An error in OpenAI's form."""
        return openai_error(refusal, request_id)


class ModelsDoor:
    """The models, for OpenAI's package, which sends no API version and knows no further pages."""

    def is_for(self, headers: Mapping[str, str]) -> bool:
        """Whether a request comes from that package."""
        return headers.get("user-agent", "").startswith(("OpenAI/", "AsyncOpenAI/"))

    def prefix(self, path: str) -> str | None:
        """The endpoints."""
        return "" if path == "/v1/models" or path.startswith("/v1/models/") else None

    def enter(self, incoming: Incoming) -> Passage:
        """The same call, for all models."""
        headers = {**incoming.headers, "anthropic-version": API_VERSION}
        query = "limit=1000" if incoming.path == "/v1/models" else ""
        outcome = Outcome(headers=_headers, whole=_models)
        return Passage(incoming.method, incoming.path, incoming.body, headers, outcome, query)

    def render_refusal(self, refusal: Refusal, request_id: str) -> Response:
        """An error in OpenAI's form."""
        return openai_error(refusal, request_id)


def openai_error(refusal: Refusal, request_id: str) -> Response:
    """An error in OpenAI's form."""
    headers = {**refusal.headers, "request-id": request_id, "x-request-id": request_id}
    body = json.dumps({"error": _error(refusal.error())})
    return Response(body, refusal.status, headers, "application/json")


# ---- requests -------------------------------------------------------------------------------------------


def message_params(asked: Object) -> Object:
    """The parameters of `messages.create` that a chat completion stands for.

    Raises:
        Refusal: It asks for what there is not.
    """
    if asked.get("n") not in (None, 1):
        raise invalid("n: Input should be 1")
    if as_object(asked.get("response_format")).get("type") == "json_object":
        raise invalid("response_format.type: Input should be 'json_schema'")
    messages: Any = asked.get("messages")
    if not isinstance(messages, list):
        raise invalid("messages: Field required")
    system, turns = _conversation(cast("list[Object]", messages))
    limit = asked.get("max_completion_tokens") or asked.get("max_tokens") or DEFAULT_MAX_TOKENS
    params: Object = {"model": asked.get("model"), "max_tokens": limit, "messages": turns}
    if system:
        params["system"] = system
    if (temperature := asked.get("temperature")) is not None:
        params["temperature"] = min(temperature, 1) if isinstance(temperature, (int, float)) else temperature
    for name in ("top_p", "stream", "thinking"):
        if asked.get(name) is not None:
            params[name] = asked[name]
    stop: Any = asked.get("stop") or []
    sequences = [each for each in ([stop] if isinstance(stop, str) else stop) if str(each).strip()]
    if sequences:
        params["stop_sequences"] = sequences
    return params | _tools(asked)


def _tools(asked: Object) -> Object:
    tools: Any = asked.get("tools") or []
    functions = [tool["function"] for tool in tools if tool.get("type") == "function"]
    functions += cast("list[Object]", asked.get("functions") or [])
    if not functions:
        return {}
    params: Object = {"tools": [_tool(function) for function in functions]}
    choice: Any = asked.get("tool_choice")
    if isinstance(choice, str) and choice in _CHOICES:
        params["tool_choice"] = {"type": _CHOICES[choice]}
    elif isinstance(choice, dict):
        params["tool_choice"] = {"type": "tool", "name": choice["function"]["name"]}
    if asked.get("parallel_tool_calls") is False:
        chosen = params.setdefault("tool_choice", {"type": "auto"})
        if chosen["type"] != "none":
            chosen["disable_parallel_tool_use"] = True
    return params


def _tool(function: Object) -> Object:
    described = {"description": function["description"]} if function.get("description") else {}
    schema: Any = function.get("parameters") or {"type": "object", "properties": {}}
    return {"name": function.get("name"), **described, "input_schema": schema}


def _conversation(messages: list[Object]) -> tuple[str, list[Object]]:
    """The system prompt, of all messages that belong to it, and the turns."""
    system: list[str] = []
    turns: list[Object] = []
    for message in messages:
        role = message.get("role")
        if role in ("system", "developer"):
            system.append(_text(message.get("content")))
        elif role == "user":
            turns.append({"role": "user", "content": _user_content(message.get("content"))})
        elif role == "assistant":
            turns.append({"role": "assistant", "content": _assistant_content(message)})
        elif role in ("tool", "function"):
            _add_result(turns, message)
        else:
            raise invalid(f"messages.{len(turns)}.role: unknown role {role!r}")
    return "\n".join(system), turns


def _parts(content: object) -> Iterable[Object]:
    return cast("list[Object]", content) if isinstance(content, list) else ()


def _text(content: object) -> str:
    if isinstance(content, str):
        return content
    return "".join(str(part.get("text", "")) for part in _parts(content) if part.get("type") == "text")


def _user_content(content: object) -> object:
    if isinstance(content, str):
        return content
    blocks: list[Object] = []
    for part in _parts(content):
        if part.get("type") == "text":
            blocks.append({"type": "text", "text": part.get("text")})
        elif part.get("type") == "image_url":
            blocks.append({"type": "image", "source": _image(str(part["image_url"]["url"]))})
    return blocks


def _image(url: str) -> Object:
    if not url.startswith("data:"):
        return {"type": "url", "url": url}
    media_type, _, data = url.removeprefix("data:").partition(";base64,")
    return {"type": "base64", "media_type": media_type, "data": data}


def _assistant_content(message: Object) -> object:
    text = _text(message.get("content"))
    calls = [_call(call.get("id"), call["function"]) for call in cast("list[Object]", message.get("tool_calls") or [])]
    if message.get("function_call"):
        calls.append(_call(None, message["function_call"]))
    if not calls:
        return text
    return [*([{"type": "text", "text": text}] if text else []), *calls]


def _call(id: object, function: Object) -> Object:
    try:
        given = as_object(json.loads(function.get("arguments") or "{}"))
    except ValueError:
        given = {}
    return {"type": "tool_use", "id": id or _id_of(function.get("name")), "name": function.get("name"), "input": given}


def _id_of(function: object) -> str:
    """The id of a call in the old form, which has none: there is one call of a name in a turn."""
    return f"toolu_function_{function}"


def _add_result(turns: list[Object], message: Object) -> None:
    """Put a result into the turn of the user; those of one turn of the assistant stand together."""
    block = {
        "type": "tool_result",
        "tool_use_id": message.get("tool_call_id") or _id_of(message.get("name")),
        "content": _text(message.get("content")),
    }
    last: Any = turns[-1] if turns else None
    if last and last["role"] == "user" and isinstance(last["content"], list) and _is_of_results(last["content"]):
        last["content"].append(block)
    else:
        turns.append({"role": "user", "content": [block]})


def _is_of_results(blocks: list[Object]) -> bool:
    return all(block["type"] == "tool_result" for block in blocks)


# ---- responses ------------------------------------------------------------------------------------------


def _headers(_status: int, headers: Mapping[str, str]) -> dict[str, str]:
    turned = dict(headers)
    turned["x-request-id"] = headers.get("request-id", "")
    turned["openai-version"] = "2020-10-01"
    turned["openai-processing-ms"] = ""
    for kind in _LIMITS:
        for what in ("limit", "remaining", "reset"):
            if (value := headers.get(f"anthropic-ratelimit-{kind}-{what}")) is not None:
                turned[f"x-ratelimit-{what}-{kind}"] = value
    return turned


def _error(error: Object) -> Object:
    kind = error.get("type")
    return {"code": kind, "message": error.get("message"), "type": kind, "param": None}


def _usage(usage: Object) -> Object:
    read = sum(usage.get(name) or 0 for name in ("cache_creation_input_tokens", "cache_read_input_tokens"))
    prompt, completion = (usage.get("input_tokens") or 0) + read, usage.get("output_tokens") or 0
    return {
        "prompt_tokens": prompt,
        "completion_tokens": completion,
        "total_tokens": prompt + completion,
        "prompt_tokens_details": None,
        "completion_tokens_details": None,
    }


def _completion(status: int, body: bytes) -> bytes:
    """A whole message as a chat completion."""
    if status >= 400:
        return json.dumps({"error": _error(error_of(body))}).encode()
    message: Object = json.loads(body)
    texts = [block["text"] for block in message["content"] if block["type"] == "text"]
    calls = [
        {
            "id": block["id"],
            "type": "function",
            "function": {"name": block["name"], "arguments": json.dumps(block["input"])},
        }
        for block in message["content"]
        if block["type"] == "tool_use"
    ]
    said: Object = {"role": "assistant", "content": "".join(texts) if texts else None, "refusal": None}
    choice = {
        "index": 0,
        "message": said | ({"tool_calls": calls} if calls else {}),
        "finish_reason": _FINISH_REASONS.get(message["stop_reason"], "stop"),
        "logprobs": None,
    }
    completion = {
        "id": message["id"],
        "object": "chat.completion",
        "created": int(time.time()),
        "model": message["model"],
        "choices": [choice],
        "usage": _usage(message["usage"]),
        "service_tier": None,
        "system_fingerprint": None,
    }
    return json.dumps(completion).encode()


def _models(status: int, body: bytes) -> bytes:
    """A list of models, or one of them, with OpenAI's fields beside those of the API."""
    if status >= 400:
        return json.dumps({"error": _error(error_of(body))}).encode()
    value: Object = json.loads(body)
    if "data" in value:
        return json.dumps({"object": "list", **value, "data": [_model(each) for each in value["data"]]}).encode()
    return json.dumps(_model(value)).encode()


def _model(model: Object) -> Object:
    created = datetime.fromisoformat(str(model["created_at"]).replace("Z", "+00:00"))
    return {**model, "object": "model", "created": int(created.timestamp()), "owned_by": "anthropic"}


class _Chunks:
    """The chunks of a streamed completion, one event of the message after the other."""

    def __init__(self, *, include_usage: bool) -> None:
        self._include_usage = include_usage
        self._head: Object = {}
        self._usage: Object = {}
        self._calls: dict[int, int] = {}
        """The number of a call of a function by the index of its block."""

    def chunk(self, event: Object) -> bytes:
        """What an event becomes; nothing where it says nothing in OpenAI's form."""
        kind = event.get("type")
        if kind == "error":
            return b"data: " + json.dumps({"error": _error(event["error"])}).encode() + b"\n\n"
        if kind == "message_start":
            message = event["message"]
            self._usage = dict(message["usage"])
            self._head = {
                "id": message["id"],
                "object": "chat.completion.chunk",
                "created": int(time.time()),
                "model": message["model"],
            }
            return self._send({"role": "assistant", "content": ""})
        if kind == "content_block_start" and event["content_block"]["type"] == "tool_use":
            block = event["content_block"]
            self._calls[event["index"]] = number = len(self._calls)
            function = {"name": block["name"], "arguments": ""}
            return self._send(
                {"tool_calls": [{"index": number, "id": block["id"], "type": "function", "function": function}]}
            )
        if kind == "content_block_delta":
            return self._delta(event["index"], event["delta"])
        if kind == "message_delta":
            self._usage.update({name: value for name, value in event["usage"].items() if value is not None})
            return self._send({}, _FINISH_REASONS.get(event["delta"]["stop_reason"], "stop"))
        return b""

    def end(self) -> bytes:
        """What ends the stream."""
        return b"data: [DONE]\n\n"

    def _delta(self, index: int, delta: Object) -> bytes:
        if delta["type"] == "text_delta":
            return self._send({"content": delta["text"]})
        if delta["type"] == "input_json_delta" and index in self._calls and delta["partial_json"]:
            function = {"arguments": delta["partial_json"]}
            return self._send({"tool_calls": [{"index": self._calls[index], "function": function}]})
        return b""

    def _send(self, delta: Object, finish_reason: str | None = None) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": finish_reason, "logprobs": None}
        chunk: Object = {**self._head, "choices": [choice]}
        if finish_reason is not None and self._include_usage:
            # In the last chunk itself, not in one of its own as OpenAI sends it.
            chunk["usage"] = _usage(self._usage)
        return b"data: " + json.dumps(chunk).encode() + b"\n\n"
