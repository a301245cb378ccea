"""Structured output: the type that is asked for, its schema, and messages read as that type.

The message is there whether or not its output can be read: it is paid for. `schemas` makes the schema, and `partial`
reads a value that is still arriving.
"""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, cast

from pydantic_core import ValidationError
from typing_extensions import TypeVar

from ..errors import OutputParseError
from .decoding import plain_json
from .schemas import adapter_of, schema_of, transform_schema

if TYPE_CHECKING:
    from pydantic import TypeAdapter

    from ..types import Message, ParsedMessage, ParsedTextBlock
    from .preload import Preparation
    from .request import ResponseFormat
    from .response import AsyncResponse, Response

T = TypeVar("T", default=None)

OutputFormat: TypeAlias = "type[T] | TypeAdapter[T]"
"""What output can be read as: a pydantic model, a dataclass, a `TypedDict`, `list[int]` and so on. What is not a class
to a type checker, such as `A | B` or `Annotated[...]`, is given as `TypeAdapter[A | B](A | B)`."""


class OutputReader(Generic[T]):
    """Reads messages as a `T`."""

    def __init__(self, type_: OutputFormat[T]) -> None:
        self._adapter: TypeAdapter[T] = adapter_of(type_)
        self.schema: dict[str, Any] = transform_schema(schema_of(self._adapter))
        """As the API takes it."""

    def read(self, message: Message, *, strict: bool = False) -> ParsedMessage[T]:
        """`message`, which is complete, with its output.

        Raises:
            OutputParseError: The output cannot be read, and `strict` says to raise then.
        """
        from ..types._parsed import unread, with_output

        parsed = unread(message)
        cause = self.finish(parsed)
        if strict and parsed.parse_error is not None:
            raise OutputParseError(parsed.parse_error, parsed) from cause
        return cast("ParsedMessage[T]", with_output(parsed) if strict else parsed)

    def finish(self, message: ParsedMessage[Any]) -> Exception | None:
        """Read the output of `message`, which is complete now.

        Returns:
            What reading it raised; the message keeps that in words.
        """
        from ..types._parsed import Outcome, ParsedTextBlock, set_outcome

        why, cause = _explain_incomplete(message), None
        outputs = [] if why else _outputs(message)
        for output in outputs:
            try:
                read = Outcome(self._validate(output))
            except Exception as error:  # a validator of the type may raise anything
                why, cause = _explain(error), error
            else:
                # The block too: the last text, which alone may be the output where there are several.
                for block in reversed(message.content):
                    if isinstance(block, ParsedTextBlock):
                        set_outcome(block, read)
                        break
                set_outcome(message, read)
                return None
        set_outcome(message, Outcome(error=why or f"the message has no text (stop_reason {message.stop_reason!r})"))
        return cause

    def finish_block(self, block: ParsedTextBlock[Any]) -> None:
        """Read `block`, a text that is complete now, while the message may go on."""
        from ..types._parsed import Outcome, set_outcome

        with suppress(Exception):  # it may not be the output; where it is, `finish()` says what is wrong
            set_outcome(block, Outcome(self._validate(block.text)))

    def _validate(self, text: str) -> T:
        try:
            return self._adapter.validate_json(text)
        except ValidationError:
            # It may be JSON that only a more patient reader takes.
            plain = plain_json(text)
            if plain is text:
                raise
            return self._adapter.validate_json(plain)

    def read_partial(self, message: Message) -> T | None:
        """What has come of the output of `message`, which is still arriving."""
        found = (self.validate_partial(text) for text in _outputs(message))
        return next((value for value in found if value is not None), None)

    def validate_partial(self, text: str) -> T | None:
        """What has come of the output in `text`, its beginning."""
        from .partial import validate_partial

        return cast("T | None", validate_partial(self._adapter, text))


def reader(output_format: OutputFormat[T]) -> OutputReader[T]:
    """What reads messages as `output_format`, made once for a type.

    Raises:
        TypeError: pydantic cannot read the type, or it has no JSON schema.
        ValueError: The API has no form of its schema.
    """
    if isinstance(output_format, Mapping):
        raise TypeError(
            "invalid output_format: expected a type; a JSON schema is given as "
            "output_config={'format': {'type': 'json_schema', 'schema': ...}}"
        )
    try:
        return cast("OutputReader[T]", _reader(cast("Any", output_format)))
    except TypeError:
        # Some types have no hash, such as `Annotated` with a list in it. Others raise the same again.
        return OutputReader(output_format)


@lru_cache(maxsize=128)
def _reader(output_format: Any) -> OutputReader[Any]:
    return OutputReader(output_format)


def with_schema(params: Mapping[str, Any], reader: OutputReader[Any]) -> dict[str, Any]:
    """`params` with the schema of what `reader` reads.

    Raises:
        ValueError: They have a format already.
    """
    config: Mapping[str, Any] = params.get("output_config") or {}
    if config.get("format") is not None:
        raise ValueError("output_format and output_config['format'] exclude each other: leave one out")
    return {**params, "output_config": {**config, "format": {"type": "json_schema", "schema": reader.schema}}}


class ParsedResponse(Generic[T]):
    """Decodes a response that is a message with structured output."""

    def __init__(self, reader: OutputReader[T], message: ResponseFormat[Message, Message], *, strict: bool) -> None:
        """Args:
        reader: Reads the output.
        message: How the message itself is read.
        strict: Raise where the output cannot be read.
        """
        self.accept: str = message.accept
        self.whole: bool = message.whole
        self.preparation: Preparation | None = getattr(message, "preparation", None)
        self._reader = reader
        self._message = message
        self._strict = strict

    def parse(self, response: Response[Any]) -> ParsedMessage[T]:
        """The message on `Client`."""
        return self._reader.read(self._message.parse(response), strict=self._strict)

    async def parse_async(self, response: AsyncResponse[Any]) -> ParsedMessage[T]:
        """The message on `AsyncClient`."""
        message = self._message.parse_async(response)
        if inspect.iscoroutine(message):
            message = await message
        return self._reader.read(cast("Message", message), strict=self._strict)


def _outputs(message: Message) -> list[str]:
    """The texts that may be the output: all of the message's, else the one behind the last tool call."""
    from ..types._message import texts

    pieces = texts(message)
    return ["".join(pieces), pieces[-1]][: len(pieces)] if pieces else []


def _explain_incomplete(message: Message) -> str | None:
    reason = message.stop_reason
    if reason == "max_tokens":
        tokens = getattr(message.usage, "output_tokens", "its")
        return f"the output was cut off by max_tokens, after {tokens} tokens: raise it, or ask for less"
    if reason == "model_context_window_exceeded":
        return "the output was cut off at the end of the model's context window"
    if reason == "pause_turn":
        return "the turn was paused (stop_reason 'pause_turn'): send the message back to continue it"
    if reason == "refusal":
        details = message.stop_details
        why = getattr(details, "explanation", None) or getattr(details, "category", None)
        return f"the model refused to answer{f': {why}' if why else ''}"
    return None


def _explain(error: Exception) -> str:
    if not isinstance(error, ValidationError):
        return f"the output could not be read: {type(error).__name__}: {error}"
    # Where and what is wrong, without the value, which is in the message and does not belong in a log.
    problems = error.errors(include_url=False, include_context=False, include_input=False)
    named = [": ".join(filter(None, (".".join(map(str, each["loc"])), each["msg"]))) for each in problems]
    return f"the output is not a valid {error.title}: {'; '.join(named)}"
