# Written by `scripts/generate_types.py`.

from ..responses.error_details import (
    ClaudeCodeKeyCreatorNotMemberErrorDetails,
    ClaudeCodeVersionTooOldErrorDetails,
    CMEKContextUnavailableErrorDetails,
    CMEKKeyDisabledErrorDetails,
    CMEKKeyNetworkBlockedErrorDetails,
    CMEKKeyUnreachableErrorDetails,
    ContractSpendLimitReachedErrorDetails,
    EnforcedSpendLimitReachedErrorDetails,
    ErrorDetails,
    LinkedOrganizationBillingUnavailableErrorDetails,
    LinkedOrganizationSpendLimitReachedErrorDetails,
    OrganizationOnHoldErrorDetails,
    OrganizationTypeNotSupportedErrorDetails,
    ParentOrganizationRequiredErrorDetails,
    RampLimitExceededErrorDetails,
    RequestBodyEncodingInvalidErrorDetails,
    RequestBodyEncodingUnsupportedErrorDetails,
    RequestBodyTooLargeAfterDecodingErrorDetails,
    SandboxEgressRestrictedErrorDetails,
    WorkspaceHumanReviewDisabledErrorDetails,
)
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

__all__ = [
    "APIErrorObject",
    "AuthenticationError",
    "AuthenticationErrorObject",
    "BillingError",
    "BillingErrorObject",
    "CMEKContextUnavailableErrorDetails",
    "CMEKKeyDisabledErrorDetails",
    "CMEKKeyNetworkBlockedErrorDetails",
    "CMEKKeyUnreachableErrorDetails",
    "ClaudeCodeKeyCreatorNotMemberErrorDetails",
    "ClaudeCodeVersionTooOldErrorDetails",
    "ContractSpendLimitReachedErrorDetails",
    "EnforcedSpendLimitReachedErrorDetails",
    "ErrorDetails",
    "ErrorObject",
    "ErrorResponse",
    "ErrorType",
    "GatewayTimeoutError",
    "GatewayTimeoutErrorObject",
    "InvalidRequestError",
    "InvalidRequestErrorObject",
    "LinkedOrganizationBillingUnavailableErrorDetails",
    "LinkedOrganizationSpendLimitReachedErrorDetails",
    "NotFoundError",
    "NotFoundErrorObject",
    "OrganizationOnHoldErrorDetails",
    "OrganizationTypeNotSupportedErrorDetails",
    "OverloadedError",
    "OverloadedErrorObject",
    "ParentOrganizationRequiredErrorDetails",
    "PermissionError",
    "PermissionErrorObject",
    "RampLimitExceededErrorDetails",
    "RateLimitError",
    "RateLimitErrorObject",
    "RequestBodyEncodingInvalidErrorDetails",
    "RequestBodyEncodingUnsupportedErrorDetails",
    "RequestBodyTooLargeAfterDecodingErrorDetails",
    "SandboxEgressRestrictedErrorDetails",
    "WorkspaceHumanReviewDisabledErrorDetails",
]
