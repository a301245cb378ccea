"""What the organization uses and pays: who is in it, tokens by model, and cost by day.

On the API it needs an Admin API key, in ANTHROPIC_ADMIN_API_KEY.
"""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta, timezone
from decimal import Decimal

from claude_client import Client

A_WEEK_AGO = datetime.now(timezone.utc) - timedelta(days=7)

with Client() as client:
    organization = client.admin.organization.retrieve()
    print(f"{organization.name}, {sum(1 for _ in client.admin.users.list())} people")
    for workspace in client.admin.workspaces.list():
        print(f"    {workspace.name} ({workspace.id})")

    # So that there is something to report.
    client.messages.create(
        model="claude-opus-5", max_tokens=50, messages=[{"role": "user", "content": "How deep is the sea?"}]
    )

    tokens: Counter[str] = Counter()
    for day in client.admin.usage_report.retrieve_messages(starting_at=A_WEEK_AGO, group_by=["model"]):
        for used in day.results:
            tokens[f"{used.model} in"] += used.uncached_input_tokens + used.cache_read_input_tokens
            tokens[f"{used.model} out"] += used.output_tokens
    for name, count in tokens.most_common():
        print(f"{name}: {count:,} tokens")

    # Amounts are cents, as `Decimal`: sums of money do not belong into a float.
    total = Decimal(0)
    for bucket in client.admin.cost_report.retrieve(starting_at=A_WEEK_AGO, group_by=["description"]):
        for cost in bucket.results:
            total += cost.amount
            print(f"{bucket.starting_at:%Y-%m-%d} {cost.description}: {cost.amount / 100:.4f} {cost.currency}")
    print(f"the week: {total / 100:.4f}")
