"""Skills: folders of instructions, scripts and data that the model uses where they fit.

API: https://platform.claude.com/docs/en/api/skills
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from .. import types
from ..core.endpoint import Mode, Raw, Streamed, endpoint
from ..core.request import SKILLS_LIMIT
from ..core.request import path as url_path
from ..files.download import DownloadResponse
from ..files.multipart import MultipartBody, part
from ..files.skill_folder import FIELD, skill_parts
from . import _skills

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import Unpack

    from ..core.request import Request
    from ..files.download import AsyncDownload, Download
    from ..rendering.progress import Meter, Progress
    from ..types import (
        Skill,
        SkillVersion,
    )
    from ..types.request_options import WorkspaceOptions
    from ..types.uploads import FileTypes

_SKILLS = "/v1/skills"
_VERSIONS = "/v1/skills/{skill_id}/versions"
_CONTENT = "/v1/skills/{skill_id}/versions/{version}/content"


class Skills(_skills.Skills[Mode]):
    """Skills of the workspace, and those that Anthropic provides."""

    @property
    def with_raw_response(self) -> Skills[Raw[Mode]]:
        """The same calls, giving the response."""
        return Skills(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Skills[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Skills(self._binding.as_streamed())

    @cached_property
    def versions(self) -> Versions[Mode]:
        """The versions of a skill."""
        return Versions(self._binding)

    @endpoint
    def create(
        self,
        *,
        path: str | os.PathLike[str] | None = None,
        files: Sequence[FileTypes] | None = None,
        display_name: str | None = None,
        progress: Progress | None = None,
        **options: Unpack[WorkspaceOptions],
    ) -> Request[Skill]:
        """A new skill, with its first version.

        Args:
            path: The skill's folder, or a zip of it, with `SKILL.md` directly in that folder. It is checked here;
                hidden files and caches are left out. Either this or `files` is given.
            files: The files one by one, each a tuple of path and content: `("my-skill/SKILL.md", b"...")`. The API
                checks them, and refuses one without a path. One zip is taken too.
            display_name: What people see, one line of up to 255 characters; the `name` of `SKILL.md` when left out.
            progress: True shows a bar (extra `notebook`); a function is called with the bytes sent and those in all.

        Raises:
            ValueError: The skill is not what the API takes: the message lists all that is wrong; nothing was sent.
            OSError: There is nothing at `path`, or it may not be read; nothing was sent.
            RequestTooLargeError: All files together are over 30 MB; raised before anything is sent.
            UploadSourceError: A file changed, or could not be read, while it was sent.

        API: https://platform.claude.com/docs/en/api/skills/create
        """
        body = _body(path, files, {"display_name": display_name}, self._meter(progress, "skill"))
        return self._post(_SKILLS, types.Skill, options, body=body, limit=SKILLS_LIMIT)


class Versions(_skills.Versions[Mode]):
    """The versions of a skill."""

    @property
    def with_raw_response(self) -> Versions[Raw[Mode]]:
        """The same calls, giving the response."""
        return Versions(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Versions[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Versions(self._binding.as_streamed())

    @endpoint
    def create(
        self,
        skill_id: str,
        *,
        path: str | os.PathLike[str] | None = None,
        files: Sequence[FileTypes] | None = None,
        progress: Progress | None = None,
        **options: Unpack[WorkspaceOptions],
    ) -> Request[SkillVersion]:
        """A new version of a skill, which becomes its latest.

        Args:
            skill_id: The skill's id.
            path: The folder or zip of the whole new version, as for `skills.create()`. Either this or `files` is given.
            files: Its files one by one, as for `skills.create()`.
            progress: As for `skills.create()`.

        Raises:
            ValueError: The skill is not what the API takes: the message lists all that is wrong; nothing was sent.
            OSError: There is nothing at `path`, or it may not be read; nothing was sent.
            NotFoundError: There is no such skill in the workspace.
            RequestTooLargeError: All files together are over 30 MB; raised before anything is sent.
            UploadSourceError: A file changed, or could not be read, while it was sent.

        API: https://platform.claude.com/docs/en/api/skills/versions/create
        """
        url = url_path(_VERSIONS, skill_id=skill_id)
        body = _body(path, files, {}, self._meter(progress, skill_id))
        return self._post(url, types.SkillVersion, options, body=body, limit=SKILLS_LIMIT)

    @endpoint
    def download(
        self, version: str, *, skill_id: str, progress: Progress | None = None, **options: Unpack[WorkspaceOptions]
    ) -> Request[Download, AsyncDownload]:
        """The files of a version as one zip, which has not been read: `read()` or `write_to_file()` do that. Beta.

        Args:
            version: The version's id, or `latest`.
            skill_id: The skill's id.
            progress: As for `files.download()`.

        Raises:
            NotFoundError: There is no such version.
            ResponseInterruptedError: While reading: the zip did not come to its end.

        API: https://platform.claude.com/docs/en/api/skills/versions/download
        """
        url = url_path(_CONTENT, skill_id=skill_id, version=version)
        name = f"{skill_id}-{version}.zip"
        return self._request("GET", url, DownloadResponse(name, self._meter(progress, name)), options)


def _body(
    path: str | os.PathLike[str] | None,
    files: Sequence[FileTypes] | None,
    fields: Mapping[str, object],
    meter: Meter | None,
) -> MultipartBody:
    if (path is None) == (files is None):
        raise TypeError("expected either path= (a folder or a zip) or files= (the files of the skill)")
    if path is not None:
        return MultipartBody(fields, skill_parts(path), meter)
    if isinstance(files, (str, bytes, os.PathLike, Mapping)):
        raise TypeError(f"invalid files={files!r}: expected a list of files; pass a folder or a zip as path=")
    parts = [part(FIELD, file) for file in files or ()]
    for one in parts:
        # The API says what it makes of a file without a path; the official package sends it so.
        one.is_always_named = False
    return MultipartBody(fields, parts, meter)
