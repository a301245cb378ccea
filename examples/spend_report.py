"""What each workspace cost in the last thirty days, and the spend limits that hold.

On the API it needs an Admin API key, in ANTHROPIC_ADMIN_API_KEY.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime, timedelta, timezone
from decimal import Decimal

from claude_client import Client

A_MONTH_AGO = datetime.now(timezone.utc) - timedelta(days=30)

with Client() as client:
    organization = client.organization
    names = {each.id: each.name for each in organization.workspaces.list()}

    # So that there is something to report.
    client.messages.create(
        model="claude-opus-5", max_tokens=50, messages=[{"role": "user", "content": "How deep is the sea?"}]
    )

    # Amounts are cents, as `Decimal`: sums of money do not belong into a float.
    cents: defaultdict[str, Decimal] = defaultdict(Decimal)
    report = organization.cost_report.retrieve(starting_at=A_MONTH_AGO, group_by=["workspace_id"])
    for day in report:
        for cost in day.results:
            cents[names.get(cost.workspace_id or "", "default workspace")] += cost.amount
    for name, amount in sorted(cents.items(), key=lambda each: each[1], reverse=True):
        print(f"{name}: ${amount / 100:.4f}")

    for limit in organization.spend_limits.list():
        print(f"limit of {limit.scope.type}, {limit.period}: {limit.amount or 'none'} {limit.currency}")
