"""What the sandbox does wrong when it is asked to: one description of faults for Python, HTTP and the command line.

A fault is written as its name or status and its options: `429; retry-after=2; times=3; path=/v1/messages`. JSON and
keywords say the same with `_` for `-`. How each is done is for `breaking` to know.
"""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, cast

from .conditions import Condition, ConditionParams
from .errors import Refusal, invalid, type_of
from .request_log import Received

HEADER: Final = "x-sandbox-fault"
REFUSED: Final = "refused"
"""The one fault that is not of a request, but of the port."""

RESPONSES: Final[Mapping[str, str]] = {
    "html": "the page of a proxy, in HTML, with status 502 or `status`",
    "refused": "no connection is taken, for `seconds` or until the sandbox is reset",
    "reset-before-headers": "the connection is reset before a response",
    "silence-before-headers": "no response is sent, for `seconds` or until the client goes away",
    "reset-after-headers": "the connection is reset behind the headers",
    "reset-in-body": "the connection is reset in the middle of the response",
    "close-in-body": "the connection is closed in the middle of the response",
    "silence": "the response stops in the middle, for `seconds` or until the client goes away",
    "slow": "the response comes one byte at a time, with `delay` before each",
    "truncated-json": "the JSON ends in the middle, and the response with it",
    "wrong-content-length": "the headers announce more than comes",
}
"""Faults by name, for every response."""
STREAMS: Final[Mapping[str, str]] = {
    "error-event": "an `error` event in the middle of the stream, with status 200",
    "no-message-stop": "the stream ends without its last event, or behind `after_events`",
    "pings": "the stream stops in the middle, but pings go on, one every `delay`",
}
"""Faults by name that need a stream; responses that are none pass them by."""
FAULTS: Final[Mapping[str, str]] = {
    "400 to 599": "an error of the API with this status, `type`, `message`, `error_code` and `retry_after`",
    **RESPONSES,
    **STREAMS,
}
"""Every fault by name, and what it does."""
NAMES: Final = (*RESPONSES, *STREAMS)
_ALIASES: Final[Mapping[str, str]] = {
    "reset": "reset-before-headers",
    "hang": "silence-before-headers",
    "reset-in-the-middle-of-the-stream": "reset-in-body",
    "reset-mid-stream": "reset-in-body",
    "reset-in-stream": "reset-in-body",
    "silence-with-pings": "pings",
    "silence-without-pings": "silence",
}
_STATUS: Final = re.compile(r"[45]\d\d")
_OTHER_STATUS: Final = re.compile(r"200|[3-5]\d\d")
_MESSAGES: Final[Mapping[int, str]] = {
    429: "This request would exceed your rate limit",
    500: "Internal server error",
    529: "Overloaded",
}
_SPEND_LIMIT: Final = "enforced_spend_limit_reached"


class FaultParams(ConditionParams, total=False):
    """The details of a fault, and the requests that it is for. A fault says which of these it heeds."""

    id: str
    """For a request header: `times` counts the requests with this id."""
    retry_after: float
    """Seconds, for the header `retry-after`."""
    status: int
    """For `html`."""
    type: str
    """The type of the API error, where it is not that of the status."""
    message: str
    error_code: str
    """As `enforced_spend_limit_reached`; goes into `error.details`."""
    after_bytes: int
    """How many bytes of the response body come before the fault."""
    after_events: int
    """How many events of a stream come before the fault; half of them when nothing is said."""
    seconds: float
    """How long it takes until the response, or the port, goes on; it does not when nothing is said."""
    delay: float
    """Seconds before each byte of `slow`, 0.002, and each ping of `pings`, 0.1."""


@dataclass(frozen=True)
class Fault:
    """Something to do wrong."""

    name: str
    """A status of three digits, or one of `NAMES`."""
    condition: Condition = field(default_factory=Condition)
    times: int | None = 1
    """For how many requests; None for all."""
    id: str | None = None
    retry_after: float | None = None
    status: int | None = None
    type: str | None = None
    message: str | None = None
    error_code: str | None = None
    after_bytes: int | None = None
    after_events: int | None = None
    seconds: float | None = None
    delay: float | None = None

    @property
    def needs_stream(self) -> bool:
        return self.name in STREAMS or self.after_events is not None

    def fits(self, request: Received) -> bool:
        if self.name == REFUSED or (self.needs_stream and not request.is_streamed):
            return False
        return self.condition.fits(request)

    def refusal(self) -> Refusal:
        """The error that it responds with, or sends as an event."""
        status = int(self.name) if self.name.isdigit() else 529
        message = self.message or _MESSAGES.get(status, f"The sandbox was asked for status {status}")
        if self.error_code == _SPEND_LIMIT and not self.message:
            message = "You have reached your spend limit"
        headers = {} if self.retry_after is None else {"retry-after": f"{self.retry_after:g}"}
        return Refusal(status, message, type=self.type or type_of(status), error_code=self.error_code, headers=headers)

    def __str__(self) -> str:
        """As `parse` reads it."""
        options = {name: getattr(self, name) for name in _OPTIONS if name != "times"}
        said = [f"{name.replace('_', '-')}={_format(value)}" for name, value in options.items() if value is not None]
        often = {None: "repeat", 1: ""}.get(self.times, f"times={self.times}")
        return "; ".join(part for part in (self.name, *said, str(self.condition), often) if part)


def parse(text: str) -> Fault:
    """The fault that a header or an option of the command line describes."""
    name, *options = (part.strip() for part in _split(text))
    said: dict[str, object] = {}
    for option in options:
        key, equals, value = option.partition("=")
        said[key.strip()] = _unquote(value.strip()) if equals else True
    return parse_options(name, said)


def parse_options(name: object, options: Mapping[str, object]) -> Fault:
    """The fault of this name or status with these options, as text or as values; refuses what is wrong with it."""
    fault = Fault(_name(str(name)))
    condition: dict[str, Any] = {}
    for key, value in options.items():
        option = key.replace("-", "_").lower()
        if option == "repeat":
            fault = replace(fault, times=None) if _truth(option, value) else fault
        elif option in _OPTIONS:
            fault = replace(fault, **{option: _OPTIONS[option](option, value)})
        elif option in _CONDITIONS:
            condition[option] = _CONDITIONS[option](option, value)
        else:
            raise ValueError(f"unknown option {key!r} of a fault: expected one of {', '.join(option_names())}")
    _check(fault := replace(fault, condition=Condition(**condition)))
    return fault


def _name(text: str) -> str:
    name = re.sub(r"[\s_-]+", "-", text.strip().lower())
    name = _ALIASES.get(name, name)
    if name not in NAMES and not _STATUS.fullmatch(name):
        raise ValueError(f"unknown fault {text!r}: expected a status such as 429, or one of {', '.join(NAMES)}")
    return name


def _check(fault: Fault) -> None:
    if fault.name == REFUSED and (fault.times != 1 or not fault.condition.is_open or fault.id):
        raise ValueError("invalid fault refused: it closes the whole port, expected only seconds")
    if fault.status is not None and fault.name != "html":
        raise ValueError(f"invalid status: only html takes one, not {fault.name}")


def _whole(name: str, value: object) -> int:
    number = _number(name, value)
    if number != int(number):
        raise ValueError(f"invalid {name}={value!r}: expected a whole number")
    return int(number)


def _times(name: str, value: object) -> int:
    number = _whole(name, value)
    if number < 1:
        raise ValueError(f"invalid {name}={value!r}: expected 1 or more")
    return number


def _number(name: str, value: object) -> float:
    try:
        number = float(cast("str", value))
    except (TypeError, ValueError):
        raise ValueError(f"invalid {name}={value!r}: expected a number") from None
    if isinstance(value, bool) or not 0 <= number < float("inf"):
        raise ValueError(f"invalid {name}={value!r}: expected 0 or more")
    return number


def _status(name: str, value: object) -> int:
    if not _OTHER_STATUS.fullmatch(str(value)):
        raise ValueError(f"invalid {name}={value!r}: expected an HTTP status")
    return int(str(value))


def _text(name: str, value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError(f"invalid {name}={value!r}: expected text")
    return value


def _truth(name: str, value: object) -> bool:
    if value not in (True, False, "true", "false"):
        raise ValueError(f"invalid {name}={value!r}: expected true or false")
    return value in (True, "true")


_Reader = Callable[[str, object], Any]
_OPTIONS: Final[Mapping[str, _Reader]] = {
    "id": _text,
    "retry_after": _number,
    "status": _status,
    "type": _text,
    "message": _text,
    "error_code": _text,
    "after_bytes": _whole,
    "after_events": _whole,
    "seconds": _number,
    "delay": _number,
    "times": _times,
}
_CONDITIONS: Final[Mapping[str, _Reader]] = {
    name: _truth if name == "stream" else _text for name in ConditionParams.__annotations__
}


def option_names() -> list[str]:
    """The options that a fault may have, as they are written in a text."""
    return [name.replace("_", "-") for name in (*_OPTIONS, "repeat", *_CONDITIONS)]


_PART: Final = re.compile(r'(?:"(?:[^"\\]|\\.)*"|[^;"])+')


def _split(text: str) -> Iterator[str]:
    """The parts between semicolons that do not stand in quotes."""
    found = False
    for part in _PART.findall(text):
        if part.strip():
            found = True
            yield part
    if not found:
        yield ""


def _unquote(value: str) -> str:
    if len(value) >= 2 and value[0] == value[-1] == '"':
        return re.sub(r"\\(.)", r"\1", value[1:-1])
    return value


def _format(value: object) -> str:
    text = f"{value:g}" if isinstance(value, float) else str(value)
    if not re.search(r'[;"]', text):
        return text
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


# ---- which fault is next


@dataclass
class InForce:
    """A fault that requests meet with."""

    fault: Fault
    left: int | None
    """How many more requests; None for all."""
    met: int = 0
    """How many requests met with it."""


_MOST_IDS: Final = 10_000


class Faults:
    """The faults of one sandbox.

    Args:
        close_port: Refuses connections for so many seconds; None stands for until `open_port`.
        open_port: Takes connections again.
    """

    def __init__(
        self,
        close_port: Callable[[float | None], None] | None = None,
        open_port: Callable[[], None] | None = None,
    ) -> None:
        self._close_port = close_port
        self._open_port = open_port
        self._lock = threading.Lock()
        self._in_force: list[InForce] = []
        self._by_id: OrderedDict[str, int] = OrderedDict()

    def add(self, fault: Fault) -> InForce:
        added = InForce(fault, None if fault.name == REFUSED else fault.times)
        with self._lock:
            self._in_force.append(added)
        if fault.name == REFUSED and self._close_port:
            self._close_port(fault.seconds)
        return added

    def port_is_open(self) -> None:
        """Be told that connections are taken again."""
        with self._lock:
            self._in_force = [each for each in self._in_force if each.fault.name != REFUSED]

    def all(self) -> list[InForce]:
        """Those that are still to come."""
        with self._lock:
            return list(self._in_force)

    def clear(self) -> int:
        """Forget all of them; says how many there were."""
        with self._lock:
            count, refused = len(self._in_force), any(each.fault.name == REFUSED for each in self._in_force)
            self._in_force.clear()
            self._by_id.clear()
        if refused and self._open_port:
            self._open_port()
        return count

    def next(self, request: Received) -> Fault | None:
        """The fault that `request` meets with, used up by that: its own, or the first in force that it fits."""
        asked = request.headers.get(HEADER)
        own = self._own(asked, request) if asked else None
        return own or self._take(request)

    def _own(self, asked: str, request: Received) -> Fault | None:
        try:
            fault = parse(asked)
        except ValueError as error:
            raise invalid(f"{HEADER}: {error}") from None
        if fault.name == REFUSED:
            raise invalid(f"{HEADER}: the port can not be refused to a request that has come through it")
        if fault.needs_stream and not request.is_streamed:
            raise invalid(f"{HEADER}: {fault.name} needs a request with stream: true")
        if not fault.condition.fits(request):
            return None
        if fault.id is None:
            return fault
        with self._lock:
            met = self._by_id[fault.id] = self._by_id.get(fault.id, 0) + 1
            while len(self._by_id) > _MOST_IDS:
                self._by_id.popitem(last=False)
        return fault if fault.times is None or met <= fault.times else None

    def _take(self, request: Received) -> Fault | None:
        with self._lock:
            for each in self._in_force:
                if each.fault.fits(request):
                    each.met += 1
                    if each.left is not None:
                        each.left -= 1
                        if each.left == 0:
                            self._in_force.remove(each)
                    return each.fault
        return None
