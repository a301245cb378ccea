"""`/_sandbox/...`: instructions and what came in, for clients in any language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl

from starlette.requests import Request

from . import seeds
from .endpoints import deployments
from .errors import Refusal, invalid
from .faults import Fault, InForce, parse, parse_options
from .json_utils import Object, member
from .request_log import Received
from .state import State
from .status import BUTTONS
from .validation import parse_object

PREFIX: Final = "/_sandbox/"
MOST_BYTES: Final = 1 << 20
MOST_SECONDS: Final = 100 * 366 * 86_400


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
        if name == "clock":
            return await self._clock(request)
        if name == "objects":
            return await self._objects(request)
        names = ", ".join(f"{PREFIX}{each}" for each in ("clock", "faults", "objects"))
        raise Refusal(404, f"There are {names} and {PREFIX}requests, and no {request.url.path}")

    async def _faults(self, request: Request) -> Object:
        faults = self.state.faults
        if request.method == "GET":
            return {"faults": [fault_as_json(each) for each in faults.all()]}
        if request.method == "DELETE":
            return {"deleted": faults.clear()}
        if request.method == "POST":
            return fault_as_json(faults.add(await _read_fault(request)))
        raise Refusal(405, "Method Not Allowed", headers={"allow": "GET, POST, DELETE"})

    async def click(self, request: Request) -> None:
        """Do what a button of the status page asks for: a fault, or the end of all of them."""
        fields = dict(parse_qsl((await _read_body(request)).decode("latin-1"), keep_blank_values=True))
        if fields.get("fault") == "":
            self.state.faults.clear()
        elif fields.get("fault") in BUTTONS:
            self.state.faults.add(parse(fields["fault"]))
        else:
            raise invalid("fault: expected one of those that the status page has buttons for")

    def _requests(self, request: Request) -> Object:
        requests = self.state.requests
        if request.method == "GET":
            return {"requests": [request_as_json(each) for each in requests.all()]}
        if request.method == "DELETE":
            deleted = len(requests.all())
            requests.clear()
            return {"deleted": deleted}
        raise Refusal(405, "Method Not Allowed", headers={"allow": "GET, DELETE"})

    async def _clock(self, request: Request) -> Object:
        """What time it is; `{"advance_seconds": 3600}` puts the clock forward."""
        if request.method == "POST":
            seconds = (await _read_object(request)).get("advance_seconds")
            if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 <= seconds <= MOST_SECONDS:
                raise invalid(f"advance_seconds: Input should be a number from 0 to {MOST_SECONDS}")
            self.state.clock.advance(seconds)
            deployments.fire_due(self.state)
        elif request.method != "GET":
            raise Refusal(405, "Method Not Allowed", headers={"allow": "GET, POST"})
        return {"now": self.state.timestamp()}

    async def _objects(self, request: Request) -> Object:
        """Which objects can be seeded; `{"type": "rbac_role", "fields": {...}}` seeds one."""
        if request.method == "GET":
            return {"types": sorted(seeds.SEEDS)}
        if request.method != "POST":
            raise Refusal(405, "Method Not Allowed", headers={"allow": "GET, POST"})
        body = await _read_object(request)
        return seeds.seed(self.state, str(body.get("type")), member(body, "fields"))


async def _read_body(request: Request) -> bytes:
    raw = b""
    async for part in request.stream():
        raw += part
        if len(raw) > MOST_BYTES:
            raise Refusal(413, f"The body may have no more than {MOST_BYTES} bytes")
    return raw


async def _read_object(request: Request) -> Object:
    """The body, as a JSON object."""
    return parse_object(await _read_body(request))


async def _read_fault(request: Request) -> Fault:
    """The fault that a body describes: `{"fault": "429", "retry_after": 2}`, or `{"fault": "429; retry-after=2"}`."""
    body = await _read_object(request)
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
