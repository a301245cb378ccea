"""What a client keeps of OpenTelemetry: its options, and from its first call on where spans and metrics go."""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar

from .options import of_environment, resolve

if TYPE_CHECKING:
    from .options import ResolvedOpenTelemetryOptions
    from .tracing import CallSpan, Recorder, TracedRequest


class Telemetry:
    """A value: copies of a client share it, and a pickle has its options without the providers."""

    def __init__(self, options: ResolvedOpenTelemetryOptions) -> None:
        self.options = options

    @cached_property
    def _recorder(self) -> Recorder:
        from .. import __version__
        from .tracing import Recorder

        return Recorder(self.options, __version__)

    def begin(self, request: TracedRequest, base_url: str, provider: str) -> CallSpan:
        """The span of a call that is about to be sent."""
        return self._recorder.begin(request, base_url, provider)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Telemetry) and self.options == other.options

    __hash__: ClassVar[None] = None  # type: ignore[assignment]  # its options are a dict

    def __reduce__(self) -> tuple[Any, ...]:
        kept = {name: value for name, value in self.options.items() if not name.endswith("_provider")}
        return Telemetry, (kept,)

    def __repr__(self) -> str:
        return f"Telemetry({self.options!r})"


def make_telemetry(option: object) -> Telemetry | None:
    """What a value of `open_telemetry=` turns on; `None` where that is nothing.

    Raises:
        TypeError, ValueError: The value is invalid.
        ImportError: It turns something on, and OpenTelemetry is not installed.
    """
    options = resolve(option)
    if not (options["traces"]["enabled"] or options["metrics"]):
        return None
    try:
        import_module(f"{__package__}.tracing")  # said here, and not by the first call
    except ImportError as error:
        if (error.name or "").partition(".")[0] != "opentelemetry":
            raise
        raise ImportError(
            "open_telemetry= needs OpenTelemetry: python -m pip install 'claude-client[otel]'", name=error.name
        ) from None
    return Telemetry(options)


def telemetry_of_environment() -> Telemetry | None:
    """What the variables say, where `ANTHROPIC_OPEN_TELEMETRY` has turned it on.

    Raises:
        ValueError: A variable has a value that means nothing.
        ImportError: OpenTelemetry is not installed.
    """
    return make_telemetry(of_environment())
