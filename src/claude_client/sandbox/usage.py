"""What was used: kept by the minute, reported in buckets, priced.

The prices stand here, as the sandbox needs no other package. They are those of the documentation, so its reports agree
with what a client works out. Reports add up what was really called on this sandbox.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Final

from .json_utils import Object, member, now
from .models import find
from .store import Store


@dataclass(frozen=True)
class Price:
    """US dollars for a million tokens of a model."""

    input: Decimal
    output: Decimal
    cache_read: Decimal
    long: tuple[Decimal, Decimal] | None = None
    """What multiplies the prices of input and of output above 200,000 input tokens."""

    us_only: Decimal = Decimal("1.1")
    """What multiplies all of them where the model runs in the US only."""

    def of(self, kind: str) -> Decimal:
        if kind == "output_tokens":
            return self.output
        if kind == "cache_read_input_tokens":
            return self.cache_read
        return self.input * FACTORS[kind]


def _price(
    input: str,
    output: str,
    cache_read: str,
    *,
    long: tuple[str, str] | None = None,
    anywhere: bool = True,
) -> Price:
    multiples = None if long is None else (Decimal(long[0]), Decimal(long[1]))
    us_only = Decimal("1.1") if anywhere else Decimal(1)
    return Price(Decimal(input), Decimal(output), Decimal(cache_read), multiples, us_only)


# https://platform.claude.com/docs/en/about-claude/pricing
PRICES: Final[Mapping[str, Price]] = {
    "claude-fable-5-2": _price("8", "40", "0.2"),
    "claude-mythos-5-2": _price("8", "40", "0.2"),
    "claude-haiku-5-5": _price("0.1", "0.5", "0.01", long=("5", "5")),
    "claude-sonnet-5-5": _price("2", "10", "0.1"),
    "claude-fable-5-1": _price("10", "50", "0.25"),
    "claude-opus-5-5": _price("4", "20", "0.2"),
    "claude-mythos-5-1": _price("10", "50", "0.25"),
    "claude-sonnet-5": _price("2", "10", "0.2"),
    "claude-fable-5": _price("10", "50", "1"),
    "claude-mythos-5": _price("10", "50", "1"),
    "claude-opus-5": _price("5", "25", "0.5"),
    "claude-opus-4-8": _price("5", "25", "0.5"),
    "claude-opus-4-7": _price("5", "25", "0.5"),
    "claude-sonnet-4-6": _price("3", "15", "0.3"),
    "claude-opus-4-6": _price("5", "25", "0.5"),
    "claude-opus-4-5-20251101": _price("5", "25", "0.5", anywhere=False),
    "claude-haiku-4-5-20251001": _price("1", "5", "0.1", anywhere=False),
    "claude-sonnet-4-5-20250929": _price("3", "15", "0.3", long=("2", "1.5"), anywhere=False),
}
OTHER_PRICE: Final = _price("3", "15", "0.3", anywhere=False)
"""For models that have no documented price."""
FAST_MODE: Final = Decimal(6)
"""What fast mode multiplies the prices of tokens by. https://platform.claude.com/docs/en/build-with-claude/fast-mode"""
FACTORS: Final[Mapping[str, Decimal]] = {
    "uncached_input_tokens": Decimal(1),
    "output_tokens": Decimal(5),
    "cache_read_input_tokens": Decimal("0.1"),
    "cache_creation.ephemeral_5m_input_tokens": Decimal("1.25"),
    "cache_creation.ephemeral_1h_input_tokens": Decimal(2),
}
"""What each kind of token costs beside an input token, where its price is not given by itself."""
WEB_SEARCHES: Final = "web_search_requests"
CENTS_A_WEB_SEARCH: Final = Decimal(1)
CALLS: Final = "calls"


@dataclass(frozen=True)
class Caller:
    """Who called, as far as usage is told apart by it."""

    key_id: str
    workspace_id: str | None
    version: str
    betas: frozenset[str]
    agent: str = ""
    """The client's `user-agent`."""
    batch: bool = False
    scope: str = ""
    """The workspace whose objects are meant; empty for the default one."""


def record(store: Store, caller: Caller, model: str, usage: Object, at: datetime | None = None) -> None:
    """Keep what a message used, now or at another time."""
    read, written = usage["cache_read_input_tokens"], usage["cache_creation"]
    whole = usage["input_tokens"] + read + usage["cache_creation_input_tokens"]
    what = {
        "api_key_id": caller.key_id,
        "workspace_id": caller.workspace_id,
        "model": model,
        "service_tier": usage["service_tier"],
        "context_window": "0-200k" if whole <= 200_000 else "200k-1M",
        "inference_geo": usage["inference_geo"] if usage["inference_geo"] in ("global", "us") else "not_available",
        "speed": usage["speed"] or "standard",
        "account_id": None,
        "service_account_id": None,
        "client": "claude_code" if caller.agent.startswith("claude-cli/") else None,
    }
    amounts: dict[str, int] = {
        "uncached_input_tokens": usage["input_tokens"],
        "output_tokens": usage["output_tokens"],
        "cache_read_input_tokens": read,
        "cache_creation.ephemeral_5m_input_tokens": written["ephemeral_5m_input_tokens"],
        "cache_creation.ephemeral_1h_input_tokens": written["ephemeral_1h_input_tokens"],
        WEB_SEARCHES: member(usage, "server_tool_use").get(WEB_SEARCHES, 0),
        CALLS: 1,
    }
    store.use(minute_of(at or now()), what, amounts)


def minute_of(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M")


@dataclass(frozen=True)
class Used:
    """An amount of one thing."""

    what: Mapping[str, str | None]
    name: str
    amount: int

    @property
    def cents(self) -> Decimal:
        if self.name == WEB_SEARCHES:
            return self.amount * CENTS_A_WEB_SEARCH
        model = find(self.what["model"] or "")
        price = PRICES.get(model.id if model else "", OTHER_PRICE)
        cents = self.amount * price.of(self.name) / 10_000
        if price.long is not None and self.what["context_window"] != "0-200k":
            cents *= price.long[self.name == "output_tokens"]
        if self.what["inference_geo"] == "us":
            cents *= price.us_only
        if self.what["speed"] == "fast":
            cents *= FAST_MODE
        return cents * (Decimal("0.5") if self.what["service_tier"] == "batch" else 1)


def read_usage(store: Store, start: datetime, end: datetime) -> Iterator[Used]:
    """What was used from `start` until before `end`."""
    for _, what, name, amount in store.read_usage(minute_of(start), minute_of(end)):
        yield Used(what, name, amount)


def read_usage_in_buckets(
    store: Store, start: datetime, end: datetime, width: timedelta | None
) -> dict[tuple[datetime, datetime], list[Used]]:
    """What was used, by the bucket of that width in which it was; without a width all of it is in one."""
    found: dict[tuple[datetime, datetime], list[Used]] = {}
    for minute, what, name, amount in store.read_usage(minute_of(start), minute_of(end)):
        at = datetime.strptime(f"{minute}+0000", "%Y-%m-%dT%H:%M%z")
        opened = start if width is None else next(buckets(at, at + timedelta(minutes=1), width))[0]
        closed = end if width is None else opened + width
        found.setdefault((opened, closed), []).append(Used(what, name, amount))
    return dict(sorted(found.items()))


def group_usage(amounts: Iterable[Used], by: Iterable[str]) -> dict[tuple[str | None, ...], list[Used]]:
    """The amounts by what they are told apart by, in a fixed order."""
    names = tuple(by)
    groups: dict[tuple[str | None, ...], list[Used]] = {}
    for each in amounts:
        groups.setdefault(tuple(each.what.get(name) for name in names), []).append(each)
    return dict(sorted(groups.items(), key=lambda group: [value or "" for value in group[0]]))


def total(amounts: Iterable[Used], name: str) -> int:
    return sum(each.amount for each in amounts if each.name == name)


def buckets(start: datetime, end: datetime, width: timedelta) -> Iterator[tuple[datetime, datetime]]:
    """The spans of time from the one that `start` is in."""
    seconds = int(width.total_seconds())
    at = start - timedelta(seconds=start.timestamp() % seconds)
    while at < end:
        yield at, at + width
        at += width
