"""`MessageThread` and `AsyncMessageThread`: a conversation that the API keeps, turn by turn."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Generic, Protocol, cast

from typing_extensions import TypeVar

from ..http.event_loops import AutoClosingIterator
from ..tools import AsyncToolRunner, Policy, ToolLoop, ToolRunner
from .state import ThreadState, UnsupportedRequestBehavior

if TYPE_CHECKING:
    from typing_extensions import Self, Unpack

    from ..core.request import Request
    from ..streaming import AsyncMessageStream, MessageStream
    from ..types import Message, MessageParam, ParsedMessage
    from ..types.request_options import RequestOptions

Output = TypeVar("Output", default=None)
"""What structured output is read as."""


class BuildRequest(Protocol):
    """Makes the request of a turn."""

    def __call__(self, params: Mapping[str, Any], *, stream: bool, parse: bool) -> Request[Any, Any]: ...


class NewThread:
    """A thread that is still to be bound to a client."""

    def __init__(self, state: ThreadState, build: BuildRequest) -> None:
        """For `messages.thread()`."""
        self._state = state
        self._build = build

    def on_client(self, send: Callable[[Any], Any]) -> MessageThread[Any]:
        """The thread on `Client`."""
        return MessageThread(self._state, self._build, send)

    def on_async_client(self, send: Callable[[Any], Any]) -> AsyncMessageThread[Any]:
        """The thread on `AsyncClient`."""
        return AsyncMessageThread(self._state, self._build, send)


class _AnyThread(Generic[Output]):
    """What both threads have in common: everything that sends nothing."""

    def __init__(self, state: ThreadState, build: BuildRequest, send: Callable[[Any], Any]) -> None:
        """For `messages.thread()`, which is how they are made."""
        self._state = state
        self._build = build
        self._send_request = send

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self.messages)} messages)"

    @property
    def messages(self) -> list[MessageParam]:
        """The whole conversation, in plain values."""
        return self._state.messages

    @property
    def previous_message_id(self) -> str | None:
        """The id of the message that the next turn goes on from; None where it begins a new thread."""
        return self._state.previous_message_id

    @property
    def params(self) -> dict[str, Any]:
        """What another `messages.thread()` takes to go on with the whole conversation."""
        return self._state.params

    @property
    def unsupported_request_behavior(self) -> UnsupportedRequestBehavior:
        """What is done where the API cannot keep the conversation."""
        return self._state.unsupported_request_behavior

    def append(self, *messages: MessageParam | Message) -> None:
        """Put messages behind the conversation, to be sent with the next turn."""
        self._state.append(messages)

    def update(self, **params: Any) -> None:
        """Change parameters of `create()` for all later turns. `system` and `tools` cannot change in a thread."""
        self._state.update(params)

    def fork(self) -> Self:
        """Another thread with the same conversation, that goes on by itself."""
        return type(self)(self._state.fork(), self._build, self._send_request)

    def _loop(self, stream: bool, options: Mapping[str, Any]) -> ToolLoop:
        names = ("max_iterations", "approve", "context", "tool_timeout", "on_call", "on_result", "run_tools_eagerly")
        given = {name: value for name, value in options.items() if name in names and value is not None}
        parallel = options.get("parallel")
        policy = Policy(**given, parallel=True if parallel is None else parallel)
        others = {name: value for name, value in options.items() if name not in (*names, "parallel")}
        params = {**self._state.fields, **others, "messages": self._state.messages}
        # The loop builds the whole conversation, and the thread sends the part that is new.
        return ToolLoop(cast("Any", _TurnRequest), params, policy, stream=stream)

    def _take_over(self, request: _TurnRequest) -> Mapping[str, Any]:
        """Go on with the conversation of a run; gives the parameters of its next turn."""
        params = dict(request.params)
        self._state.replace(params.pop("messages"))
        return params


class _TurnRequest:
    """What a run of tools sends next: the parameters of `create()`, with the whole conversation."""

    def __init__(self, params: Mapping[str, Any]) -> None:
        self.params = params


class MessageThread(_AnyThread[Output]):
    """A conversation on `Client` that the API keeps: each turn sends only what is new.

        thread = client.messages.thread(model=..., max_tokens=1000, system=...)
        thread.send({"role": "user", "content": "Hello"})
        thread.send({"role": "user", "content": "And again"})

    Where the API has lost the thread, the whole conversation is sent again, in a new one.

    API: https://platform.claude.com/docs/en/build-with-claude/message-threads
    """

    def send(self, *messages: MessageParam | Message, **params: Any) -> Message:
        """Send messages, and those that were appended, and give the model's.

        Args:
            messages: What is new. Without a message of the model it is not part of the conversation.
            params: Parameters of `create()` for this turn only.

        Raises:
            MessageThreadError: Another turn is under way, or `system` or `tools` are not those of the thread.
        """
        return cast("Message", self._run(self._state.turn(messages, params), parse=False))

    def parse(self, *messages: MessageParam | Message, **params: Any) -> ParsedMessage[Output]:
        """The same, with the message read as the thread's `output_format`."""
        return cast("ParsedMessage[Output]", self._run(self._state.turn(messages, params), parse=True))

    def stream(self, *messages: MessageParam | Message, **params: Any) -> ThreadStreamManager[MessageStream[Output]]:
        """The same as a stream, in a context manager. The turn lasts until the stream has ended or is left."""
        return ThreadStreamManager(self._open(messages, params))

    def tool_runner(
        self, *, stream: bool = False, **options: Unpack[ThreadRunOptions]
    ) -> ToolRunner[Any, ParsedMessage[Output]]:
        """Run the tools of the thread until the model calls none any more, as `run_tools()` does.

        The conversation of the run becomes that of the thread.
        """

        def send(request: Any) -> Any:
            if request.params.get("compaction") is not None:  # a request beside the turns of the conversation
                return self._send_request(self._build(request.params, stream=False, parse=False))
            return self._run(self._state.turn((), self._take_over(request)), parse=True)

        def manage(request: Any) -> Any:
            if request.params.get("compaction") is not None:
                # The stream closes itself when it is left.
                return self._send_request(self._build(request.params, stream=True, parse=True))
            return ThreadStreamManager(self._open((), self._take_over(request)))

        return ToolRunner(self._loop(stream, cast("Mapping[str, Any]", options)), send, manage)

    def _run(self, steps: Generator[Any, Any, Any], *, parse: bool, stream: bool = False) -> Any:
        try:
            params = next(steps)
            while True:
                try:
                    sent = self._send_request(self._build(params, stream=stream, parse=parse))
                except BaseException as error:
                    params = steps.throw(error)
                else:
                    params = steps.send(sent)
        except StopIteration as done:
            return done.value

    def _open(self, messages: Any, params: Mapping[str, Any]) -> Callable[[], tuple[Any, Callable[[], None]]]:
        def open_() -> tuple[Any, Callable[[], None]]:
            begun_at = self._state.begin(messages)
            try:
                stream = self._run(self._state.attempt(params), parse=True, stream=True)
            except BaseException:
                self._state.end(begun_at, keep=False)
                raise
            end = _make_end(self._state, stream, begun_at, params)
            stream._raw_stream = _end_after(stream._raw_stream, end)
            return stream, end

        return open_


class AsyncMessageThread(_AnyThread[Output]):
    """A conversation on `AsyncClient` that the API keeps: each turn sends only what is new.

    API: https://platform.claude.com/docs/en/build-with-claude/message-threads
    """

    async def send(self, *messages: MessageParam | Message, **params: Any) -> Message:
        """Send messages, and those that were appended, and give the model's.

        Args:
            messages: What is new. Without a message of the model it is not part of the conversation.
            params: Parameters of `create()` for this turn only.

        Raises:
            MessageThreadError: Another turn is under way, or `system` or `tools` are not those of the thread.
        """
        return cast("Message", await self._run(self._state.turn(messages, params), parse=False))

    async def parse(self, *messages: MessageParam | Message, **params: Any) -> ParsedMessage[Output]:
        """The same, with the message read as the thread's `output_format`."""
        return cast("ParsedMessage[Output]", await self._run(self._state.turn(messages, params), parse=True))

    def stream(
        self, *messages: MessageParam | Message, **params: Any
    ) -> AsyncThreadStreamManager[AsyncMessageStream[Output]]:
        """The same as a stream, in a context manager. The turn lasts until the stream has ended or is left."""
        return AsyncThreadStreamManager(self._open(messages, params))

    def tool_runner(
        self, *, stream: bool = False, **options: Unpack[ThreadRunOptions]
    ) -> AsyncToolRunner[Any, ParsedMessage[Output]]:
        """Run the tools of the thread until the model calls none any more, as `run_tools()` does.

        The conversation of the run becomes that of the thread.
        """

        async def send(request: Any) -> Any:
            if request.params.get("compaction") is not None:  # a request beside the turns of the conversation
                return await self._send_request(self._build(request.params, stream=False, parse=False))
            return await self._run(self._state.turn((), self._take_over(request)), parse=True)

        def manage(request: Any) -> Any:
            if request.params.get("compaction") is not None:
                return _AsyncStreamContext(self._send_request(self._build(request.params, stream=True, parse=True)))
            managed: AsyncThreadStreamManager[Any] = AsyncThreadStreamManager(self._open((), self._take_over(request)))
            return managed

        return AsyncToolRunner(self._loop(stream, cast("Mapping[str, Any]", options)), send, manage)

    async def _run(self, steps: Generator[Any, Any, Any], *, parse: bool, stream: bool = False) -> Any:
        try:
            params = next(steps)
            while True:
                try:
                    sent = await self._send_request(self._build(params, stream=stream, parse=parse))
                except BaseException as error:
                    params = steps.throw(error)
                else:
                    params = steps.send(sent)
        except StopIteration as done:
            return done.value

    def _open(self, messages: Any, params: Mapping[str, Any]) -> Callable[[], Any]:
        async def open_() -> tuple[Any, Callable[[], None]]:
            begun_at = self._state.begin(messages)
            try:
                stream = await self._run(self._state.attempt(params), parse=True, stream=True)
            except BaseException:
                self._state.end(begun_at, keep=False)
                raise
            end = _make_end(self._state, stream, begun_at, params)
            stream._raw_stream = AutoClosingIterator(_end_after_async(stream._raw_stream, end))
            return stream, end

        return open_


# ---- streams -----------------------------------------------------------------------------------------------------

S = TypeVar("S")


class ThreadStreamManager(Generic[S]):
    """Sends a turn when it is entered, gives its stream, and ends the turn when it is left."""

    def __init__(self, open_: Callable[[], tuple[S, Callable[[], None]]]) -> None:
        """Made by `thread.stream()`."""
        self._open = open_
        self._stream: Any = None
        self._end: Callable[[], None] | None = None

    def __enter__(self) -> S:
        self._stream, self._end = self._open()
        return cast("S", self._stream)

    def __exit__(self, *exception: object) -> None:
        try:
            self._stream.close()
        finally:
            if self._end is not None:
                self._end()


class AsyncThreadStreamManager(Generic[S]):
    """Sends a turn when it is entered, gives its stream, and ends the turn when it is left."""

    def __init__(self, open_: Callable[[], Any]) -> None:
        """Made by `thread.stream()`."""
        self._open = open_
        self._stream: Any = None
        self._end: Callable[[], None] | None = None

    async def __aenter__(self) -> S:
        self._stream, self._end = await self._open()
        return cast("S", self._stream)

    async def __aexit__(self, *exception: object) -> None:
        try:
            await self._stream.close()
        finally:
            if self._end is not None:
                self._end()


class _AsyncStreamContext:
    """A stream that is no turn of a thread, in a context manager."""

    def __init__(self, sent: Any) -> None:
        self._sent = sent
        self._stream: Any = None

    async def __aenter__(self) -> Any:
        self._stream = await self._sent
        return self._stream

    async def __aexit__(self, *exception: object) -> None:
        await self._stream.close()


def _make_end(state: ThreadState, stream: Any, begun_at: int, params: Mapping[str, Any]) -> Callable[[], None]:
    """A function that ends the turn of a stream, once: with the whole message, what came of it, or nothing."""
    has_ended: list[bool] = []

    def end() -> None:
        if has_ended:
            return
        has_ended.append(True)
        keep = False
        try:
            message = stream._reading.decoder.partial()
            if message is not None and stream._reading.decoder.complete:
                keep = state.record(message, params)
            elif message is not None:
                keep = state.record_partial(message, begun_at)
        finally:
            state.end(begun_at, keep=keep)

    return end


def _end_after(events: Iterator[Any], end: Callable[[], None]) -> Iterator[Any]:
    try:
        yield from events
    finally:
        end()


async def _end_after_async(events: AsyncIterator[Any], end: Callable[[], None]) -> AsyncGenerator[Any, None]:
    try:
        async for event in events:
            yield event
    finally:
        end()


if TYPE_CHECKING:
    from ..tools import Approve, OnCall, OnResult

    class ThreadRunOptions(RequestOptions, total=False):
        """What `thread.tool_runner()` takes beside `stream`."""

        max_iterations: int | None
        approve: Approve | None
        context: object
        tool_timeout: float | None
        parallel: bool | int | None
        on_call: OnCall | None
        on_result: OnResult | None
        run_tools_eagerly: bool
