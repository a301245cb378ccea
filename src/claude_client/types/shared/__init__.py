"""The types that the official package has in `types.shared`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._official import importer

if TYPE_CHECKING:
    from ..responses.errors import (
        APIErrorObject,
        AuthenticationErrorObject,
        BillingErrorObject,
        ErrorObject,
        ErrorResponse,
        ErrorType,
        GatewayTimeoutErrorObject,
        InvalidRequestErrorObject,
        NotFoundErrorObject,
        OverloadedErrorObject,
        PermissionErrorObject,
        RateLimitErrorObject,
    )
    from ..responses.errors import AuthenticationErrorObject as AuthenticationError
    from ..responses.errors import BillingErrorObject as BillingError
    from ..responses.errors import GatewayTimeoutErrorObject as GatewayTimeoutError
    from ..responses.errors import InvalidRequestErrorObject as InvalidRequestError
    from ..responses.errors import NotFoundErrorObject as NotFoundError
    from ..responses.errors import OverloadedErrorObject as OverloadedError
    from ..responses.errors import PermissionErrorObject as PermissionError  # noqa: A004
    from ..responses.errors import RateLimitErrorObject as RateLimitError
else:
    __getattr__ = importer(__name__)

__all__ = [
    "APIErrorObject",
    "AuthenticationError",
    "AuthenticationErrorObject",
    "BillingError",
    "BillingErrorObject",
    "ErrorObject",
    "ErrorResponse",
    "ErrorType",
    "GatewayTimeoutError",
    "GatewayTimeoutErrorObject",
    "InvalidRequestError",
    "InvalidRequestErrorObject",
    "NotFoundError",
    "NotFoundErrorObject",
    "OverloadedError",
    "OverloadedErrorObject",
    "PermissionError",
    "PermissionErrorObject",
    "RateLimitError",
    "RateLimitErrorObject",
]
