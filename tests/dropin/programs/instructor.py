"""instructor: typed results of tools, on both clients, with a retry after one that does not validate."""

from __future__ import annotations

import asyncio

import anthropic
import instructor
from pydantic import BaseModel

from claude_client.sandbox import API_KEY, Sandbox


class City(BaseModel):
    name: str
    people: int


ASKED = {"model": "claude-sonnet-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Which?"}]}

with Sandbox() as sandbox:
    client = instructor.from_anthropic(anthropic.Anthropic(api_key=API_KEY, base_url=sandbox.url))
    sandbox.reply(tool_use=("City", {"name": "Galway"})).reply(tool_use=("City", {"name": "Galway", "people": 85_910}))
    city = client.messages.create(response_model=City, max_retries=2, **ASKED)
    assert (city.name, city.people) == ("Galway", 85_910)
    assert len(sandbox.requests) == 2

    async def main() -> None:
        client = instructor.from_anthropic(anthropic.AsyncAnthropic(api_key=API_KEY, base_url=sandbox.url))
        sandbox.reply(tool_use=("City", {"name": "Cork", "people": 224_000}))
        city = await client.messages.create(response_model=City, **ASKED)
        assert (city.name, city.people) == ("Cork", 224_000)

    asyncio.run(main())
    print("instructor: ok")
