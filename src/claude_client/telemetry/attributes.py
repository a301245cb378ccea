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
_Row: TypeAlias = "tuple[str, str, str | None, type]"

_OF_REQUESTS: Final[tuple[_Row, ...]] = (
    ("gen_ai.request.model", "model", None, str),
    ("gen_ai.request.max_tokens", "max_tokens", None, int),
    ("gen_ai.request.temperature", "temperature", None, float),
    ("gen_ai.request.top_p", "top_p", None, float),
    ("gen_ai.request.top_k", "top_k", None, int),
    ("gen_ai.request.stream", "stream", None, bool),
    ("gen_ai.request.reasoning.level", "output_config", "effort", str),
    ("anthropic.request.service_tier", "service_tier", None, str),
    ("anthropic.thinking.type", "thinking", "type", str),
    ("anthropic.thinking.budget_tokens", "thinking", "budget_tokens", int),
)

_OF_MESSAGES: Final[tuple[_Row, ...]] = (
    ("gen_ai.response.id", "id", None, str),
    ("gen_ai.response.model", "model", None, str),
)

_OF_USAGE: Final[tuple[_Row, ...]] = (
    ("gen_ai.usage.output_tokens", "output_tokens", None, int),
    ("gen_ai.usage.cache_read.input_tokens", "cache_read_input_tokens", None, int),
    ("gen_ai.usage.cache_write.input_tokens", "cache_creation_input_tokens", None, int),
    ("gen_ai.usage.cache_creation.input_tokens", "cache_creation_input_tokens", None, int),
    ("gen_ai.usage.reasoning.output_tokens", "output_tokens_details", "thinking_tokens", int),
    ("anthropic.usage.cache_creation.ephemeral_5m_input_tokens", "cache_creation", "ephemeral_5m_input_tokens", int),
    ("anthropic.usage.cache_creation.ephemeral_1h_input_tokens", "cache_creation", "ephemeral_1h_input_tokens", int),
    ("anthropic.response.service_tier", "service_tier", None, str),
)
"""The number of tokens written to the cache has two names: that of the conventions 1.41, and the one after that."""

_ONCE_COMPLETE: Final = frozenset(
    {"gen_ai.usage.output_tokens", "gen_ai.usage.reasoning.output_tokens", "anthropic.response.service_tier"}
)
"""What the start of a stream has as a placeholder only."""

_UNLESS_ZERO: Final = frozenset(
    {
        "gen_ai.usage.cache_creation.input_tokens",
        "anthropic.usage.cache_creation.ephemeral_5m_input_tokens",
        "anthropic.usage.cache_creation.ephemeral_1h_input_tokens",
    }
)
"""What says nothing beside another attribute where it is 0."""

_OF_HEADERS: Final[Mapping[bytes, str]] = {
    b"request-id": "anthropic.request.id",
    b"anthropic-organization-id": "anthropic.organization.id",
    b"anthropic-workspace-id": "anthropic.workspace.id",
}


def request_attributes(fields: Mapping[str, Any]) -> Attributes:
    """What a span starts with of the body of its request."""
    found = _read(_OF_REQUESTS, fields)
    output = _fields(fields.get("output_config"))
    if "format" in output and _fields(output["format"]).get("type") == "json_schema":
        found["gen_ai.output.type"] = "json"
    return found


def message_attributes(message: object, *, complete: bool) -> Attributes:
    """What a message says of itself, its content left out.

    Args:
        message: A `Message`.
        complete: Whether all of it has come. Else its totals are not final, and stay away.
    """
    fields = _fields(message)
    found, usage = _read(_OF_MESSAGES, fields), fields.get("usage")
    for name, value in _read(_OF_USAGE, usage).items():
        if (complete or name not in _ONCE_COMPLETE) and (value or name not in _UNLESS_ZERO):
            found[name] = value
    if (tokens := input_tokens(usage)) is not None:
        found["gen_ai.usage.input_tokens"] = tokens
    stop_reason = fields.get("stop_reason") if complete else None
    if isinstance(stop_reason, str):
        found["gen_ai.response.finish_reasons"] = [stop_reason]
        found["anthropic.message.stop_reason"] = stop_reason
    return found


def input_tokens(usage: object) -> int | None:
    """All input tokens, which the conventions count with those of the cache; the API has them apart."""
    fields = _fields(usage)
    fresh = fields.get("input_tokens")
    if not isinstance(fresh, int):
        return None
    read, written = fields.get("cache_read_input_tokens"), fields.get("cache_creation_input_tokens")
    return fresh + (read if isinstance(read, int) else 0) + (written if isinstance(written, int) else 0)


def output_tokens(usage: object) -> int | None:
    """All output tokens."""
    count = _fields(usage).get("output_tokens")
    return count if isinstance(count, int) else None


def request_header_attributes(headers: Iterable[tuple[bytes, bytes]]) -> Attributes:
    """What the headers of a request, as they are sent, say: the beta values."""
    # Each look at them by name walks all of them, as a library does it.
    for name, value in headers:
        if name == b"anthropic-beta":
            return {"anthropic.beta": [beta.strip() for beta in value.decode("ascii", "replace").split(",")]}
    return {}


def response_header_attributes(headers: Iterable[tuple[bytes, bytes]]) -> Attributes:
    """What the headers of a response, as they came, say: whose it is."""
    found: Attributes = {}
    for name, value in headers:
        attribute = _OF_HEADERS.get(name.lower())
        if attribute is not None:
            found[attribute] = value.decode("ascii", "replace")
    return found


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
    fields = _fields(source)
    found: Attributes = {}
    for name, key, inner, kind in rows:
        value = fields.get(key)
        if value is None:
            continue
        if inner is not None:
            value = _fields(value).get(inner)
        if type(value) is kind:
            found[name] = cast("Value", value)
        elif isinstance(value, str) and kind is str:  # such as a member of an enum
            found[name] = str.__str__(value)
        elif kind is float and type(value) is int:
            found[name] = float(value)
    return found


_NOTHING: Final[Mapping[str, Any]] = {}


def _fields(value: object) -> Mapping[str, Any]:
    """The fields of a dict or of a model, in the way that costs the least."""
    if isinstance(value, dict):
        return cast("dict[str, Any]", value)
    if isinstance(value, (str, int, float, list, tuple)):
        return _NOTHING
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else getattr(value, "__dict__", _NOTHING)
