# Written by `scripts/generate_types.py`.

from ...params.compliance import ComplianceReviewOrder as BetaComplianceReviewOrder

__all__ = ["BetaComplianceReviewOrder"]
