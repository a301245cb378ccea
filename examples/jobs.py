"""Many requests as one job: bounded, within rate limits, and going on where it was after a crash."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from claude_client import Client


class Review(BaseModel):
    is_positive: bool
    topic: str


REVIEWS = [
    "The tea was hot and the crossing calm.",
    "An hour late, and nobody said why.",
    "Friendly crew, hard seats.",
]


def requests() -> Iterator[tuple[str, dict[str, Any]]]:
    """Made one by one as the job gets to them, so there may be any number."""
    for number, review in enumerate(REVIEWS):
        prompt = f"What is this review about? {review}"
        yield (
            f"review-{number}",  # a crash does not change it
            {
                "model": "claude-opus-5",
                "max_tokens": 200,
                "messages": [{"role": "user", "content": prompt}],
            },
        )


with Client() as client:
    # Started again with the same file, the job makes only what is missing.
    job = client.jobs.map(requests(), checkpoint="reviews.db", output_format=Review, concurrency=8, limiter="auto")
    for result in job:
        if result.error is not None:
            print(result.id, "failed:", result.error)
        else:
            print(result.id, result.parsed_output, f"{result.cost.total:f} USD")
    print(job.summary())
