"""What the API returns: tunnels.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .._model import Model


class Tunnel(Model):
    id: str
    archived_at: datetime | None = None
    """When it was archived; None while it is not."""

    created_at: datetime
    display_name: str | None = None
    domain: str
    type: Literal["tunnel"]


class TunnelCertificate(Model):
    id: str
    archived_at: datetime | None = None
    """When it was archived; None while it is not."""

    created_at: datetime
    expires_at: datetime | None = None
    fingerprint: str
    tunnel_id: str
    type: Literal["tunnel_certificate"]


class TunnelToken(Model):
    id: str
    tunnel_token: str
    type: Literal["tunnel_token"]
