"""Structured output: what somebody new writes to get an order out of a letter, whole, growing, and in a batch."""

import time

from pydantic import BaseModel

from claude_client import Client, OutputParseError
from claude_client.types import MessageParam


class Order(BaseModel):
    customer: str
    items: list[str]
    urgent: bool = False


client = Client()
letter: list[MessageParam] = [{"role": "user", "content": "Aran Boats needs two oars and an anchor by Friday."}]
message = client.messages.parse(model="claude-opus-5", max_tokens=500, messages=letter, output_format=Order)
if message.parsed_output is not None:
    print(message.parsed_output.customer.upper(), message.parsed_output.items)
with client.messages.stream(model="claude-opus-5", max_tokens=500, messages=letter, output_format=Order) as stream:
    for event in stream:
        if event.type == "text" and event.output_snapshot is not None:
            print(event.output_snapshot.items)
print(stream.get_final_message().parsed_output)
try:
    client.messages.parse(model="claude-opus-5", max_tokens=3, messages=letter, output_format=list[Order], strict=True)
except OutputParseError as error:
    print(error, error.partial.usage.output_tokens)
batch = client.messages.batches.create(
    requests=[
        {
            "custom_id": "friday",
            "params": {"model": "claude-opus-5", "max_tokens": 500, "messages": letter, "output_format": Order},
        }
    ]
)
while client.messages.batches.retrieve(batch.id).processing_status != "ended":
    time.sleep(0.1)
for result in client.messages.batches.results(batch.id, output_format=Order):
    print(result.custom_id, result.parsed_output.items if result.parsed_output else result.parse_error)
