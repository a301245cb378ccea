"""The notebooks under examples/ run from top to bottom in a real kernel, on the sandbox, and are kept without outputs."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "examples" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))

# In a process of its own: the clients of kernels leave loops and sockets to the end of the process.
RUN = """
import sys, nbformat
from nbclient import NotebookClient

path, folder, result = sys.argv[1:]
notebook = nbformat.read(path, as_version=4)
client = NotebookClient(notebook, timeout=120, kernel_name="python3", resources={"metadata": {"path": folder}})
try:
    client.execute()
finally:
    nbformat.write(notebook, result)
"""


def cells(notebook: Any) -> list[Any]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def source(cell: Any) -> str:
    return "".join(cell["source"])


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Runs a notebook, once in this module, and gives it with its outputs."""
    for module in ("nbclient", "ipykernel", "pandas", "matplotlib.font_manager", "tqdm"):
        pytest.importorskip(module, reason=f"{module} is not installed: the group `notebooks` of pyproject.toml has it")
    folder = tmp_path_factory.mktemp("notebooks")
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ANTHROPIC_")}
    # Nothing of how the machine's user has set up IPython and Jupyter.
    homes = {"IPYTHONDIR": str(folder / "ipython"), "JUPYTER_RUNTIME_DIR": str(folder / "runtime")}
    results: dict[str, Any] = {}

    def execute(name: str) -> Any:
        if name not in results:
            result = folder / name
            done = subprocess.run(
                [sys.executable, "-c", RUN, FOLDER / name, FOLDER, result],
                env={**kept, **homes, "PYTHONUTF8": "1"},
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=240,
                check=False,
            )
            assert done.returncode == 0, done.stderr
            results[name] = json.loads(result.read_text("utf-8"))
        return results[name]

    return execute


def outputs(notebook: Any, part: str) -> list[Any]:
    """The outputs of the one cell whose source has `part`."""
    (cell,) = [cell for cell in cells(notebook) if part in source(cell)]
    return list(cell["outputs"])


def text(outputs: list[Any]) -> str:
    """What the outputs say as plain text."""
    pieces = [each.get("text") or each.get("data", {}).get("text/plain", "") for each in outputs]
    return "\n".join("".join(piece) for piece in pieces)


# ---- as they are kept ---------------------------------------------------------------------------------------


def test_there_are_three_notebooks() -> None:
    assert [path.stem for path in NOTEBOOKS] == ["first_steps", "tools_and_structured_output", "what_did_it_cost"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_outputs_and_without_traces_of_who_ran_it(path: Path) -> None:
    notebook = json.loads(path.read_text("utf-8"))

    assert {*notebook["metadata"]} == {"kernelspec", "language_info"}
    assert notebook["metadata"]["language_info"] == {"name": "python"}
    for cell in notebook["cells"]:
        assert cell["metadata"] == {}
        assert (cell.get("outputs", []), cell.get("execution_count")) == ([], None), source(cell)


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_says_what_to_install_and_runs_on_the_api_where_there_is_a_key(path: Path) -> None:
    notebook = json.loads(path.read_text("utf-8"))

    assert "pip install '.[" in source(notebook["cells"][0])
    assert re.search(r'"ANTHROPIC_(ADMIN_)?API_KEY" (not )?in os\.environ', source(notebook["cells"][1]))
    assert "sk-ant-" not in path.read_text("utf-8")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_links_of_a_notebook_lead_somewhere(path: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", path.read_text("utf-8"))

    assert links
    assert [link for link in links if "://" not in link and not (path.parent / link).resolve().exists()] == []


# ---- as they run --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [path.name for path in NOTEBOOKS])
def test_every_cell_of_a_notebook_runs_without_an_error_or_a_warning(run: Any, name: str) -> None:
    notebook = run(name)

    assert [cell["execution_count"] for cell in cells(notebook)] == [*range(1, len(cells(notebook)) + 1)]
    for cell in cells(notebook):
        odd = [each for each in cell["outputs"] if each["output_type"] == "error" or each.get("name") == "stderr"]
        assert odd == [], source(cell)


def test_the_first_steps_show_messages(run: Any) -> None:
    notebook = run("first_steps.ipynb")

    assert "the main cause" in text(outputs(notebook, "print(message.text)"))
    assert "Tell me about the tides" in text(outputs(notebook, "messages.stream("))
    assert "image/png, 320 x 200" in text(outputs(notebook, "image(PICTURE)"))
    assert text(outputs(notebook, "asyncio.gather(")).splitlines()[-1] == "10"
    assert "input_tokens=" in text(outputs(notebook, "count_tokens("))
    assert "claude-of-tomorrow | req_" in text(outputs(notebook, "NotFoundError"))


def test_messages_are_shown_as_html(run: Any) -> None:
    (shown,) = outputs(run("first_steps.ipynb"), "Use **bold**")

    assert {*shown["data"]} == {"text/html", "text/plain"}


def test_the_tools_are_called_and_the_output_is_read(run: Any) -> None:
    notebook = run("tools_and_structured_output.ipynb")

    assert "'enum': ['Galway', 'Cobh']" in text(outputs(notebook, "get_high_tides.to_param()"))
    assert len(outputs(notebook, "run_tools(")) == 2
    assert "06:17" in str(outputs(notebook, "run_tools("))
    assert "['user', 'assistant', 'user', 'assistant']" in text(outputs(notebook, "runner.messages"))
    assert text(outputs(notebook, "message.parsed_output")).startswith("Order(customer=")
    assert "cut off by max_tokens" in text(outputs(notebook, "max_tokens=5,"))
    assert "customer=None" in text(outputs(notebook, "current_parsed_snapshot"))
    assert "succeeded=4" in text(outputs(notebook, "batches.wait("))
    assert text(outputs(notebook, "parsed_output.mood")).count("succeeded") == 4


def test_the_costs_are_charts_and_tables_that_agree(run: Any) -> None:
    notebook = run("what_did_it_cost.ipynb")
    charts = [cell for cell in cells(notebook) if ".plot(" in source(cell)]

    assert len(charts) == 6
    for cell in charts:
        assert ["image/png" in each["data"] for each in cell["outputs"]] == [True], source(cell)
    total = text(outputs(notebook, 'frame["amount"].sum()'))
    table = text(outputs(notebook, "pivot_table("))
    assert "in 30 days" in total
    assert f"{float(total.split()[0]):.2f}" in table.splitlines()[-1]
    assert "research-notebooks" in text(outputs(notebook, ".map(keys)"))
