"""What `open_telemetry=` takes, and what the environment says where it was not given. Needs no OpenTelemetry.

The names of the options and of the variables are those of the official package.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, cast

from typing_extensions import NotRequired, TypedDict

if TYPE_CHECKING:
    from opentelemetry.metrics import MeterProvider
    from opentelemetry.trace import TracerProvider

DEFAULT_MAX_CONTENT_BYTES: Final = 750_000
_OFF: Final = frozenset({"0", "false", "no", "off"})

ContentMode: TypeAlias = Literal["metadata_only", "content"]


class OpenTelemetryTraces(TypedDict, total=False):
    """What is recorded in spans."""

    enabled: bool
    """Whether there are spans; true by default."""

    content_mode: ContentMode
    """`content` puts prompts and responses on the spans; `metadata_only`, the default, does not."""

    max_content_bytes: int
    """Bytes of content, as JSON, that one span may have; 750,000 by default. The oldest messages give way first."""


class ResolvedOpenTelemetryTraces(TypedDict):
    """The same with nothing left out, as `client.open_telemetry` gives it."""

    enabled: bool
    """Whether there are spans."""

    content_mode: ContentMode
    """Whether the spans have prompts and responses."""

    max_content_bytes: int
    """Bytes of content that one span may have."""


class OpenTelemetryOptions(TypedDict, total=False):
    """What `open_telemetry=` takes beside `True` and `False`. Options left out have their defaults; the variables in
    the environment are not read.
    """

    tracer_provider: TracerProvider
    """Where spans go; the provider that is registered for the process when left out."""

    meter_provider: MeterProvider
    """Where metrics go; the provider that is registered for the process when left out."""

    propagation: bool
    """Whether requests carry the trace in their headers; true by default."""

    traces: OpenTelemetryTraces | ResolvedOpenTelemetryTraces | bool
    """What is recorded in spans; `True` and `False` are short for `enabled`."""

    metrics: bool
    """Whether there are metrics; where there are spans when left out."""

    conversation_id: str
    """Set on each span as `gen_ai.conversation.id`. It is not sent to the API."""


class ResolvedOpenTelemetryOptions(TypedDict):
    """What `client.open_telemetry` gives: the options in force, to be spread into those of a copy of the client."""

    tracer_provider: NotRequired[TracerProvider]
    """Where spans go, if it was given."""

    meter_provider: NotRequired[MeterProvider]
    """Where metrics go, if it was given."""

    propagation: bool
    """Whether requests carry the trace in their headers."""

    traces: ResolvedOpenTelemetryTraces
    """What is recorded in spans."""

    metrics: bool
    """Whether there are metrics."""

    conversation_id: NotRequired[str]
    """The conversation, if it was given."""


OpenTelemetryClientOption: TypeAlias = "OpenTelemetryOptions | ResolvedOpenTelemetryOptions | bool"

_TRACES: Final = frozenset(OpenTelemetryTraces.__annotations__)
_OPTIONS: Final = frozenset(OpenTelemetryOptions.__annotations__)


def resolve(option: object) -> ResolvedOpenTelemetryOptions:
    """What is in force for a value of `open_telemetry=`.

    Raises:
        TypeError: It is neither a bool nor a mapping, or has an unknown option or one of the wrong type.
        ValueError: A value is out of its bounds.
    """
    if isinstance(option, bool):
        option = {"traces": option}
    given = _mapping("open_telemetry", option, _OPTIONS)
    traces = given.get("traces", True)
    told = {"enabled": traces} if isinstance(traces, bool) else _mapping("open_telemetry['traces']", traces, _TRACES)
    enabled = _bool("traces['enabled']", told.get("enabled", True))
    resolved: dict[str, Any] = {
        "propagation": _bool("propagation", given.get("propagation", True)),
        "traces": {
            "enabled": enabled,
            "content_mode": _content_mode(told.get("content_mode", "metadata_only")),
            "max_content_bytes": _max_content_bytes(told.get("max_content_bytes", DEFAULT_MAX_CONTENT_BYTES)),
        },
        "metrics": _bool("metrics", given.get("metrics", enabled)),
    }
    for name in ("tracer_provider", "meter_provider", "conversation_id"):
        if name in given:
            resolved[name] = given[name]
    if not isinstance(resolved.get("conversation_id", ""), str):
        raise TypeError(f"invalid open_telemetry['conversation_id']={resolved['conversation_id']!r}: expected a str")
    return cast("ResolvedOpenTelemetryOptions", resolved)


def of_environment() -> OpenTelemetryOptions:
    """The option that the variables stand for, where `ANTHROPIC_OPEN_TELEMETRY` has turned it on.

    Raises:
        ValueError: A variable has a value that means nothing.
    """
    traces: OpenTelemetryTraces = {}
    if mode := _variable("_TRACES_CONTENT_MODE"):
        traces["content_mode"] = cast("ContentMode", mode)
    if size := _variable("_TRACES_MAX_CONTENT_BYTES"):
        if not (size.isascii() and size.isdigit() and len(size) < 20):
            raise ValueError(
                f"invalid ANTHROPIC_OPEN_TELEMETRY_TRACES_MAX_CONTENT_BYTES={size!r}: expected a number of bytes"
            )
        traces["max_content_bytes"] = int(size)
    options: OpenTelemetryOptions = {"traces": traces}
    if _variable("_PROPAGATION") in _OFF:
        options["propagation"] = False
    return options


def _variable(end: str) -> str:
    return os.environ.get(f"ANTHROPIC_OPEN_TELEMETRY{end}", "").strip().lower()


def _mapping(name: str, value: object, known: frozenset[str]) -> Mapping[str, Any]:
    """The options in `value` that were given; `None` is the same as leaving one out."""
    if not isinstance(value, Mapping):
        raise TypeError(f"invalid {name}={value!r}: expected True, False or a dict of options")
    given = cast("Mapping[str, Any]", value)
    if unknown := sorted(given.keys() - known):
        raise TypeError(f"invalid {name}: unknown option {unknown[0]!r}; expected some of {', '.join(sorted(known))}")
    return {each: inner for each, inner in given.items() if inner is not None}


def _bool(name: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(f"invalid open_telemetry {name}={value!r}: expected a bool")
    return value


def _content_mode(value: object) -> str:
    if value not in ("metadata_only", "content"):
        raise ValueError(f"invalid open_telemetry content_mode={value!r}: expected 'metadata_only' or 'content'")
    return value


def _max_content_bytes(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"invalid open_telemetry max_content_bytes={value!r}: expected an int")
    if value < 1:
        raise ValueError(f"invalid open_telemetry max_content_bytes={value}: expected at least 1")
    return value
