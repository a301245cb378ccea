"""Batches of messages: kept with their requests, processed in the background, ended once every request has a result.

Every request lies in the store until its result does, so that a sandbox that was killed goes on where it was.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import logging
import re
from contextlib import suppress
from datetime import timedelta
from typing import Final

from typing_extensions import TypedDict

from .errors import Refusal, invalid, not_found
from .json_utils import Object, members, moment, new_id, now, timestamp
from .message_creation import create_message
from .request_log import Received
from .state import State
from .store import Store
from .usage import Caller
from .validation import check

logger: logging.Logger = logging.getLogger("claude_client.sandbox")

KIND: Final = "batch"
REQUEST: Final = "batch_request"
RESULT: Final = "batch_result"
MOST_REQUESTS: Final = 100_000
CUSTOM_ID: Final = re.compile(r"[a-zA-Z0-9_-]{1,64}")
OUTCOMES: Final = ("succeeded", "errored", "canceled", "expired")
_AT_ONCE: Final = 20
_REFUSED: Final = ("speed", "thread")


class _Request(TypedDict):
    """A request of a batch with its parameters left open: what is wrong in them is for its result to say."""

    custom_id: str
    params: dict[str, object]


class _Batch(TypedDict):
    requests: list[_Request]


def parse_requests(body: Object) -> list[tuple[str, Object]]:
    """The requests in a body of `messages.batches.create` by their ids; refuses what is wrong with the batch itself."""
    check(body, _Batch)
    requests = members(body, "requests")
    if not 1 <= len(requests) <= MOST_REQUESTS:
        raise invalid(f"requests: List should have 1 to {MOST_REQUESTS} items")
    found: dict[str, Object] = {}
    for index, request in enumerate(requests):
        id = request["custom_id"]
        if not CUSTOM_ID.fullmatch(id):
            raise invalid(f"requests.{index}.custom_id: String should match pattern '^{CUSTOM_ID.pattern}$'")
        if id in found:
            raise invalid(f"requests.{index}.custom_id: {id!r} is the id of another request too")
        found[id] = request["params"]
    return list(found.items())


def create(state: State, requests: list[tuple[str, Object]], caller: Caller) -> Object:
    """Keep a batch; it is processed by `Processor`."""
    created = now()
    batch: Object = {
        "id": new_id("msgbatch"),
        "type": "message_batch",
        "processing_status": "in_progress",
        "request_counts": dict.fromkeys(OUTCOMES, 0),
        "created_at": timestamp(created),
        "expires_at": timestamp(created + timedelta(seconds=state.batch_lifetime)),
        "ended_at": None,
        "cancel_initiated_at": None,
        "archived_at": None,
        "total": len(requests),
        "caller": {
            "key_id": caller.key_id,
            "workspace_id": caller.workspace_id,
            "version": caller.version,
            "betas": sorted(caller.betas),
            "agent": caller.agent,
            "scope": caller.scope,
        },
    }
    with state.store.transaction():
        state.store.put(KIND, batch["id"], batch)
        # Results come in the order in which requests are processed, which is not that of the requests.
        state.store.put_all(REQUEST, sorted(requests, key=_by_chance), batch["id"])
    return batch


def _by_chance(request: tuple[str, Object]) -> str:
    return hashlib.sha256(request[0].encode()).hexdigest()


def all_of(store: Store, scope: str) -> list[Object]:
    """The batches of a workspace, the oldest first."""
    return [batch for batch in store.all(KIND) if _is_of(batch, scope)]


def _is_of(batch: Object, scope: str) -> bool:
    return bool(batch["caller"].get("scope", "") == scope)  # which older files do not have


def find(store: Store, id: str, scope: str) -> Object:
    batch = store.get(KIND, id)
    if batch is None or not _is_of(batch, scope):
        raise not_found(f"Message batch not found: {id}")
    return batch


def cancel(store: Store, id: str, scope: str) -> Object:
    """Let nothing more of a batch be processed. A batch that has ended stays as it is."""
    batch = find(store, id, scope)
    if batch["processing_status"] == "in_progress":
        batch |= {"processing_status": "canceling", "cancel_initiated_at": timestamp(now())}
        store.put(KIND, id, batch)
    return batch


def delete(store: Store, id: str, scope: str) -> None:
    if find(store, id, scope)["processing_status"] != "ended":
        raise invalid(f"Message batch {id} is still being processed: only one that has ended can be deleted")
    with store.transaction():
        store.delete_below(RESULT, id)
        store.delete(KIND, id)


def show(batch: Object, base_url: str) -> Object:
    """A batch as the API tells of it. Counts of what is done are told once all of it is."""
    ended = batch["processing_status"] == "ended"
    counts = batch["request_counts"] if ended else dict.fromkeys(OUTCOMES, 0)
    url = f"{base_url.rstrip('/')}/v1/messages/batches/{batch['id']}/results"
    own = {name: batch[name] for name in batch if name not in ("total", "caller")}
    return own | {
        "request_counts": {"processing": 0 if ended else batch["total"], **counts},
        "results_url": url if ended else None,
    }


class Processor:
    """Processes the requests of batches, a few at a time so that other calls are not kept waiting."""

    def __init__(self, state: State) -> None:
        self._state = state
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._awake: dict[str, asyncio.Event] = {}

    def resume(self) -> None:
        """Go on with every batch that has not ended."""
        for batch in self._state.store.all(KIND):
            if batch["processing_status"] != "ended":
                self.start(batch["id"])

    def start(self, id: str) -> None:
        """Process a batch after the sandbox's delay."""
        self._awake[id] = asyncio.Event()
        self._tasks[id] = asyncio.create_task(self._run(id))

    def hurry(self, id: str) -> None:
        """Process a batch without the rest of the delay."""
        if id in self._awake:
            self._awake[id].set()

    async def stop(self) -> None:
        tasks = list(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _run(self, id: str) -> None:
        try:
            with suppress(asyncio.TimeoutError):
                await asyncio.wait_for(self._awake[id].wait(), self._state.batch_delay)
            going = True
            while going:
                going = self._step(id)
                await asyncio.sleep(0)  # other calls get their turn
        except Exception:
            logger.exception("the sandbox failed on batch %s", id)
        finally:
            del self._tasks[id], self._awake[id]

    def _step(self, id: str) -> bool:
        """Give a few requests their results; says whether the batch goes on."""
        store = self._state.store
        with store.transaction():
            batch = store.get(KIND, id)
            if batch is None or batch["processing_status"] == "ended":
                return False
            requests = store.next_ids(REQUEST, id, _AT_ONCE)
            results = [(custom_id, self._result(batch, custom_id)) for custom_id in requests]
            store.put_all(RESULT, results, id)
            for custom_id, result in results:
                store.delete(REQUEST, custom_id, id)
                batch["request_counts"][result["result"]["type"]] += 1
            if not requests:
                batch |= {"processing_status": "ended", "ended_at": timestamp(now())}
            store.put(KIND, id, batch)
            return bool(requests)

    def _result(self, batch: Object, custom_id: str) -> Object:
        if batch["processing_status"] == "canceling":
            return {"custom_id": custom_id, "result": {"type": "canceled"}}
        if moment(batch["expires_at"]) <= now():
            return {"custom_id": custom_id, "result": {"type": "expired"}}
        params = self._state.store.get(REQUEST, custom_id, batch["id"])
        assert params is not None
        said = batch["caller"]
        caller = Caller(**said | {"betas": frozenset(said["betas"])}, batch=True)
        try:
            _check_params(params)
            result: Object = {"type": "succeeded", "message": self._create_message(params, caller)}
        except Refusal as refusal:
            result = _error_result(refusal)
        except Exception:
            logger.exception("the sandbox failed on %s of batch %s", custom_id, batch["id"])
            result = _error_result(Refusal(500, "Internal server error"))
        return {"custom_id": custom_id, "result": result}

    def _create_message(self, params: Object, caller: Caller) -> Object:
        received = Received("POST", "/v1/messages/batches", body=json.dumps(params).encode())
        return create_message(self._state, params, caller, received).message


def _error_result(refusal: Refusal) -> Object:
    return {"type": "errored", "error": {"type": "error", "error": refusal.error(), "request_id": None}}


def _check_params(params: Object) -> None:
    """What may stand in a request of its own, but not in one of a batch."""
    if params.pop("stream", None):
        raise invalid("stream: is not supported in a batch")
    for name in _REFUSED:
        if params.get(name) is not None:
            raise invalid(f"{name}: is not supported in a batch")
    if params.get("max_tokens") == 0:
        raise invalid("max_tokens: Input should be greater than or equal to 1")
