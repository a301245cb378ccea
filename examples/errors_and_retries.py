"""What can fail, what the client retries, and what an error tells you."""

from __future__ import annotations

from claude_client import (
    APIConnectionError,
    APIStatusError,
    BadRequestError,
    Client,
    NotFoundError,
    RateLimitError,
)
from claude_client.types import MessageParam

QUESTION: list[MessageParam] = [{"role": "user", "content": "How deep is the sea?"}]


def ask(client: Client, model: str, max_tokens: int = 100) -> str:
    """Ask, and handle the errors: the most specific ones first."""
    try:
        return client.messages.create(model=model, max_tokens=max_tokens, messages=QUESTION).text
    except BadRequestError as error:
        return f"a mistake in the request: {error.message}"
    except NotFoundError as error:
        return f"there is no such thing: {error.message}"
    except RateLimitError as error:
        # It has been tried again already; `retry_after` is what the server asks for beyond that.
        return f"too much at once: come back in {error.retry_after} seconds"
    except APIStatusError as error:
        # The request id is what Anthropic's support asks for.
        return f"status {error.status_code}, request {error.request_id}, after {len(error.attempts)} attempts"
    except APIConnectionError as error:
        return f"no connection: {error.message}"


with Client() as client:
    print(ask(client, "claude-opus-5"))
    print(ask(client, "claude-of-tomorrow"))
    print(ask(client, "claude-opus-5", max_tokens=0 - 1))

    # Lost connections, 408, 409, 429 and 5xx are tried again, twice unless told otherwise, after a growing wait or the
    # one that the server asks for. `max_retries` is for a client, for a call, or for the calls of a copy of the client.
    patient = client.with_options(max_retries=5, max_retry_wait=120)
    print(ask(patient, "claude-opus-5"))

    # The message has the attempts too.
    message = client.messages.create(model="claude-opus-5", max_tokens=50, messages=QUESTION, max_retries=0)
    if message.response is not None:
        print([(attempt.status, attempt.error) for attempt in message.response.attempts])

    # Nobody listens at this address, so the call fails before anything is sent.
    with Client(api_key="of-nobody", base_url="http://127.0.0.1:1", max_retries=0) as nowhere:
        print(ask(nowhere, "claude-opus-5"))
