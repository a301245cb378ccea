"""Notebooks and terminals: what somebody new writes to look at results instead of reading dumps."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

from claude_client import Client, document
from claude_client.types import MessageParam

invoice = Path(__file__).parents[2] / "examples" / "data" / "invoice.pdf"
question: list[MessageParam] = [
    {"role": "user", "content": [document(invoice), {"type": "text", "text": "What is the total?"}]}
]
with Client() as client:
    message = client.messages.create(model="claude-opus-5", max_tokens=300, messages=question)
    print(repr(message), repr(message.usage), sep="\n")
    with client.messages.stream(model="claude-opus-5", max_tokens=300, messages=question) as stream:
        print(stream.show().stop_reason)
    client.files.upload(file=invoice, progress=True)
    batch = client.messages.batches.create(
        requests=[
            {"custom_id": str(n), "params": {"model": "claude-opus-5", "max_tokens": 300, "messages": question}}
            for n in range(3)
        ]
    )
    batch = client.messages.batches.wait(batch.id, progress=True)
    print(client.messages.batches.results(batch.id, progress=True).to_pandas())
    print(len(client.models.list(limit=5).to_pandas()), "models")

    week = datetime.now(timezone.utc) - timedelta(days=7)
    usage = client.admin.usage_report.retrieve_messages(starting_at=week, group_by=["model"])
    print(usage.to_pandas().columns.tolist())
    print(usage.plot(by="model").get_ylabel())
