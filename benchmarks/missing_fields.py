"""What it costs to read responses that lack a field which the API documents as always there.

    python -m benchmarks.missing_fields

An older version of the API, a gateway or a compatible server leaves fields out. For each required field of a model this
reads a page of 1,000 models without it, and one where it is null (but for `type`, a tag, which is never null), and
tells how many times as long each takes as the whole page. It exits with 1 where one is above the bound.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from typing import Any, Final

from claude_client.core.decoding import decode
from claude_client.core.pages import Page
from claude_client.types import ModelInfo

BOUND: Final = 1.5
ROUNDS: Final = 60
MODEL: Final[dict[str, Any]] = {
    "id": "claude-opus-5",
    "type": "model",
    "display_name": "Claude Opus 5",
    "created_at": "2026-02-04T00:00:00Z",
    "lifecycle": "active",
    "max_tokens": 128_000,
    "max_input_tokens": 1_000_000,
}


def page_of(model: dict[str, Any]) -> bytes:
    """The body of a page of 1,000 such models."""
    return json.dumps({"data": [model] * 1000, "has_more": False, "first_id": "a", "last_id": "b"}).encode()


def milliseconds(*bodies: bytes) -> list[float]:
    """The fastest of several readings of each of `bodies`, in turns, so that a busy machine is busy for all of them."""
    best = [float("inf")] * len(bodies)
    for _ in range(ROUNDS):
        for index, body in enumerate(bodies):
            before = time.perf_counter()
            decode(Page[ModelInfo], body)
            best[index] = min(best[index], time.perf_counter() - before)
    return [seconds * 1000 for seconds in best]


def main() -> int:
    """Print a line for each field; 1 where one is above the bound."""
    logging.getLogger("claude_client").setLevel(logging.ERROR)
    worst = 0.0
    for name, field in ModelInfo.model_fields.items():
        if not field.is_required():
            continue
        without = page_of({key: value for key, value in MODEL.items() if key != name})
        null = page_of({**MODEL, name: None} if name != "type" else MODEL)
        whole, *others = milliseconds(page_of(MODEL), without, null)
        worst = max(worst, *(other / whole for other in others))
        ratios = f"missing: {others[0] / whole:.2f} times, null: {others[1] / whole:.2f} times"
        print(f"{name:13} all fields: {whole:.2f} ms, {ratios}")
    print(f"at most {worst:.2f} times, bound {BOUND}")
    return int(worst > BOUND)


if __name__ == "__main__":
    sys.exit(main())
