"""Tools, prompts and resources of an MCP session, in the form that the API takes.

    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        runner = client.messages.run_tools(tools=await mcp_tools(session), ...)

The session is one of the package `mcp` (extra `mcp`), version 1 or 2. It lives on an event loop, so its tools run on
`AsyncClient`. Names without a session (`mcp_tool`, `mcp_content`, ...) are those of the official package.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Iterable, Mapping
from hashlib import sha256
from importlib import import_module
from inspect import signature
from typing import TYPE_CHECKING, Any, Final, Protocol, cast
from urllib.parse import unquote, urlsplit

from ..files.multipart import type_by_content
from .definitions import Tool
from .input_schemas import to_input_schema
from .results import ToolError

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..types import DocumentBlockParam, ImageBlockParam, MessageParam, TextBlockParam
    from .definitions import ToolFields

_IMAGES: Final = ("image/jpeg", "image/png", "image/gif", "image/webp")
_MOST_CHARACTERS: Final = 128
"""Of a tool's name."""
_DATA_URL: Final = re.compile(r"data:[^,]*;base64,", re.IGNORECASE)


class MCPSession(Protocol):
    """What is used of a `mcp.ClientSession`, or of a `mcp.Client`."""

    @property
    def list_tools(self) -> Callable[..., Awaitable[object]]: ...
    @property
    def call_tool(self) -> Callable[..., Awaitable[object]]: ...
    @property
    def get_prompt(self) -> Callable[..., Awaitable[object]]: ...
    @property
    def read_resource(self) -> Callable[..., Awaitable[object]]: ...


class UnsupportedMCPValueError(ValueError):
    """The API has no content block for this."""


async def mcp_tools(
    session: MCPSession,
    *,
    names: Collection[str] | None = None,
    prefix: str = "",
    timeout: float | None = None,
    **fields: Unpack[ToolFields],
) -> list[Tool]:
    """The tools of an MCP server, for `tools=`.

    Args:
        session: A session that is initialized.
        names: Those that you want, by the server's names; all of them when left out.
        prefix: Put in front of each name, where servers have tools of the same name. Letters of names that the API does
            not take become `_`.
        timeout: Seconds that a call may take.
        fields: What else the API may be told of each, as for `@tool`.
    """
    found = [each async for each in _tools(session) if names is None or each.name in names]
    # A server that names a tool twice cannot tell the two apart either.
    unique = {cast("str", _field(each, "name")): each for each in found}
    named = zip(_to_api_names(unique, prefix), unique.values(), strict=True)
    return [_tool(each, session, name, timeout, fields) for name, each in named]


def mcp_tool(
    tool: object,
    session: MCPSession,
    *,
    prefix: str = "",
    timeout: float | None = None,
    **fields: Unpack[ToolFields],
) -> Tool:
    """One tool that `session.list_tools()` gave; the rest as in `mcp_tools()`."""
    (name,) = _to_api_names([cast("str", _field(tool, "name"))], prefix)
    return _tool(tool, session, name, timeout, fields)


def _tool(tool: object, session: MCPSession, api_name: str, timeout: float | None, fields: ToolFields) -> Tool:
    name = cast("str", _field(tool, "name"))
    schema, keys = to_input_schema(_field(tool, "input_schema"))

    async def call(**arguments: object) -> object:
        given = {keys.get(key, key): value for key, value in arguments.items()}
        return _result(await session.call_tool(name, given))

    made = Tool.from_schema(
        call,
        name=api_name,
        input_schema=schema,
        description=cast("str | None", _field(tool, "description")),
        timeout=timeout,
        **fields,
    )
    made.on_event_loop = True
    return made


async_mcp_tool = mcp_tool


async def mcp_prompt(session: MCPSession, name: str, arguments: Mapping[str, str] | None = None) -> list[MessageParam]:
    """A prompt of an MCP server, for `messages=`.

    Raises:
        UnsupportedMCPValueError: It has content that the API does not take.
    """
    prompt = await session.get_prompt(name, dict(arguments or {}))
    messages: Iterable[Any] = map(mcp_message, _field(prompt, "messages"))
    # The API refuses an empty text.
    return [message for message in messages if not all(map(_is_empty, message["content"]))]


async def mcp_resource(session: MCPSession, uri: str) -> list[ImageBlockParam | DocumentBlockParam]:
    """A resource of an MCP server, as blocks for the content of a message.

    Raises:
        UnsupportedMCPValueError: It is neither text, nor an image, nor a PDF, or it is empty.
    """
    return [_resource(each) for each in _field(await session.read_resource(uri), "contents")]


def mcp_message(message: object) -> MessageParam:
    """One message that a prompt of a server has."""
    return cast("MessageParam", {"role": _field(message, "role"), "content": [mcp_content(_field(message, "content"))]})


def mcp_content(content: object) -> TextBlockParam | ImageBlockParam | DocumentBlockParam:
    """One piece of content as a block of the API.

    Raises:
        UnsupportedMCPValueError: It is of a kind that the API does not take, such as audio.
    """
    kind = _field(content, "type")
    if kind == "text":
        return {"type": "text", "text": _as_text(_field(content, "text"))}
    if kind == "image":
        return _binary(_decode(_field(content, "data"), "the image"), _field(content, "mime_type"), "the image")
    if kind == "resource":
        return _resource(_field(content, "resource"))
    if kind == "resource_link":
        named = (str(each) for each in (_field(content, "name"), _field(content, "uri")) if each)
        return {"type": "text", "text": ": ".join(named)}
    raise UnsupportedMCPValueError(f"the API does not take {kind} content")


def mcp_resource_to_content(result: object) -> ImageBlockParam | DocumentBlockParam:
    """The first of what `session.read_resource()` gave that the API takes.

    Raises:
        UnsupportedMCPValueError: There is none.
    """
    kinds: list[object] = []
    for each in _field(result, "contents"):
        try:
            return _resource(each)
        except UnsupportedMCPValueError:
            kinds.append(_field(each, "mime_type"))
    raise UnsupportedMCPValueError(f"the API takes text, images and PDF files; the resource has {kinds or 'nothing'}")


def mcp_resource_to_file(result: object) -> tuple[str | None, bytes, str | None]:
    """The first of what `session.read_resource()` gave, for `client.files.upload(file=...)`.

    Raises:
        UnsupportedMCPValueError: There is none.
    """
    for each in _field(result, "contents"):
        name = unquote(urlsplit(str(_field(each, "uri"))).path.rpartition("/")[2])
        return name or None, _bytes(each), cast("str | None", _field(each, "mime_type"))
    raise UnsupportedMCPValueError("the resource has no contents")


def _result(result: object) -> object:
    """What a call of a tool gave, as a tool of ours returns it."""
    blocks = [_block(each) for each in cast("Iterable[object]", _field(result, "content") or ())]
    content = [block for block in blocks if not _is_empty(block)]
    structured = _field(result, "structured_content")
    failed = bool(_field(result, "is_error"))
    # A server says the same in a text too, or should. Where it does not, nothing else would tell the model.
    has_text = any(block["type"] == "text" for block in content)
    if content and structured and (failed or not has_text) and not _repeats(content, structured):
        content.append({"type": "text", "text": json.dumps(structured, ensure_ascii=False, default=str)})
    if failed:
        raise ToolError(content or structured)
    return content or structured


def _repeats(content: Iterable[Mapping[str, Any]], structured: object) -> bool:
    """Whether a text in `content` says what `structured` does."""
    for text in (block["text"] for block in content if block["type"] == "text"):
        if structured == {"result": text}:
            return True
        try:
            if json.loads(text) == structured:
                return True
        except ValueError:
            continue
    return False


def _is_empty(block: Mapping[str, Any]) -> bool:
    return block["type"] == "text" and not block["text"].strip()


def _block(content: object) -> Mapping[str, Any]:
    try:
        return mcp_content(content)
    except UnsupportedMCPValueError as error:
        # What stands beside it is not to be lost.
        return {"type": "text", "text": f"(Something is left out here: {error}.)"}


def _resource(resource: object) -> ImageBlockParam | DocumentBlockParam:
    uri = str(_field(resource, "uri"))
    text = _field(resource, "text")
    if text is not None:
        return _text(_as_text(text), uri)
    return _binary(_decode(_field(resource, "blob"), uri), _field(resource, "mime_type"), uri)


def _binary(data: bytes, declared: object, what: str) -> ImageBlockParam | DocumentBlockParam:
    """`data` as a block. Its first bytes say what it is: the API refuses a media type that does not match them."""
    kind, charset = _read_media_type(declared)
    real = type_by_content(data[:4096])
    if real in _IMAGES:
        source = {"type": "base64", "media_type": real, "data": _encode(data)}
        return cast("ImageBlockParam", {"type": "image", "source": source})
    if real == "application/pdf":
        source = {"type": "base64", "media_type": "application/pdf", "data": _encode(data)}
        return cast("DocumentBlockParam", {"type": "document", "source": source})
    if kind.startswith(("audio/", "video/", "font/")) or (real != "text/plain" and not _is_text_type(kind)):
        named = kind if kind and real in ("text/plain", "application/octet-stream") else real
        raise UnsupportedMCPValueError(f"the API does not take {named}: {what}")
    try:
        return _text(data.decode(charset), what)
    except (UnicodeDecodeError, LookupError):
        raise UnsupportedMCPValueError(f"{what} is not text in {charset}") from None


def _is_text_type(kind: str) -> bool:
    return not kind or kind.startswith("text/") or kind.endswith(("+json", "+xml", "/json", "/xml", "yaml"))


def _as_text(value: object) -> str:
    """A text, also where a server sends a number or an object in its place."""
    if value is None or isinstance(value, str):
        return value or ""
    return json.dumps(value, ensure_ascii=False, default=str)


def _text(text: str, what: str) -> DocumentBlockParam:
    if not text.strip():
        raise UnsupportedMCPValueError(f"{what} is empty")
    return {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": text}}


def _read_media_type(declared: object) -> tuple[str, str]:
    """A media type in lower case, and the charset among its parameters."""
    kind, *parameters = str(declared or "").lower().split(";")
    named = (each.strip().removeprefix("charset=") for each in parameters if each.strip().startswith("charset="))
    return kind.strip(), next(named, "utf-8").strip("\"'")


def _encode(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _decode(data: object, what: str) -> bytes:
    """The bytes in a base64 text, also in a data URL, with the letters for URLs, in lines or without padding."""
    if isinstance(data, (bytes, bytearray)):
        return bytes(data)
    text = "".join(_DATA_URL.sub("", str(data or ""), count=1).split()).rstrip("=")
    try:
        found = base64.b64decode(text.replace("-", "+").replace("_", "/") + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise UnsupportedMCPValueError(f"{what} is not base64") from None
    if not found:
        raise UnsupportedMCPValueError(f"{what} is empty")
    return found


def _bytes(resource: object) -> bytes:
    text = _field(resource, "text")
    return _as_text(text).encode() if text is not None else base64.b64decode(cast("str", _field(resource, "blob")))


def _to_api_names(names: Iterable[str], prefix: str) -> list[str]:
    """`names` in letters that the API takes, each other than the rest.

    MCP lets names have more in them. Where two become the same, or nothing is left of one, a digest of the name tells
    them apart; it does not depend on what else the server has, so that a prompt that is cached stays the same.
    """
    given = [prefix + name for name in names]
    cleaned = [re.sub(r"[^a-zA-Z0-9_-]", "_", name) for name in given]
    counts = Counter(cleaned)
    made: list[str] = []
    for name, clean in zip(given, cleaned, strict=True):
        is_own = counts[clean] == 1 or clean == name
        if is_own and 0 < len(clean) <= _MOST_CHARACTERS and clean.strip("_"):
            made.append(clean)
        else:
            digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
            made.append(f"{clean[: _MOST_CHARACTERS - 9]}_{digest}")
    return made


async def _tools(session: MCPSession) -> AsyncIterator[Any]:
    page = await session.list_tools()
    while True:
        for each in _field(page, "tools"):
            yield each
        cursor = _field(page, "next_cursor")
        if not cursor:
            return
        # How the next page is asked for differs between versions of `mcp`.
        if "params" in signature(session.list_tools).parameters:
            page = await session.list_tools(params=import_module("mcp.types").PaginatedRequestParams(cursor=cursor))
        else:
            page = await session.list_tools(cursor=cursor)


def _field(value: object, name: str) -> Any:
    """A field of a model of `mcp`, which in version 1 is named in camel case."""
    first, *others = name.split("_")
    keys = (name, first + "".join(word.capitalize() for word in others))
    if isinstance(value, Mapping):
        fields = cast("Mapping[str, Any]", value)
        return next((fields[key] for key in keys if key in fields), None)
    return next((getattr(value, key) for key in keys if hasattr(value, key)), None)
