"""What the API returns: compliance.

Written by `scripts/generate_types.py`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from .._model import Model, Tagged
from .messages import Message


class ComplianceReviewEnforcementAction(Model):
    type: str


ComplianceReviewPolicyCategory: TypeAlias = Literal[
    "cyber",
    "bio",
    "chem",
    "radnuc",
    "cgw",
    "mgw",
    "io",
    "fraud",
    "violent_extremism",
    "surveillance",
    "human_exploitation",
    "self_harm",
    "adult_content",
    "reasoning_extraction",
    "frontier_llm",
    "compromised_key",
    "benign",
    "other",
    "undetermined",
]
"""One of these, or another that came later. Beta."""


class ComplianceReviewCaseOpen(Model):
    type: Literal["open"]


class ComplianceReviewCaseCloseReason(Model):
    type: Literal["responded", "window_ended", "ended_by_anthropic"]


class ComplianceReviewCaseClosed(Model):
    reason: ComplianceReviewCaseCloseReason
    type: Literal["closed"]


ComplianceReviewCaseStatus: TypeAlias = Annotated[ComplianceReviewCaseOpen | ComplianceReviewCaseClosed, Tagged("type")]
"""One of these; `type` tells which. Beta."""


class ComplianceReviewTranscript(Model):
    item_id: str
    user_profile_id: str | None = None


class ComplianceReviewCase(Model):
    id: str
    created_at: datetime
    enforcement_action: ComplianceReviewEnforcementAction | None = None
    organization_id: str
    policy_categories: list[ComplianceReviewPolicyCategory]
    status: ComplianceReviewCaseStatus
    transcripts: list[ComplianceReviewTranscript]
    type: Literal["compliance_review_case"]
    updated_at: datetime
    workspace_id: str | None = None


class ComplianceReviewUserActor(Model):
    email_address: str | None = None
    type: Literal["user_actor"]
    user_id: str


class ComplianceReviewAPIActor(Model):
    api_key_id: str
    type: Literal["api_actor"]


class ComplianceReviewServiceAccountActor(Model):
    service_account_id: str
    type: Literal["service_account_actor"]


ComplianceReviewActor: TypeAlias = Annotated[
    ComplianceReviewUserActor | ComplianceReviewAPIActor | ComplianceReviewServiceAccountActor, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ComplianceReviewCreateMessageContent(Model):
    request: dict[str, object]
    response_: Message | None = Field(default=None, alias="response")
    type: Literal["create_message"]


class ComplianceReviewContentNotCaptured(Model):
    type: Literal["not_captured"]


class ComplianceReviewStoredCopyUnavailable(Model):
    type: Literal["stored_copy_unavailable"]


ComplianceReviewContentUnavailableReason: TypeAlias = Annotated[
    ComplianceReviewContentNotCaptured | ComplianceReviewStoredCopyUnavailable, Tagged("type")
]
"""One of these; `type` tells which. Beta."""


class ComplianceReviewMessageDetails(Model):
    content: ComplianceReviewCreateMessageContent | None = None
    content_unavailable_reason: ComplianceReviewContentUnavailableReason | None = None
    model: str | None = None
    type: Literal["message"]


class ComplianceReviewSafeguardsReason(Model):
    type: Literal["safeguards_review"]


class ComplianceReviewItem(Model):
    id: str
    actor: ComplianceReviewActor | None = None
    content_expires_at: datetime
    created_at: datetime
    details: ComplianceReviewMessageDetails
    organization_id: str
    read_reason: ComplianceReviewSafeguardsReason
    type: Literal["compliance_review_item"]
    user_profile_id: str | None = None
    workspace_id: str | None = None


class ComplianceReviewNoticeKind(Model):
    type: Literal["response_requested", "warning", "question"]


class ComplianceReviewNotice(Model):
    id: str
    case_ids: list[str]
    created_at: datetime
    kind: ComplianceReviewNoticeKind
    message: str
    organization_id: str
    respond_by: datetime | None = None
    type: Literal["compliance_review_notice"]
