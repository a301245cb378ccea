"""Runs the benchmarks: `scripts/bench [--only NAME ...] [--against NAME ...] [--quick]`."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import datetime, timezone
from pathlib import Path

from .report import HEADINGS, line, lines, write_json
from .runs import FULL, QUICK, ROOT, SMOKE, Row, Runner, pinned, server
from .workloads import ADAPTERS, OURS, WORKLOADS


def main() -> int:
    """Measure what the arguments ask for; 1 where something could not be."""
    asked = arguments()
    effort = SMOKE if asked.smoke else QUICK if asked.quick else FULL
    beside = frozenset(asked.against or ADAPTERS) | {OURS}
    pinned()
    rows: list[Row] = []
    print(line(HEADINGS), flush=True)
    with server() as origin:
        runner = Runner(origin, effort, beside)
        missing = beside - runner.pythons.keys()
        for workload in WORKLOADS:
            if asked.only and workload.name not in asked.only:
                continue
            for size in asked.size or (workload.sizes[:1] if asked.quick or asked.smoke else workload.sizes):
                rows.append(runner.measure(workload, size))
                print("\n".join(lines(rows[-1])), flush=True)
        runner.close()
    if missing:
        print(f"\nWithout {', '.join(sorted(missing))}: scripts/bench makes their environment.")
    write_json(rows, asked.json)
    print(f"\nEvery sample is in {os.path.relpath(asked.json)}.")
    return 1 if any(row.failures for row in rows) else 0


def arguments() -> argparse.Namespace:
    """The command line."""
    names = [workload.name for workload in WORKLOADS]
    now = datetime.now(timezone.utc).strftime("%Y%m%d-%H%M%S")
    parser = argparse.ArgumentParser(prog="scripts/bench", description=sys.modules[__name__].__doc__)
    parser.add_argument("--only", nargs="+", metavar="NAME", choices=names, help=f"of {', '.join(names)}")
    parser.add_argument(
        "--against", nargs="+", metavar="NAME", choices=list(ADAPTERS), help=f"of {', '.join(ADAPTERS)}; default: all"
    )
    parser.add_argument("--size", nargs="+", type=int, help="in place of the sizes of the workloads")
    parser.add_argument("--quick", action="store_true", help="the smallest sizes and few rounds")
    parser.add_argument("--smoke", action="store_true", help="each once: whether it works, not how fast")
    parser.add_argument("--json", type=Path, default=ROOT / f"benchmarks/results/{now}.json", metavar="FILE")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
