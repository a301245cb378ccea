"""The models that the sandbox knows, with what the API says about each.

Ids, aliases and ends of life are the API's; when models appeared, and their limits, are the sandbox's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from .errors import Refusal, not_found
from .json_utils import Object


@dataclass(frozen=True)
class KnownModel:
    id: str
    created: str
    """The day on which it appeared."""
    line: str
    max_tokens: int = 128_000
    max_input_tokens: int = 1_000_000
    alias: str | None = None
    deprecated: str | None = None
    """The day on which its end was announced."""
    retires: str | None = None
    """The day from which it is not served any more."""

    @property
    def lifecycle(self) -> str:
        if self.deprecated is None:
            return "active"
        return "retired" if self.line == "retired" else "deprecated"

    @property
    def info(self) -> Object:
        return {
            "type": "model",
            "id": self.id,
            "display_name": _display_name(self.alias or self.id),
            "created_at": f"{self.created}T00:00:00Z",
            "lifecycle": self.lifecycle,
            "deprecated_at": self.deprecated and f"{self.deprecated}T00:00:00Z",
            "retires_at": self.retires and f"{self.retires}T00:00:00Z",
            "line": None if self.line == "retired" else self.line,
            "max_tokens": self.max_tokens,
            "max_input_tokens": self.max_input_tokens,
            "capabilities": _capabilities(),
        }


def _display_name(id: str) -> str:
    name, *version = id.removeprefix("claude-").split("-")
    number = ".".join(part for part in version if part.isdigit())
    words = " ".join(part.capitalize() for part in version if not part.isdigit())
    return " ".join(part for part in ("Claude", name.capitalize(), number, words) if part)


def _capabilities() -> Object:
    yes = {"supported": True}
    return {
        **dict.fromkeys(("batch", "citations", "code_execution", "image_input", "pdf_input"), yes),
        "structured_outputs": yes,
        "context_management": {
            "supported": True,
            **dict.fromkeys(("clear_thinking_20251015", "clear_tool_uses_20250919", "compact_20260112"), yes),
        },
        "effort": {"supported": True, **dict.fromkeys(("low", "medium", "high", "xhigh", "max"), yes)},
        "server_tools": {"supported": True, "code_execution": yes, "web_search": yes},
        "thinking": {
            "supported": True,
            "types": dict.fromkeys(("adaptive", "between_tools", "disabled", "enabled"), yes),
        },
        "compaction": {"supported": True, "summarize": yes},
    }


MODELS: Final = (  # newest first, as they are listed
    KnownModel("claude-fable-5-2", "2026-10-20", "fable"),
    KnownModel("claude-mythos-5-2", "2026-10-20", "mythos"),
    KnownModel("claude-haiku-5-5", "2026-10-01", "haiku"),
    KnownModel("claude-sonnet-5-5", "2026-09-20", "sonnet"),
    KnownModel("claude-fable-5-1", "2026-09-01", "fable"),
    KnownModel("claude-opus-5-5", "2026-08-20", "opus"),
    KnownModel("claude-mythos-5-1", "2026-08-10", "mythos"),
    KnownModel("claude-sonnet-5", "2026-07-20", "sonnet"),
    KnownModel("claude-fable-5", "2026-07-10", "fable"),
    KnownModel("claude-mythos-5", "2026-07-01", "mythos"),
    KnownModel("claude-opus-5", "2026-06-20", "opus"),
    KnownModel("claude-opus-4-8", "2026-05-15", "opus"),
    KnownModel("claude-opus-4-7", "2026-04-15", "opus"),
    KnownModel("claude-mythos-preview", "2026-04-01", "mythos", deprecated="2026-04-30", retires="2026-06-30"),
    KnownModel("claude-sonnet-4-6", "2026-02-17", "sonnet"),
    KnownModel("claude-opus-4-6", "2026-02-05", "opus"),
    KnownModel("claude-opus-4-5-20251101", "2025-11-24", "opus",
        deprecated="2026-11-24", retires="2027-01-22", max_tokens=64_000, max_input_tokens=200_000,
        alias="claude-opus-4-5"),
    KnownModel("claude-haiku-4-5-20251001", "2025-10-15", "haiku",
        alias="claude-haiku-4-5", max_tokens=64_000, max_input_tokens=200_000),
    KnownModel(
        "claude-sonnet-4-5-20250929", "2025-09-29", "sonnet", alias="claude-sonnet-4-5",
        deprecated="2026-05-30", retires="2026-11-30", max_tokens=64_000, max_input_tokens=200_000,
    ),
    KnownModel("claude-opus-4-20250514", "2025-05-22", "retired", deprecated="2026-04-14", retires="2026-06-15"),
    KnownModel("claude-sonnet-4-20250514", "2025-05-22", "retired", deprecated="2026-04-14", retires="2026-06-15"),
    KnownModel("claude-3-7-sonnet-20250219", "2025-02-24", "retired", deprecated="2025-10-28", retires="2026-02-19"),
    KnownModel("claude-3-5-haiku-20241022", "2024-10-22", "retired", deprecated="2025-12-19", retires="2026-02-19"),
)  # fmt: skip


def find(id: str) -> KnownModel | None:
    """The model with this id or alias, also one that has retired."""
    return next((model for model in MODELS if id in (model.id, model.alias)), None)


def usable(id: str) -> KnownModel:
    """The model with this id or alias; refuses what is unknown or has retired."""
    model = find(id)
    if model is None or model.lifecycle == "retired":
        raise no_such_model(id)
    return model


def no_such_model(id: str) -> Refusal:
    return not_found(f"model: {id}")
