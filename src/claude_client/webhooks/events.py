"""From a delivery to its event: the signature is checked, then the payload is read."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import cast

from ..core.decoding import decode
from ..core.json_decoding import DecodeError
from ..errors import APIWebhookValidationError
from ..types import WebhookEvent
from .headers import ID, SIGNATURE, TIMESTAMP, WebhookHeaders, read_headers
from .signatures import TOLERANCE_SECONDS, WebhookKey, find_problem, read_keys


def unwrap(
    payload: str | bytes,
    headers: WebhookHeaders,
    key: WebhookKey,
    *,
    tolerance: float = TOLERANCE_SECONDS,
    clock: Callable[[], float] = time.time,
    strict: bool = False,
) -> WebhookEvent:
    """The event of a delivery whose signature is right.

    Args:
        payload: The body of the request as it came, before a framework parsed it.
        headers: The headers of the request, as the framework has them.
        key: The signing key of the endpoint; several while one replaces another.
        tolerance: Seconds that the time of the delivery may be from now, in both directions.
        clock: Tells the seconds since 1970.
        strict: Refuse an event that has something that this version does not know.

    Raises:
        APIWebhookValidationError: The delivery cannot be trusted, or is not an event.
        ValueError: The key is invalid.
        TypeError: `payload` is neither text nor bytes, or `headers` are not headers.
    """
    # What is wrong is returned and raised here, where no key is left: error trackers show the frames of a traceback.
    keys = read_keys(key)
    del key
    if isinstance(keys, str):
        raise ValueError(keys)
    data = _to_bytes(payload)
    found = read_headers(headers)
    problem = found if isinstance(found, str) else None
    if not isinstance(found, str):
        problem = find_problem(
            keys,
            id=found[ID],
            timestamp=found[TIMESTAMP],
            signatures=found[SIGNATURE],
            payload=data,
            now=clock(),
            tolerance=tolerance,
        )
    del keys, headers, found
    if problem is not None:
        raise APIWebhookValidationError(f"the webhook is refused: {problem}")
    return parse_unverified(data, strict=strict)


def parse_unverified(payload: str | bytes, *, strict: bool = False) -> WebhookEvent:
    """The event of a payload whose signature you have checked yourself: anybody can make one without.

    Raises:
        APIWebhookValidationError: It is not an event.
    """
    problem = None
    data = _to_bytes(payload)
    del payload
    try:
        event = decode(WebhookEvent, data, strict=strict)
        if event.data is not None and event.id:  # pyright: ignore[reportUnnecessaryComparison]  # null where the sender left it out
            return event
        problem = "it has no data or no id"
    except DecodeError as error:
        problem = str(error)
    raise APIWebhookValidationError(f"the payload of the webhook is not an event: {problem}")


def _to_bytes(payload: object) -> bytes:
    if isinstance(payload, str):
        return payload.encode("utf-8", "surrogatepass")
    if isinstance(payload, (bytes, bytearray, memoryview)):
        return bytes(cast("bytes", payload))  # pyright knows no item type of a memoryview
    raise TypeError(
        f"invalid payload: expected the body of the request as bytes or str, not {type(payload).__name__}: the "
        "signature is that of the body as it came, which parsing loses"
    )
