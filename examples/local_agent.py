"""An agent that works on this machine: files in one directory, and a shell that asks before each command.

The sandbox's replies are scripted here. Without the script, and with `Client()`, a model decides what to do.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from claude_client import Client, agent_toolset
from claude_client.sandbox import Sandbox
from claude_client.tools.policies import ConfirmContext

PROGRAM = """import sys

print(sum(map(int, sys.argv[1:])))
"""


def confirm(about: ConfirmContext) -> bool:
    """Ask before what runs or changes something; here, commands that begin with python3 are fine, and files too."""
    command = about.input.command if about.member == "bash" else ""
    is_fine = about.member != "bash" or command.startswith("python3 ")
    print(f"May I call {about.member} {command}?", "yes" if is_fine else "no")
    return is_fine


def script(sandbox: Sandbox) -> None:
    """What a model might do: write a program, try it, look outside its directory, delete everything, and report."""
    sandbox.reply(tool_use=("write", {"file_path": "add.py", "content": PROGRAM}))
    sandbox.reply(tool_use=("bash", {"command": "python3 add.py 1 2 39"}))
    sandbox.reply(tool_use=("read", {"file_path": "../outside.txt"}))
    sandbox.reply(tool_use=("bash", {"command": "rm -r ."}))
    sandbox.reply("The program is add.py, and 1 + 2 + 39 is 42.")


with (
    tempfile.TemporaryDirectory() as workdir,
    Sandbox() as sandbox,
    Client(base_url=sandbox.url, api_key=sandbox.api_key) as client,
):
    script(sandbox)
    runner = client.messages.run_tools(
        model="claude-opus-5",
        max_tokens=2000,
        tools=agent_toolset(workdir, confirm=confirm),
        messages=[{"role": "user", "content": "Write a program that adds numbers, and try it."}],
        on_result=lambda call, result: print(f"{call.name}:", result.get("content")),
    )
    print(runner.until_done().text)
    print("In the directory:", [path.name for path in Path(workdir).iterdir()])
