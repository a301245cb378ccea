"""logfire: shows our spans, one for each call; what `instrument_anthropic` replaces, this package does not call."""

from __future__ import annotations

import asyncio
import os

import logfire
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from claude_client.sandbox import API_KEY, Sandbox

exporter = InMemorySpanExporter()
logfire.configure(send_to_logfire=False, console=False, additional_span_processors=[SimpleSpanProcessor(exporter)])
os.environ["ANTHROPIC_OPEN_TELEMETRY"] = "true"

import anthropic  # noqa: E402

logfire.instrument_anthropic()

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


with Sandbox() as sandbox, logfire.span("work"):
    call_everything(sandbox.url)
spans = exporter.get_finished_spans()
assert [span.name for span in spans] == ["chat claude-sonnet-5"] * 7 + ["work"], [span.name for span in spans]
assert {span.parent.span_id for span in spans[:7]} == {spans[7].context.span_id}
print("logfire: ok")
