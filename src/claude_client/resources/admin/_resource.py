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
