"""Code written for the official package. Only the import differs."""

import asyncio

import claude_client as anthropic
from claude_client.types import MessageParam, ToolParam, ToolResultBlockParam

MODEL = "claude-opus-5"


def main() -> None:
    client = anthropic.Anthropic(max_retries=3, timeout=anthropic.Timeout(60.0, connect=5.0))
    history: list[MessageParam] = [{"role": "user", "content": "What is the weather in Paris?"}]
    weather: ToolParam = {
        "name": "get_weather",
        "description": "The weather in a city.",
        "input_schema": {"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
    }

    message = client.messages.create(
        model=MODEL, max_tokens=500, messages=history, tools=[weather], tool_choice={"type": "any"}
    )
    for block in message.content:
        if block.type == "tool_use":
            print("tool:", block.name, sorted(block.to_dict()))
            history.append({"role": "assistant", "content": message.content})
            result: ToolResultBlockParam = {"type": "tool_result", "tool_use_id": block.id, "content": "sunny"}
            history.append({"role": "user", "content": [result]})

    with client.messages.stream(model=MODEL, max_tokens=500, messages=history, tools=[weather]) as stream:
        for event in stream:
            if event.type == "text":
                print("text:", event.text)
        print("stopped:", stream.get_final_message().stop_reason)

    print("models:", len(list(client.models.list(limit=5))))
    raw = client.messages.with_raw_response.count_tokens(model=MODEL, messages=history)
    print("status:", raw.status_code, "tokens:", raw.parse().input_tokens > 0)
    try:
        client.messages.create(model="no-such-model", max_tokens=1, messages=history)
    except anthropic.NotFoundError as error:
        print("error:", error.status_code, type(error).__name__)
    asyncio.run(on_the_async_client(history))


async def on_the_async_client(history: list[MessageParam]) -> None:
    async with anthropic.AsyncAnthropic() as client:
        stream = await client.messages.create(model=MODEL, max_tokens=20, messages=history[:1], stream=True)
        print("events:", [event.type async for event in stream][-1])
        print("page:", len((await client.models.list(limit=2)).data))


if __name__ == "__main__":
    main()
