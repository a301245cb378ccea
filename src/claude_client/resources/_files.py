"""Files that are uploaded once and then named by id in messages.

API: https://platform.claude.com/docs/en/api/files

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import types
from ..core.endpoint import Mode, Raw, Resource, Streamed, endpoint, paginated
from ..core.request import path

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..core.pages import AsyncPage, Page
    from ..core.request import Request
    from ..types import DeletedFile, FileListParams, FileMetadata
    from ..types.request_options import WorkspaceOptions


class Files(Resource[Mode]):
    """Files that are uploaded once and then named by id in messages."""

    @property
    def with_raw_response(self) -> Files[Raw[Mode]]:
        """The same calls, giving the response."""
        return Files(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Files[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Files(self._binding.as_streamed())

    @paginated
    def list(self, **params: Unpack[FileListParams]) -> Request[Page[FileMetadata], AsyncPage[FileMetadata]]:
        """The files of the workspace, newest first.

        Args:
            limit: Files per page, 1 to 1000; 20 when left out.
            page: The `next_page` of an earlier page.
            ids: Only these files, at most 100, in one page; not together with `limit` or `page`.
            scope_id: Only the files of this session (beta).

        API: https://platform.claude.com/docs/en/api/files/list
        """
        return self._list("/v1/files", types.FileMetadata, params)

    @endpoint
    def delete(self, file_id: str, **options: Unpack[WorkspaceOptions]) -> Request[DeletedFile]:
        """Delete a file, for good.

        Args:
            file_id: The file's id.

        Raises:
            NotFoundError: There is no such file in the workspace.

        API: https://platform.claude.com/docs/en/api/files/delete
        """
        return self._delete(path("/v1/files/{file_id}", file_id=file_id), types.DeletedFile, options)

    @endpoint
    def retrieve_metadata(self, file_id: str, **options: Unpack[WorkspaceOptions]) -> Request[FileMetadata]:
        """What is known about a file: its name, media type, size in bytes, and whether it can be downloaded.

        Args:
            file_id: The file's id.

        Raises:
            NotFoundError: There is no such file in the workspace.

        API: https://platform.claude.com/docs/en/api/files/retrieve_metadata
        """
        return self._get(path("/v1/files/{file_id}", file_id=file_id), types.FileMetadata, options)
