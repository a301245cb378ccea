"""What importing `langchain_anthropic` takes: with the official package, with the drop-in, and its core alone.

    scripts/test-dropin langchain_anthropic
    .venv-dropin/langchain_anthropic/bin/python -m benchmarks.langchain_import

CPU time and memory, of a process of its own each, taken in turns; the lowest of all rounds counts. It needs an
environment that has `langchain-anthropic`, which brings the official package.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from typing import Final

WAYS: Final = {
    "langchain_core alone": "import langchain_core.language_models.chat_models, langchain_core.tools",
    "with the official package": "import langchain_anthropic",
    "with the drop-in": "import claude_client.dropin, langchain_anthropic",
}
TOLD: Final = """
import resource
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
"""
AT_MOST: Final = 0.5
"""The CPU time with the drop-in, as a part of that with the official package."""


def measure(rounds: int) -> dict[str, tuple[float, float]]:
    """Seconds of CPU time and megabytes of each way."""
    found: dict[str, list[tuple[float, float]]] = {}
    for _ in range(rounds):
        for name, code in WAYS.items():
            command = [sys.executable, "-c", code + TOLD]
            seconds, megabytes = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
            found.setdefault(name, []).append((float(seconds), float(megabytes)))
    return {name: (min(each[0] for each in taken), min(each[1] for each in taken)) for name, taken in found.items()}


def main() -> int:
    """Run the command line; 1 where the drop-in takes more time than it may."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=9)
    found = measure(parser.parse_args().rounds)
    for name, (seconds, megabytes) in found.items():
        print(f"{name:<26}{seconds:>8.2f} s{megabytes:>8.0f} MB")
    part = found["with the drop-in"][0] / found["with the official package"][0]
    print(f"{part:.2f} of the time, at most {AT_MOST}: {'ok' if part <= AT_MOST else 'TOO MUCH'}")
    return 0 if part <= AT_MOST else 1


if __name__ == "__main__":
    sys.exit(main())
