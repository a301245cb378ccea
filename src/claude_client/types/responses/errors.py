"""The body of an error. What is raised for one is in `claude_client.errors`.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class InvalidRequestErrorObject(Model):
    """The request is wrong; the message says where."""

    message: str
    type: Literal["invalid_request_error"]
    details: dict[str, object] | None = None


class AuthenticationErrorObject(Model):
    """The key is missing or wrong."""

    message: str
    type: Literal["authentication_error"]
    details: dict[str, object] | None = None


class BillingErrorObject(Model):
    """Something about the payment."""

    message: str
    type: Literal["billing_error"]
    details: dict[str, object] | None = None


class PermissionErrorObject(Model):
    """The key may not do this."""

    message: str
    type: Literal["permission_error"]
    details: dict[str, object] | None = None


class NotFoundErrorObject(Model):
    """There is no such thing."""

    message: str
    type: Literal["not_found_error"]
    details: dict[str, object] | None = None


class RateLimitErrorObject(Model):
    """Too many requests or tokens in a time."""

    message: str
    type: Literal["rate_limit_error"]
    details: dict[str, object] | None = None


class GatewayTimeoutErrorObject(Model):
    """The request took too long."""

    message: str
    type: Literal["timeout_error"]
    details: dict[str, object] | None = None


class APIErrorObject(Model):
    """An error inside the API."""

    message: str
    type: Literal["api_error"]
    details: dict[str, object] | None = None


class OverloadedErrorObject(Model):
    """The API is overloaded for everyone."""

    message: str
    type: Literal["overloaded_error"]
    details: dict[str, object] | None = None


ErrorObject: TypeAlias = Annotated[
    InvalidRequestErrorObject
    | AuthenticationErrorObject
    | BillingErrorObject
    | PermissionErrorObject
    | NotFoundErrorObject
    | RateLimitErrorObject
    | GatewayTimeoutErrorObject
    | APIErrorObject
    | OverloadedErrorObject,
    Tagged("type"),
]
"""What went wrong; `type` tells in general, `message` in words."""


class ErrorResponse(Model):
    """The body of an error."""

    error: ErrorObject
    request_id: str | None = None
    """The API's id of the request."""

    type: Literal["error"]


ErrorType: TypeAlias = Literal[
    "invalid_request_error",
    "authentication_error",
    "billing_error",
    "permission_error",
    "not_found_error",
    "rate_limit_error",
    "timeout_error",
    "api_error",
    "overloaded_error",
    "memory_precondition_failed_error",
    "memory_path_conflict_error",
    "conflict_error",
]
"""The kinds of errors."""
