"""The errors that are written by hand, and which of them a response of the API becomes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, ClassVar, cast

from ..types.base_error import ClaudeError as ClaudeError
from ..types.base_error import shorten as shorten
from ..types.response_info import AttemptRecord as AttemptRecord
from ..types.response_info import ResponseInfo, redact_request, show_url

if TYPE_CHECKING:
    import httpx

    from ..types import ErrorDetails, Message, ParsedMessage
    from ..types.cost import Spending
    from ..types.response_info import RateLimits


class CredentialsError(ClaudeError, ValueError):
    """No key or token is set that this call could use. Nothing was sent."""


class UnsupportedFeatureError(ClaudeError, NotImplementedError):
    """The cloud platform of the client lacks what was called. Nothing was sent; the message names an alternative."""

    feature: str
    """The part of the API, as `client.supports()` takes it."""

    def __init__(self, message: str, feature: str) -> None:
        super().__init__(message, feature)
        self.feature = feature

    def __str__(self) -> str:
        return str(self.args[0])


class BudgetExceededError(ClaudeError):
    """A request does not fit into the budget of its client, run or job. It was not sent; nothing more is spent."""

    limit: str
    """The bound that it does not fit into: `usd`, `tokens`, `requests` or `seconds`."""

    spent: Spending
    """What was spent: `.usd`, `.tokens`, `.requests` and `.seconds`."""

    may_pass: bool
    """Whether it may fit once the requests under way have ended, which usually cost less than they can."""

    results: Sequence[Any]
    """The results that were there, for `job.results()` of a job."""

    message: Message | None
    """The latest message of a run of tools."""

    def __init__(self, text: str, *, limit: str, spent: Spending, may_pass: bool = False) -> None:
        super().__init__(text)
        self.limit = limit
        self.spent = spent
        self.may_pass = may_pass
        self.results = ()
        self.message = None

    def __reduce__(self) -> tuple[Any, ...]:
        return _restore_budget_error, (str(self), self.limit, self.spent, self.may_pass), self.__dict__


def _restore_budget_error(text: str, limit: str, spent: Spending, may_pass: bool) -> BudgetExceededError:
    return BudgetExceededError(text, limit=limit, spent=spent, may_pass=may_pass)


class RetryableError(ClaudeError):
    """Raised by middleware to have the attempt made again, while retries are left."""


class UploadSourceError(ClaudeError):
    """What was to be uploaded could not be read as it was when the upload was made: it changed, or reading failed."""

    filename: str | None
    """The file, by its path or by the name that it is uploaded under."""

    def __init__(self, message: str, filename: str | None = None) -> None:
        super().__init__(message)
        self.filename = filename


class OutputParseError(ClaudeError):
    """Structured output could not be read, and `strict=True` was asked for. Without it the message says so itself."""

    message: str
    """Why: the message was cut off or refused, or does not fit."""

    partial: ParsedMessage[Any]
    """The message, which is paid for."""

    def __init__(self, message: str, partial: ParsedMessage[Any]) -> None:
        super().__init__(message, partial)
        self.message = message
        self.partial = partial

    def __str__(self) -> str:
        request_id = self.partial._request_id  # pyright: ignore[reportPrivateUsage]  # the official package's name
        return self.message + (f" (request-id {request_id})" if request_id else "")


class APIError(ClaudeError):
    """A call that reached for the API and failed. The subclasses tell how."""

    message: str
    """What happened, in one sentence."""

    request: httpx.Request | None
    """The request of the last attempt, without credentials and body."""

    body: object
    """The body of the response: parsed JSON where it was JSON, else its text."""

    partial: Message | None
    """The messages received, and paid for, before the call failed."""

    attempts: Sequence[AttemptRecord]
    """Every attempt made, the first included."""

    def __init__(self, message: str, request: httpx.Request | None = None, *, body: object = None) -> None:
        super().__init__(message)
        self.message = message
        self.request = redact_request(request)
        self.body = body
        self.partial = None
        self.attempts = ()

    @property
    def method(self) -> str | None:
        """The HTTP method of the request."""
        return self.request.method if self.request is not None else None

    @property
    def url(self) -> str | None:
        """The URL of the request."""
        return str(self.request.url) if self.request is not None else None

    def __str__(self) -> str:
        return self._headline() + self._whereabouts()

    def _headline(self) -> str:
        return self.message

    def _whereabouts(self) -> str:
        facts: list[str] = []
        if self.request is not None:
            facts.append(f"{self.request.method} {show_url(self.request.url)}")
        if len(self.attempts) > 1:
            facts.append(f"{len(self.attempts)} attempts")
        return f" ({', '.join(facts)})" if facts else ""

    def __reduce__(self) -> tuple[Any, ...]:
        # Subclasses differ in how they are constructed, so a copy is made without it. The cause stays behind, as with
        # any exception that is pickled.
        return _rebuild, (type(self), self.args, self.__getstate__())

    def __getstate__(self) -> dict[str, Any]:
        return dict(self.__dict__)


def _rebuild(cls: type[APIError], args: tuple[Any, ...], state: Mapping[str, Any]) -> APIError:
    error = cls.__new__(cls, *args)
    error.args = args
    error.__dict__.update(state)
    return error


class APIWebhookValidationError(APIError):
    """A webhook that cannot be trusted, or that is not an event. Nothing was sent; the message says what is wrong."""


# ---- no response, or only a part of one -------------------------------------------------------


class APIConnectionError(APIError):
    """No response arrived, or not all of it. Retried by the client while retries are left."""

    phase: str
    """Where in the exchange it happened: `connect`, `send`, `headers`, `body`, `stream` or `redirect`."""

    _phase: ClassVar[str] = "connect"

    def __init__(
        self,
        message: str = "the connection to the API failed",
        request: httpx.Request | None = None,
        *,
        phase: str | None = None,
    ) -> None:
        super().__init__(message, request)
        self.phase = phase or self._phase


class ConnectionFailedError(APIConnectionError):
    """No connection came about: a wrong address, a refused connection, a failed TLS handshake, a proxy that says no."""


class RequestInterruptedError(APIConnectionError):
    """The connection was lost while the request was sent."""

    _phase = "send"


class ResponseInterruptedError(APIConnectionError):
    """The connection was lost before the response was complete; `phase` tells whether its headers had come."""

    _phase = "body"

    bytes_received: int = 0
    """Bytes of the body that had arrived."""


class StreamInterruptedError(ResponseInterruptedError):
    """A stream ended before its last event. `partial` has the message that the events so far make."""

    _phase = "stream"

    request_id: str | None = None
    """The API's id of the request, for its support."""

    @property
    def usage(self) -> object:
        """The tokens counted so far, from the partial message."""
        return self.partial.usage if self.partial is not None else None


class APITimeoutError(APIConnectionError):
    """Too long without progress. `phase` tells where; `timeout=` sets how long is too long."""

    def __init__(
        self,
        message: str | httpx.Request = "the API did not respond in time",
        request: httpx.Request | None = None,
        *,
        phase: str | None = None,
    ) -> None:
        # The official class takes the request as its only argument, and code that tests for time-outs builds it so.
        if isinstance(message, str):
            super().__init__(message, request, phase=phase)
        else:
            super().__init__("the API did not respond in time", message, phase=phase)


class ConnectTimeoutError(APITimeoutError):
    """No connection came about in time."""


class PoolTimeoutError(APITimeoutError):
    """All connections of the pool were busy for too long: close streams that are no longer read."""


class FirstEventTimeoutError(APITimeoutError):
    """No event of the stream arrived within `first_event_timeout` seconds."""

    _phase = "stream"


class StreamIdleTimeoutError(APITimeoutError):
    """The stream was silent, but for pings, for `stream_idle_timeout` seconds."""

    _phase = "stream"


class CallDeadlineError(APITimeoutError):
    """The call, with all its attempts and waits, took longer than its `deadline`."""


# ---- the API responded ---------------------------------------------------------------------------


class _ResponseError(APIError):
    """An error that comes with an HTTP response, and what that tells."""

    response: httpx.Response
    """The HTTP response, its request without credentials."""

    status_code: int
    """The HTTP status."""

    def __init__(self, message: str, *, response: httpx.Response, body: object) -> None:
        super().__init__(message, response.request, body=body)
        if self.request is not None:
            response.request = self.request
        self.response = response
        self.status_code = response.status_code

    @property
    def info(self) -> ResponseInfo:
        """What the response's headers tell."""
        return ResponseInfo(self.response.status_code, self.response.headers)

    @property
    def request_id(self) -> str | None:
        """The API's id of the request, for its support."""
        return self.info.request_id

    @property
    def organization_id(self) -> str | None:
        """The organization that the key belongs to."""
        return self.info.organization_id

    @property
    def workspace_id(self) -> str | None:
        """The workspace that the key belongs to, where the API tells."""
        return self.info.workspace_id

    @property
    def rate_limits(self) -> RateLimits:
        """What is left of the rate limits."""
        return self.info.rate_limits

    @property
    def retry_after(self) -> float | None:
        """Seconds that the API asks to wait before the next attempt."""
        return self.info.retry_after

    def _whereabouts(self) -> str:
        where = super()._whereabouts()
        if self.request_id is None:
            return where
        return f"{where[:-1]}, request-id {self.request_id})" if where else f" (request-id {self.request_id})"


class APIResponseValidationError(_ResponseError):
    """A success whose body is not what the API sends here: a proxy's HTML page, JSON of another kind."""

    def __init__(self, response: httpx.Response, body: object, *, message: str | None = None) -> None:
        super().__init__(message or "the response is not what the API sends here", response=response, body=body)

    def _headline(self) -> str:
        return f"{self.status_code}: {self.message}"


class ResponseTooLargeError(APIResponseValidationError):
    """The response is larger than the client's `response_limits` allow; nothing beyond them was kept in memory."""


class APIStatusError(_ResponseError):
    """The API responded with an error. Subclasses follow the HTTP status and the error's `type`."""

    type: str | None
    """The kind of error in the API's words, such as `invalid_request_error`."""

    error_code: str | None
    """What exactly went wrong, such as `enforced_spend_limit_reached`, where the API tells."""

    api_message: str | None
    """The API's own message, as it came. Its wording may change: compare `error_code` instead."""

    def __init__(self, message: str, *, response: httpx.Response, body: object) -> None:
        super().__init__(message, response=response, body=body)
        error = mapping(mapping(body).get("error"))
        self.type = cast("str | None", error.get("type"))
        message_of_api, code = error.get("message"), mapping(error.get("details")).get("error_code")
        self.api_message = message_of_api if isinstance(message_of_api, str) else None
        self.error_code = code if isinstance(code, str) else None
        self._details: ErrorDetails | None = None

    @property
    def details(self) -> ErrorDetails:
        """What the API says of the error beside its message: by attribute, typed by `error_code`, or as a mapping."""
        found = self._details
        if found is None:
            received = mapping(mapping(mapping(self.body).get("error")).get("details"))
            self._details = found = _read_details(self.error_code, received)
        return found

    @property
    def request_id(self) -> str | None:
        """The API's id of the request, for its support."""
        return self.info.request_id or mapping(self.body).get("request_id")

    def _headline(self) -> str:
        return f"{self.status_code} {self.type}: {self.message}" if self.type else f"{self.status_code}: {self.message}"

    @classmethod
    def from_response(cls, response: httpx.Response) -> APIStatusError:
        """The error for a response with an error status; its body has been read."""
        return cls.from_body(response, parse_or_text(response.content))

    @classmethod
    def from_body(cls, response: httpx.Response, body: object) -> APIStatusError:
        """The error that `body` stands for, which came with `response`: as its body, or as an event of its stream."""
        error = mapping(mapping(body).get("error"))
        status = response.status_code if response.status_code >= 400 else None
        return class_for(status, error)(error_message(error, body, response), response=response, body=body)


def _read_details(code: str | None, received: Mapping[str, Any]) -> ErrorDetails:
    from pydantic import ValidationError

    from .. import types

    cls = _class_of_code(code)
    # To type checkers these are the ones that are known, so that a comparison of the code tells which.
    model: Any = types.UnknownErrorDetails if cls is None else getattr(types, f"{cls.__name__}Details")
    try:
        return cast("ErrorDetails", model.model_validate(received))
    except ValidationError:
        # It came with an error, which is what is to be told.
        return cast("ErrorDetails", model.model_construct({*received}, **received))


def mapping(value: object) -> Mapping[str, Any]:
    """`value` if it is a JSON object, else an empty one."""
    return cast("Mapping[str, Any]", value) if isinstance(value, Mapping) else {}


def error_message(error: Mapping[str, Any], body: object, response: httpx.Response) -> str:
    """The API's own message, or for what is none of its errors the body, shortened."""
    if isinstance(message := error.get("message"), str):
        return message
    if isinstance(message := mapping(body).get("message") or mapping(body).get("Message"), str):
        return message  # as AWS has it
    if isinstance(body, list) and body:
        first = mapping(mapping(cast("list[object]", body)[0]).get("error"))
        if isinstance(message := first.get("message"), str):
            return message  # as Google has it where a stream was asked for
    return shorten(body if isinstance(body, str) else json.dumps(body)) or response.reason_phrase or "no body"


def parse_or_text(content: bytes) -> object:
    """The JSON that `content` holds, or its text where it holds none."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):  # the latter for what is nested thousands of times
        pass
    text = content.decode("utf-8", errors="replace")
    try:
        # One byte that is not UTF-8, or a line break in a string, does not hide what kind of error it is.
        return json.loads(text.removeprefix("\ufeff"), strict=False)
    except (ValueError, RecursionError):
        return text


class BadRequestError(APIStatusError):
    """400: the request is malformed; the message names the field. Sending it again does not help."""


class AuthenticationError(APIStatusError):
    """401: the key is missing, unknown or revoked."""


class BillingError(APIStatusError):
    """402: there is something to settle with the organization's payment."""


class PermissionDeniedError(APIStatusError):
    """403: the key may not do this."""


class NotFoundError(APIStatusError):
    """404: there is no such model, file, batch, ... for this key."""


class RequestTimeoutError(APIStatusError):
    """408: the server gave up waiting for the request."""


class ConflictError(APIStatusError):
    """409: the request does not fit the present state of the resource."""


class PreconditionFailedError(APIStatusError):
    """412: a condition that the request names does not hold."""


class RequestTooLargeError(APIStatusError):
    """413: the request is larger than the endpoint takes.

    Also raised before anything is sent, where the size is known: then `status_code` is 413 and there are no attempts.
    """


class UnprocessableEntityError(APIStatusError):
    """422: the request is well-formed and still cannot be processed."""


class RateLimitError(APIStatusError):
    """429: too many requests or tokens at once, or a spend limit; `error_code` tells a spend limit."""


class RequestHeaderFieldsTooLargeError(APIStatusError):
    """431: the headers are larger than the server takes."""


class ClientClosedRequestError(APIStatusError):
    """499: the connection was closed before the API could respond."""


class InternalServerError(APIStatusError):
    """500 and up: something failed on the API's side. Waiting may help."""


class HTTPNotImplementedError(InternalServerError):
    """501: the server does not know what to do with this kind of request."""


class ServiceUnavailableError(InternalServerError):
    """503: the API is not available for the moment."""


class GatewayTimeoutError(InternalServerError):
    """504: the API took too long. A streamed request is not affected by this limit."""


class OverloadedError(InternalServerError):
    """529: the API is overloaded for everyone. Waiting helps; changing the request does not."""


_BY_TYPE: Mapping[str, type[APIStatusError]] = {
    "invalid_request_error": BadRequestError,
    "authentication_error": AuthenticationError,
    "billing_error": BillingError,
    "permission_error": PermissionDeniedError,
    "not_found_error": NotFoundError,
    "conflict_error": ConflictError,
    "request_too_large": RequestTooLargeError,
    "rate_limit_error": RateLimitError,
    "api_error": InternalServerError,
    "timeout_error": GatewayTimeoutError,
    "overloaded_error": OverloadedError,
    # The names that Amazon Bedrock gives them, in the middle of a stream.
    "accessDeniedException": PermissionDeniedError,
    "internalServerException": InternalServerError,
    "modelErrorException": InternalServerError,
    "modelNotReadyException": RateLimitError,
    "modelStreamErrorException": InternalServerError,
    "modelTimeoutException": RequestTimeoutError,
    "overloadedException": OverloadedError,
    "resourceNotFoundException": NotFoundError,
    "serviceQuotaExceededException": BadRequestError,
    "serviceUnavailableException": ServiceUnavailableError,
    "throttlingException": RateLimitError,
    "validationException": BadRequestError,
}

_BY_STATUS: Mapping[int, type[APIStatusError]] = {
    400: BadRequestError,
    401: AuthenticationError,
    402: BillingError,
    403: PermissionDeniedError,
    404: NotFoundError,
    408: RequestTimeoutError,
    409: ConflictError,
    412: PreconditionFailedError,
    413: RequestTooLargeError,
    422: UnprocessableEntityError,
    429: RateLimitError,
    431: RequestHeaderFieldsTooLargeError,
    499: ClientClosedRequestError,
    501: HTTPNotImplementedError,
    503: ServiceUnavailableError,
    504: GatewayTimeoutError,
    529: OverloadedError,
}


def _class_of_code(code: object) -> type[APIStatusError] | None:
    if not isinstance(code, str):
        return None
    # By its name, as its classes stand on those here.
    by_code: Mapping[str, type[APIStatusError]] = import_module(f"{__package__}.codes").BY_CODE
    return by_code.get(code)


def class_for(status: int | None, error: Mapping[str, Any]) -> type[APIStatusError]:
    """The class of an error with this HTTP status (`None` for an event of a stream) and this `error` object.

    The error's code is the most exact, then comes its `type`; but a `type` that covers several statuses
    (`invalid_request_error` stands for 400, 412, 422, ...; `api_error` for 500 and up) says less than the status.
    """
    code = mapping(error.get("details")).get("error_code")
    if (by_code := _class_of_code(code)) is not None:
        return by_code
    by_type = _BY_TYPE.get(str(error.get("type")))
    if status is None:
        return by_type or APIStatusError
    by_status = _BY_STATUS.get(status, InternalServerError if status >= 500 else APIStatusError)
    if by_type is None or by_type is BadRequestError or issubclass(by_status, by_type):
        return by_status
    return by_type


# Names under which the official packages export the same errors.
AnthropicError = ClaudeError
PaymentRequiredError = BillingError
ContentTooLargeError = RequestTooLargeError
DeadlineExceededError = GatewayTimeoutError
IdentityTokenFileError = CredentialsError
