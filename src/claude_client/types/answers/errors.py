"""What the API answers: errors.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._model import Model, Tagged


class InvalidRequestErrorObject(Model):
    """Invalid request error object of the type `invalid_request_error`."""

    message: str
    type: Literal["invalid_request_error"]
    details: dict[str, object] | None = None


class AuthenticationErrorObject(Model):
    """Authentication error object of the type `authentication_error`."""

    message: str
    type: Literal["authentication_error"]
    details: dict[str, object] | None = None


class BillingErrorObject(Model):
    """Billing error object of the type `billing_error`."""

    message: str
    type: Literal["billing_error"]
    details: dict[str, object] | None = None


class PermissionErrorObject(Model):
    """Permission error object of the type `permission_error`."""

    message: str
    type: Literal["permission_error"]
    details: dict[str, object] | None = None


class NotFoundErrorObject(Model):
    """Not found error object of the type `not_found_error`."""

    message: str
    type: Literal["not_found_error"]
    details: dict[str, object] | None = None


class RateLimitErrorObject(Model):
    """Rate limit error object of the type `rate_limit_error`."""

    message: str
    type: Literal["rate_limit_error"]
    details: dict[str, object] | None = None


class GatewayTimeoutErrorObject(Model):
    """Gateway timeout error object of the type `timeout_error`."""

    message: str
    type: Literal["timeout_error"]
    details: dict[str, object] | None = None


class APIErrorObject(Model):
    """Api error object of the type `api_error`."""

    message: str
    type: Literal["api_error"]
    details: dict[str, object] | None = None


class OverloadedErrorObject(Model):
    """Overloaded error object of the type `overloaded_error`."""

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
"""Error object: one of these, told apart by `type`."""


class ErrorResponse(Model):
    """Error response of the type `error`."""

    error: ErrorObject
    request_id: str | None = None
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
"""Error type: one of these."""
