"""Whether an instrumentor of `anthropic` makes a span for a call already, which it can where the drop-in is installed.

Two spans and two sets of metrics for one call would count its tokens twice, so this package then makes none.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any, Final

from opentelemetry.trace import Span

_INSTRUMENTORS: Final = ("openinference.instrumentation.anthropic", "opentelemetry.instrumentation.anthropic")
"""Modules of OpenTelemetry instrumentors, whose spans may not be the current one while the call is made."""

_SAYS_OPERATION: Final = ("gen_ai.operation.name", "llm.request.type", "openinference.span.kind")
_SAME_OPERATION: Final = frozenset({"chat", "text_completion", "completion", "generate_content", "LLM"})
"""Operations of a span for the same call; the span of an agent around it has another."""


def is_instrumented(current: Span) -> bool:
    """Whether another instrumentor makes the span of a call that begins now. `current` is the current span."""
    attributes: Mapping[str, Any] | None = getattr(current, "attributes", None)
    if attributes and current.is_recording():
        for name in _SAYS_OPERATION:
            if attributes.get(name) in _SAME_OPERATION:
                return True
    return any(name in sys.modules and _is_active(name) for name in _INSTRUMENTORS)


def _is_active(name: str) -> bool:
    """Whether an instrumentor is active, and this package is what it has found as `anthropic`."""
    # Looked up and not imported: both stand above this, and neither is there unless the program has loaded it.
    dropin: Any = sys.modules.get("claude_client.dropin")
    if dropin is None or not dropin.is_installed():
        return False
    # There is one of its class. Another call of the class would set it up anew.
    instrumentor: Any = getattr(getattr(sys.modules[name], "AnthropicInstrumentor", None), "_instance", None)
    return bool(getattr(instrumentor, "is_instrumented_by_opentelemetry", False))
