"""Claude through Amazon Bedrock: messages, a stream, a tool, a count, and what to do about what Bedrock lacks.

    pip install '.[bedrock]'
    aws sso login && AWS_REGION=us-east-1 python examples/bedrock.py

Credentials are those of AWS: keys, profiles, SSO, roles, or a key in AWS_BEARER_TOKEN_BEDROCK. Without an account:
ANTHROPIC_BEDROCK_BASE_URL=sandbox: python examples/bedrock.py
"""

from __future__ import annotations

import os

from claude_client import Client, UnsupportedFeatureError, tool
from claude_client.platforms import Bedrock

MODEL = "us.anthropic.claude-opus-5"  # a model id of Bedrock, an inference profile, or an ARN


@tool
def get_high_tide(harbour: str) -> str:
    """The time of today's high tide.

    Args:
        harbour: The name of the harbour.
    """
    return f"18:42 in {harbour}"


# `AnthropicBedrock(aws_region=...)`, as in code for the official package, makes the same client.
with Client(platform=Bedrock(region=os.environ.get("AWS_REGION", "us-east-1"))) as client:
    message = client.messages.create(
        model=MODEL, max_tokens=200, messages=[{"role": "user", "content": "Why is the sea salty?"}]
    )
    print(message.text)

    with client.messages.stream(
        model=MODEL, max_tokens=200, messages=[{"role": "user", "content": "And why blue?"}]
    ) as stream:
        for text in stream.text_stream:
            print(text, end="", flush=True)
    print()

    runner = client.messages.run_tools(
        model=MODEL,
        max_tokens=200,
        tools=[get_high_tide],
        messages=[{"role": "user", "content": "When is high tide in Galway?"}],
    )
    print(runner.until_done().text)

    counted = client.messages.count_tokens(model=MODEL, messages=[{"role": "user", "content": "How long am I?"}])
    print(f"{counted.input_tokens} tokens")

    if not client.supports("batches"):
        try:
            client.messages.batches.list()
        except UnsupportedFeatureError as error:
            print(error)
