"""A message read as a type of yours: complete, while it grows, and when it is cut off."""

from __future__ import annotations

from pydantic import BaseModel, Field

from claude_client import Client, OutputParseError
from claude_client.types import MessageParam

MODEL = "claude-opus-5"
LETTER: list[MessageParam] = [
    {
        "role": "user",
        "content": 'Please send "two oars" and "one anchor" to "Aran Boats" in Galway. We need them by Friday.',
    }
]


class Item(BaseModel):
    name: str
    count: int = Field(ge=1)


class Order(BaseModel):
    customer: str
    items: list[Item] = Field(description="What is to be sent")
    urgent: bool


with Client() as client:
    message = client.messages.parse(model=MODEL, max_tokens=500, messages=LETTER, output_format=Order)
    order = message.parsed_output
    print(order if order is not None else f"no order: {message.parse_error}")

    # On a stream: what has come is there, and what has not is None.
    with client.messages.stream(model=MODEL, max_tokens=500, messages=LETTER, output_format=Order) as stream:
        for _ in stream.text_stream:
            print("so far:", stream.current_parsed_snapshot)
        print("whole:", stream.get_final_message().parsed_output)

    # Strictly, output that cannot be read is an error; the message, which is paid for, is there all the same.
    try:
        client.messages.parse(model=MODEL, max_tokens=5, messages=LETTER, output_format=Order, strict=True)
    except OutputParseError as error:
        print(f"{error.message}\nwhat came: {error.partial.text!r}")
