"""The responses that are not a success, in the API's form.

A handler raises a `Refusal`; the application turns it into the response. Status, type and, where the API has one, the
error code belong together here, so that a handler only says what was wrong.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from .json_utils import Object

TYPES: Final[Mapping[int, str]] = {
    400: "invalid_request_error",
    401: "authentication_error",
    402: "billing_error",
    403: "permission_error",
    404: "not_found_error",
    409: "conflict_error",
    413: "request_too_large",
    429: "rate_limit_error",
    500: "api_error",
    504: "timeout_error",
    529: "overloaded_error",
}


class Refusal(Exception):
    """A response with an error status."""

    def __init__(
        self,
        status: int,
        message: str,
        *,
        type: str | None = None,
        error_code: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.type: str = type or type_of(status)
        self.error_code = error_code
        self.headers: dict[str, str] = dict(headers or {})

    def error(self) -> Object:
        """The `error` object, as it stands in a body, an event of a stream or the result of a batch."""
        error: Object = {"type": self.type, "message": self.message}
        return error | {"details": {"error_code": self.error_code}} if self.error_code else error

    def body(self, request_id: str | None) -> bytes:
        return json.dumps({"type": "error", "error": self.error(), "request_id": request_id}).encode()


def type_of(status: int) -> str:
    return TYPES.get(status) or ("api_error" if status >= 500 else "invalid_request_error")


def invalid(message: str, *, error_code: str | None = None) -> Refusal:
    return Refusal(400, message, error_code=error_code)


def not_found(message: str, *, error_code: str | None = None) -> Refusal:
    return Refusal(404, message, error_code=error_code)
