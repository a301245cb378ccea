"""First steps: what somebody writes who has read the README once, with both clients, errors, and a look at the cost."""

import asyncio

import claude_client
from claude_client import AsyncClient, Client

with Client(max_retries=1, timeout=30) as client:
    message = client.messages.create(
        model="claude-opus-5", max_tokens=200, messages=[{"role": "user", "content": "Hello!"}]
    )
    print(message.text, message.usage.input_tokens, message.usage.output_tokens)
    for model in client.models.list(limit=3):
        print(model.id)
    try:
        client.messages.create(model="claude-0", max_tokens=1, messages=[{"role": "user", "content": "Hello!"}])
    except claude_client.NotFoundError as error:
        print(error.status_code, error.message)
    except claude_client.APIError as error:
        print("failed", error)


async def main() -> None:
    async with AsyncClient() as client:
        questions = ["What is a boat?", "What is a sea?"]
        calls = [
            client.messages.create(model="claude-opus-5", max_tokens=200, messages=[{"role": "user", "content": q}])
            for q in questions
        ]
        for message in await asyncio.gather(*calls):
            print(message.text)


asyncio.run(main())
