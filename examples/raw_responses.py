"""The raw response: status, headers, request id, rate limits; and bodies that are read while they arrive."""

from __future__ import annotations

from claude_client import Client
from claude_client.types import MessageParam

MODEL = "claude-opus-5"
QUESTION: list[MessageParam] = [{"role": "user", "content": "How long is the coast?"}]

with Client() as client:
    # Every message has most of it.
    message = client.messages.create(model=MODEL, max_tokens=100, messages=QUESTION)
    if message.response is not None:
        limits = message.response.rate_limits
        print(message.response.request_id, f"{limits.requests.remaining} of {limits.requests.limit} requests left")

    # `with_raw_response` gives the response; `parse()` gives what the call itself would have given.
    response = client.messages.with_raw_response.create(model=MODEL, max_tokens=100, messages=QUESTION)
    print(response.status_code, response.headers["content-type"], f"{response.elapsed.total_seconds() * 1000:.0f} ms")
    print(response.parse().text)
    print(sorted(response.http_response.json()))

    # With `with_streaming_response` the body has not been read: lines, bytes, or whatever another program makes of it.
    with client.messages.with_streaming_response.create(
        model=MODEL, max_tokens=100, messages=QUESTION, stream=True
    ) as streamed:
        for line in streamed.iter_lines():
            if line.startswith("event:"):
                print(line)

    # What has no method here can be called all the same, with the client's settings and retries.
    print(client.get("/v1/models", cast_to=dict[str, object], options={"params": {"limit": 1}})["has_more"])
