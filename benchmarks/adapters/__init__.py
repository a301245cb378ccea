"""The workloads, once for each way of talking to the API.

A workload is a function `(Place) -> Run`: it sets up what is not measured, and what it gives does the work n times.
`sdk` has them for this package and for the official one, which are called alike; `floors` for what lies under both.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

Run = Callable[[int], "Mapping[str, float] | None"]
"""Does the work so many times. What it gives are further figures, such as the latency of the slowest calls."""


@dataclass(frozen=True)
class Place:
    """Where a workload runs: the server, how large it is to be, and a folder for files."""

    origin: str
    size: int
    folder: Path

    def url(self, kind: str) -> str:
        """The base URL under which the server responds in this way; see `payloads`."""
        return f"{self.origin}/{kind}-{self.size}"

    def file(self) -> Path:
        """A file of `size` megabytes."""
        path = self.folder / f"{self.size}.bin"
        if not path.exists():
            with path.open("wb") as file:
                for _ in range(self.size):
                    file.write(bytes(range(256)) * 4096)
        return path


REQUEST: dict[str, object] = {
    "model": "claude-opus-5",
    "max_tokens": 1024,
    "messages": [{"role": "user", "content": "Hello, Claude"}],
}


def image_request(size: int) -> dict[str, object]:
    """A request with an image of so many megabytes, in base64."""
    source = {"type": "base64", "media_type": "image/png", "data": "iVBORw0KGgoAAAAN" * (size * 65536)}
    content = [{"type": "image", "source": source}, {"type": "text", "text": "What is this?"}]
    return {**REQUEST, "messages": [{"role": "user", "content": content}]}


def slowest(latencies: list[float]) -> dict[str, float]:
    """The latency, in milliseconds, that one call in a hundred exceeds."""
    return {"p99_ms": sorted(latencies)[-1 - len(latencies) // 100] * 1000}
