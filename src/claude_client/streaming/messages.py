"""`MessageStream` and `AsyncMessageStream`: a message while it arrives, as `messages.stream()` gives it.

They are streams whose events are those of the API and, beside each, what it means for the message.
"""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TextIO, TypeAlias, cast, overload

from typing_extensions import TypeVar

from ..core.decoding import attach
from ..core.managers import AsyncStreamManager, StreamManager
from ..types._model import NotebookRepr
from .accumulate import MessageAccumulator
from .decoding import Decoder, MessageEventDecoder
from .events import TextEvent
from .stream import AsyncItems, AsyncStream, Reading, Stream

if TYPE_CHECKING:
    from ..core.response import AsyncResponse, Response
    from ..core.structured import OutputReader
    from ..types import Message, ParsedMessage
    from ..types.cost import Cost, Prices
    from .parsed import ParsedMessageStreamEvent

T = TypeVar("T", default=None)
Output = TypeVar("Output", default=None, covariant=True)
"""What structured output is read as."""


class MessageDecoder(MessageEventDecoder["ParsedMessageStreamEvent[Any]"]):
    """Gives the events of a message and what they mean for it."""

    def __init__(
        self,
        response: Response[Any] | AsyncResponse[Any],
        *,
        reader: OutputReader[Any] | None = None,
        include_pings: bool = False,
    ) -> None:
        super().__init__(response, include_pings=include_pings)
        self.reader = reader
        """Reads structured output."""
        self._message = MessageAccumulator() if reader is None else _make_parsed_accumulator(reader)
        self._meaning = self._message.add
        self._stopped = False

    _replaced = frozenset({"content_block_stop", "message_stop", "skipped"})

    _gives = True
    """Whether a caller who has taken an event has something of the response, so that no retry can take its place."""

    def items(self) -> Iterator[ParsedMessageStreamEvent[Any]]:
        """The events that are complete and have not been given yet, and what they mean."""
        return self._last_items() if self._stopped else super().items()

    def _last_items(self) -> Iterator[ParsedMessageStreamEvent[Any]]:
        self._stopped = False
        yield from super().items()
        if not self.complete and (last := self._message.make_stop_event()) is not None:
            yield cast("Any", last)  # it is one with structured output where that is asked for

    def texts(self) -> Iterator[str]:
        """The pieces of text of the events that are complete and have not been given yet.

        Nobody sees the events, so that none is made of a delta that is nothing but a piece.
        """
        if self._pending_meaning is not None or self._stopped or self.complete:
            yield from (event.text for event in self.items() if isinstance(event, TextEvent))
        self._deltas.as_pieces = True
        for piece, shape, frame in self._next:
            if shape is not None and type(piece) is str:
                buffer = self._message.buffer_of(shape.index, shape.field)
                if buffer is not None:
                    self.has_yielded = self._gives
                    buffer.append(piece)
                    if shape.field == "text":
                        yield piece
                    continue
            for event in self._read_frames(((piece, shape, frame),)):
                self.has_yielded: bool = self.has_yielded and self._gives
                if isinstance(event, TextEvent):
                    yield event.text
        self._check_sse()

    def take_all(self) -> Iterator[Any]:
        """Take the events that are complete and have not been given yet, and give nothing."""
        for _ in self.texts():
            pass
        yield from ()

    def end(self) -> bool:
        """Whether the response may end where the bytes have ended. A last event that is missing is made up for."""
        may_end = super().end()
        self._stopped = may_end and not self.complete
        return may_end

    def _counts(self, name: bytes) -> bool:
        # A retry starts another message; whoever has seen the start of this one has nothing of it.
        return name not in (b"message_start", b"ping")

    def partial(self) -> Message | None:
        """The message so far."""
        message = self._message.message
        if message is not None:
            message._attach(self.response.info)  # pyright: ignore[reportPrivateUsage]  # as for one in one piece
        return message


def _make_parsed_accumulator(reader: OutputReader[Any]) -> MessageAccumulator:
    from .parsed import ParsedAccumulator

    return ParsedAccumulator(reader)


class WholeMessageDecoder(MessageDecoder):
    """Gives the events to somebody who shows nothing of them before the message is complete."""

    _gives = False

    def items(self) -> Iterator[ParsedMessageStreamEvent[Any]]:
        """The events that are complete and have not been given yet."""
        for event in super().items():
            self.has_yielded = False
            yield event


class MessageStream(NotebookRepr, Stream["ParsedMessageStreamEvent[Output]"], Generic[Output]):
    """A message while it arrives.

        with client.messages.stream(...) as stream:
            for text in stream.text_stream:
                print(text, end="", flush=True)
        print(stream.get_final_message().usage)

    Iterating over the stream itself gives every event, those of the API and what they mean for the message.
    """

    _replaced_texts: Iterator[str] | None = None
    """What a tracer has put in the place of `text_stream`."""

    @property
    def _raw_stream(self) -> Iterator[ParsedMessageStreamEvent[Output]]:
        """The events. Tracers put what hands them on in this place; the official package has it under this name."""
        return self._iterator

    @_raw_stream.setter
    def _raw_stream(self, events: Iterable[ParsedMessageStreamEvent[Output]]) -> None:
        self._iterator = iter(events)

    @property
    def current_message_snapshot(self) -> Message:
        """The message so far: the same object each time, brought up to date when it is asked for.

        Raises:
            RuntimeError: Nothing of it has come yet.
        """
        return _so_far(self._reading)

    def cost(self, *, prices: Prices | None = None) -> Cost:
        """What the message cost, as far as it has come, in US dollars and in parts (extra `cost`).

        The output tokens come with the last events, so ask when the stream has ended.

        Args:
            prices: Prices of yours by model id, as `ModelPrices`; what they lack is looked up.

        Raises:
            RuntimeError: Nothing of the message has come yet.
            UnknownPriceError: There is no price for the model, or for the way in which it was used.
        """
        return _so_far(self._reading).cost(prices=prices)

    @property
    def current_parsed_snapshot(self) -> Output | None:
        """What has come of the output that `output_format` asked for, built without validation as far as it goes.

        What has not come has its default, or is None whatever its type says; None for all where nothing has come.
        """
        return cast("Output | None", _parse_so_far(self._reading))

    @property
    def text_stream(self) -> Iterator[str]:
        """The pieces of text."""
        if self._replaced_texts is not None:
            return self._replaced_texts
        if self._is_traced:
            return (event.text for event in self if isinstance(event, TextEvent))
        return self._loop(self._reading.all(_texts))

    @text_stream.setter
    def text_stream(self, texts: Iterator[str]) -> None:
        self._replaced_texts = texts

    @property
    def _is_traced(self) -> bool:
        """Whether something stands in the place of the events, which nothing may pass by then."""
        return "_iterator" in self.__dict__ and not isinstance(self._iterator, chain)

    @overload
    def get_final_message(self: MessageStream[None]) -> Message: ...  # type: ignore[overload-overlap]  # pyright: ignore[reportOverlappingOverload]  # None is any type's special case
    @overload
    def get_final_message(self: MessageStream[T]) -> ParsedMessage[T]: ...
    def get_final_message(self) -> Message:
        """The whole message, once the rest of the stream has been read; with `output_format` it has `parsed_output`.

        Raises:
            StreamInterruptedError: The stream ended early; `.partial` has the message so far.
        """
        self.until_done()
        return _final(self._reading)

    @overload
    def show(self: MessageStream[None], *, file: TextIO | None = None) -> Message: ...  # type: ignore[overload-overlap]  # pyright: ignore[reportOverlappingOverload]  # as above
    @overload
    def show(self: MessageStream[T], *, file: TextIO | None = None) -> ParsedMessage[T]: ...
    def show(self, *, file: TextIO | None = None) -> Message:
        """Show the message while it comes, and give it as `get_final_message()` does.

        In a notebook it is rendered where it is called; in a terminal by rich, where that is installed (extra `rich`);
        elsewhere it is written as plain text. Thinking, calls of tools and what they used are shown too.

        Args:
            file: Where to show it instead of on the standard output, and not in the notebook.

        Raises:
            StreamInterruptedError: The stream ended early; what had come stays on the screen, and is in `.partial`.
        """
        from ..rendering.live import Live

        with Live(self, file) as live:
            for event in self._iterator:
                live.take(event)
        return _final(self._reading)

    def get_final_text(self) -> str:
        """The text of the whole message.

        Raises:
            RuntimeError: The message has no text; the error says what it has.
        """
        return _text(self.get_final_message())

    def until_done(self) -> None:
        """Read the rest of the stream."""
        for _ in self._iterator if self._is_traced else self._reading.all(_take_all):
            pass


class AsyncMessageStream(NotebookRepr, AsyncStream["ParsedMessageStreamEvent[Output]"], Generic[Output]):
    """A message while it arrives.

        async with client.messages.stream(...) as stream:
            async for text in stream.text_stream:
                print(text, end="", flush=True)
        print((await stream.get_final_message()).usage)

    Iterating over the stream itself gives every event, those of the API and what they mean for the message.
    """

    _replaced_texts: AsyncIterator[str] | None = None
    """What a tracer has put in the place of `text_stream`."""

    @property
    def _raw_stream(self) -> AsyncIterator[ParsedMessageStreamEvent[Output]]:
        """The events. Tracers put what hands them on in this place; the official package has it under this name."""
        return self._iterator

    @_raw_stream.setter
    def _raw_stream(self, events: AsyncIterable[ParsedMessageStreamEvent[Output]]) -> None:
        self._iterator = aiter(events)

    @property
    def current_message_snapshot(self) -> Message:
        """The message so far: the same object each time, brought up to date when it is asked for.

        Raises:
            RuntimeError: Nothing of it has come yet.
        """
        return _so_far(self._reading)

    def cost(self, *, prices: Prices | None = None) -> Cost:
        """What the message cost, as far as it has come, in US dollars and in parts (extra `cost`).

        The output tokens come with the last events, so ask when the stream has ended.

        Args:
            prices: Prices of yours by model id, as `ModelPrices`; what they lack is looked up.

        Raises:
            RuntimeError: Nothing of the message has come yet.
            UnknownPriceError: There is no price for the model, or for the way in which it was used.
        """
        return _so_far(self._reading).cost(prices=prices)

    @property
    def current_parsed_snapshot(self) -> Output | None:
        """What has come of the output that `output_format` asked for, built without validation as far as it goes.

        What has not come has its default, or is None whatever its type says; None for all where nothing has come.
        """
        return cast("Output | None", _parse_so_far(self._reading))

    @property
    def text_stream(self) -> AsyncIterator[str]:
        """The pieces of text."""
        if self._replaced_texts is not None:
            return self._replaced_texts
        if self._is_traced:
            return (event.text async for event in self if isinstance(event, TextEvent))
        return self._loop(self._begin(_texts))

    @text_stream.setter
    def text_stream(self, texts: AsyncIterator[str]) -> None:
        self._replaced_texts = texts

    @property
    def _is_traced(self) -> bool:
        """Whether something stands in the place of the events, which nothing may pass by then."""
        return "_iterator" in self.__dict__ and not isinstance(self._iterator, AsyncItems)

    @overload
    async def get_final_message(self: AsyncMessageStream[None]) -> Message: ...  # type: ignore[overload-overlap]  # pyright: ignore[reportOverlappingOverload]  # as above
    @overload
    async def get_final_message(self: AsyncMessageStream[T]) -> ParsedMessage[T]: ...
    async def get_final_message(self) -> Message:
        """The whole message, once the rest of the stream has been read; with `output_format` it has `parsed_output`.

        Raises:
            StreamInterruptedError: The stream ended early; `.partial` has the message so far.
        """
        await self.until_done()
        return _final(self._reading)

    @overload
    async def show(self: AsyncMessageStream[None], *, file: TextIO | None = None) -> Message: ...  # type: ignore[overload-overlap]  # pyright: ignore[reportOverlappingOverload]  # as above
    @overload
    async def show(self: AsyncMessageStream[T], *, file: TextIO | None = None) -> ParsedMessage[T]: ...
    async def show(self, *, file: TextIO | None = None) -> Message:
        """Show the message while it comes, and give it as `get_final_message()` does; all is as for `MessageStream`.

        Args:
            file: Where to show it instead of on the standard output, and not in the notebook.

        Raises:
            StreamInterruptedError: The stream ended early; what had come stays on the screen, and is in `.partial`.
        """
        from ..rendering.live import Live

        with Live(self, file) as live:
            async for event in self._iterator:
                live.take(event)
        return _final(self._reading)

    async def get_final_text(self) -> str:
        """The text of the whole message.

        Raises:
            RuntimeError: The message has no text; the error says what it has.
        """
        return _text(await self.get_final_message())

    async def until_done(self) -> None:
        """Read the rest of the stream."""
        async for _ in self._iterator if self._is_traced else self._begin(_take_all):
            pass


if TYPE_CHECKING:
    MessageStreamManager: TypeAlias = StreamManager[MessageStream[T]]
    AsyncMessageStreamManager: TypeAlias = AsyncStreamManager[AsyncMessageStream[T]]
else:
    # Classes, for `isinstance`.
    MessageStreamManager = StreamManager
    AsyncMessageStreamManager = AsyncStreamManager


def _texts(decoder: Decoder[ParsedMessageStreamEvent[Any]]) -> Iterator[str]:
    return cast("MessageDecoder", decoder).texts()


def _take_all(decoder: Decoder[ParsedMessageStreamEvent[Any]]) -> Iterator[Any]:
    return cast("MessageDecoder", decoder).take_all()


def _so_far(reading: Reading[Any, Any]) -> Message:
    message = reading.decoder.partial()
    if message is None:
        raise RuntimeError("there is no message yet: its first event has not been read")
    return message


def _parse_so_far(reading: Reading[Any, Any]) -> object:
    decoder = cast("MessageDecoder", reading.decoder)
    message = decoder.partial()
    return None if decoder.reader is None or message is None else decoder.reader.read_partial(message)


def _final(reading: Reading[Any, Any]) -> Message:
    decoder, message = reading.decoder, reading.decoder.partial()
    if message is not None and (decoder.complete or decoder.enough or reading.allow_partial):
        return message
    raise reading.failure or reading.make_closed_error()


def whole_message(stream: MessageStream[Any] | AsyncMessageStream[Any]) -> Message | None:
    """The message, where the server sent it in one piece; None where it streamed."""
    decoder: Any = stream._reading.decoder  # pyright: ignore[reportPrivateUsage]  # of the classes above
    return None if decoder.unstreamed is None else attach(cast("Message", decoder.unstreamed), stream.response)


def _text(message: Message) -> str:
    texts = [block.text for block in message.content if block.type == "text"]
    if not texts:
        raise RuntimeError(f"the message has no text, only: {', '.join(block.type for block in message.content)}")
    return "".join(texts)
