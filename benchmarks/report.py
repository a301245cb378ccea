"""What was measured as a table to read and as JSON to keep."""

from __future__ import annotations

import json
import platform
from collections.abc import Iterable
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from .runs import Row
from .workloads import OURS, Target

HEADINGS = ("workload", "size", "who", "cpu", "wall", "peak MB", "ours / theirs", "to reach")
_WIDTHS = (46, 7, 12, 10, 10, 8, 15, 0)


def line(cells: Iterable[str]) -> str:
    """A line of the table: names to the left, figures to the right."""
    padded = [
        cell.rjust(width) if 3 <= column < 7 or column == 1 else cell.ljust(width)
        for column, (cell, width) in enumerate(zip(cells, _WIDTHS, strict=True))
    ]
    return "  ".join(padded).rstrip()


def lines(row: Row) -> Iterable[str]:
    """The part of the table about one workload: a line for each who took part."""
    shown = f"{row.workload.title}, per {row.workload.unit}"
    for name in row.workload.adapters(row.size):
        if name in row.failures:
            yield line([shown, str(row.size), name, "failed", row.failures[name], "", "", ""])
        elif name in row.samples:
            yield line(_cells(row, name, shown))
        shown = ""


def _cells(row: Row, name: str, shown: str) -> list[str]:
    cpu, wall, peak = (row.median(name, figure) for figure in ("cpu", "wall", "peak"))
    ratio = row.ratio(name, "wall" if row.workload.rate else "cpu") if name != OURS else None
    reached = [_reached(row, target) for target in row.workload.targets_at(row.size) if target.beside == name]
    return [
        shown,
        str(row.size) if shown else "",
        name,
        duration(cpu),
        duration(wall),
        f"{peak:.1f}" if peak is not None and row.workload.memory else "",
        f"{ratio:.3f} ({1 / ratio:.1f}x)" if ratio else "",
        ", ".join(reached),
    ]


def _reached(row: Row, target: Target) -> str:
    measured = row.ratio(target.beside, target.figure)
    if measured is None:
        return ""
    figure = "" if target.figure == "cpu" else f"{target.figure} {measured:.3f} "
    return f"{figure}<= {target.at_most:.3g}: {'yes' if measured <= target.at_most else 'NO'}"


def duration(seconds: float | None) -> str:
    """A time in the unit that reads best."""
    if seconds is None:
        return ""
    for unit, factor in (("s", 1.0), ("ms", 1e3), ("us", 1e6)):
        if seconds * factor >= 1:
            return f"{seconds * factor:.{0 if seconds * factor >= 100 else 2}f} {unit}"
    return f"{seconds * 1e9:.0f} ns"


def write_json(rows: Iterable[Row], path: Path) -> None:
    """Keep every sample."""
    path.parent.mkdir(parents=True, exist_ok=True)
    found = {
        "measured_at": datetime.now(timezone.utc).isoformat(timespec="seconds"),
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.machine()}",
        "rows": [_kept(row) for row in rows],
    }
    path.write_text(json.dumps(found, indent=1) + "\n")


def _kept(row: Row) -> dict[str, Any]:
    return {
        "workload": row.workload.name,
        "size": row.size,
        "unit": row.workload.unit,
        "samples": row.samples,
        "failures": row.failures,
        "ratios": {
            name: {figure: row.ratio(name, figure) for figure in ("cpu", "wall")}
            for name in row.samples
            if name != OURS
        },
    }
