"""A message while it is written: its text, its events, and the whole message at the end."""

from __future__ import annotations

from claude_client import Client, StreamInterruptedError
from claude_client.types import MessageParam

MODEL = "claude-opus-5"
QUESTION: list[MessageParam] = [{"role": "user", "content": "Tell me about the tides in two sentences."}]

with Client() as client:
    # The text is what most programs want. Leaving the `with` ends the stream, also in the middle of it.
    with client.messages.stream(model=MODEL, max_tokens=300, messages=QUESTION) as stream:
        for text in stream.text_stream:
            print(text, end="", flush=True)
        message = stream.get_final_message()
    print(f"\n{message.stop_reason}, {message.usage.output_tokens} tokens\n")

    # Every event, told apart by its type. Beside those of the API there are some that say what they mean: `text`.
    with client.messages.stream(model=MODEL, max_tokens=300, messages=QUESTION) as stream:
        for event in stream:
            if event.type == "text":
                print(f"{len(event.snapshot):4} characters so far, the latest are {event.text!r}")
            elif event.type == "content_block_stop":
                print(f"     a block of {event.content_block.type} is whole")

    # A stream that breaks in the middle has cost what it brought, so the error has it. This one is cut by its deadline.
    try:
        with client.messages.stream(
            model=MODEL, max_tokens=300, messages=QUESTION, stream_idle_timeout=20, deadline=60
        ) as stream:
            print("\n" + stream.get_final_text()[:40], "...")
    except StreamInterruptedError as error:
        print("broke off after:", error.partial.text if error.partial else "nothing")
