"""How long a call may take: without progress, as a whole, and between the events of a stream."""

from __future__ import annotations

import socket

import httpx

from claude_client import APITimeoutError, CallDeadlineError, Client
from claude_client.types import MessageParam

MODEL = "claude-opus-5"
QUESTION: list[MessageParam] = [{"role": "user", "content": "Why is the sea salty?"}]

# `timeout` is about progress: seconds without a byte. A response that keeps arriving may take any time.
# An `httpx.Timeout` tells connecting from reading.
with Client(timeout=httpx.Timeout(120, connect=2)) as client:
    print(client.messages.create(model=MODEL, max_tokens=200, messages=QUESTION).text)

    # `deadline` is about the whole call: its attempts, the waits between them, and the stream.
    message = client.messages.create(model=MODEL, max_tokens=200, messages=QUESTION, deadline=60)
    print(message.text)

    try:
        client.messages.create(model=MODEL, max_tokens=200, messages=QUESTION, deadline=0.0001)
    except CallDeadlineError as error:
        print(f"{type(error).__name__}: {error}")
    # This server accepts the connection and never responds.
    with socket.create_server(("127.0.0.1", 0)) as silent:
        nobody = Client(api_key="nobody's", base_url=f"http://127.0.0.1:{silent.getsockname()[1]}", max_retries=1)
        try:
            nobody.messages.create(model=MODEL, max_tokens=200, messages=QUESTION, timeout=0.1)
        except APITimeoutError as error:
            print(f"{type(error).__name__}: {error}")

    # A stream sends pings while the model works. These two limits look at what is not a ping.
    with client.messages.stream(
        model=MODEL, max_tokens=200, messages=QUESTION, first_event_timeout=60, stream_idle_timeout=30
    ) as stream:
        print(stream.get_final_text())

    # All of them can be set for a client, and for a copy of it that shares its connections.
    hurried = client.with_options(deadline=10, max_retries=1)
    print(hurried.messages.create(model=MODEL, max_tokens=50, messages=QUESTION).stop_reason)
