"""What goes into a job and what comes out of it: items, results and the summary."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, cast

from typing_extensions import TypeVar

from ..types.cost import Cost, Prices, UnknownPriceError, UsageTotals

if TYPE_CHECKING:
    from ..types import Message

Output = TypeVar("Output", default=None)

Params: TypeAlias = "Mapping[str, Any]"
"""The parameters of `messages.create`."""

Requests: TypeAlias = "Iterable[Params | tuple[str, Params]]"
"""Parameters, or pairs of an id and parameters, of which there may be any number."""


@dataclass(frozen=True)
class JobItem:
    """One request of a job."""

    index: int
    """Its place in the input, from 0."""

    id: str
    """Its id: the given one, or its place."""

    params: Params

    def request_hash(self, said: bytes = b"") -> str:
        """A hash of the request, the same for the same parameters in any order.

        Args:
            said: What all requests of the job have beside their parameters.
        """
        return hashlib.sha256(self.encode() + said).hexdigest()

    def encode(self) -> bytes:
        """The request as JSON, the same for the same parameters in any order.

        Raises:
            TypeError: Something in it has no JSON form.
            ValueError: A number in it is not finite, or the like.
        """
        with suppress(TypeError, ValueError, RecursionError):  # most requests are plain dictionaries
            return _encode_sorted(self.params).encode()
        from ..core.json_encoding import encode_json

        return _encode_sorted(json.loads(encode_json(self.params))).encode()


_encode_sorted = json.JSONEncoder(sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


@dataclass
class Entry:
    """One request of a batch."""

    item: JobItem
    attempts: int = 1
    reservation: Any = None


@dataclass
class Batch:
    """A batch of the job. Its custom ids are `prefix` and the place in `hashes`: any id may stand for a request."""

    prefix: str
    submitted_at: datetime
    hashes: dict[str, str]
    """The requests by their ids, in their order, each with its hash."""

    number: int | None = None
    """Its row in the checkpoint."""

    batch_id: str | None = None
    """None where nobody knows whether it has arrived."""

    entries: dict[str, Entry] = field(default_factory=dict[str, Entry])
    """The requests whose results are wanted, by their custom ids."""

    def custom_ids(self) -> dict[str, str]:
        """The ids of the requests and their custom ids."""
        return {id: f"{self.prefix}{place}" for place, id in enumerate(self.hashes)}


def check_requests(requests: Requests) -> Requests:
    """An iterator over the input of a job.

    Raises:
        TypeError: It is one request, or nothing that can be iterated over.
    """
    kind = type(cast("object", requests))
    if issubclass(kind, (str, bytes, Mapping)) or not issubclass(kind, Iterable):
        raise TypeError(
            f"invalid requests: expected an iterable of requests, such as a list or a generator, not {kind.__name__}"
        )
    return iter(requests)


def make_item(index: int, given: object) -> JobItem:
    """The item for what the caller gave.

    Raises:
        TypeError: It is neither parameters nor a pair of an id and parameters, or has an `output_format`.
    """
    kind = type(given).__name__
    if isinstance(given, Mapping):
        return JobItem(index, str(index), _make_params(cast("Params", given), index))
    pair: tuple[object, ...] = cast("tuple[object, ...]", given) if isinstance(given, tuple) else ()
    if len(pair) == 2 and isinstance(pair[0], str) and isinstance(pair[1], Mapping):
        return JobItem(index, pair[0], _make_params(cast("Params", pair[1]), index))
    raise TypeError(
        f"invalid request at position {index}: expected the parameters of messages.create, or a pair of an id "
        f"(str) and parameters, got {kind}"
    )


def duplicate_id(item: JobItem) -> ValueError:
    """The error for an id that stands twice in a job."""
    return ValueError(f"duplicate id {item.id!r}: with a checkpoint, each request needs an id of its own")


def _make_params(given: Params, index: int) -> Params:
    """Parameters that stay as they are, and can be sent more than once.

    The same dictionary may be given again and again, changed each time. What an iterator has is taken from it.

    Raises:
        TypeError: There is an `output_format`, which belongs to the job.
    """
    if "output_format" in given:
        raise TypeError(
            f"invalid request at position {index}: a job has one output_format for all of its requests: pass it to "
            "the job, as client.jobs.map(requests, output_format=...)"
        )
    return {name: list(value) if hasattr(value, "__next__") else value for name, value in given.items()}


@dataclass
class JobResult(Generic[Output]):
    """What became of one request."""

    item: JobItem
    message: Message | None = None
    """The message; None where the request failed."""

    error: Exception | None = None
    """Why it failed; None where it succeeded."""

    attempts: int = 0
    """How often the job made the call. The retries of the client within a call are not counted."""

    from_checkpoint: bool = False
    """It was done in an earlier run and read from the checkpoint: this run paid nothing for it."""

    batch: bool = False
    """It was made in a batch, at half the price."""

    earlier_messages: tuple[Message, ...] = ()
    """With tools: the messages of the model before the last one, or before the run failed."""

    prices: Prices | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        """The id of the request: the given one, or its place in the input."""
        return self.item.id

    @property
    def index(self) -> int:
        """The place of the request in the input, from 0."""
        return self.item.index

    @property
    def params(self) -> Params:
        """The parameters of the request."""
        return self.item.params

    @property
    def parsed_output(self) -> Output | None:
        """The output as the job's `output_format`; None where the request failed or it could not be parsed."""
        return cast("Output | None", getattr(self.message, "parsed_output", None))

    @property
    def parse_error(self) -> str | None:
        """Why there is no `parsed_output` though it was asked for and the request succeeded."""
        return getattr(self.message, "parse_error", None)

    @property
    def cost(self) -> Cost:
        """What the message cost, with tools all messages of the run; nothing where there is none (extra `cost`).

        Raises:
            UnknownPriceError: There is no price for the model.
        """
        totals = UsageTotals()
        self.count_usage(totals)
        return totals.cost(prices=self.prices)

    def count_usage(self, totals: UsageTotals) -> None:
        """Add what was used to `totals`."""
        for message in self.earlier_messages:
            totals.add(message.usage, str(message.model))
        if self.message is not None:
            totals.add(self.message.usage, str(self.message.model), batch=self.batch)

    def __repr__(self) -> str:
        outcome = repr(self.error) if self.message is None else f"{self.message.text[:40]!r}"
        return f"JobResult({self.id!r}, {outcome}, attempts={self.attempts})"


def read_message(text: str) -> Message:
    """A message that was kept as JSON."""
    from ..core.decoding import decode
    from ..types import Message

    return decode(Message, text.encode())


class JobSummary:
    """How a job stands: counts, tokens, cost and time. It is kept up while the job runs, in the same few numbers."""

    def __init__(self, prices: Prices | None = None) -> None:
        self.succeeded: int = 0
        self.failed: int = 0
        self.from_checkpoint: int = 0
        """Of the requests that are done, those that an earlier run had made."""

        self.attempts: int = 0
        """Calls that this run made, the retries of the client not counted."""

        self.seconds: float = 0.0
        """From the start of this run to its end, or to now."""

        self._usage = UsageTotals()
        self._prices = prices

    def count(self, result: JobResult[Any]) -> None:
        """Count a result."""
        if result.error is None:
            self.succeeded += 1
        else:
            self.failed += 1
        if result.from_checkpoint:
            self.from_checkpoint += 1
            return
        self.attempts += result.attempts
        result.count_usage(self._usage)

    @property
    def done(self) -> int:
        """Requests that are over, one way or the other."""
        return self.succeeded + self.failed

    @property
    def input_tokens(self) -> int:
        """Input tokens of the messages that this run paid for, those of the cache included."""
        return self._usage.input_tokens

    @property
    def output_tokens(self) -> int:
        """Output tokens of the messages that this run paid for."""
        return self._usage.output_tokens

    @property
    def cost(self) -> Cost:
        """What this run cost (extra `cost`). What came from the checkpoint was paid by an earlier one.

        Raises:
            UnknownPriceError: There is no price for one of the models.
        """
        return self._usage.cost(prices=self._prices)

    def cost_by_model(self) -> dict[str, Cost]:
        """What this run cost for each model (extra `cost`).

        Raises:
            UnknownPriceError: There is no price for one of the models.
        """
        return self._usage.cost_by_model(prices=self._prices)

    def rows(self) -> list[tuple[str, str]]:
        """What a table of it shows: names and values."""
        rows = [
            ("succeeded", f"{self.succeeded:,}"),
            ("failed", f"{self.failed:,}"),
            ("from checkpoint", f"{self.from_checkpoint:,}"),
            ("calls", f"{self.attempts:,}"),
            ("input tokens", f"{self.input_tokens:,}"),
            ("output tokens", f"{self.output_tokens:,}"),
            ("seconds", f"{self.seconds:,.1f}"),
        ]
        with suppress(ImportError, UnknownPriceError):  # a table without a price is better than none
            rows.append(("cost", f"{self.cost.total:,.4f} {self.cost.currency}"))
        return rows

    def __repr__(self) -> str:
        return f"JobSummary({', '.join(f'{name}={value}' for name, value in self.rows())})"

    def _repr_html_(self) -> str:
        cells = "".join(
            f"<tr><th style='text-align:left'>{name}</th><td style='text-align:right'>{value}</td></tr>"
            for name, value in self.rows()
        )
        return f"<table>{cells}</table>"
