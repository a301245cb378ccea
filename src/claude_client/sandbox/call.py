"""One call as an endpoint sees it, and the table entry that an endpoint is.

By the time a handler runs, the key, the API version and the announced size were looked at. It reads what it needs from
the `Call` and gives back a JSON object or a whole response; what it refuses, it raises.
"""

from __future__ import annotations

import zlib
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeAlias

from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import Response

from .batches import Processor
from .errors import Refusal, invalid
from .json_utils import Object
from .keys import Key
from .request_log import Received
from .state import State
from .usage import Caller
from .validation import check, parse_object

MIB: Final = 1 << 20
STANDARD_LIMIT: Final = 32 * MIB
VERSIONS: Final = ("2023-06-01", "2026-10-21")
LATEST: Final = VERSIONS[-1]


@dataclass
class Call:
    """A request that was let in."""

    state: State
    request: Request
    request_id: str
    max_bytes: int
    key: Key
    version: str
    betas: frozenset[str]
    processor: Processor
    received: Received
    notes: list[str]
    """What the log says of this call beside its status."""
    headers: dict[str, str]
    """Headers that the response is to have."""
    scope: str = ""
    """The workspace whose objects are meant; empty for the default one."""

    @property
    def latest(self) -> bool:
        """Whether the client speaks the newer version of the API."""
        return self.version == LATEST

    @property
    def workspace_id(self) -> str | None:
        return self.request.headers.get("anthropic-workspace-id")

    def path(self, name: str) -> str:
        return str(self.request.path_params[name])

    @property
    def caller(self) -> Caller:
        agent = self.request.headers.get("user-agent", "")
        return Caller(self.key.id, self.workspace_id, self.version, self.betas, agent, scope=self.scope)

    async def raw(self) -> bytes:
        return decode_body(await self.request.body(), self.request.headers.get("content-encoding"), self.max_bytes)

    @asynccontextmanager
    async def form(self) -> AsyncGenerator[FormData]:
        """The body as a form; its files lie on the disk once they are large."""
        kind = self.request.headers.get("content-type", "")
        if not kind.startswith("multipart/form-data"):
            raise invalid("content-type: has to be multipart/form-data")
        try:
            async with self.request.form(max_files=10_000) as form:
                yield form
        except (MultiPartException, HTTPException) as error:
            said = error.message if isinstance(error, MultiPartException) else error.detail
            raise invalid(f"The multipart body can not be read: {said}") from None

    async def object(self) -> Object:
        """The body as a JSON object of which only the form is known."""
        return parse_object(await self.raw())

    async def body(self, shape: Any) -> Object:
        """The body, which has to fit the parameter type `shape`."""
        body = await self.object()
        check(body, shape)
        return body

    async def optional_body(self, shape: Any) -> Object:
        """The same for endpoints whose body may be left out."""
        raw = await self.raw()
        body = parse_object(raw) if raw else {}
        check(body, shape)
        return body

    # ---- the query

    def query(self, name: str) -> str | None:
        return self.request.query_params.get(name) or None

    def queries(self, name: str) -> list[str]:
        """The values of an array in the query, with and without the brackets that the API puts behind its name."""
        query = self.request.query_params
        return query.getlist(f"{name}[]") or query.getlist(name)

    def whole_number(self, name: str, default: int, least: int, most: int) -> int:
        text = self.query(name)
        if text is None:
            return default
        try:
            number = int(text)
        except ValueError:
            raise invalid(f"{name}: Input should be a valid integer, unable to parse string as an integer") from None
        if number < least:
            raise invalid(f"{name}: Input should be greater than or equal to {least}")
        if number > most:
            raise invalid(f"{name}: Input should be less than or equal to {most}")
        return number

    def choices(self, name: str, allowed: Mapping[str, Any] | tuple[str, ...]) -> list[str]:
        """An array of the query whose values are among `allowed`."""
        values = self.queries(name)
        for index, value in enumerate(values):
            if value not in allowed:
                raise invalid(f"{name}.{index}: Input should be {_either(tuple(allowed))}")
        return values

    def truth(self, name: str) -> bool:
        value = self.query(name)
        if value not in (None, "true", "false"):
            raise invalid(f"{name}: Input should be a valid boolean, unable to interpret input")
        return value == "true"


def _either(names: tuple[str, ...]) -> str:
    *others, last = (f"'{name}'" for name in names)
    return f"{', '.join(others)} or {last}" if others else last


Method: TypeAlias = Literal["GET", "POST", "DELETE"]
Result: TypeAlias = Object | Response
Handler: TypeAlias = Callable[[Call], Awaitable[Result]]


@dataclass(frozen=True)
class Endpoint:
    """An entry of the table: what is called where, and who may."""

    method: Method
    path: str
    handler: Handler
    max_bytes: int = STANDARD_LIMIT
    betas: tuple[str, ...] = ()
    """The betas without which the API does not know it."""

    def check_betas(self, given: Iterable[str]) -> None:
        """Refuse a call without the betas that the API asks for; their days do not matter."""
        names = {_without_day(beta) for beta in given}
        for beta in self.betas:
            if _without_day(beta) not in names:
                raise invalid(f"anthropic-beta: this endpoint needs the beta {beta}")

    @property
    def admin(self) -> bool:
        return self.path.startswith("/v1/organizations")


def _without_day(beta: str) -> str:
    return beta[: -len("-2026-01-01")]


def too_large(limit: int) -> Refusal:
    return Refusal(413, f"Request exceeds the maximum size of {limit // MIB} MB")


def decode_body(raw: bytes, encoding: str | None, limit: int) -> bytes:
    """The body without its `content-encoding`."""
    if encoding in (None, "", "identity"):
        return raw
    if encoding not in ("gzip", "deflate"):
        raise invalid(f"content-encoding {encoding} is not supported", error_code="request_body_encoding_unsupported")
    unpack = zlib.decompressobj(31 if encoding == "gzip" else 15)
    try:
        body = unpack.decompress(raw, limit)
    except zlib.error:
        raise invalid(f"The body is not valid {encoding}", error_code="request_body_encoding_invalid") from None
    if unpack.unconsumed_tail:
        raise Refusal(413, "The body is too large once unpacked", error_code="request_body_too_large_after_decoding")
    return body
