"""AWS signatures as a service checks them: botocore works out what the signature has to be.

A sandbox has one pair of AWS keys, which everybody knows.
"""

from __future__ import annotations

import hmac
import re
from datetime import datetime, timedelta, timezone
from importlib import import_module
from typing import Any, Final

from ..errors import Refusal
from ..keys import AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY
from .translation import Incoming, bearer

MOST_SKEW: Final = timedelta(minutes=15)

_AUTHORIZATION: Final = re.compile(
    r"AWS4-HMAC-SHA256 Credential=([^/\s]+)/(\d{8})/([^/]+)/([^/]+)/aws4_request, ?"
    r"SignedHeaders=([^,\s]+), ?Signature=([0-9a-f]{64})"
)


def check(incoming: Incoming, service: str) -> str | None:
    """The key that a request came with as a bearer token; `None` for one that is signed.

    Raises:
        Refusal: It has neither, or the signature is not right.
    """
    if (key := bearer(incoming.headers)) is not None:
        return key
    parts = _AUTHORIZATION.fullmatch(incoming.headers.get("authorization", ""))
    if parts is None:
        raise _refusal("Missing Authentication Token", "MissingAuthenticationTokenException")
    access_key, day, region, signed_for, names, signature = parts.groups()
    if access_key != AWS_ACCESS_KEY_ID:
        raise _refusal("The security token included in the request is invalid.", "UnrecognizedClientException")
    stamp = incoming.headers.get("x-amz-date", "")
    _check_time(stamp, day)
    if signed_for != service:
        raise _refusal(f"Credential should be scoped to correct service: '{service}'.", "InvalidSignatureException")
    signed = names.split(";")
    for needed in (
        "host",
        "x-amz-date",
        *(["x-amz-security-token"] if "x-amz-security-token" in incoming.headers else []),
    ):
        if needed not in signed:
            raise _refusal(
                f"'{needed}' must be a 'SignedHeader' in the AWS Authorization.", "InvalidSignatureException"
            )
    if not hmac.compare_digest(_signature(incoming, signed, stamp, region, service), signature):
        raise _refusal(
            "The request signature we calculated does not match the signature you provided.",
            "InvalidSignatureException",
        )
    return None


def _check_time(stamp: str, day: str) -> None:
    try:
        at = datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=timezone.utc)
    except ValueError:
        at = None
    if at is None or not stamp.startswith(day) or abs(datetime.now(timezone.utc) - at) > MOST_SKEW:
        raise _refusal(f"Signature expired: {stamp} is not the time of this request", "InvalidSignatureException")


def _signature(incoming: Incoming, signed: list[str], stamp: str, region: str, service: str) -> str:
    try:
        auth: Any = import_module("botocore.auth")
        requests: Any = import_module("botocore.awsrequest")
        credentials: Any = import_module("botocore.credentials")
    except ModuleNotFoundError as error:
        raise Refusal(501, "the sandbox checks AWS signatures by botocore: pip install 'claude-client[aws]'") from error
    request = requests.AWSRequest(
        method=incoming.method,
        url=f"http://{incoming.headers['host']}{incoming.target}",
        headers={name: incoming.headers.get(name, "") for name in signed},
        data=incoming.body,
    )
    request.context["timestamp"] = stamp
    signer = auth.SigV4Auth(credentials.Credentials(AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY), service, region)
    text = signer.string_to_sign(request, signer.canonical_request(request))
    return str(signer.signature(text, request))


def _refusal(message: str, kind: str) -> Refusal:
    return Refusal(403, message, type=kind)
