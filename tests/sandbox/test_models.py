"""`/v1/models` over real HTTP."""

from __future__ import annotations

import json

import httpx
import pytest

from api_facts import FACTS


def test_models_come_newest_first_in_pages(api: httpx.Client) -> None:
    whole = api.get("/v1/models", params={"limit": 1000}).json()
    assert not whole["has_more"]
    ids = [model["id"] for model in whole["data"]]

    found: list[str] = []
    page = api.get("/v1/models", params={"limit": 7}).json()
    while page["data"]:
        assert (page["first_id"], page["last_id"]) == (page["data"][0]["id"], page["data"][-1]["id"])
        found += [model["id"] for model in page["data"]]
        if not page["has_more"]:
            break
        page = api.get("/v1/models", params={"limit": 7, "after_id": page["last_id"]}).json()

    assert found == ids
    assert "claude-opus-5" in ids
    dates = [model["created_at"] for model in whole["data"]]
    assert dates == sorted(dates, reverse=True)


def test_before_id_gives_the_page_before(api: httpx.Client) -> None:
    ids = [model["id"] for model in api.get("/v1/models", params={"limit": 1000}).json()["data"]]

    page = api.get("/v1/models", params={"limit": 2, "before_id": ids[5]}).json()

    assert [model["id"] for model in page["data"]] == ids[3:5]
    assert page["has_more"]


def test_models_are_listed_by_lifecycle(api: httpx.Client) -> None:
    for lifecycle in ("active", "deprecated", "retired"):
        page = api.get("/v1/models", params={"lifecycle[]": lifecycle}).json()

        assert {model["lifecycle"] for model in page["data"]} == {lifecycle}


def test_a_model_is_found_by_id_and_by_alias(api: httpx.Client) -> None:
    model = api.get("/v1/models/claude-haiku-4-5").json()

    assert model["id"] == "claude-haiku-4-5-20251001"
    assert model["display_name"] == "Claude Haiku 4.5"
    assert model == api.get("/v1/models/claude-haiku-4-5-20251001").json()


def test_an_unknown_model_is_not_found(api: httpx.Client) -> None:
    response = api.get("/v1/models/claude-none")

    assert response.status_code == 404
    assert response.json()["error"] == {"type": "not_found_error", "message": "model: claude-none"}


@pytest.mark.parametrize("limit", ["0", "1001", "x"])
def test_a_limit_out_of_bounds_is_refused(api: httpx.Client, limit: str) -> None:
    response = api.get("/v1/models", params={"limit": limit})

    assert response.status_code == 400
    assert response.json()["error"]["message"].startswith("limit: Input should be")


def test_a_model_is_deprecated_where_the_facts_say_until_when_it_is_served(api: httpx.Client) -> None:
    facts = json.loads((FACTS / "constants.json").read_text("utf-8"))["models"]
    ends = facts["deprecated_end_of_life"]

    found = {id: api.get(f"/v1/models/{id}").json() for id in facts["known"]}

    told = {id: each["retires_at"][:10] for id, each in found.items() if each["lifecycle"] == "deprecated"}
    assert told == ends
