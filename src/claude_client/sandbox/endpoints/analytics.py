"""`/v1/organizations/analytics`: what an organization uses and pays, and what its people do.

Usage and cost add up what was really called on this sandbox; a call is of the user who made its key. What people do in
Claude's applications does not pass by here: those lists have what `Sandbox.seed` put into them, day by day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Final, cast

from ..call import Call, Endpoint
from ..errors import invalid
from ..json_utils import Object, member, new_id
from ..organization import KEY, USER
from ..pages import page_by_token
from ..response_shapes import NoValue, field_types, fill, response_type
from ..state import State
from ..usage import CALLS, FACTORS, WEB_SEARCHES, Used, group_usage, read_usage_in_buckets, total
from .organization_objects import RBAC_GROUP_MEMBERS, RBAC_GROUPS
from .reports import WIDTHS, make_page, read_moment, seconds

BETA: Final = "analytics-usage-cost-2026-08-24"
_ROOT: Final = "/v1/organizations/analytics"
_COMMON: Final = (
    "claude_tag_category", "claude_tag_user_id", "context_window", "inference_geo", "model", "product",
    "rbac_group_id", "slack_channel_id", "speed",
)  # fmt: skip
_OF_COST: Final = ("cost_type", "token_type")
_ALL: Final = (
    *_COMMON, "actor", "actor_type", "agent_id", "api_key_id", "deployment_id", "environment_id", "organization_id",
    "service_tier", "session_id", "user_profile_id", "workspace_id",
)  # fmt: skip
_FILTERS: Final[Mapping[str, str]] = {
    "actor_ids": "api_key_id",
    "claude_tag_categories": "claude_tag_category",
    **{f"{name}s": name for name in (*_ALL, "user_id") if name not in ("actor", "claude_tag_category")},
}
"""Which filter is of which dimension."""


# ---- usage and cost, as they were on this sandbox


class Dimensions:
    """By what an amount is told apart beside what was kept with it."""

    def __init__(self, state: State) -> None:
        self._organization_id = state.organization_id
        self._creators = {key["id"]: member(key, "created_by").get("id") for key in state.store.all(KEY)}
        self._groups = {
            one["user_id"]: group["id"]
            for group in state.store.all(RBAC_GROUPS.type)
            for one in state.store.all(RBAC_GROUP_MEMBERS.type, group["id"])
        }

    def add(self, amount: Used) -> Used:
        """The same amount with all of them."""
        what = amount.what
        user = self._creators.get(what["api_key_id"])
        geo, is_batch = what["inference_geo"], what["service_tier"] == "batch"
        is_code = what.get("client") == "claude_code"
        known: dict[str, str | None] = {
            "actor": what["api_key_id"],
            "actor_type": "api_actor",
            "inference_geo": geo if geo in ("global", "us") else None,
            "organization_id": self._organization_id,
            "product": "claude_code" if is_code else "message_batches_api" if is_batch else "messages_api",
            "rbac_group_id": self._groups.get(user),
            "user_id": user,
            "cost_type": "web_search" if amount.name == WEB_SEARCHES else "tokens",
            "token_type": amount.name if amount.name in FACTORS else None,
        }
        return replace(amount, what={**what, **known})


class Question:
    """What a query asks of usage or cost."""

    def __init__(self, call: Call, groups: Iterable[str], width_name: str) -> None:
        self.group_by: list[str] = call.choices("group_by", tuple(groups))
        self._filters = {field: values for name, field in _FILTERS.items() if (values := call.queries(name))}
        self._dimensions = Dimensions(call.state)
        self._call = call
        name = call.query(width_name)
        if name not in (None, *WIDTHS):
            raise invalid(f"{width_name}: Input should be '1d', '1h' or '1m'")
        self.width: timedelta | None = WIDTHS[name][0] if name else None

    def select(self, amounts: Iterable[Used]) -> list[Used]:
        """The amounts that the filters let through."""
        found = map(self._dimensions.add, amounts)
        return [each for each in found if all(self._fits(each, *one) for one in self._filters.items())]

    def _fits(self, amount: Used, name: str, values: list[str]) -> bool:
        value = amount.what.get(name)
        return ("not_available" if name == "inference_geo" and value is None else value) in values

    def buckets(self) -> Iterator[tuple[datetime, datetime, list[Used]]]:
        """The amounts that are wanted, by the spans of time that are asked for."""
        start = read_moment(self._call, "starting_at")
        if start is None:
            raise invalid("starting_at: Field required")
        end = read_moment(self._call, "ending_at") or self._call.state.now() + timedelta(minutes=1)
        if end <= start:
            raise invalid("ending_at: has to be after starting_at")
        found = read_usage_in_buckets(self._call.state.store, start, end, self.width)
        for (opened, closed), amounts in found.items():
            yield opened, closed, self.select(amounts)

    def groups(self, amounts: list[Used], *also: str) -> Iterator[tuple[Object, list[Used]]]:
        """Groups of amounts, each with the values that it has in common."""
        names = (*also, *self.group_by)
        for values, group in group_usage(amounts, names).items():
            yield dict(zip(names, values, strict=True)), group

    def sort(self, rows: list[Object], values: Callable[[Object], Object], usual: str, names: tuple[str, ...]) -> None:
        """Put rows into the order that is asked for: the largest first, or the oldest."""
        order_by = self._call.query("order_by") or usual
        order = self._call.query("order") or ("asc" if order_by == "time" else "desc")
        if order_by not in names:
            raise invalid(f"order_by: Input should be one of {', '.join(names)}")
        if order not in ("asc", "desc"):
            raise invalid("order: Input should be 'asc' or 'desc'")

        def key(row: Object) -> Any:
            value = row["starting_at"] if order_by == "time" else values(row)[order_by]
            return Decimal(value) if order_by in ("amount", "list_amount") else value

        rows.sort(key=key, reverse=order == "desc")


def _usage(amounts: list[Used]) -> Object:
    return {
        "uncached_input_tokens": total(amounts, "uncached_input_tokens"),
        "output_tokens": total(amounts, "output_tokens"),
        "cache_read_input_tokens": total(amounts, "cache_read_input_tokens"),
        "cache_creation": {
            "ephemeral_5m_input_tokens": total(amounts, "cache_creation.ephemeral_5m_input_tokens"),
            "ephemeral_1h_input_tokens": total(amounts, "cache_creation.ephemeral_1h_input_tokens"),
        },
        "server_tool_use": {"web_search_requests": total(amounts, WEB_SEARCHES)},
        "requests": total(amounts, CALLS),
    }


def _usage_with_total(amounts: list[Used]) -> Object:
    return {**_usage(amounts), "total_tokens": sum(total(amounts, name) for name in FACTORS)}


def _cost(amounts: list[Used], group_by: list[str]) -> Object:
    """What amounts cost; how many requests they were is not known of a kind of tokens alone."""
    cents = f"{sum((each.cents for each in amounts if each.name != CALLS), Decimal(0)):.6f}"
    requests = None if set(_OF_COST) & set(group_by) else total(amounts, CALLS)
    return {"amount": cents, "list_amount": cents, "currency": "USD", "requests": requests}


def _select_costs(amounts: list[Used], group_by: list[str]) -> list[Used]:
    """Amounts without the count of calls where kinds of cost are told apart, as it is of none."""
    return [each for each in amounts if each.name != CALLS or not set(_OF_COST) & set(group_by)]


def _add_refresh_time(call: Call, page: Object) -> Object:
    return {**page, "has_more": page["next_page"] is not None, "data_refreshed_at": call.state.timestamp()}


def _build_group(values: Object, names: Iterable[str]) -> Object:
    shown: Object = {name: values.get(name) for name in names}
    if shown.get("actor") is not None:
        shown["actor"] = {"type": "api_actor", "api_key_id": shown["actor"]}
    return shown


async def list_usage(call: Call) -> Object:
    """Tokens and requests, by whatever they are to be told apart."""
    asked, rows = Question(call, _ALL, "time_bucket_width"), list[Object]()
    for opened, closed, amounts in asked.buckets():
        for values, group in asked.groups(amounts):
            span = {"starting_at": seconds(opened), "ending_at": seconds(closed)}
            rows.append({**span, "group": _build_group(values, _ALL), "usage": _usage_with_total(group)})
    names = ("time", "output_tokens", "requests", "total_tokens", "uncached_input_tokens")
    asked.sort(rows, lambda row: row["usage"], "time", names)
    return _add_refresh_time(call, page_by_token(call, rows))


async def list_cost(call: Call) -> Object:
    """What that costs."""
    groups = (*_ALL, *_OF_COST)
    asked, rows = Question(call, groups, "time_bucket_width"), list[Object]()
    for opened, closed, amounts in asked.buckets():
        for values, group in asked.groups(_select_costs(amounts, asked.group_by)):
            span = {"starting_at": seconds(opened), "ending_at": seconds(closed)}
            rows.append({**span, "group": _build_group(values, groups), "cost": _cost(group, asked.group_by)})
    asked.sort(rows, lambda row: row["cost"], "time", ("time", "amount", "list_amount"))
    return _add_refresh_time(call, page_by_token(call, rows))


async def usage_report(call: Call) -> Object:
    """Tokens and requests in buckets of time."""
    asked = Question(call, _COMMON, "bucket_width")

    def results(amounts: list[Used]) -> Iterator[Object]:
        for values, group in asked.groups(asked.select(amounts)):
            yield {**_build_group(values, _COMMON), **_usage(group)}

    return _add_refresh_time(call, make_page(call, call.query("bucket_width") or "1d", {}, results))


async def cost_report(call: Call) -> Object:
    """What that costs."""
    names = (*_COMMON, *_OF_COST)
    asked = Question(call, names, "bucket_width")

    def results(amounts: list[Used]) -> Iterator[Object]:
        for values, group in asked.groups(_select_costs(asked.select(amounts), asked.group_by)):
            yield {**_build_group(values, names), **_cost(group, asked.group_by)}

    return _add_refresh_time(call, make_page(call, call.query("bucket_width") or "1d", {}, results))


async def user_usage_report(call: Call) -> Object:
    """Tokens and requests of each user, who is the one that made the key."""
    asked = Question(call, _COMMON, "bucket_width")
    rows = list(_of_users(call, asked, _COMMON, lambda amounts: amounts, _usage_with_total))
    asked.sort(rows, lambda row: row, "total_tokens", _ORDERS_OF_USAGE)
    return _add_refresh_time(call, page_by_token(call, rows))


async def user_cost_report(call: Call) -> Object:
    """What that costs."""
    names = (*_COMMON, *_OF_COST)
    asked = Question(call, names, "bucket_width")
    rows = list(
        _of_users(
            call, asked, names,
            lambda amounts: _select_costs(amounts, asked.group_by), lambda amounts: _cost(amounts, asked.group_by),
        )
    )  # fmt: skip
    asked.sort(rows, lambda row: row, "amount", ("amount", "list_amount"))
    return _add_refresh_time(call, page_by_token(call, rows))


_ORDERS_OF_USAGE: Final = ("output_tokens", "requests", "total_tokens", "uncached_input_tokens")


def _of_users(
    call: Call,
    asked: Question,
    names: Iterable[str],
    choose: Callable[[list[Used]], list[Used]],
    measure: Callable[[list[Used]], Object],
) -> Iterator[Object]:
    users = {each["id"]: each for each in call.state.store.all(USER)}
    for opened, closed, amounts in asked.buckets():
        span = (seconds(opened), seconds(closed)) if asked.width else (None, None)
        for values, group in asked.groups(choose(amounts), "user_id"):
            user = users.get(values["user_id"])
            if values["user_id"] is None or (user is None and call.truth("exclude_deleted_users")):
                continue
            actor = {
                "type": "user_actor",
                "user_id": values["user_id"],
                "name": user["name"] if user else None,
                "email_address": user["email"] if user else None,
                "deleted": user is None,
            }
            times = {"starting_at": span[0], "ending_at": span[1]}
            yield {"actor": actor, **times, **_build_group(values, names), **measure(group)}


# ---- what people do, as it was seeded


@dataclass(frozen=True)
class Activity:
    """A list of what was done on a day, or on several added up."""

    type: str
    """By which name rows of it are seeded."""
    path: str
    response: str
    identity: tuple[str, ...]
    """The fields whose values tell a row from the others of a day."""
    group_by: tuple[str, ...] = ("product", "rbac_group_id", "user_id")
    has_days: bool = False
    """Whether each row is of a day and says so."""

    def seed(self, state: State, given: Object) -> Object:
        """Keep a row of the day that its `date` names."""
        day = _day(str(given.get("date")), "date")
        fields = {name: value for name, value in given.items() if name != "date"}
        known = field_types(response_type(self.response))
        for name in fields:
            if name not in known:
                raise invalid(f"{name}: {self.response} has no such field")
        if self.has_days:
            fields |= {"starting_at": _midnight(day), "ending_at": _midnight(day + timedelta(days=1))}
        try:
            row = fill(response_type(self.response), fields, self.group_by, zeros=True)
        except NoValue as error:
            raise invalid(f"{error}: Field required") from None
        state.store.put(self.type, new_id("row"), {"date": str(day), "row": row})
        return row

    async def list_rows(self, call: Call) -> Object:
        """A page of the rows of the days that are asked for."""
        group_by = call.choices("group_by", self.group_by) if self.group_by else []
        start, end = self._days(call)
        wanted = [_filter(each, self.group_by) for each in call.queries("filter")]
        merged: dict[tuple[object, ...], Object] = {}
        for kept in call.state.store.all(self.type):
            row: Object = kept["row"]
            if not start <= date.fromisoformat(kept["date"]) < end:
                continue
            if any(row.get(name) != value for name, value in wanted):
                continue
            shown = {name: value for name, value in row.items() if name not in self.group_by or name in group_by}
            key = tuple(str(shown.get(name)) for name in (*self.identity, *group_by))
            merged[key] = _add(merged[key], shown) if key in merged else shown
        return page_by_token(call, self._sort(call, list(merged.values())))

    def _days(self, call: Call) -> tuple[date, date]:
        """The first day, and the one behind the last."""
        one, first, last = call.query("date"), call.query("starting_date"), call.query("ending_date")
        if one is not None and not self.has_days:
            day = _day(one, "date")
            return day, day + timedelta(days=1)
        if first is None:
            raise invalid(f"{'starting_date' if self.has_days else 'date'}: Field required")
        start = _day(first, "starting_date")
        end = _day(last, "ending_date") if last else call.state.now().date() + timedelta(days=1)
        if end <= start and last:
            raise invalid("ending_date: has to be after starting_date")
        return start, end

    def _sort(self, call: Call, rows: list[Object]) -> list[Object]:
        name, order = call.query("order_by"), call.query("order") or "desc"
        if order not in ("asc", "desc"):
            raise invalid("order: Input should be 'asc' or 'desc'")
        if name is None:
            return rows
        known = field_types(response_type(self.response))
        if name not in known:
            raise invalid(f"order_by: expected a field of {self.response}, not {name!r}")
        found = sorted(rows, key=lambda row: (row.get(name) is not None, _sortable(row.get(name))))
        return found[::-1] if order == "desc" else found


def _sortable(value: Any) -> Any:
    return value if isinstance(value, int | float) else 0 if value is None else str(value)


def _filter(text: str, names: tuple[str, ...]) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    if not colon or name not in names:
        raise invalid(f"filter: expected one of {', '.join(names)}, a colon and a value, not {text!r}")
    return name, value


def _add(one: Object, other: Object) -> Object:
    """Two rows of the same thing on different days in one. How many were distinct is not less than on either day."""
    added: Object = {}
    for name, value in one.items():
        more = other.get(name)
        if isinstance(value, dict) and isinstance(more, dict):
            added[name] = _add(cast("Object", value), cast("Object", more))
        elif isinstance(value, int | float) and isinstance(more, int | float) and not isinstance(value, bool):
            added[name] = max(value, more) if "distinct" in name else value + more
        else:
            added[name] = value if more is None else cast("Any", more)
    return added


def _day(text: str, name: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise invalid(f"{name}: Input should be a valid date in the form YYYY-MM-DD") from None


def _midnight(day: date) -> str:
    return seconds(datetime(day.year, day.month, day.day, tzinfo=timezone.utc))


ACTIVITIES: Final = (
    Activity("analytics_user", f"{_ROOT}/users", "AnalyticsUserActivity", ("user",), ("rbac_group_id",)),
    Activity("analytics_skill", f"{_ROOT}/skills", "AnalyticsSkillActivity", ("skill_name",)),
    Activity("analytics_connector", f"{_ROOT}/connectors", "AnalyticsConnectorActivity", ("connector_name",)),
    Activity("analytics_plugin", f"{_ROOT}/plugins", "AnalyticsPluginActivity", ("plugin_name",)),
    Activity(
        "analytics_artifact", f"{_ROOT}/artifacts", "AnalyticsArtifactActivity", ("artifact_type", "is_shared")
    ),
    Activity(
        "analytics_project", f"{_ROOT}/apps/chat/projects", "AnalyticsProjectActivity", ("project_id",),
        ("rbac_group_id", "user_id"),
    ),
    Activity(
        "analytics_summary", f"{_ROOT}/summaries", "AnalyticsSingleDayActivitySummary", ("starting_at",), (),
        has_days=True,
    ),
)  # fmt: skip

ENDPOINTS: Final = (
    Endpoint("GET", f"{_ROOT}/usage", list_usage, betas=(BETA,)),
    Endpoint("GET", f"{_ROOT}/cost", list_cost, betas=(BETA,)),
    Endpoint("GET", f"{_ROOT}/usage_report", usage_report),
    Endpoint("GET", f"{_ROOT}/cost_report", cost_report),
    Endpoint("GET", f"{_ROOT}/user_usage_report", user_usage_report),
    Endpoint("GET", f"{_ROOT}/user_cost_report", user_cost_report),
    *(Endpoint("GET", each.path, each.list_rows) for each in ACTIVITIES),
)
SEEDED: Final = ACTIVITIES
