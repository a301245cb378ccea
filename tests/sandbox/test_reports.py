"""The usage and cost reports: they add up what was really called."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import httpx
import pytest

from claude_client.sandbox import ADMIN_API_KEY, API_KEY, Sandbox

from .asking import body, ended, message, refusal

VERSION = {"anthropic-version": "2023-06-01"}


@pytest.fixture
def fresh() -> Iterator[tuple[httpx.Client, httpx.Client]]:
    """A sandbox on which nothing was called, with an ordinary and an admin key."""
    with (
        Sandbox() as sandbox,
        httpx.Client(base_url=sandbox.url, headers=VERSION | {"x-api-key": API_KEY}) as api,
        httpx.Client(base_url=sandbox.url, headers=VERSION | {"x-api-key": ADMIN_API_KEY}) as admin,
    ):
        yield api, admin


def day(days_ago: int = 0) -> str:
    return (datetime.now(timezone.utc) - timedelta(days=days_ago)).strftime("%Y-%m-%dT00:00:00Z")


def usage(admin: httpx.Client, **query: Any) -> Any:
    response = admin.get(
        "/v1/organizations/usage_report/messages", params={"starting_at": day(), "ending_at": day(-1)} | query
    )
    assert response.status_code == 200, response.text
    return response.json()


def results(report: Any) -> list[Any]:
    return [result for bucket in report["data"] for result in bucket["results"]]


def test_the_usage_report_adds_up_what_was_called(fresh: tuple[httpx.Client, httpx.Client]) -> None:
    api, admin = fresh
    used = [message(api, "One?")["usage"], message(api, "Two or three?")["usage"]]
    message(api, "Four?", stream=True)

    (result,) = results(usage(admin, **{"models[]": "claude-opus-5"}))

    assert result["uncached_input_tokens"] == sum(each["input_tokens"] for each in used) + used[0]["input_tokens"]
    assert result["output_tokens"] > sum(each["output_tokens"] for each in used)
    assert result["model"] is None


def test_usage_is_grouped(fresh: tuple[httpx.Client, httpx.Client]) -> None:
    api, admin = fresh
    opus = message(api, "One?")["usage"]
    haiku = message(api, "Two, or three?", model="claude-haiku-4-5")["usage"]
    batch = api.post("/v1/messages/batches", json={"requests": [{"custom_id": "a", "params": body("Three?")}]}).json()
    ended(api, batch["id"])

    found = results(usage(admin, **{"group_by[]": ["model", "service_tier"]}))

    told = {(each["model"], each["service_tier"]): each["uncached_input_tokens"] for each in found}
    assert told[("claude-opus-5", "standard")] == opus["input_tokens"]
    assert told[("claude-haiku-4-5-20251001", "standard")] == haiku["input_tokens"]
    assert told[("claude-opus-5", "batch")] > 0


def test_the_report_goes_over_buckets_in_pages(fresh: tuple[httpx.Client, httpx.Client]) -> None:
    _, admin = fresh
    query = {"starting_at": day(4), "ending_at": day(-1), "limit": 2}

    pages = [usage(admin, **query)]
    while pages[-1]["has_more"]:
        pages.append(usage(admin, **query, page=pages[-1]["next_page"]))

    starts = [bucket["starting_at"] for page in pages for bucket in page["data"]]
    assert starts == [day(4), day(3), day(2), day(1), day(0)]


def test_the_cost_report_prices_what_was_called(fresh: tuple[httpx.Client, httpx.Client]) -> None:
    api, admin = fresh
    used = message(api, "One?")["usage"]

    query = {"starting_at": day(), "group_by[]": "description"}
    found = results(admin.get("/v1/organizations/cost_report", params=query).json())
    whole = results(admin.get("/v1/organizations/cost_report", params={"starting_at": day()}).json())

    prices = {each["token_type"]: Decimal(each["amount"]) for each in found}
    assert prices["uncached_input_tokens"] == Decimal(used["input_tokens"]) * 500 / 1_000_000
    assert prices["output_tokens"] == Decimal(used["output_tokens"]) * 2500 / 1_000_000
    assert {each["currency"] for each in found} == {"USD"}
    assert "Claude Opus 5 Usage - Output tokens" in {each["description"] for each in found}
    assert sum(Decimal(each["amount"]) for each in whole) == sum(prices.values())
    assert whole[0]["description"] is None


def test_the_claude_code_report_tells_of_calls_by_claude_code(fresh: tuple[httpx.Client, httpx.Client]) -> None:
    api, admin = fresh
    message(api, "One?")
    api.post("/v1/messages", json=body("Two?"), headers={"user-agent": "claude-cli/2.0 (external, cli)"})

    path, today = "/v1/organizations/usage_report/claude_code", day()[:10]
    (item,) = admin.get(path, params={"starting_at": today}).json()["data"]

    assert item["actor"]["type"] == "api_actor"
    assert item["model_breakdown"][0]["model"] == "claude-opus-5"
    assert item["model_breakdown"][0]["tokens"]["input"] > 0
    assert admin.get(path, params={"starting_at": day(1)[:10]}).json()["data"] == []


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ({"starting_at": ""}, "starting_at: Field required"),
        ({"starting_at": "soon"}, "starting_at: Input should be a valid datetime"),
        ({"bucket_width": "1y"}, "bucket_width: Input should be '1d', '1h' or '1m'"),
        ({"limit": 32}, "limit: Input should be less than or equal to 31"),
        ({"group_by[]": "color"}, "group_by.0: Input should be 'account_id'"),
        ({"page": "page_x"}, "page: Invalid page token"),
        ({"ending_at": "2020-01-01T00:00:00Z"}, "ending_at: has to be after starting_at"),
    ],
)
def test_a_wrong_query_is_refused(admin: httpx.Client, query: dict[str, Any], message: str) -> None:
    response = admin.get("/v1/organizations/usage_report/messages", params={"starting_at": day()} | query)

    status, said = refusal(response)
    assert status == 400
    assert said.startswith(message)


# ---- an invented past ---------------------------------------------------------------------------------------


def all_of(admin: httpx.Client, path: str, **query: Any) -> list[Any]:
    """The results of all pages, each with the day that it is of."""
    found: list[Any] = []
    page: str | None = None
    while True:
        report = admin.get(f"/v1/organizations/{path}", params=query | ({"page": page} if page else {})).json()
        found += [result | {"day": each["starting_at"]} for each in report["data"] for result in each["results"]]
        page = report["next_page"]
        if page is None:
            return found


def test_a_sandbox_with_a_past_has_figures_for_each_day_of_it(tmp_path: Path) -> None:
    known: list[Any] = []
    for _ in range(2):  # from a file, which keeps what was invented
        with (
            Sandbox(past_days=20, db=tmp_path / "kept.db") as sandbox,
            httpx.Client(base_url=sandbox.url, headers=VERSION | {"x-api-key": ADMIN_API_KEY}) as admin,
        ):
            costs = all_of(admin, "cost_report", starting_at=day(30), ending_at=day())
            used = all_of(
                admin,
                "usage_report/messages",
                starting_at=day(30),
                ending_at=day(),
                **{"group_by[]": ["model", "api_key_id", "workspace_id", "service_tier"]},
            )
            keys = {each["id"]: each["name"] for each in admin.get("/v1/organizations/api_keys").json()["data"]}
        known.append((costs, used))

    assert known[0] == known[1]
    costs, used = known[0]
    assert [each["day"] for each in costs] == [day(n) for n in range(20, 0, -1)]
    assert all(Decimal(each["amount"]) > 100 for each in costs)
    assert {keys[each["api_key_id"]] for each in used} == {"production", "nightly-batches", "research-notebooks"}
    assert {each["service_tier"] for each in used} == {"standard", "batch"}
    assert len({each["workspace_id"] for each in used}) == 2
    assert len({each["model"] for each in used}) == 3


def test_a_sandbox_without_a_past_reports_nothing_but_what_was_called(
    fresh: tuple[httpx.Client, httpx.Client],
) -> None:
    _, admin = fresh

    assert all_of(admin, "cost_report", starting_at=day(30), ending_at=day(-1)) == []
