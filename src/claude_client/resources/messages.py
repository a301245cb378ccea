"""Messages of the model, whole or as streams, and the number of tokens that a request has.

API: https://platform.claude.com/docs/en/api/messages
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Annotated, Any, Literal, overload

from typing_extensions import TypeVar

from .. import types
from ..core.decoding import json_response
from ..core.endpoint import (
    Async,
    Mode,
    Raw,
    Resource,
    Streamed,
    Sync,
    endpoint,
    endpoint_by_overloads,
    managed_by_overloads,
    polled,
    runner_by_overloads,
)
from ..types._parameters import parameters
from .batches import Batches
from .message_params import apply_output_format, make_version_check, may_take_long, prepare_params, warn_if_deprecated

if TYPE_CHECKING:
    from collections.abc import Coroutine, Iterable, Mapping, Sequence

    from typing_extensions import Required, Unpack

    from ..core.managers import AsyncResponseManager, AsyncStreamManager, ResponseManager, StreamManager
    from ..core.polling import Polling
    from ..core.quotas import AnyBudget
    from ..core.request import A, Request, ResponseFormat, S
    from ..core.response import AsyncResponse, Response
    from ..core.structured import OutputFormat
    from ..limits.estimates import Estimate
    from ..streaming import AsyncMessageStream, AsyncStream, MessageStream, Stream
    from ..threads import AsyncMessageThread, MessageThread, UnsupportedRequestBehavior
    from ..tools import Approve, AsyncToolRunner, OnCall, OnResult, ToolRunner
    from ..types import (
        Message,
        MessageCountTokensParams,
        MessageCreateParams,
        MessageParam,
        MessageTokensCount,
        ModelParam,
        ParsedMessage,
        ParsedMessageWithOutput,
        RawMessageStreamEvent,
    )
    from ..types._tools import ToolLike
    from ..types.cost import Prices
    from ..types.request_options import UserProfileOptions

    class RunToolsParams(MessageCreateParams, total=False):
        """What `run_tools()` takes, but for what decides what it gives."""

        max_iterations: int | None
        approve: Approve | None
        context: object
        tool_timeout: float | None
        parallel: bool | int | None
        on_call: OnCall | None
        on_result: OnResult | None
        budget: AnyBudget | None
        run_tools_eagerly: bool

    class ThreadParams(UserProfileOptions, total=False):
        """What `thread()` takes, but for `messages`, and for what decides what it gives."""

        max_tokens: Required[int]
        model: Required[ModelParam]
        cache_control: types.CacheControlEphemeralParam | None
        container: types.MessageCreateParamsContainer | None
        context_management: types.ContextManagementConfigParam | None
        diagnostics: types.DiagnosticsParam | None
        fallbacks: types.FallbacksParam | None
        inference_geo: str | None
        mcp_servers: Iterable[types.RequestMCPServerURLDefinitionParam] | None
        metadata: types.MetadataParam | None
        output_config: types.OutputConfigParam | None
        service_tier: Literal["auto", "standard_only"] | None
        speed: Literal["standard", "fast"] | None
        stop_sequences: Sequence[str] | None
        system: str | Iterable[types.TextBlockParam] | None
        temperature: float | None
        thinking: types.ThinkingConfigParam | None
        tool_choice: types.ToolChoiceParam | None
        tools: Iterable[types.ToolUnionParam | ToolLike] | None
        top_k: int | None
        top_p: float | None
        billing_policy: types.BillingPolicyParam | None
        unsupported_request_behavior: UnsupportedRequestBehavior


T = TypeVar("T", default=None)


class Messages(Resource[Mode]):
    """Messages: create, parse, stream and count."""

    @property
    def with_raw_response(self) -> Messages[Raw[Mode]]:
        """The same calls, giving the response."""
        return Messages(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Messages[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Messages(self._binding.as_streamed())

    @cached_property
    def batches(self) -> Batches[Mode]:
        """Messages by the thousand, within a day and at half the price."""
        return Batches(self._binding)

    # `stream` decides what a call gives, and Python has no way to say that once for all modes.
    # generated: overloads of create
    @overload
    def create(
        self: Messages[Sync], *, stream: Literal[False] | None = None, **params: Unpack[MessageCreateParams]
    ) -> Message: ...
    @overload
    def create(
        self: Messages[Async], *, stream: Literal[False] | None = None, **params: Unpack[MessageCreateParams]
    ) -> Coroutine[Any, Any, Message]: ...
    @overload
    def create(
        self: Messages[Raw[Sync]], *, stream: Literal[False] | None = None, **params: Unpack[MessageCreateParams]
    ) -> Response[Message]: ...
    @overload
    def create(
        self: Messages[Raw[Async]], *, stream: Literal[False] | None = None, **params: Unpack[MessageCreateParams]
    ) -> Coroutine[Any, Any, AsyncResponse[Message]]: ...
    @overload
    def create(
        self: Messages[Streamed[Sync]], *, stream: Literal[False] | None = None, **params: Unpack[MessageCreateParams]
    ) -> ResponseManager[Message]: ...
    @overload
    def create(
        self: Messages[Streamed[Async]], *, stream: Literal[False] | None = None, **params: Unpack[MessageCreateParams]
    ) -> AsyncResponseManager[Message]: ...
    @overload
    def create(
        self: Messages[Sync],
        *,
        stream: Literal[True],
        include_pings: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> Stream[RawMessageStreamEvent]: ...
    @overload
    def create(
        self: Messages[Async],
        *,
        stream: Literal[True],
        include_pings: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> Coroutine[Any, Any, AsyncStream[RawMessageStreamEvent]]: ...
    @overload
    def create(
        self: Messages[Raw[Sync]],
        *,
        stream: Literal[True],
        include_pings: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> Response[Stream[RawMessageStreamEvent]]: ...
    @overload
    def create(
        self: Messages[Raw[Async]],
        *,
        stream: Literal[True],
        include_pings: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> Coroutine[Any, Any, AsyncResponse[AsyncStream[RawMessageStreamEvent]]]: ...
    @overload
    def create(
        self: Messages[Streamed[Sync]],
        *,
        stream: Literal[True],
        include_pings: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> ResponseManager[Stream[RawMessageStreamEvent]]: ...
    @overload
    def create(
        self: Messages[Streamed[Async]],
        *,
        stream: Literal[True],
        include_pings: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> AsyncResponseManager[AsyncStream[RawMessageStreamEvent]]: ...
    @overload
    def create(
        self: Messages[Sync], *, stream: bool, **params: Unpack[MessageCreateParams]
    ) -> Message | Stream[RawMessageStreamEvent]: ...
    @overload
    def create(
        self: Messages[Async], *, stream: bool, **params: Unpack[MessageCreateParams]
    ) -> Coroutine[Any, Any, Message | AsyncStream[RawMessageStreamEvent]]: ...
    # end
    @endpoint_by_overloads
    def create(
        self: Messages[Any],
        *,
        stream: bool | None = None,
        include_pings: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> Annotated[Any, "Message | Stream[RawMessageStreamEvent]", "Message | AsyncStream[RawMessageStreamEvent]"]:
        """The next message of the model in a conversation.

        Args:
            model: The model's id, such as `claude-opus-5`.
            max_tokens: The most tokens that the message may have; each model has its own bound. A message that may take
                more than ten minutes is streamed underneath, and returned whole.
            messages: The conversation so far. Messages and content blocks that the API returned can be passed as they
                are. The `data` of a base64 source may be a path, an open binary file or bytes.
            stream: Return the events as they arrive; `messages.stream()` is easier to use.
            include_pings: Include the pings of the stream.
            system: Instructions for the whole conversation: a text, or text blocks.
            tools: What the model may call; `tool_choice` says whether it may, must, or must not.
            thinking: Whether and how the model thinks before it writes.
            output_config: A JSON schema for the output, and how much effort goes into it.
            stop_sequences: Texts at which the message ends.
            temperature, top_p, top_k: How the next token is chosen; not taken by API version 2026-10-21.
            metadata: `user_id`, an opaque id of the user on whose behalf you call.

        Raises:
            BadRequestError: A parameter is not what the API takes; the message names it.
            RateLimitError: Too many requests or tokens at once, also after the retries.
            OverloadedError: The API is overloaded, also after the retries.
            RequestTooLargeError: The request is over 32 MB; raised before anything is sent.
            StreamInterruptedError: A stream ended early; `.partial` has the message so far.

        API: https://platform.claude.com/docs/en/api/messages/create
        """
        warn_if_deprecated(params["model"])
        sent = prepare_params(params)
        if not stream:
            return self._message(*_whole(sent))
        from ..streaming import message_events

        return self._message(message_events(include_pings=include_pings), {**sent, "stream": True})

    # `strict` decides whether there may be no output.
    # generated: overloads of parse
    @overload
    def parse(
        self: Messages[Sync],
        *,
        output_format: OutputFormat[T],
        strict: Literal[True],
        **params: Unpack[MessageCreateParams],
    ) -> ParsedMessageWithOutput[T]: ...
    @overload
    def parse(
        self: Messages[Async],
        *,
        output_format: OutputFormat[T],
        strict: Literal[True],
        **params: Unpack[MessageCreateParams],
    ) -> Coroutine[Any, Any, ParsedMessageWithOutput[T]]: ...
    @overload
    def parse(
        self: Messages[Raw[Sync]],
        *,
        output_format: OutputFormat[T],
        strict: Literal[True],
        **params: Unpack[MessageCreateParams],
    ) -> Response[ParsedMessageWithOutput[T]]: ...
    @overload
    def parse(
        self: Messages[Raw[Async]],
        *,
        output_format: OutputFormat[T],
        strict: Literal[True],
        **params: Unpack[MessageCreateParams],
    ) -> Coroutine[Any, Any, AsyncResponse[ParsedMessageWithOutput[T]]]: ...
    @overload
    def parse(
        self: Messages[Streamed[Sync]],
        *,
        output_format: OutputFormat[T],
        strict: Literal[True],
        **params: Unpack[MessageCreateParams],
    ) -> ResponseManager[ParsedMessageWithOutput[T]]: ...
    @overload
    def parse(
        self: Messages[Streamed[Async]],
        *,
        output_format: OutputFormat[T],
        strict: Literal[True],
        **params: Unpack[MessageCreateParams],
    ) -> AsyncResponseManager[ParsedMessageWithOutput[T]]: ...
    @overload
    def parse(
        self: Messages[Sync],
        *,
        output_format: OutputFormat[T],
        strict: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> ParsedMessage[T]: ...
    @overload
    def parse(
        self: Messages[Async],
        *,
        output_format: OutputFormat[T],
        strict: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> Coroutine[Any, Any, ParsedMessage[T]]: ...
    @overload
    def parse(
        self: Messages[Raw[Sync]],
        *,
        output_format: OutputFormat[T],
        strict: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> Response[ParsedMessage[T]]: ...
    @overload
    def parse(
        self: Messages[Raw[Async]],
        *,
        output_format: OutputFormat[T],
        strict: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> Coroutine[Any, Any, AsyncResponse[ParsedMessage[T]]]: ...
    @overload
    def parse(
        self: Messages[Streamed[Sync]],
        *,
        output_format: OutputFormat[T],
        strict: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> ResponseManager[ParsedMessage[T]]: ...
    @overload
    def parse(
        self: Messages[Streamed[Async]],
        *,
        output_format: OutputFormat[T],
        strict: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> AsyncResponseManager[ParsedMessage[T]]: ...
    # end
    @endpoint_by_overloads
    def parse(
        self: Messages[Any],
        *,
        output_format: OutputFormat[Any],
        strict: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> Annotated[Any, "ParsedMessage[T]", "ParsedMessage[T]"]:
        """The next message as JSON, read as a type of yours: `message.parsed_output`.

        The schema of the type is sent as `output_config["format"]`, in the form of `transform_schema()`. If the message
        was cut off, refused, or does not fit the type, `parsed_output` is None and `parse_error` says why.

        Args:
            output_format: A pydantic model, a dataclass, a `TypedDict`, `list[int]` or any other type that pydantic
                knows; unions and `Annotated` as `TypeAdapter[A | B](A | B)`, for the type checker's sake.
            strict: Raise `OutputParseError` where there would be a `parse_error`.
            model: The model's id, such as `claude-opus-5`; this and the others are those of `create()`.

        Raises:
            OutputParseError: With `strict`: the output cannot be read; `.partial` has the message.
            TypeError: `output_format` is not a type that has a JSON schema; nothing was sent.
            ValueError: The API has no form of the schema, such as that of an object with free keys; nothing was sent.

        API: https://platform.claude.com/docs/en/build-with-claude/structured-outputs
        """
        from ..core.structured import ParsedResponse, reader, with_schema

        warn_if_deprecated(params["model"])
        reads = reader(output_format)
        message, sent = _whole(with_schema(prepare_params(params), reads))
        return self._message(ParsedResponse(reads, message, strict=strict), sent)

    # generated: overloads of stream
    @overload
    def stream(
        self: Messages[Sync],
        *,
        output_format: OutputFormat[T] | None = None,
        allow_partial: bool = False,
        include_pings: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> StreamManager[MessageStream[T]]: ...
    @overload
    def stream(
        self: Messages[Async],
        *,
        output_format: OutputFormat[T] | None = None,
        allow_partial: bool = False,
        include_pings: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> AsyncStreamManager[AsyncMessageStream[T]]: ...
    # end
    @managed_by_overloads
    def stream(
        self: Messages[Any],
        *,
        output_format: OutputFormat[Any] | None = None,
        allow_partial: bool = False,
        include_pings: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> Annotated[Any, "MessageStream[T]", "AsyncMessageStream[T]"]:
        """The next message as a stream, in a context manager: text, events, and at the end the whole message.

        Args:
            output_format: A type to read the output as, as in `parse()`: `stream.current_parsed_snapshot` has what has
                arrived so far, and the final message has `parsed_output`.
            allow_partial: If the stream ends early, return the message so far as if it were whole.
            include_pings: Include the pings of the stream.
            model: The model's id, such as `claude-opus-5`; this and the others are those of `create()`.

        Raises:
            StreamInterruptedError: The stream ended early; `.partial` has the message so far.
            OverloadedError: Also in the middle of a stream; `.partial` has the message so far.

        API: https://platform.claude.com/docs/en/build-with-claude/streaming
        """
        from ..streaming import MessageStreamResponse

        warn_if_deprecated(params["model"])
        sent, reads = apply_output_format(output_format, prepare_params(params))
        response_format = MessageStreamResponse(reads, allow_partial=allow_partial, include_pings=include_pings)
        return self._message(response_format, {**sent, "stream": True})

    # generated: overloads of run_tools
    @overload
    def run_tools(
        self: Messages[Sync],
        *,
        stream: Literal[False] | None = None,
        output_format: None = None,
        **params: Unpack[RunToolsParams],
    ) -> ToolRunner[Message]: ...
    @overload
    def run_tools(
        self: Messages[Async],
        *,
        stream: Literal[False] | None = None,
        output_format: None = None,
        **params: Unpack[RunToolsParams],
    ) -> AsyncToolRunner[Message]: ...
    @overload
    def run_tools(
        self: Messages[Sync],
        *,
        stream: Literal[False] | None = None,
        output_format: OutputFormat[T],
        **params: Unpack[RunToolsParams],
    ) -> ToolRunner[ParsedMessage[T], ParsedMessage[T]]: ...
    @overload
    def run_tools(
        self: Messages[Async],
        *,
        stream: Literal[False] | None = None,
        output_format: OutputFormat[T],
        **params: Unpack[RunToolsParams],
    ) -> AsyncToolRunner[ParsedMessage[T], ParsedMessage[T]]: ...
    @overload
    def run_tools(
        self: Messages[Sync], *, stream: Literal[True], output_format: None = None, **params: Unpack[RunToolsParams]
    ) -> ToolRunner[MessageStream]: ...
    @overload
    def run_tools(
        self: Messages[Async], *, stream: Literal[True], output_format: None = None, **params: Unpack[RunToolsParams]
    ) -> AsyncToolRunner[AsyncMessageStream]: ...
    @overload
    def run_tools(
        self: Messages[Sync], *, stream: Literal[True], output_format: OutputFormat[T], **params: Unpack[RunToolsParams]
    ) -> ToolRunner[MessageStream[T], ParsedMessage[T]]: ...
    @overload
    def run_tools(
        self: Messages[Async],
        *,
        stream: Literal[True],
        output_format: OutputFormat[T],
        **params: Unpack[RunToolsParams],
    ) -> AsyncToolRunner[AsyncMessageStream[T], ParsedMessage[T]]: ...
    # end
    @runner_by_overloads
    def run_tools(
        self: Messages[Any],
        *,
        stream: bool | None = None,
        output_format: OutputFormat[Any] | None = None,
        max_iterations: int | None = None,
        approve: Approve | None = None,
        context: object = None,
        tool_timeout: float | None = None,
        parallel: bool | int | None = None,
        on_call: OnCall | None = None,
        on_result: OnResult | None = None,
        budget: AnyBudget | None = None,
        run_tools_eagerly: bool = False,
        **params: Unpack[MessageCreateParams],
    ) -> Annotated[Any, "ToolRunner", "AsyncToolRunner"]:
        """A conversation in which the model calls tools that run here: iterate over its messages, or `until_done()`.

        The calls of one message run side by side: on threads, or on the event loop for coroutine functions on
        `AsyncClient`. An exception of a tool goes to the model; `ToolAbort` ends the run and is raised. A call of a
        tool that was passed as a plain definition ends the run, for you to send its result. A `tool_choice` that forces
        a call holds for one message.

        Args:
            tools: Functions and classes under `@tool`, `Tool`s, and tools of the API such as web search.
            messages: The conversation. One that was kept from `.messages` continues where it was, calls included.
            stream: Return a stream for each message.
            output_format: A type to read the messages as, as in `parse()`. Those that call tools have a `parse_error`.
            max_iterations: The most messages of the model; unbounded when left out.
            approve: A function, or coroutine function, that is asked before each call, in order; it gets the call with
                `.name`, `.input` and `.id`. Where it says no, the model is told so.
            context: What parameters annotated as `ToolContext` get.
            tool_timeout: Seconds that a call may take, for tools without a `timeout` of their own.
            parallel: How many calls of one message may run at the same time, 32 when left out or True. False runs them
                in order, on the calling thread where it can.
            on_call: A function, or coroutine function, that gets each call before it is run.
            on_result: A function, or coroutine function, that gets each call with its result, run or not.
            run_tools_eagerly: With `stream`, run each call while the message still arrives, as soon as the model has
                gone on behind it. `runner.defer_tool_call()` lets a call wait for the whole message.
            budget: A `Budget` for the run. Where a request does not fit into it, `BudgetExceededError` is raised; its
                `.message` is the latest message, and `runner.messages` has the conversation.
            model: The model's id, such as `claude-opus-5`; this and the others are those of `create()`.

        Raises:
            TypeError: Something among the tools is not a tool, or needs a context that was not given.
            ValueError: `run_tools_eagerly` without `stream`.

        API: https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview
        """
        from ..core.structured import ParsedResponse
        from ..streaming import MessageStreamResponse
        from ..tools import Policy, ToolLoop

        def build(params: Mapping[str, Any]) -> Request[Any, Any]:
            # A request that sums the conversation up has no output.
            sent, reads = apply_output_format(
                None if params.get("compaction") else output_format, prepare_params(params)
            )
            request: Request[Any, Any]
            if stream:
                request = self._message(MessageStreamResponse(reads), {**sent, "stream": True})
            else:
                message, sent = _whole(sent)
                request = self._message(
                    message if reads is None else ParsedResponse(reads, message, strict=False), sent
                )
            return request if run_budget is None else replace(request, budget=run_budget)

        if run_tools_eagerly and not stream:
            raise ValueError("run_tools_eagerly=True needs stream=True: calls are run while a message arrives")
        run_budget = None if budget is None else budget.for_job()
        warn_if_deprecated(params["model"])
        policy = Policy(
            max_iterations,
            approve,
            context,
            tool_timeout,
            True if parallel is None else parallel,
            on_call,
            on_result,
            run_tools_eagerly,
        )
        return ToolLoop(build, params, policy, stream=bool(stream))

    tool_runner = run_tools

    # generated: overloads of thread
    @overload
    def thread(
        self: Messages[Sync],
        *,
        messages: Iterable[MessageParam | Message] = (),
        output_format: None = None,
        **params: Unpack[ThreadParams],
    ) -> MessageThread: ...
    @overload
    def thread(
        self: Messages[Async],
        *,
        messages: Iterable[MessageParam | Message] = (),
        output_format: None = None,
        **params: Unpack[ThreadParams],
    ) -> AsyncMessageThread: ...
    @overload
    def thread(
        self: Messages[Sync],
        *,
        messages: Iterable[MessageParam | Message] = (),
        output_format: OutputFormat[T],
        **params: Unpack[ThreadParams],
    ) -> MessageThread[T]: ...
    @overload
    def thread(
        self: Messages[Async],
        *,
        messages: Iterable[MessageParam | Message] = (),
        output_format: OutputFormat[T],
        **params: Unpack[ThreadParams],
    ) -> AsyncMessageThread[T]: ...
    # end
    # `messages` may be left out here, as the overloads say; the other names are read from `MessageCreateParams`.
    @runner_by_overloads
    def thread(  # type: ignore[misc]  # pyright: ignore[reportInconsistentOverload]
        self: Messages[Any],
        *,
        messages: Iterable[MessageParam | Message] = (),
        output_format: OutputFormat[Any] | None = None,
        unsupported_request_behavior: UnsupportedRequestBehavior = "error",
        **params: Unpack[MessageCreateParams],  # pyright: ignore[reportGeneralTypeIssues]
    ) -> Annotated[Any, "MessageThread[T]", "AsyncMessageThread[T]"]:
        """A conversation that the API keeps, so that each turn sends only what is new: `thread.send()`. Beta.

        Nothing is sent yet. Where the API has lost the thread, the whole conversation is sent again, in a new one.

        Args:
            messages: The conversation so far.
            output_format: A type to read messages as, as in `parse()`: for `thread.parse()` and `thread.stream()`.
            unsupported_request_behavior: What to do where the API cannot keep the conversation: raise its error, or
                `continue_unthreaded`, which sends all of it with each turn.
            model: The model's id, such as `claude-opus-5`; this and the others are those of `create()`.

        API: https://platform.claude.com/docs/en/build-with-claude/message-threads
        """
        from ..core.structured import ParsedResponse
        from ..streaming import MessageStreamResponse
        from ..threads.drivers import NewThread
        from ..threads.state import ThreadState

        def build(params: Mapping[str, Any], *, stream: bool, parse: bool) -> Request[Any, Any]:
            sent, reads = apply_output_format(
                None if params.get("compaction") else output_format, prepare_params(params)
            )
            if stream:
                return self._message(MessageStreamResponse(reads), {**sent, "stream": True})
            message, sent = _whole(sent)
            return self._message(
                message if reads is None or not parse else ParsedResponse(reads, message, strict=False), sent
            )

        warn_if_deprecated(params["model"])
        state = ThreadState({**params, "messages": messages}, unsupported_request_behavior)
        return NewThread(state, build)

    @endpoint
    def count_tokens(
        self, *, output_format: OutputFormat[Any] | None = None, **params: Unpack[MessageCountTokensParams]
    ) -> Request[MessageTokensCount]:
        """How many input tokens a message would have, tools, images and documents included. Costs nothing.

        Args:
            output_format: The type that `parse()` would read the message as: its schema counts too.
            model: The model that is to count; models differ.
            messages: The conversation as for `create()`; `system`, `tools`, `thinking` and `tool_choice` count too.

        API: https://platform.claude.com/docs/en/api/messages/count_tokens
        """
        warn_if_deprecated(params["model"])
        return self._count(output_format, params)

    def _count(
        self, output_format: OutputFormat[Any] | None, params: MessageCountTokensParams
    ) -> Request[MessageTokensCount]:
        sent, _ = apply_output_format(output_format, prepare_params(params))
        return self._post(
            "/v1/messages/count_tokens",
            types.MessageTokensCount,
            sent,
            beta_variant=("token-counting-2024-11-01",),
            check_version=make_version_check(("", sent)),
        )

    @polled
    def estimate(
        self,
        *,
        offline: bool = False,
        prices: Prices | None = None,
        output_format: OutputFormat[Any] | None = None,
        **params: Unpack[MessageCreateParams],
    ) -> Polling[Estimate]:
        """What a message will use and cost at least and at most, before it is sent (extra `cost`). It costs nothing.

        Args:
            offline: Estimate the input tokens here, roughly, in place of asking the API to count them.
            prices: Prices of yours by model id, as `ModelPrices`; what they lack is looked up.
            output_format: The type that `parse()` would read the message as: its schema counts too.
            model: The model's id, such as `claude-opus-5`; this and the others are those of `create()`.

        Raises:
            UnknownPriceError: There is no price for the model.

        API: https://platform.claude.com/docs/en/api/messages/count_tokens
        """
        from .estimating import Estimating

        taken = parameters("MessageCountTokensParams").names
        asked: Any = {name: value for name, value in params.items() if name in taken}
        sent, _ = apply_output_format(output_format, prepare_params(params))
        return Estimating(self._count(output_format, asked), sent, offline=offline, prices=prices)

    def _message(self, response_format: ResponseFormat[S, A], sent: Mapping[str, Any]) -> Request[S, A]:
        return self._request(
            "POST", "/v1/messages", response_format, sent, check_version=make_version_check(("", sent))
        )


def _whole(sent: dict[str, Any]) -> tuple[ResponseFormat[Message, Message], dict[str, Any]]:
    """How a whole message is read, and `sent`, which asks for a stream if the message may take long."""
    if not may_take_long(sent):
        return json_response(types.Message), sent
    from ..streaming import WholeMessageResponse

    return WholeMessageResponse(), {**sent, "stream": True}
