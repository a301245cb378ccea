"""Controls of cloud providers for the organization.

API: https://platform.claude.com/docs/en/api/admin/providers

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ... import types
from ...core.endpoint import Mode, Raw, Streamed, endpoint
from ...core.request import path
from ._resource import AdminResource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...core.request import Request
    from ...types import GoogleManagedProjectDataControls, ProjectDataControlUpdateParams
    from ...types.request_options import RequestOptions

_BETAS = ("google-managed-data-controls-2026-09-01",)


class DataControls(AdminResource[Mode]):
    """Where Google Cloud keeps a project's data, and under whose key."""

    @property
    def with_raw_response(self) -> DataControls[Raw[Mode]]:
        """The same calls, giving the response."""
        return DataControls(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> DataControls[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return DataControls(self._binding.as_streamed())

    @endpoint
    def retrieve(
        self, project_number: str, **options: Unpack[RequestOptions]
    ) -> Request[GoogleManagedProjectDataControls]:
        """Where Google Cloud keeps the data of a project, and under whose key. Beta.

        API: https://platform.claude.com/docs/en/api/admin/providers/google/projects/data_controls/retrieve
        """
        return self._get(
            path(
                "/v1/organizations/providers/google/projects/{project_number}/data_controls",
                project_number=project_number,
            ),
            types.GoogleManagedProjectDataControls,
            options,
            betas=_BETAS,
        )

    @endpoint
    def update(
        self, project_number: str, **params: Unpack[ProjectDataControlUpdateParams]
    ) -> Request[GoogleManagedProjectDataControls]:
        """Change a project's data controls; what is left out stays as it is. Beta.

        API: https://platform.claude.com/docs/en/api/admin/providers/google/projects/data_controls/update
        """
        return self._post(
            path(
                "/v1/organizations/providers/google/projects/{project_number}/data_controls",
                project_number=project_number,
            ),
            types.GoogleManagedProjectDataControls,
            params,
            betas=_BETAS,
        )


class Projects(AdminResource[Mode]):
    """Google Cloud projects of the organization."""

    @property
    def with_raw_response(self) -> Projects[Raw[Mode]]:
        """The same calls, giving the response."""
        return Projects(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Projects[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Projects(self._binding.as_streamed())

    @cached_property
    def data_controls(self) -> DataControls[Mode]:
        """Where Google Cloud keeps a project's data, and under whose key."""
        return DataControls(self._binding)


class Google(AdminResource[Mode]):
    """Controls of Google Cloud for the organization."""

    @property
    def with_raw_response(self) -> Google[Raw[Mode]]:
        """The same calls, giving the response."""
        return Google(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Google[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Google(self._binding.as_streamed())

    @cached_property
    def projects(self) -> Projects[Mode]:
        """Google Cloud projects of the organization."""
        return Projects(self._binding)


class Providers(AdminResource[Mode]):
    """Controls of cloud providers for the organization."""

    @property
    def with_raw_response(self) -> Providers[Raw[Mode]]:
        """The same calls, giving the response."""
        return Providers(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Providers[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Providers(self._binding.as_streamed())

    @cached_property
    def google(self) -> Google[Mode]:
        """Controls of Google Cloud for the organization."""
        return Google(self._binding)
