"""Drives a sandbox with OpenAI's package: `python openai_calls.py SETTINGS sync|async|plain`.

Not a test: `test_openai.py` runs it in the environment that has the package. It prints a word for each step.
"""

from __future__ import annotations

import asyncio
import inspect
import json
import sys
from typing import Any

import openai

MODEL = "claude-opus-5"
QUESTION: Any = [{"role": "user", "content": "hi"}]
PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
TOOLS: Any = [
    {
        "type": "function",
        "function": {
            "name": "get_weather",
            "description": "The weather in a city.",
            "parameters": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
        },
    }
]


async def value(given: Any) -> Any:
    """What a call gives, on either client."""
    return await given if inspect.isawaitable(given) else given


async def listed(given: Any) -> list[Any]:
    """All items of a stream or list."""
    found = await value(given) if inspect.iscoroutine(given) else given
    return [each async for each in found] if hasattr(found, "__aiter__") else list(found)


async def main(client: Any, how: str) -> None:
    create = client.chat.completions.create
    plain = await value(
        create(model=MODEL, messages=[{"role": "system", "content": "Be brief."}, *QUESTION], temperature=2)
    )
    assert plain.choices[0].message.content
    assert plain.choices[0].finish_reason == "stop"
    assert plain.usage.total_tokens == plain.usage.prompt_tokens + plain.usage.completion_tokens
    assert plain._request_id.startswith("req_")
    print("plain")
    if how == "plain":
        return

    chunks = await listed(create(model=MODEL, messages=QUESTION, stream=True, stream_options={"include_usage": True}))
    assert "".join(chunk.choices[0].delta.content or "" for chunk in chunks)
    assert chunks[-1].usage.total_tokens > 0
    print("streamed")

    called = await value(create(model=MODEL, messages=QUESTION, tools=TOOLS, tool_choice="required"))
    [call] = called.choices[0].message.tool_calls
    assert json.loads(call.function.arguments)["city"]
    told = [*QUESTION, called.choices[0].message, {"role": "tool", "tool_call_id": call.id, "content": "sunny"}]
    assert "sunny" in (await value(create(model=MODEL, messages=told, tools=TOOLS))).choices[0].message.content
    chunks = await listed(create(model=MODEL, messages=QUESTION, tools=TOOLS, tool_choice="required", stream=True))
    deltas = [delta for chunk in chunks for delta in chunk.choices[0].delta.tool_calls or ()]
    assert json.loads("".join(delta.function.arguments or "" for delta in deltas))["city"]
    print("tools")

    parts = [{"type": "text", "text": "What is it?"}, {"type": "image_url", "image_url": {"url": PIXEL}}]
    assert (await value(create(model=MODEL, messages=[{"role": "user", "content": parts}]))).choices
    print("image")

    for error, params in (
        (openai.NotFoundError, {"model": "none"}),
        (openai.BadRequestError, {"model": MODEL, "n": 2}),
        (openai.RateLimitError, {"model": MODEL, "extra_headers": {"x-sandbox-fault": "429"}}),
    ):
        caught: Any = None
        try:
            await value(create(messages=QUESTION, **params))
        except error as failure:
            caught = failure
        assert caught is not None, error
        assert caught.request_id.startswith("req_")
        assert caught.code == caught.type
    print("errors")

    models = await listed(client.models.list())
    assert MODEL in [model.id for model in models]
    assert (await value(client.models.retrieve(MODEL))).owned_by == "anthropic"
    print("models")


if __name__ == "__main__":
    _, settings, how = sys.argv
    options = {**json.loads(settings), "max_retries": 0}
    if how == "async":

        async def run() -> None:
            async with openai.AsyncOpenAI(**options) as client:
                await main(client, how)

        asyncio.run(run())
    else:
        asyncio.run(main(openai.OpenAI(**options), how))
