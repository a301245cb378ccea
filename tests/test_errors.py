from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
from collections.abc import Mapping
from typing import Any

import httpx
import pytest

import claude_client
from api_facts import FACTS, SCHEMAS, example
from claude_client import errors
from claude_client.errors import hierarchy
from every import every

SECRET = "sk-ant-planted-secret"


def make_response(status: int, body: Any = None, content: bytes | None = None, **headers: str) -> httpx.Response:
    sent = {"x-api-key": SECRET, "authorization": f"Bearer {SECRET}"}
    request = httpx.Request("POST", "https://api.anthropic.com/v1/messages?q=1", headers=sent, json={"prompt": "mine"})
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    if content is not None:
        return httpx.Response(status, content=content, headers=named, request=request)
    return httpx.Response(status, json=body, headers=named, request=request)


def api_error(status: int, type_: str, code: str | None = None, **headers: str) -> httpx.Response:
    details = {"details": {"error_code": code}} if code else {}
    body = {"type": "error", "error": {"type": type_, "message": "the message", **details}, "request_id": "req_body"}
    return make_response(status, body, **headers)


@pytest.mark.parametrize(
    ("status", "type_", "code", "expected"),
    [
        (400, "invalid_request_error", None, errors.BadRequestError),
        (401, "authentication_error", None, errors.AuthenticationError),
        (402, "billing_error", None, errors.BillingError),
        (400, "billing_error", None, errors.BillingError),
        (403, "permission_error", None, errors.PermissionDeniedError),
        (404, "not_found_error", None, errors.NotFoundError),
        (409, "conflict_error", None, errors.ConflictError),
        (412, "invalid_request_error", None, errors.PreconditionFailedError),
        (413, "request_too_large", None, errors.RequestTooLargeError),
        (422, "invalid_request_error", None, errors.UnprocessableEntityError),
        (429, "rate_limit_error", None, errors.RateLimitError),
        (429, "rate_limit_error", "enforced_spend_limit_reached", errors.EnforcedSpendLimitReachedError),
        (500, "api_error", None, errors.InternalServerError),
        (503, "api_error", None, errors.ServiceUnavailableError),
        (504, "timeout_error", None, errors.GatewayTimeoutError),
        (529, "overloaded_error", None, errors.OverloadedError),
        (500, "overloaded_error", None, errors.OverloadedError),
        (418, "teapot_error", None, errors.APIStatusError),
        (599, "new_error", None, errors.InternalServerError),
    ],
)
def test_status_type_and_code_decide_the_class(
    status: int, type_: str, code: str | None, expected: type[errors.APIStatusError]
) -> None:
    error = errors.APIStatusError.from_response(api_error(status, type_, code))

    assert type(error) is expected
    assert (error.status_code, error.type, error.error_code) == (status, type_, code)


def test_an_error_event_of_a_stream_that_began_well_has_the_class_of_its_type() -> None:
    body = {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}

    error = errors.APIStatusError.from_body(make_response(200), body)

    assert type(error) is errors.OverloadedError
    assert error.status_code == 200


def test_an_error_tells_what_the_api_said_and_about_which_request() -> None:
    headers = {"request_id": "req_1", "anthropic_organization_id": "org_1", "retry_after": "7"}
    limits = {"anthropic_ratelimit_requests_limit": "50", "anthropic_ratelimit_requests_remaining": "0"}

    error = errors.APIStatusError.from_response(api_error(429, "rate_limit_error", **headers, **limits))

    assert (error.message, error.request_id, error.organization_id) == ("the message", "req_1", "org_1")
    assert error.retry_after == 7.0
    assert (error.rate_limits.requests.limit, error.rate_limits.requests.remaining) == (50, 0)
    assert (error.method, error.url) == ("POST", "https://api.anthropic.com/v1/messages?q=redacted")
    assert str(error) == (
        "429 rate_limit_error: the message (POST https://api.anthropic.com/v1/messages, request-id req_1)"
    )


def test_the_request_id_in_the_body_serves_where_there_is_no_header() -> None:
    assert errors.APIStatusError.from_response(api_error(400, "invalid_request_error")).request_id == "req_body"


def test_the_html_page_of_a_proxy_is_shown_shortened() -> None:
    page = b"<html>\n" + b"<p>Bad gateway</p>\n" * 200 + b"</html>"

    error = errors.APIStatusError.from_response(make_response(502, content=page))

    assert type(error) is errors.InternalServerError
    assert error.body == page.decode()
    assert "Bad gateway" in str(error)
    assert len(str(error)) < 700


@pytest.mark.parametrize("body", [None, [], "no", {"error": "no"}, {"error": {"type": 3}}, {"error": {"details": []}}])
def test_an_error_body_of_any_shape_makes_an_error(body: object) -> None:
    error = errors.APIStatusError.from_response(make_response(400, body))

    assert isinstance(error, errors.BadRequestError)


@pytest.mark.parametrize("copied", [lambda e: pickle.loads(pickle.dumps(e)), copy.copy, copy.deepcopy])
def test_an_error_can_be_copied_and_pickled_without_its_secrets(copied: Any) -> None:
    error = errors.APIStatusError.from_response(api_error(404, "not_found_error", request_id="req_1"))
    error.attempts = (errors.AttemptRecord(1, 404, None, 0.0),)

    twin = copied(error)

    assert type(twin) is errors.NotFoundError
    assert (str(twin), twin.status_code, twin.request_id, twin.attempts) == (
        str(error),
        404,
        "req_1",
        error.attempts,
    )


def test_a_connection_error_can_be_pickled() -> None:
    error = errors.StreamInterruptedError("it ended", httpx.Request("POST", "https://x.example/"))
    error.bytes_received = 7

    twin = pickle.loads(pickle.dumps(error))

    assert (type(twin), twin.phase, twin.bytes_received) == (errors.StreamInterruptedError, "stream", 7)


def test_no_credential_is_reachable_from_an_error() -> None:
    error = errors.APIStatusError.from_response(api_error(401, "authentication_error"))

    shown = [
        str(error),
        repr(error),
        repr(vars(error)),
        str(error.request.headers.raw if error.request else ""),
        str(error.response.request.headers.raw),
    ]
    assert SECRET not in "".join(shown)
    assert SECRET.encode() not in pickle.dumps(error)
    assert b"mine" not in pickle.dumps(error)


def test_errors_can_be_built_as_tests_of_applications_do() -> None:
    request = httpx.Request("POST", "https://api.anthropic.com/v1/messages")

    built = [
        claude_client.RateLimitError("slow down", response=httpx.Response(429, request=request), body=None),
        claude_client.APIConnectionError(message="lost", request=request),
        claude_client.APITimeoutError(request),
        claude_client.APITimeoutError(request=request),
        claude_client.APIError("no", request, body=None),
    ]

    assert [error.message for error in built][:2] == ["slow down", "lost"]
    assert all(error.method == "POST" for error in built)


OFFICIAL = [
    "AnthropicError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "APIConnectionError",
    "APIResponseValidationError",
    "APIWebhookValidationError",
    "BadRequestError",
    "AuthenticationError",
    "PaymentRequiredError",
    "PermissionDeniedError",
    "NotFoundError",
    "RequestTimeoutError",
    "ConflictError",
    "PreconditionFailedError",
    "ContentTooLargeError",
    "RequestTooLargeError",
    "UnprocessableEntityError",
    "RateLimitError",
    "RequestHeaderFieldsTooLargeError",
    "ClientClosedRequestError",
    "InternalServerError",
    "HTTPNotImplementedError",
    "ServiceUnavailableError",
    "GatewayTimeoutError",
    "OverloadedError",
    "DeadlineExceededError",
    "ClaudeCodeKeyCreatorNotMemberError",
    "ClaudeCodeVersionTooOldError",
    "CMEKKeyDisabledError",
    "CMEKKeyNetworkBlockedError",
    "OrganizationOnHoldError",
    "OrganizationTypeNotSupportedError",
    "ParentOrganizationRequiredError",
    "RequestBodyEncodingInvalidError",
    "RequestBodyEncodingUnsupportedError",
    "LinkedOrganizationBillingUnavailableError",
    "LinkedOrganizationSpendLimitReachedError",
    "SandboxEgressRestrictedError",
    "RequestBodyTooLargeAfterDecodingError",
    "ContractSpendLimitReachedError",
    "EnforcedSpendLimitReachedError",
    "RampLimitExceededError",
    "CMEKContextUnavailableError",
    "CMEKKeyUnreachableError",
    "WorkspaceHumanReviewDisabledError",
    "RetryableError",
    "CredentialsError",
    "IdentityTokenFileError",
]


@every("name", OFFICIAL)
def test_every_official_error_name_is_an_error_here(name: str) -> None:
    assert issubclass(getattr(claude_client, name), claude_client.ClaudeError)


def test_the_tree_drawn_at_the_top_of_the_module_names_every_class() -> None:
    classes = {
        name for name, cls in vars(errors).items() if isinstance(cls, type) and cls.__module__ == errors.__name__
    }
    drawn = {name for name in classes if name.endswith("Error") and not name.startswith("_")}

    missing = [name for name in drawn if getattr(errors, name).__name__ not in (errors.__doc__ or "")]

    assert "NotFoundError" in drawn
    assert missing == []


# ---- error codes ------------------------------------------------------------------------------------------------

CODES = json.loads((FACTS / "constants.json").read_text("utf-8"))["errors"]["error_codes"]


@every("facts", CODES, lambda facts: facts["error_code"])
def test_every_code_of_the_facts_has_a_class_and_details_of_its_own(facts: dict[str, Any]) -> None:
    schema = SCHEMAS[f"{facts['class']}Details"]
    details = {name: example(part) for name, part in schema["properties"].items()}
    body = {"type": "error", "error": {"type": "api_error", "message": "m", "details": details}}

    error = errors.APIStatusError.from_response(make_response(facts["status"], body))

    assert type(error) is getattr(errors, facts["class"])
    assert isinstance(error, hierarchy._BY_STATUS[facts["status"]])
    assert type(error.details).__name__ == f"{facts['class']}Details"
    assert error.details == details
    assert dict(error.details) == details


def test_details_are_read_by_attribute_and_as_a_mapping() -> None:
    details = {"error_code": "workspace_created_incomplete", "workspace_id": "wrkspc_1", "later": [1]}
    body = {"type": "error", "error": {"type": "api_error", "message": "m", "details": details}}

    try:
        raise errors.APIStatusError.from_response(make_response(503, body))
    except errors.WorkspaceCreatedIncompleteError as error:
        found = error.details

    assert (found.workspace_id, found["workspace_id"], found.get("none")) == ("wrkspc_1", "wrkspc_1", None)
    assert isinstance(found, Mapping)
    assert "later" in found
    assert (list(found), len(found)) == (["error_code", "workspace_id", "later"], 3)


def test_a_code_that_came_later_keeps_all_that_is_said() -> None:
    body = {"error": {"type": "invalid_request_error", "message": "m", "details": {"error_code": "new", "n": 1}}}

    error = errors.APIStatusError.from_response(make_response(400, body))

    assert type(error) is errors.BadRequestError
    assert (error.error_code, error.details.error_code, error.details["n"]) == ("new", "new", 1)


def test_an_error_without_details_has_empty_ones() -> None:
    error = errors.APIStatusError.from_response(api_error(404, "not_found_error"))

    assert not error.details
    assert error.details == {}
    assert error.details.error_code is None


@pytest.mark.parametrize("details", [[], "no", {"error_code": 3}, {"error_code": "storage_verification_failed"}])
def test_details_of_any_shape_can_be_looked_at(details: object) -> None:
    body = {"error": {"type": "invalid_request_error", "message": "m", "details": details}}

    assert errors.APIStatusError.from_response(make_response(400, body)).details is not None


def test_the_message_and_the_workspace_are_told_as_they_came() -> None:
    named = errors.APIStatusError.from_response(api_error(400, "x", anthropic_workspace_id="wrkspc_1"))
    page = errors.APIStatusError.from_response(make_response(502, content=b"<html>"))

    assert (named.api_message, named.workspace_id) == ("the message", "wrkspc_1")
    assert (page.api_message, page.workspace_id) == (None, None)


def test_classes_of_codes_are_loaded_when_they_are_needed() -> None:
    code = (
        "import sys, claude_client.errors as e\n"
        "before = 'claude_client.errors.codes' in sys.modules\n"
        "print(before, e.AlreadyMemberError.__name__, hasattr(e, 'AlreadyMembersError'))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["False", "AlreadyMemberError", "False"]
