"""The tools of an MCP server, called by the model. It needs `pip install '.[mcp]'`.

The server is this file too: with `serve` behind its name it speaks MCP on its standard input and output.
"""

from __future__ import annotations

import asyncio
import sys

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.server import MCPServer

from claude_client import AsyncClient
from claude_client.tools.mcp import mcp_prompt, mcp_tools

server = MCPServer("tides", log_level="ERROR")


@server.tool()
def get_high_tide(harbour: str) -> str:
    """When the water is next high in a harbour."""
    return f"18:42 in {harbour}"


@server.prompt()
def plan_a_trip(harbour: str) -> str:
    """Ask for a plan."""
    return f"When is the next high tide in {harbour}? Plan a trip by boat around it."


async def main() -> None:
    this_file = StdioServerParameters(command=sys.executable, args=[__file__, "serve"])
    async with (
        stdio_client(this_file) as (read, write),
        ClientSession(read, write) as session,
        AsyncClient() as client,
    ):
        await session.initialize()
        runner = client.messages.run_tools(
            model="claude-opus-5",
            max_tokens=500,
            messages=await mcp_prompt(session, "plan_a_trip", {"harbour": "Galway"}),
            tools=await mcp_tools(session, timeout=10),
        )
        async for message in runner:
            for call in message.tool_calls:
                print(f"calls {call.name}({call.input})")
            print(message.text)


if __name__ == "__main__":
    server.run() if sys.argv[1:] == ["serve"] else asyncio.run(main())
