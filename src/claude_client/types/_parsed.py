"""`ParsedMessage`: a message whose text was read as the type that was asked for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, cast

from ._message import Output
from .answers.messages import Message


@dataclass(frozen=True)
class Outcome:
    """What came of reading structured output: a value, or why there is none."""

    value: object = None
    error: str | None = None


_NOT_YET = Outcome(error="the message has not come to its end")


class ParsedMessage(Message, Generic[Output]):
    """A message with structured output, read as the type that was asked for."""

    # In the instance's dictionary beside the fields, as a cached property is: copies and pickles have it, dumps do not.
    @property
    def _outcome(self) -> Outcome:
        return cast("Outcome", vars(self).get("_read", _NOT_YET))

    @property
    def parsed_output(self) -> Output | None:
        """The output; None where it could not be read, which `parse_error` tells."""
        return cast("Output | None", self._outcome.value)

    @property
    def parse_error(self) -> str | None:
        """Why there is no `parsed_output`: the answer was cut off or refused, or does not fit."""
        return self._outcome.error

    def __repr_args__(self) -> Iterable[tuple[Any, Any]]:
        yield from super().__repr_args__()
        name = "parsed_output" if self.parse_error is None else "parse_error"
        yield name, getattr(self, name)


def unread(message: Message) -> ParsedMessage[Any]:
    """`message`, whose output is still to be read."""
    fields = {name: getattr(message, name) for name in message.model_fields_set}
    parsed: ParsedMessage[Any] = ParsedMessage.model_construct(set(fields), **fields)
    if message.response is not None:
        parsed._attach(message.response)  # pyright: ignore[reportPrivateUsage]  # as for one that comes whole
    return parsed


def set_outcome(message: ParsedMessage[Any], outcome: Outcome) -> None:
    """Say what came of reading the output of `message`."""
    vars(message)["_read"] = outcome
