"""Files that are uploaded once and then named by id in messages.

API: https://platform.claude.com/docs/en/api/files
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .. import types
from ..core.endpoint import Mode, Raw, Streamed, endpoint
from ..core.request import FILES_LIMIT, path
from ..files.download import DownloadResponse
from ..files.multipart import MultipartBody, part
from . import _files

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..core.request import Request
    from ..files.download import AsyncDownload, Download
    from ..rendering.progress import Progress
    from ..types import FileMetadata, FileUploadParams
    from ..types.request_options import WorkspaceOptions

MAX_NAME_CHARACTERS = 255
_FORBIDDEN = re.compile(r'[<>:"|?*\\/\x00-\x1f]')


class Files(_files.Files[Mode]):
    """Files of the workspace."""

    @property
    def with_raw_response(self) -> Files[Raw[Mode]]:
        """The same calls, giving the response."""
        return Files(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Files[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Files(self._binding.as_streamed())

    @endpoint
    def upload(self, *, progress: Progress | None = None, **params: Unpack[FileUploadParams]) -> Request[FileMetadata]:
        """Upload a file. One given by path, or open, is read while it is sent and never held in memory.

        Args:
            file: A path, an open binary file (read from where it stands), bytes, or a tuple of name, any of these but a
                string, and if need be media type. The name has 1 to 255 characters, none of them a control character
                or one of `<>:"|?*/` and the backslash; bytes alone are `unnamed`. The media type comes from the name,
                else from the first bytes.
            expires_in_seconds: When the file is deleted, 3600 (an hour) to 7776000 (ninety days) from now; never when
                left out.
            progress: True shows a bar (extra `notebook`); a function is called with the bytes sent and those in all.

        Raises:
            OSError: There is no such file, or it may not be read; nothing was sent.
            ValueError: The API does not take the file's name; nothing was sent.
            RequestTooLargeError: The file is over 500 MB; raised before anything is sent.
            UploadSourceError: The file changed, or could not be read, while it was sent.

        API: https://platform.claude.com/docs/en/api/files/upload
        """
        file = part("file", params["file"])
        if file.filename is not None:
            check_name(file.filename)
        fields = {"expires_in_seconds": params.get("expires_in_seconds")}
        body = MultipartBody(fields, [file], self._meter(progress, file.filename or "upload"))
        return self._post("/v1/files", types.FileMetadata, params, body=body, limit=FILES_LIMIT)

    @endpoint
    def download(
        self, file_id: str, *, progress: Progress | None = None, **options: Unpack[WorkspaceOptions]
    ) -> Request[Download, AsyncDownload]:
        """The content of a file, which has not been read: `iter_bytes()`, `read()` or `write_to_file()` do that.

        Args:
            file_id: A file that was made by a tool; uploaded ones cannot be downloaded.
            progress: True shows a bar while it is read (extra `notebook`); a function is called with the bytes read and
                those in all, None where the server does not tell.

        Raises:
            BadRequestError: The file cannot be downloaded (`error_code` is `file_not_downloadable`).
            NotFoundError: There is no such file, or it has expired.
            ResponseInterruptedError: While reading: the file did not come to its end.

        API: https://platform.claude.com/docs/en/api/files/download
        """
        url = path("/v1/files/{file_id}/content", file_id=file_id)
        return self._request("GET", url, DownloadResponse(file_id, self._meter(progress, file_id)), options)


def check_name(name: str) -> None:
    """Hold a file's name against what the API takes.

    Raises:
        ValueError: It is too long, empty, or has a character that the API refuses.
    """
    if not 1 <= len(name) <= MAX_NAME_CHARACTERS:
        problem = f"has {len(name)} characters, and a file's name has 1 to {MAX_NAME_CHARACTERS}"
    elif found := _FORBIDDEN.search(name):
        problem = f"has the character {found[0]!r}, which the API does not take in a file's name"
    else:
        return
    raise ValueError(f"{name!r} {problem}: give another one with file=(name, content)")
