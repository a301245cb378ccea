"""Recordings: what a real API returned, in a file that a person can read, and that stands in for the API.

A file holds exchanges, each a request and its response, as indented JSON with one line an event of a stream. Keys never
get into it: of the headers only those are kept that are named here, and what looks like a secret in a body is replaced.
How a call gets to a real API and back is for `upstream` to know.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from email.message import Message
from pathlib import Path
from types import TracebackType
from typing import Any, Final, cast

from typing_extensions import Self

from .assertions import differences
from .errors import Refusal
from .json_utils import Object, member, members
from .private_files import write_private
from .request_log import REMOVED, query_of

FORMAT: Final = 1
BASE_URL: Final = "{base_url}"
"""Stands in a file where a response had the address of the API."""
KEPT_REQUEST_HEADERS: Final = ("anthropic-beta", "anthropic-version", "content-type")
KEPT_RESPONSE_HEADERS: Final = re.compile(r"content-type|request-id|retry-after(-ms)?|x-should-retry|anthropic-.*")
ORGANIZATION_HEADER: Final = "anthropic-organization-id"
SECRET_FIELDS: Final = frozenset(
    {"access_token", "api_key", "authorization", "authorization_token", "client_secret", "password", "refresh_token"}
    | {"secret", "secret_value", "signing_secret", "token", "tunnel_token"}
)
_KEY: Final = re.compile(r"sk-ant-[A-Za-z0-9_-]{4,}")
_ORGANIZATION: Final = re.compile(r"\borg_[A-Za-z0-9]{8,}")
_MOST_DIFFERENCES: Final = 10


# ---- from the wire to what is kept, and back


def request_of(method: str, path: str, query: str, headers: Mapping[str, str], body: bytes) -> Object:
    """A request as it is kept."""
    kept = {name: headers[name] for name in KEPT_REQUEST_HEADERS if name in headers}
    if kept.get("content-type", "").startswith("multipart/"):
        kept["content-type"] = kept["content-type"].partition(";")[0]  # the boundary is another one each time
    found: Object = {"method": method, "path": path}
    if query:
        found["query"] = sorted(query_of(query))
    return cast("Object", remove_secrets(found | {"headers": kept} | _body(headers.get("content-type", ""), body)))


def response_of(status: int, headers: Mapping[str, str], body: bytes) -> Object:
    """A response as it is kept."""
    kept = {name: value for name, value in sorted(headers.items()) if KEPT_RESPONSE_HEADERS.fullmatch(name)}
    kind = headers.get("content-type", "")
    if kind.startswith("text/event-stream"):
        content: Object = {"events": list(_events(body.decode(errors="replace")))}
    else:
        content = _body(kind, body)
    return cast("Object", remove_secrets({"status": status, "headers": kept} | content))


def parts_of(response: Object) -> Iterator[bytes]:
    """The body of a response that was kept, in the parts in which it is sent."""
    if "events" in response:
        for each in members(response, "events"):
            yield _event_bytes(each)
    elif "json" in response:
        yield json.dumps(response["json"], ensure_ascii=False, separators=(",", ":")).encode()
    elif "lines" in response:
        for line in response["lines"]:
            yield json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    elif "base64" in response:
        yield base64.b64decode(response["base64"])
    else:
        yield str(response.get("text", "")).encode()


def _body(kind: str, body: bytes) -> Object:
    if not body:
        return {}
    if kind.startswith("multipart/"):
        return {"form": list(_form(kind, body))}
    try:
        text = body.decode()
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(body).decode()}
    try:
        return {"json": json.loads(text)}
    except ValueError:
        pass
    try:
        return {"lines": [json.loads(line) for line in text.splitlines() if line.strip()]}
    except ValueError:
        return {"text": text}


def _form(kind: str, body: bytes) -> Iterator[Object]:
    """The parts of a form; what a file holds is only told by its size and a hash."""
    header = Message()
    header["content-type"] = kind
    boundary = str(header.get_param("boundary", "")).encode()
    for part in body.split(b"--" + boundary)[1:-1]:
        head, _, content = part.removeprefix(b"\r\n").partition(b"\r\n\r\n")
        said = Message()
        for line in head.decode(errors="replace").split("\r\n"):
            name, _, value = line.partition(":")
            said[name] = value.strip()
        content = content.removesuffix(b"\r\n")
        found: Object = {"name": said.get_param("name", header="content-disposition")}
        filename = said.get_param("filename", header="content-disposition")
        if filename is None:
            yield found | {"value": content.decode(errors="replace")}
        else:
            yield found | {"filename": filename, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _events(text: str) -> Iterator[Object]:
    for block in re.split(r"\r\n\r\n|\n\n|\r\r", text):
        event: Object = {}
        for line in block.splitlines():
            name, _, value = line.partition(":")
            value = value.removeprefix(" ")
            if name:
                event[name] = f"{event['data']}\n{value}" if name == "data" and "data" in event else value
        if not event:
            continue
        try:
            event["data"] = json.loads(event["data"])
        except (KeyError, ValueError):
            if "data" in event:
                event["text"] = event.pop("data")
        yield event


def _event_bytes(event: Object) -> bytes:
    lines = [f"{name}: {value}" for name, value in event.items() if name not in ("data", "text")]
    data = json.dumps(event["data"], ensure_ascii=False) if "data" in event else event.get("text")
    lines += [] if data is None else [f"data: {line}" for line in str(data).split("\n")]
    return ("\n".join(lines) + "\n\n").encode()


def remove_secrets(value: Any) -> Any:
    """`value` without what is secret in it."""
    if isinstance(value, dict):
        fields = cast("Object", value)
        return {
            name: REMOVED if name in SECRET_FIELDS and isinstance(item, str) else remove_secrets(item)
            for name, item in fields.items()
        }
    if isinstance(value, list | tuple):
        return [remove_secrets(item) for item in cast("Sequence[Any]", value)]
    return _KEY.sub(REMOVED, value) if isinstance(value, str) else value


# ---- files


class Substitute:
    """Stands in for the responses of the sandbox, until `stop` or to the end of a `with` block."""

    def __init__(self) -> None:
        self.on_stop: Callable[[], None] | None = None

    def stop(self) -> None:
        """Let the sandbox respond itself again; does nothing where that is so."""
        if self.on_stop is not None:
            self.on_stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class Recording(Substitute):
    """A file of exchanges that is being written.

    Args:
        path: The file, of mode 0600; what was in it is given up with the first exchange.
        organization_ids: Whether to keep the ids of organizations.
    """

    def __init__(self, path: Path, *, organization_ids: bool = False) -> None:
        super().__init__()
        self.path: Path = path
        self._organization_ids = organization_ids
        self._exchanges: list[Object] = []
        self._lock = threading.Lock()

    def __len__(self) -> int:
        return len(self._exchanges)

    def add(self, request: Object, response: Object, secrets: Sequence[str] = ()) -> None:
        """Keep an exchange, and write the file.

        Args:
            secrets: What is to be replaced wherever it stands.
        """
        text = json.dumps({"request": request, "response": response})
        for secret in secrets:
            text = text.replace(json.dumps(secret)[1:-1], REMOVED)
        exchange: Object = json.loads(text if self._organization_ids else _ORGANIZATION.sub(REMOVED, text))
        if not self._organization_ids:
            member(member(exchange, "response"), "headers").pop(ORGANIZATION_HEADER, None)
        with self._lock:
            self._exchanges.append(exchange)
            write_private(self.path, _format(self._exchanges))


def _format(exchanges: list[Object]) -> str:
    """The text of a file: indented, but one line for each event of a stream and each line of JSON lines."""
    single: list[str] = []

    def on_one_line(value: Any) -> str:
        single.append(json.dumps(value, ensure_ascii=False))
        return f"\0{len(single) - 1}\0"

    shown: list[Object] = []
    for exchange in exchanges:
        response = dict(exchange["response"])
        for name in ("events", "lines"):
            if name in response:
                response[name] = [on_one_line(item) for item in response[name]]
        shown.append(exchange | {"response": response})
    text = json.dumps({"recording": FORMAT, "exchanges": shown}, ensure_ascii=False, indent=2)
    return re.sub(r'"\\u0000(\d+)\\u0000"', lambda found: single[int(found[1])], text) + "\n"


def load(path: Path) -> list[Object]:
    """The exchanges of a file.

    Raises:
        ValueError: It is not a recording.
    """
    try:
        content: Any = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ValueError(f"{path} is not a recording: {error}") from None
    if not isinstance(content, dict) or cast("Object", content).get("recording") != FORMAT:
        raise ValueError(f"{path} is not a recording of format {FORMAT}")
    # Earlier files say `answer` for what is called `response` now.
    exchanges = members(cast("Object", content), "exchanges")
    return [each if "response" in each else {**each, "response": each.get("answer")} for each in exchanges]


class Replay(Substitute):
    """A recording that stands in for the API.

    Args:
        path: The file.
        repeat: Whether an exchange is given again and again; else once.
    """

    def __init__(self, path: Path, *, repeat: bool = False) -> None:
        super().__init__()
        self.path: Path = path
        self._exchanges = load(path)
        self._repeat = repeat
        self._given: set[int] = set()
        self._lock = threading.Lock()
        self.unknown: list[str] = []
        """What was asked for and is not in the file, each with the nearest that is."""

    @property
    def unused(self) -> list[str]:
        """The requests in the file that were not made."""
        return [
            f"{number + 1} {each['request']['method']} {each['request']['path']}"
            for number, each in enumerate(self._exchanges)
            if number not in self._given
        ]

    def respond(self, request: Object) -> Object:
        """The response to `request`; a refusal where that is not known."""
        with self._lock:
            same = [i for i, each in enumerate(self._exchanges) if _identity(each["request"]) == _identity(request)]
            fresh = [i for i in same if i not in self._given]
            if fresh or (same and self._repeat):
                chosen = fresh[0] if fresh else same[-1]
                self._given.add(chosen)
                return cast("Object", self._exchanges[chosen]["response"])
            message = self._message(request, len(same))
            self.unknown.append(message)
        raise Refusal(404, message, error_code="not_recorded", headers={"x-should-retry": "false"})

    def _message(self, request: Object, times: int) -> str:
        what = f"{request['method']} {request['path']}"
        if times:
            often = "once" if times == 1 else f"{times} times"
            return f"{what} is {often} in {self.path}, and was asked for more often (repeat=True allows that)"
        if not self._exchanges:
            return f"{what} is not in {self.path}, which is empty"
        found = [list(_differences(each["request"], request)) for each in self._exchanges]
        places = range(len(found))
        nearest = min(places, key=lambda i: (any(each.startswith("path:") for each in found[i]), len(found[i])))
        recorded = self._exchanges[nearest]["request"]
        shown = [f"  {difference}" for difference in found[nearest][:_MOST_DIFFERENCES]]
        other = f"number {nearest + 1}, {recorded['method']} {recorded['path']}"
        return "\n".join([f"{what} is not in {self.path}. The nearest is {other}:", *shown])


_CONTENTS: Final = ("json", "form", "lines", "text", "base64")


def _identity(request: Object) -> Object:
    """What tells requests apart. Headers do not: versions of the client may differ in them."""
    return {name: request[name] for name in ("method", "path", "query", *_CONTENTS) if name in request}


def _differences(recorded: Object, request: Object) -> Iterator[str]:
    yield from differences(_identity(recorded), _identity(request), exact=True)
