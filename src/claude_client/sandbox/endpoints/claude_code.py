"""`/v1/organizations/claude_code/managed_settings`: settings of Claude Code, for all or by groups."""

from __future__ import annotations

import hashlib
import json
from typing import Final

from ..call import Call, Endpoint
from ..errors import Refusal, invalid, not_found
from ..json_utils import Object
from ..pages import page_by_token
from ..response_shapes import param_type
from ..state import State
from .organization_objects import RBAC_GROUPS

BETA: Final = "ce-claude-code-managed-settings-2026-10-06"
_ROOT: Final = "/v1/organizations/claude_code/managed_settings"
_CONFIGURATION: Final = "claude_code_managed_settings_configuration"
_DEFAULT: Final = "claude_code_rbac_group_default_managed_settings"
_OF_GROUP: Final = "claude_code_rbac_group_managed_settings"


# ---- which settings count, and in which order


async def retrieve_configuration(call: Call) -> Object:
    """Whether settings are for all or by groups, and which group goes first."""
    return _configuration(call.state)


async def update_configuration(call: Call) -> Object:
    """Change that; the order of groups only by who knows the present one."""
    body = await call.optional_body(param_type("ConfigurationUpdateParamsBase"))
    with call.state.store.transaction():
        found = _configuration(call.state)
        if (mode := body.get("mode")) is not None and mode != found["mode"]:
            found |= {"mode": mode, "mode_updated_at": call.state.timestamp()}
        if (order := body.get("rbac_group_order")) is not None:
            if body.get("rbac_group_order_version") != found["rbac_group_order_version"]:
                raise Refusal(
                    409, f"rbac_group_order_version: the order is at version {found['rbac_group_order_version']}"
                )
            if sorted(order) != sorted(found["rbac_group_order"]):
                raise invalid("rbac_group_order: expected each group that has settings, once")
            found["rbac_group_order"] = order
        return _keep_configuration(call.state, found)


def _configuration(state: State) -> Object:
    mode: Object = {"type": "organization"}
    new: Object = {"type": _CONFIGURATION, "mode": mode, "mode_updated_at": None, "rbac_group_order": []}
    return state.store.get(_CONFIGURATION, "") or new | {"rbac_group_order_version": _version([])}


def _keep_configuration(state: State, found: Object) -> Object:
    found["rbac_group_order_version"] = _version(found["rbac_group_order"])
    state.store.put(_CONFIGURATION, "", found)
    return found


def _version(order: list[str]) -> str:
    return hashlib.sha256(json.dumps(order).encode()).hexdigest()[:16]


# ---- settings of those who are in no group that has some


async def retrieve_default(call: Call) -> Object:
    """The settings of everybody else."""
    return call.state.store.get(_DEFAULT, "") or {"type": _DEFAULT, "settings": None, "updated_at": None}


async def update_default(call: Call) -> Object:
    """Set them, or with null take them away."""
    body = await call.body(param_type("RBACGroupDefaultUpdateParamsBase"))
    found = {"type": _DEFAULT, "settings": body["settings"], "updated_at": call.state.timestamp()}
    call.state.store.put(_DEFAULT, "", found)
    return found


# ---- settings of groups


async def list_groups(call: Call) -> Object:
    """The groups that have settings, in their order."""
    found = [_of_group(call, id) for id in _configuration(call.state)["rbac_group_order"]]
    for each in found:
        del each["settings"]
        each["type"] = f"{_OF_GROUP}_summary"
    return page_by_token(call, found)


async def retrieve_group(call: Call) -> Object:
    """The settings of a group."""
    return _of_group(call, call.path("rbac_group_id"))


async def set_group(call: Call) -> Object:
    """Set the settings of a group; one that had none goes last in the order."""
    body = await call.body(param_type("ManagedSettingRBACGroupSetParamsBase"))
    id, now, state = call.path("rbac_group_id"), call.state.timestamp(), call.state
    if state.store.get(RBAC_GROUPS.type, id) is None:
        raise not_found(f"Rbac group not found: {id}", error_code="rbac_group_not_found")
    with state.store.transaction():
        known = state.store.get(_OF_GROUP, id) or {"type": _OF_GROUP, "rbac_group_id": id, "created_at": now}
        state.store.put(_OF_GROUP, id, {**known, "settings": body["settings"], "updated_at": now})
        configuration = _configuration(state)
        if id not in configuration["rbac_group_order"]:
            configuration["rbac_group_order"].append(id)
            _keep_configuration(state, configuration)
    return _of_group(call, id)


async def delete_group(call: Call) -> Object:
    """Take the settings of a group away."""
    found, state = _of_group(call, call.path("rbac_group_id")), call.state
    with state.store.transaction():
        state.store.delete(_OF_GROUP, found["rbac_group_id"])
        configuration = _configuration(state)
        configuration["rbac_group_order"].remove(found["rbac_group_id"])
        _keep_configuration(state, configuration)
    return {"type": f"{_OF_GROUP}_deleted", "rbac_group_id": found["rbac_group_id"]}


def _of_group(call: Call, id: str) -> Object:
    found = call.state.store.get(_OF_GROUP, id)
    if found is None:
        raise not_found(f"Group {id} has no managed settings", error_code="rbac_group_managed_settings_not_found")
    is_there = call.state.store.get(RBAC_GROUPS.type, id) is not None
    return {**found, "rbac_group_status": {"type": "active" if is_there else "deleted"}}


_GROUP: Final = f"{_ROOT}/rbac_groups/{{rbac_group_id}}"
ENDPOINTS: Final = (
    Endpoint("GET", f"{_ROOT}/configuration", retrieve_configuration, betas=(BETA,)),
    Endpoint("POST", f"{_ROOT}/configuration", update_configuration, betas=(BETA,)),
    Endpoint("GET", f"{_ROOT}/rbac_group_default", retrieve_default, betas=(BETA,)),
    Endpoint("POST", f"{_ROOT}/rbac_group_default", update_default, betas=(BETA,)),
    Endpoint("GET", f"{_ROOT}/rbac_groups", list_groups, betas=(BETA,)),
    Endpoint("GET", _GROUP, retrieve_group, betas=(BETA,)),
    Endpoint("POST", _GROUP, set_group, betas=(BETA,)),
    Endpoint("DELETE", _GROUP, delete_group, betas=(BETA,)),
)
