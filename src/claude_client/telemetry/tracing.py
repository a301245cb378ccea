"""A span and metrics for each call: the only place that imports OpenTelemetry.

A span lasts from the first attempt to the end of the response, of a stream too; retries are events of it. Nothing here
raises into a call: what goes wrong is logged at `debug`.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from functools import lru_cache, partial, wraps
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeVar, cast
from urllib.parse import urlsplit

from opentelemetry import context as otel_context
from opentelemetry import metrics, propagate, trace
from opentelemetry.trace import Span, SpanKind, Status, StatusCode

from ..types.cost import cost_of
from .attributes import (
    Attributes,
    error_type,
    input_tokens,
    message_attributes,
    output_tokens,
    request_attributes,
    request_header_attributes,
    response_header_attributes,
)
from .content import content_attributes
from .instrumentors import is_instrumented
from .operations import Operation, find_operation

if TYPE_CHECKING:
    import httpx
    from opentelemetry.metrics import MeterProvider

    from ..types.response_info import AttemptRecord
    from .options import ResolvedOpenTelemetryOptions

logger: Final = logging.getLogger("claude_client")

F = TypeVar("F", bound=Callable[..., Any])

SCOPE: Final = "claude_client"
SCHEMA_URL: Final = "https://opentelemetry.io/schemas/1.41.0"
_ERROR: Final = Status(StatusCode.ERROR)

_SECONDS: Final = [0.01 * 2**power for power in range(14)]
_TOKENS: Final = [4**power for power in range(14)]


class TracedRequest(Protocol):
    """What a span says of the request of a call."""

    method: str
    path: str

    @property
    def body(self) -> Any: ...


def _never_raise(function: F) -> F:
    @wraps(function)
    def safe(*args: Any, **kwargs: Any) -> Any:
        try:
            return function(*args, **kwargs)
        except Exception:
            logger.debug("could not record a call for OpenTelemetry", exc_info=True)
            return None

    return cast("F", safe)


class Recorder:
    """Where a client's spans and metrics go, and what they all have."""

    def __init__(self, options: ResolvedOpenTelemetryOptions, version: str) -> None:
        traces = options["traces"]
        self.options: ResolvedOpenTelemetryOptions = options
        self.content_bytes: int = traces["max_content_bytes"] if traces["content_mode"] == "content" else 0
        self.propagates: bool = options["propagation"]
        self.tracer: trace.Tracer | None = (
            trace.get_tracer(SCOPE, version, options.get("tracer_provider"), SCHEMA_URL) if traces["enabled"] else None
        )
        self.begin: partial[CallSpan] = partial(CallSpan, self)
        self.instruments: _Instruments | None = (
            _Instruments(options.get("meter_provider"), version) if options["metrics"] else None
        )


class _Instruments:
    """The metrics: those of the conventions, and two that these do not have."""

    def __init__(self, provider: MeterProvider | None, version: str) -> None:
        meter = metrics.get_meter(SCOPE, version, provider, SCHEMA_URL)
        self.duration: metrics.Histogram = meter.create_histogram(
            "gen_ai.client.operation.duration",
            "s",
            "GenAI operation duration.",
            explicit_bucket_boundaries_advisory=_SECONDS,
        )
        self.first_chunk: metrics.Histogram = meter.create_histogram(
            "gen_ai.client.operation.time_to_first_chunk",
            "s",
            "From the start of the call to the first event of its stream.",
            explicit_bucket_boundaries_advisory=_SECONDS,
        )
        self.tokens: metrics.Histogram = meter.create_histogram(
            "gen_ai.client.token.usage",
            "{token}",
            "Number of input and output tokens used.",
            explicit_bucket_boundaries_advisory=_TOKENS,
        )
        self.retries: metrics.Counter = meter.create_counter(
            "anthropic.client.retries", "{retry}", "Attempts beyond the first."
        )
        self.cost: metrics.Counter = meter.create_counter(
            "anthropic.client.cost", "{USD}", "What messages cost, in US dollars."
        )


class CallSpan:
    """One call, from its first attempt to the end of its response."""

    def __init__(self, recorder: Recorder, request: TracedRequest, base_url: str, provider: str) -> None:
        self._recorder = recorder
        self._request = request
        self._base_url = base_url
        self._provider = provider
        self._operation: Operation = find_operation(request.method, request.path)
        self._span: Span = trace.INVALID_SPAN
        self._context: Any = None
        self._token: Any = None
        self._started = 0.0
        self._attempts = 0
        self._first_chunk: float | None = None
        self._failed_retryably: BaseException | None = None
        self._is_stream = False
        self._is_double = False
        self._ended = False
        self._metric_attributes: Attributes = {}
        self._at_end: Attributes = {}
        """What is set on the span when it ends: once, as each time has its price."""

    @property
    def wants_content(self) -> bool:
        """Whether prompts and responses go on the span."""
        return self._recorder.content_bytes > 0 and self._span.is_recording()

    # ---- while it is sent -------------------------------------------------------------------------------

    def sending(self) -> CallSpan:
        """Make the span the current one, which it is to what the HTTP library, middleware and the log record."""
        if not self._started:
            self._started = perf_counter()
            self._start()
        return self

    def __enter__(self) -> None:
        if self._context is not None:
            self._token = otel_context.attach(self._context)

    def __exit__(self, kind: object, error: BaseException | None, traceback: object) -> None:
        if self._token is not None:
            otel_context.detach(self._token)
            self._token = None
        if error is not None:
            self.fail(error)

    @_never_raise
    def _start(self) -> None:
        recorder, operation, current = self._recorder, self._operation, otel_context.get_current()
        self._is_double = operation.kind is not None and is_instrumented(trace.get_current_span(current))
        fields = cast("Mapping[str, Any]", getattr(self._request.body, "fields", None) or {})
        attributes = request_attributes(fields)
        host, port = _find_server(self._base_url)
        common: Attributes = {
            "gen_ai.provider.name": self._provider,
            "server.address": host,
            "server.port": port,
        }
        if operation.kind is not None:
            common["gen_ai.operation.name"] = operation.kind
        model = attributes.get("gen_ai.request.model")
        if model is not None:
            common["gen_ai.request.model"] = model
        self._metric_attributes = common
        # Nor where somebody asks for no spans, as exporters do for what they send themselves.
        if recorder.tracer is None or self._is_double or current.get(_SUPPRESS_KEY):
            return
        attributes.update(common)
        attributes["http.request.method"] = self._request.method
        attributes["http.route"] = operation.route
        attributes["anthropic.operation.name"] = operation.name
        if (conversation := recorder.options.get("conversation_id")) is not None:
            attributes["gen_ai.conversation.id"] = conversation
        name = f"{operation.kind} {model}" if operation.kind and model else f"anthropic.{operation.name}"
        self._span = recorder.tracer.start_span(name, current, SpanKind.CLIENT, attributes)
        self._context = trace.set_span_in_context(self._span, current)

    @_never_raise
    def prepare(self, request: httpx.Request) -> None:
        """Put the trace into the headers of a request, which is about to be signed and sent."""
        self._attempts += 1
        headers = request.headers
        if self._attempts == 1:
            self._at_end.update(request_header_attributes(headers.raw))
        if not self._recorder.propagates:
            return
        carrier: dict[str, str] = {}
        propagate.inject(carrier, self._context)
        for name, value in carrier.items():
            headers[name] = value

    @_never_raise
    def note_attempt(self, record: AttemptRecord, response: httpx.Response | None) -> None:
        """Take note of what an attempt came to."""
        if record.number > 1:
            self._count_retry()
        if self._span.is_recording() and (record.error is not None or record.number > 1):
            event: Attributes = {"http.request.resend_count": record.number - 1, "anthropic.attempt.wait": record.delay}
            if record.status is not None:
                event["http.response.status_code"] = record.status
            if record.error is not None:
                event["error.type"] = record.error
            self._span.add_event("anthropic.attempt", event)
        if response is not None:
            self._at_end.update(response_header_attributes(response.headers.raw))
            self._at_end["http.response.status_code"] = response.status_code

    def _count_retry(self) -> None:
        if self._recorder.instruments is not None:
            self._recorder.instruments.retries.add(
                1, {**self._metric_attributes, "anthropic.operation.name": self._operation.name}
            )

    # ---- while it is read -------------------------------------------------------------------------------

    def follow_stream(self) -> None:
        """Take note that the response is a stream, which tells its end by `end_stream`."""
        self._is_stream = True

    def note_first_event(self) -> None:
        """Take note that the first event of the stream is there."""
        if self._first_chunk is None:
            self._first_chunk = perf_counter() - self._started

    def settle(self, value: object) -> None:
        """End with the value that the response came to, unless that is yet to be read."""
        if not self._is_stream:
            self._end(value, None, complete=True)

    def end_stream(self, message: object, failure: BaseException | None, *, complete: bool) -> None:
        """End with what of the stream's message has come: it is complete, was broken, or was closed before its end."""
        self._end(message, failure, complete=complete)

    def note_body(self, failure: BaseException | None) -> None:
        """Take note that a body that the caller reads has come to its end, or failed, which may be retried."""
        if self._is_stream:
            return
        if failure is None:
            self._end(None, None, complete=True)
        else:
            self._failed_retryably = failure

    def close(self) -> None:
        """End where the response was closed, or is gone, and nobody else has told of its end."""
        if not self._is_stream:
            self._end(None, self._failed_retryably, complete=False)

    def fail(self, error: BaseException) -> None:
        """End with the error that the call raises."""
        self._end(None, error, complete=False)

    def __del__(self) -> None:
        if self._started and not self._ended:
            self._end(None, self._failed_retryably, complete=False)

    # ---- the end ----------------------------------------------------------------------------------------

    @_never_raise
    def _end(self, value: object, failure: BaseException | None, *, complete: bool) -> None:
        if self._ended:
            return
        self._ended = True
        seconds = perf_counter() - self._started
        error = None if failure is None or not isinstance(failure, Exception) else error_type(failure)
        is_message = self._operation.kind is not None and getattr(value, "usage", None) is not None
        try:
            if self._span.is_recording():
                self._finish_span(value, is_message=is_message, error=error, complete=complete)
        finally:
            self._span.end()
            self._record_metrics(value if is_message else None, error, seconds, complete=complete)

    def _finish_span(self, value: object, *, is_message: bool, error: str | None, complete: bool) -> None:
        span, attributes = self._span, self._at_end
        try:
            if is_message:
                attributes.update(message_attributes(value, complete=complete))
            elif self._operation.name == "messages.count_tokens":
                count = getattr(value, "input_tokens", None)
                if isinstance(count, int):
                    attributes["anthropic.message.count_tokens.input_tokens"] = count
            if self._attempts > 1:
                attributes["http.request.resend_count"] = self._attempts - 1
            if self._first_chunk is not None:
                attributes["gen_ai.response.time_to_first_chunk"] = self._first_chunk
            if self._recorder.content_bytes and self._operation.kind == "chat":
                content = getattr(value, "content", None) if is_message else None
                found = content_attributes(self._request.body.content(), content, self._recorder.content_bytes)
                attributes.update(cast("Attributes", found))
        finally:
            # What went well has no status: that is for the application to say.
            if error is not None:
                attributes["error.type"] = error
                span.set_status(_ERROR)
            span.set_attributes(attributes)

    def _record_metrics(self, message: Any, error: str | None, seconds: float, *, complete: bool) -> None:
        instruments = self._recorder.instruments
        if instruments is None or self._operation.kind is None or self._is_double:
            return
        attributes = self._metric_attributes
        if isinstance(model := getattr(message, "model", None), str):
            attributes = {**attributes, "gen_ai.response.model": model}
        instruments.duration.record(seconds, attributes if error is None else {**attributes, "error.type": error})
        if self._first_chunk is not None:
            instruments.first_chunk.record(self._first_chunk, attributes)
        if message is None or not complete:
            return
        usage = message.usage
        for kind, count in (("input", input_tokens(usage)), ("output", output_tokens(usage))):
            if count is not None:
                instruments.tokens.record(count, {**attributes, "gen_ai.token.type": kind})
        if (cost := _cost(usage, model)) is not None:
            instruments.cost.add(cost, attributes)


@lru_cache(maxsize=64)
def _find_server(base_url: str) -> tuple[str, int]:
    parts = urlsplit(base_url)
    return parts.hostname or "", parts.port or (80 if parts.scheme == "http" else 443)


_SUPPRESS_KEY: Final = getattr(otel_context, "_SUPPRESS_INSTRUMENTATION_KEY", "suppress_instrumentation")


def _cost(usage: object, model: str | None) -> float | None:
    """US dollars, where there is a price; `genai-prices` has it for most models."""
    try:
        return None if model is None else float(cost_of(usage, model).total)
    except (LookupError, ImportError):
        return None
