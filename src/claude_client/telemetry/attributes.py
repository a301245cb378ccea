"""Which attributes a span has, and where each comes from: a table of those of requests, and one of those of messages.

The names are those of the semantic conventions for generative AI, where these have one; the others, which begin with
`anthropic.`, are those of the official package.
API: https://opentelemetry.io/docs/specs/semconv/gen-ai/
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias, cast

from ..errors import APIConnectionError, APIStatusError, APITimeoutError

Value: TypeAlias = "str | bool | int | float | list[str]"
Attributes: TypeAlias = "dict[str, Value]"
_Row: TypeAlias = "tuple[str, tuple[str, ...], type]"

_OF_REQUESTS: Final[tuple[_Row, ...]] = (
    ("gen_ai.request.model", ("model",), str),
    ("gen_ai.request.max_tokens", ("max_tokens",), int),
    ("gen_ai.request.temperature", ("temperature",), float),
    ("gen_ai.request.top_p", ("top_p",), float),
    ("gen_ai.request.top_k", ("top_k",), int),
    ("gen_ai.request.stream", ("stream",), bool),
    ("gen_ai.request.reasoning.level", ("output_config", "effort"), str),
    ("anthropic.request.service_tier", ("service_tier",), str),
    ("anthropic.thinking.type", ("thinking", "type"), str),
    ("anthropic.thinking.budget_tokens", ("thinking", "budget_tokens"), int),
)

_OF_MESSAGES: Final[tuple[_Row, ...]] = (
    ("gen_ai.response.id", ("id",), str),
    ("gen_ai.response.model", ("model",), str),
)

_OF_USAGE: Final[tuple[_Row, ...]] = (
    ("gen_ai.usage.output_tokens", ("output_tokens",), int),
    ("gen_ai.usage.cache_read.input_tokens", ("cache_read_input_tokens",), int),
    ("gen_ai.usage.cache_write.input_tokens", ("cache_creation_input_tokens",), int),
    ("gen_ai.usage.cache_creation.input_tokens", ("cache_creation_input_tokens",), int),
    ("gen_ai.usage.reasoning.output_tokens", ("output_tokens_details", "thinking_tokens"), int),
    (
        "anthropic.usage.cache_creation.ephemeral_5m_input_tokens",
        ("cache_creation", "ephemeral_5m_input_tokens"),
        int,
    ),
    (
        "anthropic.usage.cache_creation.ephemeral_1h_input_tokens",
        ("cache_creation", "ephemeral_1h_input_tokens"),
        int,
    ),
    ("anthropic.response.service_tier", ("service_tier",), str),
)
"""The number of tokens written to the cache has two names: that of the conventions 1.41, and the one after that."""

_ONCE_COMPLETE: Final = frozenset(
    {"gen_ai.usage.output_tokens", "gen_ai.usage.reasoning.output_tokens", "anthropic.response.service_tier"}
)
"""What the start of a stream has as a placeholder only."""

_OF_HEADERS: Final = (
    ("anthropic.request.id", "request-id"),
    ("anthropic.organization.id", "anthropic-organization-id"),
    ("anthropic.workspace.id", "anthropic-workspace-id"),
)


def of_request(fields: Mapping[str, Any]) -> Attributes:
    """What a span starts with of the body of its request."""
    found = _read(_OF_REQUESTS, fields)
    if _dig(fields, ("output_config", "format", "type")) == "json_schema":
        found["gen_ai.output.type"] = "json"
    return found


def of_message(message: object, *, complete: bool) -> Attributes:
    """What a message says of itself, its content left out.

    Args:
        message: A `Message`.
        complete: Whether all of it has come. Else its totals are not final, and stay away.
    """
    found = _read(_OF_MESSAGES, message)
    usage = _get(message, "usage")
    of_usage = _read(_OF_USAGE, usage)
    if not complete:
        of_usage = {name: value for name, value in of_usage.items() if name not in _ONCE_COMPLETE}
    found.update(of_usage)
    if (tokens := input_tokens(usage)) is not None:
        found["gen_ai.usage.input_tokens"] = tokens
    stop_reason = _get(message, "stop_reason") if complete else None
    if isinstance(stop_reason, str):
        found["gen_ai.response.finish_reasons"] = [stop_reason]
        found["anthropic.message.stop_reason"] = stop_reason
    return found


def input_tokens(usage: object) -> int | None:
    """All input tokens, which the conventions count with those of the cache; the API has them apart."""
    fresh = _get(usage, "input_tokens")
    if not isinstance(fresh, int):
        return None
    cached = (_get(usage, name) for name in ("cache_read_input_tokens", "cache_creation_input_tokens"))
    return fresh + sum(count for count in cached if isinstance(count, int))


def output_tokens(usage: object) -> int | None:
    """All output tokens."""
    count = _get(usage, "output_tokens")
    return count if isinstance(count, int) else None


def of_headers(headers: Mapping[str, str]) -> Attributes:
    """What the headers of a response say: whose it is."""
    return {name: value for name, header in _OF_HEADERS if (value := headers.get(header))}


def error_type(error: BaseException) -> str:
    """The `error.type` of a failure: the API's word for it, its status, or how the connection failed."""
    if isinstance(error, APITimeoutError):
        return "client_timeout_error"
    if isinstance(error, APIConnectionError):
        return "connection_error"
    if isinstance(error, APIStatusError):
        return error.type or str(error.status_code)
    return type(error).__name__ if isinstance(error, Exception) else "cancelled"


def _read(rows: Iterable[_Row], source: object) -> Attributes:
    found: Attributes = {}
    for name, path, kind in rows:
        value = _dig(source, path)
        if value is None:
            continue
        if type(value) is kind:
            found[name] = cast("Value", value)
        elif isinstance(value, str) and kind is str:  # such as a member of an enum
            found[name] = str.__str__(value)
        elif kind is float and type(value) is int:
            found[name] = float(value)
    return found


def _dig(value: object, path: tuple[str, ...]) -> object:
    for name in path:
        value = _get(value, name)
    return value


def _get(value: object, name: str) -> object:
    return cast("Mapping[str, object]", value).get(name) if isinstance(value, Mapping) else getattr(value, name, None)
