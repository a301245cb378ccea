"""What the API answers: files.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._model import Model


class FileScope(Model):
    """File scope of the type `session`. Beta."""

    id: str
    type: Literal["session"]


class FileMetadata(Model):
    """File metadata of the type `file`."""

    id: str
    created_at: datetime
    filename: str
    mime_type: str
    size_bytes: int
    type: Literal["file"]
    downloadable: bool | None = None
    expires_at: datetime | None = None
    scope: FileScope | None = None
    """Beta."""


class DeletedFile(Model):
    """Deleted file of the type `file_deleted`."""

    id: str
    type: Literal["file_deleted"] | None = None
