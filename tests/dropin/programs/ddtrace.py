"""ddtrace: a span for each call and stream, on both clients."""

from __future__ import annotations

import asyncio
import os
from typing import Any

os.environ.update(
    DD_INSTRUMENTATION_TELEMETRY_ENABLED="false", DD_REMOTE_CONFIGURATION_ENABLED="false", DD_TRACE_STARTUP_LOGS="false"
)

from ddtrace import patch
from ddtrace.trace import TraceFilter, tracer

from claude_client.sandbox import API_KEY, Sandbox

spans: list[Any] = []


class Kept(TraceFilter):
    """Keeps what would be sent."""

    def process_trace(self, trace: list[Any]) -> None:
        spans.extend(trace)


tracer.configure(trace_processors=[Kept()])
patch(anthropic=True)

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


with Sandbox() as sandbox:
    call_everything(sandbox.url)
tracer.flush()
assert [span.error for span in spans if span.name == "anthropic.request"] == [0] * 7, spans
print("ddtrace: ok")
