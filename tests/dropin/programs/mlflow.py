"""mlflow: `mlflow.anthropic.autolog` traces calls in one piece, in a store of its own; beside it our spans are no doubles."""

from __future__ import annotations

import os
import tempfile

os.environ.update(MLFLOW_TRACKING_URI=f"file://{tempfile.mkdtemp()}", MLFLOW_ALLOW_FILE_STORE="true")

import anthropic
import mlflow
import mlflow.anthropic
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from claude_client.sandbox import API_KEY, Sandbox

exporter = InMemorySpanExporter()
provider = TracerProvider()
provider.add_span_processor(SimpleSpanProcessor(exporter))
trace.set_tracer_provider(provider)
mlflow.set_experiment("calls")
mlflow.anthropic.autolog()
os.environ["ANTHROPIC_OPEN_TELEMETRY"] = "true"

ASKED = {"model": "claude-sonnet-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Hi"}]}
with Sandbox() as sandbox:
    client = anthropic.Anthropic(api_key=API_KEY, base_url=sandbox.url)
    client.messages.create(**ASKED)
    client.messages.create(**ASKED)
mlflow.flush_trace_async_logging()
found = [span.name for each in mlflow.search_traces(return_type="list") for span in each.data.spans]
assert found == ["Messages.create"] * 2, found
assert [span.name for span in exporter.get_finished_spans()] == ["chat claude-sonnet-5"] * 2
print("mlflow: ok")
