"""`/v1/organizations/spend_limits`: limits, what of them counts for whom, and requests of people for more.

What somebody has spent is what was called on this sandbox with the keys that they made. Nobody is kept from spending.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from ..call import Call, Endpoint
from ..errors import Refusal, invalid, not_found
from ..json_utils import Object, member
from ..organization import KEY, USER
from ..pages import page_by_token
from ..plain_objects import Kind
from ..response_shapes import param_type
from ..state import State
from ..usage import CALLS, read_usage

LIST_BETA: Final = "spend-limit-reads-2026-09-26"
PERIODS: Final = ("daily", "monthly", "weekly")
_ROOT: Final = "/v1/organizations"
_AMOUNT: Final = re.compile(r"\d{1,15}(\.\d{1,6})?")


class Limits(Kind):
    """Limits, which are also found by the workspace that they are for."""

    def filters(self, call: Call) -> Callable[[Object], bool]:
        """What a query asks for: a workspace, too."""
        others, workspace = super().filters(call), call.query("workspace_id")
        return lambda each: others(each) and workspace in (None, each["scope"].get("workspace_id"))


SPEND_LIMITS: Final = Limits(
    "spend_limit", f"{_ROOT}/spend_limits", "spend_limit_id", "splim", "SpendLimit", "SpendLimit",
    actions=("retrieve", "delete"), defaults={"currency": "USD", "is_enabled": True, "period": "monthly"},
)  # fmt: skip


async def set_limit(call: Call) -> Object:
    """Set the limit of a scope and period, in place of the one there is."""
    body = await call.body(param_type("SpendLimitSetParamsBase"))
    return _set(call, body)


def _set(call: Call, body: Object) -> Object:
    if body["amount"] is not None and not _AMOUNT.fullmatch(body["amount"]):
        raise invalid("amount: expected a decimal number of cents as text, such as '50000'")
    period = body.get("period") or "monthly"
    for each in call.state.store.all(SPEND_LIMITS.type):
        if (each["scope"], each["period"]) == (body["scope"], period):
            each |= {"amount": body["amount"], "updated_at": call.state.timestamp()}
            SPEND_LIMITS.put(call, each)
            return each
    made = SPEND_LIMITS.new(call, body)
    SPEND_LIMITS.put(call, made)
    return made


# ---- what counts for whom


async def list_effective(call: Call) -> Object:
    """The limit that counts for each user, and what they have spent of it."""
    wanted = call.queries("user_ids")
    periods = call.choices("period", PERIODS) or list(PERIODS)
    users = [each for each in call.state.store.all(USER) if not wanted or each["id"] in wanted]
    found = (_summary(call.state, _actor(user), period) for user in users for period in periods)
    return page_by_token(call, [each for each in found if each is not None])


def _summary(state: State, actor: Object, period: str) -> Object | None:
    """The limit that counts for a user: their own one before that of the organization; None where there is neither."""
    limits = [each for each in state.store.all(SPEND_LIMITS.type) if each["period"] == period]
    for scope in ({"type": "user", "user_id": actor.get("user_id")}, {"type": "organization"}):
        for limit in limits:
            if limit["scope"] == scope and limit["is_enabled"]:
                return {
                    "actor": actor,
                    "amount": limit["amount"],
                    "currency": limit["currency"],
                    "period": period,
                    "period_to_date_spend": _sum_spent(state, actor.get("user_id"), _start(state.now(), period)),
                    "scope": scope,
                    "source": scope,
                    "spend_limit_id": limit["id"],
                }
    return None


def _sum_spent(state: State, user_id: Any, since: datetime) -> str:
    """What was spent with the keys of a user, in cents."""
    keys = {key["id"] for key in state.store.all(KEY) if member(key, "created_by").get("id") == user_id}
    amounts = read_usage(state.store, since, state.now() + timedelta(minutes=1))
    cents = (each.cents for each in amounts if each.name != CALLS and each.what["api_key_id"] in keys)
    return f"{sum(cents, Decimal(0)):.6f}"


def _start(now: datetime, period: str) -> datetime:
    day = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if period == "monthly":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if period == "weekly" else day


def _actor(user: Object) -> Object:
    named = {"name": user["name"], "email_address": user["email"]}
    return {"type": "user_actor", "user_id": user["id"], "deleted": False, **named}


# ---- requests for more


class Requests(Kind):
    """Requests, which people make in the console."""

    def seed(self, state: State, given: Object) -> Object:
        """Keep a request of a user."""
        actor = member(given, "actor")
        user = state.store.get(USER, str(actor.get("user_id")))
        if actor.get("type", "user_actor") == "user_actor":
            if user is None:
                raise not_found(f"actor.user_id: there is no user {actor.get('user_id')!r}")
            given = {**given, "actor": _actor(user)}
        return super().seed(state, given)

    def filters(self, call: Call) -> Callable[[Object], bool]:
        """What a query asks for: whose requests, too."""
        others, actors = super().filters(call), call.queries("actor_ids")
        return lambda each: (
            others(each)
            and (not actors or each["actor"].get("user_id", each["actor"].get("scoped_api_key_id")) in actors)
        )


def _show(call: Call, found: Object) -> Object:
    return {**found, "spend_summary": _summary(call.state, found["actor"], found["period"])}


REQUESTS: Final = Requests(
    "spend_limit_increase_request", f"{_ROOT}/spend_limit_increase_requests", "spend_limit_increase_request_id",
    "slir", "SpendLimitIncreaseRequest", "IncreaseRequest",
    actions=("list", "retrieve"), defaults={"period": "monthly", "status": "pending"}, show=_show,
)  # fmt: skip


async def approve(call: Call) -> Object:
    """Give the user who asked a limit of their own."""
    body = await call.body(param_type("IncreaseRequestApproveParamsBase"))
    found = _pending(call)
    if found["actor"]["type"] != "user_actor":
        raise invalid("Only the request of a user can be approved here")
    with call.state.store.transaction():
        scope = {"type": "user", "user_id": found["actor"]["user_id"]}
        period = body.get("period") or found["period"]
        limit = _set(call, {"amount": body["amount"], "scope": scope, "period": period})
        return {**_resolve(call, found, "approved"), "spend_limit": limit}


async def deny(call: Call) -> Object:
    """Leave the limit as it is."""
    await call.optional_body(param_type("IncreaseRequestDenyParamsBase"))
    return _resolve(call, _pending(call), "denied")


def _pending(call: Call) -> Object:
    found = REQUESTS.find(call)
    if found["status"] != "pending":
        raise Refusal(409, f"The request {found['id']} is {found['status']} already")
    return found


def _resolve(call: Call, found: Object, status: str) -> Object:
    """Close a request; by whoever the key belongs to."""
    key = call.state.store.get(KEY, call.key.id) or {}
    user = call.state.store.get(USER, str(member(key, "created_by").get("id")))
    by = _actor(user) if user else None
    found |= {"status": status, "resolved_at": call.state.timestamp(), "resolved_by": by}
    REQUESTS.put(call, found)
    return _show(call, found)


ENDPOINTS: Final = (
    SPEND_LIMITS.on_all("GET", list_effective, "/effective"),  # before the limit of that name
    Endpoint("GET", SPEND_LIMITS.path, SPEND_LIMITS.list_page, betas=(LIST_BETA,)),
    *SPEND_LIMITS.endpoints(),
    SPEND_LIMITS.on_all("POST", set_limit),
    *REQUESTS.endpoints(),
    REQUESTS.on_one("POST", approve, "/approve"),
    REQUESTS.on_one("POST", deny, "/deny"),
)
SEEDED: Final = (REQUESTS,)
