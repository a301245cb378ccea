"""`/v1/tunnels`: ways to MCP servers in private networks, with their certificates and tokens."""

from __future__ import annotations

import base64
import binascii
import hashlib
import re
import secrets
from collections.abc import Mapping
from typing import Any, Final

from ...types.params.tunnels import TunnelRotateTokenParamsBase
from ..call import Call
from ..errors import invalid
from ..json_utils import Object, new_id
from ..plain_objects import Kind

BETA: Final = "mcp-tunnels-2026-06-22"
_TYPE_OF_TOKEN: Final = "tunnel_token"  # noqa: S105  a kind of objects
_PEM: Final = re.compile(r"\s*-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]{1,100000})-----END CERTIFICATE-----\s*")


def _make_tunnel(_call: Call, _body: Object) -> Mapping[str, Any]:
    return {"domain": f"{secrets.token_hex(8)}.tunnels.example.com"}


def _make_certificate(_call: Call, body: Object) -> Mapping[str, Any]:
    found = _PEM.fullmatch(body["ca_certificate_pem"])
    try:
        raw = base64.b64decode("".join(found[1].split()), validate=True) if found else b""
    except binascii.Error:
        raw = b""
    if not raw:
        raise invalid("ca_certificate_pem: expected one certificate in PEM, from BEGIN CERTIFICATE to END CERTIFICATE")
    return {"fingerprint": hashlib.sha256(raw).hexdigest()}


TUNNELS: Final = Kind(
    "tunnel", "/v1/tunnels", "tunnel_id", "tnl", "Tunnel", "Tunnel",
    beta=BETA, actions=("create", "list", "retrieve", "archive"), make=_make_tunnel,
)  # fmt: skip
CERTIFICATES: Final = Kind(
    "tunnel_certificate", f"{TUNNELS.path}/{{tunnel_id}}/certificates", "certificate_id", "tnlcert",
    "TunnelCertificate", "Certificate",
    parent=TUNNELS, beta=BETA, actions=("create", "list", "retrieve", "archive"), make=_make_certificate,
)  # fmt: skip


async def reveal_token(call: Call) -> Object:
    """The token with which the other end of a tunnel connects; the same until it is rotated."""
    tunnel = TUNNELS.find(call)
    return call.state.store.get(_TYPE_OF_TOKEN, tunnel["id"]) or _new_token(call, tunnel)


async def rotate_token(call: Call) -> Object:
    """Another token in place of the one there is."""
    tunnel = TUNNELS.find(call)
    TUNNELS.check_is_open(tunnel)
    await call.optional_body(TunnelRotateTokenParamsBase)
    return _new_token(call, tunnel)


def _new_token(call: Call, tunnel: Object) -> Object:
    token = {"type": _TYPE_OF_TOKEN, "id": new_id("tnltok"), "tunnel_token": f"tnl_{secrets.token_urlsafe(32)}"}
    call.state.store.put(_TYPE_OF_TOKEN, tunnel["id"], token)
    return token


ENDPOINTS: Final = (
    *TUNNELS.endpoints(),
    *CERTIFICATES.endpoints(),
    TUNNELS.on_one("POST", reveal_token, "/reveal_token"),
    TUNNELS.on_one("POST", rotate_token, "/rotate_token"),
)
