"""Files that were uploaded or that the code execution tool wrote.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._model import Model


class FileScope(Model):
    """What the file belongs to, and is deleted with. Beta."""

    id: str
    type: Literal["session"]


class FileMetadata(Model):
    """A file, without its content."""

    id: str
    created_at: datetime
    filename: str
    mime_type: str
    size_bytes: int
    """Size of the content in bytes."""

    type: Literal["file"]
    downloadable: bool | None = None
    """Only files that code or skills wrote can be downloaded."""

    expires_at: datetime | None = None
    scope: FileScope | None = None
    """Beta."""


class DeletedFile(Model):
    """The file that was deleted."""

    id: str
    type: Literal["file_deleted"] | None = None
