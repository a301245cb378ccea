"""Jobs on a real Dask cluster of two processes, against the sandbox."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from claude_client import BadRequestError, Budget, BudgetExceededError, Client, Limiter
from claude_client.jobs import dask as jobs_on_dask
from claude_client.sandbox import Sandbox

distributed: Any = pytest.importorskip("distributed")
bag: Any = pytest.importorskip("dask.bag")


def ask(number: int) -> dict[str, Any]:
    return {
        "model": "claude-opus-5",
        "max_tokens": 20,
        "messages": [{"role": "user", "content": f"What is {number}?"}],
    }


def numbers_of(sandbox: Sandbox) -> list[int]:
    texts = [each.json["messages"][0]["content"] for each in sandbox.requests if each.path == "/v1/messages"]
    return [int(text.removeprefix("What is ").removesuffix("?")) for text in texts]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local,
        distributed.Client(local) as client,
    ):
        yield client


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[Client]:
    with Client(base_url=sandbox.url, api_key=sandbox.api_key, pickle_secrets=True, max_retries=0) as made:
        yield made


def test_every_request_has_its_result(cluster: Any, client: Client, sandbox: Sandbox) -> None:
    results = list(jobs_on_dask.run(map(ask, range(60)), client, cluster, batch_size=7))

    assert sorted(int(result.id) for result in results) == sorted(numbers_of(sandbox)) == list(range(60))
    assert all(result.message and f"What is {result.id}?" in result.message.text for result in results)


def test_a_bag_is_mapped(cluster: Any, client: Client) -> None:
    requests = bag.from_sequence([(f"id-{number}", ask(number)) for number in range(12)], npartitions=3)

    results = requests.map_partitions(jobs_on_dask.MapRequests(client)).compute()

    assert [result.id for result in results] == [f"id-{number}" for number in range(12)]


def test_errors_arrive_as_our_classes(cluster: Any, client: Client, sandbox: Sandbox) -> None:
    sandbox.fail(400, repeat=True)

    (result,) = jobs_on_dask.run([ask(1)], client, cluster)

    assert isinstance(result.error, BadRequestError)
    assert (result.error.status_code, result.error.request_id is None) == (400, False)


def test_all_workers_share_one_budget(cluster: Any, client: Client, sandbox: Sandbox) -> None:
    budget = Budget(requests=25)

    results = list(jobs_on_dask.run(map(ask, range(60)), client, cluster, batch_size=10, budget=budget))

    done = [result for result in results if result.error is None]
    assert len(done) == budget.spent.requests == len(sandbox.requests) == 25
    assert len(results) == 60
    assert all(isinstance(result.error, BudgetExceededError) for result in results if result not in done)


def test_all_workers_share_one_limiter(cluster: Any, client: Client, sandbox: Sandbox) -> None:
    limiter, started = Limiter(requests_per_minute=1200), time.monotonic()

    results = list(jobs_on_dask.run(map(ask, range(40)), client, cluster, batch_size=5, limiter=limiter))

    assert all(result.error is None for result in results)
    assert time.monotonic() - started > 0.9  # two at once, and the others 50 ms apart


def test_a_worker_that_dies_loses_nothing(cluster: Any, client: Client, tmp_path: Path) -> None:
    options: Any = {"progress": KillOnce(tmp_path / "killed")}

    results = list(jobs_on_dask.run(map(ask, range(40)), client, cluster, batch_size=10, **options))

    assert (tmp_path / "killed").exists()
    assert sorted(int(result.id) for result in results) == list(range(40))


class KillOnce:
    """Told how far a job is, it kills the worker that runs it, the first time."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __call__(self, done: int, total: int | None) -> None:
        if done == 5 and not self.mark.exists():
            self.mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
