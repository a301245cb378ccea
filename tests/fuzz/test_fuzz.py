"""Whatever a server sends ends in a response or in an error of this package; whatever is uploaded stays in its place."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .targets import TARGETS, corpus, run

HERE = Path(__file__).parent


@st.composite
def changed(draw: st.DrawFn, seeds: list[bytes]) -> bytes:
    """An input of the corpus with some of it cut out, doubled, or replaced by other bytes or parts of other inputs."""
    data = draw(st.sampled_from(seeds))
    pieces = st.one_of(st.binary(max_size=8), st.sampled_from(seeds), st.sampled_from(SPICE))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 40)))
        data = data[:start] + draw(pieces) + data[end:]
    return data


SPICE = [
    b"null",
    b"[]",
    b"{}",
    b'""',
    b"-1",
    b"1e999",
    b"9" * 400,
    b"true",
    b"[" * 3000,
    b"\\ud800",
    b"\xff",
    b"\r",
    b"\n\n",
    b"\0",
]


@pytest.mark.parametrize("target", TARGETS)
def test_the_corpus_does_no_harm(target: str) -> None:
    for data in corpus(target):
        run(target, data)


@pytest.mark.parametrize("target", TARGETS)
def test_changes_of_the_corpus_do_no_harm(target: str) -> None:
    @settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.one_of(changed(corpus(target)), st.binary(max_size=200)))
    def fuzz(data: bytes) -> None:
        run(target, data)

    fuzz()


# Instrumenting the package takes most of the time: `atheris_run.py` is for long runs, of every target.
@pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is not installed")
@pytest.mark.parametrize("target", ["sse", "headers"])
def test_inputs_that_follow_the_code_do_no_harm(target: str) -> None:
    done = subprocess.run(
        [sys.executable, str(HERE / "atheris_run.py"), target, "-runs=300", "-seed=1"], capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr[-3000:]
