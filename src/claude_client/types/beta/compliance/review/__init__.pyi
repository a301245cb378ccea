# Written by `scripts/generate_types.py`.

from ....params.compliance import CaseListParams, CaseRespondParams, NoticeListParams
from ....params.compliance import ComplianceReviewCaseOrderBy as BetaComplianceReviewCaseOrderBy
from ....params.compliance import ComplianceReviewCaseStatusFilter as BetaComplianceReviewCaseStatusFilter
from ....params.compliance import ComplianceReviewDetermination as BetaComplianceReviewDetermination
from ....params.compliance import ComplianceReviewVerdictParam as BetaComplianceReviewVerdictParam
from ....params.compliance import ComplianceReviewViolatedPolicyCategory as BetaComplianceReviewViolatedPolicyCategory
from ....responses.compliance import ComplianceReviewActor as BetaComplianceReviewActor
from ....responses.compliance import ComplianceReviewAPIActor as BetaComplianceReviewAPIActor
from ....responses.compliance import ComplianceReviewCase as BetaComplianceReviewCase
from ....responses.compliance import ComplianceReviewCaseClosed as BetaComplianceReviewCaseClosed
from ....responses.compliance import ComplianceReviewCaseCloseReason as BetaComplianceReviewCaseCloseReason
from ....responses.compliance import ComplianceReviewCaseOpen as BetaComplianceReviewCaseOpen
from ....responses.compliance import ComplianceReviewCaseStatus as BetaComplianceReviewCaseStatus
from ....responses.compliance import ComplianceReviewContentNotCaptured as BetaComplianceReviewContentNotCaptured
from ....responses.compliance import (
    ComplianceReviewContentUnavailableReason as BetaComplianceReviewContentUnavailableReason,
)
from ....responses.compliance import ComplianceReviewCreateMessageContent as BetaComplianceReviewCreateMessageContent
from ....responses.compliance import ComplianceReviewEnforcementAction as BetaComplianceReviewEnforcementAction
from ....responses.compliance import ComplianceReviewItem as BetaComplianceReviewItem
from ....responses.compliance import ComplianceReviewMessageDetails as BetaComplianceReviewMessageDetails
from ....responses.compliance import ComplianceReviewNotice as BetaComplianceReviewNotice
from ....responses.compliance import ComplianceReviewNoticeKind as BetaComplianceReviewNoticeKind
from ....responses.compliance import ComplianceReviewPolicyCategory as BetaComplianceReviewPolicyCategory
from ....responses.compliance import ComplianceReviewSafeguardsReason as BetaComplianceReviewSafeguardsReason
from ....responses.compliance import ComplianceReviewServiceAccountActor as BetaComplianceReviewServiceAccountActor
from ....responses.compliance import ComplianceReviewStoredCopyUnavailable as BetaComplianceReviewStoredCopyUnavailable
from ....responses.compliance import ComplianceReviewTranscript as BetaComplianceReviewTranscript
from ....responses.compliance import ComplianceReviewUserActor as BetaComplianceReviewUserActor

__all__ = [
    "BetaComplianceReviewAPIActor",
    "BetaComplianceReviewActor",
    "BetaComplianceReviewCase",
    "BetaComplianceReviewCaseCloseReason",
    "BetaComplianceReviewCaseClosed",
    "BetaComplianceReviewCaseOpen",
    "BetaComplianceReviewCaseOrderBy",
    "BetaComplianceReviewCaseStatus",
    "BetaComplianceReviewCaseStatusFilter",
    "BetaComplianceReviewContentNotCaptured",
    "BetaComplianceReviewContentUnavailableReason",
    "BetaComplianceReviewCreateMessageContent",
    "BetaComplianceReviewDetermination",
    "BetaComplianceReviewEnforcementAction",
    "BetaComplianceReviewItem",
    "BetaComplianceReviewMessageDetails",
    "BetaComplianceReviewNotice",
    "BetaComplianceReviewNoticeKind",
    "BetaComplianceReviewPolicyCategory",
    "BetaComplianceReviewSafeguardsReason",
    "BetaComplianceReviewServiceAccountActor",
    "BetaComplianceReviewStoredCopyUnavailable",
    "BetaComplianceReviewTranscript",
    "BetaComplianceReviewUserActor",
    "BetaComplianceReviewVerdictParam",
    "BetaComplianceReviewViolatedPolicyCategory",
    "CaseListParams",
    "CaseRespondParams",
    "NoticeListParams",
]
