"""Tools, prompts and resources of an MCP session, in the form that the API takes.

    async with stdio_client(server) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        runner = client.messages.run_tools(tools=await mcp_tools(session), ...)

The session is one of the package `mcp` (extra `mcp`), version 1 or 2. It lives on an event loop, so its tools run on
`AsyncClient`. Names without a session (`mcp_tool`, `mcp_content`, ...) are those of the official package.
"""

from __future__ import annotations

import base64
import re
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping
from importlib import import_module
from inspect import signature
from typing import TYPE_CHECKING, Any, Final, Protocol, cast
from urllib.parse import unquote, urlsplit

from .definitions import Tool
from .results import ToolError

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from ..types import DocumentBlockParam, ImageBlockParam, MessageParam, TextBlockParam
    from .definitions import ToolFields

_IMAGES: Final = ("image/jpeg", "image/png", "image/gif", "image/webp")


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
        names: Those that are wanted, by the server's names; all of them when left out.
        prefix: Put in front of each name, where servers have tools of the same name.
        timeout: Seconds that a call may take.
        fields: What else the API may be told of each, as for `@tool`.
    """
    found = [each async for each in _tools(session) if names is None or each.name in names]
    return [mcp_tool(each, session, prefix=prefix, timeout=timeout, **fields) for each in found]


def mcp_tool(
    tool: object,
    session: MCPSession,
    *,
    prefix: str = "",
    timeout: float | None = None,
    **fields: Unpack[ToolFields],
) -> Tool:
    """One tool that `session.list_tools()` gave; the rest as in `mcp_tools()`."""
    name = cast("str", _field(tool, "name"))

    async def call(**arguments: object) -> object:
        return _result(await session.call_tool(name, arguments))

    made = Tool.from_schema(
        call,
        # MCP lets names have more in them than the API does.
        name=re.sub(r"[^a-zA-Z0-9_-]", "_", prefix + name)[:128],
        input_schema=cast("Mapping[str, object]", _field(tool, "input_schema")),
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
    return [mcp_message(message) for message in _field(prompt, "messages")]


async def mcp_resource(session: MCPSession, uri: str) -> list[ImageBlockParam | DocumentBlockParam]:
    """A resource of an MCP server, as blocks for the content of a message.

    Raises:
        UnsupportedMCPValueError: It is neither text, nor an image, nor a PDF.
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
        return {"type": "text", "text": cast("str", _field(content, "text"))}
    if kind == "image":
        return _image(_field(content, "mime_type"), _field(content, "data"))
    if kind == "resource":
        return _resource(_field(content, "resource"))
    if kind == "resource_link":
        return {"type": "text", "text": f"{_field(content, 'name')}: {_field(content, 'uri')}"}
    raise UnsupportedMCPValueError(f"the API takes no {kind} content")


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
    raise UnsupportedMCPValueError(
        f"the API takes text, images and PDF files, and the resource has {kinds or 'nothing'}"
    )


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
    """What a call of a tool gave, as a tool of ours gives it."""
    content: list[object] = [_block(each) for each in _field(result, "content")]
    if _field(result, "is_error"):
        raise ToolError(content)
    return content or _field(result, "structured_content")


def _block(content: object) -> object:
    try:
        return mcp_content(content)
    except UnsupportedMCPValueError as error:
        # What stands beside it is not to be lost.
        return {"type": "text", "text": f"(Something is left out here: {error}.)"}


def _resource(resource: object) -> ImageBlockParam | DocumentBlockParam:
    kind, is_text = _field(resource, "mime_type"), hasattr(resource, "text")
    if kind in _IMAGES and not is_text:
        return _image(kind, _field(resource, "blob"))
    if kind == "application/pdf" and not is_text:
        data = cast("str", _field(resource, "blob"))
        return {"type": "document", "source": {"type": "base64", "media_type": "application/pdf", "data": data}}
    if is_text or kind is None or str(kind).startswith("text/"):
        try:
            text = _bytes(resource).decode()
        except UnicodeDecodeError:
            raise UnsupportedMCPValueError(f"{_field(resource, 'uri')} is no text in UTF-8") from None
        return {"type": "document", "source": {"type": "text", "media_type": "text/plain", "data": text}}
    raise UnsupportedMCPValueError(f"the API takes no {kind}: {_field(resource, 'uri')}")


def _image(kind: object, data: object) -> ImageBlockParam:
    if kind not in _IMAGES:
        raise UnsupportedMCPValueError(f"the API takes no {kind}, only {', '.join(_IMAGES)}")
    return cast("ImageBlockParam", {"type": "image", "source": {"type": "base64", "media_type": kind, "data": data}})


def _bytes(resource: object) -> bytes:
    if hasattr(resource, "text"):
        return cast("str", _field(resource, "text")).encode()
    return base64.b64decode(cast("str", _field(resource, "blob")))


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
    if hasattr(value, name):
        return getattr(value, name)
    first, *others = name.split("_")
    return getattr(value, first + "".join(word.capitalize() for word in others), None)
