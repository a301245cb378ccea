"""What a request would cost in tokens, before it is sent. Counting costs nothing."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from claude_client import Client, document, tool
from claude_client.types import MessageParam

MODEL = "claude-opus-5"
INVOICE = Path(__file__).parent / "data" / "invoice.pdf"
MOST_TOKENS = 50_000


class Invoice(BaseModel):
    sender: str
    total: float


@tool
def pay(account: str, amount: float) -> str:
    """Pay an invoice."""
    return f"{amount} to {account}"


question: list[MessageParam] = [{"role": "user", "content": "Who sent this invoice?"}]
with_invoice: list[MessageParam] = [
    {"role": "user", "content": [document(INVOICE), {"type": "text", "text": "Who sent this invoice?"}]}
]

with Client() as client:
    # Everything counts that would be sent: documents, tools, and the schema of the output.
    plain = client.messages.count_tokens(model=MODEL, messages=question).input_tokens
    document_too = client.messages.count_tokens(model=MODEL, messages=with_invoice).input_tokens
    tool_too = client.messages.count_tokens(model=MODEL, messages=with_invoice, tools=[pay]).input_tokens
    schema_too = client.messages.count_tokens(model=MODEL, messages=with_invoice, output_format=Invoice).input_tokens
    print(f"the question {plain}, the invoice {document_too - plain}, the tool {tool_too - document_too}")
    print(f"the schema {schema_too - document_too}")

    if tool_too < MOST_TOKENS:
        message = client.messages.create(model=MODEL, max_tokens=300, messages=with_invoice, tools=[pay])
        # The count is an estimate; `message.usage` has the tokens that are billed.
        print(f"counted {tool_too}, paid {message.usage.input_tokens} in and {message.usage.output_tokens} out")
