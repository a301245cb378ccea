"""Testing a program that calls Claude: a server on this machine replies what the test wants, and fails on request.

With pytest there are fixtures for it (docs/guides/testing.md); here is what they do.
"""

from __future__ import annotations

from claude_client import Client
from claude_client.sandbox import Sandbox


def summarize(client: Client, text: str) -> str:
    """The program that is tested."""
    message = client.messages.create(
        model="claude-opus-5", max_tokens=200, messages=[{"role": "user", "content": f"Sum up: {text}"}]
    )
    return message.text if message.stop_reason == "end_turn" else "(no summary)"


with Sandbox() as sandbox, Client(base_url=sandbox.url, api_key=sandbox.api_key) as client:
    # Replies line up. Where none is left, the sandbox makes one of the request.
    sandbox.reply("Boats float.").reply("Boats fl", stop_reason="max_tokens")
    assert summarize(client, "A long text about boats.") == "Boats float."
    assert summarize(client, "A long text about boats.") == "(no summary)"

    # What was asked, to look at.
    question = sandbox.last_request.json["messages"][0]["content"]
    print("asked:", question)
    sandbox.assert_requested(times=2, path="/v1/messages")

    # One overloaded response and one lost connection: the client retries, and the program does not notice.
    sandbox.fail(529).fail("reset-before-headers").reply("Boats float, still.")
    print("reply:", summarize(client, "The same text."))
    print("requests in all:", len(sandbox.requests))
