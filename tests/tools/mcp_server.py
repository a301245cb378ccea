"""An MCP server for the tests, on standard input and output. It runs with both versions of `mcp`."""

from __future__ import annotations

import base64
from typing import Any

try:
    from mcp.server import MCPServer
except ImportError:
    from mcp.server.fastmcp import FastMCP as MCPServer  # version 1

server: Any = MCPServer("tides")
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@server.tool(name="tides.high")
def high(harbour: str) -> str:
    """When the water is high."""
    return f"high in {harbour} at 18:42"


@server.tool()
def fail(reason: str) -> str:
    """Fails."""
    raise ValueError(reason)


@server.tool(structured_output=False)
def picture() -> Any:
    """A picture of the tide."""
    try:
        from mcp.server.mcpserver import Image
    except ImportError:
        from mcp.server.fastmcp import Image  # version 1
    return ["Look:", Image(data=PIXEL, format="png")]


@server.prompt()
def ask(harbour: str) -> str:
    return f"When is the water high in {harbour}?"


@server.resource("tides://table.txt", mime_type="text/plain")
def table() -> str:
    return "Galway 18:42"


@server.resource("tides://chart.png", mime_type="image/png")
def chart() -> bytes:
    return PIXEL


@server.resource("tides://sound.mp3", mime_type="audio/mpeg")
def sound() -> bytes:
    return b"sh"


if __name__ == "__main__":
    server.run("stdio")
