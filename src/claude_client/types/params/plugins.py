"""What the API takes: plugins.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Literal

from typing_extensions import Required, TypedDict

from ..request_options import RequestOptions
from ..uploads import FileTypes


class PluginListParamsBase(TypedDict, total=False):
    """The query of `admin.plugins.list`."""

    created_at_gt: str | datetime | None
    """Only those made after this moment."""

    created_at_gte: str | datetime | None
    """Only those made at this moment or later."""

    created_at_lt: str | datetime | None
    """Only those made before this moment."""

    created_at_lte: str | datetime | None
    """Only those made at this moment or earlier."""

    limit: int | None
    """Objects per page."""

    marketplace_id: str | None
    organization_id: str | None
    owner_type: Literal["organization", "user"] | None
    owner_user_id: str | None
    page: str | None
    """The token of a page, from the page before it."""


class PluginListParams(PluginListParamsBase, RequestOptions, total=False):
    """What `admin.plugins.list` takes, and the options of the call."""


class PluginCreateParamsBase(TypedDict, total=False):
    """The body of `admin.plugins.create`."""

    files: Required[Sequence[FileTypes]]
    marketplace_id: str | None
    release_notes: str | None


class PluginCreateParams(PluginCreateParamsBase, RequestOptions, total=False):
    """What `admin.plugins.create` takes, and the options of the call."""


class PluginRetrieveParamsBase(TypedDict, total=False):
    """The query of `admin.plugins.retrieve`."""

    organization_id: str | None


class PluginRetrieveParams(PluginRetrieveParamsBase, RequestOptions, total=False):
    """What `admin.plugins.retrieve` takes, and the options of the call."""


class PluginUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.plugins.update`."""

    served_version_id: Required[str]


class PluginUpdateParams(PluginUpdateParamsBase, RequestOptions, total=False):
    """What `admin.plugins.update` takes, and the options of the call."""


class InstallationSettingListParamsBase(TypedDict, total=False):
    """The query of `admin.plugins.installation_settings.list`."""

    limit: int | None
    """Objects per page."""

    organization_id: str | None
    page: str | None
    """The token of a page, from the page before it."""

    target_type: Literal["organization", "rbac_group"] | None


class InstallationSettingListParams(InstallationSettingListParamsBase, RequestOptions, total=False):
    """What `admin.plugins.installation_settings.list` takes, and the options of the call."""


class InstallationSettingSetParamsBase(TypedDict, total=False):
    """The body of `admin.plugins.installation_settings.set`."""

    installation_preference: Required[Literal["auto_install", "available", "not_available", "required"]]


class InstallationSettingSetParams(InstallationSettingSetParamsBase, RequestOptions, total=False):
    """What `admin.plugins.installation_settings.set` takes, and the options of the call."""


class ShareListParamsBase(TypedDict, total=False):
    """The query of `admin.plugins.shares.list`."""

    limit: int | None
    """Objects per page."""

    organization_id: str | None
    page: str | None
    """The token of a page, from the page before it."""

    target_type: Literal["organization", "organization_member", "rbac_group"] | None


class ShareListParams(ShareListParamsBase, RequestOptions, total=False):
    """What `admin.plugins.shares.list` takes, and the options of the call."""


class PluginVersionListParamsBase(TypedDict, total=False):
    """The query of `admin.plugins.versions.list`."""

    limit: int | None
    """Objects per page."""

    organization_id: str | None
    page: str | None
    """The token of a page, from the page before it."""


class PluginVersionListParams(PluginVersionListParamsBase, RequestOptions, total=False):
    """What `admin.plugins.versions.list` takes, and the options of the call."""


class PluginVersionCreateParamsBase(TypedDict, total=False):
    """The body of `admin.plugins.versions.create`."""

    files: Required[Sequence[FileTypes]]
    release_notes: str | None


class PluginVersionCreateParams(PluginVersionCreateParamsBase, RequestOptions, total=False):
    """What `admin.plugins.versions.create` takes, and the options of the call."""


class PluginVersionRetrieveParamsBase(TypedDict, total=False):
    """The query of `admin.plugins.versions.retrieve`."""

    organization_id: str | None


class PluginVersionRetrieveParams(PluginVersionRetrieveParamsBase, RequestOptions, total=False):
    """What `admin.plugins.versions.retrieve` takes, and the options of the call."""


class PluginVersionDownloadParamsBase(TypedDict, total=False):
    """The query of `admin.plugins.versions.download`."""

    organization_id: str | None


class PluginVersionDownloadParams(PluginVersionDownloadParamsBase, RequestOptions, total=False):
    """What `admin.plugins.versions.download` takes, and the options of the call."""
