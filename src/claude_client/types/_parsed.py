"""`ParsedMessage`: a message whose text was read as the type that was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeAlias, TypeVar, cast

from ._message import Output
from ._model import Model, Tagged
from .responses.content import OtherContentBlock, TextBlock
from .responses.messages import Message

M = TypeVar("M", bound=Model)


@dataclass(frozen=True)
class Outcome:
    """What came of reading structured output: a value, or why there is none."""

    value: object = None
    error: str | None = None


_NOT_YET = Outcome(error="the message has not come to its end")


# In the instance's dictionary beside the fields, as a cached property is: copies and pickles have it, dumps do not.
def _outcome(model: Model) -> Outcome:
    return cast("Outcome", vars(model).get("_read", _NOT_YET))


def set_outcome(model: ParsedMessage[Any] | ParsedTextBlock[Any], outcome: Outcome) -> None:
    """Say what came of reading the output."""
    vars(model)["_read"] = outcome


class ParsedTextBlock(TextBlock, Generic[Output]):
    """A text that is structured output, or stands beside it."""

    @property
    def parsed_output(self) -> Output | None:
        """The text as what was asked for; None where it is not that."""
        return cast("Output | None", _outcome(self).value)


ParsedContentBlock: TypeAlias = Annotated[ParsedTextBlock[Output] | OtherContentBlock, Tagged("type")]
"""A block of a `ParsedMessage`; `type` tells which."""


class ParsedMessage(Message, Generic[Output]):
    """A message with structured output, read as the type that was asked for."""

    if TYPE_CHECKING:
        # A list may be written to, so that to type checkers no list of other blocks can stand for it.
        content: list[ParsedContentBlock[Output]]  # type: ignore[assignment]  # pyright: ignore[reportIncompatibleVariableOverride]

    @property
    def parsed_output(self) -> Output | None:
        """The output; None where it could not be read, which `parse_error` tells."""
        return cast("Output | None", _outcome(self).value)

    @property
    def parse_error(self) -> str | None:
        """Why there is no `parsed_output`: the message was cut off or refused, or does not fit."""
        return _outcome(self).error

    def __repr_args__(self) -> Iterable[tuple[Any, Any]]:
        yield from super().__repr_args__()
        name = "parsed_output" if self.parse_error is None else "parse_error"
        yield name, getattr(self, name)


class ParsedMessageWithOutput(ParsedMessage[Output]):
    """A message whose output could be read: what `messages.parse(strict=True)` gives, which raises otherwise."""

    if TYPE_CHECKING:

        @property
        def parsed_output(self) -> Output:
            """The output."""
            ...


def with_output(message: ParsedMessage[Any]) -> ParsedMessageWithOutput[Any]:
    """`message`, whose output was read."""
    found: ParsedMessageWithOutput[Any] = _as(ParsedMessageWithOutput, message)
    set_outcome(found, _outcome(message))
    if message.response is not None:
        found._attach(message.response)  # pyright: ignore[reportPrivateUsage]  # as for one that comes whole
    return found


def unread(message: Message) -> ParsedMessage[Any]:
    """`message`, whose output is still to be read."""
    parsed: ParsedMessage[Any] = _as(ParsedMessage, message)
    # A response that is not what the API gives may hold anything here.
    if isinstance(cast("object", message.content), list):
        parsed.content = [cast("Any", unread_block(block)) for block in message.content]
    if message.response is not None:
        parsed._attach(message.response)  # pyright: ignore[reportPrivateUsage]  # as for one that comes whole
    return parsed


def unread_block(block: Model) -> Model:
    """`block`, which may be output that is still to be read."""
    return _as(ParsedTextBlock, block) if isinstance(block, TextBlock) else block


def _as(cls: type[M], model: Model) -> M:
    """`model` as a `cls`, which has no other fields."""
    # With the fields that the response lacks, which are None.
    return cls.model_construct(set(model.model_fields_set), **{**vars(model), **(model.model_extra or {})})
