"""Jobs on a real Ray cluster of several processes, against the sandbox."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from claude_client import BadRequestError, Budget, BudgetExceededError, Client, Limiter
from claude_client.jobs import ray as jobs_on_ray
from claude_client.sandbox import Sandbox

ray: Any = pytest.importorskip("ray")


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
    import ray.data

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
    ray.data.DataContext.get_current().enable_progress_bars = False
    yield ray
    ray.shutdown()


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox() as running:
        yield running


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[Client]:
    with Client(base_url=sandbox.url, api_key=sandbox.api_key, pickle_secrets=True, max_retries=0) as made:
        yield made


@pytest.mark.usefixtures("cluster")
def test_limits_are_shared_by_all_workers_and_errors_are_of_our_classes(client: Client, sandbox: Sandbox) -> None:
    sandbox.fail(400)
    budget = Budget(requests=25)

    results = list(
        jobs_on_ray.run(
            map(ask, range(60)),
            client,
            batch_size=10,
            budget=budget,
            limiter=Limiter(requests_per_minute=6000),
        )
    )

    refused = [result for result in results if isinstance(result.error, BudgetExceededError)]
    (failed,) = [result for result in results if isinstance(result.error, BadRequestError)]
    assert (len(results), len(refused)) == (60, 35)
    assert budget.spent.requests == len(sandbox.requests) == 25
    assert isinstance(failed.error, BadRequestError)
    assert (failed.error.status_code, failed.error.request_id is None) == (400, False)


def to_request(row: Mapping[str, Any]) -> Any:
    return f"row-{row['number']}", ask(int(row["number"]))


def test_the_rows_of_a_dataset_are_mapped_and_a_worker_that_dies_loses_nothing(
    cluster: Any, client: Client, sandbox: Sandbox, tmp_path: Path
) -> None:
    dataset = cluster.data.from_items([{"number": number} for number in range(40)])

    mapped = dataset.map_batches(
        jobs_on_ray.MapRequests,
        fn_constructor_args=(client,),
        fn_constructor_kwargs={"request": to_request, "progress": KillOnce(tmp_path / "killed")},
        batch_size=10,
        compute=cluster.data.ActorPoolStrategy(size=1),
    ).materialize()

    rows = mapped.take_all()
    assert (tmp_path / "killed").exists()
    assert sorted(row["id"] for row in rows) == sorted(f"row-{number}" for number in range(40))
    assert {row["error"] for row in rows} == {""}
    assert len(list(jobs_on_ray.read_results(mapped))) == 40
    assert set(numbers_of(sandbox)) == set(range(40))
    assert json.loads(json.dumps(rows[0]["text"])).startswith("You asked")


class KillOnce:
    """Told how far a job is, it kills the worker that runs it, the first time."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __call__(self, done: int, total: int | None) -> None:
        if done == 5 and not self.mark.exists():
            self.mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)


def test_the_example_runs() -> None:
    example = Path(__file__).resolve().parents[2] / "examples" / "jobs_on_ray.py"

    done = subprocess.run([sys.executable, example], capture_output=True, text=True, timeout=120)

    assert done.returncode == 0, done.stderr
    assert "USD for 40 requests" in done.stdout
