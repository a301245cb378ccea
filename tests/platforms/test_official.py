"""The official package's clients beside ours: the same calls, and the same requests field by field."""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from claude_client.sandbox.platforms import aws_frames
from fork_server import ForkServer
from platform_replies import EVENTS, MESSAGE, event_stream
from server import Received, Reply, Server, reply

HERE = Path(__file__).resolve().parent
PYTHON = HERE.parents[1] / ".venv-peer" / "bin" / "python"
SSE = "".join(f"event: {event['type']}\ndata: {json.dumps(event)}\n\n" for event in EVENTS).encode()
OWN = re.compile("user-agent|x-stainless-.*|host|connection|accept-encoding|x-amz-date")
"""Headers in which each package says what it is, and the time."""


def respond(request: Received) -> Reply:
    if request.path.endswith("/invoke-with-response-stream"):
        return event_stream(*map(aws_frames.event, EVENTS))
    if request.json.get("stream"):
        return Reply(200, SSE, {"content-type": "text/event-stream"})
    return reply({"input_tokens": 1} if "count" in request.path else MESSAGE)


def requests_of(package: str, server: Server, fork_server: ForkServer) -> list[dict[str, Any]]:
    """What the calls with a package come to on the wire."""
    server.received.clear()
    kept = {name: value for name, value in os.environ.items() if not re.match("ANTHROPIC_|AWS_|GOOGLE_", name)}
    program = [HERE / "calls.py", package, server.url]
    if package == "anthropic":
        done = subprocess.run([PYTHON, *program], env=kept, capture_output=True, text=True, timeout=150)
    else:
        done = fork_server.run(*program, env=kept)
    assert (done.returncode, done.stderr) == (0, "")
    return [shown(request) for request in server.received]


def shown(request: Received) -> dict[str, Any]:
    headers = {name: value for name, value in request.headers.items() if not OWN.fullmatch(name)}
    signature = re.fullmatch(
        r"(AWS4-HMAC-SHA256 Credential=AKID/)\d{8}(/\S+) SignedHeaders=(\S+), Signature=[0-9a-f]{64}",
        headers.get("authorization", ""),
    )
    if signature:
        names = [name for name in signature[3].split(";") if not name.startswith("x-stainless-")]
        headers["authorization"] = f"{signature[1]}{signature[2]} {names}"
    return {"method": request.method, "target": request.target, "headers": headers, "body": request.json}


@pytest.mark.skipif(not PYTHON.exists(), reason="scripts/test installs the official package; this run did without")
def test_the_requests_are_those_of_the_official_package(server: Server, fork_server: ForkServer) -> None:
    pytest.importorskip("botocore")
    server.replies(respond)

    theirs = requests_of("anthropic", server, fork_server)
    ours = requests_of("claude_client", server, fork_server)

    assert len(theirs) == len(ours) > 100
    for official, own in zip(theirs, ours, strict=True):
        assert own == official
