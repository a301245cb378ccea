"""`/v1/models`."""

from __future__ import annotations

from typing import Final

from ..call import Call, Endpoint
from ..json_utils import Object
from ..models import MODELS, find, no_such_model
from ..pages import page_by_id


async def list_all(call: Call) -> Object:
    wanted = call.choices("lifecycle", ("active", "deprecated", "retired")) or ["active", "deprecated"]
    return page_by_id(call, [model.info for model in MODELS if model.lifecycle in wanted])


async def retrieve(call: Call) -> Object:
    model = find(call.path("model_id"))
    if model is None:
        raise no_such_model(call.path("model_id"))
    return model.info


ENDPOINTS: Final = (
    Endpoint("GET", "/v1/models", list_all),
    Endpoint("GET", "/v1/models/{model_id}", retrieve),
)
