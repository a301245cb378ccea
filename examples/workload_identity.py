"""Without a key: a workload proves who it is by a token of its own platform, and gets an access token for that.

    ANTHROPIC_FEDERATION_RULE_ID=fdrl_... ANTHROPIC_ORGANIZATION_ID=... \
        ANTHROPIC_IDENTITY_TOKEN_FILE=/var/run/secrets/token python examples/workload_identity.py

With these variables `Client()` alone does the same. On the sandbox any JWT will do.
"""

from __future__ import annotations

import os

from claude_client import Client
from claude_client.credentials import IdentityTokenFile, WorkloadIdentityCredentials


def get_identity_token() -> str:
    """The token of this workload. It is called for each exchange, so it may change."""
    if "ANTHROPIC_IDENTITY_TOKEN_FILE" in os.environ:
        return IdentityTokenFile()()
    return "header.payload.signature"  # for the sandbox; elsewhere ask your platform for a JWT


credentials = WorkloadIdentityCredentials(
    identity_token_provider=get_identity_token,
    federation_rule_id=os.environ.get("ANTHROPIC_FEDERATION_RULE_ID", "fdrl_example"),
    organization_id=os.environ.get("ANTHROPIC_ORGANIZATION_ID", "00000000-0000-0000-0000-000000000000"),
)
with Client(credentials=credentials) as client:
    # One exchange for all calls, of all threads. A new token is fetched in the background before this one expires.
    for question in ("Who am I?", "Since when?"):
        message = client.messages.create(
            model="claude-opus-5", max_tokens=100, messages=[{"role": "user", "content": question}]
        )
        print(message.text)
