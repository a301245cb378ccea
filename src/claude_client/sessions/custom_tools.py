"""Functions under `@tool` as an agent has them: what the agent knows of a tool that runs here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from ..tools.definitions import Tool

if TYPE_CHECKING:
    from ..types import CustomToolParams
    from ..types._tools import ToolLike


def custom_tool(tool: ToolLike) -> CustomToolParams:
    """A tool as an entry of `tools` of an agent: `agents.create(tools=[custom_tool(get_tide)], ...)`.

    The agent is told its name, description and parameters; it runs where `sessions.events.tool_runner()` has it.

    Raises:
        TypeError: It is not under `@tool`.
    """
    param = cast("Mapping[str, Any]", Tool.of(tool).to_param())
    return {
        "type": "custom",
        "name": param["name"],
        "description": param.get("description") or param["name"],
        "input_schema": param["input_schema"],
    }
