"""Text Completions, the API before Messages: a prompt in, its continuation out.

Kept for programs that still call it; the official package no longer has it.

API: https://platform.claude.com/docs/en/api/completions
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Final, Literal, overload

from .. import types
from ..core.endpoint import Async, Mode, Raw, Resource, Streamed, Sync, endpoint_by_overloads

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from typing_extensions import Unpack

    from ..core.managers import AsyncResponseManager, ResponseManager
    from ..core.response import AsyncResponse, Response
    from ..streaming import AsyncStream, Stream
    from ..types import Completion, CompletionCreateParams

HUMAN_PROMPT: Final = "\n\nHuman:"
"""What a human turn of a prompt begins with."""

AI_PROMPT: Final = "\n\nAssistant:"
"""What the model's turn begins with; a prompt ends in it."""


class Completions(Resource[Mode]):
    """Text Completions."""

    @property
    def with_raw_response(self) -> Completions[Raw[Mode]]:
        """The same calls, giving the response."""
        return Completions(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Completions[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Completions(self._binding.as_streamed())

    # `stream` decides what a call gives, and Python has no way to say that once for all modes.
    # generated: overloads of create
    @overload
    def create(
        self: Completions[Sync], *, stream: Literal[False] | None = None, **params: Unpack[CompletionCreateParams]
    ) -> Completion: ...
    @overload
    def create(
        self: Completions[Async], *, stream: Literal[False] | None = None, **params: Unpack[CompletionCreateParams]
    ) -> Coroutine[Any, Any, Completion]: ...
    @overload
    def create(
        self: Completions[Raw[Sync]], *, stream: Literal[False] | None = None, **params: Unpack[CompletionCreateParams]
    ) -> Response[Completion]: ...
    @overload
    def create(
        self: Completions[Raw[Async]], *, stream: Literal[False] | None = None, **params: Unpack[CompletionCreateParams]
    ) -> Coroutine[Any, Any, AsyncResponse[Completion]]: ...
    @overload
    def create(
        self: Completions[Streamed[Sync]],
        *,
        stream: Literal[False] | None = None,
        **params: Unpack[CompletionCreateParams],
    ) -> ResponseManager[Completion]: ...
    @overload
    def create(
        self: Completions[Streamed[Async]],
        *,
        stream: Literal[False] | None = None,
        **params: Unpack[CompletionCreateParams],
    ) -> AsyncResponseManager[Completion]: ...
    @overload
    def create(
        self: Completions[Sync], *, stream: Literal[True], **params: Unpack[CompletionCreateParams]
    ) -> Stream[Completion]: ...
    @overload
    def create(
        self: Completions[Async], *, stream: Literal[True], **params: Unpack[CompletionCreateParams]
    ) -> Coroutine[Any, Any, AsyncStream[Completion]]: ...
    @overload
    def create(
        self: Completions[Raw[Sync]], *, stream: Literal[True], **params: Unpack[CompletionCreateParams]
    ) -> Response[Stream[Completion]]: ...
    @overload
    def create(
        self: Completions[Raw[Async]], *, stream: Literal[True], **params: Unpack[CompletionCreateParams]
    ) -> Coroutine[Any, Any, AsyncResponse[AsyncStream[Completion]]]: ...
    @overload
    def create(
        self: Completions[Streamed[Sync]], *, stream: Literal[True], **params: Unpack[CompletionCreateParams]
    ) -> ResponseManager[Stream[Completion]]: ...
    @overload
    def create(
        self: Completions[Streamed[Async]], *, stream: Literal[True], **params: Unpack[CompletionCreateParams]
    ) -> AsyncResponseManager[AsyncStream[Completion]]: ...
    @overload
    def create(
        self: Completions[Sync], *, stream: bool, **params: Unpack[CompletionCreateParams]
    ) -> Completion | Stream[Completion]: ...
    @overload
    def create(
        self: Completions[Async], *, stream: bool, **params: Unpack[CompletionCreateParams]
    ) -> Coroutine[Any, Any, Completion | AsyncStream[Completion]]: ...
    # end
    @endpoint_by_overloads
    def create(
        self: Completions[Any], *, stream: bool | None = None, **params: Unpack[CompletionCreateParams]
    ) -> Annotated[Any, "Completion | Stream[Completion]", "Completion | AsyncStream[Completion]"]:
        """The continuation of a prompt.

        Args:
            model: The model's id.
            prompt: Turns that begin with `HUMAN_PROMPT` and `AI_PROMPT`, and the latter at its end.
            max_tokens_to_sample: Most tokens that the continuation may have.
            stop_sequences: Texts that end the continuation, beside `HUMAN_PROMPT`.
            stream: Give the continuation piece by piece.
            temperature, top_p, top_k: How the next token is chosen.
            metadata: `user_id`, an opaque id of the user on whose behalf you call.

        Raises:
            NotFoundError: The model has no Text Completions.

        API: https://platform.claude.com/docs/en/api/completions/create
        """
        if stream:
            from ..streaming import Events

            return self._request("POST", "/v1/complete", Events(types.Completion), {**params, "stream": True})
        return self._post("/v1/complete", types.Completion, params)
