"""Fuzz a target with atheris, which looks for inputs that reach code that none before has reached.

    python tests/fuzz/atheris_run.py sse -max_total_time=600

It begins with the corpus and writes what it finds to no file but, where it fails, `crash-...` in the working directory.
Arguments behind the target are those of libFuzzer.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path[:0] = [str(Path(__file__).resolve().parents[1])]

with atheris.instrument_imports(include=["claude_client"]):
    from fuzz.targets import CORPUS, TARGETS, run

if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in TARGETS:
        sys.exit(f"usage: {sys.argv[0]} {'|'.join(TARGETS)} [libFuzzer arguments]")
    target = sys.argv.pop(1)
    seeds = [str(path) for path in sorted((CORPUS / target).iterdir())]
    atheris.Setup([*sys.argv, f"-seed_inputs={','.join(seeds)}"], lambda data: run(target, data))
    atheris.Fuzz()
