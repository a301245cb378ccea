"""What the client does, in eight short steps that can be read, and copied, one by one.

`scripts/quickstart` runs them: on the API where ANTHROPIC_API_KEY is set, which costs a few cents, else on the sandbox,
which needs neither a key nor a network and replies by rules, without a model.
"""

import asyncio
from pathlib import Path

from claude_client import AsyncClient, Client, NotFoundError, __version__, document, image, tool
from claude_client.types import ContentBlockParam, MessageParam

MODEL = "claude-opus-5"
DATA = Path(__file__).parent / "data"


def user(*content: str | ContentBlockParam) -> list[MessageParam]:
    return [{"role": "user", "content": [{"type": "text", "text": c} if isinstance(c, str) else c for c in content]}]


async def ask_twenty_at_once() -> None:
    async with AsyncClient() as client:
        questions = [user(f"Name one fact about the number {number}.") for number in range(20)]
        calls = [client.messages.create(model=MODEL, max_tokens=100, messages=each) for each in questions]
        messages = await asyncio.gather(*calls)
    print(f"\nThe last of {len(messages)} messages that were requested at once:\n{messages[-1].text}")


@tool
def get_high_tide(harbour: str) -> str:
    """The time of the next high tide at a harbour."""
    print(f"get_high_tide({harbour!r}) is called, and returns 18:42")
    return "18:42"


with Client() as client:
    print(f"claude-client {__version__}, with {client.models.retrieve(MODEL).display_name}, on {client.base_url}\n")
    print(client.messages.create(model=MODEL, max_tokens=300, messages=user("Why does the sea look blue?")).text)

    asyncio.run(ask_twenty_at_once())

    print("\nA message while it arrives:")
    with client.messages.stream(model=MODEL, max_tokens=300, messages=user("Tell me about the tides.")) as stream:
        for text in stream.text_stream:
            print(text, end="", flush=True)
    print(f"\nit ended with {stream.get_final_message().stop_reason}\n")

    seen = user(image(DATA / "boat.png"), document(DATA / "invoice.pdf"), "What are these two?")
    print(client.messages.create(model=MODEL, max_tokens=300, messages=seen).text, "\n")

    tides = user("When is the next high tide in Galway?")
    runner = client.messages.run_tools(model=MODEL, max_tokens=500, tools=[get_high_tide], messages=tides)
    print(runner.until_done().text)

    print(f"\nThat question has {client.messages.count_tokens(model=MODEL, messages=tides).input_tokens} tokens.")
    try:
        client.models.retrieve("claude-of-tomorrow")
    except NotFoundError as error:
        print(f"{type(error).__name__}: {error.message} (status {error.status_code}, request {error.request_id})")
