"""opentelemetry-instrumentation-httpx: its spans are of HTTP requests, inside of ours; none for our own transport."""

from __future__ import annotations

import asyncio
import os
from collections import Counter

import httpx
from opentelemetry import trace
from opentelemetry.instrumentation.httpx import HTTPXClientInstrumentor
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from claude_client.sandbox import API_KEY, Sandbox

exporter = InMemorySpanExporter()
provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(exporter))
trace.set_tracer_provider(provider)
HTTPXClientInstrumentor().instrument(tracer_provider=provider)
os.environ["ANTHROPIC_OPEN_TELEMETRY"] = "true"

import anthropic  # noqa: E402

ASKED = {"model": "claude-sonnet-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Hi"}]}


async def call_async(url: str, http_client: httpx.AsyncClient | None) -> None:
    client = anthropic.AsyncAnthropic(api_key=API_KEY, base_url=url, http_client=http_client)
    await client.messages.create(**ASKED)
    async with client.messages.stream(**ASKED) as stream:
        assert await stream.get_final_text()


def call_everything(url: str, *, given: bool) -> Counter[str]:
    """Four calls; how many spans there are of each kind."""
    exporter.clear()
    client = anthropic.Anthropic(api_key=API_KEY, base_url=url, http_client=httpx.Client() if given else None)
    client.messages.create(**ASKED)
    with client.messages.stream(**ASKED) as stream:
        assert "".join(stream.text_stream)
    asyncio.run(call_async(url, httpx.AsyncClient() if given else None))
    return Counter(span.instrumentation_scope.name for span in exporter.get_finished_spans())


with Sandbox() as sandbox:
    assert call_everything(sandbox.url, given=False) == {"claude_client": 4}
    assert call_everything(sandbox.url, given=True) == {
        "claude_client": 4,
        "opentelemetry.instrumentation.httpx": 4,
    }
ours = {
    span.context.span_id for span in exporter.get_finished_spans() if span.instrumentation_scope.name == "claude_client"
}
inside = [
    span.parent and span.parent.span_id for span in exporter.get_finished_spans() if span.context.span_id not in ours
]
assert {*inside} == ours
print("httpx_instrumentor: ok")
