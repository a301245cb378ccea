"""Files: uploaded once, named by their id in messages, listed, downloaded, deleted."""

from __future__ import annotations

import tempfile
from pathlib import Path

from claude_client import BadRequestError, Client, document

MODEL = "claude-opus-5"
INVOICE = Path(__file__).parent / "data" / "invoice.pdf"

with Client() as client:
    # Read from the disk while it is sent, so a file may be larger than the memory. It is kept for an hour.
    uploaded = client.files.upload(file=INVOICE, expires_in_seconds=3600)
    print(f"{uploaded.filename}: {uploaded.id}, {uploaded.mime_type}, {uploaded.size_bytes} bytes")

    for question in ("Who sent this invoice?", "What is its total?"):
        message = client.messages.create(
            model=MODEL,
            max_tokens=200,
            messages=[
                {"role": "user", "content": [document(file_id=uploaded.id), {"type": "text", "text": question}]},
            ],
        )
        print(message.text)

    # Pages are fetched while they are needed; `break` fetches no more.
    for file in client.files.list(limit=5):
        print(f"{file.created_at:%Y-%m-%d} {file.filename}{' (can be downloaded)' if file.downloadable else ''}")

    # What you uploaded cannot be downloaded: the files that come back are those that tools such as code execution made.
    try:
        with client.files.download(uploaded.id) as download, tempfile.TemporaryDirectory() as folder:
            print("written to", download.write_to_file(folder))
    except BadRequestError as error:
        print(error.message)

    print(client.files.delete(uploaded.id).type)
