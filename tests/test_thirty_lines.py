"""What somebody new writes under each heading of what people do every day, as it would be written without a manual.

Type checkers read these programs too, as strictly as the package itself.
"""

from __future__ import annotations

import os
from importlib.util import find_spec
from pathlib import Path

import pytest

from fork_server import ForkServer

PROGRAMS = sorted(Path(__file__).with_name("thirty_lines").glob("*.py"))
SAYS = {
    "of_content.py": ["image/png, 320 x 200 pixels", "a PDF titled 'Bill'", "['Page 1 of Bill']", "This is turn 3"],
    "of_first_steps.py": ["claude-opus-5", "404 model: claude-0", "What is a sea?"],
    "of_notebook.py": ["Message(id='msg_", "custom_id", "claude-opus-5", "output_tokens", "tokens per day"],
    "of_structured_output.py": ["customer='Boats'", "cut off by max_tokens, after 3 tokens", "friday ['Boats']"],
    "of_tools.py": ["tool_use I will use count and order", "did not approve", "This is turn 2", " 2\n"],
}
"""Something that each of them prints, from its beginning, its middle and its end."""
NEEDS = {"of_notebook.py": ("matplotlib", "pandas", "tqdm")}


def test_each_program_is_looked_at() -> None:
    assert [program.name for program in PROGRAMS] == sorted(SAYS)


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_a_program_of_thirty_lines_works_as_it_was_written(
    program: Path, tmp_path: Path, fork_server: ForkServer
) -> None:
    for module in NEEDS.get(program.name, ()):
        if find_spec(module) is None:
            pytest.skip(f"{program.name} needs {module}")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ANTHROPIC_")}
    environment = {**kept, "ANTHROPIC_BASE_URL": "sandbox:", "PYTHONUTF8": "1", "MPLBACKEND": "agg"}

    done = fork_server.run(program, cwd=tmp_path, env=environment)

    assert done.returncode == 0, done.stderr
    assert [said for said in SAYS[program.name] if said not in done.stdout] == []


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_a_program_has_thirty_lines_beside_its_imports(program: Path) -> None:
    lines = program.read_text(encoding="utf-8").splitlines()
    imports = ("import ", "from ", '"""')

    assert len([line for line in lines if line and not line.startswith(imports)]) <= 30
