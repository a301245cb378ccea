"""What the API takes: plugin marketplaces.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing import Literal

from typing_extensions import Required, TypedDict

from ..request_options import RequestOptions
from ..uploads import FileTypes


class PluginMarketplaceListParamsBase(TypedDict, total=False):
    """The query of `admin.plugin_marketplaces.list`."""

    limit: int | None
    """Objects per page."""

    organization_id: str | None
    owner_type: Literal["organization", "user"] | None
    page: str | None
    """The token of a page, from the page before it."""

    source: Literal["directory", "github", "gitlab", "manual", "public_git"] | None


class PluginMarketplaceListParams(PluginMarketplaceListParamsBase, RequestOptions, total=False):
    """What `admin.plugin_marketplaces.list` takes, and the options of the call."""


class PluginMarketplaceValidateArchiveParamsBase(TypedDict, total=False):
    """The body of `admin.plugin_marketplaces.validate_archive`."""

    archive: Required[FileTypes]


class PluginMarketplaceValidateArchiveParams(PluginMarketplaceValidateArchiveParamsBase, RequestOptions, total=False):
    """What `admin.plugin_marketplaces.validate_archive` takes, and the options of the call."""


class PluginMarketplaceValidateRepositoryParamsBase(TypedDict, total=False):
    """The body of `admin.plugin_marketplaces.validate_repository`."""

    repository_url: Required[str]
    ref: str | None


class PluginMarketplaceValidateRepositoryParams(
    PluginMarketplaceValidateRepositoryParamsBase, RequestOptions, total=False
):
    """What `admin.plugin_marketplaces.validate_repository` takes, and the options of the call."""


class PluginMarketplaceRetrieveParamsBase(TypedDict, total=False):
    """The query of `admin.plugin_marketplaces.retrieve`."""

    organization_id: str | None


class PluginMarketplaceRetrieveParams(PluginMarketplaceRetrieveParamsBase, RequestOptions, total=False):
    """What `admin.plugin_marketplaces.retrieve` takes, and the options of the call."""


class PluginMarketplaceUpdateParamsBase(TypedDict, total=False):
    """The body of `admin.plugin_marketplaces.update`."""

    default_installation_preference: Required[Literal["auto_install", "available", "not_available", "required"]]


class PluginMarketplaceUpdateParams(PluginMarketplaceUpdateParamsBase, RequestOptions, total=False):
    """What `admin.plugin_marketplaces.update` takes, and the options of the call."""
