"""The benchmarks work; how fast anything is, is for `scripts/bench` to say."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the scripts need a POSIX shell")


def bench(*arguments: str) -> str:
    command = [
        sys.executable,
        "-m",
        "benchmarks",
        "--smoke",
        "--against",
        "httpx",
        "pydantic",
        "http.client",
        *arguments,
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_every_workload_runs_and_keeps_what_it_measured(tmp_path: Path) -> None:
    kept = tmp_path / "found.json"

    # Uploads and downloads move more than a test should.
    small = (
        "import first-response loop-stall construct create blocks async events events-single text tool tool-snapshots "
        "results list"
    )
    table = bench("--json", str(kept), "--only", *small.split())

    rows = json.loads(kept.read_text())["rows"]
    assert [row["workload"] for row in rows] == small.split()
    assert all(row["samples"]["ours"][0]["cpu"] > 0 for row in rows)
    assert "messages.create, sync, warm" in table


def test_what_is_not_installed_is_left_out_and_said() -> None:
    command = [sys.executable, "-m", "benchmarks", "--smoke", "--only", "construct", "--against", "anthropic"]
    environment = {"BENCHMARK_PEER_PYTHON": "/nowhere"}

    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    assert "Without anthropic" in done.stdout


def test_what_was_measured_becomes_a_table_and_a_chart(tmp_path: Path) -> None:
    kept, chart = tmp_path / "found.json", tmp_path / "images/growth.svg"
    bench("--json", str(kept), "--size", "10", "20", "200", "--only", "blocks", "events")
    pytest.importorskip("matplotlib")
    program = (
        "import sys\nfrom pathlib import Path\nfrom benchmarks.page import draw, rows_of, table\n"
        "rows = rows_of(map(Path, sys.argv[2:]))\ndraw(rows, Path(sys.argv[1]))\nprint(table(rows))"
    )
    command = [sys.executable, "-c", program, str(chart), str(kept)]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)

    assert re.search(
        r"\| message of so many blocks, 2 KB each \| 200 \| [\d.]+ [mu]s \|  \| [\d.]+ of httpx \|  \|", done.stdout
    )
    assert ">raw events, in bulk<" in chart.read_text()
    assert ">20<" in chart.read_text()


def test_a_call_through_a_proxy_is_compared_with_one_without() -> None:
    command = [sys.executable, "-m", "benchmarks.proxies", "--calls", "50", "--rounds", "1"]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    # So few calls measure nothing: the ratio may be missed.
    assert done.returncode in (0, 1), done.stderr
    for row in ("http, forwarded, sync", "http, forwarded, async", "https, tunnel, sync", "https, tunnel, async"):
        assert row in done.stdout, done.stdout + done.stderr


def test_what_telemetry_costs_is_told_for_each_way() -> None:
    pytest.importorskip("opentelemetry.sdk")
    command = [sys.executable, "-m", "benchmarks.telemetry", "--calls", "1", "--rounds", "1"]

    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    rows = [line[:24].strip() for line in done.stdout.splitlines()[1:6]]
    assert rows == ["without", "+ spans", "+ spans and metrics", "+ spans and content", "+ bare span of the SDK"], done


def test_an_item_of_a_job_is_measured_in_each_way() -> None:
    command = [sys.executable, "-m", "benchmarks.jobs", "--only", "items", "--items", "1"]
    environment = {**os.environ, "BENCHMARK_PEER_PYTHON": "/nowhere"}

    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    assert "Without the official package" in done.stdout
    assert "checkpoint" in done.stdout.splitlines()[-1], done.stderr
