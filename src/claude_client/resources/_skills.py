"""Skills of the workspace, and those that Anthropic provides.

API: https://platform.claude.com/docs/en/api/skills

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .. import types
from ..core.endpoint import Mode, Raw, Resource, Streamed, endpoint, paginated
from ..core.request import path

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..core.pages import AsyncPage, Page
    from ..core.request import Request
    from ..types import DeletedSkill, DeletedSkillVersion, Skill, SkillListParams, SkillVersion, SkillVersionListParams
    from ..types.request_options import WorkspaceOptions


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
    def retrieve(self, version: str, *, skill_id: str, **options: Unpack[WorkspaceOptions]) -> Request[SkillVersion]:
        """One version of a skill: the name and description that the model sees.

        Args:
            version: The version's id, or `latest`.
            skill_id: The skill's id.

        Raises:
            NotFoundError: There is no such version.

        API: https://platform.claude.com/docs/en/api/skills/versions/retrieve
        """
        return self._get(
            path("/v1/skills/{skill_id}/versions/{version}", skill_id=skill_id, version=version),
            types.SkillVersion,
            options,
        )

    @paginated
    def list(
        self, skill_id: str, **params: Unpack[SkillVersionListParams]
    ) -> Request[Page[SkillVersion], AsyncPage[SkillVersion]]:
        """The versions of a skill, newest first.

        Args:
            skill_id: The skill's id.
            limit: Versions per page, 1 to 1000; 20 when left out.
            page: The `next_page` of an earlier page.

        API: https://platform.claude.com/docs/en/api/skills/versions/list
        """
        return self._list(path("/v1/skills/{skill_id}/versions", skill_id=skill_id), types.SkillVersion, params)

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
        return self._delete(
            path("/v1/skills/{skill_id}/versions/{version}", skill_id=skill_id, version=version),
            types.DeletedSkillVersion,
            options,
        )


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
    def retrieve(self, skill_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Skill]:
        """One skill, with the id of its latest version.

        Args:
            skill_id: The skill's id.

        Raises:
            NotFoundError: There is no such skill in the workspace.

        API: https://platform.claude.com/docs/en/api/skills/retrieve
        """
        return self._get(path("/v1/skills/{skill_id}", skill_id=skill_id), types.Skill, options)

    @paginated
    def list(self, **params: Unpack[SkillListParams]) -> Request[Page[Skill], AsyncPage[Skill]]:
        """The skills that the workspace can use.

        Args:
            limit: Skills per page, 1 to 1000; 20 when left out.
            page: The `next_page` of an earlier page.
            source: Only skills from there: `custom`, or `anthropic`.

        API: https://platform.claude.com/docs/en/api/skills/list
        """
        return self._list("/v1/skills", types.Skill, params)

    @endpoint
    def delete(self, skill_id: str, **options: Unpack[WorkspaceOptions]) -> Request[DeletedSkill]:
        """Delete a skill with all its versions, for good.

        Args:
            skill_id: The skill's id.

        Raises:
            NotFoundError: There is no such skill in the workspace.

        API: https://platform.claude.com/docs/en/api/skills/delete
        """
        return self._delete(path("/v1/skills/{skill_id}", skill_id=skill_id), types.DeletedSkill, options)
