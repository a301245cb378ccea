"""sentry-sdk: a span for each call and stream, on both clients."""

from __future__ import annotations

import asyncio
from typing import Any

import sentry_sdk
from sentry_sdk.integrations.anthropic import AnthropicIntegration

from claude_client.sandbox import API_KEY, Sandbox

spans: list[Any] = []


class Kept(sentry_sdk.transport.Transport):
    """Keeps what would be sent."""

    def capture_envelope(self, envelope: Any) -> None:
        for item in envelope.items:
            if item.type == "span":
                spans.extend(item.payload.json["items"])
            elif item.type == "transaction":
                spans.extend(item.payload.json["spans"])


sentry_sdk.init(
    dsn="https://key@sentry.invalid/1",
    traces_sample_rate=1.0,
    transport=Kept(),
    default_integrations=False,
    integrations=[AnthropicIntegration()],
)

import anthropic  # noqa: E402

ASKED = {"model": "claude-sonnet-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Hi"}]}


async def call_async(client: anthropic.AsyncAnthropic) -> None:
    await client.messages.create(**ASKED)
    async with client.messages.stream(**ASKED) as stream:
        assert await stream.get_final_text()
    async for _ in await client.messages.create(stream=True, **ASKED):
        pass


def call_everything(url: str) -> None:
    """Seven calls, twice the same among them."""
    client = anthropic.Anthropic(api_key=API_KEY, base_url=url)
    client.messages.create(**ASKED)
    client.messages.create(**ASKED)
    with client.messages.stream(**ASKED) as stream:
        assert "".join(stream.text_stream)
    for _ in client.messages.create(stream=True, **ASKED):
        pass
    asyncio.run(call_async(anthropic.AsyncAnthropic(api_key=API_KEY, base_url=url)))


with Sandbox() as sandbox, sentry_sdk.start_transaction(name="calls"):
    call_everything(sandbox.url)
sentry_sdk.flush()
assert len([span for span in spans if "claude-sonnet-5" in str(span)]) == 7, spans
print("sentry: ok")
