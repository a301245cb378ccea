"""Tunnels to MCP servers in private networks.

API: https://platform.claude.com/docs/en/api/beta/tunnels

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
    from ..types import (
        CertificateCreateParams,
        CertificateListParams,
        Tunnel,
        TunnelCertificate,
        TunnelCreateParams,
        TunnelListParams,
        TunnelRotateTokenParams,
        TunnelToken,
    )
    from ..types.request_options import WorkspaceOptions

_BETAS = ("mcp-tunnels-2026-06-22",)


class Certificates(Resource[Mode]):
    """The certificates of a tunnel."""

    @property
    def with_raw_response(self) -> Certificates[Raw[Mode]]:
        """The same calls, giving the response."""
        return Certificates(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Certificates[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Certificates(self._binding.as_streamed())

    @endpoint
    def create(self, tunnel_id: str, **params: Unpack[CertificateCreateParams]) -> Request[TunnelCertificate]:
        """Create a certificate of a tunnel. Beta.

        API: https://platform.claude.com/docs/en/api/beta/tunnels/certificates/create
        """
        return self._post(
            path("/v1/tunnels/{tunnel_id}/certificates", tunnel_id=tunnel_id),
            types.TunnelCertificate,
            params,
            betas=_BETAS,
        )

    @endpoint
    def retrieve(
        self, certificate_id: str, *, tunnel_id: str, **options: Unpack[WorkspaceOptions]
    ) -> Request[TunnelCertificate]:
        """One certificate of a tunnel. Beta.

        Raises:
            NotFoundError: There is no such certificate.

        API: https://platform.claude.com/docs/en/api/beta/tunnels/certificates/retrieve
        """
        return self._get(
            path(
                "/v1/tunnels/{tunnel_id}/certificates/{certificate_id}",
                tunnel_id=tunnel_id,
                certificate_id=certificate_id,
            ),
            types.TunnelCertificate,
            options,
            betas=_BETAS,
        )

    @paginated
    def list(
        self, tunnel_id: str, **params: Unpack[CertificateListParams]
    ) -> Request[Page[TunnelCertificate], AsyncPage[TunnelCertificate]]:
        """The certificates of a tunnel. Beta.

        API: https://platform.claude.com/docs/en/api/beta/tunnels/certificates/list
        """
        return self._list(
            path("/v1/tunnels/{tunnel_id}/certificates", tunnel_id=tunnel_id),
            types.TunnelCertificate,
            params,
            betas=_BETAS,
        )

    @endpoint
    def archive(
        self, certificate_id: str, *, tunnel_id: str, **options: Unpack[WorkspaceOptions]
    ) -> Request[TunnelCertificate]:
        """Archive a certificate of a tunnel. Beta.

        API: https://platform.claude.com/docs/en/api/beta/tunnels/certificates/archive
        """
        return self._act(
            path(
                "/v1/tunnels/{tunnel_id}/certificates/{certificate_id}/archive",
                tunnel_id=tunnel_id,
                certificate_id=certificate_id,
            ),
            types.TunnelCertificate,
            options,
            betas=_BETAS,
        )


class Tunnels(Resource[Mode]):
    """Tunnels to MCP servers in private networks."""

    @property
    def with_raw_response(self) -> Tunnels[Raw[Mode]]:
        """The same calls, giving the response."""
        return Tunnels(self._binding.as_raw())

    @property
    def with_streaming_response(self) -> Tunnels[Streamed[Mode]]:
        """The same calls, giving a context manager over a response that is not read."""
        return Tunnels(self._binding.as_streamed())

    @cached_property
    def certificates(self) -> Certificates[Mode]:
        """The certificates of a tunnel."""
        return Certificates(self._binding)

    @endpoint
    def create(self, **params: Unpack[TunnelCreateParams]) -> Request[Tunnel]:
        """Create a tunnel. Beta.

        API: https://platform.claude.com/docs/en/api/beta/tunnels/create
        """
        return self._post("/v1/tunnels", types.Tunnel, params, betas=_BETAS)

    @endpoint
    def retrieve(self, tunnel_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Tunnel]:
        """One tunnel. Beta.

        Raises:
            NotFoundError: There is no such tunnel.

        API: https://platform.claude.com/docs/en/api/beta/tunnels/retrieve
        """
        return self._get(path("/v1/tunnels/{tunnel_id}", tunnel_id=tunnel_id), types.Tunnel, options, betas=_BETAS)

    @paginated
    def list(self, **params: Unpack[TunnelListParams]) -> Request[Page[Tunnel], AsyncPage[Tunnel]]:
        """The tunnels. Beta.

        API: https://platform.claude.com/docs/en/api/beta/tunnels/list
        """
        return self._list("/v1/tunnels", types.Tunnel, params, betas=_BETAS)

    @endpoint
    def archive(self, tunnel_id: str, **options: Unpack[WorkspaceOptions]) -> Request[Tunnel]:
        """Archive a tunnel. Beta.

        API: https://platform.claude.com/docs/en/api/beta/tunnels/archive
        """
        return self._act(
            path("/v1/tunnels/{tunnel_id}/archive", tunnel_id=tunnel_id), types.Tunnel, options, betas=_BETAS
        )

    @endpoint
    def reveal_token(self, tunnel_id: str, **options: Unpack[WorkspaceOptions]) -> Request[TunnelToken]:
        """Show the token of a tunnel. Beta.

        API: https://platform.claude.com/docs/en/api/beta/tunnels/reveal_token
        """
        return self._act(
            path("/v1/tunnels/{tunnel_id}/reveal_token", tunnel_id=tunnel_id), types.TunnelToken, options, betas=_BETAS
        )

    @endpoint
    def rotate_token(self, tunnel_id: str, **params: Unpack[TunnelRotateTokenParams]) -> Request[TunnelToken]:
        """Give a tunnel a new token. Beta.

        API: https://platform.claude.com/docs/en/api/beta/tunnels/rotate_token
        """
        return self._post(
            path("/v1/tunnels/{tunnel_id}/rotate_token", tunnel_id=tunnel_id), types.TunnelToken, params, betas=_BETAS
        )
