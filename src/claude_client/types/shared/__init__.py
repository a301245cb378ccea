"""The types that the official package has in `types.shared`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._official import importer

if TYPE_CHECKING:
    from ..answers.errors import (
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
    from ..answers.errors import AuthenticationErrorObject as AuthenticationError
    from ..answers.errors import BillingErrorObject as BillingError
    from ..answers.errors import GatewayTimeoutErrorObject as GatewayTimeoutError
    from ..answers.errors import InvalidRequestErrorObject as InvalidRequestError
    from ..answers.errors import NotFoundErrorObject as NotFoundError
    from ..answers.errors import OverloadedErrorObject as OverloadedError
    from ..answers.errors import PermissionErrorObject as PermissionError  # noqa: A004
    from ..answers.errors import RateLimitErrorObject as RateLimitError
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
