"""`/v1/user_profiles`: the end customers of a platform."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from ...types.params.user_profiles import ActionURLCreateParamsBase
from ..call import Call, Endpoint
from ..json_utils import Object, new_id, now, timestamp
from ..plain_objects import Kind

HOURS_OF_A_URL: Final = 24

USER_PROFILES: Final = Kind(
    "user_profile", "/v1/user_profiles", "user_profile_id", "uprof", "UserProfile", "UserProfile",
    actions=("create", "list", "retrieve", "update", "delete"),
    defaults={"access_type": "application", "enforcement_status": "unrestricted", "enforcement_actions": []},
    omit=("external_user_details", "programs", "trust_grants", "external_id", "external_user_onboarded_at"),
)  # fmt: skip


async def create_action_url(call: Call) -> Object:
    """A URL on which the end customer does what the body says."""
    found = USER_PROFILES.find(call)
    await call.body(ActionURLCreateParamsBase)
    return _url("user_profile_action_url", found)


async def create_enrollment_url(call: Call) -> Object:
    """A URL on which the end customer enrols."""
    return _url("enrollment_url", USER_PROFILES.find(call))


def _url(type: str, profile: Object) -> Object:
    return {
        "type": type,
        "url": f"https://console.example.com/enroll/{profile['id']}/{new_id('enr')}",
        "expires_at": timestamp(now() + timedelta(hours=HOURS_OF_A_URL)),
    }


_ONE: Final = f"{USER_PROFILES.path}/{{user_profile_id}}"
ENDPOINTS: Final = (
    *USER_PROFILES.endpoints(),
    Endpoint("POST", f"{_ONE}/action_urls", create_action_url),
    Endpoint("POST", f"{_ONE}/enrollment_url", create_enrollment_url, betas=("user-profiles-2026-08-18",)),
)
