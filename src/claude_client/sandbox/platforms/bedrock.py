"""`/bedrock/model/{model}/...`: Amazon Bedrock's `InvokeModel`, its stream, and `CountTokens`."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from binascii import Error
from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import unquote

from starlette.responses import Response

from ...types.params.messages import MessageCountTokensParamsBase
from ..errors import Refusal, invalid
from ..json_utils import Object
from ..state import State
from . import aws_frames, aws_signatures
from .aws import aws_error
from .keys import key_for, without_credentials
from .translation import Incoming, Outcome, Passage, as_object, error_of

ADDRESS: Final = "/bedrock"
VERSIONS: Final = {"bedrock-2023-05-31": "2023-06-01"}
_PATH: Final = re.compile(r"/bedrock/model/([^/]+)/(invoke|invoke-with-response-stream|count-tokens)")
_MODEL: Final = re.compile(r"(?:[a-z]{2,6}\.)?anthropic\.(claude-[a-z0-9-]+?)(?:-v\d+)?(?::\d+)?(?::\d+k)?")
_ERROR_TYPES: Final = {
    400: "ValidationException",
    401: "UnrecognizedClientException",
    403: "AccessDeniedException",
    404: "ResourceNotFoundException",
    408: "ModelTimeoutException",
    413: "ValidationException",
    429: "ThrottlingException",
    503: "ServiceUnavailableException",
    529: "ServiceUnavailableException",
}


class BedrockDoor:
    """The address of Amazon Bedrock."""

    def __init__(self, state: State) -> None:
        self._state = state

    def prefix(self, path: str) -> str | None:
        """The address."""
        return ADDRESS if path.startswith(f"{ADDRESS}/") else None

    def enter(self, incoming: Incoming) -> Passage:
        """The message, completion or count that the request asks for."""
        found = _PATH.fullmatch(incoming.raw_path)
        if found is None or incoming.method != "POST":
            raise Refusal(404, "UnknownOperation", type="UnknownOperationException")
        key = aws_signatures.check(incoming, "bedrock")
        fields = incoming.object()
        if found[2] == "count-tokens":
            fields = _read_counted(fields)
        headers = without_credentials(incoming.headers)
        for name in ("model", "stream"):
            if name in fields:
                raise invalid(f"{name}: Extra inputs are not permitted")
        version = fields.pop("anthropic_version", None)
        if not isinstance(version, str):
            raise invalid("anthropic_version: Field required")
        headers["anthropic-version"] = VERSIONS.get(version, version)
        betas: Any = fields.pop("anthropic_beta", None) or []
        headers["anthropic-beta"] = ",".join(map(str, betas))
        if (profile := fields.pop("user_profile_id", None)) is not None:
            headers["anthropic-user-profile-id"] = str(profile)
        headers["x-api-key"] = key_for(self._state, "/v1/messages", key)
        fields["model"] = model_of(unquote(found[1]))
        if found[2] == "count-tokens":
            known = MessageCountTokensParamsBase.__annotations__
            fields = {name: value for name, value in fields.items() if name in known}
            return Passage("POST", "/v1/messages/count_tokens", json.dumps(fields).encode(), headers, _counts())
        fields["stream"] = found[2] != "invoke"
        path = "/v1/complete" if "prompt" in fields and "messages" not in fields else "/v1/messages"
        return Passage("POST", path, json.dumps(fields).encode(), headers, _messages())

    def render_refusal(self, refusal: Refusal, request_id: str) -> Response:
        """An error of AWS."""
        if not refusal.type.endswith("Exception"):
            refusal.type = _ERROR_TYPES.get(refusal.status, "InternalServerException")
        return aws_error(refusal, request_id)


def model_of(model: str) -> str:
    """The model of the API that a model id, an inference profile or an ARN of Bedrock names."""
    name = model.rpartition("/")[2]
    found = _MODEL.fullmatch(name)
    return found[1] if found else name


def _read_counted(fields: Object) -> Object:
    encoded = as_object(as_object(fields.get("input")).get("invokeModel")).get("body")
    try:
        counted = as_object(json.loads(b64decode(str(encoded), validate=True)))
    except (ValueError, Error):
        counted = {}
    if not counted:
        raise invalid("input.invokeModel.body: expected a JSON object in base64")
    if not isinstance(counted.pop("max_tokens", None), int):
        raise invalid("max_tokens: Field required")
    return counted


def _messages() -> Outcome:
    return Outcome(headers=_headers, whole=_whole, event=aws_frames.event, media_type=aws_frames.MEDIA_TYPE)


def _counts() -> Outcome:
    def whole(status: int, body: bytes) -> bytes:
        return (
            json.dumps({"inputTokens": json.loads(body)["input_tokens"]}).encode()
            if status == 200
            else _whole(status, body)
        )

    return Outcome(headers=_headers, whole=whole)


def _headers(status: int, headers: Mapping[str, str]) -> dict[str, str]:
    turned = {
        name: value for name, value in headers.items() if not name.startswith("anthropic-") and name != "request-id"
    }
    turned["x-amzn-requestid"] = headers.get("request-id", "")
    if status >= 400:
        turned["x-amzn-errortype"] = _ERROR_TYPES.get(status, "InternalServerException")
    elif headers.get("content-type", "").startswith(aws_frames.MEDIA_TYPE):
        turned["x-amzn-bedrock-content-type"] = "application/json"
    return turned


def _whole(status: int, body: bytes) -> bytes:
    if status < 400:
        return body
    return json.dumps({"message": error_of(body).get("message") or body.decode("utf-8", errors="replace")}).encode()
