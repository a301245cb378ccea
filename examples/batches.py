"""Thousands of messages at half the price: create a batch, wait for its end, read the results."""

from __future__ import annotations

import time

from pydantic import BaseModel

from claude_client import Client

MODEL = "claude-opus-5"
LETTERS = {
    "letter-1": "The ferry was late again, and nobody told us why.",
    "letter-2": "Lovely crossing, and the tea was hot!",
    "letter-3": "I lost a glove on deck three.",
}


class Letter(BaseModel):
    subject: str
    is_complaint: bool


with Client() as client:
    batch = client.messages.batches.create(
        requests=[
            {
                "custom_id": id_,  # how its result is told from the others, which come in any order
                "params": {
                    "model": MODEL,
                    "max_tokens": 300,
                    "messages": [{"role": "user", "content": f"What is this letter about? {letter}"}],
                    "output_format": Letter,
                },
            }
            for id_, letter in LETTERS.items()
        ]
    )
    # Most batches are done within an hour, all within a day. A program need not stay: `batch.id` is all it takes.
    wait = 0.1
    while batch.processing_status != "ended":
        print(f"{batch.id} is {batch.processing_status}, {batch.request_counts.processing} to go")
        time.sleep(wait)
        wait = min(2 * wait, 60)
        batch = client.messages.batches.retrieve(batch.id)

    # The results are read one by one, so a batch of 100,000 needs no more memory than one of three.
    for result in client.messages.batches.results(batch.id, output_format=Letter):
        if result.result.type == "succeeded":
            print(result.custom_id, result.parsed_output or result.parse_error)
        else:
            print(result.custom_id, result.result.type)
    print(client.messages.batches.delete(batch.id).type)
