"""Skills: folders of instructions, scripts and data that the model uses where they fit.

API: https://platform.claude.com/docs/en/api/skills
"""

from __future__ import annotations

import os
from functools import cached_property
from typing import TYPE_CHECKING

from .. import types
from ..core.endpoint import Mode, Raw, Resource, Streamed, endpoint, paginated
from ..core.request import SKILLS_LIMIT
from ..core.request import path as url_path
from ..files.download import DownloadAnswer
from ..files.multipart import MultipartBody, part
from ..files.skill_folder import FIELD, skill_parts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from typing_extensions import Unpack

    from ..core.pages import AsyncPage, Page
    from ..core.request import Request
    from ..files.download import AsyncDownload, Download
    from ..rendering.progress import Meter, Progress
    from ..types import (
        DeletedSkill,
        DeletedSkillVersion,
        Skill,
        SkillListParams,
        SkillVersion,
        SkillVersionListParams,
    )
    from ..types.request_options import WorkspaceOptions
    from ..types.uploads import FileTypes

_SKILLS = "/v1/skills"
_SKILL = "/v1/skills/{skill_id}"
_VERSIONS = "/v1/skills/{skill_id}/versions"
_VERSION = "/v1/skills/{skill_id}/versions/{version}"
_CONTENT = "/v1/skills/{skill_id}/versions/{version}/content"


class Skills(Resource[Mode]):
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
                checks them. One zip is taken too.
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

    @paginated
    def list(self, **params: Unpack[SkillListParams]) -> Request[Page[Skill], AsyncPage[Skill]]:
        """The skills that the workspace can use.

        Args:
            limit: Skills per page, 1 to 1000; 20 when left out.
            page: The `next_page` of an earlier answer.
            source: Only skills from there: `custom`, or `anthropic`.

        API: https://platform.claude.com/docs/en/api/skills/list
        """
        return self._list(_SKILLS, types.Skill, params)

    @endpoint
    def retrieve(self, skill_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Skill]:
        """One skill, with the id of its latest version.

        Args:
            skill_id: The skill's id.

        Raises:
            NotFoundError: There is no such skill in the workspace.

        API: https://platform.claude.com/docs/en/api/skills/retrieve
        """
        return self._get(url_path(_SKILL, skill_id=skill_id), types.Skill, options)

    @endpoint
    def delete(self, skill_id: str, **options: Unpack[WorkspaceOptions]) -> Request[DeletedSkill]:
        """Delete a skill with all its versions, for good.

        Args:
            skill_id: The skill's id.

        Raises:
            NotFoundError: There is no such skill in the workspace.

        API: https://platform.claude.com/docs/en/api/skills/delete
        """
        return self._delete(url_path(_SKILL, skill_id=skill_id), types.DeletedSkill, options)


class Versions(Resource[Mode]):
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

    @paginated
    def list(
        self, skill_id: str, **params: Unpack[SkillVersionListParams]
    ) -> Request[Page[SkillVersion], AsyncPage[SkillVersion]]:
        """The versions of a skill, newest first.

        Args:
            skill_id: The skill's id.
            limit: Versions per page, 1 to 1000; 20 when left out.
            page: The `next_page` of an earlier answer.

        API: https://platform.claude.com/docs/en/api/skills/versions/list
        """
        return self._list(url_path(_VERSIONS, skill_id=skill_id), types.SkillVersion, params)

    @endpoint
    def retrieve(self, version: str, *, skill_id: str, **options: Unpack[WorkspaceOptions]) -> Request[SkillVersion]:
        """One version of a skill: the name and description that the model sees.

        Args:
            version: The version's id, or `latest`.
            skill_id: The skill's id.

        Raises:
            NotFoundError: There is no such version.

        API: https://platform.claude.com/docs/en/api/skills/versions/retrieve
        """
        return self._get(url_path(_VERSION, skill_id=skill_id, version=version), types.SkillVersion, options)

    @endpoint
    def delete(
        self, version: str, *, skill_id: str, **options: Unpack[WorkspaceOptions]
    ) -> Request[DeletedSkillVersion]:
        """Delete one version of a skill, for good.

        Args:
            version: The version's id.
            skill_id: The skill's id.

        Raises:
            NotFoundError: There is no such version.

        API: https://platform.claude.com/docs/en/api/skills/versions/delete
        """
        url = url_path(_VERSION, skill_id=skill_id, version=version)
        return self._delete(url, types.DeletedSkillVersion, options)

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
        return self._request("GET", url, DownloadAnswer(name, self._meter(progress, name)), options)


def _body(
    path: str | os.PathLike[str] | None,
    files: Sequence[FileTypes] | None,
    fields: Mapping[str, object],
    meter: Meter | None,
) -> MultipartBody:
    if (path is None) == (files is None):
        raise TypeError("a skill is given by path= (a folder or a zip) or by files= (its files), and by one of them")
    if path is not None:
        return MultipartBody(fields, skill_parts(path), meter)
    if isinstance(files, (str, bytes, os.PathLike)):
        raise TypeError(f"files= takes a list of files, not {files!r}: a folder or a zip is given by path=")
    parts = [part(FIELD, file) for file in files or ()]
    if nameless := sum(not one.filename for one in parts):
        raise ValueError(f'{nameless} of the files have no name: give each as ("my-skill/SKILL.md", content)')
    return MultipartBody(fields, parts, meter)
