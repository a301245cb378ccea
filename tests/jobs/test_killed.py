"""Jobs that are killed again and again, while the server does things wrong. `benchmarks/kill_jobs.py` does it at length."""

from __future__ import annotations

import sys

import pytest
from benchmarks.kill_jobs import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are killed in another way there")


@pytest.mark.parametrize("client", ["sync", "async"])
def test_a_job_that_is_killed_has_each_result_once_at_the_cost_that_the_server_says(client: str) -> None:
    report = run("map", client, items=300, kills=3, seed=7)

    assert report.kills


def test_batches_that_are_killed_have_each_result_once_and_are_submitted_once() -> None:
    report = run("batch", "sync", items=200, kills=3, seed=7)

    assert report.kills
