# Written by `scripts/generate_types.py`.

from ...params.tunnels import CertificateCreateParams, CertificateListParams
from ...responses.tunnels import TunnelCertificate as BetaTunnelCertificate

__all__ = ["BetaTunnelCertificate", "CertificateCreateParams", "CertificateListParams"]
