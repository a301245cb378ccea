"""Message batches: up to 100,000 messages worked on together, within a day and at half the price.

API: https://platform.claude.com/docs/en/api/messages/batches
"""

from __future__ import annotations

import re
from collections.abc import Coroutine, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, cast, overload

from typing_extensions import TypeVar

from .. import types
from ..core.endpoint import Async, Mode, Raw, Streamed, Sync, endpoint, endpoint_by_overloads, polled
from ..core.request import BATCHES_LIMIT, path
from ..core.signatures import drop_unset
from ..types._parameters import parameters
from . import _batches
from .message_params import apply_output_format, make_version_check, prepare_params

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..core.managers import AsyncResponseManager, ResponseManager
    from ..core.polling import Polling
    from ..core.request import Request
    from ..core.response import AsyncResponse, Response
    from ..core.structured import OutputFormat, OutputReader
    from ..rendering.progress import Progress
    from ..streaming import AsyncBatchResults, BatchResults
    from ..types import (
        BatchCreateParams,
        MessageBatch,
    )
    from ..types.request_options import WorkspaceOptions

T = TypeVar("T", default=None)

MAX_REQUESTS = 100_000
_CUSTOM_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
_ERRORS_SHOWN = 20
_PATH = "/v1/messages/batches"
_ITEM = "/v1/messages/batches/{message_batch_id}"


class Batches(_batches.Batches[Mode]):
    """Message batches."""

    @property
    def with_raw_response(self) -> Batches[Raw[Mode]]:
        """The same calls, giving the response."""
        return Batches(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Batches[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Batches(self._binding.as_streamed())

    @endpoint
    def create(self, **params: Unpack[BatchCreateParams]) -> Request[MessageBatch]:
        """Hand in a batch of messages to be worked on within 24 hours.

        Args:
            requests: Each a `custom_id` (1 to 64 letters, digits, `_` and `-`, unique in the batch) and `params` as
                `messages.create()` takes them, without `stream`. At most 100,000, and 256 MB together. Params may have
                `output_format`, a type as in `messages.parse()`: its schema is sent.

        Raises:
            ValueError: A custom id is malformed or there twice, or there are too many requests. Nothing was sent.
            RequestTooLargeError: The requests are over 256 MB together. Nothing was sent.

        API: https://platform.claude.com/docs/en/api/messages/batches/create
        """
        requests = prepare_requests(params["requests"])
        check = make_version_check(*((f"requests[{i}].params.", r["params"]) for i, r in enumerate(requests)))
        return self._post(
            _PATH, types.MessageBatch, {**params, "requests": requests}, limit=BATCHES_LIMIT, check_version=check
        )

    @polled
    def wait(
        self,
        message_batch_id: str,
        *,
        poll_interval: float | None = None,
        progress: Progress | None = None,
        **options: Unpack[WorkspaceOptions],
    ) -> Polling[MessageBatch]:
        """Wait until a batch has ended, and give it as it is then. It goes on whether or not somebody waits.

        Args:
            message_batch_id: The batch's id.
            poll_interval: Seconds between two looks at it; growing from 1 to 30 when left out.
            progress: True shows a bar (extra `notebook`); a function is called with the requests that have their
                result and those in all. The API counts them when the batch has ended, so that mostly it is one step.
            deadline: Seconds to wait at most; unbounded when left out. The other options hold for each look at it.

        Raises:
            CallDeadlineError: It had not ended within the `deadline`. Waiting can be gone on with.
            NotFoundError: There is no such batch.

        API: https://platform.claude.com/docs/en/api/messages/batches/retrieve
        """
        from ..core.polling import Polling

        return Polling(
            self._get(path(_ITEM, message_batch_id=message_batch_id), types.MessageBatch, options),
            _count_done,
            lambda batch: batch.processing_status == "ended",
            interval=poll_interval,
            meter=self._meter(progress, message_batch_id, "requests"),
        )

    # generated: overloads of results
    @overload
    def results(
        self: Batches[Sync],
        message_batch_id: str,
        *,
        output_format: OutputFormat[T] | None = None,
        progress: Progress | None = None,
        **options: Unpack[WorkspaceOptions],
    ) -> BatchResults[T]: ...
    @overload
    def results(
        self: Batches[Async],
        message_batch_id: str,
        *,
        output_format: OutputFormat[T] | None = None,
        progress: Progress | None = None,
        **options: Unpack[WorkspaceOptions],
    ) -> Coroutine[Any, Any, AsyncBatchResults[T]]: ...
    @overload
    def results(
        self: Batches[Raw[Sync]],
        message_batch_id: str,
        *,
        output_format: OutputFormat[T] | None = None,
        progress: Progress | None = None,
        **options: Unpack[WorkspaceOptions],
    ) -> Response[BatchResults[T]]: ...
    @overload
    def results(
        self: Batches[Raw[Async]],
        message_batch_id: str,
        *,
        output_format: OutputFormat[T] | None = None,
        progress: Progress | None = None,
        **options: Unpack[WorkspaceOptions],
    ) -> Coroutine[Any, Any, AsyncResponse[AsyncBatchResults[T]]]: ...
    @overload
    def results(
        self: Batches[Streamed[Sync]],
        message_batch_id: str,
        *,
        output_format: OutputFormat[T] | None = None,
        progress: Progress | None = None,
        **options: Unpack[WorkspaceOptions],
    ) -> ResponseManager[BatchResults[T]]: ...
    @overload
    def results(
        self: Batches[Streamed[Async]],
        message_batch_id: str,
        *,
        output_format: OutputFormat[T] | None = None,
        progress: Progress | None = None,
        **options: Unpack[WorkspaceOptions],
    ) -> AsyncResponseManager[AsyncBatchResults[T]]: ...
    # end
    @endpoint_by_overloads
    def results(
        self: Batches[Any],
        message_batch_id: str,
        *,
        output_format: OutputFormat[Any] | None = None,
        progress: Progress | None = None,
        **options: Unpack[WorkspaceOptions],
    ) -> Annotated[Any, "BatchResults[T]", "AsyncBatchResults[T]"]:
        """The results of a batch that has ended, one by one while they arrive, in no particular order.

        Each has the `custom_id` of its request and a `result` whose `type` is `succeeded`, `errored`, `canceled` or
        `expired`. They are kept for 29 days. `to_pandas()` makes a data frame of them.

        Args:
            message_batch_id: The batch's id.
            output_format: The type that the requests asked for, by `output_format` in their params: each result that
                succeeded has its output read as that in `parsed_output`, or a `parse_error`.
            progress: True shows a bar (extra `notebook`); a function is called with the number of results so far, and
                None, as nothing tells here how many there are.

        Raises:
            NotFoundError: There is no such batch, or it has no results yet.
            APIResponseValidationError: A line is broken; the message has its number, the lines before it were given.

        API: https://platform.claude.com/docs/en/api/messages/batches/results
        """
        from ..streaming import ResultLines

        reads: OutputReader[Any] | None = None
        if output_format is not None:
            from ..core.structured import reader

            reads = reader(output_format)
        return self._request(
            "GET",
            path(_ITEM + "/results", message_batch_id=message_batch_id),
            ResultLines(reads, self._meter(progress, message_batch_id, "results")),
            options,
            hint="a batch has results once its processing_status is 'ended': client.messages.batches.retrieve() tells",
        )


def _count_done(batch: MessageBatch) -> tuple[int, int]:
    counts = batch.request_counts
    done = counts.succeeded + counts.errored + counts.canceled + counts.expired
    return done, done + counts.processing


def prepare_requests(requests: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """`requests` as they are sent, if the API can take them; all that is wrong is listed in one error."""
    taken = [{**request, "params": _prepare(request["params"])} for request in _iter_requests(requests)]
    problems = list(_problems(taken))
    if problems:
        more = f" and {len(problems) - _ERRORS_SHOWN} more" if len(problems) > _ERRORS_SHOWN else ""
        raise ValueError("the batch was not sent: " + "; ".join(problems[:_ERRORS_SHOWN]) + more)
    return taken


def _prepare(params: Mapping[str, Any]) -> dict[str, Any]:
    # As for `create()`, so that the same parameters can be sent in both ways.
    given = drop_unset(params, parameters("MessageCreateParams").nullable)
    sent, _ = apply_output_format(given.pop("output_format", None), prepare_params(given))
    return sent


def _iter_requests(requests: Iterable[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    given = cast("object", requests)
    if isinstance(given, (str, bytes, Mapping)):
        raise TypeError(f"invalid requests: expected a list of requests, not {type(requests).__name__}")
    for number, request in enumerate(requests):
        if not isinstance(cast("object", request), Mapping):
            raise TypeError(f"invalid requests[{number}]: expected a mapping, not {type(request).__name__}")
        if "custom_id" not in request or "messages" not in (request.get("params") or {}):
            raise ValueError(
                f"invalid requests[{number}]: expected a custom_id, and params with messages, model and max_tokens"
            )
        yield request


def _problems(requests: list[dict[str, Any]]) -> Iterator[str]:
    if not requests:
        yield "it has no requests"
    if len(requests) > MAX_REQUESTS:
        yield f"it has {len(requests):,} requests, {MAX_REQUESTS:,} are the most: split it into several"
    first_with: dict[object, int] = {}
    for number, request in enumerate(requests):
        id_ = request["custom_id"]
        if not isinstance(id_, str) or not _CUSTOM_ID.fullmatch(id_):
            yield f"requests[{number}].custom_id={id_!r} is invalid: expected 1 to 64 letters, digits, '_' and '-'"
        elif first_with.setdefault(id_, number) != number:
            yield f"requests[{number}].custom_id={id_!r} is that of requests[{first_with[id_]}] too"
        if request["params"].get("stream"):
            yield f"requests[{number}].params.stream: a batch does not stream"
