"""The same calls by the classes of whichever package is named: `python calls.py anthropic URL` or `... claude_client URL`.

Not a test: `test_official.py` runs it once for each package, and holds against each other what came over the wire.
"""

from __future__ import annotations

import asyncio
import sys
from importlib import import_module
from typing import Any

MESSAGES: Any = [{"role": "user", "content": "hi ☃"}]
TOOL: Any = {"name": "t", "description": "d", "input_schema": {"type": "object", "properties": {}}}
BEDROCK_MODELS = (
    "anthropic.claude-opus-4-20250514-v1:0",
    "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.anthropic.claude",
    "us.anthropic.claude-opus-4-5-20251101-v1:0",
)
AWS: Any = {"aws_region": "us-east-1", "aws_access_key": "AKID", "aws_secret_key": "SECRET"}
OURS: Any = {"api_version": "2026-10-21"}


def calls(client: Any, model: str, *, counts: bool = True) -> list[Any]:
    """What is called: functions that make one call each, on either client."""
    create: Any = {"model": model, "max_tokens": 5, "messages": MESSAGES}
    found = [
        lambda: client.messages.create(**create),
        lambda: client.messages.create(
            **create, system="s", tools=[TOOL], stop_sequences=["x"], metadata={"user_id": "u"}
        ),
        lambda: client.beta.messages.create(**create, betas=["b-1", "a-2"], user_profile_id="uprof_1"),
        lambda: client.messages.create(**create, extra_headers={"x-own": "1"}),
        lambda: client.messages.create(**create, stream=True),
        lambda: client.with_options(default_headers={"x-client": "2"}).messages.create(**create),
    ]
    if counts:
        found.append(lambda: client.messages.count_tokens(model=model, messages=MESSAGES))
    return found


def clients(package: Any, url: str, prefix: str, extra: Any) -> list[tuple[Any, list[Any]]]:
    """Every client, with what it calls."""

    def make(name: str, **options: Any) -> Any:
        return getattr(package, prefix + name)(base_url=url, max_retries=0, **options, **extra)

    async def token() -> str:
        return "TOKEN"

    provider: Any = token if prefix else lambda: "TOKEN"
    found = [(make("AnthropicBedrock", **AWS, aws_session_token="SESSION"), BEDROCK_MODELS[0], False)]
    found += [(make("AnthropicBedrock", **AWS), model, False) for model in BEDROCK_MODELS]
    found += [
        (make("AnthropicBedrock", aws_region="r", api_key="KEY"), BEDROCK_MODELS[0], False),
        (make("AnthropicBedrockMantle", **AWS), "anthropic.claude-opus-5", True),
        (make("AnthropicBedrockMantle", api_key="KEY"), "anthropic.claude-opus-5", True),
        (make("AnthropicAWS", **AWS, workspace_id="wrkspc_1"), "claude-opus-5", True),
        (make("AnthropicAWS", api_key="KEY", workspace_id="wrkspc_1"), "claude-opus-5", True),
        (
            make("AnthropicVertex", region="us-east5", project_id="my-project", access_token="TOKEN"),
            "claude@2025;x",
            True,
        ),
        (make("AnthropicGoogleCloud", project="p", location="l", workspace_id="w", token_provider=provider), "m", True),
        (make("AnthropicFoundry", api_key="KEY"), "claude-opus-5", True),
        (make("AnthropicFoundry", azure_ad_token_provider=provider), "claude-opus-5", True),
    ]
    return [(client, calls(client, model, counts=counts)) for client, model, counts in found]


def run(package: Any, url: str, extra: Any) -> None:
    """Make the calls, one after the other."""
    for _, made in clients(package, url, "", extra):
        for call in made:
            response = call()
            if "Stream" in type(response).__name__:
                list(response)


async def run_async(package: Any, url: str, extra: Any) -> None:
    """The same with asynchronous clients."""
    for client, made in clients(package, url, "Async", extra):
        async with client:
            for call in made:
                response = await call()
                if "Stream" in type(response).__name__:
                    [event async for event in response]


if __name__ == "__main__":
    _, name, url = sys.argv
    extra = OURS if name == "claude_client" else {}
    run(import_module(name), url, extra)
    asyncio.run(run_async(import_module(name), url, extra))
