"""What the API takes: tunnels.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from typing_extensions import Required, TypedDict

from ..request_options import WorkspaceOptions


class TunnelListParamsBase(TypedDict, total=False):
    """The query of `tunnels.list`."""

    include_archived: bool | None
    """Give the archived ones too."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class TunnelListParams(TunnelListParamsBase, WorkspaceOptions, total=False):
    """What `tunnels.list` takes, and the options of the call."""


class TunnelCreateParamsBase(TypedDict, total=False):
    """The body of `tunnels.create`."""

    display_name: str | None


class TunnelCreateParams(TunnelCreateParamsBase, WorkspaceOptions, total=False):
    """What `tunnels.create` takes, and the options of the call."""


class CertificateListParamsBase(TypedDict, total=False):
    """The query of `tunnels.certificates.list`."""

    include_archived: bool | None
    """Give the archived ones too."""

    limit: int | None
    """Objects per page."""

    page: str | None
    """The token of a page, from the page before it."""


class CertificateListParams(CertificateListParamsBase, WorkspaceOptions, total=False):
    """What `tunnels.certificates.list` takes, and the options of the call."""


class CertificateCreateParamsBase(TypedDict, total=False):
    """The body of `tunnels.certificates.create`."""

    ca_certificate_pem: Required[str]


class CertificateCreateParams(CertificateCreateParamsBase, WorkspaceOptions, total=False):
    """What `tunnels.certificates.create` takes, and the options of the call."""


class TunnelRotateTokenParamsBase(TypedDict, total=False):
    """The body of `tunnels.rotate_token`."""

    reason: str | None


class TunnelRotateTokenParams(TunnelRotateTokenParamsBase, WorkspaceOptions, total=False):
    """What `tunnels.rotate_token` takes, and the options of the call."""
