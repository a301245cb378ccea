"""`/v1/compliance/review`: cases that Anthropic's safeguards open, what is said of them, and notices about them.

None of these is made by a call: see `Sandbox.seed`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Final

from ..call import Call
from ..errors import invalid, not_found
from ..json_utils import Object, members, timestamp
from ..plain_objects import Kind
from ..response_shapes import param_type
from ..state import State

_ROOT: Final = "/v1/compliance/review"
_DAYS_OF_CONTENT: Final = 30
_NOT_CAPTURED: Final = {"type": "message", "content_unavailable_reason": {"type": "not_captured"}}


class Cases(Kind):
    """Cases, which are also found by whom they are about."""

    def filters(self, call: Call) -> Callable[[Object], bool]:
        """What a query asks for: a user profile of a transcript, too."""
        others, profile = super().filters(call), call.query("user_profile_id")
        return lambda case: (
            others(case) and profile in (None, *(each["user_profile_id"] for each in case["transcripts"]))
        )


class Notices(Kind):
    """Notices, which are also found by the case that they are about."""

    def filters(self, call: Call) -> Callable[[Object], bool]:
        """What a query asks for: a case, too."""
        others, case = super().filters(call), call.query("case_id")
        return lambda notice: others(notice) and (case is None or case in notice["case_ids"])


class Items(Kind):
    """What was reviewed."""

    async def retrieve(self, call: Call) -> Object:
        """One item; a header may say which end customer it has to be of."""
        found = self.find(call)
        wanted = call.request.headers.get("anthropic-user-profile-id")
        if wanted not in (None, found["user_profile_id"]):
            raise not_found(f"Compliance review item not found: {found['id']}")
        return found


def _of_organization(state: State) -> Object:
    return {"organization_id": state.organization_id}


def _with_content(state: State) -> Object:
    expires = timestamp(state.now() + timedelta(days=_DAYS_OF_CONTENT))
    return {**_of_organization(state), "content_expires_at": expires, "details": _NOT_CAPTURED}


CASES: Final = Cases(
    "compliance_review_case", f"{_ROOT}/cases", "case_id", "crcase", "ComplianceReviewCase", "Case",
    actions=("list", "retrieve"), defaults={"status": {"type": "open"}}, seeded=_of_organization,
)  # fmt: skip
ITEMS: Final = Items(
    "compliance_review_item", f"{_ROOT}/items", "item_id", "critem", "ComplianceReviewItem", "Item",
    actions=("retrieve",), seeded=_with_content,
)  # fmt: skip
NOTICES: Final = Notices(
    "compliance_review_notice", f"{_ROOT}/notices", "notice_id", "crnotice", "ComplianceReviewNotice", "Notice",
    actions=("list",), defaults={"kind": {"type": "response_requested"}, "message": "Please review."},
    seeded=_of_organization,
)  # fmt: skip


async def respond(call: Call) -> Object:
    """Say what an organization finds of a case, which closes it."""
    case = CASES.find(call)
    body = await call.body(param_type("CaseRespondParamsBase"))
    if case["status"]["type"] != "open":
        raise invalid(f"Case {case['id']} is closed")
    known = [each["item_id"] for each in case["transcripts"]]
    for index, verdict in enumerate(members(body, "verdicts")):
        if verdict["item_id"] not in known:
            raise invalid(f"verdicts.{index}.item_id: {verdict['item_id']} is not an item of the case")
    case |= {"status": {"type": "closed", "reason": {"type": "responded"}}, "updated_at": call.state.timestamp()}
    CASES.put(call, case)
    return case


ENDPOINTS: Final = (
    *CASES.endpoints(),
    CASES.on_one("POST", respond, "/respond"),
    *ITEMS.endpoints(),
    *NOTICES.endpoints(),
)
SEEDED: Final = (CASES, ITEMS, NOTICES)
