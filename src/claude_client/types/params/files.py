"""What the API takes: files.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Sequence

from typing_extensions import Required, TypedDict

from ..request_options import WorkspaceOptions
from ..uploads import FileTypes


class FileListParamsBase(TypedDict, total=False):
    """The query of `files.list`."""

    ids: Sequence[str] | None
    limit: int | None
    page: str | None
    scope_id: str | None
    """Beta."""


class FileListParams(FileListParamsBase, WorkspaceOptions, total=False):
    """What `files.list` takes, and the options of the call."""


class FileUploadParamsBase(TypedDict, total=False):
    """The body of `files.upload`."""

    file: Required[FileTypes]
    expires_in_seconds: int | None


class FileUploadParams(FileUploadParamsBase, WorkspaceOptions, total=False):
    """What `files.upload` takes, and the options of the call."""
