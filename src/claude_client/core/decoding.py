"""From the bytes of a response to its typed value.

The way there is pydantic's Rust core, and nothing that the API may add stops it: what is new is kept, and what is
missing is None. JSON that only a more patient reader takes is read by the standard library first. Only where a value
has another type than the facts say is the value built a second time (`construct`), which the log tells once of each
field of a type. Read strictly, all of that is an error.
"""

from __future__ import annotations

import gc
import logging
import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast, get_origin

from pydantic_core import ValidationError, from_json, to_json

from ..errors import APIError, APIResponseValidationError, APIStatusError, mapping, parse_or_text, shorten
from .json_decoding import DecodeError, parse_json
from .preload import Preparation

if TYPE_CHECKING:
    import httpx
    from pydantic import BaseModel

    from .response import AsyncResponse, Response

T = TypeVar("T")

logger: logging.Logger = logging.getLogger("claude_client")


# ---- whole responses --------------------------------------------------------------------------------------


class JSONResponse(Generic[T]):
    """A response whose body is one JSON value of type `T`."""

    accept = "application/json"
    whole = True

    def __init__(self, type_: type[T]) -> None:
        self.type = type_
        self.preparation: Preparation = Preparation(partial(_validator, type_))
        """Makes what reads the value, before the first response on an event loop."""

    def parse(self, response: Response[Any] | AsyncResponse[Any]) -> T:
        """The value, which keeps what the response's headers tell.

        Raises:
            APIStatusError: The body is the API's error object, in spite of its status.
            APIResponseValidationError: It is not such JSON, or lacks what makes it this response.
        """
        try:
            value = decode(self.type, response.content, strict=response.call.settings.strict)
        except DecodeError as error:
            problem = str(error)
            cause: Exception | None = error
        else:
            missing = find_missing_identity(value)
            if missing is None:
                return attach(value, response)
            problem, cause = missing, None
        http = response.http_response
        failure = error_object(http, http.content) or invalid(http, problem)
        response.call.fail_last(failure)
        response.call.with_attempts(failure)
        raise failure from cause

    parse_async = parse


if TYPE_CHECKING:

    def json_response(type_: type[T]) -> JSONResponse[T]:
        """How a response is read whose body is a `T`, made once for each type."""
        ...

else:  # type checkers lose the type behind the cache
    json_response = lru_cache(maxsize=1024)(JSONResponse)


def invalid(http: httpx.Response, problem: str) -> APIResponseValidationError:
    """The error for a success whose body has this problem."""
    text = shorten(http.text) or "no body"
    message = f"the response is not what the API sends here ({problem}): {text}"
    return APIResponseValidationError(http, parse_or_text(http.content), message=message)


def attach(value: T, response: Response[Any] | AsyncResponse[Any]) -> T:
    """`value`, which from now on knows the response that it came with."""
    if hasattr(type(value), "_attach"):  # a model: to import the class of all costs more than the rest of this
        # Not through pydantic, as this is not a field.
        object.__setattr__(value, "_response", response.info)
    return value


# ---- what makes a value the one that was asked for --------------------------------------------------------

_IDENTIFYING: Final = ("content", "completion", "result", "data", "input_tokens", "id", "user_id")
"""Fields of which each response has at least one: the first that the facts call required is the one that it must have.

A message without its id is still a message, and a page without `has_more` a page; without these they are nothing.
"""


def _identifying_field(model: type[BaseModel]) -> str | None:
    required = {name for name, field in model.model_fields.items() if field.is_required()}
    if "data" in required and get_origin(model.model_fields["data"].annotation) is not list:
        # The items of a page are its `data`; an item of work has an object of that name.
        required.remove("data")
    return next((name for name in _IDENTIFYING if name in required), None)


_identity_names: dict[type, str | None] = {}
"""What `_identifying_field` says of types that came before, as this is asked of each line of a batch's results."""


def find_identifying_field(type_: Any) -> str | None:
    """The field that a `type_` must have to be one; None where any value may be one."""
    # `dict[str, int]` is an instance of `type` on Python 3.10, but no class.
    is_class = get_origin(type_) is None and isinstance(type_, type)
    return _identifying_field(cast("Any", type_)) if is_class and hasattr(cast("Any", type_), "_attach") else None


def find_missing_identity(value: object) -> str | None:
    """Why `value`, which is a response or a line of one, is not what was asked for; None where it is."""
    kind = type(value)
    if kind not in _identity_names:
        from ..types._model import Model

        if not issubclass(kind, Model):
            return "an error object" if kind is dict and _is_error(cast("dict[str, object]", value)) else None
        _identity_names[kind] = _identifying_field(kind)
    fields = value.__dict__
    if fields.get("type") == "error":
        return "an error object"
    name = _identity_names[kind]
    if name is None:
        return None
    found = fields.get(name)
    if found is None:
        return f"{kind.__name__}: {name} is missing or null"
    if name == "data" and not isinstance(found, list):
        return f"{kind.__name__}: data is not a list"
    return None


def _is_error(value: dict[str, object]) -> bool:
    return value.get("type") == "error" and "error" in value


def error_object(http: httpx.Response, data: bytes, *, whole: bool = False) -> APIError | None:
    """The error of the API that `data` is, which came with a success; None where it is something else.

    Args:
        http: The response.
        data: Its body, or a part of it.
        whole: Take only an error object with all of its parts, as nobody has tried yet to read `data` as a value.
    """
    try:
        body = parse_json(data)
    except DecodeError:
        return None
    fields = mapping(body)
    is_error, details = fields.get("type") == "error", fields.get("error")
    if not (is_error and mapping(details) if whole else is_error or details):
        return None
    return APIStatusError.from_body(http, body)


# ---- decoding ---------------------------------------------------------------------------------------------


def decode(type_: type[T], data: bytes | str, *, strict: bool = False) -> T:
    """`data`, which is JSON, as a `type_`.

    Args:
        type_: A model, or any type that pydantic can read, such as a union of models.
        strict: Refuse missing and unknown fields, unknown members of unions, unknown values of enums and values of a
            wrong type.

    Raises:
        DecodeError: It is not JSON, or JSON of another kind (`[]` for an object); with `strict`, anything unforeseen.
    """
    if strict:
        return _decode_strictly(type_, data)
    validate = _validators.get(type_) or _validator(type_)
    try:
        return cast("T", validate(data) if len(data) < _LARGE else _validate_without_gc(validate, data))
    except ValidationError as error:
        return _decode_leniently(type_, data, error)


_LARGE: Final = 64 * 1024


def _validate_without_gc(validate: Callable[[bytes | str], Any], data: bytes | str) -> Any:
    """What `validate` makes of much data, without the garbage collector looking at it again and again meanwhile.

    It comes by every few hundred objects, and finds nothing among those that have just been made: of the time that a
    page of 1,000 items takes, that is a third.
    """
    if not gc.isenabled():
        return validate(data)
    gc.disable()
    try:
        return validate(data)
    finally:
        gc.enable()


_validators: dict[Any, Callable[[bytes | str], Any]] = {}


def _validator(type_: Any) -> Callable[[bytes | str], Any]:
    from ..types._model import adapter, build_model
    from .construct import is_model

    if is_model(type_):
        _validators[type_] = build_model(type_).__pydantic_validator__.validate_json
    else:
        _validators[type_] = adapter(type_).validator.validate_json
    return _validators[type_]


# ---- strict -----------------------------------------------------------------------------------------------


def _decode_strictly(type_: type[T], data: bytes | str) -> T:
    from ..types._model import adapter
    from .construct import type_name

    try:
        value = adapter(type_).validate_json(plain_json(data), strict=True)
    except ValidationError as error:
        raise DecodeError(type_name(type_) + ": " + _problems(error)) from None
    if found := ", ".join(_find_unforeseen(value, "")):
        raise DecodeError(f"{type_name(type_)}: {found}")
    return cast("T", value)


def plain_json(data: bytes | str) -> bytes | str:
    """`data` in a form that pydantic reads, where there is one: itself in nearly all cases."""
    try:
        from_json(data)
    except (ValueError, TypeError):
        try:
            return to_json(parse_json(data), inf_nan_mode="constants")
        except ValueError:  # not JSON, or nested too deeply, which pydantic will say
            pass
    return data


_PROBLEMS_SHOWN: Final = 5
_PROBLEM_CHARACTERS: Final = 160


def _problems(error: ValidationError) -> str:
    # Names the place and what is wrong with it, never the value: a response may hold what must not be logged.
    problems = error.errors(include_url=False, include_input=False, include_context=False)
    shown = [_problem(".".join(map(str, each["loc"])), each["msg"]) for each in problems[:_PROBLEMS_SHOWN]]
    more = len(problems) - len(shown)
    return "; ".join(shown) + (f"; and {more} more" if more else "")


def _problem(place: str, message: str) -> str:
    # For an unknown member pydantic lists all that it knows, which may be a hundred.
    message = message.partition(" does not match any of the expected tags")[0]
    if len(message) > _PROBLEM_CHARACTERS:
        message = message[:_PROBLEM_CHARACTERS] + "..."
    return f"{place}: {message}" if place else message


def _find_unforeseen(value: object, path: str) -> Iterator[str]:
    """What validation lets pass: fields that are missing or null, and fields that are unknown."""
    from pydantic import BaseModel

    from ..types._model import Model, OpenModel

    if isinstance(value, BaseModel):
        if isinstance(value, Model):
            fields = vars(value)
            required = (name for name, field in type(value).model_fields.items() if field.is_required())
            yield from (f"{path}{name}: missing or null" for name in required if fields.get(name) is None)
        if not isinstance(value, OpenModel):
            yield from (f"{path}{name}: unknown field" for name in value.model_extra or ())
        for name, inner in vars(value).items():
            yield from _find_unforeseen(inner, f"{path}{name}.")
    elif isinstance(value, list):
        for index, inner in enumerate(cast("list[object]", value)):
            yield from _find_unforeseen(inner, f"{path}{index}.")
    elif isinstance(value, dict):
        for key, inner in cast("dict[str, object]", value).items():
            yield from _find_unforeseen(inner, f"{path}{key}.")


# ---- lenient ----------------------------------------------------------------------------------------------


def _decode_leniently(type_: type[T], data: bytes | str, error: ValidationError) -> T:
    from .construct import construct, mismatch, type_name

    value = parse_json(data)
    plain = plain_json(data)
    if plain is not data:
        try:
            return cast("T", _validators[type_](plain))
        except ValidationError as second:
            error = second
    if (problem := mismatch(type_, value)) is not None:
        raise DecodeError(problem)
    kept: list[str] = []
    built = construct(type_, value, "", kept)
    if not kept:
        # What fails as a whole and in none of its parts would go unnoticed.
        kept = [_problems(error)]
    name = type_name(type_)
    if news := [place for place in kept if _is_news(name, place)]:
        more = f" and {len(news) - _PROBLEMS_SHOWN} more" if len(news) > _PROBLEMS_SHOWN else ""
        logger.warning("%s: kept values of an unexpected type: %s%s", name, ", ".join(news[:_PROBLEMS_SHOWN]), more)
    return cast("T", built)


_INDEX: Final = re.compile(r"(?<![^.])\d+(?![^. ])")
_LOGGED_AT_MOST: Final = 1000
_logged: Final[set[tuple[str, str]]] = set()
"""What was logged before: a type, and a place in it."""


def _is_news(name: str, place: str) -> bool:
    """Whether this is the first time, in this process. A server that sends a wrong type does so in each response."""
    entry = name, _INDEX.sub("*", place)
    if entry in _logged or len(_logged) >= _LOGGED_AT_MOST:
        return False
    _logged.add(entry)
    return True
