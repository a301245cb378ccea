"""Count what editors complete, with this package and with the official one, by asking their language servers.

    scripts/editors                          prepares an environment, and runs this in it
    python scripts/count_completions.py ty   one of jedi, pyright, pyrefly and ty

Each server opens a program that ends at the place in question, and is asked for completions there. A keyword counts
where it is offered as `name=`, an attribute where its name is public. mypy has no completion. The table is that of
docs/guides/editors.md; the end status is 1 where this package has fewer than the official one.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

SRC: Final = Path(__file__).resolve().parents[1] / "src"
HEADS: Final = {
    "claude-client": "from claude_client import AsyncClient, Client\n",
    "anthropic": "from anthropic import Anthropic as Client, AsyncAnthropic as AsyncClient\n",
}
CREATE: Final = "messages.create(model='x', max_tokens=1, messages=[])"
STREAMED: Final = "messages.create(model='x', max_tokens=1, messages=[], stream=True)"
STREAM: Final = "messages.stream(model='x', max_tokens=1, messages=[])"


class Place(NamedTuple):
    """Where something is to be completed: what it is called in the table, and the program up to there."""

    title: str
    code: str
    keywords: bool = False


PLACES: Final = (
    Place("`Client(`", "Client(", True),
    Place("`client.messages.create(`", "client.messages.create(", True),
    Place("the same, after `model='x',`", "client.messages.create(model='x', ", True),
    Place("`await async_client.messages.create(`", "async def f():\n    await async_client.messages.create(", True),
    Place("`client.messages.stream(`", "client.messages.stream(", True),
    Place("`client.messages.count_tokens(`", "client.messages.count_tokens(", True),
    Place("`client.models.list(`", "client.models.list(", True),
    Place("`client.`", "client."),
    Place("`client.messages.`", "client.messages."),
    Place("a message", f"message = client.{CREATE}\nmessage."),
    Place("an awaited message", f"async def f():\n    message = await async_client.{CREATE}\n    message."),
    Place("its `usage`", f"client.{CREATE}.usage."),
    Place("an event of `create(stream=True)`", f"for event in client.{STREAMED}:\n    event."),
    Place("`with client.messages.stream(...) as s: s.`", f"with client.{STREAM} as s:\n    s."),
    Place(
        "`async with async_client.messages.stream(...) as s: s.`",
        f"async def f():\n    async with async_client.{STREAM} as s:\n        s.",
    ),
    Place("its final message", f"with client.{STREAM} as s:\n    message = s.get_final_message()\n    message."),
    Place("an item of `client.models.list()`", "for model in client.models.list():\n    model."),
    Place(
        "the same by `async for`", "async def f():\n    async for model in async_client.models.list():\n        model."
    ),
    Place("an item of a page's `data`", "model = client.models.list().data[0]\nmodel."),
    Place(
        "a result of a batch",
        "for result in client.messages.batches.results('x'):\n    result.",
    ),
    Place("`with_raw_response`, parsed", f"client.messages.with_raw_response.{CREATE.partition('.')[2]}.parse()."),
)


# ---- language servers ---------------------------------------------------------------------------------------


class Server:
    """A language server, spoken to over its standard streams."""

    def __init__(self, command: list[str], folder: Path, settings: Any) -> None:
        environment = {**os.environ, "VIRTUAL_ENV": sys.prefix}
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env=environment,
        )
        self._folder, self._settings, self._last = folder, settings, 0
        root = folder.as_uri()
        self._request(
            "initialize",
            {
                "processId": os.getpid(),
                "rootUri": root,
                "workspaceFolders": [{"uri": root, "name": "project"}],
                "capabilities": {"workspace": {"configuration": True, "workspaceFolders": True}},
                "initializationOptions": settings,
            },
        )
        self._send("initialized", {})

    def complete(self, code: str) -> set[str]:
        """What is offered at the end of a program."""
        path = self._folder / f"program_{self._last}.py"
        path.write_text(code)
        uri, lines = path.as_uri(), code.split("\n")
        document = {"uri": uri, "languageId": "python", "version": 1, "text": code}
        self._send("textDocument/didOpen", {"textDocument": document})
        position = {"line": len(lines) - 1, "character": len(lines[-1])}
        found: Any = self._request("textDocument/completion", {"textDocument": {"uri": uri}, "position": position})
        items = found["items"] if isinstance(found, dict) else found or []
        self._send("textDocument/didClose", {"textDocument": {"uri": uri}})
        return {item["label"] for item in items}

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()

    def _send(self, method: str, params: object, **more: object) -> None:
        body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
        self._write(body)

    def _write(self, body: bytes) -> None:
        stream: IO[bytes] = self._process.stdin  # type: ignore[assignment]  # it is a pipe
        stream.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        stream.flush()

    def _request(self, method: str, params: object) -> object:
        self._last += 1
        self._send(method, params, id=self._last)
        while True:
            message = self._read()
            if "method" in message and "id" in message:
                self._respond(message)
            elif message.get("id") == self._last:
                if "error" in message:
                    raise RuntimeError(message["error"]["message"])
                return message["result"]

    def _respond(self, message: Any) -> None:
        """Respond to what the server asks: for settings, and whether it may do something."""
        result: Any = None
        if message["method"] == "workspace/configuration":
            result = [
                self._settings.get(item.get("section", ""), self._settings) for item in message["params"]["items"]
            ]
        self._write(json.dumps({"jsonrpc": "2.0", "id": message["id"], "result": result}).encode())

    def _read(self) -> Any:
        stream: IO[bytes] = self._process.stdout  # type: ignore[assignment]  # it is a pipe
        length = 0
        while (line := stream.readline().strip()) != b"":
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        if not length:
            raise RuntimeError("the language server ended")
        return json.loads(stream.read(length))


Complete = Callable[[str], set[str]]


@contextmanager
def server(tool: str, folder: Path) -> Iterator[Complete]:
    """A language server for a project in `folder`, which finds both packages."""
    bin_ = Path(sys.executable).parent
    python = {"pythonPath": sys.executable, "analysis": {"extraPaths": [str(SRC)]}}
    if tool == "pyright":
        command = [str(bin_ / "pyright-langserver"), "--stdio"]
        settings: Any = {"python": python, "python.analysis": python["analysis"]}
    elif tool == "pyrefly":
        (folder / "pyrefly.toml").write_text(
            f'python-interpreter-path = "{sys.executable}"\nsearch-path = ["{SRC}", "{folder}"]\n'
        )
        command, settings = [str(bin_ / "pyrefly"), "lsp"], {"python": python}
    else:
        (folder / "ty.toml").write_text(f'[environment]\npython = "{sys.prefix}"\nextra-paths = ["{SRC}"]\n')
        command, settings = [str(bin_ / "ty"), "server"], {}
    running = Server(command, folder, settings)
    try:
        yield running.complete
    finally:
        running.close()


@contextmanager
def jedi_project(folder: Path) -> Iterator[Complete]:
    """The library that IPython and several editors ask."""
    import jedi

    project = jedi.Project(folder, sys_path=[str(SRC), *(path for path in sys.path if path and path != str(SRC))])

    def complete(code: str) -> set[str]:
        lines = code.split("\n")
        return {each.name for each in jedi.Script(code, project=project).complete(len(lines), len(lines[-1]))}

    yield complete


# ---- the table ----------------------------------------------------------------------------------------------


def count(complete: Complete, package: str, place: Place) -> int:
    """How many names are offered at a place."""
    code = f"{HEADS[package]}client = Client()\nasync_client = AsyncClient()\n{place.code}"
    offered = complete(code)
    if place.keywords:
        return sum(name.endswith("=") for name in offered)
    return sum(not name.startswith("_") for name in offered)


def measure(tool: str) -> dict[Place, tuple[int, int]]:
    """For each place how many names there are with this package, and how many with the official one."""
    found: dict[Place, tuple[int, int]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        with (jedi_project if tool == "jedi" else lambda at: server(tool, at))(folder) as complete:
            for place in PLACES:
                found[place] = (count(complete, "claude-client", place), count(complete, "anthropic", place))
    return found


def main() -> int:
    """Print the table; 1 where this package has fewer names somewhere."""
    tools = sys.argv[1:] or ["jedi", "pyright", "ty", "pyrefly"]
    found = {tool: measure(tool) for tool in tools}
    print(f"| | {' | '.join(f'{tool} {version(tool)}' for tool in tools)} |")
    print("| --- |" + " --- |" * len(tools))
    fewer = 0
    for place in PLACES:
        cells = [found[tool][place] for tool in tools]
        print(f"| {place.title} | {' | '.join(f'{ours} ({official})' for ours, official in cells)} |")
        fewer += sum(ours < official for ours, official in cells)
    if fewer:
        print(f"{fewer} places where the official package has more", file=sys.stderr)
    return 1 if fewer else 0


if __name__ == "__main__":
    sys.exit(main())
