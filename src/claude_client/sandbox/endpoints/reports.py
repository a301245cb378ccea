"""`/v1/organizations/usage_report` and `/v1/organizations/cost_report`: what was called on this sandbox, added up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Final, TypeAlias

from pydantic import TypeAdapter, ValidationError

from ..call import Call, Endpoint
from ..errors import invalid
from ..json_utils import Object, now, timestamp
from ..models import find
from ..organization import KEY
from ..pages import read_token, token
from ..usage import CALLS, FACTORS, WEB_SEARCHES, Used, buckets, group_usage, read_usage, total

WIDTHS: Final[Mapping[str, tuple[timedelta, int, int]]] = {
    "1d": (timedelta(days=1), 7, 31),
    "1h": (timedelta(hours=1), 24, 168),
    "1m": (timedelta(minutes=1), 60, 1440),
}
"""How wide a bucket is; how many a page has when nothing is said, and at most."""
GROUPS: Final = (
    "account_id",
    "api_key_id",
    "context_window",
    "inference_geo",
    "model",
    "service_account_id",
    "service_tier",
    "speed",
    "workspace_id",
)
FILTERS: Final[Mapping[str, str]] = {
    "account_ids": "account_id",
    "api_key_ids": "api_key_id",
    "context_window": "context_window",
    "inference_geos": "inference_geo",
    "models": "model",
    "service_account_ids": "service_account_id",
    "service_tiers": "service_tier",
    "speeds": "speed",
    "workspace_ids": "workspace_id",
}
SPEED_BETA: Final = "fast-mode-2026-02-01"
Results: TypeAlias = Callable[[list[Used]], Iterable[Object]]
_YEARS: Final = (2000, 2200)
_MOMENT: Final = TypeAdapter(datetime)


async def messages(call: Call) -> Object:
    """`usage_report/messages`."""
    group_by = call.choices("group_by", GROUPS)
    filters = {field: values for name, field in FILTERS.items() if (values := call.queries(name))}
    shown = [name for name in GROUPS if name != "speed" or SPEED_BETA in call.betas]

    def results(amounts: list[Used]) -> Iterator[Object]:
        for values, group in group_usage(amounts, group_by).items():
            told = dict(zip(group_by, values, strict=True))
            yield {name: told.get(name) for name in shown} | _tokens(group)

    return make_page(call, call.query("bucket_width") or "1d", filters, results)


def _tokens(group: list[Used]) -> Object:
    return {
        "uncached_input_tokens": total(group, "uncached_input_tokens"),
        "output_tokens": total(group, "output_tokens"),
        "cache_read_input_tokens": total(group, "cache_read_input_tokens"),
        "cache_creation": {
            "ephemeral_5m_input_tokens": total(group, "cache_creation.ephemeral_5m_input_tokens"),
            "ephemeral_1h_input_tokens": total(group, "cache_creation.ephemeral_1h_input_tokens"),
        },
        "server_tool_use": {"web_search_requests": total(group, WEB_SEARCHES)},
    }


async def costs(call: Call) -> Object:
    """`cost_report`."""
    group_by = call.choices("group_by", ("description", "workspace_id"))
    if call.query("bucket_width") not in (None, "1d"):
        raise invalid("bucket_width: Input should be '1d'")
    by_workspace = ["workspace_id"] if "workspace_id" in group_by else []
    described = ["model", "service_tier", "context_window", "inference_geo"] if "description" in group_by else []

    def results(amounts: list[Used]) -> Iterator[Object]:
        names = [*by_workspace, *described]
        for values, group in group_usage((each for each in amounts if each.name != CALLS), names).items():
            told = dict(zip(names, values, strict=True))
            kinds = {each.name for each in group} if described else {None}
            for kind in sorted(kinds, key=str):
                yield _cost([each for each in group if kind in (None, each.name)], told, kind)

    return make_page(call, "1d", {}, results)


def _cost(amounts: Iterable[Used], told: Mapping[str, str | None], kind: str | None) -> Object:
    search = kind == WEB_SEARCHES
    names = ("workspace_id", "model", "service_tier", "context_window", "inference_geo")
    cents = sum((each.cents for each in amounts), Decimal(0))
    return {name: told.get(name) for name in names} | {
        "amount": f"{cents:.6f}",
        "currency": "USD",
        "cost_type": None if kind is None else "web_search" if search else "tokens",
        "token_type": kind if kind in FACTORS else None,
        "description": _description(told.get("model"), kind),
    }


def _description(model: str | None, kind: str | None) -> str | None:
    if kind is None:
        return None
    if kind == WEB_SEARCHES:
        return "Web Search Usage"
    known = find(model or "")
    name = known.info["display_name"] if known else model
    return f"{name} Usage - {kind.rpartition('.')[2].replace('_', ' ').capitalize()}"


async def claude_code(call: Call) -> Object:
    """`usage_report/claude_code`: the calls whose client was Claude Code, by key."""
    day = _day(call)
    limit = call.whole_number("limit", 20, 1, 1000)
    start = read_token(call.query("page"), int) or 0
    store = call.state.store
    amounts = [
        each for each in read_usage(store, day, day + timedelta(days=1)) if each.what.get("client") == "claude_code"
    ]
    names = {key["id"]: key["name"] for key in store.all(KEY)}
    items = [
        {
            "actor": {"type": "api_actor", "api_key_name": names.get(key_id or "", "unknown")},
            "core_metrics": {
                "num_sessions": 1,
                "lines_of_code": {"added": 0, "removed": 0},
                "commits_by_claude_code": 0,
                "pull_requests_by_claude_code": 0,
            },
            "customer_type": "api",
            "date": timestamp(day),
            "is_remote": False,
            "model_breakdown": [_breakdown(model, part) for (model,), part in group_usage(group, ["model"]).items()],
            "organization_id": call.state.organization_id,
            "terminal_type": "unknown",
            "tool_actions": {},
        }
        for (key_id,), group in group_usage(amounts, ["api_key_id"]).items()
    ]
    more = len(items) > start + limit
    page = items[start : start + limit]
    return {"data": page, "has_more": more, "next_page": token(start + limit) if more else None}


def _breakdown(model: str | None, amounts: list[Used]) -> Object:
    cents = sum((each.cents for each in amounts if each.name != CALLS), Decimal(0))
    creation = sum(each.amount for each in amounts if each.name.startswith("cache_creation."))
    return {
        "model": model,
        "tokens": {
            "input": total(amounts, "uncached_input_tokens"),
            "output": total(amounts, "output_tokens"),
            "cache_read": total(amounts, "cache_read_input_tokens"),
            "cache_creation": creation,
        },
        "estimated_cost": {"currency": "USD", "amount": float(round(cents, 6))},
    }


# ---- what they have in common


def make_page(call: Call, width: str, filters: Mapping[str, list[str]], results: Results) -> Object:
    """The buckets that the query asks for."""
    if width not in WIDTHS:
        raise invalid("bucket_width: Input should be '1d', '1h' or '1m'")
    step, usual, most = WIDTHS[width]
    limit = call.whole_number("limit", usual, 1, most)
    start = read_moment(call, "starting_at")
    if start is None:
        raise invalid("starting_at: Field required")
    end = read_moment(call, "ending_at") or now()
    if end <= start and call.query("ending_at"):
        raise invalid("ending_at: has to be after starting_at")
    page = read_token(call.query("page"), str)
    start = parse_moment(page, "page") if page else start
    data: list[Object] = []
    for opened, closed in buckets(start, end, step):
        if len(data) == limit:
            return {"data": data, "has_more": True, "next_page": token(opened.isoformat())}
        amounts = read_usage(call.state.store, opened, closed)
        wanted = [each for each in amounts if all(each.what.get(name) in values for name, values in filters.items())]
        bucket = {"starting_at": seconds(opened), "ending_at": seconds(closed), "results": list(results(wanted))}
        data.append(bucket)
    return {"data": data, "has_more": False, "next_page": None}


def read_moment(call: Call, name: str) -> datetime | None:
    """The moment that a query names."""
    text = call.query(name)
    return None if text is None else parse_moment(text, name)


def parse_moment(text: str, name: str) -> datetime:
    """The moment that a text of the query stands for, in UTC; refuses one that does not fit."""
    try:
        found = _MOMENT.validate_python(text)
    except ValidationError:
        raise invalid(f"{name}: Input should be a valid datetime") from None
    if not _YEARS[0] <= found.year <= _YEARS[1]:
        raise invalid(f"{name}: Input should be between the years {_YEARS[0]} and {_YEARS[1]}")
    return found.replace(tzinfo=found.tzinfo or timezone.utc).astimezone(timezone.utc)


def _day(call: Call) -> datetime:
    text = call.query("starting_at")
    if text is None:
        raise invalid("starting_at: Field required")
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=timezone.utc)
    except ValueError:
        raise invalid("starting_at: Input should be a valid date in the form YYYY-MM-DD") from None


def seconds(moment: datetime) -> str:
    """RFC 3339 without parts of a second."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


ENDPOINTS: Final = (
    Endpoint("GET", "/v1/organizations/usage_report/messages", messages),
    Endpoint("GET", "/v1/organizations/usage_report/claude_code", claude_code),
    Endpoint("GET", "/v1/organizations/cost_report", costs),
)
