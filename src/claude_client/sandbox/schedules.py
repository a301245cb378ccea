"""When a schedule fires: cron expressions in a time zone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timezone
from itertools import takewhile
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from .errors import invalid
from .json_utils import Object

if TYPE_CHECKING:
    from cronsim import CronSim


def check_schedule(schedule: Object) -> None:
    """Refuse a schedule that can not be read."""
    _iterate(schedule, datetime.now(timezone.utc))


def moments_between(schedule: Object, start: datetime, end: datetime) -> Iterator[datetime]:
    """When it fires after `start` and not after `end`."""
    return takewhile(lambda moment: moment <= end, moments_after(schedule, start))


def moments_after(schedule: Object, start: datetime) -> Iterator[datetime]:
    """When it fires after `start`, in UTC."""
    return (moment.astimezone(timezone.utc) for moment in _iterate(schedule, start))


def _iterate(schedule: Object, start: datetime) -> CronSim:
    # Here, as few programs schedule anything.
    from cronsim import CronSim, CronSimError

    try:
        zone = ZoneInfo(schedule["timezone"])
    except (LookupError, ValueError, OSError):
        raise invalid(f"schedule.timezone: {schedule['timezone']!r} is not the name of a time zone") from None
    if len(schedule["expression"].split()) != 5:
        raise invalid("schedule.expression: expected five fields, such as '0 9 * * 1-5'")
    try:
        return CronSim(schedule["expression"], start.astimezone(zone))
    except CronSimError as error:
        raise invalid(f"schedule.expression: {error}") from None
