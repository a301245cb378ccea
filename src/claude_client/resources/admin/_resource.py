"""What the resources of the Admin API have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from ...core.endpoint import Mode, Resource
from ...core.request import Credential


class AdminResource(Resource[Mode]):
    """A part of the Admin API: the admin key is used for it, and the workspace is never a header."""

    _credential: ClassVar[Credential] = "admin"
    _header_parameters: ClassVar[Mapping[str, str]] = {}


class OAuthResource(AdminResource[Mode]):
    """A part of the Admin API that takes an OAuth token alone: no key, not even an Admin API key."""

    _credential: ClassVar[Credential] = "oauth"
