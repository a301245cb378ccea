from __future__ import annotations

from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any

import pytest

from both import Both, items
from server import Server, error, reply

INVITE = {"id": "invite_1", "type": "invite", "email": "a@b.example", "role": "user", "status": "pending"}
USER = {"id": "user_1", "type": "user", "email": "a@b.example", "name": "A", "role": "user"}
WORKSPACE = {"id": "wrkspc_1", "type": "workspace", "name": "W", "display_color": "#112233"}
MEMBER = {
    "type": "workspace_member",
    "user_id": "user_1",
    "workspace_id": "wrkspc_1",
    "workspace_role": "workspace_user",
}
KEY = {"id": "apikey_1", "type": "api_key", "name": "K", "status": "active", "partial_key_hint": "sk-...x"}
ORGANIZATION = {"id": "org_1", "type": "organization", "name": "O"}


def page(item: object) -> dict[str, Any]:
    return {"data": [item], "has_more": False, "first_id": "x", "last_id": "x"}


# call, verb, path and query, body, response
CALLS: list[tuple[Any, str, str, Any, Any]] = [
    (lambda o: o.retrieve(), "GET", "/me", None, ORGANIZATION),
    (lambda o: o.organization.retrieve(), "GET", "/me", None, ORGANIZATION),
    (lambda o: o.invites.create(email="a@b.example", role="user"), "POST", "/invites", {"email": "a@b.example", "role": "user"}, INVITE),
    (lambda o: o.invites.retrieve("invite_1"), "GET", "/invites/invite_1", None, INVITE),
    (lambda o: o.invites.list(roles=["user"], limit=3), "GET", "/invites?roles%5B%5D=user&limit=3", None, page(INVITE)),
    (lambda o: o.invites.delete("invite_1"), "DELETE", "/invites/invite_1", None, {"id": "invite_1", "type": "invite_deleted"}),
    (lambda o: o.users.retrieve("user_1"), "GET", "/users/user_1", None, USER),
    (lambda o: o.users.update("user_1", role="developer"), "POST", "/users/user_1", {"role": "developer"}, USER),
    (lambda o: o.users.remove("user_1"), "DELETE", "/users/user_1", None, {"id": "user_1", "type": "user_deleted"}),
    (lambda o: o.users.list(email="a@b.example"), "GET", "/users?email=a%40b.example", None, page(USER)),
    (lambda o: o.workspaces.create(name="W"), "POST", "/workspaces", {"name": "W"}, WORKSPACE),
    (lambda o: o.workspaces.retrieve("wrkspc_1"), "GET", "/workspaces/wrkspc_1", None, WORKSPACE),
    (lambda o: o.workspaces.list(include_archived=True), "GET", "/workspaces?include_archived=true", None, page(WORKSPACE)),
    (lambda o: o.workspaces.update("wrkspc_1", name="V", tags=None), "POST", "/workspaces/wrkspc_1", {"name": "V", "tags": None}, WORKSPACE),
    (lambda o: o.workspaces.archive("wrkspc_1"), "POST", "/workspaces/wrkspc_1/archive", None, WORKSPACE),
    (lambda o: o.workspaces.members.add("wrkspc_1", user_id="user_1", workspace_role="workspace_user"), "POST", "/workspaces/wrkspc_1/members", {"user_id": "user_1", "workspace_role": "workspace_user"}, MEMBER),
    (lambda o: o.workspaces.members.retrieve("user_1", workspace_id="wrkspc_1"), "GET", "/workspaces/wrkspc_1/members/user_1", None, MEMBER),
    (lambda o: o.workspaces.members.update("user_1", workspace_id="wrkspc_1", workspace_role="workspace_admin"), "POST", "/workspaces/wrkspc_1/members/user_1", {"workspace_role": "workspace_admin"}, MEMBER),
    (lambda o: o.workspaces.members.remove("user_1", workspace_id="wrkspc_1"), "DELETE", "/workspaces/wrkspc_1/members/user_1", None, {"type": "workspace_member_deleted", "user_id": "user_1", "workspace_id": "wrkspc_1"}),
    (lambda o: o.workspaces.members.list("wrkspc_1"), "GET", "/workspaces/wrkspc_1/members", None, page(MEMBER)),
    (lambda o: o.api_keys.retrieve("apikey_1"), "GET", "/api_keys/apikey_1", None, KEY),
    (lambda o: o.api_keys.update("apikey_1", status="inactive"), "POST", "/api_keys/apikey_1", {"status": "inactive"}, KEY),
    (lambda o: o.api_keys.list(workspace_id="wrkspc_1"), "GET", "/api_keys?workspace_id=wrkspc_1", None, page(KEY)),
]  # fmt: skip


@pytest.mark.parametrize(("call", "verb", "target", "body", "response"), CALLS)
def test_each_call_has_its_verb_path_body_and_the_admin_key(
    both: Both, server: Server, call: Any, verb: str, target: str, body: Any, response: dict[str, Any]
) -> None:
    server.replies(reply(response))

    given = both.run(lambda client: call(client.organization), admin_api_key="sk-ant-admin01-x")

    (request,) = server.received
    assert (request.method, request.target) == (verb, f"/v1/organizations{target}")
    assert (request.json if request.body else None) == body
    assert request.headers["x-api-key"] == "sk-ant-admin01-x"
    first = given.data[0] if "data" in response else given
    assert first.type == (response["data"][0] if "data" in response else response)["type"]


def test_admin_and_organization_are_the_same(both: Both) -> None:
    client = both.client()

    assert client.admin is client.organization


def test_the_usage_report_goes_over_buckets_of_time_and_all_pages(both: Both, server: Server) -> None:
    bucket = {"starting_at": "2026-01-01T00:00:00Z", "ending_at": "2026-01-02T00:00:00Z", "results": []}
    later = {**bucket, "starting_at": "2026-01-02T00:00:00Z"}
    server.replies(
        reply({"data": [bucket], "has_more": True, "next_page": "p2"}),
        reply({"data": [later], "has_more": False, "next_page": None}),
    )

    def body(client: Any) -> Any:
        start = datetime(2026, 1, 1, tzinfo=timezone.utc)
        report = client.admin.usage_report.retrieve_messages(starting_at=start, group_by=["model", "api_key_id"])
        return (yield items(report))

    buckets = both.run(body)

    assert [bucket.starting_at.day for bucket in buckets] == [1, 2]
    first, second = server.received
    assert first.query == [
        ("starting_at", "2026-01-01T00:00:00Z"),
        ("group_by[]", "model"),
        ("group_by[]", "api_key_id"),
    ]
    assert second.query == [*first.query, ("page", "p2")]


def test_a_report_does_not_begin_at_a_time_without_a_zone(both: Both, server: Server) -> None:
    with pytest.raises(ValueError, match="starting_at=.*time zone"):
        both.run(lambda client: client.admin.cost_report.retrieve(starting_at=datetime(2026, 1, 1)))

    assert server.received == []


def test_costs_are_exact(both: Both, server: Server) -> None:
    item = {"currency": "USD", "amount": "123.78912", "workspace_id": None, "description": None}
    bucket = {"starting_at": "2026-01-01T00:00:00Z", "ending_at": "2026-01-02T00:00:00Z", "results": [item]}
    server.replies(reply({"data": [bucket], "has_more": False, "next_page": None}))

    report = both.run(lambda client: client.admin.cost_report.retrieve(starting_at="2026-01-01T00:00:00Z"))

    assert report.data[0].results[0].amount == Decimal("123.78912")


def test_the_claude_code_report_takes_a_day(both: Both, server: Server) -> None:
    server.replies(reply({"data": [], "has_more": False, "next_page": None}))

    both.run(lambda client: client.admin.usage_report.retrieve_claude_code(starting_at=date(2026, 1, 2)))

    assert server.received[0].query == [("starting_at", "2026-01-02")]


# ---- lists in the query -------------------------------------------------------------------------------------

FILTERS: dict[str, Any] = {
    "one text": lambda: "claude-opus-5",
    "a list": lambda: ["claude-opus-5"],
    "a tuple": lambda: ("claude-opus-5",),
    "a generator": lambda: (name for name in ["claude-opus-5"]),
    "a set": lambda: {"claude-opus-5"},
    "keys": lambda: {"claude-opus-5": 1}.keys(),
    "values": lambda: {1: "claude-opus-5"}.values(),
    "a map": lambda: map(str, ["claude-opus-5"]),
}


@pytest.mark.parametrize("make", FILTERS.values(), ids=FILTERS)
def test_a_filter_holds_on_every_page_and_retry_whatever_holds_its_items(both: Both, server: Server, make: Any) -> None:
    bucket = {"starting_at": "2026-01-01T00:00:00Z", "ending_at": "2026-01-02T00:00:00Z", "results": []}
    server.replies(
        error(529, "overloaded_error", retry_after_ms="1"),
        reply({"data": [bucket], "has_more": True, "next_page": "two"}),
        reply({"data": [bucket], "has_more": False, "next_page": None}),
    )

    def body(client: Any) -> Any:
        report = client.admin.usage_report.retrieve_messages(starting_at="2026-01-01T00:00:00Z", models=make())
        return (yield items(report))

    assert len(both.run(body, admin_api_key="k")) == 2

    assert [("models[]", "claude-opus-5") in request.query for request in server.received] == [True] * 3


@pytest.mark.parametrize(
    "wrong", [b"claude-opus-5", {"claude-opus-5": True}, 3, [None], ["claude-opus-5", None], [], iter(())]
)
def test_a_filter_that_would_be_none_is_refused(both: Both, server: Server, wrong: Any) -> None:
    with pytest.raises((TypeError, ValueError), match="invalid models="):
        both.run(lambda client: client.admin.usage_report.retrieve_messages(starting_at="2026-01-01", models=wrong))

    assert server.received == []
