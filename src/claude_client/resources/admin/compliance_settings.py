"""The compliance settings of the organization.

API: https://platform.claude.com/docs/en/api/admin/compliance_settings

Written by `scripts/generate_resources.py`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import types
from ...core.endpoint import Mode, Raw, Streamed, endpoint
from ._resource import AdminResource

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ...core.request import Request
    from ...types import ComplianceSettingUpdateParams, OrganizationComplianceSettings
    from ...types.request_options import RequestOptions


class ComplianceSettings(AdminResource[Mode]):
    """The compliance settings of the organization."""

    @property
    def with_raw_response(self) -> ComplianceSettings[Raw[Mode]]:
        """The same calls, giving the response."""
        return ComplianceSettings(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> ComplianceSettings[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return ComplianceSettings(self._binding.as_streamed())

    @endpoint
    def retrieve(self, **options: Unpack[RequestOptions]) -> Request[OrganizationComplianceSettings]:
        """The compliance settings of the organization.

        API: https://platform.claude.com/docs/en/api/admin/compliance_settings/retrieve
        """
        return self._get("/v1/organizations/compliance_settings", types.OrganizationComplianceSettings, options)

    @endpoint
    def update(self, **params: Unpack[ComplianceSettingUpdateParams]) -> Request[OrganizationComplianceSettings]:
        """Change the compliance settings; what is left out stays as it is.

        API: https://platform.claude.com/docs/en/api/admin/compliance_settings/update
        """
        return self._post("/v1/organizations/compliance_settings", types.OrganizationComplianceSettings, params)
