"""What the client does, in eight short steps that can be read, and copied, one by one.

`scripts/quickstart` runs them: on the API where ANTHROPIC_API_KEY is set, which costs a few cents, else on the sandbox,
which needs neither key nor network and answers by rule, without a model.
"""

from __future__ import annotations

import asyncio
import base64
import textwrap
import time
from pathlib import Path

from claude_client import AsyncClient, Client, NotFoundError, __version__
from claude_client.types import Message, MessageParam, ToolParam, ToolResultBlockParam

MODEL = "claude-opus-5"
DATA = Path(__file__).parent / "data"


def main() -> None:
    with Client() as client:
        place = "the sandbox" if client.base_url.startswith("sandbox:") else client.base_url
        print(f"claude-client {__version__}, with {client.models.retrieve(MODEL).display_name}, on {place}")
        ask(client)
        asyncio.run(ask_twenty_at_once())
        stream(client)
        show_an_image(client)
        show_a_document(client)
        use_a_tool(client)
        count(client)
        fail(client)
    print("\nThat is all. The code of each step is in examples/quickstart.py.")


def ask(client: Client) -> None:
    title("One message")
    started = time.perf_counter()
    message = client.messages.create(
        model=MODEL,
        max_tokens=300,
        messages=[{"role": "user", "content": "Why does the sea look blue? One sentence."}],
    )
    show(message)
    note(f"{message.usage.input_tokens} tokens in, {message.usage.output_tokens} out, {milliseconds(started)}")


async def ask_twenty_at_once() -> None:
    title("Twenty messages at once, by the asynchronous client")
    async with AsyncClient() as client:
        started = time.perf_counter()
        messages = await asyncio.gather(
            *(
                client.messages.create(
                    model=MODEL,
                    max_tokens=100,
                    messages=[{"role": "user", "content": f"Name one fact about the number {number}."}],
                )
                for number in range(1, 21)
            )
        )
    show(messages[-1])
    tokens = sum(message.usage.output_tokens for message in messages)
    note(f"the last of {len(messages)} answers, {tokens} tokens in all, {milliseconds(started)}")


def stream(client: Client) -> None:
    title("An answer as it comes")
    parts = 0
    with client.messages.stream(
        model=MODEL,
        max_tokens=300,
        messages=[{"role": "user", "content": "Tell me about the tides in two sentences."}],
    ) as answer:
        print("    ", end="")
        for text in answer.text_stream:
            print(text, end="", flush=True)
            parts += 1
        message = answer.get_final_message()
    print()
    note(f"in {parts} parts; it ended with {message.stop_reason}")


def show_an_image(client: Client) -> None:
    title("An image: examples/data/boat.png")
    message = client.messages.create(
        model=MODEL,
        max_tokens=300,
        messages=[
            {
                "role": "user",
                "content": [
                    {
                        "type": "image",
                        "source": {"type": "base64", "media_type": "image/png", "data": encoded(DATA / "boat.png")},
                    },
                    {"type": "text", "text": "What is in this picture?"},
                ],
            }
        ],
    )
    show(message)


def show_a_document(client: Client) -> None:
    title("A document: examples/data/invoice.pdf")
    message = client.messages.create(
        model=MODEL,
        max_tokens=300,
        messages=[
            {
                "role": "user",
                "content": [
                    {
                        "type": "document",
                        "title": "invoice.pdf",
                        "source": {
                            "type": "base64",
                            "media_type": "application/pdf",
                            "data": encoded(DATA / "invoice.pdf"),
                        },
                    },
                    {"type": "text", "text": "What is the total of this invoice?"},
                ],
            }
        ],
    )
    show(message)


def use_a_tool(client: Client) -> None:
    title("A tool, called by the model and answered by this program")
    tool: ToolParam = {
        "name": "get_high_tide",
        "description": "The time of the next high tide at a harbour.",
        "input_schema": {"type": "object", "properties": {"harbour": {"type": "string"}}, "required": ["harbour"]},
    }
    messages: list[MessageParam] = [{"role": "user", "content": "When is the next high tide in Galway?"}]
    message = client.messages.create(model=MODEL, max_tokens=500, tools=[tool], messages=messages)
    while message.stop_reason == "tool_use":
        results: list[ToolResultBlockParam] = []
        for block in message.content:
            if block.type == "tool_use":
                note(f"{block.name}({block.input}) is called, and answers 18:42")
                results.append({"type": "tool_result", "tool_use_id": block.id, "content": "18:42"})
        # What the model answered goes back as it came.
        messages.append({"role": "assistant", "content": message.content})
        messages.append({"role": "user", "content": results})
        message = client.messages.create(model=MODEL, max_tokens=500, tools=[tool], messages=messages)
    show(message)


def count(client: Client) -> None:
    title("A count of tokens, which costs nothing")
    counted = client.messages.count_tokens(
        model=MODEL,
        messages=[{"role": "user", "content": Path(__file__).read_text(encoding="utf-8")}],
    )
    print(f"    This program has {counted.input_tokens:,} tokens.")


def fail(client: Client) -> None:
    title("An error, caught")
    try:
        client.models.retrieve("claude-of-tomorrow")
    except NotFoundError as error:
        print(f"    {type(error).__name__}: {error.message}")
        note(f"status {error.status_code}, type {error.type}, request {error.request_id}")


# ---- how it is shown ------------------------------------------------------------------------------------


def title(text: str) -> None:
    print(f"\n{text}\n{'-' * len(text)}")


def show(message: Message) -> None:
    """The text of an answer."""
    for block in message.content:
        if block.type == "text":
            print(textwrap.fill(block.text, 96, initial_indent="    ", subsequent_indent="    "))


def note(text: str) -> None:
    print(f"    [{text}]")


def milliseconds(started: float) -> str:
    return f"{(time.perf_counter() - started) * 1000:,.0f} ms"


def encoded(path: Path) -> str:
    """The content of a file as the API takes it within a message."""
    return base64.b64encode(path.read_bytes()).decode("ascii")


if __name__ == "__main__":
    main()
