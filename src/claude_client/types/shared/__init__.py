"""The types of the official `types.shared`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from .._official import exports

__getattr__, __dir__ = exports(
    __name__,
    (
        "APIErrorObject AuthenticationError AuthenticationErrorObject BillingError BillingErrorObject "
        "CMEKContextUnavailableErrorDetails CMEKKeyDisabledErrorDetails CMEKKeyNetworkBlockedErrorDetails "
        "CMEKKeyUnreachableErrorDetails ClaudeCodeKeyCreatorNotMemberErrorDetails ClaudeCodeVersionTooOldErrorDetails "
        "ContractSpendLimitReachedErrorDetails EnforcedSpendLimitReachedErrorDetails ErrorDetails ErrorObject "
        "ErrorResponse ErrorType GatewayTimeoutError GatewayTimeoutErrorObject InvalidRequestError "
        "InvalidRequestErrorObject LinkedOrganizationBillingUnavailableErrorDetails "
        "LinkedOrganizationSpendLimitReachedErrorDetails NotFoundError NotFoundErrorObject "
        "OrganizationOnHoldErrorDetails OrganizationTypeNotSupportedErrorDetails OverloadedError "
        "OverloadedErrorObject ParentOrganizationRequiredErrorDetails PermissionError PermissionErrorObject "
        "RampLimitExceededErrorDetails RateLimitError RateLimitErrorObject RequestBodyEncodingInvalidErrorDetails "
        "RequestBodyEncodingUnsupportedErrorDetails RequestBodyTooLargeAfterDecodingErrorDetails "
        "SandboxEgressRestrictedErrorDetails WorkspaceHumanReviewDisabledErrorDetails"
    ),
)
