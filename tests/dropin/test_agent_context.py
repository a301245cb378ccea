"""Programs that set up an agent's tools as with the official package."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path
from typing import Any

import anyio
import pytest

from claude_client import AsyncClient, Client
from claude_client.sandbox import Sandbox

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX system")

SKILL = [("tides/SKILL.md", b"---\nname: tides\ndescription: Knows tides.\n---\n\nLook at the moon.\n")]


@pytest.mark.parametrize("by", ["session", "session_id"])
def test_the_skills_of_a_session_are_there_while_its_tools_run(anthropic: object, tmp_path: Path, by: str) -> None:
    toolset: Any = import_module("anthropic.lib.tools.agent_toolset")
    with Sandbox() as sandbox, Client(base_url=sandbox.url, api_key=sandbox.api_key) as api:
        files: Any = SKILL
        tools: Any = [{"type": "agent_toolset_20260401"}]
        skill = api.beta.skills.create(files=files)
        custom: Any = {"type": "custom", "skill_id": skill.id}
        agent = api.beta.agents.create(name="worker", model="claude-opus-5", tools=tools, skills=[custom])
        environment = api.beta.environments.create(name="here", config={"type": "self_hosted"})
        sandbox.reply(tool_use=("read", {"file_path": "skills/tides/SKILL.md"})).reply("Done.")
        session = api.beta.sessions.create(
            agent=agent.id,
            environment_id=environment.id,
            initial_events=[{"type": "user.message", "content": [{"type": "text", "text": "When?"}]}],
        )
        given: Any = {by: session if by == "session" else session.id}

        async def main() -> Any:
            async with AsyncClient(base_url=sandbox.url, api_key=sandbox.api_key) as client:
                context = toolset.AgentToolContext(str(tmp_path), client=client, **given)
                async with context as entered:
                    assert entered is context
                    tools = toolset.beta_agent_toolset_20260401(context)
                    runner = client.beta.sessions.events.tool_runner(session.id, tools=tools, max_idle=0.1)
                    return [call async for call in runner]

        (call,) = anyio.run(main)

    assert call.result["content"][0]["text"].endswith("Look at the moon.\n")
    assert list(tmp_path.iterdir()) == []


def test_a_context_without_a_session_is_closed_by_await(anthropic: object, tmp_path: Path) -> None:
    toolset: Any = import_module("anthropic.lib.tools.agent_toolset")

    async def main() -> Any:
        context = toolset.AgentToolContext(workdir=tmp_path)
        told = toolset.beta_bash_tool(context).call({"command": "echo on"})
        await context.close()
        return told

    assert anyio.run(main) == "on"
