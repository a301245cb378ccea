"""What a Google Cloud project, or an end customer, lets be encrypted and kept with its own keys and buckets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final

from ..call import Call, Endpoint
from ..errors import invalid
from ..json_utils import Object, moment, timestamp
from ..response_shapes import param_type
from .organization_objects import EXTERNAL_KEYS
from .user_profiles import USER_PROFILES

BETA: Final = "google-managed-data-controls-2026-09-01"
DAYS_RETIRED: Final = 30
"""For how long a key or bucket is still needed after it was taken away."""
_REGION: Final = "region"


@dataclass(frozen=True)
class Controls:
    """The controls of one kind of owner."""

    type: str
    path: str
    parameter: str
    params: str
    betas: tuple[str, ...]

    def endpoints(self) -> Iterator[Endpoint]:
        """The entries of the table of endpoints."""
        yield Endpoint("GET", self.path, self.retrieve, betas=self.betas)
        yield Endpoint("POST", self.path, self.update, betas=self.betas)

    async def retrieve(self, call: Call) -> Object:
        """What is controlled; nothing at first."""
        return _show(call, self._load(call))

    async def update(self, call: Call) -> Object:
        """Change that; a region that is left out stays, one that is null is taken away."""
        body = await call.optional_body(param_type(self.params))
        with call.state.store.transaction():
            found = self._load(call)
            for control, regions in (("cmek", "external_key_ids"), ("storage", "buckets")):
                if body.get(control) is not None:
                    found[control] = _change(call, found[control], body[control], regions)
            found["updated_at"] = call.state.timestamp()
            call.state.store.put(self.type, call.path(self.parameter), found)
        return _show(call, found)

    def _load(self, call: Call) -> Object:
        id = call.path(self.parameter)
        label: Object = {}
        if self.parameter == USER_PROFILES.parameter:
            USER_PROFILES.find(call)
            label = {"bucket_label_value": id.lower()}
        elif not id.isdigit():
            raise invalid(f"{self.parameter}: expected the number of a project, not {id!r}")
        off: Object = {"type": "disabled", "regions": {}, "retired": []}
        new: Object = {"type": self.type, self.parameter: id, **label, "cmek": off, "storage": off}
        return call.state.store.get(self.type, id) or {**new, "updated_at": call.state.timestamp()}


def _change(call: Call, found: Object, body: Object, regions: str) -> Object:
    """A control after a change, with what was taken away among the retired."""
    given: Object = body.get(regions) or {}
    is_on = body["type"] == "enabled"
    if regions == "external_key_ids":
        for region, id in given.items():
            _check_key(call, region, id)
    now = {**found["regions"], **given} if is_on else {}
    now = {region: value for region, value in now.items() if value is not None}
    expires = timestamp(call.state.now() + timedelta(days=DAYS_RETIRED))
    gone = [(region, value) for region, value in found["regions"].items() if now.get(region) != value]
    retired = [{_REGION: region, "expires_at": expires, **_name_key(value)} for region, value in gone]
    return {"type": body["type"], "regions": now, "retired": [*found["retired"], *retired]}


def _name_key(value: Any) -> Object:
    return {"external_key_id": value} if isinstance(value, str) else value


def _check_key(call: Call, region: str, id: str | None) -> None:
    if id is None:
        return
    key = call.state.store.get(EXTERNAL_KEYS.type, id)
    where = f"cmek.external_key_ids.{region}"
    if key is None:
        raise invalid(f"{where}: there is no external key {id}", error_code="external_key_not_found")
    if key["provider_config"]["type"] != "gcp":
        raise invalid(f"{where}: {id} is not a key of Google Cloud", error_code="external_key_provider_mismatch")


def _show(call: Call, found: Object) -> Object:
    """The controls as a response has them. Nobody tries keys and buckets here, so each is active at once."""
    return {**found, "cmek": _show_keys(call, found), "storage": _show_buckets(call, found)}


def _show_keys(call: Call, found: Object) -> Object:
    control = found["cmek"]
    shown: Object = {"type": control["type"], "retired_keys": _drop_expired(call, control)}
    if control["type"] == "enabled":
        checked = {"type": "active", "error": None, "last_checked_at": None, "validated_at": found["updated_at"]}
        shown["external_key_ids"] = control["regions"]
        shown["status"] = {
            region: {**checked, "effective_external_key_id": id} for region, id in control["regions"].items()
        }
    return shown


def _show_buckets(call: Call, found: Object) -> Object:
    control = found["storage"]
    shown: Object = {"type": control["type"], "retired_buckets": _drop_expired(call, control)}
    if control["type"] == "enabled":
        unknown = {"kms_key_name": None, "location": None, "project_id": None}
        checked: Object = {"type": "active", "failed_checks": [], "validated_at": found["updated_at"]}
        shown["buckets"] = {region: {**unknown, **bucket} for region, bucket in control["regions"].items()}
        shown["status"] = {
            region: {**checked, "effective_bucket": bucket} for region, bucket in control["regions"].items()
        }
    return shown


def _drop_expired(call: Call, control: Object) -> list[Object]:
    return [each for each in control["retired"] if moment(each["expires_at"]) > call.state.now()]


OF_PROJECTS: Final = Controls(
    "google_managed_project_data_controls",
    "/v1/organizations/providers/google/projects/{project_number}/data_controls",
    "project_number",
    "ProjectDataControlUpdateParamsBase",
    (BETA,),
)
OF_PROFILES: Final = Controls(
    "google_managed_data_controls",
    f"{USER_PROFILES.path}/{{user_profile_id}}/providers/google/data_controls",
    "user_profile_id",
    "DataControlUpdateParamsBase",
    ("user-profiles-2026-09-04", BETA),
)
ENDPOINTS: Final = (*OF_PROJECTS.endpoints(), *OF_PROFILES.endpoints())
