"""Jobs on a Dask cluster (extra `dask`): each task is a part of the job; limits are shared by an object there.

Dask starts the workers, moves the data and runs a part again whose worker died. Nothing here schedules.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from typing_extensions import Unpack

from .engines import Part, SharedLimits, dump_result, load_result, resolve, split
from .items import JobResult, Requests

if TYPE_CHECKING:
    from .jobs import JobOptions

_HANDLER = "claude_client_limits"


class MapRequests:
    """A function for `dask.bag.Bag.map_partitions`: requests in, results as `client.jobs.map` has them out.

    Args:
        client: A `Client`. It travels by its settings; a key that was given in code needs `pickle_secrets=True`.
        limits: The name that `share` gave to limits that all workers share.
        options: Those of `client.jobs.map`.
    """

    def __init__(
        self, client: Any, *, limits: tuple[str, bool, bool] | None = None, **options: Unpack[JobOptions]
    ) -> None:
        self._name, has_limiter, has_budget = limits or ("", False, False)
        self._part = Part(client, {**options}, has_limiter, has_budget)

    def __call__(self, requests: Iterable[Any]) -> list[JobResult[Any]]:
        """The results of a partition."""
        if not self._name:
            return self._part.run(requests, _ask_nobody)
        distributed: Any = import_module("distributed")
        worker = distributed.get_worker()  # here, as the threads of the job know of none

        def ask(part: str, method: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
            payload = pickle.dumps((self._name, part, method, args, kwargs))
            handler = getattr(worker.scheduler, _HANDLER)
            return resolve(pickle.loads(distributed.utils.sync(worker.loop, handler, payload=payload)))  # noqa: S301  # of our own scheduler

        return self._part.run(requests, ask)

    def dump(self, requests: Iterable[Any]) -> list[bytes]:
        """The same as bytes."""
        return [dump_result(result) for result in self(requests)]


def _ask_nobody(*_: Any) -> Any:
    raise RuntimeError("this part of a job has no shared limits")


def _install(name: str, limits: bytes, dask_scheduler: Any) -> None:
    """Runs on the scheduler: keep the limits, and take calls for them."""
    if _HANDLER not in dask_scheduler.handlers:
        kept: dict[str, SharedLimits] = {}

        def reply(payload: bytes) -> bytes:
            called, *call = pickle.loads(payload)  # noqa: S301  # of our own workers
            part, method, args, kwargs = call
            return pickle.dumps(kept[called].reply(part, method, args, kwargs))

        dask_scheduler.handlers[_HANDLER] = reply
        dask_scheduler.claude_client_limits = kept
    dask_scheduler.claude_client_limits[name] = SharedLimits(*pickle.loads(limits))  # noqa: S301  # of the caller


def _remove(name: str, dask_scheduler: Any) -> Any:
    """Runs on the scheduler: forget the limits; what was spent by their budget."""
    limits = dask_scheduler.claude_client_limits.pop(name)
    return limits.reply("budget", "spent", (), {})[0]


def share(cluster: Any, limiter: Any = None, budget: Any = None) -> tuple[str, bool, bool]:
    """Put limits that all workers share to the scheduler of a cluster, for `MapRequests(limits=...)`.

    Args:
        cluster: A `dask.distributed.Client`.
        limiter: A `Limiter`.
        budget: A `Budget`.
    """
    name = uuid4().hex
    cluster.run_on_scheduler(_install, name, pickle.dumps((limiter, budget)))
    return name, limiter is not None, budget is not None


def run(
    requests: Requests,
    client: Any,
    cluster: Any,
    *,
    batch_size: int = 100,
    limiter: Any = None,
    budget: Any = None,
    **options: Any,
) -> Iterator[JobResult[Any]]:
    """Make many requests on a Dask cluster, and iterate over their results in the order of finishing.

    Args:
        requests: An iterable as for `client.jobs.map`, read as results are taken.
        client: A `Client`. It travels by its settings; a key that was given in code needs `pickle_secrets=True`.
        cluster: A `dask.distributed.Client`.
        batch_size: Requests of one task, which are made again where its worker dies.
        limiter: A `Limiter` that all workers share.
        budget: A `Budget` that all workers share. Requests that it has no room for have the error as their result.
        options: The others of `client.jobs.map`.
    """
    distributed: Any = import_module("distributed")
    own = None if budget is None else budget.for_job()
    limits = share(cluster, limiter, own) if limiter is not None or own is not None else None
    part = MapRequests(client, limits=limits, **options)
    parts = split(requests, batch_size)
    done = distributed.as_completed()
    try:
        # Twice as many as there are threads, so that none waits for its next part and the input is not read ahead.
        for _ in range(2 * max(1, sum(cluster.nthreads().values()))):
            _submit_next(cluster, part, parts, done)
        for future in done:
            _submit_next(cluster, part, parts, done)
            yield from map(load_result, future.result())
    finally:
        if limits is not None:
            spent = cluster.run_on_scheduler(_remove, limits[0])
            if budget is not None and spent is not None:
                budget.add(spent)


def _submit_next(cluster: Any, part: MapRequests, parts: Iterator[list[Any]], done: Any) -> None:
    following = next(parts, None)
    if following is not None:
        done.add(cluster.submit(part.dump, following, pure=False))
