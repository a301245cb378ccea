"""`RefusalFallback`: middleware that asks other models where one refuses, as the API does for `fallbacks=`.

What is asked, and what is made of it, is said by generators that do no I/O. Two small drivers at the end carry out
their steps, on `Client` and on `AsyncClient`; `splicing` makes one stream of several.

API: https://platform.claude.com/docs/en/build-with-claude/refusal-fallbacks
"""

from __future__ import annotations

import json
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar, Token
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final, TypeAlias, cast

from ..core.json_encoding import encode_json
from ..core.logs import logger
from ..core.middleware import APIRequest, AsyncCallNext, CallNext, Middleware
from ..core.response import AsyncResponse, Response
from ..core.response_body import is_read, make_decoder
from ..errors import ClaudeError
from ..http.event_loops import AutoClosingIterator
from .splicing import Refusal, Splicer, block_between, drop_fallback_blocks, part
from .sse import SSEDecoder

if TYPE_CHECKING:
    from typing_extensions import Self

    from ..types import FallbackParam

Json: TypeAlias = "dict[str, Any]"
AnyResponse: TypeAlias = "Response[Any] | AsyncResponse[Any]"

DEFAULT_BETAS: Final = ("fallback-credit-2026-07-01",)
"""What each request asks for: refusals that come with a token, by which the retry does not pay for the input again."""

_PATH: Final = "/v1/messages"
_OVERLOADED: Final = (429, 529)


# ---- which model a conversation is at ----------------------------------------------------------------------------


class FallbackState:
    """Keeps the calls in its `with` at the model that replied in the place of one that refused.

    with FallbackState():
        client.messages.create(...)  # refused: the next model of the chain is asked
        client.messages.create(...)  # begins with that one

    Make one for each conversation. It may be entered again, also in other threads and tasks, and on both clients.
    """

    def __init__(self) -> None:
        self.index: int | None = None
        """Which of the fallbacks is asked first; None for the model of the call."""

    def __enter__(self) -> Self:
        token = _state.set(self)
        _tokens.set((*_tokens.get(), token))
        return self

    def __exit__(self, *exception: object) -> None:
        *others, token = _tokens.get()
        _tokens.set(tuple(others))
        _state.reset(token)


_state: ContextVar[FallbackState | None] = ContextVar("claude_client_fallback_state", default=None)
# Not on the state: each thread and task resets what it has set itself.
_tokens: ContextVar[tuple[Token[FallbackState | None], ...]] = ContextVar("claude_client_fallback_tokens", default=())


# ---- what is to be done ------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Send:
    request: APIRequest


@dataclass(frozen=True)
class _ReadAll:
    response: AnyResponse


@dataclass(frozen=True)
class _ReadChunk:
    """The next bytes of a body; None at its end."""

    response: AnyResponse


@dataclass(frozen=True)
class _Close:
    response: AnyResponse


_Step: TypeAlias = "_Send | _ReadAll | _ReadChunk | _Close"


@dataclass(frozen=True)
class _Spliced:
    """The outcome is a stream: that of `response`, with what other models say behind it."""

    response: AnyResponse
    steps: Generator[_Step | bytes, Any, None]


class RefusalFallback(Middleware):
    """Middleware that asks other models where one refuses.

        client = Client(middleware=[RefusalFallback([{"model": "claude-opus-4-8"}])])

    The message then has a `fallback` block for each change of the model. In a stream, what the next model says goes on
    behind what has come; a refusal before anything has come is not seen at all. Where every model refuses or fails, the
    last refusal stands. `usage.iterations` of a streamed message has an entry for each model. These blocks are not
    sent back with the conversation.

    Run the calls of one conversation in a `with FallbackState():`, so that the next one begins with the model that
    replied. The parameter `fallbacks=` of the API does the same there, and cannot be used beside this.

    API: https://platform.claude.com/docs/en/build-with-claude/refusal-fallbacks
    """

    def __init__(self, fallbacks: Iterable[FallbackParam], *, betas: Iterable[str] | None = None) -> None:
        """Args:
        fallbacks: The models that are asked in turn. Each entry changes the parameters of the call: a value is put in
            the place of the call's, None takes it away. `output_config` is changed by its fields.
        betas: Betas that each request asks for; `DEFAULT_BETAS` when left out.
        """
        self._fallbacks: Sequence[Json] = [dict(cast("Mapping[str, Any]", each)) for each in fallbacks]
        self._betas: Sequence[str] = DEFAULT_BETAS if betas is None else tuple(betas)
        self._has_warned = False

    def handle(self, request: APIRequest, call_next: CallNext) -> Response[Any]:
        """What happens to a request on `Client`."""
        if (body := self._find_body(request)) is None:
            return call_next(request)
        driver = _Driver(call_next)
        outcome = driver.run(self._steps(request, body))
        return driver.splice(outcome) if isinstance(outcome, _Spliced) else outcome

    async def handle_async(self, request: APIRequest, call_next: AsyncCallNext) -> AsyncResponse[Any]:
        """What happens to a request on `AsyncClient`."""
        if (body := self._find_body(request)) is None:
            return await call_next(request)
        driver = _AsyncDriver(call_next)
        outcome = await driver.run(self._steps(request, body))
        return driver.splice(outcome) if isinstance(outcome, _Spliced) else outcome

    def _find_body(self, request: APIRequest) -> Json | None:
        """The body of a request for a message; None for any other request."""
        path = request.http_request.url.path
        if not self._fallbacks or request.method != "POST" or not path.endswith(_PATH):
            return None
        body = request.json
        if not isinstance(body, dict):
            return None
        found = cast("Json", body)
        if found.get("fallbacks") is not None:
            raise ClaudeError(
                "fallbacks= is given beside RefusalFallback: leave one of them out. The API does what fallbacks= says "
                "with the beta server-side-fallback-2026-07-01"
            )
        return found

    # ---- the order of things ----

    def _steps(self, request: APIRequest, body: Json) -> Generator[_Step, Any, AnyResponse | _Spliced]:
        state = _state.get()
        index = self._start(state)
        # The API does not know these blocks in a request.
        body = drop_fallback_blocks(body)
        request = request.copy(headers=self._with_betas(request))
        entry = {} if index < 0 else self._fallbacks[index]
        response, _ = yield from self._send(request, patch(body, entry), entry)
        model = str(entry.get("model") or body.get("model"))
        if request.stream:
            if index + 1 == len(self._fallbacks) or not _is_event_stream(response):
                return response
            return _Spliced(response, self._splice(request, body, response, model, index + 1, state))
        return (yield from self._ask_in_turn(request, body, response, model, index, state))

    def _ask_in_turn(
        self,
        request: APIRequest,
        body: Json,
        response: AnyResponse,
        model: str,
        index: int,
        state: FallbackState | None,
    ) -> Generator[_Step, Any, AnyResponse]:
        blocks: list[Json] = []
        while response.http_response.is_success:
            message = _parse((yield _ReadAll(response)))
            if message.get("stop_reason") != "refusal":
                return _put_in_front(response, blocks, message) if blocks else response
            index += 1
            if index == len(self._fallbacks):
                break
            entry, details = self._fallbacks[index], part(message, "stop_details")
            self._pin(state, index, model)
            asked = _with_token(patch(body, entry), details.get("fallback_credit_token"))
            response, _ = yield from self._send(request, asked, entry)
            blocks.append(block_between(model, str(entry["model"]), details.get("category")))
            model = str(entry["model"])
        return response

    def _splice(
        self,
        request: APIRequest,
        body: Json,
        response: AnyResponse,
        model: str,
        first: int,
        state: FallbackState | None,
    ) -> Generator[_Step | bytes, Any, None]:
        """The bytes of a stream that goes on with other models where one refuses."""
        splicer = Splicer(model)
        refusal = yield from _read_events(response, splicer)
        continuation: list[Any] = []
        for index in range(first, len(self._fallbacks)):
            if refusal is None:
                return
            entry = self._fallbacks[index]
            self._pin(state, index, splicer.model)
            found = yield from self._go_on(request, body, entry, refusal, continuation)
            if isinstance(found, int):
                if index + 1 == len(self._fallbacks):
                    recommended = str(entry["model"]) if found in _OVERLOADED else None
                    yield splicer.repeat_refusal(refusal, recommended)
                continue
            response, continuation = found
            splicer.begin(str(entry["model"]), refusal, is_last=index + 1 == len(self._fallbacks))
            refusal = yield from _read_events(response, splicer)

    def _go_on(
        self, request: APIRequest, body: Json, entry: Json, refusal: Refusal, before: list[Any]
    ) -> Generator[_Step, Any, tuple[AnyResponse, list[Any]] | int]:
        """The response of the next model and what it goes on from; the status where it failed, 0 without one."""
        # The API may refuse what the models have said so far, and take the conversation without it.
        longest = [*before, *refusal.blocks]
        status = 400
        for continuation in (longest, before) if refusal.blocks else (longest,):
            asked = _with_token(patch(body, entry), refusal.token)
            if continuation:
                asked["messages"] = [*asked["messages"], {"role": "assistant", "content": continuation}]
            try:
                response, entry = yield from self._send(request, asked, entry)
            except Exception as error:  # the refusal stands, unless another model replies
                logger.warning("the fallback %s failed", entry["model"], exc_info=error)
                return 0
            if response.http_response.is_success:
                return response, continuation
            status = response.http_response.status_code
            yield _Close(response)
            if status != 400:
                break
        logger.warning("the fallback %s failed with status %s", entry["model"], status)
        return status

    def _send(self, request: APIRequest, body: Json, entry: Json) -> Generator[_Step, Any, tuple[AnyResponse, Json]]:
        """The response to a body, asked for without `speed` where that model has no room for it; and the entry then."""
        response: AnyResponse = yield _Send(request.copy(json=body))
        inherited = entry and "speed" not in entry and body.get("speed") == "fast"
        if not inherited or response.http_response.status_code not in _OVERLOADED:
            return response, entry
        yield _Close(response)
        # A model without that mode refuses the parameter, whatever its value.
        entry = {**entry, "speed": None}
        return (yield _Send(request.copy(json=patch(body, {"speed": None})))), entry

    # ---- small parts of it ----

    def _start(self, state: FallbackState | None) -> int:
        if state is None or state.index is None:
            return -1
        if not -1 <= state.index < len(self._fallbacks):
            raise ClaudeError(
                f"FallbackState.index is {state.index}, and there are {len(self._fallbacks)} fallbacks: use a state "
                "with one client only"
            )
        return state.index

    def _pin(self, state: FallbackState | None, index: int, refused: str) -> None:
        logger.info("%s refused, and %s is asked", refused, self._fallbacks[index]["model"])
        if state is not None:
            state.index = index
        elif not self._has_warned:
            self._has_warned = True
            logger.warning(
                "a model refused, and another one is asked; the next call begins with the first one again, unless the "
                "calls are made in a `with FallbackState():`"
            )

    def _with_betas(self, request: APIRequest) -> dict[str, str]:
        headers = dict(request.headers)
        given = [each.strip() for each in headers.get("anthropic-beta", "").split(",") if each.strip()]
        betas = dict.fromkeys([*given, *self._betas])
        return {**headers, "anthropic-beta": ",".join(betas)} if betas else headers


BetaFallbackState = FallbackState
BetaRefusalFallbackMiddleware = RefusalFallback


# ---- bodies ------------------------------------------------------------------------------------------------------


def patch(body: Mapping[str, Any], entry: Mapping[str, Any]) -> Json:
    """The body for a fallback: `body`, changed by what `entry` says."""
    patched = _change(body, entry)
    # The next model may not know this kind.
    if entry and "thinking" not in entry and part(body, "thinking").get("type") == "between_tools":
        patched["thinking"] = {"type": "disabled"}
    if entry.get("output_config") is not None:
        config = _change(part(body, "output_config"), part(entry, "output_config"))
        patched["output_config"] = config or None
    return {name: value for name, value in patched.items() if name != "output_config" or value is not None}


def _change(values: Mapping[str, Any], changes: Mapping[str, Any]) -> Json:
    return {name: value for name, value in {**values, **changes}.items() if value is not None or name not in changes}


def _with_token(body: Json, token: str | None) -> Json:
    # Otherwise the call would fail where the token cannot be used.
    return {**body, "fallback_credit_token": {"token": token, "mode": "best_effort"}} if token else body


def _parse(content: bytes) -> Json:
    try:
        message = json.loads(content)
    except ValueError:
        return {}
    return cast("Json", message) if isinstance(message, dict) else {}


def _is_event_stream(response: AnyResponse) -> bool:
    http = response.http_response
    return http.is_success and http.headers.get("content-type", "").startswith("text/event-stream")


def _put_in_front(response: AnyResponse, blocks: Sequence[Json], message: Json) -> AnyResponse:
    """`response` with blocks in front of the content of its message."""
    if not isinstance(message.get("content"), list):
        return response
    content = encode_json({**message, "content": [*blocks, *message["content"]]})
    return _replace_body(response, content=content)


def _replace_body(response: AnyResponse, **body: Any) -> AnyResponse:
    old = response.http_response
    headers = [(name, value) for name, value in old.headers.multi_items() if name not in _OF_THE_OLD_BODY]
    make: Any = type(old)
    made = make(old.status_code, headers=headers, request=old.request, extensions=old.extensions, **body)
    return type(response)(cast("Any", response.driver), response.call, made)


_OF_THE_OLD_BODY: Final = ("content-encoding", "content-length", "transfer-encoding")


def _read_events(response: AnyResponse, splicer: Splicer) -> Generator[_Step | bytes, Any, Refusal | None]:
    """Hand on the events of one model; the refusal where it ended in one and another model can be asked."""
    decoder = SSEDecoder(event_bytes=response.call.settings.response_limits.event_bytes)
    is_over = False
    while not is_over:
        chunk: bytes | None = yield _ReadChunk(response)
        is_over = chunk is None
        frames = decoder.end() if chunk is None else decoder.frames(chunk)
        for frame in frames:
            if given := splicer.take(frame, is_cut=is_over):
                yield given
            if splicer.refusal is not None:
                yield _Close(response)
                return splicer.refusal
    if given := splicer.finish():
        yield given
    return None


# ---- the drivers -------------------------------------------------------------------------------------------------


class _Driver:
    """Carries out steps on `Client`."""

    def __init__(self, call_next: CallNext) -> None:
        self._call_next = call_next
        self._response: Response[Any] | None = None
        """The response whose body is read."""
        self._chunks: Iterator[bytes] = iter(())
        self._is_closed = False

    def run(self, steps: Generator[_Step, Any, Any]) -> Any:
        """What the steps come to."""
        try:
            step = next(steps)
            while True:
                try:
                    outcome = self._perform(step)
                except Exception as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(outcome)
        except StopIteration as done:
            return done.value

    def _perform(self, step: Any) -> Any:
        if isinstance(step, _Send):
            return self._call_next(step.request)
        response = step.response
        if isinstance(step, _ReadAll):
            return response.read()
        if isinstance(step, _Close):
            return response.http_response.close()
        if response is not self._response:
            self._response, self._chunks = response, _chunks(response)
        return next(self._chunks, None)

    def splice(self, spliced: _Spliced) -> Response[Any]:
        """The response that reads on where the steps say."""
        self._response = cast("Response[Any]", spliced.response)
        self._chunks = _chunks(self._response)
        stream = _body_class(spliced.response.call.library, is_async=False)(self, spliced.steps)
        return cast("Response[Any]", _replace_body(spliced.response, stream=stream))

    def iterate(self, steps: Generator[_Step | bytes, Any, None]) -> Iterator[bytes]:
        """The bytes that the steps give."""
        resume: Callable[[], Any] = steps.__next__
        while not self._is_closed:
            try:
                step = resume()
            except StopIteration:
                return
            if isinstance(step, bytes):
                yield step
                resume = steps.__next__
                continue
            try:
                outcome = self._perform(step)
            except Exception as error:
                resume = _throwing(steps, error)
            else:
                resume = _sending(steps, outcome)

    def close(self) -> None:
        """Close what is being read."""
        self._is_closed = True
        if self._response is not None:
            self._response.http_response.close()


class _AsyncDriver:
    """Carries out steps on `AsyncClient`."""

    def __init__(self, call_next: AsyncCallNext) -> None:
        self._call_next = call_next
        self._response: AsyncResponse[Any] | None = None
        """The response whose body is read."""
        self._chunks: AsyncIterator[bytes] | None = None
        self._is_closed = False

    async def run(self, steps: Generator[_Step, Any, Any]) -> Any:
        """What the steps come to."""
        try:
            step = next(steps)
            while True:
                try:
                    outcome = await self._perform(step)
                except Exception as error:
                    step = steps.throw(error)
                else:
                    step = steps.send(outcome)
        except StopIteration as done:
            return done.value

    async def _perform(self, step: Any) -> Any:
        if isinstance(step, _Send):
            return await self._call_next(step.request)
        response = step.response
        if isinstance(step, _ReadAll):
            return await response.read()
        if isinstance(step, _Close):
            return await self._close(response)
        if response is not self._response or self._chunks is None:
            self._response, self._chunks = response, AutoClosingIterator(_chunks_async(response))
        return await anext(self._chunks, None)

    async def _close(self, response: AsyncResponse[Any]) -> None:
        from ..core.drivers import aclose_shielded

        chunks = self._chunks if response is self._response else None
        await aclose_shielded(response.http_response, chunks)

    def splice(self, spliced: _Spliced) -> AsyncResponse[Any]:
        """The response that reads on where the steps say."""
        self._response = cast("AsyncResponse[Any]", spliced.response)
        stream = _body_class(spliced.response.call.library, is_async=True)(self, spliced.steps)
        return cast("AsyncResponse[Any]", _replace_body(spliced.response, stream=stream))

    async def iterate(self, steps: Generator[_Step | bytes, Any, None]) -> AsyncGenerator[bytes, None]:
        """The bytes that the steps give."""
        resume: Callable[[], Any] = steps.__next__
        while not self._is_closed:
            try:
                step = resume()
            except StopIteration:
                return
            if isinstance(step, bytes):
                yield step
                resume = steps.__next__
                continue
            try:
                outcome = await self._perform(step)
            except Exception as error:
                resume = _throwing(steps, error)
            else:
                resume = _sending(steps, outcome)

    async def close(self) -> None:
        """Close what is being read."""
        self._is_closed = True
        if self._response is not None:
            await self._close(self._response)


def _throwing(steps: Generator[Any, Any, None], error: Exception) -> Callable[[], Any]:
    return lambda: steps.throw(error)


def _sending(steps: Generator[Any, Any, None], value: object) -> Callable[[], Any]:
    return lambda: steps.send(value)


# An error of the connection is mapped by whoever reads the spliced body, which is read like any other.
def _chunks(response: Response[Any]) -> Iterator[bytes]:
    http = response.http_response
    if is_read(http):
        yield http.content
        return
    decoder = make_decoder(http)
    http.is_stream_consumed = True
    for chunk in cast("Iterator[bytes]", http.stream):
        yield from decoder.decode(chunk)
    decoder.finish()


async def _chunks_async(response: AsyncResponse[Any]) -> AsyncGenerator[bytes, None]:
    http = response.http_response
    if is_read(http):
        yield http.content
        return
    decoder = make_decoder(http)
    http.is_stream_consumed = True
    async for chunk in cast("AsyncIterator[bytes]", http.stream):
        for piece in decoder.decode(chunk):
            yield piece
    decoder.finish()


@lru_cache(maxsize=4)
def _body_class(library: Any, *, is_async: bool) -> Any:
    """A body in the form in which `library`, `httpx` or `httpx2`, takes it."""

    class Body(library.SyncByteStream):  # type: ignore[misc]
        def __init__(self, driver: _Driver, steps: Generator[_Step | bytes, Any, None]) -> None:
            self._driver = driver
            self._steps = steps

        def __iter__(self) -> Iterator[bytes]:
            return self._driver.iterate(self._steps)

        def close(self) -> None:
            self._driver.close()

    class AsyncBody(library.AsyncByteStream):  # type: ignore[misc]
        def __init__(self, driver: _AsyncDriver, steps: Generator[_Step | bytes, Any, None]) -> None:
            self._driver = driver
            self._steps = steps

        def __aiter__(self) -> AsyncIterator[bytes]:
            return AutoClosingIterator(self._driver.iterate(self._steps))

        async def aclose(self) -> None:
            await self._driver.close()

    return AsyncBody if is_async else Body
