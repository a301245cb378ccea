"""Rate limits, told and enforced, and the workspace that a call is for."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from claude_client import Client, NotFoundError, RateLimitError
from claude_client.sandbox import ADMIN_API_KEY, API_KEY, Limits, Sandbox

from .asking import body


def ask(sandbox: Sandbox, **fields: Any) -> Any:
    with Client(base_url=sandbox.url, api_key=sandbox.api_key, max_retries=0) as client:
        return client.messages.create(**body(**fields))


def test_too_many_requests_are_refused_until_the_time_is_over() -> None:
    with Sandbox(limits=Limits(requests=2, seconds=30)) as sandbox:
        left = [ask(sandbox).response.rate_limits.requests.remaining for _ in range(2)]
        with pytest.raises(RateLimitError, match="rate limit of 2 requests in 30 seconds") as caught:
            ask(sandbox)
        sandbox.reset()

        assert ask(sandbox).stop_reason == "end_turn"

    assert left == [1, 0]
    assert 1 <= caught.value.retry_after <= 30


def test_a_limit_is_over_by_itself() -> None:
    with (
        Sandbox(limits=Limits(requests=1, seconds=0.2)) as sandbox,
        Client(base_url=sandbox.url, api_key=sandbox.api_key, max_retries=2) as client,
    ):
        statuses = [attempt.status for _ in range(2) for attempt in client.messages.create(**body()).response.attempts]

    assert statuses.count(200) == 2


@pytest.mark.parametrize(
    ("limits", "refused"), [(Limits(input_tokens=50), "50 input tokens"), (Limits(output_tokens=1), "1 output tokens")]
)
def test_tokens_are_limited(limits: Limits, refused: str) -> None:
    with Sandbox(limits=limits) as sandbox:
        ask(sandbox)

        with pytest.raises(RateLimitError, match=f"rate limit of {refused} in 60 seconds"):
            ask(sandbox, messages=[{"role": "user", "content": "word " * 100}])


def test_the_priority_tier_has_limits_of_its_own() -> None:
    with Sandbox(priority_tier=True) as sandbox:
        first, standard = ask(sandbox), ask(sandbox, service_tier="standard_only")

    assert (first.usage.service_tier, standard.usage.service_tier) == ("priority", "standard")
    limit = first.response.rate_limits.priority_input_tokens
    assert limit.limit - limit.remaining == first.usage.input_tokens
    assert standard.response.rate_limits.priority_input_tokens.limit is None


def test_fast_mode_has_limits_of_its_own(client: Client) -> None:
    message = client.messages.create(**body(speed="fast"), betas=["fast-mode-2026-02-01"])

    limit = message.response.rate_limits.fast_output_tokens
    assert limit.limit - limit.remaining == message.usage.output_tokens


def test_a_response_names_the_workspace(told: Sandbox, client: Client) -> None:
    headers = {"x-api-key": ADMIN_API_KEY, "anthropic-version": "2023-06-01"}
    url = f"{told.url}/v1/organizations/workspaces"
    made = httpx.post(url, json={"name": "Tests"}, headers=headers).json()["id"]
    first = client.messages.create(**body())

    second = client.messages.create(**body(), extra_headers={"anthropic-workspace-id": made})

    assert second.response.headers["anthropic-workspace-id"] == made
    assert first.response.headers["anthropic-workspace-id"].startswith("wrkspc_")
    assert first.response.headers["anthropic-workspace-id"] != made


def test_an_unknown_or_archived_workspace_is_refused(told: Sandbox, client: Client) -> None:
    headers = {"x-api-key": ADMIN_API_KEY, "anthropic-version": "2023-06-01"}
    url = f"{told.url}/v1/organizations/workspaces"
    made = httpx.post(url, json={"name": "Tests"}, headers=headers).json()["id"]
    httpx.post(f"{url}/{made}/archive", headers=headers)

    archived = httpx.get(
        f"{told.url}/v1/models", headers={**headers, "x-api-key": API_KEY, "anthropic-workspace-id": made}
    )

    assert archived.status_code == 400
    with pytest.raises(NotFoundError, match="there is no workspace wrkspc_none"):
        client.messages.create(**body(), extra_headers={"anthropic-workspace-id": "wrkspc_none"})
