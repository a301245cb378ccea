"""Jobs on a Ray cluster (extra `ray`): each worker is an actor with a client of its own; limits are shared by an actor.

Ray starts the workers, moves the data and runs a part again whose worker died. Nothing here schedules.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from typing_extensions import Unpack

from .engines import Part, SharedLimits, dump_result, load_result, resolve
from .items import JobResult, make_item

if TYPE_CHECKING:
    from .jobs import JobOptions

MakeRequest = Callable[[Mapping[str, Any]], Any]
"""Makes of a row of a dataset the parameters of a request, or a pair of an id and parameters."""


class MapRequests:
    """A class for `ray.data.Dataset.map_batches`: makes a request of each row, and adds what came of it as columns.

    The columns are `id`, `text`, `error` and `result`; the last one is for `read_results`. A row has its parameters in
    the column `params`, as JSON, and may have an `id`; or `request` makes them of it.

    Args:
        client: A `Client`. It travels by its settings; a key that was given in code needs `pickle_secrets=True`.
        request: Makes a request of a row.
        limits: The actor of `share`, for limits that all workers share.
        options: Those of `client.jobs.map`.
    """

    def __init__(
        self, client: Any, *, request: MakeRequest | None = None, limits: Any = None, **options: Unpack[JobOptions]
    ) -> None:
        self._request = request or _read_row
        self._actor: Any
        self._actor, has_limiter, has_budget = limits or (None, False, False)
        self._part = Part(client, {**options}, has_limiter, has_budget)

    def __call__(self, batch: Mapping[str, Any]) -> dict[str, Any]:
        """The columns for a batch of rows."""
        names = list(batch)
        rows = [dict(zip(names, values, strict=True)) for values in zip(*(batch[name] for name in names), strict=True)]
        results = self._part.run([self._request(row) for row in rows], self._ask)
        return {
            "id": [result.id for result in results],
            "text": ["" if result.message is None else result.message.text for result in results],
            "error": ["" if result.error is None else str(result.error) for result in results],
            "result": [dump_result(result) for result in results],
        }

    def _ask(self, part: str, method: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        return resolve(_ray().get(self._actor.reply.remote(part, method, args, kwargs)))


def _read_row(row: Mapping[str, Any]) -> Any:
    params = json.loads(row["params"])
    return (str(row["id"]), params) if "id" in row else params


def _ray() -> Any:
    try:
        return import_module("ray")
    except ImportError:
        raise ImportError("jobs on Ray need Ray: python -m pip install 'claude-client[ray]'") from None


def share(limiter: Any = None, budget: Any = None) -> tuple[Any, bool, bool]:
    """An actor with limits that all workers share, for `MapRequests(limits=...)`."""
    actor: Any = _ray().remote(SharedLimits).options(num_cpus=0).remote(limiter, budget)
    return actor, limiter is not None, budget is not None


def read_results(dataset: Any) -> Iterator[JobResult[Any]]:
    """The results of a dataset that `MapRequests` made, as `client.jobs.map` has them. Errors are of our classes."""
    for batch in dataset.iter_batches(batch_size=None, batch_format="numpy"):
        yield from map(load_result, batch["result"])


def run(
    requests: Any,
    client: Any,
    *,
    workers: int = 2,
    batch_size: int = 100,
    request: MakeRequest | None = None,
    limiter: Any = None,
    budget: Any = None,
    **options: Any,
) -> Iterator[JobResult[Any]]:
    """Make many requests on a Ray cluster, and iterate over their results.

    Args:
        requests: A `ray.data.Dataset`, or an iterable as for `client.jobs.map`.
        client: A `Client`. It travels by its settings; a key that was given in code needs `pickle_secrets=True`.
        workers: Actors, each with a client of its own.
        batch_size: Requests that a worker is given at a time, and makes again where it dies.
        request: Makes a request of a row of the dataset; left out where it has `params` as JSON, and maybe an `id`.
        limiter: A `Limiter` that all workers share.
        budget: A `Budget` that all workers share. Requests that it has no room for have the error as their result.
        options: The others of `client.jobs.map`.
    """
    ray, data = _ray(), import_module("ray.data")
    if not hasattr(requests, "map_batches"):
        rows = list(_rows(requests))
        # A block for each batch: of smaller ones, what is left of a few would be a batch too.
        requests = data.from_items(rows, override_num_blocks=max(1, -(-len(rows) // batch_size)))
    own = None if budget is None else budget.for_job()
    limits = share(limiter, own) if limiter is not None or own is not None else None
    mapped = requests.map_batches(
        MapRequests,
        fn_constructor_args=(client,),
        fn_constructor_kwargs={"request": request, "limits": limits, **options},
        batch_size=batch_size,
        batch_format="numpy",
        compute=data.ActorPoolStrategy(size=workers),
    )
    yield from read_results(mapped)
    if limits is not None and budget is not None:
        budget.add(resolve(ray.get(limits[0].reply.remote("budget", "spent", (), {}))))


def _rows(requests: Iterable[Any]) -> Iterator[dict[str, str]]:
    for index, each in enumerate(requests):
        item = make_item(index, each)
        yield {"id": item.id, "params": item.encode().decode()}
