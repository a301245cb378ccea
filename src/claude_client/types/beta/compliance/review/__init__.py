"""The types of the official `types.beta.compliance.review`, imported when they are first used.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from ...._official import exports

__getattr__, __dir__ = exports(
    __name__,
    (
        "BetaComplianceReviewAPIActor BetaComplianceReviewActor BetaComplianceReviewCase "
        "BetaComplianceReviewCaseCloseReason BetaComplianceReviewCaseClosed BetaComplianceReviewCaseOpen "
        "BetaComplianceReviewCaseOrderBy BetaComplianceReviewCaseStatus BetaComplianceReviewCaseStatusFilter "
        "BetaComplianceReviewContentNotCaptured BetaComplianceReviewContentUnavailableReason "
        "BetaComplianceReviewCreateMessageContent BetaComplianceReviewDetermination "
        "BetaComplianceReviewEnforcementAction BetaComplianceReviewItem BetaComplianceReviewMessageDetails "
        "BetaComplianceReviewNotice BetaComplianceReviewNoticeKind BetaComplianceReviewPolicyCategory "
        "BetaComplianceReviewSafeguardsReason BetaComplianceReviewServiceAccountActor "
        "BetaComplianceReviewStoredCopyUnavailable BetaComplianceReviewTranscript BetaComplianceReviewUserActor "
        "BetaComplianceReviewVerdictParam BetaComplianceReviewViolatedPolicyCategory CaseListParams CaseRespondParams "
        "NoticeListParams"
    ),
)
