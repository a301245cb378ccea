"""`/v1/organizations/rate_limits`, and what a workspace has of them: the limits that the sandbox's headers tell of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..call import Call, Endpoint
from ..errors import invalid, not_found
from ..json_utils import Object
from ..limits import INPUT, OUTPUT, REQUESTS, SHOWN
from ..models import MODELS
from ..organization import WORKSPACE
from ..pages import page_by_token
from ..response_shapes import param_type

_OWN: Final = "workspace_rate_limit"
_ID: Final = "rlimit_"
_OTHERS: Final[dict[str, dict[str, int]]] = {
    "batch": {"enqueued_batch_requests": 100_000, "requests_per_minute": 4_000},
    "token_count": {"requests_per_minute": 4_000},
    "files": {"requests_per_minute": 1_000},
    "skills": {"requests_per_minute": 1_000},
    "web_search": {"tool_uses_per_second": 30},
}
GROUP_TYPES: Final = ("model_group", *_OTHERS)


async def list_limits(call: Call) -> Object:
    """The limits of the organization, a group of models or of endpoints each."""
    model = call.query("model")
    return page_by_token(
        call,
        [
            _with_type(call, {"type": "rate_limit", **each, "limits": _values(each["limits"])})
            for each in _groups(call)
            if model is None or model in (each["models"] or ())
        ],
    )


async def list_of_workspace(call: Call) -> Object:
    """What a workspace has of its own, or with `include_inherited` all that counts in it."""
    workspace_id, is_all = _workspace(call), call.truth("include_inherited")
    shown = (_of_workspace(call, workspace_id, each, is_all=is_all) for each in _groups(call))
    return page_by_token(call, [each for each in shown if each["limits"]])


async def update_of_workspace(call: Call) -> Object:
    """Give a workspace less than the organization has; null gives it all of that again."""
    workspace_id, id = _workspace(call), call.path("rate_limit_id")
    group = next((each for each in _groups(call) if each["id"] == id), None)
    if group is None:
        raise not_found(f"Rate limit not found: {id}")
    body = await call.body(param_type("WorkspaceRateLimitUpdateParamsBase"))
    kept = call.state.store.get(_OWN, id, workspace_id) or {}
    for index, limit in enumerate(body["limits"]):
        most = group["limits"].get(limit["type"])
        if most is None:
            raise invalid(f"limits.{index}.type: {id} has no limit of {limit['type']}")
        if limit["value"] is not None and not 0 <= limit["value"] <= most:
            raise invalid(f"limits.{index}.value: expected 0 to {most}, the limit of the organization")
        kept[limit["type"]] = limit["value"]
    call.state.store.put(_OWN, id, kept, workspace_id)
    return _of_workspace(call, workspace_id, group, is_all=True)


def _groups(call: Call) -> Iterator[Object]:
    """The groups that the query asks for, each with its limits by their types."""
    wanted = call.query("group_type")
    if wanted not in (None, *GROUP_TYPES):
        raise invalid(f"group_type: Input should be one of {', '.join(GROUP_TYPES)}")
    own = {name: call.state.quota.limits.of(name) for name in SHOWN}
    limits = {name: SHOWN[name] if value is None else value for name, value in own.items()}
    of_models = {
        "requests_per_minute": limits[REQUESTS],
        "input_tokens_per_minute_cache_aware": limits[INPUT],
        "output_tokens_per_minute": limits[OUTPUT],
    }
    for line in dict.fromkeys(model.line for model in MODELS if model.lifecycle != "retired"):
        if wanted in (None, "model_group"):
            group = {"id": f"{_ID}group_{line}", "type": "model_group", "display_name": f"Claude {line.capitalize()}"}
            models = [model.id for model in MODELS if model.line == line]
            yield {"id": f"{_ID}{line}", "group": group, "models": models, "limits": of_models}
    for name, values in _OTHERS.items():
        if wanted in (None, name):
            group = {"id": f"{_ID}group_{name}", "type": name}
            yield {"id": f"{_ID}{name}", "group": group, "models": None, "limits": values}


def _values(limits: dict[str, int]) -> list[Object]:
    return [{"type": type, "value": value} for type, value in limits.items()]


def _of_workspace(call: Call, workspace_id: str, group: Object, *, is_all: bool) -> Object:
    own = call.state.store.get(_OWN, group["id"], workspace_id) or {}
    limits = [
        {
            "type": type,
            "value": most if own.get(type) is None else own[type],
            "org_limit": most,
            "source": {"type": "organization" if own.get(type) is None else "workspace"},
        }
        for type, most in group["limits"].items()
        if is_all or own.get(type) is not None
    ]
    shown = {"type": _OWN, "rate_limit_id": group["id"], "workspace_id": workspace_id, "limits": limits}
    return _with_type(call, {**shown, "group": group["group"], "models": group["models"]})


def _with_type(call: Call, shown: Object) -> Object:
    """The older version of the API says the type of a group a second time."""
    return shown if call.latest else {**shown, "group_type": shown["group"]["type"]}


def _workspace(call: Call) -> str:
    id = call.path("workspace_id")
    if call.state.store.get(WORKSPACE, id) is None:
        raise not_found(f"Workspace not found: {id}")
    return id


_OF_WORKSPACE: Final = "/v1/organizations/workspaces/{workspace_id}/rate_limits"
ENDPOINTS: Final = (
    Endpoint("GET", "/v1/organizations/rate_limits", list_limits),
    Endpoint("GET", _OF_WORKSPACE, list_of_workspace),
    Endpoint("POST", f"{_OF_WORKSPACE}/{{rate_limit_id}}", update_of_workspace),
)
