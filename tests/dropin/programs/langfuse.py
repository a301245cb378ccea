"""langfuse: takes our spans, one generation for each call, with tokens and content where that is asked for."""

from __future__ import annotations

import asyncio
import os

from langfuse import Langfuse
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from claude_client.sandbox import API_KEY, Sandbox

exporter = InMemorySpanExporter()
langfuse = Langfuse(
    public_key="pk-lf-x",
    secret_key="sk-lf-x",
    host="http://127.0.0.1:9",
    span_exporter=exporter,
    tracer_provider=TracerProvider(),
)
os.environ["ANTHROPIC_OPEN_TELEMETRY"] = "true"

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


from opentelemetry import trace  # noqa: E402

trace.set_tracer_provider(langfuse._resources.tracer_provider)
with Sandbox() as sandbox:
    call_everything(sandbox.url)
langfuse.flush()
spans = exporter.get_finished_spans()
assert [span.name for span in spans] == ["chat claude-sonnet-5"] * 7, [span.name for span in spans]
assert all(span.attributes["gen_ai.usage.output_tokens"] for span in spans)
print("langfuse: ok")
