"""Every error that a call can end in.

    ClaudeError
    ├── CredentialsError                    no usable key; nothing was sent
    ├── UnsupportedFeatureError             the cloud platform of the client lacks this; nothing was sent
    ├── BudgetExceededError                 no room in the budget; nothing was sent; has .spent
    ├── RetryableError                      for middleware: raise it to have the attempt made again
    ├── UploadSourceError                   a file changed, or could not be read, while it was sent
    ├── OutputParseError                    structured output is not what was asked for; has .partial
    └── APIError                            has .request, .attempts, .partial
        ├── APIConnectionError              no response, or only a part of one; has .phase
        │   ├── ConnectionFailedError       no connection came about
        │   ├── RequestInterruptedError     lost while the request was sent
        │   ├── ResponseInterruptedError    lost before the response was complete
        │   │   └── StreamInterruptedError  a stream ended before its last event
        │   └── APITimeoutError
        │       ├── ConnectTimeoutError, PoolTimeoutError
        │       ├── FirstEventTimeoutError, StreamIdleTimeoutError
        │       └── CallDeadlineError       the time set for the whole call is over
        ├── APIResponseValidationError      a success whose body is not what the API sends
        │   └── ResponseTooLargeError       larger than `response_limits` allow
        ├── APIWebhookValidationError       a webhook that cannot be trusted, or is not an event; nothing was sent
        └── APIStatusError                  the API said no; has .status_code, .type, .error_code, ...
            ├── BadRequestError             400
            ├── AuthenticationError         401
            ├── BillingError                402
            ├── PermissionDeniedError       403
            ├── NotFoundError               404
            ├── RequestTimeoutError         408
            ├── ConflictError               409
            ├── PreconditionFailedError     412
            ├── RequestTooLargeError        413, also raised before anything is sent
            ├── UnprocessableEntityError    422
            ├── RateLimitError              429
            ├── RequestHeaderFieldsTooLargeError  431
            ├── ClientClosedRequestError    499
            └── InternalServerError         5xx
                ├── HTTPNotImplementedError   501
                ├── ServiceUnavailableError   503
                ├── GatewayTimeoutError       504
                └── OverloadedError           529

Each error code of the API has a class too, below that of its status: `AlreadyMemberError` is a `BadRequestError` whose
code is `already_member`. They are found here like those above, and loaded when one is named or raised.

What a caller does wrong (an unknown parameter, a value that cannot be sent) is a `TypeError` or a `ValueError`.
API: https://platform.claude.com/docs/en/api/errors
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import hierarchy
from .hierarchy import *  # noqa: F403

if TYPE_CHECKING:
    from .codes import *  # noqa: F403
else:

    def __getattr__(name: str) -> object:
        if name.endswith("Error"):
            from . import codes

            if name in codes.__all__:
                return getattr(codes, name)
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


for _each in vars(hierarchy).values():
    if isinstance(_each, type) and _each.__module__ == hierarchy.__name__:
        _each.__module__ = __name__  # where it is looked for, and what a traceback says
