"""`usage` and `cost-report`: what the organization used and what that cost, as tables with bars. Needs an admin key."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .context import context_of
from .options import AsJSON
from .output import bar, write_json, write_rows

if TYPE_CHECKING:
    from ..types.responses.usage_report import MessagesUsageReportItem


class By(str, Enum):
    """What a report tells apart."""

    DAY = "day"
    MODEL = "model"
    WORKSPACE = "workspace"
    KEY = "key"


class CostBy(str, Enum):
    """What a cost report tells apart; the API does not tell costs apart by key."""

    DAY = "day"
    MODEL = "model"
    WORKSPACE = "workspace"


_Days = Annotated[int, typer.Option("--days", min=1, max=366, help="How many days, today among them.")]
_GROUPS: dict[str, Any] = {"model": ["model"], "workspace": ["workspace_id"], "key": ["api_key_id"]}
_FIELDS = {"model": "model", "workspace": "workspace_id", "key": "api_key_id"}


def usage(
    context: typer.Context,
    days: _Days = 7,
    by: Annotated[By, typer.Option("--by", help="What to tell apart.")] = By.DAY,
    as_json: AsJSON = False,
) -> None:
    """Show the tokens that the organization used."""
    with context_of(context).client() as client:
        report = client.organization.usage_report.retrieve_messages(
            starting_at=_start(days), bucket_width="1d", group_by=_GROUPS.get(by.value)
        )
        sums = _add_up(report, by.value, _tokens)
    if as_json:
        write_json([{by.value: name, "input_tokens": each[0], "output_tokens": each[1]} for name, each in sums.items()])
        return
    longest = max((sum(each) for each in sums.values()), default=0)
    write_rows(
        (by.value, "input tokens", "output tokens", ""),
        ((name, each[0], each[1], bar(sum(each), longest)) for name, each in sums.items()),
    )


def cost_report(
    context: typer.Context,
    days: _Days = 7,
    by: Annotated[CostBy, typer.Option("--by", help="What to tell apart.")] = CostBy.DAY,
    as_json: AsJSON = False,
) -> None:
    """Show what the organization spent, in US dollars."""
    group: dict[str, Any] = {"model": ["description"], "workspace": ["workspace_id"]}
    with context_of(context).client() as client:
        report = client.organization.cost_report.retrieve(starting_at=_start(days), group_by=group.get(by.value))
        sums = _add_up(report, by.value, lambda item: (item.amount / 100,))
    if as_json:
        write_json([{by.value: name, "usd": each[0]} for name, each in sums.items()])
        return
    longest = max((each[0] for each in sums.values()), default=0)
    rows = [(name, f"{each[0]:.2f}", bar(each[0], longest)) for name, each in sums.items()]
    total = sum((each[0] for each in sums.values()), Decimal(0))
    write_rows((by.value, "US dollars", ""), [*rows, *([("total", f"{total:.2f}", "")] if len(rows) > 1 else [])])


def _start(days: int) -> datetime:
    today = datetime.now(timezone.utc).replace(hour=0, minute=0, second=0, microsecond=0)
    return today - timedelta(days=days - 1)


def _tokens(item: MessagesUsageReportItem) -> tuple[int, int]:
    created = item.cache_creation
    written = created.ephemeral_5m_input_tokens + created.ephemeral_1h_input_tokens
    return item.uncached_input_tokens + item.cache_read_input_tokens + written, item.output_tokens


def _add_up(report: Iterable[Any], by: str, amounts: Callable[[Any], tuple[Any, ...]]) -> dict[str, tuple[Any, ...]]:
    """The amounts of all buckets, grouped by `by`: days in their order, else the largest first."""
    sums: dict[str, tuple[Any, ...]] = {}
    for bucket in report:
        day = f"{bucket.starting_at:%Y-%m-%d}"
        for item in bucket.results:
            name = day if by == "day" else _name(item, by)
            found = amounts(item)
            before = sums.get(name, (0,) * len(found))
            sums[name] = tuple(a + b for a, b in zip(before, found, strict=True))
        if by == "day" and not bucket.results:
            sums.setdefault(day, ())
    width = max(map(len, sums.values()), default=1) or 1
    sums = {name: each or (0,) * width for name, each in sums.items()}
    return sums if by == "day" else dict(sorted(sums.items(), key=lambda each: -sum(each[1])))


def _name(item: Any, by: str) -> str:
    value = getattr(item, _FIELDS[by], None)
    if value is None and by == "model":
        value = getattr(item, "description", None)
    return str(value) if value is not None else {"workspace": "default workspace"}.get(by, "other")
