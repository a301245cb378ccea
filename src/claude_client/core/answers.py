"""How a whole JSON answer becomes its typed value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..errors import APIResponseValidationError, parsed_or_text, shortened

if TYPE_CHECKING:
    from .response import AsyncResponse, Response

T = TypeVar("T")


class JSONAnswer(Generic[T]):
    """An answer that is one JSON value of type `T`."""

    accept = "application/json"
    whole = True

    def __init__(self, type_: type[T]) -> None:
        self.type = type_

    def parse(self, response: Response[Any] | AsyncResponse[Any]) -> T:
        """The value, which keeps what the response's headers tell."""
        return attached(validated(self.type, response), response)

    parse_async = parse


def validated(type_: type[T], response: Response[Any] | AsyncResponse[Any]) -> T:
    """The body of `response`, which has been read, as a `T`.

    Raises:
        APIResponseValidationError: It is no such JSON.
    """
    from .decoding import DecodeError, decode

    http = response.http_response
    try:
        return decode(type_, http.content, strict=response.call.settings.strict)
    except DecodeError as error:
        body = parsed_or_text(http.content)
        message = f"the answer is not what the API gives here ({error}): {shortened(http.text) or 'no body'}"
        failure = APIResponseValidationError(http, body, message=message)
        response.call.fail_last(failure)
        response.call.known(failure)
        raise failure from error


def attached(value: T, response: Response[Any] | AsyncResponse[Any]) -> T:
    """`value`, which from now on knows the response that it came with."""
    from ..types._model import Model

    if isinstance(value, Model):
        # Past pydantic, for which this is no field.
        object.__setattr__(value, "_response", response.info)
    return value
