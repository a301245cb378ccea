"""The results of a batch whose requests asked for structured output."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ..types import MessageBatchIndividualResponse
from .decoding import LineDecoder
from .stream import JSONLines

if TYPE_CHECKING:
    from ..response import AsyncResponse, Response
    from ..structured import OutputReader

T = TypeVar("T")


class ParsedResults(JSONLines[MessageBatchIndividualResponse[T]]):
    """An answer that has the result of a request on each line, the output of each read as a `T`."""

    def __init__(self, reader: OutputReader[T]) -> None:
        # As type checkers see it, it is one of `T`; pydantic would make a class of its own for it.
        super().__init__(cast("Any", MessageBatchIndividualResponse))
        self._reader = reader

    def decoder(self, response: Response[Any] | AsyncResponse[Any]) -> ParsedResultDecoder[T]:
        """What reads the bytes of `response`."""
        return ParsedResultDecoder(response, self._reader)


class ParsedResultDecoder(LineDecoder[MessageBatchIndividualResponse[T]]):
    """Reads each line, and the output of the message on it."""

    def __init__(self, response: Response[Any] | AsyncResponse[Any], reader: OutputReader[T]) -> None:
        super().__init__(response, MessageBatchIndividualResponse)
        self._reader = reader

    def items(self) -> Iterator[MessageBatchIndividualResponse[T]]:
        """The results of the lines that are whole and have not been given yet."""
        for item in super().items():
            if item.message is not None and item.result.type == "succeeded":
                item.result.message = self._reader.read(item.message)
            yield item
