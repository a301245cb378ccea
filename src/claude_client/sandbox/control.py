"""`/_sandbox/...`: instructions and what came in, for clients in any language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from starlette.requests import Request

from .errors import Refusal, invalid
from .faults import Fault, InForce, parse, parse_options
from .json_utils import Object
from .request_log import Received
from .state import State
from .validation import parse_object

PREFIX: Final = "/_sandbox/"
MOST_BYTES: Final = 1 << 20


@dataclass(frozen=True)
class Control:
    """Serves the calls that are about the sandbox itself."""

    state: State

    async def respond(self, request: Request) -> Object:
        name = request.url.path.removeprefix(PREFIX)
        if name == "faults":
            return await self._faults(request)
        if name == "requests":
            return self._requests(request)
        raise Refusal(404, f"There are {PREFIX}faults and {PREFIX}requests, and no {request.url.path}")

    async def _faults(self, request: Request) -> Object:
        faults = self.state.faults
        if request.method == "GET":
            return {"faults": [fault_as_json(each) for each in faults.all()]}
        if request.method == "DELETE":
            return {"deleted": faults.clear()}
        if request.method == "POST":
            return fault_as_json(faults.add(await _read_fault(request)))
        raise Refusal(405, "Method Not Allowed", headers={"allow": "GET, POST, DELETE"})

    def _requests(self, request: Request) -> Object:
        requests = self.state.requests
        if request.method == "GET":
            return {"requests": [request_as_json(each) for each in requests.all()]}
        if request.method == "DELETE":
            deleted = len(requests.all())
            requests.clear()
            return {"deleted": deleted}
        raise Refusal(405, "Method Not Allowed", headers={"allow": "GET, DELETE"})


async def _read_fault(request: Request) -> Fault:
    """The fault that a body describes: `{"fault": "429", "retry_after": 2}`, or `{"fault": "429; retry-after=2"}`."""
    raw = b""
    async for part in request.stream():
        raw += part
        if len(raw) > MOST_BYTES:
            raise Refusal(413, f"A fault has no more than {MOST_BYTES} bytes")
    body = parse_object(raw)
    text = str(body.pop("fault", ""))
    try:
        fault = parse_options(text, body) if body else parse(text)
    except ValueError as error:
        raise invalid(str(error)) from None
    if fault.name == "refused" and fault.seconds is None:
        raise invalid("refused: needs seconds, as nobody could end it over HTTP")
    if fault.id is not None:
        raise invalid("id: is for the header of a request; a fault that is posted is counted for all of them")
    return fault


def fault_as_json(in_force: InForce) -> Object:
    return {"fault": str(in_force.fault), "left": in_force.left, "met": in_force.met}


def request_as_json(request: Received) -> dict[str, Any]:
    """A request as JSON."""
    return {
        "method": request.method,
        "path": request.path,
        "query": request.query,
        "headers": request.headers,
        "json": request.json,
        "body_size": request.body_size,
        "request_id": request.request_id,
        "status": request.status,
        "fault": request.fault,
        "seconds": round(request.seconds, 4),
    }
