"""Through a gateway or a proxy: another address, headers of its own, its certificate, its limits.

    GATEWAY_URL=https://llm.example.com/anthropic GATEWAY_TOKEN=... python examples/gateway.py

Without these variables the calls go where ANTHROPIC_BASE_URL says, or to the API itself.
"""

from __future__ import annotations

import os

from claude_client import Client, DefaultHttpxClient

# A proxy in HTTPS_PROXY is used by itself. This is for one that is only for these calls, and for certificates that are
# not among those of the system: `verify=ssl.create_default_context(cafile=...)`.
http_client = DefaultHttpxClient(proxy=os.environ.get("GATEWAY_PROXY"))

client = Client(
    base_url=os.environ.get("GATEWAY_URL"),  # `None` is the same as leaving it out
    # A bearer token in place of a key, where the gateway has tokens.
    auth_token=os.environ.get("GATEWAY_TOKEN"),
    # Also from the environment: ANTHROPIC_CUSTOM_HEADERS="x-team: harbour".
    default_headers={"x-team": "harbour"},
    # A body above this many bytes is refused before it is sent: some gateways take less than the API does.
    size_limits={"standard": 10_000_000},
    # Gateways have timeouts of their own. A stream that stalls for longer is closed and retried.
    stream_idle_timeout=60,
    http_client=http_client,
)
with client:
    message = client.messages.create(
        model="claude-opus-5",
        max_tokens=100,
        messages=[{"role": "user", "content": "Which way is the harbour?"}],
        # What only this gateway knows.
        extra_headers={"x-cost-center": "boats"},
    )
    print(message.text)
    if message.response is not None:
        print(f"{len(message.response.attempts)} attempt, request {message.response.request_id}")
