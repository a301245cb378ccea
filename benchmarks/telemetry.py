"""What OpenTelemetry costs a call: spans and metrics of a real SDK, on and off in turns, beside the official package.

    python -m benchmarks.telemetry
    python -m benchmarks.telemetry --calls 300 --rounds 100

CPU time of this process, calls on a transport that responds at once. Samples without and with are taken in turns, and
the lowest of all rounds count. Spans go to a processor that drops them: what exporting takes, takes the
exporter. Where the official package and `opentelemetry-sdk` are installed (`.venv-peer`, or BENCHMARK_PEER_PYTHON), it
is measured in the same way; it has no metrics.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, Final

AT_MOST_US: Final = 60.0
"""A call with its span; metrics come on top."""

ASK: Final[Any] = {"model": "claude-opus-5", "max_tokens": 100, "messages": [{"role": "user", "content": "Hello"}]}
MESSAGE: Final[Any] = {
    "id": "msg_1",
    "type": "message",
    "role": "assistant",
    "model": "claude-opus-5",
    "content": [{"type": "text", "text": "Hello."}],
    "stop_reason": "end_turn",
    "stop_sequence": None,
    "usage": {"input_tokens": 3, "output_tokens": 2},
}


def http_client(library: str) -> Any:
    """A client whose transport responds at once, of the library that a package sends with."""
    http: Any = import_module(library)
    body = json.dumps(MESSAGE).encode()
    headers = {"content-type": "application/json", "request-id": "req_1", "anthropic-organization-id": "org_1"}
    return http.Client(transport=http.MockTransport(lambda _: http.Response(200, content=body, headers=headers)))


def providers() -> tuple[Any, Any]:
    """Where spans and metrics go: a real SDK, whose exporters are left out."""
    from opentelemetry.sdk.metrics import MeterProvider
    from opentelemetry.sdk.metrics.export import InMemoryMetricReader
    from opentelemetry.sdk.trace import SpanProcessor, TracerProvider

    tracer_provider = TracerProvider()
    tracer_provider.add_span_processor(SpanProcessor())
    return tracer_provider, MeterProvider([InMemoryMetricReader()])


def calls(package: str) -> dict[str, Callable[[], object]]:
    """A call without anything, and the same with what is measured."""
    tracer_provider, meter_provider = providers()
    of_spans: Any = {"tracer_provider": tracer_provider}
    options: dict[str, Any] = {"off": False, "spans": of_spans}
    if package == "claude_client":
        options["spans"] = {**of_spans, "metrics": False}
        options["spans and metrics"] = {**of_spans, "meter_provider": meter_provider}
        options["spans and content"] = {**of_spans, "metrics": False, "traces": {"content_mode": "content"}}
        library = "httpx"
    else:
        options["spans and content"] = {**of_spans, "traces": {"content_mode": "content"}}
        library = "httpx2"
    make: Any = import_module(package).Anthropic

    def call(option: Any) -> Callable[[], object]:
        client = make(api_key="x", http_client=http_client(library), open_telemetry=option)
        return lambda: client.messages.create(**ASK)

    made = {name: call(option) for name, option in options.items()}
    return {**made, "bare span of the SDK": with_bare_span(tracer_provider, made["off"])}


def with_bare_span(tracer_provider: Any, call: Callable[[], object]) -> Callable[[], object]:
    """The same call in a span with as many attributes as ours has, and nothing else: what the SDK takes by itself."""
    from opentelemetry import context, trace

    tracer = tracer_provider.get_tracer("bare")
    at_start: Any = {f"of.the.request.{number}": "value" for number in range(9)}
    at_end: Any = {f"of.the.response.{number}": number for number in range(9)}

    def run() -> None:
        span = tracer.start_span("bare", kind=trace.SpanKind.CLIENT, attributes=at_start)
        token = context.attach(trace.set_span_in_context(span))
        call()
        context.detach(token)
        span.set_attributes(at_end)
        span.end()

    return run


def measure(package: str, count: int, rounds: int) -> dict[str, float]:
    """Microseconds of a call without anything, and what each of the others adds."""
    found: dict[str, list[float]] = {}
    made = calls(package)
    for each in made.values():
        for _ in range(50):
            each()
    for _ in range(rounds):
        for name, each in made.items():
            start = time.process_time()
            for _ in range(count):
                each()
            found.setdefault(name, []).append((time.process_time() - start) / count * 1e6)
    without = min(found.pop("off"))
    return {"off": without, **{name: min(samples) - without for name, samples in found.items()}}


def measure_official(count: int, rounds: int) -> dict[str, float] | None:
    """The same of the official package, in its own environment."""
    python = os.environ.get("BENCHMARK_PEER_PYTHON") or str(Path(".venv-peer/bin/python"))
    arguments = ["--of", "anthropic", "--calls", str(count), "--rounds", str(rounds)]
    try:
        command = [python, "-m", "benchmarks.telemetry", *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return None
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def main() -> int:
    """Run the command line; 1 where a span costs more than it may."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--calls", type=int, default=100, help="calls of a sample")
    parser.add_argument("--rounds", type=int, default=40)
    parser.add_argument("--of", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.of:
        print(json.dumps(measure(asked.of, asked.calls, asked.rounds)))
        return 0
    ours = measure("claude_client", asked.calls, asked.rounds)
    official = measure_official(asked.calls, asked.rounds)
    print(f"{'us of CPU time a call':<24}{'claude-client':>15}{'anthropic':>12}")
    for name, value in ours.items():
        beside = "-" if official is None or name not in official else f"{official[name]:.1f}"
        print(f"{'without' if name == 'off' else f'+ {name}':<24}{value:>15.1f}{beside:>12}")
    if official is None:
        print("Without anthropic: no environment has it together with opentelemetry-sdk.")
    is_well = ours["spans"] <= AT_MOST_US
    print(f"A span adds {ours['spans']:.1f} us, at most {AT_MOST_US:.0f}: {'ok' if is_well else 'TOO MUCH'}")
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main())
