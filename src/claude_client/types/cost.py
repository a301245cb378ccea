"""What messages cost: the prices of models, and the cost of what a message used, in parts that add up.

Prices come from `genai-prices` (extra `cost`), which others keep up to date. What it lacks, or has otherwise than the
documented prices, stands in the tables here, each with its source and the day on which it was looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime, timezone
from decimal import Decimal
from functools import lru_cache
from importlib import import_module
from typing import Any, Final, NamedTuple, TypeAlias, cast

from .base_error import ClaudeError

LONG_CONTEXT_TOKENS: Final = 200_000
"""Input tokens, those of the cache included, above which some models cost more."""

PRICING_PAGE: Final = "https://platform.claude.com/docs/en/about-claude/pricing"
FAST_MODE_PAGE: Final = "https://platform.claude.com/docs/en/build-with-claude/fast-mode"
US_ONLY_PAGE: Final = "https://support.claude.com/en/articles/15422948-enable-us-only-inference-for-your-organization"
LOOKED_UP: Final = date(2026, 11, 30)
"""When the tables of this module were held against these pages."""

_MILLION: Final = Decimal(1_000_000)
_ZERO: Final = Decimal(0)


class UnknownPriceError(ClaudeError, LookupError):
    """There is no price for this model, or for the way in which it was used. Give one with `prices=`."""


@dataclass(frozen=True)
class TokenPrices:
    """US dollars for a million tokens of each kind."""

    input: Decimal
    output: Decimal
    cache_write_5m: Decimal
    cache_write_1h: Decimal
    cache_read: Decimal

    @classmethod
    def from_input(cls, input: Decimal | str | float, output: Decimal | str | float) -> TokenPrices:
        """Prices in the usual relation: cache writes 1.25 (5 minutes) and 2 (1 hour), cache reads 0.1 of the input."""
        base = Decimal(str(input))
        return cls(base, Decimal(str(output)), base * Decimal("1.25"), base * 2, base / 10)


@dataclass(frozen=True)
class ModelPrices:
    """The prices of one model, and what changes them."""

    tokens: TokenPrices
    long_context: TokenPrices | None = None
    """Prices of requests with more than `LONG_CONTEXT_TOKENS` input tokens, where they differ."""

    fast_mode: Decimal | None = None
    """What token prices are multiplied by in fast mode; None where that is not known."""

    us_only: Decimal = Decimal(1)
    """What token prices are multiplied by where the model runs in the US only (`inference_geo="us"`)."""

    batch: Decimal = Decimal("0.5")
    """What token prices are multiplied by in a batch."""

    web_search: Decimal = Decimal(10)
    """US dollars for a thousand web searches."""

    price_date: date | None = None
    """The day on which the prices were looked up, where it is known."""


Prices: TypeAlias = "Mapping[str, ModelPrices] | Callable[[str], ModelPrices | None]"
"""Prices by the id of a model, or a function that finds them. What they lack is looked up as usual."""


@dataclass(frozen=True)
class Cost:
    """What something cost, in US dollars. The parts add up to `total`; costs can be added, with `sum()` too."""

    input: Decimal = _ZERO
    """Input tokens neither read from the cache nor written to it, at the price of the model."""

    output: Decimal = _ZERO
    """Output tokens, thinking included."""

    cache_write_5m: Decimal = _ZERO
    """Tokens written to the cache for five minutes."""

    cache_write_1h: Decimal = _ZERO
    """Tokens written to the cache for an hour."""

    cache_read: Decimal = _ZERO
    """Tokens read from the cache."""

    server_tools: Decimal = _ZERO
    """Web searches."""

    long_context: Decimal = _ZERO
    """The surcharge for a request of more than 200,000 input tokens, where the model has one."""

    fast_mode: Decimal = _ZERO
    """The surcharge for fast mode."""

    us_only: Decimal = _ZERO
    """The surcharge for a model that runs in the US only."""

    batch: Decimal = _ZERO
    """The discount of a batch, below zero."""

    price_date: date | None = None
    """The oldest day on which one of the prices was looked up, where that is known."""

    currency: str = field(default="USD", init=False)

    @property
    def total(self) -> Decimal:
        """All parts together."""
        return sum((getattr(self, name) for name in _PARTS), _ZERO)

    def __add__(self, other: object) -> Cost:
        if other == 0 and not isinstance(other, Cost):  # sum() begins with it
            return self
        if not isinstance(other, Cost):
            return NotImplemented
        dates = [each.price_date for each in (self, other) if each.price_date is not None]
        parts = {name: getattr(self, name) + getattr(other, name) for name in _PARTS}
        return Cost(**parts, price_date=min(dates, default=None))

    __radd__ = __add__

    def __repr__(self) -> str:
        shown = {name: getattr(self, name) for name in _PARTS}
        parts = "".join(f", {name}={value:f}" for name, value in shown.items() if value)
        return f"Cost({self.total:f} {self.currency}{parts})"


_PARTS: Final = tuple(each.name for each in fields(Cost) if each.type == "Decimal")

# Models that genai-prices 0.2.3 does not have.
_MISSING: Final[Mapping[str, TokenPrices]] = {
    "claude-mythos-5": TokenPrices.from_input(10, 50),
    "claude-mythos-5-1": replace(TokenPrices.from_input(10, 50), cache_read=Decimal("0.25")),
}
"""Source: PRICING_PAGE."""

_FAST_MODE: Final[Mapping[str, Decimal]] = {"claude-opus-4-6": Decimal(6)}
"""What fast mode multiplies the prices by, where a page says so. Source: FAST_MODE_PAGE."""

_WITHOUT_GEOGRAPHY: Final = (
    "claude-2",
    "claude-3",
    "claude-instant",
    "claude-opus-4-0",
    "claude-opus-4-1",
    "claude-opus-4-2",
    "claude-opus-4-5",
    "claude-sonnet-4-0",
    "claude-sonnet-4-2",
    "claude-sonnet-4-5",
    "claude-haiku-4-5",
)
"""Models before Opus 4.6 and Sonnet 4.6, which have one price wherever they run. Source: US_ONLY_PAGE."""

_US_ONLY: Final = Decimal("1.1")


def find_prices(model: str, *, prices: Prices | None = None, at: datetime | None = None) -> ModelPrices:
    """The prices of a model.

    Args:
        model: The id of a model, also as a cloud platform has it.
        prices: Prices of yours, which go first.
        at: When it was called, as prices change; now when left out.

    Raises:
        UnknownPriceError: There is no price for this model.
        ImportError: `genai-prices` is not installed, and neither `prices` nor this module has the model.
    """
    if prices is not None:
        given = prices(model) if callable(prices) else prices.get(model)
        if given is not None:
            return given
    return _find_prices(model, (at or datetime.now(timezone.utc)).date())


@lru_cache(maxsize=512)
def _find_prices(model: str, day: date) -> ModelPrices:
    tokens, long_context, searches = _MISSING.get(model), None, Decimal(10)
    if tokens is None:
        tokens, long_context, searches = _from_genai_prices(model, day)
    return ModelPrices(
        tokens,
        long_context=long_context,
        fast_mode=_FAST_MODE.get(model),
        us_only=Decimal(1) if model.startswith(_WITHOUT_GEOGRAPHY) else _US_ONLY,
        web_search=searches,
        price_date=LOOKED_UP if model in _MISSING else None,
    )


def _from_genai_prices(model: str, day: date) -> tuple[TokenPrices, TokenPrices | None, Decimal]:
    try:
        library: Any = import_module("genai_prices")
    except ImportError:
        raise ImportError(
            "the prices of models need genai-prices: python -m pip install 'claude-client[cost]'"
        ) from None
    moment = datetime(day.year, day.month, day.day, tzinfo=timezone.utc)
    for provider in _providers_of(model):
        try:
            nothing = library.Usage(input_tokens=0, output_tokens=0)
            found = library.calc_price(nothing, model, provider_id=provider, genai_request_timestamp=moment).model_price
        except LookupError:
            continue
        return _token_prices(found, 0), _long_context(found), cast("Decimal", found.web_searches_kcount or Decimal(10))
    raise UnknownPriceError(
        f"there is no price for the model {model!r}: give it with prices={{{model!r}: ModelPrices(...)}}"
    )


def _providers_of(model: str) -> tuple[str, ...]:
    """Where to look for a model: ids of cloud platforms are not ids of the API."""
    if "anthropic.claude" in model:
        return ("aws",)
    return ("anthropic", "google") if "@" in model else ("anthropic",)


def _token_prices(found: Any, input_tokens: int) -> TokenPrices:
    def price(name: str, otherwise: Decimal) -> Decimal:
        value = getattr(found, name)
        if value is None:
            return otherwise
        if isinstance(value, Decimal):
            return value
        # Tiers: once a request is above a threshold, its price holds for all of its tokens.
        reached = [tier.price for tier in value.tiers if input_tokens > tier.start]
        return cast("Decimal", reached[-1] if reached else value.base)

    base = price("input_mtok", _ZERO)
    return TokenPrices(
        input=base,
        output=price("output_mtok", _ZERO),
        cache_write_5m=price("cache_write_mtok", base * Decimal("1.25")),
        cache_write_1h=price("cache_write_1h_mtok", base * 2),
        cache_read=price("cache_read_mtok", base / 10),
    )


def _long_context(found: Any) -> TokenPrices | None:
    prices = _token_prices(found, LONG_CONTEXT_TOKENS + 1)
    return None if prices == _token_prices(found, 0) else prices


def cost_of(
    usage: object,
    model: str,
    *,
    batch: bool = False,
    prices: Prices | None = None,
    at: datetime | None = None,
) -> Cost:
    """What a message cost, by its usage.

    Args:
        usage: The `Usage` of a message, or the same as a dictionary.
        model: The model that wrote it.
        batch: It is a result of a batch. A usage whose `service_tier` is `batch` is one anyway.
        prices: Prices of yours, which go first.
        at: When the call was made, as prices change; now when left out.

    Raises:
        UnknownPriceError: There is no price for the model, or none for the way in which it was used.
    """
    totals = UsageTotals()
    totals.add(usage, model, batch=batch)
    return totals.cost(prices=prices, at=at)


class _Way(NamedTuple):
    """In which way tokens were used, as far as the price depends on it."""

    model: str
    is_long: bool
    is_fast: bool
    is_us_only: bool
    is_batch: bool


class UsageTotals:
    """What many messages used, kept in a few numbers for each model, and what that cost together."""

    def __init__(self) -> None:
        self._totals: dict[_Way, dict[str, int]] = {}

    def add(self, usage: object, model: str, *, batch: bool = False) -> None:
        """Count the usage of one message."""
        read = _reader(usage)
        amounts = _amounts(read)
        whole = amounts["input"] + amounts["cache_write_5m"] + amounts["cache_write_1h"] + amounts["cache_read"]
        way = _Way(
            model,
            is_long=whole > LONG_CONTEXT_TOKENS,
            is_fast=read("speed") == "fast",
            is_us_only=read("inference_geo") == "us",
            is_batch=batch or read("service_tier") == "batch",
        )
        totals = self._totals.get(way)
        if totals is None:
            self._totals[way] = amounts
            return
        for name, amount in amounts.items():
            totals[name] += amount

    @property
    def input_tokens(self) -> int:
        """Input tokens, those of the cache included."""
        kinds = ("input", "cache_write_5m", "cache_write_1h", "cache_read")
        return sum(totals[kind] for totals in self._totals.values() for kind in kinds)

    @property
    def output_tokens(self) -> int:
        """Output tokens."""
        return sum(totals["output"] for totals in self._totals.values())

    def cost(self, *, prices: Prices | None = None, at: datetime | None = None) -> Cost:
        """What all of it cost.

        Raises:
            UnknownPriceError: There is no price for one of the models, or for the way in which it was used.
        """
        return sum(self.cost_by_model(prices=prices, at=at).values(), Cost())

    def cost_by_model(self, *, prices: Prices | None = None, at: datetime | None = None) -> dict[str, Cost]:
        """What it cost for each model."""
        costs: dict[str, Cost] = {}
        for way, amounts in self._totals.items():
            cost = _price(way, amounts, find_prices(way.model, prices=prices, at=at))
            costs[way.model] = costs[way.model] + cost if way.model in costs else cost
        return costs


def _price(way: _Way, amounts: Mapping[str, int], found: ModelPrices) -> Cost:
    def token_parts(prices: TokenPrices) -> dict[str, Decimal]:
        return {each.name: amounts[each.name] * getattr(prices, each.name) / _MILLION for each in fields(TokenPrices)}

    parts = token_parts(found.tokens)
    paid = base = sum(parts.values(), _ZERO)
    if way.is_long and found.long_context is not None:
        paid = sum(token_parts(found.long_context).values(), _ZERO)
    parts["long_context"] = paid - base
    for part, factor in _factors(way, found):
        parts[part] = paid * (factor - 1)
        paid *= factor
    return Cost(**parts, server_tools=amounts["web_searches"] * found.web_search / 1000, price_date=found.price_date)


def _factors(way: _Way, found: ModelPrices) -> Iterator[tuple[str, Decimal]]:
    if way.is_fast:
        if found.fast_mode is None:
            raise UnknownPriceError(
                f"there is no price for the model {way.model!r} in fast mode: give it with prices={{{way.model!r}: "
                "ModelPrices(..., fast_mode=...)}"
            )
        yield "fast_mode", found.fast_mode
    if way.is_us_only:
        yield "us_only", found.us_only
    if way.is_batch:
        yield "batch", found.batch


def _amounts(read: _Read) -> dict[str, int]:
    """The tokens of a usage by kind of price, and its web searches."""
    written, hour = _count(read("cache_creation_input_tokens")), 0
    if (details := read("cache_creation")) is not None:
        read_detail = _reader(details)
        hour = _count(read_detail("ephemeral_1h_input_tokens"))
        # Servers send one of the two forms or both. What only the sum has is for five minutes, the default.
        written = max(written - hour, _count(read_detail("ephemeral_5m_input_tokens")))
    server_tools = read("server_tool_use")
    return {
        "input": _count(read("input_tokens")),
        "output": _count(read("output_tokens")),
        "cache_write_5m": written,
        "cache_write_1h": hour,
        "cache_read": _count(read("cache_read_input_tokens")),
        "web_searches": 0 if server_tools is None else _count(_reader(server_tools)("web_search_requests")),
    }


_Read: TypeAlias = "Callable[[str], object]"


def _reader(value: object) -> _Read:
    """Gives the fields of a model or a dictionary by their names."""
    if isinstance(value, Mapping):
        return cast("Mapping[str, object]", value).get
    return lambda name: getattr(value, name, None)


def _count(value: object) -> int:
    return value if isinstance(value, int) else 0


@dataclass(frozen=True)
class Spending:
    """What was spent."""

    usd: Decimal = _ZERO
    """US dollars; 0 where the budget has no bound in dollars, as no prices are looked up then."""

    tokens: int = 0
    """Input tokens, those of the cache included, and output tokens."""

    requests: int = 0
    """Requests that were sent, retries included."""

    seconds: float = 0.0
    """Seconds since the first request."""

    def __add__(self, other: Spending) -> Spending:
        return Spending(
            self.usd + other.usd,
            self.tokens + other.tokens,
            self.requests + other.requests,
            max(self.seconds, other.seconds),
        )

    def __sub__(self, other: Spending) -> Spending:
        return Spending(self.usd - other.usd, self.tokens - other.tokens, self.requests - other.requests, self.seconds)
