"""opentelemetry-instrumentation-anthropic (traceloop): spans for calls and streams, on both clients."""

from __future__ import annotations

import asyncio
import os

from opentelemetry import trace
from opentelemetry.instrumentation.anthropic import AnthropicInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from claude_client.sandbox import API_KEY, Sandbox

exporter = InMemorySpanExporter()
provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(exporter))
AnthropicInstrumentor().instrument(tracer_provider=provider)

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
spans = exporter.get_finished_spans()
# As with the official package: a stream whose pieces of text are read alone gets none.
assert len(spans) == 6, [span.name for span in spans]
assert "ERROR" not in [span.status.status_code.name for span in spans]

# Our own spans stay away from calls that have one of the instrumentor's.
exporter.clear()
trace.set_tracer_provider(provider)
os.environ["ANTHROPIC_OPEN_TELEMETRY"] = "true"
with Sandbox() as sandbox:
    call_everything(sandbox.url)
spans = exporter.get_finished_spans()
assert len(spans) == 6, [(span.instrumentation_scope.name, span.name) for span in spans]
print("traceloop: ok")
