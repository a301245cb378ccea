"""Skills: a folder of instructions that the model reads when a question needs them."""

from __future__ import annotations

import tempfile
from pathlib import Path

from claude_client import Client

MODEL = "claude-opus-5"
INSTRUCTIONS = """\
---
name: tide-tables
description: How to write a tide table the way our harbour does.
---

Times come first, in 24 hours, then the height in metres with one digit behind the point.
"""

with Client() as client, tempfile.TemporaryDirectory() as temporary:
    folder = Path(temporary) / "tide-tables"
    folder.mkdir()
    (folder / "SKILL.md").write_text(INSTRUCTIONS)

    # The folder is checked before anything is sent: all that is wrong with it is said at once.
    skill = client.skills.create(path=folder, display_name="Tide tables")
    print(f"{skill.id}: {skill.display_name}, version {skill.latest_version_id}")
    try:
        # A skill is read, and its scripts are run, in the container of the code execution tool.
        message = client.messages.create(
            model=MODEL,
            max_tokens=1000,
            messages=[{"role": "user", "content": "Write a tide table: high at 6:17 with 4.2 m and 18:42 with 4.4 m."}],
            container={"skills": [{"type": "custom", "skill_id": skill.id, "version": "latest"}]},
            tools=[{"type": "code_execution_20250825", "name": "code_execution"}],
        )
        print(message.text)

        (folder / "SKILL.md").write_text(INSTRUCTIONS + "A table ends with the name of the harbour.\n")
        version = client.skills.versions.create(skill.id, path=folder)
        print("now version", version.id)
        print([each.name for each in client.skills.versions.list(skill.id)])
    finally:
        # A skill can be deleted together with its versions.
        print(client.skills.delete(skill.id).type)
