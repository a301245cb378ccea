"""What type checkers see of errors: details by code, and as a mapping."""

from __future__ import annotations

from typing import Any

from typing_extensions import assert_type

from claude_client.errors import APIStatusError, WorkspaceCreatedIncompleteError
from claude_client.types import WorkspaceCreatedIncompleteErrorDetails


def by_class(error: WorkspaceCreatedIncompleteError) -> str:
    assert_type(error.details, WorkspaceCreatedIncompleteErrorDetails)
    return error.details.workspace_id


def by_code(error: APIStatusError) -> str | None:
    if error.details.error_code == "workspace_created_incomplete":
        assert_type(error.details.workspace_id, str)
    assert_type(error.details["workspace_id"], Any)
    assert_type(error.api_message, str | None)
    return error.workspace_id
