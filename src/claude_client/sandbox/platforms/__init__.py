"""The cloud platforms' own ways to the API, and OpenAI's: addresses of the sandbox beside its own.

Each address is a *door*: it checks the credentials of its platform, turns a request into one of the Claude API, and
turns what the sandbox responds into the platform's form. Replies, faults, limits and the request log are those of the
sandbox, whatever door a request came through.

| address | speaks |
| --- | --- |
| `/bedrock/model/...` | Amazon Bedrock: signatures, AWS event streams, AWS's errors |
| `/bedrock-mantle/v1/...`, `/aws/v1/...` | the Claude API with AWS's signatures |
| `/vertex/projects/...`, `/google-cloud/v1/projects/...` | Vertex AI and Claude on Google Cloud, with Google's tokens |
| `/google/token`, `/computeMetadata/v1/...` | where Google's libraries get tokens |
| `/foundry/v1/...` | Microsoft Foundry |
| `/v1/oauth/token` | exchanges of identity and refresh tokens |
| `/v1/chat/completions` | OpenAI's shape; `/v1/models` for its package too |
"""

from __future__ import annotations

from .doors import Doors as Doors
