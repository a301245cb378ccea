"""A memory: the model keeps notes in files of yours, and reads them again in later conversations."""

from __future__ import annotations

import tempfile

from claude_client import Client
from claude_client.tools.memory import LocalFilesystemMemoryTool


def main() -> None:
    """Let the model remember something, and ask for it in another conversation."""
    # In a program of yours: a directory that stays, one for each user.
    with tempfile.TemporaryDirectory() as directory, Client() as client:
        memory = LocalFilesystemMemoryTool(directory)
        for text in ("Remember that I take the ferry at eight.", "Look into your memory: when does my ferry leave?"):
            message = client.messages.run_tools(
                model="claude-opus-5",
                max_tokens=1000,
                tools=[memory],
                messages=[{"role": "user", "content": text}],
                max_iterations=10,
            ).until_done()
            print(message.text)


if __name__ == "__main__":
    main()
