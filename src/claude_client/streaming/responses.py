"""Messages that come as a stream, as requests describe them: how such a response is read, and what that needs.

A request is described on the event loop. So this is quick to import, and leaves the reading to `messages`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Generic

from typing_extensions import TypeVar

from ..errors import APIResponseValidationError
from .preparations import message_preparation

if TYPE_CHECKING:
    from ..core.preload import Preparation
    from ..core.response import AsyncResponse, Response
    from ..core.structured import OutputReader
    from ..types import Message
    from .messages import AsyncMessageStream, MessageDecoder, MessageStream

T = TypeVar("T", default=None)


class MessageStreamResponse(Generic[T]):
    """A response that is a message, read while it arrives."""

    # As the official package has it, for streams too.
    accept = "application/json"
    whole = False
    preparation: ClassVar[Preparation] = message_preparation

    def __init__(
        self, reader: OutputReader[T] | None = None, *, allow_partial: bool = False, include_pings: bool = False
    ) -> None:
        """Args:
        reader: Reads structured output.
        allow_partial: Take a message that was cut off for complete.
        include_pings: Give the stream's pings too.
        """
        self.reader = reader
        self.allow_partial = allow_partial
        self.include_pings = include_pings

    def decoder(self, response: Response[Any] | AsyncResponse[Any]) -> MessageDecoder:
        """What reads the bytes of `response`."""
        from .messages import MessageDecoder

        return MessageDecoder(response, reader=self.reader, include_pings=self.include_pings)

    def parse(self, response: Response[Any]) -> MessageStream[T]:
        """The stream on `Client`."""
        from .messages import MessageStream

        return MessageStream[T](response, self, allow_partial=self.allow_partial)

    def parse_async(self, response: AsyncResponse[Any]) -> AsyncMessageStream[T]:
        """The stream on `AsyncClient`."""
        from .messages import AsyncMessageStream

        return AsyncMessageStream[T](response, self, allow_partial=self.allow_partial)


class WholeMessageResponse:
    """A response that is a whole message and comes as a stream.

    A connection on which nothing happens for minutes does not survive many networks, so a message that may take that
    long is streamed, also where the caller wants it whole.
    """

    accept = "application/json"
    whole = False
    preparation: ClassVar[Preparation] = message_preparation

    def decoder(self, response: Response[Any] | AsyncResponse[Any]) -> MessageDecoder:
        """What reads the bytes of `response`."""
        from .messages import WholeMessageDecoder

        return WholeMessageDecoder(response)

    def parse(self, response: Response[Any]) -> Message:
        """The message on `Client`."""
        from .messages import MessageStream, whole_message

        with MessageStream(response, self) as stream:
            try:
                return stream.get_final_message()
            except APIResponseValidationError:
                if (message := whole_message(stream)) is None:
                    raise
                return message

    async def parse_async(self, response: AsyncResponse[Any]) -> Message:
        """The message on `AsyncClient`."""
        from .messages import AsyncMessageStream, whole_message

        async with AsyncMessageStream(response, self) as stream:
            try:
                return await stream.get_final_message()
            except APIResponseValidationError:
                if (message := whole_message(stream)) is None:
                    raise
                return message
