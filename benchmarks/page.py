"""What was measured, written into `docs/performance.md` and drawn beside it.

    python -m benchmarks.page RESULTS.json ...

Several files of results are taken together; where two have the same row, the later one counts. This needs matplotlib.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from .report import duration
from .runs import ROOT, Row
from .workloads import OURS, WORKLOADS, F, M, P, Target, Workload

PAGE = ROOT / "docs/performance.md"
CHART = ROOT / "docs/images/growth.svg"
BEGIN, END = "<!-- measured -->\n", "<!-- /measured -->\n"
COLORS = {OURS: "#c2410c", P: "#525252", F: "#0e7490", M: "#65a30d", "aiohttp": "#7e22ce"}


def rows_of(paths: Iterable[Path]) -> list[Row]:
    """The rows that were kept, in the order of the workloads."""
    found: dict[tuple[str, int], Row] = {}
    workloads = {workload.name: workload for workload in WORKLOADS}
    for path in paths:
        for kept in json.loads(path.read_text())["rows"]:
            row = Row(workloads[kept["workload"]], kept["size"], kept["samples"], kept["failures"])
            found[row.workload.name, row.size] = row
    order = list(workloads)
    return sorted(found.values(), key=lambda row: (order.index(row.workload.name), row.size))


# ---- the table ------------------------------------------------------------------------------------------


def table(rows: Iterable[Row]) -> str:
    """The rows that have something to reach."""
    lines = [
        "| workload | size | ours | `anthropic` | plain client | bare models |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for row in rows:
        targets = row.workload.targets_at(row.size)
        if not targets:
            continue
        plain = next((target.beside for target in targets if target.beside != P), F)
        figure = "wall" if row.workload.rate else "cpu"
        cells = [
            row.workload.title,
            f"{row.size:,}" if len(row.workload.sizes) > 1 else "",
            _cost(row, figure),
            _beside(row, P, figure, [target for target in targets if target.beside == P]),
            _beside(row, plain, figure, [target for target in targets if target.beside == plain]),
            f"{bare:.2f}" if (bare := row.ratio(M, figure)) is not None else "",
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _cost(row: Row, figure: str) -> str:
    cost = duration(row.median(OURS, figure))
    peak = row.median(OURS, "peak")
    if not row.workload.memory or peak is None:
        return cost
    return f"{cost}, {peak:.1f} MB"


def _beside(row: Row, name: str, figure: str, targets: Sequence[Target]) -> str:
    ratio = row.ratio(name, figure)
    if ratio is None:
        return ""
    shown = f"{ratio:.2f} of {_named(row, name)}" if name != P else f"{1 / ratio:.{0 if ratio < 0.1 else 1}f} times"
    for target in targets:
        measured = row.ratio(name, target.figure)
        if measured is not None and target.figure == figure:
            wanted = f"{target.at_most:.2g}" if name != P else f"{1 / target.at_most:.3g}"
            shown += f" (to reach: {wanted}{'' if measured <= target.at_most else '; missed'})"
        elif measured is not None:
            shown += f", {target.figure.removesuffix('_ms')} {1 / measured:.1f} times"
    return shown


def _named(row: Row, name: str) -> str:
    return "`import httpx, pydantic`" if row.workload.name == "import" else name


# ---- the chart ------------------------------------------------------------------------------------------


def draw(rows: Sequence[Row], path: Path) -> None:
    """The cost of a unit at each size, a panel for each workload that was measured at several."""
    import matplotlib as mpl

    mpl.use("Agg")
    mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "growth", "font.size": 8, "font.family": "sans-serif"})
    from matplotlib import pyplot

    growing = [workload for workload in WORKLOADS if sum(row.workload is workload for row in rows) > 2]
    columns = 3
    height = -(-len(growing) // columns)
    figure, panels = pyplot.subplots(height, columns, figsize=(9, 2.4 * height), squeeze=False, layout="constrained")
    drawn: dict[str, Any] = {}
    for panel, workload in zip(panels.flat, growing, strict=False):
        drawn |= _panel(panel, workload, [row for row in rows if row.workload is workload])
    for panel in list(panels.flat)[len(growing) :]:
        panel.axis("off")
    names = {
        OURS: "claude-client",
        P: "anthropic",
        F: "httpx, plain",
        M: "httpx and bare models",
        "aiohttp": "aiohttp, plain",
    }
    figure.legend(
        drawn.values(), [names[name] for name in drawn], loc="outside upper center", ncols=len(drawn), frameon=False
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, metadata={"Date": None})
    pyplot.close(figure)
    # Trailing blanks are what matplotlib leaves in paths.
    path.write_text(re.sub(r"[ \t]+$", "", path.read_text(), flags=re.MULTILINE))


def _panel(panel: Any, workload: Workload, rows: Sequence[Row]) -> dict[str, Any]:
    from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator, NullLocator

    figure = "wall" if workload.rate else "cpu"
    drawn = {}
    for name, color in COLORS.items():
        points = [(row.size, cost) for row in rows if (cost := _per_size(row, name, figure)) is not None]
        if points:
            width = 2 if name == OURS else 1.2
            (drawn[name],) = panel.plot(*zip(*points, strict=True), color=color, marker="o", ms=3, lw=width)
    panel.set(xscale="log", yscale="log")
    panel.set_title(f"{workload.title}\n{'time' if workload.rate else 'CPU time'} per {_unit(workload)}", fontsize=8)
    panel.xaxis.set_major_locator(FixedLocator([row.size for row in rows]))
    panel.xaxis.set_major_formatter(FuncFormatter(lambda size, _: f"{size:g}" if size < 1000 else f"{size / 1000:g}k"))
    panel.xaxis.set_minor_locator(NullLocator())
    # From a round number below to one above, so that a flat line looks flat.
    low, high = panel.get_ylim()
    panel.set_ylim(min(low, 10 ** _floor(low)), max(high, 10 ** (_floor(high) + 1)))
    panel.yaxis.set_major_locator(LogLocator())
    panel.yaxis.set_major_formatter(FuncFormatter(lambda seconds, _: duration(seconds).replace(".00", "")))
    panel.yaxis.set_minor_locator(NullLocator())
    panel.grid(visible=True, which="major", color="#e5e5e5", lw=0.6)
    panel.spines[["top", "right"]].set_visible(False)
    return drawn


def _per_size(row: Row, name: str, figure: str) -> float | None:
    """The cost of a unit. Where a run is one unit whatever its size, that of the size's part in it."""
    cost = row.median(name, figure)
    return cost / row.size if cost is not None and not row.workload.units else cost


def _unit(workload: Workload) -> str:
    return workload.unit if workload.units else {"blocks": "block", "large-request": "MB"}[workload.name]


def _floor(value: float) -> int:
    from math import floor, log10

    return floor(log10(value))


def main() -> int:
    """Write the page's table and its chart from files of results."""
    rows = rows_of(map(Path, sys.argv[1:]))
    if not rows:
        print(f"usage: python -m benchmarks.page RESULTS.json ...\n\n{__doc__}", file=sys.stderr)
        return 2
    text = PAGE.read_text()
    before, _, rest = text.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n{table(rows)}\n{END}{after}")
    draw(rows, CHART)
    return 0


if __name__ == "__main__":
    sys.exit(main())
