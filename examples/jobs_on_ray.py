"""A job on a Ray cluster (extra `ray`): workers in several processes, with one limit and one budget for all of them."""

# Ray is large, and not in the environment of the checks.
# pyright: basic, reportMissingImports=false
from __future__ import annotations

from typing import Any

import ray

from claude_client import Budget, Client, Limiter
from claude_client.jobs.ray import run
from claude_client.sandbox import Sandbox


def ask(number: int) -> dict[str, Any]:
    """The parameters of a request."""
    return {
        "model": "claude-opus-5",
        "max_tokens": 50,
        "messages": [{"role": "user", "content": f"Is {number} a prime?"}],
    }


# The workers are other processes, so this sandbox has an address that they can reach. With the real API, set
# ANTHROPIC_API_KEY on every machine, and make the client with Client().
with Sandbox() as sandbox:
    client = Client(base_url=sandbox.url, api_key=sandbox.api_key, pickle_secrets=True)
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    budget = Budget(usd=1)
    results = run(
        map(ask, range(40)),
        client,
        workers=2,
        batch_size=10,
        limiter=Limiter(requests_per_minute=6_000),
        budget=budget,
    )
    for result in results:
        # Errors are of the classes of this package, as without a cluster.
        print(result.id, result.message.text[:40] if result.message else result.error)
    print(f"{budget.spent.usd:f} USD for {budget.spent.requests} requests")
    ray.shutdown()
    client.close()
