"""The results of a batch, one by one, their output read as a type where the requests asked for structured output."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, cast

from typing_extensions import TypeVar

from ..types import Message, MessageBatchIndividualResponse, Usage
from .decoding import LineDecoder
from .stream import AsyncStream, JSONLines, Stream

if TYPE_CHECKING:
    import pandas as pd

    from ..core.response import AsyncResponse, Response
    from ..core.structured import OutputReader
    from ..rendering.progress import Meter

T = TypeVar("T", default=None)


class BatchResults(Stream[MessageBatchIndividualResponse[T]]):
    """The results of a batch on `Client`, while they arrive."""

    parsed: bool = False
    """Whether the outputs are read as a type."""

    def to_pandas(self) -> pd.DataFrame:
        """The results as a data frame, a row for each, whatever became of its request. It needs the extra `pandas`.

        The columns are `custom_id`, `result.type`, `text`, `stop_reason`, `model`, `usage.input_tokens` and the other
        parts of the usage, `error.type`, `error.message`, and `message` with the whole message. Where
        `output_format` was given there is `parse_error`, and the output: `parsed_output`, or a column for each field
        (`parsed_output.total`).

        It reads the results to their end; those that were read before are not in it.

        Raises:
            ModuleNotFoundError: There is no pandas: `pip install 'claude-client[pandas]'`. Nothing was read.
        """
        from ..rendering.data_frames import frame_of_results

        return frame_of_results(self, Usage, parsed=self.parsed)


class AsyncBatchResults(AsyncStream[MessageBatchIndividualResponse[T]]):
    """The results of a batch on `AsyncClient`, while they arrive."""

    parsed: bool = False
    """Whether the outputs are read as a type."""

    async def to_pandas(self) -> pd.DataFrame:
        """The results as a data frame, a row for each; all is as for `BatchResults.to_pandas()`.

        Raises:
            ModuleNotFoundError: There is no pandas: `pip install 'claude-client[pandas]'`. Nothing was read.
        """
        from ..rendering.data_frames import check_pandas, frame_of_results

        check_pandas()
        return frame_of_results([result async for result in self], Usage, parsed=self.parsed)


class ResultLines(JSONLines[MessageBatchIndividualResponse[T]]):
    """A response that has the result of a request on each line."""

    def __init__(self, reader: OutputReader[T] | None = None, meter: Meter | None = None) -> None:
        """Args:
        reader: Reads the output of each as a `T`.
        meter: Is told how many have come.
        """
        # As type checkers see it, it is one of `T`; pydantic would make a class of its own for it.
        super().__init__(cast("Any", MessageBatchIndividualResponse))
        self._reader = reader
        self._meter = meter

    def decoder(self, response: Response[Any] | AsyncResponse[Any]) -> LineDecoder[MessageBatchIndividualResponse[T]]:
        """What reads the bytes of `response`."""
        if self._reader is None and self._meter is None:
            return LineDecoder(response, self.type)
        return ResultDecoder(response, self._reader, self._meter)

    def parse(self, response: Response[Any]) -> BatchResults[T]:
        """The results on `Client`."""
        results = BatchResults(response, self)
        results.parsed = self._reader is not None
        return results

    def parse_async(self, response: AsyncResponse[Any]) -> AsyncBatchResults[T]:
        """The results on `AsyncClient`."""
        results = AsyncBatchResults(response, self)
        results.parsed = self._reader is not None
        return results


class ResultDecoder(LineDecoder[MessageBatchIndividualResponse[T]]):
    """Reads each line, and the output of the message on it, and counts them."""

    def __init__(
        self, response: Response[Any] | AsyncResponse[Any], reader: OutputReader[T] | None, meter: Meter | None
    ) -> None:
        super().__init__(response, MessageBatchIndividualResponse)
        self._reader = reader
        self._meter = meter
        if meter is not None:
            meter.begin()

    def drop(self) -> None:
        """Give no more lines."""
        super().drop()
        if self._meter is not None:
            self._meter.end()

    def items(self) -> Iterator[MessageBatchIndividualResponse[T]]:
        """The results of the lines that are complete and have not been given yet."""
        for item in super().items():
            # A value of another type than the API's may stand in any place.
            if self._reader is not None and isinstance(item.message, Message):
                cast("Any", item.result).message = self._reader.read(item.message)
            yield item
            if self._meter is not None:
                self._meter.add(1)
