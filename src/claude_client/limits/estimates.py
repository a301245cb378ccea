"""How many tokens a request may have, estimated without a call. `messages.count_tokens` counts them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, cast

from ..types.cost import cost_of

if TYPE_CHECKING:
    from ..types.cost import Cost, Prices

BYTES_PER_TOKEN: Final = 3.5
"""UTF-8 bytes of ordinary text for a token. Estimates of prose are a tenth too high, those of dense data too low."""
IMAGE_TOKENS: Final = 1_600
"""An image of the largest size that is not scaled down: width * height / 750.

Source: https://platform.claude.com/docs/en/build-with-claude/vision
"""
PDF_BYTES_PER_TOKEN: Final = 20
"""Bytes of a PDF for a token. A page has 1,500 to 3,000 tokens, and 50 KB or so."""
MESSAGE_TOKENS: Final = 4
"""What each message adds for its role."""


def estimate_tokens(params: Mapping[str, Any]) -> int:
    """The input tokens of a request for a message, roughly.

    Args:
        params: The parameters of `messages.create`: `messages`, `system` and `tools` count.
    """
    total = 0.0
    messages: object = params.get("messages")
    for part in (params.get("system"), params.get("tools"), messages):
        total += _weigh(part)
    turns = len(cast("list[object]", messages)) if isinstance(messages, (list, tuple)) else 1
    return round(total + MESSAGE_TOKENS * turns)


def _weigh(value: object) -> float:
    if isinstance(value, str):
        return len(value.encode("utf-8", "replace")) / BYTES_PER_TOKEN
    if isinstance(value, Mapping):
        return _weigh_mapping(cast("Mapping[str, object]", value))
    if isinstance(value, Iterable) and not isinstance(value, bytes):
        return sum(map(_weigh, cast("Iterable[object]", value)))
    if value is None:
        return 0.0
    plain = getattr(value, "to_dict", None)  # a model that came from the API
    return _weigh(plain(mode="json", warnings=False)) if plain is not None else 1.0


def _weigh_mapping(value: Mapping[str, object]) -> float:
    if value.get("type") == "image":
        return IMAGE_TOKENS
    source = value.get("source")
    if value.get("type") == "document" and isinstance(source, Mapping):
        data = cast("Mapping[str, object]", source).get("data")
        if isinstance(data, str) and cast("Mapping[str, object]", source).get("type") == "base64":
            return len(data) * 3 / 4 / PDF_BYTES_PER_TOKEN
    return sum(_weigh(name) + _weigh(each) for name, each in value.items() if name != "cache_control")


@dataclass(frozen=True)
class Estimate:
    """What a message will use and cost, before it is sent."""

    model: str
    input_tokens: int
    """The tokens of the request."""

    max_tokens: int
    """The most output tokens that the message can have."""

    counted: bool
    """Whether the API counted the input tokens; they are estimated otherwise."""

    min_cost: Cost
    """The cost of the input alone, where nothing of it is in the cache."""

    max_cost: Cost
    """The cost of the input, written to the cache where that is asked for, and of all the output that is allowed."""

    def __repr__(self) -> str:
        return (
            f"Estimate({self.input_tokens:,} input tokens, at most {self.max_tokens:,} output tokens, "
            f"{self.min_cost.total:f} to {self.max_cost.total:f} {self.max_cost.currency})"
        )


def make_estimate(params: Mapping[str, Any], counted: int | None = None, prices: Prices | None = None) -> Estimate:
    """Estimate what a message will use and cost.

    Args:
        params: The parameters of `messages.create`.
        counted: Its input tokens, where they were counted.
        prices: Prices of yours by model id, which go first.

    Raises:
        UnknownPriceError: There is no price for the model.
    """
    model, most = str(params.get("model", "")), estimate_most_usage(params, counted)
    tokens = estimate_tokens(params) if counted is None else counted
    least = {name: most[name] for name in ("speed", "inference_geo")} | {"input_tokens": tokens}
    return Estimate(
        model,
        tokens,
        most["output_tokens"],
        counted is not None,
        cost_of(least, model, prices=prices),
        cost_of(most, model, prices=prices),
    )


def estimate_most_usage(params: Mapping[str, Any], counted: int | None = None) -> dict[str, Any]:
    """The usage that a request for a message can have at most, in the form of `Usage`: what a budget reserves.

    Args:
        params: The parameters of `messages.create`.
        counted: Its input tokens, where they were counted.
    """
    tokens, written = estimate_tokens(params) if counted is None else counted, _find_cache_time(params)
    max_tokens: object = params.get("max_tokens")
    usage: dict[str, Any] = {
        "input_tokens": 0 if written else tokens,
        "output_tokens": max_tokens if isinstance(max_tokens, int) else 0,
        "speed": params.get("speed"),
        "inference_geo": params.get("inference_geo"),
        "server_tool_use": {"web_search_requests": _count_searches(params.get("tools"))},
    }
    if written:
        # A token costs the most where it is written to the cache.
        usage["cache_creation_input_tokens"] = tokens
        usage["cache_creation"] = {f"ephemeral_{written}_input_tokens": tokens}
    return usage


def _find_cache_time(value: object) -> str | None:
    """The longest time for which something of a request is to be cached; None where nothing is."""
    if isinstance(value, Mapping):
        fields = cast("Mapping[str, object]", value)
        control = fields.get("cache_control")
        if isinstance(control, Mapping):
            if cast("Mapping[str, object]", control).get("ttl") == "1h":
                return "1h"
            others = {name: each for name, each in fields.items() if name != "cache_control"}
            return _find_cache_time(others) or "5m"
        value = fields.values()
    if isinstance(value, Iterable) and not isinstance(value, (str, bytes)):
        found = {_find_cache_time(each) for each in cast("Iterable[object]", value)}
        return "1h" if "1h" in found else "5m" if "5m" in found else None
    return None


def _count_searches(tools: object) -> int:
    """The web searches that the tools of a request allow, where they bound them."""
    if not isinstance(tools, Iterable):
        return 0
    uses = 0
    for tool in cast("Iterable[object]", tools):
        if isinstance(tool, Mapping):
            fields = cast("Mapping[str, object]", tool)
            most = fields.get("max_uses")
            if str(fields.get("type", "")).startswith("web_search") and isinstance(most, int):
                uses += most
    return uses
