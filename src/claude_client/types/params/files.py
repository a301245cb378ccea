"""Parameters of the calls on files.

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
    """Files with these ids only; up to 100."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""

    scope_id: str | None
    """Files that belong to this session only. Beta."""


class FileListParams(FileListParamsBase, WorkspaceOptions, total=False):
    """What `files.list` takes, and the options of the call."""


class FileUploadParamsBase(TypedDict, total=False):
    """The body of `files.upload`."""

    file: Required[FileTypes]
    """The file: a path, an open binary file, bytes, or its name with any of these."""

    expires_in_seconds: int | None
    """Seconds until the file is deleted, from 3600 to 7776000; it stays when left out."""


class FileUploadParams(FileUploadParamsBase, WorkspaceOptions, total=False):
    """What `files.upload` takes, and the options of the call."""
